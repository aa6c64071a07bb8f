package registry

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestEveryFieldHasATier(t *testing.T) {
	t.Parallel()
	for _, n := range Nouns {
		if _, ok := disclosed[n.Name]; !ok {
			t.Errorf("noun %s has no tiers: name each of its fields in disclosed (disclosure.go), in the lowest tier that may see it", n.Name)
			continue
		}
		groups := []string{n.Name}
		if n.IsAsset() {
			groups = append(groups, "asset")
		}
		named := map[string]int{}
		for _, group := range groups {
			for _, names := range disclosed[group] {
				for _, field := range strings.Fields(names) {
					named[field]++
				}
			}
		}
		for _, f := range n.Fields {
			switch named[f.Name] {
			case 0:
				t.Errorf("%s.%s has no tier: name it in disclosed[%q] (disclosure.go), in the lowest tier that may see it; FullTier when in doubt", n.Name, f.Name, n.Name)
			case 1:
			default:
				t.Errorf("%s.%s has %d tiers: leave it in one of them (disclosure.go)", n.Name, f.Name, named[f.Name])
			}
			delete(named, f.Name)
		}
		for field := range named {
			t.Errorf("disclosed names %s.%s, which does not exist: take it out (disclosure.go)", n.Name, field)
		}
		if (n.Geometry != NoGeometry) != (exactFrom[n.Name] != NoTier) {
			t.Errorf("noun %s has geometry %q and is exact from %s: see exactFrom (disclosure.go)", n.Name, n.Geometry, exactFrom[n.Name])
		}
	}
	for name := range disclosed {
		if name != "asset" && nounByName(name) == nil {
			t.Errorf("disclosed names %q, which is no noun", name)
		}
	}
}

// What must stay with few, whatever is moved in the table.
func TestTiersOfSecrets(t *testing.T) {
	t.Parallel()
	atLeast := func(tier Tier, noun string, fields ...string) {
		t.Helper()
		for _, field := range fields {
			if n := nounByName(noun); n == nil || n.Field(field) == nil {
				t.Errorf("there is no %s.%s", noun, field)
			}
			if got := TierOf(noun, field); got < tier {
				t.Errorf("%s.%s is seen from %s on, want %s at the lowest", noun, field, got, tier)
			}
		}
	}
	atLeast(AreaTier, "station", "band_mhz", "sectors", "azimuths", "tilt_deg", "antenna_height_m", "gain_dbi", "eirp_dbm", "carrier_mhz", "cell_id", "partners", "note")
	atLeast(FullTier, "site", "lease_contract", "host_name")
	atLeast(AreaTier, "site", "refusal_reason")
	atLeast(FullTier, "tenancy", "contract", "evidence")
	atLeast(FullTier, "trench", "decision")
	atLeast(AreaTier, "tenancy", "tenant", "note")
	atLeast(AreaTier, "cable_route", "geometry", "from_text", "to_text", "length_m")
	for _, n := range Nouns {
		if n.IsAsset() {
			// each of them tells the exact position: a code may be made from it
			atLeast(PassiveTier, n.Name, "code", "name", "address", "road", "owner")
			atLeast(AreaTier, n.Name, "submitted", "note", "source", "approved_on")
			atLeast(PassiveTier, n.Name, "planned_on")
		}
		if n.Geometry == LineString && n != StreetNoun { // which is of a published list
			atLeast(PassiveTier, n.Name, "geometry", "length_m")
		}
	}
	atLeast(PassiveTier, "mast", "site_code", "code")
	atLeast(PassiveTier, "station", "site_code", "operator")
	atLeast(PassiveTier, "organization", "contact")
	for _, unknown := range [][2]string{{"site", "rent"}, {"site", "Code"}, {"nothing", "id"}, {"", ""}} {
		if got := TierOf(unknown[0], unknown[1]); got != FullTier {
			t.Errorf("%v, which nobody classified, is seen from %s on", unknown, got)
		}
	}
}

