package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// clock is a moment of a day here.
func clock(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s+"+07:00")
	if err != nil {
		panic(err)
	}
	return t
}

// remind reminds, and checks how many notices are new.
func (r *register) remind(now string, want int64) {
	r.Helper()
	n, err := r.db.Remind(r.Context(), clock(now), true)
	if err != nil || n != want {
		r.Errorf("at %s: %d new notices, want %d, %v", now, n, want, err)
	}
}

// people are the accounts of a small world: two of Viettel, one of them without a
// mail address, one disabled, and one of VNPT.
func (r *register) people() {
	r.Helper()
	r.organizations("Viettel", "VNPT")
	signer := registry.Grants{Roles: []registry.Role{registry.SignerRole}, Organization: "Viettel"}
	r.person("hoa@viettel.example", phrase, filers("Viettel").Grants)
	r.person("lan", phrase, signer)
	gone := r.person("gone@viettel.example", phrase, signer)
	r.exec(`UPDATE account SET disabled_at = now() WHERE id = $1`, gone.ID)
	r.person("minh@vnpt.example", phrase, filers("VNPT").Grants)
	r.person("can.bo@so.example", phrase, officers)
}

// inbox words the notices of an account, the newest first.
func (r *register) inbox(login string, unread bool) string {
	r.Helper()
	s, err := r.db.SessionOf(r.Context(), r.signIn(login, phrase))
	if err != nil {
		r.Fatal(err)
	}
	list, _, err := r.db.Notices(r.Context(), s.Actor(), unread, registry.Page{Limit: 100})
	if err != nil {
		r.Fatal(err)
	}
	var words []string
	for _, n := range list {
		words = append(words, fmt.Sprint(n.Kind, " ", *n.Organization, " ", *n.Period, " ", *n.DueOn))
	}
	return strings.Join(words, "; ")
}

// Each reminder is written once, to those it concerns, as long as there is
// something to do.
func TestRemind(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.remind("2026-10-29T08:00:00", 0) // nothing is in force
	o := r.switchOn("th-report", "2026-01-01")
	r.remind("2026-09-28T23:59:59", 0)
	r.remind("2026-09-29T00:00:00", 3)
	r.remind("2026-09-29T01:00:00", 0)
	r.filing("VNPT", "site", "signed", "2026-09-30", "2026-10-01T10:00:00+07")
	r.remind("2026-10-22T08:00:00", 2) // VNPT has filed
	r.person("new@viettel.example", phrase, filers("Viettel").Grants)
	r.remind("2026-10-22T09:00:00", 1) // somebody new learns where it stands
	r.remind("2026-11-02T09:00:00", 3) // the server was off on the day: one notice, that it is late
	if got, want := r.inbox("hoa@viettel.example", false), "late Viettel 2026 2026-10-29; reminder Viettel 2026 2026-10-29; reminder Viettel 2026 2026-10-29"; got != want {
		t.Errorf("a filer's notices: %s", got)
	}
	if got, want := r.inbox("minh@vnpt.example", false), "reminder VNPT 2026 2026-10-29"; got != want {
		t.Errorf("another's notices: %s", got)
	}
	if got := r.inbox("can.bo@so.example", false); got != "" {
		t.Errorf("an officer's notices: %s", got)
	}
	// a request is told of at once, and a day that is moved is reminded of anew
	request, err := r.db.CreateObligation(t.Context(), tester, registry.Obligation{Code: "yc-1", Title: registry.T("Đột xuất", "Special"), Basis: "Công văn", Recipient: "Sở",
		Kinds: []string{"operator"}, FulfilledBy: registry.AnyFiling, Recurrence: registry.Once, Date: dayPtr("2027-03-31"), ValidFrom: dayPtr("2026-11-02"), Remind: []int{7}, Active: true})
	if err != nil {
		t.Fatal(err)
	}
	r.remind("2026-11-02T10:00:00", 4)
	if got := r.inbox("minh@vnpt.example", true); !strings.HasPrefix(got, "requested VNPT once 2027-03-31; ") {
		t.Errorf("a request: %s", got)
	}
	if _, err := r.db.UpdateObligation(t.Context(), tester, request.ID, 1, func(o *registry.Obligation) { o.Date = dayPtr("2027-04-30") }); err != nil {
		t.Fatal(err)
	}
	r.remind("2026-11-02T11:00:00", 4)
	// switched off, nobody hears of it again
	if _, err := r.db.UpdateObligation(t.Context(), tester, request.ID, 2, func(o *registry.Obligation) { o.Active = false }); err != nil {
		t.Fatal(err)
	}
	r.remind("2027-04-29T11:00:00", 0)
	if got := r.inbox("minh@vnpt.example", true); strings.Count(got, "requested") != 2 {
		t.Errorf("what was told is gone: %s", got)
	}
	if n := one[int](r, `SELECT count(*) FROM notice WHERE obligation_id = $1`, o.ID); n != 9 {
		t.Errorf("%d notices of the yearly report", n)
	}
}

