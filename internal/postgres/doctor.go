package postgres

import (
	"context"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Health is how something was found (tình trạng).
type Health string

const (
	Well    Health = "ok"   // as it should be
	Worry   Health = "warn" // it works, and somebody should look
	Failing Health = "fail" // it does not work, or lets through what it must not
)

// Diagnosis is one thing that was looked at.
type Diagnosis struct {
	// Check is the stable name of what was looked at.
	Check  string `json:"check"`
	Health Health `json:"health"`
	// Message says what was found, Mend what to do; nothing when all is well.
	Message registry.Text `json:"message"`
	Mend    registry.Text `json:"mend,omitzero"`
}

// Found makes a finding of something that is as it should be.
func Found(check, vi, en string, args ...any) Diagnosis {
	return Diagnosis{Check: check, Health: Well, Message: registry.Tf(vi, en, args...)}
}

// But says how bad it is after all, and what to do.
func (f Diagnosis) But(h Health, vi, en string, args ...any) Diagnosis {
	f.Health, f.Mend = h, registry.Tf(vi, en, args...)
	return f
}

// examination is one look at a database.
type examination struct {
	name string
	look func(context.Context, *pgx.Conn) (Diagnosis, error)
}

// examinations are those Examine makes, in the order in which one rests on
// another.
var examinations = []examination{
	{"version", examineVersion}, {"extensions", examineExtensions}, {"schema", examineSchema}, {"role", examineRole}, {"user", examineUser},
	{"policies", examinePolicies}, {"vn2000", examineVN2000}, {"filters", examineFilters}, {"seals", examineSeals}, {"clock", examineClock},
}

// Examine looks at the database at dsn as who the dsn names, changes nothing,
// and gives what it found; it fails only when the database cannot be reached.
func Examine(ctx context.Context, dsn string) ([]Diagnosis, error) {
	conn, err := connectPlain(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, `SET default_transaction_read_only = on; SET statement_timeout = '60s'; SET search_path = public`); err != nil {
		return nil, translate(err)
	}
	var found []Diagnosis
	for _, e := range examinations {
		f, err := e.look(ctx, conn)
		if err != nil {
			if ctx.Err() != nil {
				return found, err
			}
			f = Found(e.name, "Không kiểm tra được: %[1]v", "It could not be looked at: %[1]v", err).
				But(Failing, "Chạy hatangso migrate bằng chủ cơ sở dữ liệu rồi kiểm tra lại.", "Run hatangso migrate as the database's owner, then look again.")
		}
		f.Check = e.name
		found = append(found, f)
		if e.name == "schema" && f.Health == Failing {
			break // nothing below is there
		}
	}
	return found, nil
}

// oldestServer is the oldest PostgreSQL the register runs on, as
// server_version_num has it.
const oldestServer = 150000

func examineVersion(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var number int
	var name, database string
	if err := conn.QueryRow(ctx, `SELECT current_setting('server_version_num')::int, current_setting('server_version'), current_database()`).Scan(&number, &name, &database); err != nil {
		return f, err
	}
	f = Found("", "PostgreSQL %s, cơ sở dữ liệu %s.", "PostgreSQL %s, database %s.", name, database)
	if number < oldestServer {
		f = f.But(Failing, "Cần PostgreSQL 15 trở lên.", "PostgreSQL 15 or newer is needed.")
	}
	return f, nil
}

// neededExtensions are those the schema is built on.
var neededExtensions = []string{"postgis", "unaccent", "pg_trgm", "btree_gist"}

func examineExtensions(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	rows, err := conn.Query(ctx, `SELECT x FROM unnest($1::text[]) x WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = x)`, neededExtensions)
	if err != nil {
		return f, err
	}
	missing, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return f, err
	}
	if len(missing) > 0 {
		list := strings.Join(missing, ", ")
		return Found("", "Thiếu phần mở rộng: %s.", "Extensions are missing: %s.", list).
			But(Failing, "Cài gói PostGIS của bản PostgreSQL này, rồi chạy hatangso migrate bằng người có quyền CREATE EXTENSION.", "Install PostGIS for this PostgreSQL, then run hatangso migrate as who may CREATE EXTENSION."), nil
	}
	var version string
	if err := conn.QueryRow(ctx, `SELECT extversion FROM pg_extension WHERE extname = 'postgis'`).Scan(&version); err != nil {
		return f, err
	}
	return Found("", "Phần mở rộng: %s; PostGIS %s.", "Extensions: %s; PostGIS %s.", strings.Join(neededExtensions, ", "), version), nil
}

