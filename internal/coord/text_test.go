package coord

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

// ruleOf gives the rule of an error, "" for nil.
func ruleOf(err error) string {
	var e *registry.Error
	if errors.As(err, &e) && len(e.Faults) == 1 {
		return e.Faults[0].Rule
	}
	if err != nil {
		return "?" + err.Error()
	}
	return ""
}

func TestParseNumber(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]float64{
		"20.534550":           20.53455,
		"20,534550":           20.53455,
		" 105,900540° ":       105.90054,
		"−20,5":               -20.5,
		"+7":                  7,
		"2.316.534,4749":      2316534.4749,
		"2,316,534.4749":      2316534.4749,
		"2.316.534":           2316534,
		"2,316,534":           2316534,
		"2 316 534,47":        2316534.47,
		"2\u00a0316\u202f534": 2316534,
		"586.127":             586.127,
		"586,127":             586.127,
		"2.316534E+06":        2316534,
		"1e-400":              0,
		"\ufeff105.9":         105.9,
	} {
		got, err := ParseNumber(in)
		if err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v, want %v", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", " ", "-", "+-1", "NaN", "nan", "Inf", "-infinity", "0x1p3", "1e999", "1e", "1e+", "1e+-2", "1_000",
		"20.53.45", "20,53,45", "2.31,654.1", "1.2345,6", ".5", "5.", "5,", "1 23", "1 2345", "1 234.567 8",
		"12a", "đ", "°", "1-2", "1,234 567", "2.316 534", strings.Repeat("1", MaxNumberBytes+1), "²", "１",
	} {
		if got, err := ParseNumber(in); ruleOf(err) != RuleFormat {
			t.Errorf("ParseNumber(%q) = %v, %v, want %s", in, got, err, RuleFormat)
		}
	}
}

func TestDetectFormat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		samples []string
		want    NumberFormat
		rule    string
	}{
		{nil, DecimalPoint, ""},
		{[]string{"", "7", "n/a", "12"}, DecimalPoint, ""},
		{[]string{"20.5345", "21"}, DecimalPoint, ""},
		{[]string{"20,5345", "21"}, DecimalComma, ""},
		{[]string{"105,900", "105,901"}, DecimalComma, ""},
		{[]string{"105.900", "105.901"}, DecimalPoint, ""},
		{[]string{"586.127,36", "586.127"}, DecimalComma, ""},
		{[]string{"586,127.36", "586,127"}, DecimalPoint, ""},
		{[]string{"2.316.534", "586.127"}, DecimalComma, ""},
		{[]string{"0.534", "586,127.5"}, DecimalPoint, ""},
		{[]string{"20.5345", "Công ty A, B"}, DecimalPoint, ""},
		{[]string{"20.5345", "20,5345"}, DecimalPoint, RuleMixedDecimals},
		{[]string{"20.534", "20,534"}, DecimalPoint, RuleMixedDecimals},
		{[]string{"20,5345", "20.534"}, DecimalPoint, RuleMixedDecimals},
		{[]string{"2.316.534", "20.5"}, DecimalPoint, RuleMixedDecimals},
	} {
		got, err := DetectFormat(c.samples)
		if ruleOf(err) != c.rule || got != c.want {
			t.Errorf("DetectFormat(%q) = %v, %v, want %v, %q", c.samples, got, err, c.want, c.rule)
		}
	}
	// The same cell means two things in two columns.
	for format, want := range map[NumberFormat]float64{DecimalPoint: 586.127, DecimalComma: 586127} {
		if got, err := format.Parse("586.127"); err != nil || got != want {
			t.Errorf("%v reads 586.127 as %v, %v", format, got, err)
		}
	}
	if got, err := DecimalComma.Parse("20.53"); ruleOf(err) != RuleFormat {
		t.Errorf("a comma column reads 20.53 as %v", got)
	}
}

