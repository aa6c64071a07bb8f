package postgres

import (
	"context"
	"encoding/json"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// AuditReport is what proving the chain of the change log found.
type AuditReport struct {
	// Sealed counts the entries in the chain, Unsealed those too new to be.
	Sealed   int64 `json:"sealed"`
	Unsealed int64 `json:"unsealed"`
	// Head is the newest seal in hexadecimal, "" of an empty log. Noted
	// elsewhere it shows later whether the end of the log was cut off.
	Head string `json:"head"`
	// Broken is the first entry that is not what was sealed, nil when all are.
	Broken *int64 `json:"broken"`
	// HeadFound says, when a head was given to look for, whether it is a seal of
	// the chain.
	HeadFound *bool `json:"head_found,omitempty"`
}

// sealAtOnce bounds one transaction of sealing.
const sealAtOnce = 10_000

// Seal seals the entries of the change log that are not sealed yet, and gives
// how many it sealed.
func (db *DB) Seal(ctx context.Context) (sealed int64, err error) {
	for {
		var n int64
		if err := db.pool.QueryRow(ctx, `SELECT seal_changes($1)`, sealAtOnce).Scan(&n); err != nil {
			return sealed, translate(err)
		}
		if sealed += n; n < sealAtOnce {
			return sealed, nil
		}
	}
}

// VerifyAudit proves the chain of the change log from its first entry. head, when
// not "", is a seal noted earlier that must be in it.
func (db *DB) VerifyAudit(ctx context.Context, who registry.Actor, head string) (r AuditReport, err error) {
	if err := mayAudit(who); err != nil {
		return r, err
	}
	err = db.read(ctx, who, wholeLog, pgx.TxOptions{}, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, `SELECT sealed, unsealed, coalesce(encode(head, 'hex'), ''), broken FROM verify_changes()`).Scan(
			&r.Sealed, &r.Unsealed, &r.Head, &r.Broken)
		if err != nil || head == "" {
			return err
		}
		return tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM change_seal WHERE encode(hash, 'hex') = lower($1))`, head).Scan(&r.HeadFound)
	})
	return r, err
}

// wholeLog lets a statement read the log from end to end, however long that takes.
const wholeLog = `SET LOCAL statement_timeout = 0`

// AuditEntry is one entry of the change log as it is handed to other systems.
type AuditEntry struct {
	Seq          int64           `json:"seq"`
	At           time.Time       `json:"at"`
	Actor        string          `json:"actor"`
	Organization *string         `json:"organization"`
	Reason       string          `json:"reason"`
	RequestID    string          `json:"request_id"`
	Noun         string          `json:"noun"`
	RecordID     int64           `json:"record_id"`
	Op           string          `json:"op"`
	Before       json.RawMessage `json:"before,omitempty"`
	After        json.RawMessage `json:"after,omitempty"`
	// Seal is the entry's hash in hexadecimal, nil while it is not sealed.
	Seal *string `json:"seal"`
}

// ExportAudit writes the change log after an entry as NDJSON, security events
// too, each with its seal.
func (db *DB) ExportAudit(ctx context.Context, who registry.Actor, since int64, w io.Writer) (entries int64, err error) {
	if err := mayAudit(who); err != nil {
		return 0, err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	err = db.read(ctx, who, wholeLog, pgx.TxOptions{}, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `SELECT seq, at, actor, organization, reason, request_id, noun, record_id, op, before, after, encode(s.hash, 'hex')
			FROM change LEFT JOIN change_seal s USING (seq) WHERE seq > $1 ORDER BY seq`, since)
		if err != nil {
			return err
		}
		var e AuditEntry
		_, err = pgx.ForEachRow(rows, []any{&e.Seq, &e.At, &e.Actor, &e.Organization, &e.Reason, &e.RequestID, &e.Noun, &e.RecordID, &e.Op, &e.Before, &e.After, &e.Seal}, func() error {
			entries++
			return out.Encode(e)
		})
		return err
	})
	return entries, err
}

// mayAudit refuses who may not read the whole log.
func mayAudit(who registry.Actor) error {
	return who.May(registry.ReadAudit, registry.Subject{Noun: registry.OfficeSubject, Disclosure: registry.Ordinary}).Err()
}

// The security events of the log.
const (
	EventWriteRefused = "write_refused" // a write outside the writer's rights
	EventExport       = "export"        // records left as a file
)

// Note writes a security event into the change log: who did what, which is no
// change of a record.
func (db *DB) Note(ctx context.Context, who registry.Actor, event string, details map[string]any) error {
	_, err := db.pool.Exec(ctx, `SELECT note_event($1, nullif($2, ''), $3, $4, $5)`, who.Name, who.Organization, who.RequestID, event, details)
	return translate(err)
}
