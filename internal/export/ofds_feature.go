package export

import (
	"regexp"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// networkFeature is a node or span, in the words of OFDS. It is filled again
// for every record; its strings may be kept.
type networkFeature struct {
	network *network
	noun    *registry.Noun
	span    bool
	row     row

	id, name, status, ready string
	owner                   string
	providers               []string
	street, locality        string
	country                 string // ISO 3166-1 alpha-2, when the place is known to be here
	types, media            []string
	start, end              string // ids of nodes
	deployment, deployed    string
}

// networkStatuses says a status in the words of nodeStatus.csv and
// spanStatus.csv. OFDS has no removal, and one word for all that rests.
var networkStatuses = map[string]string{
	string(registry.Planned): "proposed", string(registry.Approved): "planned", string(registry.UnderConstruction): "underConstruction",
	string(registry.Operating): "operational", string(registry.Suspended): "inactive",
	string(registry.Decommissioned): "decommissioned", string(registry.Removed): "decommissioned",
}

// deployments says how a cable is laid in the words of deployment.csv.
var deployments = map[string]string{"hung": "aboveGround", "buried": "belowGround", "duct": "belowGround", "trench": "belowGround"}

// transmissionMedia are the codes of transmissionMedium.csv, which an import
// keeps as the type of a cable.
var transmissionMedia = []string{"fibre", "microwave", "copper", "coaxial"}

// fill takes a record over.
func (f *networkFeature) fill(r row) error {
	n := f.network
	*f = networkFeature{network: n, noun: f.noun, span: f.span, row: r}
	f.owner, f.name = r.text("owner"), r.text("name")
	f.id = f.identity(r.text("code"))
	f.status = networkStatuses[r.text("status")]
	f.street, f.locality = r.text("address"), r.text("commune")
	if f.locality == "" {
		f.locality = r.text("declared_commune")
	}
	if r.value("commune_code") != nil {
		f.country = "VN"
	}
	if day := r.value("operating_from"); day != nil {
		f.ready = string(appendDate(nil, day.Days()))
	}
	if f.owner != "" {
		n.acts(f.owner, roleOwner)
		if r.truth("owner_present") {
			f.providers = append(f.providers, f.owner)
		}
	}
	for _, tenant := range n.tenants[place{f.noun.Kind, r.number("id")}] {
		if !slices.Contains(f.providers, tenant) {
			f.providers = append(f.providers, tenant)
		}
	}
	for _, p := range f.providers {
		n.acts(p, roleProvider)
	}
	n.written++
	if f.span {
		f.fillSpan(r)
		return nil
	}
	if f.noun == registry.SiteNoun {
		f.types = []string{"tower"}
	}
	return f.remember(r)
}

func (f *networkFeature) fillSpan(r row) {
	switch f.noun {
	case registry.DuctNoun:
		f.start, f.end = f.network.manholes[r.number("from_manhole")], f.network.manholes[r.number("to_manhole")]
		f.deployment = "belowGround"
	case registry.TrenchNoun:
		f.deployment = "belowGround"
	case registry.CableRouteNoun:
		f.start, f.end = f.network.end(r.text("from_text")), f.network.end(r.text("to_text"))
		f.deployment, f.deployed = deployments[r.text("laying")], r.text("laying")
		for _, m := range strings.Split(r.text("cable_type"), ";") {
			if slices.Contains(transmissionMedia, m) && !slices.Contains(f.media, m) {
				f.media = append(f.media, m)
			}
		}
	}
}

// inParentheses is the id of a node behind its name: an import of OFDS writes
// the ends of a cable so, for people and for us.
var inParentheses = regexp.MustCompile(`\(([^()]+)\)$`)

// end gives the node that the text of a cable's end names, "" when none does.
func (n *network) end(text string) string {
	if m := inParentheses.FindStringSubmatch(text); m != nil {
		if _, known := n.nodes[m[1]]; known {
			return m[1]
		}
	}
	return ""
}

// universal is a code that is meant to be unique everywhere, as the files of
// OFDS have them: a UUID, in braces or not, and perhaps with a number behind.
var universal = regexp.MustCompile(`^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?(_\d+)?$`)

// identity is the id of a node or span: what makes a record the same in the
// register, unless its code does alone.
func (f *networkFeature) identity(code string) string {
	if universal.MatchString(code) && !f.network.given[code] {
		f.network.given[code] = true
		return code
	}
	return string(f.noun.Kind) + "/" + f.owner + "/" + code
}

// remember keeps what spans say of a node.
func (f *networkFeature) remember(r row) error {
	n := f.network
	if len(n.nodes) >= MaxNetworkNodes {
		return errNetworkTooLarge()
	}
	node := networkNode{name: f.name}
	if g := r.value("geometry"); g != nil {
		extent, err := boxOf(g.EWKB())
		if err != nil {
			return err
		}
		node.lon, node.lat, node.located = extent.minX, extent.minY, true
	}
	n.nodes[f.id] = node
	if f.noun == registry.ManholeNoun {
		n.manholes[r.number("id")] = f.id
	}
	return nil
}
