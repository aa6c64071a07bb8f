package demo

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/paulmach/orb"

	names "github.com/hatangso/hatangso/geodata/demo"
	"github.com/hatangso/hatangso/internal/registry"
)

// ProvinceCode is a code no real province has.
const ProvinceCode = "99"

// twoTier is the day districts ended and the communes of today began.
var twoTier = registry.NewDate(2025, 7, 1)

// nameCommunes gives every commune its name and code. Codes run by district
// and from north to south, as the statistics office numbers them.
func (p *partition) nameCommunes(r *rand.Rand) {
	wards, lowland, highland := shuffled(r, names.Wards), shuffled(r, names.Communes), shuffled(r, names.HighlandCommunes)
	take := func(lists ...*[]string) string { // from the first that is not used up
		for _, list := range lists {
			if len(*list) > 0 {
				name := (*list)[0]
				*list = (*list)[1:]
				return name
			}
		}
		panic("demo: more communes than names")
	}
	order := make([]int, len(p.communes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.communes[a].district, p.communes[b].district), cmp.Compare(p.communes[b].seat, p.communes[a].seat))
	})
	for n, i := range order {
		c := &p.communes[i]
		c.code = fmt.Sprintf("%s%03d", ProvinceCode, n+1)
		switch {
		case c.island:
			c.name = "Đặc khu Hòn Mẫu"
		case c.ward:
			c.name = "Phường " + take(&wards, &lowland, &highland)
		case c.highland:
			c.name = "Xã " + take(&highland, &lowland, &wards)
		default:
			c.name = "Xã " + take(&lowland, &highland, &wards)
		}
	}
}

// addUnits files the province, its former districts and its communes.
func (g *generator) addUnits() {
	arcs := g.parts.borders()
	whole := outline(arcs, func(int32) bool { return true })
	g.addUnit(registry.Unit{
		Level: registry.ProvinceLevel, Code: ProvinceCode, Name: "Tỉnh Mẫu (dữ liệu mẫu)", UnitKind: ref("tinh"),
		ValidFrom: day(2010, 1, 1),
	}, whole)
	for d := range districtCount {
		kind, name := "huyen", "Huyện "+names.Districts[d]
		switch {
		case d == 0:
			kind, name = "thanh_pho", "Thành phố Mẫu"
		case d == 1 || d == 3:
			kind, name = "thi_xa", "Thị xã "+names.Districts[d]
		}
		g.addUnit(registry.Unit{
			Level: registry.DistrictLevel, Code: fmt.Sprintf("%d", 990+d), Name: name, UnitKind: &kind, Parent: ref(int64(1)),
			ValidFrom: day(2010, 1, 1), ValidTo: &twoTier,
		}, outline(arcs, func(c int32) bool { return g.parts.communes[c].district == d }))
	}
	byCode := make([]int, len(g.parts.communes))
	for i := range byCode {
		byCode[i] = i
	}
	slices.SortFunc(byCode, func(a, b int) int { return cmp.Compare(g.parts.communes[a].code, g.parts.communes[b].code) })
	for _, i := range byCode {
		c := &g.parts.communes[i]
		kind := "xa"
		switch {
		case c.island:
			kind = "dac_khu"
		case c.ward:
			kind = "phuong"
		}
		g.addUnit(registry.Unit{
			Level: registry.CommuneLevel, Code: c.code, Name: c.name, UnitKind: &kind, Parent: ref(int64(1)), ValidFrom: &twoTier,
		}, outline(arcs, func(other int32) bool { return int(other) == i }))
	}
}

func (g *generator) addUnit(u registry.Unit, area orb.MultiPolygon) {
	u.ID = int64(len(g.out.Units) + 1)
	u.Province = ref(ProvinceCode)
	u.Geometry = registry.Geometry{Geometry: area}
	degrees := 0.0
	for _, polygon := range area {
		for _, ring := range polygon {
			degrees += signedArea(ring)
		}
	}
	u.AreaKM2 = ref(math.Round(degrees*metresPerLat*metresPerLon/1e4) / 100)
	g.out.Units = append(g.out.Units, u)
}

func shuffled(r *rand.Rand, list []string) []string {
	out := slices.Clone(list)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
