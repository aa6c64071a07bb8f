package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// querier is a pool or a transaction.
type querier interface {
	Query(context.Context, string, ...any) (pgx.Rows, error)
	QueryRow(context.Context, string, ...any) pgx.Row
}

func splitList(s string) []string { return strings.Split(s, ";") }

func quote(column string) string { return `"` + column + `"` }

// selectList names a noun's fields for its guarded view, geometry as WKB.
func selectList(n *registry.Noun) string {
	columns := make([]string, len(n.Fields))
	for i, f := range n.Fields {
		if f.Type == registry.GeometryField {
			columns[i] = "ST_AsBinary(geometry)"
			continue
		}
		columns[i] = quote(f.Name)
	}
	return strings.Join(columns, ", ")
}

// scan reads one row of selectList into a new record.
func scan(n *registry.Noun, row pgx.Row) (registry.Record, error) {
	record := n.New()
	v := reflect.ValueOf(record).Elem()
	into := make([]any, len(n.Fields))
	var shape []byte
	for i := range n.Fields {
		f := &n.Fields[i]
		if f.Type == registry.GeometryField {
			into[i] = &shape
			continue
		}
		into[i] = f.Of(v).Addr().Interface()
	}
	if err := row.Scan(into...); err != nil {
		return nil, err
	}
	if shape != nil {
		g, err := wkb.Unmarshal(shape)
		if err != nil {
			return nil, fmt.Errorf("stored geometry: %w", err)
		}
		n.Field("geometry").Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: g}))
	}
	return record, nil
}

// Get reads one record. CodeNotFound when there is none the actor may see.
func (db *DB) Get(ctx context.Context, who registry.Actor, n *registry.Noun, id int64) (registry.Record, error) {
	ctx = as(ctx, who)
	record, err := scan(n, db.pool.QueryRow(ctx, `SELECT `+selectList(n)+` FROM `+view(who.Grants, n)+` WHERE id = $1`, id))
	return record, translate(err)
}

// get reads a record in full, for who writes it.
func get(ctx context.Context, q querier, n *registry.Noun, id int64) (registry.Record, error) {
	return scan(n, q.QueryRow(ctx, `SELECT `+selectList(n)+` FROM guarded.`+n.Name+` WHERE id = $1`, id))
}

// List reads a keyset page in order of id; next is the cursor of the page
// after it, 0 on the last.
func (db *DB) List(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, page registry.Page) (records []registry.Record, next int64, err error) {
	ctx = as(ctx, who)
	where, err := db.pageOf(ctx, n, filter, page)
	if err != nil {
		return nil, 0, err
	}
	defer where.explain(&err)
	// one more than asked tells whether there is a next page
	sql := fmt.Sprintf(`SELECT %s FROM %s WHERE %s ORDER BY id LIMIT %s`,
		selectList(n), view(who.Grants, n), where.sql(), where.arg(page.Limit+1))
	rows, err := db.pool.Query(ctx, sql, where.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	records, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (registry.Record, error) { return scan(n, row) })
	if err != nil {
		return nil, 0, translate(err)
	}
	if len(records) > page.Limit {
		records = records[:page.Limit]
		next = n.Field("id").Value(reflect.ValueOf(records[page.Limit-1]).Elem()).(int64)
	}
	return records, next, nil
}

// pageOf gives the conditions of a filter's page.
func (db *DB) pageOf(ctx context.Context, n *registry.Noun, filter registry.Filter, page registry.Page) (*conditions, error) {
	if page.Limit < 1 || page.Limit > registry.MaxPageLimit {
		return nil, registry.Errorf(registry.CodeInvalid, "limit phải từ 1 đến %d.", "limit must be 1 to %d.", registry.MaxPageLimit)
	}
	where, err := db.where(ctx, n, filter)
	if err == nil {
		where.and("id > %s", page.After)
	}
	return where, err
}

// Create stores a new record and gives it back as stored, with id and version.
func (db *DB) Create(ctx context.Context, who registry.Actor, n *registry.Noun, record registry.Record) (stored registry.Record, err error) {
	err = db.Work(ctx, who, func(w *Work) error {
		stored, err = w.Create(ctx, n, record)
		return err
	})
	return stored, err
}

// Update changes a record: change gets the stored one and edits it. version is
// the one the caller read; CodeStale with the current record when another
// write came between.
func (db *DB) Update(ctx context.Context, who registry.Actor, n *registry.Noun, id, version int64, change func(registry.Record) error) (stored registry.Record, err error) {
	err = db.Work(ctx, who, func(w *Work) error {
		stored, err = w.Update(ctx, n, id, version, change)
		return err
	})
	return stored, err
}

// Delete removes a record that nothing refers to (CodeConflict otherwise).
// An asset that stood once is better given a removal date.
func (db *DB) Delete(ctx context.Context, who registry.Actor, n *registry.Noun, id, version int64) error {
	return db.Work(ctx, who, func(w *Work) error { return w.Delete(ctx, n, id, version) })
}

