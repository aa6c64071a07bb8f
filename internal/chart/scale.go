package chart

import (
	"math"
	"strconv"
	"strings"
)

// Step is a round distance between the lines of a scale that ends at about most: some
// four to eight lines.
func Step(most float64) float64 {
	if most <= 0 {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(most)))
	for _, m := range []float64{0.2, 0.25, 0.5, 1} {
		if most/(p*m) <= 6 {
			return p * m
		}
	}
	return 2 * p
}

// span is a scale on which all from low to high can be seen: where it begins and
// ends, both on lines step apart. most is where it ends at the latest, 0 for nowhere.
func span(low, high, most float64) (from, to, step float64) {
	if math.IsInf(low, 0) {
		low, high = 0, 1
	}
	if high-low < 1 {
		high = low + 1
	}
	step = Step((high - low) * 1.15)
	low = math.Floor((low-(high-low)*0.05)/step) * step
	if low < 0 {
		low = 0
	}
	high = math.Ceil((high+(high-low)*0.05)/step) * step
	if most > low {
		high = min(high, most)
	}
	return low, high, step
}

func ceil(v float64) float64 { return math.Ceil(v - 1e-9) }

// Number writes one as Vietnamese does: 1.234,5.
func Number(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	whole, part, found := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	if strings.HasPrefix(whole, "-") {
		digits = "-" + digits
	}
	if found {
		digits += "," + part
	}
	return digits
}
