package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// took is what something took at a size.
type took struct {
	what    string
	seconds float64
}

// grows keeps a time for the table of how they grow with the size.
func (b *bench) grows(what string, seconds float64) {
	b.grown = append(b.grown, took{what, seconds})
}

// writeGrowth tells how the times that grow do so from one size to the next: in
// seconds, and as a multiple beside that of the poles. Nothing for one size.
func writeGrowth(to io.Writer, names []string, all [][]took) error {
	if len(names) < 2 || len(all[0]) == 0 {
		return nil
	}
	w := tabwriter.NewWriter(to, 1, 1, 1, ' ', tabwriter.Debug)
	row := func(cells []string) { fmt.Fprintln(w, "| "+strings.Join(cells, "\t ")+"\t") }
	head, rule := []string{"Growth"}, []string{"---"}
	poles := []string{"Poles"}
	for i, name := range names {
		head, rule = append(head, name), append(rule, "---")
		cell := thousands(sizes[name].poles)
		if i > 0 {
			cell += fmt.Sprintf(", %.0f×", float64(sizes[name].poles)/float64(sizes[names[i-1]].poles))
		}
		poles = append(poles, cell)
	}
	row(head)
	row(rule)
	row(poles)
	for n, first := range all[0] {
		cells := []string{first.what}
		for i, figures := range all {
			cell := fmt.Sprintf("%.3g s", figures[n].seconds)
			if i > 0 && all[i-1][n].seconds > 0 {
				cell += fmt.Sprintf(", %.1f×", figures[n].seconds/all[i-1][n].seconds)
			}
			cells = append(cells, cell)
		}
		row(cells)
	}
	return w.Flush()
}
