package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// paint makes a photo up: a mast, or a pole, before hills under a sky. It is small,
// and nobody takes it for a real one.
func paint(r *rand.Rand, pole bool) []byte {
	const width, height = 480, 360
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	hills, light := newNoise(r), 0.75+0.25*r.Float64()
	sky := [3]float64{120 + 60*r.Float64(), 165 + 40*r.Float64(), 215}
	shade := func(c [3]float64, by float64) color.RGBA {
		part := func(v float64) uint8 { return uint8(math.Max(0, math.Min(255, v*by))) }
		return color.RGBA{part(c[0]), part(c[1]), part(c[2]), 255}
	}
	for x := range width {
		crest := 205 + 45*hills.rough(float64(x)/150, 3.5, 3)
		for y := range height {
			c := shade(sky, light*(0.82+0.3*float64(y)/height))
			switch h := float64(y); {
			case h > 280+8*hills.at(float64(x)/60, 9):
				c = shade([3]float64{122, 128, 84}, light*(0.85+0.25*hills.at(float64(x)/7, h/5)))
			case h > crest:
				c = shade([3]float64{88, 122, 92}, light*(1-0.0018*(h-crest)))
			}
			img.SetRGBA(x, y, c)
		}
	}
	steel := color.RGBA{70, 76, 82, 255}
	line := func(x0, y0, x1, y1, thick float64, c color.RGBA) {
		for n, i := math.Hypot(x1-x0, y1-y0), 0.0; i <= n; i++ {
			x, y := x0+(x1-x0)*i/n, y0+(y1-y0)*i/n
			for dx := -thick / 2; dx <= thick/2; dx++ {
				img.SetRGBA(int(x+dx), int(y), c)
			}
		}
	}
	middle, foot, top := float64(width)/2+60*(r.Float64()-0.5), 300.0, 60+50*r.Float64()
	if pole {
		line(middle, foot, middle+6*(r.Float64()-0.5), top+50, 9, color.RGBA{150, 148, 140, 255})
		for i := range 5 {
			line(0, top+58+float64(9*i), middle, top+62+float64(6*i), 2, color.RGBA{30, 30, 32, 255})
			line(middle, top+62+float64(6*i), width, top+70+float64(11*i), 2, color.RGBA{30, 30, 32, 255})
		}
		return encoded(img)
	}
	for y := foot; y > top; y -= 18 { // a lattice, narrower as it rises
		at := func(y float64) float64 { return 6 + 22*(y-top)/(foot-top) }
		a, b := at(y), at(math.Max(top, y-18))
		up := math.Max(top, y-18)
		line(middle-a, y, middle-b, up, 3, steel)
		line(middle+a, y, middle+b, up, 3, steel)
		line(middle-a, y, middle+b, up, 1.5, steel)
		line(middle+a, y, middle-b, up, 1.5, steel)
	}
	for i := range 3 { // antennas
		x := middle + float64(i-1)*13
		line(x, top+6, x, top-22, 6, color.RGBA{226, 228, 230, 255})
	}
	return encoded(img)
}

// encoded gives a picture as a JPEG.
func encoded(img image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 78}); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}