func examineSchema(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	have, want, err := schemaVersion(ctx, conn)
	f = Found("", "Lược đồ ở bản %d.", "The schema is at version %d.", have)
	switch {
	case err != nil:
		return f, err
	case have < want:
		f = f.But(Failing, "Chương trình cần bản %d. Chạy: hatangso migrate", "The program needs %d. Run: hatangso migrate", want)
	case have > want:
		f = f.But(Failing, "Mới hơn chương trình (%d). Dùng bản chương trình mới hơn.", "It is newer than the program (%d). Use a newer program.", want)
	}
	return f, nil
}

func examineRole(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var role string
	var around, owns bool
	if err := conn.QueryRow(ctx, `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole AS around, EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns
		FROM pg_roles r WHERE rolname = ANY ($1) ORDER BY around DESC, owns DESC, rolname DESC LIMIT 1`, []string{programRole, departmentRole}).Scan(&role, &around, &owns); err != nil {
		return f, err
	}
	f = Found("", "Vai trò %s và %s chịu quyền theo dòng.", "The roles %s and %s are under row security.", programRole, departmentRole)
	switch {
	case around:
		f = f.But(Failing, "Vai trò %[1]s vượt được quyền theo dòng. Chạy: ALTER ROLE %[1]s NOSUPERUSER NOBYPASSRLS NOCREATEROLE", "%[1]s can step around row security. Run: ALTER ROLE %[1]s NOSUPERUSER NOBYPASSRLS NOCREATEROLE", role)
	case owns:
		f = f.But(Failing, "Vai trò %[1]s là chủ của một số bảng, và chủ thì không chịu quyền theo dòng. Chạy: REASSIGN OWNED BY %[1]s TO <chủ cơ sở dữ liệu>", "%[1]s owns tables, and row security does not hold for owners. Run: REASSIGN OWNED BY %[1]s TO <the database's owner>", role)
	}
	return f, nil
}

func examineUser(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var name string
	var super, member bool
	if err := conn.QueryRow(ctx, `SELECT current_user, rolsuper, pg_has_role(current_user, $1, 'MEMBER') FROM pg_roles WHERE rolname = current_user`, programRole).
		Scan(&name, &super, &member); err != nil {
		return f, err
	}
	f = Found("", "Kết nối bằng người dùng %s.", "Connected as the user %s.", name)
	switch {
	case !member:
		f = f.But(Failing, "Chạy: GRANT %s TO %s", "Run: GRANT %s TO %s", programRole, name)
	case super:
		f = f.But(Worry, "Đó là superuser. Khi phục vụ người khác nên dùng một người dùng thường là thành viên của %s; chỉ migrate cần quyền cao hơn.", "That is a superuser. To serve others use a plain user who is a member of %s; only migrate needs more.", programRole)
	}
	return f, nil
}

// ungoverned are tables the program writes that no row security need cover: they
// hold nothing of anybody.
var ungoverned = []string{"spatial_ref_sys"}

func examinePolicies(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var governed int
	var bare []string
	if err := conn.QueryRow(ctx, `SELECT count(*) FILTER (WHERE safe), coalesce(array_agg(relname::text ORDER BY relname) FILTER (WHERE NOT safe), '{}')
		FROM (SELECT relname, relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polpermissive) AS safe
			FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> ALL ($2)
				AND (relrowsecurity OR has_table_privilege($1, c.oid, 'INSERT, UPDATE, DELETE') OR has_any_column_privilege($1, c.oid, 'INSERT, UPDATE'))) t`,
		programRole, ungoverned).Scan(&governed, &bare); err != nil {
		return f, err
	}
	f = Found("", "Quyền theo dòng: %d bảng.", "Row security: %d tables.", governed)
	if len(bare) > 0 {
		list := strings.Join(bare, ", ")
		f = Found("", "Bảng chương trình ghi mà không có chính sách quyền: %s.", "Tables the program writes without a policy: %s.", list).
			But(Failing, "Có người đã tắt hoặc gỡ chính sách. Khôi phục từ bản sao lưu, hoặc bật lại theo migrations/00006_rights.sql.", "Somebody has disabled or dropped policies. Restore a backup, or enable them as migrations/00006_rights.sql does.")
	}
	return f, nil
}

// The vector of VN-2000: Biên Hòa in EPSG:5899 by the national shift EPSG:6960
// (see vn2000_test.go), easting and northing in metres.
const (
	vectorLon, vectorLat            = 106.82, 10.95
	vectorEasting, vectorNorthing   = 398156.4968, 1211084.2441
	vectorSRID, firstZone, lastZone = 5899, 9205, 9218
	vectorTolerance                 = 0.005
)

