package demo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// The checklists that inspections answer, and their items (geodata/codes.csv).
var checklists = map[registry.Kind]struct {
	code  string
	items []string
}{
	registry.SiteKind: {"mast-2026", []string{"registered", "permit-shown", "class-height", "certificate-posted", "structure", "lighting", "lightning", "fence-sign", "tenants"}},
	registry.PoleKind: {"pole-2026", []string{"boxes", "no-coil", "clearance", "upright", "tags"}},
}

// breach is what an inspection finds wrong (vi phạm), and the item it shows at.
type breach struct{ item, rule, clause, words string }

// visitsSince is the first day of the campaign of inspections.
var visitsSince = registry.NewDate(2025, 9, 1)

// fileVisits sends inspectors to works: to most whose papers are not in order, and
// to some others; and has them report what nobody registered.
func (g *generator) fileVisits() {
	r := g.chance("visits")
	permits, ends := map[int64]*registry.Permit{}, map[int64]registry.Date{}
	for i := range g.out.Permits {
		permits[g.out.Permits[i].Asset] = &g.out.Permits[i]
	}
	for _, c := range g.out.Certificates {
		if c.ExpiresOn != nil {
			ends[c.Site] = *c.ExpiresOn
		}
	}
	for i := range g.out.Masts {
		m := &g.out.Masts[i]
		on := &g.out.Sites[m.Site-1]
		if on.Status != registry.Operating {
			continue
		}
		found := breachOf(m, permits[on.ID], ends[on.ID])
		if found == nil && r.IntN(14) > 0 || found != nil && r.IntN(3) == 0 {
			continue
		}
		g.visit(r, registry.SiteKind, on.ID, &m.ID, on.Geometry.Geometry.(orb.Point), later(visitsSince, on.OperatingFrom.AddDays(1)), found)
	}
	coiled := breach{"no-coil", "", "QCVN 33:2019/BTTTT", "Cáp thừa cuộn treo trên cột."}
	leaning := breach{"upright", "", "Quy chế quản lý, sử dụng cột treo cáp (mẫu)", "Cột nghiêng, phải gia cố hoặc thay."}
	for i := 0; i < len(g.out.Poles); i += 1 + len(g.out.Poles)/24 {
		p := &g.out.Poles[i]
		if p.Status == registry.Operating {
			g.visit(r, registry.PoleKind, p.ID, nil, p.Geometry.Geometry.(orb.Point), visitsSince, []*breach{nil, &coiled, nil, &leaning}[i%4])
		}
	}
	g.fileUnregistered(r)
	g.filePhotos(r)
}

// breachOf says what the papers of a mast show to be wrong; nil for nothing.
func breachOf(m *registry.Mast, p *registry.Permit, certificateEnds registry.Date) *breach {
	const permit = "Nghị định 25/2011/NĐ-CP, Điều 41 khoản 1"
	switch {
	case p != nil && p.Basis == "missing":
		return &breach{"permit-shown", "permit.missing", permit, "Không xuất trình được giấy phép xây dựng cột ăng ten."}
	case p != nil && p.HeightM != nil && m.HeightM != nil && *m.HeightM > *p.HeightM:
		return &breach{"class-height", "permit.height", permit, fmt.Sprintf("Cột cao %.0f m, giấy phép cho cao %.0f m.", *m.HeightM, *p.HeightM)}
	case certificateEnds != (registry.Date{}) && certificateEnds.Before(asOf):
		return &breach{"certificate-posted", "certificate.expired", "Thông tư 08/2020/TT-BTTTT", fmt.Sprintf("Giấy chứng nhận kiểm định đã hết hạn ngày %02d/%02d/%d.",
			certificateEnds.Time().Day(), certificateEnds.Time().Month(), certificateEnds.Year())}
	}
	return nil
}

// visit files an inspection and, where something was wrong, the violation.
func (g *generator) visit(r *rand.Rand, kind registry.Kind, asset int64, mast *int64, at orb.Point, since registry.Date, found *breach) {
	day := between(r, since, asOf)
	// offices work from eight to four, seven hours before Greenwich
	made := day.Time().Add(time.Hour + time.Duration(r.IntN(8*60))*time.Minute)
	list := checklists[kind]
	v := registry.Inspection{
		ID: int64(len(g.out.Inspections) + 1), AssetKind: kind, Asset: asset, Mast: mast, InspectionKind: chosen(r, []string{"planned", "ad_hoc", "follow_up"}, 7, 2, 1),
		Checklist: list.code, Outcome: "passed", MadeAt: made, AccuracyM: ref(float64(4 + r.IntN(22))), Geometry: registry.Geometry{Geometry: metresOff(r, at, 25)},
	}
	v.Code = fmt.Sprintf("KT-%d-%04d", day.Year(), v.ID)
	for _, item := range list.items {
		a := registry.Answer{Item: list.code + "." + item, Answer: chosen(r, []string{"yes", "na", "unknown"}, 88, 8, 4)}
		if found != nil && item == found.item {
			a.Answer, a.Note = "no", found.words
		}
		v.Answers = append(v.Answers, a)
	}
	switch {
	case found != nil:
		v.Outcome, v.Note = "failed", ref(found.words)
	case r.IntN(12) == 0:
		v.Outcome, v.Note, v.Answers = "no_access", ref("Chủ nhà đi vắng, hẹn lại."), nil
	case r.IntN(10) == 0:
		v.Outcome, v.Note = "follow_up", ref("Biển báo mờ, đề nghị thay; kiểm tra lại sau 30 ngày.")
	}
	g.out.Inspections = append(g.out.Inspections, v)
	if found == nil {
		return
	}
	broken := registry.Violation{
		ID: int64(len(g.out.Violations) + 1), AssetKind: kind, Asset: asset, Mast: mast, Inspection: ref(v.ID), Clause: found.clause, Description: found.words,
		State: registry.ViolationRecorded, FoundOn: day, Deadline: ref(day.AddDays(30 * (1 + r.IntN(3)))), Note: ref("dữ liệu mẫu"),
	}
	broken.Code = fmt.Sprintf("VP-%d-%04d", day.Year(), broken.ID)
	if found.rule != "" {
		broken.Rule = ref(found.rule)
	}
	told, mended := earlier(day.AddDays(3+r.IntN(10)), asOf), earlier(day.AddDays(20+r.IntN(60)), asOf)
	switch r.IntN(10) {
	case 0, 1, 2:
		broken.State, broken.NotifiedOn = registry.ViolationNotified, &told
	case 3:
		broken.State, broken.NotifiedOn, broken.RemediedOn = registry.ViolationRemedied, &told, &mended
	case 4:
		broken.State, broken.NotifiedOn, broken.RemediedOn, broken.ClosedOn = registry.ViolationClosed, &told, &mended, &mended
		broken.DecisionNumber = ref(fmt.Sprintf("%d/QĐ-XPHC", 10+r.IntN(400)))
	}
	g.out.Violations = append(g.out.Violations, broken)
}

