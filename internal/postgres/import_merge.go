package postgres

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/registry"
)

// sites finds or makes the site at the exact position of every station that
// names none. Such a site has no owner until somebody files it; it begins with
// its first station.
func (l *load) sites(ctx context.Context) error {
	if l.noun != registry.StationNoun {
		return nil
	}
	tag, err := l.tx.Exec(ctx, query("station_sites"))
	if err != nil {
		return err
	}
	l.result.SitesCreated = tag.RowsAffected()
	_, err = l.tx.Exec(ctx, query("station_sites_link"))
	return err
}

// merge writes staged into the register: new records in, existing ones changed
// in the fields the file has and where they differ.
func (l *load) merge(ctx context.Context) error {
	given := maps.Clone(l.rows.Headers())
	if l.noun == registry.UnitNoun {
		if err := l.units(ctx, given); err != nil {
			return err
		}
	}
	var insert, values, update, was, is []string
	for _, f := range l.noun.Writable() {
		column, value := quote(f.Column), "s."+stagedColumn(f)
		insert, values = append(insert, column), append(values, value)
		if _, ok := given[f.Name]; ok {
			update, was, is = append(update, column+" = "+value), append(was, "t."+column), append(is, value)
		}
	}
	if l.noun.IsAsset() {
		insert = append(insert, "kind", "unit_id", "province")
		values = append(values, "'"+string(l.noun.Kind)+"'", "s.unit_id", "s.placed_province")
		if l.noun.Geometry == registry.LineString {
			insert, values = append(insert, "length_m"), append(values, "ST_Length(s.geometry::geography)")
		}
	}
	if len(update) > 0 {
		var existing int64
		if err := l.tx.QueryRow(ctx, `SELECT count(existing) FROM staged`).Scan(&existing); err != nil {
			return err
		}
		changed, err := l.tx.Exec(ctx, fmt.Sprintf(`UPDATE %s t SET %s FROM staged s WHERE t.id = s.existing%s AND (%s) IS DISTINCT FROM (%s)`,
			l.noun.Table, strings.Join(update, ", "), kindIs(l.noun, "t."),
			strings.Join(was, ", "), strings.Join(is, ", ")))
		if err != nil {
			return err
		}
		l.result.Changed = changed.RowsAffected()
		l.result.Same = existing - l.result.Changed
	}
	created, err := l.tx.Exec(ctx, fmt.Sprintf(`INSERT INTO %s (%s) SELECT %s FROM staged s WHERE existing IS NULL ORDER BY row`,
		l.noun.Table, strings.Join(insert, ", "), strings.Join(values, ", ")))
	l.result.Created = created.RowsAffected()
	return err
}

// stagedColumn is where staged has a field's value: the id of what it refers
// to, or the value itself.
func stagedColumn(f *registry.Field) string {
	if f.Ref != "" || f.Name == "asset" {
		return quote(f.Column)
	}
	return quote(f.Name)
}

// match finds the record each staged row would change.
func (l *load) match(ctx context.Context) error {
	var on []string
	for _, name := range l.noun.Key {
		f := l.noun.Field(name)
		value := "s." + stagedColumn(f)
		if f.Nullable {
			on = append(on, fmt.Sprintf("t.%s IS NOT DISTINCT FROM %s", quote(f.Column), value))
			continue
		}
		on = append(on, fmt.Sprintf("t.%s = %s", quote(f.Column), value))
	}
	_, err := l.tx.Exec(ctx, fmt.Sprintf(`UPDATE staged s SET existing = t.id FROM %s t WHERE %s%s`,
		l.noun.Table, strings.Join(on, " AND "), kindIs(l.noun, "t.")))
	return err
}

// units adds to imported units what a file of one province leaves out: the
// province they hang below, made when the register has not got it yet, and the
// kind that begins their name.
func (l *load) units(ctx context.Context, given map[string]string) error {
	if l.opts.Province != "" {
		name, err := geodata.ProvinceName(l.opts.Province)
		if err != nil {
			return err
		}
		if _, err := l.tx.Exec(ctx, query("unit_province"), l.opts.Province, name); err != nil {
			return err
		}
		given["parent"], given["province"] = "--province", "--province"
	}
	if given["unit_kind"] != "" {
		return nil
	}
	_, err := l.tx.Exec(ctx, `UPDATE staged SET unit_kind = unit_kind_of(name)`)
	return err
}
