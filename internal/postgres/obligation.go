package postgres

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// duties is the subject of reading the duties of an organization, "" for those
// of all: the law of filings is theirs.
func duties(organization string) registry.Subject {
	s := registry.Subject{Noun: registry.FilingSubject, Disclosure: registry.Ordinary}
	if organization != "" {
		s.Owners = []string{organization}
	}
	return s
}

// mayReadDuties refuses who is neither obliged nor looks after those who are.
func mayReadDuties(who registry.Actor) error {
	if who.May(registry.SeeFull, duties(who.Organization)).Allowed {
		return nil
	}
	return who.Withheld(registry.T("Nghĩa vụ báo cáo là việc của tổ chức phải nộp, của Sở và người giám sát.",
		"Obligations to report are for those who are obliged, the department and auditors."))
}

// plan is write for who may say who reports what by when.
func (db *DB) plan(ctx context.Context, who registry.Actor, fn func(pgx.Tx) error) error {
	return db.write(ctx, who, func(tx pgx.Tx) error {
		if err := who.May(registry.ManagePlans, house).Err(); err != nil {
			return err
		}
		return fn(tx)
	})
}

// obligationQuery reads what scanObligation scans.
const obligationQuery = `SELECT o.id, o.version, o.code, title_vi, title_en, basis, mark, recipient, coalesce(g.code, ''), kinds, fulfilled_by,
	recurrence, month, day, named_on, before, opens_days, remind, valid_from, valid_to, active, shipped
	FROM obligation o LEFT JOIN organization g ON g.id = o.organization_id `

func scanObligation(row pgx.Row) (o registry.Obligation, err error) {
	err = row.Scan(&o.ID, &o.Version, &o.Code, &o.Title.VI, &o.Title.EN, &o.Basis, &o.Mark, &o.Recipient, &o.Organization, &o.Kinds, &o.FulfilledBy,
		&o.Recurrence, &o.Month, &o.Day, &o.Date, &o.Before, &o.OpensDays, &o.Remind, &o.ValidFrom, &o.ValidTo, &o.Active, &o.Shipped)
	return o, err
}

// Obligation reads one obligation. CodeNotFound when the asker sees none of that id.
func (db *DB) Obligation(ctx context.Context, who registry.Actor, id int64) (o registry.Obligation, err error) {
	if err := mayReadDuties(who); err != nil {
		return o, err
	}
	o, err = scanObligation(db.pool.QueryRow(as(ctx, who), obligationQuery+`WHERE o.id = $1`, id))
	return o, translate(err)
}

// ObligationOf reads the obligation of a code. CodeNotFound when the asker sees none.
func (db *DB) ObligationOf(ctx context.Context, who registry.Actor, code string) (o registry.Obligation, err error) {
	if err := mayReadDuties(who); err != nil {
		return o, err
	}
	o, err = scanObligation(db.pool.QueryRow(as(ctx, who), obligationQuery+`WHERE o.code = $1`, code))
	return o, translate(err)
}

// Obligations reads a page of the obligations in order of id: all of them for the
// department and auditors, for anybody else those in force that oblige their
// organization. next is the cursor of the page after it, 0 on the last.
func (db *DB) Obligations(ctx context.Context, who registry.Actor, page registry.Page) (list []registry.Obligation, next int64, err error) {
	if err := mayReadDuties(who); err != nil {
		return nil, 0, err
	}
	rows, err := db.pool.Query(as(ctx, who), obligationQuery+`WHERE o.id > $1 ORDER BY o.id LIMIT $2`, page.After, page.Limit+1)
	if err != nil {
		return nil, 0, translate(err)
	}
	list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (registry.Obligation, error) { return scanObligation(row) })
	if err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].ID
	}
	return list, next, nil
}

