package postgres

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// feedbackWithinDeg is how far outside the boundaries a report may lie, in degrees: a
// shore is drawn roughly.
const feedbackWithinDeg = 0.05

// ReceiveFeedback stores a report of anybody, and gives its code: the one key to
// how it stands. Row security lets nobody write a report; the database takes a new
// one by a function that writes nothing else. CodeInvalid with every fault, and for a
// place that is nobody's here to look after.
func (db *DB) ReceiveFeedback(ctx context.Context, who registry.Actor, f registry.NewFeedback) (r registry.FeedbackReceipt, err error) {
	if err := registry.Invalid(f.Check(db.codes)); err != nil {
		return r, err
	}
	r.Code = rand.Text()
	at := f.Geometry.Geometry.(orb.Point)
	var here bool
	if err := db.pool.QueryRow(as(ctx, who), `WITH drawn AS (SELECT geom FROM unit WHERE geom IS NOT NULL AND valid @> current_date)
		SELECT NOT EXISTS (SELECT FROM drawn) OR EXISTS (SELECT FROM drawn WHERE ST_DWithin(geom, ST_SetSRID(ST_MakePoint($1, $2), 4326), $3))`,
		at[0], at[1], feedbackWithinDeg).Scan(&here); err != nil {
		return r, translate(err)
	}
	if !here {
		fault := registry.NewFault("feedback.elsewhere", "geometry", fmt.Sprintf("%g %g", at[0], at[1]),
			registry.T("Vị trí nằm ngoài địa bàn của sổ đăng ký này.", "The place is outside the territory of this register."),
			registry.T("Đưa dấu cộng đến đúng chỗ trên bản đồ, hoặc gửi cho địa phương nơi đó.", "Bring the cross to the place on the map, or report to the province it is in."))
		fault.Pointer = "/geometry"
		return r, registry.Invalid([]registry.Fault{fault})
	}
	err = db.pool.QueryRow(as(ctx, who), `SELECT due, commune FROM receive_feedback($1, $2, $3, $4, nullif($5, ''), $6, $7, nullif($8, ''), nullif($9, ''))`,
		who.Name, r.Code, f.Kind, f.Description, f.Address, at[0], at[1], f.Contact.Name, f.Contact.Phone).Scan(&r.DueOn, &r.Commune)
	return r, translate(err)
}

// FeedbackStatus tells how the report of a code stands. CodeNotFound for none.
func (db *DB) FeedbackStatus(ctx context.Context, who registry.Actor, code string) (s registry.FeedbackStatus, err error) {
	var photos []int
	err = db.pool.QueryRow(as(ctx, who), `SELECT feedback_kind, state, received_at, due_on, commune, agency, answer, closed_at, photos FROM feedback_status($1)`, code).
		Scan(&s.Kind, &s.State, &s.ReceivedAt, &s.DueOn, &s.Commune, &s.Agency, &s.Answer, &s.ClosedAt, &photos)
	s.Show(code, photos)
	return s, translate(err)
}

// FeedbackFilter narrows a list of reports. The zero one takes all.
type FeedbackFilter struct {
	State registry.FeedbackState
	// Agency is the code of an organization, Unit that of a unit of today.
	Agency, Unit string
	// Overdue keeps those that are open after their last day.
	Overdue bool
}

// feedbackQuery reads what scanFeedback scans: what row security lets the asker
// find, and of the contact what it lets them find of that.
const feedbackQuery = `SELECT f.id, f.version, f.code, f.feedback_kind, f.description, f.address, f.state, o.code, o.name, f.to_commune, f.due_on,
	f.state NOT IN ('resolved', 'rejected') AND f.due_on < current_date, f.answer, f.note, u.code, u.name, ST_AsBinary(f.geom),
	c.feedback_id IS NOT NULL, coalesce(c.name, ''), coalesce(c.phone, ''), f.created_at, f.updated_at, f.closed_at,
	ARRAY(SELECT p.number FROM feedback_photo p WHERE p.feedback_id = f.id ORDER BY 1)
	FROM feedback f LEFT JOIN organization o ON o.id = f.agency_id LEFT JOIN unit u ON u.id = f.unit_id LEFT JOIN feedback_contact c ON c.feedback_id = f.id `

func scanFeedback(row pgx.Row) (f registry.Feedback, err error) {
	var shape []byte
	var known bool
	var contact registry.FeedbackContact
	var photos []int
	if err := row.Scan(&f.ID, &f.Version, &f.Code, &f.Kind, &f.Description, &f.Address, &f.State, &f.Agency, &f.AgencyName, &f.ToCommune, &f.DueOn, &f.Overdue,
		&f.Answer, &f.Note, &f.CommuneCode, &f.Commune, &shape, &known, &contact.Name, &contact.Phone, &f.CreatedAt, &f.UpdatedAt, &f.ClosedAt, &photos); err != nil {
		return f, err
	}
	if known {
		f.Contact = &contact
	}
	f.Show(photos)
	f.Geometry.Geometry, err = wkb.Unmarshal(shape)
	return f, err
}

// forStaff refuses who has not signed in: nobody else has reports to look after.
func forStaff(who registry.Actor) error {
	if who.SignedIn() {
		return nil
	}
	return registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập để xem phản ánh.", "Sign in to see what was reported.")
}

