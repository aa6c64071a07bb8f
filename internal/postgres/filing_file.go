package postgres

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"

	"github.com/jackc/pgx/v5"

	"github.com/hatangso/hatangso/internal/registry"
)

// chunkBytes is how much of a file one row of filing_chunk holds, at most.
const chunkBytes = 1 << 20

// AppendFile appends to the file of a filing that is being uploaded, from the
// byte start on, and gives how much is there. It never holds more than a chunk,
// and keeps each as it comes: an upload that breaks off goes on from there.
// When the file is whole it is queued to be checked. CodeConflict, with the
// filing as Current, when start is not where the file ends so far; CodeInvalid
// when it is not the file that was announced: it must be sent anew.
func (db *DB) AppendFile(ctx context.Context, who registry.Actor, id, start int64, r io.Reader) (registry.Filing, error) {
	buf := make([]byte, chunkBytes)
	for {
		n, err := io.ReadFull(r, buf)
		broke := err != nil && err != io.EOF && err != io.ErrUnexpectedEOF
		if n == 0 && broke {
			return registry.Filing{}, err
		}
		f, stored := db.appendChunk(ctx, who, id, start, buf[:n])
		if stored != nil {
			return f, stored
		}
		if broke {
			return f, err
		}
		start += int64(n)
		if err != nil || f.State != registry.FilingUploading {
			return f, nil
		}
	}
}

// appendChunk stores one chunk.
func (db *DB) appendChunk(ctx context.Context, who registry.Actor, id, start int64, chunk []byte) (registry.Filing, error) {
	spoilt := false
	f, err := db.filed(ctx, who, registry.ToChange, id, 0, func(tx pgx.Tx, f registry.Filing) error {
		if err := inState(f, registry.T("Tải tệp lên", "To upload the file"), registry.FilingUploading); err != nil {
			return err
		}
		if start != f.Received {
			return &registry.Error{Code: registry.CodeConflict, Current: f, Message: registry.Tf(
				"Tệp đã có %d byte; hãy gửi tiếp từ đó.", "%d bytes of the file are here: go on from there.", f.Received)}
		}
		end := start + int64(len(chunk))
		if end > f.FileBytes {
			return registry.Errorf(registry.CodeTooLarge, "Tệp dài hơn %d byte đã khai.", "The file is longer than the %d bytes announced.", f.FileBytes)
		}
		if len(chunk) > 0 {
			if _, err := tx.Exec(ctx, `INSERT INTO filing_chunk (filing_id, revision, start, bytes) VALUES ($1, $2, $3, $4)`, id, f.Revision, start, chunk); err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, `UPDATE filing SET received = $2 WHERE id = $1`, id, end); err != nil {
				return err
			}
		}
		if end < f.FileBytes {
			return nil
		}
		sum, err := hashChunks(ctx, tx, f)
		if err != nil {
			return err
		}
		if f.FileSHA256 != "" && f.FileSHA256 != sum {
			spoilt = true
			if _, err := tx.Exec(ctx, `DELETE FROM filing_chunk WHERE filing_id = $1`, id); err != nil {
				return err
			}
			_, err = tx.Exec(ctx, `UPDATE filing SET received = 0 WHERE id = $1`, id)
			return err
		}
		if _, err := tx.Exec(ctx, `UPDATE filing SET file_sha256 = $2 WHERE id = $1`, id, sum); err != nil {
			return err
		}
		return db.queueCheck(ctx, tx, who, id)
	})
	if err == nil && spoilt {
		err = registry.Invalid([]registry.Fault{registry.NewFault("filing.hash", "file_sha256", f.FileSHA256,
			registry.T("Tệp nhận được khác tệp đã khai (mã băm SHA-256).", "What came is not the file announced (SHA-256)."),
			registry.T("Gửi lại từ đầu.", "Send it again from the start."))})
	}
	return f, err
}

