package intake

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// The lists of the statistics office, which writes column by column; the counts
// are those of its records of each type.
func TestRealXLS(t *testing.T) {
	t.Parallel()
	header := []string{"Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX", "Cấp", "Tên Tiếng Anh"}
	for province, want := range map[string]struct {
		rows        int
		first, last string
	}{
		"Hải Dương": {235, "2:Tỉnh Hải Dương|30|Thành phố Hải Dương|288|Phường Cẩm Thượng|10507|Phường|–",
			"236:Tỉnh Hải Dương|30|Huyện Thanh Miện|300|Xã Hồng Phong|11293|Xã|–"},
		"Ninh Bình": {143, "2:Tỉnh Ninh Bình|37|Thành phố Ninh Bình|369|Phường Đông Thành|14320|Phường|–",
			"144:Tỉnh Ninh Bình|37|Huyện Yên Mô|377|Xã Yên Lâm|14752|Xã|–"},
		"Quảng Ngãi": {174, "2:Tỉnh Quảng Ngãi|51|Thành phố Quảng Ngãi|522|Phường Lê Hồng Phong|21010|Phường|–",
			"175:Tỉnh Quảng Ngãi|51|Huyện Lý Sơn|536|–|–|Huyện|–"},
		"Thanh Hóa": {559, "2:Tỉnh Thanh Hóa|38|Thành phố Thanh Hóa|380|Phường Hàm Rồng|14755|Phường|–",
			"560:Tỉnh Thanh Hóa|38|Thị xã Nghi Sơn|407|Xã Hải Hà|16660|Xã|–"},
		"Đồng Nai": {170, "2:Tỉnh Đồng Nai|75|Thành phố Biên Hòa|731|Phường Trảng Dài|25993|Phường|–",
			"171:Tỉnh Đồng Nai|75|Huyện Nhơn Trạch|742|Xã Phước An|26503|Xã|–"},
	} {
		content, err := os.ReadFile(filepath.Join(sharedData, "gso-xls", "Danh sách quận huyện phường xã thuộc Tỉnh "+province+".xls"))
		if err != nil {
			t.Fatal(err)
		}
		got := readAt(t, content, "x.xls", Options{})
		if got.fatal != "" || len(got.good) != want.rows || len(got.bad)+len(got.warnings) > 0 {
			t.Fatalf("%s: %q, %d rows, %d bad", province, got.fatal, len(got.good), len(got.bad))
		}
		if diff := cmp.Diff([]string{want.first, want.last}, []string{got.good[0], got.good[len(got.good)-1]}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", province, diff)
		}
		if diff := cmp.Diff(header, got.columns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", province, diff)
		}
	}
}

