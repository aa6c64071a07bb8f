package main

import (
	"io"
	"iter"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// ground is what a file of poles refers to: organizations and communes.
func (p *province) ground() []registry.Batch {
	return []registry.Batch{
		batch(registry.OrganizationNoun, slices.Values(p.organizations), nil),
		batch(registry.UnitNoun, slices.Values(p.units[:1]), nil),
		batch(registry.UnitNoun, slices.Values(p.units[1:]), func(int) map[string]string { return map[string]string{"parent": p.units[0].Code} }),
	}
}

// batches gives the province as bulk loads, what others refer to first.
func (p *province) batches() []registry.Batch {
	return append(p.ground(),
		batch(registry.SiteNoun, slices.Values(p.sites), nil),
		batch(registry.StationNoun, slices.Values(p.stations), func(i int) map[string]string { return map[string]string{"site": p.stationSites[i]} }),
		batch(registry.PoleNoun, p.poles(), nil),
		batch(registry.DuctNoun, slices.Values(p.ducts), nil),
		batch(registry.VillageNoun, slices.Values(p.villages), nil),
	)
}

func batch[T any](noun *registry.Noun, records iter.Seq[T], refs func(i int) map[string]string) registry.Batch {
	next, _ := iter.Pull(records)
	return registry.Batch{Noun: noun, Rows: &rows[T]{noun: noun, next: next, refs: refs}}
}

// rows reads records as a load does a file.
type rows[T any] struct {
	noun *registry.Noun
	next func() (T, bool)
	refs func(i int) map[string]string
	read int
}

// Next implements registry.Rows.
func (r *rows[T]) Next(row *registry.Row) error {
	record, ok := r.next()
	if !ok {
		return io.EOF
	}
	if r.refs != nil {
		row.Refs = r.refs(r.read)
	}
	r.read++
	row.Number, row.Record = r.read, any(&record).(registry.Record)
	return nil
}

// Headers implements registry.Rows: a record gives every field.
func (r *rows[T]) Headers() map[string]string {
	given := map[string]string{}
	for _, f := range r.noun.Writable() {
		given[f.Name] = f.Name
	}
	return given
}
