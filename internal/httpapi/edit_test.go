package httpapi_test

import (
	"fmt"
	"math"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sharedLength is the sharing ratio of ducts by length on a day: metres shared
// and metres in all.
func (c client) sharedLength(day string) (shared, all float64) {
	c.Helper()
	var ratio struct{ Numerator, Denominator float64 }
	c.do(http.MethodGet, "/api/v1/indicators/sharing?asset=ducts&as_of="+day, nil).want(http.StatusOK).read(&ratio)
	return ratio.Numerator, ratio.Denominator
}

// Cutting a section and joining the parts again leaves the numbers of every day
// as they were, and in the end the section.
func TestSplitAndJoin(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	for _, code := range []string{"VNPT", "VTL", "MBF"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	from := c.create("manholes", record{"code": "B1", "geometry": point(105.8, 21)})
	to := c.create("manholes", record{"code": "B2", "geometry": point(105.806, 21.004)})
	duct := c.create("ducts", record{"code": "CB", "owner": "VNPT", "owner_present": true, "operating_from": "2020-01-01", "ducts": 6, "free_ducts": 2, "material": "pvc",
		"from_manhole": from.id(), "to_manhole": to.id(), "note": "ghi chú", "submitted": record{"x": "1", "y": "2"},
		"geometry": line(105.8, 21, 105.8023457, 21.0011, 105.8031, 21.0024567, 105.806, 21.004)})
	c.create("ducts", record{"code": "CB-2", "owner": "VNPT", "operating_from": "2020-01-01", "geometry": line(105.9, 21, 105.9, 21.001)}) // the code is taken
	c.create("tenancies", record{"asset_kind": "duct", "asset": duct.id(), "tenant": "VTL", "placement": "cable", "from": "2021-01-01", "to": "2024-01-01", "slots": 2})
	c.create("tenancies", record{"asset_kind": "duct", "asset": duct.id(), "tenant": "MBF", "placement": "cable", "from": "2023-01-01"})
	c.create("permits", record{"asset_kind": "duct", "asset": duct.id(), "basis": "permit", "number": "12"})
	days := []string{"2019-12-31", "2020-06-01", "2021-06-01", "2023-06-01", "2024-06-01", "2026-01-01"}
	was := map[string][2]float64{}
	for _, day := range days {
		shared, all := c.sharedLength(day)
		was[day] = [2]float64{shared, all}
	}
	if w := was["2021-06-01"]; w[0] < 700 || w[1] < w[0]+100 {
		t.Fatalf("%v", was)
	}
	same := func(sections int) {
		t.Helper()
		for _, day := range days {
			shared, all := c.sharedLength(day)
			if most := 0.001 * float64(sections); math.Abs(shared-was[day][0]) > most || math.Abs(all-was[day][1]) > most {
				t.Errorf("on %s %v of %v m are shared, before the edit %v", day, shared, all, was[day])
			}
		}
	}
	split := func(r record, body record) [2]record {
		t.Helper()
		var out struct{ Ducts [2]record }
		a := c.with("If-Match", r.etag("duct")).do(http.MethodPost, fmt.Sprintf("/api/v1/ducts/%d/split", r.id()), body).want(http.StatusOK)
		a.read(&out)
		if a.header.Get("ETag") != out.Ducts[0].etag("duct") || a.header.Get("Location") != fmt.Sprintf("/api/v1/ducts/%d", out.Ducts[1].id()) {
			t.Errorf("headers %v", a.header)
		}
		return out.Ducts
	}
	parts := split(duct, record{"at": 0.4, "new_manhole": record{"code": "B3", "depth_m": 1.5}})
	a, b := parts[0], parts[1]
	if a.id() != duct.id() || a["code"] != "CB" || b["code"] != "CB-3" || a["note"] != "ghi chú" || b["note"] != "ghi chú" || b["owner"] != "VNPT" || b["ducts"] != 6.0 ||
		b["operating_from"] != "2020-01-01" || a["submitted"] == nil || b["submitted"] != nil {
		t.Errorf("parts %v and %v", a, b)
	}
	middle := c.list("/api/v1/manholes?q=B3")[0]
	if middle["owner"] != "VNPT" || a["from_manhole"] != duct["from_manhole"] || a["to_manhole"] != middle["id"] || b["from_manhole"] != middle["id"] || b["to_manhole"] != duct["to_manhole"] {
		t.Errorf("manholes %v %v, %v %v of %v", a["from_manhole"], a["to_manhole"], b["from_manhole"], b["to_manhole"], middle)
	}
	if share := a["length_m"].(float64) / duct["length_m"].(float64); math.Abs(share-0.4) > 0.001 {
		t.Errorf("cut at %v", share)
	}
	for _, r := range parts {
		for path, want := range map[string]int{"tenancies": 2, "permits": 1} {
			if got := c.list(fmt.Sprintf("/api/v1/%s?asset_kind=duct&asset=%d", path, r.id())); len(got) != want {
				t.Errorf("%s has %d %s", r["code"], len(got), path)
			}
		}
	}
	same(3)
	third := split(b, record{"at": point(105.804, 21.00295), "code": "CB-x"})
	same(4)
	// the log knows why and by which request
	change := c.feed(fmt.Sprintf("/api/v1/changes?noun=ducts&record_id=%d", third[1].id())).Items
	if len(change) != 1 || change[0].Op != "create" || change[0].Reason != fmt.Sprintf("split duct %d", b.id()) {
		t.Errorf("logged %+v", change)
	}

	join := func(a, b record) answer {
		t.Helper()
		return c.with("If-Match", a.etag("duct")+", "+b.etag("duct")).do(http.MethodPost, "/api/v1/ducts/join", record{"ids": []int64{a.id(), b.id()}})
	}
	join(a, third[1]).refused(http.StatusUnprocessableEntity, "join.apart ids")
	far := join(third[1], third[0]).want(http.StatusOK).record() // the one before it, into it
	if far.id() != third[1].id() || far["code"] != "CB-x" {
		t.Errorf("joined %v", far)
	}
	same(3)
	whole := join(a, far).want(http.StatusOK).record()
	same(2)
	for name, value := range duct {
		switch name {
		case "version", "updated_at", "length_m", "geometry":
		default:
			if diff := cmp.Diff(value, whole[name]); diff != "" {
				t.Errorf("%s is not what it was: %s", name, diff)
			}
		}
	}
	if math.Abs(whole["length_m"].(float64)-duct["length_m"].(float64)) > 0.002 {
		t.Errorf("%v m of %v", whole["length_m"], duct["length_m"])
	}
	if got := len(c.list("/api/v1/tenancies")) + len(c.list("/api/v1/permits")); got != 3 {
		t.Errorf("%d tenancies and permits are left of 3", got)
	}
	c.do(http.MethodGet, fmt.Sprintf("/api/v1/ducts/%d", far.id()), nil).refused(http.StatusNotFound)
}

// What cannot be cut or joined is refused with its reason, and nothing changes.
func TestSplitAndJoinRefused(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, code := range []string{"VNPT", "VTL"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	duct := c.create("ducts", record{"code": "A", "owner": "VNPT", "operating_from": "2020-01-01", "geometry": line(105.8, 21, 105.801, 21)})
	other := c.create("ducts", record{"code": "B", "owner": "VTL", "operating_from": "2021-01-01", "ducts": 2, "geometry": line(105.802, 21, 105.801, 21)})
	away := c.create("manholes", record{"code": "B1", "geometry": point(105.8005, 21.01)})
	near := c.create("manholes", record{"code": "B2", "geometry": point(105.8005, 21.00005)})
	c.create("tenancies", record{"asset_kind": "duct", "asset": duct.id(), "tenant": "VTL", "from": "2021-01-01", "slots": 1})
	c.create("tenancies", record{"asset_kind": "duct", "asset": other.id(), "tenant": "VTL", "from": "2022-01-01"})
	path := fmt.Sprintf("/api/v1/ducts/%d/split", duct.id())
	tagged := c.with("If-Match", duct.etag("duct"))
	for _, wrong := range []struct {
		body  any
		rules []string
	}{
		{record{}, []string{"required at"}},
		{record{"at": 0}, []string{"field.type at"}},
		{record{"at": 1}, []string{"field.type at"}},
		{record{"at": "x"}, []string{"field.type at"}},
		{record{"at": line(1, 2, 3, 4)}, []string{"field.type at"}},
		{record{"at": 0.5, "manhol": 1}, []string{"field.unknown manhol"}},
		{record{"at": 0.001}, []string{"split.end at"}},
		{record{"at": point(105.8005, 21.001)}, []string{"split.far at"}},
		{record{"manhole": away.id()}, []string{"split.far manhole"}},
		{record{"manhole": 999}, []string{"reference.unknown manhole"}},
		{record{"manhole": near.id(), "new_manhole": record{"code": "B3"}}, []string{"split.manholes new_manhole"}},
		{record{"at": 0.5, "new_manhole": record{}}, []string{"required code"}},
		{record{"at": 0.5, "new_manhole": record{"cod": "B3"}}, []string{"field.unknown cod"}},
	} {
		p := tagged.do(http.MethodPost, path, wrong.body).refused(http.StatusUnprocessableEntity, wrong.rules...)
		if m, ok := wrong.body.(record)["new_manhole"]; ok && len(p.Faults[0].Pointer) < len("/new_manhole") {
			t.Errorf("the fault of %v points at %q", m, p.Faults[0].Pointer)
		}
	}
	tagged.do(http.MethodPost, path, record{"at": 0.5, "new_manhole": record{"code": "B1", "owner": nil}}).want(http.StatusOK) // the duct's owner has no B1
	c.do(http.MethodPost, path, record{"at": 0.5}).refused(http.StatusPreconditionRequired)
	if p := tagged.do(http.MethodPost, path, record{"at": 0.5}).refused(http.StatusPreconditionFailed); p.Current["code"] != "A" {
		t.Errorf("the stale edit is told %v", p.Current)
	}
	c.with("If-Match", `"duct-999-1"`).do(http.MethodPost, "/api/v1/ducts/999/split", record{"at": 0.5}).refused(http.StatusNotFound)
	c.with("Authorization", "").do(http.MethodPost, path, record{"at": 0.5}).refused(http.StatusUnauthorized)

	second := c.list("/api/v1/ducts?q=A+2")[0]
	for _, ids := range [][]int64{{}, {1}, {second.id(), second.id()}, {1, 2, 3}} {
		c.do(http.MethodPost, "/api/v1/ducts/join", record{"ids": ids}).refused(http.StatusUnprocessableEntity, "join.two ids")
	}
	both := c.with("If-Match", second.etag("duct")+","+other.etag("duct"))
	body := record{"ids": []int64{second.id(), other.id()}}
	both.do(http.MethodPost, "/api/v1/ducts/join", body).refused(http.StatusUnprocessableEntity,
		"join.differs owner", "join.differs operating_from", "join.differs ducts", "join.differs tenancies", "join.differs tenancies")
	c.with("If-Match", second.etag("duct")).do(http.MethodPost, "/api/v1/ducts/join", body).refused(http.StatusPreconditionFailed)
	c.do(http.MethodPost, "/api/v1/ducts/join", body).refused(http.StatusPreconditionRequired)
	c.with("If-Match", second.etag("duct")+`, "duct-999-1"`).do(http.MethodPost, "/api/v1/ducts/join", record{"ids": []int64{second.id(), 999}}).
		refused(http.StatusUnprocessableEntity, "reference.unknown ids")
	if got := codesOf(c.list("/api/v1/ducts")); got != "A B A-2" {
		t.Errorf("ducts %s", got)
	}
}

// An edit sent again under its key is answered as the first time, though the
// record has another version now.
func TestSplitAgain(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	duct := c.create("ducts", record{"code": "A", "geometry": line(105.8, 21, 105.801, 21)})
	c = c.with("If-Match", duct.etag("duct")).with("Idempotency-Key", "cut")
	path := fmt.Sprintf("/api/v1/ducts/%d/split", duct.id())
	first := c.do(http.MethodPost, path, record{"at": 0.5}).want(http.StatusOK)
	again := c.do(http.MethodPost, path, record{"at": 0.5}).want(http.StatusOK)
	if string(first.body) != string(again.body) || again.header.Get("Idempotency-Replayed") != "true" {
		t.Errorf("answered %s", again.body)
	}
}

func TestSnap(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	start := c.create("manholes", record{"code": "B1", "geometry": point(105.8001, 21)})
	c.create("manholes", record{"code": "B0", "geometry": point(105.7998, 21)}) // farther from the end
	c.create("manholes", record{"code": "Bx", "geometry": point(105.80005, 21), "status": "removed", "removed_on": "2020-01-01"})
	end := c.create("manholes", record{"code": "B2", "geometry": point(105.803, 21.0003)})
	duct := c.create("ducts", record{"code": "A", "geometry": line(105.8, 21, 105.801, 21, 105.803, 21)})
	snap := func(r record, tolerance any) answer {
		return c.with("If-Match", r.etag("duct")).do(http.MethodPost, fmt.Sprintf("/api/v1/ducts/%d/snap", r.id()), record{"tolerance_m": tolerance})
	}
	for _, bad := range []any{0, -1, 50.1, nil} {
		snap(duct, bad).want(http.StatusUnprocessableEntity)
	}
	snap(duct, 10).refused(http.StatusUnprocessableEntity, "snap.none tolerance_m")
	one := snap(duct, 20).want(http.StatusOK).record()
	if one["from_manhole"] != start["id"] || one["to_manhole"] != nil {
		t.Errorf("within 20 m %v and %v", one["from_manhole"], one["to_manhole"])
	}
	two := snap(one, 50).want(http.StatusOK).record()
	want := normal(t, record{"g": line(105.8001, 21, 105.801, 21, 105.803, 21.0003)})["g"]
	if diff := cmp.Diff(want, two["geometry"]); diff != "" || two["from_manhole"] != start["id"] || two["to_manhole"] != end["id"] {
		t.Errorf("within 50 m %v and %v: %s", two["from_manhole"], two["to_manhole"], diff)
	}
	if two["length_m"] == duct["length_m"] {
		t.Error("the length is that of the old line")
	}
	short := c.create("ducts", record{"code": "C", "geometry": line(105.80012, 21, 105.80018, 21)})
	snap(short, 20).refused(http.StatusUnprocessableEntity, "snap.same tolerance_m")
}

// A mast moved on a day takes its stations along from that day, and the days
// before stay what they were; without a day the record was wrong all along.
func TestMoveMast(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, code := range []string{"VTL", "VNPT"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	here := c.create("sites", record{"code": "here", "owner": "VTL", "operating_from": "2018-01-01", "geometry": point(105.8, 21)})
	there := c.create("sites", record{"code": "there", "owner": "VTL", "operating_from": "2018-01-01", "geometry": point(105.9, 21)})
	mast := c.create("masts", record{"code": "M", "site": here.id(), "operating_from": "2019-01-01", "height_m": 42})
	for code, dates := range map[string][2]any{"old": {"2019-01-01", "2022-01-01"}, "4G": {"2019-01-01", nil}, "5G": {"2025-06-01", nil}} {
		c.create("stations", record{"code": code, "site": here.id(), "mast": mast.id(), "operator": "VTL", "technology": "4G", "on_air_from": dates[0], "on_air_to": dates[1]})
	}
	c.create("stations", record{"code": "N", "site": here.id(), "mast": mast.id(), "operator": "VNPT", "technology": "4G", "on_air_from": "2020-01-01"})
	c.create("stations", record{"code": "roof", "site": here.id(), "operator": "VNPT", "technology": "5G", "on_air_from": "2023-01-01"}) // on no mast
	numbers := func(day string) string {
		var ratio struct {
			Numerator, Denominator float64
			Groups                 []struct {
				Key       string
				Numerator float64
			}
		}
		c.do(http.MethodGet, "/api/v1/indicators/sharing?asset=sites&by=operator&as_of="+day, nil).want(http.StatusOK).read(&ratio)
		return fmt.Sprint(ratio)
	}
	days := []string{"2018-06-01", "2019-06-01", "2021-06-01", "2024-12-31"}
	was := map[string]string{}
	for _, day := range days {
		was[day] = numbers(day) + codesOf(c.list("/api/v1/sites?technology=4G&as_of="+day))
	}
	move := func(r record, body record) answer {
		return c.with("If-Match", r.etag("mast")).do(http.MethodPost, fmt.Sprintf("/api/v1/masts/%d/move", r.id()), body)
	}
	move(mast, record{}).refused(http.StatusUnprocessableEntity, "required site")
	move(mast, record{"site": here.id()}).refused(http.StatusUnprocessableEntity, "move.same site")
	move(mast, record{"site": 999}).refused(http.StatusUnprocessableEntity, "reference.unknown site")
	move(mast, record{"site": there.id(), "on": "2019-01-01"}).refused(http.StatusUnprocessableEntity, "move.day on")
	move(mast, record{"site": there.id(), "on": "soon"}).refused(http.StatusUnprocessableEntity, "field.type on")

	var moved struct {
		Mast     record
		Stations []record
	}
	a := move(mast, record{"site": there.id(), "on": "2025-01-01"}).want(http.StatusOK)
	a.read(&moved)
	if moved.Mast.id() != mast.id() || moved.Mast["site"] != there["id"] || moved.Mast["operating_from"] != "2025-01-01" || moved.Mast["height_m"] != 42.0 ||
		a.header.Get("ETag") != moved.Mast.etag("mast") || len(moved.Stations) != 3 {
		t.Errorf("moved %+v", moved)
	}
	for _, day := range days {
		if is := numbers(day) + codesOf(c.list("/api/v1/sites?technology=4G&as_of="+day)); is != was[day] {
			t.Errorf("on %s the numbers are %s, before the move %s", day, is, was[day])
		}
	}
	if got := codesOf(c.list("/api/v1/sites?technology=4G&as_of=2025-01-01")); got != "there" {
		t.Errorf("from the day on 4G is at %s", got)
	}
	for query, want := range map[string]map[string]bool{
		fmt.Sprint("site=", here.id()):  {"old": true, "4G@2025-01-01": true, "N@2025-01-01": true, "roof": true},
		fmt.Sprint("site=", there.id()): {"4G": true, "5G": true, "N": true},
	} {
		got := map[string]bool{}
		for _, r := range c.list("/api/v1/stations?" + query) {
			got[r["code"].(string)] = true
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
	kept := c.list(fmt.Sprint("/api/v1/masts?site=", here.id()))
	if len(kept) != 1 || kept[0]["code"] != "M" || kept[0]["operating_from"] != "2019-01-01" || kept[0]["operating_to"] != "2025-01-01" {
		t.Errorf("the site keeps %v", kept)
	}
	for _, r := range c.list(fmt.Sprint("/api/v1/stations?site=", here.id())) {
		if r["code"] != "roof" && r["mast"] != kept[0]["id"] {
			t.Errorf("%s is kept on mast %v", r["code"], r["mast"])
		}
	}

	// a correction: nothing was ever there
	move(moved.Mast, record{"site": here.id()}).refused(http.StatusConflict) // a mast of that code is kept here
	third := c.create("sites", record{"code": "third", "operating_from": "2018-01-01", "geometry": point(105.7, 21)})
	move(moved.Mast, record{"site": third.id()}).want(http.StatusOK).read(&moved)
	if moved.Mast["operating_from"] != "2025-01-01" || len(moved.Stations) != 3 || len(c.list(fmt.Sprint("/api/v1/stations?site=", there.id()))) != 0 {
		t.Errorf("corrected to %+v", moved)
	}
}
