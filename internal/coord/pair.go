package coord

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// Axis says what one number of a pair measures.
type Axis byte

const (
	AxisUnknown   Axis = iota // the text does not say
	AxisLatitude              // vĩ độ, degrees, north positive
	AxisLongitude             // kinh độ, degrees, east positive
	AxisNorthing              // X of Vietnamese tables, metres
	AxisEasting               // Y of Vietnamese tables, metres
)

// other is the axis that goes with a in a pair.
func (a Axis) other() Axis {
	switch a {
	case AxisLatitude:
		return AxisLongitude
	case AxisLongitude:
		return AxisLatitude
	case AxisNorthing:
		return AxisEasting
	case AxisEasting:
		return AxisNorthing
	}
	return AxisUnknown
}

// Pair is two coordinates read from one cell, in the order written.
type Pair struct {
	First, Second         float64
	FirstAxis, SecondAxis Axis
}

// LonLat gives the pair as WGS84-like degrees. A pair that does not say which
// is which is read in the order people write, latitude first; [CheckLonLat]
// notices when that was wrong. ok is false for a grid pair.
func (p Pair) LonLat() (lon, lat float64, ok bool) {
	switch p.FirstAxis {
	case AxisNorthing, AxisEasting:
		return 0, 0, false
	case AxisLongitude:
		return p.First, p.Second, true
	}
	return p.Second, p.First, !p.metres()
}

// Grid gives the pair as metres, X (northing) and Y (easting) as a Vietnamese
// table would have them, for [CheckGrid], which also notices the other order. ok
// is false for a pair of degrees.
func (p Pair) Grid() (x, y float64, ok bool) {
	switch p.FirstAxis {
	case AxisLatitude, AxisLongitude:
		return 0, 0, false
	case AxisEasting:
		return p.Second, p.First, true
	case AxisNorthing:
		return p.First, p.Second, true
	}
	return p.First, p.Second, p.metres()
}

func (p Pair) metres() bool {
	return p.First > 180 || p.First < -180 || p.Second > 180 || p.Second < -180
}

// MaxPairBytes bounds the text of a pair.
const MaxPairBytes = 2*MaxNumberBytes + 64

// ParsePair reads a cell that holds both coordinates:
//
//	20,534550; 105,900540                       20.53, 105.9
//	vĩ độ 20,534550; kinh độ 105,900540         20°32'04"N 105°54'02"E
//	X=2316534.4749 Y=586127.3655                20 32 04 105 54 02
//
// The two are kept apart by a semicolon, bar, slash or line end, by a comma
// with a space, by a bare comma when both halves have a decimal point, by the
// hemisphere letters, or by the only space at which both halves can be read. A
// text that can be read in two ways ("20,105", "20 32 30 40") is refused with
// [RuleAmbiguous], never guessed.
//
// Axes come from labels (vĩ độ, kinh độ, lat, lon, X, Y, N=, E=) and hemisphere
// letters, else they are unknown. X and Y are northing and easting when they
// are metres, as Vietnamese tables have it; as degrees they say nothing. The
// letter N is North, unless the other letter of the pair is Vietnamese (Đ or
// T): then it is Nam, South.
//
// The error is a *registry.Error with one fault: [RuleFormat], [RuleRange],
// [RuleAmbiguous] or [RuleMixedDecimals].
func ParsePair(s string) (Pair, error) {
	if len(s) > MaxPairBytes || !utf8.ValidString(s) {
		return Pair{}, pairError(s)
	}
	text := strings.TrimSpace(norm.NFC.String(s))
	if first, second, axes, ok := cutLabels(text); ok {
		p, err := readHalves(first, second, axes)
		if err != nil {
			return Pair{}, wrapPair(s, err)
		}
		return p, nil
	}
	return splitPair(s, text)
}

// label finds a name of an axis that a value may follow. N and E name an axis
// only before = or a colon, otherwise they are hemispheres.
var label = regexp.MustCompile(`(?i)(?:^|[^\pL])((vĩ độ|vĩ tuyến|vi do|latitude|lat)|(kinh độ|kinh tuyến|kinh do|longitude|long|lng|lon)|(x|northing|n\s*[=:])|(y|easting|e\s*[=:]))\s*(?:\([^()]*\))?\s*[=:]?\s*`)

// cutLabels takes a text of the form "label value label value" apart.
func cutLabels(text string) (first, second string, axes [2]Axis, ok bool) {
	found := label.FindAllStringSubmatchIndex(text, 3)
	if len(found) != 2 || found[0][2] != 0 {
		return "", "", axes, false
	}
	for i, m := range found {
		for group, axis := range []Axis{AxisLatitude, AxisLongitude, AxisNorthing, AxisEasting} {
			if m[4+2*group] >= 0 {
				axes[i] = axis
			}
		}
	}
	first = strings.TrimRight(text[found[0][1]:found[1][2]], " \t\r\n,;|/-–")
	return first, text[found[1][1]:], axes, axes[0].other() == axes[1]
}

