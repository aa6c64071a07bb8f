package registry

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Recurrence says how often an obligation falls due (chu kỳ).
type Recurrence string

const (
	Yearly Recurrence = "yearly" // hằng năm
	Once   Recurrence = "once"   // một lần, theo yêu cầu
)

// What fulfils an obligation besides the name of a noun, whose filings do.
const (
	AnyFiling = "any"   // hồ sơ bất kỳ
	OnPaper   = "paper" // báo cáo giấy: the department notes that it came
)

// What holds of an obligation unless somebody says otherwise. RECALLED: no plan
// states how long before its date anybody is reminded, so each obligation has its
// own.
const DefaultOpensDays = 30

// DefaultRemind are the days before the last day in time on which a reminder goes out.
var DefaultRemind = []int{30, 7, 0}

// Limits of an obligation.
const (
	MaxObligationText = 1000 // characters of its title, basis and recipient, each
	MaxRemindDays     = 365  // before and after the last day in time
	MaxReminders      = 12
)

// Obligation is who reports what to whom by when (nghĩa vụ báo cáo), as a plan
// or the department's request has it.
type Obligation struct {
	ID      int64 `json:"id"`
	Version int64 `json:"version"`
	// Code names it for people and commands, and never changes.
	Code  string `json:"code"`
	Title Text   `json:"title"`
	// Basis is the document that obliges, and where in it.
	Basis string `json:"basis"`
	// Mark says how the basis is known: SEED and the plan, SEEN, RECALLED,
	// INFERRED; empty for the department's own.
	Mark string `json:"mark"`
	// Recipient is whom it goes to.
	Recipient string `json:"recipient"`
	// Organization is the code of the one that is obliged; empty for all of Kinds.
	Organization string `json:"organization"`
	// Kinds are codes of the list organization_kind.
	Kinds []string `json:"kinds"`
	// FulfilledBy is the noun (as in paths: poles) whose filings fulfil it, any for filings of every
	// noun, or paper for none.
	FulfilledBy string     `json:"fulfilled_by"`
	Recurrence  Recurrence `json:"recurrence"`
	// Month and Day are the day a yearly obligation names, 0 where its document
	// names none.
	Month int `json:"month"`
	Day   int `json:"day"`
	// Date is the day a request names.
	Date *Date `json:"date"`
	// Before says that the document says "before" the day (trước ngày): what comes
	// on the day itself is late. The last day in time is then the one before.
	Before bool `json:"before"`
	// OpensDays is how many days before its last day in time it begins to be due.
	OpensDays int `json:"opens_days"`
	// Remind are the days before the last day in time on which reminders go out; a
	// negative number is after it.
	Remind []int `json:"remind"`
	// ValidFrom and ValidTo, half-open, are between which days it may fall due.
	ValidFrom *Date `json:"valid_from"`
	ValidTo   *Date `json:"valid_to"`
	// Active obligations oblige; the shipped ones wait for the department.
	Active bool `json:"active"`
	// Shipped says that it came with the program.
	Shipped bool `json:"shipped"`
}

// ObligationCode is what the code of an obligation looks like.
const ObligationCode = `^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$`

var obligationCode = regexp.MustCompile(ObligationCode)

