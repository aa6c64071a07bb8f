package postgres

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Completeness is how one organization stands with its duties (mức đầy đủ).
type Completeness struct {
	// Organization is its code.
	Organization string `json:"organization"`
	Name         string `json:"name"`
	// Duties counts all, the others those in a state.
	Duties   int `json:"duties"`
	NotDue   int `json:"not_due"`
	Due      int `json:"due"`
	Late     int `json:"late"`
	Filed    int `json:"filed"`
	Returned int `json:"returned"`
	Accepted int `json:"accepted"`
	// Nothing counts those answered with nothing to report; they are among Filed.
	Nothing int `json:"nothing"`
	// LateDays is the sum over duties of days after they were due.
	LateDays int `json:"late_days"`
	// LastFiledAt is when it last signed a filing of any kind; null for never.
	LastFiledAt *time.Time `json:"last_filed_at"`
	// Accounts counts the people who are reminded for it: with none nobody is.
	Accounts int `json:"accounts"`
}

// count counts a duty.
func (c *Completeness) count(d registry.Duty) {
	c.Duties++
	switch d.State {
	case registry.DutyNotDue:
		c.NotDue++
	case registry.DutyDue:
		c.Due++
	case registry.DutyLate:
		c.Late++
	case registry.DutyFiled:
		c.Filed++
	case registry.DutyReturned:
		c.Returned++
	case registry.DutyAccepted:
		c.Accepted++
	}
	if d.State == registry.DutyFiled && d.Filing == nil {
		c.Nothing++
	}
	c.LateDays += d.LateDays
}

// Board gives how every organization stands with the duties that are due between
// two days, those with most to answer for first. It is the department's and the
// auditors'.
func (db *DB) Board(ctx context.Context, who registry.Actor, f DutyFilter) (board []Completeness, err error) {
	if err := mayReadDuties(who); err != nil {
		return nil, err
	}
	if !who.May(registry.SeeFull, duties("")).Allowed {
		return nil, registry.Errorf(registry.CodeForbidden, "Bảng này dành cho Sở và người giám sát.", "The board is for the department and auditors.")
	}
	err = db.read(ctx, who, `SELECT`, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		list, err := dutiesIn(ctx, tx, f)
		if err != nil {
			return err
		}
		of := map[string]*Completeness{}
		for _, d := range list {
			if of[d.Organization] == nil {
				of[d.Organization] = &Completeness{Organization: d.Organization, Name: d.OrganizationName}
			}
			of[d.Organization].count(d)
		}
		rows, err := tx.Query(ctx, `SELECT code, (SELECT max(signed_at) FROM filing f WHERE f.organization_id = o.id), reminded_accounts(code) FROM organization o`)
		if err != nil {
			return err
		}
		var code string
		var last *time.Time
		var accounts int
		_, err = pgx.ForEachRow(rows, []any{&code, &last, &accounts}, func() error {
			if c := of[code]; c != nil {
				c.LastFiledAt, c.Accounts = last, accounts
			}
			last = nil
			return nil
		})
		for _, c := range of {
			board = append(board, *c)
		}
		return err
	})
	slices.SortFunc(board, func(a, b Completeness) int {
		return cmp.Or(cmp.Compare(b.Late+b.Returned, a.Late+a.Returned), cmp.Compare(b.LateDays, a.LateDays), cmp.Compare(a.Organization, b.Organization))
	})
	return board, err
}
