package httpapi_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/registry"
)

// drivingTime bounds the property test as a whole.
const drivingTime = 20 * time.Second

// Whatever is sent to whichever operation, the answer is one the document
// gives, and none is a failure. What is taken keeps to the document too: it may
// not ask for less than it says.
func TestAnyRequest(t *testing.T) {
	t.Parallel()
	d := newDriver(t)
	all := operations(t)
	for _, o := range all {
		t.Run(o.OperationID, func(t *testing.T) {
			end := time.Now().Add(drivingTime / time.Duration(len(all)))
			rapid.Check(t, func(t *rapid.T) {
				if time.Now().Before(end) {
					d.drive(t, o)
				}
			})
		})
	}
}

// A number as large or as small as its parameter may be is taken: none is bound to
// a narrower type on its way to a column.
func TestNumbersAtTheirEnds(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	asked := 0
	for _, o := range operations(t) {
		if o.method != http.MethodGet || strings.Contains(o.path, "{") {
			continue
		}
		for _, p := range o.Parameters {
			s := p.Value.Schema.Value
			if p.Value.In != openapi3.ParameterInQuery || !s.Type.Is(openapi3.TypeInteger) {
				continue
			}
			for _, end := range []*float64{s.Min, s.Max} {
				n := int64(math.MaxInt64)
				if end != nil {
					n = int64(*end)
				}
				asked++
				path := fmt.Sprintf("%s?%s=%d", o.path, p.Value.Name, n)
				if a := c.do(o.method, path, nil); a.status >= http.StatusInternalServerError {
					t.Errorf("GET %s fails: %s", path, a.why)
				}
			}
		}
	}
	if asked < 50 {
		t.Errorf("only %d numbers were asked with", asked)
	}
}

// driver makes requests that are mostly right and sometimes wrong.
type driver struct {
	*server
	lists   map[string][]registry.ListCode
	samples map[string]record
	stored  map[string]int64
	owners  []string
	admin   string // a session
	picture []byte
	// planBook is a plan as a workbook.
	planBook []byte
}

// newDriver fills a register with a record of every noun to refer to.
func newDriver(t *testing.T) *driver {
	d := &driver{server: serve(t), samples: map[string]record{}, stored: map[string]int64{}, picture: snapshot(t, "a")}
	c := d.as(t)
	c.do(http.MethodGet, "/api/v1/codes", nil).want(http.StatusOK).read(&d.lists)
	c.create("units", record{"level": "commune", "code": "1", "name": "Phường Đông", "province": "31", "geometry": square(105.8, 21, 0.5)})
	for _, n := range registry.Nouns {
		d.samples[n.Path] = sample(c, n, n.Name)
		d.stored[n.Path] = c.create(n.Path, d.samples[n.Path]).id()
	}
	for _, o := range c.list("/api/v1/organizations") {
		d.owners = append(d.owners, o["code"].(string))
	}
	d.planBook = c.do(http.MethodGet, "/api/v1/plans/hd-2023/workbook.xlsx", nil).want(http.StatusOK).body
	d.account(t, "admin", registry.Grants{Roles: []registry.Role{registry.AdminRole}})
	d.admin = d.session(t, "admin")
	return d
}

