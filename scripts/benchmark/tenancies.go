package main

import (
	"io"
	"iter"
	"math/rand/v2"

	"github.com/hatangso/hatangso/internal/registry"
)

// poleTenancies says who hangs cables on the poles, as they are made: on every one
// of the power company's an operator, and on six of ten poles another, which came
// at some time since.
func (p *province) poleTenancies() iter.Seq2[string, registry.Tenancy] {
	return func(yield func(string, registry.Tenancy) bool) {
		r := chance("tenancies")
		hang := func(pole registry.Pole, tenant int, from registry.Date) bool {
			return yield(pole.Code, registry.Tenancy{AssetKind: registry.PoleKind, Tenant: operators[tenant], Placement: "cable", From: &from, OwnerSays: "confirmed", TenantSays: "confirmed"})
		}
		for pole := range p.poles() {
			first := r.IntN(len(operators))
			if *pole.Owner == power && !hang(pole, first, *pole.OperatingFrom) {
				return
			}
			if r.IntN(10) < 6 && !hang(pole, (first+1+r.IntN(len(operators)-1))%len(operators), later(r, *pole.OperatingFrom)) {
				return
			}
		}
	}
}

// later is a month some years after a day: tenancies are filed by the month.
func later(r *rand.Rand, day registry.Date) registry.Date {
	day = day.AddMonths(r.IntN(40))
	return registry.NewDate(day.Year(), day.Time().Month(), 1)
}

// tenancyBatch gives the tenancies of poles as a bulk load.
func (p *province) tenancyBatch() registry.Batch {
	next, _ := iter.Pull2(p.poleTenancies())
	return registry.Batch{Noun: registry.TenancyNoun, Rows: &tenancyRows{next: next}}
}

// tenancyRows reads tenancies with the codes of their poles as a load does a file.
type tenancyRows struct {
	next func() (string, registry.Tenancy, bool)
	read int
}

// Headers implements registry.Rows.
func (*tenancyRows) Headers() map[string]string {
	return (&rows[registry.Tenancy]{noun: registry.TenancyNoun}).Headers()
}

// Next implements registry.Rows.
func (r *tenancyRows) Next(row *registry.Row) error {
	code, record, ok := r.next()
	if !ok {
		return io.EOF
	}
	r.read++
	row.Number, row.Record, row.Refs = r.read, &record, map[string]string{"asset": code}
	return nil
}
