package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// provinces are the five of the plans, with their communes since 2025-07-01.
var provinces = []struct {
	code, file string
	communes   int64
}{
	{"31", "31-hai-phong.geojson", 114},
	{"37", "37-ninh-binh.geojson", 129},
	{"38", "38-thanh-hoa.geojson", 166},
	{"51", "51-quang-ngai.geojson", 96},
	{"75", "75-dong-nai.geojson", 95},
}

// communes loads the boundaries of a province as the manual says.
func (c cli) communes(t testing.TB, code, file string, more ...string) (loadResult, int) {
	t.Helper()
	return c.load(t, "units", append([]string{data(t, "vn-communes-2025/"+file), "--level", "commune", "--valid-from", "2025-07-01",
		"--code-field", "code", "--name-field", "fullName", "--province", code}, more...)...)
}

// The real communes go in, with what stands in their names; a second time
// nothing changes, and the program says so.
func TestRealCommunes(t *testing.T) {
	t.Parallel()
	c := register(t)
	for i, p := range provinces {
		if got, status := c.communes(t, p.code, p.file); status != statusDone || got.Created != p.communes || !got.Written {
			t.Fatalf("%s: %+v", p.file, got)
		}
		if i >= 2 {
			continue
		}
		if got, _ := c.communes(t, p.code, p.file); got.Same != p.communes || got.Created+got.Changed+got.Refused != 0 {
			t.Errorf("%s again: %+v", p.file, got)
		}
	}
	c.ok(t, "import units", data(t, "vn-communes-2025/31-hai-phong.geojson"), "--valid-from", "01/07/2025", "--code-field", "code",
		"--name-field", "fullName", "--province", "31").says(t, "Không có gì thay đổi.", "giữ nguyên 114")
	if got := c.count(t, "units"); got != 600+5 {
		t.Errorf("%d units, want the communes and their provinces", got)
	}
	table := c.ok(t, "export units --format csv").out
	for _, want := range []string{"Thành phố Hải Phòng", "Phường Thành Đông", "Đặc khu Lý Sơn", ",dac_khu,", ",phuong,", ",xa,"} {
		if !strings.Contains(table, want) {
			t.Errorf("the units lack %q", want)
		}
	}
	if strings.Contains(table, ",xã ") || strings.Contains(table, ",phường ") {
		t.Error("a name begins in lower case")
	}
}

// The communes before and after the reform, from both files.
func TestSuccessors(t *testing.T) {
	t.Parallel()
	c := register(t)
	load := func(name string, more ...string) (got struct{ Read, Units, Created, Same int64 }) {
		t.Helper()
		var answer struct {
			Read    int64 `json:"read"`
			Units   int64 `json:"units_created"`
			Created int64 `json:"created"`
			Same    int64 `json:"same"`
		}
		c.ok(t, "import successors --json", append([]string{data(t, "vn-commune-successors/"+name)}, more...)...).read(t, &answer)
		got.Read, got.Units, got.Created, got.Same = answer.Read, answer.Units, answer.Created, answer.Same
		return got
	}
	type counts = struct{ Read, Units, Created, Same int64 }
	for _, step := range []struct {
		file string
		more []string
		want counts
	}{
		// 63 provinces and 10,047 communes became 34 and 3,316
		{"splits.json", nil, counts{10662, 63 + 34 + 10047 + 3316, 10662, 0}},
		{"splits.json", nil, counts{10662, 0, 0, 10662}},
		// and five islands' districts became special zones
		{"merges.json", nil, counts{10667, 5 + 5, 5, 10662}},
		{"merges.json", nil, counts{10667, 0, 0, 10667}},
	} {
		if diff := cmp.Diff(step.want, load(step.file, step.more...)); diff != "" {
			t.Errorf("%s %v (-want +got):\n%s", step.file, step.more, diff)
		}
	}
	c.ok(t, "import successors", data(t, "vn-commune-successors/splits.json")).says(t, "Không có gì thay đổi.")
	if got := c.count(t, "units"); got != 63+34+10047+3321+5 {
		t.Errorf("%d units", got)
	}
	c.do(t, "import successors", file(t, "x.json", `{"data":[{"level1_id":"01"`)).want(t, statusFailed).says(t, "Không phải tệp chuyển đổi", "dạng merges")
	c.do(t, "import successors", filepath.Join(t.TempDir(), "none")).want(t, statusFailed).says(t, "Không mở được tệp")
	// the boundaries find the units made here
	got, _ := c.communes(t, "31", "31-hai-phong.geojson")
	if got.Created != 0 || got.Changed != 114 {
		t.Errorf("communes onto units without boundary: %+v", got)
	}
}