func (d *driver) drive(t *rapid.T, o operation) {
	c := d.as(t)
	if strings.HasPrefix(o.path, "/api/v1/accounts") || strings.HasPrefix(o.path, "/api/v1/notices") || o.OperationID == "reportOnPaper" {
		c = c.with("Authorization", "").with("Cookie", d.admin).with("Origin", d.url)
	}
	path, noun := o.path, registry.NounByPath(strings.Split(o.path+"///", "/")[3])
	if strings.Contains(path, "{id}") {
		path = strings.Replace(path, "{id}", d.idOf(t, o), 1)
	}
	path = strings.Replace(path, "{file}", d.file(t), 1)
	path = strings.Replace(path, "{number}", rapid.SampledFrom([]string{"1", "2", "3", "4", "x"}).Draw(t, "number"), 1)
	if query := d.query(t, o); query != "" {
		path += "?" + query
	}
	var body any
	if o.RequestBody != nil {
		body = d.bodyOf(t, o, noun)
	}
	if o.OperationID == "storePhoto" || o.OperationID == "addFeedbackPhoto" {
		c = c.with("Content-Type", rapid.SampledFrom([]string{"image/jpeg", "image/jpeg", "image/png", "image/gif", ""}).Draw(t, "media"))
	}
	if o.OperationID == "importPlan" {
		c = c.with("Content-Type", rapid.SampledFrom([]string{"application/yaml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/yaml", "image/png", ""}).Draw(t, "media"))
	}
	for _, p := range o.Parameters {
		if p.Value.In == openapi3.ParameterInHeader && rapid.IntRange(0, 9).Draw(t, "header") > 0 {
			c = c.with(p.Value.Name, d.headerValue(t, c, p.Value.Name, noun, path, body))
		}
	}
	if rapid.IntRange(0, 39).Draw(t, "anonymous") == 0 {
		c = c.with("Authorization", rapid.SampledFrom([]string{"", "Bearer x"}).Draw(t, "token"))
	}
	request := c.request(o.method, path, body)
	a := c.do(o.method, path, again(t, body))
	if a.status >= http.StatusInternalServerError {
		t.Fatalf("%s %s fails: %s", o.method, path, a.why)
	}
	if a.status < 300 {
		if input, err := validation(request); err != nil {
			t.Fatalf("%v", err)
		} else if err := openapi3filter.ValidateRequest(t.Context(), input); err != nil && !lenient(path, body) {
			t.Fatalf("%s %s is taken, against its description: %v", o.method, path, err)
		}
	}
}

// again gives a body to read a second time.
func again(t *rapid.T, body any) any {
	if r, ok := body.(*bytes.Reader); ok {
		b := make([]byte, r.Size())
		if _, err := r.ReadAt(b, 0); err != nil {
			t.Fatalf("%v", err)
		}
		return bytes.NewReader(b)
	}
	return body
}

// lenient says whether a request has what is taken although no schema says so: a
// parameter left empty, or a field the register sets as it already is.
func lenient(path string, body any) bool {
	if sent, ok := body.(record); ok && (sent["id"] != nil || sent["version"] != nil) {
		return true
	}
	_, query, _ := strings.Cut(path, "?")
	for _, pair := range strings.Split(query, "&") {
		if strings.HasSuffix(pair, "=") {
			return true
		}
	}
	return false
}

// junk are values that break things.
var junk = []any{
	nil, true, "", " ", "\x00", "ữ", "a\"b\\", "2025-02-30", "0001-01-01", "NaN", "'; DROP TABLE asset; --", "%", "{}", -1, 0, 1.5, 1e300, -1e-300,
	int64(1) << 62, json.Number("9223372036854775808"), json.Number("1e400"), []any{}, []any{nil}, record{}, record{"x": record{}},
	strings.Repeat("ư", 600), strings.Repeat("9", 400),
	record{"type": "Point", "coordinates": []any{}}, record{"type": "Point", "coordinates": []any{181, 0}},
	record{"type": "Point", "coordinates": nil}, record{"type": "LineString", "coordinates": []any{[]any{1, 2}}},
	record{"type": "MultiPolygon", "coordinates": []any{[]any{}}}, record{"type": "Polygon", "coordinates": []any{[]any{[]any{0, 0}, []any{1, 1}, []any{0, 0}}}},
	record{"type": "MultiPolygon", "coordinates": []any{[]any{[]any{[]any{0, 0}, []any{0, 0}, []any{0, 0}, []any{0, 0}}}}},
	record{"type": "GeometryCollection", "geometries": []any{}},
	[]any{record{"name": "A", "lon": 1e9, "lat": 0}}, []any{record{"name": "\x00", "lon": 105, "lat": 21}}, []any{1}, record{"x": "\x00"},
}

