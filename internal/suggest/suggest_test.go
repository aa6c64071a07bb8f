package suggest_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
	"github.com/hatangso/hatangso/internal/suggest"
)

func ptr[T any](v T) *T { return &v }

func TestJudge(t *testing.T) {
	t.Parallel()
	mast := suggest.Proposal{Kind: suggest.Mast, HeightM: 35, LoadKg: 200}
	site := suggest.Candidate{Noun: "site", Status: registry.Operating, HeightM: ptr(42.0), FreeSlots: ptr(int64(2)), MaxLoadKg: ptr(350.5)}
	for _, c := range []struct {
		name   string
		p      suggest.Proposal
		change func(*suggest.Candidate)
		fit    suggest.Fit
		says   string
	}{
		{"all fits", mast, func(*suggest.Candidate) {}, suggest.Suits, "Chịu thêm 350,5 kg."},
		{"no slot", mast, func(c *suggest.Candidate) { c.FreeSlots = ptr(int64(0)) }, suggest.Not, "Không còn vị trí lắp đặt trống."},
		{"too low", mast, func(c *suggest.Candidate) { c.HeightM = ptr(20.0) }, suggest.Not, "Đỉnh cột cao 20 m, cần 35 m."},
		{"low, but on a roof", mast, func(c *suggest.Candidate) { c.HeightM, c.BuildingHeightM = ptr(20.0), ptr(18.0) }, suggest.Suits, "Đỉnh cột cao 38 m, đủ cho 35 m."},
		{"unknown height", mast, func(c *suggest.Candidate) { c.HeightM = nil }, suggest.Perhaps, "Chưa biết chiều cao cột."},
		{"bears too little", mast, func(c *suggest.Candidate) { c.MaxLoadKg = ptr(100.0) }, suggest.Not, "Chịu thêm 100 kg, cần 200 kg."},
		{"suspended", mast, func(c *suggest.Candidate) { c.Status = registry.Suspended }, suggest.Perhaps, "Công trình đang không hoạt động."},
		{"enough ducts", suggest.Proposal{Kind: suggest.DuctLine, Ducts: 2}, func(c *suggest.Candidate) { c.Noun, c.FreeDucts = "duct", ptr(int64(2)) }, suggest.Suits, "Còn 2 ống trống."},
		{"a duct short", suggest.Proposal{Kind: suggest.DuctLine, Ducts: 3}, func(c *suggest.Candidate) { c.Noun, c.FreeDucts = "duct", ptr(int64(2)) }, suggest.Not, "Còn 2 ống trống, cần 3."},
		{"a pole that goes", suggest.Proposal{Kind: suggest.PoleLine}, func(c *suggest.Candidate) { c.Noun, c.ToRemove = "pole", true }, suggest.Not, "Cột sẽ tháo dỡ sau hạ ngầm."},
		{"a trench", suggest.Proposal{Kind: suggest.DuctLine}, func(c *suggest.Candidate) { c.Noun = "trench" }, suggest.Perhaps, "Hỏi chủ sở hữu về sức chứa còn lại."},
	} {
		got := site
		c.change(&got)
		suggest.Judge(c.p, &got)
		if got.Fit != c.fit || !slices.ContainsFunc(got.Reasons, func(r registry.Text) bool { return r.VI == c.says }) {
			t.Errorf("%s: %s, %v", c.name, got.Fit, got.Reasons)
		}
		for _, r := range got.Reasons {
			if r.VI == "" || r.EN == "" || strings.Contains(r.VI+r.EN, "%!") {
				t.Errorf("%s says %+v", c.name, r)
			}
		}
	}
	list := []suggest.Candidate{{ID: 1, Fit: suggest.Suits, Own: true}, {ID: 2, Fit: suggest.Perhaps}, {ID: 3, Fit: suggest.Not}, {ID: 4, Fit: suggest.Suits}, {ID: 5, Fit: suggest.Suits}}
	if best := suggest.Best(list); best == nil || best.ID != 4 {
		t.Errorf("the best is %+v", best)
	}
	if best := suggest.Best(list[:2]); best == nil || best.ID != 2 {
		t.Errorf("without one that suits, the best is %+v", best)
	}
	if best := suggest.Best(list[:1]); best != nil {
		t.Errorf("one's own is the best: %+v", best)
	}
}

