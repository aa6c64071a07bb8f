package demo

import (
	"fmt"
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// noPermits is the day from which passive telecom works need no construction
// permit (Luật Xây dựng 2025, Điều 43 khoản 2).
var noPermits = registry.NewDate(2026, 1, 1)

// addPermit files the ground a site was built on, as the law of that day had
// it. A few have none, a few a broken one: issued after building, for a lower
// mast, or without a number.
func (g *generator) addPermit(r *rand.Rand, s *site, on *registry.Site) {
	if on.BuiltOn == nil {
		return
	}
	built := *on.BuiltOn
	var mast *registry.Mast
	if n := len(g.out.Masts); n > 0 && g.out.Masts[n-1].Site == on.ID {
		mast = &g.out.Masts[n-1]
	}
	bulky := mast != nil && (*mast.Class)[:2] == "A2"
	basis := "permit"
	switch {
	case !built.Before(noPermits):
		basis = chosen(r, []string{"exempt_construction_law_2025_43_2", ""}, 94, 6)
	case !bulky:
		basis = chosen(r, []string{"exempt_25_2011_41_1b", "unknown", ""}, 93, 3, 4)
	case s.area == urbanArea:
		basis = chosen(r, []string{"permit", "missing", ""}, 91, 5, 4)
	default:
		basis = chosen(r, []string{"exempt_25_2011_41_1a", "permit", "missing", ""}, 58, 35, 3, 4)
	}
	if basis == "" {
		return
	}
	p := registry.Permit{ID: int64(len(g.out.Permits) + 1), AssetKind: registry.SiteKind, Asset: on.ID, Basis: basis}
	if basis == "permit" {
		issued := built.AddDays(-15 - r.IntN(150))
		p.Number = ref(fmt.Sprintf("%d/GPXD", 1+r.IntN(900)))
		p.Authority = ref("UBND " + within(g.out.Units[1+g.parts.communes[g.parts.communeAt(s.at)].district].Name))
		if !built.Before(twoTier) {
			p.Authority = ref("UBND " + within(*on.Commune))
		}
		p.HeightM = mast.HeightM
		switch r.IntN(40) {
		case 0:
			issued = built.AddDays(40 + r.IntN(300))
		case 1:
			p.HeightM = ref(*mast.HeightM - 6)
		case 2:
			p.Number = nil
		}
		p.IssuedOn = ref(earlier(issued, asOf))
	}
	g.out.Permits = append(g.out.Permits, p)
}

// inspectors are the bodies that certify; made up like the rest.
var inspectors = []string{"Trung tâm Kiểm định Sóng Việt (mẫu)", "Viện Đo lường Vô tuyến (mẫu)"}

// addCertificate files the inspection of a site's radiation (QCVN 8:2022): in
// town it is mandatory, elsewhere often not. It holds five years; some ran out.
func (g *generator) addCertificate(r *rand.Rand, s *site, on *registry.Site) {
	if on.Status != registry.Operating {
		return
	}
	mandatory := chosen(r, []string{"yes", "no", "unknown"}, 30, 62, 8)
	if s.area == urbanArea {
		mandatory = chosen(r, []string{"yes", "no", "unknown"}, 92, 4, 4)
	}
	c := registry.Certificate{ID: int64(len(g.out.Certificates) + 1), Site: on.ID, Applies: mandatory}
	if mandatory == "yes" {
		if r.IntN(25) == 0 {
			return // nobody has filed anything
		}
		// Renewed every five years, most of them in time.
		issued := on.OperatingFrom.AddDays(-10)
		for {
			next := issued.AddMonths(60).AddDays(-r.IntN(90))
			if !next.Before(asOf) || r.IntN(14) == 0 {
				break
			}
			issued = next
		}
		c.Number = ref(fmt.Sprintf("%05d/KĐ-%d", 10+r.IntN(80_000), issued.Year()))
		c.Body = ref(inspectors[r.IntN(len(inspectors))])
		c.IssuedOn, c.ExpiresOn = ref(issued), ref(issued.AddMonths(60))
	}
	g.out.Certificates = append(g.out.Certificates, c)
}
