package export

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime"
	"testing"

	"github.com/gogama/flatgeobuf/flatgeobuf"
	"github.com/gogama/flatgeobuf/flatgeobuf/flat"
	"github.com/gogama/flatgeobuf/packedrtree"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// codesOf gives the codes of features. The library's own reader of properties
// wants a value in every column, which no file need have.
func codesOf(t *testing.T, header *flat.Header, features []flat.Feature) (codes []string) {
	t.Helper()
	for i := range features {
		for b := features[i].PropertiesBytes(); len(b) > 0; {
			var column flat.Column
			if !header.Columns(&column, int(binary.LittleEndian.Uint16(b))) {
				t.Fatal("no such column")
			}
			b = b[2:]
			width := 8
			switch column.Type() {
			case flat.ColumnTypeBool:
				width = 1
			case flat.ColumnTypeString, flat.ColumnTypeDateTime, flat.ColumnTypeJson:
				width = int(binary.LittleEndian.Uint32(b))
				b = b[4:]
			}
			if string(column.Name()) == "code" {
				codes = append(codes, string(b[:width]))
			}
			b = b[width:]
		}
	}
	return codes
}

// Another's reader finds everything, and by the index what lies in a box.
func TestFlatGeobuf(t *testing.T) {
	t.Parallel()
	var records []registry.Record
	for id := int64(1); id <= 500; id++ {
		records = append(records, samplePole(id))
	}
	b := file(t, FlatGeobuf, registry.PoleNoun, records...)
	r := flatgeobuf.NewFileReader(bytes.NewReader(b))
	header, err := r.Header()
	if err != nil {
		t.Fatal(err)
	}
	var crs flat.Crs
	header.Crs(&crs)
	if header.FeaturesCount() != 500 || header.GeometryType() != flat.GeometryTypePoint || string(header.Name()) != "poles" ||
		string(header.Title()) != "Cột treo cáp" || string(crs.Org()) != "EPSG" || crs.Code() != 4326 {
		t.Errorf("%s", flatgeobuf.HeaderString(header))
	}
	var about struct {
		Source, Filter string
		AsOf           string `json:"as_of"`
	}
	if err := json.Unmarshal(header.Metadata(), &about); err != nil || about.Source != "hatangso" || about.Filter != "unit=11734" || about.AsOf != "2026-06-30" {
		t.Errorf("metadata %s: %v", header.Metadata(), err)
	}
	found, err := r.IndexSearch(packedrtree.Box{XMin: 105.91, YMin: 20.4, XMax: 105.9101, YMax: 20.6})
	if err != nil {
		t.Fatal(err)
	}
	got := codesOf(t, header, found)
	if len(got) != 2 || !(got[0] == "C100" && got[1] == "C101" || got[0] == "C101" && got[1] == "C100") {
		t.Errorf("found %v, want C100 and C101", got)
	}
	if err := r.Rewind(); err != nil {
		t.Fatal(err)
	}
	all, err := r.DataRem()
	if err != nil || len(all) != 500 {
		t.Fatalf("%d features, %v", len(all), err)
	}
	codes := map[string]bool{}
	for _, code := range codesOf(t, header, all) {
		codes[code] = true
	}
	if len(codes) != 500 {
		t.Errorf("%d different codes", len(codes))
	}
}

