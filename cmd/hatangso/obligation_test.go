package main

import (
	"io"
	"mime"
	"net"
	netmail "net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// mailbox is a mail server on this machine.
type mailbox struct {
	mu      sync.Mutex
	letters []string
}

func (m *mailbox) all() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.letters...)
}

// delivery is one conversation with it.
type delivery struct{ *mailbox }

func (delivery) Reset()                               {}
func (delivery) Logout() error                        { return nil }
func (delivery) Mail(string, *smtp.MailOptions) error { return nil }
func (delivery) Rcpt(string, *smtp.RcptOptions) error { return nil }
func (d delivery) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.letters = append(d.letters, string(b))
	return err
}

// startMail starts a mail server, and gives its address.
func startMail(t *testing.T) (*mailbox, string) {
	t.Helper()
	m := &mailbox{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return delivery{m}, nil }))
	server.Domain = "localhost"
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener) // an error once it is closed
	}()
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		<-done
	})
	return m, listener.Addr().String()
}

// From the command line to a letter: what is requested is told of at once, and
// the board says who has not answered.
func TestObligation(t *testing.T) {
	t.Parallel()
	c := register(t)
	db, err := postgres.Open(t.Context(), c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	console := registry.Command("test", "", "")
	for _, code := range []string{"Viettel", "VNPT"} {
		if _, err := db.Create(t.Context(), console, registry.OrganizationNoun, &registry.Organization{Code: code, Name: "Công ty " + code, Kind: "operator"}); err != nil {
			t.Fatal(err)
		}
	}
	c.ok(t, "user create hoa@viettel.example --role filer --organization Viettel --name", "Nguyễn Thị Hòa")

	c.ok(t, "obligation list").says(t, "th-report", "chưa", "trước 30/10 hằng năm", "SEED-TH", "hằng năm, chưa định ngày", "khi được yêu cầu")
	c.with("HATANGSO_LANG", "en").ok(t, "obligation list").says(t, "before 30/10 every year", "The operators' yearly report", "on request")
	if out := c.ok(t, "obligation board").out; strings.Contains(out, "Viettel") {
		t.Errorf("somebody is obliged before anything is switched on: %s", out)
	}
	due := registry.DateOf(time.Now()).AddDays(60).String()
	c.ok(t, "obligation request yc-1 --like hd-report --organization Viettel --due "+due).says(t, "yc-1", due)
	yearly := registry.DateOf(time.Now()).AddDays(180).Time().Format("02/01") // nobody is reminded of it yet
	c.ok(t, "obligation add bc-1 --basis KH --before --noun poles --every "+yearly+" --title", "Báo cáo năm").says(t, "trước "+yearly+" hằng năm")
	c.ok(t, "obligation on nb-results --every 31/12 --kind operator --from 2026-01-01")
	c.ok(t, "obligation off nb-results")
	c.ok(t, "obligation list").says(t, "Báo cáo của doanh nghiệp theo yêu cầu của Sở", "31/12 hằng năm")
	c.do(t, "obligation request yc-1 --like hd-report --due "+due).want(t, statusFailed)
	c.do(t, "obligation request yc-2 --like nothing --due "+due).want(t, statusFailed).says(t, "hatangso obligation list")
	c.do(t, "obligation on hd-department").want(t, statusFailed).says(t, "obligation.incomplete", "kinds", "day")
	c.do(t, "obligation request yc-2 --like hd-report").want(t, statusMisuse).says(t, "--due")
	c.do(t, "obligation add x-1 --title X --basis Y").want(t, statusMisuse).says(t, "--every")
	c.do(t, "obligation add x-1 --title X --basis Y --every 31/04").want(t, statusMisuse).says(t, "--every")
	c.do(t, "obligation board --from 2026-01-01 --to 2025-01-01").want(t, statusMisuse).says(t, "--to")
	c.ok(t, "obligation board").says(t, "Viettel", "VNPT", "QUÁ HẠN")

	letters, address := startMail(t)
	c = c.with("HATANGSO_SMTP_URL", "smtp://"+address)
	c.do(t, "serve --addr 127.0.0.1:0").want(t, statusMisuse).says(t, "HATANGSO_MAIL_FROM")
	c = c.with("HATANGSO_MAIL_FROM", "Sở KH&CN <so@example.vn>").with("HATANGSO_PUBLIC_URL", "https://hatang.example.vn")
	c.with("HATANGSO_SMTP_URL", "nonsense").do(t, "serve --addr 127.0.0.1:0").want(t, statusFailed).says(t, "HATANGSO_SMTP_URL")
	first, second := c.start(t, "serve --addr 127.0.0.1:0"), c.start(t, "serve --addr 127.0.0.1:0")
	for end := time.Now().Add(time.Minute); len(letters.all()) == 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("no letter came: %s%s", first.err.String(), second.err.String())
		}
	}
	first.stop(t)
	second.stop(t)
	got := letters.all()
	if len(got) != 1 {
		t.Fatalf("%d letters", len(got))
	}
	m, err := netmail.ReadMessage(strings.NewReader(got[0]))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || !strings.HasPrefix(subject, "Yêu cầu báo cáo: Báo cáo của doanh nghiệp theo yêu cầu của Sở, hạn ") {
		t.Errorf("the subject is %q, %v", subject, err)
	}
}
