package httpapi_test

import (
	"fmt"
	"sort"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/hatangso/hatangso/api"
)

// operation is one of the document's.
type operation struct {
	method, path string
	*openapi3.Operation
}

// operations lists the document's operations, those that delete last.
func operations(t tb) (all []operation) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			all = append(all, operation{method, path, o})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if (a.method == "DELETE") != (b.method == "DELETE") {
			return b.method == "DELETE"
		}
		return strings.Compare(a.path+a.method, b.path+b.method) < 0
	})
	return all
}

// query names the query parameters of an operation.
func (o operation) query() map[string]bool {
	names := map[string]bool{}
	for _, p := range o.Parameters {
		if p.Value.In == openapi3.ParameterInQuery {
			names[p.Value.Name] = true
		}
	}
	return names
}

// needed gives the query parameters an operation cannot do without, as its examples.
func (o operation) needed() (query string) {
	for _, p := range o.Parameters {
		if p.Value.In == openapi3.ParameterInQuery && p.Value.Required && p.Value.Example != nil {
			query += fmt.Sprintf("&%s=%v", p.Value.Name, p.Value.Example)
		}
	}
	return query
}
