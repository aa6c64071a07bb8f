package suggest

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geo"

	"github.com/hatangso/hatangso/internal/registry"
)

// Kind is what a proposal means to build.
type Kind string

const (
	Mast     Kind = "mast" // cột ăng ten: a point
	DuctLine Kind = "duct" // tuyến cống bể: a line
	PoleLine Kind = "pole" // tuyến cột treo cáp: a line
)

// Kinds lists them.
var Kinds = []Kind{Mast, DuctLine, PoleLine}

// Asset is the kind of asset whose sharing ratio the proposal moves.
func (k Kind) Asset() registry.Kind {
	return map[Kind]registry.Kind{Mast: registry.SiteKind, DuctLine: registry.DuctKind, PoleLine: registry.PoleKind}[k]
}

// Serving are the nouns of works that may serve a proposal in its stead: cables
// need no poles of their own where there are ducts, nor ducts where a trench is.
func (k Kind) Serving() []*registry.Noun {
	switch k {
	case Mast:
		return []*registry.Noun{registry.SiteNoun}
	case DuctLine:
		return []*registry.Noun{registry.DuctNoun, registry.TrenchNoun}
	case PoleLine:
		return []*registry.Noun{registry.PoleNoun, registry.DuctNoun, registry.TrenchNoun}
	}
	return nil
}

// Limits of a proposal.
const (
	// MaxMastReachM and MaxLineReachM bound how far is looked, in metres.
	MaxMastReachM = 5000.0
	MaxLineReachM = 500.0
	// MaxStepsOfLine bounds the positions of a planned line, and MaxLineM its length in
	// metres: it crosses a province.
	MaxStepsOfLine = 5000
	MaxLineM       = 200_000.0
)

// Proposal is a work somebody means to build (công trình định xây).
type Proposal struct {
	Kind Kind `json:"kind"`
	// Geometry is a point for a mast, a line for ducts and poles, in WGS84.
	Geometry registry.Geometry `json:"geometry"`
	// HeightM is how high a mast's antennas are to be above the ground, in metres;
	// 0 when not known.
	HeightM float64 `json:"height_m"`
	// LoadKg is what is to be hung on a mast; 0 when not known.
	LoadKg float64 `json:"load_kg"`
	// Ducts is how many ducts are needed, 1 when not given; Poles how many poles a
	// line of them would have, counted from its length when not given.
	Ducts int `json:"ducts"`
	Poles int `json:"poles"`
	// Technology is what a mast is for; it is shown in the annex.
	Technology string `json:"technology"`
	// Operator is the code of who would build; the asker's own organization when
	// not given, and for an operator always.
	Operator string `json:"operator"`
	// ReachM is how far is looked, in metres; the province's setting when 0.
	ReachM float64 `json:"reach_m"`
	// From and To are when it would be built, To not included: other planned works
	// overlap it when they are to be built in the same period.
	From *registry.Date `json:"from"`
	To   *registry.Date `json:"to"`
}

// Check gives every fault of a proposal, and leaves its geometry as the register
// keeps one.
func (p *Proposal) Check() (faults []registry.Fault) {
	bad := func(field, value string, message, mend registry.Text) {
		f := registry.NewFault("proposal.invalid", field, value, message, mend)
		f.Pointer = "/" + field
		faults = append(faults, f)
	}
	want, reach := registry.LineString, MaxLineReachM
	switch p.Kind {
	case Mast:
		want, reach = registry.Point, MaxMastReachM
	case DuctLine, PoleLine:
	default:
		bad("kind", string(p.Kind), registry.Tf("Không có loại %q.", "There is no kind %q.", string(p.Kind)), registry.T("Dùng mast, duct hoặc pole.", "Use mast, duct or pole."))
		return faults
	}
	g, wrong := registry.CheckGeometry(p.Geometry.Geometry, want)
	for i := range wrong {
		wrong[i].Pointer = "/geometry"
	}
	if faults = append(faults, wrong...); len(wrong) == 0 {
		p.Geometry.Geometry = g
	}
	switch line, _ := g.(orb.LineString); {
	case len(line) > MaxStepsOfLine:
		bad("geometry", "", registry.Tf("Tuyến có quá %d điểm.", "The line has more than %d positions.", MaxStepsOfLine), registry.T("Đơn giản hóa tuyến.", "Simplify the line."))
	case geo.Length(line) > MaxLineM:
		bad("geometry", "", registry.Tf("Tuyến dài quá %g km.", "The line is longer than %g km.", MaxLineM/1000), registry.T("Kiểm tra tọa độ, hoặc chia tuyến.", "Check the coordinates, or divide the line."))
	}
	if !(p.ReachM >= 0 && p.ReachM <= reach) {
		bad("reach_m", "", registry.Tf("Khoảng cách phải từ 0 đến %g m.", "The reach must be 0 to %g m.", reach), registry.T("Ghi 0 để dùng mặc định của tỉnh.", "Give 0 for the province's default."))
	}
	for field, v := range map[string]float64{"height_m": p.HeightM, "load_kg": p.LoadKg, "ducts": float64(p.Ducts), "poles": float64(p.Poles)} {
		if !(v >= 0 && v <= 100_000) {
			bad(field, "", registry.T("Ngoài khoảng hợp lý.", "Out of range."), registry.T("Kiểm tra giá trị và đơn vị đo.", "Check the value and its unit."))
		}
	}
	if p.From != nil && p.To != nil && !p.From.Before(*p.To) {
		bad("to", p.To.String(), registry.T("Ngày kết thúc phải sau ngày bắt đầu.", "The end must be after the beginning."), registry.T("Sửa một trong hai ngày.", "Correct one of the two dates."))
	}
	return faults
}
