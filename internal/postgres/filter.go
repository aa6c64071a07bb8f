package postgres

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// conditions collects AND-ed conditions and their arguments. The texts are
// constants of this package; whatever comes from a caller is an argument.
type conditions struct {
	parts []string
	args  []any
	// calculates says that numbers are calculated with, so that one may be too large.
	calculates bool
	// once says that one plan serves, whatever the arguments.
	once bool
}

// nearDegrees is how wide and high a box is at most, in degrees, for which one plan
// serves whatever else is asked: the index of places finds the few that are in it.
const nearDegrees = 0.25

// within notes that all of a noun's are in one of some boxes.
func (c *conditions) within(n *registry.Noun, boxes ...orb.Bound) {
	c.once = c.once || n.Geometry == registry.Point && !slices.ContainsFunc(boxes, func(b orb.Bound) bool {
		return math.Abs(b.Max[0]-b.Min[0]) > nearDegrees || math.Abs(b.Max[1]-b.Min[1]) > nearDegrees
	})
}

// arg adds an argument and gives its placeholder.
func (c *conditions) arg(v any) string {
	c.args = append(c.args, v)
	return fmt.Sprintf("$%d", len(c.args))
}

// and adds a condition; each %s takes the placeholder of the next value.
func (c *conditions) and(format string, values ...any) {
	places := make([]any, len(values))
	for i, v := range values {
		places[i] = c.arg(v)
	}
	c.parts = append(c.parts, fmt.Sprintf(format, places...))
}

func (c *conditions) sql() string {
	if len(c.parts) == 0 {
		return "true"
	}
	return strings.Join(c.parts, " AND ")
}

// filterable says which columns behind a guarded view a filter can use.
func filterable(n *registry.Noun, column string) bool {
	switch column {
	case "unit_id":
		return n != registry.OrganizationNoun && n != registry.ReportedNoun && n != registry.DIINoun
	case "owner_id":
		return n.IsAsset() || n == registry.MastNoun || n == registry.StationNoun || n == registry.TenancyNoun || n == registry.PlannedWorkNoun
	case "in_service":
		return n.IsAsset() || n == registry.MastNoun || n == registry.StationNoun || n == registry.TenancyNoun || n == registry.PlannedWorkNoun
	case "valid":
		return n == registry.UnitNoun || n == registry.VillageNoun || n == registry.ZoneNoun || n == registry.StreetNoun
	}
	return n.Field(column) != nil
}

// daysOf names the days in which a record of a noun is there, "" when it has none.
func daysOf(n *registry.Noun) string {
	for _, days := range []string{"in_service", "valid"} {
		if filterable(n, days) {
			return days
		}
	}
	return ""
}

// thereOn is the condition that a record of a noun is there on a day, "" when it has
// none; ahead takes with it what is not built yet.
func thereOn(n *registry.Noun, ahead bool) string {
	switch days := daysOf(n); {
	case ahead && n.IsAsset():
		return "(in_service @> %[1]s::date OR isempty(in_service))"
	case ahead && n == registry.PlannedWorkNoun:
		return "(in_service @> %[1]s::date OR lower(in_service) > %[1]s::date)"
	case days != "":
		return days + " @> %[1]s::date"
	}
	return ""
}

// where turns a filter into conditions on a noun's guarded view. A filter the
// noun has no column for is refused, never ignored.
func (db *DB) where(ctx context.Context, n *registry.Noun, f registry.Filter) (*conditions, error) {
	c := &conditions{}
	refuse := func(name string) error {
		return registry.Errorf(registry.CodeInvalid, "%s không lọc được theo %s.", "%s cannot be filtered by %s.", n.Path, name)
	}
	if f.BBox != nil {
		if !filterable(n, "geometry") {
			return nil, refuse("bbox")
		}
		touches := "geometry && ST_MakeEnvelope(%s, %s, %s, %s, 4326)"
		if n.Geometry != registry.Point { // whose own box may touch where it does not
			touches = "ST_Intersects(geometry, ST_MakeEnvelope(%s, %s, %s, %s, 4326))"
		}
		c.and(touches, f.BBox.Min[0], f.BBox.Min[1], f.BBox.Max[0], f.BBox.Max[1])
		c.within(n, *f.BBox)
	}
	if f.Owner != "" {
		if !filterable(n, "owner_id") {
			return nil, refuse("owner")
		}
		id, err := db.organization(ctx, "owner", f.Owner)
		if err != nil {
			return nil, err
		}
		c.and("owner_id = %s", id)
	}
	if f.Status != "" {
		if !filterable(n, "status") {
			return nil, refuse("status")
		}
		c.and("status = %s", string(f.Status))
	}
	if f.Open {
		if n != registry.ViolationNoun {
			return nil, refuse("open")
		}
		c.and("state NOT IN (%s, %s)", registry.ViolationClosed, registry.ViolationDismissed)
	}
	if f.State != "" {
		if n != registry.ViolationNoun && n != registry.FieldReportNoun {
			return nil, refuse("state")
		}
		c.and("state = %s", f.State)
	}
	if f.Technology != "" {
		switch {
		case filterable(n, "technology"):
			c.and("technology = %s", f.Technology)
		case n == registry.SiteNoun:
			c.and(onAir(grantsOf(ctx), "technology = %[1]s"), f.Technology, f.AsOf)
		default:
			return nil, refuse("technology")
		}
	}
	if f.Asset != 0 {
		if !filterable(n, "asset") {
			return nil, refuse("asset")
		}
		c.and("asset = %s", f.Asset)
	}
	if f.AssetKind != "" {
		if !filterable(n, "asset_kind") {
			return nil, refuse("asset_kind")
		}
		c.and("asset_kind = %s", string(f.AssetKind))
	}
	if f.Awaiting {
		if n != registry.TenancyNoun {
			return nil, refuse("awaiting")
		}
		c.and("id IN (SELECT tenancies_awaiting())")
	}
	if f.Site != 0 {
		if !filterable(n, "site") {
			return nil, refuse("site")
		}
		c.and("site = %s", f.Site)
	}
	if f.AsOf != nil {
		there := thereOn(n, f.Ahead)
		if there == "" {
			return nil, refuse("as_of")
		}
		c.and(there, *f.AsOf)
	}
	if f.Tenant != "" {
		if !n.IsAsset() {
			return nil, refuse("tenant")
		}
		if err := db.rentedBy(ctx, c, n, f.Tenant, f.AsOf); err != nil {
			return nil, err
		}
	}
	if f.Where != nil {
		if err := c.filter(n, f.Where); err != nil {
			return nil, err
		}
	}
	if f.Text != "" {
		if err := search(c, n, f.Text); err != nil {
			return nil, err
		}
	}
	if f.Unit != "" {
		if !filterable(n, "unit_id") {
			return nil, refuse("unit")
		}
		return c, db.inUnit(ctx, c, n, f.Unit, f.AsOf)
	}
	return c, nil
}

