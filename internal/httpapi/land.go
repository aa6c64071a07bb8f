package httpapi

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/tile"
)

// landMark is where in the map's page the picture of the land goes.
const landMark = "<!--land-->"

// landTime is how long the page waits for its picture.
const landTime = time.Second

// mapPage serves the page of the map with a picture of the land in it, which is
// there before the program that draws the map is. Who may not read has none, and
// without a database the page comes as it is.
func (s *Server) mapPage(c echo.Context) error {
	page, err := fs.ReadFile(s.options.Web, mapPage)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Cache-Control", "no-cache")
	if who, how := s.reader(c); how != readsNothing && bytes.Contains(page, []byte(landMark)) {
		today := s.options.Today()
		ctx, cancel := context.WithTimeout(c.Request().Context(), landTime)
		defer cancel()
		t, err := s.tiles.Get(ctx, postgres.LandKey(who.Grants, today, today), func(ctx context.Context) (tile.Tile, error) {
			ctx, cancel := context.WithTimeout(ctx, postgres.StatementTimeout)
			defer cancel()
			land, err := s.db.Land(ctx, who, today)
			if err != nil || land == nil {
				return tile.Tile{}, err
			}
			picture := drawLand(land)
			return tile.Tile{Aside: picture, Bytes: len(picture)}, nil
		})
		if err != nil {
			s.options.Log.Warn("the page of the map has no picture of the land", "error", err)
		}
		picture, _ := t.Aside.([]byte)
		page = bytes.Replace(page, []byte(landMark), picture, 1)
		h.Set("Cache-Control", askedEachTime)
		h.Add("Vary", "Cookie, Authorization")
	}
	sum := sha256.Sum256(page)
	h.Set("ETag", `W/"`+hex.EncodeToString(sum[:16])+`"`) // weak: it is compressed on its way
	http.ServeContent(c.Response(), c.Request(), mapPage, time.Time{}, bytes.NewReader(page))
	return nil
}

// drawLand writes the picture: a path for all units of one level and kind, so that
// the page can colour them as its map does, and their names, the larger first. It
// is hidden until the page knows where the reader looks.
func drawLand(land *postgres.Land) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg id="land" class="land" aria-hidden="true" hidden data-box="%g %g %g %g" viewBox="0 0 %.2f %.2f">`,
		land.Box.Min[0], land.Box.Min[1], land.Box.Max[0], land.Box.Max[1], land.Width, land.Height)
	drawn := map[[2]string]bool{}
	for _, u := range land.Units {
		group := [2]string{u.Level, u.Kind}
		if drawn[group] {
			continue
		}
		drawn[group] = true
		fmt.Fprintf(&b, `<path data-level="%s" data-kind="%s" d="`, html.EscapeString(u.Level), html.EscapeString(u.Kind))
		for _, v := range land.Units {
			if v.Level == u.Level && v.Kind == u.Kind {
				b.WriteString(v.Path)
			}
		}
		b.WriteString(`"/>`)
	}
	for _, u := range land.Units {
		if u.Name == "" {
			continue
		}
		fmt.Fprintf(&b, `<text data-level="%s" x="%.0f" y="%.0f">%s</text>`, html.EscapeString(u.Level), u.X, u.Y, html.EscapeString(u.Name))
	}
	b.WriteString(`</svg>`)
	return []byte(b.String())
}
