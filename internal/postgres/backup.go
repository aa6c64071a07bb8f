package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/hatangso/hatangso/internal/registry"
)

// Contents is what a database holds, to tell whether a copy is one.
type Contents struct {
	// Rows counts each table's.
	Rows map[string]int64
	// Head is the newest seal of the change log in hexadecimal, "" of an empty one.
	Head string
}

// Differ says of each table how another database holds something else; nothing
// when it holds the same.
func (c Contents) Differ(other Contents) (differences []string) {
	for table, n := range c.Rows {
		if m, ok := other.Rows[table]; !ok || m != n {
			differences = append(differences, fmt.Sprintf("%s: %d ≠ %d", table, n, m))
		}
	}
	for table := range other.Rows {
		if _, ok := c.Rows[table]; !ok {
			differences = append(differences, table+": ?")
		}
	}
	if c.Head != other.Head {
		differences = append(differences, fmt.Sprintf("%.12s ≠ %.12s", c.Head, other.Head))
	}
	return differences
}

// Total counts the rows of all tables.
func (c Contents) Total() (n int64) {
	for _, rows := range c.Rows {
		n += rows
	}
	return n
}

// Snapshot holds a database still while it is backed up: whatever is written
// meanwhile, all who read by it see the same.
type Snapshot struct {
	// ID is what pg_dump --snapshot takes.
	ID string
	// Contents is what is seen by it.
	Contents
	// Server is the major version of PostgreSQL.
	Server int

	conn *pgx.Conn
	tx   pgx.Tx
}

// Hold takes a snapshot of the database at dsn, as its owner. Close lets it go.
func Hold(ctx context.Context, dsn string) (s *Snapshot, err error) {
	conn, err := connectPlain(ctx, dsn)
	if err != nil {
		return nil, err
	}
	s = &Snapshot{conn: conn}
	defer func() {
		if err != nil {
			conn.Close(context.WithoutCancel(ctx))
		}
	}()
	if err := checkSchema(ctx, conn); err != nil {
		return nil, err
	}
	if s.tx, err = conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}); err != nil {
		return nil, translate(err)
	}
	if err := s.tx.QueryRow(ctx, `SELECT pg_export_snapshot(), current_setting('server_version_num')::int / 10000`).Scan(&s.ID, &s.Server); err != nil {
		return nil, translate(err)
	}
	s.Contents, err = contents(ctx, s.tx)
	return s, err
}

// Close lets the snapshot go.
func (s *Snapshot) Close(ctx context.Context) { s.conn.Close(context.WithoutCancel(ctx)) }

// ContentsOf gives what the database at dsn holds, as its owner sees it.
func ContentsOf(ctx context.Context, dsn string) (Contents, error) {
	conn, err := connectPlain(ctx, dsn)
	if err != nil {
		return Contents{}, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	return contents(ctx, conn)
}

// contents counts every table of the register. The systems of coordinates are
// left out: PostGIS brings them, and a migration run the rest.
func contents(ctx context.Context, q querier) (c Contents, err error) {
	rows, err := q.Query(ctx, `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'spatial_ref_sys'`)
	if err != nil {
		return c, translate(err)
	}
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return c, translate(err)
	}
	c.Rows = map[string]int64{}
	for _, table := range tables {
		var n int64
		if err := q.QueryRow(ctx, `SELECT count(*) FROM public.`+quote(table)).Scan(&n); err != nil {
			return c, translate(err)
		}
		c.Rows[table] = n
	}
	err = q.QueryRow(ctx, `SELECT coalesce((SELECT encode(hash, 'hex') FROM public.change_seal ORDER BY seq DESC LIMIT 1), '')`).Scan(&c.Head)
	return c, translate(err)
}

// Target is a database that a backup is restored into.
type Target struct {
	DSN string
	// made says that it was made for this, to drop when it comes to nothing.
	made       bool
	name       string
	maintainer *pgx.Conn
}

// databaseName is what a database made here may be called: no letter needs
// quoting in any tool.
var databaseName = regexp.MustCompile(`^[a-z_][a-z0-9_]{0,62}$`)

