package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// CreateToken makes a bearer token for a program and gives it, the only time it
// can be read. CodeConflict when the name is taken.
func (db *DB) CreateToken(ctx context.Context, who registry.Actor, name string, expires *time.Time) (token string, err error) {
	if name == "" {
		return "", registry.Errorf(registry.CodeInvalid, "Token cần một tên.", "A token needs a name.")
	}
	token, hash := auth.NewToken()
	err = db.write(ctx, who, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO token (name, hash, expires_at) VALUES ($1, $2, $3)`, name, hash, expires)
		return err
	})
	return token, err
}

// ActorOf gives who bears a token. CodeUnauthorized when nobody does.
func (db *DB) ActorOf(ctx context.Context, token string) (registry.Actor, error) {
	var name string
	err := db.pool.QueryRow(ctx, `SELECT name FROM token
		WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`, auth.HashToken(token)).Scan(&name)
	if errors.Is(err, pgx.ErrNoRows) {
		return registry.Anonymous, registry.Errorf(registry.CodeUnauthorized,
			"Token không đúng, đã hết hạn hoặc đã thu hồi.", "The token is wrong, expired or revoked.")
	}
	return registry.Actor{Name: "token:" + name, Write: true}, translate(err)
}
