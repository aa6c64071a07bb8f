package intake

import (
	"encoding/json"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// crs reads the member "crs" of the GeoJSON of 2008: {"type": "name",
// "properties": {"name": "urn:ogc:def:crs:EPSG::5897"}}, or null.
func (g *geoReader) crs(root bool) {
	at := len(g.text)
	text, v := g.s.value(g.text, g.limits.CellBytes, true)
	raw := string(text[at:])
	g.text = text[:at]
	if g.s.err != nil || v.kind == kindNull {
		return
	}
	name := crsMemberName(raw)
	same := name == g.meta.CRSName || isWGS84(name) && (g.meta.CRSName == "" || isWGS84(g.meta.CRSName))
	switch {
	case root && !g.closed:
		g.meta.CRSName = name
	case same:
	case !root:
		g.fault(RuleGeoJSONCRS, "crs", name,
			registry.T("Đối tượng có hệ tọa độ riêng, khác với của cả tệp.", "The feature has a reference system of its own, not that of the file."),
			registry.T("Chuyển mọi đối tượng về WGS 84 và bỏ “crs”.", "Transform every feature to WGS 84 and remove “crs”."))
	default:
		g.s.err = refuseFile(RuleGeoJSONCRS, name,
			registry.T("“crs” đứng sau “features”: các đối tượng đã được đọc như WGS 84.", "“crs” stands after “features”, which were read as WGS 84."),
			registry.T("Đặt “crs” trước “features”, hoặc chuyển về WGS 84.", "Put “crs” before “features”, or transform to WGS 84."))
	}
}

// crsMemberName gives the name in a "crs" member, or the member itself when it
// has none: it is then refused by that text.
func crsMemberName(raw string) string {
	var member struct {
		Properties struct {
			Name string
			Code json.Number
		}
	}
	if json.Unmarshal([]byte(raw), &member) != nil {
		return raw
	}
	if member.Properties.Name != "" {
		return member.Properties.Name
	}
	if member.Properties.Code != "" {
		return "EPSG:" + member.Properties.Code.String()
	}
	return raw
}

func isWGS84(name string) bool {
	crs, err := coord.LookupName(name)
	return err == nil && crs.EPSG == coord.EPSGWGS84
}
