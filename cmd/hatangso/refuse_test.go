package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What a register refuses, and says why: nothing is written.
func TestRefused(t *testing.T) {
	t.Parallel()
	c := register(t)
	feature := func(geometry string) string {
		return `{"type":"Feature","geometry":` + geometry + `,"properties":{"code":"A","name":"Xã A"}}`
	}
	collection := func(crs string, features ...string) string {
		member := ""
		if crs != "" {
			member = `"crs":{"type":"name","properties":{"name":"` + crs + `"}},`
		}
		return `{"type":"FeatureCollection",` + member + `"features":[` + strings.Join(features, ",") + `]}`
	}
	point := func(x, y string) string { return feature(`{"type":"Point","coordinates":[` + x + `,` + y + `]}`) }
	good := point("106.33", "20.94")
	const crossing = `{"type":"Polygon","coordinates":[[[106,20],[107,21],[107,20],[106,21],[106,20]]]}`
	for _, x := range []struct {
		name, line, file, content string
		rule, say                 string
	}{
		{"truncated JSON", "poles", "x.geojson", strings.TrimSuffix(collection("", good, good), `"}}]}`), "json.truncated", ""},
		{"truncated before anything", "poles", "x.geojson", `{"type":"FeatureColl`, "json.truncated", ""},
		{"deep JSON", "poles", "x.geojson", `{"type":"Feature","properties":{"a":` + strings.Repeat("[", 1000), "json.depth", ""},
		{"a JSON array", "poles", "x.geojson", "[" + good + "]", "geojson.type", "FeatureCollection"},
		{"an empty file", "poles", "x.csv", "", "file.empty", "Chọn tệp có dữ liệu"},
		{"a web page", "poles", "x.csv", "<html><body>not found", "", ""},
		{"no text", "poles", "x.csv", "code,lon,lat\n\x00\x01\x02", "file.nul", ""},
		{"an old workbook", "poles", "x.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", ""},
		{"wrong geometry type", "poles", "x.geojson", feature(`{"type":"LineString","coordinates":[[106,20],[107,21]]}`), "geometry.type", "Point"},
		{"polygons for ducts", "ducts", "x.geojson", feature(crossing), "geometry.type", "LineString"},
		{"NaN", "poles", "x.geojson", point("NaN", "20.94"), "geometry.nan", ""},
		{"Infinity", "poles", "x.geojson", point("106", "Infinity"), "geometry.nan", ""},
		{"NaN in a table", "poles", "x.csv", "code,lon,lat\nA,NaN,20\n", "coordinate.format", ""},
		{"self-crossing", "units", "x.geojson", feature(crossing), "geometry.crossing", "--repair"},
		{"an open ring", "units", "x.geojson", feature(`{"type":"Polygon","coordinates":[[[106,20],[107,20],[107,21]]]}`), "", ""},
		{"out of range", "poles", "x.geojson", point("200", "20.94"), "coordinate.range", ""},
		{"swapped axes", "poles", "x.geojson", point("20.94", "106.33"), "coordinate.swapped", "Đổi lại: kinh độ 106.33, vĩ độ 20.94"},
		{"null island", "poles", "x.geojson", point("0", "0"), "coordinate.null-island", ""},
		{"metres and no CRS", "poles", "x.csv", "code,X,Y\nA,2316534,586127\n", "coordinate.crs-missing", "--crs EPSG:"},
		{"an unknown CRS", "poles --crs EPSG:32648", "x.csv", "code,X,Y\nA,2316534,586127\n", "coordinate.crs", "9209"},
		{"an unknown CRS in the file", "poles", "x.geojson", collection("EPSG:32648", good), "coordinate.crs", "9209"},
		{"EPSG:6956", "poles --crs EPSG:6956", "x.csv", "code,X,Y\nA,2316534,586127\n", "coordinate.crs", "Dùng EPSG:5896"},
		{"EPSG:6957", "poles --crs EPSG:6957", "x.csv", "code,X,Y\nA,2316534,586127\n", "coordinate.crs", "Dùng EPSG:5897"},
		{"EPSG:6958 in the file", "poles", "x.geojson", collection("urn:ogc:def:crs:EPSG::6958", good), "coordinate.crs", "Dùng EPSG:5898"},
		{"EPSG:6959", "poles --crs EPSG:6959", "x.csv", "code,X,Y\nA,2316534,586127\n", "coordinate.crs", "Dùng EPSG:5899"},
		{"a column nobody has", "poles --columns code=ký_hiệu", "x.csv", "ký hiêu,lon,lat\nA,106,20\n", "columns.source", "ký hiêu"},
		{"a field nobody has", "poles --columns cod=a", "x.csv", "a,lon,lat\nA,106,20\n", "columns.target", "code"},
		{"two decimal signs", "poles", "x.csv", "code;lon;lat;height_m\nA;106;20;7.5\nB;106;20;7,5\n", "coordinate.mixed-decimals", ""},
		{"a site nobody knows", "masts", "x.csv", "site,code\nHD1,A\n", "reference.unknown", "(HD1)"},
		{"an owner nobody knows", "poles --owner VTL", "x.csv", "code,lon,lat\nA,106,20\n", "organization.unknown", "--create-organizations"},
	} {
		noun := strings.Fields(x.line)[0]
		path := file(t, x.file, x.content)
		got, status := c.load(t, x.line, path)
		if status != statusFailed || got.Written || got.Created+got.Changed != 0 {
			t.Errorf("%s: status %d, %+v", x.name, status, got)
		}
		if rules := got.rules(); len(rules) != 1 || x.rule != "" && rules[x.rule] == 0 {
			t.Errorf("%s breaks %v, want %s", x.name, rules, x.rule)
		}
		r := c.do(t, "import "+x.line, path).want(t, statusFailed).says(t, x.say, "→ ")
		if strings.Contains(r.out, "%!") {
			t.Errorf("%s: %s", x.name, r.out)
		}
		if n := c.count(t, noun); n != 0 {
			t.Errorf("%s left %d records", x.name, n)
		}
	}
	c.do(t, "import poles", filepath.Join(t.TempDir(), "none.csv")).want(t, statusFailed).says(t, "Không mở được tệp")
	c.do(t, "import poles", t.TempDir()).want(t, statusFailed).says(t, "là thư mục")

	// mended when asked, and listed
	path := file(t, "x.geojson", feature(crossing))
	got, status := c.load(t, "units --repair", path)
	if status != statusDone || !got.Written || got.Created != 1 || got.rules()["geometry.repaired"] != 1 {
		t.Errorf("mended: %+v", got)
	}
	if again, _ := c.load(t, "units --repair", path); again.Same != 1 {
		t.Errorf("mended again: %+v", again.ImportResult)
	}
}

