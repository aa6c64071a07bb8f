package export

import (
	"context"
	"crypto/sha1" // #nosec G505 -- RFC 9562 makes version 5 identifiers with it; nothing is secret here
	"fmt"
	"io"
	"slices"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// NetworkFormat is a publication format of the Open Fibre Data Standard 0.3, in
// which the register leaves as one network: manholes, sites and service points
// are its nodes; ducts, trenches and cable routes its spans; owners are the
// physical infrastructure providers; tenants, and owners with equipment of
// their own there, the network providers.
//
// What OFDS has no member for stands in a member "hatangso" of each node and
// span, so that a file comes back whole; OFDS allows members of one's own. Who
// publishes a file decides whether they go with it. The CSV form has none.
type NetworkFormat string

const (
	OFDSJSON  NetworkFormat = "ofds-json"  // a network package
	OFDSNodes NetworkFormat = "ofds-nodes" // GeoJSON
	OFDSSpans NetworkFormat = "ofds-spans" // GeoJSON
	OFDSCSV   NetworkFormat = "ofds-csv"   // the tables of a network package, zipped
)

// NetworkFormats lists the formats, in the order help shows them.
var NetworkFormats = []NetworkFormat{OFDSJSON, OFDSNodes, OFDSSpans, OFDSCSV}

// Extension is what a file of the format is called after its name, such as
// "ofds-nodes.geojson".
func (f NetworkFormat) Extension() string {
	switch f {
	case OFDSJSON:
		return "ofds.json"
	case OFDSCSV:
		return "ofds-csv.zip"
	}
	return string(f) + ".geojson"
}

// ContentType gives the media type of the format.
func (f NetworkFormat) ContentType() string {
	switch f {
	case OFDSJSON:
		return "application/json"
	case OFDSCSV:
		return "application/zip"
	}
	return "application/geo+json"
}

// MaxNetworkNodes bounds the nodes of one network: spans name their ends, so
// the nodes are kept in memory, at some 150 bytes each. MaxNetworkTenancies
// does the same for the tenancies of what is in the network.
const (
	MaxNetworkNodes     = 500_000
	MaxNetworkTenancies = 2_000_000
)

// Streamer is where the records of a network come from; *postgres.DB is one.
type Streamer interface {
	Stream(ctx context.Context, who registry.Actor, n *registry.Noun, filter registry.Filter, sink postgres.Sink) (int64, error)
}

// nodeNouns and spanNouns are what a network is made of.
var (
	nodeNouns = []*registry.Noun{registry.ManholeNoun, registry.SiteNoun, registry.ServicePointNoun}
	spanNouns = []*registry.Noun{registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun}
)

// WriteNetwork writes the records a filter takes as one network and says how
// many nodes and spans it wrote; filter's AsOf, BBox, Owner, Status and Unit
// count, about's Noun does not. Every kind of record is read as it is when its
// turn comes; a span whose end is not among the nodes then has no such end. The
// error is CodeTooLarge when the network is too large to be kept together.
func WriteNetwork(ctx context.Context, format NetworkFormat, w io.Writer, db Streamer, who registry.Actor, filter registry.Filter, about About) (int64, error) {
	n := &network{ctx: ctx, db: db, who: who, filter: filter, about: about, out: newBuffer(w),
		organizations: map[string]*networkOrganization{}, tenants: map[place][]string{}}
	n.id = networkID(about.Source + "?" + about.Filter)
	write := map[NetworkFormat]func() error{
		OFDSJSON: n.writePackage, OFDSNodes: n.writeNodes, OFDSSpans: n.writeSpans, OFDSCSV: n.writeTables,
	}[format]
	if write == nil {
		return 0, registry.Errorf(registry.CodeInvalid, "Định dạng %q không có; dùng ofds-json, ofds-nodes, ofds-spans hoặc ofds-csv.",
			"There is no format %q; use ofds-json, ofds-nodes, ofds-spans or ofds-csv.", format)
	}
	if err := n.learn(); err != nil {
		return 0, err
	}
	if err := write(); err != nil {
		return n.written, err
	}
	return n.written, n.out.flush()
}

// network is one being written.
type network struct {
	ctx    context.Context
	db     Streamer
	who    registry.Actor
	filter registry.Filter
	about  About
	out    *buffer
	id     string

	organizations map[string]*networkOrganization // by code
	tenants       map[place][]string              // codes
	nodes         map[string]networkNode          // by id
	manholes      map[int64]string                // id of the node, by the record's
	given         map[string]bool                 // ids that are codes, of nodes or of spans
	tenancies     int
	written       int64
}

// place is one asset.
type place struct {
	kind registry.Kind
	id   int64
}

// networkNode is what a span says of its ends.
type networkNode struct {
	name     string
	lon, lat float64
	located  bool
}

// networkOrganization is one that owns or rents.
type networkOrganization struct {
	code, name, kind, group string
	mvno                    bool
	roles                   []string
}

const (
	roleOwner    = "physicalInfrastructureProvider"
	roleProvider = "networkProvider"
)

// acts notes that an organization has a role in the network.
func (n *network) acts(code, role string) {
	o := n.organizations[code]
	if o == nil { // made since the organizations were read
		o = &networkOrganization{code: code, name: code}
		n.organizations[code] = o
	}
	if !slices.Contains(o.roles, role) {
		o.roles = append(o.roles, role)
	}
}

// learn reads what nodes and spans refer to.
func (n *network) learn() error {
	_, err := n.db.Stream(n.ctx, n.who, registry.OrganizationNoun, registry.Filter{}, eachRow(func(r row) error {
		code := r.text("code")
		n.organizations[code] = &networkOrganization{code: code, name: r.text("name"), kind: r.text("kind"), group: r.text("legal_group"), mvno: r.truth("mvno")}
		return nil
	}))
	if err != nil {
		return err
	}
	day := registry.DateOf(n.about.Written)
	if n.filter.AsOf != nil {
		day = *n.filter.AsOf
	}
	_, err = n.db.Stream(n.ctx, n.who, registry.TenancyNoun, registry.Filter{AsOf: &day}, eachRow(func(r row) error {
		of := place{registry.Kind(r.text("asset_kind")), r.number("asset")}
		if noun := registry.NounByKind(of.kind); !slices.Contains(nodeNouns, noun) && !slices.Contains(spanNouns, noun) {
			return nil
		}
		if n.tenancies++; n.tenancies > MaxNetworkTenancies {
			return errNetworkTooLarge()
		}
		if tenant := r.text("tenant"); !slices.Contains(n.tenants[of], tenant) {
			if o := n.organizations[tenant]; o != nil {
				tenant = o.code // one string for all
			}
			n.tenants[of] = append(n.tenants[of], tenant)
		}
		return nil
	}))
	return err
}

func errNetworkTooLarge() error {
	return registry.Errorf(registry.CodeTooLarge, "Mạng quá lớn để xuất một tệp OFDS (tối đa %d nút); hãy lọc theo đơn vị hoặc khung tọa độ.",
		"The network is too large for one OFDS file (at most %d nodes); filter by unit or box.", MaxNetworkNodes)
}

// each sends the nodes or spans to write.
func (n *network) each(nouns []*registry.Noun, write func(*networkFeature) error) error {
	n.given = map[string]bool{}
	if slices.Equal(nouns, nodeNouns) {
		n.nodes, n.manholes = map[string]networkNode{}, map[int64]string{}
	}
	for _, noun := range nouns {
		f := &networkFeature{network: n, noun: noun, span: slices.Contains(spanNouns, noun)}
		_, err := n.db.Stream(n.ctx, n.who, noun, n.filter, eachRow(func(r row) error {
			if err := f.fill(r); err != nil {
				return err
			}
			return write(f)
		}))
		if err != nil {
			return err
		}
	}
	return nil
}

// networkID is a version 5 UUID (RFC 9562 §5.5): the same register and filter
// give the same network.
func networkID(name string) string {
	space := [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // of URLs
	sum := sha1.Sum(append(space[:], "https://hatangso.vn/network/"+name...))                                         // #nosec G401 -- RFC 9562 makes version 5 identifiers so; nothing is secret
	u := sum[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// row is a streamed row, its values asked for by name.
type row struct {
	fields []registry.Field
	at     map[string]int
	values []postgres.Value
}

func (r row) value(name string) postgres.Value {
	if i, ok := r.at[name]; ok {
		return r.values[i]
	}
	return nil
}

func (r row) text(name string) string { return string(r.value(name)) }

func (r row) number(name string) int64 {
	if v := r.value(name); v != nil {
		return v.Int()
	}
	return 0
}

func (r row) truth(name string) bool {
	v := r.value(name)
	return v != nil && v.Bool()
}

// eachRow is a sink that hands rows on.
func eachRow(do func(row) error) postgres.Sink { return &rowSink{do: do} }

type rowSink struct {
	row row
	do  func(row) error
}

func (s *rowSink) Begin(fields []registry.Field) error {
	s.row = row{fields: fields, at: map[string]int{}}
	for i, f := range fields {
		s.row.at[f.Name] = i
	}
	return nil
}

func (s *rowSink) Row(values []postgres.Value) error {
	s.row.values = values
	return s.do(s.row)
}

func (s *rowSink) End() error { return nil }
