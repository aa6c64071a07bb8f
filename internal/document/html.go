package document

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
)

//go:embed html.css
var sheet string

// HTMLPolicy is the content security policy under which what WriteHTML writes
// works: its own style, the pictures within it, and nothing else.
var HTMLPolicy = func() string {
	sum := sha256.Sum256([]byte(sheet))
	return "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}()

// WriteHTML writes the document as one HTML page that needs no other file, for a
// phone as for a desk.
func (d *Document) WriteHTML(w io.Writer) error {
	return page.Execute(w, struct {
		*Document
		Style template.HTML
	}{d, template.HTML("<style>" + sheet + "</style>")}) //nolint:gosec // the sheet is ours
}

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"text": composed,
	"source": func(png []byte) template.URL {
		return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(png)) //nolint:gosec // made by us
	},
	"is": func(b Block, kind string) bool {
		switch b.(type) {
		case Heading:
			return kind == "heading"
		case Paragraph:
			return kind == "paragraph"
		case Table:
			return kind == "table"
		case Figure:
			return kind == "figure"
		}
		return false
	},
	"side": func(a Align) string { return [...]string{"l", "c", "r", "l"}[a] },
	"sub":  func(r Row, i int) string { return r.cell(i) },
}).Parse(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{{text .Title}}</title>{{.Style}}</head>
<body><main>
{{with .Head}}<header><p>{{with .Parent}}{{text .}}<br>{{end}}<b>{{text .Issuer}}</b></p><h1>{{text .Kind}}<br><small>{{text .Subject}}</small></h1></header>
{{end}}{{range .Blocks}}{{if is . "heading"}}{{if eq .Level 1}}<h2>{{text .Text}}</h2>{{else}}<h3>{{text .Text}}</h3>{{end}}
{{else if is . "paragraph"}}<p{{if .Note}} class="note"{{end}}>{{with .Lead}}<b>{{text .}}</b> {{end}}{{text .Text}}</p>
{{else if is . "figure"}}<figure><img src="{{source .PNG}}" alt="{{text .Alt}}"><figcaption>{{text .Caption}}</figcaption></figure>
{{else if is . "table"}}{{$t := .}}<div class="wide" tabindex="0"><table{{if gt (len .Columns) 2}} class="many"{{end}}>{{with .Caption}}<caption>{{text .}}</caption>{{end}}<thead><tr>{{range .Columns}}<th scope="col" class="{{side .Align}}">{{text .Title}}</th>{{end}}</tr></thead>
<tbody>{{range .Rows}}{{$r := .}}<tr{{if .Strong}} class="strong"{{end}}>{{range $i, $c := $t.Columns}}<td class="{{side $c.Align}}">{{text (sub $r $i)}}</td>{{end}}</tr>
{{end}}</tbody></table></div>
{{end}}{{end}}</main></body></html>
`))
