package demo

import (
	"math"
	"math/rand/v2"
)

// noise is gradient noise on a lattice (K. Perlin, 1985): smooth, repeatable,
// without a preferred place. It is what coasts, hills and borders wiggle by.
type noise struct{ perm [512]uint8 }

func newNoise(r *rand.Rand) *noise {
	var n noise
	for i, p := range r.Perm(256) {
		n.perm[i], n.perm[i+256] = uint8(p), uint8(p)
	}
	return &n
}

// gradients point in twelve directions.
var gradients = func() (out [12][2]float64) {
	for i := range out {
		out[i][1], out[i][0] = math.Sincos(float64(i) * math.Pi / 6)
	}
	return out
}()

// at gives the noise at a place, about −0.7 to 0.7, with features of size 1.
func (n *noise) at(x, y float64) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	i, j := int(fx)&255, int(fy)&255
	x, y = x-fx, y-fy
	corner := func(di, dj int) float64 {
		g := gradients[int(n.perm[int(n.perm[(i+di)&255])+(j+dj)&255])%12]
		return g[0]*(x-float64(di)) + g[1]*(y-float64(dj))
	}
	u, v := x*x*x*(x*(x*6-15)+10), y*y*y*(y*(y*6-15)+10)
	return mix(mix(corner(0, 0), corner(1, 0), u), mix(corner(0, 1), corner(1, 1), u), v)
}

// rough adds octaves of half the size and half the height, about −1 to 1.
func (n *noise) rough(x, y float64, octaves int) float64 {
	sum, amplitude := 0.0, 1.0
	for o := range octaves {
		sum += amplitude * n.at(x+float64(o)*17.3, y-float64(o)*9.1)
		x, y, amplitude = 2*x, 2*y, amplitude/2
	}
	return sum
}

// ridge has sharp crests near 1 and broad valleys near 0, like eroded hills.
func (n *noise) ridge(x, y float64, octaves int) float64 {
	sum, amplitude, total := 0.0, 1.0, 0.0
	for o := range octaves {
		crest := 1 - math.Min(1, 2*math.Abs(n.at(x+float64(o)*5.7, y+float64(o)*3.3)))
		sum += amplitude * crest * crest
		total += amplitude
		x, y, amplitude = 2.1*x, 2.1*y, amplitude*0.45
	}
	return sum / total
}

func mix(a, b, t float64) float64 { return a + (b-a)*t }

// clamp gives v within low and high.
func clamp(v, low, high float64) float64 { return math.Max(low, math.Min(high, v)) }

// smoothstep rises from 0 at low to 1 at high.
func smoothstep(low, high, v float64) float64 {
	t := clamp((v-low)/(high-low), 0, 1)
	return t * t * (3 - 2*t)
}
