package postgres_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// reachTime bounds the property: a step is a dozen statements.
const reachTime = 12 * time.Second

// world is the model of the reach property: what there is to edit.
type world struct {
	*register
	serial   int
	sites    []int64
	poles    []int64
	cables   []int64
	villages []int64
}

// at draws a position among few, so that things are near each other.
func at(t *rapid.T) orb.Point {
	return orb.Point{106 + float64(rapid.IntRange(0, 12).Draw(t, "lon"))/200, 20 + float64(rapid.IntRange(0, 12).Draw(t, "lat"))/200}
}

func some(t *rapid.T, ids []int64) int64 { return rapid.SampledFrom(ids).Draw(t, "which") }

func drop(ids []int64, id int64) []int64 {
	var out []int64
	for _, i := range ids {
		if i != id {
			out = append(out, i)
		}
	}
	return out
}

func (w *world) code() string {
	w.serial++
	return fmt.Sprint(w.serial)
}

// must does a write of a step.
func must(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) add(t *rapid.T, record registry.Record) int64 {
	stored, err := w.db.Create(w.Context(), tester, registry.NounOf(record), record)
	must(t, err)
	return idOf(stored)
}

func (w *world) edit(t *rapid.T, n *registry.Noun, id int64, change func(registry.Record)) {
	record, err := w.db.Get(w.Context(), tester, n, id)
	must(t, err)
	_, version := postgres.IDAndVersion(n, record)
	_, err = w.db.Update(w.Context(), tester, n, id, version, func(record registry.Record) error { change(record); return nil })
	must(t, err)
}

func (w *world) remove(t *rapid.T, n *registry.Noun, id int64) {
	record, err := w.db.Get(w.Context(), tester, n, id)
	must(t, err)
	_, version := postgres.IDAndVersion(n, record)
	must(t, w.db.Delete(w.Context(), tester, n, id, version))
}

func (w *world) step(t *rapid.T) {
	kinds := []string{"add site", "add pole", "add cable", "add village", "import poles", "radius"}
	if len(w.sites) > 0 {
		kinds = append(kinds, "move site", "remove site", "site fibre", "rename site")
	}
	if len(w.poles) > 0 {
		kinds = append(kinds, "move pole", "pole fibre", "remove pole")
	}
	if len(w.cables) > 0 {
		kinds = append(kinds, "move cable")
	}
	if len(w.villages) > 0 {
		kinds = append(kinds, "move village", "lose village", "clusters", "rename village", "remove village")
	}
	switch kind := rapid.SampledFrom(kinds).Draw(t, "step"); kind {
	case "add site":
		s := registry.SiteNoun.New().(*registry.Site)
		s.Code, s.Geometry.Geometry, s.FibreAccess = w.code(), at(t), rapid.Bool().Draw(t, "fibre")
		w.sites = append(w.sites, w.add(t, s))
	case "add pole":
		p := pole(w.code(), 0, 0)
		p.Geometry.Geometry, p.FibreAccess = at(t), rapid.Bool().Draw(t, "fibre")
		w.poles = append(w.poles, w.add(t, p))
	case "add cable":
		c := registry.CableRouteNoun.New().(*registry.CableRoute)
		from := at(t)
		c.Code, c.FibreAccess, c.Geometry.Geometry = w.code(), true, orb.LineString{from, {from[0] + 0.013, from[1]}}
		w.cables = append(w.cables, w.add(t, c))
	case "add village":
		v := &registry.Village{Code: w.code(), Name: "Thôn"}
		v.Geometry.Geometry = at(t)
		w.villages = append(w.villages, w.add(t, v))
	case "import poles":
		var list []*registry.Pole
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			p := pole(w.code(), 0, 0)
			p.Geometry.Geometry, p.FibreAccess = at(t), rapid.Bool().Draw(t, "fibre")
			list = append(list, p)
		}
		_, err := w.db.Import(w.Context(), tester, registry.PoleNoun, poleRows(nil, list...), postgres.ImportOptions{})
		must(t, err)
	case "radius":
		m := rapid.SampledFrom([]int{300, 700, 1500, 2700, 4000}).Draw(t, "m")
		_, err := w.sql.Exec(w.Context(), rapid.SampledFrom([]string{
			`UPDATE service_radius SET radius_m = $1::int WHERE technology = '4G'`,
			`UPDATE service_radius SET radius_m = $1::int WHERE technology = 'FTTH'`,
			`INSERT INTO service_radius (technology, area_class, radius_m) VALUES ('4G', 'island', $1::int) ON CONFLICT (technology, area_class) DO UPDATE SET radius_m = excluded.radius_m`,
			`DELETE FROM service_radius WHERE radius_m > 2 * $1::int AND technology <> 'FTTH'`,
		}).Draw(t, "how"), m)
		must(t, err)
	case "move site":
		id, to := some(t, w.sites), at(t)
		w.edit(t, registry.SiteNoun, id, func(r registry.Record) { r.(*registry.Site).Geometry.Geometry = to })
	case "site fibre":
		w.edit(t, registry.SiteNoun, some(t, w.sites), func(r registry.Record) { s := r.(*registry.Site); s.FibreAccess = !s.FibreAccess })
	case "rename site":
		w.edit(t, registry.SiteNoun, some(t, w.sites), func(r registry.Record) { r.(*registry.Site).Name = ptr(w.code()) })
	case "remove site":
		id := some(t, w.sites)
		w.remove(t, registry.SiteNoun, id)
		w.sites = drop(w.sites, id)
	case "move pole":
		id, to := some(t, w.poles), at(t)
		w.edit(t, registry.PoleNoun, id, func(r registry.Record) { r.(*registry.Pole).Geometry.Geometry = to })
	case "pole fibre":
		w.edit(t, registry.PoleNoun, some(t, w.poles), func(r registry.Record) { p := r.(*registry.Pole); p.FibreAccess = !p.FibreAccess })
	case "remove pole":
		id := some(t, w.poles)
		w.remove(t, registry.PoleNoun, id)
		w.poles = drop(w.poles, id)
	case "move cable":
		id, to := some(t, w.cables), at(t)
		w.edit(t, registry.CableRouteNoun, id, func(r registry.Record) {
			r.(*registry.CableRoute).Geometry.Geometry = orb.LineString{to, {to[0], to[1] + 0.02}}
		})
	case "move village":
		id, to := some(t, w.villages), at(t)
		w.edit(t, registry.VillageNoun, id, func(r registry.Record) { r.(*registry.Village).Geometry.Geometry = to })
	case "lose village":
		w.edit(t, registry.VillageNoun, some(t, w.villages), func(r registry.Record) { r.(*registry.Village).Geometry.Geometry = nil })
	case "clusters":
		id := some(t, w.villages)
		var clusters []registry.Cluster
		for range rapid.IntRange(0, 3).Draw(t, "clusters") {
			p := at(t)
			clusters = append(clusters, registry.Cluster{Name: "Cụm", Lon: p[0], Lat: p[1]})
		}
		w.edit(t, registry.VillageNoun, id, func(r registry.Record) { r.(*registry.Village).Clusters = clusters })
	case "rename village":
		w.edit(t, registry.VillageNoun, some(t, w.villages), func(r registry.Record) { r.(*registry.Village).Name = "Thôn " + w.code() })
	case "remove village":
		id := some(t, w.villages)
		w.remove(t, registry.VillageNoun, id)
		w.villages = drop(w.villages, id)
	}
}