// CreateObligation makes an obligation of the department's own, and gives it as
// stored. One that is active from no day in particular is so from today.
// CodeConflict when the code is taken, CodeInvalid with every fault.
func (db *DB) CreateObligation(ctx context.Context, who registry.Actor, o registry.Obligation) (stored registry.Obligation, err error) {
	err = db.plan(ctx, who, func(tx pgx.Tx) error {
		args, err := db.obligationArgs(ctx, tx, &o)
		if err != nil {
			return err
		}
		var id int64
		if err := tx.QueryRow(ctx, `INSERT INTO obligation (title_vi, title_en, basis, mark, recipient, organization_id, kinds, fulfilled_by, recurrence,
			month, day, named_on, before, opens_days, remind, valid_from, valid_to, active, code)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) RETURNING id`,
			append(args, o.Code)...).Scan(&id); err != nil {
			return err
		}
		stored, err = scanObligation(tx.QueryRow(ctx, obligationQuery+`WHERE o.id = $1`, id))
		return err
	})
	return stored, err
}

// UpdateObligation changes an obligation that is at a version; what change does
// to its code is ignored. Switched on, it is in force from today unless it says
// otherwise. CodeStale with the obligation as it is when it is at another version.
func (db *DB) UpdateObligation(ctx context.Context, who registry.Actor, id, version int64, change func(*registry.Obligation)) (stored registry.Obligation, err error) {
	err = db.plan(ctx, who, func(tx pgx.Tx) error {
		current, err := scanObligation(tx.QueryRow(ctx, obligationQuery+`WHERE o.id = $1 FOR UPDATE OF o`, id))
		if err != nil {
			return err
		}
		if current.Version != version {
			return &registry.Error{Code: registry.CodeStale, Current: current, Message: registry.Tf(
				"Nghĩa vụ đã đổi: đang ở phiên bản %d, bạn gửi %d.", "The obligation has changed: it is at version %d, you sent %d.", current.Version, version)}
		}
		o := current
		o.Kinds, o.Remind = slices.Clone(o.Kinds), slices.Clone(o.Remind)
		change(&o)
		o.Code = current.Code
		args, err := db.obligationArgs(ctx, tx, &o)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE obligation SET title_vi = $1, title_en = $2, basis = $3, mark = $4, recipient = $5, organization_id = $6,
			kinds = $7, fulfilled_by = $8, recurrence = $9, month = $10, day = $11, named_on = $12, before = $13, opens_days = $14, remind = $15,
			valid_from = $16, valid_to = $17, active = $18 WHERE id = $19`, append(args, id)...); err != nil {
			return err
		}
		stored, err = scanObligation(tx.QueryRow(ctx, obligationQuery+`WHERE o.id = $1`, id))
		return err
	})
	return stored, err
}

// obligationArgs checks an obligation and gives its columns.
func (db *DB) obligationArgs(ctx context.Context, tx pgx.Tx, o *registry.Obligation) ([]any, error) {
	if o.Active && o.ValidFrom == nil {
		today := registry.DateOf(time.Now().In(civil))
		o.ValidFrom = &today
	}
	slices.Sort(o.Remind)
	slices.Reverse(o.Remind)
	o.Remind = slices.Compact(o.Remind)
	faults := o.Validate(db.codes)
	var organization *int64
	if o.Organization != "" {
		id, fault, err := organizationID(ctx, tx, "organization", o.Organization)
		if err != nil {
			return nil, err
		}
		if fault != nil {
			fault.Pointer = "/organization"
			faults = append(faults, *fault)
		}
		organization = &id
	}
	if err := registry.Invalid(faults); err != nil {
		return nil, err
	}
	return []any{o.Title.VI, o.Title.EN, o.Basis, o.Mark, o.Recipient, organization, append([]string{}, o.Kinds...), o.FulfilledBy, o.Recurrence,
		o.Month, o.Day, o.Date, o.Before, o.OpensDays, append([]int{}, o.Remind...), o.ValidFrom, o.ValidTo, o.Active}, nil
}
