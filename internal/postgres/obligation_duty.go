package postgres

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxDutyDays is the most days a calendar of duties spans.
const MaxDutyDays = 1100

// MaxAnswerNote is the most characters the note of an answer has.
const MaxAnswerNote = 1000

// DutyFilter chooses duties.
type DutyFilter struct {
	// From and To, half-open, are between which days they are due, at most
	// MaxDutyDays apart.
	From, To registry.Date
	// Organization is the code of the one that is obliged; "" for all the asker sees.
	Organization string
	// State keeps those in a state, as of Today; "" keeps all.
	State registry.DutyState
	// Today is the day they are judged on.
	Today registry.Date
}

// Duties gives the duties between two days that the asker sees, by the day they
// are due: an operator its own, the department and auditors all.
func (db *DB) Duties(ctx context.Context, who registry.Actor, f DutyFilter) (list []registry.Duty, err error) {
	if err := mayReadDuties(who); err != nil {
		return nil, err
	}
	err = db.read(ctx, who, `SELECT`, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		list, err = dutiesIn(ctx, tx, f)
		return err
	})
	return list, err
}

// dutiesIn is Duties in a transaction.
func dutiesIn(ctx context.Context, tx pgx.Tx, f DutyFilter) (list []registry.Duty, err error) {
	all, err := obliged(ctx, tx, f.Organization)
	if err != nil {
		return nil, err
	}
	filings, err := filingFacts(ctx, tx, f.Organization)
	if err != nil {
		return nil, err
	}
	answers, err := dutyAnswers(ctx, tx, f.Organization)
	if err != nil {
		return nil, err
	}
	for _, o := range all {
		for _, p := range o.Periods(f.From, f.To) {
			for _, g := range o.organizations {
				d := o.Duty(p, f.Today, filings[g.id], answers[dutyKey{o.ID, g.id, p.Key}])
				if f.State != "" && d.State != f.State {
					continue
				}
				d.Organization, d.OrganizationName = g.code, g.name
				list = append(list, d)
			}
		}
	}
	slices.SortFunc(list, func(a, b registry.Duty) int {
		return cmp.Or(a.DueOn.Time().Compare(b.DueOn.Time()), cmp.Compare(a.Obligation, b.Obligation), cmp.Compare(a.Organization, b.Organization))
	})
	return list, nil
}

// obligedOne is an organization that is obliged.
type obligedOne struct {
	id         int64
	code, name string
}

// inForce is an obligation in force with whom it obliges.
type inForce struct {
	registry.Obligation
	organizations []obligedOne
}

// obliged reads the obligations in force that the asker sees, with the
// organizations they oblige; with a code that one alone.
func obliged(ctx context.Context, tx pgx.Tx, organization string) ([]inForce, error) {
	rows, err := tx.Query(ctx, obligationQuery+`WHERE o.active ORDER BY o.id`)
	if err != nil {
		return nil, err
	}
	all, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (inForce, error) {
		o, err := scanObligation(row)
		return inForce{Obligation: o}, err
	})
	if err != nil {
		return nil, err
	}
	// an operator sees all organizations, and is obliged as itself alone
	rows, err = tx.Query(ctx, `SELECT id, code, name, kind FROM organization WHERE ($1 = '' OR code = $1)
		AND (NOT actor_is('filer', 'signer') OR department() OR id = actor_organization()) ORDER BY code`, organization)
	if err != nil {
		return nil, err
	}
	var g obligedOne
	var kind string
	_, err = pgx.ForEachRow(rows, []any{&g.id, &g.code, &g.name, &kind}, func() error {
		for i := range all {
			o := &all[i]
			if o.Organization == g.code || o.Organization == "" && slices.Contains(o.Kinds, kind) {
				o.organizations = append(o.organizations, g)
			}
		}
		return nil
	})
	return all, err
}

// filingFacts reads the filings that were ever signed, by organization.
func filingFacts(ctx context.Context, tx pgx.Tx, organization string) (map[int64][]registry.FilingFact, error) {
	rows, err := tx.Query(ctx, `SELECT organization_id, id, noun, state, day, signed_at::date FROM filing
		WHERE signed_at IS NOT NULL AND state IN ('signed', 'applying', 'accepted', 'partly', 'returned')
			AND ($1 = '' OR organization_id = organization_id($1)) ORDER BY id`, organization)
	if err != nil {
		return nil, err
	}
	facts := map[int64][]registry.FilingFact{}
	var of int64
	var f registry.FilingFact
	_, err = pgx.ForEachRow(rows, []any{&of, &f.ID, &f.Noun, &f.State, &f.Day, &f.SignedOn}, func() error {
		facts[of] = append(facts[of], f)
		f.SignedOn = nil // the next one is another
		return nil
	})
	return facts, err
}

