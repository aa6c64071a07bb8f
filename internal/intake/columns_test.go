package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/registry"
)

// What a heading means, however it is spelled.
func TestHeadings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		noun   *registry.Noun
		header string
		want   string
	}{
		{registry.SiteNoun, "code", "code"},
		{registry.SiteNoun, "Mã trạm", "code"},
		{registry.SiteNoun, "MÃ TRẠM", "code"},
		{registry.SiteNoun, "ma_tram", "code"},
		{registry.SiteNoun, "Chủ sở hữu", "owner"},
		{registry.SiteNoun, "Chu so huu", "owner"},
		{registry.SiteNoun, "Owner", "owner"},
		{registry.SiteNoun, "Đơn vị quản lý", "owner"},
		{registry.SiteNoun, "Kinh độ", "lon"},
		{registry.SiteNoun, "KINH ĐỘ (độ thập phân)", "lon"},
		{registry.SiteNoun, "Longitude", "lon"},
		{registry.SiteNoun, "vi do", "lat"},
		{registry.SiteNoun, "Vĩ độ [WGS84]", "lat"},
		{registry.SiteNoun, "X (m)", "x"},
		{registry.SiteNoun, "Toạ độ Y", "y"},
		{registry.SiteNoun, "Tọa độ", "coordinates"},
		{registry.SiteNoun, "the_geom", "wkt"},
		{registry.SiteNoun, "Diện tích đất (m²)", "land_area_m2"},
		{registry.SiteNoun, "Diện tích đất", "land_area_m2"},
		{registry.SiteNoun, "Xã/phường", "declared_commune"},
		{registry.SiteNoun, "màu sơn", ""},
		{registry.SiteNoun, "", ""},
		{registry.SiteNoun, "(m)", ""},
		{registry.StationNoun, "start_date", "on_air_from"},
		{registry.StationNoun, "mast_id", "code"},
		{registry.StationNoun, "station_name", "name"},
		{registry.StationNoun, "Nhà mạng", "operator"},
		{registry.StationNoun, "site_code", "site"},
		{registry.StationNoun, "lat", "lat"},
		{registry.VillageNoun, "Dân số", "population"},
		{registry.VillageNoun, "commune", "declared_commune"},
		{registry.VillageNoun, "clusters", "clusters"},
		{registry.DuctNoun, "Kinh độ", ""}, // a line is not made of one point
		{registry.DuctNoun, "geom", "wkt"},
		{registry.DuctNoun, "Bể đầu", "from_manhole"},
		{registry.UnitNoun, "fullName", "name"},
		{registry.UnitNoun, "areaKm2", "area_km2"},
		{registry.UnitNoun, "vido", ""},
		{registry.TenancyNoun, "Bên thuê", "tenant"},
		{registry.TenancyNoun, "x", ""},
		{registry.MastNoun, "lat", ""},
	} {
		columns, err := newColumns(c.noun, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := columns.meaning(c.header); got != c.want {
			t.Errorf("%s: %q means %q, want %q", c.noun.Path, c.header, got, c.want)
		}
	}
}