// bodyOf makes the body of an operation.
func (d *driver) bodyOf(t *rapid.T, o operation, n *registry.Noun) any {
	odd := func(body record) any {
		if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
			names := []string{"stray"}
			for name := range body {
				names = append(names, name)
			}
			slices.Sort(names)
			body[rapid.SampledFrom(names).Draw(t, "member")] = rapid.SampledFrom(junk).Draw(t, "junk")
		}
		return body
	}
	some := func(body record, name string, value any) {
		if rapid.Bool().Draw(t, name) {
			body[name] = value
		}
	}
	switch o.OperationID {
	case "writeBatch":
		var items []any
		for range rapid.IntRange(1, 4).Draw(t, "items") {
			items = append(items, odd(d.batchItem(t)))
		}
		return odd(record{"atomic": rapid.Bool().Draw(t, "atomic"), "items": items})
	case "splitDuct":
		body := record{"at": rapid.Float64Range(0, 1).Draw(t, "at")}
		some(body, "code", rapid.StringN(0, 80, 80).Draw(t, "code"))
		some(body, "new_manhole", d.body(t, registry.ManholeNoun, http.MethodPost))
		some(body, "manhole", d.stored["manholes"])
		some(body, "at", point(105.805, 21.005))
		return odd(body)
	case "joinDucts":
		return record{"ids": []any{d.stored["ducts"], rapid.Int64Range(1, 60).Draw(t, "other")}}
	case "snapDuct":
		return odd(record{"tolerance_m": rapid.Float64Range(0, 60).Draw(t, "tolerance")})
	case "createSession":
		return odd(record{"login": rapid.SampledFrom([]string{"admin", "ADMIN", "x"}).Draw(t, "login"), "password": rapid.String().Draw(t, "password")})
	case "setPassword":
		body := record{"password": rapid.StringN(12, 40, 200).Draw(t, "password")}
		some(body, "token", rapid.String().Draw(t, "token"))
		some(body, "old_password", rapid.String().Draw(t, "old"))
		return odd(body)
	case "createAccount", "updateAccount":
		body := record{}
		if o.OperationID == "createAccount" {
			body["login"] = rapid.StringMatching(`[a-zA-Z0-9._+@-]{2,20}`).Draw(t, "login")
		}
		body["name"] = rapid.StringN(0, 220, 300).Draw(t, "name")
		body["roles"] = rapid.SliceOfN(rapid.SampledFrom([]string{"officer", "filer", "local", "admin", "x"}), 0, 2).Draw(t, "roles")
		some(body, "organization", rapid.SampledFrom(append(d.owners, "")).Draw(t, "organization"))
		some(body, "units", []any{d.stored["units"], rapid.Int64Range(-1, 9).Draw(t, "unit")})
		some(body, "oidc_issuer", rapid.SampledFrom([]string{"", "https://id"}).Draw(t, "issuer"))
		some(body, "oidc_subject", rapid.StringN(0, 3, 9).Draw(t, "subject"))
		some(body, "disabled", rapid.Bool().Draw(t, "disabled"))
		return odd(body)
	case "createKey":
		body := record{"name": rapid.StringN(0, 120, 200).Draw(t, "name")}
		some(body, "roles", []string{"officer"})
		some(body, "nouns", []string{"site", "pole"})
		some(body, "expires_at", "2999-01-01T00:00:00Z")
		return odd(body)
	case "createFiling", "reviseFiling":
		body := record{"file_name": rapid.SampledFrom([]string{"a.csv", "cột.xlsx", "", "../a", "a\nb"}).Draw(t, "file"),
			"file_bytes": rapid.Int64Range(-1, 100).Draw(t, "bytes")}
		some(body, "noun", rapid.SampledFrom([]string{"poles", "sites", "x"}).Draw(t, "noun"))
		some(body, "file_sha256", rapid.SampledFrom([]string{strings.Repeat("ab", 32), "x"}).Draw(t, "hash"))
		some(body, "day", "2026-01-01")
		some(body, "choices", record{"missing": rapid.SampledFrom([]string{"keep", "remove", "x"}).Draw(t, "missing")})
		return odd(body)
	case "updateFiling":
		body := record{}
		some(body, "day", "2026-01-01")
		some(body, "choices", record{"columns": record{"code": "Mã"}})
		return odd(body)
	case "appendFile":
		return bytes.NewReader([]byte(rapid.SampledFrom([]string{"a", "code,lon,lat\nA,106,20\n"}).Draw(t, "part")))
	case "importPlan":
		return bytes.NewReader(rapid.SampledFrom([][]byte{d.planBook, d.planBook[:len(d.planBook)/2], []byte("code: a\ntitle: {vi: A}\nfrom: 2026\nto: 2030\n"), []byte("code: ["), {0}}).Draw(t, "plan"))
	case "storePhoto", "addFeedbackPhoto":
		return bytes.NewReader(rapid.SampledFrom([][]byte{d.picture, d.picture[:len(d.picture)/2], []byte("no picture"), {0}}).Draw(t, "picture"))
	case "editFiling":
		return odd(record{"edits": []any{record{"row": rapid.IntRange(-1, 9).Draw(t, "row"), "column": "code", "value": rapid.String().Draw(t, "value")}}})
	case "verifyFindings":
		return odd(record{"no": rapid.IntRange(0, 3).Draw(t, "no"), "rule": "x", "reason": rapid.String().Draw(t, "reason")})
	case "decideFilingRows":
		return odd(record{"rows": []any{rapid.IntRange(-1, 9).Draw(t, "row")}, "returned": rapid.Bool().Draw(t, "returned"), "reason": rapid.String().Draw(t, "reason")})
	case "acceptFiling", "returnFiling":
		return odd(record{"reason": rapid.String().Draw(t, "reason")})
	case "createObligation", "updateObligation":
		return odd(d.obligation(t, o))
	case "reportNothing", "reportOnPaper":
		body := record{"obligation": rapid.Int64Range(1, 14).Draw(t, "obligation"), "organization": rapid.SampledFrom(d.owners).Draw(t, "organization"),
			"period": rapid.SampledFrom([]string{"2025", "2026", "once", "x"}).Draw(t, "period")}
		some(body, "note", rapid.StringN(0, 40, 200).Draw(t, "note"))
		if o.OperationID == "reportOnPaper" {
			some(body, "on", "2026-01-02")
		}
		return odd(body)
	case "createFeedback":
		body := record{"kind": rapid.SampledFrom([]string{"unsafe", "x"}).Draw(t, "kind"), "description": rapid.StringN(0, 60, 200).Draw(t, "words"), "geometry": point(105.805, 21.005)}
		some(body, "contact_name", rapid.StringN(0, 20, 80).Draw(t, "name"))
		some(body, "contact_phone", "0913000111")
		some(body, "address", "Ngõ 1")
		return odd(body)
	case "updateFeedback":
		body := record{}
		some(body, "state", rapid.SampledFrom([]string{"received", "assigned", "in_progress", "resolved", "x"}).Draw(t, "state"))
		some(body, "agency", rapid.SampledFrom(append(d.owners, "", "x")).Draw(t, "agency"))
		some(body, "to_commune", rapid.Bool().Draw(t, "commune"))
		some(body, "due_on", "2027-01-01")
		some(body, "answer", rapid.StringN(0, 60, 200).Draw(t, "answer"))
		some(body, "note", rapid.StringN(0, 60, 200).Draw(t, "note"))
		return odd(body)
	case "checkSharing":
		body := record{"kind": rapid.SampledFrom([]string{"mast", "duct", "pole", "x"}).Draw(t, "kind"), "geometry": point(105.805, 21.005)}
		if body["kind"] != "mast" {
			body["geometry"] = line(105.8, 21, 105.81, 21.005)
		}
		for _, name := range []string{"height_m", "load_kg", "reach_m"} {
			some(body, name, rapid.Float64Range(-1, 600).Draw(t, name))
		}
		some(body, "ducts", rapid.IntRange(-1, 9).Draw(t, "ducts"))
		some(body, "poles", rapid.IntRange(-1, 900).Draw(t, "poles"))
		some(body, "technology", "4G")
		some(body, "operator", rapid.SampledFrom(append(d.owners, "", "x")).Draw(t, "operator"))
		some(body, "from", "2026-01-01")
		some(body, "to", rapid.SampledFrom([]string{"2025-01-01", "2027-01-01"}).Draw(t, "to"))
		return odd(body)
	case "moveMast":
		body := record{"site": rapid.SampledFrom([]int64{d.stored["sites"], 1, 2, 3, 4, 99}).Draw(t, "site")}
		some(body, "on", registry.NewDate(2020, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "day")).String())
		return odd(body)
	}
	return d.body(t, n, o.method)
}

