package postgres

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// audience is a group of readers with views of their own (nhóm người xem): row
// security decides which rows they find, the views what of each. A view joins
// the rows the audience is near to and the others, each with the columns of its
// tier, so that an index serves both and no column is decided row by row.
type audience struct {
	// schema holds the audience's views, one a noun.
	schema string
	// near is the tier of rows the audience is near to, far that of others.
	near, far registry.Tier
	// nearness gives the condition that a row of a noun is near, "" when none
	// can be. It stands on the columns of the noun's guarded view.
	nearness func(*registry.Noun) string
}

var audiences = []audience{
	{"public_seen", registry.NoTier, registry.CoarseTier, func(*registry.Noun) string { return "" }},
	{"operator_seen", registry.FullTier, registry.PassiveTier, ofOrganization},
	{"local_seen", registry.AreaTier, registry.CoarseTier, inCommunes},
}

// view names the view in which somebody reads a noun.
func view(g registry.Grants, n *registry.Noun) string {
	schema := "guarded" // all of a row, of the rows there are for them
	if a := audienceOf(g); a != nil {
		schema = a.schema
	}
	return schema + "." + quote(n.Name)
}

// audienceOf gives the views somebody reads, nil for who is shown all of a row.
func audienceOf(g registry.Grants) *audience {
	schema := "public_seen"
	switch {
	case g.Department() || g.Has(registry.AuditorRole):
		return nil
	case g.Has(registry.FilerRole) || g.Has(registry.SignerRole):
		schema = "operator_seen"
	case g.Has(registry.LocalRole):
		schema = "local_seen"
	}
	return &audiences[slices.IndexFunc(audiences, func(a audience) bool { return a.schema == schema })]
}

// Sees is how much of the register somebody is shown.
type Sees string

const (
	SeesAll    Sees = "all"
	SeesSome   Sees = "some"   // exactly what they are near to, the rest as the public
	SeesPublic Sees = "public" // positions on the public grid
)

// SeesOf says how much somebody is shown, by what they are shown of sites.
func SeesOf(g registry.Grants) Sees {
	parts := sightings(g, registry.SiteNoun)
	exact := slices.ContainsFunc(parts, func(p sighting) bool { return p.sight == tile.Exactly })
	grid := slices.ContainsFunc(parts, func(p sighting) bool { return p.sight == tile.OnGrid })
	switch {
	case exact && grid:
		return SeesSome
	case exact:
		return SeesAll
	}
	return SeesPublic
}

// near gives the condition that a row of a noun's guarded view is seen by
// somebody as theirs: of their organization or in their units.
func near(g registry.Grants, n *registry.Noun) string {
	a := audienceOf(g)
	if a == nil {
		return "true"
	}
	return cmp.Or(a.nearness(n), "false")
}

// exactly gives the condition that somebody may know where the asset of a row
// is to the metre: what is measured from it tells.
func exactly(g registry.Grants, n *registry.Noun) string {
	if a := audienceOf(g); a != nil && registry.PrecisionAt(n.Name, a.far) != registry.Exactly {
		return near(g, n)
	}
	return "true"
}

// exact gives a query that measures from assets of a noun, told to take only
// those somebody may know the place of.
func exact(name string, g registry.Grants, n *registry.Noun) string {
	return strings.ReplaceAll(query(name), "/* seen exactly */ true", exactly(g, n))
}

const (
	itsOrganization = "(SELECT actor_organization())"
	itsCommunes     = "(SELECT actor_communes())::bigint[]"
)

// ofOrganization is what is the asker's organization's own.
func ofOrganization(n *registry.Noun) string {
	switch n {
	case registry.MastNoun:
		return "owns_asset('site', site)"
	case registry.StationNoun:
		return "owner_id = " + itsOrganization
	case registry.TenancyNoun:
		return "(owner_id = " + itsOrganization + " OR owns_asset(asset_kind, asset))"
	case registry.PermitNoun, registry.InspectionNoun, registry.ViolationNoun:
		return "owns_asset(asset_kind, asset)"
	case registry.FieldReportNoun:
		return "owns_asset('site', site)"
	case registry.PhotoNoun:
		return "(owns_asset(asset_kind, asset) OR owns_report(field_report))"
	case registry.CertificateNoun:
		return "owns_asset('site', site)"
	case registry.PlannedWorkNoun:
		return "owner_id = " + itsOrganization
	case registry.StatementNoun:
		return "operator = (SELECT code FROM public.organization WHERE id = " + itsOrganization + ")"
	}
	if n.IsAsset() {
		return "owner_id = " + itsOrganization
	}
	return ""
}

