package intake

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// propose matches the columns of a small file, lines of cells between bars.
func propose(t testing.TB, noun *registry.Noun, mapping map[string]string, lines ...string) (Matching, map[string]string) {
	t.Helper()
	table := Table{Noun: noun, Codes: shipped(t), Organizations: []string{"VTL", "Viettel", "VNPT", "VMS", "MobiFone"}, Columns: mapping}
	for i, line := range lines {
		cells := strings.Split(line, "|")
		if i == 0 {
			table.Headers = cells
		} else {
			table.Rows = append(table.Rows, cells)
		}
	}
	m := MatchColumns(table)
	return m, targetsOf(t, m)
}

// targetsOf gives what each column is proposed as, and asks what must hold of
// any matching.
func targetsOf(t testing.TB, m Matching) map[string]string {
	t.Helper()
	got, seen := map[string]string{}, map[string]bool{}
	for _, c := range m.Columns {
		own := len(c.Candidates) > 0 && c.Candidates[0].Score == 1
		if c.Target != "" {
			got[c.Header] = c.Target
			if seen[c.Target] && !own {
				t.Errorf("%s is proposed twice", c.Target)
			}
			seen[c.Target] = true
			if !slices.ContainsFunc(c.Candidates, func(o ColumnMatch) bool { return o.Target == c.Target }) {
				t.Errorf("%q is %s, which is no candidate", c.Header, c.Target)
			}
		}
		last := 1.0
		for _, o := range c.Candidates {
			if o.Score <= 0 || o.Score > last || o.Reason.VI == "" || o.Reason.EN == "" || strings.Contains(o.Reason.VI, "%!") {
				t.Errorf("%q: %+v", c.Header, c.Candidates)
			}
			last = o.Score
		}
	}
	for _, f := range m.Faults {
		checkFault(t, f)
	}
	if len(m.Unknown())+len(got) < len(m.Columns) && len(seen) == len(m.Columns) {
		t.Error("columns are lost")
	}
	return got
}

func TestColumnMatch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		noun  *registry.Noun
		lines []string
		want  map[string]string
	}{
		{"titles, no accents, units", registry.PoleNoun,
			[]string{"STT|Mã cột|Chu so huu|Chiều cao (mét)|VẬT LIỆU|Kinh độ (WGS84)|Vĩ độ [độ]|màu sơn", "1|C1|VTL|8,5|bê tông|106,33|20,94|xanh"},
			map[string]string{"Mã cột": "code", "Chu so huu": "owner", "Chiều cao (mét)": "height_m", "VẬT LIỆU": "material", "Kinh độ (WGS84)": "lon", "Vĩ độ [độ]": "lat"}},
		{"slips of the keyboard", registry.MastNoun,
			[]string{"Mã vị tri|Mã cọt|Chiều caoo|Năm xây dụng|Loai cot ang tten", "V1|C1|42|2015|A2a"},
			map[string]string{"Mã vị tri": "site", "Mã cọt": "code", "Chiều caoo": "height_m", "Năm xây dụng": "year_built", "Loai cot ang tten": "class"}},
		{"by content", registry.SiteNoun,
			[]string{"A|B|C|D|E", "HD1|106,3312|20,9412|Viettel|Trên mái", "HD2|106,3412|20,9512|VNPT|mat dat"},
			map[string]string{"B": "lon", "C": "lat", "D": "owner", "E": "site_kind"}},
		{"without headers", registry.SiteNoun,
			[]string{"HD1|106.3312|20.9412|VTL", "HD2|106.3412|20.9512|VNPT"},
			map[string]string{"106.3312": "lon", "20.9412": "lat", "VTL": "owner"}},
		{"metres", registry.PoleNoun,
			[]string{"Mã|a|b", "C1|2316534,47|586127,36", "C2|2316599,1|586200,2"},
			map[string]string{"Mã": "code", "a": "x", "b": "y"}},
		{"degrees, minutes, seconds", registry.PoleNoun,
			[]string{"Mã|a|b", "C1|20°56'24\"N|106°19'48\"E"},
			map[string]string{"Mã": "code", "a": "lat", "b": "lon"}},
		{"geometry", registry.DuctNoun,
			[]string{"Mã|hình", "C1|SRID=4326;LINESTRING (106 20, 106.1 20)"},
			map[string]string{"Mã": "code", "hình": "wkt"}},
		{"a column of its own for each date is left to the filer", registry.SiteNoun,
			[]string{"Mã|d1|d2", "C1|01/07/2025|2025-08-01"},
			map[string]string{"Mã": "code"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m, got := propose(t, c.noun, nil, c.lines...)
			for header, target := range c.want {
				if got[header] != target {
					t.Errorf("%q is %q, want %q: %+v", header, got[header], target, m.Columns)
				}
			}
			if len(got) != len(c.want) || len(m.Faults) > 0 {
				t.Errorf("%v, faults %+v", got, m.Faults)
			}
			if m.Headless != (c.name == "without headers") {
				t.Errorf("headless: %t", m.Headless)
			}
		})
	}
}

