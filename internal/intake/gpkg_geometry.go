package intake

import (
	"encoding/binary"

	"github.com/paulmach/orb"
	"github.com/twpayne/go-geom"
	"github.com/twpayne/go-geom/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// gpkgShape is a geometry out of a GeoPackage.
type gpkgShape struct {
	geometry orb.Geometry
	heights  bool
	srsID    int32
}

// gpkgEnvelopes are the lengths of the envelope by the code in the flags.
var gpkgEnvelopes = [...]int{0, 32, 48, 48, 64}

// gpkgGeometry decodes GeoPackageBinary (OGC 12-128r18 §2.1.3): a header, then
// ISO WKB. The geometry is nil when it is empty. The fault has no row.
func gpkgGeometry(blob []byte, column string, vertices int) (out gpkgShape, fault *registry.Fault) {
	refuse := func(rule string, message, mend registry.Text) (gpkgShape, *registry.Fault) {
		f := registry.NewFault(rule, column, "", message, mend)
		return gpkgShape{}, &f
	}
	broken := func() (gpkgShape, *registry.Fault) {
		return refuse(RuleGeoPackageGeometry,
			registry.T("Hình học không phải GeoPackageBinary.", "The geometry is not GeoPackageBinary."),
			registry.T("Xuất lại tệp GeoPackage từ phần mềm nguồn.", "Export the GeoPackage again."))
	}
	if len(blob) < 8 || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0 {
		return broken()
	}
	flags := blob[3]
	var order binary.ByteOrder = binary.BigEndian
	if flags&1 != 0 {
		order = binary.LittleEndian
	}
	out.srsID = int32(order.Uint32(blob[4:])) // #nosec G115 -- the same bits, signed
	envelope := int(flags >> 1 & 7)
	const extended = 1 << 5 // a type no standard names
	if envelope >= len(gpkgEnvelopes) || flags&extended != 0 || len(blob) < 8+gpkgEnvelopes[envelope] {
		return broken()
	}
	const empty = 1 << 4
	if flags&empty != 0 {
		return out, nil
	}
	raw := blob[8+gpkgEnvelopes[envelope]:]
	if !flatWKB(raw) {
		return refuse(RuleGeometryType,
			registry.T("Kiểu hình học không dùng được.", "The geometry is of a type that cannot be used."),
			registry.T("Dùng điểm, đường hoặc vùng.", "Use points, lines or areas."))
	}
	decoded, err := wkb.Unmarshal(raw)
	if err != nil {
		return broken()
	}
	if n := len(decoded.FlatCoords()) / decoded.Stride(); n > vertices {
		return refuse(RuleLimitVertices,
			registry.Tf("Hình có %d đỉnh, nhiều hơn %d.", "The geometry has %d vertices, more than %d.", n, vertices),
			registry.T("Đơn giản hóa hoặc chia nhỏ hình.", "Simplify or split it."))
	}
	if decoded.Empty() {
		return out, nil
	}
	out.heights = decoded.Stride() > 2
	if points, ok := decoded.(*geom.MultiPoint); ok {
		for i := range points.NumPoints() {
			p := points.Point(i)
			if i == 0 {
				out.geometry = orb.MultiPoint{}
			}
			out.geometry = append(out.geometry.(orb.MultiPoint), orb.Point{p.X(), p.Y()})
		}
		return out, nil
	}
	if out.geometry, err = planar(decoded); err != nil {
		return broken()
	}
	return out, nil
}

// flatWKB says that WKB is one of the six types of simple features without
// collections, with parts of the type they must have. The decoder calls itself
// for every part: parts in parts without end would be its stack.
func flatWKB(b []byte) bool {
	_, ok := passWKB(b, 0)
	return ok
}

// passWKB reads over a geometry; want is the type a part must have, 0 for any.
func passWKB(b []byte, want uint32) (rest []byte, ok bool) {
	if len(b) < 5 || b[0] > 1 {
		return nil, false
	}
	var order binary.ByteOrder = binary.BigEndian
	if b[0] == 1 {
		order = binary.LittleEndian
	}
	kind := order.Uint32(b[1:])
	b = b[5:]
	position := 16 // bytes
	switch kind / 1000 {
	case 0:
	case 1, 2:
		position = 24
	case 3:
		position = 32
	default:
		return nil, false
	}
	kind %= 1000
	if want != 0 && kind != want {
		return nil, false
	}
	count := func() (int, bool) {
		if len(b) < 4 {
			return 0, false
		}
		n := order.Uint32(b)
		b = b[4:]
		return int(n), int64(n) <= int64(len(b))
	}
	pass := func(positions int) bool {
		if positions > len(b)/position {
			return false
		}
		b = b[positions*position:]
		return true
	}
	switch kind {
	case 1:
		ok := pass(1)
		return b, ok
	case 2:
		n, ok := count()
		ok = ok && pass(n)
		return b, ok
	case 3:
		rings, ok := count()
		for i := 0; ok && i < rings; i++ {
			var n int
			if n, ok = count(); ok {
				ok = pass(n)
			}
		}
		return b, ok
	case 4, 5, 6:
		parts, ok := count()
		for i := 0; ok && i < parts; i++ {
			b, ok = passWKB(b, kind-3)
		}
		return b, ok
	}
	return nil, false
}
