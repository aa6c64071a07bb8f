package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// The sample province, loaded once and looked at from every side.
func TestDemo(t *testing.T) {
	t.Parallel()
	c := register(t)
	began := time.Now()
	c.ok(t, "demo").says(t, "Tạo tỉnh mẫu…", "Vị trí trạm BTS", "Xong sau")
	t.Logf("the demo took %v", time.Since(began))

	t.Run("counts", func(t *testing.T) {
		for noun, want := range map[string][2]int{
			"units": {120, 150}, "villages": {1355, 1355}, "sites": {1500, 1500}, "poles": {55_000, 65_000}, "ducts": {7_000, 9_000},
			"organizations": {7, 12}, "tenancies": {1, 200_000}, "stations": {1500, 20_000}, "permits": {1, 200_000},
			"zones": {10, 20}, "streets": {8, 24}, "planned-works": {15, 30},
		} {
			if n := c.count(t, noun); n < want[0] || n > want[1] {
				t.Errorf("%d %s, want %d to %d", n, noun, want[0], want[1])
			}
		}
		if out := c.ok(t, "export sites --format ndjson").out; strings.Count(out, `"source":"dữ liệu mẫu"`) != 1500 {
			t.Error("the sites are not labelled")
		}
	})
	t.Run("into an empty register only", func(t *testing.T) {
		c.do(t, "demo").want(t, statusFailed).says(t, "Sổ đăng ký đã có dữ liệu")
		c.with("HATANGSO_LANG", "en").do(t, "demo").want(t, statusFailed).says(t, "The register holds data")
		c.ok(t, "demo --if-empty").says(t, "không nạp tỉnh mẫu")
	})
	t.Run("sharing", func(t *testing.T) {
		var r ratio
		c.ok(t, "indicators sharing --asset site --json").read(t, &r)
		if r.Ratio == nil || *r.Ratio < 15 || *r.Ratio > 17 {
			t.Errorf("%v of %v sites are shared", r.Numerator, r.Denominator)
		}
		records := filepath.Join(t.TempDir(), "sites.csv")
		c.ok(t, "indicators sharing --asset site --by commune --records", records).says(t, "Tỷ lệ dùng chung = ", "tham số")
		shared := 0
		rows := table(t, records)
		for _, row := range rows {
			if row["shared"] == "true" {
				shared++
			}
		}
		if float64(shared) != r.Numerator || float64(len(rows)) != r.Denominator {
			t.Errorf("the records have %d of %d, the ratio %v of %v", shared, len(rows), r.Numerator, r.Denominator)
		}
	})
	t.Run("coverage", func(t *testing.T) {
		var answer struct {
			Computed struct{ Villages, Covered, Unknown int }
		}
		records := filepath.Join(t.TempDir(), "villages.csv")
		c.ok(t, "indicators coverage --service mobile --technology 4G,5G --json --records", records).read(t, &answer)
		rows := table(t, records)
		covered := 0
		for _, row := range rows {
			if row["computed"] == string(registry.Covered) || row["computed"] == string(registry.Dented) {
				covered++
			}
			if d := row["distance_m"]; d != "" {
				if m, err := strconv.ParseFloat(d, 64); err != nil || m < 0 {
					t.Errorf("village %s: %q metres", row["code"], d)
				}
			}
		}
		if len(rows) != 1355 || answer.Computed.Villages+answer.Computed.Unknown != 1355 || covered != answer.Computed.Covered || covered == 0 || covered == 1355 {
			t.Errorf("%d of %d villages in the file, %+v in the answer", covered, len(rows), answer.Computed)
		}
		c.ok(t, "indicators coverage --service fibre --within 1000 --by commune").says(t, "Công bố", "Tính toán")
		c.ok(t, "indicators recompute")
	})
	t.Run("nearest", func(t *testing.T) {
		if out := c.ok(t, "indicators nearest --of villages --to service-points --csv").out; strings.Count(out, "\n") != 1356 {
			t.Errorf("%d lines", strings.Count(out, "\n"))
		}
		var answer struct{ Items []json.RawMessage }
		c.ok(t, "indicators nearest --of villages --to sites --json").read(t, &answer)
		if len(answer.Items) != 1355 {
			t.Errorf("%d villages", len(answer.Items))
		}
	})
	t.Run("the same over HTTP", func(t *testing.T) { c.sameAsAPI(t, aboutTheDemo) })
	t.Run("as of a day", func(t *testing.T) {
		old, now := c.ok(t, "export sites --format ndjson --as-of 2018-01-01").out, c.ok(t, "export sites --format ndjson").out
		if a, b := strings.Count(old, "\n"), strings.Count(now, "\n"); a == 0 || a >= b {
			t.Errorf("%d sites in 2018, %d now", a, b)
		}
	})
	t.Run("there and back", func(t *testing.T) {
		var nouns []string
		for _, n := range registry.Nouns {
			if n != registry.PoleNoun && n != registry.TenancyNoun {
				nouns = append(nouns, n.Path)
			}
		}
		c.backAndForth(t, nouns, "csv")
		c.backAndForth(t, []string{"villages", "units", "sites"}, "geojson")
		path := filepath.Join(t.TempDir(), "poles.csv")
		c.ok(t, "export poles -o", path)
		if info, err := os.Stat(path); err != nil || info.Size() < 5<<20 {
			t.Fatalf("%v %v", info, err)
		}
		if got, _ := c.load(t, "poles", path); got.Same != got.Read || got.Read < 55_000 {
			t.Errorf("%+v", got.ImportResult)
		}
	})
}
