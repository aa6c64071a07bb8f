package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// reminder is who reminds: the program itself, which sees everybody's duties and
// accounts.
var reminder = registry.Actor{Name: "system:reminder", Grants: registry.Grants{Roles: []registry.Role{registry.AdminRole}}}

// civil is the time by which days begin here (UTC+7 the year round).
var civil = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// remindLock is held by the one of several programs that reminds.
const remindLock = 0x68747372

// remindWithin is how far from a day the last days in time lie that it reminds
// of: what is longer ago is past reminding.
const remindWithin = registry.MaxRemindDays

// Remind writes the notices that are due at a time and not written yet, to every
// filer and signer of the organizations that still have something to do; and,
// with letters, puts a letter of each into the outbox for those whose login is a
// mail address. It gives how many notices it wrote. It may be called as often as
// one likes, by several programs at once: one works, and nothing is written twice.
func (db *DB) Remind(ctx context.Context, now time.Time, letters bool) (written int64, err error) {
	today := registry.DateOf(now.In(civil))
	err = db.transact(ctx, reminder, func(tx pgx.Tx) error {
		var mine bool
		if err := tx.QueryRow(ctx, `SELECT pg_try_advisory_xact_lock($1)`, remindLock).Scan(&mine); err != nil || !mine {
			return err
		}
		all, err := obliged(ctx, tx, "")
		if err != nil {
			return err
		}
		byID := map[int64]*registry.Obligation{}
		for i := range all {
			byID[all[i].ID] = &all[i].Obligation
		}
		list, err := dutiesIn(ctx, tx, DutyFilter{From: today.AddDays(-remindWithin), To: today.AddDays(maxAhead), Today: today})
		if err != nil {
			return err
		}
		for _, d := range list {
			o := byID[d.Obligation]
			p, ok := o.Period(d.Period)
			if !ok || !d.State.Open() {
				continue
			}
			days, kind, ok := o.Reminder(p, today)
			if !ok {
				continue
			}
			n, err := notify(ctx, tx, d, days, kind, now, letters)
			if err != nil {
				return err
			}
			written += n
		}
		return nil
	})
	return written, err
}

// maxAhead is how far ahead of its day a request may be told of, in days.
const maxAhead = 3660

// notify writes the notices of one duty, and gives how many are new.
func notify(ctx context.Context, tx pgx.Tx, d registry.Duty, days int, kind registry.NoticeKind, now time.Time, letters bool) (n int64, err error) {
	err = tx.QueryRow(ctx, `WITH told AS (
			INSERT INTO notice (account_id, obligation_id, organization_id, period, due_on, days, kind, at)
			SELECT a.id, $1, organization_id($2), $3, $4, $5, $6, $7 FROM account a
			WHERE a.disabled_at IS NULL AND a.grants ->> 'organization' = $2 AND a.grants -> 'roles' ?| ARRAY['filer', 'signer']
			ON CONFLICT DO NOTHING RETURNING id, account_id),
		letter AS (
			INSERT INTO outbox (notice_id, next_at) SELECT t.id, $7 FROM told t JOIN account a ON a.id = t.account_id
			WHERE $8 AND a.login LIKE '_%@_%._%' RETURNING notice_id)
		SELECT count(*) FROM told`, d.Obligation, d.Organization, d.Period, d.DueOn, days, kind, now, letters).Scan(&n)
	return n, err
}

// Notice is what somebody is told (thông báo): of a duty, or that something of
// theirs was written over.
type Notice struct {
	ID   int64               `json:"id"`
	Kind registry.NoticeKind `json:"kind"`
	// Obligation is its id, Organization the code of the one that is obliged; null,
	// as what else a duty has, where it is of none.
	Obligation   *int64        `json:"obligation"`
	Organization *string       `json:"organization"`
	Period       *string       `json:"period"`
	Title        registry.Text `json:"title"`
	Recipient    *string       `json:"recipient"`
	// DueOn is the last day in time.
	DueOn *registry.Date `json:"due_on"`
	// Overwritten says what was written over; null of a duty.
	Overwritten *Overwritten `json:"overwritten"`
	At          time.Time    `json:"at"`
	// ReadAt is when it was marked as read; null while it is not.
	ReadAt *time.Time `json:"read_at"`
}

// noticeQuery reads what scanNotice scans. What an obligation says the program
// may read past row security here: who was told of it knows it.
const noticeQuery = `SELECT n.id, n.kind, n.obligation_id, g.code, n.period, coalesce(t.title_vi, ''), coalesce(t.title_en, ''), t.recipient, n.due_on, n.overwritten, n.at, n.read_at
	FROM notice n LEFT JOIN organization g ON g.id = n.organization_id LEFT JOIN LATERAL obligation_words(n.obligation_id) t ON true `

func scanNotice(row pgx.Row) (n Notice, err error) {
	err = row.Scan(&n.ID, &n.Kind, &n.Obligation, &n.Organization, &n.Period, &n.Title.VI, &n.Title.EN, &n.Recipient, &n.DueOn, &n.Overwritten, &n.At, &n.ReadAt)
	if err == nil && n.Overwritten != nil {
		n.Title = n.Overwritten.inWords()
	}
	return n, err
}

// mayHaveNotices refuses who has no account: notices are people's.
func mayHaveNotices(who registry.Actor) error {
	if !who.SignedIn() {
		return registry.Errorf(registry.CodeUnauthorized, "Thông báo: cần đăng nhập.", "Notices: sign in first.")
	}
	return nil
}

// Notices reads a page of the asker's notices, the newest first; page.After is the
// id of the last of the page before, and next the cursor of the page after it, 0
// on the last. A key or a command has none: notices are people's.
func (db *DB) Notices(ctx context.Context, who registry.Actor, unread bool, page registry.Page) (list []Notice, next int64, err error) {
	if err := mayHaveNotices(who); err != nil {
		return nil, 0, err
	}
	err = db.transact(ctx, who, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, noticeQuery+`WHERE account_id = actor_account() AND ($1::bigint = 0 OR n.id < $1) AND NOT ($2 AND read_at IS NOT NULL)
			ORDER BY n.id DESC LIMIT $3`, page.After, unread, page.Limit+1)
		if err != nil {
			return err
		}
		list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (Notice, error) { return scanNotice(row) })
		return err
	})
	if err == nil && len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].ID
	}
	return list, next, err
}

// ReadNotice marks one of the asker's notices as read; again it changes nothing.
// CodeNotFound when they have none of that id.
func (db *DB) ReadNotice(ctx context.Context, who registry.Actor, id int64) (n Notice, err error) {
	if err := mayHaveNotices(who); err != nil {
		return n, err
	}
	err = db.transact(ctx, who, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE notice SET read_at = now() WHERE id = $1 AND account_id = actor_account() AND read_at IS NULL`, id); err != nil {
			return err
		}
		n, err = scanNotice(tx.QueryRow(ctx, noticeQuery+`WHERE n.id = $1 AND account_id = actor_account()`, id))
		return err
	})
	return n, err
}
