package opendata

import (
	"encoding/json"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// MediaType is that of the description.
const MediaType = "application/ld+json"

// context says which vocabularies the prefixes stand for, and which values are
// addresses.
const context = `{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","foaf":"http://xmlns.com/foaf/0.1/","locn":"http://www.w3.org/ns/locn#","xsd":"http://www.w3.org/2001/XMLSchema#","geo":"http://www.opengis.net/ont/geosparql#"}`

// How often a dataset changes (dct:accrualPeriodicity), of the Publications
// Office's list "frequency".
const (
	Continuously = "http://publications.europa.eu/resource/authority/frequency/CONT"
	Irregularly  = "http://publications.europa.eu/resource/authority/frequency/IRREG"
)

// Node is something named by an address.
type Node struct {
	ID string `json:"@id"`
}

// Literal is a text in a language, or a value of a type.
type Literal struct {
	Language string `json:"@language,omitempty"`
	Type     string `json:"@type,omitempty"`
	Value    string `json:"@value"`
}

// Words is a text in both languages.
func Words(t registry.Text) []Literal {
	return []Literal{{Language: "vi", Value: t.VI}, {Language: "en", Value: t.EN}}
}

// day and moment are dates as RDF has them.
func day(d registry.Date) *Literal { return &Literal{Type: "xsd:date", Value: d.String()} }

func moment(t time.Time) *Literal {
	return &Literal{Type: "xsd:dateTime", Value: t.UTC().Format(time.RFC3339)}
}

// Agent (cơ quan công bố) is who publishes.
type Agent struct {
	Type string `json:"@type"`
	Name string `json:"foaf:name"`
}

// Place is the ground a dataset is about: a name and the box around it, WGS 84
// longitude first.
type Place struct {
	Type  string    `json:"@type"`
	Label []Literal `json:"dct:title,omitempty"`
	Box   *Literal  `json:"dcat:bbox,omitempty"`
}

// Period is the time a dataset is about; without an end it goes on.
type Period struct {
	Type  string   `json:"@type"`
	Start *Literal `json:"dcat:startDate,omitempty"`
	End   *Literal `json:"dcat:endDate,omitempty"`
}

// Catalog (danh mục dữ liệu mở) lists the datasets there are.
type Catalog struct {
	Context     json.RawMessage `json:"@context"`
	ID          string          `json:"@id"`
	Type        string          `json:"@type"`
	Title       []Literal       `json:"dct:title"`
	Description []Literal       `json:"dct:description"`
	Publisher   Agent           `json:"dct:publisher"`
	License     Node            `json:"dct:license"`
	Language    []Node          `json:"dct:language"`
	Homepage    Node            `json:"foaf:homepage"`
	Modified    *Literal        `json:"dct:modified,omitempty"`
	Spatial     *Place          `json:"dct:spatial,omitempty"`
	Datasets    []Dataset       `json:"dcat:dataset"`
}

// Dataset (bộ dữ liệu) is one of the catalogue; its address stays the same.
type Dataset struct {
	// Context is set where a dataset stands alone.
	Context       json.RawMessage `json:"@context,omitempty"`
	ID            string          `json:"@id"`
	Type          string          `json:"@type"`
	Identifier    string          `json:"dct:identifier"`
	Title         []Literal       `json:"dct:title"`
	Description   []Literal       `json:"dct:description"`
	Keywords      []Literal       `json:"dcat:keyword,omitempty"`
	Publisher     Agent           `json:"dct:publisher"`
	License       Node            `json:"dct:license"`
	Rights        Node            `json:"dct:accessRights"`
	Frequency     Node            `json:"dct:accrualPeriodicity"`
	Modified      *Literal        `json:"dct:modified,omitempty"`
	Spatial       *Place          `json:"dct:spatial,omitempty"`
	Temporal      *Period         `json:"dct:temporal,omitempty"`
	Distributions []Distribution  `json:"dcat:distribution"`
}

// Distribution (bản phân phối) is one way a dataset is given.
type Distribution struct {
	Type    string    `json:"@type"`
	Title   []Literal `json:"dct:title"`
	Format  string    `json:"dct:format"`
	License Node      `json:"dct:license"`
	// Media is the media type as IANA has it (dcat:mediaType).
	Media Node `json:"dcat:mediaType"`
	// Access is where it is had; Download the same where that is a file.
	Access     Node   `json:"dcat:accessURL"`
	Download   *Node  `json:"dcat:downloadURL,omitempty"`
	ConformsTo []Node `json:"dct:conformsTo,omitempty"`
}
