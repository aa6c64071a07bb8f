package postgres

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// The security events about people.
const (
	EventSignedIn            = "signed_in"             // with how: password or oidc
	EventSignInFailed        = "sign_in_failed"        // with why; whose, when there is such an account
	EventSignedOutEverywhere = "signed_out_everywhere" // all sessions of a person ended at their wish
	EventPasswordSet         = "password_set"          // by a link, or by who knew the old one
	EventResetIssued         = "reset_issued"          // an administrator gave out a link to set a password
)

// touchEvery is how exactly the last use of a session is known.
const touchEvery = time.Minute

// maxAgent bounds what is kept of a browser's name, in bytes.
const maxAgent = 200

// Visitor is where a request about somebody's own account comes from.
type Visitor struct {
	Address netip.Addr
	// Agent is what the browser calls itself.
	Agent     string
	RequestID string
}

// agent gives what is kept of the browser's name.
func (v Visitor) agent() string {
	agent := strings.ToValidUTF8(strings.ReplaceAll(v.Agent, "\x00", ""), "�")
	if len(agent) > maxAgent {
		agent = strings.ToValidUTF8(agent[:maxAgent], "")
	}
	return agent
}

// Session is somebody signed in.
type Session struct {
	Account     int64
	Login, Name string
	Grants      registry.Grants
	// BegunAt is when they signed in, UsedAt when they last asked for anything,
	// exact to a minute.
	BegunAt, UsedAt time.Time
}

// Actor gives who acts in the session.
func (s Session) Actor() registry.Actor {
	return registry.Actor{Name: actorOf(s.Login), Grants: s.Grants}
}

// SessionOf gives the session of an id, and notes that it is used.
// CodeUnauthorized when it has ended, or never was one.
func (db *DB) SessionOf(ctx context.Context, id string) (s Session, err error) {
	var clock time.Time
	hash := auth.HashSession(id)
	err = db.pool.QueryRow(ctx, `SELECT account_id, login, name, grants, begun_at, used_at, clock FROM session_bearer($1)`, hash).
		Scan(&s.Account, &s.Login, &s.Name, &s.Grants, &s.BegunAt, &s.UsedAt, &clock)
	switch {
	case errors.Is(err, pgx.ErrNoRows) || err == nil && !auth.SessionAlive(s.BegunAt, s.UsedAt, clock):
		return Session{}, registry.Errorf(registry.CodeUnauthorized, "Phiên làm việc đã kết thúc; hãy đăng nhập lại.", "The session has ended; sign in again.")
	case err != nil:
		return Session{}, translate(err)
	}
	if clock.Sub(s.UsedAt) >= touchEvery {
		_, err = db.pool.Exec(ctx, `SELECT touch_session($1, $2)`, hash, touchEvery)
	}
	return s, translate(err)
}

// SignOut ends a session.
func (db *DB) SignOut(ctx context.Context, id string) error {
	_, err := db.pool.Exec(ctx, `SELECT end_session($1)`, auth.HashSession(id))
	return translate(err)
}

// SignOutEverywhere ends every session of whoever holds this one, and gives how
// many.
func (db *DB) SignOutEverywhere(ctx context.Context, from Visitor, id string) (ended int64, err error) {
	err = db.pool.QueryRow(ctx, `SELECT end_sessions($1, $2, $3)`, auth.HashSession(id), from.Address.String(), from.RequestID).Scan(&ended)
	return ended, translate(err)
}

// SignIn begins a session of whoever has this password, and gives its id.
// CodeUnauthorized, in one answer after as much work, for a wrong password, for
// nobody's login, and for an account that is disabled or has no password. The
// caller slows down who tries many: see auth.Throttle.
func (db *DB) SignIn(ctx context.Context, from Visitor, login, password string) (id string, err error) {
	account, err := db.credentials(ctx, login)
	if err != nil {
		return "", err
	}
	right, err := passwords.Verify(ctx, password, account.hash)
	if err != nil {
		return "", err
	}
	why := ""
	switch {
	case account.id == 0:
		why = "unknown"
	case account.disabled:
		why = "disabled"
	case account.hash == "":
		why = "no password"
	case !right:
		why = "password"
	}
	wrong := registry.Errorf(registry.CodeUnauthorized, "Tên đăng nhập hoặc mật khẩu không đúng.", "The login or the password is wrong.")
	if why != "" {
		return "", db.refuseSignIn(ctx, from, map[string]any{"login": account.login, "why": why}, wrong)
	}
	if passwords.NeedsRehash(account.hash) {
		if err := db.rehash(ctx, account, password); err != nil {
			return "", err
		}
	}
	id, begun, err := db.beginSession(ctx, from, account.id, "password")
	if err == nil && !begun {
		return "", db.refuseSignIn(ctx, from, map[string]any{"login": account.login, "why": "disabled"}, wrong)
	}
	return id, err
}

// SignInPerson begins a session of whom an OpenID provider has signed in, and
// gives its id: of the account bound to them, or of the one whose login is their
// verified address, which is bound to them from then on. CodeForbidden when there
// is none, or it is disabled.
func (db *DB) SignInPerson(ctx context.Context, from Visitor, p auth.Person) (id string, err error) {
	email := ""
	if p.EmailVerified {
		email = FoldLogin(p.Email)
	}
	var account credentials
	err = db.pool.QueryRow(ctx, `SELECT account_id, login, name, disabled FROM identity_of($1, $2, $3)`, p.Issuer, p.Subject, email).
		Scan(&account.id, &account.login, &account.name, &account.disabled)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return "", translate(err)
	}
	details := map[string]any{"login": account.login, "issuer": p.Issuer, "subject": p.Subject, "email": p.Email}
	if account.id == 0 {
		details["why"] = "not bound"
		return "", db.refuseSignIn(ctx, from, details, registry.Errorf(registry.CodeForbidden,
			"Chưa có tài khoản nào gắn với bạn; hãy báo quản trị hệ thống.", "No account is bound to you yet; ask the administrator."))
	}
	if !account.disabled {
		var begun bool
		if id, begun, err = db.beginSession(ctx, from, account.id, "oidc"); err != nil || begun {
			return id, err
		}
	}
	details["why"] = "disabled"
	return "", db.refuseSignIn(ctx, from, details, registry.Errorf(registry.CodeForbidden,
		"Tài khoản của bạn đang bị khóa; hãy báo quản trị hệ thống.", "Your account is disabled; ask the administrator."))
}

func (db *DB) beginSession(ctx context.Context, from Visitor, account int64, by string) (id string, begun bool, err error) {
	id, hash := auth.NewSession()
	err = db.pool.QueryRow(ctx, `SELECT begin_session($1, $2, $3, $4, $5, $6)`, account, hash, from.Address.String(), from.agent(), from.RequestID, by).Scan(&begun)
	return id, begun, translate(err)
}

// refuseSignIn notes a sign-in that failed and gives the refusal. A login that is
// nobody's is not noted: it may be a password in the wrong place.
func (db *DB) refuseSignIn(ctx context.Context, from Visitor, details map[string]any, refused error) error {
	details["address"] = from.Address.String()
	if details["login"] == "" {
		delete(details, "login")
	}
	who := registry.Anonymous
	who.RequestID = from.RequestID
	if err := db.Note(context.WithoutCancel(ctx), who, EventSignInFailed, details); err != nil {
		return err
	}
	return refused
}
