package main

import (
	"encoding/csv"
	"encoding/json"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
)

// ratio is what `indicators sharing --json` prints, as far as it is looked at.
type ratio struct {
	Numerator, Denominator float64
	Ratio                  *float64
	MergeDistanceM         *float64 `json:"merge_distance_m"`
	Groups                 []struct{ Key string }
}

// denmark checks the numbers of the mast register of western Denmark: those
// that package sharing finds in the bare file.
func (c cli) denmark(t testing.TB) {
	t.Helper()
	var r ratio
	c.ok(t, "indicators sharing --asset site --method spatial --merge-distance 10 --json").read(t, &r)
	if r.Numerator != 240 || r.Denominator != 1953 {
		t.Errorf("within 10 m %v of %v are shared", r.Numerator, r.Denominator)
	}
	var curve struct{ Items []ratio }
	c.ok(t, "indicators sharing-sensitivity --asset site --from 0 --to 100 --json").read(t, &curve)
	got := map[float64][2]float64{}
	for _, item := range curve.Items {
		got[*item.MergeDistanceM] = [2]float64{item.Numerator, item.Denominator}
	}
	for m, want := range map[float64][2]float64{0: {29, 2200}, 10: {240, 1953}, 30: {306, 1880}, 50: {316, 1870}, 100: {331, 1852}} {
		if got[m] != want {
			t.Errorf("within %v m: %v, want %v", m, got[m], want)
		}
	}
	c.ok(t, "indicators sharing-sensitivity --asset site --from 0 --to 100").says(t, "1,32 %", "240", "1953")
	records := filepath.Join(t.TempDir(), "positions.csv")
	c.ok(t, "indicators sharing --method spatial --records", records).says(t, "240 / 1953", "12,29 %")
	rows := table(t, records)
	shared := 0
	for _, row := range rows {
		if row["shared"] == "true" {
			shared++
		}
	}
	if len(rows) != 1953 || shared != 240 {
		t.Errorf("the records are %d positions, %d of them shared", len(rows), shared)
	}
	c.sameAsAPI(t, aboutSharing)
	c.danishCurve(t)
}

// danishCurve checks the curve of the same register as pages and pictures have it:
// the further apart two registrations still are one position, the fewer positions
// there are and the more of them are shared, most of it within ten metres.
func (c cli) danishCurve(t testing.TB) {
	t.Helper()
	var curve plan.Sensitivity
	c.ok(t, "indicators sensitivity R_BTS_STOCK --json").read(t, &curve)
	known := map[float64]string{0: "29/2200", 10: "240/1953", 30: "306/1880", 50: "316/1870", 100: "331/1852"}
	for i, s := range curve.Items {
		if want, is := known[*s.MergeDistanceM]; is && s.Numerator.String()+"/"+s.Denominator.String() != want {
			t.Errorf("within %s: %s of %s, want %s", s.Label, s.Numerator, s.Denominator, want)
		}
		delete(known, *s.MergeDistanceM)
		if i == 0 {
			continue
		}
		if last := curve.Items[i-1]; s.Value.Cmp(*last.Value) < 0 || s.Numerator.Cmp(*last.Numerator) < 0 || s.Denominator.Cmp(*last.Denominator) > 0 {
			t.Errorf("the curve turns between %s and %s", last.Label, s.Label)
		}
	}
	if len(known) > 0 {
		t.Errorf("there is nothing at %v m", known)
	}
	drawn := filepath.Join(t.TempDir(), "curve.png")
	c.ok(t, "indicators sensitivity R_BTS_STOCK --picture", drawn).says(t, "theo đăng ký = 1,32", "331", "/ 1.852", "17,87", strings.Repeat("█", 40))
	f, err := os.Open(drawn)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if picture, err := png.Decode(f); err != nil || picture.Bounds().Dx() != 1650 {
		t.Errorf("the picture: %v", err)
	}
	c.do(t, "indicators sensitivity V_MOB").want(t, statusFailed).says(t, "merge_distance")
}