// hashChunks gives the SHA-256 of a file that is whole.
func hashChunks(ctx context.Context, q querier, f registry.Filing) (string, error) {
	hash := sha256.New()
	_, err := io.Copy(hash, newFileReader(ctx, q, f))
	return hex.EncodeToString(hash.Sum(nil)), err
}

// fileReader reads the chunks of a file one after another.
type fileReader struct {
	ctx      context.Context
	q        querier
	id       int64
	revision int
	start    int64
	size     int64
	chunk    bytes.Reader
}

func newFileReader(ctx context.Context, q querier, f registry.Filing) *fileReader {
	return &fileReader{ctx: ctx, q: q, id: f.ID, revision: f.Revision, size: f.FileBytes}
}

// Read implements io.Reader.
func (r *fileReader) Read(p []byte) (int, error) {
	if r.chunk.Len() == 0 {
		if r.start >= r.size {
			return 0, io.EOF
		}
		var b []byte
		if err := r.q.QueryRow(r.ctx, `SELECT bytes FROM filing_chunk WHERE filing_id = $1 AND revision = $2 AND start = $3`, r.id, r.revision, r.start).Scan(&b); err != nil {
			return 0, fmt.Errorf("filing %d, byte %d: %w", r.id, r.start, translate(err))
		}
		r.start += int64(len(b))
		r.chunk.Reset(b)
	}
	return r.chunk.Read(p)
}

// FilingFile gives a reader of a filing's file, as it was uploaded.
func (db *DB) FilingFile(ctx context.Context, who registry.Actor, f registry.Filing) io.Reader {
	return newFileReader(as(ctx, who), db.pool, f)
}

// FilingEdits gives the cells mended in the page, by row and column header.
func (db *DB) FilingEdits(ctx context.Context, who registry.Actor, f registry.Filing) (map[int]map[string]string, error) {
	rows, err := db.pool.Query(as(ctx, who), `SELECT row, header, value FROM filing_edit WHERE filing_id = $1 AND revision = $2`, f.ID, f.Revision)
	if err != nil {
		return nil, translate(err)
	}
	edits := map[int]map[string]string{}
	var row int
	var header, value string
	_, err = pgx.ForEachRow(rows, []any{&row, &header, &value}, func() error {
		if edits[row] == nil {
			edits[row] = map[string]string{}
		}
		edits[row][header] = value
		return nil
	})
	return edits, translate(err)
}

// CellEdit is one cell mended in the page (sửa ô): the row as in a fault, the
// column by its header.
type CellEdit struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"`
}

// MaxCellEdits bounds one request's.
const MaxCellEdits = 1000

// EditFiling mends cells, and has the filing checked again. The file itself stays
// as it was uploaded.
func (db *DB) EditFiling(ctx context.Context, who registry.Actor, id, version int64, edits []CellEdit) (registry.Filing, error) {
	if n := len(edits); n == 0 || n > MaxCellEdits {
		f := registry.NewFault("filing.edits", "edits", strconv.Itoa(n), registry.T("Số ô không hợp lệ.", "The number of cells is not valid."),
			registry.Tf("Gửi từ 1 đến %d ô một lần.", "Send 1 to %d cells at a time.", MaxCellEdits))
		f.Pointer = "/edits"
		return registry.Filing{}, registry.Invalid([]registry.Fault{f})
	}
	return db.filed(ctx, who, registry.ToChange, id, version, func(tx pgx.Tx, f registry.Filing) error {
		if err := changeable(f, registry.T("Sửa ô", "To mend a cell")); err != nil {
			return err
		}
		for _, e := range edits {
			if _, err := tx.Exec(ctx, `INSERT INTO filing_edit (filing_id, revision, row, header, value, edited_by) VALUES ($1, $2, $3, $4, $5, $6)
				ON CONFLICT (filing_id, revision, row, header) DO UPDATE SET value = excluded.value, edited_by = excluded.edited_by, edited_at = now()`,
				id, f.Revision, e.Row, e.Column, e.Value, who.Name); err != nil {
				return err
			}
		}
		return db.queueCheck(ctx, tx, who, id)
	})
}
