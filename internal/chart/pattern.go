package chart

import (
	"image"
	"image/color"
)

// Pattern is how an area is filled: told apart without colour. It is an endless
// image, so that areas side by side continue one another.
type Pattern int

// Patterns, from light to dark, and the one of what nobody knows.
const (
	Blank   Pattern = iota // trắng
	Dots                   // chấm
	Slashes                // gạch chéo
	Crosses                // gạch chéo hai chiều
	Solid                  // đen
	Unknown                // gạch ngang: chưa có số liệu
)

// ColorModel, Bounds and At make a pattern an image.Image.
func (p Pattern) ColorModel() color.Model { return color.RGBAModel }

// Bounds are endless.
func (p Pattern) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

var (
	black = color.RGBA{0x1A, 0x1A, 0x1A, 0xFF}
	white = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
	grey  = color.RGBA{0x9A, 0x9A, 0x9A, 0xFF}
)

// At is the colour of a pixel.
func (p Pattern) At(x, y int) color.Color {
	mod := func(a, m int) int { return (a%m + m) % m }
	ink := false
	switch p {
	case Dots:
		// every second row of dots is shifted by half
		row := mod(y, 28)
		shift := 0
		if row >= 14 {
			shift = 7
		}
		ink = mod(row, 14) < 4 && mod(x+shift, 14) < 4
	case Slashes:
		ink = mod(x+y, 13) < 4
	case Crosses:
		ink = mod(x+y, 11) < 4 || mod(x-y, 11) < 4
	case Solid:
		return color.RGBA{0x30, 0x30, 0x30, 0xFF}
	case Unknown:
		ink = mod(y, 16) < 2 && mod(x, 16) < 8
	}
	if ink {
		return black
	}
	return white
}
