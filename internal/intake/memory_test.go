package intake_test

import (
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/ewkb"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Large files are written and read without being held: the sheet alone is some
// 80 MB.
//
// It does not run beside other tests, whose memory it would count.
func TestConstantMemory(t *testing.T) {
	const bound = 24 << 20
	noun := registry.PoleNoun
	for format, records := range map[export.Format]int{export.XLSX: 60_000, export.KML: 50_000} {
		t.Run(string(format), func(t *testing.T) {
			f, err := os.Create(filepath.Join(t.TempDir(), "poles."+string(format)))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			watch := newWatch()
			sink, err := export.New(format, f, export.About{Noun: noun})
			if err == nil {
				defer export.Close(sink)
				err = sink.Begin(noun.Fields)
			}
			values := make([]postgres.Value, len(noun.Fields))
			for i := 0; i < records && err == nil; i++ {
				for k, field := range noun.Fields {
					switch {
					case field.Name == "id", field.Name == "version":
						values[k] = binary.BigEndian.AppendUint64(nil, uint64(i+1))
					case field.Name == "code", field.Name == "name":
						values[k] = postgres.Value("Cột số " + strconv.Itoa(i) + " đường Trần Hưng Đạo, phường Phủ Lý")
					case field.Type == registry.GeometryField:
						if values[k], err = ewkb.Marshal(orb.Point{105 + float64(i%1000)/1e4, 20 + float64(i/1000)/1e4}, 4326); err != nil {
							t.Fatal(err)
						}
					}
				}
				err = sink.Row(values)
				watch.look(i)
			}
			if err == nil {
				err = sink.End()
			}
			if err != nil {
				t.Fatal(err)
			}
			written := watch.most()
			if _, err := f.Seek(0, io.SeekStart); err != nil {
				t.Fatal(err)
			}
			watch = newWatch()
			reader, err := intake.OpenFile(f, f, intake.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if c, ok := reader.(io.Closer); ok {
				defer c.Close()
			}
			var rec intake.Record
			count := 0
			for ; ; count++ {
				if err := reader.Next(&rec); err == io.EOF {
					break
				} else if err != nil {
					t.Fatal(err)
				}
				watch.look(count)
			}
			if count != records {
				t.Errorf("%d records of %d come back", count, records)
			}
			read := watch.most()
			t.Logf("written with %.1f MB, read with %.1f MB", float64(written)/1e6, float64(read)/1e6)
			if written > bound || read > bound {
				t.Errorf("written with %d bytes, read with %d, more than %d", written, read, bound)
			}
		})
	}
}

// watch looks at the heap now and then.
type watch struct{ before, peak uint64 }

func newWatch() *watch {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return &watch{before: m.HeapAlloc}
}

func (w *watch) look(i int) {
	if i%1000 != 0 {
		return
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	w.peak = max(w.peak, m.HeapAlloc)
}

// most is the largest heap seen beyond what was there.
func (w *watch) most() uint64 {
	w.look(0)
	return w.peak - min(w.before, w.peak)
}
