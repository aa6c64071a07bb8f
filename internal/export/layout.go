package export

import (
	"math"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// Positions says in what columns a table, CSV or XLSX, holds geometries.
type Positions string

const (
	// LonLat is two columns of numbers: lon and lat in degrees, or X (bắc) and Y
	// (đông), northing and easting in metres of a VN-2000 grid. Points only; it
	// is what they get when nothing is said.
	LonLat Positions = "lonlat"
	// WKT is one column of well-known text, which names its reference system when
	// it is not WGS 84: SRID=9210;LINESTRING(easting northing, …). Lines and
	// boundaries get it when nothing is said.
	WKT Positions = "wkt"
	// NoPositions leaves geometries out: boundaries are too long for the cells of
	// a workbook.
	NoPositions Positions = "none"
)

// Layout is what a caller may choose of a table's form.
type Layout struct {
	Positions Positions
	// CRS is the reference system of the positions.
	CRS coord.CRS
	// Delimiter separates the cells of CSV. With a semicolon, the one that
	// spreadsheets in Vietnamese expect, decimals are written with a comma, as
	// they expect too.
	Delimiter byte
}

// Delimiters are those that intake recognises.
const Delimiters = ",;\t|"

// NewLayout reads the words of a request or command line; empty ones mean what
// the noun is given without. A choice that the format has no use for is refused,
// for somebody meant something by it. Faults carry the parameters' names:
// geometry, crs, delimiter.
func NewLayout(format Format, noun *registry.Noun, geometry, crs, delimiter string) (Layout, error) {
	layout := Layout{}.of(noun)
	var faults []registry.Fault
	refuse := func(parameter, value string, mend registry.Text) {
		faults = append(faults, registry.NewFault("parameter.invalid", parameter, value,
			registry.Tf("Tham số %s không dùng được ở đây.", "Parameter %s cannot be used here.", parameter), mend))
	}
	table := format == CSV || format == XLSX
	onlyTables := registry.T("Chỉ dùng cho csv và xlsx.", "It is for csv and xlsx only.")
	switch positions := Positions(geometry); {
	case geometry == "":
	case !table:
		refuse("geometry", geometry, onlyTables)
	case positions == LonLat && noun.Geometry != registry.Point:
		refuse("geometry", geometry, registry.T("Dùng wkt hoặc none: đây không phải là điểm.", "Use wkt or none: these are no points."))
	case positions == LonLat, positions == WKT, positions == NoPositions:
		layout.Positions = positions
	default:
		refuse("geometry", geometry, registry.T("Dùng lonlat, wkt hoặc none.", "Use lonlat, wkt or none."))
	}
	layout = layout.of(noun)
	name := crs
	if name == "" {
		name = "EPSG:" + strconv.Itoa(coord.EPSGWGS84)
	}
	system, err := coord.LookupName(name)
	switch layout.CRS = system; {
	case err != nil:
		for _, f := range faultsOf(err) {
			refuse("crs", crs, f.Mend)
		}
	case crs != "" && !table:
		refuse("crs", crs, onlyTables)
	case layout.Positions == LonLat && system.Geographic && system.VN2000:
		// such degrees look like those of WGS 84 and lie 190 m off
		refuse("crs", crs, registry.T("Thêm geometry=wkt: ô WKT ghi rõ hệ tọa độ của độ VN-2000.", "Add geometry=wkt: WKT says that its degrees are VN-2000."))
	}
	switch {
	case delimiter == "":
	case format != CSV:
		refuse("delimiter", delimiter, registry.T("Chỉ dùng cho csv.", "It is for csv only."))
	case len(delimiter) != 1 || !strings.Contains(Delimiters, delimiter):
		refuse("delimiter", delimiter, registry.T("Dùng dấu phẩy, chấm phẩy, tab hoặc |.", "Use a comma, semicolon, tab or |."))
	default:
		layout.Delimiter = delimiter[0]
	}
	return layout, registry.Invalid(faults)
}

// of fills in what a noun is given when nothing is said.
func (l Layout) of(noun *registry.Noun) Layout {
	if l.Delimiter == 0 {
		l.Delimiter = ','
	}
	switch {
	case noun.Geometry == registry.NoGeometry:
		l.Positions = NoPositions
	case l.Positions != "":
	case noun.Geometry == registry.Point:
		l.Positions = LonLat
	default:
		l.Positions = WKT
	}
	return l
}

func faultsOf(err error) []registry.Fault {
	if e, ok := err.(*registry.Error); ok {
		return e.Faults
	}
	return []registry.Fault{registry.NewFault("parameter.invalid", "", "", registry.T(err.Error(), err.Error()), registry.Text{})}
}

// grid says that positions are metres.
func (l Layout) grid() bool { return !l.CRS.Geographic && l.CRS.EPSG != 0 }

// transformed says that positions are not those of the register.
func (l Layout) transformed() bool { return l.CRS.EPSG != 0 && l.CRS.EPSG != coord.EPSGWGS84 }

// pair gives the two numbers of a position as LonLat writes them, rounded to
// what is written: 7 decimals of a degree, 4 of a metre, both about a
// centimetre or less.
func (l Layout) pair(lon, lat float64) (first, second float64, err error) {
	if !l.transformed() {
		return roundTo(lon, degreeScale), roundTo(lat, degreeScale), nil
	}
	x, y, err := coord.FromWGS84(l.CRS, lon, lat)
	if l.grid() {
		return roundTo(y, metreScale), roundTo(x, metreScale), err
	}
	return roundTo(x, degreeScale), roundTo(y, degreeScale), err
}

const (
	degreeScale = 1e7
	metreScale  = 1e4
)

func roundTo(v, scale float64) float64 { return math.Round(v*scale) / scale }

// headings gives the names of the columns of LonLat. Intake knows them, and
// refuses metres until it is told of which grid.
func (l Layout) headings() (first, second string) {
	if l.grid() {
		return "X (bắc)", "Y (đông)"
	}
	return "lon", "lat"
}

// wkt gives the shape that writes WKT of the layout. A position that the grid
// cannot hold is told through failed.
func (l Layout) wkt(failed *error) (prefix string, s *shape) {
	if !l.transformed() {
		return "", &wktShape
	}
	own := wktShape
	own.position = func(b []byte, lon, lat float64) []byte {
		x, y, err := l.pair(lon, lat)
		if err != nil && *failed == nil {
			*failed = err
		}
		if l.grid() {
			x, y = y, x // easting first, as GIS programs want it
		}
		b = strconv.AppendFloat(b, x, 'f', -1, 64)
		return strconv.AppendFloat(append(b, ' '), y, 'f', -1, 64)
	}
	return "SRID=" + strconv.Itoa(l.CRS.EPSG) + ";", &own
}
