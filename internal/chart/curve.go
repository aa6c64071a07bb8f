package chart

import "math"

// Curve (đường cong) shows how a number turns on another: sharing on how far apart
// two registrations still are one position. Unlike [Line]'s, its points stand where
// their X is.
type Curve struct {
	Points []Point
	// Level is the number as it is read otherwise, a broken line; nil for none. Mark
	// explains it.
	Level *float64
	Mark  string
	// Title says what X is, with its unit; Unit follows the numbers.
	Title, Unit string
	// Max is where the scale ends at the latest, 100 for per cent; 0 for nowhere.
	Max float64
}

// Point is one of them. Text stands beside it: the number as it is read.
type Point struct {
	X, Y float64
	Text string
}

// PNG draws the curve.
func (u Curve) PNG() ([]byte, error) {
	const left, right, top, height = 170.0, 90.0, 60.0, 620.0
	bottom := top + height
	c, err := newCanvas(Width, int(bottom)+190)
	if err != nil {
		return nil, err
	}
	low, high, far := math.Inf(1), math.Inf(-1), 0.0
	for _, p := range u.Points {
		low, high, far = min(low, p.Y), max(high, p.Y), max(far, p.X)
	}
	if u.Level != nil {
		low, high = min(low, *u.Level), max(high, *u.Level)
	}
	low, high, step := span(low, high, u.Max)
	y := func(v float64) float64 { return top + height*(1-(v-low)/(high-low)) }
	if far == 0 {
		far = 1
	}
	x := func(v float64) float64 { return left + (Width-left-right)*v/far }
	for v := low; v <= high+step/1000; v += step {
		c.stroke(grey, 1.5, point{left, y(v)}, point{Width - right, y(v)})
		c.text(c.plain, Number(v)+u.Unit, left-16, y(v)+letterPx*0.35, 1)
	}
	for v := 0.0; v <= far*1.0001; v += Step(far) {
		c.stroke(black, 3, point{x(v), bottom}, point{x(v), bottom + 12})
		c.text(c.plain, Number(v), x(v), bottom+54, 0.5)
	}
	c.text(c.plain, u.Title, left+(Width-left-right)/2, bottom+106, 0.5)
	if u.Level != nil {
		c.dashes(black, 5, point{left, y(*u.Level)}, point{Width - right, y(*u.Level)})
		c.dashes(black, 5, point{left, bottom + 148}, point{left + 100, bottom + 148})
		c.text(c.plain, u.Mark, left+124, bottom+160, 0)
	}
	line := make([]point, len(u.Points))
	for i, p := range u.Points {
		line[i] = point{x(p.X), y(p.Y)}
	}
	c.stroke(black, 6, line...)
	// numbers stand to the right under their points, where a curve that rises ever less
	// leaves room; those that would run into the one before are not written
	var last point
	for i, p := range u.Points {
		c.disc(line[i].x, line[i].y, 10)
		w := c.measure(c.bold, p.Text)
		at := point{min(line[i].x+18, Width-w-8), min(line[i].y+1.25*letterPx, bottom-10)}
		if at.x > last.x || last.y-at.y > 1.1*letterPx || i == 0 {
			c.text(c.bold, p.Text, at.x, at.y, 0)
			last = point{at.x + w + 12, at.y}
		}
	}
	c.stroke(black, 3, point{left, top}, point{left, bottom}, point{Width - right, bottom})
	return c.encode()
}
