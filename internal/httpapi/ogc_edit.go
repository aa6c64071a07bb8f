package httpapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// mayWriteIn says which writes of a collection somebody may be let do at all: the
// record decides whether they are.
func mayWriteIn(who registry.Actor, n *registry.Noun, action registry.Action) bool {
	units := who.Units
	if who.Key != nil {
		units = append(units[:len(units):len(units)], who.Key.Units...)
	}
	var owners []string
	if who.Organization != "" {
		owners = []string{who.Organization}
	}
	return who.May(action, registry.Subject{Noun: n.Name, Owners: owners, Units: units, Disclosure: registry.Ordinary}).Allowed
}

// ogcOptions says what the reader may do in a collection, or with one of its
// features. QGIS edits nothing without POST among it.
func (s *Server) ogcOptions(c echo.Context) error {
	n, err := collection(c)
	if err != nil {
		return err
	}
	who := actor(c)
	methods := []string{http.MethodGet, http.MethodHead, http.MethodOptions}
	if c.Param("id") == "" {
		if mayWriteIn(who, n, registry.ToCreate) {
			methods = append(methods, http.MethodPost)
		}
	} else {
		if mayWriteIn(who, n, registry.ToChange) {
			methods = append(methods, http.MethodPut, http.MethodPatch)
		}
		if mayWriteIn(who, n, registry.ToDelete) {
			methods = append(methods, http.MethodDelete)
		}
	}
	c.Response().Header().Set(echo.HeaderAllow, strings.Join(methods, ", "))
	return c.NoContent(http.StatusNoContent)
}

// readFeature reads the Feature of a request, its positions in the reference
// system that the header Content-Crs names.
func (s *Server) readFeature(c echo.Context, n *registry.Noun, whole bool) (*registry.FeatureBody, []byte, error) {
	body, err := readBody(c, ogc.MediaGeoJSON)
	if err != nil {
		return nil, nil, err
	}
	f, err := n.ReadFeature(body, whole)
	if err != nil {
		return nil, nil, err
	}
	header := c.Request().Header.Get("Content-Crs")
	if header == "" {
		return f, body, nil
	}
	site := ogc.Site{CRS: s.options.CRS}
	crs, ok := site.FindCRS(strings.TrimSuffix(strings.TrimPrefix(header, "<"), ">"))
	if !ok {
		return nil, nil, &registry.Error{Code: registry.CodeInvalid, Message: registry.T("Không có hệ tọa độ này.", "There is no such reference system."),
			Faults: []registry.Fault{registry.NewFault("parameter.invalid", "Content-Crs", header,
				registry.T("Không có hệ tọa độ này.", "There is no such reference system."), registry.T("Dùng một hệ mà bộ đối tượng liệt kê ở crs.", "Use one that the collection lists under crs."))}}
	}
	if crs.Stored() {
		return f, body, nil
	}
	g, err := f.Geometry()
	if err != nil || g.Geometry == nil {
		return f, body, err
	}
	moved := project.Geometry(orb.Clone(g.Geometry), func(p orb.Point) orb.Point {
		if !crs.System.Geographic { // degrees, sent as metres, would lie off Sumatra
			if _, _, swapped, faults := coord.CheckGrid(crs.System, p[1], p[0]); swapped || len(faults) > 0 {
				err = offGrid(crs, p)
			}
		}
		lon, lat, failed := crs.ToWGS84(p[0], p[1])
		if failed != nil {
			err = failed
		}
		return orb.Point{lon, lat}
	})
	if err != nil {
		return nil, nil, registry.Within(err, "/geometry")
	}
	f.Place(registry.Geometry{Geometry: moved})
	return f, body, nil
}

// offGrid is the fault of a position that is none of a grid in use here.
func offGrid(crs ogc.CRS, p orb.Point) error {
	return registry.Invalid([]registry.Fault{registry.NewFault(coord.RuleRange, "geometry", fmt.Sprintf("%g %g", p[0], p[1]),
		registry.Tf("Tọa độ không nằm trong lưới %s ở Việt Nam.", "The position is not of the grid %s in Viet Nam.", crs.System.Name),
		registry.T("Ghi tọa độ đông rồi bắc tính bằng mét, hoặc bỏ Content-Crs nếu là độ.", "Give the easting, then the northing, in metres, or leave Content-Crs out for degrees."))})
}