// Validate gives every fault of the obligation that shows without the register.
// One that is not active may leave open who is obliged and by when.
func (o *Obligation) Validate(codes Codes) (faults []Fault) {
	add := func(rule, column, value string, message, mend Text) {
		f := NewFault("obligation."+rule, column, strings.ToValidUTF8(value, "�"), message, mend)
		f.Pointer = "/" + column
		faults = append(faults, f)
	}
	if !obligationCode.MatchString(o.Code) {
		add("code", "code", o.Code, T("Mã không hợp lệ.", "The code is not valid."),
			T("Dùng 2 đến 60 chữ không dấu, chữ số và . _ -, như th-report.", "Use 2 to 60 plain letters, digits and . _ -, such as th-report."))
	}
	for _, s := range []struct {
		column, value string
		required      bool
	}{{"title", o.Title.VI, true}, {"title", o.Title.EN, true}, {"basis", o.Basis, true}, {"recipient", o.Recipient, true}, {"mark", o.Mark, false}} {
		if n := utf8.RuneCountInString(s.value); n > MaxObligationText || s.required && strings.TrimSpace(s.value) == "" || !utf8.ValidString(s.value) || strings.ContainsFunc(s.value, unicode.IsControl) {
			add("text", s.column, s.value, Tf("%s trống hoặc không hợp lệ.", "%s is empty or not valid.", s.column),
				Tf("Ghi từ 1 đến %d ký tự trên một dòng; tên ghi cả tiếng Việt và tiếng Anh.", "Give 1 to %d characters on one line; the title in Vietnamese and in English.", MaxObligationText))
		}
	}
	for _, kind := range o.Kinds {
		if !codes.Has("organization_kind", kind) {
			add("kind", "kinds", kind, T("Không có loại tổ chức này.", "There is no such kind of organization."), Tf("Dùng: %s.", "Use: %s.", codes.Show("organization_kind")))
		}
	}
	if o.FulfilledBy != AnyFiling && o.FulfilledBy != OnPaper && !slices.ContainsFunc(Nouns, func(n *Noun) bool { return n.Path == o.FulfilledBy }) {
		add("noun", "fulfilled_by", o.FulfilledBy, T("Không có loại bản ghi này.", "There is no such noun."),
			T("Ghi tên một loại bản ghi như sites, hoặc any (hồ sơ bất kỳ), paper (báo cáo giấy).", "Give a noun such as sites, or any (every filing), or paper."))
	}
	if o.Recurrence != Yearly && o.Recurrence != Once {
		add("recurrence", "recurrence", string(o.Recurrence), T("Không có chu kỳ này.", "There is no such recurrence."), T("Dùng yearly hoặc once.", "Use yearly or once."))
	}
	// the 29th of February is the 28th where there is none
	leap := 2024
	if (o.Month != 0 || o.Day != 0) && (o.Month < 1 || o.Month > 12 || o.Day < 1 || NewDate(leap, time.Month(o.Month), o.Day).Time().Day() != o.Day) {
		add("day", "day", "", T("Không có ngày này trong năm.", "There is no such day of the year."), T("Ghi month từ 1 đến 12 và day của tháng ấy.", "Give a month from 1 to 12 and a day of it."))
	}
	if o.OpensDays < 0 || o.OpensDays > MaxRemindDays {
		add("opens", "opens_days", "", T("Số ngày không hợp lệ.", "The number of days is not valid."), Tf("Ghi từ 0 đến %d.", "Give 0 to %d.", MaxRemindDays))
	}
	if len(o.Remind) > MaxReminders || slices.ContainsFunc(o.Remind, func(d int) bool { return d < -MaxRemindDays || d > MaxRemindDays }) {
		add("remind", "remind", "", T("Các ngày nhắc không hợp lệ.", "The days to remind on are not valid."),
			Tf("Ghi không quá %d số từ -%d đến %d.", "Give at most %d numbers from -%d to %d.", MaxReminders, MaxRemindDays, MaxRemindDays))
	}
	if o.ValidFrom != nil && o.ValidTo != nil && !o.ValidFrom.Before(*o.ValidTo) {
		add("valid", "valid_to", o.ValidTo.String(), T("Hết hiệu lực trước khi có hiệu lực.", "It ends before it begins."), T("Ghi valid_to sau valid_from.", "Give a valid_to after valid_from."))
	}
	if o.Active {
		faults = append(faults, o.gaps()...)
	}
	return faults
}

