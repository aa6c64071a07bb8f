package intake_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// What the register writes it reads back as the same records: every noun,
// every field a caller may set, every format.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	codes := lists(t)
	for _, noun := range registry.Nouns {
		for _, format := range export.Formats {
			t.Run(noun.Path+"."+string(format), func(t *testing.T) {
				t.Parallel()
				rapid.Check(t, func(t *rapid.T) {
					if (format == export.GeoPackage || format == export.XLSX) && rapid.IntRange(0, 7).Draw(t, "one of eight") > 0 {
						return // under the race detector a database or a book costs as much as a hundred files
					}
					want := make([]registry.Record, rapid.IntRange(1, 2).Draw(t, "records"))
					for i := range want {
						want[i] = record(t, noun, codes)
						if format == export.KML {
							withinXML(noun, want[i])
						}
						noun.Field("id").Set(reflect.ValueOf(want[i]).Elem(), int64(1+i)) // the order they come in
					}
					file := write(t, noun, format, want)
					got := read(t, noun, codes, file, "x."+string(format))
					if len(got) != len(want) {
						t.Fatalf("%d records of %d come back:\n%s", len(got), len(want), legible(file))
					}
					written, back := make([]map[string]string, len(want)), make([]map[string]string, len(want))
					for i := range want {
						written[i], back[i] = attributes(noun, want[i], names(noun, want[i])), attributes(noun, got[i].Record, got[i].Refs)
					}
					if format == export.FlatGeobuf { // in the order of its index
						slices.SortFunc(written, inAnyOrder)
						slices.SortFunc(back, inAnyOrder)
					}
					if diff := cmp.Diff(written, back); diff != "" {
						t.Fatalf("(-written +read):\n%s\n%s", diff, legible(file))
					}
				})
			})
		}
	}
}

// inAnyOrder sorts records by what they hold.
func inAnyOrder(a, b map[string]string) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) }

func lists(t testing.TB) registry.Codes {
	var entries []registry.ListCode
	for _, file := range []string{"codes.csv", "technologies.csv", "indicators.csv"} {
		rows, err := geodata.Table(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			switch file {
			case "technologies.csv":
				row["list"] = "technology"
			case "indicators.csv":
				row["list"] = "indicator"
			}
			entries = append(entries, registry.ListCode{List: row["list"], Code: row["code"]})
		}
	}
	return registry.NewCodes(entries)
}

// record draws a record whose every field may be set.
func record(t *rapid.T, noun *registry.Noun, codes registry.Codes) registry.Record {
	out := noun.New()
	v := reflect.ValueOf(out).Elem()
	for i := range noun.Fields {
		f := &noun.Fields[i]
		if f.Nullable && f.Type != registry.GeometryField && f.Name != "site_code" && rapid.IntRange(0, 2).Draw(t, "null") == 0 {
			f.Set(v, nil)
			continue
		}
		switch f.Type {
		case registry.TextField:
			f.Set(v, text(t, f, codes))
		case registry.IntField:
			low, high := bounds(f, 1, 1e15)
			f.Set(v, rapid.Int64Range(int64(low), int64(high)).Draw(t, f.Name))
		case registry.DecimalField:
			low, high := bounds(f, -1e9, 1e9)
			n := rapid.Float64Range(low, high).Draw(t, f.Name)
			if math.Abs(n) < 1e-9 {
				n = 0
			}
			n = rapid.SampledFrom([]float64{n, math.Trunc(n), math.Round(n*1000) / 1000}).Draw(t, "digits")
			f.Set(v, n+0) // a zero without sign: SQLite keeps none
		case registry.BoolField:
			f.Set(v, rapid.Bool().Draw(t, f.Name))
		case registry.DateField:
			f.Set(v, registry.NewDate(1900, 1, 1).AddDays(rapid.IntRange(0, 100_000).Draw(t, f.Name)))
		case registry.TimeField:
			f.Set(v, time.Unix(rapid.Int64Range(0, 4e9).Draw(t, f.Name), 0).UTC())
		case registry.JSONField:
			switch f.Name {
			case "clusters":
				f.Set(v, clusters(t))
			case "answers":
				f.Set(v, answers(t, codes.Entries(f.List)))
			default:
				f.Set(v, registry.Submitted{X: words(t, 60), Y: words(t, 60), CRS: "EPSG:9209", Method: words(t, 60)})
			}
		case registry.GeometryField:
			f.Of(v).Set(reflect.ValueOf(registry.Geometry{Geometry: shape(t, noun)}))
		}
	}
	return out
}

