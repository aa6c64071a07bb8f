package registry

import "time"

// DutyState is where a duty stands on a day (trạng thái kỳ báo cáo).
type DutyState string

const (
	DutyNotDue   DutyState = "not_due"  // chưa đến kỳ
	DutyDue      DutyState = "due"      // đến kỳ
	DutyLate     DutyState = "late"     // quá hạn
	DutyFiled    DutyState = "filed"    // đã nộp, hoặc đã báo không có gì
	DutyReturned DutyState = "returned" // bị trả lại
	DutyAccepted DutyState = "accepted" // đã chấp nhận
)

// DutyStates lists every state, in the order a duty passes them.
var DutyStates = []DutyState{DutyNotDue, DutyDue, DutyLate, DutyFiled, DutyReturned, DutyAccepted}

var dutyTitles = map[DutyState]Text{
	DutyNotDue: T("Chưa đến kỳ", "Not due"), DutyDue: T("Đến kỳ", "Due"), DutyLate: T("Quá hạn", "Late"),
	DutyFiled: T("Đã nộp", "Filed"), DutyReturned: T("Bị trả lại", "Returned"), DutyAccepted: T("Đã chấp nhận", "Accepted"),
}

// Title gives the state's name for people.
func (s DutyState) Title() Text { return dutyTitles[s] }

// Open says that the organization still has to do something.
func (s DutyState) Open() bool { return s != DutyFiled && s != DutyAccepted }

// AnswerKind is how a duty is answered without a filing (trả lời không qua hồ sơ).
type AnswerKind string

const (
	NothingToReport AnswerKind = "nothing" // không có gì để báo cáo: the organization says so
	CameOnPaper     AnswerKind = "paper"   // đã nhận bản giấy: the department says so
)

// DutyAnswer is an answer to a duty that is no filing.
type DutyAnswer struct {
	Kind AnswerKind `json:"kind"`
	// On is the day it was given, or the paper came.
	On   Date   `json:"on"`
	Note string `json:"note"`
	// By is the actor who wrote it down, At when.
	By string    `json:"by"`
	At time.Time `json:"at"`
}

// FilingFact is what of a filing a duty depends on.
type FilingFact struct {
	ID    int64
	Noun  string
	State FilingState
	// Day is what it speaks of, SignedOn when it was signed; nil when it was not.
	Day      Date
	SignedOn *Date
}

// Duty is one obligation of one organization in one period (kỳ báo cáo), as it
// stands on a day.
type Duty struct {
	// Obligation is its id, Code its code.
	Obligation int64  `json:"obligation"`
	Code       string `json:"code"`
	Title      Text   `json:"title"`
	Recipient  string `json:"recipient"`
	// Organization is the code of the one that is obliged.
	Organization     string `json:"organization"`
	OrganizationName string `json:"organization_name"`
	// Period is the year, or once.
	Period string `json:"period"`
	// From and To, half-open, are the days it is about; a null To is open.
	From Date  `json:"from"`
	To   *Date `json:"to"`
	// DueOn is the last day in time.
	DueOn       Date      `json:"due_on"`
	FulfilledBy string    `json:"fulfilled_by"`
	State       DutyState `json:"state"`
	// FiledOn is when it was fulfilled, or filed before it was returned.
	FiledOn *Date `json:"filed_on"`
	// LateDays is how many days after DueOn it was fulfilled; until today while it
	// is not.
	LateDays int `json:"late_days"`
	// Filing is the id of the filing that counts.
	Filing *int64      `json:"filing"`
	Answer *DutyAnswer `json:"answer"`
}

// counts says whether a filing is for a period. It is for the one that the day it
// speaks of lies in; where the obligation has none then, for the one it was
// signed in. So no filing counts twice.
func (o *Obligation) counts(p Period, f FilingFact) bool {
	if f.SignedOn == nil || o.FulfilledBy != AnyFiling && o.FulfilledBy != f.Noun {
		return false
	}
	of, ok := o.periodOf(f.Day)
	if !ok {
		of, ok = o.periodOf(*f.SignedOn)
	}
	return ok && of.Key == p.Key
}

// dutyStateOf says what a filing in a state does for a duty; "" is nothing.
func dutyStateOf(s FilingState) DutyState {
	switch s {
	case FilingSigned, FilingApplying:
		return DutyFiled
	case FilingAccepted, FilingPartly:
		return DutyAccepted
	case FilingReturned:
		return DutyReturned
	}
	return ""
}

// weight ranks what has been done for a duty: the best counts.
var weight = map[DutyState]int{DutyReturned: 1, DutyFiled: 2, DutyAccepted: 3}

// Duty judges a period of the obligation on a day, from the filings of the
// organization and its answer, nil for none. Of filings the best counts, and of
// those as good the first signed. What came on paper is accepted; that there is
// nothing to report counts as filed, and a filing that is as good before it.
func (o *Obligation) Duty(p Period, today Date, filings []FilingFact, answer *DutyAnswer) Duty {
	d := Duty{Obligation: o.ID, Code: o.Code, Title: o.Title, Recipient: o.Recipient, Period: p.Key, From: p.From, To: p.To,
		DueOn: p.DueOn, FulfilledBy: o.FulfilledBy, Answer: answer}
	for _, f := range filings {
		state := dutyStateOf(f.State)
		if state == "" || !o.counts(p, f) || weight[state] < weight[d.State] || weight[state] == weight[d.State] && !f.SignedOn.Before(*d.FiledOn) {
			continue
		}
		on, id := *f.SignedOn, f.ID
		d.State, d.FiledOn, d.Filing = state, &on, &id
	}
	if answer != nil {
		state := DutyFiled
		if answer.Kind == CameOnPaper {
			state = DutyAccepted
		}
		if weight[state] > weight[d.State] {
			on := answer.On
			d.State, d.FiledOn, d.Filing = state, &on, nil
		}
	}
	until := today
	switch {
	case d.State == DutyFiled || d.State == DutyAccepted:
		until = *d.FiledOn
	case d.State == DutyReturned:
	case p.DueOn.Before(today):
		d.State = DutyLate
	case !today.Before(p.DueOn.AddDays(-o.OpensDays)):
		d.State = DutyDue
	default:
		d.State = DutyNotDue
	}
	d.LateDays = max(0, daysBetween(p.DueOn, until))
	return d
}

// NoticeKind is what a notice is about (loại thông báo).
type NoticeKind string

const (
	NoticeRequested NoticeKind = "requested" // Sở vừa yêu cầu
	NoticeReminder  NoticeKind = "reminder"  // sắp đến hạn
	NoticeLate      NoticeKind = "late"      // quá hạn

	NoticeOverwritten NoticeKind = "overwritten" // thay đổi bị ghi đè: of no duty
)

// Reminder gives the reminder of a period that is the latest to go out by a day,
// as the days before its last day in time; false before the first. A request is
// told of on the day it is made, too. Those a stopped server has missed are not
// made up for: one reminder says it all.
func (o *Obligation) Reminder(p Period, today Date) (days int, kind NoticeKind, ok bool) {
	made := 0
	offsets := o.Remind
	if o.Recurrence == Once {
		made = daysBetween(p.From, p.DueOn)
		offsets = append([]int{made}, offsets...)
	}
	for _, d := range offsets {
		if !today.Before(p.DueOn.AddDays(-d)) && (!ok || d < days) {
			days, ok = d, true
		}
	}
	switch {
	case p.DueOn.Before(today):
		kind = NoticeLate
	case o.Recurrence == Once && days == made:
		kind = NoticeRequested
	default:
		kind = NoticeReminder
	}
	return days, kind, ok
}
