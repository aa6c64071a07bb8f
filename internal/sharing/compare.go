package sharing

import (
	"math"
	"math/big"
	"strconv"

	"github.com/hatangso/hatangso/internal/registry"
)

// Outcome is what a comparison with a target says.
type Outcome string

const (
	OutcomeMet    Outcome = "met"     // đạt
	OutcomeUnmet  Outcome = "unmet"   // chưa đạt
	OutcomeNoData Outcome = "no-data" // không có dữ liệu
)

// Comparators a target may use. "đạt trên 30 %" is strictly greater: exactly
// 30.0 % does not meet it. "duy trì 100 %" (maintain) is at least.
const (
	Above    = ">"
	AtLeast  = ">="
	Exactly  = "="
	AtMost   = "<="
	Below    = "<"
	Maintain = "maintain"
)

// Compare says whether a ratio in percent meets a target. A nil ratio is
// OutcomeNoData, never met or unmet. Both numbers are compared as the decimals
// they print as. Where the counts are at hand use Result.Compare: 1/3 has no
// decimal. An unknown comparator and a number that is not finite are refused
// with code invalid.
func Compare(ratio *float64, comparator string, target float64) (Outcome, error) {
	goal, holds, err := parse(comparator, target)
	if err != nil {
		return "", err
	}
	if ratio == nil {
		return OutcomeNoData, nil
	}
	if math.IsNaN(*ratio) || math.IsInf(*ratio, 0) {
		return "", registry.Errorf(registry.CodeInvalid,
			"Tỷ lệ %v không phải là số hữu hạn.", "The ratio %v is not a finite number.", *ratio)
	}
	return outcome(holds(decimal(*ratio).Cmp(goal))), nil
}

// Compare says whether the result meets a target in percent, exactly: it
// multiplies crosswise, 100·Numerator against target·Denominator, and rounds
// nothing. Errors are those of the function Compare.
func (r Result) Compare(comparator string, target float64) (Outcome, error) {
	goal, holds, err := parse(comparator, target)
	if err != nil {
		return "", err
	}
	if r.Denominator == 0 {
		return OutcomeNoData, nil
	}
	left := new(big.Rat).Mul(decimal(r.Numerator), big.NewRat(100, 1))
	right := new(big.Rat).Mul(goal, decimal(r.Denominator))
	return outcome(holds(left.Cmp(right))), nil
}

// parse gives the target as an exact decimal and the test of Cmp's sign that
// the comparator stands for.
func parse(comparator string, target float64) (*big.Rat, func(sign int) bool, error) {
	if math.IsNaN(target) || math.IsInf(target, 0) {
		return nil, nil, registry.Errorf(registry.CodeInvalid,
			"Chỉ tiêu %v không phải là số hữu hạn.", "The target %v is not a finite number.", target)
	}
	tests := map[string]func(int) bool{
		Above:    func(s int) bool { return s > 0 },
		AtLeast:  func(s int) bool { return s >= 0 },
		Maintain: func(s int) bool { return s >= 0 },
		Exactly:  func(s int) bool { return s == 0 },
		AtMost:   func(s int) bool { return s <= 0 },
		Below:    func(s int) bool { return s < 0 },
	}
	holds, ok := tests[comparator]
	if !ok {
		return nil, nil, registry.Errorf(registry.CodeInvalid,
			"Không hiểu phép so sánh %q; dùng >, >=, =, <=, < hoặc maintain.",
			"Unknown comparator %q; use >, >=, =, <=, < or maintain.", comparator)
	}
	return decimal(target), holds, nil
}

// decimal gives the shortest decimal that prints like f, exactly: 30.1 is
// 301/10, as the plan has it printed, and not the nearest binary fraction.
func decimal(f float64) *big.Rat {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', -1, 64))
	return r
}

func outcome(met bool) Outcome {
	if met {
		return OutcomeMet
	}
	return OutcomeUnmet
}
