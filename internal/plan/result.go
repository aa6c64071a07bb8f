package plan

import "github.com/hatangso/hatangso/internal/registry"

// Query asks for an indicator on a day (chỉ tiêu tại một ngày).
type Query struct {
	Indicator string `json:"indicator"`
	// Version is the definition's; 0 is the first.
	Version int           `json:"version"`
	AsOf    registry.Date `json:"as_of"`
	// Unit narrows to a unit and what lies below it, by its code on Boundary.
	Unit string `json:"unit,omitempty"`
	// Boundary is the day whose units are meant, AsOf when nil: the same works may
	// be counted on the districts of then or on the communes of now.
	Boundary *registry.Date `json:"boundary,omitempty"`
	// Owner and Operator are codes of organizations.
	Owner    string `json:"owner,omitempty"`
	Operator string `json:"operator,omitempty"`
	// Technologies replace the definition's, for coverage.
	Technologies []string `json:"technologies,omitempty"`
	// Layer is one of declared, verified, published and computed, for coverage.
	Layer string `json:"layer,omitempty"`
	// Since replaces the first day of the cohort new.
	Since *registry.Date `json:"since,omitempty"`
}

// On is the day whose units are meant.
func (q Query) On() registry.Date {
	if q.Boundary != nil {
		return *q.Boundary
	}
	return q.AsOf
}

// Result (kết quả) is an indicator's value with everything that explains it.
type Result struct {
	Query     Query         `json:"query"`
	Indicator string        `json:"indicator"`
	Title     registry.Text `json:"title"`
	Unit      Unit          `json:"unit"`
	// Value is in Unit, nil when there is none: Why says why.
	Value *Decimal `json:"value"`
	// Numerator and Denominator are in NumeratorUnit; nil where the value was
	// reported bare, or has none.
	Numerator     *Decimal      `json:"numerator"`
	Denominator   *Decimal      `json:"denominator"`
	NumeratorUnit registry.Text `json:"numerator_unit"`
	AsOf          registry.Date `json:"as_of"`
	// Layer is computed, declared, verified or published (verified, else declared).
	Layer      string     `json:"layer"`
	Territory  Territory  `json:"territory"`
	Definition Definition `json:"definition"`
	// DataVersion is the position in the change log up to which everything is in.
	DataVersion int64 `json:"data_version"`
	// Excluded counts the records the definition leaves out.
	Excluded int64         `json:"excluded"`
	Reported *Reference    `json:"reported"`
	Why      registry.Text `json:"why"`
	// Notes say what the reader must know before comparing.
	Notes    []registry.Text `json:"notes"`
	Interval *Interval       `json:"interval"`
	Levers   []Lever         `json:"levers"`
	// Permalink is the path that gives this result again.
	Permalink string `json:"permalink"`
}

// Territory (địa bàn) is what a result is of.
type Territory struct {
	Code     string        `json:"code"` // empty for the whole register
	Name     string        `json:"name"`
	Level    string        `json:"level"`
	Boundary registry.Date `json:"boundary"`
	// Method says how records were placed in it.
	Method      Placing       `json:"method"`
	MethodTitle registry.Text `json:"method_title"`
	// Parts are the units of today it was put together from, where it was.
	Parts []Part `json:"parts,omitempty"`
}

// Placing is how records are placed in a unit.
type Placing string

const (
	WholeRegister Placing = "register"   // toàn bộ sổ
	StoredUnit    Placing = "stored"     // xã hôm nay của từng bản ghi
	ByBoundary    Placing = "geometry"   // nằm trong ranh giới cũ
	BySuccessors  Placing = "successors" // theo các đơn vị kế tục
)