// The register of masts of western Denmark: operators nobody knows are an error
// each, once, with their rows; then the sites are found by position.
func TestDenmark(t *testing.T) {
	t.Parallel()
	c := register(t)
	masts := data(t, "masts-denmark-west/records.csv")
	got, status := c.load(t, "stations", masts)
	if status != statusFailed || got.Written || got.Refused != 10114 || got.Read != 10114 {
		t.Errorf("unknown operators: %+v", got.ImportResult)
	}
	rows := map[string]int{}
	for _, g := range got.Faults {
		if g.Rule != "organization.unknown" || g.Column != "operator" || len(g.Rows) != 5 || g.First.Mend.VI == "" {
			t.Errorf("%+v", g)
		}
		rows[g.First.Value] = g.Count
	}
	want := map[string]int{"TDC Mobil A/S": 6346, "Telia - Telenor (TT Netværket)": 3105, "Hi3G Denmark Aps": 405, "Banedanmark": 169,
		"Danmarks Radio": 53, "Cibicom": 20, "Norlys": 16}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("operators (-want +got):\n%s", diff)
	}
	c.do(t, "import stations", masts).want(t, statusFailed).says(t, "×6346", "--create-organizations", "chưa ghi gì")
	if n := c.count(t, "stations") + c.count(t, "sites") + c.count(t, "organizations"); n != 0 {
		t.Fatalf("a refused load left %d records", n)
	}
	got, status = c.load(t, "stations --create-organizations --dry-run", masts)
	if status != statusDone || got.Written || got.Created != 10114 || c.count(t, "stations") != 0 {
		t.Errorf("a dry run: %+v", got.ImportResult)
	}
	got, status = c.load(t, "stations --create-organizations", masts)
	if status != statusDone || !got.Written || got.Created != 10114 || got.SitesCreated != 2200 || len(got.Organizations) != 7 {
		t.Errorf("%+v", got.ImportResult)
	}
	if diff := cmp.Diff([]string{"house_number", "street_name", "town", "commune_code", "post_number"}, got.Ignored); diff != "" {
		t.Errorf("ignored columns (-want +got):\n%s", diff)
	}
	if s, o, n := c.count(t, "sites"), c.count(t, "organizations"), c.count(t, "stations"); s != 2200 || o != 7 || n != 10114 {
		t.Errorf("%d sites, %d organizations, %d stations", s, o, n)
	}
	c.with("HATANGSO_LANG", "en").ok(t, "import stations", masts).says(t, "Nothing changed.", "same 10114")

	// the numbers of the paper on this register (internal/sharing, TestDenmark)
	c.denmark(t)
}

