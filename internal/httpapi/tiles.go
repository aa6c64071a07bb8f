package httpapi

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// DefaultTileBytes is how much memory a process keeps tiles in when it is not told.
const DefaultTileBytes = 256 << 20

const (
	tilesPath = "/tiles"
	tilePath  = tilesPath + "/:layer/:z/:x/:y"
	// tileNewsPath says how often the layers have changed.
	tileNewsPath = tilesPath + "/news"
	mvtType      = "application/vnd.mapbox-vector-tile"
	// headerThinned says of a tile how many features it shows of how many.
	headerThinned = "Hatangso-Thinned"
)

// How the tiles are kept up while serving.
const (
	watchAgain   = time.Second      // after the connection that tells of changes is lost
	flushReads   = 5 * time.Second  // who looked at tiles, into the access log
	compactCells = 10 * time.Minute // the counts kept for low zooms
)

// KeepTiles keeps tiles in memory as long as the database tells which of them
// change, until ctx ends. Without it, and while the database is away, every tile
// is made anew.
func (s *Server) KeepTiles(ctx context.Context) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.lookAfterTiles(ctx)
	}()
	for ctx.Err() == nil {
		if err := s.db.WatchTiles(ctx, s.tiles); err != nil && ctx.Err() == nil {
			s.options.Log.Warn("tiles are not kept", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(watchAgain):
		}
	}
	<-done
}

// lookAfterTiles writes who looked at tiles, and adds up the counts of low zooms.
func (s *Server) lookAfterTiles(ctx context.Context) {
	flush, compact := time.NewTicker(flushReads), time.NewTicker(compactCells)
	defer flush.Stop()
	defer compact.Stop()
	for ctx.Err() == nil {
		var err error
		select {
		case <-ctx.Done(): // what was read last
			err = s.db.FlushTileReads(context.WithoutCancel(ctx))
		case <-flush.C:
			err = s.db.FlushTileReads(ctx)
		case <-compact.C:
			_, err = s.db.CompactCells(ctx)
		}
		if err != nil {
			s.options.Log.Error("tiles are not looked after", "error", err)
		}
	}
}

// tileNews answers how often each layer has changed since this process began: who
// shows a map asks every other second, and asks for tiles again only of what has.
// It tells nothing of the register, asks nobody who they are, and so keeps nobody
// signed in.
func (s *Server) tileNews(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	layers := map[string]int64{}
	for _, l := range postgres.TileLayers() {
		layers[l.Name()] = s.tiles.Changes(l.Name())
	}
	return c.JSON(http.StatusOK, map[string]any{"process": s.process, "layers": layers})
}

// readTile answers /tiles/{layer}/{z}/{x}/{y}.mvt.
func (s *Server) readTile(c echo.Context) error {
	row, isTile := strings.CutSuffix(c.Param("y"), ".mvt")
	if !isTile {
		return registry.Errorf(registry.CodeNotFound, "Ô bản đồ có tên dạng y.mvt.", "A tile is called y.mvt.")
	}
	return s.sendTile(c, newQuery(c), c.Param("layer"), c.Param("z"), c.Param("x"), row)
}

// sendTile answers with the tile of a layer, from memory when it is there.
func (s *Server) sendTile(c echo.Context, q *query, layer, z, x, y string) error {
	l, err := tileLayer(layer)
	if err != nil {
		return err
	}
	address, err := tile.ParseAddress(z, x, y)
	if err != nil {
		return &registry.Error{Code: registry.CodeNotFound, Err: err, Message: registry.Tf("Không có ô %s/%s/%s.", "There is no tile %s/%s/%s.", z, x, y)}
	}
	ask := s.tileQuery(q, l)
	ask.Address = address
	if err := q.done(); err != nil {
		return err
	}
	who := actor(c)
	t, err := s.tiles.Get(c.Request().Context(), ask.Key(who.Grants), func(ctx context.Context) (tile.Tile, error) {
		ctx, cancel := context.WithTimeout(ctx, postgres.StatementTimeout)
		defer cancel()
		done, err := s.tileTurns().take(ctx, true)
		if err != nil {
			return tile.Tile{}, err
		}
		defer done()
		return s.db.Tile(ctx, who, ask)
	})
	if err != nil {
		return err
	}
	if err := s.db.NoteTile(c.Request().Context(), who, l, t); err != nil {
		return err
	}
	return writeTile(c, t)
}

