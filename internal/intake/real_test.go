package intake

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
)

const sharedData = "../../../shared/data"

// TestRealFiles reads files of others to the end; the counts were taken with
// other programs.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	type want struct {
		rows, columns int
		geometry      string
		warnings      int
	}
	for name, c := range map[string]want{
		"masts-denmark-west/records.csv":                {10114, 13, "", 0},
		"vn-communes-2025/population-2025-07-17.csv":    {3321, 15, "", 0},
		"vn-communes-2025/31-hai-phong.geojson":         {114, 8, "MultiPolygon", 0},
		"vn-communes-2025/37-ninh-binh.geojson":         {129, 8, "MultiPolygon", 0},
		"vn-communes-2025/38-thanh-hoa.geojson":         {166, 8, "MultiPolygon", 0},
		"vn-communes-2025/51-quang-ngai.geojson":        {96, 8, "MultiPolygon", 0},
		"vn-communes-2025/75-dong-nai.geojson":          {95, 8, "MultiPolygon", 0},
		"ofds/Georgia/OpenNet/*_ofds-nodes_*.geojson":   {950, 0, "Point", 0},
		"ofds/Georgia/OpenNet/*_ofds-spans_*.geojson":   {953, 0, "LineString", 0},
		"ofds/Kenya/NOFBI/*_spans.geojson":              {112, 0, "LineString", 0},
		"ofds/Rwanda/*/RWA_ofds-nodes_*.geojson":        {52, 0, "Point", 0},
		"ofds/New_Zealand/Chorus/*_ofds-spans*.geojson": {56, 0, "LineString", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			paths, err := filepath.Glob(filepath.Join(sharedData, name))
			if err != nil || len(paths) != 1 {
				t.Fatalf("%v, %v", paths, err)
			}
			f, err := os.Open(paths[0])
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			r, err := Open(f, paths[0], Options{})
			if err != nil {
				t.Fatal(err)
			}
			var rec Record
			rows, warnings := 0, 0
			for {
				err := r.Next(&rec)
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%v: %v", err, errors.Unwrap(err))
				}
				rows++
				warnings += len(rec.Warnings)
				geometry := ""
				if rec.Geometry != nil {
					geometry = rec.Geometry.GeoJSONType()
				}
				if geometry != c.geometry {
					t.Fatalf("row %d is a %s", rec.Row, geometry)
				}
			}
			if rows != c.rows || c.columns > 0 && len(r.Columns()) != c.columns || warnings != c.warnings {
				t.Errorf("%d rows, %d columns %q, %d warnings, want %+v", rows, len(r.Columns()), r.Columns(), warnings, c)
			}
		})
	}
}

// TestDenmarkIsAccepted: lying outside Viet Nam is no fault.
func TestDenmarkIsAccepted(t *testing.T) {
	t.Parallel()
	f, err := os.Open(filepath.Join(sharedData, "masts-denmark-west/records.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := Open(f, "records.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rec Record
	n := 0
	for r.Next(&rec) == nil {
		lat, _ := rec.Value("lat")
		lon, _ := rec.Value("lon")
		y, errY := coord.ParseNumber(lat)
		x, errX := coord.ParseNumber(lon)
		if errX != nil || errY != nil {
			t.Fatal(errX, errY)
		}
		if faults := coord.CheckLonLat(x, y); faults != nil {
			t.Fatalf("row %d: %v", rec.Row, faults)
		}
		n++
	}
	if n != 10114 {
		t.Errorf("%d rows", n)
	}
}

// million repeats a line, numbered, without holding the file.
type million struct {
	head, line, tail string
	n, total         int
	rest             []byte
	buf              []byte
}

func (m *million) Read(p []byte) (int, error) {
	for len(m.rest) < len(p) && m.n <= m.total {
		if m.n == 0 {
			m.buf = append(m.buf[:0], m.head...)
		} else {
			m.buf = append(m.buf[:0], m.rest...)
		}
		for i := 0; i < 1000 && m.n < m.total; i++ {
			m.n++
			m.buf = append(m.buf, m.line...)
			if m.n < m.total {
				m.buf = append(m.buf, m.tail[0])
			}
		}
		if m.n == m.total {
			m.buf = append(m.buf, m.tail[1:]...)
			m.n++
		}
		m.rest = m.buf
	}
	if len(m.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}

func benchmark(b *testing.B, head, line, tail string) {
	const total = 1_000_000
	b.SetBytes(int64(total * (len(line) + 1)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(&million{head: head, line: line, tail: tail, total: total}, "", Options{})
		if err != nil {
			b.Fatal(err)
		}
		var rec Record
		n := 0
		for {
			err := r.Next(&rec)
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != total {
			b.Fatal(n)
		}
	}
}

// BenchmarkCSVMillion: 1,000,000 rows of 8 columns; the goal is 1.5 s.
func BenchmarkCSVMillion(b *testing.B) {
	benchmark(b, "mã,tên,vĩ độ,kinh độ,đơn vị,ngày,loại,ghi chú\n", "HD-000123,Trạm Trần Hưng Đạo,20.940000,106.330000,Viettel,2021-11-20,A2b,đã kiểm định", "\n\n")
}

// BenchmarkCSVQuotedMillion is the same with a quoted cell in every row.
func BenchmarkCSVQuotedMillion(b *testing.B) {
	benchmark(b, "mã,tên,vĩ độ,kinh độ,đơn vị,ngày,loại,ghi chú\n", "HD-000123,\"Trạm Trần Hưng Đạo\",20.940000,106.330000,Viettel,2021-11-20,A2b,đã kiểm định", "\n\n")
}

// BenchmarkGeoJSONMillion: 1,000,000 points with 6 properties; the goal is 6 s.
func BenchmarkGeoJSONMillion(b *testing.B) {
	benchmark(b, `{"type":"FeatureCollection","features":[`,
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[106.330000,20.940000]},"properties":{"code":"HD-000123","name":"Trạm Trần Hưng Đạo","owner":"Viettel","height":42.5,"shared":true,"note":null}}`, ",]}")
}

// BenchmarkBoundaries reads the 8 MB of Đồng Nai's communes.
func BenchmarkBoundaries(b *testing.B) {
	file, err := os.ReadFile(filepath.Join(sharedData, "vn-communes-2025/75-dong-nai.geojson"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(strings.NewReader(string(file)), "", Options{})
		if err != nil {
			b.Fatal(err)
		}
		var rec Record
		vertices := 0
		for r.Next(&rec) == nil {
			for _, polygon := range rec.Geometry.(orb.MultiPolygon) {
				for _, ring := range polygon {
					vertices += len(ring)
				}
			}
		}
		if vertices != 371_374 {
			b.Fatal(vertices)
		}
	}
}
