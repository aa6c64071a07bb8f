package postgres_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/pgtest"
)

// vn2000Vectors are those of domain.md §4.4 (PROJ and PostGIS) and ecosystem.md
// §A.9 (an independent computation, printed to the millimetre).
var vn2000Vectors = []struct {
	place    string
	lat, lon float64
	epsg     int
	e, n     float64
}{
	{"Hải Dương", 20.94, 106.33, 9209, 586127.3655, 2316534.4749},
	{"Quảng Ngãi", 15.12, 108.80, 5898, 585791.0051, 1672370.1013},
	{"Ninh Bình", 20.25, 105.975, 5897, 601666.1294, 2240227.2189},
	{"Thanh Hóa", 19.8067, 105.7767, 5897, 581175.7345, 2191043.8581},
	{"Kon Tum", 14.35, 108.00, 9216, 553734.2703, 1587082.4691},
	{"Đồng Xoài", 11.535, 106.89, 9212, 569613.6875, 1275708.6413},
	{"Thanh Hóa UTM", 19.8067, 105.7767, 3405, 581151.3793, 2190386.4792},
	{"Quảng Ngãi UTM", 15.12, 108.80, 3406, 263371.9132, 1672898.9598},
	{"Hà Nội", 21.0285, 105.8542, 3405, 588565.363, 2325647.339},
	{"Cà Mau", 9.1769, 105.1524, 9207, 571499.762, 1014890.885},
	// The pin at work: without it PostGIS gives 594.547, 029.375 here.
	{"TP. Hồ Chí Minh", 10.8231, 106.6297, 9210, 595995.344, 1197029.419},
	// The pin at work: domain.md prints 398155.7014, 1211084.2031.
	{"Biên Hòa", 10.95, 106.82, 5899, 398156.4968, 1211084.2441},
}

const within5MM = 0.005

// project asks PostGIS as anybody would.
func (r *register) project(lon, lat float64, epsg int) (e, n float64) {
	r.Helper()
	err := r.sql.QueryRow(r.Context(), `SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), 4326), $3::int) AS p`,
		lon, lat, epsg).Scan(&e, &n)
	if err != nil {
		r.Fatalf("EPSG:%d: %v", epsg, err)
	}
	return e, n
}

// offBack is how far a grid position comes back from lon/lat, geodesic metres.
func (r *register) offBack(e, n float64, epsg int, lon, lat float64) float64 {
	r.Helper()
	return one[float64](r, `SELECT ST_Distance(ST_Transform(ST_SetSRID(ST_MakePoint($1, $2), $3::int), 4326)::geography, ST_SetSRID(ST_MakePoint($4, $5), 4326)::geography)`,
		e, n, epsg, lon, lat)
}

func TestVN2000Vectors(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	for _, v := range vn2000Vectors {
		e, n := r.project(v.lon, v.lat, v.epsg)
		if off := math.Hypot(e-v.e, n-v.n); off > within5MM {
			t.Errorf("%s: %.4f, %.4f is %.4f m off %.4f, %.4f", v.place, e, n, off, v.e, v.n)
		}
		// PROJ takes height 0 on both ways, which costs up to 2 mm
		if off := r.offBack(e, n, v.epsg, v.lon, v.lat); off > 0.003 {
			t.Errorf("%s: comes back %.4f m off", v.place, off)
		}
		if off := r.offBack(v.e, v.n, v.epsg, v.lon, v.lat); off > within5MM+0.003 {
			t.Errorf("%s: the printed position is %.4f m off", v.place, off)
		}
	}
}

// domain.md's vector for Biên Hòa was computed with EPSG:5194, which PROJ picks
// inside a box over the Mekong delta: 0.80 m from the national set.
func TestBienHoaAsPrintedIsTheKnownStep(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	e, n := r.project(106.82, 10.95, 5899)
	if off := math.Hypot(e-398155.7014, n-1211084.2031); math.Abs(off-0.80) > 0.01 {
		t.Errorf("%.3f m from the printed vector, want the known 0.80", off)
	}
}

// PROJ's own choice jumps 0.8 m at the edges of 104.24–107.11°E, 9.35–11.04°N.
func TestNoStepAtTheMekongBox(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	const step = 1e-6 // degrees, 0.1 m
	for _, edge := range []struct{ lon, lat, east, north float64 }{
		{104.24, 10.2, 1, 0}, {107.11, 10.2, 1, 0}, {105.7, 9.35, 0, 1}, {105.7, 11.04, 0, 1}, {107.11, 11.04, 1, 1}, {104.24, 9.35, 1, 1},
	} {
		for _, epsg := range []int{5897, 9207, 9210, 3405} {
			const samples = 20
			var lastE, lastN, most float64
			for i := -samples; i <= samples; i++ {
				e, n := r.project(edge.lon+float64(i)*step*edge.east, edge.lat+float64(i)*step*edge.north, epsg)
				if i > -samples {
					most = max(most, math.Hypot(e-lastE, n-lastN))
				}
				lastE, lastN = e, n
			}
			if most > 0.16 { // √2 · 0.11 m
				t.Errorf("EPSG:%d jumps %.3f m at %v, %v", epsg, most, edge.lon, edge.lat)
			}
		}
	}
}

