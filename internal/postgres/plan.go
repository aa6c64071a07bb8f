package postgres

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// Plans gives every plan, those of the province in the place of shipped ones of
// the same code, in order of code.
func (db *DB) Plans(ctx context.Context, who registry.Actor) ([]plan.Plan, error) {
	texts := map[string][]byte{}
	files, err := fs.Glob(geodata.Files, "plans/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		code := strings.TrimSuffix(strings.TrimPrefix(name, "plans/"), ".yaml")
		if texts[code], err = fs.ReadFile(geodata.Files, name); err != nil {
			return nil, err
		}
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT code, text FROM plan`)
	if err != nil {
		return nil, translate(err)
	}
	var code, text string
	if _, err := pgx.ForEachRow(rows, []any{&code, &text}, func() error {
		texts[code] = []byte(text)
		return nil
	}); err != nil {
		return nil, translate(err)
	}
	plans := make([]plan.Plan, 0, len(texts))
	for _, text := range texts {
		p, err := plan.Read(text, db.catalogue)
		if err != nil {
			return nil, err
		}
		plans = append(plans, *p)
	}
	slices.SortFunc(plans, func(a, b plan.Plan) int { return strings.Compare(a.Code, b.Code) })
	return plans, nil
}

// Plan gives the plan of a code. CodeNotFound when there is none.
func (db *DB) Plan(ctx context.Context, who registry.Actor, code string) (plan.Plan, error) {
	p, err := db.planOf(ctx, db.pool, who, code)
	if err == nil && p == nil {
		err = registry.Errorf(registry.CodeNotFound, "Không có kế hoạch %q.", "There is no plan %q.", code)
	}
	if err != nil {
		return plan.Plan{}, err
	}
	return *p, nil
}

// planOf gives the plan of a code, the province's before the one shipped, nil for none.
func (db *DB) planOf(ctx context.Context, q querier, who registry.Actor, code string) (*plan.Plan, error) {
	var text []byte
	err := q.QueryRow(as(ctx, who), `SELECT text FROM plan WHERE code = $1`, code).Scan(&text)
	if errors.Is(err, pgx.ErrNoRows) {
		if text, err = fs.ReadFile(geodata.Files, "plans/"+code+".yaml"); errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
			return nil, nil
		}
	}
	if err != nil {
		return nil, translate(err)
	}
	return plan.Read(text, db.catalogue)
}

// MayLoadPlans refuses whose plans are not to load: CodeForbidden, for all but the department.
func MayLoadPlans(who registry.Actor) error { return who.May(registry.ManagePlans, house).Err() }

// CheckPlan says what loading a plan would do, and stores nothing. CodeInvalid with
// every fault of the draft, CodeForbidden when plans are not theirs to load.
func (db *DB) CheckPlan(ctx context.Context, who registry.Actor, d *plan.Draft) (plan.Import, error) {
	if err := MayLoadPlans(who); err != nil {
		return plan.Import{}, err
	}
	p, err := db.readPlan(d)
	if err != nil {
		return plan.Import{}, err
	}
	return db.importOf(ctx, db.pool, who, p)
}

// ImportPlan is [Work.ImportPlan] in a transaction of its own, over whatever
// there is of the plan's code.
func (db *DB) ImportPlan(ctx context.Context, who registry.Actor, d *plan.Draft) (done plan.Import, err error) {
	err = db.Work(ctx, who, func(w *Work) error {
		done, err = w.ImportPlan(ctx, who, d, func(*string) error { return nil })
		return err
	})
	return done, err
}

// ImportPlan stores a plan, over one of the same code; may is told the tag of the
// one it would replace, nil for none, and refuses by an error. Errors as for
// [DB.CheckPlan].
func (w *Work) ImportPlan(ctx context.Context, who registry.Actor, d *plan.Draft, may func(replaces *string) error) (done plan.Import, err error) {
	if err := MayLoadPlans(who); err != nil {
		return done, err
	}
	p, err := w.db.readPlan(d)
	if err != nil {
		return done, err
	}
	// a shipped plan has no row to lock
	if _, err := w.tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtext('plan'), hashtext($1))`, p.Code); err != nil {
		return done, translate(err)
	}
	if done, err = w.db.importOf(ctx, w.tx, who, p); err != nil {
		return done, err
	}
	if err := may(done.Replaces); err != nil {
		return done, err
	}
	text, err := p.Draft().YAML()
	if err != nil {
		return done, err
	}
	_, err = w.tx.Exec(ctx, `INSERT INTO plan (code, text) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET text = excluded.text`, p.Code, string(text))
	return done, translate(err)
}

// readPlan understands a draft that is to be loaded.
func (db *DB) readPlan(d *plan.Draft) (*plan.Plan, error) {
	p, err := d.Plan(db.catalogue)
	faults := d.CheckCode()
	var refused *registry.Error
	switch {
	case errors.As(err, &refused):
		faults = append(faults, refused.Faults...)
	case err != nil:
		return nil, err
	}
	return p, registry.Invalid(faults)
}

// importOf holds a plan against the one of its code.
func (db *DB) importOf(ctx context.Context, q querier, who registry.Actor, p *plan.Plan) (plan.Import, error) {
	out := plan.Import{Plan: *p, Changes: []plan.Change{}}
	was, err := db.planOf(ctx, q, who, p.Code)
	if err != nil || was == nil {
		return out, err
	}
	tag := was.Tag()
	out.Replaces, out.Changes = &tag, append(out.Changes, plan.Compare(was, p)...)
	return out, nil
}
