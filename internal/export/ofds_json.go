package export

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// ofdsSchema is the link every network must begin its links with.
const ofdsSchema = "https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json"

// networkName is what the network is called.
func (n *network) name() string {
	name := "Hạ tầng viễn thông"
	if n.about.Filter != "" {
		name += " (" + n.about.Filter + ")"
	}
	return name
}

// members gives a network's own members, without the braces.
func (n *network) members() ([]byte, error) {
	collected := n.about.Written.UTC().Format("2006-01-02")
	if n.filter.AsOf != nil {
		collected = n.filter.AsOf.String()
	}
	b, err := json.Marshal(struct {
		ID        string            `json:"id"`
		Name      string            `json:"name"`
		Publisher map[string]string `json:"publisher,omitempty"`
		Published string            `json:"publicationDate"`
		Collected string            `json:"collectionDate"`
		CRS       map[string]string `json:"crs"`
		Language  string            `json:"language"`
		Links     []map[string]any  `json:"links"`
		Own       map[string]any    `json:"hatangso"`
	}{
		ID: n.id, Name: n.name(), Publisher: n.publisher(), Published: n.about.Written.UTC().Format("2006-01-02"), Collected: collected,
		CRS:      map[string]string{"name": "urn:ogc:def:crs:OGC::CRS84", "uri": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
		Language: "vi", Links: []map[string]any{{"href": ofdsSchema, "rel": "describedby"}}, Own: n.self(),
	})
	if err != nil {
		return nil, err
	}
	return b[1 : len(b)-1], nil
}

func (n *network) publisher() map[string]string {
	if n.about.Source == "" {
		return nil
	}
	return map[string]string{"name": n.about.Source}
}

// self is what the file says of itself.
func (n *network) self() map[string]any {
	return map[string]any{"source": n.about.Source, "filter": n.about.Filter, "as_of": n.filter.AsOf, "written": n.about.Written.UTC().Format(time.RFC3339)}
}

// writePackage writes a network package with one network.
func (n *network) writePackage() error {
	members, err := n.members()
	if err != nil {
		return err
	}
	n.out.bytes = append(append(n.out.bytes, `{"networks":[{`...), members...)
	list := func(name string, nouns []*registry.Noun) error {
		// an array of none is not allowed
		open := false
		err := n.each(nouns, func(f *networkFeature) error {
			if n.out.bytes = append(n.out.bytes, ','); !open {
				n.out.bytes = append(append(append(n.out.bytes, '"'), name...), `":[`...)
				open = true
			}
			n.out.bytes = append(n.out.bytes, '\n')
			if err := f.appendJSON(false); err != nil {
				return err
			}
			return n.out.flushIfFull()
		})
		if open {
			n.out.bytes = append(n.out.bytes, "\n]"...)
		}
		return err
	}
	if err := list("nodes", nodeNouns); err != nil {
		return err
	}
	if err := list("spans", spanNouns); err != nil {
		return err
	}
	if organizations := n.acting(); len(organizations) > 0 {
		b, err := json.Marshal(organizations)
		if err != nil {
			return err
		}
		n.out.bytes = append(append(n.out.bytes, `,"organisations":`...), b...)
	}
	n.out.bytes = append(n.out.bytes, "}]}\n"...)
	return nil
}

// writeNodes writes the nodes as GeoJSON.
func (n *network) writeNodes() error { return n.writeFeatures(nodeNouns) }

// writeSpans writes the spans as GeoJSON; the nodes are read for their ends.
func (n *network) writeSpans() error {
	if err := n.each(nodeNouns, func(*networkFeature) error { n.written--; return nil }); err != nil {
		return err
	}
	return n.writeFeatures(spanNouns)
}

func (n *network) writeFeatures(nouns []*registry.Noun) error {
	b, err := json.Marshal(n.self())
	if err != nil {
		return err
	}
	n.out.bytes = append(append(append(n.out.bytes, `{"type":"FeatureCollection","hatangso":`...), b...), `,"features":[`...)
	comma := ""
	err = n.each(nouns, func(f *networkFeature) error {
		n.out.bytes = append(append(n.out.bytes, comma...), '\n')
		comma = ","
		if err := f.appendJSON(true); err != nil {
			return err
		}
		return n.out.flushIfFull()
	})
	n.out.bytes = append(n.out.bytes, "\n]}\n"...)
	return err
}

// appendJSON writes a node or span: as an object of a network, or as a feature
// in which what is referred to stands itself.
func (f *networkFeature) appendJSON(feature bool) (err error) {
	w := &objectWriter{b: f.network.out.bytes}
	defer func() { f.network.out.bytes = w.b }()
	shape := "location"
	if f.span {
		shape = "route"
	}
	geometry := f.row.value("geometry")
	w.open()
	if feature {
		w.text("type", "Feature")
		w.key("geometry")
		if geometry == nil {
			w.b = append(w.b, "null"...)
		} else if w.b, err = appendEWKB(w.b, geometry.EWKB(), &geoJSONShape); err != nil {
			return err
		}
		w.key("properties")
		w.open()
	}
	w.text("id", f.id)
	w.text("name", f.name)
	w.text("status", f.status)
	if f.span {
		w.text("readyForServiceDate", f.ready)
		f.appendEnd(w, "start", f.start, feature)
		f.appendEnd(w, "end", f.end, feature)
		w.list("transmissionMedium", f.media)
		if f.deployment != "" {
			w.list("deployment", []string{f.deployment})
		}
		if f.deployed != "" {
			w.object("deploymentDetails", "description", f.deployed)
		}
		if f.country != "" {
			w.list("countries", []string{f.country})
		}
	} else {
		w.object("address", "streetAddress", f.street, "locality", f.locality, "country", f.country)
		w.list("type", f.types)
	}
	if geometry != nil && !feature {
		w.key(shape)
		if w.b, err = appendEWKB(w.b, geometry.EWKB(), &geoJSONShape); err != nil {
			return err
		}
	}
	if f.owner != "" {
		w.object(roleOwner, "id", f.owner, "name", f.network.organizations[f.owner].name)
	}
	if len(f.providers) > 0 {
		w.key("networkProviders")
		w.b = append(w.b, '[')
		for i, p := range f.providers {
			if i > 0 {
				w.b = append(w.b, ',')
			}
			w.open()
			w.text("id", p)
			w.text("name", f.network.organizations[p].name)
			w.close()
		}
		w.b = append(w.b, ']')
	}
	if feature {
		w.object("network", "id", f.network.id, "name", f.network.name())
		kind := "node"
		if f.span {
			kind = "span"
		}
		w.text("featureType", kind)
	}
	f.appendOwn(w)
	w.close()
	if feature {
		w.close()
	}
	return nil
}

// appendEnd writes the node a span ends at: its id, or in GeoJSON itself, in short.
func (f *networkFeature) appendEnd(w *objectWriter, key, id string, feature bool) {
	if id == "" || !feature {
		w.text(key, id)
		return
	}
	node := f.network.nodes[id]
	w.key(key)
	w.open()
	w.text("id", id)
	w.text("name", node.name)
	if node.located {
		w.key("location")
		w.b = append(registry.AppendPosition(append(w.b, `{"type":"Point","coordinates":`...), node.lon, node.lat), '}')
	}
	w.close()
}

// appendOwn writes the record's fields, but for the geometry, as the register
// has them.
func (f *networkFeature) appendOwn(w *objectWriter) {
	w.key("hatangso")
	w.open()
	w.text("noun", f.noun.Path)
	for i, field := range f.row.fields {
		if v := f.row.values[i]; v != nil && field.Type != registry.GeometryField {
			w.key(field.Name)
			w.b = jsonAppender(field.Type)(w.b, v)
		}
	}
	w.close()
}

// ofdsOrganization is an organization of a package.
type ofdsOrganization struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
	Own   struct {
		Kind       string `json:"kind,omitempty"`
		LegalGroup string `json:"legal_group,omitempty"`
		MVNO       bool   `json:"mvno"`
	} `json:"hatangso"`
}

