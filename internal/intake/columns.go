package intake

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// Targets that are no field of a noun: where a position is read from.
const (
	targetLon  = "lon"
	targetLat  = "lat"
	targetX    = "x" // northing in Vietnamese tables, easting elsewhere; told apart by size
	targetY    = "y"
	targetPair = "coordinates" // both in one cell
	targetWKT  = "wkt"         // or hexadecimal WKB
)

// positionTargets in the order messages show them.
var positionTargets = []string{targetLon, targetLat, targetX, targetY, targetPair, targetWKT}

// positionsOf gives the targets from which a noun's position can be read. A
// line or a boundary does not come of one point: the centre that a table of
// communes has is none of the register's.
func positionsOf(noun *registry.Noun) []string {
	switch {
	case !positioned(noun):
		return nil
	case noun.Geometry == registry.Point:
		return positionTargets
	}
	return []string{targetWKT}
}

// positionHeaders are the headers, folded, under which people write positions.
var positionHeaders = map[string][]string{
	targetLon:  {"lon", "lng", "long", "longitude", "kinh do", "kinhdo", "kinh do wgs84"},
	targetLat:  {"lat", "latitude", "vi do", "vido", "vi do wgs84"},
	targetX:    {"x", "toa do x", "x m", "northing", "x vn2000"},
	targetY:    {"y", "toa do y", "y m", "easting", "y vn2000"},
	targetPair: {"coordinates", "toa do", "vi tri toa do"},
	targetWKT:  {"wkt", "wkb", "geom", "geometry", "the geom", "wkb geometry"},
}

// rank is how sure a header is to mean a field. Of two columns that mean one
// field the surer is read, then the first: a register's own file has both the
// number "id" and the "code" that "id" is another word for.
type rank int

const (
	noMeaning rank = iota
	byTypo         // a letter away from what it means
	byAliasInPart
	byAlias
	byTitle
	byName
	byReferenceCode // "site_code" for the reference "site"
	byFiler         // the filer's own mapping
)

// column is the column of a file that a target is read from.
type column struct {
	header string // as the filer wrote it
	index  int
	rank   rank
}

// columns says which column of a file each field and position target is read
// from.
type columns struct {
	noun *registry.Noun
	// explicit maps a target to the column the filer named for it.
	explicit map[string]string
	chosen   map[string]column
	// rivals are further columns of the first look that mean a target as surely
	// as the chosen one.
	rivals  map[string][]string
	matched int // how many columns have been looked at
	// idAt and versionAt are where a register's own file has them, -1 elsewhere.
	idAt, versionAt int
	ignored         []string
	// cut says that the file has only the beginnings of long names, as
	// shapefiles do.
	cut bool
}

// newColumns checks the filer's own mapping (target=source). A target that is
// neither a field nor one of its headers is refused with the nearest.
func newColumns(noun *registry.Noun, explicit map[string]string) (*columns, error) {
	c := &columns{noun: noun, explicit: map[string]string{}, chosen: map[string]column{}, rivals: map[string][]string{}, idAt: -1, versionAt: -1}
	var faults []registry.Fault
	for _, target := range slices.Sorted(maps.Keys(explicit)) {
		source := explicit[target]
		name, _ := c.meaning(target)
		if name == "" {
			known := c.targets()
			faults = append(faults, registry.NewFault("columns.target", source, target,
				registry.Tf("%s không có trường %q.", "%s have no field %q.", noun.Path, target),
				registry.Tf("Dùng: %s.", "Use: %s.", suggest(target, known))))
			continue
		}
		c.explicit[name] = source
	}
	return c, registry.Invalid(faults)
}

// suggest names what somebody may have meant: the nearest, else all.
func suggest(name string, known []string) string {
	if near := vnname.Nearest(name, known, 3); len(near) > 0 {
		return strings.Join(near, ", ")
	}
	return strings.Join(known, ", ")
}

// importable are the fields a file can set by a column of their own.
func (c *columns) importable() []*registry.Field {
	var out []*registry.Field
	for _, f := range c.noun.Writable() {
		if f.Type != registry.GeometryField {
			out = append(out, f)
		}
	}
	return out
}

// positioned says whether a position in the file means something: the record's
// own, or for a station the one by which its site is found.
func positioned(noun *registry.Noun) bool {
	g := noun.Field("geometry")
	return g != nil && (!g.ReadOnly || noun == registry.StationNoun)
}

// refersByCode says that a field names another record, by its code in a file.
// Organizations stand in the record by code already.
func refersByCode(f *registry.Field) bool {
	return f.Name == "asset" || (f.Ref != "" && f.Ref != "organization")
}

func (c *columns) targets() []string {
	var out []string
	for _, f := range c.importable() {
		out = append(out, f.Name)
	}
	return append(out, positionsOf(c.noun)...)
}

// inParentheses is a remark behind a heading: "Kinh độ (độ thập phân)".
var inParentheses = regexp.MustCompile(`\s*[(\[][^()\[\]]*[)\]]\s*$`)

// meaning gives the field or position target that a header means, "" when none.
func (c *columns) meaning(header string) (string, rank) {
	if slices.Contains(c.targets(), header) {
		return header, byName
	}
	target, r := c.meaningOf(vnname.Fold(header))
	if target != "" {
		return target, r
	}
	if bare := inParentheses.ReplaceAllString(header, ""); bare != "" && bare != header {
		if target, _ = c.meaningOf(vnname.Fold(bare)); target != "" {
			return target, byAliasInPart
		}
	}
	if c.cut && len(header) == dbaseNameLength {
		return c.meaningOfBeginning(vnname.Fold(header))
	}
	return "", noMeaning
}

