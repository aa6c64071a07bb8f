package export

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// placemarks writes OGC KML 2.2. Every record is a Placemark with all its fields
// as typed extended data, titled in Vietnamese, so that Google Earth shows them
// as a table and a GIS as columns; its name is the record's name or code. Fields
// without a value are left out, but for those that would otherwise be taken from
// the Placemark's own name or description when the file is read back. Characters
// that XML cannot hold become U+FFFD.
type placemarks struct {
	out    *buffer
	about  About
	labels []kmlField // what may name a record, the best first
	id     int
	geom   int // -1 without one
	data   []kmlField
	cell   []byte
}

// kmlField is how a field becomes extended data.
type kmlField struct {
	column int
	open   string
	text   bool // may hold what XML escapes
	append appender
}

// kmlShape begins with what comes before the coordinates of its parts.
var kmlShape = shape{
	position: func(b []byte, lon, lat float64) []byte {
		return registry.AppendDegrees(append(registry.AppendDegrees(b, lon), ','), lat)
	},
}

// kmlColours are those of the map, by noun.
var kmlColours = map[*registry.Noun]string{
	registry.PoleNoun: "7d4f22", registry.DuctNoun: "7a3fb0", registry.ManholeNoun: "7a3fb0",
	registry.CableRouteNoun: "0c7480", registry.TrenchNoun: "3f4a52", registry.VillageNoun: "6d5f50",
	registry.ServicePointNoun: "20262c", registry.UnitNoun: "80766a",
}

func (k *placemarks) Begin(fields []registry.Field) error {
	noun := k.about.Noun
	k.geom = -1
	byName := map[string]kmlField{}
	b := append(k.out.bytes, xml.Header...)
	b = append(b, `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>`...)
	b = appendXML(b, []byte(noun.Title.VI))
	b = append(b, `</name>`...)
	b = append(b, kmlStyle(kmlColours[noun])...)
	b = append(b, `<Schema name="`+noun.Name+`" id="`+noun.Name+`">`...)
	for i, f := range fields {
		if f.Type == registry.GeometryField {
			k.geom = i
			continue
		}
		b = append(b, `<SimpleField type="`+kmlType(f.Type)+`" name="`+f.Name+`"><displayName>`...)
		b = append(appendXML(b, []byte(f.Title.VI)), `</displayName></SimpleField>`...)
		field := kmlField{
			column: i, open: `<SimpleData name="` + f.Name + `">`, append: plainAppender(f.Type),
			text: f.Type == registry.TextField || f.Type == registry.JSONField,
		}
		if f.Type == registry.BoolField {
			field.append = appendBit // GDAL takes "true" for 0
		}
		k.data, byName[f.Name] = append(k.data, field), field
	}
	b = append(b, `</Schema><ExtendedData>`...)
	asOf := ""
	if k.about.AsOf != nil {
		asOf = k.about.AsOf.String()
	}
	for _, d := range [][2]string{{"source", k.about.Source}, {"filter", k.about.Filter}, {"as_of", asOf}, {"written", k.about.Written.UTC().Format(time.RFC3339)}} {
		b = append(appendXML(append(b, `<Data name="`+d[0]+`"><value>`...), []byte(d[1])), `</value></Data>`...)
	}
	k.out.bytes = append(b, `</ExtendedData>`...)
	k.id = byName["id"].column
	for _, name := range []string{"name", "code", "number", "id"} {
		if field, ok := byName[name]; ok {
			k.labels = append(k.labels, field)
		}
	}
	return k.out.flush()
}

// kmlStyle gives the look of all records; the icon is the reader's own, for a
// file must not fetch one from elsewhere.
func kmlStyle(colour string) string {
	if colour == "" {
		colour = "0b62b0"
	}
	colour = colour[4:] + colour[2:4] + colour[:2] // KML writes blue first
	return `<Style id="s"><IconStyle><color>ff` + colour + `</color><scale>0.8</scale></IconStyle><LabelStyle><scale>0.7</scale></LabelStyle>` +
		`<LineStyle><color>ff` + colour + `</color><width>2</width></LineStyle><PolyStyle><color>40` + colour + `</color></PolyStyle></Style>`
}

func appendBit(b []byte, v postgres.Value) []byte { return append(b, '0'+v[0]) }