// The filer's word goes before everything; what it names wrongly is told.
func TestColumnMatchByTheFiler(t *testing.T) {
	t.Parallel()
	m, got := propose(t, registry.SiteNoun, map[string]string{"code": "Tên", "Chủ sở hữu": "X1"}, "Mã|Tên|X1", "1|HD1|ai đó")
	if got["Tên"] != "code" || got["X1"] != "owner" || got["Mã"] != "" || len(m.Faults) > 0 {
		t.Errorf("%v %+v", got, m.Faults)
	}
	if names := m.Unknown(); len(names) != 1 || names[0].Header != "Mã" {
		t.Errorf("%+v", names)
	}
	m, _ = propose(t, registry.SiteNoun, map[string]string{"cod": "Tên", "owner": "X2"}, "Mã|Tên|X1", "1|HD1|ai đó")
	if len(m.Faults) != 2 || m.Faults[0].Rule != "columns.target" || m.Faults[0].Column != "Tên" || m.Faults[1].Rule != "columns.source" {
		t.Errorf("%+v", m.Faults)
	}
}

// Two columns that mean one field equally are a fault that names both, in the
// proposal and in reading, until the filer chooses.
func TestColumnTwice(t *testing.T) {
	t.Parallel()
	m, _ := propose(t, registry.SiteNoun, nil, "mã trạm|mã số|vĩ độ|latitude", "HD1|7|20.1|20.1")
	got := load(t, registry.SiteNoun, "mã trạm,mã số,vĩ độ,latitude,lon\nHD1,7,20.1,20.1,106.1\n", RowOptions{})
	for _, faults := range [][]registry.Fault{m.Faults, faultsIn(got)} {
		if len(faults) != 2 || faults[0].Rule != "columns.twice" ||
			!strings.Contains(faults[0].Message.VI, "“mã trạm”, “mã số”") || !strings.Contains(faults[1].Message.EN, "“vĩ độ”, “latitude”") {
			t.Errorf("%+v", faults)
		}
	}
	mapping := map[string]string{"code": "mã số", "lat": "latitude"}
	got = load(t, registry.SiteNoun, "mã trạm,mã số,vĩ độ,latitude,lon\nHD1,7,20.1,20.1,106.1\n", RowOptions{Columns: mapping})
	if got.err != nil || got.rows[0].Record.(*registry.Site).Code != "7" || !slices.Equal(got.ignored, []string{"mã trạm", "vĩ độ"}) {
		t.Errorf("%v, ignored %q", got.err, got.ignored)
	}
}

// Cells that contradict their header lower it: swapped columns show, and are not
// swapped unasked.
func TestColumnMatchContradicted(t *testing.T) {
	t.Parallel()
	m, got := propose(t, registry.PoleNoun, nil, "Mã|kinh độ|vĩ độ", "C1|20.94|106.33", "C2|20.95|106.34")
	if got["kinh độ"] != "lon" || got["vĩ độ"] != "lat" {
		t.Errorf("%+v", m.Columns)
	}
	for _, c := range m.Columns[1:] {
		if len(c.Candidates) != 2 || !slices.ContainsFunc(c.Candidates, func(o ColumnMatch) bool {
			return strings.Contains(o.Reason.VI, "nhưng chỉ 0 % ô hợp lệ")
		}) {
			t.Errorf("%+v", c)
		}
	}
}

