package mail_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"math/big"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	netmail "net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"github.com/hatangso/hatangso/internal/mail"
	"github.com/hatangso/hatangso/internal/registry"
)

// server is a mail server on this machine that keeps what it is sent.
type server struct {
	address string
	refuse  error // of a recipient
	mu      sync.Mutex
	letters []received
}

type received struct {
	from, user string
	to         []string
	body       string
}

// start starts a server; with a certificate it offers STARTTLS and asks for a
// password.
func start(t *testing.T, config *tls.Config) *server {
	t.Helper()
	s := &server{}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = listener.Addr().String()
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{server: s, secured: config != nil}, nil }))
	server.Domain, server.TLSConfig, server.MaxMessageBytes = "localhost", config, 1<<20
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
	return s
}

func (s *server) all() []received {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]received(nil), s.letters...)
}

// session is one conversation.
type session struct {
	*server
	secured bool
	now     received
}

func (s *session) AuthMechanisms() []string {
	if !s.secured {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != "hatangso" || password != "mật khẩu" {
			return smtp.ErrAuthFailed
		}
		s.now.user = user
		return nil
	}), nil
}

func (s *session) Reset()        { s.now = received{user: s.now.user} }
func (s *session) Logout() error { return nil }

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if s.secured && s.now.user == "" {
		return smtp.ErrAuthRequired
	}
	s.now.from = from
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.now.to = append(s.now.to, to)
	return s.refuse
}

func (s *session) Data(r io.Reader) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.now.body = string(b)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.letters = append(s.letters, s.now)
	return nil
}

var letter = registry.Letter{To: "hoa@viettel.example", Name: "Nguyễn Thị Hòa", Kind: registry.NoticeReminder,
	Title: registry.T("Báo cáo kết quả hằng năm của doanh nghiệp", "The operators' yearly report"), Basis: "Kế hoạch 225/KH-UBND <Thanh Hóa>", Recipient: "Sở",
	OrganizationName: "Viettel Thanh Hóa", Period: "2026", DueOn: registry.NewDate(2026, 10, 29), Notice: 12}