// Shapes: a line, areas with holes, none at all; a record without geometry
// leaves the file without index.
func TestFlatGeobufShapes(t *testing.T) {
	t.Parallel()
	unit := registry.UnitNoun.New().(*registry.Unit)
	unit.Code = "31"
	unit.Geometry.Geometry = orb.MultiPolygon{
		{{{106, 20}, {107, 20}, {107, 21}, {106, 20}}, {{106.5, 20.1}, {106.6, 20.1}, {106.6, 20.2}, {106.5, 20.1}}},
		{{{108, 20}, {109, 20}, {109, 21}, {108, 20}}},
	}
	without := registry.UnitNoun.New().(*registry.Unit)
	without.Code = "30"
	r := flatgeobuf.NewFileReader(bytes.NewReader(file(t, FlatGeobuf, registry.UnitNoun, unit, without)))
	header, err := r.Header()
	if err != nil || header.IndexNodeSize() != 0 || header.FeaturesCount() != 2 {
		t.Fatalf("%v, index of %d", err, header.IndexNodeSize())
	}
	features, err := r.DataRem()
	if err != nil {
		t.Fatal(err)
	}
	var g, first, second flat.Geometry
	if features[0].Geometry(&g) == nil || features[1].Geometry(&flat.Geometry{}) != nil {
		t.Fatal("the geometries are not where they belong")
	}
	if g.PartsLength() != 2 || !g.Parts(&first, 0) || !g.Parts(&second, 1) {
		t.Fatalf("%d parts", g.PartsLength())
	}
	ends := []uint32{first.Ends(0), first.Ends(1)}
	if diff := cmp.Diff([]uint32{4, 8}, ends); diff != "" || first.XyLength() != 16 || second.EndsLength() != 0 || second.Xy(4) != 109 {
		t.Errorf("%s; %d positions, %d ends, %v", diff, first.XyLength()/2, second.EndsLength(), second.Xy(4))
	}
	if _, err := flatgeobuf.NewFileReader(bytes.NewReader(file(t, FlatGeobuf, registry.OrganizationNoun))).Header(); err != nil {
		t.Error(err)
	}
}

// A file over its limit is refused, and leaves nothing behind.
func TestFlatGeobufTooLarge(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	f := newFlatGeobuf(io.Discard, aboutTest(registry.PoleNoun))
	err := f.Begin(registry.PoleNoun.Fields)
	f.spool.limit = 200 << 10
	for id := int64(1); err == nil && id < 20_000; id++ {
		err = f.Row(valuesOf(t, registry.PoleNoun, samplePole(id)))
	}
	if registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("%v, want %s", err, registry.CodeTooLarge)
	}
	Close(f)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v left, %v", left, err)
	}
	if err := f.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

// errBroken is a connection that went away.
var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// peak measures what is alive in memory at every so many writes.
type peak struct {
	live   uint64
	writes int
}

func (p *peak) Write(b []byte) (int, error) {
	if p.writes++; p.writes%400 == 0 {
		p.measure()
	}
	return len(b), nil
}

func (p *peak) measure() {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	p.live = max(p.live, m.HeapAlloc)
}

// A file of 200,000 records takes no more memory than the index of FlatGeobuf,
// which costs 100 bytes a record; and none more is what a wider file would take.
func TestMemory(t *testing.T) {
	values := valuesOf(t, registry.PoleNoun, samplePole(1))
	id := 0 // the first field
	for _, c := range []struct {
		format Format
		most   uint64 // bytes alive
	}{{GeoPackage, 4 << 20}, {FlatGeobuf, 4<<20 + 100*memoryRecords}} {
		var before, now peak
		before.measure()
		sink, err := New(c.format, &now, aboutTest(registry.PoleNoun))
		if err == nil {
			err = sink.Begin(registry.PoleNoun.Fields)
		}
		for i := 1; err == nil && i <= memoryRecords; i++ {
			values[id] = int64Value(int64(i))
			if err = sink.Row(values); i%50_000 == 0 {
				now.measure()
			}
		}
		if err == nil {
			err = sink.End()
		}
		if err != nil {
			t.Fatal(err)
		}
		Close(sink)
		if grown := now.live - min(now.live, before.live); grown > c.most {
			t.Errorf("%s: %d kB more than before, want at most %d kB", c.format, grown>>10, c.most>>10)
		}
	}
}

// A reader that goes away ends the copying out.
func TestBrokenReader(t *testing.T) {
	t.Parallel()
	for _, format := range []Format{GeoPackage, FlatGeobuf} {
		sink, err := New(format, broken{}, aboutTest(registry.PoleNoun))
		if err == nil {
			err = sink.Begin(registry.PoleNoun.Fields)
		}
		if err == nil {
			err = sink.End()
		}
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", format, err)
		}
		Close(sink)
	}
}
