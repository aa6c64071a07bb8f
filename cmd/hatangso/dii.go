package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// dii is the group of commands about the Ministry's index of digital infrastructure.
func (p *program) dii() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "dii", Short: p.t("Đối soát DII: số liệu của Sở và kết quả vòng 1, vòng 2 của Cục Viễn thông", "The DII: the department’s values against rounds 1 and 2 of the Authority"),
		Example: p.examples(
			example{"Đối soát của năm 2025", "The reconciliation of 2025", "hatangso dii show --year 2025"},
			example{"Nạp kết quả Cục gửi (year, round, indicator, value, received_on, document_number)", "Load what the Authority sent", "hatangso import dii-results vong-1.xlsx"}),
	})
	c.AddCommand(p.diiShow())
	return c
}

func (p *program) diiShow() *cobra.Command {
	var year int
	var asJSON bool
	c := &cobra.Command{
		Use: "show", Args: noArguments, Short: p.t("Từng tiêu chí: số liệu của Sở, vòng 1, vòng 2, kết luận", "Criterion by criterion: ours, round 1, round 2, how it stands"),
		Example: p.examples(example{"Của năm 2025", "Of 2025", "hatangso dii show --year 2025"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := day(c, "as-of")
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			r, err := db.DII(c.Context(), p.actor(""), year, asOf)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(r)
			}
			p.printDII(r)
			return nil
		},
	}
	c.Flags().IntVar(&year, "year", time.Now().Year()-1, p.t("năm của chỉ số", "the year of the index"))
	c.Flags().String("as-of", "", p.t("ngày của số liệu của Sở (mặc định: ngày cuối năm)", "day our values are of (default: the year’s last)"))
	c.Flags().BoolVar(&asJSON, "json", false, p.t("ghi ra JSON", "write JSON"))
	return c
}

// printDII writes a line for each criterion.
func (p *program) printDII(r plan.Reconciliation) {
	value := func(d *plan.Decimal) string {
		if d == nil {
			return "–"
		}
		return p.text(d.Text(2))
	}
	round := func(one *plan.Round) (sent, difference string) {
		switch {
		case one == nil:
			return "", ""
		case one.Value == nil:
			return p.t("không đánh giá", "not assessed"), ""
		}
		return value(one.Value), value(one.Difference)
	}
	fmt.Fprintf(p.out, "%s\n", p.text(registry.Tf("Đối soát DII năm %d, số liệu của Sở ngày %s", "The DII of %d, the department’s values on %s", r.Year, r.AsOf)))
	fmt.Fprintf(p.out, "%-14s %12s %14s %9s %14s %9s  %s\n", p.t("Chỉ tiêu", "Indicator"), p.t("Của Sở", "Ours"), p.t("Vòng 1", "Round 1"), p.t("Lệch", "Diff."), p.t("Vòng 2", "Round 2"), p.t("Lệch", "Diff."), p.t("Kết luận", "Standing"))
	for _, c := range r.Items {
		one, d1 := round(c.Round1)
		two, d2 := round(c.Round2)
		fmt.Fprintf(p.out, "%-14s %12s %14s %9s %14s %9s  %s: %s\n", c.Indicator, value(c.Value), one, d1, two, d2, p.text(c.StandingTitle), p.text(c.Reason))
	}
}
