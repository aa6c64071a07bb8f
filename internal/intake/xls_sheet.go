package intake

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"github.com/hatangso/hatangso/internal/registry"
)

// Limits of a sheet of Excel 97–2003.
const (
	// MaxXLSCells is how many cells with a value it may have: they are gathered
	// before the first row is given, 16 bytes each.
	MaxXLSCells = 4 << 20
	// maxXLSColumns is how many cells a row has; rows are numbered in 16 bits.
	maxXLSColumns = 256
)

// biffSheet gives the rows of a sheet. Its cells may follow each other in any
// order: Excel writes row by row, the statistics office column by column.
type biffSheet struct {
	globals *biffGlobals
	cells   []biffCell        // in the order of rows
	hidden  [1 << 16 / 8]byte // a bit a row
	depth   int               // of substreams: charts lie within a sheet
	formula int               // of the last cell when it waits for its text, else -1
}

// biffCell is a cell as it lies in memory.
type biffCell struct {
	row    uint16
	column uint8
	is     biffValue
	style  uint16
	value  uint64
}

// biffValue says what the value of a cell is.
type biffValue uint8

const (
	biffNumeric biffValue = iota // the bits of a float64
	biffText                     // the index of a text
	biffTruth                    // 0 or 1
	biffError                    // the code of an error
)

func (s *biffSheet) close() error { return s.globals.texts.close() }

// next implements rowSource.
func (s *biffSheet) next(row *sheetRow) error {
	*row = sheetRow{}
	if len(s.cells) == 0 {
		return io.EOF
	}
	n := s.cells[0].row
	row.number, row.hidden = int(n)+1, s.hidden[n/8]&(1<<(n%8)) != 0
	for len(s.cells) > 0 && s.cells[0].row == n {
		cell, err := s.show(s.cells[0])
		if err != nil {
			return err
		}
		if cell.text != "" {
			row.cells = append(row.cells, cell)
		}
		s.cells = s.cells[1:]
	}
	return nil
}

// show gives a cell as the sheet shows it.
func (s *biffSheet) show(c biffCell) (sheetCell, error) {
	out := sheetCell{column: int(c.column)}
	switch c.is {
	case biffText:
		text, err := s.globals.texts.at(int(c.value)) // #nosec G115 -- 32 bits of a file, or an index
		out.text, out.kind = text, kindText
		return out, err
	case biffTruth:
		out.text, out.kind = strconv.FormatBool(c.value != 0), kindBool
	case biffError:
		out.text, out.wrong = cellErrors[c.value], true
		if out.text == "" {
			out.text = "#N/A"
		}
	default:
		out.text, out.kind = strconv.FormatFloat(math.Float64frombits(c.value), 'f', -1, 64), kindNumber
		if int(c.style) < len(s.globals.styles) {
			out.text, out.kind = s.globals.styles[c.style].show(out.text, s.globals.book.from1904)
		}
	}
	return out, nil
}

// readSheet gathers the cells of the substream that begins here.
func readSheet(b *biff, g *biffGlobals) (*biffSheet, error) {
	s := &biffSheet{globals: g, formula: -1}
	for {
		if err := b.next(); err != nil {
			return nil, err
		}
		switch b.id {
		case biffBOF:
			s.depth++
		case biffEOF:
			s.depth--
		}
		if s.depth <= 0 {
			return s, s.order()
		}
		if s.depth > 1 {
			continue
		}
		if err := s.record(b); err != nil {
			return nil, err
		}
	}
}

// order puts the cells into the order of rows; of two in one place the later
// counts.
func (s *biffSheet) order() error {
	byRow := func(a, b biffCell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	}
	if !slices.IsSortedFunc(s.cells, byRow) {
		slices.SortStableFunc(s.cells, byRow)
	}
	return s.globals.texts.flush()
}