// A slip is read by the readers too; what could be a slip of two things is not.
func TestColumnTypo(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]string{
		"Chủ sở hũuu": "owner", "Chu so huuu": "owner", "dia chii": "address", "Đị chỉ": "address",
		"toa do z": "", "lonn": "", "Diện tích đấtt": "land_area_m2", "longitud": "lon", "zzzzzzzz": "",
	} {
		c, err := newColumns(registry.SiteNoun, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.typo(header); got != want {
			t.Errorf("%q is %q, want %q: %+v", header, got, want, c.like(header))
		}
	}
	got := load(t, registry.SiteNoun, "code,adress,longitud,lattitude\nHD1,Số 1,106.33,20.94\n", RowOptions{})
	if site := got.rows[0].Record.(*registry.Site); show(site.Address) != "Số 1" || site.Geometry.Geometry == nil {
		t.Errorf("%+v %v", site, got.ignored)
	}
}

// A file being read tells its own matching, and is read on as before.
func TestColumnMatchOfRows(t *testing.T) {
	t.Parallel()
	reader, err := Open(strings.NewReader("M\xb7 tr\xb9m,hoanh do,tung do\nHD1,106.33,20.94\n"), "x.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := NewRows(reader, registry.SiteNoun, shipped(t), RowOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := targetsOf(t, rows.Matching(nil))
	if got["Mã trạm"] != "code" || got["hoanh do"] != "lon" || got["tung do"] != "lat" {
		t.Errorf("%v", got)
	}
	var row registry.Row
	if err := rows.Next(&row); err != nil || row.Record.(*registry.Site).Code != "HD1" || !slices.Equal(rows.Ignored(), []string{"hoanh do", "tung do"}) {
		t.Errorf("%+v %v %q", row, err, rows.Ignored())
	}
}

// The headings that the asset forms of the provinces ask for, as people type
// them, are read by header alone.
func TestColumnHeadersOfForms(t *testing.T) {
	t.Parallel()
	for noun, headings := range map[*registry.Noun]map[string]string{
		registry.SiteNoun: {"MÃ TRẠM": "code", "Loại mặt bằng": "host_type", "Hợp đồng thuê": "lease_contract", "Diện tích đất (m2)": "land_area_m2",
			"Nguồn điện": "power", "Truyền dẫn": "transmission", "Cao độ (m)": "elevation_m", "Kinh độ (độ)": "lon", "Vĩ độ (độ)": "lat"},
		registry.MastNoun: {"Mã cột": "code", "Loại cột": "class", "Chiều cao (m)": "height_m", "Kết cấu": "structure", "Vùng gió": "wind_zone", "Năm xây dựng": "year_built"},
		registry.StationNoun: {"Nhà mạng": "operator", "Công nghệ": "technology", "Băng tần": "band_mhz", "Phương vị (độ)": "azimuths",
			"Độ cao ăng ten (m)": "antenna_height_m", "Ngày phát sóng": "on_air_from"},
		registry.PoleNoun: {"Loại cột": "class", "Vật liệu": "material", "Chiều cao (mét)": "height_m", "Tình trạng": "condition", "Mã tuyến": "route_code", "Số hộp": "boxes"},
		registry.DuctNoun: {"Bể đầu": "from_manhole", "Bể cuối": "to_manhole", "Số ống": "ducts", "Đường kính": "diameter_mm", "Độ sâu (m)": "depth_m", "Ống còn trống": "free_ducts"},
	} {
		c, err := newColumns(noun, nil)
		if err != nil {
			t.Fatal(err)
		}
		for heading, want := range headings {
			for _, written := range []string{heading, strings.ToUpper(heading), vnname.Fold(inParentheses.ReplaceAllString(heading, ""))} {
				if got, _ := c.meaning(written); got != want {
					t.Errorf("%s: %q is %q, want %q", noun.Path, written, got, want)
				}
			}
		}
	}
}

// One letter left out, put in or replaced in any title of eight letters or
// more still ranks its field among the candidates.
func TestColumnTypoProperty(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		noun := rapid.SampledFrom(registry.Nouns).Draw(t, "noun")
		c, err := newColumns(noun, nil)
		if err != nil {
			t.Fatal(err)
		}
		f := rapid.SampledFrom(c.importable()).Draw(t, "field")
		title := []rune(strings.TrimSpace(inParentheses.ReplaceAllString(f.Title.VI, "")))
		if len(title) < 8 {
			return
		}
		at := rapid.IntRange(0, len(title)-1).Draw(t, "at")
		wrong := string(title[:at]) + rapid.SampledFrom([]string{"", "q", string(title[at]) + "q"}).Draw(t, "slip") + string(title[at+1:])
		if target, _ := c.meaning(wrong); target != "" {
			return // which is another heading
		}
		if near := c.like(wrong); !slices.ContainsFunc(near, func(s similar) bool { return s.target == f.Name }) {
			t.Fatalf("%q is like %+v, not like %q", wrong, near, f.Name)
		}
	})
}