// Every kind of import the manual names, in the order records refer to each
// other, with every flag.
func TestEveryImport(t *testing.T) {
	t.Parallel()
	c := register(t)
	c.ok(t, "import organizations", file(t, "to-chuc.csv", "mã;tên;loại\nVTL;Viettel;\nVNP;VNPT;\nEVN;Điện lực;power_company\n"))
	for _, step := range []struct {
		line, name, content string
		want                int64
	}{
		{"villages", "thon.csv", "mã,tên,kinh độ,vĩ độ,dân số,clusters\nT1,Thôn Đông,106.33,20.94,1.234,\"[{\"\"name\"\":\"\"Xóm 1\"\",\"\"lon\"\":106.331,\"\"lat\"\":20.941}]\"\nT2,Thôn Đoài,106.34,20.94,,\n", 2},
		{"sites --owner VTL", "vi-tri.csv", "ma_tram;Toạ độ\nHD1;\"20,94; 106,33\"\nHD2;20°56'24\"N 106°20'24\"E\n", 2},
		{"sites --crs EPSG:9209 --columns code=ký_hiệu,owner=chủ", "vn2000.csv", "ký_hiệu,chủ,X,Y\nHD3,VNPT,2316534.4749,586127.3655\n", 1},
		{"masts", "cot.csv", "site,code,class,height_m\nHD1,A,A2b,\"42,5\"\nHD2,A,A1a,3\n", 2},
		{"stations", "tram.csv", "mã vị trí,mast,code,operator,technology,band_mhz,ngày phát sóng\nHD1,,S1,VTL,LTE,1800,03/07/2024\nHD1,,S2,VNPT,NR,,\n", 2},
		{"poles --owner EVN", "cot-dien.geojson", `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94]},"properties":{"code":"C1","vật liệu":"Bê tông ly tâm","chiều cao (m)":8.5}}]}`, 1},
		{"manholes --owner VNP", "be.csv", "code,lon,lat\nB1,106.33,20.94\nB2,106.34,20.94\n", 2},
		{"ducts --owner VNP", "cong.csv", "code,bể đầu,bể cuối,số ống,wkt\nD1,B1,B2,4,\"LINESTRING(106.33 20.94,106.34 20.94)\"\n", 1},
		{"trenches --owner VNP", "hao.geojson", `{"type":"Feature","geometry":{"type":"LineString","coordinates":[[106.33,20.94,1.5],[106.34,20.95,1.5]]},"properties":{"code":"H1"}}`, 1},
		{"cables", "cap.csv", "code|chủ sở hữu|laying|wkt\nK1|VTL|Treo|LINESTRING Z (106.33 20.94 1, 106.34 20.95 2)\n", 1},
		{"service-points --owner VNP", "diem.csv", "mã,lat,lon,wifi\nDV1,20.94,106.335,có\n", 1},
		{"tenancies", "thue.csv", "asset_kind,asset,tenant,from\nVị trí trạm BTS,HD1,VNP,01/01/2024\n", 1},
		{"permits", "giay-phep.csv", "asset_kind,asset,basis,số giấy phép\nsite,HD1,permit,12/GPXD\n", 1},
		{"certificates", "kiem-dinh.csv", "site,số giấy,ngày cấp\nHD1,KD-1,05/05/2024\n", 1},
		{"statements", "xac-nhan.csv", "village,layer,service,state\nT2,declared,mobile,white\n", 1},
	} {
		path := file(t, step.name, step.content)
		dry, _ := c.load(t, step.line+" --dry-run", path)
		if dry.Written || dry.Created != step.want {
			t.Errorf("trial of %s: %+v", step.line, dry)
		}
		got, status := c.load(t, step.line, path)
		if status != statusDone || got.Created != step.want || !got.Written {
			t.Errorf("import %s: %+v %+v", step.line, got, got.Error)
		}
		again, _ := c.load(t, step.line, path)
		if again.Same != step.want || again.Created+again.Changed != 0 {
			t.Errorf("import %s again: %+v", step.line, again.ImportResult)
		}
	}
	if out := c.ok(t, "export sites --format csv").out; !strings.Contains(out, "HD3") || !strings.Contains(out, "EPSG:9209") || strings.Count(out, "106.33,20.94") != 2 {
		t.Errorf("sites: %s", out)
	}
	c.backAndForth(t, []string{"organizations", "villages", "sites", "masts", "stations", "poles", "manholes", "ducts", "trenches",
		"cables", "service-points", "tenancies", "permits", "certificates", "statements"}, "csv", "geojson", "ndjson")
}

// backAndForth exports nouns and loads them again: nothing may change.
func (c cli) backAndForth(t testing.TB, nouns []string, formats ...string) {
	t.Helper()
	for _, noun := range nouns {
		for _, format := range formats {
			path := filepath.Join(t.TempDir(), noun+"."+format)
			c.ok(t, "export "+noun+" -o", path)
			if info, err := os.Stat(path); err != nil || info.Size() == 0 {
				t.Fatalf("%s: %v", path, err)
			}
			before := c.count(t, noun)
			got, status := c.load(t, noun, path)
			if status != statusDone || got.Created+got.Changed+got.Refused != 0 || int(got.Same) != before {
				t.Errorf("%s.%s of %d records comes back as %+v %+v", noun, format, before, got.ImportResult, got.Error)
			}
		}
	}
}

