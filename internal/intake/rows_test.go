package intake

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/registry"
)

// shipped gives the code lists the program ships, as the database holds them.
func shipped(t testing.TB) registry.Codes {
	t.Helper()
	var entries []registry.ListCode
	for _, file := range []string{"codes.csv", "technologies.csv", "indicators.csv"} {
		rows, err := geodata.Table(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			list, title := row["list"], registry.T(row["vi"], row["en"])
			switch file {
			case "technologies.csv":
				list = "technology"
			case "indicators.csv":
				list, title = "indicator", registry.T(row["title_vi"], row["title_en"])
			}
			entries = append(entries, registry.ListCode{List: list, Code: row["code"],
				Title: title, Aliases: strings.Split(row["aliases"], ";")})
		}
	}
	return registry.NewCodes(entries)
}

// loaded is what a file became.
type loaded struct {
	rows    []registry.Row
	headers map[string]string
	ignored []string
	err     error
}

func load(t testing.TB, noun *registry.Noun, file string, opts RowOptions) loaded {
	t.Helper()
	name := "x.csv"
	if strings.HasPrefix(file, "{") {
		name = "x.geojson"
	}
	return loadFrom(t, noun, strings.NewReader(file), name, opts)
}

func loadFrom(t testing.TB, noun *registry.Noun, file io.Reader, name string, opts RowOptions) (out loaded) {
	t.Helper()
	reader, err := Open(file, name, Options{})
	if err != nil {
		return loaded{err: err}
	}
	rows, err := NewRows(reader, noun, shipped(t), opts)
	if err != nil {
		return loaded{err: err}
	}
	for {
		var row registry.Row
		err := rows.Next(&row)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				out.err = err
			}
			break
		}
		out.rows = append(out.rows, row)
	}
	out.headers, out.ignored = rows.Headers(), rows.Ignored()
	return out
}

// one loads a file of one clean row and gives its record.
func one[T any](t testing.TB, noun *registry.Noun, file string, opts RowOptions) *T {
	t.Helper()
	got := load(t, noun, file, opts)
	if got.err != nil || len(got.rows) != 1 {
		t.Fatalf("%d rows, %v", len(got.rows), got.err)
	}
	for _, f := range got.rows[0].Faults {
		if f.Severity == registry.SeverityError {
			t.Fatalf("refused: %+v", f)
		}
	}
	return any(got.rows[0].Record).(*T)
}

// faultsIn gives every error of a file as "row column rule".
func faultsIn(l loaded) (out []registry.Fault) {
	for _, row := range l.rows {
		for _, f := range row.Faults {
			if f.Row == 0 {
				f.Row = row.Number
			}
			if f.Severity == registry.SeverityError {
				out = append(out, f)
			}
		}
	}
	var e *registry.Error
	if errors.As(l.err, &e) {
		out = append(out, e.Faults...)
	}
	return out
}

