package chart

import "math"

// Line (biểu đồ đường) shows numbers over time, the target as a broken line.
type Line struct {
	Points []Moment
	// Target is nil for none; Mark explains it.
	Target *float64
	Mark   string
	Unit   string
	// Max is where the scale ends at the latest, 100 for per cent; 0 for nowhere.
	Max float64
}

// Moment is one of the days; Value is nil where there is no number, which leaves a gap.
type Moment struct {
	Label string
	Value *float64
}

// PNG draws the chart.
func (l Line) PNG() ([]byte, error) {
	const left, right, top, height = 170.0, 150.0, 40.0, 560.0
	c, err := newCanvas(Width, int(top+height)+160)
	if err != nil {
		return nil, err
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range l.Points {
		if p.Value != nil {
			low, high = min(low, *p.Value), max(high, *p.Value)
		}
	}
	if l.Target != nil {
		low, high = min(low, *l.Target), max(high, *l.Target)
	}
	low, high, step := span(low, high, l.Max)
	y := func(v float64) float64 { return top + height*(1-(v-low)/(high-low)) }
	n := max(1, len(l.Points)-1)
	x := func(i int) float64 { return left + (Width-left-right)*float64(i)/float64(n) }
	for v := low; v <= high+step/1000; v += step {
		c.stroke(grey, 1.5, point{left, y(v)}, point{Width - right, y(v)})
		c.text(c.plain, Number(v)+l.Unit, left-16, y(v)+letterPx*0.35, 1)
	}
	every := (len(l.Points) + 6) / 7
	for i, p := range l.Points {
		if (len(l.Points)-1-i)%max(1, every) == 0 {
			c.stroke(black, 3, point{x(i), top + height}, point{x(i), top + height + 12})
			c.text(c.plain, p.Label, x(i), top+height+54, 0.5)
		}
	}
	if l.Target != nil {
		c.dashes(black, 5, point{left, y(*l.Target)}, point{Width - right, y(*l.Target)})
	}
	last := -1
	for i, p := range l.Points {
		if p.Value == nil {
			continue
		}
		if i > 0 && l.Points[i-1].Value != nil {
			c.stroke(black, 7, point{x(i - 1), y(*l.Points[i-1].Value)}, point{x(i), y(*p.Value)})
		}
		c.disc(x(i), y(*p.Value), 9)
		last = i
	}
	if last >= 0 {
		v := *l.Points[last].Value
		c.text(c.bold, Number(v)+l.Unit, x(last)+16, y(v)+letterPx*0.35, 0)
	}
	c.stroke(black, 3, point{left, top}, point{left, top + height}, point{Width - right, top + height})
	if l.Mark != "" {
		c.dashes(black, 5, point{left, top + height + 120}, point{left + 100, top + height + 120})
		c.text(c.plain, l.Mark, left+124, top+height+132, 0)
	}
	return c.encode()
}

// disc fills a circle.
func (c *canvas) disc(x, y, r float64) {
	ring := make([]point, 24)
	for i := range ring {
		s, k := math.Sincos(float64(i) / float64(len(ring)) * 2 * math.Pi)
		ring[i] = point{x + r*k, y + r*s}
	}
	c.fill(Solid, ring)
}