// metresOff gives a place some metres from another.
func metresOff(r *rand.Rand, at orb.Point, m float64) orb.Point {
	const degreeM = 111_000
	sin, cos := math.Sincos(2 * math.Pi * r.Float64())
	away := (0.3 + 0.7*r.Float64()) * m / degreeM
	return orb.Point{at[0] + away*cos/math.Cos(at[1]*math.Pi/180), at[1] + away*sin}
}

// fileUnregistered reports what stands by the villages that the register does not know.
func (g *generator) fileUnregistered(r *rand.Rand) {
	for i, words := range []string{
		"Cột dây co khoảng 30 m sau nhà văn hóa, không biển hiệu.", "Trạm thu phát trên mái nhà ba tầng, mới dựng.", "Cột ăng ten tự đứng cạnh chợ, đang lắp thiết bị.",
		"Cột thấp ngụy trang trên nóc quán cà phê.", "Móng cột mới đổ bê tông, chưa dựng thân.", "Cột trong sân bưu điện xã, có hai tủ thiết bị.",
		"Ăng ten gắn trên bồn nước khu tập thể.", "Cột bê tông ly tâm treo ba bộ ăng ten.", "Cột cũ bỏ không, dây co đứt một sợi.", "Trạm phát lưu động để lâu ngày bên đường.",
	} {
		place := lonLat(g.villages[r.IntN(len(g.villages))].at)
		day := between(r, registry.NewDate(2026, 6, 1), asOf)
		f := registry.FieldReport{
			ID: int64(i + 1), Code: fmt.Sprintf("BC-2026-%04d", i+1), AssetKind: registry.SiteKind, SeenAt: day.Time().Add(time.Hour + time.Duration(r.IntN(8*60))*time.Minute),
			Description: words, AccuracyM: ref(float64(5 + r.IntN(30))), State: []string{"new", "new", "new", "checking", "matched"}[i%5], Note: ref("dữ liệu mẫu"),
		}
		if f.State == registry.ReportMatched { // somebody had only looked in the wrong place
			on := &g.out.Sites[r.IntN(len(g.out.Sites))]
			f.Site, place = ref(on.ID), on.Geometry.Geometry.(orb.Point)
		}
		f.Geometry.Geometry = metresOff(r, place, 120)
		g.out.FieldReports = append(g.out.FieldReports, f)
	}
}

// filePhotos has photos taken of violations, of inspections that found nothing, and
// of what was reported: some of each.
func (g *generator) filePhotos(r *rand.Rand) {
	const each = 16
	add := func(p registry.Photo, caption string, at time.Time, kind registry.Kind) {
		p.ID = int64(len(g.out.Photos) + 1)
		p.Code, p.Caption, p.TakenAt = fmt.Sprintf("A-%04d", p.ID), ref(caption), &at
		g.out.Photos = append(g.out.Photos, p)
		g.out.Pictures = append(g.out.Pictures, paint(r, kind == registry.PoleKind))
	}
	broken := map[int64]bool{}
	for i := range g.out.Violations {
		v := &g.out.Violations[i]
		broken[*v.Inspection] = true
		if i < each {
			add(registry.Photo{Violation: ref(v.ID)}, "Ảnh mẫu: "+v.Description, g.out.Inspections[*v.Inspection-1].MadeAt.Add(5*time.Minute), v.AssetKind)
		}
	}
	for i, taken := 0, 0; i < len(g.out.Inspections) && taken < each; i++ {
		if v := &g.out.Inspections[i]; !broken[v.ID] || taken%4 == 0 {
			taken++
			add(registry.Photo{Inspection: ref(v.ID)}, "Ảnh mẫu: toàn cảnh khi kiểm tra", v.MadeAt, v.AssetKind)
		}
	}
	for i := range g.out.FieldReports {
		f := &g.out.FieldReports[i]
		add(registry.Photo{FieldReport: ref(f.ID)}, "Ảnh mẫu: "+f.Description, f.SeenAt, f.AssetKind)
	}
}
