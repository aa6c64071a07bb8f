package qgis

import (
	"fmt"
	"strconv"

	"github.com/hatangso/hatangso/internal/registry"
)

// Colour is a colour as the web writes it, #rrggbb.
type Colour string

// The colours of the web map by day (web/src/palette.ts; a test holds the two
// to each other), so that a province's map looks the same in both.
const (
	OtherOwner Colour = "#6a737b" // and what is no more, and what is not said

	province     Colour = "#80766a"
	village      Colour = "#6d5f50"
	servicePoint Colour = "#20262c"
	pole         Colour = "#7d4f22"
	duct         Colour = "#7a3fb0"
	manhole      Colour = "#7a3fb0"
	cable        Colour = "#0c7480"
	trench       Colour = "#3f4a52"
	zone         Colour = "#c51b7d"
	street       Colour = "#b2182b"
	plannedWork  Colour = "#542788"
)

// OwnerColours are the colours of owners in the register's order, apart also for
// readers who see red and green alike.
var OwnerColours = []Colour{"#0b62b0", "#cf4310", "#00806a", "#8e3fa8", "#a87400", "#c2255c", "#4f7d00", "#2c8ea8"}

// ColourOf gives the colour of a layer that is drawn in one.
func ColourOf(n *registry.Noun) Colour {
	switch n {
	case registry.UnitNoun:
		return province
	case registry.VillageNoun:
		return village
	case registry.SiteNoun:
		return OwnerColours[0]
	case registry.MastNoun:
		return OwnerColours[1]
	case registry.StationNoun:
		return OwnerColours[3]
	case registry.PoleNoun:
		return pole
	case registry.DuctNoun:
		return duct
	case registry.ManholeNoun:
		return manhole
	case registry.CableRouteNoun:
		return cable
	case registry.TrenchNoun:
		return trench
	case registry.ServicePointNoun:
		return servicePoint
	case registry.ZoneNoun:
		return OwnerColours[4]
	case registry.StreetNoun:
		return OwnerColours[5]
	case registry.PlannedWorkNoun:
		return OwnerColours[6]
	case registry.ZoneNoun:
		return zone
	case registry.StreetNoun:
		return street
	case registry.PlannedWorkNoun:
		return plannedWork
	}
	return OtherOwner
}

// rgb gives red, green and blue, 0 to 255.
func (c Colour) rgb() (r, g, b uint64) {
	v, _ := strconv.ParseUint(string(c[1:]), 16, 32) // a constant of this file
	return v >> 16, v >> 8 & 0xFF, v & 0xFF
}

// QGIS writes the colour as QGIS has it, r,g,b,alpha.
func (c Colour) QGIS() string {
	r, g, b := c.rgb()
	return fmt.Sprintf("%d,%d,%d,255", r, g, b)
}

// pale is the colour half way to white, for what is planned.
func (c Colour) pale() Colour {
	r, g, b := c.rgb()
	return Colour(fmt.Sprintf("#%02x%02x%02x", (r+255)/2, (g+255)/2, (b+255)/2))
}
