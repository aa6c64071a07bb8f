package export

import (
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// geoJSON writes features whose properties are always all there and whose
// decimals always have a point: GIS programs guess a column's type from the
// first features they see.
type geoJSON struct {
	out      *buffer
	about    About
	sequence bool
	fields   []registry.Field
	names    []string // `"name":` with a comma in front but for the first
	id, geom int
	rows     int64
}

func (g *geoJSON) Begin(fields []registry.Field) error {
	g.fields, g.geom = fields, -1
	g.names = make([]string, len(fields))
	first := true
	for i, f := range fields {
		switch {
		case f.Name == "id":
			g.id = i
		case f.Type == registry.GeometryField:
			g.geom = i
		default:
			quoted, err := json.Marshal(f.Name)
			if err != nil {
				return err
			}
			g.names[i] = string(quoted) + ":"
			if !first {
				g.names[i] = "," + g.names[i]
			}
			first = false
		}
	}
	if g.sequence {
		return nil
	}
	about := map[string]any{
		"source": g.about.Source, "filter": g.about.Filter, "as_of": g.about.AsOf,
		"written": g.about.Written.UTC().Format(time.RFC3339), "title": g.about.Noun.Title,
	}
	b, err := json.Marshal(about)
	if err != nil {
		return err
	}
	g.out.bytes = append(g.out.bytes, `{"type":"FeatureCollection","name":`...)
	g.out.bytes = appendString(g.out.bytes, []byte(g.about.Noun.Path))
	g.out.bytes = append(append(append(g.out.bytes, `,"hatangso":`...), b...), `,"features":[`...)
	// the reader's first byte need not wait for the first 64 kB
	return g.out.flush()
}

func (g *geoJSON) Row(values []postgres.Value) (err error) {
	b := g.out.bytes
	if g.rows > 0 && !g.sequence {
		b = append(b, ',')
	}
	if !g.sequence {
		b = append(b, '\n')
	}
	g.rows++
	b = append(b, `{"type":"Feature","id":`...)
	b = strconv.AppendInt(b, values[g.id].Int, 10)
	b = append(b, `,"geometry":`...)
	if g.geom < 0 || values[g.geom].Null {
		b = append(b, "null"...)
	} else if b, err = appendEWKB(b, values[g.geom].Bytes, geoJSONShape); err != nil {
		return err
	}
	b = append(b, `,"properties":{`...)
	for i, name := range g.names {
		if name == "" {
			continue
		}
		b = append(b, name...)
		b = appendJSON(b, g.fields[i].Type, &values[i])
	}
	b = append(b, "}}"...)
	if g.sequence {
		b = append(b, '\n')
	}
	g.out.bytes = b
	return g.out.flushIfFull()
}

func (g *geoJSON) End() error {
	if !g.sequence {
		g.out.bytes = append(g.out.bytes, "\n]}\n"...)
	}
	return g.out.flush()
}

func appendJSON(b []byte, t registry.FieldType, v *postgres.Value) []byte {
	if v.Null {
		return append(b, "null"...)
	}
	switch t {
	case registry.IntField:
		return strconv.AppendInt(b, v.Int, 10)
	case registry.DecimalField:
		return appendDecimal(b, v.Float)
	case registry.BoolField:
		return strconv.AppendBool(b, v.Bool)
	case registry.DateField:
		return append(v.Time.AppendFormat(append(b, '"'), "2006-01-02"), '"')
	case registry.TimeField:
		return append(v.Time.AppendFormat(append(b, '"'), time.RFC3339), '"')
	case registry.JSONField:
		return append(b, v.Bytes...)
	}
	return appendString(b, v.Bytes)
}

// appendDecimal writes the shortest decimal that reads back the same, with a
// point even when it is whole.
func appendDecimal(b []byte, f float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	for _, c := range b[start:] {
		if c == '.' {
			return b
		}
	}
	return append(b, ".0"...)
}

// appendString writes a JSON string. Text from the database is valid UTF-8.
func appendString(b, s []byte) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf || (c >= ' ' && c != '"' && c != '\\') {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}
