package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// Where the example stands, in degrees of WGS 84: Hải Phòng.
const exampleLon, exampleLat = 106.6834, 20.8612

// example gives what the example has in a column; "" where it shows that the
// cell may stay empty: the dates after the first, times that nobody has to give, and free texts.
func example(noun *registry.Noun, c *formColumn) string {
	f := c.field
	switch {
	case noun == registry.PhotoNoun && f.Ref != "":
		return "" // a photo is of one thing, here of a work
	case f.Type == registry.JSONField:
		return exampleDocument(c)
	case len(c.choices) > 0:
		for _, ch := range c.choices {
			if ch.code == f.Default {
				return ch.shown
			}
		}
		return c.choices[0].shown
	case f.Ref == "organization":
		return "DN-01"
	case refersByCode(f):
		return "VT-001"
	}
	switch f.Type {
	case registry.IntField, registry.DecimalField:
		return exampleNumber(f)
	case registry.DateField:
		switch f.Name {
		case "operating_from", "on_air_from", "valid_from", "from", "issued_on":
			return "01/07/2025"
		}
		if f.Required {
			return "01/07/2025"
		}
	case registry.TimeField:
		if f.Required {
			return "01/07/2025 09:30"
		}
	case registry.TextField:
		switch f.Name {
		case "code":
			return "VD-001"
		case "name":
			return "Ví dụ: " + noun.Title.VI
		case "address":
			return "Số 1, đường Trần Phú"
		case "declared_commune":
			return "Phường Ngô Quyền"
		}
		if f.Required {
			return "VD-001"
		}
	}
	return ""
}

// exampleDocument is the JSON of a cell.
func exampleDocument(c *formColumn) string {
	switch {
	case c.name == "clusters":
		return fmt.Sprintf(`[{"name":"Cụm 1","lon":%s,"lat":%s}]`, formatNumber(exampleLon), formatNumber(exampleLat))
	case c.name == "answers" && len(c.choices) > 0:
		return fmt.Sprintf(`[{"item":%q,"answer":"yes"}]`, c.choices[0].code)
	}
	return ""
}

// exampleNumber is a whole number within the field's bounds.
func exampleNumber(f *registry.Field) string {
	v := 1.0
	if f.Min != nil {
		v = math.Max(v, math.Ceil(*f.Min))
	}
	if f.Max != nil {
		v = math.Min(v, math.Floor(*f.Max))
	}
	return formatNumber(v)
}

// refersByCode says that a cell names another record by its code. Organizations
// do too, and have a drop-down.
func refersByCode(f *registry.Field) bool {
	return f.Name == "asset" || f.Ref != "" && f.Ref != "organization"
}

// zone names the grid and its central meridian.
func (t *Template) zone() string {
	whole, part := math.Modf(t.CRS.CentralMeridianDeg)
	return fmt.Sprintf("%s, KTT %.0f°%02.0f′, EPSG:%d", t.CRS.Name, whole, part*60, t.CRS.EPSG)
}

// exampleGrid gives a position in the template's grid, northing first, in metres.
func (t *Template) exampleGrid(lon, lat float64) (x, y string) {
	easting, northing, err := coord.FromWGS84(t.CRS, lon, lat)
	if err != nil {
		return "", "" // the grid is that of another part of the country
	}
	return fmt.Sprintf("%.2f", northing), fmt.Sprintf("%.2f", easting)
}

// exampleLine is a line of two points.
func (t *Template) exampleLine() string {
	if t.CRS.EPSG == 0 || t.CRS.EPSG == coord.EPSGWGS84 {
		return fmt.Sprintf("LINESTRING(%s %s, 106.6849 20.862)", formatNumber(exampleLon), formatNumber(exampleLat))
	}
	x, y := t.exampleGrid(exampleLon, exampleLat)
	x2, y2 := t.exampleGrid(106.6849, 20.862)
	return fmt.Sprintf("SRID=%d;LINESTRING(%s %s, %s %s)", t.CRS.EPSG, y, x, y2, x2)
}

// exampleArea is a triangle.
func (t *Template) exampleArea() string {
	corners := [][2]float64{{exampleLon, exampleLat}, {106.6849, 20.862}, {106.6849, 20.8612}, {exampleLon, exampleLat}}
	prefix, written := "", make([]string, len(corners))
	for i, c := range corners {
		if t.CRS.EPSG == 0 || t.CRS.EPSG == coord.EPSGWGS84 {
			written[i] = formatNumber(c[0]) + " " + formatNumber(c[1])
			continue
		}
		x, y := t.exampleGrid(c[0], c[1])
		prefix, written[i] = fmt.Sprintf("SRID=%d;", t.CRS.EPSG), y+" "+x
	}
	return prefix + "POLYGON((" + strings.Join(written, ", ") + "))"
}

func formatNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
