package registry

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// Filter narrows a list, an export or a number. The zero Filter takes all.
type Filter struct {
	// BBox takes what touches the box; longitude/latitude, west < east.
	BBox *orb.Bound
	// Owner is an organization's code; for a station its operator's, for a
	// tenancy its tenant's.
	Owner string
	// Unit is a unit's code at AsOf (or today) and means it and everything below.
	Unit string
	// Status keeps assets of one status.
	Status Status
	// AsOf keeps what was in service on the day; nil keeps every record.
	AsOf *Date
	// Ahead keeps with AsOf what is not built yet too, as the map of today shows it.
	Ahead bool
	// Technology keeps the stations of one technology, and the sites where one
	// is on air on AsOf (or today).
	Technology string
	// Tenant keeps the assets that an organization rents on AsOf (or today), and
	// the sites where a station of its own is on air; its code.
	Tenant string
	// Text keeps records in whose code, name, address or road every word of it
	// occurs, accents, tone placement and case aside; a record without those is
	// searched by its number or contract.
	Text string
	// Asset keeps the tenancies and permits of one asset, with AssetKind.
	Asset     int64
	AssetKind Kind
	// Awaiting keeps the tenancies on which the asker's organization has not said
	// its side.
	Awaiting bool
	// Open keeps the violations that are neither closed nor dismissed.
	Open bool
	// State keeps the violations or field reports of one state.
	State string
	// Site keeps the masts, stations and certificates of one site, and the reports
	// matched with it.
	Site int64
	// Where keeps the records of which an expression is true; nil keeps all.
	Where Expression
}

// Expression is a condition on the fields of a record (biểu thức lọc), such as
// those of package ogc/cql2. It writes itself as it can be read again.
type Expression interface {
	String() string
	MarshalJSON() ([]byte, error)
}

// Page is a keyset page of a list: records with an id above After, Limit of
// them at most.
type Page struct {
	After int64
	Limit int
	// Newest gives the last records, the newest first, instead of a page.
	Newest bool
}

// MaxSearchChars bounds Filter.Text.
const MaxSearchChars = 100

// Limits of a page.
const (
	DefaultPageLimit = 100
	MaxPageLimit     = 1000
)

// ParseBBox reads west,south,east,north in degrees, west before east: a box over
// the antimeridian is not needed here.
func ParseBBox(s string) (orb.Bound, error) {
	parts := strings.Split(s, ",")
	if len(parts) != 4 {
		return orb.Bound{}, fmt.Errorf("%d numbers instead of 4", len(parts))
	}
	var v [4]float64
	for i, p := range parts {
		n, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || n != n {
			return orb.Bound{}, fmt.Errorf("%q is not a number", p)
		}
		v[i] = n
	}
	b := orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
	if b.Min[0] > b.Max[0] || b.Min[1] > b.Max[1] || b.Min[0] < -180 || b.Max[0] > 180 || b.Min[1] < -90 || b.Max[1] > 90 {
		return orb.Bound{}, fmt.Errorf("not a box on Earth: west ≤ east, south ≤ north")
	}
	return b, nil
}
