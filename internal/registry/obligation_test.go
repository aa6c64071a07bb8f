package registry

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func dayPointer(s string) *Date {
	d := day(s)
	return &d
}

// yearly is the operators' report of Thanh Hóa: before the 30th of October.
func yearly() Obligation {
	return Obligation{ID: 1, Code: "th-report", Title: T("Báo cáo", "Report"), Basis: "KH 225/KH-UBND", Recipient: "Sở", Kinds: []string{"operator"},
		FulfilledBy: AnyFiling, Recurrence: Yearly, Month: 10, Day: 30, Before: true, OpensDays: 30, Remind: []int{30, 7, 0},
		ValidFrom: dayPointer("2025-01-01"), Active: true}
}

func filed(state FilingState, of, signed string) FilingFact {
	f := FilingFact{ID: 7, Noun: "sites", State: state, Day: day(of)}
	if signed != "" {
		f.SignedOn = dayPointer(signed)
	}
	return f
}

// Every state a duty may be in, from the day, the filings and the answer.
func TestDutyStates(t *testing.T) {
	t.Parallel()
	nothing := &DutyAnswer{Kind: NothingToReport, On: day("2026-10-15")}
	paper := &DutyAnswer{Kind: CameOnPaper, On: day("2026-11-03")}
	signed := filed(FilingSigned, "2026-09-30", "2026-10-20")
	for _, c := range []struct {
		name, today string
		change      func(*Obligation)
		filings     []FilingFact
		answer      *DutyAnswer
		want        DutyState
		filedOn     string
		late        int
	}{
		{name: "long before", today: "2026-01-01", want: DutyNotDue},
		{name: "the day before it opens", today: "2026-09-28", want: DutyNotDue},
		{name: "the day it opens", today: "2026-09-29", want: DutyDue},
		{name: "the last day in time", today: "2026-10-29", want: DutyDue},
		{name: "the day named, before which it was due", today: "2026-10-30", want: DutyLate, late: 1},
		{name: "the day named, when it counts itself", today: "2026-10-30", change: func(o *Obligation) { o.Before = false }, want: DutyDue},
		{name: "three months late", today: "2027-01-29", want: DutyLate, late: 92},
		{name: "signed", today: "2026-11-30", filings: []FilingFact{signed}, want: DutyFiled, filedOn: "2026-10-20"},
		{name: "being applied", today: "2026-11-30", filings: []FilingFact{filed(FilingApplying, "2026-09-30", "2026-10-20")}, want: DutyFiled, filedOn: "2026-10-20"},
		{name: "accepted", today: "2026-11-30", filings: []FilingFact{filed(FilingAccepted, "2026-09-30", "2026-10-20")}, want: DutyAccepted, filedOn: "2026-10-20"},
		{name: "accepted in part", today: "2026-11-30", filings: []FilingFact{filed(FilingPartly, "2026-09-30", "2026-10-20")}, want: DutyAccepted, filedOn: "2026-10-20"},
		{name: "signed late", today: "2026-11-30", filings: []FilingFact{filed(FilingSigned, "2026-09-30", "2026-11-02")}, want: DutyFiled, filedOn: "2026-11-02", late: 4},
		{name: "returned in time", today: "2026-10-28", filings: []FilingFact{filed(FilingReturned, "2026-09-30", "2026-10-20")}, want: DutyReturned, filedOn: "2026-10-20"},
		{name: "returned, and not mended in time", today: "2026-11-08", filings: []FilingFact{filed(FilingReturned, "2026-09-30", "2026-10-20")}, want: DutyReturned, filedOn: "2026-10-20", late: 10},
		{name: "returned, then filed anew", today: "2026-11-08", filings: []FilingFact{filed(FilingReturned, "2026-09-30", "2026-10-01"), signed}, want: DutyFiled, filedOn: "2026-10-20"},
		{name: "one accepted, another returned", today: "2026-11-08", filings: []FilingFact{filed(FilingAccepted, "2026-09-30", "2026-10-01"), filed(FilingReturned, "2026-09-30", "2026-10-02")}, want: DutyAccepted, filedOn: "2026-10-01"},
		{name: "two signed: the first counts", today: "2026-11-08", filings: []FilingFact{filed(FilingSigned, "2026-09-30", "2026-11-05"), signed}, want: DutyFiled, filedOn: "2026-10-20"},
		{name: "never signed", today: "2026-10-20", filings: []FilingFact{filed(FilingReady, "2026-09-30", "")}, want: DutyDue},
		{name: "withdrawn", today: "2026-10-20", filings: []FilingFact{filed(FilingWithdrawn, "2026-09-30", "2026-10-01")}, want: DutyDue},
		{name: "of the year before", today: "2026-10-20", filings: []FilingFact{filed(FilingSigned, "2025-12-31", "2026-01-10")}, want: DutyDue},
		{name: "of a year before there was any duty, signed in this one", today: "2026-11-20", filings: []FilingFact{filed(FilingSigned, "2024-12-31", "2026-10-10")}, want: DutyFiled, filedOn: "2026-10-10"},
		{name: "of this year, signed in the next", today: "2027-02-01", filings: []FilingFact{filed(FilingSigned, "2026-12-31", "2027-01-10")}, want: DutyFiled, filedOn: "2027-01-10", late: 73},
		{name: "another noun", today: "2026-10-20", change: func(o *Obligation) { o.FulfilledBy = "poles" }, filings: []FilingFact{signed}, want: DutyDue},
		{name: "the noun", today: "2026-10-20", change: func(o *Obligation) { o.FulfilledBy = "sites" }, filings: []FilingFact{signed}, want: DutyFiled, filedOn: "2026-10-20"},
		{name: "no filing fulfils what is due on paper", today: "2026-10-20", change: func(o *Obligation) { o.FulfilledBy = OnPaper }, filings: []FilingFact{signed}, want: DutyDue},
		{name: "nothing to report", today: "2026-11-30", answer: nothing, want: DutyFiled, filedOn: "2026-10-15"},
		{name: "nothing to report, and yet accepted", today: "2026-11-30", answer: nothing, filings: []FilingFact{filed(FilingAccepted, "2026-09-30", "2026-10-20")}, want: DutyAccepted, filedOn: "2026-10-20"},
		{name: "returned, and then nothing to report", today: "2026-11-30", answer: nothing, filings: []FilingFact{filed(FilingReturned, "2026-09-30", "2026-10-01")}, want: DutyFiled, filedOn: "2026-10-15"},
		{name: "on paper, late", today: "2026-11-30", answer: paper, want: DutyAccepted, filedOn: "2026-11-03", late: 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := yearly()
			if c.change != nil {
				c.change(&o)
			}
			p, ok := o.Period("2026")
			if !ok {
				t.Fatal("no period 2026")
			}
			d := o.Duty(p, day(c.today), c.filings, c.answer)
			on := ""
			if d.FiledOn != nil {
				on = d.FiledOn.String()
			}
			if d.State != c.want || on != c.filedOn || d.LateDays != c.late {
				t.Errorf("%s, filed %q, %d days late; want %s, %q, %d", d.State, on, d.LateDays, c.want, c.filedOn, c.late)
			}
			if d.State.Title().VI == "" || d.State.Title().EN == "" {
				t.Error("the state has no name")
			}
		})
	}
}

