package cql2

import (
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// Type is what the values of a queryable are.
type Type string

const (
	String    Type = "string"
	Integer   Type = "integer"
	Number    Type = "number"
	Boolean   Type = "boolean"
	Date      Type = "date"
	Timestamp Type = "timestamp"
	Geometry  Type = "geometry"
	// DateInterval is a half-open period of the register; as an interval of CQL2
	// it ends the day before, and where it has no bound it is open.
	DateInterval Type = "interval"
)

// Queryable is a property that filters can use (thuộc tính lọc được).
type Queryable struct {
	Name  string
	Type  Type
	Title registry.Text
	// List is the code list its values come from, "" for none.
	List string
	// Geometry is the type of a geometry.
	Geometry registry.GeometryType
}

// Queryables are the properties that filters of one collection can use.
type Queryables []Queryable

// InService is the name of the queryable for the days a record was in service.
const InService = "in_service"

// QueryablesOf gives the queryables of a noun: its fields, those of JSON aside,
// and the period in service of what has one.
func QueryablesOf(n *registry.Noun) Queryables {
	var q Queryables
	for _, f := range n.Fields {
		t, ok := fieldTypes[f.Type]
		if !ok {
			continue
		}
		of := Queryable{Name: f.Name, Type: t, Title: f.Title, List: f.List}
		if t == Geometry {
			of.Geometry = n.Geometry
		}
		q = append(q, of)
	}
	if n.IsAsset() || n == registry.MastNoun || n == registry.StationNoun || n == registry.TenancyNoun || n == registry.PlannedWorkNoun {
		q = append(q, Queryable{Name: InService, Type: DateInterval, Title: registry.T("Thời gian hoạt động", "In service")})
	}
	return q
}

var fieldTypes = map[registry.FieldType]Type{
	registry.TextField: String, registry.IntField: Integer, registry.DecimalField: Number, registry.BoolField: Boolean,
	registry.DateField: Date, registry.TimeField: Timestamp, registry.GeometryField: Geometry,
}

// Find finds a queryable by name, nil when there is none.
func (q Queryables) Find(name string) *Queryable {
	if i := slices.IndexFunc(q, func(of Queryable) bool { return of.Name == name }); i >= 0 {
		return &q[i]
	}
	return nil
}

func (q Queryables) names() []string {
	names := make([]string, len(q))
	for i := range q {
		names[i] = q[i].Name
	}
	return names
}
