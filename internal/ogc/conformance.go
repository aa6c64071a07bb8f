package ogc

import (
	"slices"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
)

// Conformance classes that hold, of each part: those and no others are declared.
const (
	part1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
	part2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/"
	part3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/"
	part4 = "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/"
	part5 = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/"
)

// ConformsTo lists the conformance classes that hold, besides those of CQL2.
var ConformsTo = []string{
	part1 + "core", part1 + "geojson", part1 + "html", part1 + "oas30",
	part2 + "crs",
	part3 + "filter", part3 + "features-filter", part3 + "queryables", part3 + "queryables-query-parameters",
	part4 + "create-replace-delete", part4 + "update", part4 + "features", part4 + "optimistic-locking-etags",
	part5 + "schemas", part5 + "core-roles-features", part5 + "returnables-and-receivables", part5 + "sortables", part5 + "sorting",
}

// Conformance is the declaration of conformance (Part 1 §7.4).
type Conformance struct {
	ConformsTo []string `json:"conformsTo"`
	Links      []Link   `json:"links"`
}

// Conformance gives the declaration, with the classes of other parts of the
// service.
func (s *Site) Conformance(sentHTML bool, more ...string) Conformance {
	return Conformance{ConformsTo: slices.Concat(ConformsTo, cql2.Conformance, more), Links: s.Alternates("/conformance", nil, MediaJSON, sentHTML)}
}
