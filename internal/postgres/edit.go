package postgres

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of the edits of geometry, in metres.
const (
	// MaxOffLineM is how far from a duct a point or a manhole may lie that is
	// said to be on it.
	MaxOffLineM = 20.0
	// MinSectionM is the shortest section that is cut off.
	MinSectionM = 0.5
	// MaxSnapM bounds how far an end is moved to a manhole.
	MaxSnapM = 50.0
)

// SplitAt says where a duct is cut: at a point or a fraction, and, or instead, at
// a manhole.
type SplitAt struct {
	Point    *orb.Point
	Fraction *float64 // of its length, from its first end
	// Manhole is the id of the manhole between the sections.
	Manhole *int64
	// NewManhole is made between the sections: where the cut is, unless it has a
	// place; the duct's owner's, unless it has one.
	NewManhole *registry.Manhole
	// Code is the second section's; empty for one made from the first's.
	Code string
}

// SplitDuct cuts a duct section in two. The first keeps the id and everything
// but its far end; the second is a new record with the same owner, dates and
// description, the tenancies and the permits. Together they are as long as the
// duct was (to the millimetre, or 1e-8 of a long one), so that the numbers of
// any past day stay as they are.
func (w *Work) SplitDuct(ctx context.Context, id, version int64, at SplitAt) (first, second registry.Record, err error) {
	current, err := lockVersion(ctx, w.tx, registry.DuctNoun, id, version)
	if err != nil {
		return nil, nil, translate(err)
	}
	duct := current.(*registry.Duct)
	place, err := w.placeOfCut(ctx, lineOf(duct), &at)
	if err != nil {
		return nil, nil, err
	}
	a, b := split(lineOf(duct), place)
	if len(a) < 2 || len(b) < 2 || lengthM(a) < MinSectionM || lengthM(b) < MinSectionM {
		return nil, nil, refused("split.end", "at", fmt.Sprintf("%.1f m", math.Min(lengthM(a), lengthM(b))),
			registry.Tf("Một đoạn sẽ ngắn hơn %g m.", "One section would be shorter than %g m.", MinSectionM),
			registry.T("Chọn điểm cắt xa đầu đoạn hơn.", "Cut farther from the end."))
	}
	if at.NewManhole != nil {
		if at.Manhole, err = w.manholeAt(ctx, *at.NewManhole, duct, b[0]); err != nil {
			return nil, nil, err
		}
	}
	rest := *duct
	rest.Code, rest.Submitted, rest.Geometry.Geometry, rest.FromManhole = at.Code, nil, b, at.Manhole
	if rest.Code == "" {
		if rest.Code, err = w.freeCode(ctx, duct); err != nil {
			return nil, nil, err
		}
	}
	whole := *duct.LengthM
	duct.Geometry.Geometry, duct.ToManhole = a, at.Manhole
	if first, err = w.store(ctx, registry.DuctNoun, id, duct); err != nil {
		return nil, nil, err
	}
	if second, err = w.Create(ctx, registry.DuctNoun, &rest); err != nil {
		return nil, nil, err
	}
	for _, n := range []*registry.Noun{registry.TenancyNoun, registry.PermitNoun} {
		if err := w.copyOf(ctx, n, id, second.(*registry.Duct).ID); err != nil {
			return nil, nil, err
		}
	}
	return first, second, sameLength(whole, *first.(*registry.Duct).LengthM+*second.(*registry.Duct).LengthM)
}

// placeOfCut finds where a line is to be cut.
func (w *Work) placeOfCut(ctx context.Context, line orb.LineString, at *SplitAt) (place cut, err error) {
	far := func(field string, off float64) error {
		return refused("split.far", field, fmt.Sprintf("%.1f m", off),
			registry.Tf("Cách đoạn cống quá %g m.", "More than %g m from the duct.", MaxOffLineM),
			registry.T("Kiểm tra tọa độ, hoặc sửa tuyến cống trước.", "Check the coordinates, or mend the duct's line first."))
	}
	given := at.Point
	if at.Manhole != nil {
		manhole, err := get(ctx, w.tx, registry.ManholeNoun, *at.Manhole)
		if errors.Is(err, pgx.ErrNoRows) {
			return place, unknownReference("manhole")
		} else if err != nil {
			return place, translate(err)
		}
		p := manhole.(*registry.Manhole).Geometry.Geometry.(orb.Point)
		var off float64
		if place, off = nearestCut(line, p); off > MaxOffLineM {
			return place, far("manhole", off)
		}
	} else if given == nil && at.NewManhole != nil && at.NewManhole.Geometry.Geometry != nil {
		if p, ok := at.NewManhole.Geometry.Geometry.(orb.Point); ok {
			given = &p
		}
	}
	switch {
	case at.Fraction != nil:
		return cutAt(line, *at.Fraction), nil
	case given != nil:
		var off float64
		if place, off = nearestCut(line, *given); off > MaxOffLineM {
			return place, far("at", off)
		}
	}
	return place, nil
}

