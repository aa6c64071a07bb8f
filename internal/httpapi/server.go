package httpapi

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/klauspost/compress/gzhttp"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"golang.org/x/text/language"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/basemap"
	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// Options say how to serve.
type Options struct {
	// Log takes one JSON line a request.
	Log *slog.Logger
	// Web holds the built web page; nil serves none.
	Web fs.FS
	// Version is shown by /livez.
	Version string
	// Issuer is the department that receipts are signed by.
	Issuer string
	// License is the address of the licence of open data; none is DefaultLicense.
	License string
	// OpenReading lets anybody read, wherever they ask from: for a program that
	// something else guards.
	OpenReading bool
	// TrustedProxies are the networks of the proxies whose X-Forwarded-For is
	// believed; of anybody else's nothing is.
	TrustedProxies []netip.Prefix
	// Rate bounds a key or an account, AddressRate an address that has not signed
	// in. The zero Rate is the default.
	Rate, AddressRate Rate
	// PublicReading lets anybody read, wherever they ask from, what the public
	// may: positions on a grid, counts, indicators.
	PublicReading bool
	// Today gives the day numbers are of when a request names none.
	Today func() registry.Date
	// PublicURL is where people reach the service, without a path; nil when they
	// do at the address it listens on. With https, cookies are sent by https alone.
	PublicURL *url.URL
	// CRS are the reference systems of the OGC API, as ogc.Systems gives them; nil
	// is all that the register accepts.
	CRS []ogc.CRS
	// OIDC is the provider that signs people in, nil for none; its RedirectURL is
	// set from PublicURL.
	OIDC *auth.OIDCConfig
	// Basemaps may lie under the register's own map; the page may ask for them where
	// they are.
	Basemaps []basemap.Basemap
	// TileBytes bounds the memory tiles are kept in; 0 is DefaultTileBytes.
	TileBytes int64
}

// Server answers HTTP from one register.
type Server struct {
	db      *postgres.DB
	echo    *echo.Echo
	metrics *metrics
	options Options
	rates   *rates
	// turns are those of exports, heavyTurns of what filters and planned lines ask.
	turns, heavyTurns func() turns
	// tiles are those kept; tileTurns bounds how many are made at a time.
	tiles     *tile.Cache
	tileTurns func() turns
	// pictures opens the basemaps that lie in files of pictures, by id.
	pictures map[string]func() (*basemap.Tiles, error)
	// process tells this one from others that answer under the same address.
	process string
	// throttle slows down who guesses passwords.
	throttle *auth.Throttle
	provider *provider
	// exposed is set while serving on an address other machines reach.
	exposed atomic.Bool
}

// New makes a server of db.
func New(db *postgres.DB, options Options) *Server {
	if options.Today == nil {
		options.Today = func() registry.Date { return registry.DateOf(time.Now()) }
	}
	options.License = cmp.Or(options.License, DefaultLicense)
	if options.CRS == nil {
		options.CRS, _ = ogc.Systems() // all of them: none is refused
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	tiles := tile.NewCache(cmp.Or(options.TileBytes, DefaultTileBytes))
	s := &Server{db: db, echo: echo.New(), metrics: newMetrics(db, tiles), options: options, throttle: auth.NewThrottle(nil), provider: newProvider(options),
		turns: turnsOf(db, half), heavyTurns: turnsOf(db, allButOne), tileTurns: turnsOf(db, atWork),
		tiles:    tiles,
		pictures: picturesOf(options.Basemaps),
		process:  rand.Text(),
		rates:    newRates(cmp.Or(options.Rate, DefaultRate), cmp.Or(options.AddressRate, DefaultAddressRate))}
	e := s.echo
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = addressOf(options.TrustedProxies)
	e.HTTPErrorHandler = s.writeProblem
	e.Use(
		identify,
		s.observe,
		middleware.RecoverWithConfig(middleware.RecoverConfig{DisableStackAll: true, LogErrorFunc: func(c echo.Context, err error, stack []byte) error {
			options.Log.Error("panic", "error", err, "stack", string(stack), "request_id", id(c))
			return err
		}}),
		s.limitRefusals,
		check(s.secure(), s.sameOrigin(), bounded, s.authenticate, s.limit, s.mayRead, whyRead),
	)
	s.routes()
	return s
}

// check answers a request only when none of checks refuses it, asked in this order.
// One middleware for all: Echo strings its middlewares together anew for each
// request.
func check(checks ...echo.HandlerFunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			for _, refused := range checks {
				if err := refused(c); err != nil {
					return err
				}
			}
			return next(c)
		}
	}
}

