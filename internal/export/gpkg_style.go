package export

import (
	"fmt"
	"strings"

	"github.com/hatangso/hatangso/internal/qgis"
	"github.com/hatangso/hatangso/internal/registry"
)

// style is the QGIS style (QML) that the layer opens with: one symbol, the
// Vietnamese titles as aliases, the name as map tip. QGIS 3.22 and later read it.
func (g *geoPackage) style() string {
	n := g.about.Noun
	var aliases strings.Builder
	for i, c := range g.columns {
		if c.field.Type != registry.GeometryField {
			fmt.Fprintf(&aliases, `<alias field="%s" index="%d" name="%s"/>`, qgis.Escape(c.field.Name), i, qgis.Escape(c.field.Title.VI))
		}
	}
	return fmt.Sprintf(`<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields|MapTips"><renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>%s</symbols></renderer-v2><aliases>%s</aliases><previewExpression>%s</previewExpression></qgis>
`, qgis.Symbol(n.Geometry, "0", qgis.ColourOf(n)), aliases.String(), qgis.Escape(`"`+qgis.Shown(n)+`"`))
}
