package postgres

import (
	"context"
	"encoding/hex"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of a filing.
const (
	// MaxFilingBytes bounds a file; the formats have limits of their own.
	MaxFilingBytes = 512 << 20
	// MaxFileName bounds its name, in characters.
	MaxFileName = 255
	// MaxReason bounds a reason a person gives, in characters.
	MaxReason = 2000
)

// filingColumns are those scanFiling reads.
const filingColumns = `f.id, f.version, f.noun, coalesce((SELECT code FROM organization o WHERE o.id = f.organization_id), ''), f.state,
	f.revision, f.file_name, f.file_bytes, coalesce(f.file_sha256, ''), f.received, f.day, f.choices, f.progress, f.counts,
	coalesce(f.rule_version, 0), f.faults, f.found, f.created_by, f.created_at, f.checked_at, coalesce(f.signed_by, ''), f.signed_at,
	coalesce(f.decided_by, ''), f.decided_at, coalesce(f.decision, '')`

func scanFiling(row pgx.Row) (f registry.Filing, err error) {
	err = row.Scan(&f.ID, &f.Version, &f.Noun, &f.Organization, &f.State, &f.Revision, &f.FileName, &f.FileBytes, &f.FileSHA256, &f.Received,
		&f.Day, &f.Choices, &f.Progress, &f.Counts, &f.RuleVersion, &f.Faults, &f.Found, &f.CreatedBy, &f.CreatedAt, &f.CheckedAt,
		&f.SignedBy, &f.SignedAt, &f.DecidedBy, &f.DecidedAt, &f.Decision)
	return f, err
}

// subjectOf gives what rights to a filing depend on.
func subjectOf(f registry.Filing) registry.Subject {
	s := registry.Subject{Noun: registry.FilingSubject, Disclosure: registry.Ordinary}
	if f.Organization != "" {
		s.Owners = []string{f.Organization}
	}
	s.Settled = f.State == registry.FilingAccepted || f.State == registry.FilingPartly || f.State == registry.FilingWithdrawn
	return s
}

// Filing reads one filing. CodeNotFound when there is none that the asker may see.
func (db *DB) Filing(ctx context.Context, who registry.Actor, id int64) (registry.Filing, error) {
	f, err := scanFiling(db.pool.QueryRow(as(ctx, who), `SELECT `+filingColumns+` FROM filing f WHERE id = $1`, id))
	if err != nil {
		return f, translate(err)
	}
	return f, who.May(registry.SeeFull, subjectOf(f)).Err()
}

// FilingQuery selects filings.
type FilingQuery struct {
	Noun, Organization string
	States             []registry.FilingState
	// Page goes from the newest back: After is the id to go on below.
	Page registry.Page
}

// Filings reads a page of the filings the asker may see, the newest first; next
// is the cursor of the page after it, 0 on the last.
func (db *DB) Filings(ctx context.Context, who registry.Actor, q FilingQuery) (list []registry.Filing, next int64, err error) {
	if !who.SignedIn() {
		return nil, 0, who.May(registry.SeeFull, registry.Subject{Noun: registry.FilingSubject}).Err()
	}
	c := &conditions{}
	if q.Page.After != 0 {
		c.and("f.id < %s", q.Page.After)
	}
	if q.Noun != "" {
		c.and("f.noun = %s", q.Noun)
	}
	if q.Organization != "" {
		c.and("f.organization_id = organization_id(%s)", q.Organization)
	}
	if len(q.States) > 0 {
		c.and("f.state = ANY (%s)", q.States)
	}
	rows, err := db.pool.Query(as(ctx, who), `SELECT `+filingColumns+` FROM filing f WHERE `+c.sql()+` ORDER BY f.id DESC LIMIT `+c.arg(q.Page.Limit+1), c.args...)
	if err != nil {
		return nil, 0, translate(err)
	}
	if list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (registry.Filing, error) { return scanFiling(row) }); err != nil {
		return nil, 0, translate(err)
	}
	if len(list) > q.Page.Limit {
		list = list[:q.Page.Limit]
		next = list[q.Page.Limit-1].ID
	}
	return list, next, nil
}

// FilingFile describes the file of a filing that begins.
type FilingFile struct {
	Name  string
	Bytes int64
	// SHA256 is in lower-case hexadecimal; "" when it is not known beforehand.
	SHA256 string
}

