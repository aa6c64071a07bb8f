package intake

import (
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// Targets that are no field of a noun: where a position is read from.
const (
	targetLon  = "lon"
	targetLat  = "lat"
	targetX    = "x" // northing in Vietnamese tables, easting elsewhere; told apart by size
	targetY    = "y"
	targetPair = "coordinates" // both in one cell
	targetWKT  = "wkt"         // or hexadecimal WKB
)

// positionHeaders are the headers, folded, under which people write positions.
var positionHeaders = map[string][]string{
	targetLon:  {"lon", "lng", "long", "longitude", "kinh do", "kinhdo", "kinh do wgs84"},
	targetLat:  {"lat", "latitude", "vi do", "vido", "vi do wgs84"},
	targetX:    {"x", "toa do x", "x m", "northing", "x vn2000"},
	targetY:    {"y", "toa do y", "y m", "easting", "y vn2000"},
	targetPair: {"coordinates", "toa do", "vi tri toa do"},
	targetWKT:  {"wkt", "wkb", "geom", "geometry", "the geom", "wkb geometry"},
}

// columns says which column of a file each field and position target is read
// from.
type columns struct {
	noun *registry.Noun
	// explicit maps a folded target to the column the filer named for it.
	explicit map[string]string
	headers  map[string]string // target or field name → column
	index    map[string]int    // target or field name → column number
	matched  int               // how many columns have been looked at
	ignored  []string
}

// newColumns checks the filer's own mapping (target=source). A target that is
// neither a field nor one of its headers is refused with the nearest.
func newColumns(noun *registry.Noun, explicit map[string]string) (*columns, error) {
	c := &columns{noun: noun, explicit: map[string]string{}, headers: map[string]string{}, index: map[string]int{}}
	var faults []registry.Fault
	for target, source := range explicit {
		name := c.target(target)
		if name == "" {
			known := c.targets()
			near := strings.Join(vnname.Nearest(target, known, 3), ", ")
			if near == "" {
				near = strings.Join(known, ", ")
			}
			faults = append(faults, registry.NewFault("columns.target", source, target,
				registry.Tf("%s không có trường %q.", "%s have no field %q.", noun.Path, target),
				registry.Tf("Dùng: %s.", "Use: %s.", near)))
			continue
		}
		c.explicit[name] = source
	}
	return c, registry.Invalid(faults)
}

// importable are the fields a file can set: what a caller may write, and for a
// station the position by which its site is found.
func (c *columns) importable() []*registry.Field {
	var out []*registry.Field
	for _, f := range c.noun.Writable() {
		if f.Type != registry.GeometryField && f.Name != "submitted" {
			out = append(out, f)
		}
	}
	return out
}

func (c *columns) targets() []string {
	var out []string
	for _, f := range c.importable() {
		out = append(out, f.Name)
	}
	return append(out, targetLon, targetLat, targetX, targetY, targetPair, targetWKT)
}

// target gives the field or position target that a header means, "" when none.
func (c *columns) target(header string) string {
	for _, name := range c.targets() {
		if header == name {
			return name
		}
	}
	folded := vnname.Fold(header)
	for _, f := range c.importable() {
		if folded == vnname.Fold(f.Name) || folded == vnname.Fold(f.Title.VI) || folded == vnname.Fold(f.Title.EN) {
			return f.Name
		}
	}
	for target, names := range positionHeaders {
		for _, n := range names {
			if folded == n {
				return target
			}
		}
	}
	for _, f := range c.importable() {
		for _, alias := range f.Aliases {
			if folded == alias {
				return f.Name
			}
		}
	}
	return ""
}

// match looks at the columns that have appeared since the last call. The
// filer's own mapping goes first; of two columns that mean one field the first
// is taken.
func (c *columns) match(names []string) {
	for i := c.matched; i < len(names); i++ {
		header := names[i]
		if header == "" {
			continue
		}
		own := false
		for target, source := range c.explicit {
			if source == header {
				c.headers[target], c.index[target], own = header, i, true
			}
		}
		if own {
			continue
		}
		target := c.target(header)
		_, taken := c.index[target]
		_, named := c.explicit[target]
		if target == "" || taken || named {
			c.ignored = append(c.ignored, header)
			continue
		}
		c.headers[target], c.index[target] = header, i
	}
	c.matched = len(names)
}

// missing gives the faults of columns the filer named that the file has not got.
func (c *columns) missing(names []string) []registry.Fault {
	var faults []registry.Fault
	for target, source := range c.explicit {
		if _, ok := c.index[target]; ok {
			continue
		}
		near := strings.Join(vnname.Nearest(source, names, 3), ", ")
		if near == "" {
			near = strings.Join(names, ", ")
		}
		faults = append(faults, registry.NewFault("columns.source", source, target,
			registry.Tf("Tệp không có cột %q.", "The file has no column %q.", source),
			registry.Tf("Các cột: %s.", "Columns: %s.", near)))
	}
	return faults
}

// cell gives a target's value in a record, trimmed; "" when there is none.
func (c *columns) cell(r *Record, target string) string {
	i, ok := c.index[target]
	if !ok {
		return ""
	}
	v, _ := r.At(i)
	return strings.TrimSpace(v)
}

// has says whether the file has a column for a target.
func (c *columns) has(target string) bool {
	_, ok := c.index[target]
	return ok
}