// Handler gives the handler to serve, compressing what gains by it.
func (s *Server) Handler() http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1400))
	if err != nil {
		panic(err) // the options are constants
	}
	plain := headAsGet(s.echo)
	zipped := wrap(plain)
	return takeKey(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, tilesPath+"/") && strings.HasSuffix(r.URL.Path, ".mvt") { // kept as they are sent
			plain.ServeHTTP(w, r)
			return
		}
		zipped.ServeHTTP(w, r)
	}))
}

// Timeouts of a connection. An export may take long to write, so writing has
// none; a client that stops reading is cut by the operating system.
const (
	readHeaderTimeout = 10 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 15 * time.Second
)

// Serve answers on l until ctx ends, then lets requests under way finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	s.exposed.Store(!isLoopback(l.Addr().String()))
	keeping, stop := context.WithCancel(context.WithoutCancel(ctx))
	kept := make(chan struct{})
	go func() {
		defer close(kept)
		s.KeepTiles(keeping)
	}()
	defer func() { // after the last request
		stop()
		<-kept
	}()
	server := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: readHeaderTimeout, IdleTimeout: idleTimeout,
		ErrorLog: slog.NewLogLogger(s.options.Log.Handler(), slog.LevelWarn)}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(ending); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// headOnly marks the context of a request that wants headers only.
type headOnly struct{}

// headAsGet answers HEAD as GET, whose body net/http then leaves out: GDAL asks
// so before it opens a file over HTTP.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			r = r.WithContext(context.WithValue(r.Context(), headOnly{}, true)) // a copy: net/http looks at the original
			r.Method = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}

// contentSecurityPolicy lets the page load nothing from elsewhere. MapLibre
// sets styles on elements and draws images it makes itself.
const contentSecurityPolicy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
	"worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

// permissionsPolicy lets the page ask where its user stands, and nothing else.
const permissionsPolicy = "geolocation=(self), camera=(), microphone=(), payment=(), usb=()"

// transportSecurity has browsers come by https alone for a year.
const transportSecurity = "max-age=31536000"

// sharedHeaders are headers of many answers. Their names are canonical and nobody
// writes into their values, so that an answer takes them as they are.
type sharedHeaders []struct {
	name   string
	values []string
}

func (all sharedHeaders) set(h http.Header) {
	for _, one := range all {
		h[one.name] = one.values
	}
}

// secure has each answer say what a browser may do with it.
func (s *Server) secure() echo.HandlerFunc {
	everywhere := sharedHeaders{
		{"X-Content-Type-Options", []string{"nosniff"}},
		{"Cross-Origin-Resource-Policy", []string{"same-origin"}},
	}
	// what no browser shows as a page, and a map asks for by the hundred
	tiles := sharedHeaders{
		{"Vary", []string{"Accept-Encoding, Cookie, Authorization"}},
		{"Cache-Control", []string{askedEachTime}},
	}
	pages := sharedHeaders{
		{"Content-Security-Policy", []string{policyWith(s.options.Basemaps)}},
		{"X-Frame-Options", []string{"DENY"}}, // for what does not know frame-ancestors
		{"Permissions-Policy", []string{permissionsPolicy}},
		{"Cross-Origin-Opener-Policy", []string{"same-origin"}},
	}
	return func(c echo.Context) error {
		h := c.Response().Header()
		if s.behindTLS() {
			h.Set("Strict-Transport-Security", transportSecurity)
		}
		everywhere.set(h)
		if c.Path() == tilePath {
			tiles.set(h)
			return nil
		}
		pages.set(h)
		if path := c.Request().URL.Path; strings.HasPrefix(path, "/api/v1/") || strings.HasPrefix(path, ogcPath+"/") || strings.HasPrefix(path, tilesPath+"/") {
			h.Add("Vary", "Cookie, Authorization") // each is shown what is theirs,
			if h.Get("Cache-Control") == "" {
				h.Set("Cache-Control", askedEachTime) // and no cache between shows it to others
			}
		}
		if h.Get("Referrer-Policy") == "" {
			h.Set("Referrer-Policy", "same-origin")
		}
		return nil
	}
}

