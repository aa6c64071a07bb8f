package httpapi

import (
	"encoding/json"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// ogcPath is where OGC API – Features is served.
const ogcPath = "/ogc"

// base gives the absolute address of the service, as people reach it: links of
// the OGC API are absolute.
func (s *Server) base(c echo.Context) string {
	if u := s.options.PublicURL; u != nil {
		return u.Scheme + "://" + u.Host
	}
	return c.Scheme() + "://" + c.Request().Host
}

// ogcRequest is a request to the OGC API: its parameters, the form and the
// language of the answer.
type ogcRequest struct {
	*query
	site ogc.Site
	html bool
	// lang is the language asked for, "" where the browser says.
	lang string
}

// ogcRequestOf reads what every document of the OGC API is asked with.
func (s *Server) ogcRequestOf(c echo.Context) *ogcRequest {
	r := &ogcRequest{query: newQuery(c)}
	r.lang = r.choice("lang", "", "vi", "en")
	r.site = ogc.Site{Base: s.base(c) + ogcPath, English: r.lang == "en" || r.lang == "" && english(c), CRS: s.options.CRS, Codes: s.db.Codes()}
	switch r.choice("f", "", "json", "geojson", "html") {
	case "":
		r.html = wantsHTML(c.Request().Header.Get("Accept"))
	case "html":
		r.html = true
	}
	return r
}

// wantsHTML says whether an Accept header prefers a page to JSON: browsers name
// text/html first, programs name JSON or anything.
func wantsHTML(accept string) bool {
	var page, data float64
	for _, part := range strings.Split(accept, ",") {
		media, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		weight := 1.0
		if q, err := strconv.ParseFloat(parameters["q"], 64); err == nil {
			weight = q
		}
		switch media {
		case ogc.MediaHTML, "application/xhtml+xml":
			page = max(page, weight)
		case ogc.MediaJSON, ogc.MediaGeoJSON, ogc.MediaSchema, "application/vnd.oai.openapi+json":
			data = max(data, weight)
		}
	}
	return page > data
}

// answer sends a document: as JSON of a media type, or as the page that shows it.
func (r *ogcRequest) answer(c echo.Context, media string, document any, page ogcPage) error {
	if r.html {
		return r.show(c, page)
	}
	text, err := json.Marshal(document)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Add("Vary", "Accept, Accept-Language")
	return c.Blob(http.StatusOK, media, append(text, '\n'))
}

func (s *Server) ogcLanding(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	landing := r.site.Landing(r.html, landingTilesLinks(&r.site)...)
	return r.answer(c, ogc.MediaJSON, landing, ogcPage{Kind: "landing", Title: landing.Title, Landing: &landing})
}

func (s *Server) ogcConformance(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	conformance := r.site.Conformance(r.html, tilesConformance...)
	return r.answer(c, ogc.MediaJSON, conformance, ogcPage{Kind: "conformance", Title: r.site.Say(registry.T("Các lớp tuân thủ", "Conformance classes")),
		Crumbs: []crumb{{"/conformance", "conformance"}}, Classes: conformance.ConformsTo})
}

// ogcAPI describes the API to programs, and with f=html to people.
func (s *Server) ogcAPI(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	r.html = r.html && r.values.Get("f") == "html" // a browser that follows the link is shown the document itself
	return s.sendAPI(c, r)
}

func (s *Server) ogcAPIPage(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	r.html = true
	return s.sendAPI(c, r)
}

// sendAPI describes the collections that the reader is offered; to who has yet to say
// who they are, all there are.
func (s *Server) sendAPI(c echo.Context, r *ogcRequest) error {
	nouns := ogc.Nouns()
	if who, how := s.reader(c); how != readsNothing { // the guard lets everybody pass, and says nothing of them
		nouns = collectionsOf(who)
	}
	document := r.site.OpenAPI(nouns, s.options.Version)
	return r.answer(c, ogc.MediaOpenAPI, document, ogcPage{Kind: "api", Title: r.site.Say(registry.T("Hướng dẫn dùng OGC API – Features", "How to use OGC API – Features")),
		Crumbs: []crumb{{"/api.html", "api"}}, Nouns: nouns, Parameters: r.site.ItemParameters()})
}

// offered says whether somebody may find records of a noun, and where they are: of
// others the public would be shown tables, or asked to sign in.
func offered(who registry.Actor, n *registry.Noun) bool {
	tier := registry.CoarseTier
	if who.SignedIn() {
		tier = registry.FullTier
	}
	return registry.PrecisionAt(n.Name, tier) != registry.Nowhere && postgres.MayFind(who, n) == nil
}

// collectionsOf lists the collections that somebody is offered.
func collectionsOf(who registry.Actor) []*registry.Noun {
	return slices.DeleteFunc(ogc.Nouns(), func(n *registry.Noun) bool { return !offered(who, n) })
}

func (s *Server) ogcCollections(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	nouns := collectionsOf(actor(c))
	extents, err := s.db.Extents(c.Request().Context(), nouns)
	if err != nil {
		return err
	}
	collections := r.site.Collections(r.html, nouns, extents)
	for i := range collections.Collections {
		described := &collections.Collections[i]
		described.Links = append(described.Links, collectionTilesLinks(&r.site, described.ID)...)
	}
	return r.answer(c, ogc.MediaJSON, collections, ogcPage{Kind: "collections", Title: r.site.Say(registry.T("Các bộ đối tượng", "Collections")),
		Crumbs: []crumb{{"/collections", "collections"}}, Collections: collections.Collections})
}

// collection gives the noun of a collection for who is offered it.
func collection(c echo.Context) (*registry.Noun, error) {
	n := ogc.NounOf(c.Param("collection"))
	if n == nil {
		return nil, registry.Errorf(registry.CodeNotFound, "Không có bộ đối tượng này.", "There is no such collection.")
	}
	if !offered(actor(c), n) {
		return nil, postgres.SignInToSee(n)
	}
	return n, nil
}

func (s *Server) ogcCollection(c echo.Context) error {
	r := s.ogcRequestOf(c)
	if err := r.done(); err != nil {
		return err
	}
	n, err := collection(c)
	if err != nil {
		return err
	}
	extents, err := s.db.Extents(c.Request().Context(), []*registry.Noun{n})
	if err != nil {
		return err
	}
	described := r.site.Collection(n, extents[n], r.html)
	described.Links = append(described.Links, collectionTilesLinks(&r.site, described.ID)...)
	return r.answer(c, ogc.MediaJSON, described, ogcPage{Kind: "collection", Title: described.Title,
		Crumbs: collectionCrumbs(n, described.Title), Noun: n, Collections: []ogc.Collection{described}})
}

// ogcSchema serves one of the schemas of a collection.
func (s *Server) ogcSchema(below string, of func(*ogc.Site, *registry.Noun) ogc.Object) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := s.ogcRequestOf(c)
		if err := r.done(); err != nil {
			return err
		}
		n, err := collection(c)
		if err != nil {
			return err
		}
		document := of(&r.site, n)
		return r.answer(c, ogc.MediaSchema, document, ogcPage{Kind: "schema", Title: document["title"].(string), Noun: n,
			Crumbs: append(collectionCrumbs(n, r.site.Say(n.Title)), crumb{ogc.Path(n, "/"+below), below}), Schema: document})
	}
}