// manholeAt makes the manhole between two sections.
func (w *Work) manholeAt(ctx context.Context, m registry.Manhole, duct *registry.Duct, p orb.Point) (*int64, error) {
	if m.Geometry.Geometry == nil {
		m.Geometry.Geometry = p
	}
	if m.Owner == nil {
		m.Owner = duct.Owner
	}
	stored, err := w.Create(ctx, registry.ManholeNoun, &m)
	if err != nil {
		return nil, registry.Within(err, "/new_manhole")
	}
	return &stored.(*registry.Manhole).ID, nil
}

// freeCode gives a code for a section cut off a duct: the duct's with the first
// number its owner has not used.
func (w *Work) freeCode(ctx context.Context, duct *registry.Duct) (code string, err error) {
	base := duct.Code
	if most := registry.DuctNoun.Field("code").MaxChars - 8; len([]rune(base)) > most {
		base = string([]rune(base)[:most])
	}
	err = w.tx.QueryRow(ctx, `SELECT $1 || '-' || n FROM generate_series(2, 100000) AS n
		WHERE NOT EXISTS (SELECT FROM asset a LEFT JOIN organization o ON o.id = a.owner_id
			WHERE a.kind = 'duct' AND a.code = $1 || '-' || n AND o.code IS NOT DISTINCT FROM $2) ORDER BY n LIMIT 1`, base, duct.Owner).Scan(&code)
	return code, translate(err)
}

// copyOf makes what refers to one duct refer to another as well.
func (w *Work) copyOf(ctx context.Context, n *registry.Noun, from, to int64) error {
	var columns []string
	for _, f := range n.Writable() {
		if f.Name != "asset" {
			columns = append(columns, quote(f.Column))
		}
	}
	list := strings.Join(columns, ", ")
	_, err := w.tx.Exec(ctx, fmt.Sprintf(`INSERT INTO %[1]s (asset_id, %[2]s) SELECT $2, %[2]s FROM %[1]s
		WHERE asset_kind = 'duct' AND asset_id = $1 ORDER BY id`, n.Table, list), from, to)
	return translate(err)
}

// JoinDucts makes two duct sections that meet one: the first, which gets the
// line, the far manhole and the permits of the second, and the lesser of their
// free ducts; the second is deleted. They must have the same owner, dates,
// make and tenancies: the error names what differs. Together they were as long
// as the section is then, to the millimetre.
func (w *Work) JoinDucts(ctx context.Context, ids, versions [2]int64) (registry.Record, error) {
	order := [2]int{0, 1}
	if ids[0] > ids[1] { // locks in one order, whoever names them in which
		order = [2]int{1, 0}
	}
	var ducts [2]*registry.Duct
	for _, i := range order {
		record, err := lockVersion(ctx, w.tx, registry.DuctNoun, ids[i], versions[i])
		if errors.Is(err, pgx.ErrNoRows) {
			return nil, unknownReference("ids")
		} else if err != nil {
			return nil, translate(err)
		}
		ducts[i] = record.(*registry.Duct)
	}
	a, b := ducts[0], ducts[1]
	line, turned, ahead, ok := meeting(lineOf(a), lineOf(b))
	if !ok {
		return nil, refused("join.apart", "ids", "",
			registry.T("Hai đoạn không có chung đầu nào.", "The two sections share no end."),
			registry.T("Sửa tọa độ đầu đoạn cho trùng nhau, hoặc dùng snap vào cùng một bể.", "Make an end of both the same position, or snap both to one manhole."))
	}
	if err := w.alike(ctx, a, b); err != nil {
		return nil, err
	}
	whole := *a.LengthM + *b.LengthM
	from, to := b.FromManhole, b.ToManhole
	if turned {
		from, to = to, from
	}
	if ahead {
		a.FromManhole = from
	} else {
		a.ToManhole = to
	}
	if a.FreeDucts != nil && b.FreeDucts != nil {
		*a.FreeDucts = min(*a.FreeDucts, *b.FreeDucts)
	}
	a.Geometry.Geometry = line
	if err := w.takeOver(ctx, a.ID, b.ID); err != nil {
		return nil, err
	}
	if _, err := w.tx.Exec(ctx, `DELETE FROM asset WHERE kind = 'duct' AND id = $1`, b.ID); err != nil {
		return nil, translate(stillReferred(err))
	}
	joined, err := w.store(ctx, registry.DuctNoun, a.ID, a)
	if err != nil {
		return nil, err
	}
	return joined, sameLength(whole, *joined.(*registry.Duct).LengthM)
}