func TestParseAngle(t *testing.T) {
	t.Parallel()
	dms := func(d, m, s float64) float64 { return d + m/60 + s/3600 }
	for _, c := range []struct {
		in   string
		want float64
		hemi byte
	}{
		{"20.534550", 20.53455, 0},
		{"20,534550°", 20.53455, 0},
		{"-20.5", -20.5, 0},
		{"−20.5", -20.5, 0},
		{`20°32'04.38"N`, dms(20, 32, 4.38), 'N'},
		{`20º32'04,38''N`, dms(20, 32, 4.38), 'N'},
		{"20 32 04,38", dms(20, 32, 4.38), 0},
		{"20 32.5", dms(20, 32.5, 0), 0},
		{"105d54m02.0s E", dms(105, 54, 2), 'E'},
		{"105D54M02S", dms(105, 54, 2), 'S' - 'S'},
		{"105:54:02", dms(105, 54, 2), 0},
		{"20°32′4″ B", dms(20, 32, 4), 'N'},
		{"105°54’02” Đ", dms(105, 54, 2), 'E'},
		{norm.NFD.String("20 độ 32 phút 4 giây vĩ Bắc"), dms(20, 32, 4), 'N'},
		{"105 độ 54 phút kinh Đông", dms(105, 54, 0), 'E'},
		{"8° Nam", -8, 'S'},
		{"8°N", 8, 'N'},
		{"70° T", -70, 'W'},
		{"70°W", -70, 'W'},
		{"33°51'S", -dms(33, 51, 0), 'S'},
		{"N20°32'", dms(20, 32, 0), 'N'},
		{"E 105.9", 105.9, 'E'},
		{"180", 180, 0},
	} {
		if c.in == "105D54M02S" { // upper case S is South, so the longitude is a latitude above 90
			if _, _, err := ParseAngle(c.in); ruleOf(err) != RuleRange {
				t.Errorf("ParseAngle(%q): %v", c.in, err)
			}
			continue
		}
		got, hemi, err := ParseAngle(c.in)
		if err != nil || math.Abs(got-c.want) > 1e-12 || hemi != c.hemi {
			t.Errorf("ParseAngle(%q) = %v, %q, %v, want %v, %q", c.in, got, hemi, err, c.want, c.hemi)
		}
	}
	for in, rule := range map[string]string{
		"":                       RuleFormat,
		"abc":                    RuleFormat,
		"20°60'00\"N":            RuleRange,
		"20 32 60":               RuleRange,
		"91 N":                   RuleRange,
		"180.1":                  RuleRange,
		"2316534.47":             RuleRange,
		"20.5 32":                RuleFormat, // only the last part may have decimals
		"20°32.5'04\"":           RuleFormat,
		"20 32 04 05":            RuleFormat,
		"-20 N":                  RuleFormat,
		"N 20 S":                 RuleFormat,
		"20 N 32":                RuleFormat,
		"20'32°":                 RuleFormat,
		"20°°":                   RuleFormat,
		"20.5.3":                 RuleFormat,
		"20,5,3":                 RuleFormat,
		"1e1":                    RuleFormat,
		"NaN":                    RuleFormat,
		"20 -32":                 RuleFormat,
		"--20":                   RuleFormat,
		"20:":                    RuleFormat,
		"N":                      RuleFormat,
		strings.Repeat("2", 200): RuleFormat,
	} {
		if got, _, err := ParseAngle(in); ruleOf(err) != rule {
			t.Errorf("ParseAngle(%q) = %v, %v, want %s", in, got, err, rule)
		}
	}
}

