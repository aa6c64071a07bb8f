package sharing

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Cohorts of the denominator. A target for new positions and a baseline of the
// whole stock are never compared.
const (
	Stock = "stock" // all in service on the day
	New   = "new"   // put into operation on or after Since
)

// Ways power poles, and others' poles that no telecom uses, count.
const (
	PowerPolesWithTenants = "with_tenants" // a pole of another sector is a telecom pole once a telecom cable hangs on it
	PowerPolesAll         = "all"
	PowerPolesNone        = "none"
)

// Definition is a reading of the sharing ratio: every parameter that provinces
// take differently, explicit (domain.md §1.2). The official formula text was
// not seen; the defaults are the working definition.
type Definition struct {
	Asset  registry.Kind `json:"asset"`
	Method Method        `json:"method"`
	// MergeDistanceM makes one position of registrations nearer than this, for
	// MethodSpatial.
	MergeDistanceM float64        `json:"merge_distance_m"`
	Cohort         string         `json:"cohort"`
	Since          *registry.Date `json:"since"`
	// Measure is count, or length for lines.
	Measure string `json:"measure"`
	// ConfirmedOnly counts only tenancies both sides have confirmed. A disputed
	// one never counts.
	ConfirmedOnly bool `json:"confirmed_only"`
	// CountActiveSharing counts the partners of actively shared stations (MORAN,
	// MOCN, roaming) as tenants.
	CountActiveSharing bool `json:"count_active_sharing"`
	// TowerCompanySingle takes a tower company's asset with one tenant as shared.
	TowerCompanySingle bool   `json:"tower_company_single"`
	PowerPoles         string `json:"power_poles"`
	// ExcludeSiteKinds leaves kinds of site out; how many is reported.
	ExcludeSiteKinds []string `json:"exclude_site_kinds"`
}

// DefaultMergeDistanceM is the distance under which two registrations ask
// whether they are one position (domain.md §1.2).
const DefaultMergeDistanceM = 10

// DefaultDefinition is the working definition for a kind of asset.
func DefaultDefinition(kind registry.Kind) Definition {
	d := Definition{Asset: kind, Method: MethodRegistered, MergeDistanceM: DefaultMergeDistanceM, Cohort: Stock,
		Measure: "count", PowerPoles: PowerPolesWithTenants}
	switch kind {
	case registry.SiteKind:
		d.ExcludeSiteKinds = []string{"in_building", "small_cell", "vehicle"}
	case registry.DuctKind, registry.TrenchKind, registry.CableRouteKind:
		d.Measure = "length"
	}
	return d
}

// Check gives the error of a definition that means nothing (CodeInvalid).
func (d Definition) Check() error {
	bad := func(name, value string) error {
		return registry.Errorf(registry.CodeInvalid, "Tham số %s không hợp lệ: %q.", "Parameter %s is not valid: %q.", name, value)
	}
	noun := registry.NounByKind(d.Asset)
	switch {
	case noun == nil:
		return bad("asset", string(d.Asset))
	case d.Method != MethodRegistered && d.Method != MethodSpatial:
		return bad("method", string(d.Method))
	case d.Method == MethodSpatial && noun.Geometry != registry.Point:
		return registry.Errorf(registry.CodeInvalid, "Phương pháp spatial chỉ dùng cho công trình dạng điểm.",
			"The spatial method is for assets that are points.")
	case d.Cohort != Stock && d.Cohort != New:
		return bad("cohort", d.Cohort)
	case d.Cohort == New && d.Since == nil:
		return registry.Errorf(registry.CodeInvalid, "Nhóm new cần ngày bắt đầu (since).", "The cohort new needs a first day (since).")
	case !slices.Contains([]string{"count", "length"}, d.Measure):
		return bad("measure", d.Measure)
	case d.Measure == "length" && noun.Geometry != registry.LineString:
		return registry.Errorf(registry.CodeInvalid, "Chỉ tuyến mới đo theo chiều dài.", "Only lines are measured by length.")
	case !slices.Contains([]string{PowerPolesWithTenants, PowerPolesAll, PowerPolesNone}, d.PowerPoles):
		return bad("power_poles", d.PowerPoles)
	}
	return nil
}