// takeOver gives one duct the permits of another that it has not, and takes
// away what else refers to that.
func (w *Work) takeOver(ctx context.Context, to, from int64) error {
	if _, err := w.tx.Exec(ctx, `DELETE FROM tenancy WHERE asset_kind = 'duct' AND asset_id = $1`, from); err != nil {
		return translate(err)
	}
	if _, err := w.tx.Exec(ctx, `DELETE FROM permit p WHERE asset_kind = 'duct' AND asset_id = $2 AND EXISTS (SELECT FROM permit o
		WHERE o.asset_kind = 'duct' AND o.asset_id = $1 AND (o.basis, o.number, o.authority, o.issued_on, o.valid_until, o.height_m, o.note)
			IS NOT DISTINCT FROM (p.basis, p.number, p.authority, p.issued_on, p.valid_until, p.height_m, p.note))`, to, from); err != nil {
		return translate(err)
	}
	_, err := w.tx.Exec(ctx, `UPDATE permit SET asset_id = $1 WHERE asset_kind = 'duct' AND asset_id = $2`, to, from)
	return translate(err)
}

// alikeFields are those two sections must have in common to become one: all
// that a number or a past day depends on, and what they are made of.
var alikeFields = []string{"owner", "owner_present", "status", "planned_on", "approved_on", "built_on", "operating_from", "operating_to", "removed_on",
	"fibre_access", "disclosure", "ducts", "diameter_mm", "material"}

// alike refuses sections that differ, naming every difference.
func (w *Work) alike(ctx context.Context, a, b *registry.Duct) error {
	var faults []registry.Fault
	differ := func(field, one, other string) {
		faults = append(faults, registry.NewFault("join.differs", field, one+" ≠ "+other,
			registry.Tf("Hai đoạn khác nhau ở %s.", "The two sections differ in %s.", field),
			registry.T("Sửa cho giống nhau nếu một bên ghi sai; nếu không, giữ hai đoạn.", "Make them the same where one is wrong; if neither is, keep two sections.")))
	}
	for _, name := range alikeFields {
		f := registry.DuctNoun.Field(name)
		if one, other := shown(f, a), shown(f, b); one != other {
			differ(name, one, other)
		}
	}
	rows, err := w.tx.Query(ctx, query("tenancies_differ"), a.ID, b.ID)
	if err != nil {
		return translate(err)
	}
	var one, other string
	if _, err := pgx.ForEachRow(rows, []any{&one, &other}, func() error {
		differ("tenancies", one, other)
		return nil
	}); err != nil {
		return translate(err)
	}
	return registry.Invalid(faults)
}

// SnapDuct moves the ends of a duct to the nearest manhole within tolerance, in
// metres, and makes them the ends' manholes. An end with none near stays.
func (w *Work) SnapDuct(ctx context.Context, id, version int64, toleranceM float64) (registry.Record, error) {
	current, err := lockVersion(ctx, w.tx, registry.DuctNoun, id, version)
	if err != nil {
		return nil, translate(err)
	}
	duct := current.(*registry.Duct)
	line := append(orb.LineString(nil), lineOf(duct)...)
	ends := [2]struct {
		vertex  int
		manhole **int64
	}{{0, &duct.FromManhole}, {len(line) - 1, &duct.ToManhole}}
	found := 0
	for _, end := range ends {
		var near int64
		var lon, lat float64
		err := w.tx.QueryRow(ctx, query("nearest_manhole"), line[end.vertex][0], line[end.vertex][1], toleranceM).Scan(&near, &lon, &lat)
		if errors.Is(err, pgx.ErrNoRows) {
			continue
		} else if err != nil {
			return nil, translate(err)
		}
		found++
		line[end.vertex], *end.manhole = orb.Point{lon, lat}, &near
	}
	if found == 0 {
		return nil, refused("snap.none", "tolerance_m", fmt.Sprintf("%g m", toleranceM),
			registry.T("Không có bể nào gần đầu nào của đoạn cống.", "No manhole is near either end of the duct."),
			registry.Tf("Tăng khoảng cách (không quá %g m) hoặc nhập bể trước.", "Raise the tolerance (up to %g m) or register the manhole first.", MaxSnapM))
	}
	if found == 2 && *duct.FromManhole == *duct.ToManhole {
		return nil, refused("snap.same", "tolerance_m", fmt.Sprintf("%g m", toleranceM),
			registry.Tf("Hai đầu cùng gần một bể (%d).", "Both ends are nearest to one manhole (%d).", *duct.FromManhole),
			registry.T("Giảm khoảng cách.", "Lower the tolerance."))
	}
	duct.Geometry.Geometry = line
	return w.store(ctx, registry.DuctNoun, id, duct)
}

// lengthM is a line's length for a comparison with a limit.
func lengthM(line orb.LineString) (m float64) {
	for i := 1; i < len(line); i++ {
		m += apartM(line[i-1], line[i])
	}
	return m
}

// sameLength holds an edit to its promise.
func sameLength(before, after float64) error {
	if math.Abs(before-after) <= max(0.001, before*1e-8) {
		return nil
	}
	return fmt.Errorf("an edit that keeps lengths made %.4f m of %.4f m", after, before)
}
