package intake

import (
	"unicode"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// nameUnit mends what unit files leave out: a name in lower case ("xã Tân An")
// gets its capital, and the kind that stands before the name, which decides the
// area class and with it the service radius, becomes the unit's kind.
func (b *builder) nameUnit(u *registry.Unit) {
	if first, size := utf8.DecodeRuneInString(u.Name); unicode.IsLower(first) {
		u.Name = string(unicode.ToUpper(first)) + u.Name[size:]
	}
	if u.UnitKind != nil {
		return
	}
	kind, _ := vnname.StripPrefix(u.Name)
	if code := b.code("unit_kind", kind); b.codes.Has("unit_kind", code) {
		u.UnitKind = &code
	}
}
