package postgres

import (
	"bytes"
	"context"
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
		p, err := plan.Read(bytes.NewReader(text), db.catalogue)
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
	plans, err := db.Plans(ctx, who)
	if err != nil {
		return plan.Plan{}, err
	}
	for _, p := range plans {
		if p.Code == code {
			return p, nil
		}
	}
	return plan.Plan{}, registry.Errorf(registry.CodeNotFound, "Không có kế hoạch %q.", "There is no plan %q.", code)
}

// ImportPlan stores a plan given as YAML, over one of the same code. CodeInvalid
// for one that cannot be read, CodeForbidden when it is not theirs to do.
func (db *DB) ImportPlan(ctx context.Context, who registry.Actor, text []byte) (plan.Plan, error) {
	p, err := plan.Read(bytes.NewReader(text), db.catalogue)
	if err != nil {
		return plan.Plan{}, registry.Errorf(registry.CodeInvalid, "Kế hoạch không đọc được: %v.", "The plan cannot be read: %v.", err)
	}
	err = db.plan(ctx, who, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO plan (code, text) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET text = excluded.text`, p.Code, string(text))
		return err
	})
	return *p, err
}
