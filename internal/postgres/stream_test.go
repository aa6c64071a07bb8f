package postgres_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// gathering is a sink that keeps what it is sent, by the field's name.
type gathering struct {
	fields []registry.Field
	rows   []map[string]any
	ended  bool
	// each, when set, is asked after every row.
	each func(n int) error
}

func (g *gathering) Begin(fields []registry.Field) error { g.fields = fields; return nil }

func (g *gathering) End() error { g.ended = true; return nil }

func (g *gathering) Row(values []postgres.Value) error {
	row := map[string]any{}
	for i, f := range g.fields {
		v, err := plainValue(f, values[i])
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		row[f.Name] = v
	}
	g.rows = append(g.rows, row)
	if g.each != nil {
		return g.each(len(g.rows))
	}
	return nil
}

// plainValue gives a streamed value as a file would show it.
func plainValue(f registry.Field, v postgres.Value) (any, error) {
	if v == nil {
		return nil, nil
	}
	switch f.Type {
	case registry.TextField:
		return string(v.Text()), nil
	case registry.IntField:
		return v.Int(), nil
	case registry.DecimalField:
		return v.Float(), nil
	case registry.BoolField:
		return v.Bool(), nil
	case registry.DateField:
		return time.Unix(v.Days()*86400, 0).UTC().Format(time.DateOnly), nil
	case registry.TimeField:
		return time.Unix(v.Seconds(), 0).UTC(), nil
	case registry.JSONField:
		return plainJSON(v.JSON())
	case registry.GeometryField:
		g, srid, err := ewkb.Unmarshal(v.EWKB())
		if err == nil && srid != 4326 {
			err = fmt.Errorf("srid %d", srid)
		}
		return registry.Geometry{Geometry: g}, err
	}
	return nil, fmt.Errorf("type %s", f.Type)
}

func plainJSON(b []byte) (v any, err error) {
	err = json.Unmarshal(b, &v)
	return v, err
}

// plainField gives a field of a record the same way.
func plainField(t *testing.T, f *registry.Field, record registry.Record) any {
	t.Helper()
	switch v := f.Value(reflect.ValueOf(record).Elem()).(type) {
	case registry.Date:
		return v.String()
	case time.Time:
		return v.UTC().Truncate(time.Second)
	case registry.Geometry:
		if v.Geometry == nil {
			return nil
		}
		return v
	case registry.Submitted, []registry.Cluster, []registry.Answer:
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out, err := plainJSON(b)
		if err != nil {
			t.Fatal(err)
		}
		return out
	default:
		return v
	}
}

// Every noun streams what Get gives, full records and nearly empty ones.
func TestStreamEqualsGet(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	around := r.surround()
	r.commune("1", "Phường Đông", 104, 19, 107, 22, func(u *registry.Unit) { u.Province = ptr("31") })
	for _, n := range registry.Nouns {
		t.Run(n.Name, func(t *testing.T) {
			r := r.with(t)
			r.create(r.full(n, around, 1))
			r.create(r.full(n, around, 0))
			var sink gathering
			sent, err := r.db.Stream(t.Context(), tester, n, registry.Filter{}, &sink)
			if err != nil || !sink.ended || sent != int64(len(sink.rows)) || sent < 2 {
				t.Fatalf("%d sent, %d came, %v", sent, len(sink.rows), err)
			}
			last := int64(0)
			for _, row := range sink.rows {
				id := row["id"].(int64)
				if id <= last {
					t.Errorf("id %d after %d", id, last)
				}
				last = id
				want, record := map[string]any{}, r.get(n, id)
				for i := range n.Fields {
					want[n.Fields[i].Name] = plainField(t, &n.Fields[i], record)
				}
				if diff := differ(want, row); diff != "" {
					t.Errorf("%d (-get +streamed):\n%s", id, diff)
				}
			}
		})
	}
}

