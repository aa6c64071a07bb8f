package intake

import "io"

// Edited gives a reader of the same file with cells mended: by the record's row,
// then by the column's header. A cell of a row that cannot be read at all is not
// reached, nor is a feature's geometry.
func Edited(r Reader, cells map[int]map[string]string) Reader {
	if len(cells) == 0 {
		return r
	}
	return &edited{r, cells}
}

type edited struct {
	Reader
	cells map[int]map[string]string
}

// Next implements Reader.
func (e *edited) Next(rec *Record) error {
	if err := e.Reader.Next(rec); err != nil {
		return err
	}
	for header, value := range e.cells[rec.Row] {
		if i, ok := rec.names.find(header); ok && i < len(rec.values) {
			rec.values[i] = value
			if rec.kinds != nil {
				rec.kinds[i] = kindText
			}
		}
	}
	return nil
}

// Close implements io.Closer.
func (e *edited) Close() error {
	if c, ok := e.Reader.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
