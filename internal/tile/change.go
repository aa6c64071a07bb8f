package tile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Sight is how readers are shown positions (cách thấy vị trí): a tile has to be
// dropped for the places its reader is shown, and no others.
type Sight uint8

const (
	Exactly Sight = 1 << iota // as registered
	OnGrid                    // on the grid of the public map
)

// Change is what a write of the register changed on the map (thay đổi trên bản
// đồ): places of one layer, or all of it.
type Change struct {
	// Layer is whose tiles show it, "" for those of every layer.
	Layer string
	// Places are where; none means everywhere.
	Places []Place
}

// Place is a box in degrees WGS84 that those see of this sight.
type Place struct {
	Sight Sight
	Bound orb.Bound
}

// everywhere stands for a layer, or for the places in it.
const everywhere = "*"

// ParseChange reads a change as the database tells it: the layer or *, then
// places divided by semicolons or *; a place is e (exactly) or g (on the grid)
// and west, south, east and north divided by commas.
//
//	poles e105.1,20.3,105.1,20.3;g105.1,20.3,105.1,20.3
func ParseChange(told string) (Change, error) {
	layer, places, found := strings.Cut(told, " ")
	if !found || layer == "" {
		return Change{}, fmt.Errorf("%.40q names no layer", told)
	}
	if layer == everywhere {
		layer = ""
	}
	c := Change{Layer: layer}
	if places == everywhere {
		return c, nil
	}
	for text := range strings.SplitSeq(places, ";") {
		p, err := parsePlace(text)
		if err != nil {
			return Change{}, err
		}
		c.Places = append(c.Places, p)
	}
	return c, nil
}

func parsePlace(text string) (p Place, err error) {
	switch {
	case strings.HasPrefix(text, "e"):
		p.Sight = Exactly
	case strings.HasPrefix(text, "g"):
		p.Sight = OnGrid
	default:
		return p, fmt.Errorf("place %.40q says not how it is seen", text)
	}
	numbers := strings.Split(text[1:], ",")
	if len(numbers) != 4 {
		return p, fmt.Errorf("place %.40q is no box", text)
	}
	for i, n := range numbers {
		at := &p.Bound.Min
		if i >= 2 {
			at = &p.Bound.Max
		}
		if at[i%2], err = strconv.ParseFloat(n, 64); err != nil {
			return p, fmt.Errorf("place %.40q: %w", text, err)
		}
	}
	return p, nil
}

// shows says whether a change may show in a tile.
func (c *Change) shows(k Key) bool {
	if c.Layer != "" && c.Layer != k.Layer {
		return false
	}
	for _, p := range c.Places {
		if p.Sight&k.Sight != 0 && touched(p.Bound, k.Address.Z).has(k.Address) {
			return true
		}
	}
	return c.Places == nil
}