func bounds(f *registry.Field, low, high float64) (float64, float64) {
	if f.Min != nil {
		low = *f.Min
	}
	if f.Max != nil {
		high = *f.Max
	}
	return low, high
}

func text(t *rapid.T, f *registry.Field, codes registry.Codes) string {
	if f.List != "" {
		return rapid.SampledFrom(codes.Entries(f.List)).Draw(t, f.Name).Code
	}
	if f.Several != "" {
		entries := codes.Entries(f.Several)
		joined := entries[0].Code
		for _, e := range rapid.SliceOfN(rapid.SampledFrom(entries[1:]), 0, 2).Draw(t, f.Name) {
			joined += ";" + e.Code
		}
		return joined
	}
	for {
		if s := words(t, f.MaxChars); s != "" {
			return s
		}
	}
}

// words draws text with everything that files give a meaning to.
func words(t *rapid.T, most int) string {
	runes := rapid.OneOf(rapid.SampledFrom([]rune(" ,;|\t\r\n\"'\\=#@{}[]:.-0123456789")), rapid.SampledFrom([]rune("aáàảãạăâđĐơưỨn ở")), rapid.Rune())
	s := rapid.StringOfN(runes, 0, min(most, 12), -1).Draw(t, "words")
	return norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(s, "\x00", "")))
}

func clusters(t *rapid.T) []registry.Cluster {
	out := make([]registry.Cluster, rapid.IntRange(1, 3).Draw(t, "clusters"))
	for i := range out {
		p := position(t)
		out[i] = registry.Cluster{Name: words(t, 60), Lon: p[0], Lat: p[1]}
		if rapid.Bool().Draw(t, "counted") {
			n := rapid.Int64Range(0, 1000).Draw(t, "households")
			out[i].Households = &n
		}
	}
	return out
}

func answers(t *rapid.T, items []registry.ListCode) []registry.Answer {
	out := make([]registry.Answer, rapid.IntRange(1, 3).Draw(t, "answers"))
	for i := range out {
		out[i] = registry.Answer{
			Item:   rapid.SampledFrom(items).Draw(t, "item").Code,
			Answer: rapid.SampledFrom([]string{"yes", "no", "na", "unknown"}).Draw(t, "answer"),
			Note:   words(t, 60),
		}
	}
	return out
}

func position(t *rapid.T) orb.Point {
	at := func(low, high int, name string) float64 {
		return float64(rapid.IntRange(low*1e7, high*1e7).Draw(t, name)) / 1e7
	}
	return orb.Point{at(102, 118, "lon"), at(7, 24, "lat")}
}

func shape(t *rapid.T, noun *registry.Noun) orb.Geometry {
	ring := func() orb.Ring {
		a, b, c := position(t), position(t), position(t)
		return orb.Ring{a, b, c, a}
	}
	switch noun.Geometry {
	case registry.Point:
		return position(t)
	case registry.LineString:
		a := position(t)
		return orb.LineString{a, {a[0] + 0.5, a[1]}, position(t)}
	case registry.MultiPolygon:
		return rapid.SampledFrom([]orb.Geometry{nil, orb.MultiPolygon{{ring()}}, orb.MultiPolygon{{ring(), ring()}, {ring()}}}).Draw(t, "boundary")
	}
	return nil
}

// write makes the file of records, from the bytes the database would send.
func write(t *rapid.T, noun *registry.Noun, format export.Format, records []registry.Record) []byte {
	return writeAbout(t, format, export.About{Noun: noun, Written: time.Unix(0, 0)}, records)
}

