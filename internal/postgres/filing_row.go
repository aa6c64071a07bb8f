package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// FilingRow is a row of a filing and what accepting it would do (dòng hồ sơ).
type FilingRow struct {
	Row   int               `json:"row"`
	Class registry.RowClass `json:"class"`
	// Key is what the row is known by: its code, or what makes its key.
	Key string `json:"key,omitempty"`
	// Record is the id of the record it changes.
	Record *int64 `json:"record,omitempty"`
	// Data holds its fields by name, references as written; null for a row that
	// could not be read.
	Data map[string]any `json:"data"`
	// Was holds, of a change, the fields that differ as the register has them.
	Was map[string]any `json:"was,omitempty"`
	// Geometry is GeoJSON in WGS 84.
	Geometry map[string]any `json:"geometry,omitempty"`
	Commune  string         `json:"commune,omitempty"`
	// Errors and Warnings count the row's findings; what was verified counts no more.
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	// Returned says that the department does not take the row, Reason why.
	Returned bool   `json:"returned,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

// RowQuery selects rows of a filing.
type RowQuery struct {
	Class registry.RowClass
	// Faulty leaves out rows nothing was found of.
	Faulty bool
	Page   registry.Page
}

// FilingRows reads a page of a filing's rows in their order; next is the cursor of
// the page after it, 0 on the last.
func (db *DB) FilingRows(ctx context.Context, who registry.Actor, id int64, q RowQuery) (list []FilingRow, next int64, err error) {
	if _, err := db.Filing(ctx, who, id); err != nil {
		return nil, 0, err
	}
	c := &conditions{}
	c.and("r.filing_id = %s", id)
	c.and("r.row > %s", q.Page.After)
	if q.Class != "" {
		c.and("r.class = %s", q.Class)
	}
	if q.Faulty {
		c.and("EXISTS (SELECT FROM finding x WHERE x.filing_id = r.filing_id AND x.row = r.row)")
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT r.row, r.class, coalesce(r.key, ''), r.record_id, r.data, r.was, ST_AsGeoJSON(r.geom, 7)::jsonb, coalesce(u.name, ''),
			coalesce(n.errors, 0), coalesce(n.warnings, 0), r.returned, coalesce(r.reason, '')
		FROM filing_row r LEFT JOIN unit u ON u.id = r.unit_id
		LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE x.tier IN ('syntax', 'validity')) AS errors,
			count(*) FILTER (WHERE x.tier IN ('quality', 'macro') AND v.rule IS NULL) AS warnings `+findingJoin+`
			WHERE x.filing_id = r.filing_id AND x.row = r.row) n ON true
		WHERE `+c.sql()+` ORDER BY r.row LIMIT `+c.arg(q.Page.Limit+1), c.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (r FilingRow, err error) {
		err = row.Scan(&r.Row, &r.Class, &r.Key, &r.Record, &r.Data, &r.Was, &r.Geometry, &r.Commune, &r.Errors, &r.Warnings, &r.Returned, &r.Reason)
		return r, err
	})
	if err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > q.Page.Limit {
		list = list[:q.Page.Limit]
		next = int64(list[q.Page.Limit-1].Row)
	}
	return list, next, nil
}

// MissingRecord is a record of the filer that the file leaves out.
type MissingRecord struct {
	Record int64  `json:"record"`
	Code   string `json:"code"`
}

// FilingMissing reads a page of the records that a filing's file leaves out.
func (db *DB) FilingMissing(ctx context.Context, who registry.Actor, id int64, page registry.Page) (list []MissingRecord, next int64, err error) {
	if _, err := db.Filing(ctx, who, id); err != nil {
		return nil, 0, err
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT record_id, coalesce(code, '') FROM filing_missing WHERE filing_id = $1 AND record_id > $2 ORDER BY record_id LIMIT $3`,
		id, page.After, page.Limit+1)
	if err != nil {
		return nil, 0, translate(err)
	}
	if list, err = pgx.CollectRows(rows, pgx.RowToStructByPos[MissingRecord]); err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].Record
	}
	return list, next, nil
}

// RowDecision is what the department says of single rows before it decides on the
// filing.
type RowDecision struct {
	Rows []int `json:"rows"`
	// Returned says that the rows are not taken; Reason, which it then needs, why.
	Returned bool   `json:"returned"`
	Reason   string `json:"reason"`
}

// DecideRows notes which rows of a signed filing the department does not take.
func (db *DB) DecideRows(ctx context.Context, who registry.Actor, id, version int64, d RowDecision) (registry.Filing, error) {
	d.Reason = strings.TrimSpace(d.Reason)
	if fault := faultOfReason(d.Reason); fault != nil {
		return registry.Filing{}, registry.Invalid([]registry.Fault{*fault})
	}
	if d.Returned && d.Reason == "" {
		return registry.Filing{}, lackingReason()
	}
	return db.filed(ctx, who, registry.TakeFiling, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Xét từng dòng", "To decide on rows"), registry.FilingSigned); err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, `UPDATE filing_row SET returned = $3, reason = nullif($4, '') WHERE filing_id = $1 AND row = ANY ($2)`, id, d.Rows, d.Returned, d.Reason)
		if err == nil && tag.RowsAffected() == 0 {
			return notFound()
		}
		return err
	})
}

func lackingReason() error {
	f := registry.NewFault("filing.reason", "reason", "", registry.T("Chưa có lý do.", "There is no reason."),
		registry.T("Ghi lý do để người nộp biết phải sửa gì.", "Say why, so that the filer knows what to mend."))
	f.Pointer = "/reason"
	return registry.Invalid([]registry.Fault{f})
}
