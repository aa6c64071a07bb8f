package registry

// Succession says that an old unit, or a part of it, became part of a new one
// (sắp xếp đơn vị hành chính).
type Succession struct {
	// OldLevel and NewLevel differ where a district became a special zone (đặc
	// khu) as a whole.
	OldLevel, NewLevel            Level
	OldCode, OldName, OldProvince string
	NewCode, NewName, NewProvince string
	// Whole says all of the old unit went there: a share of 1. Otherwise the
	// share is unknown until somebody measures it.
	Whole bool
}
