package intake

import (
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// geometryTypes are those of RFC 7946 §1.4, the accepted ones with the level of
// their coordinates (see shape).
var geometryTypes = []geometryKind{
	{"Point", 0}, {"MultiPoint", 1}, {"LineString", 1}, {"MultiLineString", 2}, {"Polygon", 2}, {"MultiPolygon", 3},
	{"GeometryCollection", -1},
}

type geometryKind struct {
	name  string
	level int
}

// geometryType gives the name, without copying it if it is known, and the
// level, -1 for what is not accepted.
func geometryType(text []byte) (name string, level int) {
	for _, t := range geometryTypes {
		if string(text) == t.name {
			return t.name, t.level
		}
	}
	return string(text), -1
}

// shape is "coordinates" as read, before the type is known, which may come
// behind: all positions in a row, and where lists of them end.
type shape struct {
	points    []orb.Point
	lineEnds  []int // of each list of positions, in points
	groupEnds []int // of each list of such lists, in lineEnds
	level     int   // 0 a position, 1 a list of positions, 2 …, 3 …; -1 nothing in it
	read      bool

	empty     bool // there is an empty array
	uneven    bool // lists of different depth, or what is neither list nor number
	short     bool // a position of one number or none
	nan       bool // NaN, Infinity, null or a number too large
	z         bool // a third ordinate
	tooMany   bool // more positions than the limit
	firstNaN  string
	positions int
}

func (s *shape) reset() {
	*s = shape{points: s.points[:0], lineEnds: s.lineEnds[:0], groupEnds: s.groupEnds[:0], level: -1}
}

// geometry reads the member "geometry"; nil for null and for one with faults.
func (g *geoReader) geometry(rec *Record) orb.Geometry {
	if b := g.s.space(); b != '{' {
		if _, v := g.s.value(nil, 0, true); v.kind != kindNull && g.s.err == nil {
			g.geometryFault(RuleGeometryType, "", registry.T("“geometry” không phải là đối tượng JSON.", "“geometry” is not an object."))
		}
		return nil
	}
	g.s.w.r++
	g.shape.reset()
	name, level := "", -1
	for first := true; g.s.more('}', first); first = false {
		key, _, ok := g.s.key()
		if !ok {
			return nil
		}
		switch string(key) {
		case "type":
			g.word, _ = g.s.value(g.word[:0], MaxKeyBytes, true)
			name, level = geometryType(g.word)
		case "coordinates":
			g.shape.reset()
			g.shape.read = true
			if g.s.space() == '[' {
				g.shape.level = g.coordinates(0)
			} else if _, v := g.s.value(nil, 0, true); v.kind == kindNull {
				g.shape.empty = true
			} else {
				g.shape.uneven = true
			}
		case "crs":
			g.crs(false)
		default:
			g.s.skip()
		}
	}
	if g.s.err != nil {
		return nil
	}
	if g.shape.z && !g.sawZ {
		g.sawZ = true
		warning := registry.NewFault(RuleGeometryZ, "geometry", "",
			registry.T("Tọa độ có độ cao; độ cao bị bỏ, ở đối tượng này và các đối tượng sau.", "The coordinates have heights; they are dropped, here and in the features that follow."),
			registry.T("Không cần làm gì; ghi độ cao vào một thuộc tính nếu cần giữ.", "Nothing to do; put heights that matter into a property."))
		warning.Severity, warning.Row = registry.SeverityWarning, g.number
		rec.Warnings = append(rec.Warnings, warning)
	}
	before := len(g.faults)
	shaped := g.build(name, level)
	if len(g.faults) > before {
		return nil
	}
	return shaped
}

// coordinates reads an array from its opening bracket and gives its level.
func (g *geoReader) coordinates(depth int) int {
	s := &g.shape
	g.s.w.r++
	switch b := g.s.space(); {
	case b == '[':
	case b == ']':
		g.s.w.r++
		s.empty = true
		return -1
	default:
		g.position()
		return 0
	}
	level := -1
	for first := true; g.s.more(']', first); first = false {
		if g.s.space() != '[' || depth == 3 {
			s.uneven = true
			g.s.skip()
			continue
		}
		switch child := g.coordinates(depth + 1); {
		case g.s.err != nil:
			return -1
		case child < 0:
		case level < 0:
			level = child
		case child != level:
			s.uneven = true
		}
	}
	switch {
	case level < 0:
		return -1
	case s.tooMany:
	case level == 0:
		s.lineEnds = append(s.lineEnds, len(s.points))
	case level == 1:
		s.groupEnds = append(s.groupEnds, len(s.lineEnds))
	}
	return level + 1
}

// position reads the numbers of a position up to the closing bracket.
func (g *geoReader) position() {
	s := &g.shape
	var p orb.Point
	n := 0
	for first := true; g.s.more(']', first); first = false {
		var v float64
		switch b := g.s.space(); {
		case b == '-' && g.s.peekInfinity(), b == 'N' || b == 'I' || b == 'n':
			if b != '-' {
				g.s.literal()
			}
			v = math.NaN()
			s.note(string(b))
		case b == '-' || '0' <= b && b <= '9':
			text := g.s.number()
			if g.s.err != nil {
				return
			}
			var err error
			if v, err = strconv.ParseFloat(string(text), 64); err != nil {
				s.note(string(text))
			}
		default:
			s.uneven = true
			g.s.skip()
		}
		if g.s.err != nil {
			return
		}
		if n < 2 {
			p[n] = v
		}
		n++
	}
	if g.s.err != nil {
		return
	}
	s.short = s.short || n < 2
	s.z = s.z || n > 2
	if s.positions++; s.positions > g.limits.Vertices {
		s.tooMany = true
		return
	}
	s.points = append(s.points, p)
}

// note remembers that an ordinate is no finite number.
func (s *shape) note(text string) {
	if !s.nan {
		s.nan, s.firstNaN = true, text
	}
}

// build makes the geometry of a type from what coordinates has read, or adds
// the faults that forbid it.
func (g *geoReader) build(name string, level int) orb.Geometry {
	s := &g.shape
	switch {
	case level < 0:
		g.geometryFault(RuleGeometryType, name,
			registry.Tf("Không nhận hình loại %q.", "Geometries of type %q are not accepted.", name))
	case !s.read || s.empty:
		g.geometryFault(RuleGeometryEmpty, name,
			registry.T("Hình không có tọa độ, hoặc có phần rỗng.", "The geometry has no coordinates, or an empty part."))
	case s.tooMany:
		g.fault(RuleLimitVertices, "geometry", strconv.Itoa(s.positions),
			registry.Tf("Hình có %d điểm, nhiều hơn %d.", "The geometry has %d positions, more than %d.", s.positions, g.limits.Vertices),
			registry.T("Chia nhỏ hoặc đơn giản hóa hình.", "Split or simplify it."))
	case s.uneven || s.level != level:
		g.geometryFault(RuleGeometryType, name,
			registry.Tf("Tọa độ không đúng cấu trúc của %s.", "The coordinates do not have the structure of %s.", name))
	case s.short:
		g.geometryFault(RuleGeometryShort, name,
			registry.T("Có vị trí không đủ hai số kinh độ, vĩ độ.", "A position has not two numbers, longitude and latitude."))
	case s.nan:
		g.geometryFault(RuleGeometryNaN, s.firstNaN,
			registry.T("Tọa độ không phải là số hữu hạn.", "A coordinate is not a finite number."))
	default:
		return g.assemble(name)
	}
	return nil
}

// assemble copies a sound shape into a geometry that outlives the record.
func (g *geoReader) assemble(name string) orb.Geometry {
	s := &g.shape
	if name == "Point" {
		return s.points[0]
	}
	points := slices.Clone(s.points)
	if name == "MultiPoint" {
		return orb.MultiPoint(points)
	}
	lists := make([][]orb.Point, len(s.lineEnds))
	from := 0
	for i, end := range s.lineEnds {
		lists[i] = points[from:end:end]
		from = end
		if name == "LineString" || name == "MultiLineString" {
			g.checkLine(i, lists[i])
		} else {
			g.checkRing(i, lists[i])
		}
	}
	switch name {
	case "LineString":
		return orb.LineString(lists[0])
	case "MultiLineString":
		lines := make(orb.MultiLineString, len(lists))
		for i, l := range lists {
			lines[i] = l
		}
		return lines
	case "Polygon":
		return rings(lists)
	}
	polygons := make(orb.MultiPolygon, len(s.groupEnds))
	from = 0
	for i, end := range s.groupEnds {
		polygons[i] = rings(lists[from:end])
		from = end
	}
	return polygons
}

func rings(lists [][]orb.Point) orb.Polygon {
	p := make(orb.Polygon, len(lists))
	for i, l := range lists {
		p[i] = l
	}
	return p
}

// checkLine asks for two different positions (RFC 7946 §3.1.4 asks for two).
func (g *geoReader) checkLine(i int, line []orb.Point) {
	for _, p := range line {
		if p != line[0] {
			return
		}
	}
	g.geometryFault(RuleGeometryShort, strconv.Itoa(len(line)),
		registry.Tf("Đường thứ %d không có hai điểm khác nhau.", "Line %d has not two different positions.", i+1))
}

// checkRing asks for a closed ring of four positions (RFC 7946 §3.1.6).
func (g *geoReader) checkRing(i int, ring []orb.Point) {
	if len(ring) < 4 {
		g.geometryFault(RuleGeometryShort, strconv.Itoa(len(ring)),
			registry.Tf("Vòng thứ %d có %d điểm; ít nhất phải có 4.", "Ring %d has %d positions; it needs at least 4.", i+1, len(ring)))
	} else if ring[0] != ring[len(ring)-1] {
		g.geometryFault(RuleGeometryRingOpen, strconv.Itoa(len(ring)),
			registry.Tf("Vòng thứ %d không khép kín: điểm đầu khác điểm cuối.", "Ring %d is not closed: its first and last positions differ.", i+1))
	}
}

// geometryMends say what to do about each rule.
var geometryMends = map[string]registry.Text{
	RuleGeometryType:     registry.T("Dùng Point, LineString, Polygon hoặc loại Multi của chúng, đúng cấu trúc RFC 7946.", "Use Point, LineString, Polygon or their Multi types, structured as RFC 7946 says."),
	RuleGeometryEmpty:    registry.T("Vẽ hình, hoặc đặt \"geometry\": null.", "Draw the geometry, or set \"geometry\": null."),
	RuleGeometryShort:    registry.T("Vẽ lại hình cho đủ điểm.", "Draw it again with enough positions."),
	RuleGeometryRingOpen: registry.T("Lặp lại điểm đầu ở cuối vòng.", "Repeat the first position at the end of the ring."),
	RuleGeometryNaN:      registry.T("Nhập tọa độ thật.", "Enter real coordinates."),
}

func (g *geoReader) geometryFault(rule, value string, message registry.Text) {
	g.fault(rule, "geometry", value, message, geometryMends[rule])
}