// obligation makes the body that makes or changes one.
func (d *driver) obligation(t *rapid.T, o operation) record {
	some := func(body record, name string, value any) {
		if rapid.Bool().Draw(t, name) {
			body[name] = value
		}
	}
	body := record{}
	add := some
	if o.OperationID == "createObligation" {
		add = func(body record, name string, value any) { body[name] = value }
		body["code"] = rapid.StringMatching(`[a-zA-Z0-9][a-zA-Z0-9._-]{1,20}`).Draw(t, "code")
	}
	add(body, "title", record{"vi": "Báo cáo", "en": rapid.StringN(0, 10, 40).Draw(t, "title")})
	add(body, "basis", "Công văn")
	add(body, "recipient", "Sở")
	add(body, "recurrence", rapid.SampledFrom([]string{"yearly", "once"}).Draw(t, "recurrence"))
	some(body, "organization", rapid.SampledFrom(append(d.owners, "")).Draw(t, "organization"))
	some(body, "kinds", []string{"operator"})
	some(body, "fulfilled_by", rapid.SampledFrom([]string{"any", "paper", "pole"}).Draw(t, "fulfilled by"))
	some(body, "month", rapid.IntRange(0, 12).Draw(t, "month"))
	some(body, "day", rapid.IntRange(0, 31).Draw(t, "day"))
	some(body, "date", rapid.SampledFrom([]string{"2026-12-31", ""}).Draw(t, "date"))
	some(body, "before", rapid.Bool().Draw(t, "before"))
	some(body, "opens_days", rapid.IntRange(-1, 400).Draw(t, "opens"))
	some(body, "remind", rapid.SliceOfN(rapid.IntRange(-370, 370), 0, 3).Draw(t, "remind"))
	some(body, "valid_from", rapid.SampledFrom([]string{"2025-01-01", ""}).Draw(t, "valid from"))
	some(body, "valid_to", rapid.SampledFrom([]string{"2030-01-01", ""}).Draw(t, "valid to"))
	some(body, "active", rapid.Bool().Draw(t, "active"))
	return body
}

