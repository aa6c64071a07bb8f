package mail

import (
	"embed"
	"fmt"
	htmltemplate "html/template"
	"strings"
	texttemplate "text/template"

	gomail "github.com/wneessen/go-mail"

	"github.com/hatangso/hatangso/internal/registry"
)

//go:embed letter.txt letter.html
var files embed.FS

var (
	plain = texttemplate.Must(texttemplate.ParseFS(files, "letter.txt"))
	rich  = htmltemplate.Must(htmltemplate.ParseFS(files, "letter.html"))
)

// wording is a letter as the templates have it: in Vietnamese, then in English.
type wording struct {
	registry.Letter
	Headline registry.Text
	// Day is DueOn as it is written here.
	Day  string
	Page string
}

// headlines say in a line what a letter is about.
var headlines = map[registry.NoticeKind]registry.Text{
	registry.NoticeRequested: registry.T("Yêu cầu báo cáo", "A report is requested"),
	registry.NoticeReminder:  registry.T("Nhắc hạn báo cáo", "A report is due"),
	registry.NoticeLate:      registry.T("Báo cáo quá hạn", "A report is late"),
}

// Subject is what a letter is called: in Vietnamese, then in English.
func Subject(l registry.Letter) string {
	h, day := headlines[l.Kind], l.DueOn.Time().Format("02/01/2006")
	return oneLine(fmt.Sprintf("%s: %s, hạn %s / %s: %s, by %s", h.VI, l.Title.VI, day, h.EN, l.Title.EN, l.DueOn))
}

// oneLine keeps what people wrote out of the lines of a header.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// message words a letter, as plain text and as HTML.
func (s *Sender) message(l registry.Letter) (*gomail.Msg, error) {
	m := gomail.NewMsg()
	m.FromMailAddress(s.from)
	if err := m.AddToFormat(oneLine(l.Name), l.To); err != nil {
		return nil, err
	}
	m.Subject(Subject(l))
	m.SetDate()
	// the same when it is sent again, so that mail servers may keep one
	_, domain, _ := strings.Cut(s.from.Address, "@")
	m.SetMessageIDWithValue(fmt.Sprintf("notice-%d@%s", l.Notice, domain))
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834 §5: no holiday answers
	w := wording{Letter: l, Headline: headlines[l.Kind], Day: l.DueOn.Time().Format("02/01/2006"), Page: s.page}
	if err := m.SetBodyTextTemplate(plain, w); err != nil {
		return nil, err
	}
	return m, m.AddAlternativeHTMLTemplate(rich, w)
}
