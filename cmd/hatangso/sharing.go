package main

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// shareable are the kinds of works whose sharing is counted.
var shareable = []*registry.Noun{registry.SiteNoun, registry.PoleNoun, registry.DuctNoun, registry.ManholeNoun, registry.TrenchNoun}

// sharingFlags are those that sharing and its sensitivity have in common.
type sharingFlags struct {
	asset, cohort, unit, powerPoles, measure string
	exclude                                  []string
	confirmedOnly, active, towerSingle, json bool
}

func (f *sharingFlags) add(p *program, c *cobra.Command) {
	p.common(c, &f.unit, &f.json)
	flags := c.Flags()
	flags.StringVar(&f.asset, "asset", "site", p.t("loại công trình: site, pole, duct, manhole, trench", "site, pole, duct, manhole or trench"))
	flags.StringVar(&f.cohort, "cohort", sharing.Stock, p.t("tất cả (stock), hoặc xây mới (new, kèm --since)", "stock, or new (with --since)"))
	flags.String("since", "", p.t("ngày đầu của nhóm xây mới", "first day of the cohort new"))
	flags.StringVar(&f.measure, "measure", "", p.t("đếm (count) hoặc theo chiều dài (length); mặc định: chiều dài với tuyến", "count or length (default: length for lines)"))
	flags.StringVar(&f.powerPoles, "power-poles", sharing.PowerPolesWithTenants, p.t("cột của ngành khác: with_tenants (có bên thuê), all, none", "other sectors' poles: with_tenants, all or none"))
	flags.StringSliceVar(&f.exclude, "exclude-site-kinds", nil, p.t("loại vị trí không tính; none: tính hết (mặc định: in_building,small_cell,vehicle)", "kinds of site left out; none keeps all (default: in_building,small_cell,vehicle)"))
	flags.BoolVar(&f.confirmedOnly, "confirmed-only", false, p.t("chỉ tính bên thuê đã được hai bên xác nhận", "count only tenancies both sides have confirmed"))
	flags.BoolVar(&f.active, "count-active-sharing", false, p.t("tính cả đối tác dùng chung tích cực", "count partners of actively shared stations"))
	flags.BoolVar(&f.towerSingle, "tower-company-single", false, p.t("công trình của công ty cột có một bên thuê là dùng chung", "a tower company's asset with one tenant is shared"))
}

// query words the flags as a question.
func (f *sharingFlags) query(c *cobra.Command) (q postgres.SharingQuery, err error) {
	var names []string
	var noun *registry.Noun
	for _, n := range shareable {
		names = append(names, n.Name, n.Path)
		if f.asset == n.Name || f.asset == n.Path {
			noun = n
		}
	}
	if noun == nil {
		return q, misused(c, "--asset không nhận %q; dùng %s.", "--asset does not take %q; use %s.", f.asset, strings.Join(names, ", "))
	}
	for flag, values := range map[string][]string{
		"cohort":      {sharing.Stock, sharing.New},
		"measure":     {"count", "length"},
		"power-poles": {sharing.PowerPolesWithTenants, sharing.PowerPolesAll, sharing.PowerPolesNone},
	} {
		if err := oneOf(c, flag, values...); err != nil {
			return q, err
		}
	}
	q.Definition = sharing.DefaultDefinition(noun.Kind)
	q.Cohort, q.ConfirmedOnly, q.CountActiveSharing, q.TowerCompanySingle = f.cohort, f.confirmedOnly, f.active, f.towerSingle
	q.PowerPoles, q.Unit, q.Measure = f.powerPoles, f.unit, cmp.Or(f.measure, q.Measure)
	if len(f.exclude) > 0 {
		q.ExcludeSiteKinds = f.exclude
	}
	if q.ExcludeSiteKinds == nil || len(f.exclude) == 1 && f.exclude[0] == "none" {
		q.ExcludeSiteKinds = []string{} // an empty list in the answer, not null
	}
	if q.Since, err = day(c, "since"); err != nil {
		return q, err
	}
	q.AsOf, err = dayOrToday(c, "as-of")
	return q, err
}