func (d *driver) batchItem(t *rapid.T) record {
	n := rapid.SampledFrom(registry.Nouns).Draw(t, "noun")
	method := rapid.SampledFrom([]string{http.MethodPost, http.MethodPatch, http.MethodDelete}).Draw(t, "method")
	item := record{"method": method, "noun": n.Path}
	if method != http.MethodPost {
		id := rapid.Int64Range(1, 25).Draw(t, "id")
		item["id"], item["if_match"] = id, fmt.Sprintf(`"%s-%d-%d"`, n.Name, id, rapid.IntRange(1, 3).Draw(t, "version"))
	}
	if method != http.MethodDelete {
		if body, ok := d.body(t, n, method).(record); ok {
			item["body"] = body
		}
	}
	return item
}

func (d *driver) body(t *rapid.T, n *registry.Noun, method string) any {
	out, day := record{}, rapid.IntRange(0, 100*365).Draw(t, "first day")
	for _, f := range n.Writable() {
		whole := method == http.MethodPost && (f.Required || f.Type == registry.GeometryField)
		if !whole && rapid.IntRange(0, 2).Draw(t, f.Name) > 0 {
			continue
		}
		out[f.Name] = d.value(t, n, f)
		if f.Type == registry.DateField { // in the order of a life, as the fields are
			day += rapid.IntRange(1, 1000).Draw(t, "days")
			out[f.Name] = registry.NewDate(1900, 1, 1).AddDays(day).String()
		}
	}
	if out["status"] != nil {
		out["status"] = rapid.SampledFrom([]string{"operating", "operating", "removed", "planned"}).Draw(t, "status")
	}
	if rapid.IntRange(0, 3).Draw(t, "wrong") == 0 {
		fields := n.Writable()
		f := rapid.SampledFrom(fields).Draw(t, "field")
		out[f.Name] = rapid.SampledFrom(junk).Draw(t, "junk")
	}
	switch rapid.IntRange(0, 49).Draw(t, "body") {
	case 0:
		out[rapid.SampledFrom([]string{"id", "version", "kode", "", "a/b~c", "\x00"}).Draw(t, "stray")] = rapid.SampledFrom(junk).Draw(t, "junk")
	case 1:
		b, err := json.Marshal(rapid.SampledFrom(junk).Draw(t, "junk"))
		if err != nil {
			t.Fatalf("%v", err)
		}
		return bytes.NewReader(b)
	case 2:
		return bytes.NewReader([]byte(rapid.SampledFrom([]string{"{", "\xff", "{}{}", `{"a":1,"a":2}`}).Draw(t, "broken")))
	}
	return out
}

