package registry

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// GeometryType is the one geometry type a noun's records have, so that every
// collection can be opened as one layer.
type GeometryType string

const (
	NoGeometry   GeometryType = ""
	Point        GeometryType = "Point"
	LineString   GeometryType = "LineString"
	MultiPolygon GeometryType = "MultiPolygon"
)

// CoordinateDecimals is how many decimals a written longitude or latitude has
// at most: 1e-7 degrees is 11 mm, under any survey this register receives
// (RFC 7946 §11.2 warns against more).
const CoordinateDecimals = 7

// MaxVertices bounds one geometry, in positions.
const MaxVertices = 200_000

// MaxStepDeg bounds the step from one position of a line to the next, in degrees
// of longitude or latitude: over 1,000 km here. A longer one is a slip of the
// pen, and half way round the Earth its length would not even be defined.
const MaxStepDeg = 10

// Geometry is an orb geometry in WGS84 longitude/latitude that reads and writes
// GeoJSON with at most CoordinateDecimals decimals.
type Geometry struct{ orb.Geometry }

// MarshalJSON writes an RFC 7946 geometry object, or null.
func (g Geometry) MarshalJSON() ([]byte, error) { return AppendGeoJSON(nil, g.Geometry), nil }

// UnmarshalJSON reads an RFC 7946 geometry object. A third ordinate is dropped.
func (g *Geometry) UnmarshalJSON(b []byte) error {
	if bytes.Equal(bytes.TrimSpace(b), []byte("null")) {
		g.Geometry = nil
		return nil
	}
	var shape struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	}
	if err := json.Unmarshal(b, &shape); err != nil {
		return fmt.Errorf("not a GeoJSON geometry: %w", err)
	}
	if shape.Type == "GeometryCollection" {
		// no record has one: what is in it, to a depth that orb would read level by level, does not matter
		g.Geometry = orb.Collection{}
		return nil
	}
	nesting, ok := coordinateNesting[shape.Type]
	if !ok {
		return fmt.Errorf("not a GeoJSON geometry: type %.40q", shape.Type)
	}
	if err := checkPositions(shape.Coordinates, nesting); err != nil {
		return fmt.Errorf("not a GeoJSON geometry: %w", err)
	}
	var v geojson.Geometry
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("not a GeoJSON geometry: %w", err)
	}
	out := v.Geometry()
	if out == nil {
		return errors.New("not a GeoJSON geometry: no coordinates")
	}
	g.Geometry = out
	return nil
}

// coordinateNesting is how many arrays stand around a position, by type.
var coordinateNesting = map[string]int{
	"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
}