func (f FilingFile) faults() (faults []registry.Fault) {
	bad := func(column, value string, message, mend registry.Text) {
		fault := registry.NewFault("filing.file", column, value, message, mend)
		fault.Pointer = "/" + column
		faults = append(faults, fault)
	}
	if n := utf8.RuneCountInString(f.Name); n == 0 || n > MaxFileName || path.Base(f.Name) != f.Name || strings.ContainsAny(f.Name, "\\\x00\r\n") || !utf8.ValidString(f.Name) {
		bad("file_name", f.Name, registry.T("Tên tệp không hợp lệ.", "The file name is not valid."),
			registry.Tf("Ghi tên tệp, không có thư mục, không quá %d ký tự.", "Give the name without a folder, at most %d characters.", MaxFileName))
	}
	if f.Bytes <= 0 || f.Bytes > MaxFilingBytes {
		bad("file_bytes", "", registry.T("Cỡ tệp không hợp lệ.", "The size of the file is not valid."),
			registry.Tf("Nộp tệp từ 1 byte đến %d MB; tệp lớn hơn thì chia ra.", "File from 1 byte to %d MB; split what is larger.", MaxFilingBytes>>20))
	}
	if sum, err := hex.DecodeString(f.SHA256); f.SHA256 != "" && (err != nil || len(sum) != 32 || strings.ToLower(f.SHA256) != f.SHA256) {
		bad("file_sha256", f.SHA256, registry.T("Mã băm không hợp lệ.", "The hash is not valid."),
			registry.T("Ghi SHA-256 của tệp, 64 chữ số hexa thường.", "Give the file's SHA-256, 64 lower-case hexadecimal digits."))
	}
	return faults
}

// filed runs fn on a filing that is locked, for who may do a to it, and gives it
// as it is afterwards. version is what the asker based the change on, 0 when it
// does not matter.
func (db *DB) filed(ctx context.Context, who registry.Actor, a registry.Action, id, version int64, fn func(pgx.Tx, registry.Filing) error) (f registry.Filing, err error) {
	err = db.transact(ctx, who, func(tx pgx.Tx) error {
		if f, err = scanFiling(tx.QueryRow(ctx, `SELECT `+filingColumns+` FROM filing f WHERE id = $1 FOR UPDATE OF f`, id)); err != nil {
			return err
		}
		if err := who.May(a, subjectOf(f)).Err(); err != nil {
			return err
		}
		if version != 0 && f.Version != version {
			return &registry.Error{Code: registry.CodeStale, Current: f, Message: registry.Tf(
				"Hồ sơ đã đổi: đang ở phiên bản %d, bạn gửi %d.", "The filing has changed: it is at version %d, you sent %d.", f.Version, version)}
		}
		if err := fn(tx, f); err != nil {
			return err
		}
		f, err = scanFiling(tx.QueryRow(ctx, `SELECT `+filingColumns+` FROM filing f WHERE id = $1`, id))
		return err
	})
	return f, err
}

// inState refuses what cannot be done to a filing where it stands.
func inState(f registry.Filing, what registry.Text, states ...registry.FilingState) error {
	for _, s := range states {
		if f.State == s {
			return nil
		}
	}
	now := f.State.Sentence()
	return &registry.Error{Code: registry.CodeConflict, Message: registry.T(
		what.VI+": chưa làm được lúc này. "+now.VI, what.EN+": not possible now. "+now.EN)}
}

// changeable refuses to change a filing that is being worked on, or settled.
func changeable(f registry.Filing, what registry.Text) error {
	if f.State.Open() {
		return nil
	}
	return inState(f, what)
}

// StartFiling begins a filing of rows of a noun; its file is then appended. The
// same file of the same organization that is not settled yet is the same filing:
// again is true and it is given as it is.
func (db *DB) StartFiling(ctx context.Context, who registry.Actor, n *registry.Noun, file FilingFile, day registry.Date, choices registry.FilingChoices) (f registry.Filing, again bool, err error) {
	err = db.Work(ctx, who, func(w *Work) error {
		f, again, err = w.StartFiling(ctx, who, n, file, day, choices)
		return err
	})
	return f, again, err
}

// StartFiling is [DB.StartFiling] within the work.
func (w *Work) StartFiling(ctx context.Context, who registry.Actor, n *registry.Noun, file FilingFile, day registry.Date, choices registry.FilingChoices) (f registry.Filing, again bool, err error) {
	subject := registry.Subject{Noun: registry.FilingSubject, Disclosure: registry.Ordinary}
	if who.Organization != "" {
		subject.Owners = []string{who.Organization}
	}
	if err := who.May(registry.ToCreate, subject).Err(); err != nil {
		return f, false, err
	}
	if err := registry.Invalid(append(file.faults(), faultsOfChoices(choices)...)); err != nil {
		return f, false, err
	}
	err = w.tx.QueryRow(ctx, `INSERT INTO filing (noun, organization_id, file_name, file_bytes, file_sha256, day, choices, created_by)
		VALUES ($1, organization_id(nullif($2, '')), $3, $4, nullif($5, ''), $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
		n.Path, who.Organization, file.Name, file.Bytes, file.SHA256, day, choices, who.Name).Scan(&f.ID)
	if err == pgx.ErrNoRows {
		again = true
		err = w.tx.QueryRow(ctx, `SELECT id FROM filing WHERE noun = $1 AND organization_id IS NOT DISTINCT FROM organization_id(nullif($2, ''))
			AND file_sha256 = $3 AND state NOT IN ('accepted', 'partly', 'returned', 'withdrawn')`, n.Path, who.Organization, file.SHA256).Scan(&f.ID)
	}
	if err != nil {
		return f, again, translate(err)
	}
	f, err = scanFiling(w.tx.QueryRow(ctx, `SELECT `+filingColumns+` FROM filing f WHERE id = $1`, f.ID))
	return f, again, translate(err)
}

// ReviseFiling puts another file in a filing's place, to be appended anew. What
// was verified stays verified while its value does.
func (db *DB) ReviseFiling(ctx context.Context, who registry.Actor, id, version int64, file FilingFile) (registry.Filing, error) {
	if err := registry.Invalid(file.faults()); err != nil {
		return registry.Filing{}, err
	}
	return db.filed(ctx, who, registry.ToChange, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := changeable(f, registry.T("Thay tệp", "To replace the file")); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `DELETE FROM filing_chunk WHERE filing_id = $1`, id); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET revision = revision + 1, state = 'uploading', file_name = $2, file_bytes = $3, file_sha256 = nullif($4, ''),
			received = 0, faults = NULL, progress = NULL WHERE id = $1`, id, file.Name, file.Bytes, file.SHA256)
		return err
	})
}