// Several programs at once remind once.
func TestRemindAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.switchOn("th-report", "2026-01-01")
	var wg sync.WaitGroup
	var mu sync.Mutex
	var total int64
	for range 6 {
		wg.Go(func() {
			n, err := r.db.Remind(t.Context(), clock("2026-10-01T08:00:00"), true)
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			total += n
		})
	}
	wg.Wait()
	if n := one[int64](r, `SELECT count(*) FROM notice`); n != 3 || total != 3 {
		t.Errorf("%d notices, %d said to be new", n, total)
	}
}

// A notice is its reader's: others neither see it nor mark it.
func TestNoticesAreOnesOwn(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.switchOn("th-report", "2026-01-01")
	r.remind("2026-10-01T08:00:00", 3)
	mine := one[int64](r, `SELECT n.id FROM notice n JOIN account a ON a.id = account_id WHERE login = 'hoa@viettel.example'`)
	who := func(login string) registry.Actor {
		s, err := r.db.SessionOf(t.Context(), r.signIn(login, phrase))
		if err != nil {
			t.Fatal(err)
		}
		return s.Actor()
	}
	for name, a := range map[string]registry.Actor{"a colleague": who("lan"), "another": who("minh@vnpt.example"), "an officer": who("can.bo@so.example"),
		"the administrator": tester, "a key": {Name: "key:x", Grants: filers("Viettel").Grants}} {
		_, err := r.db.ReadNotice(t.Context(), a, mine)
		if registry.CodeOf(err) != registry.CodeNotFound {
			t.Errorf("%s reads it: %v", name, err)
		}
	}
	_, err := r.db.ReadNotice(t.Context(), registry.Anonymous, mine)
	wantCode(t, err, registry.CodeUnauthorized)
	_, _, err = r.db.Notices(t.Context(), registry.Anonymous, false, registry.Page{Limit: 1})
	wantCode(t, err, registry.CodeUnauthorized)
	first, err := r.db.ReadNotice(t.Context(), who("hoa@viettel.example"), mine)
	if err != nil || first.ReadAt == nil || first.Title.EN == "" || *first.Recipient != "Sở" {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := r.db.ReadNotice(t.Context(), who("hoa@viettel.example"), mine)
	if err != nil || !again.ReadAt.Equal(*first.ReadAt) {
		t.Errorf("read at %v, then at %v, %v", first.ReadAt, again.ReadAt, err)
	}
	if got := r.inbox("hoa@viettel.example", true); got != "" {
		t.Errorf("unread: %s", got)
	}
	r.remind("2026-10-22T08:00:00", 3)
	page, next, err := r.db.Notices(t.Context(), who("hoa@viettel.example"), false, registry.Page{Limit: 1})
	if err != nil || len(page) != 1 || page[0].ID == mine || next != page[0].ID {
		t.Fatalf("the first page: %+v, %d, %v", page, next, err)
	}
	if page, next, err = r.db.Notices(t.Context(), who("hoa@viettel.example"), false, registry.Page{Limit: 1, After: next}); err != nil || len(page) != 1 || page[0].ID != mine || next != 0 {
		t.Errorf("the last page: %+v, %d, %v", page, next, err)
	}
}

// final is an error that says trying again is no use.
type final struct{ error }

func (final) Permanent() bool { return true }

// post is a mail server that can be told to fail.
type post struct {
	mu   sync.Mutex
	got  []string
	fail error
}

func (p *post) send(_ context.Context, l registry.Letter) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fail != nil {
		return p.fail
	}
	p.got = append(p.got, fmt.Sprint(l.To, " ", l.Kind, " ", l.OrganizationName, " ", l.DueOn))
	return nil
}

