package export

import (
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Page gathers records as the API's lists hold them: a JSON array of objects
// that say what a record's own address says. It is a sink; a zero Page is ready,
// and may be used again after Reset.
type Page struct {
	json    []byte
	members []member
	fields  []registry.Field
	geom    int
	rows    int
}

// Reset makes the page empty and keeps its memory.
func (p *Page) Reset() { p.json, p.rows = p.json[:0], 0 }

// JSON gives the array; it is valid until the page is used again.
func (p *Page) JSON() []byte { return p.json }

// First gives the first record alone, of a page that has one.
func (p *Page) First() []byte { return p.json[1 : len(p.json)-1] }

// Begin implements [postgres.Sink].
func (p *Page) Begin(fields []registry.Field) error {
	p.json = append(p.json, '[')
	if len(p.fields) > 0 && &p.fields[0] == &fields[0] {
		return nil
	}
	p.fields, p.members, p.geom = fields, p.members[:0], -1
	for i, f := range fields {
		if f.Type == registry.GeometryField {
			p.geom = i
		}
		m, err := newMember(i, f.Name, i == 0, exactAppender(f.Type))
		if err != nil {
			return err
		}
		p.members = append(p.members, m)
	}
	return nil
}

// Row implements [postgres.Sink].
func (p *Page) Row(values []postgres.Value) (err error) {
	b := p.json
	if p.rows++; p.rows > 1 {
		b = append(b, ',')
	}
	b = append(b, '{')
	for i := range p.members {
		m := &p.members[i]
		v := values[m.column]
		if m.column != p.geom || v == nil {
			b = m.write(b, v)
			continue
		}
		if b, err = appendEWKB(append(b, m.name...), v.EWKB(), &geoJSONShape); err != nil {
			return err
		}
	}
	p.json = append(b, '}')
	return nil
}

// End implements [postgres.Sink].
func (p *Page) End() error {
	p.json = append(p.json, ']')
	return nil
}

// exactAppender gives the appender of a type's JSON form, with times as exactly as
// they are stored: what is read can be asked for.
func exactAppender(t registry.FieldType) appender {
	if t == registry.TimeField {
		return func(b []byte, v postgres.Value) []byte { return append(appendMicros(append(b, '"'), v), '"') }
	}
	return jsonAppender(t)
}

// appendMicros writes a time as RFC 3339 in UTC, to the microsecond.
func appendMicros(b []byte, v postgres.Value) []byte {
	b = appendTime(b, v.Seconds())
	micros := v.Micros()
	if micros == 0 {
		return b
	}
	b = append(b[:len(b)-1], '.') // over the Z
	digits := strconv.AppendInt(nil, 1_000_000+micros, 10)[1:]
	for digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	return append(append(b, digits...), 'Z')
}
