package export

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"

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
	members  []member
	id, geom int
	rows     int64
}

// member is one property, its writer chosen once for all rows.
type member struct {
	column int
	name   string // `"name":`, with a comma in front but for the first
	null   string // name with its null
	append appender
	// value is the short value written last, written what was written of it: of most
	// properties, row after row has the same.
	value, written []byte
}

// longestKept is the longest value, in bytes, that is looked up before it is written.
const longestKept = 64

// write appends the property with a value, null or not.
func (m *member) write(b []byte, v postgres.Value) []byte {
	switch {
	case v == nil:
		return append(b, m.null...)
	case len(v) > longestKept:
		return m.append(append(b, m.name...), v)
	case len(m.written) > 0 && bytes.Equal(v, m.value):
		return append(b, m.written...)
	}
	start := len(b)
	b = m.append(append(b, m.name...), v)
	m.value, m.written = append(m.value[:0], v...), append(m.written[:0], b[start:]...)
	return b
}

func newMember(column int, name string, first bool, append appender) (member, error) {
	quoted, err := json.Marshal(name)
	if err != nil {
		return member{}, err
	}
	start := string(quoted) + ":"
	if !first {
		start = "," + start
	}
	return member{column: column, name: start, null: start + "null", append: append}, nil
}

func (g *geoJSON) Begin(fields []registry.Field) error {
	g.geom = -1
	for i, f := range fields {
		switch {
		case f.Name == "id":
			g.id = i
		case f.Type == registry.GeometryField:
			g.geom = i
		default:
			m, err := newMember(i, f.Name, len(g.members) == 0, jsonAppender(f.Type))
			if err != nil {
				return err
			}
			g.members = append(g.members, m)
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
	b = strconv.AppendInt(b, values[g.id].Int(), 10)
	b = append(b, `,"geometry":`...)
	if g.geom < 0 || values[g.geom] == nil {
		b = append(b, "null"...)
	} else if b, err = appendEWKB(b, values[g.geom].EWKB(), &geoJSONShape); err != nil {
		return err
	}
	b = append(b, `,"properties":{`...)
	for i := range g.members {
		b = g.members[i].write(b, values[g.members[i].column])
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
