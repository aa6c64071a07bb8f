package intake

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// kmlShapes gathers the shapes of a Placemark: a MultiGeometry may hold any
// number of any kind.
type kmlShapes struct {
	points   []orb.Point
	lines    []orb.LineString
	polygons []orb.Polygon
	// other names a shape that the register has no place for.
	other   string
	wrong   string // coordinates that do not read
	heights bool   // other than 0
	limit   int
	count   int
	any     bool // a geometry element was there
}

// shape reads a geometry element that has just begun.
func (x *xmlReader) shape(name string, into *kmlShapes) error {
	into.any = true
	switch name {
	case "Point":
		line, err := x.coordinates(into)
		if len(line) == 1 {
			into.points = append(into.points, line[0])
		} else if into.wrong == "" && len(line) > 1 {
			into.wrong = name
		}
		return err
	case "LineString", "LinearRing":
		line, err := x.coordinates(into)
		if len(line) > 0 {
			into.lines = append(into.lines, line)
		}
		return err
	case "Polygon":
		return x.polygon(into)
	case "MultiGeometry":
		for depth := x.depth; x.depth >= depth; {
			token, err := x.next()
			if err != nil {
				return noEnd(err)
			}
			if t, ok := token.(xml.StartElement); ok {
				if err := x.shape(t.Name.Local, into); err != nil {
					return err
				}
			}
		}
		return nil
	}
	into.other = name
	return x.skip()
}

// polygon reads the rings of a Polygon, the outer one first wherever it stands.
func (x *xmlReader) polygon(into *kmlShapes) error {
	var outer, inner []orb.Ring
	boundary := ""
	for depth := x.depth; x.depth >= depth; {
		token, err := x.next()
		if err != nil {
			return noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch t.Name.Local {
		case "outerBoundaryIs", "innerBoundaryIs":
			boundary = t.Name.Local
		case "LinearRing":
			line, err := x.coordinates(into)
			if err != nil {
				return err
			}
			if boundary == "innerBoundaryIs" {
				inner = append(inner, orb.Ring(line))
			} else {
				outer = append(outer, orb.Ring(line))
			}
		default:
			if err := x.skip(); err != nil {
				return err
			}
		}
	}
	if len(outer) != 1 {
		into.wrong = "Polygon"
		return nil
	}
	into.polygons = append(into.polygons, append(orb.Polygon{outer[0]}, inner...))
	return nil
}

// coordinates reads the positions of the element that has just begun: longitude,
// latitude and perhaps height with commas, positions with spaces between.
func (x *xmlReader) coordinates(into *kmlShapes) ([]orb.Point, error) {
	var out []orb.Point
	for depth := x.depth; x.depth >= depth; {
		token, err := x.next()
		if err != nil {
			return nil, noEnd(err)
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if t.Name.Local != "coordinates" {
			if err := x.skip(); err != nil {
				return nil, err
			}
			continue
		}
		text, err := x.text(nil)
		if err != nil {
			return nil, err
		}
		for tuple := range strings.FieldsSeq(string(text)) {
			if into.count++; into.count > into.limit {
				continue // counted, and told by place
			}
			at, height, ok := readTuple(tuple)
			if !ok {
				into.wrong = tuple
				continue
			}
			into.heights = into.heights || height
			out = append(out, at)
		}
	}
	return out, nil
}

func readTuple(tuple string) (at orb.Point, height, ok bool) {
	parts := strings.SplitN(tuple, ",", 4)
	if len(parts) < 2 || len(parts) > 3 {
		return at, false, false
	}
	var values [3]float64
	for i, part := range parts {
		v, err := strconv.ParseFloat(part, 64)
		if i == 2 && part == "" {
			continue
		}
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || len(part) > MaxNumberBytes || strings.ContainsAny(part, "xX_") {
			return at, false, false
		}
		values[i] = v
	}
	return orb.Point{values[0], values[1]}, values[2] != 0, true
}

// place sets the record's geometry, or says what is wrong with it.
func (k *kmlReader) place(s *kmlShapes, rec *Record) {
	kinds := 0
	for _, n := range []int{len(s.points), len(s.lines), len(s.polygons)} {
		kinds += min(n, 1)
	}
	mend := registry.T("Sửa hình của đối tượng rồi xuất lại.", "Mend the shape and export it again.")
	refuse := func(rule, value string, message registry.Text) {
		k.faults = append(k.faults, registry.NewFault(rule, "geometry", value, message, mend))
	}
	switch {
	case s.count > s.limit:
		refuse(RuleLimitVertices, "", registry.Tf("Hình học có quá %d đỉnh.", "The geometry has more than %d vertices.", s.limit))
	case s.wrong != "":
		refuse(RuleGeometryType, s.wrong, registry.T("Không đọc được tọa độ.", "The coordinates cannot be read."))
	case s.other != "":
		refuse(RuleGeometryType, s.other, registry.Tf("Không nhận hình loại %s.", "Shapes of type %s are not taken.", s.other))
	case kinds > 1:
		refuse(RuleGeometryType, "MultiGeometry", registry.T("Đối tượng gồm nhiều loại hình.", "The feature has shapes of several kinds."))
	case kinds == 0 && s.any:
		refuse(RuleGeometryEmpty, "", registry.T("Hình học rỗng.", "The geometry is empty."))
	}
	switch {
	case len(s.points) == 1:
		rec.Geometry = s.points[0]
	case len(s.points) > 1:
		rec.Geometry = orb.MultiPoint(s.points)
	case len(s.lines) == 1:
		rec.Geometry = s.lines[0]
	case len(s.lines) > 1:
		rec.Geometry = orb.MultiLineString(s.lines)
	case len(s.polygons) == 1:
		rec.Geometry = s.polygons[0]
	case len(s.polygons) > 1:
		rec.Geometry = orb.MultiPolygon(s.polygons)
	}
	if s.heights && !k.sawZ {
		k.sawZ = true
		warning := registry.NewFault(RuleGeometryZ, "geometry", "",
			registry.T("Tọa độ có độ cao; độ cao bị bỏ, ở đối tượng này và các đối tượng sau.", "The coordinates have heights; they are dropped, here and in the features that follow."),
			registry.T("Không cần làm gì; ghi độ cao vào một thuộc tính nếu cần giữ.", "Nothing to do; put heights that matter into a property."))
		warning.Severity, warning.Row = registry.SeverityWarning, k.number
		rec.Warnings = append(rec.Warnings, warning)
	}
}
