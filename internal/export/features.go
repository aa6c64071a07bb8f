package export

import (
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxFeaturesBytes is how much a page of features may come to: it ends early
// rather than gather ten thousand boundaries.
const MaxFeaturesBytes = 16 << 20

// Place converts a stored position to those of another reference system, in its
// order of axes.
type Place func(lon, lat float64) (first, second float64, err error)

// Features gathers records as the features of a GeoJSON FeatureCollection, the
// way GIS programs want them: every property always there, decimals with a point,
// the id a string and no property, lines as MultiLineString. It is a sink; a zero
// Features is ready, and may be used again after Reset.
type Features struct {
	json     []byte
	members  []member
	fields   []registry.Field
	id, geom int
	rows     int
	shape    *shape
	own      shape
	failed   error
}

// Reset makes the page empty and keeps its memory, unless that is much. Positions
// are those of place, or with nil as stored; metres says that they are of a grid.
func (f *Features) Reset(n *registry.Noun, place Place, metres bool) {
	if f.json, f.rows, f.failed = f.json[:0], 0, nil; cap(f.json) > MaxFeaturesBytes/4 {
		f.json = nil
	}
	f.shape = &geoJSONShape
	if n.Geometry == registry.LineString {
		f.shape = &multiLineShape
	}
	if place == nil {
		return
	}
	f.own = *f.shape
	f.shape = &f.own
	scale := degreeScale
	if metres {
		scale = metreScale
	}
	f.own.position = func(b []byte, lon, lat float64) []byte {
		first, second, err := place(lon, lat)
		if err != nil && f.failed == nil {
			f.failed = err
		}
		b = strconv.AppendFloat(append(b, '['), roundTo(first, scale), 'f', -1, 64)
		return append(strconv.AppendFloat(append(b, ','), roundTo(second, scale), 'f', -1, 64), ']')
	}
}

// multiLineShape writes a line as a MultiLineString of one part.
var multiLineShape = func() shape {
	s := geoJSONShape
	s.open = [len(s.open)]string{wkbLineString: `{"type":"MultiLineString","coordinates":[`}
	s.closing = "]}"
	return s
}()

// JSON gives the array of features; it is valid until the page is used again.
func (f *Features) JSON() []byte { return f.json }

// First gives the first feature alone, of a page that has one.
func (f *Features) First() []byte { return f.json[1 : len(f.json)-1] }

// Len says how many features there are.
func (f *Features) Len() int { return f.rows }

// Full implements [postgres.Bounded].
func (f *Features) Full() bool { return len(f.json) > MaxFeaturesBytes }

// Begin implements [postgres.Sink].
func (f *Features) Begin(fields []registry.Field) error {
	f.json = append(f.json, '[')
	if len(f.fields) > 0 && &f.fields[0] == &fields[0] {
		return nil
	}
	f.fields, f.members, f.geom = fields, f.members[:0], -1
	for i, field := range fields {
		switch {
		case field.Name == "id":
			f.id = i
		case field.Type == registry.GeometryField:
			f.geom = i
		default:
			m, err := newMember(i, field.Name, len(f.members) == 0, exactAppender(field.Type))
			if err != nil {
				return err
			}
			f.members = append(f.members, m)
		}
	}
	return nil
}

// Row implements [postgres.Sink].
func (f *Features) Row(values []postgres.Value) (err error) {
	b := f.json
	if f.rows++; f.rows > 1 {
		b = append(b, ',', '\n')
	}
	b = append(b, `{"type":"Feature","id":"`...)
	b = strconv.AppendInt(b, values[f.id].Int(), 10)
	b = append(b, `","geometry":`...)
	if f.geom < 0 || values[f.geom] == nil {
		b = append(b, "null"...)
	} else if b, err = appendEWKB(b, values[f.geom].EWKB(), f.shape); err != nil {
		return err
	}
	b = append(b, `,"properties":{`...)
	for i := range f.members {
		b = f.members[i].write(b, values[f.members[i].column])
	}
	f.json = append(b, "}}"...)
	return f.failed
}

// End implements [postgres.Sink].
func (f *Features) End() error {
	f.json = append(f.json, ']')
	return nil
}