// gaps are what an obligation lacks to oblige anybody.
func (o *Obligation) gaps() (faults []Fault) {
	lack := func(column string, mend Text) {
		f := NewFault("obligation.incomplete", column, "", T("Chưa đủ để bật: còn thiếu "+column+".", "It cannot be switched on yet: "+column+" is missing."), mend)
		f.Pointer = "/" + column
		faults = append(faults, f)
	}
	if o.Organization == "" && len(o.Kinds) == 0 {
		lack("kinds", T("Ghi ai phải báo cáo: organization, hoặc kinds.", "Say who reports: organization, or kinds."))
	}
	switch {
	case o.Recurrence == Yearly && (o.Month == 0 || o.Day == 0):
		lack("day", T("Ghi month và day của hạn hằng năm.", "Give the month and the day it is due every year."))
	case o.Recurrence == Once && o.Date == nil:
		lack("date", T("Ghi ngày phải nộp.", "Give the day it is due."))
	case o.Recurrence == Once && o.ValidFrom != nil && len(o.Periods(*o.ValidFrom, farthest)) == 0:
		f := NewFault("obligation.valid", "date", o.Date.String(), T("Hạn nằm ngoài thời gian hiệu lực.", "It is due outside the time it is valid."),
			T("Ghi ngày từ valid_from và trước valid_to.", "Give a day from valid_from and before valid_to."))
		f.Pointer = "/date"
		faults = append(faults, f)
	}
	return faults
}

// farthest is after every day there is.
var farthest = NewDate(2300, 1, 1)

// Period is one time an obligation falls due (kỳ).
type Period struct {
	// Key names it: the year, or once.
	Key string
	// From and To, half-open, are the days a filing may speak of; a nil To is open.
	From Date
	To   *Date
	// DueOn is the last day in time.
	DueOn Date
}

// holds says whether a day lies in the period.
func (p Period) holds(day Date) bool {
	return !day.Before(p.From) && (p.To == nil || day.Before(*p.To))
}

// Periods gives the times the obligation falls due from a day until before
// another, in order; none of one that lacks its day.
func (o *Obligation) Periods(from, to Date) (periods []Period) {
	if o.Recurrence == Once {
		if p, ok := o.once(); ok && !p.DueOn.Before(from) && p.DueOn.Before(to) {
			periods = append(periods, p)
		}
		return periods
	}
	// "before the 1st of January" is due the year before it names
	for year := from.Year(); year <= to.Year()+1; year++ {
		if p, ok := o.inYear(year); ok && !p.DueOn.Before(from) && p.DueOn.Before(to) {
			periods = append(periods, p)
		}
	}
	return periods
}

// Period gives the one of a key; false when the obligation has none.
func (o *Obligation) Period(key string) (Period, bool) {
	if o.Recurrence == Once {
		p, ok := o.once()
		return p, ok && key == p.Key
	}
	day, err := time.Parse("2006", key)
	if err != nil {
		return Period{}, false
	}
	return o.inYear(day.Year())
}

func (o *Obligation) once() (Period, bool) {
	if o.Date == nil || o.ValidFrom == nil {
		return Period{}, false
	}
	p := Period{Key: string(Once), From: *o.ValidFrom, To: o.ValidTo, DueOn: o.lastDay(*o.Date)}
	return p, o.valid(p.DueOn)
}

func (o *Obligation) inYear(year int) (Period, bool) {
	if o.Month == 0 || o.Day == 0 {
		return Period{}, false
	}
	named := NewDate(year, time.Month(o.Month), o.Day)
	if int(named.Time().Month()) != o.Month {
		named = NewDate(year, time.Month(o.Month)+1, 0)
	}
	end := NewDate(year+1, 1, 1)
	p := Period{Key: NewDate(year, 1, 1).Time().Format("2006"), From: NewDate(year, 1, 1), To: &end, DueOn: o.lastDay(named)}
	return p, o.valid(p.DueOn)
}

func (o *Obligation) lastDay(named Date) Date {
	if o.Before {
		return named.AddDays(-1)
	}
	return named
}

func (o *Obligation) valid(due Date) bool {
	return o.ValidFrom != nil && !due.Before(*o.ValidFrom) && (o.ValidTo == nil || due.Before(*o.ValidTo))
}

// periodOf gives the period a day lies in.
func (o *Obligation) periodOf(day Date) (Period, bool) {
	p, ok := o.once()
	if o.Recurrence == Yearly {
		p, ok = o.inYear(day.Year())
	}
	return p, ok && p.holds(day)
}

// daysBetween counts the days from one date to another.
func daysBetween(from, to Date) int { return int(to.Time().Sub(from.Time()).Hours()) / 24 }