// The files that others publish: what their columns are, and what is left.
func TestColumnMatchOfRealFiles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		path string
		noun *registry.Noun
		want map[string]string
		left []string
	}{
		{"masts-denmark-west/records.csv", registry.StationNoun,
			map[string]string{"mast_id": "code", "station_name": "name", "lat": "lat", "lon": "lon", "start_date": "on_air_from", "operator": "operator", "technology": "technology", "band_mhz": "band_mhz"},
			[]string{"house_number", "street_name", "town", "post_number"}},
		{"vn-communes-2025/population-2025-07-17.csv", registry.UnitNoun,
			map[string]string{"ma": "code"}, []string{"cay", "truocsapnhap", "khoa"}},
	} {
		f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", filepath.FromSlash(c.path)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		reader, err := Open(f, f.Name(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		table := Table{Noun: c.noun, Codes: shipped(t), Headers: reader.Columns()}
		for range 50 {
			var rec Record
			if err := reader.Next(&rec); err != nil {
				t.Fatal(err)
			}
			table.Rows = append(table.Rows, rec.values)
		}
		m := MatchColumns(table)
		got := targetsOf(t, m)
		for header, target := range c.want {
			if got[header] != target {
				t.Errorf("%s: %q is %q, want %q", c.path, header, got[header], target)
			}
		}
		for _, header := range c.left {
			if got[header] != "" {
				t.Errorf("%s: %q is %q", c.path, header, got[header])
			}
		}
	}
}

// FuzzColumnMatch looks for tables that break what holds of any matching.
func FuzzColumnMatch(f *testing.F) {
	f.Add("Mã|Kinh độ|x (m)|Mã số\nC1|106,3|2316534|7", 6, "code", "Mã")
	f.Add("106.3|20.9|01/07/2025|co\n106.3|20.9|01/07/2025|khong", 3, "", "")
	codes := shipped(f)
	f.Fuzz(func(t *testing.T, text string, noun int, target, source string) {
		table := Table{Noun: registry.Nouns[abs(noun)%len(registry.Nouns)], Codes: codes}
		if target != "" {
			table.Columns = map[string]string{target: source}
		}
		for i, line := range strings.Split(text, "\n") {
			if cells := strings.Split(line, "|"); i == 0 {
				table.Headers = cells[:min(len(cells), 40)]
			} else {
				table.Rows = append(table.Rows, cells)
			}
		}
		m := MatchColumns(table)
		if len(m.Columns) != len(table.Headers) {
			t.Fatalf("%d proposals for %d columns", len(m.Columns), len(table.Headers))
		}
		targetsOf(t, m)
	})
}
