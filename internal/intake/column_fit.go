package intake

import (
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// fitter tells what a column's cells can be.
type fitter struct {
	noun *registry.Noun
	// meanings gives, by list, the code of every folded name.
	meanings map[string]map[string]string
	// organizations are codes and names, folded.
	organizations map[string]bool
}

// fit gives the share of the cells that a target can hold. telling is how much
// such cells say about the target, from 0 (any cell would do: free text, plain
// numbers) to 1.
func (f *fitter) fit(target string, cells []string) (share, telling float64) {
	if len(cells) == 0 {
		return 0, 0
	}
	is, telling := f.test(target)
	if is == nil {
		return 1, 0
	}
	fitting, worded := 0, false
	for _, cell := range cells {
		if is(cell) {
			fitting++
		}
		worded = worded || len(cell) > 1
	}
	if field := f.noun.Field(target); field != nil && field.Type == registry.BoolField && !worded {
		telling = 0 // 0, 1 and x are much else
	}
	return float64(fitting) / float64(len(cells)), telling
}

// test gives what a cell of a target must be; nil when anything may be.
func (f *fitter) test(target string) (is func(string) bool, telling float64) {
	switch target {
	case targetLon:
		return func(s string) bool { return degreesWithin(s, coord.VietNamWest, coord.VietNamEast) }, 0.8
	case targetLat:
		return func(s string) bool { return degreesWithin(s, coord.VietNamSouth, coord.VietNamNorth) }, 0.6
	case targetX:
		return func(s string) bool { return metresWithin(s, coord.MinNorthingM, coord.MaxNorthingM) }, 0.8
	case targetY:
		return func(s string) bool { return metresWithin(s, coord.MinEastingM, coord.MaxEastingM) }, 0.7
	case targetPair:
		return func(s string) bool { _, err := coord.ParsePair(s); return err == nil }, 0.9
	case targetWKT:
		return isWKT, 0.9
	}
	field := f.noun.Field(target)
	switch {
	case field == nil:
		return nil, 0
	case field.List != "":
		means := f.meanings[field.List]
		return func(s string) bool { return means[vnname.Fold(s)] != "" }, 0.7
	case field.Ref == "organization":
		if len(f.organizations) == 0 {
			return nil, 0
		}
		return func(s string) bool { return f.organizations[vnname.Fold(s)] }, 0.7
	case field.Type == registry.DateField:
		return func(s string) bool { _, err := registry.ParseDate(s); return err == nil }, 0.55
	case field.Type == registry.BoolField:
		return func(s string) bool { _, ok := truths[vnname.Fold(s)]; return ok }, 0.55
	}
	return nil, 0
}

// degreesWithin tells a whole angle of decimals or of degrees, minutes and
// seconds between two bounds. Whole numbers are counts more often.
func degreesWithin(s string, low, high float64) bool {
	deg, _, err := coord.ParseAngle(s)
	return err == nil && low <= deg && deg <= high && strings.ContainsAny(s, ".,°º'’\" ")
}

func metresWithin(s string, low, high float64) bool {
	v, err := coord.ParseNumber(s)
	return err == nil && low <= v && v <= high
}

// isWKT tells what begins as a geometry of [targetWKT] does.
func isWKT(s string) bool {
	upper := strings.ToUpper(strings.TrimSpace(s))
	if rest, ok := strings.CutPrefix(upper, "SRID="); ok {
		_, upper, _ = strings.Cut(rest, ";")
	}
	for _, name := range []string{"POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"} {
		if rest, ok := strings.CutPrefix(upper, name); ok && strings.Contains(rest, "(") {
			return true
		}
	}
	return len(upper) >= 42 && (strings.HasPrefix(upper, "01") || strings.HasPrefix(upper, "00")) &&
		strings.Trim(upper, "0123456789ABCDEF") == ""
}
