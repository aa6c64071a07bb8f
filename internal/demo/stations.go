package demo

import (
	"fmt"
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// The days of the technologies (domain.md §6.3).
var (
	end2G   = registry.NewDate(2026, 9, 15)
	start4G = registry.NewDate(2016, 11, 1)
	start5G = registry.NewDate(2024, 10, 15)
)

// addStations puts every operator's technologies on its site, each from when
// the operator had it, and with it gone when the operator left.
func (g *generator) addStations(r *rand.Rand, s *site, on *registry.Site) {
	if on.OperatingFrom == nil {
		return
	}
	end := asOf.AddDays(1)
	if on.OperatingTo != nil {
		end = *on.OperatingTo
	}
	for _, o := range s.occupants {
		until := end
		if o.to != nil {
			until = *o.to
		}
		serial := 0
		add := func(technology string, band int64, from registry.Date, to *registry.Date) {
			if !from.Before(until) {
				return
			}
			if to == nil || until.Before(*to) {
				if to = nil; !asOf.Before(until) {
					to = ref(until)
				}
			}
			if to != nil && !from.Before(*to) {
				return
			}
			serial++
			g.addStation(r, on, o.operator, technology, band, serial, from, to)
		}
		op := operators[o.operator]
		if o.from.Before(registry.NewDate(2018, 6, 1)) || s.lost {
			off := earlier(between(r, registry.NewDate(2024, 10, 15), registry.NewDate(2026, 12, 31)), end2G)
			if s.lost {
				off = end2G
			}
			add("2G", 900, o.from, &off)
		}
		if s.lost {
			continue
		}
		if o.from.Before(registry.NewDate(2021, 6, 1)) && r.IntN(10) < 7 {
			var to *registry.Date
			if r.IntN(4) == 0 {
				to = ref(between(r, later(registry.NewDate(2025, 1, 1), o.from.AddDays(300)), asOf))
			}
			add("3G", 2100, o.from, to)
		}
		lte := o.from
		if lte.Before(start4G) {
			lte = between(r, start4G, registry.NewDate(2019, 6, 1))
		}
		add("4G", 1800, lte, nil)
		if op.low != 0 && r.IntN(100) < 45 {
			from := later(lte, between(r, registry.NewDate(2019, 1, 1), registry.NewDate(2026, 10, 1)))
			if op.low == 700 {
				from = later(from, registry.NewDate(2025, 9, 16))
			}
			add("4G", op.low, from, nil)
		}
		chance := map[string]int{urbanArea: 62, ruralArea: 24, mountainArea: 6, islandArea: 30}[s.area]
		if op.mid != 0 && r.IntN(100) < chance {
			add("5G", op.mid, later(o.from, between(r, start5G, asOf.AddDays(-5))), nil)
		}
	}
}

func (g *generator) addStation(r *rand.Rand, on *registry.Site, operator int, technology string, band int64, serial int, from registry.Date, to *registry.Date) {
	op := operators[operator]
	height := 20.0
	st := registry.Station{
		ID: int64(len(g.out.Stations) + 1), Site: on.ID, Code: fmt.Sprintf("%s-%s-%s%d", on.Code, op.code[:3], technology, serial),
		Operator: op.code, Technology: technology, BandMHz: ref(band), OnAirFrom: ref(from), OnAirTo: to,
		SiteCode: &on.Code, Geometry: on.Geometry,
	}
	if n := len(g.out.Masts); n > 0 && g.out.Masts[n-1].Site == on.ID {
		m := &g.out.Masts[n-1]
		st.Mast = ref(m.ID)
		height = *m.HeightM
	}
	if on.BuildingHeightM != nil {
		height += *on.BuildingHeightM
	}
	sectors := 3
	if *on.SiteKind == "small_cell" || *on.SiteKind == "in_building" {
		sectors = 1
	}
	first := 10 * r.IntN(12)
	azimuths := ""
	for k := range sectors {
		if k > 0 {
			azimuths += ","
		}
		azimuths += fmt.Sprint(first + 120*k)
	}
	st.Sectors, st.Azimuths = ref(int64(sectors)), &azimuths
	st.AntennaHeightM = tenths(max(3, height-1-2*r.Float64()))
	st.TiltDeg = ref(float64(2 + r.IntN(7)))
	st.GainDBi, st.EIRPdBm = ref(17.0), ref(60.0)
	switch technology {
	case "5G":
		st.GainDBi, st.EIRPdBm, st.CarrierMHz = ref(24.0), ref(72.0), ref(100.0)
	case "4G":
		st.CarrierMHz = ref(chosen(r, []float64{10, 15, 20}, 3, 3, 4))
	}
	st.CellID = ref(fmt.Sprintf("%s-%05d", op.mnc, 10_000+len(g.out.Stations)))
	if r.IntN(90) == 0 && technology == "4G" && *on.AreaClass == mountainArea {
		st.ActiveShared, st.Partners = true, ref(operators[(operator+1)%len(operators)].code)
	}
	g.out.Stations = append(g.out.Stations, st)
}
