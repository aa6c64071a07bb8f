package postgres

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/compliance"
	"github.com/hatangso/hatangso/internal/registry"
)

// Judged is a work held against the law on a day, for who may know its papers.
type Judged struct {
	compliance.Judgement
	// Restrictions are what zones and listed streets say of its place.
	Restrictions []compliance.Restriction
}

// Judge judges a site or a pole on a day. about is what rights to the work depend
// on. judged is nil for who may not see all that the verdict rests on.
// CodeNotFound when there is none the actor may see.
func (db *DB) Judge(ctx context.Context, who registry.Actor, n *registry.Noun, id int64, day registry.Date) (judged *Judged, about registry.Subject, err error) {
	err = db.read(ctx, who, ``, pgx.TxOptions{IsoLevel: pgx.RepeatableRead}, func(tx pgx.Tx) error {
		if about, err = workSubject(ctx, tx, who, n, id); err != nil {
			return err
		}
		for _, papers := range []*registry.Noun{n, registry.MastNoun, registry.PermitNoun, registry.CertificateNoun, registry.TenancyNoun} {
			if who.Tier(of(about, papers)) < registry.AreaTier {
				return nil
			}
		}
		book, err := db.book(ctx, tx)
		if err != nil {
			return err
		}
		c, err := caseOf(ctx, tx, &book, n, id, day)
		if err != nil {
			return err
		}
		judged = &Judged{book.Judge(c, day), c.Restrictions}
		return nil
	})
	return judged, about, err
}

// of gives a subject as another noun's, of a record that belongs to the work.
func of(about registry.Subject, n *registry.Noun) registry.Subject {
	about.Noun = n.Name
	return about
}

// workSubject gives what rights to a work depend on. Its units are those of the
// asker that it lies in.
func workSubject(ctx context.Context, q querier, who registry.Actor, n *registry.Noun, id int64) (registry.Subject, error) {
	var owner *string
	var near bool
	about := registry.Subject{Noun: n.Name}
	err := q.QueryRow(ctx, `SELECT owner, disclosure, coalesce(unit_id = ANY (`+itsCommunes+`), false) FROM guarded.`+quote(n.Name)+` WHERE id = $1`, id).
		Scan(&owner, &about.Disclosure, &near)
	if err != nil {
		return about, err
	}
	if owner != nil {
		about.Owners = []string{*owner}
	}
	if near {
		about.Units = slices.Clone(who.Units)
	}
	if who.Key != nil { // outside its units it would have found nothing
		about.Units = append(about.Units, who.Key.Units...)
	}
	return about, nil
}

// caseOf gathers what the register knows of a work's lawfulness on a day.
func caseOf(ctx context.Context, tx pgx.Tx, book *compliance.Book, n *registry.Noun, id int64, day registry.Date) (c compliance.Case, err error) {
	record, err := get(ctx, tx, n, id)
	if err != nil {
		return c, err
	}
	c.Kind = n.Kind
	switch r := record.(type) {
	case *registry.Site:
		c.Status, c.BuiltOn, c.OperatingFrom = r.Status, r.BuiltOn, r.OperatingFrom
		c.BuildingHeightM, c.ElevationM = r.BuildingHeightM, r.ElevationM
		c.OnGround = r.SiteKind != nil && *r.SiteKind == "ground"
		// of a site that does not stand yet too: what is to be built is judged by what is filed
		if c.Masts, err = recordsOf[registry.Mast](ctx, tx, registry.MastNoun, `site = $1 AND daterange(operating_from, operating_to) @> $2::date`, id, day); err != nil {
			return c, err
		}
		if c.Certificates, err = recordsOf[registry.Certificate](ctx, tx, registry.CertificateNoun, `site = $1`, id); err != nil {
			return c, err
		}
	case *registry.Pole:
		c.Status, c.BuiltOn, c.OperatingFrom, c.Boxes = r.Status, r.BuiltOn, r.OperatingFrom, r.Boxes
		if err := poleCase(ctx, tx, book, &c, r, day); err != nil {
			return c, err
		}
	}
	if c.Permits, err = recordsOf[registry.Permit](ctx, tx, registry.PermitNoun, `asset_kind = $1 AND asset = $2`, string(n.Kind), id); err != nil {
		return c, err
	}
	if c.Restrictions, err = restrictionsOf(ctx, tx, n, id, day); err != nil {
		return c, err
	}
	err = tx.QueryRow(ctx, `SELECT in_service @> $2::date, (SELECT urban FROM urban_when(ARRAY[unit_id], ARRAY[coalesce(built_on, operating_from, $2::date)]))
		FROM guarded.`+quote(n.Name)+` WHERE id = $1`, id, day).Scan(&c.InService, &c.Urban)
	return c, err
}