func TestParsePair(t *testing.T) {
	t.Parallel()
	latLon := func(a, b float64) Pair { return Pair{a, b, AxisLatitude, AxisLongitude} }
	unknown := func(a, b float64) Pair { return Pair{a, b, AxisUnknown, AxisUnknown} }
	for in, want := range map[string]Pair{
		"20,534550; 105,900540": unknown(20.53455, 105.90054),
		"20,534550;105,900540":  unknown(20.53455, 105.90054),
		"20.53, 105.9":          unknown(20.53, 105.9),
		"20.53,105.9":           unknown(20.53, 105.9),
		"20,53, 105,9":          unknown(20.53, 105.9),
		"20,53 105,9":           unknown(20.53, 105.9),
		"20.53\t105.9":          unknown(20.53, 105.9),
		"20.53 / 105.9":         unknown(20.53, 105.9),
		"-33.9, 18.4":           unknown(-33.9, 18.4),
		"vĩ độ 20,534550; kinh độ 105,900540":       latLon(20.53455, 105.90054),
		"Vĩ độ: 20,534550, Kinh độ: 105,900540":     latLon(20.53455, 105.90054),
		norm.NFD.String("vĩ độ=20,5 kinh độ=105,9"): latLon(20.5, 105.9),
		"lon 105.9 lat 20.5":                        {105.9, 20.5, AxisLongitude, AxisLatitude},
		"Lat: 20.5° N, Long: 105.9° E":              latLon(20.5, 105.9),
		`20°32'04"N 105°54'02"E`:                    latLon(20+32/60.+4/3600., 105+54/60.+2/3600.),
		`20°32'04"N105°54'02"E`:                     latLon(20+32/60.+4/3600., 105+54/60.+2/3600.),
		`N20°32' E105°54'`:                          latLon(20+32/60., 105+54/60.),
		"20° 32' B; 105° 54' Đ":                     latLon(20+32/60., 105+54/60.),
		"20 32 04 105 54 02":                        unknown(20+32/60.+4/3600., 105+54/60.+2/3600.),
		"20 32 105 54":                              unknown(20+32/60., 105+54/60.),
		"105.9 E; 20.5":                             {105.9, 20.5, AxisLongitude, AxisLatitude},
		"8 N; 106 E":                                latLon(8, 106),
		"8 N; 106 Đ":                                latLon(-8, 106), // Nam
		"8 Nam; 106 Đông":                           latLon(-8, 106),
		"X=2316534.4749 Y=586127.3655":              {2316534.4749, 586127.3655, AxisNorthing, AxisEasting},
		"X: 2.316.534,47; Y: 586.127,36":            {2316534.47, 586127.36, AxisNorthing, AxisEasting},
		"Y=586127.3655, X=2316534.4749":             {586127.3655, 2316534.4749, AxisEasting, AxisNorthing},
		"X (m) = 2316534.47 Y (m) = 586127.36":      {2316534.47, 586127.36, AxisNorthing, AxisEasting},
		"N=2316534 E=586127":                        {2316534, 586127, AxisNorthing, AxisEasting},
		"2316534.4749 586127.3655":                  unknown(2316534.4749, 586127.3655),
		"2 316 534,47; 586 127,36":                  unknown(2316534.47, 586127.36),
		"X=105.9 Y=20.5":                            unknown(105.9, 20.5),
	} {
		got, err := ParsePair(in)
		if err != nil || math.Abs(got.First-want.First) > 1e-12 || math.Abs(got.Second-want.Second) > 1e-12 ||
			got.FirstAxis != want.FirstAxis || got.SecondAxis != want.SecondAxis {
			t.Errorf("ParsePair(%q) = %+v, %v, want %+v", in, got, err, want)
		}
	}
	for in, rule := range map[string]string{
		"":                           RuleFormat,
		"20.5":                       RuleFormat,
		"Hà Nội":                     RuleFormat,
		"20,105":                     RuleAmbiguous,
		"2.316,53":                   RuleAmbiguous,
		"20 32 30 40":                RuleAmbiguous,
		"20.5; 105,9; 3":             RuleFormat,
		"20 N; 30 N":                 RuleFormat,
		"20 B; 30 N":                 RuleFormat,
		"vĩ độ 20; vĩ độ 30":         RuleFormat,
		"vĩ độ 20 E; kinh độ 105":    RuleFormat,
		"vĩ độ 105,9; kinh độ 20,5":  RuleRange,
		"20°61'; 105°":               RuleFormat,
		"X=2316534.47 Y=586127,3655": RuleMixedDecimals,
		"NaN; NaN":                   RuleFormat,
		"20,53,105,9":                RuleFormat,
		strings.Repeat("1", 1000):    RuleFormat,
		"\xff; 1":                    RuleFormat,
	} {
		if got, err := ParsePair(in); ruleOf(err) != rule {
			t.Errorf("ParsePair(%q) = %+v, %v, want %s", in, got, err, rule)
		}
	}
}

func TestPairOrder(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]struct {
		a, b    float64
		degrees bool
	}{
		"20.5; 105.9":        {105.9, 20.5, true},
		"105.9 E; 20.5":      {105.9, 20.5, true},
		"X=2316534 Y=586127": {2316534, 586127, false},
		"E=586127 N=2316534": {2316534, 586127, false},
		"2316534; 586127":    {2316534, 586127, false},
	} {
		p, err := ParsePair(in)
		if err != nil {
			t.Fatal(err)
		}
		lon, lat, ok := p.LonLat()
		x, y, grid := p.Grid()
		if ok != want.degrees || grid == want.degrees {
			t.Errorf("%q: degrees %v, grid %v", in, ok, grid)
		}
		if ok && (lon != want.a || lat != want.b) || grid && (x != want.a || y != want.b) {
			t.Errorf("%q: %v %v, %v %v", in, lon, lat, x, y)
		}
	}
}