// acting lists the organizations that have a role, by code.
func (n *network) acting() (out []ofdsOrganization) {
	for _, code := range sortedKeys(n.organizations) {
		o := n.organizations[code]
		if len(o.roles) == 0 {
			continue
		}
		of := ofdsOrganization{ID: o.code, Name: o.name, Roles: o.roles}
		of.Own.Kind, of.Own.LegalGroup, of.Own.MVNO = o.kind, o.group, o.mvno
		out = append(out, of)
	}
	return out
}

// objectWriter writes JSON objects member by member; a text of none is left out.
type objectWriter struct {
	b []byte
}

func (w *objectWriter) open()  { w.b = append(w.b, '{') }
func (w *objectWriter) close() { w.b = append(w.b, '}') }

func (w *objectWriter) key(name string) {
	if w.b[len(w.b)-1] != '{' {
		w.b = append(w.b, ',')
	}
	w.b = append(append(append(w.b, '"'), name...), `":`...)
}

func (w *objectWriter) text(name, value string) {
	if value != "" {
		w.key(name)
		w.b = appendString(w.b, []byte(value))
	}
}

// object writes an object of texts, if it has any.
func (w *objectWriter) object(name string, members ...string) {
	if strings.Join(valuesAmong(members), "") == "" {
		return
	}
	w.key(name)
	w.open()
	for i := 0; i < len(members); i += 2 {
		w.text(members[i], members[i+1])
	}
	w.close()
}

func valuesAmong(members []string) (out []string) {
	for i := 1; i < len(members); i += 2 {
		out = append(out, members[i])
	}
	return out
}

func (w *objectWriter) list(name string, values []string) {
	if len(values) == 0 {
		return
	}
	w.key(name)
	w.b = append(w.b, '[')
	for i, v := range values {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = appendString(w.b, []byte(v))
	}
	w.b = append(w.b, ']')
}
