package httpapi

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/registry"
)

var (
	//go:embed ogc_page.html
	ogcPageText string
	//go:embed ogc_page.css
	ogcPageStyle []byte

	ogcPages = template.Must(template.New("ogc").Parse(ogcPageText))
)

// ogcPolicy lets the pages load their style and send a form to themselves: they
// have no script.
const ogcPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// crumb is a step of the way to a page.
type crumb struct{ path, Name string }

// ogcPage is what a page of the OGC API shows. Kind says which of the parts.
type ogcPage struct {
	*ogcRequest
	Kind, Title string
	Crumbs      []crumb
	Landing     *ogc.Landing
	Classes     []string
	Collections []ogc.Collection
	Noun        *registry.Noun
	Nouns       []*registry.Noun
	Parameters  []ogc.Parameter
	Schema      ogc.Object
	// Columns, Rows, Next and Matched are of a page of features, Fields and Shape of
	// one feature.
	Columns []*registry.Field
	Rows    []featureRow
	Next    string
	Matched int64
	Fields  []fieldValue
	Shape   string
	// Asked is what the page was asked with, Refused why it is refused.
	Asked   url.Values
	Refused []registry.Fault
	// JSON is the address of the same as data.
	JSON string
}

type featureRow struct {
	ID, URL string
	Cells   []string
}

type fieldValue struct {
	Field *registry.Field
	Value string
}

func collectionCrumbs(n *registry.Noun, title string) []crumb {
	return []crumb{{"/collections", "collections"}, {ogc.Path(n, ""), title}}
}

// Pick chooses between the sentences of the two languages.
func (p ogcPage) Pick(vi, en string) string { return p.site.Say(registry.T(vi, en)) }

// Say gives a text in the language of the page.
func (p ogcPage) Say(t registry.Text) string { return p.site.Say(t) }

// English says in which language the page is.
func (p ogcPage) English() bool { return p.site.English }

// To gives the address of another page, in the language that was asked for.
func (p ogcPage) To(path string) string {
	address := p.site.Base + path
	if p.lang != "" {
		address += "?lang=" + p.lang
	}
	return address
}

// ToCrumb is To for a step of the way.
func (p ogcPage) ToCrumb(c crumb) string { return p.To(c.path) }

// In gives the address of this page in a language.
func (p ogcPage) In(lang string) string { return pageURL("", p.values, "lang", lang) }

// Systems gives the reference systems, as people name them.
func (p ogcPage) Systems() (out []shownCRS) {
	for _, c := range p.site.CRS {
		code := "CRS84"
		if !c.Stored() {
			code = "EPSG:" + strconv.Itoa(c.System.EPSG)
		}
		out = append(out, shownCRS{code, p.Say(c.Title()), c.URI})
	}
	return out
}

// shownCRS is a reference system by its code, its name and its URI.
type shownCRS struct{ Code, Name, URI string }

// Properties gives the properties of a schema in the order of the noun's fields.
func (p ogcPage) Properties() (out []fieldValue) {
	properties, _ := p.Schema["properties"].(ogc.Object)
	for i := range p.Noun.Fields {
		f := &p.Noun.Fields[i]
		if of, ok := properties[f.Name].(ogc.Object); ok {
			about, _ := of["description"].(string)
			out = append(out, fieldValue{f, about})
		}
	}
	return out
}

// show sends a page.
func (r *ogcRequest) show(c echo.Context, p ogcPage) error { return r.showAs(c, http.StatusOK, p) }

func (r *ogcRequest) showAs(c echo.Context, status int, p ogcPage) error {
	p.ogcRequest, p.Asked = r, r.values
	if p.JSON == "" {
		p.JSON = pageURL("", r.values, "f", "json")
	}
	var out bytes.Buffer
	if err := ogcPages.Execute(&out, p); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Security-Policy", ogcPolicy)
	h.Add("Vary", "Accept, Accept-Language")
	return c.HTMLBlob(status, out.Bytes())
}

// shownFirst are the properties that a table for people has, of those a noun has.
var shownFirst = []string{"code", "name", "level", "operator", "owner", "technology", "class", "structure", "status", "road", "commune",
	"province", "height_m", "length_m", "population", "operating_from"}

// maxColumns bounds the columns of the table.
const maxColumns = 8

// columnsOf gives the columns of a table of features: those with a value in it.
func columnsOf(n *registry.Noun, features []readFeature) (columns []*registry.Field) {
	for _, name := range shownFirst {
		f := n.Field(name)
		if f != nil && len(columns) < maxColumns && slices.ContainsFunc(features, func(one readFeature) bool { return !empty(one.Properties[name]) }) {
			columns = append(columns, f)
		}
	}
	return columns
}

