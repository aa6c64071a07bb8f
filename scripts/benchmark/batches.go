package main

import (
	"encoding/csv"
	"io"
	"os"
	"strconv"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// ground is what a file of poles refers to: organizations and communes.
func (p *province) ground() []registry.Batch {
	return []registry.Batch{
		batch(registry.OrganizationNoun, p.organizations, nil),
		batch(registry.UnitNoun, p.units[:1], nil),
		batch(registry.UnitNoun, p.units[1:], func(int) map[string]string { return map[string]string{"parent": p.units[0].Code} }),
	}
}

// batches gives the province as bulk loads, what others refer to first.
func (p *province) batches() []registry.Batch {
	return append(p.ground(),
		batch(registry.SiteNoun, p.sites, nil),
		batch(registry.StationNoun, p.stations, func(i int) map[string]string { return map[string]string{"site": p.stationSites[i]} }),
		batch(registry.PoleNoun, p.poles, nil),
		batch(registry.DuctNoun, p.ducts, nil),
		batch(registry.VillageNoun, p.villages, nil),
	)
}

func batch[T any](noun *registry.Noun, records []T, refs func(i int) map[string]string) registry.Batch {
	return registry.Batch{Noun: noun, Rows: &rows[T]{noun: noun, records: records, refs: refs}}
}

// rows reads a slice of records as a load does a file.
type rows[T any] struct {
	noun    *registry.Noun
	records []T
	refs    func(i int) map[string]string
	next    int
}

// Next implements registry.Rows.
func (r *rows[T]) Next(row *registry.Row) error {
	if r.next == len(r.records) {
		return io.EOF
	}
	row.Number, row.Record = r.next+1, any(&r.records[r.next]).(registry.Record)
	if r.refs != nil {
		row.Refs = r.refs(r.next)
	}
	r.next++
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

// writePoles writes the poles as an operator's CSV file.
func (p *province) writePoles(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := csv.NewWriter(f)
	if err := w.Write([]string{"code", "owner", "owner_present", "road", "operating_from", "class", "material", "height_m", "line_no", "route_code", "boxes", "clearance_m", "condition", "lon", "lat"}); err != nil {
		return err
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	for i := range p.poles {
		pole := &p.poles[i]
		at := pole.Geometry.Geometry.(orb.Point)
		err := w.Write([]string{
			pole.Code, *pole.Owner, strconv.FormatBool(*pole.OwnerPresent), *pole.Road, pole.OperatingFrom.String(), *pole.Class, *pole.Material,
			number(*pole.HeightM), *pole.LineNo, *pole.RouteCode, strconv.FormatInt(*pole.Boxes, 10), number(*pole.ClearanceM), *pole.Condition,
			number(at[0]), number(at[1]),
		})
		if err != nil {
			return err
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return f.Close()
}
