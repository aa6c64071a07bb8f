package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) indicators() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "indicators", Short: p.t("Các chỉ số, tại một ngày bất kỳ, kèm bản ghi đứng sau", "The numbers, for any date, with the records behind them"),
		Example: p.examples(
			example{"Tỷ lệ dùng chung vị trí trạm, theo xã", "The sharing ratio of sites, by commune", "hatangso indicators sharing --asset site --by commune"},
			example{"Thôn được phủ 4G hoặc 5G", "Villages covered by 4G or 5G", "hatangso indicators coverage --service mobile --technology 4G,5G"}),
	})
	c.AddCommand(p.showIndicator(), p.keepIndicators(), p.indicatorSensitivity(), p.sharing(), p.sensitivity(), p.coverage(), p.nearest(), p.recompute())
	return c
}

// dayOrToday reads a date flag; today when it is not given.
func dayOrToday(c *cobra.Command, flag string) (registry.Date, error) {
	d, err := day(c, flag)
	if err != nil {
		return registry.Date{}, err
	}
	if d == nil {
		return registry.DateOf(time.Now()), nil
	}
	return *d, nil
}

// groupings are what a number can be given by.
var groupings = []string{"commune", "province", "operator"}

// common adds the flags of every indicator.
func (p *program) common(c *cobra.Command, unit *string, asJSON *bool) {
	c.Flags().String("as-of", "", p.t("ngày của chỉ số (mặc định: hôm nay)", "day the number is of (default: today)"))
	c.Flags().StringVar(unit, "unit", "", p.t("mã đơn vị hành chính; gồm cả các đơn vị trực thuộc", "code of a unit; everything below it is meant"))
	c.Flags().BoolVar(asJSON, "json", false, p.t("in ra JSON", "print JSON"))
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// percent words a ratio; one that does not exist is no data, not 0 %.
func (p *program) percent(ratio *float64) string {
	if ratio == nil {
		return p.t("không có dữ liệu", "no data")
	}
	s := strconv.FormatFloat(*ratio, 'f', 2, 64) + " %"
	if !p.english() {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
