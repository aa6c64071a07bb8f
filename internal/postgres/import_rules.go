package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// rules lets each set-based rule take the rows it refuses out of staged.
func (l *load) rules(ctx context.Context) error {
	for _, rule := range []func(context.Context) error{
		l.unknownOrganizations, l.unknownReferences, l.others, l.crossingPolygons, l.duplicates, l.match, l.belonging, l.unplaced, l.overlaps,
	} {
		if err := rule(ctx); err != nil {
			return err
		}
	}
	return nil
}

// header is a field's column as the filer wrote it.
func (l *load) header(field string) string {
	if h := l.rows.Headers()[field]; h != "" {
		return h
	}
	return field
}

// offence is one value that breaks a set-based rule and the rows it stands in.
type offence struct {
	Value string
	Count int
	Rows  []int
}

// refuse takes the rows a condition names out of staged and reports them, one
// fault for each value.
func (l *load) refuse(ctx context.Context, value, condition string, fault func(offence) (registry.Fault, error)) error {
	if l.check != nil {
		return l.check.refuse(ctx, l, value, condition, fault)
	}
	rows, err := l.tx.Query(ctx, fmt.Sprintf(`WITH bad AS (DELETE FROM staged s WHERE %s RETURNING (%s)::text AS value, row)
		SELECT coalesce(value, ''), count(*)::int, (array_agg(row ORDER BY row))[1:%d] FROM bad GROUP BY 1 ORDER BY 2 DESC, 1`,
		condition, value, registry.Exemplars))
	if err != nil {
		return err
	}
	offences, err := pgx.CollectRows(rows, pgx.RowToStructByPos[offence])
	if err != nil {
		return err
	}
	for _, o := range offences {
		l.result.Refused += int64(o.Count)
		f, err := fault(o)
		if err != nil {
			return err
		}
		if len(o.Rows) > 0 {
			f.Row = o.Rows[0]
		}
		l.report.AddCounted(f, o.Count, o.Rows)
	}
	return nil
}