// inCommunes is what lies in the asker's units. Unlike others, local staff know
// reference records as everybody signed in does, wherever they are.
func inCommunes(n *registry.Noun) string {
	switch n {
	case registry.OrganizationNoun, registry.UnitNoun, registry.VillageNoun, registry.ZoneNoun, registry.StreetNoun, registry.ReportedNoun:
		return "true"
	case registry.DIINoun:
		return "" // it lies nowhere
	case registry.PermitNoun:
		return "asset_in(asset_kind, asset, " + itsCommunes + ")"
	case registry.CertificateNoun:
		return "asset_in('site', site, " + itsCommunes + ")"
	case registry.StatementNoun:
		return "village_in(village, " + itsCommunes + ")"
	}
	return "unit_id = ANY (" + itsCommunes + ")"
}

// makeAudiences makes the views of every audience anew when they are not what
// the disclosure table says.
func makeAudiences(ctx context.Context, pool *pgxpool.Pool) error {
	return pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtext('hatangso.audiences'))`); err != nil {
			return err
		}
		for _, a := range audiences {
			if err := a.make(ctx, tx); err != nil {
				return fmt.Errorf("views of %s: %w", a.schema, err)
			}
		}
		return nil
	})
}

func (a audience) make(ctx context.Context, tx pgx.Tx) error {
	var views strings.Builder
	for _, n := range registry.Nouns {
		columns, err := columnsOf(ctx, tx, n)
		if err != nil {
			return err
		}
		from := "guarded." + quote(n.Name)
		fmt.Fprintf(&views, "CREATE VIEW %s.%s WITH (security_invoker = true) AS\n", a.schema, quote(n.Name))
		if near := a.nearness(n); near != "" {
			fmt.Fprintf(&views, "SELECT %s FROM %s WHERE %s\nUNION ALL\nSELECT %s FROM %s WHERE (%s) IS NOT TRUE;\n",
				seen(n, columns, a.near), from, near, seen(n, columns, a.far), from, near)
		} else {
			fmt.Fprintf(&views, "SELECT %s FROM %s;\n", seen(n, columns, a.far), from)
		}
	}
	sum := sha256.Sum256([]byte(views.String()))
	made := hex.EncodeToString(sum[:])
	var there bool
	if err := tx.QueryRow(ctx, `SELECT coalesce(obj_description(to_regnamespace($1), 'pg_namespace') = $2, false)
		AND (SELECT count(*) FROM pg_views WHERE schemaname = $1) = $3`, a.schema, made, len(registry.Nouns)).Scan(&there); err != nil || there {
		return err
	}
	_, err := tx.Exec(ctx, fmt.Sprintf(`DROP SCHEMA IF EXISTS %[1]s CASCADE; CREATE SCHEMA %[1]s; COMMENT ON SCHEMA %[1]s IS '%[2]s';
		%[3]s GRANT USAGE ON SCHEMA %[1]s TO %[4]s; GRANT SELECT ON ALL TABLES IN SCHEMA %[1]s TO %[4]s`, a.schema, made, views.String(), programRole))
	return err
}

// viewColumn is a column of a guarded view.
type viewColumn struct{ Name, Type string }

func columnsOf(ctx context.Context, tx pgx.Tx, n *registry.Noun) ([]viewColumn, error) {
	rows, err := tx.Query(ctx, `SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
		WHERE attrelid = ('guarded.' || quote_ident($1))::regclass AND attnum > 0 ORDER BY attnum`, n.Name)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[viewColumn])
}

// seen spells the columns of a noun as a tier shows them: what is above it is
// NULL, and a position stands where the tier may know it.
func seen(n *registry.Noun, columns []viewColumn, tier registry.Tier) string {
	out := make([]string, len(columns))
	for i, c := range columns {
		name := quote(c.Name)
		shown := lowestTier(n, c.Name) <= tier
		out[i] = name
		switch {
		case c.Name == "geometry" && registry.PrecisionAt(n.Name, tier) == registry.OnGrid:
			out[i] = "ST_SnapToGrid(geometry, (SELECT public_grid()))::" + c.Type + " AS geometry"
		case c.Name == "geometry" && registry.PrecisionAt(n.Name, tier) == registry.Exactly:
		case !shown || c.Name == "geometry":
			out[i] = "NULL::" + c.Type + " AS " + name
		}
	}
	return strings.Join(out, ", ")
}

// lowestTier is the lowest tier that sees a column of a noun's view, or filters
// by one that is no field. The commune and the days in service are needed to
// answer for a place and a day.
func lowestTier(n *registry.Noun, column string) registry.Tier {
	switch {
	case n.Field(column) != nil:
		return registry.TierOf(n.Name, column)
	case column == "unit_id" || column == "in_service" || column == "valid":
		return registry.CoarseTier
	case column == "owner_id": // of whichever field says whose it is
		for _, field := range []string{"owner", "operator", "tenant"} {
			if n.Field(field) != nil {
				return registry.TierOf(n.Name, field)
			}
		}
	}
	return registry.FullTier
}
