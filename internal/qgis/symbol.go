package qgis

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Symbol writes a symbol of a layer by its name: a dot with a white rim, a line,
// or the outline of an area.
func Symbol(t registry.GeometryType, name string, c Colour) string {
	switch t {
	case registry.Point:
		return symbol("marker", name, "SimpleMarker", "name", "circle", "color", c.QGIS(), "outline_color", "255,255,255,255",
			"outline_width", "0.2", "size", "2", "size_unit", "MM")
	case registry.LineString:
		return symbol("line", name, "SimpleLine", "line_color", c.QGIS(), "line_width", "0.5", "line_width_unit", "MM",
			"capstyle", "round", "joinstyle", "round")
	}
	return symbol("fill", name, "SimpleFill", "style", "no", "outline_color", c.QGIS(), "outline_width", "0.3", "outline_width_unit", "MM")
}

func symbol(kind, name, class string, options ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<symbol type="%s" name="%s" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="%s" enabled="1" locked="0" pass="0">`,
		kind, name, class)
	b.WriteString(`<Option type="Map">`)
	for i := 0; i < len(options); i += 2 {
		fmt.Fprintf(&b, `<Option type="QString" name="%s" value="%s"/>`, options[i], options[i+1])
	}
	b.WriteString(`</Option>`)
	for i := 0; i < len(options); i += 2 { // where QGIS before 3.26 looks
		fmt.Fprintf(&b, `<prop k="%s" v="%s"/>`, options[i], options[i+1])
	}
	b.WriteString(`</layer></symbol>`)
	return b.String()
}

// Escape writes a text as XML holds it.
func Escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// Shown names the field that names a record: of tips, and of labels.
func Shown(n *registry.Noun) string {
	if n.Field("name") != nil {
		return "name"
	}
	return "code"
}
