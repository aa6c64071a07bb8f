package coord

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReadings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"20,534550; 105,900540":               "4326 105.90054 20.53455",
		"105.900540, 20.534550":               "4326 105.90054 20.53455", // the other order lies in Viet Nam
		`20°32'04,38"B 105°54'01,94"Đ`:        "4326 105.90054 20.53455",
		"vĩ độ 20,534550; kinh độ 105,900540": "4326 105.90054 20.53455",
		"20,105":                     "4326 105.00000 20.00000",
		"15; 20":                     "4326 20.00000 15.00000 | 4326 15.00000 20.00000",
		"10 30 40 50":                "4326 30.68056 10.00000 | 4326 40.83333 10.50000 | 4326 50.00000 10.51111 | 4326 10.00000 30.68056",
		"X=2271442,6 Y=515638,9 (m)": "",
	} {
		got, err := Readings(text, nil)
		if want == "" {
			if err == nil {
				t.Errorf("%q is read as %v", text, got)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var shown []string
		for _, r := range got {
			shown = append(shown, fmt.Sprintf("%d %.5f %.5f", r.CRS.EPSG, r.Lon, r.Lat))
		}
		for _, w := range strings.Split(want, " | ") {
			if !strings.Contains(strings.Join(shown, " | "), w) {
				t.Errorf("%q is read as %q, want %q among them", text, shown, w)
			}
		}
	}
	for _, text := range []string{"", "x", "105.9", "0; 0", "95; 200", strings.Repeat("1 ", 200), "9000000; 9000000"} {
		if got, err := Readings(text, nil); err == nil {
			t.Errorf("%q is read as %v", text, got)
		} else if len(faultsOf(err)) != 1 {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What a grid says of a place is read back as that place among the readings,
// and with the system named as the only one.
func TestReadingsOfMetres(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(8.5, 23.3).Draw(t, "lat")
		c := rapid.SampledFrom(systems).Filter(func(c CRS) bool { return !c.Geographic }).Draw(t, "system")
		lon := max(102.2, c.CentralMeridianDeg+rapid.Float64Range(-1.5, 1.5).Draw(t, "off"))
		x, y, err := FromWGS84(c, lon, lat)
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("X=%.4f Y=%.4f", y, x)
		if rapid.Bool().Draw(t, "in the order of EPSG") {
			text = fmt.Sprintf("%.4f; %.4f", x, y)
		}
		all, err := Readings(text, nil)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		found := false
		for _, r := range all {
			found = found || r.CRS == c && math.Abs(r.Lon-lon) < 1e-8 && math.Abs(r.Lat-lat) < 1e-8
			if !r.CRS.Fits(r.Lon) {
				t.Errorf("%s lies %.2f° from the meridian of %s", text, r.Lon-r.CRS.CentralMeridianDeg, r.CRS.Name)
			}
		}
		if !found {
			t.Fatalf("%s of %s is read as %v", text, c.Name, all)
		}
		if named, err := Readings(text, &c); err != nil || len(named) != 1 || named[0].CRS != c {
			t.Fatalf("%s with its system: %v, %v", text, named, err)
		}
		if say := all[0].Say(); !strings.Contains(say.VI, "EPSG:") || !strings.Contains(say.EN, "EPSG:") {
			t.Errorf("a reading is worded %v", say)
		}
	})
}
