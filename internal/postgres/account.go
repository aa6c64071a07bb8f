package postgres

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxAccountName is the most characters the name of an account has.
const MaxAccountName = 200

// Account is a person who signs in (tài khoản).
type Account struct {
	ID      int64 `json:"id"`
	Version int64 `json:"version"`
	// Login is what the person signs in as, in lower case; "user:" and it is their
	// actor in the change log. It never changes.
	Login string `json:"login"`
	Name  string `json:"name"`
	// Roles are all of one side: see registry.Grants.
	Roles []registry.Role `json:"roles"`
	// Organization is the code of the one a filer or signer works for, else empty.
	Organization string `json:"organization"`
	// Units holds the ids of the units local staff are bound to.
	Units []int64 `json:"units"`
	// OIDCIssuer and OIDCSubject are who the person is at the provider that signs
	// them in; both empty when not bound.
	OIDCIssuer  string `json:"oidc_issuer"`
	OIDCSubject string `json:"oidc_subject"`
	// HasPassword says whether a password is set.
	HasPassword bool `json:"has_password"`
	// Disabled accounts sign in no more, and what they were signed in with ends.
	Disabled  bool      `json:"disabled"`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	// LastUsedAt is when a session was used last, exact to a minute; null if none
	// was in the last month.
	LastUsedAt *time.Time `json:"last_used_at"`
}

// actorOf names who acts by an account.
func actorOf(login string) string { return "user:" + login }

// Grants gives what the account may.
func (a *Account) Grants() registry.Grants {
	return registry.Grants{Roles: a.Roles, Organization: a.Organization, Units: a.Units}
}

