package intake

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/hatangso/hatangso/internal/coord"
	"github.com/hatangso/hatangso/internal/registry"
)

// FormatOFDS is a file of the Open Fibre Data Standard: a network package, or
// the GeoJSON of nodes or spans.
const FormatOFDS Format = "ofds"

// Limits of a network; both are kept in memory while it is read.
const (
	MaxNetworkOrganizations = 10_000
	MaxNetworkNodes         = 500_000
)

// Rules of the faults that networks give.
const (
	RuleOFDS         = "ofds.invalid"
	RuleOFDSGeometry = "ofds.geometry"
)

// Network is an OFDS file being read: versions 0.1 to 0.4 as they are found in
// the world, one or several networks of it.
//
// A file that the register has written comes back as it was. Of any other,
// nodes become manholes and spans cable routes, coded by their ids; the owner
// is the physicalInfrastructureProvider (0.4: transmissionMediumOwner), the
// other networkProviders become tenants; a cable's ends are given as "name
// (id)" of their nodes. Not taken over, for the register has no place for it:
// phases, contracts, suppliers, technologies, capacity, fibre counts and types,
// types and power of nodes, international connections, websites, and what
// belowGround may mean.
type Network struct {
	file   *os.File
	limits Limits
	// own says that the register has written the file.
	own           bool
	crs           string
	organizations []ofdsReference
	known         map[string]int    // id of an organization to its place
	nodes         map[string]string // id of a node to its name
	nouns         map[string]bool   // paths of the nouns in a file of our own
	nodeCount     int
	spanCount     int
	tenants       int
}

// OpenNetwork reads a file once for what its parts refer to. Errors are those of
// [Open].
func OpenNetwork(f *os.File, opts Options) (*Network, error) {
	n := &Network{file: f, limits: opts.Limits.withDefaults(), known: map[string]int{}, nodes: map[string]string{}, nouns: map[string]bool{}}
	source, err := n.scan()
	if err != nil {
		return nil, err
	}
	for {
		e, err := source.next()
		if err == io.EOF {
			break
		}
		if isRowError(err) {
			continue // told when the rows are read
		}
		if err != nil {
			return nil, err
		}
		if err := n.learn(e); err != nil {
			return nil, err
		}
	}
	n.crs = source.crs
	if n.nodeCount+n.spanCount == 0 {
		return nil, refuseFile(RuleOFDS, f.Name(),
			registry.T("Tệp không phải OFDS, hoặc không có nút và tuyến nào.", "The file is not OFDS, or has neither nodes nor spans."),
			registry.T("Nộp tệp OFDS dạng JSON (networks), hoặc GeoJSON của nodes hay spans.", "File an OFDS network package, or the GeoJSON of nodes or spans."))
	}
	return n, nil
}

// scan reads the file from its beginning.
func (n *Network) scan() (*ofdsSource, error) {
	info, err := n.file.Stat()
	if err != nil {
		return nil, err
	}
	text, err := newTextSource(io.NewSectionReader(n.file, 0, info.Size()), n.limits.FileBytes, "")
	if err != nil {
		return nil, err
	}
	return &ofdsSource{s: jsonScanner{w: newWindow(text), limits: n.limits}, limits: n.limits}, nil
}

// learn notes what an element is and refers to.
func (n *Network) learn(e ofdsElement) error {
	if e.section == ofdsOrganisations {
		var o ofdsReference
		if json.Unmarshal(e.raw, &o) == nil {
			return n.addOrganization(o)
		}
		return nil
	}
	item, fault := e.decode()
	if fault != nil {
		return nil // told when the rows are read
	}
	for _, o := range append(item.NetworkProviders, item.owner()) {
		if err := n.addOrganization(o); err != nil {
			return err
		}
	}
	for _, end := range []ofdsEnd{item.Start, item.End} {
		if end.Name != "" { // in GeoJSON an end stands there itself
			if err := n.addNode(end.ID, end.Name); err != nil {
				return err
			}
		}
	}
	if item.Own != nil {
		n.own = true
		n.nouns[item.ownNoun()] = true
	}
	if e.section == ofdsSpans {
		n.spanCount++
	} else {
		n.nodeCount++
		if err := n.addNode(string(item.ID), item.Name); err != nil {
			return err
		}
	}
	n.tenants += len(item.tenants())
	return nil
}

