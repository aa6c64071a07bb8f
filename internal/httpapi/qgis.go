package httpapi

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/qgis"
	"github.com/hatangso/hatangso/internal/registry"
)

// qgisPath is where files for QGIS are served.
const qgisPath = "/qgis/"

// authConfig is the id of an authentication in QGIS.
var authConfig = regexp.MustCompile(fmt.Sprintf(`^[0-9a-zA-Z]{%d}$`, qgis.AuthConfigChars))

// qgis serves the register as a project (hatangso.qgz) or a layer definition
// (hatangso.qlr, or one layer's such as poles.qlr) for the reader: the layers in
// which they may find places and there are any. The file holds no password; a
// reader who has an API key keeps it in QGIS as the password of a Basic
// authentication, whose id authcfg names. With source=flatgeobuf the layers are
// read whole, as files, which takes QGIS a tenth of the time and cannot be edited.
func (s *Server) qgis(c echo.Context) error {
	name, extension, _ := strings.Cut(c.Param("file"), ".")
	q := newQuery(c)
	lang := q.choice("lang", "vi", "vi", "en")
	auth := q.text("authcfg")
	if auth != "" && !authConfig.MatchString(auth) {
		q.bad("authcfg", auth, registry.Tf("Ghi mã %d ký tự của cấu hình xác thực trong QGIS.", "Give the id of an authentication in QGIS, %d characters.", qgis.AuthConfigChars))
	}
	files := q.choice("source", "ogc", "ogc", "flatgeobuf") == "flatgeobuf"
	if files && auth != "" {
		q.bad("authcfg", auth, registry.T("QGIS không gửi xác thực khi đọc tệp; bỏ authcfg, rồi trong QGIS thêm ?key=<khóa chỉ đọc> vào sau .fgb của nguồn lớp.",
			"QGIS sends no authentication when it reads files; leave authcfg out and add ?key=<a key that only reads> after .fgb to the layer's source in QGIS."))
	}
	nouns, write, err := collectionsOf(actor(c)), (*qgis.Site).Definition, error(nil)
	switch {
	case name == "hatangso" && extension == "qgz":
		write = (*qgis.Site).Project
	case name == "hatangso" && extension == "qlr":
	case extension == "qlr" && ogc.NounOf(name) != nil:
		n := ogc.NounOf(name)
		if !slices.Contains(nouns, n) {
			err = postgres.SignInToSee(n)
		}
		nouns = []*registry.Noun{n}
	default:
		err = registry.Errorf(registry.CodeNotFound, "Không có tệp %s cho QGIS.", "There is no file %s for QGIS.", c.Param("file"))
	}
	if err == nil {
		err = q.done()
	}
	if err != nil {
		return err
	}
	service, err := url.Parse(s.base(c) + ogcPath)
	if err != nil {
		return err
	}
	site := qgis.Site{Service: service, AuthConfig: auth, English: lang == "en", Codes: s.db.Codes(), Layers: nouns}
	if files {
		if site.Files, err = url.Parse(s.base(c) + "/api/v1/export"); err != nil {
			return err
		}
	}
	if err := s.fill(c, &site, len(nouns) > 1); err != nil {
		return err
	}
	var file bytes.Buffer
	if err := write(&site, &file); err != nil {
		return err
	}
	media := qgis.MediaDefinition
	if extension == "qgz" {
		media = qgis.MediaProject
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentDisposition, fmt.Sprintf(`attachment; filename="%s.%s"`, name, extension))
	h.Set(echo.HeaderCacheControl, askedEachTime)
	return c.Blob(http.StatusOK, media, file.Bytes())
}

// fill adds what the register says: where the layers are, and whose sites have a
// colour. QGIS 3.22 shows an empty collection as a table without fields, so that
// of several layers those without places are left away.
func (s *Server) fill(c echo.Context, site *qgis.Site, drop bool) error {
	ctx, who := c.Request().Context(), actor(c)
	extents, err := s.db.Extents(ctx, site.Layers)
	if err != nil {
		return err
	}
	if drop {
		site.Layers = slices.DeleteFunc(site.Layers, func(n *registry.Noun) bool { return extents[n] == nil })
	}
	for _, n := range site.Layers {
		if e := extents[n]; e != nil && n != registry.UnitNoun { // whose country may be larger than the province
			if site.Extent == nil {
				site.Extent = &orb.Bound{Min: e.Min, Max: e.Max}
			}
			*site.Extent = site.Extent.Union(*e)
		}
	}
	if !who.SignedIn() {
		return nil
	}
	organizations, _, err := s.db.List(ctx, who, registry.OrganizationNoun, registry.Filter{}, registry.Page{Limit: registry.MaxPageLimit})
	for _, o := range organizations {
		if o := o.(*registry.Organization); owning[o.Kind] && !o.MVNO {
			site.Owners = append(site.Owners, qgis.Owner{Code: o.Code, Name: o.Name})
		}
	}
	return err
}

// owning are the kinds of organizations that own sites.
var owning = map[string]bool{"operator": true, "tower_company": true, "other": true}