func (l *load) unknownOrganizations(ctx context.Context) error {
	for _, f := range l.noun.Writable() {
		if f.Ref != "organization" {
			continue
		}
		err := l.refuse(ctx, "s."+quote(f.Name), fmt.Sprintf("s.%s IS NOT NULL AND s.%s IS NULL", quote(f.Name), quote(f.Column)),
			func(o offence) (registry.Fault, error) {
				near, err := nearestOrganizations(ctx, l.tx, o.Value)
				fault := unknownOrganization(f.Name, o.Value, near)
				fault.Column, fault.Pointer = l.header(f.Name), ""
				return fault, err
			})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *load) unknownReferences(ctx context.Context) error {
	for _, f := range l.noun.Writable() {
		if !refersByCode(f) {
			continue
		}
		err := l.refuse(ctx, "s."+quote(f.Name), fmt.Sprintf("s.%s IS NOT NULL AND s.%s IS NULL AND s.%s > 1", quote(f.Name), quote(f.Column), quote(f.Name+"_found")),
			func(o offence) (registry.Fault, error) {
				return registry.NewFault("reference.ambiguous", l.header(f.Name), o.Value,
					registry.T("Nhiều bản ghi cùng mã này.", "Several records bear this code."),
					registry.T("Đổi mã cho khác nhau, hoặc nạp qua API bằng số hiệu.", "Make the codes differ, or load through the API by id.")), nil
			})
		if err != nil {
			return err
		}
		err = l.refuse(ctx, "s."+quote(f.Name), fmt.Sprintf("s.%s IS NOT NULL AND s.%s IS NULL", quote(f.Name), quote(f.Column)),
			func(o offence) (registry.Fault, error) {
				return registry.NewFault("reference.unknown", l.header(f.Name), o.Value,
					registry.T("Chưa có bản ghi mã này.", "There is no record of this code."),
					registry.T("Nạp bản ghi đó trước, hoặc sửa mã.", "Load that record first, or correct the code.")), nil
			})
		if err != nil {
			return err
		}
	}
	return nil
}

// belonging refuses what is of a visit or a violation of another work than its own.
// A record that is there keeps its work where the file has no column of it.
func (l *load) belonging(ctx context.Context) error {
	if l.noun.Field("asset") == nil {
		return nil
	}
	own := fmt.Sprintf("(SELECT r.asset_kind, r.asset_id FROM %s r WHERE r.id = s.existing AND s.asset_id IS NULL UNION ALL SELECT s.asset_kind, s.asset_id WHERE s.asset_id IS NOT NULL)", quote(l.noun.Name))
	for _, name := range []string{"inspection", "violation"} {
		f := l.noun.Field(name)
		if f == nil {
			continue
		}
		err := l.refuse(ctx, "s."+quote(f.Name), fmt.Sprintf("EXISTS (SELECT FROM %s p, %s o (kind, id) WHERE p.id = s.%s AND (p.asset_kind, p.asset_id) <> (o.kind, o.id))",
			quote(f.Ref), own, quote(f.Column)),
			func(o offence) (registry.Fault, error) {
				return registry.NewFault("reference.other_work", l.header(f.Name), o.Value,
					registry.T(f.Title.VI+" này là của công trình khác.", f.Title.EN+" of another work."),
					registry.T("Sửa mã, hoặc sửa công trình cho khớp.", "Correct the code, or the work it is of.")), nil
			})
		if err != nil {
			return err
		}
	}
	return nil
}

// crossingPolygons refuses boundaries that cross themselves, or mends them
// when asked and lists each.
func (l *load) crossingPolygons(ctx context.Context) error {
	if l.noun.Geometry != registry.MultiPolygon {
		return nil
	}
	if l.opts.Repair {
		rows, err := l.tx.Query(ctx, `WITH bad AS (SELECT row, reason(valid_detail) AS reason FROM
				(SELECT row, ST_IsValidDetail(geometry) AS valid_detail FROM staged) d WHERE NOT valid(valid_detail)),
			mended AS (UPDATE staged s SET geometry = ST_Multi(ST_CollectionExtract(ST_MakeValid(s.geometry), 3)) FROM bad b WHERE b.row = s.row)
			SELECT row, reason FROM bad ORDER BY row`)
		if err != nil {
			return err
		}
		var row int
		var reason string
		_, err = pgx.ForEachRow(rows, []any{&row, &reason}, func() error {
			f := registry.NewFault("geometry.repaired", "geometry", reason,
				registry.T("Ranh giới tự cắt, đã sửa tự động.", "The boundary crossed itself and was mended."),
				registry.T("Xem lại ranh giới trên bản đồ.", "Look at it on the map."))
			f.Row, f.Severity = row, registry.SeverityWarning
			l.report.Add(f)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return l.refuse(ctx, "ST_IsValidReason(s.geometry)", "s.geometry IS NOT NULL AND NOT ST_IsValid(s.geometry)", func(o offence) (registry.Fault, error) {
		fault := crossing(o.Value)
		fault.Pointer = ""
		return fault, nil
	})
}

// unplaced refuses the new assets of a file without positions.
func (l *load) unplaced(ctx context.Context) error {
	if !l.positionless() {
		return nil
	}
	return l.refuse(ctx, "s.code", "s.existing IS NULL AND s.geometry IS NULL", func(o offence) (registry.Fault, error) {
		return registry.NewFault("geometry.missing", l.header("code"), o.Value,
			registry.T("Chưa có bản ghi mã này, mà tệp không có tọa độ.", "There is no record of this code, and the file has no positions."),
			registry.T("Sửa mã hoặc chủ sở hữu, hoặc thêm tọa độ.", "Correct the code or the owner, or add positions.")), nil
	})
}

// keyColumns are the columns of staged that make a row's key.
func (l *load) keyColumns() []string {
	out := make([]string, len(l.noun.Key))
	for i, name := range l.noun.Key {
		out[i] = stagedColumn(l.noun.Field(name))
	}
	return out
}

// keyed is the condition that a row of staged has the key it must have: two rows
// that lack it are not the same.
func (l *load) keyed(alias string) string {
	parts := []string{"true"}
	for _, name := range l.noun.Key {
		if f := l.noun.Field(name); f.Required {
			parts = append(parts, "coalesce("+alias+stagedColumn(f)+"::text, '') <> ''")
		}
	}
	return strings.Join(parts, " AND ")
}

// duplicates refuses the second and later rows of one key in one file.
func (l *load) duplicates(ctx context.Context) error {
	key := strings.Join(l.keyColumns(), ", ")
	return l.refuse(ctx, "s."+quote(l.noun.Key[len(l.noun.Key)-1]),
		`s.row IN (SELECT row FROM (SELECT row, row_number() OVER (PARTITION BY `+key+` ORDER BY row) AS nth FROM staged k WHERE `+l.keyed("k.")+`) d WHERE nth > 1)`,
		func(o offence) (registry.Fault, error) {
			return registry.NewFault("key.duplicate", l.header(l.noun.Key[len(l.noun.Key)-1]), o.Value,
				registry.Tf("Trùng khóa (%s) với một dòng trước trong tệp.", "Same key (%s) as an earlier row of the file.", strings.Join(l.noun.Key, ", ")),
				registry.T("Gộp các dòng, hoặc đặt mã khác nhau.", "Join the rows, or give them different codes.")), nil
		})
}

// periods are the nouns of which one record at a time may bear a key, and the
// fields of that key; the database's exclusion constraints say the same.
var periods = map[*registry.Noun]struct {
	key      []string
	from, to string
}{
	registry.UnitNoun:    {[]string{"level", "code"}, "valid_from", "valid_to"},
	registry.VillageNoun: {[]string{"code"}, "valid_from", "valid_to"},
	registry.ZoneNoun:    {[]string{"code"}, "valid_from", "valid_to"},
	registry.StreetNoun:  {[]string{"code"}, "valid_from", "valid_to"},
	registry.TenancyNoun: {[]string{"asset", "tenant", "placement"}, "from", "to"},
}

// overlaps refuses rows whose period runs into that of another record, or of
// an earlier row, with the same key; a row that changes a record counts as
// earlier than one that makes one.
func (l *load) overlaps(ctx context.Context) error {
	p, ok := periods[l.noun]
	if !ok {
		return nil
	}
	var recorded, earlier []string
	for _, name := range p.key {
		f := l.noun.Field(name)
		recorded = append(recorded, "t."+quote(f.Column)+" = s."+stagedColumn(f))
		earlier = append(earlier, "e."+stagedColumn(f)+" = s."+stagedColumn(f))
	}
	from, to := l.noun.Field(p.from), l.noun.Field(p.to)
	period := func(alias, from, to string) string {
		return "daterange(" + alias + quote(from) + ", " + alias + quote(to) + ")"
	}
	mine := period("s.", from.Name, to.Name)
	// joins, not EXISTS … OR EXISTS: the planner answers that row by row, in hours
	condition := l.keyed("s.") + fmt.Sprintf(` AND s.row IN (
			SELECT s.row FROM staged s JOIN %s t ON %s AND %s && %s WHERE NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id)
			UNION ALL SELECT s.row FROM staged s JOIN staged e ON %s AND (e.existing IS NULL, e.row) < (s.existing IS NULL, s.row) AND %s && %s)`,
		l.noun.Table, strings.Join(recorded, " AND "), period("t.", from.Column, to.Column), mine,
		strings.Join(earlier, " AND "), period("e.", from.Name, to.Name), mine)
	return l.refuse(ctx, "s."+quote(p.key[len(p.key)-1]), condition, func(o offence) (registry.Fault, error) {
		return registry.NewFault("period.overlap", l.header(p.from), o.Value,
			registry.Tf("Trùng thời gian với một bản ghi hoặc dòng khác cùng %s.", "Its period overlaps that of another record or row of the same %s.", strings.Join(p.key, ", ")),
			registry.T("Ghi ngày bắt đầu, ngày kết thúc cho khớp; khoảng thời gian không gồm ngày cuối.",
				"Give the first day and the end; a period does not include its last day.")), nil
	})
}
