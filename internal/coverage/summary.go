package coverage

import "github.com/hatangso/hatangso/internal/registry"

// Summary counts villages and the people in them.
type Summary struct {
	// Villages are those judged one way or the other: V of the formula. Unknown
	// ones stand beside it, since to count them either way would be a guess.
	Villages int `json:"villages"`
	Covered  int `json:"covered"` // with signal at the centre, dented ones included
	White    int `json:"white"`   // trắng sóng
	Dented   int `json:"dented"`  // lõm sóng, a part of Covered
	Unknown  int `json:"unknown"`
	// Ratio is (V − trắng) / V × 100 in percent, nil without villages.
	Ratio *float64 `json:"ratio"`
	// DentedRatio is the dented part of the covered villages in percent, nil
	// without covered ones.
	DentedRatio *float64 `json:"dented_ratio"`
	// Population and Households add up the judged villages that give a number;
	// those of a village count as covered when its centre is.
	Population        int64    `json:"population"`
	PopulationCovered int64    `json:"population_covered"`
	PopulationRatio   *float64 `json:"population_ratio"` // percent, nil without people
	Households        int64    `json:"households"`
	HouseholdsCovered int64    `json:"households_covered"`
	HouseholdsRatio   *float64 `json:"households_ratio"` // percent, nil without households
}

// Summarize counts verdicts, of computed, declared or verified layers alike:
// only State, Population and Households of a verdict are read. A state it does
// not know counts as unknown.
func Summarize(verdicts []Verdict) Summary {
	var s Summary
	for _, v := range verdicts {
		covered := false
		switch v.State {
		case registry.White:
			s.White++
		case registry.Dented:
			s.Dented++
			covered = true
		case registry.Covered:
			covered = true
		default:
			s.Unknown++
			continue
		}
		s.Villages++
		people, households := known(v.Population), known(v.Households)
		s.Population += people
		s.Households += households
		if covered {
			s.Covered++
			s.PopulationCovered += people
			s.HouseholdsCovered += households
		}
	}
	s.Ratio = percent(int64(s.Covered), int64(s.Villages))
	s.DentedRatio = percent(int64(s.Dented), int64(s.Covered))
	s.PopulationRatio = percent(s.PopulationCovered, s.Population)
	s.HouseholdsRatio = percent(s.HouseholdsCovered, s.Households)
	return s
}

func known(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

// percent gives 100·part/whole, nil for an empty whole: no data is neither 0 %
// nor 100 %.
func percent(part, whole int64) *float64 {
	if whole == 0 {
		return nil
	}
	p := 100 * float64(part) / float64(whole)
	return &p
}