// A request is answered by what is signed after it, whatever it speaks of.
func TestRequestedDuty(t *testing.T) {
	t.Parallel()
	o := yearly()
	o.Recurrence, o.Before, o.Date, o.ValidFrom = Once, false, dayPointer("2026-12-31"), dayPointer("2026-11-01")
	p, ok := o.Period("once")
	if !ok {
		t.Fatal("no period")
	}
	for _, c := range []struct {
		of, signed string
		want       DutyState
		late       int
	}{
		{"2026-06-30", "2026-11-20", DutyFiled, 0},
		{"2026-11-15", "2026-11-20", DutyFiled, 0},
		{"2026-06-30", "2026-10-31", DutyLate, 31},
		{"2026-12-31", "2027-01-10", DutyFiled, 10},
	} {
		if d := o.Duty(p, day("2027-01-31"), []FilingFact{filed(FilingSigned, c.of, c.signed)}, nil); d.State != c.want || d.LateDays != c.late {
			t.Errorf("of %s signed on %s: %s, %d days late", c.of, c.signed, d.State, d.LateDays)
		}
	}
}

// When it is due, of each kind of obligation.
func TestPeriods(t *testing.T) {
	t.Parallel()
	request := func(date string, change func(*Obligation)) func(*Obligation) {
		return func(o *Obligation) {
			o.Recurrence, o.Month, o.Day, o.Before, o.Date = Once, 0, 0, false, dayPointer(date)
			if change != nil {
				change(o)
			}
		}
	}
	for _, c := range []struct {
		name, from, to, want string
		change               func(*Obligation)
	}{
		{name: "before the 30th of October", from: "2025-01-01", to: "2028-01-01", want: "2025:2025-10-29 2026:2026-10-29 2027:2027-10-29"},
		{name: "half-open", from: "2026-10-29", to: "2027-10-29", want: "2026:2026-10-29"},
		{name: "none between", from: "2026-10-30", to: "2027-10-29"},
		{name: "none before it is valid", from: "2020-01-01", to: "2026-01-01", want: "2025:2025-10-29"},
		{name: "none when it has ended", from: "2020-01-01", to: "2030-01-01", want: "2025:2025-10-29", change: func(o *Obligation) { o.ValidTo = dayPointer("2026-10-29") }},
		{name: "before New Year", from: "2026-01-01", to: "2027-01-01", want: "2027:2026-12-31", change: func(o *Obligation) { o.Month, o.Day = 1, 1 }},
		{name: "the leap day", from: "2027-01-01", to: "2029-01-01", want: "2027:2027-02-28 2028:2028-02-29", change: func(o *Obligation) { o.Month, o.Day, o.Before = 2, 29, false }},
		{name: "no day named", from: "2025-01-01", to: "2028-01-01", change: func(o *Obligation) { o.Month, o.Day = 0, 0 }},
		{name: "in force from no day", from: "2025-01-01", to: "2028-01-01", change: func(o *Obligation) { o.ValidFrom = nil }},
		{name: "once", from: "2025-01-01", to: "2028-01-01", want: "once:2026-12-31", change: request("2026-12-31", nil)},
		{name: "once, not between", from: "2027-01-01", to: "2028-01-01", change: request("2026-12-31", nil)},
		{name: "once, before it is valid", from: "2020-01-01", to: "2028-01-01", change: request("2024-12-31", nil)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := yearly()
			if c.change != nil {
				c.change(&o)
			}
			var got []string
			for _, p := range o.Periods(day(c.from), day(c.to)) {
				got = append(got, p.Key+":"+p.DueOn.String())
				if again, ok := o.Period(p.Key); !ok || again.Key != p.Key || !again.DueOn.Equal(p.DueOn) {
					t.Errorf("the period %s is %+v by its key", p.Key, again)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("due %q, want %q", got, c.want)
			}
		})
	}
	o := yearly()
	for _, key := range []string{"", "once", "26", "2024", "x", "20260"} {
		if p, ok := o.Period(key); ok {
			t.Errorf("%q is the period %+v", key, p)
		}
	}
}

