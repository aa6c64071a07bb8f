package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// query gives the text of sql/<name>.sql.
func query(name string) string {
	b, err := fs.ReadFile(sqlFiles, "sql/"+name+".sql")
	if err != nil {
		panic(err) // a file name is a constant of this package
	}
	return string(b)
}

// StatementTimeout bounds one statement of a request; bulk work sets its own.
const StatementTimeout = 60 * time.Second

// DB is the register in PostgreSQL. It is safe for concurrent use.
type DB struct {
	pool *pgxpool.Pool
	// planned has connections that plan a query once: where the plan is the same
	// whatever the arguments, making it anew takes as long as much of the work.
	planned    *pgxpool.Pool
	codes      registry.Codes
	keys       keyWatch
	nameplates nameplateCache
	tileReads  tileReads
	counts     countCache
	catalogue  plan.Catalogue
	criteria   []plan.Criterion
	last       lastCache
	walks      walks
}

// Open connects and refuses a schema other than this program's, with what to
// do about it. The code lists in force are read once.
func Open(ctx context.Context, dsn string) (*DB, error) {
	pool, err := connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	planned, err := planning(ctx, pool)
	if err != nil {
		pool.Close()
		return nil, err
	}
	db := &DB{pool: pool, planned: planned}
	if db.catalogue, err = plan.ReadCatalogue(geodata.Table); err != nil {
		db.Close()
		return nil, err
	}
	if db.criteria, err = plan.ReadCriteria(geodata.Table, db.catalogue); err != nil {
		db.Close()
		return nil, err
	}
	if err := errors.Join(db.loadCodes(ctx), db.loadWalks(ctx)); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// minConnections is how many a pool may open on the smallest machine, unless the
// database's URL says otherwise (pool_max_conns). With pgx's four, of which filters leave
// one to others, two processors wait on round trips for a twelfth of the time.
const minConnections = 6

func connect(ctx context.Context, dsn string) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, registry.Errorf(registry.CodeInvalid,
			"Chuỗi kết nối cơ sở dữ liệu không hợp lệ.", "The database URL is not valid.")
	}
	// as who the URL names, for an old schema lacks the role the program works as
	if err := ask(ctx, config.ConnConfig); err != nil {
		return nil, err
	}
	config.PrepareConn = identify
	if !strings.Contains(dsn, "pool_max_conns") {
		config.MaxConns = max(config.MaxConns, minConnections)
	}
	params := config.ConnConfig.RuntimeParams
	for name, value := range map[string]string{
		"application_name": "hatangso",
		"role":             programRole,
		"timezone":         "Asia/Ho_Chi_Minh",
		// our queries are short, or long for their rows and not for their expressions
		"jit": "off",
		// starting another process takes longer than most of them, which PostGIS's costs hide
		"parallel_setup_cost": "500000",
		// filters are optional conditions: a plan made for one set is wrong for another
		"plan_cache_mode":                     "force_custom_plan",
		"statement_timeout":                   fmt.Sprint(StatementTimeout.Milliseconds()),
		"idle_in_transaction_session_timeout": "300000",
	} {
		if params[name] == "" {
			params[name] = value
		}
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	return pool, nil
}

// planning gives connections as a pool's, but that they plan a query once.
func planning(ctx context.Context, pool *pgxpool.Pool) (*pgxpool.Pool, error) {
	config := pool.Config()
	config.ConnConfig.RuntimeParams["plan_cache_mode"] = "force_generic_plan"
	planned, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	return planned, nil
}

// poolFor gives the connections that a query with some conditions goes by.
func (db *DB) poolFor(where *conditions) *pgxpool.Pool {
	if where.once {
		return db.planned
	}
	return db.pool
}

// connectTimeout bounds the first connection, to a host that is silent.
const connectTimeout = 15 * time.Second

// ask says whether a database answers and is at the program's schema.
func ask(ctx context.Context, config *pgx.ConnConfig) error {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return unreachable(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	return checkSchema(ctx, conn)
}

func unreachable(err error) error {
	return &registry.Error{Code: registry.CodeUnavailable, Err: err,
		Message: registry.T("Không kết nối được cơ sở dữ liệu.", "The database cannot be reached.")}
}

// reach says whether a database answers.
func reach(ctx context.Context, pool *pgxpool.Pool) error {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	if err := pool.Ping(ctx); err != nil {
		return unreachable(err)
	}
	return nil
}

// Close ends all connections.
func (db *DB) Close() {
	db.planned.Close()
	db.pool.Close()
}

// Ping says whether the database answers.
func (db *DB) Ping(ctx context.Context) error { return db.pool.Ping(ctx) }

// PoolStat gives the pool's figures for /metrics.
func (db *DB) PoolStat() *pgxpool.Stat { return db.pool.Stat() }

// Codes gives the code lists in force.
func (db *DB) Codes() registry.Codes { return db.codes }

// write runs fn in a transaction that names the actor. It is the one door: an
// actor that may not write gets no transaction.
func (db *DB) write(ctx context.Context, who registry.Actor, fn func(pgx.Tx) error) error {
	err := db.writeAs(ctx, who, fn)
	if registry.CodeOf(err) == registry.CodeForbidden && who.SignedIn() {
		if unnoted := db.Note(context.WithoutCancel(ctx), who, EventWriteRefused, map[string]any{"why": err.Error()}); unnoted != nil {
			return errors.Join(err, unnoted)
		}
	}
	return err
}

func (db *DB) writeAs(ctx context.Context, who registry.Actor, fn func(pgx.Tx) error) error {
	if !who.Writes() {
		return registry.Errorf(registry.CodeForbidden,
			"%s không có quyền ghi.", "%s may not write.", who.Name)
	}
	return db.transact(ctx, who, fn)
}

// transact runs fn in a transaction that names the actor, for what somebody may
// who writes no records: the caller asks May.
func (db *DB) transact(ctx context.Context, who registry.Actor, fn func(pgx.Tx) error) error {
	tx, err := db.pool.Begin(as(ctx, who))
	if err != nil {
		return translate(err)
	}
	// the request may be gone by now: roll back all the same
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if err := name(ctx, tx, who); err != nil {
		return translate(err)
	}
	if err := fn(tx); err != nil {
		return translate(err)
	}
	return translate(tx.Commit(ctx))
}

// read runs fn in a transaction that only reads, as somebody, with settings of
// its own.
func (db *DB) read(ctx context.Context, who registry.Actor, settings string, options pgx.TxOptions, fn func(pgx.Tx) error) error {
	options.AccessMode = pgx.ReadOnly
	tx, err := db.pool.BeginTx(as(ctx, who), options)
	if err != nil {
		return translate(err)
	}
	// the request may be gone by now: roll back all the same
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if _, err := tx.Exec(ctx, settings); err != nil {
		return translate(err)
	}
	return translate(fn(tx))
}

// name sets the actor, the reason and the request for a transaction that
// writes. Its statements go by key: one plan is right for every value.
func name(ctx context.Context, tx pgx.Tx, who registry.Actor) error {
	_, err := tx.Exec(ctx, `SELECT set_config('hatangso.actor', $1, true), set_config('hatangso.reason', $2, true),
		set_config('hatangso.request_id', $3, true), set_config('plan_cache_mode', 'auto', true)`, who.Name, who.Reason, who.RequestID)
	return err
}
