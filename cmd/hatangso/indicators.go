package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/coverage"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

func (p *program) indicators() *cobra.Command {
	c := &cobra.Command{Use: "indicators", Short: "The numbers, for any date, with the records behind them"}
	c.AddCommand(p.sharing(), p.sensitivity(), p.coverage(), p.nearest(), p.recompute())
	return c
}

// dayFlag reads a date flag; empty means today.
func dayFlag(name, value string) (registry.Date, error) {
	if value == "" {
		return registry.DateOf(time.Now()), nil
	}
	d, err := registry.ParseDate(value)
	if err != nil {
		return d, registry.Errorf(registry.CodeInvalid, "--%s: %v", "--%s: %v", name, err)
	}
	return d, nil
}

// sharingFlags are those that sharing and its sensitivity have in common.
type sharingFlags struct {
	asset, method, cohort, since, asOf, unit, powerPoles, measure string
	exclude                                                       []string
	mergeDistanceM                                                float64
	confirmedOnly, active, towerSingle                            bool
}

func (f *sharingFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.asset, "asset", "site", "site, pole, duct, manhole or trench")
	flags.StringVar(&f.cohort, "cohort", sharing.Stock, "stock, or new (with --since)")
	flags.StringVar(&f.since, "since", "", "first day of the cohort new")
	flags.StringVar(&f.asOf, "as-of", "", "day the number is of (default: today)")
	flags.StringVar(&f.unit, "unit", "", "code of a unit; everything below it is meant")
	flags.StringVar(&f.measure, "measure", "", "count or length (default: length for lines)")
	flags.StringVar(&f.powerPoles, "power-poles", sharing.PowerPolesWithTenants, "other sectors' poles: with_tenants, all or none")
	flags.StringSliceVar(&f.exclude, "exclude-site-kinds", nil, "kinds of site left out; none keeps all (default: in_building,small_cell,vehicle)")
	flags.BoolVar(&f.confirmedOnly, "confirmed-only", false, "count only tenancies both sides have confirmed")
	flags.BoolVar(&f.active, "count-active-sharing", false, "count partners of actively shared stations")
	flags.BoolVar(&f.towerSingle, "tower-company-single", false, "a tower company's asset with one tenant is shared")
}

func (f *sharingFlags) query(method string) (q postgres.SharingQuery, err error) {
	noun := registry.NounByPath(f.asset)
	if noun == nil {
		noun = registry.NounByKind(registry.Kind(f.asset))
	}
	if noun == nil || !noun.IsAsset() {
		return q, registry.Errorf(registry.CodeInvalid, "--asset: không có loại %q.", "--asset: there is no kind %q.", f.asset)
	}
	q.Definition = sharing.DefaultDefinition(noun.Kind)
	q.Method, q.MergeDistanceM, q.Cohort = sharing.Method(method), f.mergeDistanceM, f.cohort
	q.ConfirmedOnly, q.CountActiveSharing, q.TowerCompanySingle, q.PowerPoles = f.confirmedOnly, f.active, f.towerSingle, f.powerPoles
	if f.measure != "" {
		q.Measure = f.measure
	}
	if len(f.exclude) > 0 {
		q.ExcludeSiteKinds = f.exclude
		if f.exclude[0] == "none" {
			q.ExcludeSiteKinds = nil
		}
	}
	if f.since != "" {
		day, err := dayFlag("since", f.since)
		if err != nil {
			return q, err
		}
		q.Since = &day
	}
	q.Unit = f.unit
	q.AsOf, err = dayFlag("as-of", f.asOf)
	return q, err
}

func (p *program) sharing() *cobra.Command {
	var f sharingFlags
	var by, records string
	var asJSON bool
	c := &cobra.Command{
		Use: "sharing", Short: "Tỷ lệ dùng chung / sharing ratio", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := f.query(f.method)
			if err != nil {
				return err
			}
			q.By = by
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			answer, err := db.Sharing(c.Context(), p.actor("indicators"), q)
			if err != nil {
				return err
			}
			if records != "" {
				err := toFile(records, p.out, func(w io.Writer) error {
					out := csv.NewWriter(w)
					if err := out.Write([]string{"ids", "code", "lon", "lat", "tenants", "shared", "weight"}); err != nil {
						return err
					}
					err := db.SharingRecords(c.Context(), p.actor("indicators"), q, func(r postgres.SharingRecord) error {
						return out.Write([]string{join(r.IDs), r.Code, number(r.Lon), number(r.Lat), strings.Join(r.Tenants, ";"), strconv.FormatBool(r.Shared), number(r.WeightM)})
					})
					out.Flush()
					if err == nil {
						err = out.Error()
					}
					return err
				})
				if err != nil {
					return err
				}
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(answer)
			}
			return p.showSharing(answer)
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.method, "method", string(sharing.MethodRegistered), "registered, or spatial (with --merge-distance)")
	c.Flags().Float64Var(&f.mergeDistanceM, "merge-distance", sharing.DefaultMergeDistanceM, "metres under which registrations are one position")
	c.Flags().StringVar(&by, "by", "", "commune, province or operator")
	c.Flags().StringVar(&records, "records", "", "file for the positions behind the numbers (CSV)")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func join(ids []int64) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(parts, ";")
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// percent words a ratio; one that does not exist is no data, not 0 %.
func (p *program) percent(ratio *float64) string {
	if ratio == nil {
		return p.text(registry.T("không có dữ liệu", "no data"))
	}
	s := strconv.FormatFloat(*ratio, 'f', 2, 64) + " %"
	if !p.english() {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

func (p *program) showSharing(a postgres.SharingAnswer) error {
	parameters, err := json.Marshal(a.Query)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s = %s / %s = %s\n", p.text(registry.T("Tỷ lệ dùng chung", "Sharing ratio")), number(a.Numerator), number(a.Denominator), p.percent(a.Ratio))
	for _, b := range a.Histogram {
		fmt.Fprintf(p.out, "  %d %s: %d\n", b.Tenants, p.text(registry.T("doanh nghiệp", "enterprises")), b.Positions)
	}
	if a.MeanTenants != nil {
		fmt.Fprintf(p.out, "  %s: %.3f\n", p.text(registry.T("bình quân doanh nghiệp", "mean enterprises")), *a.MeanTenants)
	}
	if a.Excluded > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.text(registry.T("không tính theo định nghĩa", "left out by the definition")), a.Excluded)
	}
	if a.Idle > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.text(registry.T("chưa có doanh nghiệp nào", "nobody operates there")), a.Idle)
	}
	fmt.Fprintf(p.out, "  %s: %s\n", p.text(registry.T("tham số", "parameters")), parameters)
	w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
	for _, g := range a.Groups {
		fmt.Fprintf(w, "  %s\t%s\t%s / %s\t%s\n", g.Key, g.Name, number(g.Numerator), number(g.Denominator), p.percent(g.Ratio))
	}
	return w.Flush()
}