func TestNumberProperty(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v := float64(rapid.Int64Range(-1e12, 1e12).Draw(t, "v")) / 1e4
		text := strconv.FormatFloat(v, 'f', 4, 64)
		if got, err := ParseNumber(text); err != nil || got != v {
			t.Fatalf("%s: %v, %v", text, got, err)
		}
		comma := strings.Replace(text, ".", ",", 1)
		if got, err := ParseNumber(comma); err != nil || got != v {
			t.Fatalf("%s: %v, %v", comma, got, err)
		}
		// In groups of three, as Vietnamese spreadsheets show it.
		whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
		grouped := ""
		for len(whole) > 3 {
			grouped = "." + whole[len(whole)-3:] + grouped
			whole = whole[:len(whole)-3]
		}
		grouped = whole + grouped + "," + fraction
		if v < 0 {
			grouped = "−" + grouped
		}
		if got, err := ParseNumber(grouped); err != nil || got != v {
			t.Fatalf("%s: %v, %v", grouped, got, err)
		}
	})
}

func TestAngleProperty(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.IntRange(0, 89).Draw(t, "d")
		m := rapid.IntRange(0, 59).Draw(t, "m")
		s := float64(rapid.IntRange(0, 59999).Draw(t, "ms")) / 1000
		want := float64(d) + float64(m)/60 + s/3600
		sec := strconv.FormatFloat(s, 'f', 3, 64)
		layout := rapid.SampledFrom([]string{"D°M'S\"", "D M S", "DdMmSs", "D:M:S", "D độ M phút S giây", "D° M′ S″"}).Draw(t, "layout")
		text := strings.NewReplacer("D", strconv.Itoa(d), "M", strconv.Itoa(m), "S", sec).Replace(layout)
		if rapid.Bool().Draw(t, "comma") {
			text = strings.ReplaceAll(text, ".", ",")
		}
		h := rapid.SampledFrom([]string{"", "N", " B", " S"}).Draw(t, "hemisphere")
		if strings.HasSuffix(layout, "giây") && h == "N" {
			h = " N"
		}
		if h == " S" {
			want = -want
		}
		got, _, err := ParseAngle(text + h)
		if err != nil || math.Abs(got-want) > 1e-12 {
			t.Fatalf("%q: %v, %v, want %v", text+h, got, err, want)
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"20.5", "2.316.534,47", "-1e3", "2 316 534", "NaN", "1e999", "°", ",", "١"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := ParseNumber(s)
		if err != nil {
			return
		}
		if !finite(v) {
			t.Fatalf("%q is %v", s, v)
		}
		text := strconv.FormatFloat(v, 'g', -1, 64)
		if again, err := ParseNumber(text); err != nil || again != v {
			t.Fatalf("%q is %v, its text %q is %v, %v", s, v, text, again, err)
		}
		if format, err := DetectFormat([]string{s}); err != nil {
			t.Fatalf("DetectFormat(%q): %v, %v", s, format, err)
		} else if again, err := format.Parse(s); err != nil || again != v {
			t.Fatalf("%q is %v alone, %v, %v in its column", s, v, again, err)
		}
	})
}

func FuzzParseAngle(f *testing.F) {
	for _, s := range []string{`20°32'04.38"N`, "20 32 04,38", "105d54m02.0s E", "20°32′4″ B", "-8", "8 Nam", "N", "''", "1:2:3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, h, err := ParseAngle(s)
		if err != nil {
			return
		}
		if !finite(v) || math.Abs(v) > 180 || (h == 'S' || h == 'W') && v > 0 || (h == 'N' || h == 'E') && v < 0 {
			t.Fatalf("%q is %v %q", s, v, h)
		}
		text := strconv.FormatFloat(v, 'f', -1, 64)
		if len(text) > MaxNumberBytes {
			return
		}
		if again, _, err := ParseAngle(text); err != nil || again != v {
			t.Fatalf("%q is %v, its text %q is %v, %v", s, v, text, again, err)
		}
	})
}

func FuzzParsePair(f *testing.F) {
	for _, s := range []string{"20,53; 105,9", "vĩ độ 20,5; kinh độ 105,9", "X=2316534.4 Y=586127.3", "20 32 04 105 54 02", `20°N105°E`, "lat lat", "8 N; 106 Đ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePair(s)
		if err != nil {
			return
		}
		if !finite(p.First, p.Second) || p.FirstAxis.other() != p.SecondAxis {
			t.Fatalf("%q is %+v", s, p)
		}
		text := strconv.FormatFloat(p.First, 'f', -1, 64) + "; " + strconv.FormatFloat(p.Second, 'f', -1, 64)
		if len(text) > MaxNumberBytes {
			return
		}
		if again, err := ParsePair(text); err != nil || again.First != p.First || again.Second != p.Second {
			t.Fatalf("%q is %+v, its text %q is %+v, %v", s, p, text, again, err)
		}
	})
}