// PrepareTarget makes the database a backup is restored into: a new one of a name
// beside the one at dsn, or, without a name, that one itself, which must be empty.
// CodeConflict when it is not. The role the program works as is made too: rights
// in the backup name it.
func PrepareTarget(ctx context.Context, dsn, name string) (t *Target, err error) {
	conn, err := connectPlain(ctx, dsn)
	if err != nil {
		return nil, err
	}
	t = &Target{DSN: dsn, maintainer: conn, name: name}
	defer func() {
		if err != nil {
			conn.Close(context.WithoutCancel(ctx))
		}
	}()
	if name == "" {
		var used bool
		if err := conn.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
			AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'e'))`).Scan(&used); err != nil {
			return nil, translate(err)
		}
		if used {
			return nil, registry.Errorf(registry.CodeConflict, "Cơ sở dữ liệu này đã có dữ liệu; không có gì bị ghi đè. Khôi phục sang một cơ sở dữ liệu mới: --into TÊN.",
				"The database holds something already, and nothing is written over. Restore into a new database: --into NAME.")
		}
	} else {
		if !databaseName.MatchString(name) {
			return nil, registry.Errorf(registry.CodeInvalid, "Tên cơ sở dữ liệu gồm chữ thường không dấu, chữ số và _.", "A database's name is of lower-case letters, digits and _.")
		}
		if t.DSN, err = withDatabase(dsn, name); err != nil {
			return nil, err
		}
		if _, err := conn.Exec(ctx, `CREATE DATABASE `+quote(name)+` TEMPLATE template0`); err != nil {
			return nil, cannotMake(err, name)
		}
		t.made = true
	}
	if err := makeRoles(ctx, conn); err != nil {
		return nil, translate(err)
	}
	return t, nil
}

func cannotMake(err error, name string) error {
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return translate(err)
	}
	switch pg.Code {
	case "42P04": // duplicate_database
		return registry.Errorf(registry.CodeConflict, "Đã có cơ sở dữ liệu %s; chọn tên khác.", "There is a database %s already; choose another name.", name)
	case "42501": // insufficient_privilege
		return &registry.Error{Code: registry.CodeForbidden, Err: err, Message: registry.T("Người dùng này không được tạo cơ sở dữ liệu (CREATEDB).", "This user may not create databases (CREATEDB).")}
	}
	return translate(err)
}

// Drop drops the database when it was made for the restoring.
func (t *Target) Drop(ctx context.Context) error {
	if !t.made {
		return nil
	}
	_, err := t.maintainer.Exec(context.WithoutCancel(ctx), `DROP DATABASE IF EXISTS `+quote(t.name)+` WITH (FORCE)`)
	return translate(err)
}

// Close lets the connection go.
func (t *Target) Close(ctx context.Context) { t.maintainer.Close(context.WithoutCancel(ctx)) }

// ProveChain proves the chain of the change log of the database at dsn, as its
// owner. CodeConflict when it breaks.
func ProveChain(ctx context.Context, dsn string) error {
	conn, err := connectPlain(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var broken *int64
	if err := conn.QueryRow(ctx, `SELECT broken FROM verify_changes()`).Scan(&broken); err != nil {
		return translate(err)
	}
	if broken != nil {
		return registry.Errorf(registry.CodeConflict, "Mắt xích của nhật ký đứt ở mục %d.", "The chain of the change log breaks at entry %d.", *broken)
	}
	return nil
}

// ClientDSN gives dsn as a client program is given it: without the password,
// which every user of the machine can read on a command line, and the
// environment that has it.
func ClientDSN(dsn string) (clean string, environment []string, err error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return "", nil, registry.Errorf(registry.CodeInvalid, "Chuỗi kết nối cơ sở dữ liệu không hợp lệ.", "The database URL is not valid.")
	}
	if config.Password != "" {
		environment = []string{"PGPASSWORD=" + config.Password}
	}
	if !strings.Contains(dsn, "://") {
		return keywordPassword.ReplaceAllString(dsn, ""), environment, nil
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return "", nil, registry.Errorf(registry.CodeInvalid, "Chuỗi kết nối cơ sở dữ liệu không hợp lệ.", "The database URL is not valid.")
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	values := u.Query()
	values.Del("password")
	u.RawQuery = values.Encode()
	return u.String(), environment, nil
}

// keywordPassword is the password of a connection string of keywords and values.
var keywordPassword = regexp.MustCompile(`(?:^|\s)password\s*=\s*(?:'(?:[^'\\]|\\.)*'|(?:[^\s\\]|\\.)*)`)

// withDatabase gives dsn with another database.
func withDatabase(dsn, name string) (string, error) {
	if !strings.Contains(dsn, "://") {
		return dsn + " dbname=" + name, nil // the last one counts
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return "", err
	}
	u.Path = "/" + name
	return u.String(), nil
}

// connectPlain connects as who dsn names, past the program's role.
func connectPlain(ctx context.Context, dsn string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, registry.Errorf(registry.CodeInvalid, "Chuỗi kết nối cơ sở dữ liệu không hợp lệ.", "The database URL is not valid.")
	}
	reaching, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	conn, err := pgx.ConnectConfig(reaching, config)
	if err != nil {
		return nil, unreachable(err)
	}
	return conn, nil
}

// DatabaseOf gives the name of the database dsn names.
func DatabaseOf(dsn string) string {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return ""
	}
	return cmp.Or(config.Database, config.User)
}
