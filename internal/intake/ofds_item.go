package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// flexible is an identifier: OFDS has texts, some files numbers.
type flexible string

func (f *flexible) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(f))
	}
	if string(b) == "null" {
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	*f = flexible(n)
	return nil
}

// ofdsReference names an organisation, a network or a phase.
type ofdsReference struct {
	ID   flexible
	Name string
	Own  map[string]json.RawMessage `json:"hatangso"`
}

// code is by what an organisation is known: its id, else its name.
func (r ofdsReference) code() string {
	if r.ID != "" {
		return string(r.ID)
	}
	return r.Name
}

// ofdsEnd is a span's end: the id of a node, or in GeoJSON the node.
type ofdsEnd struct {
	ID, Name string
}

func (e *ofdsEnd) UnmarshalJSON(b []byte) error {
	if !bytes.HasPrefix(b, []byte("{")) {
		return json.Unmarshal(b, (*flexible)(&e.ID))
	}
	var node ofdsReference
	err := json.Unmarshal(b, &node)
	e.ID, e.Name = string(node.ID), node.Name
	return err
}

// ofdsItem is what is taken of a node or span.
type ofdsItem struct {
	ID                             flexible
	Name, Status                   string
	ReadyForServiceDate            string
	Location, Route                *registry.Geometry
	PhysicalInfrastructureProvider *ofdsReference
	TransmissionMediumOwner        *ofdsReference // of 0.4
	NetworkProviders               []ofdsReference
	Address                        struct{ StreetAddress, Locality string }
	Start, End                     ofdsEnd
	TransmissionMedium             []string
	Deployment                     []string
	Network                        ofdsReference
	Own                            map[string]json.RawMessage `json:"hatangso"`
}

// decode reads an element. A member of another type than OFDS gives it is a
// fault of the element.
func (e ofdsElement) decode() (*ofdsItem, *RowError) {
	item := &ofdsItem{}
	raw := e.raw
	var geometry *registry.Geometry
	if e.feature {
		var f struct {
			Geometry   *registry.Geometry
			Properties json.RawMessage
		}
		if err := json.Unmarshal(raw, &f); err != nil {
			return nil, e.refuse(err)
		}
		raw, geometry = f.Properties, f.Geometry
	}
	if err := json.Unmarshal(raw, item); err != nil {
		return nil, e.refuse(err)
	}
	if item.Network.ID == "" {
		item.Network = e.network
	}
	switch {
	case e.feature:
		item.Location = geometry
	case e.section == ofdsSpans:
		item.Location = item.Route
	}
	return item, nil
}

func (e ofdsElement) refuse(err error) *RowError {
	var member *json.UnmarshalTypeError
	if errors.As(err, &member) {
		return ofdsRowError(e.number, RuleOFDS, member.Value,
			registry.Tf("Thành phần %q không đúng kiểu.", "The member %q is of another type.", member.Field),
			registry.T("Sửa theo lược đồ OFDS.", "Correct it by the schema of OFDS."))
	}
	return ofdsRowError(e.number, RuleOFDSGeometry, "",
		registry.T("Không đọc được hình học của đối tượng.", "The geometry of the element cannot be read."),
		registry.T("Ghi location là Point, route là LineString.", "Write a location as Point, a route as LineString."))
}

// owner gives who owns what is there, empty when nobody is named.
func (i *ofdsItem) owner() ofdsReference {
	switch {
	case i.PhysicalInfrastructureProvider != nil:
		return *i.PhysicalInfrastructureProvider
	case i.TransmissionMediumOwner != nil:
		return *i.TransmissionMediumOwner
	}
	return ofdsReference{}
}

// tenants gives the network providers that are not the owner, each once.
func (i *ofdsItem) tenants() (codes []string) {
	for _, p := range i.NetworkProviders {
		if c := p.code(); c != "" && c != i.owner().code() && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	return codes
}

// present says whether the owner is among the network providers; "" when
// nothing is said.
func (i *ofdsItem) present() string {
	if i.owner().code() == "" || len(i.NetworkProviders) == 0 {
		return ""
	}
	for _, p := range i.NetworkProviders {
		if p.code() == i.owner().code() {
			return "true"
		}
	}
	return "false"
}

// ownNoun is the path of the noun an element of our own files was.
func (i *ofdsItem) ownNoun() (path string) {
	_ = json.Unmarshal(i.Own["noun"], &path) // "" is no noun either
	return path
}

// ofdsStatuses says the words of nodeStatus.csv and spanStatus.csv as statuses.
// What is inactive there is built and not yet in operation.
var ofdsStatuses = map[string]registry.Status{
	"proposed": registry.Planned, "planned": registry.Approved, "underconstruction": registry.UnderConstruction,
	"operational": registry.Operating, "inactive": registry.UnderConstruction, "decommissioned": registry.Decommissioned,
}

// fields gives what a foreign element says, by the register's fields.
func (i *ofdsItem) fields(n *Network, section string) map[string]string {
	out := map[string]string{
		"code": string(i.ID), "name": i.Name, "owner": i.owner().code(), "owner_present": i.present(),
		"source": i.source(),
	}
	if i.Status != "" {
		if out["status"] = string(ofdsStatuses[strings.ToLower(i.Status)]); out["status"] == "" {
			out["status"] = i.Status // to be refused by its name
		}
	}
	if section != ofdsSpans {
		out["address"], out["declared_commune"] = i.Address.StreetAddress, i.Address.Locality
		return out
	}
	if out["status"] == string(registry.Operating) || out["status"] == "" {
		out["operating_from"] = i.ReadyForServiceDate
	} else if i.ReadyForServiceDate != "" && out["status"] != string(registry.Decommissioned) {
		out["planned_on"] = i.ReadyForServiceDate
	}
	out["from_text"], out["to_text"] = n.end(i.Start), n.end(i.End)
	out["cable_type"] = strings.Join(i.TransmissionMedium, ";")
	if len(i.Deployment) == 1 && i.Deployment[0] == "aboveGround" {
		out["laying"] = "hung"
	}
	return out
}

// source says where an element comes from.
func (i *ofdsItem) source() string {
	if i.Network.ID == "" && i.Network.Name == "" {
		return "OFDS"
	}
	const most = 200 // characters of source
	text := []rune("OFDS: " + strings.TrimSpace(i.Network.Name+" "+string(i.Network.ID)))
	return string(text[:min(len(text), most)])
}
