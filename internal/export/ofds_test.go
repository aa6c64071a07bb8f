package export

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// cables are many routes between a few manholes, in place of a database.
type cables struct {
	t     testing.TB
	many  int
	tally func(int)
}

func (c cables) Stream(_ context.Context, _ registry.Actor, n *registry.Noun, _ registry.Filter, sink postgres.Sink) (int64, error) {
	if err := sink.Begin(n.Fields); err != nil {
		return 0, err
	}
	count, id, code := 0, 0, 0
	for i, f := range n.Fields {
		switch f.Name {
		case "id":
			id = i
		case "code":
			code = i
		}
	}
	var record registry.Record
	switch n {
	case registry.CableRouteNoun:
		cable := n.New().(*registry.CableRoute)
		cable.Owner, cable.FromText = ptr("VNPT"), ptr("Bể 1 (manhole//1)")
		cable.Geometry.Geometry = orb.LineString{{105.9, 20.5}, {105.91, 20.52}}
		record, count = cable, c.many
	case registry.ManholeNoun:
		manhole := n.New().(*registry.Manhole)
		manhole.Geometry.Geometry = orb.Point{105.9, 20.5}
		record, count = manhole, 10
	default:
		return 0, sink.End()
	}
	values := valuesOf(c.t, n, record)
	for i := 1; i <= count; i++ {
		values[id], values[code] = int64Value(int64(i)), postgres.Value(fmt.Sprint(i))
		if err := sink.Row(values); err != nil {
			return 0, err
		}
		c.tally(i)
	}
	return int64(count), sink.End()
}

// A network of 200,000 spans takes the memory of its nodes, not of its spans.
func TestNetworkMemory(t *testing.T) {
	for _, format := range NetworkFormats {
		var before, now peak
		before.measure()
		n, err := WriteNetwork(context.Background(), format, io.Discard, cables{t, memoryRecords, func(i int) {
			if i%100_000 == 0 {
				now.measure()
			}
		}}, registry.Actor{}, registry.Filter{}, aboutTest(nil))
		want := int64(memoryRecords + 10)
		switch format {
		case OFDSNodes:
			want = 10
		case OFDSSpans:
			want = memoryRecords
		}
		if err != nil || n != want {
			t.Errorf("%s: %d, want %d: %v", format, n, want, err)
		}
		if grown := now.live - min(now.live, before.live); grown > 4<<20 {
			t.Errorf("%s: %d kB more than before", format, grown>>10)
		}
	}
}

// The id of a network is a version 5 UUID and depends on the filter alone.
func TestNetworkID(t *testing.T) {
	t.Parallel()
	a, b := networkID("hatangso?unit=31"), networkID("hatangso?unit=32")
	if a == b || a != networkID("hatangso?unit=31") || !regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(a) {
		t.Errorf("%s, %s", a, b)
	}
}

// Ids that are universal stay; of two alike the second is told by all that makes
// it the same.
func TestNetworkIdentity(t *testing.T) {
	t.Parallel()
	const id = "{999a1ccc-8131-48f4-a932-c0939e090c00}_1"
	f := &networkFeature{network: &network{given: map[string]bool{}}, noun: registry.ManholeNoun, owner: "BCS"}
	for _, want := range []string{id, "manhole/BCS/" + id} {
		if got := f.identity(id); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if got := f.identity("B-1"); got != "manhole/BCS/B-1" {
		t.Error(got)
	}
}

// A geometry that no collection has ends the export.
func TestNetworkBrokenGeometry(t *testing.T) {
	t.Parallel()
	broken := binary.LittleEndian.AppendUint32([]byte{1}, 1)
	f := &networkFeature{network: &network{nodes: map[string]networkNode{}}, noun: registry.SiteNoun}
	if err := f.remember(row{at: map[string]int{"geometry": 0}, values: []postgres.Value{broken}}); err == nil {
		t.Error("a point without coordinates is taken")
	}
}
