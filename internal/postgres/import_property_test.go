package postgres_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// drawn draws a value for one field of a record, nil where it may be empty.
// Positions fall into and around four communes, on their borders too.
func drawn(t *rapid.T, n *registry.Noun, f *registry.Field, codes registry.Codes, s surroundings) any {
	if f.Nullable && f.Type != registry.GeometryField && rapid.IntRange(0, 2).Draw(t, f.Name+" given") == 0 {
		return nil
	}
	low := 0.0
	if f.Min != nil {
		low = *f.Min
	}
	at := func() orb.Point {
		return orb.Point{105.8 + float64(rapid.IntRange(0, 28).Draw(t, "lon"))/20, 19.8 + float64(rapid.IntRange(0, 28).Draw(t, "lat"))/20}
	}
	switch {
	case f.Ref == "organization":
		return rapid.SampledFrom(s.organization[:]).Draw(t, f.Name)
	case f.Ref != "":
		return rapid.SampledFrom([]int64{s.ids[f.Ref][0], s.ids[f.Ref][1]}).Draw(t, f.Name)
	case f.Name == "status":
		return "operating"
	case f.Several != "": // of allowed and forbidden codes, none in common
		entries := codes.Entries(f.Several)
		if strings.HasPrefix(f.Name, "forbidden") {
			return entries[len(entries)-1].Code
		}
		return rapid.SampledFrom(entries[:len(entries)-1]).Draw(t, f.Name).Code + ";" + entries[0].Code
	case f.List != "":
		return rapid.SampledFrom(codes.Entries(f.List)).Draw(t, f.Name).Code
	case f.Type == registry.TextField:
		return rapid.SampledFrom([]string{"Đường", "Ngõ 1", "\"A\"; DROP", "12,5", "A\nB", "hoà/hòa"}).Draw(t, f.Name)
	case f.Type == registry.IntField:
		return int64(low) + rapid.Int64Range(0, 9).Draw(t, f.Name)
	case f.Type == registry.DecimalField:
		return low + float64(rapid.IntRange(0, 80).Draw(t, f.Name))/8
	case f.Type == registry.BoolField:
		return rapid.Bool().Draw(t, f.Name)
	case f.Type == registry.DateField:
		return registry.NewDate(2019, 1, 1).AddDays(30 * slices.IndexFunc(n.Writable(), func(w *registry.Field) bool { return w.Name == f.Name }))
	case f.Type == registry.TimeField:
		return time.Date(2026, 1, 1, rapid.IntRange(0, 23).Draw(t, f.Name), 30, 0, 0, time.UTC)
	case f.Name == "submitted":
		return registry.Submitted{X: "106,5", CRS: "EPSG:4326"}
	case f.Name == "clusters":
		return []registry.Cluster{{Name: "Cụm", Lon: at()[0], Lat: at()[1]}}
	case n.Geometry == registry.LineString:
		a, b := at(), at()
		return registry.Geometry{Geometry: orb.LineString{a, {b[0] + 0.01, b[1]}, b}}
	case n.Geometry == registry.MultiPolygon:
		a := at()
		return registry.Geometry{Geometry: box(a[0], a[1], a[0]+0.1, a[1]+0.1)}
	}
	return registry.Geometry{Geometry: at()}
}

// contents of a register, apart from ids, versions and times.
func (r *register) contents(n *registry.Noun) (records, log []string) {
	r.Helper()
	list, _, err := r.db.List(r.Context(), tester, n, registry.Filter{}, registry.Page{Limit: registry.MaxPageLimit})
	if err != nil {
		r.Fatal(err)
	}
	for _, record := range list {
		all := everything(n, record)
		for _, name := range []string{"id", "version", "created_at", "updated_at"} {
			delete(all, name)
		}
		b, err := json.Marshal(all)
		if err != nil {
			r.Fatal(err)
		}
		records = append(records, string(b))
	}
	slices.Sort(records)
	return records, column[string](r, `SELECT concat_ws(' ', actor, reason, request_id, noun, op, before,
		CASE op WHEN 'create' THEN coalesce(after, created_image(noun, record_id)) ELSE after END) FROM change WHERE noun = $1 ORDER BY 1`, n.Name)
}