// ChooseFiling changes how a filing's file is read, and has it checked again.
// The choice of columns is remembered for the organization's next filing.
func (db *DB) ChooseFiling(ctx context.Context, who registry.Actor, id, version int64, day *registry.Date, choices *registry.FilingChoices) (registry.Filing, error) {
	if choices != nil {
		if err := registry.Invalid(faultsOfChoices(*choices)); err != nil {
			return registry.Filing{}, err
		}
	}
	return db.filed(ctx, who, registry.ToChange, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := changeable(f, registry.T("Đổi cách đọc tệp", "To change how the file is read")); err != nil {
			return err
		}
		if day != nil {
			f.Day = *day
		}
		if choices != nil {
			f.Choices = *choices
			for target, header := range choices.Columns {
				if _, err := tx.Exec(ctx, `INSERT INTO column_choice (organization_id, noun, target, header)
					SELECT organization_id, noun, $2, $3 FROM filing WHERE id = $1 AND organization_id IS NOT NULL
					ON CONFLICT (organization_id, noun, target) DO UPDATE SET header = excluded.header`, id, target, header); err != nil {
					return err
				}
			}
		}
		if _, err := tx.Exec(ctx, `UPDATE filing SET day = $2, choices = $3 WHERE id = $1`, id, f.Day, f.Choices); err != nil {
			return err
		}
		if f.State == registry.FilingUploading {
			return nil
		}
		return db.queueCheck(ctx, tx, who, id)
	})
}

// RememberedColumns gives how an organization's columns were read last: header
// by target.
func (db *DB) RememberedColumns(ctx context.Context, who registry.Actor, f registry.Filing) (map[string]string, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT target, header FROM column_choice WHERE noun = $1 AND organization_id = organization_id($2)`, f.Noun, f.Organization)
	if err != nil {
		return nil, translate(err)
	}
	columns := map[string]string{}
	var target, header string
	_, err = pgx.ForEachRow(rows, []any{&target, &header}, func() error { columns[target] = header; return nil })
	return columns, translate(err)
}

// WithdrawFiling takes back a filing that the department has not decided on.
func (db *DB) WithdrawFiling(ctx context.Context, who registry.Actor, id, version int64) (registry.Filing, error) {
	return db.filed(ctx, who, registry.ToChange, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if !f.State.Open() && f.State != registry.FilingSigned && f.State != registry.FilingQueued {
			return inState(f, registry.T("Rút hồ sơ", "To withdraw the filing"))
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = 'withdrawn' WHERE id = $1`, id)
		return err
	})
}

func faultsOfChoices(c registry.FilingChoices) (faults []registry.Fault) {
	if c.Missing != "" && c.Missing != "keep" && c.Missing != "remove" {
		f := registry.NewFault("filing.missing", "missing", c.Missing, registry.T("Không có lựa chọn này.", "There is no such choice."),
			registry.T("Dùng keep (giữ) hoặc remove (đã tháo dỡ).", "Use keep or remove."))
		f.Pointer = "/choices/missing"
		faults = append(faults, f)
	}
	if len(c.Delimiter) > 1 {
		f := registry.NewFault("filing.delimiter", "delimiter", c.Delimiter, registry.T("Dấu ngăn cột là một ký tự.", "The delimiter is one character."),
			registry.T("Ghi một ký tự, như ; hoặc dấu phẩy.", "Give one character, such as ; or a comma."))
		f.Pointer = "/choices/delimiter"
		faults = append(faults, f)
	}
	return faults
}

// Organizations gives the code and name of every organization, by code.
func (db *DB) Organizations(ctx context.Context, who registry.Actor) ([]registry.Organization, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT code, name FROM organization ORDER BY code`)
	if err != nil {
		return nil, translate(err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (o registry.Organization, err error) {
		err = row.Scan(&o.Code, &o.Name)
		return o, err
	})
	return list, translate(err)
}
