package intake

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// numberColumn is how a column writes its numbers.
type numberColumn struct {
	format coord.NumberFormat
	// signed says that a cell has shown a decimal or thousands sign: the format
	// is known, not assumed.
	signed bool
	// whole says that the column holds whole numbers: a single sign before
	// three digits can only separate thousands.
	whole bool
}

// numeric are the targets whose cells may be plain numbers. Longitudes and
// latitudes are, when they turn out to be metres.
func (b *builder) numeric() map[string]*numberColumn {
	out := map[string]*numberColumn{targetX: {}, targetY: {}, targetLon: {}, targetLat: {}}
	for _, f := range b.fields {
		switch f.Type {
		case registry.IntField:
			out[f.Name] = &numberColumn{whole: true}
		case registry.DecimalField:
			out[f.Name] = &numberColumn{}
		}
	}
	return out
}

// learnNumbers decides the decimal sign of every numeric column by the first
// records. A column that mixes both signs ends the file: some of its numbers
// would be a thousand times too large.
func (b *builder) learnNumbers(ahead []Record) error {
	var faults []registry.Fault
	for target, column := range b.numbers {
		var cells []string
		for i := range ahead {
			if text := b.columns.cell(&ahead[i], target); text != "" && !b.columns.isNumber(&ahead[i], target) {
				cells = append(cells, text)
			}
		}
		if err := column.learn(cells); err != nil && !isDegrees(target) {
			faults = append(faults, faultsOf(err, b.columns.header(target), "")...)
		}
	}
	return registry.Invalid(faults)
}

// isDegrees says that a target's cells are angles first: there a comma is never
// ambiguous.
func isDegrees(target string) bool { return target == targetLon || target == targetLat }

// grouped is a whole number that writes thousands with a single sign.
var grouped = regexp.MustCompile(`^[+-]?[1-9]\d{0,2}[.,]\d{3}$`)

// learn decides the format from cells. Those of a column of whole numbers that
// may be thousands are.
func (c *numberColumn) learn(cells []string) error {
	var signed, thousands []string
	for _, text := range cells {
		if !strings.ContainsAny(text, ".,") || strings.Trim(text, "+-.,0123456789 \u00a0\u202f") != "" {
			continue
		}
		signed = append(signed, text)
		if grouped.MatchString(text) {
			// the same number with its groups proven
			thousands = append(thousands, text+text[len(text)-4:])
		}
	}
	if len(signed) == 0 {
		return nil
	}
	c.signed = true
	if c.whole && len(thousands) == len(signed) {
		signed = thousands
	}
	format, err := coord.DetectFormat(signed)
	c.format = format
	return err
}

// number reads a cell as a number. A column in which no sign has been seen yet
// learns from the first cell that has one.
func (b *builder) number(r *Record, target, text string) (float64, error) {
	if b.columns.isNumber(r, target) {
		return coord.DecimalPoint.Parse(text)
	}
	column := b.numbers[target]
	if !column.signed {
		if err := column.learn([]string{text}); err != nil {
			return 0, err
		}
	}
	return column.format.Parse(text)
}

// wholeNumber reads a cell as a whole number; ok is false when it is none.
func (b *builder) wholeNumber(r *Record, target, text string) (n int64, ok bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	v, err := b.number(r, target, text)
	if err != nil || v != float64(int64(v)) || v < -maxExact || v > maxExact {
		return 0, false
	}
	return int64(v), true
}

// maxExact is the largest whole number up to which a float64 has all of them.
const maxExact = 1 << 53
