package compliance

import "github.com/hatangso/hatangso/internal/registry"

// Case is what the register knows of a work on the day it is judged (hồ sơ xét).
type Case struct {
	// Kind is SiteKind or PoleKind.
	Kind          registry.Kind
	Status        registry.Status
	BuiltOn       *registry.Date
	OperatingFrom *registry.Date
	// InService says that the work is in service on the day.
	InService bool
	// Urban says that it stood in a ward or township when it was built; nil when
	// the register cannot tell.
	Urban *bool
	// BuildingHeightM is of the building a site stands on, in metres; ElevationM
	// that of the ground above mean sea level.
	BuildingHeightM *float64
	ElevationM      *float64
	// OnGround says that a site stands on the ground, where no building adds to
	// the height.
	OnGround bool
	// Masts are those in use on the day.
	Masts        []registry.Mast
	Permits      []registry.Permit
	Certificates []registry.Certificate
	// Restrictions are of zones and listed streets that were or are in force.
	Restrictions []Restriction
	// Boxes is the number of boxes on a pole, Enterprises how many have a right to
	// one: its owner and its tenants.
	Boxes       *int64
	Enterprises int
	// Beside is an older pole of another owner on the same route, nil for none.
	Beside *Beside
}

// Beside is a pole that stood on the route before (cột đã có trên tuyến).
type Beside struct {
	Code      string
	Owner     string
	DistanceM float64
	Road      string
}

// Restriction is what a zone or a listed street says of a place (quy định tại chỗ).
type Restriction struct {
	RestrictionRef
	Code             string         `json:"code"`
	Name             string         `json:"name"`
	Kind             string         `json:"kind"` // of the code list zone_kind or street_kind
	AllowedClasses   []string       `json:"allowed_classes"`
	ForbiddenClasses []string       `json:"forbidden_classes"`
	HeightLimitM     *float64       `json:"height_limit_m"`
	HeightDatum      string         `json:"height_datum"` // "ground" or "sea"
	Decision         *string        `json:"decision_number"`
	Issuer           *string        `json:"issuer"`
	DecidedOn        *registry.Date `json:"decided_on"`
	ValidFrom        *registry.Date `json:"valid_from"`
	ValidTo          *registry.Date `json:"valid_to"` // the first day it is no longer in force
	Deadline         *registry.Date `json:"deadline"`
	DistanceM        float64        `json:"distance_m"` // 0 inside a zone
}

// RestrictionRef names a zone or a listed street.
type RestrictionRef struct {
	Noun string `json:"noun"` // "zone" or "street"
	ID   int64  `json:"id"`
}

// on says that the restriction is in force on a day.
func (r *Restriction) on(day registry.Date) bool {
	return (r.ValidFrom == nil || !day.Before(*r.ValidFrom)) && (r.ValidTo == nil || day.Before(*r.ValidTo))
}

// Basis says what a day of construction rests on.
type Basis string

const (
	FromBuiltOn   Basis = "built_on"       // as registered
	FromOperating Basis = "operating_from" // no later than that: the day itself is missing
	FromToday     Basis = "today"          // not built yet: judged as if built on the day
)

// Construction is the day a work was built by (ngày xây dựng).
type Construction struct {
	On    registry.Date
	Basis Basis
}

// construction gives the day of construction, nil when nothing tells.
func (c *Case) construction(day registry.Date) *Construction {
	switch {
	case c.BuiltOn != nil:
		return &Construction{*c.BuiltOn, FromBuiltOn}
	case c.OperatingFrom != nil:
		return &Construction{*c.OperatingFrom, FromOperating}
	case c.Status == registry.Planned || c.Status == registry.Approved || c.Status == registry.UnderConstruction:
		return &Construction{day, FromToday}
	}
	return nil
}

// bulky says whether the work has a mast that is bulky by its class (A2…).
func (c *Case) bulky() bool {
	for i := range c.Masts {
		if isBulky(c.Masts[i].Class) {
			return true
		}
	}
	return false
}

func isBulky(class *string) bool { return class != nil && len(*class) >= 2 && (*class)[:2] == "A2" }