// Every title and alias of every field is a heading of that field, or of one
// that has a better right to it.
func TestTitlesAndAliases(t *testing.T) {
	t.Parallel()
	for _, noun := range registry.Nouns {
		c, err := newColumns(noun, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.importable() {
			if got, _ := c.meaning(f.Name); got != f.Name {
				t.Errorf("%s: %q means %q", noun.Path, f.Name, got)
			}
			if got, r := c.meaning(f.Title.VI); got != f.Name && r != byTitle {
				t.Errorf("%s: %q means %q, not %q", noun.Path, f.Title.VI, got, f.Name)
			}
			for _, alias := range f.Aliases {
				if got, _ := c.meaning(alias); got == "" {
					t.Errorf("%s: %q means nothing: is the alias of %s folded?", noun.Path, alias, f.Name)
				}
			}
		}
	}
}

// Of two columns that mean one field the surer is read, in whatever order they
// stand; the other is told of.
func TestSurerColumn(t *testing.T) {
	t.Parallel()
	for file, ignored := range map[string]string{
		"id,code,lon,lat\n7,HD1,106.33,20.94\n":                    "id",
		"code,id,lon,lat\nHD1,7,106.33,20.94\n":                    "id",
		"mã trạm,Mã,lon,lat\n7,HD1,106.33,20.94\n":                 "mã trạm",
		"kinh độ (ghi chú),kinh độ,lat,code\n7,106.33,20.94,HD1\n": "kinh độ (ghi chú)",
	} {
		got := load(t, registry.SiteNoun, file, RowOptions{})
		if len(got.rows) != 1 || got.rows[0].Record.(*registry.Site).Code != "HD1" || !slices.Equal(got.ignored, []string{ignored}) {
			t.Errorf("%q: %+v, ignored %q", file, got.rows, got.ignored)
		}
	}
}

func TestMappingByTheFiler(t *testing.T) {
	t.Parallel()
	const file = "cột a,cột b,ten,lat,lon\nHD1,Viettel,Trạm 1,20.94,106.33\n"
	got := load(t, registry.SiteNoun, file, RowOptions{Columns: map[string]string{"code": "cột a", "Chủ sở hữu": "CỘT B", "address": "ten"}})
	if got.err != nil {
		t.Fatal(got.err)
	}
	site := got.rows[0].Record.(*registry.Site)
	if site.Code != "HD1" || show(site.Owner) != "Viettel" || show(site.Address) != "Trạm 1" || site.Name != nil {
		t.Errorf("%+v", site)
	}
	want := map[string]string{"code": "cột a", "owner": "cột b", "address": "ten", "geometry": "lon", "submitted": "submitted"}
	headers := maps.Clone(got.headers)
	if headers["geometry"] == "lat" {
		headers["geometry"] = "lon" // either of the two
	}
	if diff := cmp.Diff(want, headers); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	// one column may serve two fields
	site = one[registry.Site](t, registry.SiteNoun, file, RowOptions{Columns: map[string]string{"code": "ten", "name": "ten"}})
	if site.Code != "Trạm 1" || show(site.Name) != "Trạm 1" {
		t.Errorf("%q, %v", site.Code, show(site.Name))
	}
	for _, c := range []struct {
		columns map[string]string
		rule    string
		near    string
	}{
		{map[string]string{"ownr": "cột b"}, "columns.target", "owner"},
		{map[string]string{"latt": "lat"}, "columns.target", "lat"},
		{map[string]string{"zzzzzzzz": "lat"}, "columns.target", "owner_present"},
		{map[string]string{"created_at": "lat"}, "columns.target", ""},
		{map[string]string{"owner": "cột c"}, "columns.source", "cột a"},
		{map[string]string{"owner": "zzzzzzzz"}, "columns.source", "cột b, ten"},
	} {
		got := load(t, registry.SiteNoun, file, RowOptions{Columns: c.columns})
		f := faultsIn(got)
		if len(f) != 1 || f[0].Rule != c.rule || !strings.Contains(f[0].Mend.VI, c.near) || registry.CodeOf(got.err) != registry.CodeInvalid {
			t.Errorf("%v: %+v", c.columns, f)
		}
	}
	// all at once, in one order
	got = load(t, registry.SiteNoun, file, RowOptions{Columns: map[string]string{"b1": "x", "a1": "x", "c1": "x"}})
	if f := faultsIn(got); len(f) != 3 || f[0].Value != "a1" || f[2].Value != "c1" {
		t.Errorf("three targets that are none: %+v", f)
	}
	// a position the filer names goes before a feature's own
	site = one[registry.Site](t, registry.SiteNoun,
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[105,21]},"properties":{"code":"A","kd":106.33,"vd":"20°56'24\"N"}}`,
		RowOptions{Columns: map[string]string{"lon": "kd", "lat": "vd"}})
	if site.Code != "A" || site.Submitted == nil || site.Submitted.Y != `20°56'24"N` {
		t.Errorf("%+v of %v", site.Submitted, site.Geometry)
	}
}

// A load writes only what the file has.
func TestHeadersWritten(t *testing.T) {
	t.Parallel()
	for file, want := range map[string][]string{
		"code,name\nA,B\n":                                             {"code", "name"},
		"code,lat,lon\nA,20,106\n":                                     {"code", "geometry", "submitted"},
		"code,wkt\nA,POINT(106 20)\n":                                  {"code", "geometry", "submitted"},
		"code,submitted\nA,\"{\"\"x\"\":\"\"1\"\"}\"\n":                {"code", "submitted"},
		`{"type":"Feature","geometry":null,"properties":{"code":"A"}}`: {"code", "geometry", "submitted"},
	} {
		got := slices.Sorted(maps.Keys(load(t, registry.SiteNoun, file, RowOptions{}).headers))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", file, diff)
		}
	}
	if got := load(t, registry.TenancyNoun, `{"type":"Feature","geometry":null,"properties":{"tenant":"A"}}`, RowOptions{}).headers; got["geometry"] != "" {
		t.Errorf("a tenancy has no geometry: %v", got)
	}
}

// A file of the register's own refers to other records by id.
func TestReferences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, site, mast string }{
		{"site,mast,code\nHD1,M1,A\n", "HD1", "M1"},
		{"site,mast,code\n12,7,A\n", "12", "7"},
		{"id,version,site,mast,code\n3,1,12,7,A\n", "#12", "#7"},
		{"id,version,site,mast,code,site_code\n3,1,12,7,A,HD1\n", "HD1", "#7"},
		{"id,version,site,mast,code\n,,12,7,A\n", "12", "7"},
		{"id,version,site,mast,code\n3,2.0b,12,7,A\n", "12", "7"},
		{`{"type":"Feature","id":3,"geometry":null,"properties":{"version":1,"site":12,"mast":null,"code":"A"}}`, "#12", ""},
		{`{"type":"Feature","geometry":null,"properties":{"version":1,"site":12,"mast":7,"code":"A"}}`, "12", "7"},
		{"site,mast,code\n#12,#7,A\n", "#12", "#7"},
	} {
		got := load(t, registry.StationNoun, c.file, RowOptions{})
		if len(got.rows) != 1 || got.rows[0].Refs["site"] != c.site || got.rows[0].Refs["mast"] != c.mast {
			t.Errorf("%s: %+v %v", c.file, got.rows, got.err)
		}
	}
	// a column the filer names holds what the filer says
	got := load(t, registry.StationNoun, "id,version,vt,code\n3,1,12,A\n", RowOptions{Columns: map[string]string{"site": "vt"}})
	if got.rows[0].Refs["site"] != "12" {
		t.Errorf("%v", got.rows[0].Refs)
	}
}
