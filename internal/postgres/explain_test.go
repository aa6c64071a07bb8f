package postgres_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// plans gathers what the server tells of the statements it runs.
type plans struct {
	sync.Mutex
	told []string
}

func (p *plans) hear(plan string) {
	p.Lock()
	defer p.Unlock()
	p.told = append(p.told, plan)
}

// take gives the plans since the last call.
func (p *plans) take() string {
	p.Lock()
	defer p.Unlock()
	out := strings.Join(p.told, "\n")
	p.told = nil
	return out
}

// The hot queries use the indexes made for them, as the real methods run them
// on a register of a few thousand records.
func TestPlans(t *testing.T) {
	t.Parallel()
	r := openRegister(t, pgtest.New(t))
	r.organizations("Viettel")
	r.commune("1", "Phường Đông", 106, 20, 106.1, 20.2)
	r.commune("2", "Xã Tây", 106.1, 20, 106.2, 20.2)
	r.exec(`INSERT INTO asset (kind, code, geom, fibre_access, owner_id)
			SELECT 'pole', 'P' || n, ST_SetSRID(ST_MakePoint(106 + (n % 200) / 1000.0, 20 + (n / 200) / 1000.0), 4326), n % 40 = 0, (SELECT id FROM organization)
			FROM generate_series(0, 2999) n;
		INSERT INTO asset (kind, code, geom)
			SELECT 'site', 'S' || n, ST_SetSRID(ST_MakePoint(106 + (n % 20) / 100.0, 20 + (n / 20) / 100.0), 4326) FROM generate_series(0, 399) n;
		INSERT INTO asset (kind, code, geom)
			SELECT 'service_point', 'D' || n, ST_SetSRID(ST_MakePoint(106 + (n % 20) / 100.0, 20 + (n / 20) / 100.0), 4326) FROM generate_series(0, 399) n;
		INSERT INTO village (code, name, geom)
			SELECT 'V' || n, 'Thôn', ST_SetSRID(ST_MakePoint(106 + (n % 20) / 100.0, 20 + (n / 20) / 100.0), 4326) FROM generate_series(0, 299) n;
		INSERT INTO station (site_id, code, operator_id, technology) SELECT id, code, (SELECT id FROM organization), '4G' FROM asset WHERE kind = 'site';
		INSERT INTO tenancy (asset_kind, asset_id, tenant_id) SELECT kind, id, (SELECT id FROM organization) FROM asset WHERE kind IN ('pole', 'site')`)
	if _, err := r.sql.Exec(t.Context(), `ANALYZE`); err != nil {
		t.Fatal(err)
	}
	var heard plans
	db, err := postgres.OpenExplained(t.Context(), r.dsn, heard.hear)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	r.db = db
	ctx := t.Context()
	list := func(n *registry.Noun, f registry.Filter, after int64) func() error {
		return func() error {
			records, _, err := db.List(ctx, tester, n, f, registry.Page{After: after, Limit: 100})
			if err == nil && len(records) == 0 {
				t.Errorf("%s: an empty page proves nothing", n.Path)
			}
			return err
		}
	}
	features := func(q postgres.FeatureQuery) func() error {
		return func() error {
			q.Limit = 100
			var rows countedRows
			_, _, err := db.Features(ctx, tester, registry.PoleNoun, q, &rows)
			if err == nil && rows == 0 {
				t.Error("an empty page of features proves nothing")
			}
			return err
		}
	}
	tiles := func(layer string, z int, who registry.Actor) func() error {
		return func() error {
			made, err := db.Tile(ctx, who, postgres.TileQuery{Layer: postgres.TileLayerOf(layer), Address: addressOf(z, 106.05, 20.006), AsOf: today(), Today: today(), Service: postgres.Mobile})
			if err == nil && made.Bytes == 0 {
				t.Error("an empty tile proves nothing")
			}
			return err
		}
	}
	r.organizations("VNPT")
	pole, site := one[int64](r, `SELECT id FROM asset WHERE code = 'P40'`), one[int64](r, `SELECT id FROM asset WHERE code = 'S44'`)
	for _, c := range []struct {
		name    string
		do      func() error
		indexes []string
		// never are the tables nobody may read from end to end
		never []string
	}{
		{"poles in a small box", list(registry.PoleNoun, registry.Filter{BBox: &orb.Bound{Min: orb.Point{106.05, 20.005}, Max: orb.Point{106.052, 20.007}}}, 0),
			[]string{"asset_pole_geom"}, []string{"asset_pole"}},
		{"poles a CQL2 filter puts into a polygon", list(registry.PoleNoun, registry.Filter{Where: where(t, `S_WITHIN(geometry, POLYGON((106.05 20.005, 106.052 20.005, 106.052 20.008, 106.05 20.005))) AND CASEI(code) LIKE 'p%'`)}, 0),
			[]string{"asset_pole_geom"}, []string{"asset_pole"}},
		{"a late page of poles", list(registry.PoleNoun, registry.Filter{}, 2500), []string{"asset_pole_pkey"}, []string{"asset_pole"}},
		{"features in a small box, with their count", features(postgres.FeatureQuery{Boxes: []orb.Bound{{Min: orb.Point{106.05, 20.005}, Max: orb.Point{106.052, 20.007}}}}),
			[]string{"asset_pole_geom"}, []string{"asset_pole"}},
		{"features a filter puts into a small box, by a plan made once", features(postgres.FeatureQuery{Filter: registry.Filter{Where: where(t, `S_INTERSECTS(geometry, BBOX(106.05, 20.005, 106.052, 20.008)) AND status = 'operating'`)}}),
			[]string{"asset_pole_geom", "st_makeenvelope($1"}, []string{"asset_pole"}},
		{"features a filter puts into a large box, in their order", features(postgres.FeatureQuery{After: &postgres.FeatureCursor{ID: 1, Matched: 3000},
			Filter: registry.Filter{Where: where(t, `S_INTERSECTS(geometry, BBOX(105, 19, 107, 21)) AND status = 'operating'`)}}),
			[]string{"asset_pole_pkey"}, []string{"asset_pole"}},
		{"a late page of features, counted before", features(postgres.FeatureQuery{After: &postgres.FeatureCursor{ID: 2500, Matched: 3000}}),
			[]string{"asset_pole_pkey"}, []string{"asset_pole"}},
		{"features a filter takes many of, by a plan made once", features(postgres.FeatureQuery{After: &postgres.FeatureCursor{ID: 1, Matched: 3000},
			Filter: registry.Filter{Where: where(t, `status = 'operating' AND height_m IS NULL`)}}), []string{"asset_pole_pkey", "(status = $1)"}, []string{"asset_pole"}},
		{"features a filter takes few of, by a plan for what is asked", features(postgres.FeatureQuery{After: &postgres.FeatureCursor{ID: 1, Matched: 300},
			Filter: registry.Filter{Where: where(t, `status = 'operating' AND height_m IS NULL`)}}), []string{"(status = 'operating'"}, nil},
		{"features by what an index leads to, however many, by a plan for what is asked", features(postgres.FeatureQuery{After: &postgres.FeatureCursor{ID: 1, Matched: 3000},
			Filter: registry.Filter{Where: where(t, `owner IS NOT NULL AND status = 'operating'`)}}), []string{"(status = 'operating'"}, nil},
		{"stations of a site", list(registry.StationNoun, registry.Filter{Site: site}, 0), []string{"station_site"}, []string{"station", "asset_site"}},
		{"tenancies of a pole", list(registry.TenancyNoun, registry.Filter{AssetKind: registry.PoleKind, Asset: pole}, 0), []string{"tenancy_asset"}, []string{"tenancy", "asset_pole"}},
		{"one pole", func() error { _, err := db.Get(ctx, tester, registry.PoleNoun, pole); return err }, []string{"asset_pole_pkey"}, []string{"asset_pole"}},
		{"the nearest site to every village", func() error {
			near, err := db.NearestToVillages(ctx, tester, registry.SiteKind, "", today())
			if err == nil && len(near) != 300 {
				t.Errorf("%d villages", len(near))
			}
			return err
		}, []string{"asset_site_geog"}, []string{"asset_site"}},
		{"the nearest service point to every village", func() error {
			_, err := db.NearestToVillages(ctx, tester, registry.ServicePointKind, "", today())
			return err
		}, []string{"asset_service_point_geog"}, []string{"asset_service_point"}},
		{"what is about a place", func() error {
			_, err := db.Places(ctx, tester, []orb.Point{{106.033, 20.013}}, today())
			return err
		}, []string{"asset_pole_geom", "asset_site_geom", "village_geom"}, []string{"asset_pole", "asset_site", "village"}},
		{"the sites nearest to one", func() error {
			near, err := db.SitesNear(ctx, tester, site, today())
			if err == nil && len(near) == 0 {
				t.Error("no sites near prove nothing")
			}
			return err
		}, []string{"asset_site_geom"}, nil},
		{"tenancies loaded by the codes of poles and by their numbers", func() error {
			var rows []registry.Row
			for i := range 200 {
				asset := fmt.Sprintf("P%d", 2*i)
				if i%2 == 1 {
					asset = fmt.Sprintf("#%d", pole+int64(i))
				}
				rows = append(rows, row(&registry.Tenancy{AssetKind: registry.PoleKind}, "asset", asset, "tenant", "VNPT"))
			}
			_, err := db.Import(ctx, tester, registry.TenancyNoun, rowsOf(registry.TenancyNoun, []string{"asset_kind", "asset", "tenant"}, rows...), postgres.ImportOptions{AcceptGood: true})
			return err
		}, []string{"asset_pole_code", "asset_pole_pkey"}, []string{"asset_pole"}},
		{"moving a site", func() error {
			r.update(registry.SiteNoun, site, func(record registry.Record) {
				record.(*registry.Site).Geometry.Geometry = orb.Point{106.033, 20.033}
			})
			return nil
		}, []string{"village_point_geog", "reach_asset"}, []string{"asset_site", "asset_pole", "village_point", "reach"}},
		{"moving a fibre access point", func() error {
			r.update(registry.PoleNoun, pole, func(record registry.Record) {
				record.(*registry.Pole).Geometry.Geometry = orb.Point{106.033, 20.033}
			})
			return nil
		}, []string{"village_point_geog", "reach_asset"}, []string{"asset_site", "asset_pole", "village_point", "reach"}},
		{"moving a village", func() error {
			r.update(registry.VillageNoun, one[int64](r, `SELECT min(id) FROM village`), func(record registry.Record) {
				record.(*registry.Village).Geometry.Geometry = orb.Point{106.033, 20.033}
			})
			return nil
		}, []string{"asset_site_geog", "asset_pole_fibre", "reach_pkey"}, []string{"asset_site", "asset_pole", "village_point", "reach"}},
		{"a tile of poles", tiles("poles", 15, registry.Actor{Name: "reader", Grants: registry.ReadsAll}), []string{"asset_pole_geom"}, []string{"asset_pole"}},
		{"a tile of poles counted from afar", tiles("poles", 8, registry.Actor{Name: "reader", Grants: registry.ReadsAll}), []string{"asset_cell_at"}, []string{"asset_pole", "asset_cell"}},
		{"a tile of poles for the public", tiles("poles", 11, registry.Actor{Name: "public"}), []string{"asset_cell_grid"}, []string{"asset_pole", "asset_cell"}},
		{"a tile of sites and what stands on them", tiles("sites", 15, registry.Actor{Name: "reader", Grants: registry.ReadsAll}), []string{"asset_site_geom", "station_site", "tenancy_asset"}, []string{"asset_site", "station", "tenancy"}},
		{"a tile of villages", tiles("villages", 15, registry.Actor{Name: "reader", Grants: registry.ReadsAll}), []string{"village_geom"}, nil},
		{"changing a commune's boundary", func() error {
			r.update(registry.UnitNoun, one[int64](r, `SELECT id FROM unit WHERE code = '2'`), func(record registry.Record) {
				record.(*registry.Unit).Geometry.Geometry = box(106.19, 20.19, 106.2, 20.2)
			})
			return nil
		}, []string{"unit_piece_geom"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			heard.take()
			if err := c.do(); err != nil {
				t.Fatal(err)
			}
			plan := heard.take()
			checkTransitionJoins(t, plan)
			for _, index := range c.indexes {
				if !strings.Contains(plan, index) {
					t.Errorf("the index %s is not used:\n%s", index, plan)
				}
			}
			for _, table := range c.never {
				for _, line := range strings.Split(plan, "\n") {
					if _, scan, found := strings.Cut(line, "Seq Scan on "); found && strings.HasPrefix(scan+" ", table+" ") {
						t.Errorf("%s is read from end to end:\n%s", table, plan)
					}
				}
			}
		})
	}
}

// checkTransitionJoins refuses a plan of the log that compares every changed row
// with every other: it is made when a session first changes one, and kept.
func checkTransitionJoins(t *testing.T, plan string) {
	t.Helper()
	for _, p := range strings.Split(plan, "duration: ")[1:] {
		if strings.Contains(p, "INSERT INTO change") && strings.Contains(p, "old_rows") && strings.Contains(p, "new_rows") &&
			!strings.Contains(p, "Hash Join") && !strings.Contains(p, "Merge Join") {
			t.Errorf("changed rows are joined each with each:\n%s", p)
		}
	}
}

// countedRows is a sink that counts.
type countedRows int

func (c *countedRows) Begin([]registry.Field) error { return nil }
func (c *countedRows) Row([]postgres.Value) error   { *c++; return nil }
func (c *countedRows) End() error                   { return nil }
