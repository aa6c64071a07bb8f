package httpapi

import (
	"bytes"
	"encoding/json"
	"slices"
	"sort"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

// keyOrder puts the keys of the document as a person reads them; the others
// follow by name.
var keyOrder = []string{
	"openapi", "info", "servers", "security", "tags", "paths", "components",
	"get", "post", "patch", "delete",
	"operationId", "name", "in", "required", "title", "summary", "description", "parameters", "requestBody", "responses",
	"type", "format", "nullable", "readOnly", "headers", "content",
}

// encodeYAML writes the document, always the same for the same content.
func encodeYAML(t *testing.T, doc *openapi3.T) []byte {
	t.Helper()
	text, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var node yaml.Node
	if err := yaml.Unmarshal(text, &node); err != nil { // JSON is YAML
		t.Fatal(err)
	}
	arrange(&node, false)
	out := bytes.NewBufferString("# Written from the nouns of the register and the routes: go test ./internal/httpapi -run Document -update\n")
	e := yaml.NewEncoder(out)
	e.SetIndent(2)
	if err := e.Encode(&node); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// arrange orders the keys of mappings, but for those whose keys are names of
// things, and gives every node the block style.
func arrange(node *yaml.Node, names bool) {
	node.Style = 0
	if node.Kind == yaml.ScalarNode && node.Value == "=" {
		node.Style = yaml.SingleQuotedStyle // readers of YAML 1.1, Python's among them, take it for a tag
	}
	if node.Kind != yaml.MappingNode {
		for _, n := range node.Content {
			arrange(n, false)
		}
		return
	}
	type pair struct{ key, value *yaml.Node }
	pairs := make([]pair, 0, len(node.Content)/2)
	for i := 0; i < len(node.Content); i += 2 {
		node.Content[i].Style = 0
		pairs = append(pairs, pair{node.Content[i], node.Content[i+1]})
	}
	rank := func(key string) int {
		if i := slices.Index(keyOrder, key); i >= 0 && !names {
			return i
		}
		return len(keyOrder)
	}
	sort.SliceStable(pairs, func(i, j int) bool {
		a, b := pairs[i].key.Value, pairs[j].key.Value
		if rank(a) != rank(b) {
			return rank(a) < rank(b)
		}
		return a < b
	})
	node.Content = node.Content[:0]
	for _, p := range pairs {
		arrange(p.value, p.key.Value == "properties" && !names)
		node.Content = append(node.Content, p.key, p.value)
	}
}
