package filing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Found is how a filing's file was read (cách đọc tệp): what the page shows to be
// corrected.
type Found struct {
	Format    intake.Format          `json:"format"`
	Encoding  string                 `json:"encoding,omitempty"`
	Guesses   []intake.EncodingGuess `json:"guesses,omitempty"`
	Delimiter string                 `json:"delimiter,omitempty"`
	CRS       string                 `json:"crs,omitempty"`
	// Columns are the file's, each with what it is read as and may be instead.
	Columns []FoundColumn `json:"columns"`
	// Headless says that the first row looks like data.
	Headless bool `json:"headless,omitempty"`
	// Given maps each field that the file sets to its column.
	Given map[string]string `json:"given"`
	// Ignored are columns nothing is read from.
	Ignored []string `json:"ignored,omitempty"`

	noun *registry.Noun
}

// FoundColumn is one column, with some of what stands in it.
type FoundColumn struct {
	intake.ColumnProposal
	Samples []string `json:"samples,omitempty"`
}

// foundOf reads how a filing's file was read.
func foundOf(f registry.Filing) (found Found, err error) {
	if found.noun = registry.NounByPath(f.Noun); found.noun == nil {
		return found, fmt.Errorf("filing %d: no noun %q", f.ID, f.Noun)
	}
	b, err := json.Marshal(f.Found)
	if err == nil {
		err = json.Unmarshal(b, &found)
	}
	return found, err
}

// source is a filing's file at hand.
type source struct {
	file   *os.File
	reader intake.Reader
	rows   *intake.Rows
	found  Found
}

// open fetches a filing's file and prepares to read its rows. The error is
// CodeInvalid when it is no file of rows, with what to do about it.
func (d *Desk) open(ctx context.Context, who registry.Actor, f registry.Filing) (_ *source, err error) {
	noun := registry.NounByPath(f.Noun)
	if noun == nil {
		return nil, registry.Errorf(registry.CodeInvalid, "Không có loại bản ghi %q.", "There is no noun %q.", f.Noun)
	}
	s, err := d.fetch(ctx, who, f, noun)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	mapping, err := d.match(ctx, who, f, s)
	if err != nil {
		return nil, err
	}
	edits, err := d.DB.FilingEdits(ctx, who, f)
	if err != nil {
		return nil, err
	}
	if err = s.read(f, edits); err != nil {
		return nil, err
	}
	options := intake.RowOptions{Columns: mapping, Constants: constants(noun, f, mapping), Reading: f.Choices.Reading}
	s.rows, err = intake.NewRows(s.reader, noun, d.DB.Codes(), options)
	return s, err
}

// fetch brings a filing's file to disk, where readers look here and there.
func (d *Desk) fetch(ctx context.Context, who registry.Actor, f registry.Filing, noun *registry.Noun) (*source, error) {
	// readers tell some formats by the name
	file, err := os.CreateTemp("", "hatangso-filing-*"+path.Ext(f.FileName))
	if err != nil {
		return nil, err
	}
	s := &source{file: file, found: Found{noun: noun}}
	if _, err := io.Copy(file, d.DB.FilingFile(ctx, who, f)); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// read opens the file from its start.
func (s *source) read(f registry.Filing, edits map[int]map[string]string) error {
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	c := f.Choices
	options := intake.Options{Encoding: intake.Encoding(c.Encoding), Layer: c.Layer, HeaderRow: c.HeaderRow}
	if c.Delimiter != "" {
		options.Delimiter = c.Delimiter[0]
	}
	reader, err := intake.OpenFile(s.file, s.file, options)
	if err != nil {
		return err
	}
	s.reader = intake.Edited(reader, edits)
	meta := reader.Metadata()
	s.found.Format, s.found.Encoding, s.found.Guesses, s.found.CRS = meta.Format, meta.Encoding, meta.Guesses, meta.CRSName
	if meta.Delimiter != 0 {
		s.found.Delimiter = string(rune(meta.Delimiter))
	}
	return nil
}

// sampled is how many records columns are matched by.
const sampled = 200

// match proposes what the file's columns are: by the filer's word, then as the
// organization's last filing had them, then by header and content.
func (d *Desk) match(ctx context.Context, who registry.Actor, f registry.Filing, s *source) (map[string]string, error) {
	if err := s.read(f, nil); err != nil {
		return nil, err
	}
	defer closeReader(s.reader)
	t := intake.Table{Noun: s.found.noun, Codes: d.DB.Codes(), Columns: map[string]string{}}
	var record intake.Record
	for len(t.Rows) < sampled {
		err := s.reader.Next(&record)
		var bad *intake.RowError
		if errors.As(err, &bad) {
			continue
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		cells := make([]string, record.Len())
		for i := range cells {
			cells[i], _ = record.At(i)
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Headers = s.reader.Columns()
	remembered, err := d.DB.RememberedColumns(ctx, who, f)
	if err != nil {
		return nil, err
	}
	for target, header := range remembered {
		if slices.Contains(t.Headers, header) {
			t.Columns[target] = header
		}
	}
	for target, header := range f.Choices.Columns {
		// a column has one meaning: the newest word counts
		maps.DeleteFunc(t.Columns, func(other, h string) bool { return h == header && other != target })
		if header == "" { // the filer says: none
			delete(t.Columns, target)
			continue
		}
		t.Columns[target] = header
	}
	organizations, err := d.DB.Organizations(ctx, who)
	if err != nil {
		return nil, err
	}
	for _, o := range organizations {
		t.Organizations = append(t.Organizations, o.Code, o.Name)
	}
	m := intake.MatchColumns(t)
	s.found.Headless = m.Headless
	mapping := maps.Clone(t.Columns)
	for i, c := range m.Columns {
		s.found.Columns = append(s.found.Columns, FoundColumn{c, samples(t.Rows, i)})
		if none, said := f.Choices.Columns[c.Target]; c.Target != "" && c.Header != "" && !(said && none == "") {
			mapping[c.Target] = c.Header
		}
	}
	return mapping, nil
}

// samples gives the first few different values of a column.
func samples(rows [][]string, column int) (values []string) {
	const enough, longest = 3, 60
	for _, row := range rows {
		if len(values) == enough {
			break
		}
		if column >= len(row) {
			continue
		}
		value := strings.TrimSpace(row[column])
		if r := []rune(value); len(r) > longest {
			value = string(r[:longest-1]) + "…"
		}
		if value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	return values
}

// constants gives the fields that the file has no column for: what the filer
// said, and whose the records are.
func constants(noun *registry.Noun, f registry.Filing, mapping map[string]string) map[string]string {
	out := maps.Clone(f.Choices.Constants)
	if out == nil {
		out = map[string]string{}
	}
	for _, name := range []string{"owner", "operator"} {
		if field := noun.Field(name); field != nil && field.Ref == "organization" && f.Organization != "" && mapping[name] == "" && out[name] == "" {
			out[name] = f.Organization
		}
	}
	return out
}

// source gives what the check reads.
func (s *source) source() postgres.FilingSource {
	return postgres.FilingSource{Noun: s.found.noun, Rows: s.rows, Found: func() any {
		s.found.Given, s.found.Ignored = s.rows.Headers(), s.rows.Ignored()
		return s.found
	}}
}

func (s *source) close() {
	closeReader(s.reader)
	if s.file != nil {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name())
	}
}

func closeReader(r intake.Reader) { // of what could not be opened there is none
	if c, ok := r.(io.Closer); ok {
		_ = c.Close()
	}
}
