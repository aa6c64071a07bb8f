package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/paulmach/orb/encoding/ewkb"

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
	l := &load{db: db, noun: n, rows: rows, opts: opts}
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
			l := &load{db: db, tx: tx, noun: b.Noun, rows: b.Rows, opts: ImportOptions{Progress: func(string, int64) {}}}
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
	err = db.pool.QueryRow(ctx, `SELECT NOT EXISTS (SELECT FROM asset) AND NOT EXISTS (SELECT FROM unit)`).Scan(&empty)
	return empty, translate(err)
}

// load is one bulk load under way. Its stages run in order: copy the rows into
// a staging table, resolve what they refer to, let rules take rows out, merge.
type load struct {
	db     *DB
	tx     pgx.Tx
	noun   *registry.Noun
	rows   registry.Rows
	opts   ImportOptions
	report registry.Report
	result ImportResult
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
	if _, err := l.tx.Exec(ctx, `SET LOCAL statement_timeout = 0; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL hatangso.placed = 'import'; SET LOCAL work_mem = '64MB'`); err != nil {
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
// rather than by autovacuum: the next load joins what this one wrote.
const worthAnalyzing = 500

// clear makes room for another load in the same transaction.
func (l *load) clear(ctx context.Context) error {
	if l.result.Created >= worthAnalyzing {
		table := l.noun.Table
		if l.noun.IsAsset() {
			table += "_" + l.noun.Name
		}
		if _, err := l.tx.Exec(ctx, `ANALYZE `+table); err != nil {
			return err
		}
	}
	_, err := l.tx.Exec(ctx, `DROP TABLE staging, staged, organization_named`)
	return err
}

var stagingTypes = map[registry.FieldType]string{
	registry.TextField: "text", registry.IntField: "bigint", registry.DecimalField: "double precision",
	registry.BoolField: "boolean", registry.DateField: "date", registry.JSONField: "jsonb", registry.GeometryField: "geometry",
}

// staged gives the fields a load stages: the writable ones, and the position
// by which a station finds its site.
func (l *load) staged() []*registry.Field {
	fields := l.noun.Writable()
	if g := l.noun.Field("geometry"); g != nil && g.ReadOnly {
		fields = append(fields, g)
	}
	return fields
}

// refersByCode says that a field holds an id in the record but a code in a file,
// or "#45" for the id 45: files the register has written itself hold ids.
func refersByCode(f *registry.Field) bool {
	return f.Name == "asset" || (f.Ref != "" && f.Ref != "organization")
}

func (l *load) copy(ctx context.Context) error {
	var oid uint32
	if err := l.tx.QueryRow(ctx, `SELECT 'geometry'::regtype::oid`).Scan(&oid); err != nil {
		return err
	}
	// EWKB goes through as it is
	l.tx.Conn().TypeMap().RegisterType(&pgtype.Type{Name: "geometry", OID: oid, Codec: pgtype.ByteaCodec{}})
	columns := []string{"row"}
	ddl := []string{"row int NOT NULL"}
	for _, f := range l.staged() {
		t := stagingTypes[f.Type]
		if refersByCode(f) {
			t = "text"
		}
		columns = append(columns, f.Name)
		ddl = append(ddl, quote(f.Name)+" "+t)
	}
	if _, err := l.tx.Exec(ctx, `CREATE TEMP TABLE staging (`+strings.Join(ddl, ", ")+`) ON COMMIT DROP`); err != nil {
		return err
	}
	source := &copySource{load: l, fields: l.staged()}
	if _, err := l.tx.CopyFrom(ctx, pgx.Identifier{"staging"}, columns, source); err != nil {
		if source.err != nil {
			return source.err
		}
		return err
	}
	_, err := l.tx.Exec(ctx, `ANALYZE staging`)
	return err
}

// copySource validates rows and hands the clean ones to COPY.
type copySource struct {
	load   *load
	fields []*registry.Field
	row    registry.Row
	err    error
}

func (s *copySource) Next() bool {
	l := s.load
	for {
		s.row.Faults, s.row.Refs, s.row.Record, s.row.Misplaced = s.row.Faults[:0], nil, nil, false
		if err := l.rows.Next(&s.row); err != nil {
			if !errors.Is(err, io.EOF) {
				s.err = err
			}
			return false
		}
		l.result.Read++
		if l.result.Read%1000 == 0 {
			l.opts.Progress("copy", l.result.Read)
		}
		if s.row.Record != nil {
			s.row.Faults = append(s.row.Faults, s.check()...)
		}
		refused := s.row.Record == nil
		headers := l.rows.Headers()
		for i := range s.row.Faults {
			f := &s.row.Faults[i]
			f.Row = s.row.Number
			if h, ok := headers[f.Column]; ok {
				f.Column = h
			}
			refused = refused || f.Severity == registry.SeverityError
		}
		l.report.Add(s.row.Faults...)
		if !refused {
			return true
		}
		l.result.Refused++
	}
}

// check gives the row's own faults but for what a reference by code answers,
// and what only follows from a position that cannot be used. A station's
// position is not its own, and checked here.
func (s *copySource) check() []registry.Fault {
	faults := s.load.noun.Check(s.row.Record, s.load.db.codes)
	if station, ok := s.row.Record.(*registry.Station); ok && station.Geometry.Geometry != nil {
		g, wrong := registry.CheckGeometry(station.Geometry.Geometry, registry.Point)
		station.Geometry.Geometry = g
		faults = append(faults, wrong...)
	}
	kept := faults[:0]
	for _, f := range faults {
		if f.Rule == "geometry.missing" && s.load.positionless() {
			continue
		}
		if s.row.Misplaced && (f.Rule == "geometry.missing" || f.Rule == "required" && f.Column == "code") {
			continue
		}
		if f.Rule == "required" {
			if _, byCode := s.row.Refs[f.Column]; byCode {
				continue
			}
			if station, ok := s.row.Record.(*registry.Station); ok && f.Column == "site" && station.Geometry.Geometry != nil {
				continue
			}
		}
		kept = append(kept, f)
	}
	return kept
}

// positionless says that the file has no positions at all: it can change assets
// that stand in the register, and only those.
func (l *load) positionless() bool { return l.noun.IsAsset() && l.rows.Headers()["geometry"] == "" }

func (s *copySource) Values() ([]any, error) {
	v := reflect.ValueOf(s.row.Record).Elem()
	values := make([]any, 1, len(s.fields)+1)
	values[0] = int32(s.row.Number)
	for _, f := range s.fields {
		var value any
		switch {
		case refersByCode(f):
			if code := s.row.Refs[f.Name]; code != "" {
				value = code
			}
		case f.Type == registry.GeometryField:
			if g := f.Value(v).(registry.Geometry).Geometry; g != nil {
				b, err := ewkb.Marshal(g, 4326)
				if err != nil {
					return nil, err
				}
				value = b
			}
		case f.Type == registry.JSONField:
			if j := f.Value(v); j != nil {
				b, err := json.Marshal(j)
				if err != nil {
					return nil, err
				}
				value = b
			}
		default:
			value = f.Value(v)
		}
		values = append(values, value)
	}
	return values, nil
}

func (s *copySource) Err() error { return s.err }
