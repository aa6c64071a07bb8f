package postgres

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// IdempotencyRetention is how long an Idempotency-Key is remembered at least.
const IdempotencyRetention = 48 * time.Hour

// purgedAtOnce bounds the expired keys one write takes out.
const purgedAtOnce = 100

// Key is an Idempotency-Key with the request that bears it.
type Key struct {
	// Value is the caller's; empty when the request has none.
	Value string
	// Request is its method and path.
	Request string
	// Body is what it carries.
	Body []byte
}

// Answer is what a caller was answered, kept to be given again.
type Answer struct {
	Status  int
	Headers map[string]string
	Body    []byte
}

// Once is [DB.Work] whose answer is kept with the write under a key, in the same
// transaction: asked again with the same key and body, it does nothing and gives
// the first answer, replayed. Of two that ask at once the second waits for the
// first. What failed is not kept and may be asked again under its key. Keys are
// the actor's own. A key that was used for another request or body is
// CodeInvalid, rule "idempotency.reused".
func (db *DB) Once(ctx context.Context, who registry.Actor, key Key, do func(*Work) (Answer, error)) (answer Answer, replayed bool, err error) {
	err = db.Work(ctx, who, func(w *Work) error {
		if key.Value == "" {
			answer, err = do(w)
			return err
		}
		hash := sha256.Sum256(key.Body)
		if answer, replayed, err = w.claim(ctx, who, key, hash[:]); err != nil || replayed {
			return err
		}
		if answer, err = do(w); err != nil {
			return err
		}
		headers, err := json.Marshal(answer.Headers)
		if err != nil {
			return err
		}
		_, err = w.tx.Exec(ctx, `UPDATE idempotency SET status = $3, headers = $4, body = $5 WHERE actor = $1 AND key = $2`,
			who.Name, key.Value, answer.Status, headers, answer.Body)
		return err
	})
	return answer, replayed, err
}

// claim takes a key for this work, or finds the answer kept under it. While
// another transaction is working on the key, this waits for its end.
func (w *Work) claim(ctx context.Context, who registry.Actor, key Key, hash []byte) (answer Answer, replayed bool, err error) {
	if _, err := w.tx.Exec(ctx, `DELETE FROM idempotency WHERE actor = $1 AND key = $2 AND created_at < now() - $3::interval`,
		who.Name, key.Value, IdempotencyRetention); err != nil {
		return answer, false, err
	}
	if _, err := w.tx.Exec(ctx, fmt.Sprintf(`DELETE FROM idempotency WHERE (actor, key) IN (SELECT actor, key FROM idempotency
		WHERE created_at < now() - $1::interval LIMIT %d FOR UPDATE SKIP LOCKED)`, purgedAtOnce), IdempotencyRetention); err != nil {
		return answer, false, err
	}
	made, err := w.tx.Exec(ctx, `INSERT INTO idempotency (actor, key, request, body_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
		who.Name, key.Value, key.Request, hash)
	if err != nil || made.RowsAffected() == 1 {
		return answer, false, err
	}
	var request string
	var first, headers []byte
	err = w.tx.QueryRow(ctx, `SELECT request, body_hash, status, headers, body FROM idempotency WHERE actor = $1 AND key = $2`,
		who.Name, key.Value).Scan(&request, &first, &answer.Status, &headers, &answer.Body)
	switch {
	case errors.Is(err, pgx.ErrNoRows): // it expired and was purged between the two statements
		return answer, false, unavailable(err)
	case err != nil:
		return answer, false, err
	case request != key.Request || !bytes.Equal(first, hash):
		return answer, false, registry.Invalid([]registry.Fault{registry.NewFault("idempotency.reused", "Idempotency-Key", key.Value,
			registry.Tf("Khóa này đã dùng cho yêu cầu khác (%s).", "This key was used for another request (%s).", request),
			registry.T("Dùng khóa mới cho mỗi yêu cầu mới; khóa cũ chỉ để gửi lại nguyên yêu cầu cũ.",
				"Take a new key for each new request; an old one only sends the old request again."))})
	}
	return answer, true, json.Unmarshal(headers, &answer.Headers)
}
