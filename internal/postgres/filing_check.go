package postgres

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// FilingSource is a filing's file, opened: its rows, and how it is read.
type FilingSource struct {
	Noun *registry.Noun
	Rows registry.Rows
	// Found gives, once the rows are read, what is kept with the filing for the
	// page: format, encoding, columns.
	Found func() any
}

// BeginCheck marks a filing as being checked, and gives it. CodeConflict when
// there is nothing to check: it was withdrawn, or checked by another program.
func (db *DB) BeginCheck(ctx context.Context, who registry.Actor, id int64) (registry.Filing, error) {
	return db.filed(ctx, who, registry.ToChange, id, 0, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Kiểm tra", "To check"), registry.FilingQueued, registry.FilingChecking); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = 'checking', progress = $2 WHERE id = $1`, id, registry.FilingProgress{Stage: "read", At: time.Now()})
		return err
	})
}

// NoteProgress keeps how far the work on a filing has come. It is seen at once,
// while the work itself is seen when it is done.
func (db *DB) NoteProgress(ctx context.Context, who registry.Actor, id int64, p registry.FilingProgress) error {
	p.At = time.Now()
	return db.transact(ctx, who, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SET LOCAL lock_timeout = '500ms'`); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET progress = $2 WHERE id = $1 AND state IN ('checking', 'applying')`, id, p)
		return err
	})
}

// RefuseFile says of a filing that its file cannot be read, and why.
func (db *DB) RefuseFile(ctx context.Context, who registry.Actor, id int64, faults []registry.Fault) error {
	_, err := db.filed(ctx, who, registry.ToChange, id, 0, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Đọc tệp", "To read the file"), registry.FilingChecking); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = 'unread', faults = $2, progress = NULL, counts = NULL, checked_at = now() WHERE id = $1`, id, faults)
		return err
	})
	return err
}

// CheckFiling holds the rows of a filing against every rule at once and keeps
// what it finds: of each row what accepting it would do, of each fault where and
// why. Nothing of the register changes. It is done whole or not at all; while it
// runs the filing reads as it was.
func (db *DB) CheckFiling(ctx context.Context, who registry.Actor, f registry.Filing, src FilingSource, progress func(stage string, rows int64)) error {
	// whoever has it checked, it may write what its organization may
	if f.Organization != "" {
		who.Grants = registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: f.Organization}
	}
	c := &check{filing: f}
	l := &load{db: db, who: who, noun: src.Noun, rows: src.Rows, check: c, opts: ImportOptions{Progress: progress}}
	defer c.spool.close()
	return db.transact(ctx, who, func(tx pgx.Tx) error {
		l.tx = tx
		if err := c.run(ctx, l); err != nil {
			return err
		}
		return c.keep(ctx, l, src.Found)
	})
}

// check is a load that stops short of the register: what is wrong with its rows
// is gathered in the table wrong, and the rows stay.
type check struct {
	filing registry.Filing
	spool  spool
	// slowest are the rules and how long each took.
	slowest []RuleTime
	// mapped is the field of each header of the file.
	mapped map[string]string
}

// SlowestRules gives the rules that took longest when a filing was checked last,
// the slowest first.
func (db *DB) SlowestRules(ctx context.Context, who registry.Actor, id int64) (slowest []RuleTime, err error) {
	err = db.pool.QueryRow(as(ctx, who), `SELECT coalesce(slowest, '[]') FROM filing WHERE id = $1`, id).Scan(&slowest)
	return slowest, translate(err)
}

// RuleTime is how long a rule took.
type RuleTime struct {
	Rule string  `json:"rule"`
	Ms   float64 `json:"ms"`
}

