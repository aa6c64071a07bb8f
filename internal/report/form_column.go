package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/hatangso/hatangso/internal/registry"
)

// formColumn is one column of a template.
type formColumn struct {
	// name is the field, or lon, lat, x, y, wkt: intake reads the column by it.
	name     string
	title    registry.Text
	required bool
	field    *registry.Field // nil for a position
	example  string
	// choices are the drop-down's, in the words that intake knows; of a document
	// they are the codes that it may name, and there is no drop-down.
	choices []choice
}

type choice struct{ shown, code, meaning string }

// columns gives the columns of the template: what a filer may set, required
// first as the noun has them. The position stands behind them. A boundary has no
// column, for it does not fit a cell, nor has the position as submitted, which
// the register notes by itself.
func (t *Template) columns() []formColumn {
	var out []formColumn
	for _, f := range t.Noun.Writable() {
		switch {
		case f.Type == registry.GeometryField, f.Name == "submitted":
			continue
		}
		c := formColumn{name: f.Name, title: f.Title, required: f.Required, field: f}
		switch {
		case f.List != "":
			c.choices = listChoices(t.Codes.Entries(f.List))
		case f.Ref == "organization":
			for _, o := range t.Organizations {
				c.choices = append(c.choices, choice{o.Code, o.Code, o.Name})
			}
		case f.Type == registry.BoolField:
			c.choices = []choice{{"có", "true", "yes"}, {"không", "false", "no"}}
		}
		c.example = example(t.Noun, &c)
		out = append(out, c)
	}
	return append(out, t.positions()...)
}

// positions gives the columns of the noun's position. A station has none of its
// own: by its position its site is found.
func (t *Template) positions() []formColumn {
	g := t.Noun.Field("geometry")
	if g == nil || g.ReadOnly && t.Noun != registry.StationNoun || t.Noun == registry.UnitNoun {
		return nil
	}
	required := t.Noun.IsAsset() || t.Noun == registry.ZoneNoun || t.Noun == registry.StreetNoun || t.Noun == registry.PlannedWorkNoun
	grid := t.CRS.EPSG != 0 && !t.CRS.Geographic
	switch {
	case t.Noun.Geometry == registry.LineString:
		c := formColumn{name: "wkt", required: required, title: registry.T("Tuyến (WKT)", "Line (WKT)"), example: t.exampleLine()}
		return []formColumn{c}
	case t.Noun.Geometry == registry.MultiPolygon:
		c := formColumn{name: "wkt", required: required, title: registry.T("Ranh giới (WKT)", "Boundary (WKT)"), example: t.exampleArea()}
		return []formColumn{c}
	case grid:
		zone := t.zone()
		x, y := t.exampleGrid(exampleLon, exampleLat)
		return []formColumn{
			{name: "x", required: required, title: registry.T("X (bắc, m) "+zone, "X (northing, m) "+zone), example: x},
			{name: "y", required: required, title: registry.T("Y (đông, m) "+zone, "Y (easting, m) "+zone), example: y},
		}
	}
	return []formColumn{
		{name: "lat", required: required, title: registry.T("Vĩ độ (°, WGS 84)", "Latitude (°, WGS 84)"), example: formatNumber(exampleLat)},
		{name: "lon", required: required, title: registry.T("Kinh độ (°, WGS 84)", "Longitude (°, WGS 84)"), example: formatNumber(exampleLon)},
	}
}

// listChoices offers the entries of a code list by their Vietnamese titles. One
// whose title could mean another entry, or that has none, is offered by its code.
func listChoices(entries []registry.ListCode) []choice {
	taken := map[string]int{}
	for _, e := range entries {
		seen := map[string]bool{}
		for _, name := range append([]string{e.Code, e.Title.VI, e.Title.EN}, e.Aliases...) {
			if key := fold(name); !seen[key] {
				seen[key] = true
				taken[key]++
			}
		}
	}
	out := make([]choice, 0, len(entries))
	for _, e := range entries {
		c := choice{e.Title.VI, e.Code, e.Title.EN}
		if key := fold(e.Title.VI); key == "" || taken[key] > 1 {
			c.shown = e.Code
		}
		out = append(out, c)
	}
	return out
}

// fold makes a key by which readers of a form may take two words for one: without
// accents, in lower case, letters and digits only.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ' || r == 'Đ':
			return 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}
