package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// passwords hashes for the whole process: the memory it takes is the machine's,
// not one register's.
var passwords = auth.NewPasswords()

// credentials are what a sign-in is held against; those of nobody are zero.
type credentials struct {
	id          int64
	login, name string
	disabled    bool
	hash        string
}

func (db *DB) credentials(ctx context.Context, login string) (c credentials, err error) {
	if login = FoldLogin(login); !loginPattern.MatchString(login) {
		login = "" // nobody's; asked all the same
	}
	var hash *string
	err = db.pool.QueryRow(ctx, `SELECT account_id, login, name, disabled, hash FROM credentials_of($1)`, login).
		Scan(&c.id, &c.login, &c.name, &c.disabled, &hash)
	if errors.Is(err, pgx.ErrNoRows) {
		return credentials{}, nil
	}
	if hash != nil {
		c.hash = *hash
	}
	return c, translate(err)
}

// rehash stores a password, just verified, at today's cost.
func (db *DB) rehash(ctx context.Context, account credentials, password string) error {
	hash, err := passwords.Hash(ctx, password)
	if err != nil {
		return err
	}
	_, err = db.pool.Exec(ctx, `SELECT rehash_password($1, $2, $3)`, account.id, account.hash, hash)
	return translate(err)
}

// ResetPassword sets the password of the account a link's token was issued for,
// and ends its sessions. The token is good once; one that is not, or no more, is
// CodeInvalid, rule "reset.token", as is a password that must not be set, for
// which the token stays good.
func (db *DB) ResetPassword(ctx context.Context, from Visitor, token, password string) error {
	over := registry.NewFault("reset.token", "token", "",
		registry.T("Liên kết đã dùng, đã hết hạn hoặc không đúng.", "The link was used, has expired or is wrong."),
		registry.T("Xin quản trị hệ thống một liên kết mới.", "Ask the administrator for another."))
	over.Pointer = "/token"
	ended := registry.Invalid([]registry.Fault{over})
	var account credentials
	hash := auth.HashReset(token)
	err := db.pool.QueryRow(ctx, `SELECT account_id, login, name FROM reset_bearer($1)`, hash).Scan(&account.id, &account.login, &account.name)
	if errors.Is(err, pgx.ErrNoRows) {
		return ended
	}
	if err != nil {
		return translate(err)
	}
	stored, err := newHash(ctx, account, password)
	if err != nil {
		return err
	}
	var used bool
	if err := db.pool.QueryRow(ctx, `SELECT use_reset($1, $2, $3, $4)`, hash, stored, from.Address.String(), from.RequestID).Scan(&used); err != nil {
		return translate(err)
	}
	if !used { // somebody was quicker
		return ended
	}
	return nil
}

// ChangePassword sets the password of whoever holds a session and knows the old
// one, and ends their other sessions. CodeInvalid, rule "password.old", when the
// old one is wrong or there is none; the caller slows down who tries many.
func (db *DB) ChangePassword(ctx context.Context, from Visitor, session string, old, password string) error {
	s, err := db.SessionOf(ctx, session)
	if err != nil {
		return err
	}
	account, err := db.credentials(ctx, s.Login)
	if err != nil {
		return err
	}
	right, err := passwords.Verify(ctx, old, account.hash)
	if err != nil {
		return err
	}
	wrong := registry.NewFault("password.old", "old_password", "",
		registry.T("Mật khẩu hiện tại không đúng.", "The present password is wrong."),
		registry.T("Ghi lại, hoặc xin quản trị hệ thống một liên kết đặt mật khẩu.", "Try again, or ask the administrator for a link to set one."))
	wrong.Pointer = "/old_password"
	if !right {
		return db.refuseSignIn(ctx, from, map[string]any{"login": s.Login, "why": "old password"}, registry.Invalid([]registry.Fault{wrong}))
	}
	stored, err := newHash(ctx, account, password)
	if err != nil {
		return err
	}
	var changed bool
	if err := db.pool.QueryRow(ctx, `SELECT change_password($1, $2, $3, $4, $5)`, auth.HashSession(session), account.hash, stored,
		from.Address.String(), from.RequestID).Scan(&changed); err != nil {
		return translate(err)
	}
	if !changed { // it was changed meanwhile
		return registry.Invalid([]registry.Fault{wrong})
	}
	return nil
}

// newHash hashes a password about to be set, unless it must not be.
func newHash(ctx context.Context, account credentials, password string) (string, error) {
	if err := auth.CheckPassword(password, account.login, account.name); err != nil {
		return "", err
	}
	return passwords.Hash(ctx, password)
}