// restrictionsOf gives what zones and listed streets said of a work's place when it
// was built, and say on the day; nothing where nobody knows when it was built.
func restrictionsOf(ctx context.Context, q querier, n *registry.Noun, id int64, day registry.Date) ([]compliance.Restriction, error) {
	rows, err := q.Query(ctx, `SELECT DISTINCT ON (r.noun, r.id) r.noun, r.id, r.code, r.name, r.kind, r.allowed_classes, r.forbidden_classes, r.height_limit_m, r.height_datum,
			r.decision_number, r.issuer, r.decided_on, r.valid_from, r.valid_to, r.deadline, r.distance_m
		FROM guarded.`+quote(n.Name)+` a
		CROSS JOIN LATERAL unnest(ARRAY[coalesce(a.built_on, a.operating_from, CASE WHEN a.status IN ('planned', 'approved', 'under_construction') THEN $2::date END), $2::date]) AS d (day)
		CROSS JOIN LATERAL restrictions_at(a.geometry, d.day) r
		WHERE a.id = $1 AND coalesce(a.built_on, a.operating_from, CASE WHEN a.status IN ('planned', 'approved', 'under_construction') THEN $2::date END) IS NOT NULL
		ORDER BY r.noun DESC, r.id`, id, day)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (r compliance.Restriction, err error) {
		err = row.Scan(&r.Noun, &r.ID, &r.Code, &r.Name, &r.Kind, &r.AllowedClasses, &r.ForbiddenClasses, &r.HeightLimitM, &r.HeightDatum,
			&r.Decision, &r.Issuer, &r.DecidedOn, &r.ValidFrom, &r.ValidTo, &r.Deadline, &r.DistanceM)
		r.AllowedClasses, r.ForbiddenClasses = append([]string{}, r.AllowedClasses...), append([]string{}, r.ForbiddenClasses...)
		return r, err
	})
}

// poleCase adds what only poles are asked.
func poleCase(ctx context.Context, tx pgx.Tx, book *compliance.Book, c *compliance.Case, pole *registry.Pole, day registry.Date) error {
	if err := tx.QueryRow(ctx, `SELECT count(DISTINCT code) FROM (
			SELECT $3::text AS code UNION ALL SELECT tenant FROM guarded.tenancy WHERE asset_kind = 'pole' AND asset = $1 AND in_service @> $2::date) e WHERE code IS NOT NULL`,
		pole.ID, day, pole.Owner).Scan(&c.Enterprises); err != nil {
		return err
	}
	within := float64(compliance.DefaultBesideM)
	if s := book.Settings["pole.new-on-route"]; s.Value > 0 {
		within = s.Value
	}
	var b compliance.Beside
	err := tx.QueryRow(ctx, query("pole_beside"), pole.ID, within).Scan(&b.Code, &b.Owner, &b.DistanceM, &b.Road)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	c.Beside = &b
	return err
}

// recordsOf reads records of a noun in full, in order of id.
func recordsOf[T any](ctx context.Context, q querier, n *registry.Noun, where string, args ...any) ([]T, error) {
	rows, err := q.Query(ctx, `SELECT `+selectList(n)+` FROM guarded.`+quote(n.Name)+` WHERE `+where+` ORDER BY id`, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (T, error) {
		record, err := scan(n, row)
		if err != nil {
			var none T
			return none, err
		}
		return *any(record).(*T), nil
	})
}

