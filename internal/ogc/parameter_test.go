package ogc

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseDatetime(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"2023-06-30":                  "2023-06-30/2023-06-30",
		"2023-06-30T16:59:59Z":        "2023-06-30/2023-06-30",
		"2023-06-30T17:00:00Z":        "2023-07-01/2023-07-01", // midnight in Vietnam
		"2023-06-30t23:30:00.5+07:00": "2023-06-30/2023-06-30",
		"../2023-06-30":               "../2023-06-30",
		"/2023-06-30":                 "../2023-06-30",
		"2023-06-30/..":               "2023-06-30/..",
		"2023-06-30/2023-06-30":       "2023-06-30/2023-06-30",
		"../..":                       "../..",
		"2023-06-30/2023-06-29":       "",
		"30/06/2023":                  "",
		"":                            "",
		"..":                          "",
		"2023-06-31":                  "",
		"2023-06-30/2023-07-01/x":     "",
	} {
		p, ok := ParseDatetime(given)
		got := ""
		if ok {
			end := func(day interface{ String() string }, open bool) string {
				if open {
					return ".."
				}
				return day.String()
			}
			got = end(p.From, p.From == nil) + "/" + end(p.To, p.To == nil)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
	}
}

// A box about a place holds the place, in every system and over its order of axes.
func TestBoxesOfEverySystem(t *testing.T) {
	t.Parallel()
	systems, err := Systems()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		crs := rapid.SampledFrom(systems).Draw(t, "system")
		lon, lat := rapid.Float64Range(103, 109).Draw(t, "lon"), rapid.Float64Range(8, 23).Draw(t, "lat")
		first, second, err := crs.FromWGS84(lon, lat)
		if err != nil {
			t.Fatal(err)
		}
		about := 1.0 // a metre or a degree
		rectangles, bent, ok := Box{first - about, second - about, first + about, second + about}.Areas(crs)
		if !ok {
			t.Fatalf("%s: no box about %g, %g", crs.URI, first, second)
		}
		bound := bent.Bound()
		if len(rectangles) > 0 {
			bound = rectangles[0]
		}
		if lon < bound.Min[0] || lon > bound.Max[0] || lat < bound.Min[1] || lat > bound.Max[1] {
			t.Fatalf("%s: %g, %g is not in %v", crs.URI, lon, lat, bound)
		}
	})
}

func TestParseBox(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]int{ // rectangles in CRS84; -1 for what is refused
		"105,20,106,21": 1, "105,20,0,106,21,9": 1, " 105 , 20,106,21": 1, "177,-10,-177,10": 2,
		"105,21,106,20": -1, "1,2,3": -1, "1,2,3,x": -1, "1,2,3,NaN": -1, "-181,0,1,1": -1, "0,0,1,91": -1, "": -1,
	} {
		got := -1
		if box, ok := ParseBox(given); ok {
			if rectangles, _, ok := box.Areas(StorageCRS); ok {
				got = len(rectangles)
			}
		}
		if got != want {
			t.Errorf("%q is %d boxes, want %d", given, got, want)
		}
	}
}
