package report

import (
	"fmt"

	"github.com/hatangso/hatangso/internal/document"
)

// script is a document being put together: its blocks, and how many tables and
// figures it has.
type script struct {
	blocks          []document.Block
	tables, figures int
}

func (s *script) heading(level int, text string) {
	s.blocks = append(s.blocks, document.Heading{Level: level, Text: text})
}

func (s *script) text(format string, args ...any) {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	s.blocks = append(s.blocks, document.Paragraph{Text: format})
}

func (s *script) lead(lead, text string) {
	s.blocks = append(s.blocks, document.Paragraph{Lead: lead, Text: text})
}

func (s *script) note(text string) {
	s.blocks = append(s.blocks, document.Paragraph{Text: text, Note: true})
}

func (s *script) table(caption string, columns []document.Column, rows []document.Row) {
	s.tables++
	s.blocks = append(s.blocks, document.Table{Caption: fmt.Sprintf("Bảng %d. %s", s.tables, caption), Columns: columns, Rows: rows})
}

func (s *script) figure(png []byte, err error, caption, alt string) error {
	if err != nil {
		return fmt.Errorf("%s: %w", caption, err)
	}
	s.figures++
	s.blocks = append(s.blocks, document.Figure{PNG: png, WidthMM: document.TextWidthMM, Caption: fmt.Sprintf("Hình %d. %s", s.figures, caption), Alt: alt})
	return nil
}