// Title words a way of placing.
func (p Placing) Title() registry.Text {
	switch p {
	case StoredUnit:
		return registry.T("Theo xã hiện nay của từng bản ghi", "By the commune of today of each record")
	case ByBoundary:
		return registry.T("Theo ranh giới của đơn vị tại ngày ấy", "By the unit’s boundary of that day")
	case BySuccessors:
		return registry.T("Theo các đơn vị kế tục, đơn vị bị chia tính theo tỷ phần", "By the units that came of it, those divided by their share")
	}
	return registry.T("Toàn bộ sổ", "The whole register")
}

// Part is a unit of today that a unit of then became, or became a part of.
type Part struct {
	Code string `json:"code"`
	Name string `json:"name"`
	// Share is how much of the old unit went there, from 0 to 1; nil when only known to be partial.
	Share *float64 `json:"share"`
	// Method says how the share is known.
	Method string `json:"method"`
}

// Reference names the reported value a result is.
type Reference struct {
	ID       int64          `json:"id"`
	From     *registry.Date `json:"from"`
	On       registry.Date  `json:"on"`
	Source   string         `json:"source"`
	Evidence *string        `json:"evidence"`
	Method   *string        `json:"method"`
}

// Interval is how far the value may move with what one side alone says.
type Interval struct {
	Low   *Decimal      `json:"low"`
	High  *Decimal      `json:"high"`
	Title registry.Text `json:"title"`
}

// Lever is a group of records that would change the value most.
type Lever struct {
	// By is commune or owner.
	By   string `json:"by"`
	Key  string `json:"key"`
	Name string `json:"name"`
	// Missing is how much of the group's denominator is not in the numerator.
	Missing Decimal `json:"missing"`
	// Gain is by how much the value would change were it, in the indicator's unit.
	Gain Decimal `json:"gain"`
}

// Point is the value on a day of a series.
type Point struct {
	AsOf        registry.Date `json:"as_of"`
	Value       *Decimal      `json:"value"`
	Numerator   *Decimal      `json:"numerator"`
	Denominator *Decimal      `json:"denominator"`
}

// Series is an indicator by month.
type Series struct {
	Query Query         `json:"query"`
	Items []Point       `json:"items"`
	Why   registry.Text `json:"why"`
}

// Group is the value of one unit, owner, operator, or pair of owner and tenant.
type Group struct {
	Key         string   `json:"key"`
	Name        string   `json:"name"`
	Value       *Decimal `json:"value"`
	Numerator   *Decimal `json:"numerator"`
	Denominator *Decimal `json:"denominator"`
	// Hosted is how much of an operator's denominator stands on others' works, and
	// HostedRatio that in per cent; by operator only.
	Hosted      *Decimal `json:"hosted,omitempty"`
	HostedRatio *Decimal `json:"hosted_ratio,omitempty"`
	// Owner is the host of a pair, whose tenant Key names; by tenant only.
	Owner string `json:"owner,omitempty"`
}

// Breakdown is an indicator by something.
type Breakdown struct {
	Query Query         `json:"query"`
	By    string        `json:"by"`
	Items []Group       `json:"items"`
	Why   registry.Text `json:"why"`
	// Method says how records were placed in the units.
	Method Placing `json:"method"`
}

// BehindRecord (bản ghi đứng sau) is a record behind a number.
type BehindRecord struct {
	Noun   string  `json:"noun"`
	ID     int64   `json:"id"`
	Code   string  `json:"code"`
	Lon    float64 `json:"lon"`
	Lat    float64 `json:"lat"`
	Weight Decimal `json:"weight"`
	Unit   string  `json:"unit"`
}

// Sensitivity is an indicator by one of its parameters.
type Sensitivity struct {
	Query     Query  `json:"query"`
	Parameter string `json:"parameter"`
	Items     []Step `json:"items"`
}

// Step is the value with one choice of the parameter.
type Step struct {
	Label          string   `json:"label"`
	MergeDistanceM *float64 `json:"merge_distance_m,omitempty"`
	Technologies   []string `json:"technologies,omitempty"`
	Value          *Decimal `json:"value"`
	Numerator      *Decimal `json:"numerator"`
	Denominator    *Decimal `json:"denominator"`
}
