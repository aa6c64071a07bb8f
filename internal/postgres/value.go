package postgres

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// ValueOf gives the Value of what is at hand in Go, for rows that no table holds:
// a text, an int64, a float64, a bool, a registry.Date or an orb geometry, a
// pointer to one, or nil.
func ValueOf(v any) (Value, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		return Value(v), nil
	case int64:
		return binary.BigEndian.AppendUint64(nil, uint64(v)), nil // #nosec G115 -- the same bits
	case float64:
		return binary.BigEndian.AppendUint64(nil, math.Float64bits(v)), nil
	case bool:
		if v {
			return Value{1}, nil
		}
		return Value{0}, nil
	case registry.Date:
		days := v.Time().Unix()/86400 - epochDays
		return binary.BigEndian.AppendUint32(nil, uint32(int32(days))), nil // #nosec G115 -- a date the register takes
	case *string:
		return deref(v)
	case *int64:
		return deref(v)
	case *float64:
		return deref(v)
	case *registry.Date:
		return deref(v)
	case orb.Geometry:
		shape, err := ewkb.Marshal(v, 4326, binary.LittleEndian)
		return shape, err
	}
	return nil, fmt.Errorf("no value is made of a %T", v)
}

// deref gives the value behind a pointer, none behind nil.
func deref[T any](p *T) (Value, error) {
	if p == nil {
		return nil, nil
	}
	return ValueOf(*p)
}