// loginPattern is what a login may look like; it is the table's check too.
var loginPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9._+@-]{1,99}$`)

// FoldLogin gives a login as accounts have it, from what a person typed.
func FoldLogin(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// faults gives everything wrong with an account, its references aside.
func (a *Account) faults() (faults []registry.Fault) {
	if !loginPattern.MatchString(a.Login) {
		faults = append(faults, registry.NewFault("account.login", "login", a.Login,
			registry.T("Tên đăng nhập không hợp lệ.", "The login is not valid."),
			registry.T("Dùng 2 đến 100 chữ không dấu, chữ số và . _ + - @, như một địa chỉ thư.", "Use 2 to 100 plain letters, digits and . _ + - @, as in a mail address.")))
	}
	if n := utf8.RuneCountInString(a.Name); n == 0 || n > MaxAccountName || strings.TrimSpace(a.Name) != a.Name || !utf8.ValidString(a.Name) || strings.ContainsFunc(a.Name, unicode.IsControl) {
		faults = append(faults, registry.NewFault("account.name", "name", strings.ToValidUTF8(a.Name, "�"),
			registry.T("Tài khoản cần họ tên người dùng.", "The account needs its person's name."),
			registry.Tf("Ghi từ 1 đến %d ký tự, không có dấu cách ở hai đầu.", "Give 1 to %d characters, without spaces at the ends.", MaxAccountName)))
	}
	if (a.OIDCIssuer == "") != (a.OIDCSubject == "") {
		faults = append(faults, registry.NewFault("account.oidc", "oidc_subject", a.OIDCSubject,
			registry.T("oidc_issuer và oidc_subject đi cùng nhau.", "oidc_issuer and oidc_subject go together."),
			registry.T("Ghi cả hai, hoặc bỏ trống cả hai.", "Give both, or leave both empty.")))
	}
	for _, f := range [...]struct{ column, value string }{{"oidc_issuer", a.OIDCIssuer}, {"oidc_subject", a.OIDCSubject}, {"organization", a.Organization}} {
		if len(f.value) > maxIdentifier || !utf8.ValidString(f.value) || strings.ContainsRune(f.value, 0) {
			faults = append(faults, registry.NewFault("text.encoding", f.column, strings.ToValidUTF8(f.value, "�"),
				registry.T("Quá dài hoặc có ký tự không hợp lệ.", "It is too long, or holds an invalid character."),
				registry.Tf("Ghi văn bản UTF-8 không quá %d byte.", "Give UTF-8 text of at most %d bytes.", maxIdentifier)))
		}
	}
	return append(faults, a.Grants().Validate()...)
}

// maxIdentifier bounds an issuer and a subject, in bytes (OpenID Connect Core 1.0
// §2 gives a subject 255).
const maxIdentifier = 255

// check refuses an account with every fault it has, references too.
func (a *Account) check(ctx context.Context, q querier) error {
	faults := a.faults()
	if a.Organization != "" && len(faults) == 0 {
		_, fault, err := organizationID(ctx, q, "organization", a.Organization)
		if err != nil {
			return err
		}
		if fault != nil {
			faults = append(faults, *fault)
		}
	}
	if len(a.Units) > 0 {
		rows, err := q.Query(ctx, `SELECT u FROM unnest($1::bigint[]) u WHERE NOT EXISTS (SELECT FROM unit WHERE id = u)`, a.Units)
		if err != nil {
			return err
		}
		unknown, err := pgx.CollectRows(rows, pgx.RowTo[int64])
		if err != nil {
			return err
		}
		for _, id := range unknown {
			faults = append(faults, registry.NewFault("unit.unknown", "units", fmt.Sprint(id),
				registry.T("Không có đơn vị hành chính này.", "There is no such unit."), registry.T("Ghi số hiệu (id) của đơn vị.", "Give the unit's id.")))
		}
	}
	for i := range faults {
		faults[i].Pointer = "/" + faults[i].Column
	}
	return registry.Invalid(faults)
}

// mayAdminister refuses who may not keep accounts.
func mayAdminister(who registry.Actor) error {
	return who.May(registry.ManageUsers, registry.Subject{Noun: registry.OfficeSubject, Disclosure: registry.Ordinary}).Err()
}

// administer is write for who may keep accounts.
func (db *DB) administer(ctx context.Context, who registry.Actor, fn func(pgx.Tx) error) error {
	return db.write(ctx, who, func(tx pgx.Tx) error {
		if err := mayAdminister(who); err != nil {
			return err
		}
		return fn(tx)
	})
}

// accountColumns are those scanAccount reads.
const accountColumns = `id, version, login, name, grants, coalesce(oidc_issuer, ''), coalesce(oidc_subject, ''),
	EXISTS (SELECT FROM password p WHERE p.account_id = a.id), disabled_at IS NOT NULL, created_at, updated_at,
	(SELECT max(s.used_at) FROM session s WHERE s.account_id = a.id)`

func scanAccount(row pgx.Row) (a Account, err error) {
	var g registry.Grants
	err = row.Scan(&a.ID, &a.Version, &a.Login, &a.Name, &g, &a.OIDCIssuer, &a.OIDCSubject, &a.HasPassword, &a.Disabled, &a.CreatedAt, &a.UpdatedAt, &a.LastUsedAt)
	a.Roles, a.Organization, a.Units = g.Roles, g.Organization, ids(g.Units)
	return a, err
}

// Account reads one account. CodeNotFound when there is none.
func (db *DB) Account(ctx context.Context, who registry.Actor, id int64) (Account, error) {
	return db.account(ctx, who, `id = $1`, id)
}

// AccountOf reads the account of a login. CodeNotFound when there is none.
func (db *DB) AccountOf(ctx context.Context, who registry.Actor, login string) (Account, error) {
	return db.account(ctx, who, `login = $1`, FoldLogin(login))
}

func (db *DB) account(ctx context.Context, who registry.Actor, where string, arg any) (Account, error) {
	if err := mayAdminister(who); err != nil {
		return Account{}, err
	}
	a, err := scanAccount(db.pool.QueryRow(as(ctx, who), `SELECT `+accountColumns+` FROM account a WHERE `+where, arg))
	return a, translate(err)
}

// Accounts reads a page of the accounts in order of id; next is the cursor of the
// page after it, 0 on the last.
func (db *DB) Accounts(ctx context.Context, who registry.Actor, page registry.Page) (accounts []Account, next int64, err error) {
	if err := mayAdminister(who); err != nil {
		return nil, 0, err
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT `+accountColumns+` FROM account a WHERE id > $1 ORDER BY id LIMIT $2`, page.After, page.Limit+1)
	if err != nil {
		return nil, 0, translate(err)
	}
	accounts, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (Account, error) { return scanAccount(row) })
	if err != nil {
		return nil, 0, translate(err)
	}
	if len(accounts) > page.Limit {
		accounts = accounts[:page.Limit]
		next = accounts[page.Limit-1].ID
	}
	return accounts, next, nil
}

// CreateAccount makes an account, without a password: see [DB.IssueReset]. It
// takes the fields a person may set, and gives the account as stored.
// CodeConflict when the login or the identity is taken, CodeInvalid with every
// fault.
func (db *DB) CreateAccount(ctx context.Context, who registry.Actor, a Account) (stored Account, err error) {
	a.Login = strings.ToLower(a.Login)
	err = db.administer(ctx, who, func(tx pgx.Tx) error {
		if err := a.check(ctx, tx); err != nil {
			return err
		}
		stored, err = scanAccount(tx.QueryRow(ctx, `INSERT INTO account AS a (login, name, grants, oidc_issuer, oidc_subject, disabled_at)
			VALUES ($1, $2, $3, nullif($4, ''), nullif($5, ''), CASE WHEN $6 THEN now() END) RETURNING `+accountColumns,
			a.Login, a.Name, a.Grants(), a.OIDCIssuer, a.OIDCSubject, a.Disabled))
		return err
	})
	return stored, err
}

