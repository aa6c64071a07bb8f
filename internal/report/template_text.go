package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// WriteCSV writes the template as one line of headings, the names of the fields,
// in the CSV that a Vietnamese Excel opens in columns: UTF-8 with a byte order
// mark, semicolons.
func (t *Template) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	columns := t.columns()
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	if err := out.Write(names); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// WriteGeoJSON writes the template as a FeatureCollection (RFC 7946, WGS 84)
// without features. What goes into it stands beside it, where no reader takes it
// for data: an example feature, to be copied, and what every property means.
func (t *Template) WriteGeoJSON(w io.Writer) error {
	type property struct {
		Title    string   `json:"title"`
		Required bool     `json:"required"`
		Note     string   `json:"note"`
		Values   []string `json:"values,omitempty"`
	}
	wgs84 := *t
	wgs84.CRS = coord.CRS{}
	properties, meanings := map[string]any{}, map[string]property{}
	for _, c := range wgs84.columns() {
		if c.field == nil {
			continue
		}
		p := property{Title: t.Lang.of(c.title), Required: c.required, Note: t.Lang.of(c.note(registry.Nouns))}
		for _, ch := range c.choices {
			p.Values = append(p.Values, ch.code)
		}
		meanings[c.name] = p
		if c.example != "" {
			properties[c.name] = exampleValue(&c)
		}
	}
	return json.NewEncoder(w).Encode(struct {
		Type     string              `json:"type"`
		Noun     string              `json:"noun"`
		Fields   map[string]property `json:"fields"`
		Example  any                 `json:"example"`
		Features []any               `json:"features"`
	}{"FeatureCollection", t.Noun.Name, meanings,
		map[string]any{"type": "Feature", "geometry": t.exampleGeometry(), "properties": properties}, []any{}})
}

// exampleValue gives the example of a column as JSON.
func exampleValue(c *formColumn) any {
	for _, ch := range c.choices {
		if ch.shown != c.example {
			continue
		}
		if c.field.Type == registry.BoolField {
			return ch.code == "true"
		}
		return ch.code
	}
	switch c.field.Type {
	case registry.IntField, registry.DecimalField:
		if n, err := strconv.ParseFloat(c.example, 64); err == nil && !refersByCode(c.field) {
			return n
		}
	case registry.DateField:
		if d, err := registry.ParseDate(c.example); err == nil {
			return d.String()
		}
	case registry.TimeField:
		if at, err := registry.ParseTime(c.example); err == nil {
			return at.In(vietNam).Format(time.RFC3339)
		}
	case registry.JSONField:
		return json.RawMessage(c.example)
	}
	return c.example
}

// exampleGeometry gives one where the noun's own may be filed.
func (t *Template) exampleGeometry() any {
	at := func(lon, lat float64) []float64 { return []float64{lon, lat} }
	switch g := t.Noun.Geometry; {
	case len(t.positions()) == 0 && g != registry.MultiPolygon:
		return nil
	case g == registry.Point:
		return map[string]any{"type": "Point", "coordinates": at(exampleLon, exampleLat)}
	case g == registry.LineString:
		return map[string]any{"type": "LineString", "coordinates": []any{at(exampleLon, exampleLat), at(106.6849, 20.862)}}
	}
	ring := []any{at(106.6, 20.8), at(106.7, 20.8), at(106.7, 20.9), at(106.6, 20.8)}
	return map[string]any{"type": "MultiPolygon", "coordinates": []any{[]any{ring}}}
}