// le writes numbers the least byte first; what is bytes or text goes as it is.
func le(parts ...any) []byte {
	var out []byte
	for _, p := range parts {
		switch v := p.(type) {
		case int: // of two bytes, the common case
			out = binary.LittleEndian.AppendUint16(out, uint16(v))
		case uint32:
			out = binary.LittleEndian.AppendUint32(out, v)
		case float64:
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
		case byte:
			out = append(out, v)
		case []byte:
			out = append(out, v...)
		case string: // flags, and UTF-16
			out = append(out, 1)
			for _, u := range utf16.Encode([]rune(v)) {
				out = binary.LittleEndian.AppendUint16(out, u)
			}
		}
	}
	return out
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

func biffRecord(id int, parts ...any) []byte {
	data := le(parts...)
	return append(le(id, len(data)), data...)
}

func label(row, column int, s string) []byte {
	return biffRecord(biffLabel, row, column, 0, units(s), s)
}

// biffStream makes a workbook of one sheet, of which the globals hold records too.
func biffStream(globals, sheet []byte) []byte {
	bof, eof := biffRecord(biffBOF, biff8, 0, make([]byte, 12)), biffRecord(biffEOF)
	name := "Phụ lục 1"
	bound := func(start int) []byte {
		return biffRecord(biffBoundSheet, uint32(start), 0, byte(units(name)), name)
	}
	head := slices.Concat(bof, bound(0), globals, eof)
	head = slices.Concat(bof, bound(len(head)), globals, eof)
	return slices.Concat(head, bof, sheet, eof)
}

// compound makes a compound file with one stream.
func compound(name string, stream []byte) []byte {
	const sector, end, free, fat = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
	if len(stream) < 4096 { // shorter ones lie elsewhere
		stream = append(slices.Clone(stream), make([]byte, 4096-len(stream))...)
	}
	n := (len(stream) + sector - 1) / sector
	fats := 1
	for fats*sector/4 < n+1+fats {
		fats++
	}
	header := slices.Concat([]byte(oleMagic), make([]byte, 16), le(0x3E, 3, 0xFFFE, 9, 6), make([]byte, 6),
		le(uint32(0), uint32(fats), uint32(fats), uint32(0), uint32(4096), uint32(end), uint32(0), uint32(end), uint32(0)))
	for i := range 109 {
		if i < fats {
			header = append(header, le(uint32(i))...)
		} else {
			header = append(header, le(uint32(free))...)
		}
	}
	var table []byte
	for range fats {
		table = append(table, le(uint32(fat))...)
	}
	table = append(table, le(uint32(end))...)
	for i := range n {
		next := uint32(fats + 2 + i)
		if i == n-1 {
			next = end
		}
		table = append(table, le(next)...)
	}
	for len(table) < fats*sector {
		table = append(table, le(uint32(free))...)
	}
	entry := func(name string, kind byte, child, start, size uint32) []byte {
		wide := make([]byte, 0, 64)
		for _, u := range utf16.Encode([]rune(name)) {
			wide = binary.LittleEndian.AppendUint16(wide, u)
		}
		return slices.Concat(wide, make([]byte, 64-len(wide)), le(len(wide)+2, kind, byte(1), uint32(free), uint32(free), child),
			make([]byte, 36), le(start, size, uint32(0)))
	}
	directory := slices.Concat(entry("Root Entry", 5, 1, end, 0), entry(name, 2, free, uint32(fats+1), uint32(len(stream))),
		make([]byte, 64), le(0, byte(0), byte(0), uint32(free), uint32(free), uint32(free)), make([]byte, 48),
		make([]byte, 64), le(0, byte(0), byte(0), uint32(free), uint32(free), uint32(free)), make([]byte, 48))
	return slices.Concat(header, table, directory, stream, make([]byte, n*sector-len(stream)))
}

// Every kind of cell, out of order, with texts that go over the end of a record.
func TestXLSCells(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Đ", 300)
	globals := slices.Concat(
		biffRecord(biffFormat, 200, 10, "dd/mm/yyyy"),
		biffRecord(biffXF, 0, 0, make([]byte, 16)), biffRecord(biffXF, 0, 200, make([]byte, 16)), biffRecord(biffXF, 0, 22, make([]byte, 16)),
		// "Mã", rich and with a guide; "abc" of single bytes cut in two, the rest wide; long
		biffRecord(biffSST, uint32(3), uint32(3), 2, byte(1|4|8), 1, uint32(3), le("Mã")[1:], []byte("ffffggg"), 3, byte(0), []byte("a")),
		biffRecord(biffContinue, le("bc"), units(long), byte(1), le(long)[1:401]),
		biffRecord(biffContinue, le(long)[:1], le(long)[401:]),
	)
	rk := func(v int32) uint32 { return uint32(v<<2) | 2 }
	half := uint32(math.Float64bits(0.5)>>32) | 0
	formula := func(row, column int, result []byte) []byte {
		return biffRecord(biffFormula, row, column, 0, result, 0, uint32(0), 0)
	}
	sheet := slices.Concat(
		biffRecord(biffRow, 3, 0, 9, 255, 0, 0, 0x20, 15),
		biffRecord(biffLabelSST, 0, 0, 0, uint32(0)), label(1, 0, "C1"), label(2, 0, "C2"), label(3, 0, "C3"),
		label(0, 1, "Cao"), label(0, 2, "Ngày"), label(0, 3, "Lúc"), label(0, 4, "Có chủ"), label(0, 5, "Ghi chú"),
		biffRecord(biffBOF, biff8, 0x20), label(1, 1, "of a chart"), biffRecord(biffEOF),
		biffRecord(biffMulRK, 1, 1, 0, rk(-7), 1, rk(45839), 2),
		biffRecord(biffNumber, 1, 3, 2, 45839.25),
		biffRecord(biffBoolErr, 1, 4, 0, byte(1), byte(0)),
		formula(1, 5, le(0, 0, 0, 0xffff)), biffRecord(0x04BC, 0), biffRecord(biffString, units("tính"), "tính"),
		biffRecord(biffRK, 2, 1, 0, rk(125)|1),
		formula(2, 2, le(45839.0)),
		formula(2, 4, le(byte(1), byte(0), byte(1), byte(0), 0, 0xffff)),
		biffRecord(biffLabelSST, 2, 5, 0, uint32(1)), label(2, 3, "once"), label(2, 3, "twice"),
		biffRecord(biffRK, 3, 1, 0, half), biffRecord(biffLabelSST, 3, 5, 0, uint32(2)), biffRecord(biffLabelSST, 3, 4, 0, uint32(99)),
		formula(4, 1, le(byte(2), byte(0), byte(0x2A), byte(0), 0, 0xffff)),
		biffRecord(biffBoolErr, 5, 1, 0, byte(7), byte(1)),
	)
	got := readAt(t, compound("Workbook", biffStream(globals, sheet)), "x.xls", Options{Layer: "phụ lục 1"})
	want := outcome{
		columns: []string{"Mã", "Cao", "Ngày", "Lúc", "Có chủ", "Ghi chú"},
		good: []string{
			"2:C1|-7|2025-07-01|2025-07-01T06:00:00|true|tính",
			"3:C2|1.25|45839|twice|true|abc",
			"4:C3|0.5|–|–|–|" + long,
		},
		bad:      []string{"5 xlsx.error", "6 xlsx.error"},
		warnings: []string{"4 xlsx.hidden"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Files that are no workbook of Excel 97–2003, or not a whole one.
func TestXLSRefused(t *testing.T) {
	t.Parallel()
	rows := slices.Concat(label(0, 0, "Mã"), label(0, 1, "Tên"), label(1, 0, "C1"))
	good := compound("Workbook", biffStream(nil, rows))
	lying := bytes.Clone(good)
	binary.LittleEndian.PutUint32(lying[64:], 1<<30) // sectors of the mini FAT
	loop := bytes.Clone(good)
	binary.LittleEndian.PutUint32(loop[512+4:], 1) // the directory follows itself
	for _, c := range []struct {
		name    string
		content []byte
		opts    Options
		fatal   string
	}{
		{"cut short", good[:len(good)-4096], Options{}, RuleXLSBroken},
		{"a head alone", []byte(oleMagic + "…"), Options{}, RuleXLSBroken},
		{"counts that cannot be", lying, Options{}, RuleXLSBroken},
		{"a loop", loop, Options{}, RuleXLSBroken},
		{"over the limit", good, Options{Limits: Limits{FileBytes: 1000}}, RuleLimitBytes},
		{"rows over the limit", compound("Workbook", biffStream(nil, slices.Concat(rows, label(2, 0, "C2"), label(3, 0, "C3")))), Options{Limits: Limits{Rows: 2}}, RuleLimitRows},
		{"no such sheet", good, Options{Layer: "B"}, RuleXLSXSheet},
		{"a password on xlsx", compound("EncryptedPackage", nil), Options{}, RuleFileFormat},
		{"a password", compound("Workbook", biffStream(biffRecord(biffFilePass, 1), rows)), Options{}, RuleFileFormat},
		{"Excel 95", compound("Book", nil), Options{}, RuleFileFormat},
		{"an older BIFF", compound("Workbook", biffRecord(biffBOF, 0x500, 5)), Options{}, RuleFileFormat},
		{"a document", compound("WordDocument", nil), Options{}, RuleFileFormat},
		{"no end", compound("Workbook", biffStream(biffRecord(biffSST, uint32(9), uint32(9), 60000, byte(1)), rows)), Options{}, RuleXLSBroken},
		{"cell 300", compound("Workbook", biffStream(nil, label(0, 300, "x"))), Options{}, RuleXLSBroken},
		{"text behind the record", compound("Workbook", biffStream(nil, biffRecord(biffLabel, 0, 0, 0, 500, byte(1)))), Options{}, RuleXLSBroken},
		{"a sheet before itself", compound("Workbook", slices.Concat(biffRecord(biffBOF, biff8), biffRecord(biffBoundSheet, uint32(3), 0, byte(0), byte(0)), biffRecord(biffEOF))), Options{}, RuleXLSBroken},
		{"empty", compound("Workbook", biffStream(nil, nil)), Options{}, RuleXLSXHeader},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := readAt(t, c.content, "x.xls", c.opts); got.fatal != c.fatal {
				t.Errorf("got %q, want %q: %+v", got.fatal, c.fatal, got)
			}
		})
	}
}

// A panic of what reads the container is an error of the file.
func TestXLSPanic(t *testing.T) {
	t.Parallel()
	f := func() (err error) {
		defer recoverBroken(&err)
		var none []int
		_ = none[len(none)]
		return nil
	}
	if rule := ruleOf(t, f()); rule != RuleXLSBroken {
		t.Errorf("got %q", rule)
	}
}

// Whatever a file holds, reading it ends, without a panic and with faults in both
// languages.
func FuzzXLS(f *testing.F) {
	f.Add(compound("Workbook", biffStream(biffRecord(biffSST, uint32(1), uint32(1), 2, "Mã"),
		slices.Concat(biffRecord(biffLabelSST, 0, 0, 0, uint32(0)), label(0, 1, "Tên"), biffRecord(biffMulRK, 1, 0, 0, uint32(6), 0)))))
	f.Add(compound("Workbook", biffStream(nil, biffRecord(biffFormula, 0, 0, 0, 0, 0, 0, 0xffff, 0))))
	f.Fuzz(func(t *testing.T, content []byte) {
		limits := Limits{Rows: 1000}.withDefaults()
		streams, err := oleStreams(bytes.NewReader(content), int64(len(content)))
		if err == nil && streams["Workbook"] != nil {
			var reader Reader
			if reader, err = openBIFF(streams["Workbook"], limits, Options{}); err == nil {
				drain(t, reader)
			}
		}
		if err != nil {
			ruleOf(t, err)
		}
	})
}
