package registry

import (
	"fmt"
	"strings"
)

// Tier is how much of a record somebody sees (mức xem), each tier including
// those below it.
type Tier int

const (
	NoTier      Tier = iota // nothing, not even that it exists
	CoarseTier              // thô: the public
	PassiveTier             // hạ tầng thụ động: operators, of others' works
	AreaTier                // địa bàn: local staff in their units; all but contracts and prices
	FullTier                // đầy đủ: the owner, the department, auditors
)

var tierNames = [...]string{"none", "coarse", "passive", "area", "full"}

// String names the tier, as guarded views and logs do.
func (t Tier) String() string {
	if t < NoTier || t > FullTier {
		return fmt.Sprintf("Tier(%d)", int(t))
	}
	return tierNames[t]
}

// Precision is how exactly a position is shown (độ chính xác vị trí).
type Precision string

const (
	Nowhere Precision = "none"  // no geometry at all
	OnGrid  Precision = "grid"  // snapped to the grid of the public map
	Exactly Precision = "exact" // as registered
)

// disclosed is what each tier sees that the tier below does not, by noun; the
// fields of Asset, which all kinds share, stand under "asset". The judgement
// is design.md §7's; what decided a field is said beside it.
//
// Never move a code down to coarse: a record filed without one is called by
// its exact position (see PositionCode).
var disclosed = map[string][FullTier + 1]string{
	"asset": {
		CoarseTier: "id version status commune_code commune province geometry",
		// what it is, whose, where, whether one may come in, and for when it is planned:
		// who would build beside it may join it instead
		PassiveTier: "code name owner owner_present address road declared_commune fibre_access disclosure planned_on",
		// history is the owner's business; submitted repeats the position. The map of a
		// past day is for everybody, so who asks day after day learns when a work came
		// and went; what is withheld is the column
		AreaTier: "approved_on built_on operating_from operating_to removed_on source note submitted created_at updated_at",
	},
	"site": {
		PassiveTier: "site_kind host_type shelter shelter_area_m2 land_area_m2 power elevation_m building_height_m free_slots max_load_kg area_class sharing_since",
		// transmission draws the operator's network
		// what a verdict rests on are papers
		AreaTier: "land_use battery_hours transmission refusal_reason verdict permit_verdict certificate_verdict certificate_until",
		// host_name is personal data
		FullTier: "host_name lease_contract",
	},
	"mast": {
		CoarseTier:  "id version class geometry",
		PassiveTier: "site code structure height_m width_m wind_zone design_load_kg year_built platforms site_code",
		AreaTier:    "foundation lighted inspected_on operating_from operating_to note",
	},
	"station": {
		CoarseTier:  "id version technology geometry",
		PassiveTier: "site mast operator active_shared site_code",
		// radio parameters and whom an operator works with
		AreaTier: "code name band_mhz sectors azimuths tilt_deg antenna_height_m gain_dbi eirp_dbm carrier_mhz cell_id on_air_from on_air_to partners note",
	},
	"pole": {
		PassiveTier: "class material height_m line_no route_code boxes clearance_m to_remove",
		AreaTier:    "condition",
	},
	"duct": {
		PassiveTier: "from_manhole to_manhole ducts diameter_mm material free_ducts length_m",
		AreaTier:    "depth_m",
	},
	"manhole": {
		PassiveTier: "manhole_type size_text",
		AreaTier:    "lid_class depth_m condition",
	},
	"trench": {
		PassiveTier: "trench_type width_m height_m manager capacity_text length_m",
		AreaTier:    "depth_m sectors fire_safety",
		FullTier:    "decision", // of the rental price
	},
	// a cable is not passive infrastructure: that it hangs or lies is enough for others
	"cable_route": {
		PassiveTier: "laying",
		AreaTier:    "level cable_type cables from_text to_text year_laid tagged length_m",
	},
	"service_point": {
		CoarseTier:  "class wifi", // it is there for the public
		PassiveTier: "height_m",
		AreaTier:    "land_area_m2 land_use building_area_m2 floor_area_m2",
	},
	// how much is taken may be known, by whom is between the two
	"tenancy": {
		PassiveTier: "id version asset_kind asset placement slots boxes",
		AreaTier:    "tenant from to owner_says tenant_says note",
		FullTier:    "contract evidence", // the evidence of a tenancy is its contract
	},
	"permit": {
		AreaTier: "id version asset_kind asset basis number authority issued_on valid_until height_m note",
	},
	"certificate": {
		AreaTier: "id version site applies number body issued_on expires_on note",
	},
	// where there is a signal is for everybody, whose it is not
	"statement": {
		CoarseTier: "id version village layer service technology state from to",
		AreaTier:   "operator source",
	},
	// what staff find is for staff and for whose work it is; where they stood and
	// where a picture was taken too
	"inspection": {
		AreaTier: "id version code asset_kind asset mast inspection_kind checklist answers outcome made_at accuracy_m note distance_m made_by created_at updated_at geometry",
	},
	"violation": {
		AreaTier: "id version code asset_kind asset mast inspection rule clause description state found_on deadline notified_on remedied_on closed_on decision_number note made_by created_at updated_at",
	},
	"field_report": {
		AreaTier: "id version code asset_kind seen_at description address accuracy_m state site note commune_code commune made_by created_at updated_at geometry",
	},
	"photo": {
		AreaTier: "id version code asset_kind asset inspection violation field_report taken_at caption media_type width height bytes sha256 made_by created_at updated_at geometry",
	},
	"organization": {
		CoarseTier:  "id version code name kind mvno",
		PassiveTier: "legal_group contact",
		FullTier:    "note",
	},
	"unit": {
		CoarseTier: "id version level code name unit_kind parent province area_km2 population valid_from valid_to geometry",
	},
	// plans are published
	"zone": {
		CoarseTier: "id version code name zone_kind allowed_classes forbidden_classes height_limit_m height_datum decision_number issuer " +
			"decided_on valid_from valid_to deadline note geometry",
	},
	"street": {
		CoarseTier: "id version code name street_kind from_text to_text reach_m allowed_classes forbidden_classes height_limit_m " +
			"height_datum decision_number issuer decided_on valid_from valid_to deadline length_m note geometry",
	},
	// a work is announced for others to join it
	"planned_work": {
		PassiveTier: "id version code name owner work_kind state starts_on ends_on road ducts poles contact commune_code commune province length_m geometry",
		AreaTier:    "note",
	},
	// numbers of a province are published; the papers they rest on are the department's
	"reported_value": {
		CoarseTier: "id version indicator unit_code from on value numerator denominator layer source method",
		FullTier:   "evidence note",
	},
	// what passes between the Authority and the department before it is final is theirs
	"dii_result": {
		FullTier: "id version year round indicator value received_on document_number position comment evidence",
	},
	"village": {
		CoarseTier: "id version code name village_kind declared_commune commune_code commune province population households " +
			"grid_power special_difficulty valid_from valid_to clusters geometry",
	},
}

