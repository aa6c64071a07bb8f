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