// record takes the cells of a record in.
func (s *biffSheet) record(b *biff) error {
	row, column, style := b.uint16(0), int(b.uint16(2)), b.uint16(4)
	add := func(is biffValue, value uint64) error { return s.add(row, column, style, is, value) }
	number := func(v float64) error { return add(biffNumeric, math.Float64bits(v)) }
	switch b.id {
	case biffRow:
		if b.uint16(12)&0x20 != 0 {
			s.hidden[row/8] |= 1 << (row % 8)
		}
	case biffMulRK:
		for at := 4; at+6 <= len(b.data)-2; at += 6 {
			style = b.uint16(at)
			if err := number(readRK(b, at+2)); err != nil {
				return err
			}
			column++
		}
	case biffRK:
		return number(readRK(b, 6))
	case biffNumber:
		return add(biffNumeric, b.uint64(6))
	case biffBoolErr:
		return add(truthOrError(b.uint16(6)>>8), uint64(b.uint16(6)&0xff))
	case biffLabelSST:
		return add(biffText, uint64(b.uint16(6))|uint64(b.uint16(8))<<16)
	case biffLabel, biffRString:
		return s.addText(b, 6, add)
	case biffFormula:
		return s.addResult(b, add)
	case biffString:
		if s.formula < 0 {
			return nil
		}
		waiting := &s.cells[s.formula]
		s.formula = -1
		return s.addText(b, 0, func(is biffValue, value uint64) error {
			waiting.is, waiting.value = is, value
			return nil
		})
	}
	return nil
}

// addText takes in the text that stands at a place of the record, behind its
// length.
func (s *biffSheet) addText(b *biff, at int, add func(biffValue, uint64) error) error {
	text, err := b.text(at+2, int(b.uint16(at)))
	if err != nil || text == "" {
		return err
	}
	if err := s.globals.texts.add(text); err != nil {
		return err
	}
	return add(biffText, uint64(len(s.globals.texts.ends)-1)) // #nosec G115 -- the texts are bounded
}

// addResult takes in what a formula gave when it was last computed ([MS-XLS]
// §2.5.133).
func (s *biffSheet) addResult(b *biff, add func(biffValue, uint64) error) error {
	if b.uint16(12) != 0xffff {
		return add(biffNumeric, b.uint64(6))
	}
	switch value := uint64(b.uint16(8) & 0xff); b.uint16(6) & 0xff {
	case 0: // the text follows; until then the index of none
		err := add(biffText, math.MaxUint32)
		s.formula = len(s.cells) - 1
		return err
	case 1:
		return add(biffTruth, value)
	case 2:
		return add(biffError, value)
	}
	return nil
}

func (s *biffSheet) add(row uint16, column int, style uint16, is biffValue, value uint64) error {
	if column >= maxXLSColumns {
		return brokenXLS(fmt.Errorf("row %d has a cell %d", row+1, column+1))
	}
	if len(s.cells) == MaxXLSCells {
		return refuseSize(RuleLimitRows,
			registry.Tf("Trang tính .xls có hơn %d ô.", "The sheet of the .xls file has more than %d cells.", MaxXLSCells),
			registry.T("Lưu thành .xlsx hoặc CSV rồi nộp lại.", "Save it as .xlsx or CSV and file again."))
	}
	s.formula = -1
	s.cells = append(s.cells, biffCell{row, uint8(column), is, style, value}) // #nosec G115 -- checked above
	return nil
}

// readRK reads a number of 30 bits, whole or the upper part of a float64, and
// maybe in hundredths ([MS-XLS] §2.5.217).
func readRK(b *biff, at int) float64 {
	bits := uint32(b.uint16(at)) | uint32(b.uint16(at+2))<<16
	v := math.Float64frombits(uint64(bits&^3) << 32)
	if bits&2 != 0 {
		v = float64(int32(bits) >> 2) // #nosec G115 -- the sign is its upper bit
	}
	if bits&1 != 0 {
		v /= 100
	}
	return v
}

// cellErrors are shown in cells ([MS-XLS] §2.5.10).
var cellErrors = map[uint64]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

func truthOrError(isError uint16) biffValue {
	if isError != 0 {
		return biffError
	}
	return biffTruth
}