// checkPositions refuses a position of fewer than two numbers: orb would take
// what is missing for 0.
func checkPositions(coordinates json.RawMessage, nesting int) error {
	if nesting == 0 {
		var position []float64
		if err := json.Unmarshal(coordinates, &position); err != nil {
			return err
		}
		if len(position) < 2 {
			return fmt.Errorf("a position of %d numbers", len(position))
		}
		return nil
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(coordinates, &parts); err != nil {
		return err
	}
	for _, part := range parts {
		if err := checkPositions(part, nesting-1); err != nil {
			return err
		}
	}
	return nil
}

// AppendGeoJSON appends the RFC 7946 form of g to dst; null for no geometry.
func AppendGeoJSON(dst []byte, g orb.Geometry) []byte {
	switch v := g.(type) {
	case nil:
		return append(dst, "null"...)
	case orb.Point:
		dst = append(dst, `{"type":"Point","coordinates":`...)
		dst = AppendPosition(dst, v[0], v[1])
	case orb.LineString:
		dst = append(dst, `{"type":"LineString","coordinates":`...)
		dst = appendPositions(dst, v)
	case orb.MultiLineString:
		dst = append(dst, `{"type":"MultiLineString","coordinates":[`...)
		for i, line := range v {
			dst = appendComma(dst, i)
			dst = appendPositions(dst, line)
		}
		dst = append(dst, ']')
	case orb.Polygon:
		dst = append(dst, `{"type":"Polygon","coordinates":`...)
		dst = appendRings(dst, v)
	case orb.MultiPolygon:
		dst = append(dst, `{"type":"MultiPolygon","coordinates":[`...)
		for i, polygon := range v {
			dst = appendComma(dst, i)
			dst = appendRings(dst, polygon)
		}
		dst = append(dst, ']')
	default:
		return append(dst, "null"...)
	}
	return append(dst, '}')
}

// AppendPosition appends [lon,lat] with at most CoordinateDecimals decimals.
func AppendPosition(dst []byte, lon, lat float64) []byte {
	dst = append(dst, '[')
	dst = AppendDegrees(dst, lon)
	dst = append(dst, ',')
	dst = AppendDegrees(dst, lat)
	return append(dst, ']')
}

// AppendDegrees appends degrees with at most CoordinateDecimals decimals. It writes a fixed-point number without strconv: an export writes
// two of these per vertex and they dominate its time.
func AppendDegrees(dst []byte, deg float64) []byte {
	if math.Abs(deg) > 1e9 || math.IsNaN(deg) {
		return strconv.AppendFloat(dst, deg, 'f', -1, 64)
	}
	scaled := int64(math.Round(deg * 1e7))
	if scaled < 0 {
		dst = append(dst, '-')
		scaled = -scaled
	}
	dst = strconv.AppendInt(dst, scaled/1e7, 10)
	fraction := scaled % 1e7
	if fraction == 0 {
		return dst
	}
	var digits [8]byte
	digits[0] = '.'
	for i := 7; i >= 1; i-- {
		digits[i] = byte('0' + fraction%10)
		fraction /= 10
	}
	end := 8
	for digits[end-1] == '0' {
		end--
	}
	return append(dst, digits[:end]...)
}

func appendPositions(dst []byte, line []orb.Point) []byte {
	dst = append(dst, '[')
	for i, p := range line {
		dst = appendComma(dst, i)
		dst = AppendPosition(dst, p[0], p[1])
	}
	return append(dst, ']')
}

func appendRings(dst []byte, polygon orb.Polygon) []byte {
	dst = append(dst, '[')
	for i, ring := range polygon {
		dst = appendComma(dst, i)
		dst = appendPositions(dst, ring)
	}
	return append(dst, ']')
}

func appendComma(dst []byte, i int) []byte {
	if i > 0 {
		return append(dst, ',')
	}
	return dst
}

// CheckGeometry gives what is wrong with g as a geometry of type want: its
// type, emptiness, finiteness, range and size. A Polygon is taken where a
// MultiPolygon is wanted and a one-part Multi* where a single one is. The
// geometry returned is rounded to CoordinateDecimals, so that what the register
// writes out comes back as the same geometry.
func CheckGeometry(g orb.Geometry, want GeometryType) (orb.Geometry, []Fault) {
	g = normalise(g, want)
	if g == nil {
		return nil, []Fault{geometryFault("geometry.missing", "",
			T("Thiếu hình học.", "The geometry is missing."),
			Tf("Ghi tọa độ (%s).", "Give coordinates (%s).", want))}
	}
	if got := g.GeoJSONType(); got != string(want) {
		return nil, []Fault{geometryFault("geometry.type", got,
			Tf("Loại hình học phải là %s.", "The geometry type must be %s.", want),
			T("Tách hoặc chuyển đối tượng sang đúng loại.", "Split the record or convert it to that type."))}
	}
	n, faults := 0, []Fault(nil)
	eachPoint(g, func(p orb.Point) bool {
		n++
		switch {
		case math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0):
			faults = append(faults, geometryFault("geometry.nan", fmt.Sprint(p),
				T("Tọa độ không phải số hữu hạn.", "A coordinate is not a finite number."),
				T("Ghi lại tọa độ của điểm này.", "Write this position again.")))
		case math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90:
			faults = append(faults, geometryFault("coordinate.range", fmt.Sprintf("%g %g", p[0], p[1]),
				T("Tọa độ vượt phạm vi kinh độ ±180, vĩ độ ±90.", "A coordinate is outside longitude ±180, latitude ±90."),
				T("Kiểm tra thứ tự kinh độ, vĩ độ và hệ tọa độ.", "Check the order longitude, latitude and the CRS.")))
		}
		return len(faults) == 0 && n <= MaxVertices
	})
	switch {
	case len(faults) > 0:
		return nil, faults
	case n > MaxVertices:
		return nil, []Fault{geometryFault("limit.vertices", "",
			Tf("Hình học có quá %d đỉnh.", "The geometry has more than %d vertices.", MaxVertices),
			T("Đơn giản hóa hoặc chia nhỏ.", "Simplify or split it."))}
	case n == 0:
		return nil, []Fault{geometryFault("geometry.empty", "",
			T("Hình học rỗng.", "The geometry is empty."),
			T("Ghi tọa độ.", "Give coordinates."))}
	}
	if polygons, ok := g.(orb.MultiPolygon); ok && !ringsClose(polygons) {
		return nil, []Fault{geometryFault("geometry.ring", "",
			T("Mỗi vòng ranh giới phải có ít nhất bốn điểm, điểm cuối trùng điểm đầu.", "A ring needs at least four positions, the last equal to the first."),
			T("Khép kín vòng ranh giới.", "Close the ring."))}
	}
	if line, ok := g.(orb.LineString); ok && longestStep(line) > MaxStepDeg {
		return nil, []Fault{geometryFault("geometry.step", "",
			Tf("Hai điểm liền nhau của tuyến cách nhau quá %d°.", "Two successive positions of the line are more than %d° apart.", MaxStepDeg),
			T("Kiểm tra thứ tự kinh độ, vĩ độ của từng điểm.", "Check the order longitude, latitude of each position."))}
	}
	if line, ok := g.(orb.LineString); ok && !hasLength(line) {
		return nil, []Fault{geometryFault("geometry.short", "",
			T("Tuyến phải có ít nhất hai điểm khác nhau.", "A line needs at least two different positions."),
			T("Bổ sung điểm đầu, điểm cuối.", "Give both ends."))}
	}
	return round(g), nil
}