// unitScope is where a unit's assets are found: by the stored commune when the
// unit stands today, else inside its boundary.
type unitScope struct {
	id       int64
	name     string
	communes []int64 // of today; nil for a unit that is no more
}

// scope finds the unit a code meant on a day (today when nil).
func (db *DB) scope(ctx context.Context, code string, day *registry.Date) (unitScope, error) {
	var s unitScope
	var standing, drawn bool
	err := db.pool.QueryRow(ctx, `SELECT id, name, valid @> current_date, geom IS NOT NULL FROM unit
		WHERE code = $1 AND valid @> coalesce($2::date, current_date)
		ORDER BY level = 'province' DESC, level = 'district' DESC LIMIT 1`, code, day).Scan(&s.id, &s.name, &standing, &drawn)
	if errors.Is(err, pgx.ErrNoRows) {
		return s, db.noSuchUnit(ctx, code, day)
	}
	if err != nil {
		return s, translate(err)
	}
	if standing {
		rows, err := db.pool.Query(ctx, `WITH RECURSIVE below AS (
				SELECT id, level FROM unit WHERE id = $1
				UNION ALL SELECT u.id, u.level FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.valid @> current_date)
			SELECT id FROM below WHERE level = 'commune'`, s.id)
		if err != nil {
			return s, translate(err)
		}
		if s.communes, err = pgx.CollectRows(rows, pgx.RowTo[int64]); err != nil {
			return s, translate(err)
		}
		if s.communes == nil {
			s.communes = []int64{}
		}
		return s, nil
	}
	if !drawn {
		return s, registry.Errorf(registry.CodeInvalid,
			"Đơn vị %s (%s) chưa có ranh giới để tìm trong đó. Nhập ranh giới bằng hatangso import units.",
			"Unit %s (%s) has no boundary to search in. Import it with hatangso import units.", code, s.name)
	}
	return s, nil
}

// area gives a unit's scope as two arguments of a query: today's communes, or
// the id of a unit that is no more. Both are nil for the whole register.
func (db *DB) area(ctx context.Context, code string, day registry.Date) (communes []int64, within *int64, err error) {
	if code == "" {
		return nil, nil, nil
	}
	s, err := db.scope(ctx, code, &day)
	if err == nil && s.communes == nil {
		within = &s.id
	}
	return s.communes, within, err
}

// inUnit adds the condition that a record lies in the unit or below it; a
// record without a place of its own lies where what it is about does.
func (db *DB) inUnit(ctx context.Context, c *conditions, n *registry.Noun, code string, day *registry.Date) error {
	if n == registry.UnitNoun {
		return db.belowUnit(ctx, c, code, day)
	}
	s, err := db.scope(ctx, code, day)
	if err != nil {
		return err
	}
	about, column, geometry := "%s", "unit_id", "geometry"
	switch n {
	case registry.ZoneNoun, registry.StreetNoun: // which lie in as many units as they meet
		if s.communes != nil {
			c.and("EXISTS (SELECT FROM unit_piece p WHERE p.unit_id = ANY (%s) AND p.geom && geometry AND ST_Intersects(p.geom, geometry))", s.communes)
			return nil
		}
		c.and("EXISTS (SELECT FROM unit u WHERE u.id = %s AND ST_Intersects(u.geom, geometry))", s.id)
		return nil
	case registry.PermitNoun:
		about, column, geometry = "EXISTS (SELECT FROM asset a WHERE a.kind = asset_kind AND a.id = asset AND %s)", "a.unit_id", "a.geom"
	case registry.CertificateNoun:
		about, column, geometry = "EXISTS (SELECT FROM asset a WHERE a.kind = 'site' AND a.id = site AND %s)", "a.unit_id", "a.geom"
	case registry.StatementNoun:
		about, column, geometry = "EXISTS (SELECT FROM village v WHERE v.id = village AND %s)", "v.unit_id", "v.geom"
	}
	if s.communes != nil {
		c.and(fmt.Sprintf(about, column+" = ANY (%s)"), s.communes)
		return nil
	}
	c.and(fmt.Sprintf(about, geometry+" && (SELECT geom FROM unit WHERE id = %[1]s) AND ST_Intersects(place_of("+geometry+"), (SELECT geom FROM unit WHERE id = %[1]s))"), s.id)
	return nil
}
