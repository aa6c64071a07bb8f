package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// ImportOptions say how a bulk load is to go.
type ImportOptions struct {
	// CreateOrganizations registers unknown organizations by the name they are
	// given, as operators.
	CreateOrganizations bool
	// AcceptGood loads the clean rows when others are refused. Without it one
	// refused row means nothing is written.
	AcceptGood bool
	// DryRun does everything and takes it back.
	DryRun bool
	// Repair mends self-crossing polygons, and lists them.
	Repair bool
	// Province is the code of the province units belong to.
	Province string
	// Progress, when set, is told the stage and the rows done in it.
	Progress func(stage string, rows int64)
}

// ImportResult is what a bulk load did, or with DryRun would do.
type ImportResult struct {
	Read    int64 `json:"read"`
	Created int64 `json:"created"`
	Changed int64 `json:"changed"`
	Same    int64 `json:"same"`
	Refused int64 `json:"refused"`
	// Written is false when the load was a dry run or was refused as a whole.
	Written       bool                  `json:"written"`
	Organizations []string              `json:"organizations_created,omitempty"`
	SitesCreated  int64                 `json:"sites_created,omitempty"`
	Faults        []registry.FaultGroup `json:"faults,omitempty"`
}

// errTakeBack ends a transaction that must leave nothing.
var errTakeBack = errors.New("take back")

// Import loads rows of a noun in one transaction: all or nothing, or with
// AcceptGood all clean rows or nothing. A row whose key is in the register
// changes that record in the fields the file has; loading the same file again
// changes nothing. The error is CodeInvalid when rows were refused and nothing
// was written; the result holds the reasons either way.
func (db *DB) Import(ctx context.Context, who registry.Actor, n *registry.Noun, rows registry.Rows, opts ImportOptions) (ImportResult, error) {
	if opts.Progress == nil {
		opts.Progress = func(string, int64) {}
	}
	l := &load{db: db, who: who, noun: n, rows: rows, opts: opts}
	err := db.write(ctx, who, func(tx pgx.Tx) error {
		l.tx = tx
		if err := l.run(ctx); err != nil {
			return err
		}
		if opts.DryRun || (l.result.Refused > 0 && !opts.AcceptGood) {
			return errTakeBack
		}
		l.result.Written = true
		return nil
	})
	l.result.Faults = l.report.Groups()
	if errors.Is(err, errTakeBack) {
		err = nil
		if l.result.Refused > 0 && !opts.AcceptGood {
			err = registry.Errorf(registry.CodeInvalid,
				"%d dòng bị từ chối, chưa ghi gì.", "%d rows are refused, nothing was written.", l.result.Refused)
		}
	}
	if err != nil {
		l.result.Written = false
	}
	return l.result, err
}

// ImportAll loads batches in one transaction, all or nothing: the first batch
// with a refused row ends it. after, when set, is told of each batch loaded.
func (db *DB) ImportAll(ctx context.Context, who registry.Actor, batches []registry.Batch, after func(*registry.Noun, ImportResult)) error {
	return db.write(ctx, who, func(tx pgx.Tx) error {
		for _, b := range batches {
			l := &load{db: db, who: who, tx: tx, noun: b.Noun, rows: b.Rows, opts: ImportOptions{Progress: func(string, int64) {}}}
			if err := l.run(ctx); err != nil {
				return err
			}
			if groups := l.report.Groups(); l.result.Refused > 0 {
				faults := make([]registry.Fault, len(groups))
				for i, g := range groups {
					faults[i] = g.First
				}
				return &registry.Error{Code: registry.CodeInvalid, Faults: faults, Message: registry.Tf(
					"%s: %d dòng bị từ chối.", "%s: %d rows are refused.", b.Noun.Path, l.result.Refused)}
			}
			if after != nil {
				after(b.Noun, l.result)
			}
		}
		return nil
	})
}

// Empty says whether the register holds no assets and no units.
func (db *DB) Empty(ctx context.Context, who registry.Actor) (empty bool, err error) {
	ctx = as(ctx, who)
	err = db.pool.QueryRow(ctx, `SELECT NOT EXISTS (SELECT FROM asset) AND NOT EXISTS (SELECT FROM unit)`).Scan(&empty)
	return empty, translate(err)
}

// load is one bulk load under way. Its stages run in order: copy the rows into
// a staging table, resolve what they refer to, let rules take rows out, merge.
type load struct {
	db     *DB
	who    registry.Actor
	tx     pgx.Tx
	noun   *registry.Noun
	rows   registry.Rows
	opts   ImportOptions
	report registry.Report
	result ImportResult
	// check is set when the rows are only held against the rules, see filing_check.go.
	check *check
}

func (l *load) run(ctx context.Context) error {
	stages := []struct {
		name string
		do   func(context.Context) error
	}{
		{"copy", l.copy}, {"organizations", l.organizations}, {"resolve", l.resolve},
		{"rules", l.rules}, {"sites", l.sites}, {"merge", l.merge}, {"clear", l.clear},
	}
	// a foreign key to the partitioned assets is checked row by row: planning each
	// check anew takes five times as long as the check
	if _, err := l.tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL hatangso.loading = 'yes'; SET LOCAL work_mem = '64MB'`); err != nil {
		return err
	}
	for _, s := range stages {
		l.opts.Progress(s.name, l.result.Read)
		if err := s.do(ctx); err != nil {
			return fmt.Errorf("import, %s: %w", s.name, err)
		}
	}
	return nil
}

// worthAnalyzing is from how many new rows the planner must be told at once,
// rather than by autovacuum: the next load joins what this one wrote, and the
// next question is asked at once.
const worthAnalyzing = 500

// clear makes room for another load in the same transaction.
func (l *load) clear(ctx context.Context) error {
	if l.result.Created >= worthAnalyzing {
		table := l.noun.Table
		if l.noun.IsAsset() {
			table += "_" + l.noun.Name
		}
		if _, err := l.tx.Exec(ctx, `SELECT analyze_table($1::text::regclass)`, table); err != nil {
			return err
		}
	}
	_, err := l.tx.Exec(ctx, `DROP TABLE IF EXISTS staging, staged, organization_named, placed`)
	return err
}
