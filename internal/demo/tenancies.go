package demo

import (
	"fmt"
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// addTenancy files that an operator is on an asset of somebody else.
func (g *generator) addTenancy(r *rand.Rand, kind registry.Kind, asset int64, operator int, placement string, contract *string, from registry.Date, to *registry.Date) {
	t := registry.Tenancy{
		ID: int64(len(g.out.Tenancies) + 1), AssetKind: kind, Asset: asset, Tenant: operators[operator].code, Placement: placement,
		Contract: contract, From: ref(from), To: to, Slots: ref(int64(1 + r.IntN(2))),
		OwnerSays: registry.Confirmed, TenantSays: registry.Confirmed,
	}
	switch r.IntN(40) {
	case 0, 1, 2:
		t.TenantSays = registry.Unconfirmed
	case 3:
		t.TenantSays = registry.Disputed
	}
	g.out.Tenancies = append(g.out.Tenancies, t)
}

// addSiteTenancies files those on a site who do not own it. On a site that is
// not built nobody is yet.
func (g *generator) addSiteTenancies(r *rand.Rand, s *site, on *registry.Site) {
	if on.OperatingFrom == nil {
		return
	}
	for _, o := range s.occupants {
		if operators[o.operator].code == s.owner {
			continue
		}
		to := o.to
		if to == nil {
			to = on.OperatingTo
		}
		if to != nil && !o.from.Before(*to) {
			continue
		}
		contract := fmt.Sprintf("%s/HT-%d-%04d", operators[o.operator].code[:3], o.from.Year(), 1+r.IntN(9000))
		g.addTenancy(r, registry.SiteKind, on.ID, o.operator, "equipment", &contract, o.from, to)
	}
}
