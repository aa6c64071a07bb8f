package httpapi

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/opendata"
	"github.com/hatangso/hatangso/internal/registry"
)

// mayRead decides how much a reader nobody knows may read. Where the program
// serves this machine alone they are at the machine and read everything; from
// elsewhere they read what the public may, or are answered 401. Open are the
// health checks, the page and the documentation, which hold nothing of the
// register.
func (s *Server) mayRead(c echo.Context) error {
	if holdsNothing(c) {
		return nil
	}
	who, how := s.reader(c)
	if how == readsNothing || how == readsPublic && !isPublic(c.Path()) {
		return registry.Errorf(registry.CodeUnauthorized,
			"Đọc từ máy khác cần đăng nhập hoặc khóa API; tạo khóa bằng: hatangso key create TÊN.",
			"Reading from another machine needs a sign-in or an API key; make one with: hatangso key create NAME.")
	}
	become(c, who)
	return nil
}

// reading is how much somebody may read.
type reading int

const (
	readsNothing reading = iota
	// readsPublic is what the public may.
	readsPublic
	// readsTheirs is whatever their grants say.
	readsTheirs
)

// reader gives who asks, with what they may read from where they ask.
func (s *Server) reader(c echo.Context) (registry.Actor, reading) {
	who := actor(c)
	switch {
	case who.Name != registry.Anonymous.Name:
		return who, readsTheirs
	case s.openTo(c):
		who.Grants = registry.ReadsAll
		return who, readsTheirs
	case s.options.PublicReading:
		return who, readsPublic
	}
	return who, readsNothing
}

// openTo says whether all is shown to whoever asks, from where this request comes.
func (s *Server) openTo(c echo.Context) bool {
	return s.options.OpenReading || !s.exposed.Load() && !s.fronted() && fromThisMachine(c.Request())
}

// holdsNothing says whether a route tells nothing of the register. Writes ask
// who is asking themselves.
func holdsNothing(c echo.Context) bool {
	switch c.Path() {
	case "/livez", "/readyz", "/*", "/api/docs", "/api/docs.css", "/api/v1/openapi.yaml", "/api/v1/session", "/api/v1/password",
		"/api/v1/feedback", "/api/v1/feedback/:code", feedbackPhotoPath, feedbackPhotoPath + "/thumbnail", // the list is staff's, which the guard asks
		signInPath, signOutPath, setPasswordPath,
		ogcPath, ogcPath + "/", ogcPath + "/conformance", ogcPath + "/api", ogcPath + "/api.html", ogcPath + "/page.css",
		tileMatrixSetsPath, tileMatrixSetsPath + "/:set", tileNewsPath, basemapsPath, basemapFilePath, basemapTilePath:
		return true
	}
	return strings.HasPrefix(c.Path(), authPath)
}

// isPublic says whether a route has an answer for the public: records as coarse
// as they may be seen, and the numbers the plans are measured by.
func isPublic(path string) bool {
	switch path {
	case "/api/v1/codes", "/api/v1/lookup", "/api/v1/search", "/api/v1/export/:file", tilesPath, tilesPath + "/:file", tilesPath + "/:layer/:z/:x/:y", qgisPath + ":file", "/api/v1/sites/:id/compliance", "/api/v1/poles/:id/compliance",
		"/api/v1/indicators/sharing", "/api/v1/indicators/coverage", "/api/v1/indicators/coverage/records", "/api/v1/indicators/counts",
		"/api/v1/indicators", "/api/v1/indicators/:code", "/api/v1/indicators/:code/series", "/api/v1/indicators/:code/by",
		"/api/v1/published", "/api/v1/published/:id", "/api/v1/published/:id/difference", "/api/v1/plans", "/api/v1/plans/:code", "/api/v1/plans/:code/board",
		opendata.Path, opendata.Path + "/:dataset":
		return true
	}
	if strings.HasPrefix(path, ogcPath+"/collections") {
		return true
	}
	noun, _ := strings.CutSuffix(strings.TrimPrefix(path, "/api/v1/"), "/:id")
	return registry.NounByPath(noun) != nil
}

// forwarded are the headers by which a proxy says for whom it asks.
var forwarded = []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"}

// fronted says whether people reach the program through something else, which
// may pass on what they ask without saying so.
func (s *Server) fronted() bool {
	return len(s.options.TrustedProxies) > 0 || s.options.PublicURL != nil && !isThisMachine(s.options.PublicURL.Hostname())
}

// isThisMachine says whether a host is named as a machine names itself.
func isThisMachine(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// fromThisMachine says whether both ends of a request's connection are this
// machine's loopback, no proxy passes on what somebody else asked, and no page
// of another site asks: it may have its own name lead here. What the headers
// claim can only take away from that: they are the caller's own words.
func fromThisMachine(r *http.Request) bool {
	if u := (&url.URL{Host: r.Host}); !isThisMachine(u.Hostname()) {
		return false
	}
	for _, name := range forwarded {
		if len(r.Header[name]) > 0 {
			return false
		}
	}
	switch local := r.Context().Value(http.LocalAddrContextKey).(type) {
	case *net.TCPAddr: // asked of each request: not by way of its text
		if !local.IP.IsLoopback() {
			return false
		}
	case net.Addr:
		if !isLoopback(local.String()) {
			return false
		}
	}
	return isLoopback(r.RemoteAddr)
}

// addressOf gives how to tell whose address a request comes from: that of the
// connection, unless a trusted proxy says for whom it asks.
func addressOf(trusted []netip.Prefix) echo.IPExtractor {
	if len(trusted) == 0 {
		return echo.ExtractIPDirect()
	}
	// echo trusts every private network unless told otherwise
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range trusted {
		options = append(options, echo.TrustIPRange(&net.IPNet{IP: p.Masked().Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen())}))
	}
	return echo.ExtractIPFromXFFHeader(options...)
}

// isLoopback says whether host:port is of this machine and reached by none
// other; an unspecified address is reached by all.
func isLoopback(address string) bool {
	at, err := netip.ParseAddrPort(address)
	return err == nil && at.Addr().Unmap().IsLoopback()
}