// After any edit, and any change of a radius, the kept reach is what a full
// recomputation makes.
func TestReachEqualsRecomputation(t *testing.T) {
	t.Parallel()
	w := &world{register: newRegister(t)}
	until, steps := time.Now().Add(reachTime), 0
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			if steps >= 30 && time.Now().After(until) {
				return
			}
			w.step(t)
			steps++
			// in one transaction that is taken back: what is kept must stay as the triggers left it
			var wrong int
			tx, err := w.sql.Begin(w.Context())
			must(t, err)
			_, err = tx.Exec(w.Context(), `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM reach; SELECT recompute_reach()`)
			must(t, err)
			must(t, tx.QueryRow(w.Context(), `SELECT count(*) FROM ((TABLE kept EXCEPT TABLE reach) UNION ALL (TABLE reach EXCEPT TABLE kept)) d`).Scan(&wrong))
			must(t, tx.Rollback(w.Context()))
			if wrong != 0 {
				t.Fatalf("%d rows of reach differ from the recomputation", wrong)
			}
		}
	})
	if n := one[int](w.register, `SELECT count(*) FROM reach`); n == 0 && len(w.sites) > 3 && len(w.villages) > 3 {
		t.Error("nothing reaches anything: the steps prove nothing")
	}
	t.Log(steps, "steps")
}

// Those who write the two sides at once do not see each other's rows; their
// reach must not be missing for good.
func TestReachOfWritersAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	var writers sync.WaitGroup
	for i := range 4 {
		writers.Go(func() {
			for n := range 12 {
				code, lat := fmt.Sprint(i, "-", n), 20+float64(n)/500
				var err error
				if i%2 == 0 {
					s := registry.SiteNoun.New().(*registry.Site)
					s.Code, s.Geometry.Geometry = code, orb.Point{106, lat}
					_, err = r.db.Create(t.Context(), tester, registry.SiteNoun, s)
				} else {
					v := &registry.Village{Code: code, Name: "Thôn", Geometry: registry.Geometry{Geometry: orb.Point{106.001, lat}}}
					_, err = r.db.Create(t.Context(), tester, registry.VillageNoun, v)
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if n := one[int](r, `SELECT count(*) FROM reach`); n != 24*24 {
		t.Errorf("%d rows of reach, want %d", n, 24*24)
	}
	r.checkReach()
}
