package plan

import "github.com/hatangso/hatangso/internal/registry"

// Comparator says how a value must stand to the target's.
type Comparator string

const (
	AtLeast Comparator = ">="   // đạt
	Over    Comparator = ">"    // đạt trên: exactly the number is not enough
	Exactly Comparator = "="    // bằng
	Keep    Comparator = "keep" // duy trì: at least, on every day
)

// Cohorts a target may be about; a value of one says nothing of the other.
const (
	Stock = "stock" // toàn bộ đang có
	New   = "new"   // xây mới trong kỳ
)

// Target (mục tiêu) is what a plan wants an indicator to be by the end of a year.
type Target struct {
	Indicator string `json:"indicator"`
	// Printed is the target as the plan prints it, faults and all.
	Printed string `json:"printed"`
	// Value is what it is taken to mean, nil where a plan names the indicator but no number.
	Value      *Decimal   `json:"value"`
	Comparator Comparator `json:"comparator"`
	Cohort     string     `json:"cohort"`
	DueYear    int        `json:"due_year"`
	// Doubt says why Printed is not taken as it stands, or what is odd about it; empty
	// when nothing is. A target in doubt waits for a person who knows the original.
	Doubt registry.Text `json:"doubt,omitzero"`
	// Baseline is the value the plan itself states to start from, nil when it states none.
	Baseline   *Decimal       `json:"baseline"`
	BaselineOn *registry.Date `json:"baseline_on"`
}

// Due is the last day on which the target may still be reached.
func (t Target) Due() registry.Date { return registry.NewDate(t.DueYear, 12, 31) }

// reached says whether a value meets the target.
func (t Target) reached(v Decimal) bool {
	c := v.Cmp(*t.Value)
	switch t.Comparator {
	case Over:
		return c > 0
	case Exactly:
		return c == 0
	default:
		return c >= 0
	}
}

// Value is what is known of an indicator on a day.
type Value struct {
	On registry.Date
	// Number is the value in the indicator's unit, nil when there is none: a
	// denominator of zero is no data, never 0 % or 100 %.
	Number *Decimal
	// Numerator and Denominator are the counts Number was made of, both 0 when it was
	// reported as a number. Number = Numerator / Denominator × 100.
	Numerator, Denominator int64
	// Cohort is Stock or New.
	Cohort string
	// Territory says whether the value is of the territory the plan was made for.
	Territory bool
}

// Percentage makes the value of a ratio of counts.
func Percentage(on registry.Date, numerator, denominator int64) Value {
	v := Value{On: on, Numerator: numerator, Denominator: denominator, Cohort: Stock, Territory: true}
	if denominator > 0 {
		n := of(numerator, denominator, 100)
		v.Number = &n
	}
	return v
}

// Standing is how a target stands.
type Standing string

const (
	Met           Standing = "met"            // đạt
	OnTrack       Standing = "on_track"       // đúng tiến độ
	Behind        Standing = "behind"         // chậm
	NoData        Standing = "no_data"        // chưa có số liệu
	NotComparable Standing = "not_comparable" // không so sánh được
)

// Judgement is a target's standing, and why.
type Judgement struct {
	Standing Standing      `json:"standing"`
	Why      registry.Text `json:"why"`
	// Missing is how many more of what the indicator counts would reach the target
	// with the denominator as it is ("cần thêm 214 vị trí dùng chung"); nil when it
	// is met, or not a ratio of counts, or more than there are.
	Missing *int64 `json:"missing"`
	// Expected is where the straight line from the baseline to the target is on the
	// day; nil without a baseline.
	Expected *Decimal `json:"expected"`
}

// Judge says how the target stands with a value. A target not yet due is on
// track when the value is not under the straight line from the baseline to the
// due day; without a baseline there is no such line, and what is not met is
// behind, with that said. base is the baseline to use when the plan states none.
func (t Target) Judge(v Value, base *Baseline) Judgement {
	switch {
	case t.Value == nil:
		return Judgement{Standing: NotComparable, Why: registry.T("Kế hoạch không nêu con số.", "The plan states no number.")}
	case t.Cohort != v.Cohort:
		return Judgement{Standing: NotComparable, Why: registry.T(
			"Mục tiêu và số liệu tính trên tập khác nhau: xây mới trong kỳ và toàn bộ đang có.",
			"Target and value are of different cohorts: built in the period, and all there is.")}
	case !v.Territory:
		return Judgement{Standing: NotComparable, Why: registry.T(
			"Địa bàn của số liệu không phải địa bàn của kế hoạch.", "The value is not of the territory the plan was made for.")}
	case v.Number == nil:
		return Judgement{Standing: NoData, Why: registry.T("Chưa có số liệu cho ngày này.", "There is no value for this day.")}
	case t.reached(*v.Number):
		return Judgement{Standing: Met, Why: registry.T("Đã đạt mục tiêu.", "The target is reached.")}
	}
	j := Judgement{Standing: Behind, Missing: t.missing(v)}
	if own := t.baseline(); own != nil {
		base = own
	}
	switch {
	case t.Comparator == Keep:
		j.Why = registry.T("Phải duy trì mà đã tụt dưới mục tiêu.", "It was to be kept, and has fallen below the target.")
	case t.Due().Before(v.On):
		j.Why = registry.T("Đã quá hạn mà chưa đạt.", "The day it was due has passed.")
	case base == nil || !base.On.Before(t.Due()):
		j.Why = registry.T("Chưa đạt; không có mốc xuất phát nên không biết có kịp không.",
			"Not reached; without a baseline nobody can say whether it is in time.")
	default:
		expected := base.line(t, v.On)
		j.Expected = &expected
		if v.Number.Cmp(expected) >= 0 {
			j.Standing = OnTrack
			j.Why = registry.T("Chưa đạt, nhưng bằng hoặc hơn mức cần có vào ngày này.", "Not reached yet, but where it has to be by now, or further.")
		} else {
			j.Why = registry.T("Chưa đạt, và dưới mức cần có vào ngày này.", "Not reached, and short of where it has to be by now.")
		}
	}
	return j
}

// Baseline (mốc xuất phát) is the value from which a target is walked towards.
type Baseline struct {
	On     registry.Date
	Number Decimal
}

func (t Target) baseline() *Baseline {
	if t.Baseline == nil || t.BaselineOn == nil {
		return nil
	}
	return &Baseline{*t.BaselineOn, *t.Baseline}
}

// line is where the straight line from the baseline to the target is on a day.
func (b Baseline) line(t Target, on registry.Date) Decimal {
	if !b.On.Before(on) {
		return b.Number
	}
	days := func(from, to registry.Date) int64 { return int64(to.Time().Sub(from.Time()).Hours() / 24) }
	share := of(days(b.On, on), days(b.On, t.Due()), 1)
	var d Decimal
	d.r.Sub(&t.Value.r, &b.Number.r)
	d.r.Mul(&d.r, &share.r)
	d.r.Add(&d.r, &b.Number.r)
	return d
}

// missing is the least k with which (numerator + k) / denominator reaches the
// target, nil when there is none.
func (t Target) missing(v Value) *int64 {
	if v.Denominator == 0 || t.Comparator == Exactly {
		return nil
	}
	low, high := int64(1), v.Denominator-v.Numerator
	if high < 1 || !t.reached(of(v.Numerator+high, v.Denominator, 100)) {
		return nil
	}
	for low < high {
		if mid := low + (high-low)/2; t.reached(of(v.Numerator+mid, v.Denominator, 100)) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return &low
}
