package intake

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"

	"github.com/paulmach/orb"
	plane "github.com/paulmach/orb/planar"

	"github.com/hatangso/hatangso/internal/registry"
)

// Types of shapes; 10 more have heights and measures, 20 more measures.
const (
	shapeNull       = 0
	shapePoint      = 1
	shapePolyLine   = 3
	shapePolygon    = 5
	shapeMultiPoint = 8
	shapeMultiPatch = 31
)

// shapeFile streams a .shp.
type shapeFile struct {
	r     *bufio.Reader
	index *bufio.Reader // nil without a .shx
	limit Limits
	at    int64 // bytes read
	end   int64 // length that the header gives
	count int
	buf   []byte
}

// shapeRead is one shape, or the fault it has.
type shapeRead struct {
	geometry orb.Geometry
	heights  bool
	fault    *registry.Fault
}

const shapeHeaderBytes = 100

func openShapes(shp, shx *part, limits Limits) (*shapeFile, error) {
	var header [shapeHeaderBytes]byte
	s := &shapeFile{r: bufio.NewReaderSize(shp, windowBytes), limit: limits, at: shapeHeaderBytes}
	if _, err := io.ReadFull(s.r, header[:]); err != nil {
		return nil, shapeError(err)
	}
	if string(header[:4]) != shapefileMagic {
		return nil, corrupt(".shp", "magic number")
	}
	if s.end = 2 * int64(binary.BigEndian.Uint32(header[24:])); s.end > shp.size {
		return nil, truncated(".shp")
	}
	if shx == nil {
		return s, nil
	}
	s.index = bufio.NewReader(shx)
	if _, err := s.index.Discard(shapeHeaderBytes); err != nil {
		return nil, truncated(".shx")
	}
	return s, nil
}

func shapeError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return truncated(".shp")
	}
	return err
}

// next reads the next shape; io.EOF after the last. Programs that edit a
// shapefile leave gaps, which the index passes over; one that has been put
// behind others cannot be reached by reading on.
func (s *shapeFile) next() (shapeRead, error) {
	if s.index != nil {
		to, err := indexEntry(s.index)
		switch {
		case errors.Is(err, io.EOF):
			return shapeRead{}, io.EOF
		case err != nil:
			return shapeRead{}, truncated(".shx")
		case to < s.at:
			return shapeRead{}, refuseFile(RuleShapefileOrder, ".shp",
				registry.Tf("Hình của đối tượng %d không nằm theo thứ tự trong tệp .shp.", "The shape of feature %d does not stand in order in the .shp.", s.count+1),
				registry.T("Lưu lại (repack) Shapefile: trong QGIS xuất lớp thành tệp mới.", "Repack the shapefile: in QGIS export the layer to a new file."))
		case to > s.end-8:
			return shapeRead{}, truncated(".shp")
		}
		if err := s.pass(to - s.at); err != nil {
			return shapeRead{}, err
		}
	} else if s.at >= s.end {
		return shapeRead{}, io.EOF
	}
	var header [8]byte
	if _, err := io.ReadFull(s.r, header[:]); err != nil {
		return shapeRead{}, shapeError(err)
	}
	length := 2 * int64(binary.BigEndian.Uint32(header[4:]))
	if s.count++; s.index == nil && int64(binary.BigEndian.Uint32(header[:4])) != int64(s.count) {
		return shapeRead{}, corrupt(".shp", "record %d has the number %d", s.count, binary.BigEndian.Uint32(header[:4]))
	}
	s.at += 8 + length
	switch {
	case length < 4:
		return shapeRead{}, corrupt(".shp", "record %d has %d bytes", s.count, length)
	case s.at > s.end:
		return shapeRead{}, truncated(".shp")
	case length > s.limit.FeatureBytes:
		return shapeRead{}, refuseSize(RuleLimitFeature,
			registry.Tf("Hình của đối tượng %d lớn hơn %d byte.", "The shape of feature %d is larger than %d bytes.", s.count, s.limit.FeatureBytes),
			registry.T("Đơn giản hóa hoặc chia nhỏ.", "Simplify or split it."))
	}
	if int64(cap(s.buf)) < length {
		s.buf = make([]byte, length)
	}
	content := s.buf[:length]
	if _, err := io.ReadFull(s.r, content); err != nil {
		return shapeRead{}, shapeError(err)
	}
	return s.shape(content), nil
}

func (s *shapeFile) pass(n int64) error {
	s.at += n
	for n > 0 {
		step, err := s.r.Discard(int(min(n, math.MaxInt32)))
		if n -= int64(step); err != nil {
			return shapeError(err)
		}
	}
	return nil
}