func writeAbout(t *rapid.T, format export.Format, about export.About, records []registry.Record) []byte {
	var out bytes.Buffer
	noun := about.Noun
	sink, err := export.New(format, &out, about)
	if err == nil {
		defer export.Close(sink)
		err = sink.Begin(noun.Fields)
	}
	for _, record := range records {
		v := reflect.ValueOf(record).Elem()
		values := make([]postgres.Value, len(noun.Fields))
		for i := range noun.Fields {
			values[i] = wire(t, &noun.Fields[i], v)
		}
		if err == nil {
			err = sink.Row(values)
		}
	}
	if err == nil {
		err = sink.End()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// wire gives a field's value as PostgreSQL sends it in binary.
func wire(t *rapid.T, f *registry.Field, record reflect.Value) postgres.Value {
	postgresEpoch := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	switch v := f.Value(record).(type) {
	case nil:
		return nil
	case string:
		return postgres.Value(v)
	case int64:
		return binary.BigEndian.AppendUint64(nil, uint64(v))
	case float64:
		return binary.BigEndian.AppendUint64(nil, math.Float64bits(v))
	case bool:
		return postgres.Value{map[bool]byte{true: 1}[v]}
	case registry.Date:
		return binary.BigEndian.AppendUint32(nil, uint32(int32(v.Time().Sub(postgresEpoch)/(24*time.Hour))))
	case time.Time:
		return binary.BigEndian.AppendUint64(nil, uint64(v.Sub(postgresEpoch).Microseconds()))
	case registry.Geometry:
		if v.Geometry == nil {
			return nil
		}
		b, err := ewkb.Marshal(v.Geometry, 4326)
		if err != nil {
			t.Fatal(err)
		}
		return b
	default:
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return append(postgres.Value{1}, b...)
	}
}

func read(t *rapid.T, noun *registry.Noun, codes registry.Codes, file []byte, name string) (out []registry.Row) {
	return readIn(t, noun, codes, file, name, intake.RowOptions{})
}

func readIn(t *rapid.T, noun *registry.Noun, codes registry.Codes, file []byte, name string, opts intake.RowOptions) (out []registry.Row) {
	f := temporary(t, file, name)
	defer os.Remove(f.Name())
	defer f.Close()
	reader, err := intake.OpenFile(f, f, intake.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, legible(file))
	}
	if c, ok := reader.(io.Closer); ok {
		defer c.Close()
	}
	rows, err := intake.NewRows(reader, noun, codes, opts)
	if err != nil {
		t.Fatalf("%v\n%s", err, legible(file))
	}
	for {
		var row registry.Row
		err := rows.Next(&row)
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil || len(row.Faults) > 0 {
			t.Fatalf("%v %+v\n%s", err, row.Faults, legible(file))
		}
		out = append(out, row)
	}
}

// temporary puts a file where it can be read here and there.
func temporary(t *rapid.T, file []byte, name string) *os.File {
	f, err := os.CreateTemp("", "*"+name)
	if err == nil {
		_, err = f.Write(file)
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// legible gives a file that is text.
func legible(file []byte) string {
	if !utf8.Valid(file) || bytes.IndexByte(file, 0) >= 0 {
		return ""
	}
	return string(file)
}

// attributes gives what a file must carry of a record: every field a caller may
// set, references as a file names them.
func attributes(noun *registry.Noun, record registry.Record, refs map[string]string) map[string]string {
	v := reflect.ValueOf(record).Elem()
	out := map[string]string{}
	for _, f := range noun.Writable() {
		value := f.Value(v)
		if named(f) {
			value = refs[f.Name]
		}
		if g, ok := value.(registry.Geometry); ok {
			value = string(registry.AppendGeoJSON(nil, g.Geometry))
		}
		b, err := json.Marshal(value)
		if err != nil {
			panic(err)
		}
		out[f.Name] = fmt.Sprintf("%T %s", value, b)
	}
	return out
}

// named says that a field holds an id where a file holds a name.
func named(f *registry.Field) bool {
	return f.Name == "asset" || f.Ref != "" && f.Ref != "organization"
}

// names gives what a file calls the records that a record refers to: the code
// where it has a column of codes, else the id.
func names(noun *registry.Noun, record registry.Record) map[string]string {
	v, out := reflect.ValueOf(record).Elem(), map[string]string{}
	for _, f := range noun.Writable() {
		id, ok := f.Value(v).(int64)
		if !named(f) || !ok {
			continue
		}
		out[f.Name] = "#" + strconv.FormatInt(id, 10)
		if beside := noun.Field(f.Name + "_code"); beside != nil {
			out[f.Name] = beside.Value(v).(string)
		}
	}
	return out
}
