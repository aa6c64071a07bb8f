package demo

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/registry"
)

// sample is the province every test looks at.
var sample = sync.OnceValue(func() *generator { return grow(1, nil) })

func TestSameSeedSameProvince(t *testing.T) {
	t.Parallel()
	if !reflect.DeepEqual(sample().out, Generate(1, nil)) {
		t.Error("two runs of one seed differ")
	}
}

func TestOtherSeedOtherProvinceOfTheSameSize(t *testing.T) {
	t.Parallel()
	last, told := -1.0, 0
	other := Generate(2, func(stage registry.Text, done float64) {
		if stage.VI == "" || stage.EN == "" || done <= last || done >= 1 {
			t.Errorf("stage %+v at %v after %v", stage, done, last)
		}
		last = done
		told++
	})
	if told < 5 {
		t.Errorf("%d stages told", told)
	}
	if reflect.DeepEqual(sample().out.Villages, other.Villages) {
		t.Error("another seed gave the same villages")
	}
	checkCounts(t, other)
}

func TestCounts(t *testing.T) {
	t.Parallel()
	checkCounts(t, sample().out)
}

func checkCounts(t *testing.T, p *Province) {
	t.Helper()
	levels := map[registry.Level]int{}
	for _, u := range p.Units {
		levels[u.Level]++
	}
	for _, c := range []struct {
		what           string
		got, low, high int
	}{
		{"provinces", levels[registry.ProvinceLevel], 1, 1},
		{"districts", levels[registry.DistrictLevel], 10, 10},
		{"communes", levels[registry.CommuneLevel], 130, 130},
		{"organizations", len(p.Organizations), 9, 9},
		{"villages", len(p.Villages), 1355, 1355},
		{"sites", len(p.Sites), 1500, 1500},
		{"masts", len(p.Masts), 1400, 1500},
		{"stations", len(p.Stations), 3000, 6000},
		{"poles", len(p.Poles), 58_000, 60_000},
		{"manholes", len(p.Manholes), 5000, 8000},
		{"duct sections", len(p.Ducts), 7800, 8200},
		{"trenches", len(p.Trenches), 2, 10},
		{"cables", len(p.Cables), 3000, 7000},
		{"service points", len(p.ServicePoints), 130, 900},
		{"tenancies", len(p.Tenancies), 80_000, 140_000},
		{"permits", len(p.Permits), 1200, 1500},
		{"certificates", len(p.Certificates), 1200, 1500},
		{"statements", len(p.Statements), 2700, 5000}, {"reported values", len(p.ReportedValues), 57, 57}, {"DII results", len(p.DIIResults), 11, 11}, {"published results", len(p.Publications), 3, 3},
		{"zones", len(p.Zones), 10, 20}, {"streets", len(p.Streets), 8, 24}, {"planned works", len(p.PlannedWorks), 15, 30}, {"reports", len(p.Reports), 6, 6},
		{"inspections", len(p.Inspections), 100, 400}, {"violations", len(p.Violations), 30, 200}, {"field reports", len(p.FieldReports), 10, 10},
		{"photos", len(p.Photos), 40, 45}, {"pictures", len(p.Pictures), len(p.Photos), len(p.Photos)},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%d %s, want %d to %d", c.got, c.what, c.low, c.high)
		}
	}
}

// eachRecord calls visit with every record of the province.
func eachRecord(p *Province, visit func(registry.Record)) {
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		field := v.Field(i)
		if field.Kind() != reflect.Slice {
			continue
		}
		for k := range field.Len() {
			if record, ok := field.Index(k).Addr().Interface().(registry.Record); ok {
				visit(record)
			}
		}
	}
}

// Every record keeps the rules of its noun under the code lists that ship.
func TestRecordsAreValid(t *testing.T) {
	t.Parallel()
	rows, err := geodata.Table("codes.csv")
	if err != nil {
		t.Fatal(err)
	}
	technologies, err := geodata.Table("technologies.csv")
	if err != nil {
		t.Fatal(err)
	}
	var entries []registry.ListCode
	for _, row := range rows {
		entries = append(entries, registry.ListCode{List: row["list"], Code: row["code"]})
	}
	for _, row := range technologies {
		entries = append(entries, registry.ListCode{List: "technology", Code: row["code"]})
	}
	indicators, err := geodata.Table("indicators.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range indicators {
		entries = append(entries, registry.ListCode{List: "indicator", Code: row["code"]})
	}
	codes := registry.NewCodes(entries)
	checked, shown := 0, 0
	// A province of its own, since Check completes what it reads.
	eachRecord(Generate(1, nil), func(record registry.Record) {
		checked++
		for _, f := range registry.NounOf(record).Check(record, codes) {
			if shown++; shown <= 20 {
				t.Errorf("%s: %s %q: %s", registry.NounOf(record).Name, f.Column, f.Value, f.Message.EN)
			}
		}
	})
	if checked < 150_000 {
		t.Errorf("only %d records were checked", checked)
	}
}

