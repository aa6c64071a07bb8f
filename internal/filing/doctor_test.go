package filing_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// communes loads the real communes of Hải Phòng.
func (d *desk) communes() {
	d.Helper()
	name := filepath.Join(pgtest.SharedData(d.T), "vn-communes-2025", "31-hai-phong.geojson")
	in, err := os.Open(name)
	if err != nil {
		d.Fatal(err)
	}
	defer in.Close()
	reader, err := intake.OpenFile(in, in, intake.Options{})
	if err != nil {
		d.Fatal(err)
	}
	rows, err := intake.NewRows(reader, registry.UnitNoun, d.DB.Codes(), intake.RowOptions{Columns: map[string]string{"code": "code", "name": "fullName"},
		Constants: map[string]string{"level": "commune", "valid_from": "2025-07-01"}})
	if err != nil {
		d.Fatal(err)
	}
	if _, err := d.DB.Import(d.Context(), officer, registry.UnitNoun, rows, postgres.ImportOptions{Province: "31", Repair: true}); err != nil {
		d.Fatal(err)
	}
}

// known are positions in Hải Phòng.
var known = []orb.Point{{106.33, 20.94}, {106.68, 20.86}, {106.55, 20.80}, {106.40, 20.90}, {106.30, 20.75}, {106.60, 20.70}, {106.45, 21.02}, {106.72, 20.92}}

// TestTheDoctorOffersTheRightReading writes the same positions wrongly in every
// way domain.md knows of, and expects the one way that mends them; confirmed, the
// file is clean. Nothing is applied unasked.
func TestTheDoctorOffersTheRightReading(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.communes()
	communes := d.communesAt()
	grid := func(epsg int, lon, lat float64) (x, y float64) {
		crs, err := coord.Lookup(epsg)
		if err != nil {
			t.Fatal(err)
		}
		x, y, err = coord.FromWGS84(crs, lon, lat)
		if err != nil {
			t.Fatal(err)
		}
		return x, y
	}
	for _, c := range []struct {
		name    string
		write   func(lon, lat float64) string
		choices registry.FilingChoices
		want    registry.FilingReading
	}{
		{"latitude and longitude swapped", func(lon, lat float64) string { return fmt.Sprintf("%f;%f", lat, lon) }, registry.FilingChoices{},
			registry.FilingReading{EPSG: 4326, Swapped: true}},
		{"a minus too many", func(lon, lat float64) string { return fmt.Sprintf("%f;%f", -lon, lat) }, registry.FilingChoices{},
			registry.FilingReading{EPSG: 4326, Negated: "lon"}},
		{"south of the equator", func(lon, lat float64) string { return fmt.Sprintf("%f;%f", lon, -lat) }, registry.FilingChoices{},
			registry.FilingReading{EPSG: 4326, Negated: "lat"}},
		{"a grid nobody names", func(lon, lat float64) string { x, y := grid(9209, lon, lat); return fmt.Sprintf("%.3f;%.3f", x, y) }, registry.FilingChoices{},
			registry.FilingReading{EPSG: 9209}},
		{"the wrong zone", func(lon, lat float64) string { x, y := grid(9209, lon, lat); return fmt.Sprintf("%.3f;%.3f", x, y) },
			registry.FilingChoices{Reading: &registry.FilingReading{EPSG: 9210}}, registry.FilingReading{EPSG: 9209}},
		{"UTM taken for TM-3", func(lon, lat float64) string { x, y := grid(3405, lon, lat); return fmt.Sprintf("%.3f;%.3f", x, y) },
			registry.FilingChoices{Reading: &registry.FilingReading{EPSG: 5897}}, registry.FilingReading{EPSG: 3405}},
		{"decimal commas, swapped", func(lon, lat float64) string {
			return strings.ReplaceAll(fmt.Sprintf("%f;%f", lat, lon), ".", ",")
		}, registry.FilingChoices{}, registry.FilingReading{EPSG: 4326, Swapped: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &desk{t, d.Desk, d.dsn}
			content := "Mã;Kinh độ;Vĩ độ;Xã\n"
			for i, at := range known {
				content += fmt.Sprintf("%s-%d;%s;%s\n", strings.ReplaceAll(c.name, " ", "."), i, c.write(at[0], at[1]), communes[i])
			}
			f := d.file(filer, registry.PoleNoun, "a.csv", content, c.choices)
			var whole *postgres.Finding
			if err := d.DB.EachFinding(t.Context(), filer, f.ID, func(x postgres.Finding) error {
				if x.Rule == "position.reading" && x.Row == 0 {
					whole = &x
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if whole == nil || whole.Fix == nil || *whole.Fix.Reading != c.want {
				t.Fatalf("%+v, findings %v", whole, d.rules(f.ID))
			}
			if near := whole.Fix.New; near == nil || abs(near[0]-known[0][0]) > 1e-4 || abs(near[1]-known[0][1]) > 1e-4 {
				t.Errorf("it would move the first to %v", near)
			}
			choices := f.Choices
			choices.Reading = whole.Fix.Reading
			if _, err := d.DB.ChooseFiling(t.Context(), filer, f.ID, 0, nil, &choices); err != nil {
				t.Fatal(err)
			}
			f = d.work(filer, f.ID, postgres.CheckTask)
			for row, rules := range d.rules(f.ID) {
				for _, r := range rules {
					if strings.HasPrefix(r, "position.reading") || strings.HasPrefix(r, "commune.") || strings.HasPrefix(r, "coordinate.") || strings.HasPrefix(r, "geometry.") {
						t.Errorf("mended, row %d still breaks %s", row, r)
					}
				}
			}
		})
	}
}

func abs(v float64) float64 { return max(v, -v) }

// communesAt names the commune each known position lies in.
func (d *desk) communesAt() (names []string) {
	d.Helper()
	var points []orb.Point
	for _, at := range known {
		points = append(points, at)
	}
	places, err := d.DB.Places(d.Context(), officer, points, registry.DateOf(time.Now()))
	if err != nil {
		d.Fatal(err)
	}
	for i, p := range places {
		commune, ok := p.Units[registry.CommuneLevel]
		if !ok {
			d.Fatalf("%v lies in no commune", known[i])
		}
		names = append(names, commune.Name)
	}
	return names
}
