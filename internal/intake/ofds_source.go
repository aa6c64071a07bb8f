package intake

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// Sections of a network, by the names OFDS gives them.
const (
	ofdsNodes         = "nodes"
	ofdsSpans         = "spans"
	ofdsOrganisations = "organisations"
)

// ofdsSource walks an OFDS file and gives its nodes, spans and organisations
// one by one.
type ofdsSource struct {
	s      jsonScanner
	limits Limits
	state  ofdsState
	first  bool
	// section is the array being read; "" for the features of GeoJSON, which say
	// themselves what they are.
	section string
	number  map[string]int
	raw     []byte
	crs     string
	network ofdsReference
}

// ofdsState is where in the file the walk stands.
type ofdsState int

const (
	atStart ofdsState = iota
	inPackage
	inNetworks
	inNetwork
	inSection
	inFeatures
)

// ofdsElement is one node, span or organisation.
type ofdsElement struct {
	section string
	number  int // in its section, from 1
	feature bool
	raw     []byte // valid until the next
	network ofdsReference
}

// next gives the next element; io.EOF after the last, a *RowError for one that
// cannot be read, after which reading goes on.
func (o *ofdsSource) next() (ofdsElement, error) {
	for o.s.err == nil {
		switch o.state {
		case atStart:
			if b := o.s.space(); b != '{' {
				if o.s.err == nil {
					o.s.syntax(b)
				}
				continue
			}
			o.s.w.r++
			o.state, o.first, o.number = inPackage, true, map[string]int{}
		case inPackage:
			if !o.more('}') {
				if o.s.err != nil {
					continue
				}
				return ofdsElement{}, io.EOF
			}
			key, _, ok := o.s.key()
			switch {
			case !ok:
			case string(key) == "networks" && o.s.space() == '[':
				o.enter(inNetworks)
			case string(key) == "features" && o.s.space() == '[':
				o.section = ""
				o.enter(inFeatures)
			default:
				o.s.skip()
			}
		case inNetworks:
			if !o.more(']') {
				o.state, o.first = inPackage, false
				continue
			}
			if o.s.take('{') {
				o.state, o.first, o.network = inNetwork, true, ofdsReference{}
			}
		case inNetwork:
			if !o.more('}') {
				o.state, o.first = inNetworks, false
				continue
			}
			o.member()
		case inSection, inFeatures:
			if !o.more(']') {
				if o.state == inFeatures {
					o.state = inPackage
				} else {
					o.state = inNetwork
				}
				o.first = false
				continue
			}
			return o.element()
		}
	}
	return ofdsElement{}, o.s.err
}

// more is that of the scanner, with the memory of what came first.
func (o *ofdsSource) more(closing byte) bool {
	first := o.first
	o.first = false
	o.s.mark = o.s.w.offset()
	return o.s.more(closing, first) && o.s.err == nil
}

func (o *ofdsSource) enter(state ofdsState) {
	o.s.w.r++
	o.state, o.first = state, true
}

// member reads a member of a network.
func (o *ofdsSource) member() {
	key, _, ok := o.s.key()
	if !ok {
		return
	}
	switch name := string(key); name {
	case ofdsNodes, ofdsSpans, ofdsOrganisations:
		if o.s.space() == '[' {
			o.section = name
			o.enter(inSection)
			return
		}
		o.s.skip()
	case "id", "name":
		text, _ := o.s.value(nil, o.limits.CellBytes, true)
		if name == "id" {
			o.network.ID = flexible(text)
		} else {
			o.network.Name = string(text)
		}
	case "crs":
		raw, _ := o.s.value(nil, o.limits.CellBytes, true)
		var crs struct{ Name string }
		if json.Unmarshal(raw, &crs) == nil && crs.Name != "" {
			o.crs = crs.Name
		}
	default:
		o.s.skip()
	}
}

// element reads one element of an array.
func (o *ofdsSource) element() (ofdsElement, error) {
	o.s.mark = o.s.w.offset()
	var v anyValue
	o.raw, v = o.s.value(o.raw[:0], int(o.limits.FeatureBytes), true)
	if o.s.err != nil {
		return ofdsElement{}, o.s.err
	}
	e := ofdsElement{section: o.section, raw: o.raw, network: o.network, feature: o.state == inFeatures}
	if e.feature {
		e.section = featureSection(o.raw)
	}
	o.number[e.section]++
	e.number = o.number[e.section]
	o.s.good = e.number
	if e.number > o.limits.Rows {
		o.s.err = refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d đối tượng.", "The file has more than %d features.", o.limits.Rows),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
		return e, o.s.err
	}
	switch {
	case v.nan:
		return e, ofdsRowError(e.number, RuleJSONNaN, "",
			registry.T("Giá trị là NaN hoặc Infinity, không phải JSON.", "The value is NaN or Infinity, which is not JSON."),
			registry.T("Ghi số thật hoặc bỏ đi.", "Write a real number, or leave it out."))
	case v.kind != kindNested || v.tooLong || v.long || !bytes.HasPrefix(o.raw, []byte("{")):
		return e, ofdsRowError(e.number, RuleOFDS, "",
			registry.Tf("Phần tử của %q không phải là đối tượng JSON đọc được.", "An element of %q is no JSON object that can be read.", e.section),
			registry.T("Bỏ hoặc sửa phần tử này.", "Remove or correct it."))
	}
	return e, nil
}

// featureSection says what a feature is: by the member OFDS has for it, else by
// its shape.
func featureSection(raw []byte) string {
	var f struct {
		Geometry   struct{ Type string }
		Properties struct {
			FeatureType string `json:"featureType"`
			Start       json.RawMessage
			End         json.RawMessage
		}
	}
	_ = json.Unmarshal(raw, &f) // what cannot be read is a node that cannot be read
	p := f.Properties
	if p.FeatureType == "span" || p.FeatureType == "" && (p.Start != nil || p.End != nil || strings.HasSuffix(f.Geometry.Type, "LineString")) {
		return ofdsSpans
	}
	return ofdsNodes
}

func ofdsRowError(row int, rule, value string, message, mend registry.Text) *RowError {
	f := registry.NewFault(rule, "", value, message, mend)
	f.Row = row
	return &RowError{Row: row, Faults: []registry.Fault{f}}
}