func (p *program) sensitivity() *cobra.Command {
	var f sharingFlags
	var from, to float64
	var steps int
	var asJSON bool
	c := &cobra.Command{
		Use: "sharing-sensitivity", Short: "The spatial sharing ratio against the merge distance", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := f.query(string(sharing.MethodSpatial))
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			results, err := db.SharingSensitivity(c.Context(), p.actor("indicators"), q, sharing.Distances(from, to, steps))
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(map[string]any{"query": q, "items": results})
			}
			w := tabwriter.NewWriter(p.out, 8, 8, 2, ' ', tabwriter.AlignRight)
			fmt.Fprintf(w, "m\t%s\t%s\t%%\t\n", p.text(registry.T("dùng chung", "shared")), p.text(registry.T("vị trí", "positions")))
			for _, r := range results {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t\n", number(*r.MergeDistanceM), number(r.Numerator), number(r.Denominator), p.percent(r.Ratio))
			}
			return w.Flush()
		},
	}
	f.add(c)
	c.Flags().Float64Var(&from, "from", 0, "first merge distance, metres")
	c.Flags().Float64Var(&to, "to", 100, "last merge distance, metres")
	c.Flags().IntVar(&steps, "steps", 11, "how many distances")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (p *program) coverage() *cobra.Command {
	var q postgres.CoverageQuery
	var asOf, records string
	var within float64
	var asJSON bool
	c := &cobra.Command{
		Use: "coverage", Short: "Phủ sóng thôn / village coverage", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if q.AsOf, err = dayFlag("as-of", asOf); err != nil {
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
	c.Flags().StringVar(&q.Service, "service", postgres.Mobile, "mobile or fibre")
	c.Flags().StringSliceVar(&q.Technologies, "technology", nil, "technologies that count, such as 4G,5G (default: all broadband)")
	c.Flags().StringVar(&q.Operator, "operator", "", "one operator's code (default: any)")
	c.Flags().Float64Var(&within, "within", 0, "metres, in place of the service radius")
	c.Flags().StringVar(&asOf, "as-of", "", "day the number is of (default: today)")
	c.Flags().StringVar(&q.Unit, "unit", "", "code of a unit; everything below it is meant")
	c.Flags().StringVar(&q.By, "by", "", "commune, province or operator")
	c.Flags().StringVar(&records, "records", "", "file for the villages behind the numbers (CSV)")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
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
			p.text(registry.T("trắng", "white")), s.White, p.text(registry.T("lõm", "dented")), s.Dented,
			p.text(registry.T("chưa rõ", "unknown")), s.Unknown, p.text(registry.T("dân số", "population")), p.percent(s.PopulationRatio))
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
	fmt.Fprintf(p.out, "%s: %d\n%s: %s\n", p.text(registry.T("Thôn cần thẩm tra (công bố khác tính toán)", "Villages to verify (published differs from computed)")),
		a.Discrepancies, p.text(registry.T("tham số", "parameters")), parameters)
	return err
}

func (p *program) nearest() *cobra.Command {
	var of, to, unit, asOf string
	var asJSON, asCSV bool
	c := &cobra.Command{
		Use: "nearest", Short: "The nearest site or service point to every village", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if of != "villages" {
				return registry.Errorf(registry.CodeInvalid, "--of chỉ nhận villages.", "--of takes villages only.")
			}
			noun := registry.NounByPath(to)
			if noun == nil {
				return registry.Errorf(registry.CodeInvalid, "--to: không có %q.", "--to: there is no %q.", to)
			}
			day, err := dayFlag("as-of", asOf)
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			items, err := db.NearestToVillages(c.Context(), p.actor("indicators"), noun.Kind, unit, day)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(map[string]any{"to": noun.Kind, "as_of": day, "items": items})
			}
			return writeNearest(p.out, items, asCSV)
		},
	}
	c.Flags().StringVar(&of, "of", "villages", "villages")
	c.Flags().StringVar(&to, "to", "service-points", "service-points or sites")
	c.Flags().StringVar(&unit, "unit", "", "code of a unit; everything below it is meant")
	c.Flags().StringVar(&asOf, "as-of", "", "day (default: today)")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&asCSV, "csv", false, "print CSV")
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
		Use: "recompute", Short: "Compute which village is in reach of what anew", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			n, err := db.RecomputeReach(c.Context(), p.actor("recompute reach"))
			if err == nil {
				fmt.Fprintln(p.out, n)
			}
			return err
		},
	}
}