// kindIs narrows a statement on a noun's table to its own rows.
func kindIs(n *registry.Noun, alias string) string {
	if n.IsAsset() {
		return " AND " + alias + "kind = '" + string(n.Kind) + "'"
	}
	return ""
}

// lockVersion takes the record for this transaction and checks its version.
func lockVersion(ctx context.Context, tx pgx.Tx, n *registry.Noun, id, version int64) (registry.Record, error) {
	current, have, err := lock(ctx, tx, n, id)
	if err != nil {
		return nil, err
	}
	if have != version {
		message := registry.Tf("Bản ghi đã đổi: đang ở phiên bản %d, bạn gửi %d.", "The record has changed: it is at version %d, you sent %d.", have, version)
		if version == 0 { // no record has it: what was sent names another, or any
			message = registry.Tf("Bản ghi đang ở phiên bản %d; If-Match phải là ETag của bản đã đọc.", "The record is at version %d; If-Match has to be the ETag of what you read.", have)
		}
		return nil, &registry.Error{Code: registry.CodeStale, Current: current, Message: message}
	}
	return current, nil
}

// lock takes the record for this transaction.
func lock(ctx context.Context, tx pgx.Tx, n *registry.Noun, id int64) (current registry.Record, have int64, err error) {
	err = tx.QueryRow(ctx, `SELECT version FROM `+n.Table+` WHERE id = $1`+kindIs(n, "")+` FOR UPDATE`, id).Scan(&have)
	if errors.Is(err, pgx.ErrNoRows) { // not there, or there and not the asker's to write
		if _, seen := get(ctx, tx, n, id); seen == nil {
			return nil, 0, registry.Errorf(registry.CodeForbidden, "Bản ghi này không thuộc quyền ghi của bạn.", "This record is not yours to write.")
		}
	}
	if err != nil {
		return nil, 0, err
	}
	current, err = get(ctx, tx, n, id)
	return current, have, err
}

// assignments spells a record's writable columns, a placeholder or expression
// for each, and the arguments. Organizations given by code become ids; one
// nobody knows is a fault that offers the nearest.
func assignments(ctx context.Context, tx pgx.Tx, n *registry.Noun, record registry.Record) (columns, values []string, args []any, err error) {
	v := reflect.ValueOf(record).Elem()
	var faults []registry.Fault
	for _, f := range n.Writable() {
		value := f.Value(v)
		place := fmt.Sprintf("$%d", len(args)+1)
		switch {
		case f.Ref == "organization" && value != nil:
			id, fault, err := organizationID(ctx, tx, f.Name, value.(string))
			if err != nil {
				return nil, nil, nil, err
			}
			if fault != nil {
				faults = append(faults, *fault)
			}
			value = id
		case f.Type == registry.GeometryField:
			g := value.(registry.Geometry).Geometry
			if g == nil {
				value = nil
				break
			}
			if value, err = wkb.Marshal(g); err != nil {
				return nil, nil, nil, err
			}
			place = "ST_GeomFromWKB(" + place + ", 4326)"
		case f.Type == registry.JSONField && value != nil:
			if value, err = json.Marshal(value); err != nil {
				return nil, nil, nil, err
			}
		}
		columns, values, args = append(columns, quote(f.Column)), append(values, place), append(args, value)
	}
	return columns, values, args, registry.Invalid(faults)
}

func organizationID(ctx context.Context, q querier, field, code string) (id int64, fault *registry.Fault, err error) {
	err = q.QueryRow(ctx, `SELECT id FROM organization WHERE code = $1`, code).Scan(&id)
	if !errors.Is(err, pgx.ErrNoRows) {
		return id, nil, err
	}
	near, err := nearestOrganizations(ctx, q, code)
	if err != nil {
		return 0, nil, err
	}
	f := unknownOrganization(field, code, near)
	return 0, &f, nil
}

func unknownOrganization(field, code string, near []string) registry.Fault {
	mend := registry.T("Đăng ký tổ chức này trước.", "Register the organization first.")
	if len(near) > 0 {
		names := strings.Join(near, ", ")
		mend = registry.Tf("Có phải: %s? Nếu không, đăng ký tổ chức này trước.", "Did you mean: %s? If not, register the organization first.", names)
	}
	f := registry.NewFault("organization.unknown", field, code,
		registry.T("Tổ chức chưa có trong danh bạ.", "No such organization is registered."), mend)
	f.Pointer = "/" + field
	return f
}

func nearestOrganizations(ctx context.Context, q querier, code string) ([]string, error) {
	rows, err := q.Query(ctx, `SELECT code FROM organization
		WHERE similarity(fold(code), fold($1)) > 0.2 OR similarity(fold(name), fold($1)) > 0.2
		ORDER BY greatest(similarity(fold(code), fold($1)), similarity(fold(name), fold($1))) DESC, code LIMIT 3`, code)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}