// value makes a value that fits the field by itself.
func (d *driver) value(t *rapid.T, n *registry.Noun, f *registry.Field) any {
	least, most := -1e6, 1e6
	if f.Min != nil {
		least = *f.Min
	}
	if f.Max != nil {
		most = *f.Max
	}
	switch {
	case f.Ref == "organization":
		return rapid.SampledFrom(d.owners).Draw(t, "owner")
	case f.Ref != "" || f.Name == "asset":
		return d.sampled(t, n, f)
	case f.Name == "asset_kind":
		return "site"
	case f.List != "":
		return rapid.SampledFrom(d.lists[f.List]).Draw(t, "code").Code
	case f.Type == registry.TextField:
		return rapid.StringN(1, f.MaxChars, f.MaxChars).Draw(t, "text")
	case f.Type == registry.IntField:
		return rapid.Int64Range(int64(least), int64(most)).Draw(t, "int")
	case f.Type == registry.DecimalField:
		return rapid.Float64Range(least, most).Draw(t, "decimal")
	case f.Type == registry.BoolField:
		return rapid.Bool().Draw(t, "bool")
	case f.Type == registry.JSONField:
		return d.samples[n.Path][f.Name]
	case n.Geometry == registry.Point:
		return point(lonLat(t))
	case n.Geometry == registry.LineString:
		var ordinates []float64
		for range rapid.IntRange(2, 5).Draw(t, "vertices") {
			ordinates = append(ordinates, rapid.Float64Range(102, 110).Draw(t, "lon"), rapid.Float64Range(8, 23).Draw(t, "lat"))
		}
		return line(ordinates...)
	}
	lon, lat := lonLat(t)
	return square(lon/2, lat/2, rapid.Float64Range(0, 80).Draw(t, "size"))
}

// sampled gives what the sample refers to, or now and then something else.
func (d *driver) sampled(t *rapid.T, n *registry.Noun, f *registry.Field) any {
	if rapid.IntRange(0, 9).Draw(t, "ref") > 0 {
		return d.samples[n.Path][f.Name]
	}
	return rapid.IntRange(1, 20).Draw(t, "id")
}

func lonLat(t *rapid.T) (lon, lat float64) {
	return rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")
}

func (d *driver) id(t *rapid.T) string {
	if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
		return rapid.SampledFrom([]string{"0", "-1", "x", "1.5", "9223372036854775808", "%00", "99999", "%FF"}).Draw(t, "id")
	}
	return fmt.Sprint(rapid.IntRange(1, 25).Draw(t, "id"))
}

// idOf gives the id of a record; an edit's is mostly one that can be edited.
func (d *driver) idOf(t *rapid.T, o operation) string {
	noun := registry.NounByPath(strings.Split(o.path, "/")[3])
	if noun != nil && strings.Count(o.path, "/") == 5 && rapid.IntRange(0, 9).Draw(t, "any") > 0 {
		return fmt.Sprint(d.stored[noun.Path])
	}
	return d.id(t)
}

func (d *driver) file(t *rapid.T) string {
	return rapid.SampledFrom(registry.Nouns).Draw(t, "noun").Path + "." +
		rapid.SampledFrom([]string{string(export.GeoJSON), string(export.NDJSON), string(export.CSV), "pdf", ""}).Draw(t, "format")
}

func (d *driver) query(t *rapid.T, o operation) string {
	var pairs []string
	add := func(name, value string) { pairs = append(pairs, url.QueryEscape(name)+"="+url.QueryEscape(value)) }
	for _, p := range o.Parameters {
		if p.Value.In != openapi3.ParameterInQuery {
			continue
		}
		switch draw := rapid.IntRange(0, 99).Draw(t, p.Value.Name); {
		case draw == 0:
			value := fmt.Sprint(rapid.SampledFrom(junk).Draw(t, "junk"))
			add(p.Value.Name, value)
		case draw < 30:
			add(p.Value.Name, d.parameter(t, p.Value))
		}
	}
	switch rapid.IntRange(0, 49).Draw(t, "query") {
	case 0:
		add("stray", "1")
	case 1:
		pairs = append(pairs, pairs...)
	case 2:
		pairs = append(pairs, rapid.SampledFrom([]string{"%zz", "a;b", "=", "%ff=%ff", "&&"}).Draw(t, "broken"))
	}
	return strings.Join(pairs, "&")
}

