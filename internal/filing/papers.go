package filing

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"path"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/report"
)

// Marked writes the filer's own workbook with every finding marked in its cell,
// and a sheet of them all; a file that is no workbook becomes one. It can be
// mended and uploaded again.
func (d *Desk) Marked(ctx context.Context, who registry.Actor, id int64, lang report.Lang, w io.Writer) error {
	f, err := d.DB.Filing(ctx, who, id)
	if err != nil {
		return err
	}
	if f.Counts == nil {
		return registry.Errorf(registry.CodeConflict, "Hồ sơ chưa được kiểm tra.", "The filing has not been checked.")
	}
	noun := registry.NounByPath(f.Noun)
	src, err := d.fetch(ctx, who, f, noun)
	if err != nil {
		return err
	}
	defer src.close()
	edits, err := d.DB.FilingEdits(ctx, who, f)
	if err != nil {
		return err
	}
	if err := src.read(f, edits); err != nil {
		return err
	}
	m := report.Marked{Layer: f.Choices.Layer, Title: noun.Title.VI, Lang: lang}
	if src.found.Format == intake.FormatXLSX && len(edits) == 0 { // cells mended in the page are in no file
		m.Original = src.file.Name()
	}
	if err := d.DB.EachFinding(ctx, who, id, func(x postgres.Finding) error {
		severity := registry.SeverityError
		if !x.Tier.Blocks() {
			severity = registry.SeverityWarning
		}
		m.Findings = append(m.Findings, report.Finding{Row: x.Row, Column: x.Column, Severity: severity, Tier: x.Tier, Rule: x.Rule, Value: x.Value,
			Message: x.Message, Mend: x.Mend, Verified: x.Verified != nil})
		return nil
	}); err != nil {
		return err
	}
	located := !inCells(src.found.Format)
	m.Columns = src.reader.Columns()
	if located {
		m.Columns = append(append([]string{}, m.Columns...), positionColumns(noun)...)
	}
	m.Rows = src.cells(located)
	return m.WriteXLSX(w)
}

// inCells says that a format keeps positions in cells.
func inCells(f intake.Format) bool {
	return f == intake.FormatCSV || f == intake.FormatXLSX || f == intake.FormatXLS
}

func positionColumns(n *registry.Noun) []string {
	switch n.Geometry {
	case registry.NoGeometry:
		return nil
	case registry.Point:
		return []string{"lon", "lat"}
	}
	return []string{"wkt"}
}

// cells gives the rows of the file as they stand there.
func (s *source) cells(located bool) iter.Seq2[report.MarkedRow, error] {
	return func(yield func(report.MarkedRow, error) bool) {
		var record intake.Record
		for {
			err := s.reader.Next(&record)
			if err == io.EOF {
				return
			}
			row := report.MarkedRow{Number: record.Row}
			var bad *intake.RowError
			if errors.As(err, &bad) {
				row.Number, err = bad.Row, nil
			}
			if err != nil {
				yield(row, err)
				return
			}
			for _, column := range s.reader.Columns() {
				value, _ := record.JSON(column)
				row.Cells = append(row.Cells, value)
			}
			if located {
				row.Cells = append(row.Cells, positionCells(record.Geometry, s.found.noun)...)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func positionCells(g orb.Geometry, n *registry.Noun) []any {
	switch at, isPoint := g.(orb.Point); {
	case n.Geometry == registry.NoGeometry:
		return nil
	case isPoint && n.Geometry == registry.Point:
		number := func(v float64) any { return json.Number(strconv.FormatFloat(v, 'f', -1, 64)) }
		return []any{number(at[0]), number(at[1])}
	case n.Geometry == registry.Point:
		return []any{nil, nil}
	case g == nil:
		return []any{nil}
	}
	return []any{wkt.MarshalString(g)}
}

// Receipt writes the receipt of a signed filing as a PDF.
func (d *Desk) Receipt(ctx context.Context, who registry.Actor, id int64, issuer string, w io.Writer) error {
	r, err := d.DB.FilingReceipt(ctx, who, id)
	if err != nil {
		return err
	}
	f, err := d.DB.Filing(ctx, who, id)
	if err != nil {
		return err
	}
	data := report.ReceiptData{Issuer: issuer, Number: f.ID, Revision: f.Revision, Organization: r.Organization, Noun: registry.NounByPath(r.Noun).Title, Day: r.Day,
		FileName: r.FileName, FileBytes: r.FileBytes, SHA256: r.FileSHA256, RuleVersion: r.RuleVersion, Counts: r.Counts, SignedBy: r.SignedBy, SignedAt: r.SignedAt,
		ChainHead: r.ChainHead, State: f.State, Decision: f.Decision, DecidedBy: f.DecidedBy, DecidedAt: f.DecidedAt}
	if err := d.DB.EachFinding(ctx, who, id, func(x postgres.Finding) error {
		if x.Verified != nil {
			data.Verified = append(data.Verified, report.VerifiedWarning{Row: x.Row, Column: x.Column, Value: x.Value, Rule: x.Rule, Message: x.Message,
				Reason: x.Verified.Reason, By: x.Verified.By})
		}
		return nil
	}); err != nil {
		return err
	}
	return report.Receipt(w, data)
}

// MarkedName names the marked workbook after the filer's file.
func MarkedName(f registry.Filing) string {
	return strings.TrimSuffix(f.FileName, path.Ext(f.FileName)) + " - đã kiểm tra.xlsx"
}