// splitPair reads a text without labels.
func splitPair(s, text string) (Pair, error) {
	for _, separators := range []string{";", "|", "\n", "\t", "/"} {
		if strings.Count(text, separators) == 1 {
			first, second, _ := strings.Cut(text, separators)
			return one(s, first, second)
		}
	}
	if at := spacedCommas(text); len(at) == 1 {
		return one(s, text[:at[0]], text[at[0]+1:])
	}
	if first, second, ok := strings.Cut(text, ","); ok && !strings.Contains(second, ",") && !strings.ContainsFunc(text, unicode.IsSpace) {
		marked := func(half string) bool {
			return strings.ContainsFunc(half, func(r rune) bool { return r != '-' && r != '+' && (r < '0' || r > '9') })
		}
		if !marked(first) || !marked(second) {
			return Pair{}, ambiguous(s)
		}
		return one(s, first, second)
	}
	// No mark between them: every gap that leaves two readable halves counts.
	var readings []Pair
	for i, r := range text {
		if i == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		gap := unicode.IsSpace(r)
		gap = gap || unicode.IsLetter(before) && '0' <= r && r <= '9'
		gap = gap || unicode.IsLetter(r) && !unicode.IsLetter(before)
		if !gap {
			continue
		}
		p, err := readHalves(text[:i], text[i:], [2]Axis{})
		if err != nil {
			continue
		}
		known := false
		for _, r := range readings {
			known = known || r == p
		}
		if !known {
			readings = append(readings, p)
		}
	}
	switch len(readings) {
	case 0:
		return Pair{}, pairError(s)
	case 1:
		return readings[0], nil
	}
	return Pair{}, ambiguous(s)
}

func one(s, first, second string) (Pair, error) {
	p, err := readHalves(first, second, [2]Axis{})
	if err != nil {
		return Pair{}, wrapPair(s, err)
	}
	return p, nil
}

// spacedCommas gives the places of the commas that have a space beside them.
func spacedCommas(text string) []int {
	var at []int
	for i := range len(text) {
		if text[i] != ',' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+1:])
		if unicode.IsSpace(before) || unicode.IsSpace(after) {
			at = append(at, i)
		}
	}
	return at
}

// readHalves reads two coordinates that are already apart: as angles if both
// are, else as numbers of metres.
func readHalves(first, second string, axes [2]Axis) (Pair, error) {
	grid := axes[0] == AxisNorthing || axes[0] == AxisEasting
	a, err := readAngle(first)
	if err == nil {
		var b angle
		if b, err = readAngle(second); err == nil {
			if grid {
				axes = [2]Axis{}
			}
			return anglePair(a, b, axes)
		}
	}
	if axes[0] == AxisLatitude || axes[0] == AxisLongitude {
		return Pair{}, err
	}
	format, err := DetectFormat([]string{first, second})
	if err != nil {
		return Pair{}, err
	}
	p := Pair{FirstAxis: axes[0], SecondAxis: axes[1]}
	if p.First, err = format.Parse(first); err != nil {
		return Pair{}, err
	}
	if p.Second, err = format.Parse(second); err != nil {
		return Pair{}, err
	}
	return p, nil
}

// anglePair settles the axes of two angles by their labels and letters.
func anglePair(a, b angle, axes [2]Axis) (Pair, error) {
	vietnamese := false
	for _, letter := range []byte{a.letter, b.letter} {
		vietnamese = vietnamese || letter == 'B' || letter == 'D' || letter == 'T'
	}
	for i, h := range []byte{a.hemisphere(vietnamese), b.hemisphere(vietnamese)} {
		axis := AxisUnknown
		switch h {
		case 'N', 'S':
			axis = AxisLatitude
		case 'E', 'W':
			axis = AxisLongitude
		default:
			continue
		}
		if axes[i] != AxisUnknown && axes[i] != axis {
			return Pair{}, pairError("")
		}
		axes[i], axes[1-i] = axis, axis.other()
	}
	p := Pair{First: a.degrees(vietnamese), Second: b.degrees(vietnamese), FirstAxis: axes[0], SecondAxis: axes[1]}
	lat := p.First
	if p.FirstAxis == AxisLongitude {
		lat = p.Second
	}
	if p.FirstAxis != AxisUnknown && (lat > 90 || lat < -90) {
		return Pair{}, angleRangeError("", 90)
	}
	return p, nil
}

// wrapPair shows the whole cell in the fault of one half.
func wrapPair(s string, err error) error {
	e, ok := err.(*registry.Error)
	if !ok || len(e.Faults) == 0 || e.Faults[0].Rule == RuleFormat {
		return pairError(s)
	}
	f := e.Faults[0]
	return registry.Invalid([]registry.Fault{registry.NewFault(f.Rule, "", s, f.Message, f.Mend)})
}

func pairError(s string) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleFormat, "", s,
		registry.Tf("Không đọc được cặp tọa độ “%s”.", "Cannot read the pair of coordinates “%s”.", clip(s)), pairMend)})
}

func ambiguous(s string) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(RuleAmbiguous, "", s,
		registry.Tf("“%s” có thể đọc theo nhiều cách.", "“%s” can be read in more than one way.", clip(s)), pairMend)})
}

var pairMend = registry.T("Ngăn hai tọa độ bằng dấu chấm phẩy, như 20,534550; 105,900540.",
	"Put a semicolon between the two, like 20.534550; 105.900540.")