// One refused row refuses the file, unless the clean ones are wanted; either
// way every error is told at once.
func TestAllOrNothing(t *testing.T) {
	t.Parallel()
	c := register(t)
	path := file(t, "cot.csv", strings.Join([]string{
		"code,lon,lat,height_m,vật liệu,ngày xây dựng",
		"C1,106.33,20.94,8.5,thép,2024-07-03",
		"C2,20.94,106.33,8.5,thép,2024-07-03",
		"C3,106.33,20.94,cao,tre,07/31/2024",
		"C4,0,0,-3,thép,",
		"C5,106.34,20.94,9,thép,",
		"C5,106.35,20.94,9,thép,",
		"C6,106.36,20.94,90,,",
	}, "\n"))
	want := map[string]int{"coordinate.swapped": 1, "field.type": 2, "code.unknown": 1, "coordinate.null-island": 1, "number.range": 2, "key.duplicate": 1}
	got, status := c.load(t, "poles", path)
	if diff := cmp.Diff(want, got.rules()); diff != "" || status != statusFailed || got.Refused != 5 || got.Written {
		t.Errorf("%+v (-want +got):\n%s", got.ImportResult, diff)
	}
	for _, g := range got.Faults {
		if g.Column == "" || len(g.Rows) == 0 || g.First.Mend.VI == "" || g.First.Mend.EN == "" {
			t.Errorf("no column, row or mend: %+v", g)
		}
	}
	c.do(t, "import poles", path).want(t, statusFailed).says(t, "5 dòng bị từ chối", "coordinate.swapped", "dòng 3", "[vật liệu]", "Đổi lại: kinh độ 106.33")
	c.with("HATANGSO_LANG", "en").do(t, "import poles", path).want(t, statusFailed).says(t, "5 rows are refused", "Swap them: longitude 106.33")
	if n := c.count(t, "poles"); n != 0 {
		t.Fatalf("%d poles are left of a refused load", n)
	}
	got, status = c.load(t, "poles --accept-good", path)
	if status != statusDone || got.Created != 2 || got.Refused != 5 || !got.Written || c.count(t, "poles") != 2 {
		t.Errorf("the clean rows: %+v", got.ImportResult)
	}
	if diff := cmp.Diff(want, got.rules()); diff != "" {
		t.Errorf("and the faults (-want +got):\n%s", diff)
	}
	// of several files each stands for itself
	r := c.do(t, "import poles", file(t, "a.csv", "code,lon,lat\nA1,106,20\n"), file(t, "b.csv", "code,lon,lat\nB1,x,20\n"), file(t, "c.csv", "code,lon,lat\nC9,106,20\n"))
	r.want(t, statusFailed).says(t, "a.csv: đọc 1, mới 1", "b.csv: đọc 1, mới 0", "c.csv: đọc 1, mới 1", "hatangso: b.csv: ")
	if n := c.count(t, "poles"); n != 4 {
		t.Errorf("%d poles", n)
	}
	// what a file does not have stays as it is
	c.ok(t, "import poles", file(t, "d.csv", "code,height_m\nA1,7\n")).says(t, "đổi 1")
	c.do(t, "import poles", file(t, "e.csv", "code,height_m\nA1,7\nB9,7\n")).want(t, statusFailed).says(t, "geometry.missing", "(B9)", "dòng 3")
	if out := c.ok(t, "export poles --format ndjson").out; !slices.ContainsFunc(strings.Split(out, "\n"), func(l string) bool {
		return strings.Contains(l, `"code":"A1"`) && strings.Contains(l, `[106,20]`) && strings.Contains(l, `"height_m":7.0`)
	}) {
		t.Errorf("a height alone: %s", out)
	}
}
