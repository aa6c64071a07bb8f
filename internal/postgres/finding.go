package postgres

import (
	"context"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// Finding is one thing found wrong with a filing (phát hiện).
type Finding struct {
	No int `json:"no"`
	// Row is the line or feature, 0 for the file as a whole; Key is what the row is
	// known by.
	Row int    `json:"row"`
	Key string `json:"key,omitempty"`
	// Field is the noun's, Column the header as the filer wrote it.
	Field  string            `json:"field,omitempty"`
	Column string            `json:"column,omitempty"`
	Rule   string            `json:"rule"`
	Tier   registry.RuleTier `json:"tier"`
	Value  string            `json:"value,omitempty"`
	// Message says what is wrong, Mend what to do.
	Message registry.Text `json:"message"`
	Mend    registry.Text `json:"mend"`
	// Fix is a repair to confirm; null without one.
	Fix *rule.Fix `json:"fix,omitempty"`
	// Verified is who said that it is right as it is, and why.
	Verified *Verified `json:"verified,omitempty"`
}

// Verified is a filer's word that what looks wrong is right (xác nhận).
type Verified struct {
	By     string    `json:"by"`
	At     time.Time `json:"at"`
	Reason string    `json:"reason"`
}

const findingColumns = `x.no, x.row, x.key, x.field, x.header, x.rule, x.tier, x.value, x.facts, x.fault, v.verified_by, v.verified_at, v.reason`

const findingJoin = ` FROM finding x LEFT JOIN verification v USING (filing_id, rule, key, field, value) `

func scanFinding(row pgx.Row) (f Finding, err error) {
	var facts, words []byte
	var by, reason *string
	var at *time.Time
	if err := row.Scan(&f.No, &f.Row, &f.Key, &f.Field, &f.Column, &f.Rule, &f.Tier, &f.Value, &facts, &words, &by, &at, &reason); err != nil {
		return f, err
	}
	if by != nil {
		f.Verified = &Verified{By: *by, At: *at, Reason: *reason}
	}
	if words != nil {
		var fault registry.Fault
		err := json.Unmarshal(words, &fault)
		f.Message, f.Mend = fault.Message, fault.Mend
		return f, err
	}
	given, err := rule.ParseFacts(facts)
	if err != nil {
		return f, err
	}
	r := rule.Find(f.Rule)
	if r == nil { // a rule of an earlier version
		f.Message = registry.Tf("Quy tắc %s của phiên bản trước.", "Rule %s of an earlier version.", f.Rule)
		return f, nil
	}
	e := r.Explain(given)
	f.Message, f.Mend, f.Fix = e.Message, e.Mend, e.Fix
	return f, nil
}

// FindingQuery selects findings of a filing.
type FindingQuery struct {
	Rule string
	Tier registry.RuleTier
	// Row, when not nil, is one row's.
	Row *int
	// Open leaves out what was verified.
	Open bool
	Page registry.Page
}

// Findings reads a page of what was found wrong with a filing, in the order of
// its rows; next is the cursor of the page after it, 0 on the last.
func (db *DB) Findings(ctx context.Context, who registry.Actor, id int64, q FindingQuery) (list []Finding, next int64, err error) {
	if _, err := db.Filing(ctx, who, id); err != nil {
		return nil, 0, err
	}
	c := &conditions{}
	c.and("x.filing_id = %s", id)
	c.and("x.no > %s", q.Page.After)
	if q.Rule != "" {
		c.and("x.rule = %s", q.Rule)
	}
	if q.Tier != "" {
		c.and("x.tier = %s", q.Tier)
	}
	if q.Row != nil {
		c.and("x.row = %s", *q.Row)
	}
	if q.Open {
		c.and("v.rule IS NULL")
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT `+findingColumns+findingJoin+`WHERE `+c.sql()+` ORDER BY x.no LIMIT `+c.arg(q.Page.Limit+1), c.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	if list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (Finding, error) { return scanFinding(row) }); err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > q.Page.Limit {
		list = list[:q.Page.Limit]
		next = int64(list[q.Page.Limit-1].No)
	}
	return list, next, nil
}

// EachFinding gives every finding of a filing to fn, in the order of its rows.
func (db *DB) EachFinding(ctx context.Context, who registry.Actor, id int64, fn func(Finding) error) error {
	rows, err := db.pool.Query(as(ctx, who), `SELECT `+findingColumns+findingJoin+`WHERE x.filing_id = $1 ORDER BY x.no`, id)
	if err != nil {
		return translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		f, err := scanFinding(rows)
		if err != nil {
			return translate(err)
		}
		if err := fn(f); err != nil {
			return err
		}
	}
	return translate(rows.Err())
}

// FindingGroup is one rule broken in one column, however often (nhóm lỗi).
type FindingGroup struct {
	Rule     string            `json:"rule"`
	Tier     registry.RuleTier `json:"tier"`
	Column   string            `json:"column,omitempty"`
	Count    int64             `json:"count"`
	Verified int64             `json:"verified"`
	// First is the first of them, as an example.
	First Finding `json:"first"`
}

// FindingGroups sums up what was found wrong with a filing, what blocks first.
func (db *DB) FindingGroups(ctx context.Context, who registry.Actor, id int64) ([]FindingGroup, error) {
	if _, err := db.Filing(ctx, who, id); err != nil {
		return nil, err
	}
	rows, err := db.pool.Query(as(ctx, who), `WITH g AS (
			SELECT count(*) AS n, count(v.rule) AS verified, min(x.no) AS no `+findingJoin+` WHERE x.filing_id = $1 GROUP BY x.rule, x.header)
		SELECT g.n, g.verified, `+findingColumns+` FROM g, finding x LEFT JOIN verification v USING (filing_id, rule, key, field, value)
		WHERE x.filing_id = $1 AND x.no = g.no
		ORDER BY x.tier IN ('quality', 'macro'), g.n DESC, x.rule`, id)
	if err != nil {
		return nil, translate(err)
	}
	groups, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (g FindingGroup, err error) {
		g.First, err = scanFinding(skipping{row, []any{&g.Count, &g.Verified}})
		g.Rule, g.Tier, g.Column = g.First.Rule, g.First.Tier, g.First.Column
		return g, err
	})
	return groups, translate(err)
}

// skipping scans the first columns of a row into destinations of their own.
type skipping struct {
	row   pgx.Row
	first []any
}

func (s skipping) Scan(dest ...any) error { return s.row.Scan(append(s.first, dest...)...) }

// Verification says which warnings a filer has looked at, and why they are right.
type Verification struct {
	// No names one finding; 0 takes all of Rule, or of Rule in Column.
	No     int    `json:"no,omitempty"`
	Rule   string `json:"rule,omitempty"`
	Column string `json:"column,omitempty"`
	// Reason is why, in the filer's words; "" takes the verification back.
	Reason string `json:"reason"`
}

// Verify takes a filer's word for warnings. What blocks cannot be verified, only
// mended. It holds through every further file as long as the value stays.
func (db *DB) Verify(ctx context.Context, who registry.Actor, id, version int64, v Verification) (registry.Filing, error) {
	v.Reason = strings.TrimSpace(v.Reason)
	if fault := faultOfReason(v.Reason); fault != nil {
		return registry.Filing{}, registry.Invalid([]registry.Fault{*fault})
	}
	return db.filed(ctx, who, registry.ToChange, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Xác nhận cảnh báo", "To verify warnings"), registry.FilingBlocked, registry.FilingToVerify, registry.FilingReady); err != nil {
			return err
		}
		c := &conditions{}
		c.and("x.filing_id = %s", id)
		c.and("x.tier IN ('quality', 'macro')")
		switch {
		case v.No != 0:
			c.and("x.no = %s", v.No)
		default:
			c.and("x.rule = %s", v.Rule)
			if v.Column != "" {
				c.and("x.header = %s", v.Column)
			}
		}
		statement := `DELETE FROM verification v USING finding x WHERE ` + c.sql() +
			` AND (v.filing_id, v.rule, v.key, v.field, v.value) = (x.filing_id, x.rule, x.key, x.field, x.value)`
		if v.Reason != "" {
			statement = `INSERT INTO verification (filing_id, rule, key, field, value, reason, verified_by)
				SELECT DISTINCT x.filing_id, x.rule, x.key, x.field, x.value, ` + c.arg(v.Reason) + `, ` + c.arg(who.Name) + ` FROM finding x WHERE ` + c.sql() + `
				ON CONFLICT (filing_id, rule, key, field, value) DO UPDATE SET reason = excluded.reason, verified_by = excluded.verified_by, verified_at = now()`
		}
		tag, err := tx.Exec(ctx, statement, c.args...)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return registry.Errorf(registry.CodeNotFound, "Không có cảnh báo nào như vậy; lỗi thì phải sửa, không xác nhận được.",
				"There is no such warning; errors are mended, not verified.")
		}
		return conclude(ctx, tx, id, "")
	})
}

func faultOfReason(reason string) *registry.Fault {
	if utf8.RuneCountInString(reason) <= MaxReason && utf8.ValidString(reason) && !strings.ContainsRune(reason, 0) {
		return nil
	}
	f := registry.NewFault("filing.reason", "reason", storable(reason), registry.T("Lý do quá dài hoặc có ký tự không hợp lệ.", "The reason is too long, or holds an invalid character."),
		registry.Tf("Ghi không quá %d ký tự.", "Give at most %d characters.", MaxReason))
	f.Pointer = "/reason"
	return &f
}
