package postgres

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of what a key is called, in characters.
const (
	MaxKeyName        = 100
	MaxKeyDescription = 500
)

// KeyOrder is an API key (khóa API) about to be made.
type KeyOrder struct {
	// Name tells people and the change log which program it is: "key:" and the
	// name is its actor.
	Name string
	// Description says what it is for, or nothing.
	Description string
	// Grants are those of a program; nil makes a key of the asker's own, which
	// does what they may.
	Grants *registry.Grants
	// Scope narrows what is done with it.
	Scope registry.Scope
	// Expires is when it ends, nil for never.
	Expires *time.Time
}

// APIKey is what is known of a key; the key itself is not kept.
type APIKey struct {
	ID          int64  `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
	// Hint is how the random part of the key begins; of a token of earlier
	// versions it is empty.
	Hint string `json:"hint"`
	// Holder is whose own key it is, null for a program's.
	Holder *string `json:"holder"`
	// Grants are what was given. A person's own key does what they may when it is
	// used, within the scope given here.
	Grants    registry.Grants `json:"grants"`
	CreatedAt time.Time       `json:"created_at"`
	ExpiresAt *time.Time      `json:"expires_at"`
	RevokedAt *time.Time      `json:"revoked_at"`
	// LastUsedAt is exact to a minute.
	LastUsedAt *time.Time `json:"last_used_at"`
}

// house and ownHouse are the subjects of managing others' keys and one's own.
var (
	house    = registry.Subject{Noun: registry.OfficeSubject, Disclosure: registry.Ordinary}
	ownHouse = registry.Subject{Noun: registry.OfficeSubject, Disclosure: registry.Ordinary, Self: true}
)

// CreateKey makes a key and gives it, the only time it can be read. A program's
// is the administrator's to make, one's own is everybody's who has signed in.
// CodeConflict when the name is taken, CodeInvalid with every fault.
func (db *DB) CreateKey(ctx context.Context, who registry.Actor, order KeyOrder) (secret string, made APIKey, err error) {
	subject, holder, grants := house, (*string)(nil), order.Grants
	if grants == nil {
		subject, holder, grants = ownHouse, &who.Name, &who.Grants
	}
	if err := who.May(registry.ManageKeys, subject).Err(); err != nil {
		return "", made, err
	}
	given := *grants
	given.Key = &order.Scope // also when it narrows nothing: a key makes no keys and signs nothing
	faults := append(order.faults(), given.Validate()...)
	for i := range faults {
		faults[i].Pointer = "/" + faults[i].Column
	}
	if err := registry.Invalid(faults); err != nil {
		return "", made, err
	}
	if given.Organization != "" {
		if _, err := db.organization(ctx, "organization", given.Organization); err != nil {
			return "", made, err
		}
	}
	key := auth.NewKey()
	err = db.transact(ctx, who, func(tx pgx.Tx) error {
		row := tx.QueryRow(ctx, `INSERT INTO api_key (name, description, hash, hint, holder, grants, expires_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING `+keyColumns, order.Name, order.Description, key.Hash, key.Hint, holder, given, order.Expires)
		made, err = scanKey(row)
		return err
	})
	return key.Secret, made, err
}

// faults gives what is wrong with an order beside the grants.
func (o *KeyOrder) faults() (faults []registry.Fault) {
	if n := utf8.RuneCountInString(o.Name); n == 0 || n > MaxKeyName || strings.TrimSpace(o.Name) != o.Name {
		faults = append(faults, registry.NewFault("key.name", "name", o.Name, registry.T("Khóa cần một tên.", "A key needs a name."),
			registry.Tf("Ghi từ 1 đến %d ký tự, không có dấu cách ở hai đầu.", "Give 1 to %d characters, without spaces at the ends.", MaxKeyName)))
	}
	if utf8.RuneCountInString(o.Description) > MaxKeyDescription {
		faults = append(faults, registry.NewFault("key.description", "description", o.Description, registry.T("Mô tả quá dài.", "The description is too long."),
			registry.Tf("Ghi không quá %d ký tự.", "Give at most %d characters.", MaxKeyDescription)))
	}
	for _, name := range o.Scope.Nouns {
		if !slices.ContainsFunc(registry.Nouns, func(n *registry.Noun) bool { return n.Name == name }) {
			faults = append(faults, registry.NewFault("key.noun", "nouns", name, registry.Tf("Không có loại bản ghi %q.", "There is no noun %q.", name),
				registry.Tf("Dùng: %s.", "Use: %s.", strings.Join(nounNames(), ", "))))
		}
	}
	return faults
}

func nounNames() []string {
	names := make([]string, len(registry.Nouns))
	for i, n := range registry.Nouns {
		names[i] = n.Name
	}
	return names
}

// Keys lists the keys of everybody to an administrator, and to anybody else
// their own; the newest first.
func (db *DB) Keys(ctx context.Context, who registry.Actor) (keys []APIKey, err error) {
	if err := who.May(registry.ManageKeys, ownHouse).Err(); err != nil {
		return nil, err
	}
	err = db.transact(ctx, who, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `SELECT `+keyColumns+` FROM api_key ORDER BY id DESC`)
		if err != nil {
			return err
		}
		keys, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (APIKey, error) { return scanKey(row) })
		return err
	})
	return keys, err
}

// keyColumns are those scanKey reads.
const keyColumns = `id, name, description, hint, holder, grants, created_at, expires_at, revoked_at, last_used_at`

func scanKey(row pgx.Row) (k APIKey, err error) {
	err = row.Scan(&k.ID, &k.Name, &k.Description, &k.Hint, &k.Holder, &k.Grants, &k.CreatedAt, &k.ExpiresAt, &k.RevokedAt, &k.LastUsedAt)
	return k, err
}

// RevokeKey ends a key at once. CodeNotFound when the asker sees none of that id
// in force.
func (db *DB) RevokeKey(ctx context.Context, who registry.Actor, id int64) error {
	if err := who.May(registry.ManageKeys, ownHouse).Err(); err != nil {
		return err
	}
	return db.transact(ctx, who, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, `UPDATE api_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL`, id)
		if err == nil && tag.RowsAffected() == 0 {
			return registry.Errorf(registry.CodeNotFound, "Không có khóa này còn hiệu lực.", "There is no such key in force.")
		}
		return err
	})
}

// Presented is a key as somebody presents it.
type Presented struct {
	Secret string
	// Address is where from, RequestID the request, for the log.
	Address, RequestID string
	// InURL says that it stood in the address of the request, where proxies and
	// histories keep it: only a key that reads may.
	InURL bool
}

// ActorOf gives who bears a key, and notes that it was used. CodeUnauthorized
// when nobody does, which is noted too.
func (db *DB) ActorOf(ctx context.Context, p Presented) (registry.Actor, error) {
	wrong := registry.Errorf(registry.CodeUnauthorized, "Khóa không đúng, đã hết hạn hoặc đã thu hồi.", "The key is wrong, expired or revoked.")
	if !auth.IsKey(p.Secret) {
		return registry.Anonymous, db.refuseKey(ctx, p, "", "unknown", wrong)
	}
	var id int64
	var name, state string
	var grants *registry.Grants
	err := db.pool.QueryRow(ctx, `SELECT id, name, grants, state FROM bearer($1)`, auth.HashKey(p.Secret)).Scan(&id, &name, &grants, &state)
	switch {
	case err == pgx.ErrNoRows:
		return registry.Anonymous, db.refuseKey(ctx, p, "", "unknown", wrong)
	case err != nil:
		return registry.Anonymous, translate(err)
	case state != "in force":
		return registry.Anonymous, db.refuseKey(ctx, p, name, state, wrong)
	case p.InURL && (grants.Key == nil || !grants.Key.ReadOnly):
		return registry.Anonymous, db.refuseKey(ctx, p, name, "in URL", registry.Errorf(registry.CodeUnauthorized,
			"Khóa %q ghi được, không đặt trong địa chỉ: máy trung gian và lịch sử trình duyệt giữ lại nó. Hãy thu hồi khóa này, tạo khóa mới và gửi bằng tiêu đề Authorization.",
			"Key %q can write and must not stand in an address, which proxies and histories keep. Revoke it, make another and send it in the header Authorization.", name))
	}
	who := registry.Actor{Name: "key:" + name, Grants: *grants, RequestID: p.RequestID}
	db.useKey(ctx, id, who, p)
	return who, nil
}

// Shown is a key as lists show it: enough to tell it from others, "" of a token of
// earlier versions.
func (k APIKey) Shown() string {
	if k.Hint == "" {
		return ""
	}
	return auth.KeyPrefix + k.Hint + "…"
}