func (n *Network) addNode(id, name string) error {
	if id == "" {
		return nil
	}
	if len(n.nodes) >= MaxNetworkNodes {
		return refuseSize(RuleLimitRows,
			registry.Tf("Mạng có hơn %d nút.", "The network has more than %d nodes.", MaxNetworkNodes),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	n.nodes[id] = name
	return nil
}

// addOrganization takes an organization from wherever it is named; what the
// list of organisations says of it counts more than a reference.
func (n *Network) addOrganization(o ofdsReference) error {
	if o.code() == "" {
		return nil
	}
	if i, ok := n.known[o.code()]; ok {
		if o.Own != nil {
			n.organizations[i].Own = o.Own
		}
		if n.organizations[i].Name == "" {
			n.organizations[i].Name = o.Name
		}
		return nil
	}
	if len(n.organizations) >= MaxNetworkOrganizations {
		return refuseSize(RuleLimitRows,
			registry.Tf("Tệp có hơn %d tổ chức.", "The file has more than %d organisations.", MaxNetworkOrganizations),
			registry.T("Chia tệp thành nhiều phần.", "Split the file."))
	}
	n.known[o.code()] = len(n.organizations)
	n.organizations = append(n.organizations, o)
	return nil
}

// Own says that the file is one the register has written.
func (n *Network) Own() bool { return n.own }

// Batches gives the loads that make the network, in an order in which each
// finds what it refers to. The file is read once for each, while it is loaded.
func (n *Network) Batches(codes registry.Codes) ([]registry.Batch, error) {
	var out []registry.Batch
	add := func(noun *registry.Noun, reader Reader) error {
		rows, err := NewRows(reader, noun, codes, RowOptions{})
		if err != nil {
			return err
		}
		out = append(out, registry.Batch{Noun: noun, Rows: rows})
		return nil
	}
	if len(n.organizations) > 0 {
		if err := add(registry.OrganizationNoun, n.organizationReader()); err != nil {
			return nil, err
		}
	}
	for _, noun := range registry.Nouns {
		if !n.has(noun) {
			continue
		}
		reader, err := n.reader(noun)
		if err != nil {
			return nil, err
		}
		if err := add(noun, reader); err != nil {
			return nil, err
		}
	}
	if n.tenants > 0 && !n.own { // our own files of tenancies say more of them
		reader, err := n.tenancyReader()
		if err != nil {
			return nil, err
		}
		if err := add(registry.TenancyNoun, reader); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// nounOf gives the noun an element becomes, nil when it is none we have.
func (n *Network) nounOf(section string, item *ofdsItem) *registry.Noun {
	if item.Own != nil {
		noun := registry.NounByPath(item.ownNoun())
		if slices.Contains(ofdsNouns[section], noun) {
			return noun
		}
		return nil
	}
	if section == ofdsSpans {
		return registry.CableRouteNoun
	}
	return registry.ManholeNoun
}

// ofdsNouns are what a section of our own files holds.
var ofdsNouns = map[string][]*registry.Noun{
	ofdsNodes: {registry.ManholeNoun, registry.SiteNoun, registry.ServicePointNoun},
	ofdsSpans: {registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun},
}

// has says whether the file has records of a noun. What is foreign in a file of
// our own, or at fault, is read with the manholes or cable routes.
func (n *Network) has(noun *registry.Noun) bool {
	switch noun {
	case registry.ManholeNoun:
		return n.nouns[noun.Path] || n.nodeCount > 0 && !n.own
	case registry.CableRouteNoun:
		return n.nouns[noun.Path] || n.spanCount > 0 && !n.own
	}
	return n.nouns[noun.Path] && (slices.Contains(ofdsNouns[ofdsNodes], noun) || slices.Contains(ofdsNouns[ofdsSpans], noun))
}

// systemOf refuses a network in a reference system that nobody knows.
func (n *Network) metadata() Metadata {
	meta := Metadata{Format: FormatOFDS, Encoding: "UTF-8"}
	if crs, err := coord.LookupName(n.crs); n.crs != "" && (err != nil || crs.EPSG != coord.EPSGWGS84) {
		meta.CRSName = n.crs
	}
	return meta
}

// end gives a span's end for people, with the id behind so that an export finds
// the node again.
func (n *Network) end(e ofdsEnd) string {
	if e.ID == "" {
		return ""
	}
	const most = 200 // characters of from_text and to_text
	name := []rune(n.nodes[e.ID])
	id := fmt.Sprintf("(%s)", e.ID)
	if room := most - len([]rune(id)) - 1; len(name) > room {
		name = name[:max(room, 0)]
	}
	if len(name) == 0 {
		return id
	}
	return string(name) + " " + id
}
