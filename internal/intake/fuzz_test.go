package intake

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// Whatever a file holds, every row of it is a record or says why not.
func FuzzRows(f *testing.F) {
	f.Add("mã;tên;kinh độ;vĩ độ;dân số\nT1;Thôn 1;106,33;20,94;1.234\n", 2, 0)
	f.Add("code,wkt,height_m\nA,\"SRID=4756;LINESTRING Z(106 20 1,107 21 2)\",1e5\n", 8, 4326)
	f.Add("X\tY\tđơn vị\n2316534,47\t586127,36\tVTL\n", 3, 9209)
	f.Add("id,version,site,code,submitted\n1,1,2,A,{}\n", 5, 0)
	f.Add(`{"type":"Feature","geometry":{"type":"Point","coordinates":[106,20,1]},"properties":{"code":1.5,"clusters":[{"lon":1}],"technology":"LTE"}}`, 2, 0)
	f.Add(collection(feature(`{"type":"MultiPolygon","coordinates":[[[[106,20],[107,20],[107,21],[106,20]]]]}`, `{}`)), 1, 9210)
	codes := shipped(f)
	systems := coord.Systems()
	f.Fuzz(func(t *testing.T, file string, noun, system int) {
		n := registry.Nouns[abs(noun)%len(registry.Nouns)]
		opts := RowOptions{EPSG: systems[abs(system)%len(systems)].EPSG}
		if system%3 == 0 {
			opts = RowOptions{Columns: map[string]string{"code": "a", "lon": "x"}}
		}
		reader, err := Open(strings.NewReader(file), "", Options{Limits: Limits{Rows: 1000}})
		if err != nil {
			return
		}
		rows, err := NewRows(reader, n, codes, opts)
		if err != nil {
			return
		}
		for {
			var row registry.Row
			if err := rows.Next(&row); err != nil {
				if !errors.Is(err, io.EOF) && registry.CodeOf(err) == registry.CodeInternal {
					t.Fatalf("not an error for a person: %v", err)
				}
				break
			}
			if row.Record == nil && len(row.Faults) == 0 {
				t.Fatalf("row %d is neither a record nor a fault", row.Number)
			}
			if row.Misplaced && registry.Invalid(row.Faults) == nil {
				t.Fatalf("row %d is misplaced and nobody says why", row.Number)
			}
			if row.Record != nil {
				n.Check(row.Record, codes)
			}
		}
		rows.Headers()
		rows.Ignored()
	})
}

func abs(n int) int {
	if n < 0 {
		return max(-n, 0)
	}
	return n
}