// 10 GB of zeros, and a pipe that never ends, are refused by their beginning.
func TestEndless(t *testing.T) {
	t.Parallel()
	c := register(t)
	zeros := filepath.Join(t.TempDir(), "zeros.csv")
	f, err := os.Create(zeros)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(10 << 30); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for _, noun := range []string{"poles", "units", "tenancies"} {
		began := time.Now()
		got, status := c.load(t, noun, zeros)
		if status != statusFailed || got.rules()["file.nul"] != 1 || time.Since(began) > 20*time.Second {
			t.Errorf("%s after %v: %+v", noun, time.Since(began), got)
		}
	}
	if got, status := c.load(t, "poles", "/dev/zero"); status != statusFailed || got.rules()["file.nul"] != 1 {
		t.Errorf("/dev/zero: %+v", got)
	}
	// a pipe that goes on and on in one line
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	go func() {
		defer w.Close()
		fmt.Fprint(w, "code,lon,lat\n")
		for line := []byte(strings.Repeat("x", 1<<20)); ; {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	}()
	got, status := c.load(t, "poles", fmt.Sprintf("/proc/self/fd/%d", r.Fd()))
	if status != statusFailed || got.rules()["limit.record"] != 1 {
		t.Errorf("an endless line: %+v", got)
	}
	r.Close()
}

// A load that is told to stop stops, also while it waits for its file, and
// leaves nothing.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	c := register(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if _, err := fmt.Fprint(w, "code,lon,lat\n", strings.Repeat("A,106.33,20.94\n", 1000)); err != nil {
		t.Fatal(err)
	}
	load := c.start(t, fmt.Sprintf("import poles /proc/self/fd/%d", r.Fd()))
	time.Sleep(200 * time.Millisecond) // it waits for more; sooner or later is the same
	if status := load.stop(t); status != statusFailed || !strings.Contains(load.err.String(), "Đã dừng theo yêu cầu.") {
		t.Errorf("status %d, it says %q", status, load.err.String())
	}
	if n := c.count(t, "poles"); n != 0 {
		t.Errorf("%d poles are left", n)
	}
}