// One reminder at a time, each on its day; a request is told of at once.
func TestReminders(t *testing.T) {
	t.Parallel()
	once := yearly()
	once.Recurrence, once.Before, once.Date, once.ValidFrom = Once, false, dayPointer("2026-12-31"), dayPointer("2026-11-01")
	late := yearly()
	late.Remind = []int{30, -7}
	silent := yearly()
	silent.Remind = nil
	for _, c := range []struct {
		name, today string
		of          Obligation
		days        int
		kind        NoticeKind
		none        bool
	}{
		{name: "too early", today: "2026-09-28", of: yearly(), none: true},
		{name: "a month before", today: "2026-09-29", of: yearly(), days: 30, kind: NoticeReminder},
		{name: "still that", today: "2026-10-21", of: yearly(), days: 30, kind: NoticeReminder},
		{name: "a week before", today: "2026-10-22", of: yearly(), days: 7, kind: NoticeReminder},
		{name: "on the day", today: "2026-10-29", of: yearly(), days: 0, kind: NoticeReminder},
		{name: "after it", today: "2026-11-05", of: yearly(), days: 0, kind: NoticeLate},
		{name: "a week after", today: "2026-11-05", of: late, days: -7, kind: NoticeLate},
		{name: "the day it is asked", today: "2026-11-01", of: once, days: 60, kind: NoticeRequested},
		{name: "the day before it is asked", today: "2026-10-31", of: once, none: true},
		{name: "later", today: "2026-12-05", of: once, days: 30, kind: NoticeReminder},
		{name: "nobody is to be reminded", today: "2026-10-29", of: silent, none: true},
	} {
		p := c.of.Periods(day("2026-01-01"), day("2027-01-01"))[0]
		days, kind, ok := c.of.Reminder(p, day(c.today))
		if ok == c.none || ok && (days != c.days || kind != c.kind) {
			t.Errorf("%s: %d, %s, %t", c.name, days, kind, ok)
		}
	}
}

