package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb/geojson"
)

// poles gives a register with poles of two owners, two communes and three
// lives.
func poles(t testing.TB) cli {
	t.Helper()
	c := register(t)
	c.ok(t, "import organizations", file(t, "o.csv", "code,name\nVTL,Viettel\nVNP,VNPT\n"))
	c.ok(t, "import units --valid-from 2025-07-01", file(t, "u.geojson", `{"type":"FeatureCollection","features":[
		{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[106,20],[106.5,20],[106.5,21],[106,21],[106,20]]]},"properties":{"code":"10525","name":"Phường Thành Đông"}},
		{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[106.5,20],[107,20],[107,21],[106.5,21],[106.5,20]]]},"properties":{"code":"10532","name":"Phường Việt Hòa"}}]}`))
	c.ok(t, "import poles", file(t, "p.csv", strings.Join([]string{
		"code,owner,lon,lat,hoạt động từ,hoạt động đến,trạng thái,name",
		`A1,VTL,106.1,20.5,2020-01-01,,,"Cột ""A"", số 1"`,
		"A2,VTL,106.6,20.5,2025-01-01,,,",
		"B1,VNP,106.2,20.5,2020-01-01,2024-01-01,Ngừng hoạt động,=1+1",
		"B2,VNP,106.7,20.5,,,,",
	}, "\n")))
	return c
}

func codes(out string) string {
	var found []string
	for _, line := range strings.Split(out, "\n") {
		if _, rest, ok := strings.Cut(line, `"code":"`); ok {
			code, _, _ := strings.Cut(rest, `"`)
			found = append(found, code)
		}
	}
	return strings.Join(found, " ")
}

func TestExportFilters(t *testing.T) {
	t.Parallel()
	c := poles(t)
	for line, want := range map[string]string{
		"":                               "A1 A2 B1 B2",
		"--owner VTL":                    "A1 A2",
		"--unit 10525":                   "A1 B1",
		"--unit 10532 --owner VNP":       "B2",
		"--bbox 106.15,20,106.65,21":     "A2 B1",
		"--as-of 2023-06-30 --owner VNP": "B1 B2", // nothing is known of the life of B2
		"--as-of 30/06/2025 --owner VTL": "A1 A2",
		"--as-of 2019-01-01 --owner VTL": "",
	} {
		if got := codes(c.ok(t, "export poles --format ndjson "+line).out); got != want {
			t.Errorf("export poles %s gives %q, want %q", line, got, want)
		}
	}
	for line, say := range map[string]string{"--owner XYZ": "XYZ", "--unit 99999": "99999", "--as-of 2019-01-01 --unit 10525": "10525"} {
		c.do(t, "export poles "+line).want(t, statusFailed).says(t, say)
	}
}

// Every text format parses, in the file as on the screen; the file says what is
// in it, and nothing of how the database was reached.
func TestExportFormats(t *testing.T) {
	t.Parallel()
	c := poles(t)
	dir := t.TempDir()
	for _, format := range []string{"geojson", "ndjson", "csv"} {
		path := filepath.Join(dir, "cột."+format)
		c.ok(t, "export poles --owner VTL --as-of 2025-12-31 -o", path).says(t, "cột."+format+": 2")
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
		if strings.Contains(string(content), "postgres") || strings.Contains(string(content), c.dsn) {
			t.Errorf("%s tells how the database was reached: %s", path, content)
		}
		switch format {
		case "geojson":
			all, err := geojson.UnmarshalFeatureCollection(content)
			if err != nil || len(all.Features) != 2 || all.Features[0].Properties["name"] != `Cột "A", số 1` {
				t.Errorf("%v: %s", err, content)
			}
			if !strings.Contains(string(content), `"filter":"as-of=2025-12-31\u0026owner=VTL"`) {
				t.Errorf("no filter in %s", content)
			}
		case "ndjson":
			lines := bytes.Split(bytes.TrimSpace(content), []byte("\n"))
			for _, line := range lines {
				if _, err := geojson.UnmarshalFeature(line); err != nil {
					t.Errorf("%v: %s", err, line)
				}
			}
			if len(lines) != 2 {
				t.Errorf("%d lines", len(lines))
			}
		case "csv":
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff")))).ReadAll()
			if err != nil || len(rows) != 3 || !bytes.HasPrefix(content, []byte("\ufeff")) {
				t.Errorf("%v: %s", err, content)
			}
		}
		// the format named goes before the extension; no file is the screen
		if out := c.ok(t, "export poles --format "+format).out; len(out) == 0 {
			t.Errorf("nothing on the screen as %s", format)
		}
		if out := c.ok(t, "export poles --format "+format+" -o -").out; len(out) == 0 {
			t.Errorf("nothing on the screen as %s", format)
		}
	}
	if out := c.ok(t, "export poles").out; !json.Valid([]byte(out)) || !strings.Contains(out, "FeatureCollection") {
		t.Errorf("without a format: %s", out)
	}
}

// A file is written whole or not at all.
func TestExportIsAtomic(t *testing.T) {
	t.Parallel()
	c := poles(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "x.geojson")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.do(t, "export poles --unit 99999 -o", path).want(t, statusFailed)
	if err := toFile(path, nil, func(w io.Writer) error {
		if _, err := w.Write([]byte("half a fi")); err != nil {
			return err
		}
		return errors.New("the connection broke")
	}); err == nil {
		t.Error("a broken export succeeds")
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "what was there" {
		t.Errorf("a failed export left %q, %v", content, err)
	}
	c.ok(t, "export poles -o", path)
	if content, _ := os.ReadFile(path); !json.Valid(content) {
		t.Errorf("%s", content)
	}
	if rest, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(rest) != 0 {
		t.Errorf("left behind: %v %v", rest, err)
	}
	c.do(t, "export poles -o", filepath.Join(dir, "none", "x.csv")).want(t, statusFailed).says(t, "Không ghi được tệp")
	c.do(t, "export poles --format geojson -o", dir).want(t, statusFailed)
}
