package export

import (
	"encoding/json"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// DescriptionSuffix makes the name of the file that describes a CSV file, beside
// it (W3C, Metadata Vocabulary for Tabular Data, §5.3).
const DescriptionSuffix = "-metadata.json"

// DescribeCSV writes what a CSV file cannot say of itself in the words of the
// W3C's CSV on the Web: title, source, filter, as-of date, time of writing, the
// delimiter and each column's titles and type. url is the name of the file.
func DescribeCSV(url string, about About) ([]byte, error) {
	type titles struct {
		VI string `json:"vi"`
		EN string `json:"en"`
	}
	type datatype struct {
		Base        string `json:"base"`
		DecimalChar string `json:"decimalChar,omitempty"`
	}
	type column struct {
		Name     string    `json:"name"`
		Titles   titles    `json:"titles"`
		Datatype *datatype `json:"datatype,omitempty"`
	}
	layout := about.Layout.of(about.Noun)
	decimal := &datatype{Base: "double"}
	if layout.Delimiter == ';' {
		decimal.DecimalChar = ","
	}
	var columns []column
	for _, f := range about.Noun.Fields {
		if f.Type != registry.GeometryField {
			c := column{Name: f.Name, Titles: titles(f.Title)}
			switch f.Type {
			case registry.IntField:
				c.Datatype = &datatype{Base: "integer"}
			case registry.DecimalField:
				c.Datatype = decimal
			case registry.BoolField:
				c.Datatype = &datatype{Base: "boolean"}
			case registry.DateField:
				c.Datatype = &datatype{Base: "date"}
			case registry.TimeField:
				c.Datatype = &datatype{Base: "dateTime"}
			case registry.JSONField:
				c.Datatype = &datatype{Base: "json"}
			}
			columns = append(columns, c)
			continue
		}
		switch layout.Positions {
		case LonLat:
			first, second := layout.headings()
			columns = append(columns, column{Name: first, Titles: titles{"Kinh độ, hoặc X (bắc)", "Longitude, or northing"}, Datatype: decimal},
				column{Name: second, Titles: titles{"Vĩ độ, hoặc Y (đông)", "Latitude, or easting"}, Datatype: decimal})
		case WKT:
			columns = append(columns, column{Name: "wkt", Titles: titles(f.Title)})
		}
	}
	description := map[string]any{
		"@context":    []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "vi"}},
		"url":         url,
		"dc:title":    about.Noun.Title.VI,
		"dc:source":   about.Source,
		"dc:created":  about.Written.UTC().Format(time.RFC3339),
		"dc:abstract": about.Filter,
		"dialect":     map[string]any{"delimiter": string(layout.Delimiter), "encoding": "utf-8", "header": true},
		"tableSchema": map[string]any{"columns": columns, "primaryKey": "id"},
	}
	if about.AsOf != nil {
		description["dc:temporal"] = about.AsOf.String()
	}
	if layout.Positions != NoPositions {
		description["dc:spatial"] = layout.CRS.Name
	}
	return json.MarshalIndent(description, "", "  ")
}
