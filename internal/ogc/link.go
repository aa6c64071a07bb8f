package ogc

import (
	"net/url"

	"github.com/hatangso/hatangso/internal/registry"
)

// Media types of the documents.
const (
	MediaJSON    = "application/json"
	MediaGeoJSON = "application/geo+json"
	MediaHTML    = "text/html"
	MediaSchema  = "application/schema+json"
	// MediaOpenAPI must be spelt so: QGIS compares the link's type as a text.
	MediaOpenAPI = "application/vnd.oai.openapi+json;version=3.0"
)

// Link relations that the standards name by URI.
const (
	RelSchema     = "http://www.opengis.net/def/rel/ogc/1.0/schema"
	RelQueryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
	RelSortables  = "http://www.opengis.net/def/rel/ogc/1.0/sortables"
)

// Link is a link of a document (RFC 8288 in JSON).
type Link struct {
	Href  string `json:"href"`
	Rel   string `json:"rel"`
	Type  string `json:"type,omitempty"`
	Title string `json:"title,omitempty"`
}

// Site is where the API is found, and how its documents are worded.
type Site struct {
	// Base is the absolute URL of the landing page, without a slash at its end.
	// Links are absolute: QGIS stops after the first page at a relative one.
	Base string
	// English words the documents in English, otherwise in Vietnamese.
	English bool
	// CRS are the reference systems on offer, the storage CRS first.
	CRS []CRS
	// Codes are the code lists in force.
	Codes registry.Codes
}

// Say gives a text in the site's language.
func (s *Site) Say(t registry.Text) string {
	if s.English {
		return t.EN
	}
	return t.VI
}

// URL gives the absolute URL of a path below the landing page.
func (s *Site) URL(path string, query url.Values) string {
	if len(query) == 0 {
		return s.Base + path
	}
	return s.Base + path + "?" + query.Encode()
}

// form is one of the forms a document is had in.
type form struct{ name, media string }

var (
	asJSON    = form{"json", MediaJSON}
	asGeoJSON = form{"json", MediaGeoJSON}
	asSchema  = form{"json", MediaSchema}
	asHTML    = form{"html", MediaHTML}
)

// Alternates gives the links of a document to itself in the form it is sent in,
// and to its other form. With every parameter of the request but f.
func (s *Site) Alternates(path string, query url.Values, media string, sentHTML bool) []Link {
	data := form{"json", media}
	self, other := data, asHTML
	if sentHTML {
		self, other = asHTML, data
	}
	return []Link{s.inForm(path, query, "self", self), s.inForm(path, query, "alternate", other)}
}

func (s *Site) inForm(path string, query url.Values, rel string, f form) Link {
	with := url.Values{}
	for name, values := range query {
		if name != "lang" {
			with[name] = values
		}
	}
	with.Set("f", f.name)
	title := registry.T("Tài liệu này", "This document")
	if rel == "alternate" {
		title = registry.T("Tài liệu này dạng JSON", "This document as JSON")
		if f == asHTML {
			title = registry.T("Tài liệu này dạng trang web", "This document as a page")
		}
	}
	return Link{Href: s.URL(path, with), Rel: rel, Type: f.media, Title: s.Say(title)}
}

// Landing is the landing page (Part 1 §7.2).
type Landing struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Attribution string `json:"attribution,omitempty"`
	Links       []Link `json:"links"`
}

// Landing gives the landing page. QGIS wants its links data, of type
// application/json, and service-desc, of type MediaOpenAPI, or shows nothing.
// more are links of other parts of the service.
func (s *Site) Landing(sentHTML bool, more ...Link) Landing {
	links := s.Alternates("", nil, MediaJSON, sentHTML)
	say := func(rel, path, media, vi, en string) {
		links = append(links, Link{s.Base + path, rel, media, s.Say(registry.T(vi, en))})
	}
	say("service-desc", "/api", MediaOpenAPI, "Mô tả API (OpenAPI 3.0)", "The API's description (OpenAPI 3.0)")
	say("service-doc", "/api.html", MediaHTML, "Hướng dẫn dùng API", "The API's documentation")
	say("conformance", "/conformance", MediaJSON, "Các lớp tuân thủ chuẩn OGC", "OGC API conformance classes")
	say("data", "/collections", MediaJSON, "Các bộ đối tượng", "The collections")
	return Landing{
		Title: s.Say(registry.T("Hạ Tầng Số: hạ tầng viễn thông của tỉnh", "Hạ Tầng Số: the province's telecom infrastructure")),
		Description: s.Say(registry.T("Các lớp của sổ đăng ký hạ tầng viễn thông theo chuẩn OGC API – Features, mở được ngay trong QGIS.",
			"The layers of the register of telecom infrastructure by OGC API – Features; they open in QGIS as they are.")),
		Links: append(links, more...),
	}
}
