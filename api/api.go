// Package api holds the description of the HTTP API.
package api

import _ "embed"

// Document is openapi.yaml (OpenAPI 3.0.3). It is written from the nouns of the
// register and the routes by `go test ./internal/httpapi -run Document -update`,
// and a test fails while it differs.
//
//go:embed openapi.yaml
var Document []byte