// What a filing is read with and what QGIS asks of the database agree.
func TestVN2000AgreesWithCoord(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	for _, crs := range coord.Systems() {
		if !crs.VN2000 {
			continue
		}
		t.Run(fmt.Sprint(crs.EPSG), func(t *testing.T) {
			r := r.with(t)
			middle := crs.CentralMeridianDeg
			if crs.Geographic {
				middle = 106
			}
			worst, points := 0.0, 0
			for lat := 8.0; lat <= 23.5; lat += 0.75 {
				for lon := middle - 2; lon <= middle+2; lon += 0.5 {
					e, n, err := coord.FromWGS84(crs, lon, lat)
					if err != nil {
						t.Fatal(err)
					}
					pe, pn := r.project(lon, lat, crs.EPSG)
					if crs.Geographic {
						pe, pn, e, n = pe*111_000, pn*111_000, e*111_000, n*111_000
					}
					worst = max(worst, math.Hypot(e-pe, n-pn))
					points++
				}
			}
			if worst > within5MM {
				t.Errorf("%d points, the worst %.4f m apart", points, worst)
			}
		})
	}
}

func TestDeprecatedSystemsAreGone(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	if n := one[int](r, `SELECT count(*) FROM spatial_ref_sys WHERE srid BETWEEN 6956 AND 6959`); n != 0 {
		t.Errorf("%d deprecated systems, whose easting and northing are swapped", n)
	}
	// pin_vn2000 mends what a restored dump brings back
	r.exec(`INSERT INTO spatial_ref_sys (srid, proj4text) VALUES (6957, '+proj=longlat');
		UPDATE spatial_ref_sys SET auth_name = 'EPSG', auth_srid = 5897, proj4text = '' WHERE srid = 5897; DELETE FROM spatial_ref_sys WHERE srid = 9209`)
	r.exec(`SELECT pin_vn2000()`)
	if n := one[int](r, `SELECT count(*) FROM spatial_ref_sys WHERE srid BETWEEN 6956 AND 6959`); n != 0 {
		t.Error("pin_vn2000 leaves deprecated systems")
	}
	if e, _ := r.project(105.975, 20.25, 5897); math.Abs(e-601666.1294) > within5MM {
		t.Errorf("after pin_vn2000 EPSG:5897 gives %v", e)
	}
}

// The reference file beside the tree says what the 14 zones are.
func TestZonesAreThoseOfTheReferenceFile(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	text, err := os.ReadFile(filepath.Join(pgtest.SharedData(t), "vn2000_spatial_ref_sys.sql"))
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^insert into spatial_ref_sys\(.*?values\((\d+),.*'(\+proj=[^']*)'`).FindAllSubmatch(text, -1)
	if len(lines) != 14 {
		t.Fatalf("%d rows in the reference file", len(lines))
	}
	for _, line := range lines {
		srid, err := strconv.Atoi(string(line[1]))
		if err != nil {
			t.Fatal(err)
		}
		ours, theirs := projParameters(one[string](r, `SELECT proj4text FROM spatial_ref_sys WHERE srid = $1`, srid)), projParameters(string(line[2]))
		if len(theirs) < 8 {
			t.Errorf("%d: the reference has only %v", srid, theirs)
		}
		for name, want := range theirs {
			if got := ours[name]; !sameNumbers(got, want) {
				t.Errorf("%d: %s=%s, the reference says %s", srid, name, got, want)
			}
		}
		if authority := one[*string](r, `SELECT auth_name FROM spatial_ref_sys WHERE srid = $1`, srid); authority != nil {
			t.Errorf("%d: an authority (%s) lets PROJ choose another shift", srid, *authority)
		}
	}
}

func projParameters(proj string) map[string]string {
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`\+(\w+)(?:=(\S+))?`).FindAllStringSubmatch(proj, -1) {
		out[m[1]] = m[2]
	}
	return out
}

// sameNumbers compares lists of numbers as numbers, anything else as text.
func sameNumbers(a, b string) bool {
	numbers := regexp.MustCompile(`-?[\d.]+`)
	as, bs := numbers.FindAllString(a, -1), numbers.FindAllString(b, -1)
	if a == b {
		return true
	}
	if len(as) != len(bs) || len(as) == 0 {
		return false
	}
	for i := range as {
		x, errX := strconv.ParseFloat(as[i], 64)
		y, errY := strconv.ParseFloat(bs[i], 64)
		if errX != nil || errY != nil || x != y {
			return false
		}
	}
	return true
}
