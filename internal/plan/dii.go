package plan

import (
	"fmt"

	"github.com/hatangso/hatangso/internal/registry"
)

// Criterion (tiêu chí) is one of the Ministry's index of digital infrastructure
// (DII, QĐ 885/QĐ-BTTTT), and the indicator that answers it.
type Criterion struct {
	Group     string        `json:"group"`
	Title     registry.Text `json:"title"`
	Indicator string        `json:"indicator"`
	// Mark says how the criterion is known (domain.md).
	Mark string `json:"mark"`
}

// ReadCriteria makes the criteria of the table dii.csv, with the columns that geodata
// has. The error names a row without an indicator of the catalogue.
func ReadCriteria(tables Tables, catalogue Catalogue) ([]Criterion, error) {
	rows, err := tables("dii.csv")
	if err != nil {
		return nil, err
	}
	out := make([]Criterion, len(rows))
	for i, row := range rows {
		out[i] = Criterion{row["group"], registry.T(row["criterion_vi"], row["criterion_en"]), row["indicator"], row["mark"]}
		if catalogue.Find(out[i].Indicator) == nil {
			return nil, fmt.Errorf("criterion %d: indicator %q is not in the catalogue", i+1, row["indicator"])
		}
	}
	return out, nil
}

// Round is what the Authority sent of a criterion, and the department's word on it.
type Round struct {
	ID      int64 `json:"id"`
	Version int64 `json:"version"`
	// Value is nil when the criterion was not assessed.
	Value          *Decimal      `json:"value"`
	ReceivedOn     registry.Date `json:"received_on"`
	DocumentNumber string        `json:"document_number"`
	Position       *string       `json:"position"`
	Comment        *string       `json:"comment"`
	Evidence       *string       `json:"evidence"`
	// Difference is our value less the round's, nil where either is not known.
	Difference *Decimal `json:"difference"`
}

// RoundStanding is how a criterion stands between the department and the Authority.
type RoundStanding string

const (
	Awaiting   RoundStanding = "awaiting"   // chờ kết quả vòng 1
	ToAnswer   RoundStanding = "to_answer"  // chưa có ý kiến về vòng 1
	Agreed     RoundStanding = "agreed"     // đã thống nhất vòng 1
	Disagreed  RoundStanding = "disagreed"  // không thống nhất, chờ vòng 2
	Matches    RoundStanding = "matches"    // vòng 2 khớp
	Differs    RoundStanding = "differs"    // vòng 2 lệch
	Unassessed RoundStanding = "no_compare" // vòng 2 không đối chiếu được
)

// RoundStandings are all of them, in the order in which things go.
var RoundStandings = []RoundStanding{Awaiting, ToAnswer, Agreed, Disagreed, Matches, Differs, Unassessed}

// Title words a standing.
func (s RoundStanding) Title() registry.Text {
	switch s {
	case Awaiting:
		return registry.T("Chờ vòng 1", "Waiting for round 1")
	case ToAnswer:
		return registry.T("Chưa có ý kiến", "To be answered")
	case Agreed:
		return registry.T("Đã thống nhất", "Agreed")
	case Disagreed:
		return registry.T("Không thống nhất", "Disagreed")
	case Matches:
		return registry.T("Khớp vòng 2", "Round 2 matches")
	case Differs:
		return registry.T("Lệch vòng 2", "Round 2 differs")
	}
	return registry.T("Không đối chiếu được", "Cannot be compared")
}

// Reconciled is a criterion of a year: our value with what shows it, what each
// round sent, and how it stands.
type Reconciled struct {
	Criterion
	Unit Unit `json:"unit"`
	// Value is ours, nil when there is none: Why says why.
	Value *Decimal      `json:"value"`
	Why   registry.Text `json:"why"`
	// Source and Evidence are of a reported value.
	Source   string  `json:"source"`
	Evidence *string `json:"evidence"`
	// Records counts the records behind a computed value, nil for a reported one.
	Records   *int64 `json:"records"`
	Permalink string `json:"permalink"`
	Round1    *Round `json:"round_1"`
	Round2    *Round `json:"round_2"`

	Standing      RoundStanding `json:"standing"`
	StandingTitle registry.Text `json:"standing_title"`
	Reason        registry.Text `json:"reason"`
}

// Reconciliation (đối soát DII) holds the department's values of a year against
// what the Authority sent in its two rounds. It knows values only, never points:
// how they are given has not been seen.
type Reconciliation struct {
	Year int `json:"year"`
	// AsOf is the day our values are of: the year's last unless another was asked for.
	AsOf  registry.Date `json:"as_of"`
	Items []Reconciled  `json:"items"`
	// Counts and Titles are by standing.
	Counts map[RoundStanding]int           `json:"counts"`
	Titles map[RoundStanding]registry.Text `json:"titles"`
	// Years are those of which something was sent, the newest first.
	Years []int `json:"years"`
}

// Settle reckons the differences and says how the criterion stands. Two values
// are alike when they are to two decimals, as they are sent.
func (r *Reconciled) Settle() {
	for _, round := range []*Round{r.Round1, r.Round2} {
		if round != nil && round.Value != nil && r.Value != nil {
			d := r.Value.Minus(*round.Value)
			round.Difference = &d
		}
	}
	r.Standing, r.Reason = r.judge()
	r.StandingTitle = r.Standing.Title()
}

func (r *Reconciled) judge() (RoundStanding, registry.Text) {
	one, two := r.Round1, r.Round2
	switch {
	case two != nil && (two.Value == nil || r.Value == nil):
		if two.Value == nil {
			return Unassessed, registry.T("Vòng 2 không đánh giá tiêu chí này.", "Round 2 did not assess this criterion.")
		}
		return Unassessed, registry.T("Sở chưa có số liệu để đối chiếu với vòng 2.", "The department has no value to hold against round 2.")
	case two != nil && two.Difference.Round(2).Cmp(Decimal{}) == 0:
		return Matches, registry.T("Kết quả cuối cùng bằng số liệu của Sở.", "The final value is the department’s.")
	case two != nil:
		d := two.Difference.Text(2)
		return Differs, registry.T("Kết quả cuối cùng khác số liệu của Sở "+d.VI+".", "The final value differs from the department’s by "+d.EN+".")
	case one == nil:
		return Awaiting, registry.T("Cục Viễn thông chưa gửi kết quả vòng 1.", "The Authority has not sent round 1 yet.")
	case one.Position == nil && one.Difference != nil && one.Difference.Round(2).Cmp(Decimal{}) == 0:
		return ToAnswer, registry.T("Vòng 1 bằng số liệu của Sở; Sở chưa xác nhận.", "Round 1 is the department’s value; it has not confirmed yet.")
	case one.Position == nil:
		return ToAnswer, registry.T("Đã nhận vòng 1; Sở chưa nêu ý kiến.", "Round 1 has come; the department has not answered.")
	case *one.Position == registry.DIIDisagreed:
		return Disagreed, registry.T("Sở không thống nhất với vòng 1; chờ kết quả vòng 2.", "The department disagrees with round 1; round 2 has not come.")
	}
	return Agreed, registry.T("Sở đã thống nhất với vòng 1; chờ kết quả vòng 2.", "The department agrees with round 1; round 2 has not come.")
}
