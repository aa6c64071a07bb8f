package postgres

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// Receipt is what was signed (biên nhận): enough to prove later which file it was
// and what it was held against.
type Receipt struct {
	Filing       int64                 `json:"filing"`
	Organization string                `json:"organization"`
	Noun         string                `json:"noun"`
	Day          registry.Date         `json:"day"`
	FileName     string                `json:"file_name"`
	FileBytes    int64                 `json:"file_bytes"`
	FileSHA256   string                `json:"file_sha256"`
	RuleVersion  int                   `json:"rule_version"`
	Counts       registry.FilingCounts `json:"counts"`
	Missing      string                `json:"missing"`
	SignedBy     string                `json:"signed_by"`
	SignedAt     time.Time             `json:"signed_at"`
	// ChainHead is the last seal of the change log when it was signed, in
	// hexadecimal; "" while the log has none.
	ChainHead string `json:"chain_head"`
}

// SignFiling signs a clean filing for its organization: from then on it is before
// the department, and its file and rows stay as they are.
func (db *DB) SignFiling(ctx context.Context, who registry.Actor, id, version int64) (registry.Filing, error) {
	return db.filed(ctx, who, registry.SignFiling, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Ký hồ sơ", "To sign the filing"), registry.FilingReady); err != nil {
			return err
		}
		if f.RuleVersion != rule.Version {
			return registry.Errorf(registry.CodeConflict, "Bộ quy tắc đã sang phiên bản %d; kiểm tra lại rồi ký.", "The rules are at version %d by now: check again, then sign.", rule.Version)
		}
		r := Receipt{Filing: f.ID, Organization: f.Organization, Noun: f.Noun, Day: f.Day, FileName: f.FileName, FileBytes: f.FileBytes, FileSHA256: f.FileSHA256,
			RuleVersion: f.RuleVersion, Counts: *f.Counts, Missing: f.Choices.Missing, SignedBy: who.Name, SignedAt: time.Now().Truncate(time.Second)}
		if err := tx.QueryRow(ctx, `SELECT coalesce((SELECT encode(hash, 'hex') FROM change_seal ORDER BY seq DESC LIMIT 1), '')`).Scan(&r.ChainHead); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = 'signed', signed_by = $2, signed_at = $3, receipt = $4 WHERE id = $1`, id, who.Name, r.SignedAt, r)
		return err
	})
}

// FilingReceipt gives what was signed of a filing. CodeNotFound while it is not.
func (db *DB) FilingReceipt(ctx context.Context, who registry.Actor, id int64) (r Receipt, err error) {
	if _, err := db.Filing(ctx, who, id); err != nil {
		return r, err
	}
	err = db.pool.QueryRow(as(ctx, who), `SELECT receipt FROM filing WHERE id = $1 AND receipt IS NOT NULL`, id).Scan(&r)
	return r, translate(err)
}

// ReturnFiling gives a filing back to its organization, with the department's
// reason; the register is not touched.
func (db *DB) ReturnFiling(ctx context.Context, who registry.Actor, id, version int64, reason string) (registry.Filing, error) {
	reason = strings.TrimSpace(reason)
	if fault := faultOfReason(reason); fault != nil {
		return registry.Filing{}, registry.Invalid([]registry.Fault{*fault})
	}
	if reason == "" {
		return registry.Filing{}, lackingReason()
	}
	return db.filed(ctx, who, registry.TakeFiling, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Trả lại hồ sơ", "To return the filing"), registry.FilingSigned); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = 'returned', decided_by = $2, decided_at = now(), decision = $3 WHERE id = $1`, id, who.Name, reason)
		return err
	})
}

