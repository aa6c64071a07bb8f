package registry

import (
	"encoding/json"
	"reflect"
)

// FeatureBody is what a GeoJSON Feature (RFC 7946 §3.2) that a GIS program sends
// says of a record.
type FeatureBody struct {
	noun     *Noun
	given    []member
	geometry json.RawMessage // nil when there is none
	// Version is the property version: of the record the sender had read; nil when
	// it does not say.
	Version *int64
	whole   bool
}

// ReadFeature reads a Feature. GIS programs send a feature back with all that they
// were given: what the register sets itself is left out, and of a whole feature,
// in place of which there may be another, an empty property that cannot be empty
// is one not given. Foreign members are left out too. CodeInvalid for what is no
// Feature.
func (n *Noun) ReadFeature(body []byte, whole bool) (*FeatureBody, error) {
	top, err := membersOf(body)
	if err != nil {
		return nil, badJSON(err)
	}
	f := &FeatureBody{noun: n, whole: whole}
	var kind string
	for _, m := range top {
		switch m.name {
		case "type":
			if json.Unmarshal(m.value, &kind) != nil || kind != "Feature" {
				return nil, noFeature("/type")
			}
		case "geometry":
			f.geometry = m.value
		case "properties":
			if string(m.value) == "null" {
				continue
			}
			if f.given, err = membersOf(m.value); err != nil {
				return nil, noFeature("/properties")
			}
		}
	}
	if whole && kind == "" {
		return nil, noFeature("/type")
	}
	for _, m := range f.given {
		var version int64
		if m.name == "version" && json.Unmarshal(m.value, &version) == nil && version > 0 {
			f.Version = &version
		}
	}
	return f, nil
}

func noFeature(pointer string) error {
	f := NewFault("feature.type", "", "", T("Nội dung không phải một Feature của GeoJSON.", "The body is no GeoJSON Feature."),
		T(`Gửi {"type":"Feature","geometry":…,"properties":{…}}.`, `Send {"type":"Feature","geometry":…,"properties":{…}}.`))
	f.Pointer = pointer
	return Invalid([]Fault{f})
}

// Geometry gives the geometry of the feature; nil when it has none or null.
func (f *FeatureBody) Geometry() (g Geometry, err error) {
	if f.geometry == nil {
		return g, nil
	}
	if err := json.Unmarshal(f.geometry, &g); err != nil {
		fault := NewFault("field.type", "geometry", string(f.geometry), T("Không đọc được hình học.", "The geometry cannot be read."),
			T("Ghi hình học GeoJSON.", "Give a GeoJSON geometry."))
		fault.Pointer = "/geometry"
		return g, Invalid([]Fault{fault})
	}
	return g, nil
}

// Place puts another geometry in place of the feature's: the same in longitude
// and latitude.
func (f *FeatureBody) Place(g Geometry) { f.geometry = AppendGeoJSON(nil, g.Geometry) }

// Apply sets in record what the feature gives. A whole feature also sets what it
// does not give, to what a new record has. The error is that of [Noun.Decode],
// its faults pointing into the feature.
func (f *FeatureBody) Apply(record Record) error {
	target, into := record, record
	if f.whole {
		into = f.noun.New()
	}
	v := reflect.ValueOf(into).Elem()
	var faults []Fault
	decode := func(name, pointer string, value json.RawMessage) {
		if fault := f.noun.decodeField(v, name, value); fault != nil {
			fault.Pointer = pointer
			faults = append(faults, *fault)
		}
	}
	for _, m := range f.given {
		field := f.noun.Field(m.name)
		empty := string(m.value) == "null"
		switch {
		case field != nil && (field.ReadOnly || f.whole && empty && !field.Nullable):
			continue
		case field != nil && field.Type == JSONField:
			m.value = unquoted(m.value)
		}
		decode(m.name, "/properties/"+pointerEscaper.Replace(m.name), m.value)
	}
	if field := f.noun.Field("geometry"); field != nil && !field.ReadOnly && f.geometry != nil {
		decode("geometry", "/geometry", f.geometry)
	}
	if err := Invalid(faults); err != nil || !f.whole {
		return err
	}
	from, to := v, reflect.ValueOf(target).Elem()
	for _, field := range f.noun.Writable() {
		field.Of(to).Set(field.Of(from))
	}
	return nil
}

// unquoted gives the document in a text: QGIS shows a document as a text, and
// sends it back so.
func unquoted(value json.RawMessage) json.RawMessage {
	var text string
	if json.Unmarshal(value, &text) != nil || !json.Valid([]byte(text)) {
		return value
	}
	return json.RawMessage(text)
}
