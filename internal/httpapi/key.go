package httpapi

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// keyParameter carries a key that only reads, for programs that can do no
// better: a link in a spreadsheet, a tile source.
const keyParameter = "key"

// inURL marks in the context of a request the key its address carried.
type inURL struct{}

// urlKey is what was taken out of an address.
type urlKey struct {
	secret string
	// misplaced says that it stood there more than once or under another name.
	misplaced bool
}

// takeKey takes the key out of a request's address before anything reads it, so
// that no log, no metric, no problem, no link and no file can tell of it. It comes
// before every other handler.
func takeKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if kept, key := splitKey(r.URL.RawQuery); kept != r.URL.RawQuery {
			r = r.WithContext(context.WithValue(r.Context(), inURL{}, key))
			address := *r.URL
			address.RawQuery, r.URL = kept, &address
			r.RequestURI = address.RequestURI()
			// where the page leads, it shall not lead with the key
			w.Header().Set("Referrer-Policy", "no-referrer")
			w.Header().Set("Cache-Control", askedEachTime)
		}
		next.ServeHTTP(w, r)
	})
}

// splitKey parts a query into what is left and the key. Whatever looks like one
// is taken out, under any name and of a query that does not parse.
func splitKey(query string) (kept string, key urlKey) {
	if query == "" {
		return "", key
	}
	var rest []string
	for _, pair := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		name, value = unescaped(name), unescaped(value)
		named := strings.EqualFold(name, keyParameter)
		if !named && !strings.Contains(name+" "+value, auth.KeyPrefix) {
			rest = append(rest, pair)
			continue
		}
		if value == "" && named {
			continue // an empty parameter is none
		}
		key.misplaced = key.misplaced || !named || name != keyParameter || key.secret != ""
		key.secret = value
	}
	return strings.Join(rest, "&"), key
}

// unescaped undoes percent encoding where it can be undone.
func unescaped(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

// byKey gives who bears the key a request carries, anonymous when it carries
// none.
func (s *Server) byKey(c echo.Context) (registry.Actor, error) {
	header := c.Request().Header.Get(echo.HeaderAuthorization)
	given, _ := c.Request().Context().Value(inURL{}).(urlKey)
	key := postgres.Presented{Secret: given.secret, InURL: given.secret != "", Address: c.RealIP(), RequestID: id(c)}
	switch {
	case given.misplaced || key.InURL && header != "":
		return registry.Anonymous, registry.Errorf(registry.CodeUnauthorized,
			"Gửi một khóa, một lần: Authorization: Bearer <khóa>, Basic với khóa làm mật khẩu, hoặc ?key=<khóa chỉ đọc>. Khóa đã nằm sai chỗ trong địa chỉ thì nên thu hồi.",
			"Send one key, once: Authorization: Bearer <key>, Basic with the key as password, or ?key=<a key that only reads>. A key that stood elsewhere in an address is better revoked.")
	case key.InURL:
	case header == "":
		return registry.Anonymous, nil
	default:
		if key.Secret = auth.FromBearer(header); key.Secret == "" {
			key.Secret = auth.FromBasic(header)
		}
		if key.Secret == "" {
			return registry.Anonymous, registry.Errorf(registry.CodeUnauthorized,
				"Dùng Authorization: Bearer <khóa>, hoặc Basic với khóa làm mật khẩu.", "Use Authorization: Bearer <key>, or Basic with the key as password.")
		}
	}
	return s.db.ActorOf(c.Request().Context(), key)
}

// challenge says how to authenticate. A browser that is told of Basic asks its
// user in a window of its own, behind the page's back; QGIS and GDAL send a
// password only when told of it.
func challenge(c echo.Context) {
	h := c.Response().Header()
	h.Add(echo.HeaderWWWAuthenticate, `Bearer realm="hatangso"`)
	if c.Request().Header.Get("Sec-Fetch-Mode") == "" {
		h.Add(echo.HeaderWWWAuthenticate, `Basic realm="hatangso", charset="UTF-8"`)
	}
}
