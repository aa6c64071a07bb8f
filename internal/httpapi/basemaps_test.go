package httpapi_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/basemap"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
)

// Basemaps are listed for anybody, files answer by range, and the policy opens for
// their hosts alone.
func TestBasemaps(t *testing.T) {
	t.Parallel()
	s := serve(t)
	file := filepath.Join(t.TempDir(), "p.pmtiles")
	if err := os.WriteFile(file, []byte("0123456789"), 0o600); err != nil {
		t.Fatal(err)
	}
	title := registry.T("Nền", "Base")
	v := s.visited(httpapi.Options{Basemaps: []basemap.Basemap{
		{ID: "xyz", Title: title, Kind: basemap.XYZ, URL: "https://a.example/{z}/{x}/{y}.png"},
		{ID: "file", Title: title, Kind: basemap.PMTiles, File: file},
	}})
	const from = "203.0.113.7"
	w := v.ask(from, "/basemaps")
	var list struct {
		Basemaps []struct{ ID, Tiles string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || len(list.Basemaps) != 2 || !strings.HasPrefix(list.Basemaps[1].Tiles, "pmtiles://http") {
		t.Fatal(w.Body, err)
	}
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "connect-src 'self' https://a.example;") || !strings.Contains(policy, "img-src 'self' https://a.example data:") || strings.Count(policy, "a.example") != 2 {
		t.Errorf("policy %s", policy)
	}
	w = v.ask(from, "/basemaps/file.pmtiles", "Range", "bytes=2-4")
	if w.Code != http.StatusPartialContent || w.Body.String() != "234" {
		t.Error(w.Code, w.Body)
	}
	for _, path := range []string{"/basemaps/xyz.pmtiles", "/basemaps/none.pmtiles", "/basemaps/..%2fp.pmtiles", "/basemaps/file/1/1/1", "/basemaps/none/1/1/1"} {
		if w := v.ask(from, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
