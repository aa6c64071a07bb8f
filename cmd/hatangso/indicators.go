package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) indicators() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "indicators", Short: p.t("Các chỉ số, tại một ngày bất kỳ, kèm bản ghi đứng sau", "The numbers, for any date, with the records behind them"),
		Example: p.examples(
			example{"Tỷ lệ dùng chung vị trí trạm, theo xã", "The sharing ratio of sites, by commune", "hatangso indicators sharing --asset site --by commune"},
			example{"Thôn được phủ 4G hoặc 5G", "Villages covered by 4G or 5G", "hatangso indicators coverage --service mobile --technology 4G,5G"}),
	})
	c.AddCommand(p.sharing(), p.sensitivity(), p.coverage(), p.nearest(), p.recompute())
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

func (p *program) nearest() *cobra.Command {
	var of, to, unit string
	var asJSON, asCSV bool
	c := &cobra.Command{
		Use: "nearest", Short: p.t("Vị trí trạm hoặc điểm phục vụ gần mỗi thôn nhất", "The nearest site or service point to every village"), Args: noArguments,
		Example: p.examples(example{"Điểm phục vụ gần mỗi thôn nhất, ra CSV", "The nearest service point to every village, as CSV", "hatangso indicators nearest --of villages --to service-points --csv"}),
		RunE: func(c *cobra.Command, _ []string) error {
			service, site := registry.ServicePointNoun, registry.SiteNoun
			if err := errors.Join(oneOf(c, "of", "villages"), oneOf(c, "to", service.Path, service.Name, site.Path, site.Name)); err != nil {
				return err
			}
			if asJSON && asCSV {
				return misused(c, "Chọn --json hoặc --csv.", "Choose --json or --csv.")
			}
			kind := site.Kind
			if to == service.Path || to == service.Name {
				kind = service.Kind
			}
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			items, err := db.NearestToVillages(c.Context(), p.actor("indicators"), kind, unit, asOf)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(map[string]any{"to": kind, "as_of": asOf, "items": items})
			}
			return writeNearest(p.out, items, asCSV)
		},
	}
	p.common(c, &unit, &asJSON)
	c.Flags().StringVar(&of, "of", "villages", p.t("của villages (thôn)", "villages"))
	c.Flags().StringVar(&to, "to", registry.ServicePointNoun.Path, p.t("đến service-points (điểm phục vụ) hoặc sites (vị trí trạm)", "service-points or sites"))
	c.Flags().BoolVar(&asCSV, "csv", false, p.t("in ra CSV", "print CSV"))
	return c
}

func writeNearest(w io.Writer, items []postgres.Nearest, asCSV bool) error {
	rows := [][]string{{"village", "code", "name", "commune_code", "commune", "asset", "asset_code", "distance_m"}}
	for _, n := range items {
		distance := ""
		if n.DistanceM != nil {
			distance = strconv.FormatFloat(*n.DistanceM, 'f', 1, 64)
		}
		rows = append(rows, []string{strconv.FormatInt(n.Village, 10), n.Code, n.Name, n.CommuneCode, n.Commune, strconv.FormatInt(n.Asset, 10), n.AssetCode, distance})
	}
	if asCSV {
		return csv.NewWriter(w).WriteAll(rows)
	}
	t := tabwriter.NewWriter(w, 2, 8, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
	return t.Flush()
}

// recompute makes the kept reach anew: the check that the kept one is right.
func (p *program) recompute() *cobra.Command {
	return &cobra.Command{
		Use: "recompute", Args: noArguments,
		Short:   p.t("Tính lại từ đầu thôn nào trong tầm của trạm nào", "Compute which village is in reach of what anew"),
		Example: p.examples(example{"Kiểm tra kết quả đã lưu", "Check what is kept", "hatangso indicators recompute"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			n, err := db.RecomputeReach(c.Context(), p.actor("recompute reach"))
			if err == nil {
				fmt.Fprintf(p.out, p.t("%d quan hệ thôn – trạm.\n", "%d pairs of village and station.\n"), n)
			}
			return err
		},
	}
}