func sender(t *testing.T, url string) *mail.Sender {
	t.Helper()
	s, err := mail.NewSender(url, "Sở Khoa học và Công nghệ <hatang@so.example.vn>", "https://hatang.example.vn/")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What arrives is what was meant, in letters of Vietnamese, in both languages,
// as text and as HTML.
func TestSend(t *testing.T) {
	t.Parallel()
	s := start(t, nil)
	if err := sender(t, "smtp://"+s.address).Send(t.Context(), letter); err != nil {
		t.Fatal(err)
	}
	all := s.all()
	if len(all) != 1 || all[0].from != "hatang@so.example.vn" || len(all[0].to) != 1 || all[0].to[0] != "hoa@viettel.example" {
		t.Fatalf("received %+v", all)
	}
	for _, line := range strings.Split(all[0].body, "\r\n") {
		if len(line) > 998 || strings.IndexFunc(line, func(r rune) bool { return r > 0x7f }) >= 0 {
			t.Errorf("a mail server may spoil the line %q", line)
		}
	}
	m, err := netmail.ReadMessage(strings.NewReader(all[0].body))
	if err != nil {
		t.Fatal(err)
	}
	header := func(name string) string {
		decoded, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get(name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return decoded
	}
	for name, want := range map[string]string{
		"Subject": "Nhắc hạn báo cáo: Báo cáo kết quả hằng năm của doanh nghiệp, hạn 29/10/2026 / A report is due: The operators' yearly report, by 2026-10-29",
		"From":    `"Sở Khoa học và Công nghệ" <hatang@so.example.vn>`, "To": `"Nguyễn Thị Hòa" <hoa@viettel.example>`,
		"Message-ID": "<notice-12@so.example.vn>", "Auto-Submitted": "auto-generated",
	} {
		if got := header(name); strings.ReplaceAll(got, `"`, "") != strings.ReplaceAll(want, `"`, "") {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	media, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || media != "multipart/alternative" {
		t.Fatalf("%s, %v", media, err)
	}
	parts := multipart.NewReader(m.Body, parameters["boundary"])
	for _, want := range []struct {
		media string
		says  []string
	}{
		{"text/plain", []string{"Kính gửi Nguyễn Thị Hòa", "29/10/2026", "Dear Nguyễn Thị Hòa", "2026-10-29", "<Thanh Hóa>", "https://hatang.example.vn/"}},
		{"text/html", []string{"Kính gửi Nguyễn Thị Hòa", "29/10/2026", "Dear Nguyễn Thị Hòa", "&lt;Thanh Hóa&gt;", `href="https://hatang.example.vn/"`}},
	} {
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		if got := part.Header.Get("Content-Type"); got != want.media+"; charset=UTF-8" || part.Header.Get("Content-Transfer-Encoding") != "quoted-printable" {
			t.Errorf("a part is %v", part.Header)
		}
		text, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range want.says {
			if !strings.Contains(string(text), s) {
				t.Errorf("%s lacks %q:\n%s", want.media, s, text)
			}
		}
		if vi, en := strings.Index(string(text), "Kính gửi"), strings.Index(string(text), "Dear"); vi > en {
			t.Errorf("%s begins in English", want.media)
		}
	}
}

// With a password the letter goes by STARTTLS or not at all.
func TestStartTLS(t *testing.T) {
	t.Parallel()
	own := certificate(t)
	s := start(t, &tls.Config{Certificates: []tls.Certificate{own}})
	to := sender(t, "smtp://hatangso:m%E1%BA%ADt%20kh%E1%BA%A9u@"+s.address)
	// it trusts whom this machine trusts
	var untrusted *tls.CertificateVerificationError
	if err := to.Send(t.Context(), letter); !errors.As(err, &untrusted) {
		t.Errorf("a certificate nobody vouches for: %v", err)
	}
	if n := len(s.all()); n != 0 {
		t.Errorf("%d letters went", n)
	}
	trusted := x509.NewCertPool()
	trusted.AddCert(own.Leaf)
	if err := to.Trust(&tls.Config{RootCAs: trusted, ServerName: "127.0.0.1"}); err != nil {
		t.Fatal(err)
	}
	if err := to.Send(t.Context(), letter); err != nil {
		t.Error(err)
	}
	if all := s.all(); len(all) != 1 || all[0].user != "hatangso" {
		t.Errorf("received %+v", all)
	}
	bare := start(t, nil)
	if err := sender(t, "smtp://"+bare.address+"?starttls=mandatory").Send(t.Context(), letter); err == nil {
		t.Error("without encryption though it is mandatory")
	}
	if err := sender(t, "smtp://hatangso:secret@"+bare.address).Send(t.Context(), letter); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("a password to a server that asks for none: %v", err)
	}
	if n := len(bare.all()); n != 0 {
		t.Errorf("%d letters went", n)
	}
}

// certificate is for 127.0.0.1, by itself.
func certificate(t *testing.T) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotAfter: time.Now().Add(time.Hour),
		BasicConstraintsValid: true, IsCA: true, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}
}

// permanent says whether trying again is no use.
func permanent(err error) bool {
	var p interface{ Permanent() bool }
	return errors.As(err, &p) && p.Permanent()
}

// What may pass and what will not are told apart.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		refuse error
		final  bool
	}{
		"no such mailbox": {&smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "No such user"}, true},
		"a full mailbox":  {&smtp.SMTPError{Code: 452, EnhancedCode: smtp.EnhancedCode{4, 2, 2}, Message: "Mailbox full"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, nil)
			s.refuse = c.refuse
			if err := sender(t, "smtp://"+s.address).Send(t.Context(), letter); err == nil || permanent(err) != c.final {
				t.Errorf("%v, permanent %t", err, permanent(err))
			}
			if n := len(s.all()); n != 0 {
				t.Errorf("%d letters went", n)
			}
		})
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	if err := sender(t, "smtp://"+address).Send(t.Context(), letter); err == nil || permanent(err) {
		t.Errorf("nobody there: %v", err)
	}
}

func TestNewSender(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"smtp://mail.example.vn", "smtp://u:p@mail.example.vn:2525?starttls=opportunistic", "smtps://u:p@mail.example.vn", "smtps://mail.example.vn:1465", "smtp://[::1]:25?starttls=never"} {
		if _, err := mail.NewSender(url, "a@example.vn", ""); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
	for _, c := range []struct{ url, from string }{
		{"mail.example.vn:25", "a@example.vn"}, {"http://mail.example.vn", "a@example.vn"}, {"smtp://", "a@example.vn"}, {"smtp://:25", "a@example.vn"},
		{"smtp://u:hunter2@mail.example.vn:port", "a@example.vn"}, {"smtp://u:hunter2@mail.example.vn?starttls=maybe", "a@example.vn"},
		{"smtps://u:hunter2@mail.example.vn?starttls=never", "a@example.vn"}, {"smtp://u:hunter2@mail.example.vn?tls=1", "a@example.vn"},
		{"smtp://u:hunter2@mail.example.vn:99999", "a@example.vn"}, {"smtp://u:hunter2@mail.example.vn/inbox", "a@example.vn"},
		{"smtp://u:hunter2@mail.example.vn", "nobody"}, {"smtp://u:hunter2@mail.example.vn", ""},
	} {
		_, err := mail.NewSender(c.url, c.from, "")
		if registry.CodeOf(err) != registry.CodeInvalid || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s from %q: %v", c.url, c.from, err)
		}
	}
}