// tileLayer finds a layer by its name.
func tileLayer(name string) (*postgres.TileLayer, error) {
	if l := postgres.TileLayerOf(name); l != nil {
		return l, nil
	}
	return nil, registry.Errorf(registry.CodeNotFound, "Không có lớp %q.", "There is no layer %q.", name)
}

// tileQuery reads the parameters of a tile.
func (s *Server) tileQuery(q *query, l *postgres.TileLayer) postgres.TileQuery {
	today := s.options.Today()
	ask := postgres.TileQuery{Layer: l, AsOf: today, Today: today, Kept: s.tiles.Get}
	if day := q.date("as_of"); day != nil {
		ask.AsOf = *day
	}
	if l.Noun == registry.VillageNoun {
		ask.Service = q.choice("service", postgres.Mobile, postgres.Mobile, postgres.Fibre)
		ask.Technology = q.code("technology", "technology", s.db.Codes())
		ask.Operator = q.text("operator")
	}
	if l.Noun == registry.SiteNoun {
		ask.Told = q.choice("told", "", postgres.SitesTold...)
	}
	return ask
}

// saidByItself is how long an answer may be whose length net/http tells unasked
// (bytes): most tiles are shorter, and a ninth header would have the map of them grow.
const saidByItself = 2 << 10

// What a tile is sent as: values of headers that answers share.
var (
	tileType   = []string{mvtType}
	tileCoding = []string{"gzip"}
)

// writeTile sends a tile as it is kept, or a word that it has not changed. A tile
// is asked for again each time it is shown: what is true is quickly said.
func writeTile(c echo.Context, t tile.Tile) error {
	h := c.Response().Header()
	zipped := len(t.Gzipped) > 0 && acceptsGzip(c.Request())
	etag := `"` + t.ETag + `"`
	if zipped { // other bytes, another name
		etag = `"` + t.ETag + `-gz"`
	}
	h["Etag"] = []string{etag}
	if t.Shown < t.Of {
		h.Set(headerThinned, fmt.Sprintf("%d/%d", t.Shown, t.Of))
	}
	if asked := c.Request().Header["If-None-Match"]; len(asked) > 0 && names(asked, etag) {
		return c.NoContent(http.StatusNotModified)
	}
	if zipped || len(t.Gzipped) == 0 {
		h["Content-Type"] = tileType
		if zipped {
			h["Content-Encoding"] = tileCoding
		}
		if len(t.Gzipped) > saidByItself {
			h["Content-Length"] = []string{strconv.Itoa(len(t.Gzipped))}
		}
		c.Response().WriteHeader(http.StatusOK)
		_, err := c.Response().Write(t.Gzipped)
		return err
	}
	r, err := gzip.NewReader(strings.NewReader(string(t.Gzipped)))
	if err != nil {
		return err
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return c.Blob(http.StatusOK, mvtType, plain)
}

// acceptsGzip says whether a client takes gzip; q=0 says it does not (RFC 9110, 12.5.3).
func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get(echo.HeaderAcceptEncoding), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(coding), ";")
		if name := strings.TrimSpace(name); name != "gzip" && name != "*" {
			continue
		}
		if weight == "" {
			return true
		}
		q, err := strconv.ParseFloat(strings.TrimPrefix(strings.ReplaceAll(weight, " ", ""), "q="), 64)
		return err != nil || q > 0
	}
	return false
}
