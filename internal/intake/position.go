package intake

import (
	"errors"
	"math"
	"strconv"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// Rules of the faults that positions give, beside those of package coord.
const (
	RuleHalf        = "coordinate.half"         // one of the two coordinates
	RuleCRSMissing  = "coordinate.crs-missing"  // metres, and nobody says of what
	RuleCRSMismatch = "coordinate.crs-mismatch" // degrees for a grid, or metres for none
	RuleWKT         = "geometry.wkt"
)

// placed is a record's position: as WGS84, and as it was written. Neither is
// set when the record has none.
type placed struct {
	geometry  orb.Geometry
	submitted *registry.Submitted
	faults    []registry.Fault
	written   registry.WrittenPosition
}

func misplaced(faults ...registry.Fault) placed { return placed{faults: faults} }

// position reads a record's position from wherever the file keeps it. Columns
// the filer named for it go before the geometry of a feature.
func (b *builder) position(r *Record) placed {
	c := b.columns
	var p placed
	own := false
	for _, target := range positionTargets {
		if _, named := c.explicit[target]; named {
			own = own || c.cell(r, target) != ""
		}
	}
	switch {
	case r.Geometry != nil && !own:
		if at, ok := r.Geometry.(orb.Point); ok {
			p.written = registry.WrittenPosition{First: format(at[1]), Second: format(at[0])}
			at[0], at[1] = b.reading.Apply(at[0], at[1])
			r.Geometry = at
		}
		if p.geometry, p.faults = b.project(r.Geometry, "geometry"); b.crs.EPSG != coord.EPSGWGS84 {
			if at, ok := r.Geometry.(orb.Point); ok {
				p.submitted = &registry.Submitted{X: format(at[0]), Y: format(at[1])}
			}
		}
	case c.cell(r, targetWKT) != "":
		p = b.wkt(c.cell(r, targetWKT))
	case c.cell(r, targetPair) != "":
		p = b.pair(c.cell(r, targetPair))
		p.written.First = c.cell(r, targetPair)
	case c.cell(r, targetLon) != "" || c.cell(r, targetLat) != "":
		p = b.lonLat(r)
		p.written = registry.WrittenPosition{First: c.cell(r, targetLat), Second: c.cell(r, targetLon)}
	case c.cell(r, targetX) != "" || c.cell(r, targetY) != "":
		p = b.grid(r, targetX, targetY)
		p.written = registry.WrittenPosition{First: c.cell(r, targetX), Second: c.cell(r, targetY)}
	}
	if p.submitted != nil && b.crs.EPSG != coord.EPSGWGS84 {
		p.submitted.CRS = "EPSG:" + strconv.Itoa(b.crs.EPSG)
	}
	return p
}

func format(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// faultsOf gives an error's faults, put on a column.
func faultsOf(err error, column, value string) []registry.Fault {
	var e *registry.Error
	if !errors.As(err, &e) || len(e.Faults) == 0 {
		return []registry.Fault{registry.NewFault(coord.RuleFormat, column, value,
			registry.T("Không đọc được tọa độ.", "The coordinates cannot be read."),
			registry.T("Ghi độ thập phân, độ phút giây, hoặc mét kèm --crs.", "Write decimal degrees, degrees-minutes-seconds, or metres with --crs."))}
	}
	return onColumn(e.Faults, column, value)
}

func onColumn(faults []registry.Fault, column, value string) []registry.Fault {
	for i := range faults {
		faults[i].Column = column
		if faults[i].Value == "" {
			faults[i].Value = value
		}
	}
	return faults
}

// half gives the fault of a position of which one coordinate is missing.
func (b *builder) half(r *Record, first, second string) []registry.Fault {
	missing, given := first, second
	if b.columns.cell(r, first) != "" {
		missing, given = second, first
	}
	if b.columns.cell(r, given) == "" || b.columns.cell(r, missing) != "" {
		return nil
	}
	return []registry.Fault{registry.NewFault(RuleHalf, b.columns.header(missing), b.columns.cell(r, given),
		registry.T("Chỉ có một trong hai tọa độ.", "Only one of the two coordinates is given."),
		registry.T("Ghi cả hai, hoặc để trống cả hai.", "Give both, or leave both empty."))}
}

// lonLat reads degrees in columns of their own, in any form people write.
func (b *builder) lonLat(r *Record) placed {
	if faults := b.half(r, targetLon, targetLat); faults != nil {
		return misplaced(faults...)
	}
	lonTarget, latTarget := targetLon, targetLat
	if b.reading.Swapped {
		lonTarget, latTarget = latTarget, lonTarget
	}
	if !b.crs.Geographic || b.metres(r, targetLon) || b.metres(r, targetLat) {
		return b.grid(r, targetLat, targetLon) // the columns say degrees, the numbers metres: northing first
	}
	lonText, latText := b.columns.cell(r, lonTarget), b.columns.cell(r, latTarget)
	lonColumn, latColumn := b.columns.header(lonTarget), b.columns.header(latTarget)
	var faults []registry.Fault
	lon, hemisphere, err := coord.ParseAngle(lonText)
	swapped := hemisphere == 'N' || hemisphere == 'S'
	if err != nil {
		faults = append(faults, faultsOf(err, lonColumn, lonText)...)
	}
	lat, hemisphere, err := coord.ParseAngle(latText)
	swapped = swapped || hemisphere == 'E' || hemisphere == 'W'
	if err != nil {
		faults = append(faults, faultsOf(err, latColumn, latText)...)
	}
	if len(faults) > 0 {
		return misplaced(faults...)
	}
	if swapped {
		return misplaced(registry.NewFault(coord.RuleSwapped, lonColumn, lonText+" "+latText,
			registry.Tf("Cột %q ghi vĩ độ, hoặc cột %q ghi kinh độ.", "Column %q holds a latitude, or column %q a longitude.", lonColumn, latColumn),
			registry.Tf("Đổi chỗ hai cột: --columns lon=%s,lat=%s.", "Swap the two columns: --columns lon=%s,lat=%s.", latColumn, lonColumn)))
	}
	p, faults := b.degrees(b.reading.Sign(lon, lat))
	return at(p, faults, lonColumn, lonText+" "+latText, registry.Submitted{X: lonText, Y: latText})
}

// metres says whether a cell is a number too large for an angle.
func (b *builder) metres(r *Record, target string) bool {
	v, err := b.number(r, target, b.columns.cell(r, target))
	return err == nil && math.Abs(v) > maxDegrees
}

// maxDegrees is above any angle and below any grid coordinate.
const maxDegrees = 1000

// degrees checks a longitude and latitude and takes them to WGS84.
func (b *builder) degrees(lon, lat float64) (orb.Point, []registry.Fault) {
	if faults := coord.CheckLonLat(lon, lat); len(faults) > 0 || b.crs.EPSG == coord.EPSGWGS84 {
		return orb.Point{lon, lat}, faults
	}
	return b.toWGS84(lon, lat)
}

// gridPoint takes grid coordinates, the northing in x unless their size says
// otherwise, to WGS84.
func (b *builder) gridPoint(x, y float64) (at orb.Point, swapped bool, faults []registry.Fault) {
	easting, northing, swapped, faults := coord.CheckGrid(b.crs, x, y)
	if len(faults) > 0 {
		return at, swapped, faults
	}
	at, faults = b.toWGS84(easting, northing)
	return at, swapped, faults
}

func (b *builder) toWGS84(x, y float64) (orb.Point, []registry.Fault) {
	lon, lat, err := coord.ToWGS84(b.crs, x, y)
	if err != nil {
		return orb.Point{}, faultsOf(err, "", "")
	}
	return orb.Point{lon, lat}, nil
}

// at makes the position that a cell, or two, gave.
func at(p orb.Point, faults []registry.Fault, column, value string, submitted registry.Submitted) placed {
	if len(faults) > 0 {
		return misplaced(onColumn(faults, column, value)...)
	}
	return placed{geometry: p, submitted: &submitted}
}

// grid reads metres; which of the two is the northing shows by its size.
// Degrees under the headings X and Y are longitude and latitude, as GIS
// programs write them.
func (b *builder) grid(r *Record, xTarget, yTarget string) placed {
	if faults := b.half(r, xTarget, yTarget); faults != nil {
		return misplaced(faults...)
	}
	xText, yText := b.columns.cell(r, xTarget), b.columns.cell(r, yTarget)
	column := b.columns.header(xTarget)
	var faults []registry.Fault
	x, err := b.number(r, xTarget, xText)
	if err != nil {
		faults = append(faults, faultsOf(err, column, xText)...)
	}
	y, err := b.number(r, yTarget, yText)
	if err != nil {
		faults = append(faults, faultsOf(err, b.columns.header(yTarget), yText)...)
	}
	if len(faults) > 0 {
		return misplaced(faults...)
	}
	value := xText + " " + yText
	if !b.crs.Geographic {
		p, swapped, faults := b.gridPoint(x, y)
		if swapped {
			xText, yText = yText, xText
		}
		return at(p, faults, column, value, registry.Submitted{X: yText, Y: xText})
	}
	if math.Abs(x) > maxDegrees || math.Abs(y) > maxDegrees {
		return misplaced(registry.NewFault(RuleCRSMissing, column, value,
			registry.T("Tọa độ tính bằng mét nhưng chưa nêu hệ tọa độ.", "The coordinates are metres, but no CRS is given."),
			registry.T("Thêm --crs EPSG:… (kinh tuyến trục của tỉnh).", "Add --crs EPSG:… (the province's zone).")))
	}
	p, faults := b.degrees(b.reading.Apply(x, y))
	return at(p, faults, column, value, registry.Submitted{X: xText, Y: yText})
}

// pair reads a cell with both coordinates, which is kept whole as submitted.
func (b *builder) pair(text string) placed {
	column := b.columns.header(targetPair)
	read, err := coord.ParsePair(text)
	if err != nil {
		return misplaced(faultsOf(err, column, text)...)
	}
	lon, lat, degrees := read.LonLat()
	x, y, metres := read.Grid()
	switch {
	case degrees && b.crs.Geographic:
		p, faults := b.degrees(b.reading.Apply(lon, lat))
		return at(p, faults, column, text, registry.Submitted{X: text})
	case metres && !b.crs.Geographic:
		p, _, faults := b.gridPoint(x, y)
		return at(p, faults, column, text, registry.Submitted{X: text})
	case metres && b.crs.EPSG == coord.EPSGWGS84:
		return misplaced(registry.NewFault(RuleCRSMissing, column, text,
			registry.T("Tọa độ tính bằng mét nhưng chưa nêu hệ tọa độ.", "The coordinates are metres, but no CRS is given."),
			registry.T("Thêm --crs EPSG:… (kinh tuyến trục của tỉnh).", "Add --crs EPSG:… (the province's zone).")))
	}
	return misplaced(registry.NewFault(RuleCRSMismatch, column, text,
		registry.Tf("Tọa độ không thuộc hệ EPSG:%d.", "The coordinates are not of EPSG:%d.", b.crs.EPSG),
		registry.T("Nêu đúng hệ tọa độ bằng --crs.", "Name the right CRS with --crs.")))
}

// wkt reads a cell of well-known text, or hexadecimal WKB.
func (b *builder) wkt(text string) placed {
	column := b.columns.header(targetWKT)
	if looksLikeWKB(text) {
		return b.wkb(text)
	}
	shape, err := readWKT(text)
	if err != nil {
		return misplaced(registry.NewFault(RuleWKT, column, text,
			registry.T("Không đọc được WKT.", "The WKT cannot be read."),
			registry.T("Ghi như LINESTRING(105.9 20.5, 105.91 20.51).", "Write it like LINESTRING(105.9 20.5, 105.91 20.51).")))
	}
	if shape.geometry == nil {
		return placed{}
	}
	from, faults := b.in(shape.srid, column)
	if faults != nil {
		return misplaced(faults...)
	}
	return from.shape(shape.geometry, shape.heights, column)
}

// shape places a geometry that a cell held; heights says that it had some.
func (b *builder) shape(g orb.Geometry, heights bool, column string) placed {
	g, faults := b.project(g, column)
	if heights {
		dropped := registry.NewFault(RuleGeometryZ, column, "",
			registry.T("Độ cao bị bỏ qua.", "The heights are dropped."),
			registry.T("Không cần sửa.", "Nothing to mend."))
		dropped.Severity = registry.SeverityWarning
		faults = append(faults, dropped)
	}
	return placed{geometry: g, faults: faults}
}

// in gives a builder for a reference system that a single cell names; 0 names
// none.
func (b *builder) in(srid int, column string) (*builder, []registry.Fault) {
	if srid == 0 || srid == b.crs.EPSG {
		return b, nil
	}
	crs, err := coord.Lookup(srid)
	if err != nil {
		return nil, faultsOf(err, column, "EPSG:"+strconv.Itoa(srid))
	}
	other := *b
	other.crs = crs
	return &other, nil
}

// project checks every position of a geometry and takes it to WGS84. Positions
// of GIS files stand longitude or easting first; grid coordinates in the order
// of EPSG, northing first, show by their size.
func (b *builder) project(g orb.Geometry, column string) (orb.Geometry, []registry.Fault) {
	var faults []registry.Fault
	move := func(from orb.Point) (to orb.Point) {
		switch {
		case len(faults) > 0:
			return from
		case b.crs.Geographic:
			to, faults = b.degrees(from[0], from[1])
		default:
			to, _, faults = b.gridPoint(from[1], from[0])
		}
		return to
	}
	moved := mapPositions(g, move)
	if len(faults) > 0 {
		return nil, onColumn(faults, column, "")
	}
	return moved, nil
}

// mapPositions gives a copy of g with every position moved.
func mapPositions(g orb.Geometry, move func(orb.Point) orb.Point) orb.Geometry {
	points := func(in []orb.Point) []orb.Point {
		out := make([]orb.Point, len(in))
		for i, p := range in {
			out[i] = move(p)
		}
		return out
	}
	polygon := func(in orb.Polygon) orb.Polygon {
		out := make(orb.Polygon, len(in))
		for i, ring := range in {
			out[i] = points(ring)
		}
		return out
	}
	switch v := g.(type) {
	case orb.Point:
		return move(v)
	case orb.MultiPoint:
		return orb.MultiPoint(points(v))
	case orb.LineString:
		return orb.LineString(points(v))
	case orb.MultiLineString:
		out := make(orb.MultiLineString, len(v))
		for i, line := range v {
			out[i] = points(line)
		}
		return out
	case orb.Polygon:
		return polygon(v)
	case orb.MultiPolygon:
		out := make(orb.MultiPolygon, len(v))
		for i, p := range v {
			out[i] = polygon(p)
		}
		return out
	}
	return g
}
