package ogc

import (
	"net/url"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Nouns lists the nouns that are collections: those with a geometry.
func Nouns() (out []*registry.Noun) {
	for _, n := range registry.Nouns {
		if n.Geometry != registry.NoGeometry {
			out = append(out, n)
		}
	}
	return out
}

// NounOf finds the noun of a collection, nil when there is none.
func NounOf(id string) *registry.Noun {
	if n := registry.NounByPath(id); n != nil && n.Geometry != registry.NoGeometry {
		return n
	}
	return nil
}

// GeometryOf gives the one geometry type of a collection's features. Lines are
// sent as MultiLineString, so that a layer is of one type whatever a line may
// become.
func GeometryOf(n *registry.Noun) string {
	if n.Geometry == registry.LineString {
		return "MultiLineString"
	}
	return string(n.Geometry)
}

// TemporalOf says of what days a collection's features are: the days it is in
// service or in force. What is neither is there on any day.
func TemporalOf(n *registry.Noun) registry.Text {
	switch n {
	case registry.InspectionNoun, registry.FieldReportNoun, registry.PhotoNoun:
		return registry.T("ngày nào cũng có", "any day")
	}
	if n.Field("valid_from") != nil {
		return registry.T("thời gian có hiệu lực", "the days it is in force")
	}
	return registry.T("thời gian hoạt động", "the days it is in service")
}

// Extent is where and when the features of a collection are.
type Extent struct {
	Spatial  SpatialExtent  `json:"spatial"`
	Temporal TemporalExtent `json:"temporal"`
}

// SpatialExtent is one box, west, south, east, north.
type SpatialExtent struct {
	BBox [][4]float64 `json:"bbox"`
	CRS  string       `json:"crs"`
}

// TemporalExtent is one interval, open on both ends.
type TemporalExtent struct {
	Interval [][2]*string `json:"interval"`
	TRS      string       `json:"trs"`
}

// Collection is the description of a collection (Part 1 §7.13).
type Collection struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Links       []Link   `json:"links"`
	Extent      *Extent  `json:"extent,omitempty"`
	ItemType    string   `json:"itemType"`
	CRS         []string `json:"crs"`
	// StorageCRS stays CRS84 for QGIS, which asks for everything in it.
	StorageCRS string `json:"storageCrs"`
}

// Collections are the descriptions of all collections.
type Collections struct {
	Links       []Link       `json:"links"`
	Collections []Collection `json:"collections"`
	// CRS are the systems of all of them.
	CRS []string `json:"crs"`
}

// Collections gives the descriptions of the collections that a reader may find
// something in; extents are by noun, nil for an empty one.
func (s *Site) Collections(sentHTML bool, nouns []*registry.Noun, extents map[*registry.Noun]*orb.Bound) Collections {
	out := Collections{Links: s.Alternates("/collections", nil, MediaJSON, sentHTML), Collections: []Collection{}, CRS: URIs(s.CRS)}
	for _, n := range nouns {
		c := s.Collection(n, extents[n], sentHTML)
		c.CRS = []string{"#/crs"} // Part 2, Requirement 2: those of the document
		out.Collections = append(out.Collections, c)
	}
	return out
}

// Path gives the path of a collection below the landing page, and of what is below
// it.
func Path(n *registry.Noun, below string) string { return "/collections/" + n.Path + below }

// Collection gives the description of one collection. An extent of nil says that
// it is empty.
func (s *Site) Collection(n *registry.Noun, extent *orb.Bound, sentHTML bool) Collection {
	links := s.Alternates(Path(n, ""), nil, MediaJSON, sentHTML)
	say := func(rel, below string, f form, vi, en string) {
		links = append(links, Link{s.URL(Path(n, below), url.Values{"f": {f.name}}), rel, f.media, s.Say(registry.T(vi, en))})
	}
	say("items", "/items", asGeoJSON, n.Title.VI+" dạng GeoJSON", n.Title.EN+" as GeoJSON")
	say("items", "/items", asHTML, n.Title.VI+" dạng trang web", n.Title.EN+" as a page")
	say(RelSchema, "/schema", asSchema, "Cấu trúc của đối tượng", "The schema of a feature")
	say(RelQueryables, "/queryables", asSchema, "Các thuộc tính lọc được", "What can be filtered by")
	say(RelSortables, "/sortables", asSchema, "Các thuộc tính sắp xếp được", "What can be sorted by")
	out := Collection{
		ID: n.Path, Title: s.Say(n.Title), Links: links, ItemType: "feature", CRS: URIs(s.CRS), StorageCRS: CRS84,
		Description: s.Say(s.about(n, extent == nil)),
	}
	if extent != nil {
		out.Extent = &Extent{
			Spatial:  SpatialExtent{BBox: [][4]float64{{extent.Min[0], extent.Min[1], extent.Max[0], extent.Max[1]}}, CRS: CRS84},
			Temporal: TemporalExtent{Interval: [][2]*string{{}}, TRS: Gregorian},
		}
	}
	return out
}

// about says what is in a collection. QGIS shows an empty one as a table without
// fields, so that it is empty is said here.
func (s *Site) about(n *registry.Noun, empty bool) registry.Text {
	days := TemporalOf(n)
	if empty {
		return registry.T(n.Title.VI+". Chưa có đối tượng nào.", n.Title.EN+". There are none yet.")
	}
	return registry.T(n.Title.VI+". datetime lọc theo "+days.VI+".", n.Title.EN+". datetime filters by "+days.EN+".")
}
