package demo

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	names "github.com/hatangso/hatangso/geodata/demo"
	"github.com/hatangso/hatangso/internal/registry"
)

// Publication is a result the department has published.
type Publication struct {
	Indicator string
	AsOf      registry.Date
	Note      string
}

// fileReported files the plan of the province, what was reported of it year by
// year, and the results that were published.
func (g *generator) fileReported() {
	g.out.Plan = names.Plan
	of := g.denominators()
	for i, row := range names.Reported {
		v, err := reportedValue(row, of)
		if err != nil {
			panic(fmt.Sprintf("demo: reported value %d: %v", i+1, err)) // a mistake in a file of this program
		}
		v.ID = int64(i + 1)
		g.out.ReportedValues = append(g.out.ReportedValues, v)
	}
	end := registry.NewDate(2025, 12, 31)
	g.fileRounds(end)
	for _, indicator := range []string{"R_BTS_STOCK", "V_MOB", "MBB_SUB"} {
		g.out.Publications = append(g.out.Publications, Publication{indicator, end, "Số liệu năm 2025 (dữ liệu mẫu)"})
	}
}

// denominators gives what reported ratios are of, on a day. The province grows
// by 8 ‰ a year; 74 % are adults, and 100 people have 128 mobile phones.
func (g *generator) denominators() map[string]func(registry.Date) float64 {
	households := int64(0)
	for _, v := range g.out.Villages {
		households += *v.Households
	}
	share := func(whole float64) func(registry.Date) float64 {
		return func(on registry.Date) float64 {
			return math.Round(whole * math.Pow(1.008, float64(on.Year()-asOf.Year())))
		}
	}
	return map[string]func(registry.Date) float64{
		"population": share(Population), "households": share(float64(households)), "adults": share(0.74 * Population), "subscriptions": share(1.28 * Population),
	}
}

// reportedValue makes a row of the table out. Its value is a percentage of
// something, two counts, or a number by itself.
func reportedValue(row map[string]string, of map[string]func(registry.Date) float64) (v registry.ReportedValue, err error) {
	v = registry.ReportedValue{Indicator: row["indicator"], UnitCode: ProvinceCode, Layer: registry.Layer(row["layer"]), Source: row["source"],
		Method: ref(row["method"]), Evidence: ref(row["evidence"]), Note: ref("dữ liệu mẫu")}
	if v.On, err = registry.ParseDate(row["on"]); err != nil {
		return v, err
	}
	if row["from"] != "" {
		from, err := registry.ParseDate(row["from"])
		if err != nil {
			return v, err
		}
		v.From = &from
	}
	first, second, counts := strings.Cut(row["value"], "/")
	if v.Value, err = strconv.ParseFloat(first, 64); err != nil {
		return v, err
	}
	numerator, denominator := v.Value, 0.0
	switch {
	case counts:
		if denominator, err = strconv.ParseFloat(second, 64); err != nil {
			return v, err
		}
	case row["of"] != "":
		whole, known := of[row["of"]]
		if !known {
			return v, fmt.Errorf("nobody counts %q", row["of"])
		}
		denominator = whole(v.On)
		numerator = math.Round(v.Value / 100 * denominator)
	default:
		return v, nil
	}
	v.Numerator, v.Denominator = &numerator, &denominator
	v.Value = math.Round(numerator/denominator*1e8) / 1e6
	return v, nil
}

// rounds are what the Authority sent of 2025, told by how far it is off what was
// reported: of some criteria nothing yet, of one that it was not assessed. With
// them a criterion stands in every way there is.
var rounds = []struct {
	indicator string
	round     string
	off       float64
	assessed  bool
	position  string
	comment   string
}{
	{"MBB_SUB", "1", -3.4, true, registry.DIIDisagreed, "Cục chưa tính thuê bao của mạng di động ảo; gửi kèm biên bản đối soát."},
	{"MBB_SUB", "2", 0, true, registry.DIIAgreed, ""},
	{"FBB_SUB", "1", 0, true, registry.DIIAgreed, ""},
	{"FBB_SUB", "2", 0, true, registry.DIIAgreed, ""},
	{"SMP_SUB", "1", -2.1, true, registry.DIIDisagreed, "Cục dùng số liệu quý III."},
	{"SMP_SUB", "2", -0.8, true, "", ""},
	{"SMP_ADULT", "1", 0, true, registry.DIIAgreed, ""},
	{"INET_USER", "1", 1.6, true, registry.DIIDisagreed, "Số của Cục tính cả người dùng dưới 6 tuổi."},
	{"HH_FTTH", "1", -1.2, true, "", ""},
	{"MBB_SPEED", "1", 0, false, "", ""},
	{"MBB_SPEED", "2", 0, false, "", ""},
}

// fileRounds files the rounds of the DII of the year that ends on a day.
func (g *generator) fileRounds(end registry.Date) {
	for i, r := range rounds {
		one := registry.DIIResult{ID: int64(i + 1), Year: int64(end.Year()), Round: r.round, Indicator: r.indicator,
			ReceivedOn: registry.NewDate(end.Year()+1, 3, 10), DocumentNumber: "812/CVT-HTKN (mẫu)"}
		if r.position != "" {
			one.Position = ref(r.position)
		}
		if r.comment != "" {
			one.Comment = ref(r.comment)
		}
		if r.round == "2" {
			one.ReceivedOn, one.DocumentNumber = registry.NewDate(end.Year()+1, 5, 20), "1705/CVT-HTKN (mẫu)"
		}
		if ours := g.reportedBy(r.indicator, end); r.assessed && ours != nil {
			sent := math.Round((ours.Value+r.off)*1e6) / 1e6
			one.Value = &sent
		}
		g.out.DIIResults = append(g.out.DIIResults, one)
	}
}

// reportedBy is the newest value reported of an indicator by a day, what was
// verified before what was declared; nil for none.
func (g *generator) reportedBy(indicator string, by registry.Date) (newest *registry.ReportedValue) {
	for i := range g.out.ReportedValues {
		v := &g.out.ReportedValues[i]
		if v.Indicator == indicator && !by.Before(v.On) && (newest == nil || newest.On.Before(v.On) || newest.On.Equal(v.On) && v.Layer == registry.Verified) {
			newest = v
		}
	}
	return newest
}