// Dates and times before 2000-01-01, PostgreSQL's day 0, are negative inside.
func TestStreamOfOldTimes(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.site("S", 106, 20, func(s *registry.Site) {
		s.BuiltOn, s.OperatingFrom, s.OperatingTo = dayPtr("1999-12-31"), dayPtr("2000-01-01"), dayPtr("2200-12-31")
	})
	r.exec(`UPDATE asset SET created_at = '1999-12-31T23:59:58.75Z'`)
	var sink gathering
	if _, err := r.db.Stream(t.Context(), tester, registry.SiteNoun, registry.Filter{}, &sink); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{"built_on": "1999-12-31", "operating_from": "2000-01-01", "operating_to": "2200-12-31",
		"created_at": time.Date(1999, 12, 31, 23, 59, 58, 0, time.UTC)} {
		if got := sink.rows[0][name]; got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestStreamTakesFilters(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel")
	r.site("one", 106, 20, func(s *registry.Site) { s.Owner = ptr("Viettel") })
	r.site("two", 106, 20)
	var sink gathering
	if _, err := r.db.Stream(t.Context(), tester, registry.SiteNoun, registry.Filter{Owner: "Viettel"}, &sink); err != nil || len(sink.rows) != 1 {
		t.Errorf("%d rows, %v", len(sink.rows), err)
	}
	_, err := r.db.Stream(t.Context(), tester, registry.OrganizationNoun, registry.Filter{Owner: "Viettel"}, &sink)
	wantCode(t, err, registry.CodeInvalid)
}

// Whoever goes away in the middle, reader or asker, leaves the connection to
// others: there is only one here.
func TestStreamThatEndsEarly(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.exec(`INSERT INTO asset (kind, code, geom) SELECT 'pole', 'P' || n, ST_SetSRID(ST_MakePoint(106, 20), 4326) FROM generate_series(1, 5000) n`)
	separator := "?"
	if strings.Contains(r.dsn, "?") {
		separator = "&"
	}
	db, err := postgres.Open(t.Context(), r.dsn+separator+"pool_max_conns=1")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	full := errors.New("the disk is full")
	for _, c := range []struct {
		name string
		end  func(cancel context.CancelFunc) func(int) error
		want error
	}{
		{"the sink fails", func(context.CancelFunc) func(int) error {
			return func(n int) error {
				if n == 10 {
					return full
				}
				return nil
			}
		}, full},
		{"the asker is gone", func(cancel context.CancelFunc) func(int) error {
			return func(n int) error {
				if n == 10 {
					cancel()
				}
				return nil
			}
		}, context.Canceled},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			sink := gathering{each: c.end(cancel)}
			sent, err := db.Stream(ctx, tester, registry.PoleNoun, registry.Filter{}, &sink)
			if !errors.Is(err, c.want) || sink.ended || sent >= 5000 {
				t.Errorf("%d sent, ended %t, %v", sent, sink.ended, err)
			}
			next, stop := context.WithTimeout(t.Context(), 10*time.Second)
			defer stop()
			records, _, err := db.List(next, tester, registry.PoleNoun, registry.Filter{}, registry.Page{Limit: 1})
			if err != nil || len(records) != 1 {
				t.Errorf("the next request: %v", err)
			}
		})
	}
}

// A stream sees the register as it was when it began.
func TestStreamIsOfOneMoment(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	for i := range 50 {
		r.organization(fmt.Sprint("before-", i))
	}
	sink := gathering{}
	sink.each = func(n int) error {
		if n == 1 {
			r.organization("meanwhile")
			r.delete(registry.OrganizationNoun, one[int64](r, `SELECT max(id) FROM organization WHERE code = 'before-49'`))
		}
		return nil
	}
	if _, err := r.db.Stream(t.Context(), tester, registry.OrganizationNoun, registry.Filter{}, &sink); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, row := range sink.rows {
		codes = append(codes, row["code"].(string))
	}
	if len(codes) != 50 || !slices.Contains(codes, "before-49") || slices.Contains(codes, "meanwhile") {
		t.Errorf("%d rows, %v", len(codes), codes)
	}
}

// Owners and communes are kept between requests, by each program: a new name is
// told in the very next answer of all of them.
func TestRenamedIsToldAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	commune := r.commune("10525", "Phường Cũ", 105.9, 19.9, 106.1, 20.1)
	owner := r.organization("V-")
	r.create(pole("C-1", 106, 20, func(p *registry.Pole) { p.Owner = new("V-") }))
	other, err := postgres.Open(t.Context(), r.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	told := func(db *postgres.DB) (page, stream map[string]any) {
		t.Helper()
		var rows gathering
		if _, err := db.Page(t.Context(), tester, registry.PoleNoun, registry.Filter{}, registry.Page{Limit: 10}, &rows); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Stream(t.Context(), tester, registry.PoleNoun, registry.Filter{}, &rows); err != nil {
			t.Fatal(err)
		}
		if len(rows.rows) != 2 {
			t.Fatalf("%d rows", len(rows.rows))
		}
		return rows.rows[0], rows.rows[1]
	}
	for _, name := range []string{"An Lưu", "Kinh Môn"} {
		r.update(registry.UnitNoun, commune, func(u registry.Record) { u.(*registry.Unit).Name = name })
		r.update(registry.OrganizationNoun, owner, func(o registry.Record) { o.(*registry.Organization).Code = "V-" + name })
		for i, db := range []*postgres.DB{r.db, other} {
			page, stream := told(db)
			for _, row := range []map[string]any{page, stream} {
				if row["commune"] != name || row["owner"] != "V-"+name || row["commune_code"] != "10525" {
					t.Errorf("program %d: not told of %q but of %v, of %v (%v)", i, name, row["owner"], row["commune"], row["commune_code"])
				}
			}
		}
	}
}