func examineVN2000(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var zones int
	var x, y float64
	if err := conn.QueryRow(ctx, `SELECT (SELECT count(*) FROM spatial_ref_sys WHERE srid BETWEEN $1 AND $2), ST_X(p), ST_Y(p)
		FROM ST_Transform(ST_SetSRID(ST_MakePoint($3, $4), 4326), $5::int) p`, firstZone, lastZone, vectorLon, vectorLat, vectorSRID).Scan(&zones, &x, &y); err != nil {
		return f, err
	}
	off := math.Hypot(x-vectorEasting, y-vectorNorthing)
	f = Found("", "VN-2000: %d múi EPSG:9205–9218; điểm chuẩn lệch %.1f mm.", "VN-2000: %d zones of EPSG:9205–9218; the check point is %.1f mm off.", zones, off*1000)
	if zones != lastZone-firstZone+1 || off > vectorTolerance {
		f = f.But(Failing, "Tọa độ VN-2000 sẽ sai. Chạy: hatangso migrate (bản sao lưu không mang theo các hệ này)", "VN-2000 coordinates will be wrong. Run: hatangso migrate (a dump does not carry these systems)")
	}
	return f, nil
}

// trustedFilters are the functions trust_filters marks.
var trustedFilters = []string{"geometry_overlaps(geometry, geometry)", "st_intersects(geometry, geometry)", "place_of(geometry)", "around(geometry, double precision)", "geography(geometry)",
	"geography_overlaps(geography, geography)", "st_dwithin(geography, geography, double precision, boolean)", "range_contains_elem(anyrange, anyelement)",
	"daterange_subdiff(date, date)", "textlike(text, text)", "search_text(text, text, text, text)"}

func examineFilters(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var trusted int
	if err := conn.QueryRow(ctx, `SELECT count(*) FROM pg_proc WHERE proleakproof AND oid = ANY ($1::regprocedure[])`, trustedFilters).Scan(&trusted); err != nil {
		return f, err
	}
	f = Found("", "Hàm lọc được tin cậy: %d/%d.", "Trusted filter functions: %d of %d.", trusted, len(trustedFilters))
	if trusted < len(trustedFilters) {
		f = f.But(Worry, "Danh sách lọc theo khung hoặc chữ sẽ chậm. Chạy hatangso migrate một lần bằng superuser; làm lại sau khi nâng cấp PostGIS.", "Lists by box or text will be slow. Run hatangso migrate once as a superuser, and again after PostGIS is updated.")
	}
	return f, nil
}

// sealLate is how old an entry of the change log may be and not be sealed.
const sealLate = 5 * time.Minute

func examineSeals(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	var sealed, unsealed int64
	var late float64
	var head string
	if err := conn.QueryRow(ctx, `WITH last AS (SELECT coalesce(max(seq), 0) AS seq FROM change_seal)
		SELECT (SELECT count(*) FROM change_seal), count(c.seq), coalesce(extract(epoch FROM now() - min(c.at)), 0)::float8,
			coalesce((SELECT encode(hash, 'hex') FROM change_seal ORDER BY seq DESC LIMIT 1), '')
		FROM last LEFT JOIN change c ON c.seq > last.seq`).Scan(&sealed, &unsealed, &late, &head); err != nil {
		return f, err
	}
	f = Found("", "Nhật ký: %d mục đã niêm phong, %d chưa; đầu chuỗi %.12s.", "Change log: %d entries sealed, %d not; head %.12s.", sealed, unsealed, head)
	if age := time.Duration(late * float64(time.Second)); age > sealLate {
		f = f.But(Worry, "Mục cũ nhất chưa niêm phong đã %s: hatangso serve có chạy không? Niêm phong ngay bằng: hatangso audit verify", "The oldest unsealed entry is %s old: does hatangso serve run? Seal now with: hatangso audit verify", age.Round(time.Second))
	}
	return f, nil
}

// How far the clocks of the program and the database may be apart: sessions and
// keys end by them, and the log's times are the database's.
const (
	clockWorry = 2 * time.Second
	clockFails = time.Minute
)

func examineClock(ctx context.Context, conn *pgx.Conn) (f Diagnosis, err error) {
	before := time.Now()
	var theirs time.Time
	if err := conn.QueryRow(ctx, `SELECT clock_timestamp()`).Scan(&theirs); err != nil {
		return f, err
	}
	trip := time.Since(before)
	off := theirs.Sub(before.Add(trip / 2)).Abs()
	f = Found("", "Đồng hồ của chương trình và cơ sở dữ liệu lệch %s.", "The clocks of program and database are %s apart.", off.Round(time.Millisecond))
	h := Well
	switch {
	case off > clockFails+trip:
		h = Failing
	case off > clockWorry+trip:
		h = Worry
	default:
		return f, nil
	}
	return f.But(h, "Chỉnh giờ cả hai máy bằng NTP (chrony, systemd-timesyncd).", "Set both machines by NTP (chrony, systemd-timesyncd)."), nil
}

// String words a finding in one line of English, for logs.
func (f Diagnosis) String() string { return fmt.Sprintf("%s %s: %s", f.Health, f.Check, f.Message.EN) }