func TestTiersOfWhatIsShared(t *testing.T) {
	t.Parallel()
	atMost := func(tier Tier, noun string, fields ...string) {
		t.Helper()
		for _, field := range fields {
			if got := TierOf(noun, field); got > tier {
				t.Errorf("%s.%s is seen from %s on, want %s at the highest", noun, field, got, tier)
			}
		}
	}
	for _, n := range Nouns {
		if n.IsAsset() {
			atMost(CoarseTier, n.Name, "id", "version", "status", "commune_code")
			atMost(PassiveTier, n.Name, "code", "owner")
		}
	}
	atMost(PassiveTier, "site", "geometry", "free_slots", "max_load_kg")
	atMost(PassiveTier, "duct", "geometry", "free_ducts", "ducts", "diameter_mm")
	atMost(PassiveTier, "mast", "height_m", "platforms", "design_load_kg")
	atMost(PassiveTier, "organization", "contact")
	atMost(AreaTier, "station", "band_mhz", "eirp_dbm")
	atMost(AreaTier, "permit", "number", "basis")
	atMost(CoarseTier, "statement", "state", "village", "technology")
}

func TestPrecision(t *testing.T) {
	t.Parallel()
	for _, n := range Nouns {
		for tier := NoTier; tier < FullTier; tier++ {
			if rank(PrecisionAt(n.Name, tier)) > rank(PrecisionAt(n.Name, tier+1)) {
				t.Errorf("%s is shown less exactly to %s than to %s", n.Name, tier+1, tier)
			}
		}
		if PrecisionAt(n.Name, NoTier) != Nowhere {
			t.Errorf("%s has a place for who sees nothing", n.Name)
		}
		if exact := PrecisionAt(n.Name, FullTier) == Exactly; exact != (n.Geometry != NoGeometry) {
			t.Errorf("%s, of geometry %q, is exact for its owner: %t", n.Name, n.Geometry, exact)
		}
		switch got := PrecisionAt(n.Name, CoarseTier); {
		case n.Geometry == LineString && n != StreetNoun && got != Nowhere:
			t.Errorf("the public sees the lines of %s: %s", n.Name, got)
		case got == Exactly && n != UnitNoun && n != VillageNoun && n != ZoneNoun && n != StreetNoun:
			t.Errorf("the public sees exactly where each %s is", n.Name)
		}
		if n.Geometry != NoGeometry && PrecisionAt(n.Name, TierOf(n.Name, "geometry")) == Nowhere {
			t.Errorf("%s.geometry is said to be seen from %s on, and is not", n.Name, TierOf(n.Name, "geometry"))
		}
	}
	if got := PrecisionAt("nothing", FullTier); got != Nowhere {
		t.Errorf("what is no noun is shown %s", got)
	}
}

func rank(p Precision) int { return slices.Index([]Precision{Nowhere, OnGrid, Exactly}, p) }

// The table of the docs: the fields each tier adds, by noun.
func TestDisclosureTable(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# Mức công khai của từng trường / The tier of each field\n\n" +
		"Mỗi mức thấy thêm những trường ghi trong cột của mình. Hình học: ▦ làm tròn theo lưới, ⌖ chính xác.\n" +
		"Each tier adds the fields of its column. Geometry: ▦ snapped to the grid, ⌖ exact.\n\n" +
		"| | Công chúng / coarse | Doanh nghiệp khác / passive | Địa bàn / area | Chủ sở hữu, Sở, giám sát / full |\n|---|---|---|---|---|\n")
	for _, n := range Nouns {
		fmt.Fprintf(&b, "| %s / %s |", n.Title.VI, n.Title.EN)
		for tier := CoarseTier; tier <= FullTier; tier++ {
			var cell []string
			for _, f := range n.Fields {
				if f.Type != GeometryField && TierOf(n.Name, f.Name) == tier {
					cell = append(cell, f.Name)
				}
			}
			switch now := PrecisionAt(n.Name, tier); {
			case now == PrecisionAt(n.Name, tier-1):
			case now == OnGrid:
				cell = append(cell, "geometry ▦")
			case now == Exactly:
				cell = append(cell, "geometry ⌖")
			}
			fmt.Fprintf(&b, " %s |", strings.Join(cell, ", "))
		}
		b.WriteByte('\n')
	}
	golden(t, "disclosure.md", b.String())
}

func TestTierNames(t *testing.T) {
	t.Parallel()
	for tier, want := range map[Tier]string{NoTier: "none", CoarseTier: "coarse", PassiveTier: "passive", AreaTier: "area", FullTier: "full", 9: "Tier(9)", -1: "Tier(-1)"} {
		if got := tier.String(); got != want {
			t.Errorf("tier %d is called %q, want %q", int(tier), got, want)
		}
	}
}
