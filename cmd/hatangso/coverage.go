package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) coverage() *cobra.Command {
	var q postgres.CoverageQuery
	var records string
	var within float64
	var asJSON bool
	c := &cobra.Command{
		Use: "coverage", Short: p.t("Phủ sóng, phủ cáp quang đến thôn", "Coverage of villages, mobile and fibre"), Args: noArguments,
		Example: p.examples(
			example{"4G hoặc 5G của một doanh nghiệp, theo xã", "4G or 5G of one operator, by commune", "hatangso indicators coverage --technology 4G,5G --operator VTL --by commune"},
			example{"Cáp quang trong vòng 1 km", "Fibre within 1 km", "hatangso indicators coverage --service fibre --within 1000 --records thon.csv"}),
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if err := errors.Join(oneOf(c, "service", postgres.Mobile, postgres.Fibre), oneOf(c, "by", groupings...)); err != nil {
				return err
			}
			if q.AsOf, err = dayOrToday(c, "as-of"); err != nil {
				return err
			}
			if c.Flags().Changed("within") {
				q.WithinM = &within
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			answer, err := db.Coverage(c.Context(), p.actor("indicators"), q)
			if err != nil {
				return err
			}
			if records != "" {
				list, err := db.CoverageRecords(c.Context(), p.actor("indicators"), &q)
				if err != nil {
					return err
				}
				if err := toFile(records, p.out, func(w io.Writer) error { return writeCoverage(w, list) }); err != nil {
					return err
				}
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(answer)
			}
			return p.showCoverage(answer)
		},
	}
	p.common(c, &q.Unit, &asJSON)
	flags := c.Flags()
	flags.StringVar(&q.Service, "service", postgres.Mobile, p.t("di động (mobile) hoặc cáp quang (fibre)", "mobile or fibre"))
	flags.StringSliceVar(&q.Technologies, "technology", nil, p.t("công nghệ được tính, như 4G,5G (mặc định: mọi công nghệ băng rộng)", "technologies that count, such as 4G,5G (default: all broadband)"))
	flags.StringVar(&q.Operator, "operator", "", p.t("mã một doanh nghiệp (mặc định: bất kỳ)", "one operator's code (default: any)"))
	flags.Float64Var(&within, "within", 0, p.t("số mét thay cho bán kính phục vụ", "metres, in place of the service radius"))
	flags.StringVar(&q.By, "by", "", p.t("chia theo commune (xã), province (tỉnh) hoặc operator (doanh nghiệp)", "commune, province or operator"))
	flags.StringVar(&records, "records", "", p.t("tệp CSV ghi các thôn đứng sau con số", "file for the villages behind the numbers (CSV)"))
	return c
}

func writeCoverage(w io.Writer, list []postgres.CoverageRecord) error {
	out := csv.NewWriter(w)
	state := func(s *registry.CoverageState) string {
		if s == nil {
			return ""
		}
		return string(*s)
	}
	rows := [][]string{{"village", "code", "name", "commune_code", "commune", "computed", "site", "station", "distance_m", "declared", "verified", "published", "layer"}}
	for _, r := range list {
		row := []string{strconv.FormatInt(r.Village, 10), r.Code, r.Name, r.CommuneCode, r.Commune, string(r.Computed.State), "", "", "",
			state(r.Declared), state(r.Verified), string(r.Published), string(r.Layer)}
		if best := r.Computed.Best; best != nil {
			row[6], row[7], row[8] = strconv.FormatInt(best.Site, 10), strconv.FormatInt(best.Station, 10), strconv.FormatFloat(best.DistanceM, 'f', 1, 64)
		}
		rows = append(rows, row)
	}
	return out.WriteAll(rows)
}

func (p *program) showCoverage(a postgres.CoverageAnswer) error {
	w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
	line := func(name registry.Text, s coverage.Summary) {
		fmt.Fprintf(w, "%s\t%d / %d\t%s\t%s %d\t%s %d\t%s %d\t%s %s\n", p.text(name), s.Covered, s.Villages, p.percent(s.Ratio),
			p.t("trắng", "white"), s.White, p.t("lõm", "dented"), s.Dented,
			p.t("chưa rõ", "unknown"), s.Unknown, p.t("dân số", "population"), p.percent(s.PopulationRatio))
	}
	line(registry.T("Công bố", "Published"), a.Published)
	line(registry.T("Tính toán", "Computed"), a.Computed)
	line(registry.T("Khai báo", "Declared"), a.Declared)
	line(registry.T("Thẩm tra", "Verified"), a.Verified)
	for _, g := range a.Groups {
		line(registry.T(g.Key+" "+g.Name, g.Key+" "+g.Name), g.Computed)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	parameters, err := json.Marshal(a.Query)
	fmt.Fprintf(p.out, "%s: %d\n%s: %s\n", p.t("Thôn cần thẩm tra (công bố khác tính toán)", "Villages to verify (published differs from computed)"),
		a.Discrepancies, p.t("tham số", "parameters"), parameters)
	return err
}
