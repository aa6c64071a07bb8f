package postgres

import (
	"context"
	"errors"
	"io/fs"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/internal/registry"
)

// What the tests outside this package look at inside it.
var (
	Translate          = translate
	SQLFiles     fs.FS = sqlFiles
	Query              = query
	VersionTable       = versionTable
)

// OpenExplained opens a register whose server tells the plan of every
// statement, those of triggers too.
func OpenExplained(ctx context.Context, dsn string, told func(plan string)) (*DB, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{
		"role": programRole, "timezone": "Asia/Ho_Chi_Minh", "plan_cache_mode": "force_custom_plan", "session_preload_libraries": "auto_explain",
		"auto_explain.log_min_duration": "0", "auto_explain.log_nested_statements": "on", "auto_explain.log_level": "notice",
	} {
		config.ConnConfig.RuntimeParams[name] = value
	}
	config.PrepareConn = identify
	config.ConnConfig.OnNotice = func(_ *pgconn.PgConn, n *pgconn.Notice) { told(n.Message) }
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	planned, err := planning(ctx, pool)
	if err != nil {
		return nil, err
	}
	db := &DB{pool: pool, planned: planned}
	return db, errors.Join(db.loadCodes(ctx), db.loadWalks(ctx))
}

// ConnFor takes a connection whose queries are asked for somebody, as every
// method does.
func (db *DB) ConnFor(ctx context.Context, who registry.Actor) (*pgxpool.Conn, error) {
	return db.pool.Acquire(as(ctx, who))
}

// CompileFilter writes an expression as SQL on a noun's view, with its arguments.
func CompileFilter(n *registry.Noun, where registry.Expression) (sql string, args []any, err error) {
	var c conditions
	err = c.filter(n, where)
	return c.sql(), c.args, err
}