func show[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// Cells are read as people write them.
func TestCells(t *testing.T) {
	t.Parallel()
	pole := func(header, cell string) *registry.Pole {
		return one[registry.Pole](t, registry.PoleNoun, "mã;kinh độ;vĩ độ;"+header+"\nC1;106,33;20,94;\""+cell+"\"\n", RowOptions{})
	}
	station := func(cell string) string {
		return one[registry.Station](t, registry.StationNoun, "code,operator,lon,lat,technology\nA,VTL,106.33,20.94,"+cell+"\n", RowOptions{}).Technology
	}
	village := func(cell string) *registry.Village {
		return one[registry.Village](t, registry.VillageNoun, "mã;tên;dân số\nT1;Thôn Đông;\""+cell+"\"\n", RowOptions{})
	}
	day := func(cell string) any { return show(pole("ngày xây dựng", cell).BuiltOn) }
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"title in Vietnamese", show(pole("Vật liệu", "Bê tông ly tâm").Material), "concrete_round"},
		{"without accents, in capitals", show(pole("vat lieu", "BE TONG LY TAM").Material), "concrete_round"},
		{"alias", show(pole("material", "BTLT").Material), "concrete_round"},
		{"code", show(pole("material", "concrete_round").Material), "concrete_round"},
		{"unknown code stays as written", show(pole("material", "Tre").Material), "Tre"},
		{"status in Vietnamese", pole("trạng thái", "Đang hoạt động").Status, registry.Operating},
		{"no status", pole("trạng thái", "").Status, registry.Operating},
		{"LTE", station("LTE"), "4G"},
		{"lte-a", station("lte-a"), "4G"},
		{"GSM", station("GSM"), "2G"},
		{"gsm-r is another", station("gsm-r"), "GSM-R"},
		{"5G", station("5g"), "5G"},
		{"day first", day("03/07/2024"), registry.NewDate(2024, 7, 3)},
		{"day first, short", day("3/7/2024"), registry.NewDate(2024, 7, 3)},
		{"dots", day("03.07.2024"), registry.NewDate(2024, 7, 3)},
		{"ISO", day("2024-07-03"), registry.NewDate(2024, 7, 3)},
		{"with a time", day("2024-07-03T00:00:00Z"), registry.NewDate(2024, 7, 3)},
		{"no date", day(""), nil},
		{"có", show(pole("chủ sở hữu sử dụng", "Có").OwnerPresent), true},
		{"không", show(pole("chủ sở hữu sử dụng", "không").OwnerPresent), false},
		{"x marks it", show(pole("owner_present", "X").OwnerPresent), true},
		{"0", show(pole("owner_present", "0").OwnerPresent), false},
		{"empty is not known", show(pole("owner_present", "").OwnerPresent), nil},
		{"decimal comma", show(pole("chiều cao (m)", "7,5").HeightM), 7.5},
		{"decimal point", show(pole("chiều cao", "7.5").HeightM), 7.5},
		{"European thousands", show(one[registry.Site](t, registry.SiteNoun, "ma;lon;lat;diện tích\nA;106,33;20,94;1.234,5\n", RowOptions{}).LandAreaM2), 1234.5},
		{"thousands with a point", show(village("12.345").Population), int64(12345)},
		{"thousands with a comma", show(village("12,345").Population), int64(12345)},
		{"thousands with a space", show(village("12 345").Population), int64(12345)},
		{"millions", show(village("1.012.345").Population), int64(1012345)},
		{"a whole number with decimals", show(village("345,0").Population), int64(345)},
		{"no population", show(village("").Population), nil},
		{"composed", show(pole("tên", "Cột Th\u006f\u0309").Name), "Cột Thỏ"},
		{"trimmed", show(pole("tên", "\u00a0Cột 1 ").Name), "Cột 1"},
	} {
		if diff := cmp.Diff(c.want, c.got, cmp.Comparer(registry.Date.Equal)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// A number stands in JSON with a point whatever it stands for.
func TestNumbersOfGeoJSON(t *testing.T) {
	t.Parallel()
	v := one[registry.Village](t, registry.VillageNoun,
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94]},"properties":{"code":"T","name":"Thôn 1","population":102.0,"households":"1.234","grid_power":true}}`, RowOptions{})
	if show(v.Population) != int64(102) || show(v.Households) != int64(1234) || show(v.GridPower) != true {
		t.Errorf("population %v, households %v, power %v", show(v.Population), show(v.Households), show(v.GridPower))
	}
	got := load(t, registry.VillageNoun,
		`{"type":"Feature","geometry":null,"properties":{"code":"T","name":"Thôn 1","population":102.125}}`, RowOptions{})
	if f := faultsIn(got); len(f) != 1 || f[0].Rule != "field.type" {
		t.Errorf("102.125 people: %+v", f)
	}
}

// One fault for each wrong cell, and all of a file at once.
func TestFaultsOfCells(t *testing.T) {
	t.Parallel()
	got := load(t, registry.VillageNoun, strings.Join([]string{
		"Mã;Tên;Dân số;Số hộ;Điện lưới;valid_from;Kinh độ;Vĩ độ",
		"T1;Thôn 1;đang cập nhật;100;có;2025-07-01;106,33;20,94",
		"T2;Thôn 2;200;mười;chưa;01/31/2025;106,33;",
		"T3;Thôn 3;300;100;có;;;",
		"T4;Thôn 4;12,5;;;;105°;91",
	}, "\n"), RowOptions{})
	var lines []string
	for _, f := range faultsIn(got) {
		if f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" {
			t.Errorf("nothing to mend it by: %+v", f)
		}
		lines = append(lines, strings.Join([]string{string(rune('0' + f.Row)), f.Column, f.Rule, f.Value}, "|"))
	}
	slices.Sort(lines)
	want := []string{
		"2|Dân số|field.type|đang cập nhật",
		"3|Số hộ|field.type|mười",
		"3|valid_from|field.type|01/31/2025",
		"3|Vĩ độ|coordinate.half|106,33",
		"3|Điện lưới|field.type|chưa",
		"5|Dân số|field.type|12,5",
		"5|Kinh độ|coordinate.range|105; 91",
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	for i, misplaced := range []bool{false, true, false, true} {
		if got.rows[i].Misplaced != misplaced || got.rows[i].Record == nil {
			t.Errorf("row %d is misplaced: %v", got.rows[i].Number, got.rows[i].Misplaced)
		}
	}
}

// A column in which the look-ahead showed no sign learns from the first that
// comes, and holds to it.
func TestLateSign(t *testing.T) {
	t.Parallel()
	var file strings.Builder
	file.WriteString("code;lon;lat;height_m\n")
	for i := range sample + 3 {
		file.WriteString("C" + strings.Repeat("I", i+1) + ";106,33;20,94;" + []string{"12", "12,5", "7.5", "8,25"}[max(0, i-sample+1)] + "\n")
	}
	got := load(t, registry.PoleNoun, file.String(), RowOptions{})
	last := got.rows[len(got.rows)-3:]
	if h := show(last[0].Record.(*registry.Pole).HeightM); h != 12.5 {
		t.Errorf("12,5 is %v", h)
	}
	if f := faultsIn(got); len(f) != 1 || f[0].Row != sample+3 || f[0].Value != "7.5" {
		t.Errorf("a point after a comma: %+v", f)
	}
	if h := show(last[2].Record.(*registry.Pole).HeightM); h != 8.25 {
		t.Errorf("8,25 is %v", h)
	}
	mixed := load(t, registry.PoleNoun, "code;lon;lat;height_m\nA;106;20;7.5\nB;106;20;8,5\n", RowOptions{})
	if f := faultsIn(mixed); len(f) != 1 || f[0].Rule != "coordinate.mixed-decimals" || f[0].Column != "height_m" || len(mixed.rows) > 0 {
		t.Errorf("a column of both signs: %+v", f)
	}
}

// A record filed without a code gets one from its place, the same each time.
func TestCodeFromPosition(t *testing.T) {
	t.Parallel()
	const head = "lon,lat,operator,technology,band_mhz\n"
	station := func(line string) string {
		return one[registry.Station](t, registry.StationNoun, head+line+"\n", RowOptions{}).Code
	}
	for _, c := range []struct{ got, want string }{
		{one[registry.Site](t, registry.SiteNoun, "lat,lon\n20.94,106.33\n", RowOptions{}).Code, "VT@106.330000,20.940000"},
		{one[registry.Site](t, registry.SiteNoun, "vĩ độ;kinh độ\n20°56'24\"N;106°19'48\"E\n", RowOptions{}).Code, "VT@106.330000,20.940000"},
		{one[registry.Pole](t, registry.PoleNoun, "lat,lon,code\n20.94,106.33,\n", RowOptions{}).Code, "C@106.330000,20.940000"},
		{one[registry.Pole](t, registry.PoleNoun, "lat,lon,code\n20.94,106.33,C7\n", RowOptions{}).Code, "C7"},
		{one[registry.Duct](t, registry.DuctNoun, "wkt\n\"LINESTRING(106.33 20.94,106.335 20.95,106.34 20.94)\"\n", RowOptions{}).Code, "CB@106.330000,20.940000/106.340000,20.940000"},
		{station("106.33,20.94,VTL,LTE,1800"), "VT@106.330000,20.940000/4G-1800"},
		{station("106.33,20.94,VTL,4G,"), "VT@106.330000,20.940000/4G"},
	} {
		if c.got != c.want {
			t.Errorf("code %q, want %q", c.got, c.want)
		}
	}
	got := load(t, registry.MastNoun, "site,lon,lat\nS1,106.33,20.94\n", RowOptions{})
	if m := got.rows[0].Record.(*registry.Mast); m.Code != "" || m.Geometry.Geometry != nil {
		t.Errorf("a mast's place is its site's, not %q %v", m.Code, m.Geometry)
	}
	if diff := cmp.Diff([]string{"lon", "lat"}, got.ignored); diff != "" {
		t.Errorf("ignored (-want +got):\n%s", diff)
	}
}

// The kind of a unit decides its area class; it stands in the name.
func TestUnitNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][2]string{
		"Phường Hải Dương":  {"Phường Hải Dương", "phuong"},
		"xã Tân An":         {"Xã Tân An", "xa"},
		"P. Lê Thanh Nghị":  {"P. Lê Thanh Nghị", "phuong"},
		"Đặc khu Lý Sơn":    {"Đặc khu Lý Sơn", "dac_khu"},
		"đặc khu Lý Sơn":    {"Đặc khu Lý Sơn", "dac_khu"},
		"Thị trấn Nho Quan": {"Thị trấn Nho Quan", "thi_tran"},
		"Thành phố Huế":     {"Thành phố Huế", "thanh_pho"},
		"Phủ Lý":            {"Phủ Lý", ""},
		"Thôn Đông":         {"Thôn Đông", ""}, // a village's kind is no unit's
	} {
		u := one[registry.Unit](t, registry.UnitNoun, "mã,tên\n00001,"+name+"\n", RowOptions{})
		kind, _ := show(u.UnitKind).(string)
		if u.Name != want[0] || kind != want[1] {
			t.Errorf("%s becomes %q of kind %q, want %v", name, u.Name, kind, want)
		}
	}
	if u := one[registry.Unit](t, registry.UnitNoun, "code,name,unit_kind\n1,Phường 1,Xã\n", RowOptions{}); show(u.UnitKind) != "xa" {
		t.Errorf("the file's own kind is %v", show(u.UnitKind))
	}
	// a load writes the kinds when every name tells one, and else leaves those known
	for file, want := range map[string]string{
		"code,name\n1,Phường 1\n2,Xã 2\n":               "name",
		"code,name\n1,Phường 1\n2,Phủ Lý\n":             "",
		"code,name,unit_kind\n1,Phường 1,\n2,Xã 2,xa\n": "unit_kind",
	} {
		if got := load(t, registry.UnitNoun, file, RowOptions{}).headers["unit_kind"]; got != want {
			t.Errorf("%q: the kinds come from %q, want %q", file, got, want)
		}
	}
}

// Constants stand where a row says nothing.
func TestConstants(t *testing.T) {
	t.Parallel()
	got := load(t, registry.PoleNoun, "code,lon,lat,owner\nA,106,20,EVN\nB,106,20,\n", RowOptions{Constants: map[string]string{"owner": "VTL"}})
	if a, b := got.rows[0].Record.(*registry.Pole), got.rows[1].Record.(*registry.Pole); show(a.Owner) != "EVN" || show(b.Owner) != "VTL" {
		t.Errorf("owners %v and %v", show(a.Owner), show(b.Owner))
	}
	got = load(t, registry.PoleNoun, "code,lon,lat\nA,106,20\n", RowOptions{Constants: map[string]string{"owner": "VTL"}})
	if got.headers["owner"] != "owner" {
		t.Errorf("a constant is written too: %v", got.headers)
	}
}

// Properties may appear with any feature.
func TestLateColumns(t *testing.T) {
	t.Parallel()
	var file strings.Builder
	file.WriteString(`{"type":"FeatureCollection","features":[`)
	for i := range 2 * sample {
		if i > 0 {
			file.WriteString(",")
		}
		extra := ""
		if i == 2*sample-1 {
			extra = `,"ten":"Cột cuối","cao":"7,5","lạ":1`
		}
		file.WriteString(`{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,20.94]},"properties":{"ma":"C` + strings.Repeat("I", i) + `"` + extra + `}}`)
	}
	file.WriteString("]}")
	got := load(t, registry.PoleNoun, file.String(), RowOptions{Columns: map[string]string{"height_m": "cao"}})
	if got.err != nil || len(got.rows) != 2*sample {
		t.Fatalf("%d rows, %v", len(got.rows), got.err)
	}
	last := got.rows[len(got.rows)-1].Record.(*registry.Pole)
	if show(last.Name) != "Cột cuối" || show(last.HeightM) != 7.5 {
		t.Errorf("the last pole: %v, %v", show(last.Name), show(last.HeightM))
	}
	if got.headers["name"] != "ten" || !slices.Equal(got.ignored, []string{"lạ"}) {
		t.Errorf("headers %v, ignored %v", got.headers, got.ignored)
	}
	got = load(t, registry.PoleNoun, file.String(), RowOptions{Columns: map[string]string{"height_m": "caoo"}})
	if f := faultsIn(got); len(f) != 1 || f[0].Rule != "columns.source" || !strings.Contains(f[0].Mend.EN, "cao") {
		t.Errorf("a column no feature has: %+v", f)
	}
}

// The real table of 3,321 communes, with what its makers had not yet found out.
func TestRealPopulation(t *testing.T) {
	t.Parallel()
	path := filepath.Join(sharedData, "vn-communes-2025/population-2025-07-17.csv")
	columns := map[string]string{"code": "ma", "name": "tenhc", "population": "dansonguoi"}
	// the four of 3,321 cells that are written like 30,509; the first is line 1093
	thousands := map[int]int64{1093: 30509, 1381: 28717, 1455: 34399, 1679: 23870}
	for _, c := range []struct {
		noun    *registry.Noun
		columns map[string]string
		refused int
		placed  bool
	}{
		{registry.UnitNoun, map[string]string{"area_km2": "dientichkm2", "unit_kind": "loai"}, 66, false},
		{registry.VillageNoun, nil, 66, true},
	} {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		opts := RowOptions{Columns: map[string]string{}}
		for target, source := range columns {
			opts.Columns[target] = source
		}
		for target, source := range c.columns {
			opts.Columns[target] = source
		}
		got := loadFrom(t, c.noun, f, path, opts)
		if got.err != nil || len(got.rows) != 3321 {
			t.Fatalf("%s: %d rows, %v", c.noun.Path, len(got.rows), got.err)
		}
		faults := faultsIn(got)
		for _, f := range faults {
			if f.Value != "đang cập nhật" || f.Column != "dansonguoi" || f.Row == 0 {
				t.Errorf("%s: %+v", c.noun.Path, f)
			}
		}
		if len(faults) != c.refused {
			t.Errorf("%s: %d rows are refused, want %d", c.noun.Path, len(faults), c.refused)
		}
		for _, row := range got.rows {
			switch v := row.Record.(type) {
			case *registry.Unit:
				if v.UnitKind == nil || v.Geometry.Geometry != nil || v.Name[0] >= 'a' && v.Name[0] <= 'z' {
					t.Errorf("row %d: kind %v, %v, %s", row.Number, v.UnitKind, v.Geometry, v.Name)
				}
			case *registry.Village:
				if _, ok := v.Geometry.Geometry.(orb.Point); !ok {
					t.Errorf("row %d lies at %v", row.Number, v.Geometry)
				}
				if want, ok := thousands[row.Number]; ok && show(v.Population) != want {
					t.Errorf("row %d: %v people, want %d", row.Number, show(v.Population), want)
				}
			}
		}
	}
}