// 10 sites, 3 of them shared: 30 %. One more is 3 of 11; a tenant more on one that
// was alone is 4 of 10.
func TestRatios(t *testing.T) {
	t.Parallel()
	now := []sharing.Item{{Tenants: 1, Weight: 7, Positions: 7}, {Tenants: 2, Weight: 3, Positions: 3}}
	alone := sharing.Item{Tenants: 1, Weight: 1}
	r, err := suggest.Ratios(now, suggest.Change{Built: []sharing.Item{alone}}, &suggest.Change{Joined: []sharing.Item{alone}})
	if err != nil || *r.Now.Ratio != 30 || math.Abs(*r.IfBuilt.Ratio-27.272727) > 1e-5 || *r.IfShared.Ratio != 40 || r.IfShared.Denominator != 10 {
		t.Errorf("%+v, %v", r, err)
	}
	if now[0].Positions != 7 {
		t.Error("the stock itself was changed")
	}
	elsewhere := suggest.Change{Joined: []sharing.Item{{Tenants: 5, Weight: 1}}}
	if r, err = suggest.Ratios(nil, suggest.Change{Built: []sharing.Item{alone}}, &elsewhere); err != nil || r.Now.Ratio != nil || *r.IfBuilt.Ratio != 0 || r.IfShared.Ratio != nil {
		t.Errorf("of nothing: %+v, %v", r, err)
	}
}

// Whatever the stock, sharing builds nothing and never lowers the ratio; building
// alone never raises it.
func TestSharingIsNeverWorse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var now []sharing.Item
		for tenants := range 4 {
			if n := rapid.IntRange(0, 9).Draw(t, "positions"); n > 0 {
				now = append(now, sharing.Item{Tenants: tenants, Weight: float64(n), Positions: n})
			}
		}
		if len(now) == 0 {
			return
		}
		joined := now[rapid.IntRange(0, len(now)-1).Draw(t, "joined")]
		joined.Weight, joined.Positions = 1, 1
		r, err := suggest.Ratios(now, suggest.Change{Built: []sharing.Item{{Tenants: 1, Weight: 1}}}, &suggest.Change{Joined: []sharing.Item{joined}})
		if err != nil {
			t.Fatal(err)
		}
		if r.IfShared.Denominator != r.Now.Denominator || *r.IfShared.Ratio < *r.Now.Ratio || *r.IfBuilt.Ratio > *r.Now.Ratio || r.IfBuilt.Denominator != r.Now.Denominator+1 {
			t.Fatalf("of %v joining %v: %+v", now, joined, r)
		}
	})
}

func TestProposalCheck(t *testing.T) {
	t.Parallel()
	at := registry.Geometry{Geometry: orb.Point{106, 20}}
	along := registry.Geometry{Geometry: orb.LineString{{106, 20}, {106.1, 20}}}
	day := func(d int) *registry.Date { return ptr(registry.NewDate(2027, 1, d)) }
	for name, c := range map[string]struct {
		p    suggest.Proposal
		want string
	}{
		"a mast":              {suggest.Proposal{Kind: suggest.Mast, Geometry: at, ReachM: 5000}, ""},
		"a line":              {suggest.Proposal{Kind: suggest.PoleLine, Geometry: along, From: day(1), To: day(2)}, ""},
		"a mast along a line": {suggest.Proposal{Kind: suggest.Mast, Geometry: along}, "/geometry"},
		"no kind":             {suggest.Proposal{Geometry: at}, "/kind"},
		"no place":            {suggest.Proposal{Kind: suggest.DuctLine}, "/geometry"},
		"too long":            {suggest.Proposal{Kind: suggest.DuctLine, Geometry: registry.Geometry{Geometry: orb.LineString{{106, 20}, {106.99, 20}, {106, 20}}}}, "/geometry"},
		"too far":             {suggest.Proposal{Kind: suggest.DuctLine, Geometry: along, ReachM: 501}, "/reach_m"},
		"not a number":        {suggest.Proposal{Kind: suggest.Mast, Geometry: at, HeightM: math.NaN()}, "/height_m"},
		"backwards":           {suggest.Proposal{Kind: suggest.Mast, Geometry: at, From: day(2), To: day(2)}, "/to"},
	} {
		faults := c.p.Check()
		if (len(faults) == 0) != (c.want == "") || len(faults) > 0 && faults[0].Pointer != c.want {
			t.Errorf("%s: %+v, want %q", name, faults, c.want)
		}
	}
}