// writableCollection is collection for a write.
func writableCollection(c echo.Context) (*registry.Noun, error) {
	n := ogc.NounOf(c.Param("collection"))
	if n == nil {
		return nil, registry.Errorf(registry.CodeNotFound, "Không có bộ đối tượng này.", "There is no such collection.")
	}
	return n, nil
}

// ogcCreate adds a feature (Part 4 §6).
func (s *Server) ogcCreate(c echo.Context) error {
	n, err := writableCollection(c)
	if err != nil {
		return err
	}
	f, body, err := s.readFeature(c, n, true)
	if err != nil {
		return err
	}
	record := n.New()
	if err := f.Apply(record); err != nil {
		return err
	}
	site := ogc.Site{Base: s.base(c) + ogcPath}
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		stored, err := w.Create(ctx, n, record)
		if err != nil {
			return postgres.Answer{}, inFeature(err)
		}
		id, _ := postgres.IDAndVersion(n, stored)
		return answerOf(http.StatusCreated, ogc.Object{"id": strconv.FormatInt(id, 10)},
			echo.HeaderLocation, site.URL(ogc.Path(n, fmt.Sprintf("/items/%d", id)), nil), "ETag", tagOf(n, stored))
	})
}

// ogcReplace puts a feature in place of the one there is, ogcPatch changes what a
// merge patch (RFC 7396) of the feature gives.
func (s *Server) ogcReplace(c echo.Context) error { return s.ogcChange(c, true) }
func (s *Server) ogcPatch(c echo.Context) error   { return s.ogcChange(c, false) }

func (s *Server) ogcChange(c echo.Context, whole bool) error {
	n, id, version, last, err := s.toWrite(c)
	if err != nil {
		return err
	}
	f, _, err := s.readFeature(c, n, whole)
	if err != nil {
		return err
	}
	var stored registry.Record
	ctx := c.Request().Context()
	err = s.db.Work(ctx, actor(c), func(w *postgres.Work) error {
		if last {
			stored, err = w.Overwrite(ctx, n, id, f.Version, f.Apply)
		} else {
			stored, err = w.Update(ctx, n, id, version, f.Apply)
		}
		return err
	})
	if err != nil {
		return inFeature(err)
	}
	c.Response().Header().Set("ETag", tagOf(n, stored))
	return c.NoContent(http.StatusNoContent)
}

// inFeature points the faults of a record to where they are in a Feature: a field is
// one of its properties, but for the geometry.
func inFeature(err error) error {
	var domain *registry.Error
	if !errors.As(err, &domain) {
		return err
	}
	out := *domain
	out.Faults = slices.Clone(domain.Faults)
	for i := range out.Faults {
		switch f := &out.Faults[i]; {
		case f.Pointer == "", strings.HasPrefix(f.Pointer, "/properties/"), f.Pointer == "/geometry", strings.HasPrefix(f.Pointer, "/geometry/"):
		default:
			f.Pointer = "/properties" + f.Pointer
		}
	}
	return &out
}

// ogcDelete deletes a feature.
func (s *Server) ogcDelete(c echo.Context) error {
	n, id, version, last, err := s.toWrite(c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	if err := s.db.Work(ctx, actor(c), func(w *postgres.Work) error {
		if last {
			return w.OverwriteDeleting(ctx, n, id)
		}
		return w.Delete(ctx, n, id, version)
	}); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// toWrite reads what a write of one feature begins with: whose, and the version
// that If-Match names. last says that it names none and the key is made to write
// all the same.
func (s *Server) toWrite(c echo.Context) (n *registry.Noun, id, version int64, last bool, err error) {
	if n, err = writableCollection(c); err != nil {
		return nil, 0, 0, false, err
	}
	if id, err = recordID(c); err != nil {
		return nil, 0, 0, false, err
	}
	if who := actor(c); who.Key != nil && who.Key.LastWriter && c.Request().Header.Get("If-Match") == "" {
		return n, id, 0, true, nil
	}
	version, err = ifMatch(c, n, id)
	return n, id, version, false, err
}
