package registry

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Difference is what a change did to one field, as a person reads it (điểm khác).
type Difference struct {
	Field string `json:"field"`
	Title Text   `json:"title"`
	// Before and After are in words; nil is an empty field.
	Before *Text `json:"before"`
	After  *Text `json:"after"`
}

// Differences tells what differs between two images of a record, in the order
// of its fields. The values are those of its JSON form; a field an image has not
// got is empty there. Codes are told by their titles.
func (n *Noun) Differences(before, after map[string]any, codes Codes) []Difference {
	out := []Difference{}
	for i := range n.Fields {
		f := &n.Fields[i]
		_, had := before[f.Name]
		_, has := after[f.Name]
		if had || has {
			out = append(out, Difference{f.Name, f.Title, f.say(before[f.Name], codes), f.say(after[f.Name], codes)})
		}
	}
	return out
}

// say words a value; nil for none.
func (f *Field) say(value any, codes Codes) *Text {
	if raw, ok := value.(json.RawMessage); ok {
		var decoded any
		if json.Unmarshal(raw, &decoded) != nil {
			return nil
		}
		value = decoded
	}
	var said Text
	switch v := value.(type) {
	case string:
		said = f.sayText(v, codes)
	case bool:
		said = T("không", "no")
		if v {
			said = T("có", "yes")
		}
	case float64:
		digits := strconv.FormatFloat(v, 'f', -1, 64)
		said = T(strings.Replace(digits, ".", ",", 1), digits)
	case Geometry:
		said = sayGeometry(v.Geometry)
	case nil:
		return nil
	default:
		list, err := json.Marshal(v)
		if err != nil {
			return nil
		}
		said = T(string(list), string(list))
	}
	if said.VI == "" {
		return nil
	}
	return &said
}

func (f *Field) sayText(v string, codes Codes) Text {
	if entry, ok := codes[f.List][v]; ok && entry.Title.VI != "" {
		return entry.Title
	}
	if d, err := ParseDate(v); f.Type == DateField && err == nil {
		return T(d.Time().Format("02/01/2006"), v)
	}
	return T(v, v)
}

// sayGeometry words a place: where a point is, how many a line has and where it
// begins.
func sayGeometry(g orb.Geometry) Text {
	at := func(p orb.Point) string { return fmt.Sprintf("%.7f; %.7f", p[1], p[0]) }
	switch g := g.(type) {
	case nil:
		return Text{}
	case orb.Point:
		return T(strings.ReplaceAll(at(g), ".", ","), at(g))
	case orb.LineString:
		if len(g) > 0 {
			from, to := at(g[0]), at(g[len(g)-1])
			return T(fmt.Sprintf("tuyến %d điểm, từ %s đến %s", len(g), strings.ReplaceAll(from, ".", ","), strings.ReplaceAll(to, ".", ",")),
				fmt.Sprintf("a line of %d points, from %s to %s", len(g), from, to))
		}
	case orb.MultiPolygon:
		points := 0
		for _, polygon := range g {
			for _, ring := range polygon {
				points += len(ring)
			}
		}
		return Tf("vùng %[2]d điểm trong %[1]d mảnh", "an area of %[1]d parts and %[2]d points", len(g), points)
	}
	return T("hình "+g.GeoJSONType(), "a "+g.GeoJSONType())
}
