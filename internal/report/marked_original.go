package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
)

// markable says whether a workbook can be marked in place: it unpacks to so many
// bytes at most, and has no macros, which nobody should get back from us.
func markable(path string, limit uint64) (bool, error) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return false, fmt.Errorf("original workbook: %w", err)
	}
	defer r.Close()
	size := uint64(0)
	for _, f := range r.File {
		if size += f.UncompressedSize64; size > limit || strings.EqualFold(f.Name, "xl/vbaProject.bin") {
			return false, nil
		}
	}
	return true, nil
}

// markInPlace gives the filer's own workbook, marked. An error, or a panic of
// package excelize, says that it cannot read what intake could.
func (m *Marked) markInPlace(findings []Finding) (out *bytes.Buffer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("original workbook: panic: %v", p)
		}
	}()
	f, err := excelize.OpenFile(m.Original, excelize.Options{UnzipSizeLimit: MaxMarkedUnpackedBytes, UnzipXMLSizeLimit: MaxMarkedUnpackedBytes})
	if err != nil {
		return nil, fmt.Errorf("original workbook: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := m.markBook(f, findings); err != nil {
		return nil, err
	}
	return f.WriteToBuffer()
}

// markBook marks a workbook. Marks of an earlier check are taken off first.
func (m *Marked) markBook(f *excelize.File, findings []Finding) error {
	sheet, err := m.sheetOf(f)
	if err != nil {
		return err
	}
	if err := unmark(f, sheet); err != nil {
		return err
	}
	place, first, err := m.places(f, sheet)
	if err != nil {
		return err
	}
	if err := m.markCells(f, sheet, findings, place, first); err != nil {
		return err
	}
	at, err := f.GetSheetIndex(sheet)
	if err != nil {
		return err
	}
	f.SetActiveSheet(at) // it reads all sheets: before the one of findings is there
	if _, err := f.NewSheet(FindingsSheet); err != nil {
		return err
	}
	link := func(x *Finding) string {
		if x.Row < 1 || x.Row > maxSheetRows {
			return ""
		}
		column, ok := place[headingName(x.Column)]
		if !ok {
			column = first
		}
		cell, err := excelize.CoordinatesToCellName(column, x.Row)
		if err != nil {
			return ""
		}
		return cell
	}
	return m.listFindings(f, findings, sheet, link)
}

// sheetOf finds the sheet that was read.
func (m *Marked) sheetOf(f *excelize.File) (string, error) {
	sheets := f.GetSheetList()
	if m.Layer != "" && slices.Contains(sheets, m.Layer) {
		return m.Layer, nil
	}
	for _, name := range sheets {
		if m.Layer != "" && fold(name) == fold(m.Layer) {
			return name, nil
		}
		if visible, err := f.GetSheetVisible(name); m.Layer == "" && err == nil && visible {
			return name, nil
		}
	}
	return "", fmt.Errorf("the workbook has no sheet %q", m.Layer)
}

// unmark takes off the marks of an earlier check: our comments, the colours and
// edges of our styles wherever they are, and the sheet of findings. A colour or
// edge of the filer's own that a mark took the place of does not come back.
func unmark(f *excelize.File, sheet string) error {
	if slices.Contains(f.GetSheetList(), FindingsSheet) {
		if err := f.DeleteSheet(FindingsSheet); err != nil {
			return err
		}
	}
	comments, err := f.GetComments(sheet)
	if err != nil {
		return err
	}
	for _, c := range comments {
		if c.Author == markAuthor {
			if err := f.DeleteComment(sheet, c.Cell); err != nil {
				return err
			}
		}
	}
	if _, err := f.GetStyle(0); err != nil { // reads them
		return err
	}
	none := 0
	for id := range f.Styles.CellXfs.Xf {
		s, err := f.GetStyle(id)
		if err != nil {
			return err
		}
		if isMark(s) {
			f.Styles.CellXfs.Xf[id].FillID, f.Styles.CellXfs.Xf[id].BorderID = &none, &none
		}
	}
	return nil
}

func isMark(s *excelize.Style) bool {
	for _, look := range markLooks {
		if len(s.Border) == 4 && s.Border[0].Style == look.border && slices.Equal(s.Fill.Color, []string{look.fill}) {
			return true
		}
	}
	return false
}

// headingSearchRows is how many rows from the top may hold the headings.
const headingSearchRows = 40

// places gives the number of each column by its name, and of the first: the row
// of the headings is the one that has the most of them.
func (m *Marked) places(f *excelize.File, sheet string) (place map[string]int, first int, err error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	first = 1
	for n := 0; n < headingSearchRows && rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, 0, err
		}
		found := map[string]int{}
		lowest := 0
		for i, cell := range cells {
			if name := headingName(norm.NFC.String(cell)); slices.Contains(m.Columns, name) && found[name] == 0 {
				if found[name] = i + 1; lowest == 0 {
					lowest = i + 1
				}
			}
		}
		if len(found) > len(place) {
			place, first = found, lowest
		}
	}
	return place, first, nil
}

// markCells colours cells and puts comments on them.
func (m *Marked) markCells(f *excelize.File, sheet string, findings []Finding, place map[string]int, first int) error {
	type look struct {
		style int
		level level
	}
	dressed := map[look]int{}
	theirs := map[string]string{} // comments of the filer's own, by cell
	comments, err := f.GetComments(sheet)
	if err != nil {
		return err
	}
	for _, c := range comments {
		theirs[c.Cell] = commentText(c)
	}
	commented := 0
	for from := 0; from < len(findings); {
		row, to := findings[from].Row, from
		for to < len(findings) && findings[to].Row == row {
			to++
		}
		group := findings[from:to]
		from = to
		if row < 1 || row > maxSheetRows {
			continue
		}
		for column, mark := range marksOf(group, place, first, m.Lang) {
			cell, err := excelize.CoordinatesToCellName(column, row)
			if err != nil {
				return err
			}
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				return err
			}
			style, known := dressed[look{id, mark.level}]
			if !known {
				s, err := f.GetStyle(id)
				if err != nil {
					return err
				}
				mark.level.dress(s)
				if style, err = f.NewStyle(s); err != nil {
					return err
				}
				dressed[look{id, mark.level}] = style
			}
			if err := f.SetCellStyle(sheet, cell, cell, style); err != nil {
				return err
			}
			if commented++; commented > MaxMarkedComments {
				continue
			}
			text := mark.comment
			if own := theirs[cell]; own != "" {
				if err := f.DeleteComment(sheet, cell); err != nil {
					return err
				}
				text += "\n\n" + own
			}
			if err := writeComment(f, sheet, cell, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// commentText gives all of a comment.
func commentText(c excelize.Comment) string {
	text := c.Text
	for _, run := range c.Paragraph {
		text += run.Text
	}
	return text
}
