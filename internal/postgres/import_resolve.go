package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// organizations maps every organization named in the file to its id.
func (l *load) organizations(ctx context.Context) error {
	var named []string
	for _, f := range l.noun.Writable() {
		if f.Ref == "organization" {
			named = append(named, `SELECT `+quote(f.Name)+` AS t FROM staging`)
		}
	}
	if len(named) == 0 {
		named = []string{`SELECT NULL::text AS t`}
	}
	_, err := l.tx.Exec(ctx, `CREATE TEMP TABLE organization_named ON COMMIT DROP AS
		SELECT t, coalesce((SELECT id FROM organization WHERE code = t),
			(SELECT min(id) FROM organization WHERE fold(name) = fold(t) HAVING count(*) = 1)) AS id
		FROM (SELECT DISTINCT t FROM (`+strings.Join(named, " UNION ALL ")+`) n) d WHERE t IS NOT NULL`)
	if err != nil || !l.opts.CreateOrganizations {
		return err
	}
	rows, err := l.tx.Query(ctx, query("organizations_made"))
	if err != nil {
		return err
	}
	if l.result.Organizations, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
		return err
	}
	_, err = l.tx.Exec(ctx, `UPDATE organization_named n SET id = o.id FROM organization o
		WHERE n.id IS NULL AND o.code = ANY ($1) AND fold(o.name) = fold(n.t)`, l.result.Organizations)
	return err
}

// resolve makes the table staged: the staging rows with ids for what they
// refer to, the record each would change, and the commune it lies in.
func (l *load) resolve(ctx context.Context) error {
	selects, joins := []string{"s.*"}, []string{}
	for i, f := range l.noun.Writable() {
		switch {
		case f.Ref == "organization":
			alias := fmt.Sprintf("o%d", i)
			joins = append(joins, fmt.Sprintf(`LEFT JOIN organization_named %[1]s ON %[1]s.t = s.%[2]s`, alias, quote(f.Name)))
			selects = append(selects, alias+".id AS "+quote(f.Column))
		case f.Name == "asset":
			alias := fmt.Sprintf("r%d", i)
			// a number is read before it is looked for: row security lets the indexes be
			// asked for what is there, not for what has yet to be worked out
			joins = append(joins, fmt.Sprintf(`CROSS JOIN LATERAL (SELECT CASE WHEN s.asset ~ '^#[0-9]{1,18}$' THEN substr(s.asset, 2)::bigint END AS id OFFSET 0) %[1]s_no
				LEFT JOIN LATERAL (SELECT min(id) AS id, count(*) AS n FROM asset
					WHERE kind = s.asset_kind AND (code = s.asset OR id = %[1]s_no.id)) %[1]s ON true`, alias))
			selects = append(selects, referenceID(alias, f)...)
		case refersByCode(f):
			alias := fmt.Sprintf("r%d", i)
			on := fmt.Sprintf("%s.code = s.%s", alias, quote(f.Name))
			if f.Ref == "mast" { // its code is its site's
				site := "s.site"
				if l.noun.Field("site") == nil {
					site = "CASE WHEN s.asset_kind = 'site' THEN s.asset END"
				}
				on += fmt.Sprintf(" AND (%[1]s.site IS NULL OR %[2]s IN (%[1]s.site, %[1]s.site_no))", alias, site)
			}
			joins = append(joins, fmt.Sprintf(`LEFT JOIN (%s) %s ON %s`, referenceSource(f), alias, on))
			selects = append(selects, referenceID(alias, f)...)
		}
	}
	if l.noun.IsAsset() || l.noun == registry.StationNoun {
		if err := l.place(ctx); err != nil {
			return err
		}
		selects = append(selects, "g.unit_id", "g.province AS placed_province")
		joins = append(joins, `LEFT JOIN placed g ON g.row = s.row`)
	}
	_, err := l.tx.Exec(ctx, `CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT `+strings.Join(selects, ", ")+
		` FROM staging s `+strings.Join(joins, " ")+`;
		ALTER TABLE staged ADD existing bigint; ANALYZE staged (`+strings.Join(append(l.keyColumns(), `"row"`), ", ")+`)`)
	return err
}

// place makes the table placed: the commune each staged row lies in. It is
// driven from the communes into an index on the rows, which takes a tenth of
// asking for each row; unless the rows are few.
func (l *load) place(ctx context.Context) error {
	if _, err := l.tx.Exec(ctx, `SELECT hold('ground', false)`); err != nil {
		return err
	}
	name := "placed_by_row"
	if staged := l.result.Read - l.result.Refused; staged > manyRows {
		name = "placed_by_commune"
		if _, err := l.tx.Exec(ctx, `CREATE INDEX ON staging USING gist (place_of(geometry))`); err != nil {
			return err
		}
	}
	_, err := l.tx.Exec(ctx, `CREATE TEMP TABLE placed ON COMMIT DROP AS `+query(name)+`; ANALYZE placed ("row")`)
	return err
}

// manyRows is from how many rows on placing is driven from the communes.
const manyRows = 1000

// referenceSource selects the records a field may refer to by what a file calls
// them, with how many share the name. The code of a unit or a village means the
// one valid today, that of a mast the one on its site.
func referenceSource(f *registry.Field) string {
	if f.Ref == "mast" {
		return `SELECT m.code, a.code AS site, '#' || a.id AS site_no, min(m.id) AS id, count(*) AS n FROM mast m JOIN asset a ON a.kind = 'site' AND a.id = m.site_id GROUP BY 1, 2, 3
			UNION ALL SELECT '#' || id, NULL, NULL, id, 1 FROM mast`
	}
	table, coded := f.Ref, f.Ref
	switch f.Ref {
	case "site", "manhole":
		table = "asset WHERE kind = '" + f.Ref + "'"
		coded = table
	case "unit", "village":
		coded += " WHERE valid @> current_date"
	}
	return fmt.Sprintf(`SELECT code, min(id) AS id, count(*) AS n FROM %s GROUP BY code UNION ALL SELECT '#' || id, id, 1 FROM %s`, coded, table)
}

// referenceID selects a reference's id and how many records bear its code.
func referenceID(alias string, f *registry.Field) []string {
	return []string{
		fmt.Sprintf("CASE WHEN %[1]s.n = 1 THEN %[1]s.id END AS %[2]s", alias, quote(f.Column)),
		fmt.Sprintf("coalesce(%s.n, 0) AS %s", alias, quote(f.Name+"_found")),
	}
}