func (p *program) sharing() *cobra.Command {
	var f sharingFlags
	var method, by, records string
	var mergeDistanceM float64
	c := &cobra.Command{
		Use: "sharing", Short: p.t("Tỷ lệ dùng chung", "The sharing ratio"), Args: noArguments,
		Example: p.examples(
			example{"Cột xây mới từ đầu năm", "Poles new since the beginning of the year", "hatangso indicators sharing --asset pole --cohort new --since 2025-01-01"},
			example{"Các đăng ký cách nhau dưới 30 m là một vị trí", "Registrations within 30 m are one position", "hatangso indicators sharing --method spatial --merge-distance 30 --records vi-tri.csv"}),
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := f.query(c)
			if err != nil {
				return err
			}
			if err := errors.Join(oneOf(c, "method", string(sharing.MethodRegistered), string(sharing.MethodSpatial)), oneOf(c, "by", groupings...)); err != nil {
				return err
			}
			q.Method, q.MergeDistanceM, q.By = sharing.Method(method), mergeDistanceM, by
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
				err := toFile(records, p.out, func(w io.Writer) error { return p.writeSharing(c.Context(), w, db, q) })
				if err != nil {
					return err
				}
			}
			if f.json {
				return json.NewEncoder(p.out).Encode(answer)
			}
			return p.showSharing(answer)
		},
	}
	f.add(p, c)
	c.Flags().StringVar(&method, "method", string(sharing.MethodRegistered), p.t("theo đăng ký (registered), hoặc theo không gian (spatial, kèm --merge-distance)", "registered, or spatial (with --merge-distance)"))
	c.Flags().Float64Var(&mergeDistanceM, "merge-distance", sharing.DefaultMergeDistanceM, p.t("dưới bao nhiêu mét thì các đăng ký là một vị trí", "metres under which registrations are one position"))
	c.Flags().StringVar(&by, "by", "", p.t("chia theo commune (xã), province (tỉnh) hoặc operator (doanh nghiệp)", "commune, province or operator"))
	c.Flags().StringVar(&records, "records", "", p.t("tệp CSV ghi các vị trí đứng sau con số", "file for the positions behind the numbers (CSV)"))
	return c
}

// writeSharing writes the positions behind a ratio as CSV.
func (p *program) writeSharing(ctx context.Context, w io.Writer, db *postgres.DB, q postgres.SharingQuery) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"ids", "code", "lon", "lat", "tenants", "shared", "weight"}); err != nil {
		return err
	}
	err := db.SharingRecords(ctx, p.actor("indicators"), q, func(r postgres.SharingRecord) error {
		return out.Write([]string{join(r.IDs), r.Code, number(r.Lon), number(r.Lat), strings.Join(r.Tenants, ";"), strconv.FormatBool(r.Shared), number(r.WeightM)})
	})
	out.Flush()
	return cmp.Or(err, out.Error())
}

func join(ids []int64) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(parts, ";")
}

func (p *program) showSharing(a postgres.SharingAnswer) error {
	parameters, err := json.Marshal(a.Query)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s = %s / %s = %s\n", p.t("Tỷ lệ dùng chung", "Sharing ratio"), number(a.Numerator), number(a.Denominator), p.percent(a.Ratio))
	for _, b := range a.Histogram {
		fmt.Fprintf(p.out, "  %d %s: %d\n", b.Tenants, p.t("doanh nghiệp", "enterprises"), b.Positions)
	}
	if a.MeanTenants != nil {
		fmt.Fprintf(p.out, "  %s: %.3f\n", p.t("bình quân doanh nghiệp", "mean enterprises"), *a.MeanTenants)
	}
	if a.Excluded > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.t("không tính theo định nghĩa", "left out by the definition"), a.Excluded)
	}
	if a.Idle > 0 {
		fmt.Fprintf(p.out, "  %s: %d\n", p.t("chưa có doanh nghiệp nào", "nobody operates there"), a.Idle)
	}
	fmt.Fprintf(p.out, "  %s: %s\n", p.t("tham số", "parameters"), parameters)
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
	c := &cobra.Command{
		Use: "sharing-sensitivity", Short: p.t("Tỷ lệ dùng chung theo khoảng cách gộp vị trí", "The spatial sharing ratio against the merge distance"), Args: noArguments,
		Example: p.examples(example{"Từ 0 đến 100 m, mỗi 10 m", "From 0 to 100 m, every 10 m", "hatangso indicators sharing-sensitivity --asset site --from 0 --to 100"}),
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := f.query(c)
			if err != nil {
				return err
			}
			if !(from >= 0 && to >= from && to <= sharing.MaxMergeDistanceM) || steps < 1 || steps > postgres.MaxSensitivitySteps {
				return misused(c, "Cần 0 ≤ --from ≤ --to ≤ %g và --steps từ 1 đến %d.", "It must be 0 ≤ --from ≤ --to ≤ %g and --steps 1 to %d.", float64(sharing.MaxMergeDistanceM), postgres.MaxSensitivitySteps)
			}
			q.Method = sharing.MethodSpatial
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			results, err := db.SharingSensitivity(c.Context(), p.actor("indicators"), q, sharing.Distances(from, to, steps))
			if err != nil {
				return err
			}
			if f.json {
				return json.NewEncoder(p.out).Encode(map[string]any{"query": q, "items": results})
			}
			w := tabwriter.NewWriter(p.out, 8, 8, 2, ' ', tabwriter.AlignRight)
			fmt.Fprintf(w, "m\t%s\t%s\t%%\t\n", p.t("dùng chung", "shared"), p.t("vị trí", "positions"))
			for _, r := range results {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t\n", number(*r.MergeDistanceM), number(r.Numerator), number(r.Denominator), p.percent(r.Ratio))
			}
			return w.Flush()
		},
	}
	f.add(p, c)
	c.Flags().Float64Var(&from, "from", 0, p.t("khoảng cách gộp đầu tiên, mét", "first merge distance, metres"))
	c.Flags().Float64Var(&to, "to", 100, p.t("khoảng cách gộp cuối cùng, mét", "last merge distance, metres"))
	c.Flags().IntVar(&steps, "steps", 11, p.t("số khoảng cách", "how many distances"))
	return c
}
