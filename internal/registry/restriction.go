package registry

import "slices"

// Restriction (quy định tại chỗ) is what a Zone or a Street says of a place on a
// day.
type Restriction struct {
	// Noun is zone or street; Kind a code of zone_kind or street_kind.
	Noun string `json:"noun"`
	ID   int64  `json:"id"`
	Code string `json:"code"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	// AllowedClasses, when there are any, leave out every other class of mast.
	AllowedClasses   []string    `json:"allowed_classes"`
	ForbiddenClasses []string    `json:"forbidden_classes"`
	HeightLimitM     *float64    `json:"height_limit_m"`
	HeightDatum      HeightDatum `json:"height_datum"`
	Decision         *string     `json:"decision_number"`
	Issuer           *string     `json:"issuer"`
	DecidedOn        *Date       `json:"decided_on"`
	ValidFrom        *Date       `json:"valid_from"`
	ValidTo          *Date       `json:"valid_to"`
	Deadline         *Date       `json:"deadline"`
	// DistanceM is how far the place is from a street's line, in metres; 0 in a zone.
	DistanceM float64 `json:"distance_m"`
}

// Forbids says whether a mast of a class must not stand there. Of a class that is
// not known nothing is said.
func (r Restriction) Forbids(class string) bool {
	if class == "" {
		return false
	}
	return slices.Contains(r.ForbiddenClasses, class) || len(r.AllowedClasses) > 0 && !slices.Contains(r.AllowedClasses, class)
}

// TooHighM gives by how many metres something whose top is so high above the
// ground stands over the limit; 0 when it does not, or when that cannot be known:
// a limit above the sea needs the elevation of the ground, nil when unknown.
func (r Restriction) TooHighM(topM float64, elevationM *float64) float64 {
	if r.HeightLimitM == nil {
		return 0
	}
	if r.HeightDatum == AboveSea {
		if elevationM == nil {
			return 0
		}
		topM += *elevationM
	}
	return max(0, topM-*r.HeightLimitM)
}
