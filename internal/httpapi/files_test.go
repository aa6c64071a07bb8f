package httpapi_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
)

// Every noun leaves in every format, with every field of every record.
func TestEveryFile(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, n := range registry.Nouns {
		c.create(n.Path, sample(c, n, n.Name))
	}
	for _, n := range registry.Nouns {
		want := len(c.list("/api/v1/" + n.Path))
		for _, format := range export.Formats {
			name := fmt.Sprintf("%s.%s", n.Path, format)
			a := c.do(http.MethodGet, "/api/v1/export/"+name, nil).want(http.StatusOK)
			if got := a.header.Get("Content-Type"); got != format.ContentType() {
				t.Errorf("%s is %s", name, got)
			}
			// the parser prefers filename*, the Vietnamese one
			_, params, err := mime.ParseMediaType(a.header.Get("Content-Disposition"))
			if err != nil || params["filename"] != n.Title.VI+"."+string(format) || !strings.Contains(a.header.Get("Content-Disposition"), `filename="`+name+`"`) {
				t.Errorf("%s is to be called %q: %v", name, a.header.Get("Content-Disposition"), err)
			}
			if got := rows(a, n, format); got != want {
				t.Errorf("%s has %d records, want %d", name, got, want)
			}
		}
	}
}

// rows counts the records of a file, each with all fields of the noun.
func rows(a answer, n *registry.Noun, format export.Format) (count int) {
	a.Helper()
	type feature struct {
		Type       string
		ID         int64
		Geometry   *struct{ Type registry.GeometryType }
		Properties map[string]json.RawMessage
	}
	check := func(f feature) {
		for _, field := range n.Fields {
			if _, ok := f.Properties[field.Name]; !ok && field.Name != "id" && field.Type != registry.GeometryField {
				a.Errorf("a feature of %s lacks %s", n.Path, field.Name)
			}
		}
		if f.Type != "Feature" || f.ID == 0 || (f.Geometry != nil && f.Geometry.Type != n.Geometry) {
			a.Errorf("not a feature of %s: %+v", n.Path, f)
		}
	}
	switch format {
	case export.GeoJSON:
		var all struct{ Features []feature }
		a.read(&all)
		for _, f := range all.Features {
			check(f)
		}
		return len(all.Features)
	case export.NDJSON:
		for d := json.NewDecoder(bytes.NewReader(a.body)); ; count++ {
			var f feature
			if err := d.Decode(&f); err == io.EOF {
				return count
			} else if err != nil {
				a.Fatalf("%v", err)
			}
			check(f)
		}
	}
	if format != export.CSV {
		return imported(a, n, format)
	}
	if !bytes.HasPrefix(a.body, []byte("\xef\xbb\xbf")) {
		a.Errorf("a CSV file without a byte order mark")
	}
	all, err := csv.NewReader(bytes.NewReader(a.body[3:])).ReadAll()
	if err != nil {
		a.Fatalf("%v", err)
	}
	for _, field := range n.Fields {
		header := strings.Join(all[0], ",") + ","
		if !strings.Contains(header, field.Name+",") && field.Type != registry.GeometryField {
			a.Errorf("%s.csv lacks %s", n.Path, field.Name)
		}
	}
	return len(all) - 1
}