// meaningOfBeginning gives the one field of which a name, title or alias begins
// so; none when there are several.
func (c *columns) meaningOfBeginning(folded string) (string, rank) {
	found := ""
	for _, f := range c.importable() {
		names := append([]string{vnname.Fold(f.Name), vnname.Fold(f.Title.VI), vnname.Fold(f.Title.EN)}, f.Aliases...)
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, folded) }) {
			continue
		}
		if found != "" {
			return "", noMeaning
		}
		found = f.Name
	}
	if found == "" {
		return "", noMeaning
	}
	return found, byAliasInPart
}

func (c *columns) meaningOf(folded string) (string, rank) {
	fields := c.importable()
	for _, f := range fields {
		switch folded {
		case vnname.Fold(f.Name):
			return f.Name, byName
		case vnname.Fold(f.Name + "_code"):
			if refersByCode(f) {
				return f.Name, byReferenceCode
			}
		}
	}
	for _, f := range fields {
		if folded == vnname.Fold(f.Title.VI) || folded == vnname.Fold(f.Title.EN) {
			return f.Name, byTitle
		}
	}
	for _, target := range positionsOf(c.noun) {
		if slices.Contains(positionHeaders[target], folded) {
			return target, byTitle
		}
	}
	for _, f := range fields {
		if slices.Contains(f.Aliases, folded) {
			return f.Name, byAlias
		}
	}
	return "", noMeaning
}

// match looks at the columns that have appeared since the last call. Columns
// of the first call compete by rank; a later one takes only what is free, for
// rows have been read without it.
func (c *columns) match(names []string) {
	if c.matched == len(names) {
		return
	}
	first := c.matched == 0
	used := map[int]bool{}
	for i := c.matched; i < len(names); i++ {
		header := names[i]
		switch header {
		case "":
			continue
		case "id":
			c.idAt = i
		case "version":
			c.versionAt = i
		}
		own := false
		for target, source := range c.explicit {
			if source == header || !slices.Contains(names, source) && vnname.Key(source) == vnname.Key(header) {
				c.chosen[target], own = column{header, i, byFiler}, true
			}
		}
		if own {
			continue
		}
		target, r := c.meaning(header)
		if target == "" {
			target, r = c.typo(header), byTypo
		}
		taken, ok := c.chosen[target]
		_, named := c.explicit[target]
		switch {
		case target == "" || named:
		case !ok || first && r > taken.rank:
			c.chosen[target] = column{header, i, r}
			delete(c.rivals, target)
		case first && r == taken.rank:
			c.rivals[target] = append(c.rivals[target], header)
		}
	}
	for _, chosen := range c.chosen {
		used[chosen.index] = true
	}
	for i := c.matched; i < len(names); i++ {
		if names[i] != "" && !used[i] {
			c.ignored = append(c.ignored, names[i])
		}
	}
	c.matched = len(names)
}

// missing gives the faults of columns the filer named that the file has not got.
func (c *columns) missing(names []string) []registry.Fault {
	var faults []registry.Fault
	for _, target := range slices.Sorted(maps.Keys(c.explicit)) {
		if c.has(target) {
			continue
		}
		source := c.explicit[target]
		faults = append(faults, registry.NewFault("columns.source", source, target,
			registry.Tf("Tệp không có cột %q.", "The file has no column %q.", source),
			registry.Tf("Các cột: %s.", "Columns: %s.", suggest(source, names))))
	}
	return faults
}

// twice gives the faults of fields that several columns mean equally: which one
// holds the value is the filer's to say.
func (c *columns) twice() []registry.Fault {
	var faults []registry.Fault
	for _, target := range slices.Sorted(maps.Keys(c.rivals)) {
		faults = append(faults, rivalFault(target, append([]string{c.chosen[target].header}, c.rivals[target]...)))
	}
	return faults
}

func rivalFault(target string, headers []string) registry.Fault {
	shown := "“" + strings.Join(headers, "”, “") + "”"
	return registry.NewFault("columns.twice", headers[1], target,
		registry.Tf("Các cột %s cùng là %s.", "The columns %s all mean %s.", shown, target),
		registry.Tf("Chọn một cột cho %s, hoặc đổi tên các cột còn lại.", "Choose one column for %s, or rename the others.", target))
}

// cell gives a target's value in a record, trimmed; "" when there is none.
func (c *columns) cell(r *Record, target string) string {
	chosen, ok := c.chosen[target]
	if !ok {
		return ""
	}
	v, _ := r.At(chosen.index)
	return strings.TrimSpace(v)
}

// isNumber says whether a target's value is a JSON number, which has a decimal
// point whatever the text of other cells.
func (c *columns) isNumber(r *Record, target string) bool {
	chosen, ok := c.chosen[target]
	return ok && chosen.index < len(r.kinds) && r.kinds[chosen.index] == kindNumber
}

// header gives a target's column as the filer wrote it, else the target.
func (c *columns) header(target string) string {
	if chosen, ok := c.chosen[target]; ok {
		return chosen.header
	}
	return target
}

// has says whether the file has a column for a target.
func (c *columns) has(target string) bool {
	_, ok := c.chosen[target]
	return ok
}

// reference gives the code of the record that a cell names. The register's own
// files hold the id of a reference, unless a column beside it holds the code:
// "#45" is the record of id 45.
func (c *columns) reference(r *Record, f *registry.Field, text string) string {
	if c.chosen[f.Name].rank == byName && isID(text) && c.ours(r) {
		return "#" + text
	}
	return text
}

// ours says that the register itself has written the record: it has an id and a
// version.
func (c *columns) ours(r *Record) bool {
	version, _ := r.At(c.versionAt)
	id, _ := r.At(c.idAt)
	return isID(version) && (isID(id) || isID(r.ID))
}

func isID(s string) bool {
	return s != "" && len(s) <= 18 && strings.Trim(s, "0123456789") == ""
}