func TestObligationFaults(t *testing.T) {
	t.Parallel()
	codes := NewCodes([]ListCode{{List: "organization_kind", Code: "operator"}})
	o := yearly()
	if faults := o.Validate(codes); len(faults) != 0 {
		t.Fatalf("%+v", faults)
	}
	for name, c := range map[string]struct {
		change func(*Obligation)
		want   string
	}{
		"code":              {func(o *Obligation) { o.Code = "Báo cáo" }, "obligation.code /code"},
		"no English":        {func(o *Obligation) { o.Title.EN = " " }, "obligation.text /title"},
		"two lines":         {func(o *Obligation) { o.Basis = "a\nb" }, "obligation.text /basis"},
		"no recipient":      {func(o *Obligation) { o.Recipient = "" }, "obligation.text /recipient"},
		"kind":              {func(o *Obligation) { o.Kinds = []string{"school"} }, "obligation.kind /kinds"},
		"noun":              {func(o *Obligation) { o.FulfilledBy = "tower" }, "obligation.noun /fulfilled_by"},
		"recurrence":        {func(o *Obligation) { o.Recurrence = "monthly" }, "obligation.recurrence /recurrence"},
		"31st of April":     {func(o *Obligation) { o.Month, o.Day = 4, 31 }, "obligation.day /day"},
		"13th month":        {func(o *Obligation) { o.Month = 13 }, "obligation.day /day"},
		"opens":             {func(o *Obligation) { o.OpensDays = -1 }, "obligation.opens /opens_days"},
		"remind":            {func(o *Obligation) { o.Remind = []int{366} }, "obligation.remind /remind"},
		"ends first":        {func(o *Obligation) { o.ValidTo = o.ValidFrom }, "obligation.valid /valid_to"},
		"nobody is obliged": {func(o *Obligation) { o.Kinds = nil }, "obligation.incomplete /kinds"},
		"no day":            {func(o *Obligation) { o.Month, o.Day = 0, 0 }, "obligation.incomplete /day"},
		"no date":           {func(o *Obligation) { o.Recurrence = Once }, "obligation.incomplete /date"},
		"due before valid": {func(o *Obligation) {
			o.Recurrence, o.Date = Once, dayPointer("2024-06-01")
		}, "obligation.valid /date"},
	} {
		o := yearly()
		c.change(&o)
		faults := o.Validate(codes)
		if len(faults) != 1 || faults[0].Rule+" "+faults[0].Pointer != c.want || faults[0].Mend.VI == "" || faults[0].Mend.EN == "" {
			t.Errorf("%s: %+v, want %s", name, faults, c.want)
		}
		if strings.HasPrefix(c.want, "obligation.incomplete") {
			if o.Active = false; len(o.Validate(codes)) != 0 {
				t.Errorf("%s: not allowed while it waits: %+v", name, o.Validate(codes))
			}
		}
	}
}

// Whatever is filed and whenever it is looked at: a filing counts for one period
// at most, more filings never make a duty worse, and who is done is not late
// later.
func TestDutyProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := yearly()
		o.Month, o.Day = rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day of month")
		o.Before = rapid.Bool().Draw(t, "before")
		date := func(name string) Date { return day("2025-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, name)) }
		var filings []FilingFact
		for range rapid.IntRange(0, 4).Draw(t, "filings") {
			f := FilingFact{ID: 1, Noun: "sites", State: rapid.SampledFrom(FilingStates).Draw(t, "state"), Day: date("of")}
			on := date("signed")
			f.SignedOn = &on
			filings = append(filings, f)
		}
		periods := o.Periods(day("2024-01-01"), day("2031-01-01"))
		for _, f := range filings {
			n := 0
			for _, p := range periods {
				if o.counts(p, f) {
					n++
				}
			}
			if n > 1 {
				t.Fatalf("a filing of %s counts for %d periods", f.Day, n)
			}
		}
		today := date("today")
		rank := []DutyState{DutyLate, DutyDue, DutyNotDue, DutyReturned, DutyFiled, DutyAccepted}
		for _, p := range periods {
			less := o.Duty(p, today, filings[:len(filings)/2], nil)
			all := o.Duty(p, today, filings, nil)
			if slices.Index(rank, all.State) < slices.Index(rank, less.State) {
				t.Fatalf("%d filings make %s, %d make %s", len(filings)/2, less.State, len(filings), all.State)
			}
			later := o.Duty(p, today.AddDays(1), filings, nil)
			if !all.State.Open() && (later.State != all.State || later.LateDays != all.LateDays) {
				t.Fatalf("done on one day, %s and %d days late on the next", later.State, later.LateDays)
			}
			if all.State == DutyLate != (all.FiledOn == nil && all.LateDays > 0) {
				t.Fatalf("%s, %d days late", all.State, all.LateDays)
			}
		}
	})
}
