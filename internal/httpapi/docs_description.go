package httpapi

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The parts of api/openapi.yaml that the documentation shows. The document is
// this program's own, so what is read is only what it writes.
type (
	description struct {
		Info struct {
			Title       string `yaml:"title"`
			Version     string `yaml:"version"`
			Description string `yaml:"description"`
		} `yaml:"info"`
		Tags []struct {
			Name        string `yaml:"name"`
			Description string `yaml:"description"`
		} `yaml:"tags"`
		Paths      map[string]map[string]*describedOperation `yaml:"paths"`
		Components struct {
			Schemas    map[string]*describedSchema    `yaml:"schemas"`
			Parameters map[string]*describedParameter `yaml:"parameters"`
			Responses  map[string]*describedResponse  `yaml:"responses"`
		} `yaml:"components"`
	}
	describedOperation struct {
		OperationID string                        `yaml:"operationId"`
		Tags        []string                      `yaml:"tags"`
		VI          string                        `yaml:"summary"`
		EN          string                        `yaml:"description"`
		Parameters  []*describedParameter         `yaml:"parameters"`
		Body        *describedResponse            `yaml:"requestBody"`
		Responses   map[string]*describedResponse `yaml:"responses"`
		// Security lists the ways to say who asks, each enough; one is empty where
		// nobody need say.
		Security []map[string][]string `yaml:"security"`

		Method, Path string
		// Example is a command that sends the request.
		Example string
	}
	describedParameter struct {
		Ref         string           `yaml:"$ref"`
		Name        string           `yaml:"name"`
		In          string           `yaml:"in"`
		Required    bool             `yaml:"required"`
		Description string           `yaml:"description"`
		Example     any              `yaml:"example"`
		Schema      *describedSchema `yaml:"schema"`
	}
	describedResponse struct {
		Ref         string `yaml:"$ref"`
		Description string `yaml:"description"`
		Content     map[string]struct {
			Schema *describedSchema `yaml:"schema"`
		} `yaml:"content"`

		Status string
	}
	describedSchema struct {
		Ref         string                      `yaml:"$ref"`
		Type        string                      `yaml:"type"`
		Format      string                      `yaml:"format"`
		Title       string                      `yaml:"title"`
		Description string                      `yaml:"description"`
		Nullable    bool                        `yaml:"nullable"`
		ReadOnly    bool                        `yaml:"readOnly"`
		Enum        []any                       `yaml:"enum"`
		Min         *float64                    `yaml:"minimum"`
		Max         *float64                    `yaml:"maximum"`
		MaxLength   *int                        `yaml:"maxLength"`
		Default     any                         `yaml:"default"`
		Items       *describedSchema            `yaml:"items"`
		AllOf       []*describedSchema          `yaml:"allOf"`
		OneOf       []*describedSchema          `yaml:"oneOf"`
		Properties  map[string]*describedSchema `yaml:"properties"`
		Required    []string                    `yaml:"required"`
		Additional  yaml.Node                   `yaml:"additionalProperties"`
	}
)

// describeAPI reads the document and puts its operations in order.
func describeAPI(document []byte) (*description, error) {
	var d description
	if err := yaml.Unmarshal(document, &d); err != nil {
		return nil, err
	}
	for path, operations := range d.Paths {
		for method, o := range operations {
			o.Method, o.Path = strings.ToUpper(method), path
			for i, p := range o.Parameters {
				if p.Ref != "" {
					o.Parameters[i] = d.Components.Parameters[lastPart(p.Ref)]
				}
			}
			for status, r := range o.Responses {
				if r.Ref != "" {
					r = d.Components.Responses[lastPart(r.Ref)]
				}
				shown := *r
				shown.Status = status
				o.Responses[status] = &shown
			}
			o.Example = d.example(o)
		}
	}
	return &d, nil
}

func lastPart(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }

// methodOrder is the order in which a path's operations are read.
var methodOrder = []string{http.MethodGet, http.MethodPost, http.MethodPatch, http.MethodDelete}

// Operations gives those of a tag.
func (d *description) Operations(tag string) (all []*describedOperation) {
	for _, operations := range d.Paths {
		for _, o := range operations {
			if slices.Contains(o.Tags, tag) {
				all = append(all, o)
			}
		}
	}
	slices.SortFunc(all, func(a, b *describedOperation) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), slices.Index(methodOrder, a.Method)-slices.Index(methodOrder, b.Method))
	})
	return all
}

// Bodies names the schema of each media type of a body or an answer.
func (r *describedResponse) Bodies() (all []mediaSchema) {
	for media, content := range r.Content {
		all = append(all, mediaSchema{media, content.Schema})
	}
	slices.SortFunc(all, func(a, b mediaSchema) int { return cmp.Compare(a.Media, b.Media) })
	return all
}

type mediaSchema struct {
	Media  string
	Schema *describedSchema
}

// Name gives the name of the schema that is shown on its own, if it is one: of
// the reference itself, or of the items of a list.
func (s *describedSchema) Name() string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return lastPart(s.Ref)
	case s.Items != nil:
		return s.Items.Name()
	case len(s.AllOf) == 1:
		return s.AllOf[0].Name()
	}
	return ""
}

// Kind words what values a schema takes, for a table.
func (s *describedSchema) Kind() string {
	var b strings.Builder
	switch {
	case s.Items != nil:
		b.WriteString("[ ] ")
	case len(s.OneOf) > 0:
		var names []string
		for _, one := range s.OneOf {
			names = append(names, cmp.Or(one.Name(), one.Type))
		}
		b.WriteString(strings.Join(names, " | "))
	case s.Ref == "" && len(s.AllOf) == 0:
		b.WriteString(cmp.Or(s.Format, s.Type))
	}
	if s.Min != nil || s.Max != nil {
		bound := func(v *float64) string {
			if v == nil {
				return ""
			}
			return strconv.FormatFloat(*v, 'f', -1, 64)
		}
		switch low, high := bound(s.Min), bound(s.Max); {
		case high == "":
			b.WriteString(" ≥ " + low)
		case low == "":
			b.WriteString(" ≤ " + high)
		default:
			b.WriteString(" " + low + "…" + high)
		}
	}
	if s.MaxLength != nil {
		fmt.Fprintf(&b, " ≤ %d", *s.MaxLength)
	}
	if len(s.Enum) > 0 {
		var values []string
		for _, v := range s.Enum {
			values = append(values, fmt.Sprint(v))
		}
		b.WriteString(": " + strings.Join(values, ", "))
	}
	if s.Nullable {
		b.WriteString(", null")
	}
	if s.Default != nil {
		fmt.Fprintf(&b, " = %v", s.Default)
	}
	return strings.TrimSpace(b.String())
}

// Needs says whether a property is required; where all are, nothing is said.
func (s *describedSchema) Needs(property string) bool {
	return len(s.Required) < len(s.Properties) && slices.Contains(s.Required, property)
}
