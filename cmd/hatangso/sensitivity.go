package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/report"
)

// indicatorSensitivity prints how much an indicator turns on one parameter of its
// definition, as numbers and bars, and draws it.
func (p *program) indicatorSensitivity() *cobra.Command {
	var unit, parameter, picture string
	var asJSON bool
	c := &cobra.Command{
		Use: "sensitivity CODE", Args: cobra.ExactArgs(1), Short: p.t("Một chỉ tiêu đổi ra sao theo khoảng cách gộp hay theo công nghệ được tính", "How an indicator turns on the merge distance, or on the technologies that count"),
		Example: p.examples(
			example{"Tỷ lệ dùng chung theo khoảng cách gộp, vẽ thành ảnh", "Sharing by merge distance, drawn as a picture", "hatangso indicators sensitivity R_BTS_STOCK --picture duong-cong.png"},
			example{"Thôn được phủ theo công nghệ được tính", "Villages covered, by the technologies that count", "hatangso indicators sensitivity V_MOB --parameter technology"}),
		RunE: func(c *cobra.Command, args []string) error {
			q := plan.Query{Indicator: args[0], Unit: unit}
			var err error
			if q.AsOf, err = dayOrToday(c, "as-of"); err != nil {
				return err
			}
			if err := oneOf(c, "parameter", postgres.Sensitivities...); err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			steps, err := db.IndicatorSensitivity(c.Context(), p.actor(""), q, parameter)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(steps)
			}
			r, err := db.Indicator(c.Context(), p.actor(""), q)
			if err != nil {
				return err
			}
			if picture != "" {
				if err := toFile(picture, p.out, func(w io.Writer) error { return report.WriteSensitivity(w, r, steps) }); err != nil {
					return err
				}
			}
			fmt.Fprintf(p.out, "%s · %s · %s = %s\n", p.text(r.Title), r.AsOf, p.t("theo đăng ký", "as registered"), p.decimal(r.Value))
			return p.showSteps(steps.Items)
		},
	}
	p.common(c, &unit, &asJSON)
	c.Flags().StringVar(&parameter, "parameter", "merge_distance", p.t("tham số: ", "parameter: ")+strings.Join(postgres.Sensitivities, ", "))
	c.Flags().StringVar(&picture, "picture", "", p.t("tệp ảnh PNG vẽ đường cong", "PNG file to draw the curve in"))
	return c
}

// barWidth is how many letters the longest bar has.
const barWidth = 40

// showSteps prints the steps as a table, each with a bar as long as its value.
func (p *program) showSteps(steps []plan.Step) error {
	most := 0.0
	for _, s := range steps {
		if s.Value != nil {
			most = max(most, s.Value.Float())
		}
	}
	w := tabwriter.NewWriter(p.out, 6, 8, 2, ' ', tabwriter.AlignRight)
	for _, s := range steps {
		bar := ""
		if s.Value != nil && most > 0 {
			bar = barOf(s.Value.Float() / most * barWidth)
		}
		fmt.Fprintf(w, "%s\t%s\t/ %s\t%s\t  %s%s\t\n", s.Label, p.decimal(s.Numerator), p.decimal(s.Denominator), p.decimal(s.Value), bar, strings.Repeat(" ", barWidth-utf8.RuneCountInString(bar)))
	}
	return w.Flush()
}

// barOf draws a length in letters, to an eighth of one.
func barOf(length float64) string {
	eighths := min(int(length*8+0.5), barWidth*8)
	bar := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		bar += string('▉' + rune(7-rest)) // ▏ is one eighth
	}
	return bar
}