// AcceptFiling takes a filing, but for the rows the department returns: they are
// written to the register in the background, in one transaction. The department's
// own filing needs no signature.
func (db *DB) AcceptFiling(ctx context.Context, who registry.Actor, id, version int64, reason string) (registry.Filing, error) {
	reason = strings.TrimSpace(reason)
	if fault := faultOfReason(reason); fault != nil {
		return registry.Filing{}, registry.Invalid([]registry.Fault{*fault})
	}
	return db.filed(ctx, who, registry.TakeFiling, id, version, func(tx pgx.Tx, f registry.Filing) error {
		states := []registry.FilingState{registry.FilingSigned}
		if f.Organization == "" {
			states = append(states, registry.FilingReady)
		}
		if err := inState(f, registry.T("Chấp nhận hồ sơ", "To accept the filing"), states...); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE filing SET state = 'applying', decided_by = $2, decided_at = now(), decision = nullif($3, ''), progress = NULL, faults = NULL WHERE id = $1`,
			id, who.Name, reason); err != nil {
			return err
		}
		return db.queueJob(ctx, tx, FilingJob{Filing: id, Task: ApplyTask, Who: who.Name, Grants: who.Grants})
	})
}

// ApplyFiling writes what the department took to the register: all of it in one
// transaction or none. When the register has moved since the check, so that a row
// would no longer do what was signed, nothing is written and the filing is checked
// again.
func (db *DB) ApplyFiling(ctx context.Context, who registry.Actor, n *registry.Noun, f registry.Filing, given map[string]string, progress func(stage string, rows int64)) (ImportResult, error) {
	who.Reason = fmt.Sprintf("hồ sơ %d, %s ký", f.ID, f.SignedBy)
	if f.SignedBy == "" {
		who.Reason = fmt.Sprintf("hồ sơ %d", f.ID)
	}
	if n == registry.TenancyNoun && f.Organization != "" { // nobody says the other side's word: see sides
		given = maps.Clone(given)
		delete(given, "owner_says")
		delete(given, "tenant_says")
	}
	l := &load{db: db, who: who, noun: n, rows: headers(given), opts: ImportOptions{Progress: progress}}
	err := db.write(ctx, who, func(tx pgx.Tx) error {
		l.tx = tx
		var state registry.FilingState
		// not FOR UPDATE: progress is written down meanwhile
		if err := tx.QueryRow(ctx, `SELECT state FROM filing WHERE id = $1 FOR KEY SHARE`, f.ID).Scan(&state); err != nil {
			return err
		}
		f.State = state
		if err := inState(f, registry.T("Ghi vào sổ", "To write to the register"), registry.FilingApplying); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL hatangso.loading = 'yes'; SET LOCAL work_mem = '64MB'`); err != nil {
			return err
		}
		progress("apply", 0)
		if err := l.restage(ctx, f); err != nil {
			return err
		}
		moved, err := l.moved(ctx)
		if err != nil {
			return err
		}
		if moved > 0 {
			return &staleFiling{moved}
		}
		for _, stage := range []func(context.Context) error{l.sites, l.merge, l.sides(f), l.remove(f), l.clear} {
			if err := stage(ctx); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, `UPDATE filing f SET state = CASE WHEN EXISTS (SELECT FROM filing_row r WHERE r.filing_id = f.id AND (r.returned OR r.class = 'refused')) THEN 'partly' ELSE 'accepted' END,
			progress = NULL WHERE id = $1`, f.ID)
		return err
	})
	return l.result, err
}

// staleFiling says how many rows would no longer do what was signed.
type staleFiling struct{ rows int64 }

func (e *staleFiling) Error() string { return fmt.Sprintf("%d rows are stale", e.rows) }

// headers stands for rows that were staged before: it knows their columns.
type headers map[string]string

// Next implements registry.Rows; there is nothing left to read.
func (h headers) Next(*registry.Row) error { panic("the rows of a filing are staged") }

// Headers implements registry.Rows.
func (h headers) Headers() map[string]string { return h }

// restage makes the table staged of the rows of a filing that are to be written.
func (l *load) restage(ctx context.Context, of registry.Filing) error {
	var types, columns []string
	for _, f := range l.noun.Writable() {
		if f.Type == registry.GeometryField {
			continue
		}
		t := stagingTypes[f.Type]
		column := stagedColumn(f)
		if refersByCode(f) {
			t = "text"
		}
		types = append(types, quote(f.Name)+" "+t)
		columns = append(columns, "x."+quote(f.Name))
		if column != quote(f.Name) {
			types, columns = append(types, column+" bigint"), append(columns, "x."+column)
		}
	}
	_, err := l.tx.Exec(ctx, fmt.Sprintf(`CREATE TEMP TABLE staged ON COMMIT DROP AS
		SELECT r.row, %s, r.geom AS geometry, r.unit_id, r.province AS placed_province, r.record_id AS existing, r.record_version AS seen
		FROM filing_row r CROSS JOIN LATERAL jsonb_to_record(r.data) AS x (%s)
		WHERE r.filing_id = %d AND r.class IN ('new', 'changed') AND NOT r.returned`, strings.Join(columns, ", "), strings.Join(types, ", "), of.ID))
	if err == nil && l.noun == registry.TenancyNoun && of.Organization != "" {
		_, err = l.tx.Exec(ctx, `UPDATE staged SET owner_says = 'unconfirmed', tenant_says = 'unconfirmed'`)
	}
	if err != nil {
		return err
	}
	_, err = l.tx.Exec(ctx, `ANALYZE staged (`+strings.Join(append(l.keyColumns(), `"row"`), ", ")+`)`)
	return err
}

