package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// showIndicator prints an indicator of the catalogue, or what it splits into.
func (p *program) showIndicator() *cobra.Command {
	var unit, by, layer string
	var version int
	var asJSON bool
	c := &cobra.Command{
		Use: "show CODE", Args: cobra.ExactArgs(1), Short: p.t("Một chỉ tiêu của danh mục, tại một ngày, trên địa giới của một ngày", "An indicator of the catalogue, on a day, by the boundaries of a day"),
		Example: p.examples(
			example{"Ngày 30/6/2023 theo huyện cũ", "30 June 2023 by the former districts", "hatangso indicators show R_POLE --as-of 2023-06-30 --by district"},
			example{"Cùng công trình ấy theo xã hiện nay", "The same works by the communes of today", "hatangso indicators show R_POLE --as-of 2023-06-30 --boundary 2025-07-01 --by commune"}),
		RunE: func(c *cobra.Command, args []string) error {
			q := plan.Query{Indicator: args[0], Version: version, Unit: unit, Layer: layer}
			var err error
			if q.AsOf, err = dayOrToday(c, "as-of"); err != nil {
				return err
			}
			if q.Boundary, err = day(c, "boundary"); err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			if by != "" {
				split, err := db.IndicatorBy(c.Context(), p.actor(""), q, by)
				if err != nil || asJSON {
					if err == nil {
						err = p.printJSON(split)
					}
					return err
				}
				if split.Why.VI != "" {
					fmt.Fprintln(p.out, p.text(split.Why))
				}
				for _, g := range split.Items {
					fmt.Fprintf(p.out, "%-10s %-10s %12s %12s %12s  %s\n", g.Owner, g.Key, p.decimal(g.Value), p.decimal(g.Numerator), p.decimal(g.Denominator), g.Name)
				}
				return nil
			}
			r, err := db.Indicator(c.Context(), p.actor(""), q)
			if err != nil || asJSON {
				if err == nil {
					err = p.printJSON(r)
				}
				return err
			}
			fmt.Fprintf(p.out, "%s · %s · %s\n%s = %s / %s\n%s\n", p.text(r.Title), r.Territory.Name, r.AsOf, p.decimal(r.Value), p.decimal(r.Numerator), p.decimal(r.Denominator), p.text(r.Definition.Title))
			for _, note := range append(r.Notes, r.Why) {
				if note.VI != "" {
					fmt.Fprintln(p.out, p.text(note))
				}
			}
			return nil
		},
	}
	p.common(c, &unit, &asJSON)
	c.Flags().String("boundary", "", p.t("ngày của địa giới (mặc định: ngày của chỉ số)", "day of the boundaries (default: the day of the number)"))
	c.Flags().StringVar(&by, "by", "", p.t("chia theo: ", "split by: ")+fmt.Sprint(postgres.Breakdowns))
	c.Flags().StringVar(&layer, "layer", "", p.t("lớp số liệu: declared, verified, published, computed", "layer: declared, verified, published, computed"))
	c.Flags().IntVar(&version, "definition", 1, p.t("cách tính", "definition"))
	return c
}

// decimal words a number that may not be there.
func (p *program) decimal(d *plan.Decimal) string {
	if d == nil {
		return "–"
	}
	return p.text(d.Text(2))
}

// keepIndicators brings the kept facts up to the register.
func (p *program) keepIndicators() *cobra.Command {
	return &cobra.Command{
		Use: "keep", Args: noArguments, Short: p.t("Tính sẵn dữ kiện của mọi chỉ tiêu, để mọi ngày trả lời nhanh", "Make the facts of every indicator beforehand, so that any day answers fast"),
		Example: p.examples(example{"Sau một đợt nhập lớn", "After a large import", "hatangso indicators keep"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			began := time.Now()
			if err := db.KeepIndicators(c.Context(), func(code string, took time.Duration) {
				fmt.Fprintf(p.err, "  %-14s %8.0f ms\n", code, float64(took.Milliseconds()))
			}); err != nil {
				return err
			}
			p.tell(registry.Tf("Xong sau %.1f giây.", "Done in %.1f seconds.", time.Since(began).Seconds()))
			return nil
		},
	}
}
