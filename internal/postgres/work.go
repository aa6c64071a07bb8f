package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Work is one transaction that writes the register for an actor: what is done
// in it is stored together or not at all. It is valid until the function it was
// given to returns.
type Work struct {
	db *DB
	tx pgx.Tx
}

// Work runs do in a transaction that names the actor, and commits when it
// returns nil. CodeForbidden when the actor may not write.
func (db *DB) Work(ctx context.Context, who registry.Actor, do func(*Work) error) error {
	return db.write(ctx, who, func(tx pgx.Tx) error { return do(&Work{db, tx}) })
}

// Create is [DB.Create] within the work.
func (w *Work) Create(ctx context.Context, n *registry.Noun, record registry.Record) (registry.Record, error) {
	if err := registry.Invalid(n.Check(record, w.db.codes)); err != nil {
		return nil, err
	}
	columns, values, args, err := assignments(ctx, w.tx, n, record)
	if err != nil {
		return nil, translate(err)
	}
	if n.IsAsset() {
		columns, values = append(columns, "kind"), append(values, "'"+string(n.Kind)+"'")
	}
	var id int64
	err = w.tx.QueryRow(ctx, fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s) RETURNING id`,
		n.Table, strings.Join(columns, ", "), strings.Join(values, ", ")), args...).Scan(&id)
	if err != nil {
		return nil, translate(err)
	}
	stored, err := get(ctx, w.tx, n, id)
	return stored, translate(err)
}

// Update is [DB.Update] within the work.
func (w *Work) Update(ctx context.Context, n *registry.Noun, id, version int64, change func(registry.Record) error) (registry.Record, error) {
	current, err := lockVersion(ctx, w.tx, n, id, version)
	if err != nil {
		return nil, translate(err)
	}
	if err := change(current); err != nil {
		return nil, err
	}
	return w.store(ctx, n, id, current)
}

// store writes a record over the one of its id, which the work has locked.
func (w *Work) store(ctx context.Context, n *registry.Noun, id int64, record registry.Record) (registry.Record, error) {
	if err := registry.Invalid(n.Check(record, w.db.codes)); err != nil {
		return nil, err
	}
	columns, values, args, err := assignments(ctx, w.tx, n, record)
	if err != nil {
		return nil, translate(err)
	}
	args = append(args, id)
	if _, err = w.tx.Exec(ctx, fmt.Sprintf(`UPDATE %s SET (%s) = ROW(%s) WHERE id = $%d%s`,
		n.Table, strings.Join(columns, ", "), strings.Join(values, ", "), len(args), kindIs(n, "")), args...); err != nil {
		return nil, translate(err)
	}
	stored, err := get(ctx, w.tx, n, id)
	return stored, translate(err)
}

// Delete is [DB.Delete] within the work.
func (w *Work) Delete(ctx context.Context, n *registry.Noun, id, version int64) error {
	if _, err := lockVersion(ctx, w.tx, n, id, version); err != nil {
		return translate(err)
	}
	return w.remove(ctx, n, id)
}

// remove deletes a record that the work has locked.
func (w *Work) remove(ctx context.Context, n *registry.Noun, id int64) error {
	_, err := w.tx.Exec(ctx, `DELETE FROM `+n.Table+` WHERE id = $1`+kindIs(n, ""), id)
	return translate(stillReferred(err))
}