// UpdateAccount changes an account that is at a version; what change does to
// fields nobody sets is ignored. Rights hold from the next request of whoever is
// signed in; disabling ends their sessions, links and API keys for good. CodeStale
// with the account as it is when it is at another version.
func (db *DB) UpdateAccount(ctx context.Context, who registry.Actor, id, version int64, change func(*Account)) (stored Account, err error) {
	err = db.administer(ctx, who, func(tx pgx.Tx) error {
		current, err := scanAccount(tx.QueryRow(ctx, `SELECT `+accountColumns+` FROM account a WHERE id = $1 FOR UPDATE OF a`, id))
		if err != nil {
			return err
		}
		if current.Version != version {
			return &registry.Error{Code: registry.CodeStale, Current: current, Message: registry.Tf(
				"Tài khoản đã đổi: đang ở phiên bản %d, bạn gửi %d.", "The account has changed: it is at version %d, you sent %d.", current.Version, version)}
		}
		a := current
		a.Roles, a.Units = slices.Clone(a.Roles), slices.Clone(a.Units)
		change(&a)
		a.Login, a.Units = current.Login, ids(a.Units)
		if err := a.check(ctx, tx); err != nil {
			return err
		}
		if a.Disabled && !current.Disabled {
			if err := endCredentials(ctx, tx, id); err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `UPDATE api_key SET revoked_at = now() WHERE holder = $1 AND revoked_at IS NULL`, actorOf(a.Login)); err != nil {
				return err
			}
		}
		if _, err = tx.Exec(ctx, `UPDATE account SET name = $2, grants = $3, oidc_issuer = nullif($4, ''), oidc_subject = nullif($5, ''),
			disabled_at = CASE WHEN $6 THEN coalesce(disabled_at, now()) END WHERE id = $1`,
			id, a.Name, a.Grants(), a.OIDCIssuer, a.OIDCSubject, a.Disabled); err != nil {
			return err
		}
		stored, err = scanAccount(tx.QueryRow(ctx, `SELECT `+accountColumns+` FROM account a WHERE id = $1`, id))
		return err
	})
	return stored, err
}

// endCredentials ends the sessions of an account, and the links not used yet.
func endCredentials(ctx context.Context, tx pgx.Tx, id int64) error {
	if _, err := tx.Exec(ctx, `UPDATE session SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL`, id); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM reset WHERE account_id = $1`, id)
	return err
}

// IssueReset gives the token of a link by which the person sets a password, once
// and until it expires. It is issued to somebody new, who has forgotten, or whose
// account is in wrong hands: so the password there was, their sessions and
// earlier links end at once. CodeConflict when the account is disabled.
func (db *DB) IssueReset(ctx context.Context, who registry.Actor, id int64) (token string, expires time.Time, err error) {
	token, hash := auth.NewReset()
	expires = time.Now().Add(auth.ResetLife).Truncate(time.Second)
	err = db.administer(ctx, who, func(tx pgx.Tx) error {
		var login string
		var disabled bool
		if err := tx.QueryRow(ctx, `SELECT login, disabled_at IS NOT NULL FROM account WHERE id = $1 FOR UPDATE`, id).Scan(&login, &disabled); err != nil {
			return err
		}
		if disabled {
			return registry.Errorf(registry.CodeConflict, "Tài khoản %s đang bị khóa; mở khóa trước.", "The account %s is disabled; enable it first.", login)
		}
		if err := endCredentials(ctx, tx, id); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `DELETE FROM password WHERE account_id = $1`, id); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `INSERT INTO reset (hash, account_id, expires_at) VALUES ($1, $2, $3)`, hash, id, expires); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `SELECT note_event($1, nullif($2, ''), $3, $4, $5)`, who.Name, who.Organization, who.RequestID,
			EventResetIssued, map[string]any{"login": login})
		return err
	})
	return token, expires, err
}

// UnitsOf names units by their ids; of those that are not there nothing.
func (db *DB) UnitsOf(ctx context.Context, ids []int64) (units []PlaceUnit, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := db.pool.Query(ctx, `SELECT id, code, name FROM unit WHERE id = ANY ($1) ORDER BY id`, ids)
	if err != nil {
		return nil, translate(err)
	}
	units, err = pgx.CollectRows(rows, pgx.RowToStructByPos[PlaceUnit])
	return units, translate(err)
}
