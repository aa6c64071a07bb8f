package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// The roles the program works as: row security holds for both.
const (
	// programRole is for everybody.
	programRole = "hatangso_program"
	// departmentRole is for who are shown every row: of it the policies ask once
	// whether it is they, and prepare the law of nobody else.
	departmentRole = "hatangso_department"
)

// makeRoles makes the roles as the migrations do: they belong to the cluster, and
// are in no dump.
func makeRoles(ctx context.Context, conn *pgx.Conn) error {
	_, err := conn.Exec(ctx, `DO $$
		DECLARE
			made name;
		BEGIN
			FOREACH made IN ARRAY '{`+departmentRole+`, `+programRole+`}'::name[] LOOP
				IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = made) THEN
					EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', made);
				END IF;
			END LOOP;
			IF NOT pg_has_role('`+programRole+`', '`+departmentRole+`', 'MEMBER') THEN
				GRANT `+departmentRole+` TO `+programRole+`;
			END IF;
			GRANT `+programRole+` TO CURRENT_USER;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another is making them
		END $$`)
	return err
}

// whole says who are shown every row of the register: the department, with a key
// for all of it if any, as department() and unkeyed() have it in the database.
func whole(g registry.Grants) bool {
	return g.Department() && (g.Key == nil || len(g.Key.Nouns)+len(g.Key.Units) == 0)
}

// roleOf gives the role that somebody's queries run as on a connection; one whose
// URL names a role keeps that.
func roleOf(g registry.Grants, conn *pgx.Conn) string {
	if role := conn.Config().RuntimeParams["role"]; role != programRole || !whole(g) {
		return role
	}
	return departmentRole
}

// actorKey marks in a context who its queries are asked for.
type actorKey struct{}

// as gives a context whose queries are asked for somebody. A query of any other
// context is asked for nobody in particular.
func as(ctx context.Context, who registry.Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, who.Grants)
}

// grantsOf gives what whoever the queries of a context are asked for may.
func grantsOf(ctx context.Context) registry.Grants {
	grants, _ := ctx.Value(actorKey{}).(registry.Grants)
	return grants
}

// counter is who numbers are computed for: a ratio is of everything there is,
// whoever asks. The records behind it are the asker's to see or not.
var counter = registry.Actor{Name: "counter", Grants: registry.ReadsAll}

// counting gives the context in which a number is counted for somebody. Where
// they choose a distance, the number asked again and again tells how far away
// the nearest work is, and from three places where it stands; so they choose one
// who see all they count to the metre, and are counted what they see.
func counting(ctx context.Context, who registry.Actor, parameter string, chosen bool) (context.Context, error) {
	switch {
	case !chosen || who.SeesAll():
		return as(ctx, counter), nil
	case audienceOf(who.Grants) == nil:
		return as(ctx, who), nil
	}
	return ctx, who.Withheld(registry.Tf("Sở và giám sát chọn được khoảng cách (%s); với người khác, nó cho biết công trình nằm ở đâu.",
		"The department and auditors choose a distance (%s); to others it would tell where works are.", parameter))
}

// identityLife is how long a connection may go on with what was looked up of
// somebody: which communes a unit is today.
const identityLife = 5 * time.Minute

// identity names what row security must know of somebody; "" of nobody.
func identity(g registry.Grants, now time.Time) string {
	if !g.SignedIn() {
		return ""
	}
	name := fmt.Sprint(g.Roles, g.Organization, g.Units, now.Truncate(identityLife).Unix())
	if g.Key != nil {
		name += fmt.Sprint(*g.Key)
	}
	return name
}

// identityName is where a connection keeps whom it was last used for.
const identityName = "hatangso.identity"

// identify tells a connection that is taken from the pool for whom: connections
// are used by one after another, and none may inherit from the one before.
func identify(ctx context.Context, conn *pgx.Conn) (bool, error) {
	grants := grantsOf(ctx)
	name := identity(grants, time.Now())
	known := conn.PgConn().CustomData()
	if last, _ := known[identityName].(string); last == name {
		return true, nil
	}
	known[identityName] = "unknown" // should it fail halfway
	if _, err := conn.Exec(ctx, `SELECT set_config('role', $7, false), set_config('hatangso.roles', $1, false),
		set_config('hatangso.organization', coalesce(organization_id($2)::text, ''), false),
		set_config('hatangso.organization_code', $2, false),
		set_config('hatangso.communes', CASE WHEN $3::bigint[] = '{}' THEN '' ELSE communes_of($3)::text END, false),
		set_config('hatangso.key_nouns', $4, false),
		set_config('hatangso.key_communes', CASE WHEN $5::bigint[] = '{}' THEN '' ELSE communes_of($5)::text END, false),
		set_config('hatangso.key_read_only', $6, false)`, append(settings(grants), roleOf(grants, conn))...); err != nil {
		return false, err // the connection is thrown away
	}
	known[identityName] = name
	return true, nil
}

// settings gives the arguments of identify's statement.
func settings(g registry.Grants) []any {
	key := registry.Scope{}
	if g.Key != nil {
		key = *g.Key
	}
	readOnly := ""
	if key.ReadOnly {
		readOnly = "yes"
	}
	return []any{roleNames(g), g.Organization, ids(g.Units), strings.Join(key.Nouns, ","), ids(key.Units), readOnly}
}

// roleNames gives roles as row security reads them.
func roleNames(g registry.Grants) string {
	names := make([]string, len(g.Roles))
	for i, r := range g.Roles {
		names[i] = string(r)
	}
	return strings.Join(names, ",")
}

// ids gives an array that is empty rather than NULL.
func ids(units []int64) []int64 {
	if units == nil {
		return []int64{}
	}
	return units
}
