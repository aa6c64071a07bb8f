package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/migrations"
)

// versionTable is where goose keeps what it has applied.
const versionTable = "schema_migrations"

// Migrate brings the schema of the database at dsn up to this program's and
// loads the shipped code lists. Several programs may start it at once: one
// works, the others wait.
func Migrate(ctx context.Context, dsn string) error {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return registry.Errorf(registry.CodeInvalid,
			"Chuỗi kết nối cơ sở dữ liệu không hợp lệ.", "The database URL is not valid.")
	}
	// one connection holds the lock while the migrations use another
	config.MaxConns = max(config.MaxConns, 4)
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer pool.Close()
	if err := reach(ctx, pool); err != nil {
		return err
	}
	// goose makes its own table before it asks for its own lock
	turn, err := pool.Acquire(ctx)
	if err != nil {
		return unreachable(err)
	}
	defer turn.Release()
	if _, err := turn.Exec(ctx, `SELECT pg_advisory_lock(hashtext('hatangso.migrate'))`); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	defer func() {
		_, _ = turn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(hashtext('hatangso.migrate'))`)
	}()
	return migrate(ctx, pool)
}

// migrate applies what is new, and completes it. One program does it at a time.
func migrate(ctx context.Context, pool *pgxpool.Pool) error {
	sqlDB := stdlib.OpenDBFromPool(pool)
	defer sqlDB.Close()
	provider, err := goose.NewProvider(goose.DialectPostgres, sqlDB, migrations.Files, goose.WithTableName(versionTable))
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return complete(ctx, pool)
}

// complete brings up to date what is no migration of ours: the cluster's roles, the
// queue of jobs, what PostGIS brings itself, the shipped tables, the views of each
// audience.
func complete(ctx context.Context, pool *pgxpool.Pool) error {
	if err := pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error { return makeRoles(ctx, conn.Conn()) }); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := migrateJobs(ctx, pool); err != nil {
		return err
	}
	// a restored dump comes without the rows and the trust that PostGIS brings itself
	if _, err := pool.Exec(ctx, `SELECT pin_vn2000(), trust_filters()`); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := loadGeodata(ctx, pool); err != nil {
		return err
	}
	return makeAudiences(ctx, pool)
}

// programVersion is the number of the newest migration this program carries.
func programVersion() (newest int64, err error) {
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		version, err := goose.NumericComponent(name)
		if err != nil {
			return 0, err
		}
		newest = max(newest, version)
	}
	return newest, nil
}

// SchemaVersion gives the database's schema version and the program's. An
// empty database is at 0.
func (db *DB) SchemaVersion(ctx context.Context) (have, want int64, err error) {
	return schemaVersion(ctx, db.pool)
}

func schemaVersion(ctx context.Context, q querier) (have, want int64, err error) {
	if want, err = programVersion(); err != nil {
		return 0, 0, err
	}
	var exists bool
	if err := q.QueryRow(ctx, `SELECT to_regclass($1) IS NOT NULL`, versionTable).Scan(&exists); err != nil {
		return 0, want, translate(err)
	}
	if !exists {
		return 0, want, nil
	}
	err = q.QueryRow(ctx, `SELECT coalesce(max(version_id), 0) FROM `+versionTable+` WHERE is_applied`).Scan(&have)
	return have, want, translate(err)
}

// CheckSchema refuses a schema that is older or newer than the program.
func (db *DB) CheckSchema(ctx context.Context) error { return checkSchema(ctx, db.pool) }

func checkSchema(ctx context.Context, q querier) error {
	have, want, err := schemaVersion(ctx, q)
	switch {
	case err != nil:
		return err
	case have < want:
		return registry.Errorf(registry.CodeUnavailable,
			"Lược đồ cơ sở dữ liệu ở bản %d, chương trình cần bản %d. Chạy: hatangso migrate",
			"The database schema is at version %d, the program needs %d. Run: hatangso migrate", have, want)
	case have > want:
		return registry.Errorf(registry.CodeUnavailable,
			"Lược đồ cơ sở dữ liệu ở bản %d, mới hơn chương trình (%d). Dùng bản chương trình mới hơn.",
			"The database schema is at version %d, newer than the program (%d). Use a newer program.", have, want)
	}
	return nil
}

// loadGeodata brings the shipped tables up to date. What a province added or
// changed in service_radius, technology, obligation and the laws of compliance
// stays.
func loadGeodata(ctx context.Context, pool *pgxpool.Pool) error {
	load := []struct{ file, statement string }{
		{"codes.csv", `INSERT INTO code (list, code, vi, en, aliases, source, ord, shipped)
			SELECT j ->> 'list', j ->> 'code', j ->> 'vi', j ->> 'en', j ->> 'aliases', j ->> 'source', n, true
			FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r (j, n)
			ON CONFLICT (list, code) DO UPDATE SET vi = excluded.vi, en = excluded.en, aliases = excluded.aliases,
				source = excluded.source, ord = excluded.ord WHERE code.shipped`},
		{"technologies.csv", `INSERT INTO technology (code, generation, broadband, sunset_on, vi, en, aliases, source, ord)
			SELECT j ->> 'code', nullif(j ->> 'generation', '')::int, (j ->> 'broadband')::boolean,
				nullif(j ->> 'sunset_on', '')::date, j ->> 'vi', j ->> 'en', j ->> 'aliases', j ->> 'source', n
			FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r (j, n) ON CONFLICT DO NOTHING`},
		{"service_radii.csv", `INSERT INTO service_radius (technology, area_class, radius_m, source)
			SELECT j ->> 'technology', j ->> 'area_class', (j ->> 'radius_m')::float8, j ->> 'source'
			FROM jsonb_array_elements($1::jsonb) AS r (j) ON CONFLICT DO NOTHING`},
		{"indicators.csv", `INSERT INTO code (list, code, vi, en, source, ord, shipped)
			SELECT 'indicator', j ->> 'code', j ->> 'title_vi', j ->> 'title_en', 'domain 9', n, true
			FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r (j, n)
			ON CONFLICT (list, code) DO UPDATE SET vi = excluded.vi, en = excluded.en, ord = excluded.ord WHERE code.shipped`},
		{"unit_area_classes.csv", `INSERT INTO unit_area_class (unit_kind, area_class)
			SELECT j ->> 'unit_kind', j ->> 'area_class' FROM jsonb_array_elements($1::jsonb) AS r (j) ON CONFLICT DO NOTHING`},
		{"obligations.csv", `SELECT ship_obligations($1)`},
		{"compliance_laws.csv", `INSERT INTO compliance_law (code, in_force_from, in_force_until, permit_needed, vi, en, clause_vi, clause_en, mark)
			SELECT j ->> 'code', nullif(j ->> 'in_force_from', '')::date, nullif(j ->> 'in_force_until', '')::date, (j ->> 'permit_needed')::boolean,
				j ->> 'vi', j ->> 'en', j ->> 'clause_vi', j ->> 'clause_en', j ->> 'mark'
			FROM jsonb_array_elements($1::jsonb) AS r (j) ON CONFLICT DO NOTHING`},
		{"compliance_grounds.csv", `INSERT INTO compliance_ground (basis, law, outside_urban, not_bulky, kinds, number_needed, clause_vi, clause_en, mark)
			SELECT j ->> 'basis', nullif(j ->> 'law', ''), (j ->> 'outside_urban')::boolean, (j ->> 'not_bulky')::boolean, string_to_array(j ->> 'kinds', ';'),
				(j ->> 'number_needed')::boolean, j ->> 'clause_vi', j ->> 'clause_en', j ->> 'mark'
			FROM jsonb_array_elements($1::jsonb) AS r (j) ON CONFLICT DO NOTHING`},
		{"compliance_rules.csv", `INSERT INTO compliance_rule (rule, effect, value, note)
			SELECT j ->> 'rule', j ->> 'effect', nullif(j ->> 'value', '')::float8, j ->> 'note'
			FROM jsonb_array_elements($1::jsonb) AS r (j) ON CONFLICT DO NOTHING`},
	}
	deadline, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for _, l := range load {
		rows, err := geodata.Table(l.file)
		if err != nil {
			return err
		}
		if _, err := pool.Exec(deadline, l.statement, rows); err != nil {
			return fmt.Errorf("geodata/%s: %w", l.file, err)
		}
	}
	return nil
}

// loadCodes reads the code lists in force; technologies are a list too.
func (db *DB) loadCodes(ctx context.Context) error {
	rows, err := db.pool.Query(ctx, `SELECT list, code, vi, en, aliases, source FROM (
			SELECT list, code, vi, en, aliases, source, ord FROM code
			UNION ALL SELECT 'technology', code, vi, en, aliases, source, ord FROM technology) c ORDER BY list, ord, code`)
	if err != nil {
		return translate(err)
	}
	entries, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (registry.ListCode, error) {
		var e registry.ListCode
		var aliases string
		err := row.Scan(&e.List, &e.Code, &e.Title.VI, &e.Title.EN, &aliases, &e.Source)
		if aliases != "" {
			e.Aliases = splitList(aliases)
		}
		return e, err
	})
	if err != nil {
		return translate(err)
	}
	if len(entries) == 0 {
		return errors.New("the code lists are empty: run hatangso migrate")
	}
	db.codes = registry.NewCodes(entries)
	return nil
}
