package postgres_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

var (
	tileDay     = registry.NewDate(2026, 6, 1)
	tileDayPast = registry.NewDate(2023, 6, 30)
)

// addressOf gives the tile of a zoom at a place.
func addressOf(z int, lon, lat float64) tile.Address {
	side := math.Exp2(float64(z))
	y := (1 - math.Asinh(math.Tan(lat*math.Pi/180))/math.Pi) / 2
	return tile.Address{Z: uint8(z), X: uint32((lon + 180) / 360 * side), Y: uint32(y * side)}
}

// tileOf gives what a tile holds, uncompressed.
func (r *register) tileOf(who registry.Actor, q postgres.TileQuery) (tile.Tile, string) {
	r.Helper()
	t, err := r.db.Tile(r.Context(), who, q)
	if err != nil {
		r.Fatalf("%s %s of %s: %v", q.Layer.Name(), q.Address, who.Name, err)
	}
	if t.Bytes == 0 {
		return t, ""
	}
	zipped, err := gzip.NewReader(bytes.NewReader(t.Gzipped))
	if err != nil {
		r.Fatal(err)
	}
	plain, err := io.ReadAll(zipped)
	if err != nil {
		r.Fatal(err)
	}
	return t, string(plain)
}

// keepTiles has a cache told of changes until the test ends, and gives how to
// wait until it has been told all that is committed.
func (r *register) keepTiles() (c *tile.Cache, caughtUp func()) {
	r.Helper()
	c = tile.NewCache(64 << 20)
	ctx, stop := context.WithCancel(r.Context())
	ended := make(chan error, 1)
	go func() { ended <- r.db.WatchTiles(ctx, c) }()
	r.Cleanup(func() {
		stop()
		<-ended
	})
	marker := tile.Key{Layer: "marker"}
	kept := func() (found bool) {
		found = true
		_, _ = c.Get(r.Context(), marker, func(context.Context) (tile.Tile, error) { found = false; return tile.Tile{}, nil })
		return found
	}
	wait := func(what string, done func() bool) {
		r.Helper()
		for began := time.Now(); !done(); time.Sleep(time.Millisecond) {
			if time.Since(began) > 20*time.Second {
				r.Fatalf("%s takes too long", what)
			}
		}
	}
	wait("the connection that tells of changes", kept)
	return c, func() {
		r.Helper()
		kept()
		r.exec(`SELECT pg_notify('hatangso_tiles', 'marker *')`) // notifications come in the order of commits
		wait("the word of a change", func() bool { return !kept() })
	}
}

