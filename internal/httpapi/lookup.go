package httpapi

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

type (
	// lookupAnswer lists the ways to read what was asked, those in a registered
	// unit first; more than one means that the text does not say which.
	lookupAnswer struct {
		AsOf     registry.Date   `json:"as_of"`
		Readings []lookupReading `json:"readings"`
	}
	lookupReading struct {
		// ReadAs is what the text was taken to mean.
		ReadAs registry.Text `json:"read_as"`
		// CRS is the system the text was read in.
		CRS string `json:"crs"`
		// Lon and Lat are WGS84 degrees, to 7 decimals.
		Lon float64 `json:"lon"`
		Lat float64 `json:"lat"`
		postgres.Place
		// Grids are the place in every grid in use at its longitude.
		Grids []gridPosition `json:"grids"`
	}
	// gridPosition is a position in metres.
	gridPosition struct {
		CRS  string `json:"crs"`
		Name string `json:"name"`
		// CentralMeridianDeg is the grid's central meridian (kinh tuyến trục).
		CentralMeridianDeg float64 `json:"central_meridian_deg"`
		// XM is the northing and YM the easting, as Vietnamese tables have them.
		XM float64 `json:"x_m"`
		YM float64 `json:"y_m"`
	}
)

// lookup answers where a position is: coordinates as anybody writes them, or
// longitude and latitude.
func (s *Server) lookup(c echo.Context) error {
	q := newQuery(c)
	text := q.atMost("coordinates", coord.MaxPairBytes)
	crs := q.crs("crs")
	day := q.asOf(s.options.Today())
	nan := math.NaN()
	lon, lat := q.number("lon", nan, -180, 180), q.number("lat", nan, -90, 90)
	if err := q.done(); err != nil {
		return err
	}
	apart := !math.IsNaN(lon) || !math.IsNaN(lat)
	if (text == "") == !apart || apart && (crs != nil || math.IsNaN(lon) || math.IsNaN(lat)) {
		q.faults = append(q.faults, registry.NewFault("parameter.missing", "coordinates", text,
			registry.T("Cần coordinates (có thể kèm crs), hoặc lon và lat.", "It takes coordinates (with crs if you like), or lon and lat."),
			registry.T("Ví dụ: coordinates=20,534550; 105,900540.", "For example: coordinates=20.534550; 105.900540.")))
		return q.done()
	}
	var readings []coord.Reading
	var err error
	if apart {
		wgs84, _ := coord.Lookup(coord.EPSGWGS84)
		readings = []coord.Reading{{CRS: wgs84, X: lon, Y: lat, Lon: lon, Lat: lat}}
	} else if readings, err = coord.Readings(text, crs); err != nil {
		return unreadable(err)
	}
	positions := make([]orb.Point, len(readings))
	for i, r := range readings {
		positions[i] = orb.Point{math.Round(r.Lon*1e7) / 1e7, math.Round(r.Lat*1e7) / 1e7}
	}
	places, err := s.db.Places(c.Request().Context(), actor(c), positions, day)
	if err != nil {
		return err
	}
	answer := lookupAnswer{AsOf: day, Readings: make([]lookupReading, len(readings))}
	for i, r := range readings {
		answer.Readings[i] = lookupReading{ReadAs: r.Say(), CRS: epsg(r.CRS), Lon: positions[i][0], Lat: positions[i][1],
			Place: places[i], Grids: gridsAt(r.Lon, r.Lat)}
	}
	slices.SortStableFunc(answer.Readings, func(a, b lookupReading) int { return len(b.Units) - len(a.Units) })
	return c.JSON(http.StatusOK, answer)
}

func epsg(c coord.CRS) string { return fmt.Sprintf("EPSG:%d", c.EPSG) }

// gridsAt gives a position in every grid in use at its longitude, to the
// millimetre.
func gridsAt(lon, lat float64) []gridPosition {
	grids := []gridPosition{}
	for _, c := range coord.Systems() {
		if !c.Fits(lon) {
			continue
		}
		easting, northing, err := coord.FromWGS84(c, lon, lat)
		if err != nil {
			continue // a pole has no place in a grid
		}
		mm := func(v float64) float64 { return math.Round(v*1000) / 1000 }
		grids = append(grids, gridPosition{epsg(c), c.Name, c.CentralMeridianDeg, mm(northing), mm(easting)})
	}
	return grids
}

// crs gives the reference system a parameter names.
func (q *query) crs(name string) *coord.CRS {
	s := q.text(name)
	if s == "" {
		return nil
	}
	system, err := coord.LookupName(s)
	var domain *registry.Error
	if errors.As(err, &domain) && len(domain.Faults) > 0 {
		q.bad(name, s, domain.Faults[0].Mend)
		return nil
	}
	return &system
}

// unreadable turns what is wrong with a text into what is wrong with the
// parameter.
func unreadable(err error) error {
	var domain *registry.Error
	if !errors.As(err, &domain) || len(domain.Faults) == 0 {
		return err
	}
	f := domain.Faults[0]
	return &registry.Error{Code: registry.CodeInvalid, Message: f.Message,
		Faults: []registry.Fault{registry.NewFault("parameter.invalid", "coordinates", f.Value, f.Message, f.Mend)}}
}
