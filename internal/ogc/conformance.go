package ogc

// Conformance classes that hold, of each part: those and no others are declared.
const (
	part1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
	part2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/"
	part3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/"
	part4 = "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/"
	part5 = "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/"
	cql2  = "http://www.opengis.net/spec/cql2/1.0/conf/"
)

// ConformsTo lists the conformance classes that hold.
var ConformsTo = []string{
	part1 + "core", part1 + "geojson", part1 + "html", part1 + "oas30",
	part2 + "crs",
}

// Conformance is the declaration of conformance (Part 1 §7.4).
type Conformance struct {
	ConformsTo []string `json:"conformsTo"`
	Links      []Link   `json:"links"`
}

// Conformance gives the declaration, with the classes of other parts of the
// service.
func (s *Site) Conformance(sentHTML bool, more ...string) Conformance {
	return Conformance{ConformsTo: append(append([]string{}, ConformsTo...), more...), Links: s.Alternates("/conformance", nil, MediaJSON, sentHTML)}
}