// The ID of a record is its number; assets of all kinds number on in one row.
func TestNumbering(t *testing.T) {
	t.Parallel()
	p := sample().out
	asset, last := int64(0), map[string]int64{}
	eachRecord(p, func(record registry.Record) {
		noun := registry.NounOf(record)
		id := reflect.ValueOf(record).Elem().FieldByName("ID").Int()
		if noun.IsAsset() {
			if asset++; id != asset {
				t.Fatalf("%s %d, want asset %d", noun.Name, id, asset)
			}
			return
		}
		if last[noun.Name]++; id != last[noun.Name] {
			t.Fatalf("%s %d, want %d", noun.Name, id, last[noun.Name])
		}
	})
	kinds := make([]registry.Kind, asset+1)
	eachRecord(p, func(record registry.Record) {
		if noun := registry.NounOf(record); noun.IsAsset() {
			kinds[reflect.ValueOf(record).Elem().FieldByName("ID").Int()] = noun.Kind
		}
	})
	for _, tenancy := range p.Tenancies {
		if tenancy.Asset < 1 || tenancy.Asset > asset || kinds[tenancy.Asset] != tenancy.AssetKind {
			t.Fatalf("tenancy of %s %d", tenancy.AssetKind, tenancy.Asset)
		}
	}
	for _, st := range p.Stations {
		if p.Sites[st.Site-1].ID != st.Site || st.Mast != nil && p.Masts[*st.Mast-1].Site != st.Site {
			t.Fatalf("station %s on site %d", st.Code, st.Site)
		}
	}
}

// Codes are unique as the register wants them.
func TestCodesAreUnique(t *testing.T) {
	t.Parallel()
	p := sample().out
	seen := map[string]bool{}
	once := func(parts ...any) {
		key := fmt.Sprint(parts...)
		if seen[key] {
			t.Errorf("%s twice", key)
		}
		seen[key] = true
	}
	eachRecord(p, func(record registry.Record) {
		v := reflect.ValueOf(record).Elem()
		noun := registry.NounOf(record)
		if code := v.FieldByName("Code"); code.IsValid() {
			owner := ""
			if noun.IsAsset() {
				owner = v.FieldByName("Owner").Elem().String()
			}
			once(noun.Name, " ", owner, " ", code.String())
		}
	})
	for _, u := range p.Units {
		if !strings.HasPrefix(u.Code, ProvinceCode) || !strings.Contains(p.Units[0].Name, "dữ liệu mẫu") {
			t.Errorf("unit %s %s is not marked as made up", u.Code, u.Name)
		}
	}
	for _, o := range p.Organizations {
		if !strings.HasSuffix(o.Name, "(mẫu)") {
			t.Errorf("organization %s is not marked as made up", o.Name)
		}
	}
}

// Nothing is outside the box the province was given, and everything but a
// plan's date is past.
func TestPlaceAndTime(t *testing.T) {
	t.Parallel()
	p := sample().out
	bound := p.Units[0].Geometry.Bound()
	box := orb.Bound{Min: orb.Point{108.6, 11.9}, Max: orb.Point{109.9, 13.0}}
	if !box.Contains(bound.Min) || !box.Contains(bound.Max) {
		t.Errorf("the province spans %v", bound)
	}
	for _, r := range p.Roads {
		for _, at := range r.Line {
			if !box.Contains(at) {
				t.Fatalf("%s runs through %v", r.Name, at)
			}
		}
	}
	years := map[int]int{}
	for _, s := range p.Sites {
		for _, d := range []*registry.Date{s.ApprovedOn, s.BuiltOn, s.OperatingFrom, s.OperatingTo, s.SharingSince} {
			if d != nil && p.AsOf.Before(*d) {
				t.Errorf("site %s has a date of %s", s.Code, d)
			}
		}
		if s.OperatingFrom != nil {
			years[s.OperatingFrom.Year()]++
		}
	}
	for year := 2014; year <= 2026; year++ {
		if years[year] < 20 {
			t.Errorf("%d sites began in %d", years[year], year)
		}
	}
	for _, tenancy := range p.Tenancies {
		if p.AsOf.Before(*tenancy.From) || tenancy.To != nil && p.AsOf.Before(*tenancy.To) {
			t.Errorf("tenancy from %s to %v", tenancy.From, tenancy.To)
		}
	}
}

func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		Generate(1, nil)
	}
}

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
