package export

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// valuesOf gives a record as PostgreSQL sends it.
func valuesOf(t testing.TB, n *registry.Noun, record registry.Record) []postgres.Value {
	t.Helper()
	v := reflect.ValueOf(record).Elem()
	out := make([]postgres.Value, len(n.Fields))
	for i := range n.Fields {
		f := &n.Fields[i]
		switch value := f.Value(v).(type) {
		case nil:
		case string:
			out[i] = postgres.Value(value)
			if value == "" && f.Nullable {
				out[i] = nil
			}
		case int64:
			out[i] = int64Value(value)
		case float64:
			out[i] = binary.BigEndian.AppendUint64(nil, math.Float64bits(value))
		case bool:
			out[i] = postgres.Value{0}
			if value {
				out[i][0] = 1
			}
		case registry.Date:
			days := value.Time().Unix()/86400 - 10957
			out[i] = binary.BigEndian.AppendUint32(nil, uint32(int32(days)))
		case time.Time:
			micros := value.UnixMicro() - 10957*86400*1e6
			out[i] = binary.BigEndian.AppendUint64(nil, uint64(micros))
		case registry.Geometry:
			if value.Geometry == nil {
				continue
			}
			b, err := ewkb.Marshal(value.Geometry, 4326)
			if err != nil {
				t.Fatal(err)
			}
			out[i] = b
		default:
			b, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			if string(b) != "null" {
				out[i] = append(postgres.Value{1}, b...)
			}
		}
	}
	return out
}

// int64Value gives a whole number as PostgreSQL sends it.
func int64Value(v int64) postgres.Value { return binary.BigEndian.AppendUint64(nil, uint64(v)) }

// file writes records as one file.
func file(t testing.TB, format Format, n *registry.Noun, records ...registry.Record) []byte {
	t.Helper()
	var out bytes.Buffer
	sink, err := New(format, &out, aboutTest(n))
	if err != nil {
		t.Fatal(err)
	}
	defer Close(sink)
	if err := sink.Begin(n.Fields); err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if err := sink.Row(valuesOf(t, n, r)); err != nil {
			t.Fatal(err)
		}
	}
	if err := sink.End(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func aboutTest(n *registry.Noun) About {
	asOf := registry.NewDate(2026, 6, 30)
	return About{Noun: n, AsOf: &asOf, Filter: "unit=11734", Source: "hatangso", Written: time.Date(2026, 11, 21, 8, 30, 0, 0, time.UTC)}
}

// ptr gives the address of a value.
func ptr[T any](v T) *T { return &v }

// samplePole is a pole with every kind of value.
func samplePole(id int64) *registry.Pole {
	p := registry.PoleNoun.New().(*registry.Pole)
	p.ID, p.Version = id, 3
	p.Code, p.Name = fmt.Sprintf("C%d", id), ptr("Cột “đầu ngõ”, số 1")
	p.Owner, p.OwnerPresent = ptr("VNPT"), ptr(true)
	p.BuiltOn, p.OperatingFrom = ptr(registry.NewDate(1999, 12, 31)), ptr(registry.NewDate(2026, 2, 28))
	p.HeightM = ptr(7.5)
	p.Submitted = &registry.Submitted{X: "600123.4", Y: "2299871", CRS: "EPSG:9210"}
	p.CreatedAt, p.UpdatedAt = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), time.Date(2026, 5, 6, 7, 8, 9, 0, time.UTC)
	p.Geometry.Geometry = orb.Point{105.9 + float64(id%1000)/1e4, 20.5 + float64(id/1000)/1e4}
	return p
}