// Whatever is written, every tile that is still kept is what would be made now,
// for every reader; and the counts kept for low zooms are those there are.
func TestTilesAreNeverStale(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	const west, south = 106.0, 20.0
	r.organizations("Viettel", "VNPT", "EVN")
	r.commune("1", "Phường Đông", west, south, west+0.1, south+0.2)
	second := r.commune("2", "Xã Tây", west+0.1, south, west+0.2, south+0.2)
	key := func(g registry.Grants) registry.Actor { return registry.Actor{Name: "reader", Grants: g} }
	readers := []registry.Actor{
		key(registry.Grants{}), key(registry.ReadsAll),
		key(registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}),
		key(registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{second}}),
	}
	r.exec(`INSERT INTO asset (kind, code, owner_id, operating_from, geom, fibre_access)
			SELECT k, 'A' || n, (SELECT min(id) FROM organization) + n % 3, '2022-01-01', CASE WHEN k IN ('duct', 'trench', 'cable_route')
				THEN ST_SetSRID(ST_MakeLine(ST_MakePoint(106 + n * 0.02, 20.05 + n * 0.01), ST_MakePoint(106.01 + n * 0.02, 20.06 + n * 0.01)), 4326)
				ELSE ST_SetSRID(ST_MakePoint(106.005 + n * 0.02, 20.05 + n * 0.011), 4326) END, n % 2 = 0
			FROM unnest(ARRAY['site', 'pole', 'duct', 'manhole', 'trench', 'cable_route', 'service_point']) AS k, generate_series(0, 8) n;
		INSERT INTO mast (site_id, code, height_m) SELECT id, code, 30 FROM asset WHERE kind = 'site';
		INSERT INTO village (code, name, geom) SELECT 'V' || n, 'Thôn', ST_SetSRID(ST_MakePoint(106.004 + n * 0.02, 20.051 + n * 0.011), 4326) FROM generate_series(0, 8) n`)
	var queries []postgres.TileQuery
	for _, l := range postgres.TileLayers() {
		for _, a := range []tile.Address{addressOf(5, west, south), addressOf(9, west+0.1, south+0.1), addressOf(10, west+0.05, south+0.05),
			addressOf(13, west+0.05, south+0.05), addressOf(14, west+0.15, south+0.15)} {
			q := postgres.TileQuery{Layer: l, Address: a, AsOf: tileDay, Today: tileDay, Service: postgres.Mobile}
			if a.Z == 13 {
				q.AsOf, q.Service = tileDayPast, postgres.Fibre
			}
			queries = append(queries, q)
		}
	}
	for i, told := range postgres.SitesTold {
		queries = append(queries, postgres.TileQuery{Layer: postgres.TileLayerOf("sites"), Address: addressOf(5+i%5, west+0.1, south+0.1), AsOf: tileDay, Today: tileDay, Told: told})
	}
	c, caughtUp := r.keepTiles()
	random := rand.New(rand.NewPCG(20, 26))
	made := 0
	for step := range 9 {
		for range 5 {
			r.anyEdit(random, west, south)
		}
		if step == 4 {
			if _, err := r.db.CompactCells(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		caughtUp()
		for _, q := range queries {
			for _, who := range readers {
				if q.Layer.Noun == registry.PlannedWorkNoun && !who.SignedIn() {
					continue // refused
				}
				fresh := ""
				keeping := q
				keeping.Kept = c.Get // what it is made of may be kept too
				kept, err := c.Get(t.Context(), q.Key(who.Grants), func(context.Context) (tile.Tile, error) {
					made++
					got, plain := r.tileOf(who, keeping)
					fresh = plain
					return got, nil
				})
				if err != nil {
					t.Fatal(err)
				}
				if fresh != "" || kept.Bytes == 0 && step%4 > 0 { // as just made; what shows nothing is looked at now and then
					continue
				}
				if now, _ := r.tileOf(who, q); now.ETag != kept.ETag {
					t.Fatalf("step %d: %s %s is kept for %v, and would be another (%d bytes then, %d now)", step, q.Layer.Name(), q.Address, who.Grants, kept.Bytes, now.Bytes)
				}
			}
		}
	}
	if s := c.Stats(); made < 400 || s.Hits < 700 {
		t.Errorf("%d tiles made, %+v: that proves little", made, s)
	}
	// the counts, added up as a reader does
	const counts = `SELECT coalesce(string_agg(c::text, E'\n' ORDER BY c), '') FROM (SELECT row(kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared,
		permit_from, exempt_from, missing_from, sum(n))::text AS c FROM asset_cell
		GROUP BY kind, x, y, gx, gy, owner_id, status, in_service, disclosure, unit_id, shared, permit_from, exempt_from, missing_from HAVING sum(n) <> 0) s`
	kept := one[string](r, counts)
	r.checkStanding()
	r.exec(`SELECT recompute_cells()`)
	r.checkStanding()
	if now := one[string](r, counts); now != kept || strings.Count(now, "\n") < 5 {
		t.Errorf("counted:\n%s\nkept:\n%s", now, kept)
	}
}

// How many tenants are kept of an asset is what counting them gives, on every day it
// is kept for.
func (r *register) checkStanding() {
	r.Helper()
	const days = `asset_standing s CROSS JOIN (SELECT DISTINCT generate_series('2019-06-01'::date, current_date + 400, '50 days')::date AS day UNION SELECT current_date) d WHERE s.counted @> d.day`
	wrong := column[string](r, `SELECT row(s, d.day, t.n)::text FROM (SELECT s, d.day FROM `+days+`) d CROSS JOIN LATERAL (
		SELECT count(DISTINCT w.who) AS n FROM asset a JOIN (
			SELECT asset_kind AS kind, asset_id AS id, tenant_id AS who, during FROM tenancy UNION ALL SELECT 'site', site_id, operator_id, on_air FROM station) w USING (kind, id)
		WHERE a.kind = (d.s).kind AND a.id = (d.s).asset_id AND w.during @> d.day AND w.who IS DISTINCT FROM a.owner_id) t WHERE t.n <> (d.s).tenants`)
	if len(wrong) > 0 {
		r.Errorf("kept otherwise than counted: %v", wrong)
	}
	if n := one[int](r, `SELECT count(*) FROM `+days+` AND s.tenants > 0`); n < 10 {
		r.Errorf("%d days with tenants prove little", n)
	}
	// and who has tenants has a row
	if n := one[int](r, `SELECT count(*) FROM asset a JOIN tenancy t ON t.asset_kind = a.kind AND t.asset_id = a.id WHERE t.tenant_id <> a.owner_id AND NOT isempty(t.during)
		AND NOT EXISTS (SELECT FROM asset_standing s WHERE s.kind = a.kind AND s.asset_id = a.id)`); n > 0 {
		r.Errorf("%d assets with tenants have no standing", n)
	}
}

// anyEdit writes something, anything, about a register of two communes.
func (r *register) anyEdit(random *rand.Rand, west, south float64) {
	r.Helper()
	n := func(k int) int { return random.IntN(k) }
	pick := func(of ...string) string { return of[n(len(of))] }
	at := func() string {
		return fmt.Sprintf("ST_SetSRID(ST_MakePoint(%v, %v), 4326)", west+0.2*random.Float64(), south+0.2*random.Float64())
	}
	line := func() string {
		x, y := west+0.2*random.Float64(), south+0.2*random.Float64()
		return fmt.Sprintf("ST_SetSRID(ST_MakeLine(ST_MakePoint(%v, %v), ST_MakePoint(%v, %v)), 4326)", x, y, x+0.01*random.NormFloat64(), y+0.01*random.NormFloat64())
	}
	geometry := func(kind string) string {
		switch kind {
		case "duct", "trench", "cable_route":
			return line()
		}
		return at()
	}
	day := func() string { return pick("NULL", "'2020-01-01'", "'2024-01-01'", "'2025-05-05'") }
	owner := func() string {
		return "(SELECT id FROM organization WHERE code = '" + pick("Viettel", "VNPT", "EVN") + "')"
	}
	kind := pick("site", "site", "site", "pole", "pole", "duct", "manhole", "trench", "cable_route", "service_point")
	some := func(table, where string) string { // one of its rows
		return "(SELECT id FROM " + table + " WHERE " + where + fmt.Sprintf(" ORDER BY hashint8(id + %d) LIMIT 1)", n(1000))
	}
	asset, site := some("asset", "kind = '"+kind+"'"), some("asset", "kind = 'site'")
	code := fmt.Sprintf("X%d", random.Int64())
	ofAsset := "kind = '" + kind + "' AND id = " + asset
	edit := [...]string{
		`INSERT INTO asset (kind, code, owner_id, geom, fibre_access, operating_from, status) VALUES ('` + kind + `', '` + code + `', ` + owner() + `, ` + geometry(kind) + `, ` + pick("true", "false") + `, ` + day() + `, '` + pick("operating", "planned", "suspended") + `')`,
		`INSERT INTO asset (kind, code, owner_id, geom) SELECT 'site', '` + code + `' || n, ` + owner() + `, ` + at() + ` FROM generate_series(1, 3) n`,
		`UPDATE asset SET geom = ` + geometry(kind) + ` WHERE ` + ofAsset,
		`UPDATE asset SET owner_id = ` + owner() + ` WHERE ` + ofAsset,
		`UPDATE asset SET disclosure = '` + pick("ordinary", "restricted", "critical") + `', name = '` + code + `' WHERE ` + ofAsset,
		`UPDATE asset SET status = '` + pick("operating", "planned", "removed") + `', operating_from = ` + day() + ` WHERE ` + ofAsset,
		`INSERT INTO mast (site_id, code, height_m, class) SELECT s, '` + code + `', ` + fmt.Sprint(n(60)) + `, 'A1' FROM ` + site + ` AS s (s)`,
		`UPDATE mast SET height_m = height_m + 1 WHERE id = ` + some("mast", "true"),
		`INSERT INTO station (site_id, code, operator_id, technology, on_air_from) SELECT s, '` + code + `', ` + owner() + `, '` + pick("3G", "4G", "5G") + `', ` + day() + ` FROM ` + site + ` AS s (s)`,
		`UPDATE station SET site_id = ` + site + `, on_air_from = ` + day() + ` WHERE id = ` + some("station", "true"),
		`DELETE FROM station WHERE id = ` + some("station", "true"),
		`INSERT INTO tenancy (asset_kind, asset_id, tenant_id, valid_from, placement) SELECT '` + kind + `', a, ` + owner() + `, ` + day() + `, '` + code + `' FROM ` + asset + ` AS a (a) WHERE a IS NOT NULL`,
		`DELETE FROM tenancy WHERE id = ` + some("tenancy", "true"),
		`INSERT INTO permit (asset_kind, asset_id, basis, issued_on) SELECT 'site', s, '` + pick("permit", "missing", "unknown", "not_required_other") + `', ` + day() + ` FROM ` + site + ` AS s (s) WHERE s IS NOT NULL`,
		`DELETE FROM permit WHERE id = ` + some("permit", "true"),
		`INSERT INTO certificate (site_id, expires_on) SELECT s, '2027-01-01' FROM ` + site + ` AS s (s) WHERE s IS NOT NULL`,
		`INSERT INTO village (code, name, geom) VALUES ('` + code + `', 'Thôn', ` + at() + `)`,
		`UPDATE village SET geom = ` + at() + ` WHERE id = ` + some("village", "true"),
		`INSERT INTO statement (village_id, layer, service, state, valid_from) SELECT v, '` + pick("declared", "verified") + `', '` + pick("mobile", "fibre") + `', '` + pick("covered", "white", "dented") + `', ` + day() + ` FROM ` + some("village", "true") + ` AS v (v) WHERE v IS NOT NULL`,
		`DELETE FROM statement WHERE id = ` + some("statement", "true"),
		`INSERT INTO zone (code, name, zone_kind, geom) VALUES ('` + code + `', 'Khu', 'mast', ST_Multi(ST_Buffer(` + at() + `, 0.01)))`,
		`UPDATE zone SET name = name || '.' WHERE id = ` + some("zone", "true"),
		`INSERT INTO street (code, name, street_kind, geom) VALUES ('` + code + `', 'Phố', 'underground', ` + line() + `)`,
		`INSERT INTO planned_work (name, code, owner_id, work_kind, state, starts_on, ends_on, geom) VALUES ('Tuyến', '` + code + `', ` + owner() + `, 'duct_line', 'planned', '2026-05-01', '2026-09-01', ` + line() + `)`,
		`DELETE FROM asset a WHERE ` + ofAsset + ` AND NOT EXISTS (SELECT FROM tenancy t WHERE t.asset_id = a.id) AND NOT EXISTS (SELECT FROM permit t WHERE t.asset_id = a.id)
			AND NOT EXISTS (SELECT FROM station t WHERE t.site_id = a.id) AND NOT EXISTS (SELECT FROM mast t WHERE t.site_id = a.id) AND NOT EXISTS (SELECT FROM certificate t WHERE t.site_id = a.id)`,
	}
	which := n(len(edit) + 1)
	if which == len(edit) { // seldom, for it changes everything
		r.exec(`UPDATE unit SET population = ` + fmt.Sprint(n(1000)) + ` WHERE code = '1'`)
		return
	}
	if which == 6 || which == 8 { // there must be a site to stand on
		if one[int](r, `SELECT count(*) FROM asset WHERE kind = 'site'`) == 0 {
			return
		}
	}
	r.exec(edit[which])
}

// Where there is more than a tile may hold, it shows a part and says so; from far
// it counts.
func TestTilesStaySmall(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("EVN")
	r.exec(`INSERT INTO asset (kind, code, name, owner_id, geom) SELECT 'pole', 'C' || n, 'Cột số ' || n, (SELECT id FROM organization),
		ST_SetSRID(ST_MakePoint(106.01 + (n % 100) * 0.001, 20.01 + (n / 100) * 0.001), 4326) FROM generate_series(0, 7999) n`)
	who := registry.Actor{Name: "reader", Grants: registry.ReadsAll}
	q := postgres.TileQuery{Layer: postgres.TileLayerOf("poles"), Address: addressOf(10, 106.05, 20.05), AsOf: tileDay, Today: tileDay}
	many, plain := r.tileOf(who, q)
	if many.Of != 8000 || many.Shown != postgres.MaxTileFeatures || many.Bytes > postgres.MaxTileBytes || !strings.Contains(plain, "thinned") {
		t.Errorf("%d of %d features, %d bytes", many.Shown, many.Of, many.Bytes)
	}
	r.exec(`UPDATE asset SET name = 'Cột số ' || id || ' trên tuyến đường Trần Hưng Đạo'`)
	if long, _ := r.tileOf(who, q); long.Shown >= many.Shown || long.Bytes > postgres.MaxTileBytes || long.Bytes < postgres.MaxTileBytes/2 {
		t.Errorf("%d of %d features with long names, %d bytes: as many as fit are shown", long.Shown, long.Of, long.Bytes)
	}
	q.Address = addressOf(14, 106.05, 20.05)
	if few, plain := r.tileOf(who, q); few.Shown != few.Of || few.Of == 0 || strings.Contains(plain, "thinned") {
		t.Errorf("%d of %d features", few.Shown, few.Of)
	}
	q.Address = addressOf(6, 106.05, 20.05)
	if far, _ := r.tileOf(who, q); far.Bytes == 0 || far.Bytes > 2000 {
		t.Errorf("%d bytes of counts", far.Bytes)
	}
}
