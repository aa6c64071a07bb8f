package chart

import (
	"strings"

	"golang.org/x/image/font"
)

// Bars (biểu đồ cột ngang) shows values on one scale, each with a mark at its target.
type Bars struct {
	Items []Bar
	// Max is the right end of the scale, 100 for per cent; 0 takes the largest number.
	Max float64
	// Unit follows the numbers of the scale: " %".
	Unit string
	// Legend explains the patterns that are used, and Mark the targets.
	Legend []Key
	Mark   string
	// Narrow is for a phone: the picture is half as wide, and labels stand over their bars.
	Narrow bool
}

// Bar is one of them.
type Bar struct {
	Label string
	// Value and Target may be missing.
	Value, Target *float64
	// Text stands behind the bar: the number as it is read.
	Text string
	Fill Pattern
}

// Key explains a pattern.
type Key struct {
	Fill Pattern
	Text string
}

func splitWords(s string) []string { return strings.Fields(s) }

// PNG draws the chart.
func (b Bars) PNG() ([]byte, error) {
	const right, top, barH = 210.0, 20.0, 46.0
	width, left, rowH := float64(Width), 640.0, 96.0
	if b.Narrow {
		width, left, rowH = Width/2, 44, 172
	}
	axis := top + rowH*float64(len(b.Items))
	foot := legendHeight(len(b.Legend))
	if b.Mark != "" {
		foot += legendRow
	}
	c, err := newCanvas(int(width), int(axis)+90+foot)
	if err != nil {
		return nil, err
	}
	most := b.Max
	for _, i := range b.Items {
		for _, v := range []*float64{i.Value, i.Target} {
			if v != nil && b.Max == 0 {
				most = max(most, *v)
			}
		}
	}
	if most <= 0 {
		most = 1
	}
	step := Step(most)
	end := step * ceil(most/step)
	scale := (width - left - right) / end
	for v := 0.0; v <= end*1.0001; v += step {
		x := left + v*scale
		c.stroke(grey, 1.5, point{x, top}, point{x, axis})
		c.text(c.plain, Number(v)+b.Unit, x, axis+letterPx+12, 0.5)
	}
	for i, item := range b.Items {
		y := top + rowH*float64(i)
		bar := y + (rowH-barH)/2
		if b.Narrow {
			bar = y + rowH - barH - 22
			lines := c.wrap(c.plain, item.Label, width-left-20, 2)
			for n, l := range lines {
				c.label(c.plain, l, left+8, bar-22-float64(len(lines)-1-n)*letterPx*1.1)
			}
		} else {
			lines := c.wrap(c.plain, item.Label, left-30, 2)
			base := y + rowH/2 + letterPx*0.35 - float64(len(lines)-1)*letterPx*0.55
			for n, l := range lines {
				c.text(c.plain, l, left-20, base+float64(n)*letterPx*1.1, 1)
			}
		}
		endOf := left
		if item.Value != nil {
			w := max(0, *item.Value) * scale
			c.box(item.Fill, left, bar, w, barH)
			endOf = left + w
		}
		if item.Target != nil {
			x := left + *item.Target*scale
			c.stroke(black, 9, point{x, bar - 10}, point{x, bar + barH + 10})
			if endOf < x && x-endOf < c.measure(c.bold, item.Text)+24 {
				endOf = x
			}
			endOf = max(endOf, left)
			if endOf < x+12 && endOf > x-12 {
				endOf = x + 8
			}
		}
		c.label(c.bold, item.Text, endOf+12, bar+barH/2+letterPx*0.35)
	}
	c.stroke(black, 3, point{left, top}, point{left, axis})
	y := c.legend(b.Legend, 40, axis+80)
	if b.Mark != "" {
		c.stroke(black, 9, point{70, y}, point{70, y + 40})
		c.text(c.plain, b.Mark, 130, y+letterPx*0.95, 0)
	}
	return c.encode()
}

// label draws a text on white, so that lines behind it do not cross it.
func (c *canvas) label(f font.Face, s string, x, y float64) {
	w := c.measure(f, s)
	c.fill(Blank, []point{{x - 6, y - letterPx*0.85}, {x + w + 6, y - letterPx*0.85}, {x + w + 6, y + 10}, {x - 6, y + 10}})
	c.text(f, s, x, y, 0)
}

const legendRow = 56

// legendHeight is how high so many keys are.
func legendHeight(n int) int { return (n + 1) / 2 * legendRow }

// legend draws the keys in two columns, and gives where it ends.
func (c *canvas) legend(keys []Key, x, y float64) float64 {
	for i, k := range keys {
		at := x
		if i%2 == 1 {
			at = float64(c.Bounds().Dx()) / 2
		}
		row := y + float64(i/2)*legendRow
		c.box(k.Fill, at, row, 66, 40)
		c.text(c.plain, k.Text, at+90, row+letterPx*0.95, 0)
	}
	return y + float64((len(keys)+1)/2)*legendRow
}