func (c *check) run(ctx context.Context, l *load) error {
	if _, err := l.tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL work_mem = '64MB'; SET LOCAL hatangso.loading = 'yes';
		CREATE TEMP TABLE wrong (row int NOT NULL, field text NOT NULL DEFAULT '', header text NOT NULL DEFAULT '', rule text NOT NULL, tier text NOT NULL,
			value text NOT NULL DEFAULT '', facts jsonb, fault jsonb) ON COMMIT DROP`); err != nil {
		return err
	}
	stages := []struct {
		name string
		do   func(context.Context) error
	}{
		{"read", l.copy}, {"read", func(ctx context.Context) error { return c.spool.copyTo(ctx, l.tx) }},
		{"check", l.organizations}, {"check", l.resolve}, {"check", l.rules},
		{"check", func(ctx context.Context) error { return c.ask(ctx, l) }}, {"check", func(ctx context.Context) error { return c.doctor(ctx, l) }},
	}
	for _, s := range stages {
		l.opts.Progress(s.name, l.result.Read)
		if err := s.do(ctx); err != nil {
			return fmt.Errorf("filing %d, %s: %w", c.filing.ID, s.name, err)
		}
	}
	return nil
}

// fieldOf gives the field a column is read as; the column itself when it is a
// field's name or read as nothing.
func (c *check) fieldOf(l *load, column string) string {
	if c.mapped == nil || len(c.mapped) < len(l.rows.Headers()) {
		c.mapped = map[string]string{}
		for field, header := range l.rows.Headers() {
			c.mapped[header] = field
		}
	}
	if field, ok := c.mapped[column]; ok {
		return field
	}
	return column
}

// note keeps the faults that reading a row has shown.
func (c *check) note(l *load, faults []registry.Fault, row int) error {
	for _, f := range faults {
		f.Row = row
		if err := c.spool.add(c.fieldOf(l, f.Column), f); err != nil {
			return err
		}
	}
	return nil
}

// blank takes out of a record what cannot be stored even to be looked at: a
// position that is none.
func (c *check) blank(n *registry.Noun, record registry.Record, faults []registry.Fault) {
	geometry := n.Field("geometry")
	if geometry == nil {
		return
	}
	for _, f := range faults {
		if f.Severity == registry.SeverityError && (strings.HasPrefix(f.Rule, "geometry.") || strings.HasPrefix(f.Rule, "coordinate.")) {
			v := geometry.Of(reflect.ValueOf(record).Elem())
			v.SetZero()
			return
		}
	}
}

// storable gives a text as PostgreSQL takes it.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// wordedValues is how many values that break one rule are each worded; further
// ones are worded together.
const wordedValues = 500

// refuse notes the rows a condition names, each with its fault; they stay staged.
func (c *check) refuse(ctx context.Context, l *load, value, condition string, fault func(offence) (registry.Fault, error)) error {
	if _, err := l.tx.Exec(ctx, fmt.Sprintf(`CREATE TEMP TABLE offender ON COMMIT DROP AS SELECT row, coalesce((%s)::text, '') AS value FROM staged s WHERE %s`, value, condition)); err != nil {
		return err
	}
	rows, err := l.tx.Query(ctx, `SELECT value, count(*)::int, (array_agg(row ORDER BY row))[1:1] FROM offender GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $1`, wordedValues+1)
	if err != nil {
		return err
	}
	offences, err := pgx.CollectRows(rows, pgx.RowToStructByPos[offence])
	if err != nil {
		return err
	}
	for i, o := range offences {
		if i == wordedValues {
			o.Value = "…"
		}
		f, err := fault(o)
		if err != nil {
			return err
		}
		words, err := json.Marshal(f)
		if err != nil {
			return err
		}
		only, arg := "value = $7", o.Value
		if i == wordedValues { // all that are left
			only, arg = "row NOT IN (SELECT row FROM wrong w WHERE w.rule = $3) AND $7 <> ''", "…"
		}
		if _, err := l.tx.Exec(ctx, `INSERT INTO wrong (row, field, header, rule, tier, value, fault) SELECT row, $1, $2, $3, $4, left(value, $5), $6 FROM offender WHERE `+only,
			c.fieldOf(l, f.Column), f.Column, f.Rule, tierOf(f), registry.MaxFaultValue, words, arg); err != nil {
			return err
		}
	}
	_, err = l.tx.Exec(ctx, `DROP TABLE offender`)
	return err
}

// ask asks the rules of the noun of the staged rows, and times each. They are
// asked as the department: what another operator's work is near to must be seen to
// be told, and what is told of it is what operators may see of each other.
func (c *check) ask(ctx context.Context, l *load) error {
	if _, err := l.tx.Exec(ctx, `SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL hatangso.roles = 'officer'`); err != nil {
		return err
	}
	for _, statement := range append(rule.Prepare(l.noun), `CREATE INDEX ON staged (row)`) {
		if _, err := l.tx.Exec(ctx, statement); err != nil {
			return err
		}
	}
	limits, err := ruleLimits(ctx, l.tx)
	if err != nil {
		return err
	}
	var organization *int64
	if err := l.tx.QueryRow(ctx, `SELECT organization_id FROM filing WHERE id = $1`, c.filing.ID).Scan(&organization); err != nil {
		return err
	}
	for _, r := range rule.For(l.noun) {
		began := time.Now()
		args := pgx.NamedArgs(r.Args(c.filing.Day, organization, &c.filing.ID, limits[r.ID]))
		args["rule_id"], args["rule_tier"], args["value_chars"] = r.ID, r.Tier, registry.MaxFaultValue
		if _, err := l.tx.Exec(ctx, `INSERT INTO wrong (row, field, rule, tier, value, facts)
			SELECT q.row, coalesce(q.field, ''), @rule_id, @rule_tier, coalesce(left(q.value, @value_chars), ''), q.facts FROM (`+r.SQL(l.noun)+`) AS q (row, field, value, facts)`, args); err != nil {
			return fmt.Errorf("rule %s: %w", r.ID, err)
		}
		c.slowest = append(c.slowest, RuleTime{r.ID, float64(time.Since(began).Microseconds()) / 1000})
		l.opts.Progress("check", l.result.Read)
	}
	slices.SortStableFunc(c.slowest, func(a, b RuleTime) int { return -cmp.Compare(a.Ms, b.Ms) })
	// planning each check of a foreign key anew takes five times as long as the check
	_, err = l.tx.Exec(ctx, `SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('hatangso.roles', $1, true)`, roleNames(l.who.Grants))
	return err
}

// ruleLimits gives the limits that the province has set itself, by rule and name.
func ruleLimits(ctx context.Context, q querier) (map[string]map[string]float64, error) {
	rows, err := q.Query(ctx, `SELECT rule, name, value FROM rule_limit`)
	if err != nil {
		return nil, err
	}
	set := map[string]map[string]float64{}
	var id, name string
	var value float64
	_, err = pgx.ForEachRow(rows, []any{&id, &name, &value}, func() error {
		if set[id] == nil {
			set[id] = map[string]float64{}
		}
		set[id][name] = value
		return nil
	})
	return set, err
}

// keep classes the rows, and puts them and what was found in the filing's place.
func (c *check) keep(ctx context.Context, l *load, found func() any) error {
	tx, id := l.tx, c.filing.ID
	headers, err := json.Marshal(l.rows.Headers())
	if err != nil {
		return err
	}
	for _, table := range []string{"finding", "filing_row", "filing_missing"} {
		if _, err := tx.Exec(ctx, `DELETE FROM `+table+` WHERE filing_id = $1`, id); err != nil {
			return err
		}
	}
	key := c.key(l.noun)
	if _, err := tx.Exec(ctx, `ANALYZE wrong`); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `INSERT INTO finding (filing_id, no, row, field, header, rule, tier, key, value, facts, fault)
		SELECT $1, row_number() OVER (ORDER BY w.row, w.tier IN ('quality', 'macro'), w.field, w.rule), w.row, w.field,
			CASE WHEN w.header <> '' THEN w.header ELSE coalesce($2::jsonb ->> w.field, w.field) END, w.rule, w.tier, coalesce(`+key+`, ''), w.value, w.facts, w.fault
		FROM wrong w LEFT JOIN staged s ON s.row = w.row`, id, headers); err != nil {
		return err
	}
	if err := c.keepRows(ctx, l, key); err != nil {
		return err
	}
	if err := c.keepMissing(ctx, l); err != nil {
		return err
	}
	// the page asks at once, rather than when autovacuum has come by
	if _, err := tx.Exec(ctx, `SELECT analyze_table(t::regclass) FROM unnest(ARRAY['finding', 'filing_row', 'verification']) t WHERE $1`, l.result.Read >= worthAnalyzing); err != nil {
		return err
	}
	slowest := c.slowest[:min(len(c.slowest), 3)]
	return conclude(ctx, tx, id, `, rule_version = $2, found = $3, slowest = $4, faults = NULL, progress = NULL, checked_at = now()`, rule.Version, found(), slowest)
}

// key is what a staged row is known by, in words.
func (c *check) key(n *registry.Noun) string {
	parts := []string{}
	for _, name := range n.Key {
		if name != "owner" && name != "operator" {
			parts = append(parts, "s."+quote(name)+"::text")
		}
	}
	return "concat_ws('/', " + strings.Join(parts, ", ") + ")"
}

// keepRows classes each row by what accepting it would do.
func (c *check) keepRows(ctx context.Context, l *load, key string) error {
	given := l.rows.Headers()
	var data, was, is, columns []string
	for _, f := range l.noun.Writable() {
		if f.Type == registry.GeometryField {
			continue
		}
		value := "s." + quote(f.Name)
		data = append(data, fmt.Sprintf("'%s', %s", f.Name, value))
		if column := stagedColumn(f); column != quote(f.Name) {
			data = append(data, fmt.Sprintf("'%s', s.%s", f.Column, column))
		}
	}
	for _, f := range l.noun.Writable() {
		// the digits a position was written with change nothing while the position stays
		if _, ok := given[f.Name]; !ok || f.Name == "submitted" {
			continue
		}
		old, value := "t."+quote(f.Column), "s."+stagedColumn(f)
		was, is = append(was, old), append(is, value)
		if f.Type == registry.GeometryField {
			old = "ST_AsGeoJSON(" + old + ", 9, 0)::jsonb"
		}
		columns = append(columns, fmt.Sprintf("CASE WHEN t.%[1]s IS DISTINCT FROM %[2]s THEN jsonb_build_object('%[3]s', %[4]s) ELSE '{}' END", quote(f.Column), value, f.Name, old))
	}
	geometry, unit := "NULL::geometry", "NULL::bigint, NULL::text"
	if l.noun.Field("geometry") != nil {
		geometry = "s.geometry"
	}
	if l.noun.IsAsset() || l.noun == registry.StationNoun {
		unit = "s.unit_id, s.placed_province"
	}
	changed, before := "false", "NULL::jsonb"
	if len(was) > 0 {
		changed = "(" + strings.Join(was, ", ") + ") IS DISTINCT FROM (" + strings.Join(is, ", ") + ")"
		before = strings.Join(columns, " || ")
	}
	if _, err := l.tx.Exec(ctx, fmt.Sprintf(`INSERT INTO filing_row (filing_id, row, class, key, record_id, record_version, data, was, geom, unit_id, province)
		SELECT $1, s.row, CASE WHEN b.row IS NOT NULL THEN 'refused' WHEN s.existing IS NULL THEN 'new' WHEN t.id IS NULL OR %[1]s THEN 'changed' ELSE 'same' END,
			%[2]s, s.existing, t.version, jsonb_strip_nulls(%[3]s), CASE WHEN t.id IS NOT NULL AND %[1]s THEN %[4]s END, %[5]s, %[6]s
		FROM staged s LEFT JOIN %[7]s t ON t.id = s.existing%[8]s LEFT JOIN (SELECT DISTINCT row FROM wrong WHERE tier IN ('syntax', 'validity')) b ON b.row = s.row`,
		changed, key, objects(data), before, geometry, unit, l.noun.Table, kindIs(l.noun, "t.")), c.filing.ID); err != nil {
		return err
	}
	// rows that could not be read at all
	_, err := l.tx.Exec(ctx, `INSERT INTO filing_row (filing_id, row, class) SELECT DISTINCT $1::bigint, row, 'refused' FROM wrong WHERE row > 0 ON CONFLICT DO NOTHING`, c.filing.ID)
	return err
}

// objects builds one JSON object of any number of pairs: a function takes 100
// arguments.
func objects(pairs []string) string {
	var parts []string
	for chunk := range slices.Chunk(pairs, 49) {
		parts = append(parts, "jsonb_build_object("+strings.Join(chunk, ", ")+")")
	}
	return strings.Join(parts, " || ")
}

// holder gives the column that says whose a noun's record is; "" when the record
// does not say it itself.
func holder(n *registry.Noun) string {
	for _, name := range []string{"owner", "operator"} {
		if f := n.Field(name); f != nil && f.Ref == "organization" {
			return f.Column
		}
	}
	return ""
}

// keepMissing lists the filer's records that the file leaves out, and that are
// not known to be gone.
func (c *check) keepMissing(ctx context.Context, l *load) error {
	column := holder(l.noun)
	if column == "" || c.filing.Organization == "" {
		return nil
	}
	gone := "true"
	if l.noun.IsAsset() {
		gone = "t.status NOT IN ('decommissioned', 'removed')"
	}
	_, err := l.tx.Exec(ctx, fmt.Sprintf(`INSERT INTO filing_missing (filing_id, record_id, code) SELECT $1, t.id, t.code FROM %s t
		WHERE t.%s = organization_id($2)%s AND %s AND NOT EXISTS (SELECT FROM staged s WHERE s.existing = t.id)`,
		l.noun.Table, quote(column), kindIs(l.noun, "t."), gone), c.filing.ID, c.filing.Organization)
	return err
}

// conclude counts what a filing holds and says where that leaves it; more are
// further columns to set, $1 being the filing.
func conclude(ctx context.Context, tx pgx.Tx, id int64, more string, args ...any) error {
	tag, err := tx.Exec(ctx, `WITH
		r AS (SELECT count(*) AS n, count(*) FILTER (WHERE class = 'new') AS fresh, count(*) FILTER (WHERE class = 'changed') AS changed,
			count(*) FILTER (WHERE class = 'same') AS same, count(*) FILTER (WHERE class = 'refused') AS refused FROM filing_row WHERE filing_id = $1),
		d AS (SELECT count(*) FILTER (WHERE tier IN ('syntax', 'validity')) AS errors, count(*) FILTER (WHERE tier IN ('quality', 'macro')) AS warnings,
			count(*) FILTER (WHERE tier IN ('quality', 'macro') AND v.rule IS NOT NULL) AS verified
			FROM finding x LEFT JOIN verification v USING (filing_id, rule, key, field, value) WHERE filing_id = $1),
		m AS (SELECT count(*) AS n FROM filing_missing WHERE filing_id = $1)
		UPDATE filing f SET counts = jsonb_build_object('rows', r.n, 'new', r.fresh, 'changed', r.changed, 'same', r.same, 'refused', r.refused,
			'missing', m.n, 'errors', d.errors, 'warnings', d.warnings, 'verified', d.verified),
			state = CASE WHEN d.errors > 0 AND NOT coalesce((f.choices ->> 'clean_only')::boolean, false) OR r.n = r.refused THEN 'blocked'
				WHEN d.warnings > d.verified THEN 'to_verify' ELSE 'ready' END`+more+`
		FROM r, d, m WHERE f.id = $1 AND f.state IN ('checking', 'blocked', 'to_verify', 'ready')`, append([]any{id}, args...)...)
	if err == nil && tag.RowsAffected() == 0 {
		return registry.Errorf(registry.CodeConflict, "Hồ sơ không còn chờ kiểm tra.", "The filing no longer waits to be checked.")
	}
	return err
}
