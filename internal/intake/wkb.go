package intake

import (
	"encoding/hex"
	"errors"

	"github.com/paulmach/orb"
	"github.com/twpayne/go-geom"
	"github.com/twpayne/go-geom/encoding/ewkb"
	"github.com/twpayne/go-geom/encoding/wkbcommon"

	"github.com/hatangso/hatangso/internal/registry"
)

// A table copied out of PostGIS holds its geometry as (E)WKB in hexadecimal. It
// is decoded by go-geom, which reads heights and measures right, where orb
// takes them for further positions without a word. A count in the bytes is a
// claim: without a limit it would be memory.
var _ = func() bool {
	wkbcommon.MaxGeometryElements = [4]int{0, registry.MaxVertices, registry.MaxVertices, registry.MaxVertices}
	return true
}()

// looksLikeWKB says whether a cell is hexadecimal WKB rather than WKT.
func looksLikeWKB(text string) bool {
	return len(text) >= 18 && (text[:2] == "00" || text[:2] == "01") && len(text)%2 == 0
}

// wkb reads a hexadecimal (E)WKB cell. Its SRID, when it has one, is honoured
// over the file's reference system; heights and measures are dropped.
func (b *builder) wkb(text string) placed {
	column := b.columns.header(targetWKT)
	raw, err := hex.DecodeString(text)
	if err != nil {
		return misplaced(wrongWKB(column, text))
	}
	decoded, err := ewkb.Unmarshal(raw)
	if err != nil {
		return misplaced(wrongWKB(column, text))
	}
	g, err := planar(decoded)
	if err != nil {
		return misplaced(wrongWKB(column, text))
	}
	from, faults := b.in(decoded.SRID(), column)
	if faults != nil {
		return misplaced(faults...)
	}
	return from.shape(g, decoded.Stride() > 2, column)
}

func wrongWKB(column, text string) registry.Fault {
	return registry.NewFault("geometry.wkb", column, text,
		registry.T("Không đọc được WKB.", "The WKB cannot be read."),
		registry.T("Xuất hình học dạng WKT hoặc GeoJSON.", "Export the geometry as WKT or GeoJSON."))
}

var errNoShape = errors.New("not a shape the register holds")

// planar gives a decoded geometry in two dimensions.
func planar(g geom.T) (orb.Geometry, error) {
	if g.Empty() {
		return nil, errNoShape
	}
	line := func(coords []geom.Coord) []orb.Point {
		out := make([]orb.Point, len(coords))
		for i, c := range coords {
			out[i] = orb.Point{c[0], c[1]}
		}
		return out
	}
	polygon := func(p *geom.Polygon) orb.Polygon {
		var out orb.Polygon
		for _, ring := range p.Coords() {
			out = append(out, orb.Ring(line(ring)))
		}
		return out
	}
	switch v := g.(type) {
	case *geom.Point:
		return orb.Point{v.X(), v.Y()}, nil
	case *geom.LineString:
		return orb.LineString(line(v.Coords())), nil
	case *geom.MultiLineString:
		var out orb.MultiLineString
		for _, part := range v.Coords() {
			out = append(out, orb.LineString(line(part)))
		}
		return out, nil
	case *geom.Polygon:
		return polygon(v), nil
	case *geom.MultiPolygon:
		var out orb.MultiPolygon
		for i := range v.NumPolygons() {
			out = append(out, polygon(v.Polygon(i)))
		}
		return out, nil
	}
	return nil, errNoShape
}