// exactFrom is the lowest tier that sees a noun's geometry exactly. Below it a
// point is shown on the grid from CoarseTier on and a line never: a snapped
// route still is a route. A noun missing here is exact for FullTier alone.
var exactFrom = map[string]Tier{
	"unit": CoarseTier, "village": CoarseTier, // boundaries and culture houses are public
	"site": PassiveTier, "mast": PassiveTier, "station": PassiveTier, "pole": PassiveTier, "manhole": PassiveTier,
	"duct": PassiveTier, "trench": PassiveTier, "service_point": PassiveTier,
	"zone": CoarseTier, "street": CoarseTier, // published
	"planned_work": PassiveTier,
	"cable_route":  AreaTier, // the route is the operator's network
	"inspection":   AreaTier, "field_report": AreaTier, "photo": AreaTier,
}

// tiers is disclosed, by noun and field.
var tiers = readDisclosed()

func readDisclosed() map[string]map[string]Tier {
	out := map[string]map[string]Tier{}
	for _, n := range Nouns {
		of := map[string]Tier{}
		groups := []string{n.Name}
		if n.IsAsset() {
			groups = []string{"asset", n.Name}
		}
		for _, group := range groups {
			for tier, names := range disclosed[group] {
				for _, field := range strings.Fields(names) {
					of[field] = Tier(tier)
				}
			}
		}
		out[n.Name] = of
	}
	return out
}

// TierOf gives the lowest tier that sees a field of a noun, by their names.
// FullTier for anything not named in this file: what nobody thought of stays
// with its owner. A geometry may be seen less than exactly: see
// PrecisionAt.
func TierOf(noun, field string) Tier {
	tier, ok := tiers[noun][field]
	if !ok {
		return FullTier
	}
	if field == "geometry" {
		for tier < FullTier && PrecisionAt(noun, tier) == Nowhere {
			tier++
		}
	}
	return tier
}

// PrecisionAt gives how exactly a tier sees the geometry of a noun's records.
func PrecisionAt(noun string, tier Tier) Precision {
	from, ok := exactFrom[noun]
	if !ok {
		from = FullTier
	}
	n := nounByName(noun)
	switch {
	case n == nil || n.Geometry == NoGeometry || tier == NoTier:
		return Nowhere
	case tier >= from:
		return Exactly
	case n.Geometry == Point:
		return OnGrid
	}
	return Nowhere
}

func nounByName(name string) *Noun {
	for _, n := range Nouns {
		if n.Name == name {
			return n
		}
	}
	return nil
}
