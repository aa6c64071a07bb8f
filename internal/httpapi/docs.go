package httpapi

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/api"
)

//go:embed docs.html
var docsTemplate string

//go:embed docs.css
var docsSheet []byte

// docsPolicy lets the documentation load its style and nothing else: it has no
// script at all.
const docsPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// docsPage is what the template shows.
type docsPage struct {
	English bool
	*description
}

// Pick chooses between the sentences of the two languages.
func (p docsPage) Pick(vi, en string) string {
	if p.English {
		return en
	}
	return vi
}

// Say takes the reader's language of each line that has both, as "vi / en"; a
// line made otherwise is shown whole.
func (p docsPage) Say(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if vi, en, ok := strings.Cut(line, " / "); ok && !strings.Contains(en, " / ") {
			lines[i] = p.Pick(vi, en)
		}
	}
	return strings.Join(lines, " ")
}

// Paragraphs is Say for each paragraph.
func (p docsPage) Paragraphs(text string) (out []string) {
	for _, paragraph := range strings.Split(text, "\n\n") {
		out = append(out, strings.ReplaceAll(p.Say(paragraph), "`", "")) // Markdown of other readers
	}
	return out
}

// docsPages are the pages in Vietnamese and in English, made from the document
// the first time somebody asks.
var docsPages = sync.OnceValues(func() (pages [2][]byte, err error) {
	t, err := template.New("docs").Parse(docsTemplate)
	if err != nil {
		return pages, err
	}
	d, err := describeAPI(api.Document)
	if err != nil {
		return pages, err
	}
	for i := range pages {
		var out bytes.Buffer
		if err := t.Execute(&out, docsPage{English: i == 1, description: d}); err != nil {
			return pages, err
		}
		pages[i] = out.Bytes()
	}
	return pages, nil
})

// docs serves the documentation of the API as a page, in the language asked for
// or preferred.
func (s *Server) docs(c echo.Context) error {
	q := newQuery(c)
	lang := q.choice("lang", "", "vi", "en")
	if err := q.done(); err != nil {
		return err
	}
	pages, err := docsPages()
	if err != nil {
		return err
	}
	page := pages[0]
	if lang == "en" || lang == "" && english(c) {
		page = pages[1]
	}
	h := c.Response().Header()
	h.Set("Content-Security-Policy", docsPolicy)
	h.Set("Cache-Control", "no-cache")
	h.Add("Vary", "Accept-Language")
	return c.HTMLBlob(http.StatusOK, page)
}

// docsStyle serves the style of the documentation.
func (s *Server) docsStyle(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, "text/css; charset=utf-8", docsSheet)
}