// moved counts the rows of which the register has changed since they were
// checked: a record at another version or gone, or a new one that is there by now.
func (l *load) moved(ctx context.Context) (n int64, err error) {
	if _, err := l.tx.Exec(ctx, `CREATE TEMP TABLE checked ON COMMIT DROP AS SELECT row, existing FROM staged`); err != nil {
		return 0, err
	}
	if _, err := l.tx.Exec(ctx, `UPDATE staged SET existing = NULL WHERE existing IS NOT NULL`); err != nil {
		return 0, err
	}
	if err := l.match(ctx); err != nil {
		return 0, err
	}
	err = l.tx.QueryRow(ctx, fmt.Sprintf(`SELECT count(*) FROM staged s JOIN checked c USING (row) LEFT JOIN %s t ON t.id = s.existing%s
		WHERE s.existing IS DISTINCT FROM c.existing OR t.version IS DISTINCT FROM s.seen`, l.noun.Table, kindIs(l.noun, "t."))).Scan(&n)
	if err == nil {
		_, err = l.tx.Exec(ctx, `DROP TABLE checked`)
	}
	return n, err
}

// sides has the filer's own side of a tenancy said by filing it: who files it and
// signs has confirmed it, and the other side is asked.
func (l *load) sides(f registry.Filing) func(context.Context) error {
	return func(ctx context.Context) error {
		if l.noun != registry.TenancyNoun || f.Organization == "" {
			return nil
		}
		_, err := l.tx.Exec(ctx, query("tenancy_sides"), f.Organization)
		return err
	}
}

// remove has the records that the file leaves out taken down, when the filer said
// that this is what leaving out means.
func (l *load) remove(f registry.Filing) func(context.Context) error {
	return func(ctx context.Context) error {
		if f.Choices.Missing != "remove" || !l.noun.IsAsset() {
			return nil
		}
		_, err := l.tx.Exec(ctx, `UPDATE asset a SET status = 'removed', removed_on = $2, operating_to = coalesce(operating_to, $2)
			FROM filing_missing m WHERE m.filing_id = $1 AND a.kind = $3 AND a.id = m.record_id`, f.ID, f.Day, string(l.noun.Kind))
		return err
	}
}

// RecheckFiling has a filing whose rows are stale checked again: it was not
// applied, and what was signed no longer says what it would do.
func (db *DB) RecheckFiling(ctx context.Context, who registry.Actor, id int64, why registry.Text) error {
	_, err := db.filed(ctx, who, registry.TakeFiling, id, 0, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Kiểm tra lại", "To check again"), registry.FilingApplying); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE filing SET decision = $2, signed_by = NULL, signed_at = NULL, receipt = NULL WHERE id = $1`, id, why.VI); err != nil {
			return err
		}
		return db.queueCheck(ctx, tx, who, id)
	})
	return err
}

// FailApply puts a filing that could not be written back before the department,
// with the reason.
func (db *DB) FailApply(ctx context.Context, who registry.Actor, id int64, faults []registry.Fault) error {
	_, err := db.filed(ctx, who, registry.TakeFiling, id, 0, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Ghi vào sổ", "To write to the register"), registry.FilingApplying); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE filing SET state = CASE WHEN signed_by IS NULL THEN 'ready' ELSE 'signed' END, faults = $2, progress = NULL, decided_by = NULL, decided_at = NULL WHERE id = $1`, id, faults)
		return err
	})
	return err
}

// Stale says whether an error of [DB.ApplyFiling] means that the register has
// moved, and for how many rows.
func Stale(err error) (rows int64, ok bool) {
	if s, is := err.(*staleFiling); is {
		return s.rows, true
	}
	return 0, false
}
