package httpapi

import (
	"bytes"
	"context"
	"flag"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/api"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

var update = flag.Bool("update", false, "write api/openapi.yaml anew")

// The document is derived from the nouns, the types of the answers and the
// routes, so that it cannot say anything else than the program does.
func TestDocument(t *testing.T) {
	t.Parallel()
	want := encodeYAML(t, newDocument(t))
	if *update {
		if err := os.WriteFile("../../api/openapi.yaml", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return // the file embedded in this test is the one before
	}
	if !bytes.Equal(api.Document, want) {
		t.Errorf("api/openapi.yaml is not what the code says; run go test ./internal/httpapi -run Document -update\n%s",
			cmp.Diff(strings.Split(string(api.Document), "\n"), strings.Split(string(want), "\n")))
	}
	doc, err := openapi3.NewLoader().LoadFromData(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Error(err)
	}
	// QGIS takes the size of its pages from here
	if most := doc.Components.Parameters["limit"].Value.Schema.Value.Max; most == nil || *most != registry.MaxPageLimit {
		t.Errorf("limit's maximum is %v", most)
	}
}

// The map page and those of signing in are no part of the API.
const page = "GET /*"

func isPage(route string) bool {
	_, path, _ := strings.Cut(route, " ")
	return route == page || path == signInPath || path == signOutPath || path == setPasswordPath || strings.HasPrefix(path, authPath) ||
		path == ogcPath || strings.HasPrefix(path, ogcPath+"/") || // described at /ogc/api
		strings.HasPrefix(path, qgisPath) || // files, not the API
		path == tilesPath || strings.HasPrefix(path, tilesPath+"/") || // described by TileJSON
		strings.HasPrefix(path, basemapsPath) // of the page alone
}

func TestDocumentHasTheRoutes(t *testing.T) {
	t.Parallel()
	routes := map[string]bool{}
	for _, r := range New(&postgres.DB{}, Options{}).echo.Routes() {
		// a group's middleware answers 404 on routes of echo's own
		if r.Method != echo.RouteNotFound {
			routes[r.Method+" "+documentPath(r.Path)] = true
		}
	}
	if !routes[page] {
		t.Errorf("no route %s", page)
	}
	maps.DeleteFunc(routes, func(name string, _ bool) bool { return isPage(name) })
	described := map[string]bool{}
	ids := map[string]string{}
	for path, item := range newDocument(t).Paths.Map() {
		for method, operation := range item.Operations() {
			name := method + " " + path
			described[name] = true
			if other := ids[operation.OperationID]; other != "" {
				t.Errorf("%s and %s are both called %s", other, name, operation.OperationID)
			}
			ids[operation.OperationID] = name
			if !routes[name] {
				t.Errorf("%s is described, but there is no such route", name)
			}
		}
	}
	for name := range routes {
		if !described[name] {
			t.Errorf("the route %s is not described", name)
		}
	}
	if len(described) < 5*len(registry.Nouns) {
		t.Errorf("only %d operations", len(described))
	}
}

// documentPath spells a route of echo as OpenAPI does: /sites/:id is /sites/{id}.
func documentPath(route string) string {
	parts := strings.Split(route, "/")
	for i, p := range parts {
		if name, ok := strings.CutPrefix(p, ":"); ok {
			parts[i] = "{" + name + "}"
		}
	}
	return strings.Join(parts, "/")
}
