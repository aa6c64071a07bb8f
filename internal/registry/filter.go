package registry

import "github.com/paulmach/orb"

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
	// Technology keeps the stations of one technology.
	Technology string
	// Asset keeps the tenancies and permits of one asset, with AssetKind.
	Asset     int64
	AssetKind Kind
	// Site keeps the masts, stations and certificates of one site.
	Site int64
}

// Page is a keyset page of a list: records with an id above After, Limit of
// them at most.
type Page struct {
	After int64
	Limit int
}

// Limits of a page.
const (
	DefaultPageLimit = 100
	MaxPageLimit     = 1000
)
