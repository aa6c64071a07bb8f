package httpapi_test

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/tile"
)

// mvtFeature is a feature of a vector tile (MVT 2.1) as these tests look at it.
type mvtFeature struct {
	layer  string
	id     uint64
	values map[string]any
	// points are its vertices, in degrees WGS84.
	points []orb.Point
}

var errMVT = errors.New("no vector tile")

// fieldsIn calls take with each field of a protobuf message: its number, and its
// bytes or its number.
func fieldsIn(message []byte, take func(number int, bytes []byte, value uint64) error) error {
	for len(message) > 0 {
		tag, n := binary.Uvarint(message)
		if n <= 0 {
			return errMVT
		}
		message = message[n:]
		var value uint64
		var bytes []byte
		size := 0
		switch tag & 7 {
		case 0:
			if value, size = binary.Uvarint(message); size <= 0 {
				return errMVT
			}
		case 1:
			size = 8
		case 5:
			size = 4
		case 2:
			length, n := binary.Uvarint(message)
			if n <= 0 || uint64(len(message)-n) < length {
				return errMVT
			}
			bytes, size = message[n:n+int(length)], n+int(length)
		default:
			return errMVT
		}
		if len(message) < size {
			return errMVT
		}
		if tag&7 == 1 {
			value = binary.LittleEndian.Uint64(message)
		}
		if err := take(int(tag>>3), bytes, value); err != nil {
			return err
		}
		message = message[size:]
	}
	return nil
}

// readMVT gives the features of a vector tile.
func readMVT(body []byte, at tile.Address) (features []mvtFeature, err error) {
	err = fieldsIn(body, func(number int, layer []byte, _ uint64) error {
		if number != 3 {
			return errMVT
		}
		var name string
		var keys []string
		var values []any
		var raw [][]byte
		err := fieldsIn(layer, func(number int, b []byte, _ uint64) error {
			switch number {
			case 1:
				name = string(b)
			case 2:
				raw = append(raw, b)
			case 3:
				keys = append(keys, string(b))
			case 4:
				return fieldsIn(b, func(kind int, text []byte, v uint64) error {
					values = append(values, map[int]any{1: string(text), 3: math.Float64frombits(v), 4: int64(v), 5: int64(v), 6: int64(v>>1) ^ -int64(v&1), 7: v == 1}[kind])
					return nil
				})
			}
			return nil
		})
		for _, b := range raw {
			f := mvtFeature{layer: name, values: map[string]any{}}
			var tags []uint64
			err = errors.Join(err, fieldsIn(b, func(number int, packed []byte, v uint64) error {
				switch number {
				case 1:
					f.id = v
				case 2:
					tags = varints(packed)
				case 4:
					f.points = vertices(varints(packed), at)
				}
				return nil
			}))
			for i := 0; i+1 < len(tags); i += 2 {
				f.values[keys[tags[i]]] = values[tags[i+1]]
			}
			features = append(features, f)
		}
		return err
	})
	return features, err
}

func varints(packed []byte) (out []uint64) {
	for len(packed) > 0 {
		v, n := binary.Uvarint(packed)
		if n <= 0 {
			return out
		}
		out, packed = append(out, v), packed[n:]
	}
	return out
}

// vertices walks the commands of a geometry (MVT 2.1, 4.3).
func vertices(commands []uint64, at tile.Address) (out []orb.Point) {
	var x, y int64
	for i := 0; i < len(commands); {
		id, count := commands[i]&7, int(commands[i]>>3)
		i++
		if id == 7 {
			continue
		}
		for ; count > 0 && i+1 < len(commands); count-- {
			x += int64(commands[i]>>1) ^ -int64(commands[i]&1)
			y += int64(commands[i+1]>>1) ^ -int64(commands[i+1]&1)
			i += 2
			side := math.Exp2(float64(at.Z))
			out = append(out, orb.Point{
				(float64(at.X)+float64(x)/tile.Extent)/side*360 - 180,
				math.Atan(math.Sinh(math.Pi*(1-2*(float64(at.Y)+float64(y)/tile.Extent)/side))) * 180 / math.Pi})
		}
	}
	return out
}

// tileAt gives the tile of a zoom at a place.
func tileAt(z int, lon, lat float64) tile.Address {
	side := math.Exp2(float64(z))
	return tile.Address{Z: uint8(z), X: uint32((lon + 180) / 360 * side), Y: uint32((1 - math.Asinh(math.Tan(lat*math.Pi/180))/math.Pi) / 2 * side)}
}