// round gives g with its ordinates at CoordinateDecimals.
func round(g orb.Geometry) orb.Geometry {
	points := func(in []orb.Point) []orb.Point {
		out := make([]orb.Point, len(in))
		for i, p := range in {
			out[i] = orb.Point{math.Round(p[0]*1e7) / 1e7, math.Round(p[1]*1e7) / 1e7}
		}
		return out
	}
	switch v := g.(type) {
	case orb.Point:
		return orb.Point(points([]orb.Point{v})[0])
	case orb.LineString:
		return orb.LineString(points(v))
	case orb.MultiPolygon:
		out := make(orb.MultiPolygon, len(v))
		for i, polygon := range v {
			for _, ring := range polygon {
				out[i] = append(out[i], orb.Ring(points(ring)))
			}
		}
		return out
	}
	return g
}

func geometryFault(rule, value string, message, mend Text) Fault {
	f := NewFault(rule, "geometry", value, message, mend)
	f.Pointer = "/geometry"
	return f
}

func normalise(g orb.Geometry, want GeometryType) orb.Geometry {
	switch v := g.(type) {
	case orb.Polygon:
		if want == MultiPolygon {
			return orb.MultiPolygon{v}
		}
	case orb.MultiLineString:
		if want == LineString && len(v) == 1 {
			return v[0]
		}
	case orb.MultiPoint:
		if want == Point && len(v) == 1 {
			return v[0]
		}
	}
	return g
}

// ringsClose says whether every polygon has rings and each is one (RFC 7946
// §3.1.6).
func ringsClose(polygons orb.MultiPolygon) bool {
	for _, polygon := range polygons {
		if len(polygon) == 0 {
			return false
		}
		for _, ring := range polygon {
			if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
				return false
			}
		}
	}
	return true
}

// longestStep gives the longest step of a line along an axis, in degrees.
func longestStep(line orb.LineString) (longest float64) {
	for i := 1; i < len(line); i++ {
		longest = max(longest, math.Abs(line[i][0]-line[i-1][0]), math.Abs(line[i][1]-line[i-1][1]))
	}
	return longest
}

func hasLength(line orb.LineString) bool {
	for _, p := range line {
		if p != line[0] {
			return true
		}
	}
	return false
}

// eachPoint calls visit for every position of g until visit returns false.
func eachPoint(g orb.Geometry, visit func(orb.Point) bool) bool {
	each := func(points []orb.Point) bool {
		for _, p := range points {
			if !visit(p) {
				return false
			}
		}
		return true
	}
	switch v := g.(type) {
	case orb.Point:
		return visit(v)
	case orb.LineString:
		return each(v)
	case orb.MultiPolygon:
		for _, polygon := range v {
			for _, ring := range polygon {
				if !each(ring) {
					return false
				}
			}
		}
	}
	return true
}