// dutyKey is which duty an answer is to.
type dutyKey struct {
	obligation, organization int64
	period                   string
}

func dutyAnswers(ctx context.Context, tx pgx.Tx, organization string) (map[dutyKey]*registry.DutyAnswer, error) {
	rows, err := tx.Query(ctx, `SELECT obligation_id, organization_id, period, kind, given_on, note, given_by, created_at FROM duty_answer
		WHERE $1 = '' OR organization_id = organization_id($1)`, organization)
	if err != nil {
		return nil, err
	}
	answers := map[dutyKey]*registry.DutyAnswer{}
	var k dutyKey
	var a registry.DutyAnswer
	_, err = pgx.ForEachRow(rows, []any{&k.obligation, &k.organization, &k.period, &a.Kind, &a.On, &a.Note, &a.By, &a.At}, func() error {
		one := a
		answers[k] = &one
		return nil
	})
	return answers, err
}

// DutyOrder is an answer to a duty about to be written down.
type DutyOrder struct {
	// Obligation is its id, Organization a code, Period the year or once.
	Obligation   int64
	Organization string
	Period       string
	Kind         registry.AnswerKind
	// On is the day the paper came; of nothing to report it is Today.
	On    registry.Date
	Note  string
	Today registry.Date
}

// AnswerDuty writes down that an organization has nothing to report, which its
// filers or the department say, or that its report came on paper, which the
// department says. It gives the duty as it stands then. CodeConflict when the
// duty is answered or fulfilled already, CodeNotFound when there is none.
func (db *DB) AnswerDuty(ctx context.Context, who registry.Actor, o DutyOrder) (duty registry.Duty, err error) {
	if err := mayReadDuties(who); err != nil {
		return duty, err
	}
	if err := o.validate(); err != nil {
		return duty, err
	}
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		all, err := obliged(ctx, tx, o.Organization)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(f inForce) bool { return f.ID == o.Obligation })
		if i < 0 || o.Organization == "" || len(all[i].organizations) == 0 {
			return noDuty()
		}
		f, g := all[i], all[i].organizations[0]
		p, ok := f.Period(o.Period)
		if !ok {
			return noDuty()
		}
		asked := registry.ToCreate
		if o.Kind == registry.CameOnPaper {
			asked = registry.TakeFiling
		}
		if err := who.May(asked, duties(g.code)).Err(); err != nil {
			return err
		}
		filings, err := filingFacts(ctx, tx, o.Organization)
		if err != nil {
			return err
		}
		answers, err := dutyAnswers(ctx, tx, o.Organization)
		if err != nil {
			return err
		}
		if d := f.Duty(p, o.Today, filings[g.id], answers[dutyKey{f.ID, g.id, p.Key}]); !d.State.Open() || d.Answer != nil {
			return registry.Errorf(registry.CodeConflict, "Kỳ báo cáo này đã xong rồi: %s.", "This duty is done already: %s.", d.State.Title().VI)
		}
		a := registry.DutyAnswer{Kind: o.Kind, On: o.On, Note: o.Note, By: who.Name}
		if err := tx.QueryRow(ctx, `INSERT INTO duty_answer (obligation_id, organization_id, period, kind, given_on, note, given_by)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING created_at`, f.ID, g.id, p.Key, a.Kind, a.On, a.Note, a.By).Scan(&a.At); err != nil {
			return err
		}
		duty = f.Duty(p, o.Today, filings[g.id], &a)
		duty.Organization, duty.OrganizationName = g.code, g.name
		return nil
	})
	return duty, err
}

func noDuty() error {
	return registry.Errorf(registry.CodeNotFound, "Không có kỳ báo cáo này.", "There is no such duty.")
}

// validate gives the error of every fault of the order.
func (o *DutyOrder) validate() error {
	var faults []registry.Fault
	add := func(rule, column, value string, message, mend registry.Text) {
		f := registry.NewFault(rule, column, strings.ToValidUTF8(value, "�"), message, mend)
		f.Pointer = "/" + column
		faults = append(faults, f)
	}
	if utf8.RuneCountInString(o.Note) > MaxAnswerNote || !utf8.ValidString(o.Note) || strings.ContainsFunc(o.Note, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
		add("duty.note", "note", o.Note, registry.T("Ghi chú không hợp lệ.", "The note is not valid."), registry.Tf("Ghi không quá %d ký tự.", "Give at most %d characters.", MaxAnswerNote))
	}
	if o.Today.Before(o.On) {
		add("duty.on", "on", o.On.String(), registry.T("Ngày chưa đến.", "The day is yet to come."), registry.T("Ghi ngày đã nhận.", "Give the day it came."))
	}
	return registry.Invalid(faults)
}
