package httpapi

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
)

// docsServer is where the examples of the documentation ask: where
// `hatangso serve` answers by default.
const docsServer = "http://localhost:8080"

// example makes the command that sends an operation's request: its path and
// query with the examples of its parameters, a body of what is required.
func (d *description) example(o *describedOperation) string {
	path, values := o.Path, url.Values{}
	var lines []string
	for _, p := range o.Parameters {
		switch {
		case p.In == "path":
			path = strings.Replace(path, "{"+p.Name+"}", fmt.Sprint(p.Example), 1)
		case p.In == "query" && p.Example != nil:
			values.Set(p.Name, fmt.Sprint(p.Example))
		case p.In == "header" && p.Example != nil:
			value := fmt.Sprint(p.Example)
			if p.Name == "If-Match" {
				value = d.tagExample(o)
			}
			lines = append(lines, "-H "+quoted(p.Name+": "+value))
		}
	}
	address := docsServer + path
	if len(values) > 0 {
		address += "?" + values.Encode()
	}
	command := "curl "
	if o.Method != http.MethodGet {
		command += "-X " + o.Method + " "
	}
	switch {
	case o.personal():
		session := []string{`-H "Cookie: $HATANGSO_SESSION"`}
		if o.Method != http.MethodGet {
			session = append(session, "-H "+quoted("Origin: "+docsServer))
		}
		lines = append(session, lines...)
	case !o.open():
		lines = append([]string{`-H "Authorization: Bearer $HATANGSO_KEY"`}, lines...)
	}
	if o.Body != nil {
		if content, object := o.Body.Content[mediaJSON]; !object { // a file
			media, file := echo.MIMEOctetStream, "@cot.csv"
			if _, picture := o.Body.Content[mediaPhotos[0]]; picture {
				media, file = mediaPhotos[0], "@cot.jpg"
			} else if _, workbook := o.Body.Content[mediaXLSX]; workbook {
				media, file = mediaXLSX, "@ke-hoach.xlsx"
			}
			lines = append(lines, "-H "+quoted("Content-Type: "+media), "--data-binary "+quoted(file))
		} else if body, err := json.Marshal(d.value("", content.Schema)); err == nil {
			lines = append(lines, "-H "+quoted("Content-Type: "+mediaJSON), "-d "+quoted(string(body)))
		}
	}
	return strings.Join(append([]string{command + quoted(address)}, lines...), " \\\n  ")
}

// open says whether an operation may be asked by nobody in particular.
func (o *describedOperation) open() bool {
	return slices.ContainsFunc(o.Security, func(way map[string][]string) bool { return len(way) == 0 })
}

// personal says whether only who has signed in may ask it.
func (o *describedOperation) personal() bool {
	return !o.open() && !slices.ContainsFunc(o.Security, func(way map[string][]string) bool { return way["session"] == nil })
}

// quoted is a word of a shell's command.
func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// tagExample is an ETag of the record an operation's example changes.
func (d *description) tagExample(o *describedOperation) string {
	answer := ""
	for _, b := range o.Responses["200"].bodies() {
		answer = b.Schema.Name()
	}
	switch o.OperationID {
	case "joinDucts":
		return `"duct-1-1", "duct-2-1"`
	case "splitDuct":
		answer = "Duct"
	case "moveMast":
		answer = "Mast"
	}
	if answer == "" { // a deletion answers nothing
		answer = strings.TrimPrefix(o.OperationID, "delete")
	}
	var name strings.Builder
	for i, r := range answer {
		if i > 0 && r >= 'A' && r <= 'Z' {
			name.WriteByte('_')
		}
		name.WriteRune(r)
	}
	return fmt.Sprintf(`"%s-1-1"`, strings.ToLower(name.String()))
}

func (r *describedResponse) bodies() []mediaSchema {
	if r == nil {
		return nil
	}
	return r.Bodies()
}

// exampleValues are values that fit fields of these names.
var exampleValues = map[string]any{
	"code": "HN-0001", "name": "Trạm Phủ Lý 1", "tenant": "VNPT", "operator": "VNPT", "asset_kind": "site", "level": "commune", "layer": "declared",
	"service": "fibre", "state": "covered", "basis": "permit", "technology": "4G", "at": 0.5, "tolerance_m": 20, "atomic": true, "ids": []int{1, 2},
	"day": "2026-06-30", "file_name": "cot.csv", "file_bytes": 1234, "rows": []int{3}, "returned": true, "reason": "Đã đối chiếu thực địa",
	"edits": []any{map[string]any{"row": 3, "column": "Chiều cao (m)", "value": "7,5"}},
	"login": "hoa.nguyen@example.vn", "password": "một câu dài dễ nhớ", "roles": []string{"officer"}, "noun": "poles", "method": http.MethodPost, "note": "Đã kiểm tra tại chỗ",
	"title": map[string]any{"vi": "Báo cáo đột xuất", "en": "A special report"}, "recipient": "Sở",
	"indicator": "MBB_SUB", "unit_code": "31", "value": 80.5, "year": 2025, "round": "1",
	"kind":      "mast",
	"checklist": "mast-2026", "outcome": "passed", "inspection": 1,
	"zone_kind": "mast", "street_kind": "underground", "work_kind": "pole_line", "owner": "VNPT",
	"recurrence": "once", "organization": "VNPT", "period": "2026",
	"items": []any{map[string]any{"method": http.MethodPost, "noun": "poles", "body": map[string]any{
		"code": "C-0001", "geometry": pointExample}}},
}

var pointExample = map[string]any{"type": "Point", "coordinates": []float64{105.9, 20.53}}

// value makes an example of a schema: an object has what it requires, or one of
// its fields when it requires none.
func (d *description) value(name string, s *describedSchema) any {
	if v, ok := exampleValues[name]; ok {
		return v
	}
	properties, required := d.shape(s)
	switch lastPart(s.Name()) {
	case "Point":
		return pointExample
	case "LineString":
		return map[string]any{"type": "LineString", "coordinates": [][]float64{{105.9, 20.53}, {105.901, 20.53}}}
	case "MultiPolygon":
		return map[string]any{"type": "MultiPolygon", "coordinates": [][][][]float64{{{{105.9, 20.53}, {105.91, 20.53}, {105.91, 20.54}, {105.9, 20.53}}}}}
	}
	switch {
	case len(properties) > 0:
	case len(s.OneOf) > 0:
		return d.value(name, s.OneOf[0])
	case s.Type == "integer":
		return 1
	case s.Format == "date":
		return exampleValues["day"]
	case s.Format == "date-time":
		return "2026-06-30T09:30:00+07:00"
	default:
		return "…"
	}
	if len(required) == 0 {
		for _, likely := range []string{"at", "note", "name", "code", "source"} {
			if properties[likely] != nil {
				required = []string{likely}
				break
			}
		}
	}
	out := map[string]any{}
	for _, field := range required {
		out[field] = d.value(field, properties[field])
	}
	return out
}

// shape gathers the properties of a schema and what it refers to.
func (d *description) shape(s *describedSchema) (properties map[string]*describedSchema, required []string) {
	properties = map[string]*describedSchema{}
	if s.Ref != "" {
		return d.shape(d.Components.Schemas[lastPart(s.Ref)])
	}
	for _, part := range s.AllOf {
		more, needs := d.shape(part)
		for name, p := range more {
			properties[name] = p
		}
		required = append(required, needs...)
	}
	for name, p := range s.Properties {
		properties[name] = p
	}
	required = append(required, s.Required...)
	slices.Sort(required)
	return properties, slices.Compact(required)
}