// parameter makes a value that fits the parameter by itself.
func (d *driver) parameter(t *rapid.T, p *openapi3.Parameter) string {
	s := p.Schema.Value
	switch p.Name {
	case "bbox":
		west, south := lonLat(t)
		return fmt.Sprintf("%.6f,%.6f,%.6f,%.6f", west, south, (west+180)/2, (south+90)/2)
	case "owner", "operator":
		return rapid.SampledFrom(d.owners).Draw(t, "owner")
	case "tenant":
		return rapid.SampledFrom(d.owners).Draw(t, "tenant")
	case "q":
		return rapid.SampledFrom([]string{"site", "Đ", "-", "thuỷ nguyên", "a b c d"}).Draw(t, "q")
	case "crs":
		return rapid.SampledFrom([]string{"EPSG:9210", "4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:6956"}).Draw(t, "crs")
	case "coordinates":
		return rapid.SampledFrom([]string{"20,5; 105,9", "105.9, 20.5", "X=2271442,6 Y=515638,9", "515638.9 2271442.6", `20°32'4"B 105°54'2"Đ`, "20 32 30 40"}).Draw(t, "coordinates")
	case "unit":
		return rapid.SampledFrom([]string{"1", "31", "unit", "99"}).Draw(t, "unit")
	case "status", "technology", "asset_kind":
		return rapid.SampledFrom(d.lists[p.Name]).Draw(t, "code").Code
	}
	switch {
	case len(s.Enum) > 0:
		return fmt.Sprint(rapid.SampledFrom(s.Enum).Draw(t, "enum"))
	case s.Format == "date":
		return registry.NewDate(2019, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "day")).String()
	case s.Type.Is(openapi3.TypeBoolean):
		return fmt.Sprint(rapid.Bool().Draw(t, "bool"))
	case s.Type.Is(openapi3.TypeInteger):
		most := 1e6
		if s.Max != nil {
			most = *s.Max
		}
		return fmt.Sprint(rapid.Int64Range(int64(*s.Min), int64(most)).Draw(t, "int"))
	case s.Type.Is(openapi3.TypeNumber):
		return fmt.Sprint(rapid.Float64Range(*s.Min, *s.Max).Draw(t, "number"))
	}
	return rapid.SampledFrom([]string{"none", "rooftop", "ground,in_building"}).Draw(t, "text")
}

// headerValue makes a header, the tag of the record mostly where one is wanted.
func (d *driver) headerValue(t *rapid.T, c client, name string, n *registry.Noun, path string, body any) string {
	switch name {
	case "If-Match", "If-None-Match":
		if rapid.IntRange(0, 9).Draw(t, "tag") > 0 {
			one, _, _ := strings.Cut(path, "?")
			tags := []string{}
			if join, ok := body.(record); ok && strings.HasSuffix(one, "/join") {
				for _, id := range join["ids"].([]any) {
					tags = append(tags, c.do(http.MethodGet, fmt.Sprint("/api/v1/ducts/", id), nil).header.Get("ETag"))
				}
				return strings.Join(tags, ", ")
			}
			for _, edit := range []string{"/split", "/snap", "/move"} {
				one = strings.TrimSuffix(one, edit)
			}
			return c.do(http.MethodGet, one, nil).header.Get("ETag")
		}
	case "Idempotency-Key":
		if rapid.IntRange(0, 9).Draw(t, "key") > 0 {
			return fmt.Sprint("key ", rapid.Uint64().Draw(t, "new key"))
		}
	case "X-Change-Reason", "X-Request-ID":
		if rapid.IntRange(0, 9).Draw(t, "plain") > 0 {
			return "%C4%90%C3%ADnh%20ch%C3%ADnh"
		}
	case "Accept-Language":
		return rapid.SampledFrom([]string{"vi", "en", "*", "x;q=;;", "en-"}).Draw(t, "language")
	}
	return rapid.SampledFrom([]string{"", "a", `""`, "*", "W/", "%", "%C4%90", "\xff", `"` + n0(n) + `-1-1"`}).Draw(t, name)
}

func n0(n *registry.Noun) string {
	if n == nil {
		return ""
	}
	return n.Name
}
