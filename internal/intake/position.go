package intake

import (
	"errors"
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// position reads a record's geometry as WGS84 from wherever the file keeps it,
// and what was written. Neither is set when the record has no position.
func (b *builder) position(r *Record) (g orb.Geometry, submitted *registry.Submitted, faults []registry.Fault) {
	c := b.columns
	switch {
	case r.Geometry != nil:
		g, faults = b.project(r.Geometry)
		if p, ok := r.Geometry.(orb.Point); ok && b.crs.EPSG != coord.EPSGWGS84 {
			submitted = &registry.Submitted{X: format(p[0]), Y: format(p[1])}
		}
	case c.cell(r, targetWKT) != "":
		g, faults = b.wkt(c.cell(r, targetWKT))
	case c.cell(r, targetPair) != "":
		g, submitted, faults = b.pair(c.cell(r, targetPair))
	case c.cell(r, targetLon) != "" || c.cell(r, targetLat) != "":
		g, submitted, faults = b.lonLat(c.cell(r, targetLon), c.cell(r, targetLat))
	case c.cell(r, targetX) != "" || c.cell(r, targetY) != "":
		g, submitted, faults = b.grid(c.cell(r, targetX), c.cell(r, targetY))
	}
	if submitted != nil && b.crs.EPSG != coord.EPSGWGS84 {
		submitted.CRS = "EPSG:" + strconv.Itoa(b.crs.EPSG)
	}
	return g, submitted, faults
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

// lonLat reads degrees in columns of their own, in any form people write.
func (b *builder) lonLat(lonText, latText string) (orb.Geometry, *registry.Submitted, []registry.Fault) {
	if !b.crs.Geographic {
		return b.grid(latText, lonText) // the column says latitude, the CRS says metres: northing first
	}
	lonColumn, latColumn := b.columns.headers[targetLon], b.columns.headers[targetLat]
	if lonText == "" || latText == "" {
		missing := lonColumn
		if latText == "" {
			missing = latColumn
		}
		return nil, nil, []registry.Fault{registry.NewFault("coordinate.half", missing, lonText+latText,
			registry.T("Chỉ có một trong hai tọa độ.", "Only one of the two coordinates is given."),
			registry.T("Ghi cả kinh độ và vĩ độ.", "Give both longitude and latitude."))}
	}
	lon, _, err := coord.ParseAngle(lonText)
	faults := []registry.Fault(nil)
	if err != nil {
		faults = append(faults, faultsOf(err, lonColumn, lonText)...)
	}
	lat, _, err := coord.ParseAngle(latText)
	if err != nil {
		faults = append(faults, faultsOf(err, latColumn, latText)...)
	}
	if len(faults) > 0 {
		return nil, nil, faults
	}
	g, faults := b.point(lon, lat, lonColumn, lonText+" "+latText)
	return g, &registry.Submitted{X: lonText, Y: latText}, faults
}

// point checks degrees and takes them to WGS84.
func (b *builder) point(lon, lat float64, column, value string) (orb.Geometry, []registry.Fault) {
	if faults := coord.CheckLonLat(lon, lat); len(faults) > 0 {
		return nil, onColumn(faults, column, value)
	}
	lon, lat, err := coord.ToWGS84(b.crs, lon, lat)
	if err != nil {
		return nil, faultsOf(err, column, value)
	}
	return orb.Point{lon, lat}, nil
}

// grid reads metres; which of the two is the northing shows by its size.
func (b *builder) grid(xText, yText string) (orb.Geometry, *registry.Submitted, []registry.Fault) {
	column := b.columns.headers[targetX]
	if column == "" {
		column = b.columns.headers[targetLat]
	}
	x, err := b.number(targetX, xText)
	if err != nil {
		return nil, nil, faultsOf(err, column, xText)
	}
	y, err := b.number(targetY, yText)
	if err != nil {
		return nil, nil, faultsOf(err, b.columns.headers[targetY], yText)
	}
	submitted := &registry.Submitted{X: xText, Y: yText}
	if b.crs.Geographic {
		if math.Abs(x) > 360 || math.Abs(y) > 360 {
			return nil, nil, []registry.Fault{registry.NewFault("coordinate.crs-missing", column, xText+" "+yText,
				registry.T("Tọa độ tính bằng mét nhưng chưa nêu hệ tọa độ.", "The coordinates are metres, but no CRS is given."),
				registry.T("Thêm --crs EPSG:… (kinh tuyến trục của tỉnh).", "Add --crs EPSG:… (the province's zone)."))}
		}
		g, faults := b.point(x, y, column, xText+" "+yText)
		return g, submitted, faults
	}
	g, faults := b.metres(x, y, column, xText+" "+yText)
	return g, submitted, faults
}

func (b *builder) metres(x, y float64, column, value string) (orb.Geometry, []registry.Fault) {
	easting, northing, _, faults := coord.CheckGrid(b.crs, x, y)
	if len(faults) > 0 {
		return nil, onColumn(faults, column, value)
	}
	lon, lat, err := coord.ToWGS84(b.crs, easting, northing)
	if err != nil {
		return nil, faultsOf(err, column, value)
	}
	return orb.Point{lon, lat}, nil
}

// pair reads a cell with both coordinates.
func (b *builder) pair(text string) (orb.Geometry, *registry.Submitted, []registry.Fault) {
	column := b.columns.headers[targetPair]
	p, err := coord.ParsePair(text)
	if err != nil {
		return nil, nil, faultsOf(err, column, text)
	}
	submitted := &registry.Submitted{X: text}
	if lon, lat, ok := p.LonLat(); ok && b.crs.Geographic {
		g, faults := b.point(lon, lat, column, text)
		return g, submitted, faults
	}
	if x, y, ok := p.Grid(); ok && !b.crs.Geographic {
		g, faults := b.metres(x, y, column, text)
		return g, submitted, faults
	}
	return nil, nil, []registry.Fault{registry.NewFault("coordinate.crs-mismatch", column, text,
		registry.Tf("Tọa độ không thuộc hệ EPSG:%d.", "The coordinates are not of EPSG:%d.", b.crs.EPSG),
		registry.T("Nêu đúng hệ tọa độ bằng --crs.", "Name the right CRS with --crs."))}
}

func (b *builder) wkt(text string) (orb.Geometry, []registry.Fault) {
	if looksLikeWKB(text) {
		return b.wkb(text)
	}
	g, err := wkt.Unmarshal(text)
	if err != nil {
		return nil, []registry.Fault{registry.NewFault("geometry.wkt", b.columns.headers[targetWKT], text,
			registry.T("Không đọc được WKT.", "The WKT cannot be read."),
			registry.T("Ghi như LINESTRING(105.9 20.5, 105.91 20.51).", "Write it like LINESTRING(105.9 20.5, 105.91 20.51)."))}
	}
	return b.project(g)
}

// project checks every position of a geometry and takes it to WGS84. Positions
// of a GeoJSON file stand in the order of GIS: easting or longitude first.
func (b *builder) project(g orb.Geometry) (orb.Geometry, []registry.Fault) {
	wgs84 := b.crs.EPSG == coord.EPSGWGS84
	var faults []registry.Fault
	move := func(p orb.Point) orb.Point {
		if len(faults) > 0 {
			return p
		}
		if b.crs.Geographic {
			if faults = onColumn(coord.CheckLonLat(p[0], p[1]), "geometry", format(p[0])+" "+format(p[1])); len(faults) > 0 || wgs84 {
				return p
			}
		}
		lon, lat, err := coord.ToWGS84(b.crs, p[0], p[1])
		if err != nil {
			faults = faultsOf(err, "geometry", format(p[0])+" "+format(p[1]))
		}
		return orb.Point{lon, lat}
	}
	line := func(in []orb.Point) []orb.Point {
		for i := range in {
			in[i] = move(in[i])
		}
		return in
	}
	switch v := g.(type) {
	case orb.Point:
		g = move(v)
	case orb.MultiPoint:
		line(v)
	case orb.LineString:
		line(v)
	case orb.MultiLineString:
		for _, l := range v {
			line(l)
		}
	case orb.Polygon:
		for _, ring := range v {
			line(ring)
		}
	case orb.MultiPolygon:
		for _, polygon := range v {
			for _, ring := range polygon {
				line(ring)
			}
		}
	}
	return g, faults
}