// A letter goes once to who has a mail address, is tried again when it fails, and
// is given up in the end.
func TestSendLetters(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.switchOn("th-report", "2026-01-01")
	p := &post{}
	send := func(now string, sent, failed int) {
		t.Helper()
		s, f, err := r.db.SendLetters(t.Context(), clock(now), p.send)
		if s != sent || f != failed || (err != nil) != (failed > 0) {
			t.Errorf("at %s: %d sent, %d failed, want %d and %d; %v", now, s, f, sent, failed, err)
		}
	}
	send("2026-10-01T07:00:00", 0, 0)
	r.remind("2026-10-01T08:00:00", 3)
	p.fail = errors.New("connection refused\x00")
	send("2026-10-01T08:00:00", 0, 2)
	send("2026-10-01T08:00:59", 0, 0) // not yet
	if got := one[string](r, `SELECT string_agg(attempts || ' ' || last_error || ' ' || (sent_at IS NULL), ', ') FROM outbox`); got != "1 connection refused true, 1 connection refused true" {
		t.Errorf("the outbox: %s", got)
	}
	p.fail = nil
	send("2026-10-01T08:01:00", 2, 0)
	send("2026-10-09T08:01:00", 0, 0)
	slices.Sort(p.got)
	if want := []string{"hoa@viettel.example reminder Viettel 2026-10-29", "minh@vnpt.example reminder VNPT 2026-10-29"}; !slices.Equal(p.got, want) {
		t.Errorf("letters: %q", p.got)
	}
	// one answered meanwhile, one whose account is disabled meanwhile
	r.remind("2026-10-22T08:00:00", 3)
	r.exec(`INSERT INTO duty_answer (obligation_id, organization_id, period, kind, given_on, given_by)
		SELECT b.id, g.id, '2026', 'nothing', '2026-10-22', 'x' FROM obligation b, organization g WHERE b.code = 'th-report' AND g.code = 'Viettel'`)
	r.exec(`UPDATE account SET disabled_at = now() WHERE login = 'minh@vnpt.example'`)
	send("2026-10-22T08:00:00", 0, 0)
	r.exec(`UPDATE account SET disabled_at = NULL; UPDATE outbox SET next_at = '2026-10-22T08:00:00+07' WHERE sent_at IS NULL; DELETE FROM duty_answer`)
	// an address that is no more
	p.fail = final{errors.New("550 no such user")}
	send("2026-10-22T08:00:00", 0, 2)
	if n := one[int](r, `SELECT count(*) FROM outbox WHERE next_at IS NULL AND sent_at IS NULL AND attempts = 1`); n != 2 {
		t.Errorf("%d letters are given up", n)
	}
	// a server that stays away
	r.exec(`UPDATE outbox SET attempts = 0, next_at = '2026-10-22T08:00:00+07' WHERE sent_at IS NULL`)
	p.fail = errors.New("connection refused")
	now, tries := clock("2026-10-22T08:00:00"), 0
	for one[int](r, `SELECT count(*) FROM outbox WHERE next_at IS NOT NULL`) > 0 {
		_, failed, _ := r.db.SendLetters(t.Context(), now, p.send)
		tries, now = tries+failed, now.Add(6*time.Hour)
		if tries > 100 {
			t.Fatal("it never gives up")
		}
	}
	if tries != 28 || now.Sub(clock("2026-10-22T08:00:00")) > 5*24*time.Hour {
		t.Errorf("two letters were tried %d times, until %s", tries, now)
	}
}

// Several programs at once send a letter once; without a mail server there are none.
func TestSendLettersAtOnce(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.switchOn("th-report", "2026-01-01")
	r.remind("2026-10-01T08:00:00", 3)
	p := &post{}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if _, _, err := r.db.SendLetters(t.Context(), clock("2026-10-01T08:00:00"), p.send); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if len(p.got) != 2 {
		t.Errorf("letters: %q", p.got)
	}
	if n, err := r.db.Remind(t.Context(), clock("2026-10-22T08:00:00"), false); err != nil || n != 3 {
		t.Errorf("%d notices, %v", n, err)
	}
	if n := one[int](r, `SELECT count(*) FROM outbox`); n != 2 {
		t.Errorf("%d letters though there is no mail server", n)
	}
}

// A mail server that is away is left alone after a few letters; the others are
// none the worse.
func TestSendLettersToNobody(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	for i := range 6 {
		r.person(fmt.Sprintf("p%d@viettel.example", i), phrase, filers("Viettel").Grants)
	}
	r.switchOn("th-report", "2026-01-01")
	r.remind("2026-10-01T08:00:00", 9)
	p := &post{fail: errors.New("connection refused")}
	if sent, failed, err := r.db.SendLetters(t.Context(), clock("2026-10-01T08:00:00"), p.send); sent != 0 || failed != 3 || err == nil {
		t.Errorf("%d sent, %d failed, %v", sent, failed, err)
	}
	p.fail = nil
	if sent, failed, err := r.db.SendLetters(t.Context(), clock("2026-10-01T08:01:00"), p.send); sent != 8 || failed != 0 || err != nil {
		t.Errorf("%d sent, %d failed, %v", sent, failed, err)
	}
}

// A program that dies after the mail server took a letter, and before that is
// written down, sends it once more, as the same letter: never not at all.
func TestSendLetterAgainAfterACrash(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.people()
	r.exec(`UPDATE account SET disabled_at = now() WHERE login LIKE 'minh%'`)
	r.switchOn("th-report", "2026-01-01")
	r.remind("2026-10-01T08:00:00", 2)
	var got []int64
	send := func(crash bool) func(context.Context, registry.Letter) error {
		return func(_ context.Context, l registry.Letter) error {
			got = append(got, l.Notice)
			if crash {
				_, err := r.sql.Exec(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hatangso'`)
				return err
			}
			return nil
		}
	}
	if sent, _, err := r.db.SendLetters(t.Context(), clock("2026-10-01T08:00:00"), send(true)); sent != 0 || err == nil {
		t.Errorf("%d sent, %v, though nothing could be written down", sent, err)
	}
	for range 2 {
		if _, _, err := r.db.SendLetters(t.Context(), clock("2026-10-01T08:00:00"), send(false)); err != nil {
			t.Error(err)
		}
	}
	if len(got) != 2 || got[0] != got[1] {
		t.Errorf("letters of the notices %v", got)
	}
}