// askedEachTime is the Cache-Control of what each is shown as is theirs: a browser keeps
// it and asks each time whether it still holds, no cache between keeps it.
const askedEachTime = "private, no-cache"

// sameOrigin refuses a write that a page of another site makes a browser send.
func (s *Server) sameOrigin() echo.HandlerFunc {
	protection := http.NewCrossOriginProtection()
	if u := s.options.PublicURL; u != nil { // a proxy may ask us under another name
		if err := protection.AddTrustedOrigin(u.Scheme + "://" + u.Host); err != nil {
			panic(err) // it has a scheme and a host, and nothing else is asked
		}
	}
	return func(c echo.Context) error {
		if protection.Check(c.Request()) != nil {
			return registry.Errorf(registry.CodeForbidden, "Yêu cầu từ trang khác bị từ chối.", "A request from another site is refused.")
		}
		return nil
	}
}

// Headers that carry why: a change is made, into the change log; something is
// read, into the access log. Percent encoding carries Vietnamese.
const (
	reasonHeader     = "X-Change-Reason"
	readReasonHeader = "X-Read-Reason"
)

// maxReason bounds a reason, in characters.
const maxReason = 500

// reason reads why a change is made. One that cannot be kept is refused: who
// gives a reason counts on finding it again.
func reason(r *http.Request, name string) (string, error) {
	header := r.Header.Get(name)
	text, err := url.PathUnescape(header)
	if err == nil && storable(text) && utf8.RuneCountInString(text) <= maxReason {
		return text, nil
	}
	return "", &registry.Error{Code: registry.CodeInvalid, Message: registry.Tf("Tiêu đề %s không hợp lệ.", "The header %s is not valid.", name),
		Faults: []registry.Fault{registry.NewFault("parameter.invalid", name, strings.ToValidUTF8(header, "�"),
			registry.Tf("Tiêu đề %s không hợp lệ.", "The header %s is not valid.", name),
			registry.Tf("Ghi văn bản UTF-8 mã hóa phần trăm, không quá %d ký tự.", "Give percent-encoded UTF-8 text of at most %d characters.", maxReason))}}
}

// storable says whether the database can hold a text.
func storable(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

// mustWrite answers 401 to an anonymous write, before its body is read, and
// takes the reason of any other.
func mustWrite(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		who := actor(c)
		if who.Name == registry.Anonymous.Name {
			return registry.Errorf(registry.CodeUnauthorized,
				"Ghi dữ liệu cần đăng nhập hoặc khóa API; tạo khóa bằng: hatangso key create TÊN.",
				"Writing needs a sign-in or an API key; make one with: hatangso key create NAME.")
		}
		if who.Reason, err = reason(c.Request(), reasonHeader); err != nil {
			return err
		}
		become(c, who)
		return next(c)
	}
}

// languages are those of the answers, the default first.
var languages = language.NewMatcher([]language.Tag{language.Vietnamese, language.English})

// english says whether the caller prefers English.
func english(c echo.Context) bool {
	_, chosen := language.MatchStrings(languages, c.Request().Header.Get("Accept-Language"))
	return chosen == 1
}
