package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// CreateToken makes a bearer token with which a program does what grants allow,
// and gives it, the only time it can be read. CodeConflict when the name is
// taken, CodeInvalid with every fault of the grants.
func (db *DB) CreateToken(ctx context.Context, who registry.Actor, name string, grants registry.Grants, expires *time.Time) (token string, err error) {
	if err := who.May(registry.ManageKeys, registry.Subject{Noun: registry.OfficeSubject, Disclosure: registry.Ordinary}).Err(); err != nil {
		return "", err
	}
	if name == "" {
		return "", registry.Errorf(registry.CodeInvalid, "Token cần một tên.", "A token needs a name.")
	}
	if err := registry.Invalid(grants.Validate()); err != nil {
		return "", err
	}
	if grants.Organization != "" {
		if _, err := db.organization(ctx, "organization", grants.Organization); err != nil {
			return "", err
		}
	}
	token, hash := auth.NewToken()
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO token (name, hash, grants, expires_at) VALUES ($1, $2, $3, $4)`, name, hash, grants, expires)
		return err
	})
	return token, err
}

// ActorOf gives who bears a token. CodeUnauthorized when nobody does.
func (db *DB) ActorOf(ctx context.Context, token string) (registry.Actor, error) {
	var name string
	var grants registry.Grants
	err := db.pool.QueryRow(ctx, `SELECT name, grants FROM bearer($1)`, auth.HashToken(token)).Scan(&name, &grants)
	if errors.Is(err, pgx.ErrNoRows) {
		return registry.Anonymous, registry.Errorf(registry.CodeUnauthorized,
			"Token không đúng, đã hết hạn hoặc đã thu hồi.", "The token is wrong, expired or revoked.")
	}
	return registry.Actor{Name: "token:" + name, Grants: grants}, translate(err)
}

// Token is what is known of a token; the token itself is not kept.
type Token struct {
	Name      string
	Grants    registry.Grants
	CreatedAt time.Time
	ExpiresAt *time.Time
	RevokedAt *time.Time
}

// Tokens lists all tokens, the newest first.
func (db *DB) Tokens(ctx context.Context, who registry.Actor) ([]Token, error) {
	ctx = as(ctx, who)
	rows, err := db.pool.Query(ctx, `SELECT name, grants, created_at, expires_at, revoked_at FROM token ORDER BY id DESC`)
	if err != nil {
		return nil, translate(err)
	}
	tokens, err := pgx.CollectRows(rows, pgx.RowToStructByPos[Token])
	return tokens, translate(err)
}

// RevokeToken ends a token at once. CodeNotFound when none in force bears the
// name.
func (db *DB) RevokeToken(ctx context.Context, who registry.Actor, name string) error {
	return db.write(ctx, who, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `UPDATE token SET revoked_at = now() WHERE name = $1 AND revoked_at IS NULL`, name)
		if err == nil && tag.RowsAffected() == 0 {
			return registry.Errorf(registry.CodeNotFound, "Không có token %q còn hiệu lực.", "There is no token %q in force.", name)
		}
		return err
	})
}

// UnitIDs gives the ids of the units some codes mean today, at any level.
// CodeInvalid for a code that means none.
func (db *DB) UnitIDs(ctx context.Context, who registry.Actor, codes []string) ([]int64, error) {
	ctx = as(ctx, who)
	ids := make([]int64, len(codes))
	for i, code := range codes {
		s, err := db.scope(ctx, code, nil)
		if err != nil {
			return nil, err
		}
		ids[i] = s.id
	}
	return ids, nil
}
