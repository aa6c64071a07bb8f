package chart

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"github.com/paulmach/orb"
)

// drawn gives the pixels of a text.
func drawn(t *testing.T, s string, bold bool) []byte {
	t.Helper()
	c, err := newCanvas(64, 64)
	if err != nil {
		t.Fatal(err)
	}
	face := c.plain
	if bold {
		face = c.bold
	}
	c.text(face, s, 8, 48, 0)
	return c.Pix
}

// Every letter of Vietnamese is drawn, in both faces, and none as the box that
// stands for a missing one: by pixels.
func TestVietnameseLetters(t *testing.T) {
	t.Parallel()
	letters := []rune("ĂăÂâĐđÊêÔôƠơƯưÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨĩŨũ–…")
	for r := rune(0x1EA0); r <= 0x1EF9; r++ {
		letters = append(letters, r)
	}
	for _, bold := range []bool{false, true} {
		blank, box := drawn(t, "", bold), drawn(t, "\uE123", bold)
		if bytes.Equal(blank, box) {
			t.Fatal("a missing letter shows nothing: this test could not see it")
		}
		seen := map[string]rune{}
		for _, r := range letters {
			p := drawn(t, string(r), bold)
			if bytes.Equal(p, blank) || bytes.Equal(p, box) {
				t.Errorf("%q is not drawn", r)
			}
			if other, again := seen[string(p)]; again {
				t.Errorf("%q looks like %q", r, other)
			}
			seen[string(p)] = r
		}
	}
}

// No two patterns look alike without colour, nor as dark as one another.
func TestPatterns(t *testing.T) {
	t.Parallel()
	last := -1
	for _, p := range []Pattern{Blank, Dots, Slashes, Crosses, Solid} {
		dark := 0
		for y := range 154 {
			for x := range 154 {
				r, _, _, _ := p.At(x, y).RGBA()
				dark += 255 - int(r>>8)
			}
		}
		if dark <= last {
			t.Errorf("pattern %d is no darker than the one before it", p)
		}
		last = dark
	}
}

// A map shows a hole as a hole, whichever way its ring turns.
func TestAreasHole(t *testing.T) {
	t.Parallel()
	square := func(x0, y0, x1, y1 float64) orb.Ring {
		return orb.Ring{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}
	}
	for _, turned := range []bool{false, true} {
		hole := square(105.3, 20.3, 105.7, 20.7)
		if turned {
			hole.Reverse()
		}
		b, err := Areas{Items: []Area{{Shape: orb.MultiPolygon{{square(105, 20, 106, 21), hole}}, Fill: Solid}}}.PNG()
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		dark := func(x, y float64) bool {
			r, _, _, _ := picture.At(Width/2+int(x*800), 20+int(y*1250)).RGBA()
			return r < 0x8000
		}
		if dark(0, 0.5) || !dark(0, 0.1) {
			t.Errorf("turned %v: the hole is %v, the land %v", turned, dark(0, 0.5), dark(0, 0.1))
		}
		if picture.Bounds().Dx() != Width || picture.Bounds() == (image.Rectangle{}) {
			t.Error("the picture has another size")
		}
	}
}

func TestStepNumber(t *testing.T) {
	t.Parallel()
	for most, want := range map[float64]float64{100: 20, 1: 0.2, 7: 2, 0: 1, 30: 5} {
		if got := Step(most); got != want {
			t.Errorf("Step(%v) = %v, want %v", most, got, want)
		}
	}
	for v, want := range map[float64]string{1234567.891: "1.234.567,89", -1200: "-1.200", 0.5: "0,5", 0: "0"} {
		if got := Number(v); got != want {
			t.Errorf("Number(%v) = %q, want %q", v, got, want)
		}
	}
}