// Feedback reads one report. CodeNotFound when the asker sees none of that id.
func (db *DB) Feedback(ctx context.Context, who registry.Actor, id int64) (f registry.Feedback, err error) {
	if err := forStaff(who); err != nil {
		return f, err
	}
	f, err = scanFeedback(db.pool.QueryRow(as(ctx, who), feedbackQuery+`WHERE f.id = $1`, id))
	return f, translate(err)
}

// Feedbacks reads a keyset page of the reports, the newest first: all for the
// department, local staff's of their communes, an organization's that are given to
// it. next is the cursor of the page after it, 0 on the last.
func (db *DB) Feedbacks(ctx context.Context, who registry.Actor, filter FeedbackFilter, page registry.Page) (list []registry.Feedback, next int64, err error) {
	if err := forStaff(who); err != nil {
		return nil, 0, err
	}
	ctx = as(ctx, who)
	var where conditions
	if page.After > 0 {
		where.and("f.id < %s", page.After)
	}
	if filter.State != "" {
		where.and("f.state = %s", string(filter.State))
	}
	if filter.Agency != "" {
		where.and("o.code = %s", filter.Agency)
	}
	if filter.Unit != "" {
		s, err := db.scope(ctx, filter.Unit, nil)
		if err != nil {
			return nil, 0, err
		}
		where.and("f.unit_id = ANY (%s)", s.communes)
	}
	if filter.Overdue {
		where.and("f.state NOT IN ('resolved', 'rejected') AND f.due_on < current_date")
	}
	rows, err := db.pool.Query(ctx, feedbackQuery+`WHERE `+where.sql()+` ORDER BY f.id DESC LIMIT `+where.arg(page.Limit+1), where.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	if list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (registry.Feedback, error) { return scanFeedback(row) }); err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > page.Limit {
		list = list[:page.Limit]
		next = list[page.Limit-1].ID
	}
	return list, next, nil
}

// UpdateFeedback changes a report that is at a version: whom it is given to and by
// when is the department's to say, how it goes also theirs who work on it. A report
// given to somebody is assigned. CodeStale with the report as it is when another
// write came between, CodeInvalid with every fault.
func (db *DB) UpdateFeedback(ctx context.Context, who registry.Actor, id, version int64, change func(*registry.Feedback)) (stored registry.Feedback, err error) {
	if err := forStaff(who); err != nil {
		return stored, err
	}
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		var have int64
		err := tx.QueryRow(ctx, `SELECT version FROM feedback WHERE id = $1 FOR UPDATE`, id).Scan(&have)
		current, seen := scanFeedback(tx.QueryRow(ctx, feedbackQuery+`WHERE f.id = $1`, id))
		switch {
		case errors.Is(err, pgx.ErrNoRows) && seen == nil: // it is there, and not the asker's to change
			return registry.Errorf(registry.CodeForbidden, "Phản ánh này không giao cho bạn.", "This report is not given to you.")
		case err != nil:
			return err
		case seen != nil:
			return seen
		case have != version:
			return &registry.Error{Code: registry.CodeStale, Current: current, Message: registry.Tf(
				"Phản ánh đã đổi: đang ở phiên bản %d, bạn gửi %d.", "The report has changed: it is at version %d, you sent %d.", have, version)}
		}
		f := current
		change(&f)
		if f.State == registry.FeedbackReceived && (f.Agency != nil || f.ToCommune) {
			f.State = registry.FeedbackAssigned
		}
		faults := registry.CheckFeedback(&current, &f, who.Department())
		var agency *int64
		if f.Agency != nil {
			id, fault, err := organizationID(ctx, tx, "agency", *f.Agency)
			if err != nil {
				return err
			}
			if fault != nil {
				faults = append(faults, *fault)
			}
			agency = &id
		}
		if err := registry.Invalid(faults); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE feedback SET state = $1, agency_id = $2, to_commune = $3, due_on = $4, answer = nullif($5, ''), note = nullif($6, '') WHERE id = $7`,
			string(f.State), agency, f.ToCommune, f.DueOn, f.Answer, f.Note, id); err != nil {
			return err
		}
		stored, err = scanFeedback(tx.QueryRow(ctx, feedbackQuery+`WHERE f.id = $1`, id))
		return err
	})
	return stored, err
}

// FeedbackHistory reads what was done about a report, the first first.
// CodeNotFound when the asker sees none of that id.
func (db *DB) FeedbackHistory(ctx context.Context, who registry.Actor, id int64) (list []registry.FeedbackChange, err error) {
	if _, err := db.Feedback(ctx, who, id); err != nil {
		return nil, err
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT at, actor, reason, op, before, after FROM change WHERE noun = 'feedback' AND record_id = $1 ORDER BY seq`, id)
	if err != nil {
		return nil, translate(err)
	}
	list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (c registry.FeedbackChange, err error) {
		var before, after []byte
		c.Before, c.After = map[string]any{}, map[string]any{}
		if err := row.Scan(&c.At, &c.Actor, &c.Reason, &c.Op, &before, &after); err != nil {
			return c, err
		}
		for _, j := range []struct {
			text []byte
			into *map[string]any
		}{{before, &c.Before}, {after, &c.After}} {
			if j.text != nil {
				if err := json.Unmarshal(j.text, j.into); err != nil {
					return c, err
				}
			}
		}
		return c, nil
	})
	return list, translate(err)
}
