package demo

import (
	"io"
	"reflect"

	"github.com/hatangso/hatangso/internal/registry"
)

// Batches gives the province as bulk loads, in an order in which every record
// finds what it refers to. References become codes, as a file would have them.
func (p *Province) Batches() []registry.Batch {
	codes := p.assetCodes()
	site := func(id int64) string { return codes[id] }
	mast := func(id *int64) string {
		if id == nil {
			return ""
		}
		return p.Masts[*id-1].Code
	}
	optional := func(id *int64) string {
		if id == nil {
			return ""
		}
		return codes[*id]
	}
	none := func(int) map[string]string { return nil }
	unit := func(i int) map[string]string {
		if parent := p.Units[i].Parent; parent != nil {
			return map[string]string{"parent": p.Units[*parent-1].Code}
		}
		return nil
	}
	return []registry.Batch{
		batch(registry.OrganizationNoun, p.Organizations, none),
		batch(registry.UnitNoun, p.Units[:1], unit), // the province, which the others hang on
		batch(registry.UnitNoun, p.Units[1:], func(i int) map[string]string { return unit(i + 1) }),
		batch(registry.SiteNoun, p.Sites, none),
		batch(registry.MastNoun, p.Masts, func(i int) map[string]string { return map[string]string{"site": site(p.Masts[i].Site)} }),
		batch(registry.StationNoun, p.Stations, func(i int) map[string]string {
			return map[string]string{"site": site(p.Stations[i].Site), "mast": mast(p.Stations[i].Mast)}
		}),
		batch(registry.PoleNoun, p.Poles, none),
		batch(registry.ManholeNoun, p.Manholes, none),
		batch(registry.DuctNoun, p.Ducts, func(i int) map[string]string {
			return map[string]string{"from_manhole": optional(p.Ducts[i].FromManhole), "to_manhole": optional(p.Ducts[i].ToManhole)}
		}),
		batch(registry.TrenchNoun, p.Trenches, none),
		batch(registry.CableRouteNoun, p.Cables, none),
		batch(registry.ServicePointNoun, p.ServicePoints, none),
		batch(registry.VillageNoun, p.Villages, none),
		batch(registry.TenancyNoun, p.Tenancies, func(i int) map[string]string { return map[string]string{"asset": codes[p.Tenancies[i].Asset]} }),
		batch(registry.PermitNoun, p.Permits, func(i int) map[string]string { return map[string]string{"asset": codes[p.Permits[i].Asset]} }),
		batch(registry.CertificateNoun, p.Certificates, func(i int) map[string]string { return map[string]string{"site": site(p.Certificates[i].Site)} }),
		batch(registry.StatementNoun, p.Statements, func(i int) map[string]string {
			return map[string]string{"village": p.Villages[p.Statements[i].Village-1].Code}
		}),
		batch(registry.ReportedNoun, p.ReportedValues, none),
		batch(registry.DIINoun, p.DIIResults, none),
		batch(registry.ZoneNoun, p.Zones, none),
		batch(registry.StreetNoun, p.Streets, none),
		batch(registry.PlannedWorkNoun, p.PlannedWorks, none),
		batch(registry.InspectionNoun, p.Inspections, func(i int) map[string]string {
			v := &p.Inspections[i]
			return map[string]string{"asset": codes[v.Asset], "mast": mast(v.Mast)}
		}),
		batch(registry.ViolationNoun, p.Violations, func(i int) map[string]string {
			v := &p.Violations[i]
			return map[string]string{"asset": codes[v.Asset], "mast": mast(v.Mast), "inspection": p.Inspections[*v.Inspection-1].Code}
		}),
		batch(registry.FieldReportNoun, p.FieldReports, func(i int) map[string]string { return map[string]string{"site": optional(p.FieldReports[i].Site)} }),
		batch(registry.PhotoNoun, p.Photos, func(i int) map[string]string {
			switch of := &p.Photos[i]; {
			case of.Violation != nil:
				return map[string]string{"violation": p.Violations[*of.Violation-1].Code}
			case of.Inspection != nil:
				return map[string]string{"inspection": p.Inspections[*of.Inspection-1].Code}
			default:
				return map[string]string{"field_report": p.FieldReports[*of.FieldReport-1].Code}
			}
		}),
	}
}

// assetCodes gives the code of every asset by its number.
func (p *Province) assetCodes() map[int64]string {
	codes := map[int64]string{}
	add := func(a *registry.Asset) { codes[a.ID] = a.Code }
	for i := range p.Sites {
		add(&p.Sites[i].Asset)
	}
	for i := range p.Poles {
		add(&p.Poles[i].Asset)
	}
	for i := range p.Manholes {
		add(&p.Manholes[i].Asset)
	}
	for i := range p.Ducts {
		add(&p.Ducts[i].Asset)
	}
	for i := range p.Trenches {
		add(&p.Trenches[i].Asset)
	}
	for i := range p.Cables {
		add(&p.Cables[i].Asset)
	}
	for i := range p.ServicePoints {
		add(&p.ServicePoints[i].Asset)
	}
	return codes
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
	record := reflect.ValueOf(&r.records[r.next]).Interface().(registry.Record)
	row.Number, row.Record, row.Refs = r.next+1, record, r.refs(r.next)
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