// imported counts the records that an import finds in a file; it finds a column
// for every field too.
func imported(a answer, n *registry.Noun, format export.Format) (count int) {
	a.Helper()
	f, err := os.CreateTemp("", "*."+string(format))
	if err != nil {
		a.Fatalf("%v", err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err = f.Write(a.body); err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		a.Fatalf("%v", err)
	}
	reader, err := intake.OpenFile(f, f, intake.Options{})
	if err != nil {
		a.Fatalf("%s.%s: %v", n.Path, format, err)
	}
	if c, ok := reader.(io.Closer); ok {
		defer c.Close()
	}
	for ; ; count++ {
		var r intake.Record
		if err := reader.Next(&r); err == io.EOF {
			break
		} else if err != nil {
			a.Fatalf("%s.%s: %v", n.Path, format, err)
		}
	}
	for _, field := range n.Fields {
		if field.Name != "id" && field.Type != registry.GeometryField && !slices.Contains(reader.Columns(), field.Name) {
			a.Errorf("%s.%s lacks %s", n.Path, format, field.Name)
		}
	}
	return count
}

func TestFilesKeepValues(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	c.create("organizations", record{"code": "VTL", "name": "Viettel"})
	c.create("poles", record{"code": "C1", "height_m": 7, "note": "một, \"hai\"\nba \\ \u0001", "geometry": point(105.8, 21), "operating_from": "2020-01-01"})
	c.create("poles", record{"code": "C2", "clearance_m": 5.25, "geometry": point(108, 16.0000001), "operating_from": "2022-01-01"})
	text := string(c.do(http.MethodGet, "/api/v1/export/poles.ndjson", nil).want(http.StatusOK).body)
	for _, want := range []string{`"height_m":7.0`, `"clearance_m":5.25`, `"boxes":null`, `"coordinates":[108,16.0000001]`, `"to_remove":false`,
		`"operating_from":"2020-01-01"`, `"note":"một, \"hai\"\nba \\ \u0001"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %s:\n%s", want, text)
		}
	}
	sheet := string(c.do(http.MethodGet, "/api/v1/export/poles.csv", nil).want(http.StatusOK).body)
	for _, want := range []string{",7.0,", ",5.25,", `"một, ""hai""` + "\n", ",108,16.0000001\r\n", "lon,lat\r\n"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, sheet)
		}
	}
	for query, want := range map[string]string{"": "C1 C2", "as_of=2021-01-01": "C1", "as_of=2019-01-01": "", "bbox=107,15,109,17": "C2", "owner=VTL": ""} {
		var all struct {
			Features []struct{ Properties record }
			Hatangso record
		}
		c.do(http.MethodGet, "/api/v1/export/poles.geojson?"+query, nil).want(http.StatusOK).read(&all)
		var found []record
		for _, f := range all.Features {
			found = append(found, f.Properties)
		}
		if got := codesOf(found); got != want {
			t.Errorf("poles of %q are %q, want %q", query, got, want)
		}
		if day, ok := strings.CutPrefix(query, "as_of="); ok && all.Hatangso["as_of"] != day {
			t.Errorf("the file of %s says it is of %v", day, all.Hatangso["as_of"])
		}
	}
	if p := c.do(http.MethodGet, "/api/v1/export/poles.csv?unit=1", nil); p.header.Get("Content-Disposition") != "" {
		t.Errorf("a refusal is to be saved as %s", p.header.Get("Content-Disposition"))
	}
}

// A large file starts before it ends.
func TestFilesStream(t *testing.T) {
	t.Parallel()
	s := serve(t)
	tx, err := s.sql.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const poles = 20_000
	if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'test', true)`); err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(t.Context(), `INSERT INTO asset (kind, code, geom)
		SELECT 'pole', 'C' || n, ST_SetSRID(ST_MakePoint(105 + n * 0.00001, 21), 4326) FROM generate_series(1, $1) n`, poles); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	c := s.as(t)
	out, err := http.DefaultClient.Do(c.request(http.MethodGet, "/api/v1/export/poles.ndjson", nil))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Body.Close()
	if out.ContentLength >= 0 {
		t.Errorf("its length was known before: %d", out.ContentLength)
	}
	body, err := io.ReadAll(out.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(body, []byte("\n")); got != poles {
		t.Errorf("%d lines, want %d", got, poles)
	}
}

// GDAL asks for the head of a file before it reads it over HTTP.
func TestHeadsAreThoseOfTheFile(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for path, status := range map[string]int{"/api/v1/export/poles.fgb": 200, "/api/v1/export/poles.geojson?bbox=1": 400, "/api/v1/poles": 200, "/nowhere": 404} {
		get, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		get.Body.Close()
		head, err := http.Head(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(head.Body)
		if err != nil || len(body) > 0 || head.StatusCode != status || get.StatusCode != status {
			t.Errorf("%s: HEAD gives %d and %d bytes, GET %d (%v)", path, head.StatusCode, len(body), get.StatusCode, err)
		}
		for _, name := range []string{"Content-Type", "Content-Disposition", "Hatangso-Source"} {
			if h, g := head.Header.Get(name), get.Header.Get(name); h != g {
				t.Errorf("%s: %s is %q of HEAD and %q of GET", path, name, h, g)
			}
		}
	}
}

// What a filer writes is never worked out by who opens the file.
func TestExportedFormulas(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	c.create("sites", record{"code": "S1", "note": "=cmd|' /C calc'!A0", "address": "+84 236 3123456", "geometry": point(105.8, 21)})
	file := string(c.do(http.MethodGet, "/api/v1/export/sites.csv", nil).want(http.StatusOK).body)
	if !strings.Contains(file, ",'=cmd|' /C calc'!A0,") || !strings.Contains(file, ",+84 236 3123456,") {
		t.Errorf("the file has %s", file)
	}
}
