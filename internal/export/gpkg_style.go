package export

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// gpkgColors are the colours (red, green, blue) layers open in; dark enough to
// be told from a pale base map and, by lightness as well, from each other.
var gpkgColors = map[*registry.Noun]string{
	registry.UnitNoun: "110,110,110", registry.VillageNoun: "148,103,189", registry.SiteNoun: "214,39,40",
	registry.MastNoun: "140,86,75", registry.StationNoun: "227,119,194", registry.PoleNoun: "127,84,12",
	registry.ManholeNoun: "23,100,160", registry.DuctNoun: "31,119,180", registry.TrenchNoun: "188,140,20",
	registry.CableRouteNoun: "255,127,14", registry.ServicePointNoun: "44,160,44",
	registry.ZoneNoun: "197,27,125", registry.StreetNoun: "178,24,43", registry.PlannedWorkNoun: "84,39,136",
}

// style is the QGIS style (QML) that the layer opens with: one symbol, the
// Vietnamese titles as aliases, the name as map tip. QGIS 3.22 and later read it.
func (g *geoPackage) style() string {
	n := g.about.Noun
	var aliases strings.Builder
	for i, c := range g.columns {
		if c.field.Type != registry.GeometryField {
			fmt.Fprintf(&aliases, `<alias field="%s" index="%d" name="%s"/>`, escapeXML(c.field.Name), i, escapeXML(c.field.Title.VI))
		}
	}
	shown := "code"
	if n.Field("name") != nil {
		shown = "name"
	}
	return fmt.Sprintf(`<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields|MapTips"><renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>%s</symbols></renderer-v2><aliases>%s</aliases><previewExpression>%s</previewExpression></qgis>
`, symbol(n.Geometry, gpkgColors[n]), aliases.String(), escapeXML(`"`+shown+`"`))
}

// symbol is a QGIS symbol: a dot with a white rim, a line, or a hollow area.
func symbol(t registry.GeometryType, color string) string {
	if color == "" {
		color = "90,90,90"
	}
	switch t {
	case registry.Point:
		return qgisSymbol("marker", "SimpleMarker", "name", "circle", "color", color+",255", "outline_color", "255,255,255,255",
			"outline_width", "0.2", "size", "2", "size_unit", "MM")
	case registry.LineString:
		return qgisSymbol("line", "SimpleLine", "line_color", color+",255", "line_width", "0.5", "line_width_unit", "MM",
			"capstyle", "round", "joinstyle", "round")
	}
	return qgisSymbol("fill", "SimpleFill", "style", "no", "outline_color", color+",255", "outline_width", "0.3", "outline_width_unit", "MM")
}

func qgisSymbol(kind, class string, options ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<symbol type="%s" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="%s" enabled="1" locked="0" pass="0">`, kind, class)
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

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