func empty(value json.RawMessage) bool { return len(value) == 0 || string(value) == "null" }

// readFeature is a feature as a page reads it back from what programs are sent.
type readFeature struct {
	ID         string                     `json:"id"`
	Geometry   json.RawMessage            `json:"geometry"`
	Properties map[string]json.RawMessage `json:"properties"`
}

// refuseFeatures shows the form of a page of features again with what is wrong with
// what it was filled in with. What is not is told as any other refusal is.
func (r *ogcRequest) refuseFeatures(c echo.Context, n *registry.Noun, err error) error {
	var domain *registry.Error
	if !r.html || !errors.As(err, &domain) || domain.Code != registry.CodeInvalid || len(domain.Faults) == 0 {
		return err
	}
	title := r.site.Say(n.Title)
	return r.showAs(c, http.StatusBadRequest, ogcPage{Kind: "items", Title: title, Noun: n, Refused: domain.Faults,
		Crumbs: append(collectionCrumbs(n, title), crumb{ogc.Path(n, "/items"), "items"})})
}

// showFeatures sends a page of features as a table.
func (r *ogcRequest) showFeatures(c echo.Context, n *registry.Noun, page *export.Features, links []ogc.Link, matched int64) error {
	var read []readFeature
	if err := json.Unmarshal(page.JSON(), &read); err != nil {
		return err
	}
	title := r.site.Say(n.Title)
	p := ogcPage{Kind: "items", Title: title, Noun: n, Matched: matched, Columns: columnsOf(n, read),
		Crumbs: append(collectionCrumbs(n, title), crumb{ogc.Path(n, "/items"), "items"})}
	p.ogcRequest = r
	for _, f := range read {
		row := featureRow{ID: f.ID, URL: p.To(ogc.Path(n, "/items/"+f.ID))}
		for _, column := range p.Columns {
			row.Cells = append(row.Cells, r.word(column, f.Properties[column.Name]))
		}
		p.Rows = append(p.Rows, row)
	}
	for _, link := range links {
		if link.Rel == "next" {
			p.Next = link.Href
		}
	}
	return r.show(c, p)
}

// showFeature sends one feature as a page.
func (r *ogcRequest) showFeature(c echo.Context, n *registry.Noun, one *export.Features, links []ogc.Link) error {
	var f readFeature
	if err := json.Unmarshal(one.First(), &f); err != nil {
		return err
	}
	title := r.site.Say(n.Title)
	p := ogcPage{Kind: "item", Title: title + " " + f.ID, Noun: n, Shape: string(f.Geometry),
		Crumbs: append(collectionCrumbs(n, title), crumb{ogc.Path(n, "/items"), "items"}, crumb{ogc.Path(n, "/items/"+f.ID), f.ID})}
	for i := range n.Fields {
		if field := &n.Fields[i]; field.Name != "id" && field.Type != registry.GeometryField {
			p.Fields = append(p.Fields, fieldValue{field, r.word(field, f.Properties[field.Name])})
		}
	}
	return r.show(c, p)
}

// civil is the time by which people read a clock here.
var civil = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// Count words a number: 1.500 in Vietnamese, 1,500 in English.
func (p ogcPage) Count(n int64) string {
	digits := strconv.FormatInt(n, 10)
	mark := p.Pick(".", ",")
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + mark + digits[at:]
	}
	return digits
}

// word words a value for people: a code by its title, a decimal with the
// language's mark; nothing for null.
func (r *ogcRequest) word(f *registry.Field, value json.RawMessage) string {
	if empty(value) {
		return ""
	}
	switch f.Type {
	case registry.DateField:
		var day registry.Date
		if json.Unmarshal(value, &day) != nil {
			return ""
		}
		return r.site.Say(registry.T(day.Time().Format("02/01/2006"), day.String()))
	case registry.TimeField:
		var at time.Time
		if json.Unmarshal(value, &at) != nil {
			return ""
		}
		at = at.In(civil)
		return r.site.Say(registry.T(at.Format("15:04:05 02/01/2006"), at.Format(time.RFC3339)))
	case registry.TextField:
		var text string
		if json.Unmarshal(value, &text) != nil {
			return ""
		}
		if known, ok := r.site.Codes[f.List][text]; ok && f.List != "" {
			return r.site.Say(known.Title)
		}
		return text
	case registry.DecimalField:
		var number float64
		if json.Unmarshal(value, &number) != nil {
			return ""
		}
		digits := strconv.FormatFloat(number, 'f', -1, 64)
		return r.site.Say(registry.T(strings.Replace(digits, ".", ",", 1), digits))
	case registry.BoolField:
		if string(value) == "true" {
			return r.site.Say(registry.T("có", "yes"))
		}
		return r.site.Say(registry.T("không", "no"))
	}
	return string(value)
}