// table reads a CSV file as maps by its header.
func table(t testing.TB, path string) (out []map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[strings.TrimPrefix(name, "\ufeff")] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// Questions on the command line and the same over HTTP.
var (
	aboutSharing = map[string]string{
		"sharing":                                         "sharing",
		"sharing --asset poles":                           "sharing?asset=poles",
		"sharing --by operator":                           "sharing?by=operator",
		"sharing --by province":                           "sharing?by=province",
		"sharing --as-of 2020-01-01":                      "sharing?as_of=2020-01-01",
		"sharing --exclude-site-kinds none":               "sharing?exclude_site_kinds=none",
		"sharing --exclude-site-kinds vehicle,small_cell": "sharing?exclude_site_kinds=vehicle,small_cell",
		"sharing --method spatial --merge-distance 25":    "sharing?method=spatial&merge_distance=25",
		"sharing --cohort new --since 2018-01-01":         "sharing?cohort=new&since=2018-01-01",
		"sharing --confirmed-only --count-active-sharing --tower-company-single": "sharing?confirmed_only=true&count_active_sharing=true&tower_company_single=true",
		"sharing-sensitivity --from 0 --to 40 --steps 5":                         "sharing-sensitivity?method=spatial&from=0&to=40&steps=5",
	}
	aboutTheDemo = map[string]string{
		"sharing --by commune":                                         "sharing?by=commune",
		"sharing --asset duct":                                         "sharing?asset=duct",
		"sharing --asset duct --measure count":                         "sharing?asset=duct&measure=count",
		"sharing --asset pole --power-poles all":                       "sharing?asset=pole&power_poles=all",
		"coverage":                                                     "coverage",
		"coverage --service fibre --within 800":                        "coverage?service=fibre&within=800",
		"coverage --technology 4G,5G --by operator --as-of 2024-06-30": "coverage?technology=4G,5G&by=operator&as_of=2024-06-30",
		"coverage --by commune":                                        "coverage?by=commune",
		"nearest --of villages --to service-points":                    "nearest?of=villages&to=service-points",
		"nearest --to sites --as-of 2024-01-01":                        "nearest?to=sites&as_of=2024-01-01",
	}
)

// sameAsAPI asks on the command line and over HTTP; the answers are the same,
// parameters and all.
func (c cli) sameAsAPI(t testing.TB, questions map[string]string) {
	t.Helper()
	db, err := postgres.Open(t.Context(), c.dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	api := httpapi.New(db, httpapi.Options{OpenReading: true}).Handler()
	for line, query := range questions {
		args := strings.Fields("indicators " + line + " --json")
		var here, there any
		c.ok(t, "", args...).read(t, &here)
		w := httptest.NewRecorder()
		api.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/v1/indicators/"+query, nil))
		if w.Code != http.StatusOK {
			t.Errorf("%s gives %d: %s", query, w.Code, w.Body)
			continue
		}
		if err := json.Unmarshal(w.Body.Bytes(), &there); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(there, here); diff != "" {
			t.Errorf("%s (-API +command):\n%.2000s", line, diff)
		}
	}
}

// Numbers of an empty register are no data, not 0 %.
func TestNoData(t *testing.T) {
	t.Parallel()
	c := register(t)
	for _, line := range []string{"sharing", "sharing --asset duct", "sharing --method spatial", "coverage", "coverage --service fibre --within 100"} {
		c.ok(t, "indicators "+line).says(t, "không có dữ liệu")
		c.with("HATANGSO_LANG", "en").ok(t, "indicators "+line).says(t, "no data")
	}
	c.ok(t, "indicators nearest --csv").says(t, "village,code,name")
	for line, say := range map[string]string{
		"sharing --unit 99999":                         "99999",
		"sharing --merge-distance -1 --method spatial": "",
		"sharing --cohort new":                         "since",
		"coverage --technology 9G":                     "9G",
		"coverage --operator XYZ":                      "XYZ",
	} {
		c.do(t, "indicators "+line).want(t, statusFailed).says(t, say)
	}
}
