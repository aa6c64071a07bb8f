package tile

import (
	"fmt"
	"math"
	"strconv"

	"github.com/paulmach/orb"
)

const (
	// MaxZoom is the closest zoom there are tiles of: 9.5 m a side at 20° N is
	// closer than anything is surveyed.
	MaxZoom = 22
	// Extent is how many units a tile has a side (MVT 2.1, 4.1).
	Extent = 4096
	// Buffer is how far beyond its edge a tile shows what lies there, in units: a
	// symbol on the edge is drawn by both neighbours.
	Buffer = 64
	// maxLat is where the web mercator square ends (OGC 17-083r4, D.1).
	maxLat = 85.0511287798066
)

// Address is where a tile is: zoom, column from the west and row from the north
// in the pyramid of WebMercatorQuad (OGC 17-083r4).
type Address struct {
	Z    uint8
	X, Y uint32
}

// ParseAddress reads an address. Its error says what there is instead.
func ParseAddress(z, x, y string) (Address, error) {
	zoom, err := strconv.ParseUint(z, 10, 8)
	if err != nil || zoom > MaxZoom {
		return Address{}, fmt.Errorf("zoom %q is none of 0 to %d", z, MaxZoom)
	}
	side := uint64(1) << zoom
	column, errX := strconv.ParseUint(x, 10, 32)
	row, errY := strconv.ParseUint(y, 10, 32)
	if errX != nil || errY != nil || column >= side || row >= side {
		return Address{}, fmt.Errorf("column %q, row %q: both are 0 to %d at zoom %d", x, y, side-1, zoom)
	}
	return Address{Z: uint8(zoom), X: uint32(column), Y: uint32(row)}, nil // #nosec G115 -- within bounds as just seen
}

// String gives z/x/y.
func (a Address) String() string { return fmt.Sprintf("%d/%d/%d", a.Z, a.X, a.Y) }

// Bound gives what a tile covers without its buffer, in degrees WGS84.
func (a Address) Bound() orb.Bound { return a.bound(0) }

// Buffered gives what a tile shows, its buffer included, in degrees WGS84. At the edge
// of the square it reaches beyond it.
func (a Address) Buffered() orb.Bound { return a.bound(float64(Buffer) / Extent) }

// bound gives what a tile covers with a margin, in parts of its side.
func (a Address) bound(margin float64) orb.Bound {
	side := math.Exp2(float64(a.Z))
	at := func(v uint32, by float64) float64 { return (float64(v) + by) / side }
	return orb.Bound{
		Min: orb.Point{at(a.X, -margin)*360 - 180, latitude(at(a.Y, 1+margin))},
		Max: orb.Point{at(a.X, 1+margin)*360 - 180, latitude(at(a.Y, -margin))},
	}
}

// latitude gives the latitude of a place in the square, from 0 in the north to 1.
func latitude(y float64) float64 { return math.Atan(math.Sinh(math.Pi*(1-2*y))) * 180 / math.Pi }

// square gives where a position lies in the web mercator square of side 1, from
// its north-western corner. What lies outside is on its edge.
func square(p orb.Point) (x, y float64) {
	lat := min(max(p[1], -maxLat), maxLat) * math.Pi / 180
	return (p[0] + 180) / 360, (1 - math.Asinh(math.Tan(lat))/math.Pi) / 2
}

// block is the tiles of one zoom from one to another corner, both included.
type block struct{ z, x0, y0, x1, y1 uint32 }

// touched gives the tiles of a zoom in which something within a box may show,
// the buffers of tiles beside it included.
func touched(b orb.Bound, z uint8) block {
	side := math.Exp2(float64(z))
	x0, y0 := square(orb.Point{b.Min[0], b.Max[1]})
	x1, y1 := square(orb.Point{b.Max[0], b.Min[1]})
	// a unit more than the buffer: the database rounds its way, we ours
	const margin = (Buffer + 1.0) / Extent
	at := func(v float64) uint32 { return uint32(min(max(math.Floor(v), 0), side-1)) }
	return block{uint32(z), at(x0*side - margin), at(y0*side - margin), at(x1*side + margin), at(y1*side + margin)}
}

func (b block) has(a Address) bool {
	return uint32(a.Z) == b.z && a.X >= b.x0 && a.X <= b.x1 && a.Y >= b.y0 && a.Y <= b.y1
}

// tiles counts the tiles of a block.
func (b block) tiles() uint64 { return uint64(b.x1-b.x0+1) * uint64(b.y1-b.y0+1) }