// kmlType gives the type of a SimpleField; KML has none for days.
func kmlType(t registry.FieldType) string {
	switch t {
	case registry.IntField:
		return "int"
	case registry.DecimalField:
		return "double"
	case registry.BoolField:
		return "bool"
	}
	return "string"
}

func (k *placemarks) Row(values []postgres.Value) (err error) {
	noun := k.about.Noun
	b := append(k.out.bytes, "\n<Placemark id=\""...)
	b = append(append(b, noun.Name...), '.')
	b = append(strconv.AppendInt(b, values[k.id].Int(), 10), `"><name>`...)
	for _, label := range k.labels {
		if v := values[label.column]; len(v) > 0 {
			k.cell = label.append(k.cell[:0], v)
			b = appendXML(b, k.cell)
			break
		}
	}
	b = append(b, `</name><styleUrl>#s</styleUrl><ExtendedData><SchemaData schemaUrl="#`...)
	b = append(append(b, noun.Name...), `">`...)
	for i := range k.data {
		d := &k.data[i]
		v := values[d.column]
		if v == nil {
			continue
		}
		b = append(b, d.open...)
		if d.text {
			k.cell = d.append(k.cell[:0], v)
			b = appendXML(b, k.cell)
		} else {
			b = d.append(b, v)
		}
		b = append(b, `</SimpleData>`...)
	}
	b = append(b, `</SchemaData></ExtendedData>`...)
	if k.geom >= 0 && values[k.geom] != nil {
		if b, err = appendKML(b, values[k.geom].EWKB()); err != nil {
			return err
		}
	}
	k.out.bytes = append(b, `</Placemark>`...)
	return k.out.flushIfFull()
}

func (k *placemarks) End() error {
	k.out.bytes = append(k.out.bytes, "\n</Document></kml>\n"...)
	return k.out.flush()
}

// appendKML writes an EWKB geometry.
func appendKML(b, wkb []byte) ([]byte, error) {
	r := wkbReader{b: wkb}
	b = r.kml(b)
	if r.bad || len(r.b) != 0 {
		return b, errShape
	}
	return b, nil
}

func (r *wkbReader) kml(b []byte) []byte {
	line := func() {
		b = append(b, `<coordinates>`...)
		n := r.uint32()
		for i := uint32(0); i < n && !r.bad; i++ {
			if i > 0 {
				b = append(b, ' ')
			}
			b = r.position(b, &kmlShape)
		}
		b = append(b, `</coordinates>`...)
	}
	switch kind := r.header(); kind {
	case wkbPoint:
		b = append(r.position(append(b, `<Point><coordinates>`...), &kmlShape), `</coordinates></Point>`...)
	case wkbLineString:
		b = append(b, `<LineString>`...)
		line()
		b = append(b, `</LineString>`...)
	case wkbPolygon:
		b = append(b, `<Polygon>`...)
		rings := r.uint32()
		for i := uint32(0); i < rings && !r.bad; i++ {
			boundary := "innerBoundaryIs"
			if i == 0 {
				boundary = "outerBoundaryIs"
			}
			b = append(append(append(b, '<'), boundary...), `><LinearRing>`...)
			line()
			b = append(append(append(b, `</LinearRing></`...), boundary...), '>')
		}
		b = append(b, `</Polygon>`...)
	case wkbMultiLineString, wkbMultiPolygon:
		b = append(b, `<MultiGeometry>`...)
		parts := r.uint32()
		for i := uint32(0); i < parts && !r.bad; i++ {
			b = r.kml(b)
		}
		b = append(b, `</MultiGeometry>`...)
	default:
		r.bad = true
	}
	return b
}

// appendXML appends text with what XML gives a meaning escaped.
func appendXML(b, s []byte) []byte {
	plain := true
	for _, c := range s {
		if c < ' ' || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' {
			plain = false
			break
		}
	}
	// U+FFFE and U+FFFF, which XML refuses too, begin with EF BF
	if plain && !bytes.Contains(s, []byte{0xEF, 0xBF}) {
		return append(b, s...)
	}
	w := bytes.NewBuffer(b)
	_ = xml.EscapeText(w, s) // a buffer takes everything
	return w.Bytes()
}
