package postgres

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// MaxFindings bounds what is kept of one file: who has so many mends the cause.
const MaxFindings = 500_000

// spool keeps what reading finds wrong on disk, as COPY takes it, until the
// connection that the rows go through is free.
type spool struct {
	file *os.File
	w    *bufio.Writer
	n    int
}

// copyText escapes a value for COPY's text format.
var copyText = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

func (s *spool) add(field string, f registry.Fault) error {
	if s.n++; s.n > MaxFindings {
		return nil
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "hatangso-findings-")
		if err != nil {
			return err
		}
		_ = os.Remove(file.Name()) // it is gone with the process, however that ends
		s.file, s.w = file, bufio.NewWriterSize(file, 64<<10)
	}
	words, err := json.Marshal(f)
	if err != nil {
		return err
	}
	for i, value := range []string{strconv.Itoa(f.Row), field, f.Column, f.Rule, string(tierOf(f)), f.Value, string(words)} {
		if i > 0 {
			_ = s.w.WriteByte('\t')
		}
		_, _ = copyText.WriteString(s.w, storable(value))
	}
	return s.w.WriteByte('\n') // the writer keeps its first error
}

// copyTo puts what was found into the table wrong.
func (s *spool) copyTo(ctx context.Context, tx pgx.Tx) error {
	if s.n > MaxFindings {
		f := registry.NewFault("limit.findings", "", strconv.Itoa(s.n),
			registry.Tf("Tệp có %d lỗi; chỉ giữ %d lỗi đầu.", "The file has %d faults; the first %d are kept.", s.n, MaxFindings),
			registry.T("Sửa lỗi lặp lại nhiều nhất, rồi nộp lại.", "Mend the fault that repeats most, then file again."))
		s.n = 0
		if err := s.add("", f); err != nil {
			return err
		}
	}
	if s.file == nil {
		return nil
	}
	if err := s.w.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, 0); err != nil {
		return err
	}
	_, err := tx.Conn().PgConn().CopyFrom(ctx, s.file, `COPY wrong (row, field, header, rule, tier, value, fault) FROM STDIN`)
	return err
}

func (s *spool) close() {
	if s.file != nil {
		_ = s.file.Close()
	}
}

// tierOf says what a fault found while reading asks of the filer.
func tierOf(f registry.Fault) registry.RuleTier {
	if f.Severity == registry.SeverityWarning {
		return registry.QualityTier
	}
	if tier := rule.TierOf(f.Rule); tier.Blocks() {
		return tier
	}
	return registry.ValidityTier
}