// propertyTime bounds the property of one noun: a case is two dozen statements.
const propertyTime = 1500 * time.Millisecond

// A file loaded in one go makes what its rows make one by one: the same
// records in the same communes, and the same log.
func TestImportEqualsCreates(t *testing.T) {
	t.Parallel()
	byImport, byCreate := newRegister(t), newRegister(t)
	var around surroundings
	for _, r := range []*register{byImport, byCreate} {
		around = r.surround()
		for i, at := range []orb.Point{{106, 20}, {106.5, 20}, {106, 20.5}, {106.5, 20.5}} {
			r.commune(fmt.Sprint(i), fmt.Sprint("Phường ", i), at[0], at[1], at[0]+0.5, at[1]+0.5, func(u *registry.Unit) { u.Province = ptr("31") })
		}
	}
	codes, serial := byImport.db.Codes(), 0
	for _, n := range registry.Nouns {
		if n.Field("asset") != nil || n == registry.StatementNoun || n == registry.CertificateNoun || n == registry.DIINoun {
			continue // have nothing of their own to tell rows by
		}
		told := "code" // the field rows are told by
		if n == registry.ReportedNoun {
			told = "unit_code"
		}
		t.Run(n.Name, func(t *testing.T) {
			until, cases := time.Now().Add(propertyTime), 0
			defer func() { t.Log(cases, "files") }()
			rapid.Check(t, func(t *rapid.T) {
				if cases >= 3 && time.Now().After(until) {
					return
				}
				var rows []registry.Row
				var records []registry.Record
				for range rapid.IntRange(1, 8).Draw(t, "rows") {
					record, refs := n.New(), map[string]string{}
					v := reflect.ValueOf(record).Elem()
					for _, f := range n.Writable() {
						value := drawn(t, n, f, codes, around)
						if g, ok := value.(registry.Geometry); ok {
							checked, faults := registry.CheckGeometry(g.Geometry, n.Geometry)
							if len(faults) > 0 {
								t.Skip("a line without length")
							}
							f.Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: checked}))
							continue
						}
						if f.Name == told {
							serial++
							value = fmt.Sprint("c", serial)
						}
						f.Set(v, value)
						if f.Ref != "" && f.Ref != "organization" && value != nil {
							refs[f.Name] = fmt.Sprintf("#%d", value)
						}
					}
					if registry.Invalid(n.Check(record, codes)) != nil {
						t.Skip("breaks a rule")
					}
					rows, records = append(rows, registry.Row{Record: record, Refs: refs}), append(records, record)
				}
				if _, err := byImport.db.Import(byImport.Context(), tester, n, rowsOf(n, nil, rows...), postgres.ImportOptions{}); err != nil {
					t.Fatal(err)
				}
				for _, record := range records {
					if _, err := byCreate.db.Create(byCreate.Context(), tester, n, record); err != nil {
						t.Fatal(err)
					}
				}
				cases++
				imported, importedLog := byImport.contents(n)
				created, createdLog := byCreate.contents(n)
				if diff := differ(created, imported); diff != "" {
					t.Fatalf("records (-created +imported):\n%s", diff)
				}
				if diff := differ(createdLog, importedLog); diff != "" {
					t.Fatalf("log (-created +imported):\n%s", diff)
				}
				for _, r := range []*register{byImport, byCreate} {
					r.exec(strings.ReplaceAll(`DELETE FROM $t WHERE `+told+` LIKE 'c%'`, "$t", n.Table))
					if _, err := r.sql.Exec(r.Context(), `SET session_replication_role = replica; DELETE FROM change WHERE noun = '`+n.Name+`'; SET session_replication_role = origin`); err != nil {
						t.Fatal(err)
					}
				}
			})
		})
	}
}
