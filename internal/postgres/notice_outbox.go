package postgres

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// How often a letter is tried: after a minute, then twice as long each time, to
// six hours at most; about two days in all.
const (
	maxLetterAttempts = 14
	firstLetterDelay  = time.Minute
	maxLetterDelay    = 6 * time.Hour
	// letterTimeout bounds one sending.
	letterTimeout = time.Minute
	// so many failures in a row are the mail server's: the others wait for it
	maxFailuresInRow = 3
)

// letterDelay is how long to wait after so many failed attempts.
func letterDelay(attempts int) time.Duration {
	if attempts > 20 {
		return maxLetterDelay
	}
	return min(maxLetterDelay, firstLetterDelay<<(attempts-1))
}

// SendLetters sends the letters of the outbox that are due at a time, each in a
// transaction of its own that holds it: of several programs one sends a letter.
// What fails is tried again later, unless the error says by a method Permanent
// that it is no use, or it has been tried maxLetterAttempts times. A program that
// dies after the mail server took a letter and before that is written down sends
// it again: at least once, seldom twice. Letters of duties that were answered or
// switched off meanwhile, or to disabled accounts, are not sent. It gives how many were sent and how many failed,
// and the error of the last that did.
func (db *DB) SendLetters(ctx context.Context, now time.Time, send func(context.Context, registry.Letter) error) (sent, failed int, last error) {
	if err := db.transact(ctx, reminder, func(tx pgx.Tx) error { return forgetLetters(ctx, tx) }); err != nil {
		return 0, 0, err
	}
	// what the mail server has is written down though the program is being stopped
	lasting := context.WithoutCancel(ctx)
	for inRow := 0; inRow < maxFailuresInRow && ctx.Err() == nil; {
		var found bool
		var wrong error
		err := db.transact(lasting, reminder, func(tx pgx.Tx) error {
			var err error
			found, wrong, err = sendLetter(lasting, tx, now, func(l registry.Letter) error {
				bounded, cancel := context.WithTimeout(ctx, letterTimeout)
				defer cancel()
				return send(bounded, l)
			})
			return err
		})
		switch {
		case err != nil:
			return sent, failed, err
		case !found:
			return sent, failed, last
		case wrong != nil:
			failed, last, inRow = failed+1, wrong, inRow+1
		default:
			sent, inRow = sent+1, 0
		}
	}
	return sent, failed, cmp.Or(last, ctx.Err())
}

// sendLetter sends one letter, if there is one; wrong is why it did not go.
func sendLetter(ctx context.Context, tx pgx.Tx, now time.Time, send func(registry.Letter) error) (found bool, wrong, err error) {
	var l registry.Letter
	var attempts int
	err = tx.QueryRow(ctx, `SELECT n.id, x.attempts, a.login, a.name, n.kind, o.title_vi, o.title_en, o.basis, o.recipient, g.name, n.period, n.due_on
		FROM outbox x JOIN notice n ON n.id = x.notice_id JOIN account a ON a.id = n.account_id
			JOIN obligation o ON o.id = n.obligation_id JOIN organization g ON g.id = n.organization_id
		WHERE x.next_at <= $1 ORDER BY x.next_at, n.id LIMIT 1 FOR UPDATE OF x SKIP LOCKED`, now).Scan(
		&l.Notice, &attempts, &l.To, &l.Name, &l.Kind, &l.Title.VI, &l.Title.EN, &l.Basis, &l.Recipient, &l.OrganizationName, &l.Period, &l.DueOn)
	if errors.Is(err, pgx.ErrNoRows) {
		return false, nil, nil
	}
	if err != nil {
		return false, nil, err
	}
	if wrong = send(l); wrong == nil {
		_, err = tx.Exec(ctx, `UPDATE outbox SET attempts = attempts + 1, sent_at = $2, next_at = NULL, last_error = NULL WHERE notice_id = $1`, l.Notice, now)
		return true, nil, err
	}
	attempts++
	var permanent interface{ Permanent() bool }
	var next *time.Time
	if attempts < maxLetterAttempts && !(errors.As(wrong, &permanent) && permanent.Permanent()) {
		at := now.Add(letterDelay(attempts))
		next = &at
	}
	_, err = tx.Exec(ctx, `UPDATE outbox SET attempts = $2, last_error = $3, next_at = $4 WHERE notice_id = $1`, l.Notice, attempts, cutError(wrong), next)
	return true, wrong, err
}

// forgetLetters drops what is waiting for an account that was disabled, of an
// obligation that was switched off, or of a duty that was answered meanwhile.
func forgetLetters(ctx context.Context, tx pgx.Tx) error {
	_, err := tx.Exec(ctx, `UPDATE outbox x SET next_at = NULL, last_error = 'no longer needed' FROM notice n, account a, obligation o
		WHERE x.next_at IS NOT NULL AND x.sent_at IS NULL AND n.id = x.notice_id AND a.id = n.account_id AND o.id = n.obligation_id
			AND (a.disabled_at IS NOT NULL OR NOT o.active OR EXISTS (SELECT FROM duty_answer d WHERE d.obligation_id = n.obligation_id
				AND d.organization_id = n.organization_id AND d.period = n.period))`)
	return err
}

// cutError is an error as the outbox keeps it.
func cutError(err error) string {
	s := strings.ToValidUTF8(strings.ReplaceAll(err.Error(), "\x00", ""), "�")
	if utf8.RuneCountInString(s) > 500 {
		s = string([]rune(s)[:500])
	}
	return s
}
