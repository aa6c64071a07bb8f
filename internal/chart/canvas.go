package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
	"golang.org/x/text/unicode/norm"
)

// Width of every picture in pixels: 254 to the inch where the text is 165 mm wide.
const Width = 1650

// letterPx is the height of letters; 36 pixels are 10 points on paper.
const letterPx = 36

// canvas is what is drawn on.
type canvas struct {
	*image.RGBA
	plain, bold font.Face
}

var fonts = sync.OnceValues(func() ([2]*opentype.Font, error) {
	regular, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		return [2]*opentype.Font{}, err
	}
	bold, err := opentype.Parse(liberationsansbold.TTF)
	return [2]*opentype.Font{regular, bold}, err
})

// newCanvas makes a white one. A face keeps a buffer, so each has its own.
func newCanvas(w, h int) (*canvas, error) {
	f, err := fonts()
	if err != nil {
		return nil, err
	}
	c := &canvas{RGBA: image.NewRGBA(image.Rect(0, 0, w, h))}
	draw.Draw(c, c.Bounds(), image.White, image.Point{}, draw.Src)
	options := &opentype.FaceOptions{Size: letterPx, DPI: 72, Hinting: font.HintingNone}
	if c.plain, err = opentype.NewFace(f[0], options); err != nil {
		return nil, err
	}
	c.bold, err = opentype.NewFace(f[1], options)
	return c, err
}

// point is a place on the canvas, in pixels from the top left.
type point struct{ x, y float64 }

// fill paints what lies within rings; a ring within another, turning the other
// way, is a hole.
func (c *canvas) fill(src image.Image, rings ...[]point) {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, ring := range rings {
		for _, p := range ring {
			low, high = point{min(low.x, p.x), min(low.y, p.y)}, point{max(high.x, p.x), max(high.y, p.y)}
		}
	}
	box := image.Rect(int(math.Floor(low.x)), int(math.Floor(low.y)), int(math.Ceil(high.x))+1, int(math.Ceil(high.y))+1).Intersect(c.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p point) (float32, float32) {
		return float32(p.x - float64(box.Min.X)), float32(p.y - float64(box.Min.Y))
	}
	for _, ring := range rings {
		if len(ring) < 3 {
			continue
		}
		r.MoveTo(at(ring[0]))
		for _, p := range ring[1:] {
			r.LineTo(at(p))
		}
		r.ClosePath()
	}
	r.Draw(c, box, src, box.Min)
}

// stroke draws a line through points.
func (c *canvas) stroke(ink color.Color, width float64, points ...point) {
	src := image.NewUniform(ink)
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		dx, dy := b.x-a.x, b.y-a.y
		l := math.Hypot(dx, dy)
		if l == 0 {
			continue
		}
		nx, ny := -dy/l*width/2, dx/l*width/2
		c.fill(src, []point{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}})
	}
}

// dashes draws a broken line.
func (c *canvas) dashes(ink color.Color, width float64, a, b point) {
	l := math.Hypot(b.x-a.x, b.y-a.y)
	for d := 0.0; d < l; d += 28 {
		e := min(d+16, l)
		c.stroke(ink, width, point{a.x + (b.x-a.x)*d/l, a.y + (b.y-a.y)*d/l}, point{a.x + (b.x-a.x)*e/l, a.y + (b.y-a.y)*e/l})
	}
}

// box fills a rectangle and draws its edge.
func (c *canvas) box(src image.Image, x, y, w, h float64) {
	corners := []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
	c.fill(src, corners)
	c.stroke(black, 3, append(corners, corners[0])...)
}

// measure is how wide a text is.
func (c *canvas) measure(f font.Face, s string) float64 {
	return float64(font.MeasureString(f, norm.NFC.String(s))) / 64
}

// text draws one with its baseline at y; anchor is 0 for its left edge at x, 0.5 for
// its middle, 1 for its right edge.
func (c *canvas) text(f font.Face, s string, x, y, anchor float64) {
	s = norm.NFC.String(s)
	x -= anchor * c.measure(f, s)
	d := font.Drawer{Dst: c, Src: image.NewUniform(black), Face: f, Dot: fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}}
	d.DrawString(s)
}

// wrap breaks a text into at most so many lines of a width; the last ends with … when
// there is more.
func (c *canvas) wrap(f font.Face, s string, width float64, most int) (lines []string) {
	line := ""
	for _, w := range splitWords(s) {
		next := w
		if line != "" {
			next = line + " " + w
		}
		if line != "" && c.measure(f, next) > width {
			if len(lines) == most-1 {
				return append(lines, line+" …")
			}
			lines, line = append(lines, line), w
			continue
		}
		line = next
	}
	return append(lines, line)
}

// encode writes the picture in sixteen greys.
func (c *canvas) encode() ([]byte, error) {
	palette := make(color.Palette, 16)
	for i := range palette {
		palette[i] = color.Gray{uint8(i * 17)}
	}
	out := image.NewPaletted(c.Bounds(), palette)
	for y := range c.Bounds().Dy() {
		for x := range c.Bounds().Dx() {
			out.SetColorIndex(x, y, uint8((int(c.Pix[c.PixOffset(x, y)])+8)/17))
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, out)
	return b.Bytes(), err
}