// shape reads the content of a record. Heights and measures stand behind the
// plane coordinates and are left there; measures may be missing.
func (s *shapeFile) shape(content []byte) shapeRead {
	kind := binary.LittleEndian.Uint32(content)
	body := content[4:]
	heights := kind > 10 && kind < 20
	if kind > 10 && kind < shapeMultiPatch {
		kind %= 10
	}
	refused := func(rule string, vi, en string) shapeRead {
		f := registry.NewFault(rule, "geometry", "", registry.T(vi, en),
			registry.T("Sửa hình của đối tượng rồi xuất lại.", "Mend the shape and export it again."))
		return shapeRead{fault: &f}
	}
	broken := func() shapeRead {
		return refused(RuleShapefileCorrupt, "Hình trong tệp .shp bị hỏng.", "The shape is damaged in the .shp.")
	}
	at := func(i int) orb.Point {
		return orb.Point{math.Float64frombits(binary.LittleEndian.Uint64(body[16*i:])), math.Float64frombits(binary.LittleEndian.Uint64(body[16*i+8:]))}
	}
	switch kind {
	case shapeNull:
		return shapeRead{}
	case shapePoint:
		if len(body) < 16 {
			return broken()
		}
		p := at(0)
		if math.IsNaN(p[0]) || math.IsNaN(p[1]) { // POINT EMPTY
			return shapeRead{}
		}
		return shapeRead{geometry: p, heights: heights}
	case shapePolyLine, shapePolygon, shapeMultiPoint:
	default:
		return refused(RuleGeometryType, "Không nhận loại hình này (MultiPatch).", "Shapes of this type (MultiPatch) are not taken.")
	}
	// the box; of lines and polygons the number of parts; the number of points;
	// where each part begins; the points
	const box = 32
	head, parts := box, 1
	if kind != shapeMultiPoint {
		if head += 4; len(body) < head {
			return broken()
		}
		parts = int(binary.LittleEndian.Uint32(body[box:]))
	}
	if head += 4; len(body) < head {
		return broken()
	}
	points := int(binary.LittleEndian.Uint32(body[head-4:]))
	switch body = body[head:]; {
	case points == 0:
		return shapeRead{}
	case points > s.limit.Vertices:
		return refused(RuleLimitVertices, "Hình học có quá nhiều đỉnh.", "The geometry has too many vertices.")
	case parts < 1 || parts > points:
		return broken()
	}
	starts := make([]int, 1, parts+1)
	if kind != shapeMultiPoint {
		if len(body) < 4*parts {
			return broken()
		}
		for i := 1; i < parts; i++ {
			starts = append(starts, int(binary.LittleEndian.Uint32(body[4*i:])))
		}
		body = body[4*parts:]
	}
	if starts = append(starts, points); !slices.IsSorted(starts) || len(body) < 16*points {
		return broken()
	}
	lines := make([][]orb.Point, parts)
	for i := range lines {
		line := make([]orb.Point, 0, starts[i+1]-starts[i])
		for j := starts[i]; j < starts[i+1]; j++ {
			line = append(line, at(j))
		}
		if len(line) == 0 {
			return broken()
		}
		lines[i] = line
	}
	return shapeRead{geometry: assemble(kind, lines), heights: heights}
}

// assemble gives the geometry of a shape's parts.
func assemble(kind uint32, parts [][]orb.Point) orb.Geometry {
	switch kind {
	case shapeMultiPoint:
		return orb.MultiPoint(parts[0])
	case shapePolyLine:
		if len(parts) == 1 {
			return orb.LineString(parts[0])
		}
		out := make(orb.MultiLineString, len(parts))
		for i, p := range parts {
			out[i] = p
		}
		return out
	}
	// outer rings run clockwise, holes against; a hole may stand anywhere
	var polygons orb.MultiPolygon
	var holes []orb.Ring
	for _, p := range parts {
		if ring := orb.Ring(p); ring.Orientation() == orb.CCW && len(parts) > 1 {
			holes = append(holes, ring)
		} else {
			polygons = append(polygons, orb.Polygon{ring})
		}
	}
	for _, hole := range holes {
		within := -1
		for i := range polygons {
			if plane.RingContains(polygons[i][0], hole[0]) {
				within = i
			}
		}
		if within < 0 { // written by a program that ignores the direction
			polygons = append(polygons, orb.Polygon{hole})
			continue
		}
		polygons[within] = append(polygons[within], hole)
	}
	if len(polygons) == 1 {
		return polygons[0]
	}
	return polygons
}