// Limits of the neighbours a site's card shows.
const (
	// NearestSites is how many other sites it names at most.
	NearestSites = 5
	// NearestSitesWithinM is how far they are looked for, in metres.
	NearestSitesWithinM = 2000.0
)

// NearSite is another site near one (vị trí lân cận): a mast that might be shared.
type NearSite struct {
	ID   int64   `json:"id"`
	Code *string `json:"code"`
	Name *string `json:"name"`
	// Owner is the code of its owner.
	Owner *string `json:"owner"`
	// DistanceM is the geodesic distance in metres, to the decimetre.
	DistanceM float64 `json:"distance_m"`
	FreeSlots *int64  `json:"free_slots"`
	// Verdict is that of today, null for who may not know.
	Verdict *string `json:"verdict"`
}

// SitesNear gives the sites in service on a day nearest to one, of those whose
// place the actor may know.
func (db *DB) SitesNear(ctx context.Context, who registry.Actor, id int64, day registry.Date) ([]NearSite, error) {
	text := strings.ReplaceAll(exact("nearest_sites", who.Grants, registry.SiteNoun), "/* seen */ guarded.site", view(who.Grants, registry.SiteNoun))
	rows, err := db.pool.Query(as(ctx, who), text, id, day, NearestSitesWithinM, NearestSites)
	if err != nil {
		return nil, translate(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[NearSite])
	return list, translate(err)
}

// Contact is whom to call about a work.
type Contact struct {
	Code string `json:"code"`
	Name string `json:"name"`
	// Contact is null for the public.
	Contact *string `json:"contact"`
}

// OwnerOf gives the owner of a work as the actor sees it, nil when it is not known
// or not the actor's to know.
func (db *DB) OwnerOf(ctx context.Context, who registry.Actor, n *registry.Noun, id int64) (*Contact, error) {
	var c Contact
	err := db.pool.QueryRow(as(ctx, who), `SELECT o.code, o.name, o.contact FROM `+view(who.Grants, n)+` w JOIN `+
		view(who.Grants, registry.OrganizationNoun)+` o ON o.code = w.owner WHERE w.id = $1`, id).Scan(&c.Code, &c.Name, &c.Contact)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return &c, translate(err)
}

// SiteOf gives the site a mast stands on. CodeNotFound when there is no mast the
// actor may see, or its site is not the actor's to know.
func (db *DB) SiteOf(ctx context.Context, who registry.Actor, mast int64) (site int64, err error) {
	err = db.pool.QueryRow(as(ctx, who), `SELECT site FROM `+view(who.Grants, registry.MastNoun)+` WHERE id = $1 AND site IS NOT NULL`, mast).Scan(&site)
	return site, translate(err)
}

// Capacity is what a site can still carry (năng lực còn lại), as its owner filed it.
type Capacity struct {
	FreeSlots *int64   `json:"free_slots"`
	MaxLoadKg *float64 `json:"max_load_kg"`
	// Tenants counts the tenancies of the day.
	Tenants       int64   `json:"tenants"`
	RefusalReason *string `json:"refusal_reason"`
}

// CapacityOf gives what a site can still carry on a day, of what the actor may see.
func (db *DB) CapacityOf(ctx context.Context, who registry.Actor, site int64, day registry.Date) (*Capacity, error) {
	var c Capacity
	err := db.pool.QueryRow(as(ctx, who), `SELECT free_slots, max_load_kg, refusal_reason, (SELECT count(*) FROM `+view(who.Grants, registry.TenancyNoun)+`
		WHERE asset_kind = 'site' AND asset = s.id AND in_service @> $2::date) FROM `+view(who.Grants, registry.SiteNoun)+` s WHERE id = $1`, site, day).
		Scan(&c.FreeSlots, &c.MaxLoadKg, &c.RefusalReason, &c.Tenants)
	return &c, translate(err)
}
