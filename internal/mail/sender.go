package mail

import (
	"context"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"github.com/hatangso/hatangso/internal/registry"
)

// timeout bounds a conversation with the mail server.
const timeout = 30 * time.Second

// Sender hands letters to one mail server. It is safe for concurrent use.
type Sender struct {
	client *gomail.Client
	from   *netmail.Address
	page   string
}

// NewSender makes a sender from the URL of a mail server and the address letters
// come from, such as "Sở KH&CN <hatang@example.vn>". page is where people reach
// the service, "" for nowhere the letter could tell. The URL is
//
//	smtp://USER:PASSWORD@HOST:PORT   STARTTLS, port 587 unless said
//	smtps://USER:PASSWORD@HOST:PORT  TLS from the first byte, port 465 unless said
//
// the user and the password, percent-encoded, may be left out. With smtp the
// parameter starttls says what becomes of encryption: mandatory (the default),
// opportunistic (without it where the server offers none; the default of a server
// on this machine) or never. CodeInvalid says what is wrong, without the password.
func NewSender(server, from, page string) (*Sender, error) {
	address, err := netmail.ParseAddress(from)
	if err != nil {
		return nil, registry.Errorf(registry.CodeInvalid, "HATANGSO_MAIL_FROM không phải một địa chỉ thư: %q.", "HATANGSO_MAIL_FROM is no mail address: %q.", from)
	}
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" || strings.Trim(u.Path, "/") != "" {
		return nil, registry.Errorf(registry.CodeInvalid, "HATANGSO_SMTP_URL có dạng smtp://NGƯỜI:MẬT-KHẨU@MÁY:CỔNG hoặc smtps://….",
			"HATANGSO_SMTP_URL looks like smtp://USER:PASSWORD@HOST:PORT or smtps://….")
	}
	options := []gomail.Option{gomail.WithTimeout(timeout)}
	switch policy, err := policyOf(u); {
	case err != nil:
		return nil, err
	case u.Scheme == "smtps":
		options = append(options, gomail.WithSSLPort(false))
	default:
		options = append(options, gomail.WithTLSPolicy(policy), gomail.WithPort(gomail.DefaultPortTLS))
	}
	if port := u.Port(); port != "" {
		n, err := strconv.Atoi(port)
		if err != nil {
			return nil, err // url.Parse lets digits through alone
		}
		options = append(options, gomail.WithPort(n))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	client, err := gomail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, registry.Errorf(registry.CodeInvalid, "HATANGSO_SMTP_URL không dùng được: %v.", "HATANGSO_SMTP_URL cannot be used: %v.", err)
	}
	return &Sender{client: client, from: address, page: page}, nil
}

// policyOf reads what becomes of STARTTLS.
func policyOf(u *url.URL) (gomail.TLSPolicy, error) {
	query := u.Query()
	asked := query.Get("starttls")
	query.Del("starttls")
	if len(query) > 0 || u.Scheme == "smtps" && asked != "" {
		asked = "?"
	}
	switch asked {
	case "mandatory":
		return gomail.TLSMandatory, nil
	case "opportunistic":
		return gomail.TLSOpportunistic, nil
	case "never":
		return gomail.NoTLS, nil
	case "":
		if ip := net.ParseIP(u.Hostname()); u.Hostname() == "localhost" || ip != nil && ip.IsLoopback() {
			return gomail.TLSOpportunistic, nil
		}
		return gomail.TLSMandatory, nil
	}
	return 0, registry.Errorf(registry.CodeInvalid, "HATANGSO_SMTP_URL: smtp nhận tham số starttls=mandatory, opportunistic hoặc never.",
		"HATANGSO_SMTP_URL: smtp takes the parameter starttls=mandatory, opportunistic or never.")
}

// refused is the error of an address the mail server will never take.
type refused struct{ error }

func (r refused) Unwrap() error { return r.error }

// Permanent says that trying again is no use.
func (r refused) Permanent() bool { return true }

// Send words a letter and hands it over; nil when the server has taken it. An
// error that has a method Permanent says that the server refuses the address for
// good; after any other the letter may be tried again.
func (s *Sender) Send(ctx context.Context, l registry.Letter) error {
	message, err := s.message(l)
	if err != nil {
		return refused{err}
	}
	client, err := s.client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return fmt.Errorf("mail server: %w", err)
	}
	// the letter is gone or not by then: how they part is of no interest
	defer func() { _ = s.client.CloseWithSMTPClient(client) }()
	err = s.client.SendWithSMTPClient(client, message)
	if err == nil || message.IsDelivered() {
		return nil
	}
	var why *gomail.SendError
	if errors.As(err, &why) && why.Reason == gomail.ErrSMTPRcptTo && why.ErrorCode() >= 500 {
		return refused{err}
	}
	return err
}
