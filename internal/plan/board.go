package plan

import (
	"github.com/hatangso/hatangso/internal/registry"
)

// Board (bảng theo dõi) is a plan against the values of a day.
type Board struct {
	Plan      Header                     `json:"plan"`
	AsOf      registry.Date              `json:"as_of"`
	Territory Territory                  `json:"territory"`
	Items     []Row                      `json:"items"`
	Counts    map[Standing]int           `json:"counts"`
	Titles    map[Standing]registry.Text `json:"titles"`
	// Why says why nothing can be compared, where that is so.
	Why registry.Text `json:"why"`
}

// Header is what a plan is called.
type Header struct {
	Code   string        `json:"code"`
	Title  registry.Text `json:"title"`
	Number string        `json:"number"`
	From   int           `json:"from"`
	To     int           `json:"to"`
}

// Row is one target of a board.
type Row struct {
	Target        Target        `json:"target"`
	Title         registry.Text `json:"title"`
	Unit          Unit          `json:"unit"`
	Value         *Decimal      `json:"value"`
	Numerator     *Decimal      `json:"numerator"`
	Denominator   *Decimal      `json:"denominator"`
	NumeratorUnit registry.Text `json:"numerator_unit"`
	Layer         string        `json:"layer"`
	// ValueOn is the day the value is of: of a reported one the day it was reported for.
	ValueOn       registry.Date   `json:"value_on"`
	Permalink     string          `json:"permalink"`
	Notes         []registry.Text `json:"notes"`
	Standing      Standing        `json:"standing"`
	StandingTitle registry.Text   `json:"standing_title"`
	Why           registry.Text   `json:"why"`
	// Expected is where the straight line from the baseline to the target is on the day.
	Expected *Decimal `json:"expected"`
	// Missing is how many more of what is counted would reach the target, in NumeratorUnit.
	Missing *Decimal `json:"missing"`
	// Gap words what is missing: "cần thêm 214 vị trí dùng chung"; empty when nothing is.
	Gap     registry.Text `json:"gap"`
	Trend   *Trend        `json:"trend"`
	Actions []Action      `json:"actions"`
}

// Trend is how a value has moved in a year.
type Trend struct {
	From      registry.Date `json:"from"`
	ValueFrom Decimal       `json:"value_from"`
	// PerYear is the change in a year, in the indicator's unit.
	PerYear Decimal       `json:"per_year"`
	Title   registry.Text `json:"title"`
}

// Action is something that would close a gap.
type Action struct {
	Title registry.Text `json:"title"`
	// Gain is by how much the value would rise, in the indicator's unit; nil where nobody can tell.
	Gain *Decimal `json:"gain"`
}

// Title words a standing.
func (s Standing) Title() registry.Text {
	switch s {
	case Met:
		return registry.T("Đạt", "Met")
	case OnTrack:
		return registry.T("Đúng tiến độ", "On track")
	case Behind:
		return registry.T("Chậm", "Behind")
	case NotComparable:
		return registry.T("Không so sánh được", "Not comparable")
	}
	return registry.T("Chưa có số liệu", "No data")
}

// Standings lists every standing, as boards count them.
var Standings = []Standing{Met, OnTrack, Behind, NoData, NotComparable}

// words are the units as words after a number.
func (u Unit) words() registry.Text {
	switch u {
	case Percent:
		return registry.T(" điểm phần trăm", " percentage points")
	case Per100:
		return registry.T(" trên 100 dân", " per 100 inhabitants")
	case Mbps:
		return registry.T(" Mb/s", " Mb/s")
	}
	return registry.T("", "")
}

// Gap says what a value lacks of its target: so many of what is counted where
// that is known, else the distance in the indicator's unit; nil and nothing where
// the target is met or nothing is known. missing is Judgement.Missing in the
// unit of Counted.
func (t Target) Gap(n *Indicator, v *Decimal, missing *Decimal) (*Decimal, registry.Text) {
	if v == nil || t.Value == nil || t.reached(*v) {
		return nil, registry.Text{}
	}
	distance := t.Value.Minus(*v)
	if missing == nil && n.Unit == Count {
		more := distance
		if t.Comparator == Over {
			more = distance.Plus(Whole(1))
		}
		missing = &more
	}
	if missing != nil {
		much := missing.Text(1)
		return missing, registry.T("Cần thêm "+much.VI+" "+n.Counted.VI, much.EN+" more "+n.Counted.EN+" needed")
	}
	much, words := distance.Text(2), n.Unit.words()
	return nil, registry.T("Còn thiếu "+much.VI+words.VI, much.EN+words.EN+" short")
}

// TrendOf is how a value has moved between two days.
func TrendOf(from registry.Date, then Decimal, to registry.Date, now Decimal, unit Unit) *Trend {
	days := int64(to.Time().Sub(from.Time()).Hours() / 24)
	if days <= 0 {
		return nil
	}
	change := now.Minus(then)
	yearly := *Ratio(*Ratio(change, Whole(days), 365), Whole(1), 1)
	t := &Trend{From: from, ValueFrom: then, PerYear: yearly}
	much, words := yearly.Text(2), unit.words()
	switch yearly.Cmp(Decimal{}) {
	case 1:
		t.Title = registry.T("Tăng "+much.VI+words.VI+" mỗi năm", "Up "+much.EN+words.EN+" a year")
	case -1:
		down := then.Minus(now)
		down = *Ratio(down, Whole(days), 365)
		much = down.Text(2)
		t.Title = registry.T("Giảm "+much.VI+words.VI+" mỗi năm", "Down "+much.EN+words.EN+" a year")
	default:
		t.Title = registry.T("Không đổi", "Unchanged")
	}
	return t
}
