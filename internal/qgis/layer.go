package qgis

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Site is what the layers of one service have in common.
type Site struct {
	// Service is the absolute address of the OGC API.
	Service *url.URL
	// Files is the absolute address below which FILE.fgb is a whole layer as
	// FlatGeobuf; nil to read from Service what is in view. QGIS 3.22 spends over
	// 0.27 ms on each feature of an OGC API, however few its properties, and 0.02 ms
	// on one of a file: who works on a whole layer reads files.
	Files *url.URL
	// AuthConfig is the id of the reader's own authentication in QGIS, "" for
	// none: a file holds no password.
	AuthConfig string
	English    bool
	Codes      registry.Codes
	// Owners are the codes and names of those who own sites, in the register's
	// order; none for who is not shown whose a site is.
	Owners []Owner
	// Extent is where a project opens, in longitude and latitude; nil for the
	// whole country.
	Extent *orb.Bound
	// Layers are those the reader may see.
	Layers []*registry.Noun
}

// Owner is an organization that has a colour of its own.
type Owner struct{ Code, Name string }

// AuthConfigChars is how long the id of an authentication in QGIS is.
const AuthConfigChars = 7

// order is that of the layers from the top, points over lines over areas.
var order = []*registry.Noun{
	registry.SiteNoun, registry.MastNoun, registry.StationNoun, registry.ServicePointNoun, registry.VillageNoun, registry.ManholeNoun,
	registry.PoleNoun, registry.PlannedWorkNoun, registry.CableRouteNoun, registry.DuctNoun, registry.TrenchNoun, registry.StreetNoun,
	registry.ZoneNoun, registry.UnitNoun,
}

// minScales are the scales (1 to so many) from which layers of a hundred thousand
// records are drawn: what is not drawn is not downloaded.
var minScales = map[*registry.Noun]int{
	registry.PoleNoun: 50_000, registry.ManholeNoun: 50_000, registry.DuctNoun: 100_000, registry.TrenchNoun: 100_000, registry.CableRouteNoun: 200_000,
}

// hidden are the layers that are off at first: they stand where sites do.
var hidden = []*registry.Noun{registry.MastNoun, registry.StationNoun}

// layer is a layer as the templates see it; every text is escaped.
type layer struct {
	ID, Name, Source, Provider, Geometry, WKB, Shown string
	MinScale                                         int
	Checked                                          string
	Aliases                                          []alias
	Attribute                                        string
	Categories                                       []category
	Symbols                                          []string
}

type alias struct{ Field, Title string }

// category is a value of an attribute and the symbol, by its number, that it is
// drawn with.
type category struct {
	Value, Label string
	Symbol       int
	colour       Colour
}

func (s *Site) say(t registry.Text) string {
	if s.English {
		return t.EN
	}
	return t.VI
}

// layers gives the layers from the top.
func (s *Site) layers() []layer {
	nouns := slices.Clone(s.Layers)
	slices.SortFunc(nouns, func(a, b *registry.Noun) int { return cmp.Compare(slices.Index(order, a), slices.Index(order, b)) })
	out := make([]layer, len(nouns))
	for i, n := range nouns {
		out[i] = s.layer(n)
	}
	return out
}

func (s *Site) layer(n *registry.Noun) layer {
	provider, source := s.source(n)
	l := layer{ID: "hatangso_" + strings.ReplaceAll(n.Path, "-", "_"), Name: Escape(s.say(n.Title)), Source: Escape(source), Provider: provider,
		Geometry: geometries[n.Geometry], WKB: string(n.Geometry), Shown: Shown(n), MinScale: minScales[n], Checked: "Qt::Checked"}
	if n.Geometry == registry.LineString && s.Files == nil {
		l.WKB = "MultiLineString" // as the service sends them
	}
	if slices.Contains(hidden, n) {
		l.Checked = "Qt::Unchecked"
	}
	for _, f := range n.Fields {
		if f.Type != registry.GeometryField {
			l.Aliases = append(l.Aliases, alias{f.Name, Escape(s.say(f.Title))})
		}
	}
	l.Attribute, l.Categories = s.categories(n)
	for i := range l.Categories {
		l.Categories[i].Symbol = i
		l.Symbols = append(l.Symbols, Symbol(n.Geometry, fmt.Sprint(i), l.Categories[i].colour))
	}
	if l.Categories == nil {
		l.Symbols = []string{Symbol(n.Geometry, "0", ColourOf(n))}
	}
	return l
}

// geometries are QGIS's names of kinds of geometry.
var geometries = map[registry.GeometryType]string{registry.Point: "Point", registry.LineString: "Line", registry.MultiPolygon: "Polygon"}

// source is where the layer is read from, and by which of QGIS's providers: what
// is in the window, in the largest pages QGIS takes, or the whole file, anew each
// time it is read.
func (s *Site) source(n *registry.Noun) (provider, source string) {
	if s.Files != nil {
		return "ogr", fmt.Sprintf("/vsicurl_streaming/%s/%s.fgb", s.Files, n.Path)
	}
	source = fmt.Sprintf("restrictToRequestBBOX='1' pageSize='1000' url='%s' typename='%s'", s.Service, n.Path)
	if s.AuthConfig != "" {
		source = "authcfg=" + s.AuthConfig + " " + source
	}
	return "OAPIF", source
}

// kinds are the fields, with a code list, by which layers are coloured.
var kinds = map[*registry.Noun]string{
	registry.StationNoun: "technology", registry.MastNoun: "class", registry.ZoneNoun: "zone_kind", registry.StreetNoun: "street_kind",
	registry.PlannedWorkNoun: "work_kind",
}

// categories says what a layer's records are coloured by: sites by owner, where
// that is shown, some by their kind, other works by status. The last category
// takes the rest.
func (s *Site) categories(n *registry.Noun) (attribute string, out []category) {
	add := func(value, label string, c Colour) { out = append(out, category{Escape(value), Escape(label), 0, c}) }
	switch {
	case n == registry.SiteNoun && len(s.Owners) > 0:
		attribute = "owner"
		for i, o := range s.Owners {
			if i < len(OwnerColours) {
				add(o.Code, o.Name, OwnerColours[i])
			}
		}
	case kinds[n] != "":
		attribute = kinds[n]
		for i, e := range s.Codes.Entries(n.Field(attribute).List) {
			if i < len(OwnerColours) && e.Code != "other" {
				add(e.Code, s.say(e.Title), OwnerColours[i])
			}
		}
	case n.IsAsset():
		attribute = "status"
		for _, e := range s.Codes.Entries("status") {
			c := OtherOwner
			switch registry.Status(e.Code) {
			case registry.Operating, registry.Suspended:
				c = ColourOf(n)
			case registry.Planned, registry.Approved, registry.UnderConstruction:
				c = ColourOf(n).pale()
			}
			add(e.Code, s.say(e.Title), c)
		}
	default:
		return "", nil
	}
	add("", s.say(registry.T("Khác", "Other")), OtherOwner)
	return attribute, out
}
