package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func TestCSVForms(t *testing.T) {
	t.Parallel()
	utf16 := func(e unicode.Endianness, s string) string {
		out, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		name, file, fileName string
		opts                 Options
		columns              []string
		good                 []string
		delimiter            byte
		encoding             string
	}{
		{name: "comma", file: "a,b\n1,2\n", columns: []string{"a", "b"}, good: []string{"2:1|2"}, delimiter: ','},
		{name: "no line end", file: "a,b\r\n1,2", columns: []string{"a", "b"}, good: []string{"2:1|2"}, delimiter: ','},
		{name: "semicolon and decimal commas", file: "vĩ độ;kinh độ\n20,5;105,9\n21,5;106,9\n", columns: []string{"vĩ độ", "kinh độ"}, good: []string{"2:20,5|105,9", "3:21,5|106,9"}, delimiter: ';'},
		{name: "comma in the header of a semicolon file", file: "tọa độ (X, Y);tên\n1;2\n", columns: []string{"tọa độ (X, Y)", "tên"}, good: []string{"2:1|2"}, delimiter: ';'},
		{name: "tab", file: "a\tb\n1,5\t2\n", columns: []string{"a", "b"}, good: []string{"2:1,5|2"}, delimiter: '\t'},
		{name: "bar", file: "a|b|c\n1|2|3\n", columns: []string{"a", "b", "c"}, good: []string{"2:1|2|3"}, delimiter: '|'},
		{name: "delimiters in quotes", file: "a,\"b;c;d\"\n\"1;2;3\",2\n", columns: []string{"a", "b;c;d"}, good: []string{"2:1;2;3|2"}, delimiter: ','},
		{name: "sep line", file: "sep=;\r\na;b,c\r\n1;2\r\n", columns: []string{"a", "b,c"}, good: []string{"3:1|2"}, delimiter: ';'},
		{name: "told", file: "a,b;c\n1,2;3\n", opts: Options{Delimiter: ','}, columns: []string{"a", "b;c"}, good: []string{"2:1|2;3"}, delimiter: ','},
		{name: "one column", file: "a\n1\n\n2\n", columns: []string{"a"}, good: []string{"2:1", "4:2"}, delimiter: ','},
		{name: "one column of a tsv", file: "a\n1\n", fileName: "x.TSV", columns: []string{"a"}, good: []string{"2:1"}, delimiter: '\t'},
		{name: "byte order mark", file: "\ufeffa,b\n1,2\n", columns: []string{"a", "b"}, good: []string{"2:1|2"}, delimiter: ',', encoding: "UTF-8 BOM"},
		{name: "utf-16 le", file: utf16(unicode.LittleEndian, "tên,b\nHòa,𠀀\n"), columns: []string{"tên", "b"}, good: []string{"2:Hòa|𠀀"}, delimiter: ',', encoding: "UTF-16LE"},
		{name: "utf-16 be", file: utf16(unicode.BigEndian, "tên;b\nHòa;2\n"), columns: []string{"tên", "b"}, good: []string{"2:Hòa|2"}, delimiter: ';', encoding: "UTF-16BE"},
		{name: "quotes", file: "a,b\n\"x \"\"y\"\", z\",\"\"\n", columns: []string{"a", "b"}, good: []string{"2:x \"y\", z|"}, delimiter: ','},
		{name: "line ends in quotes", file: "a,b\r\n\"1\r\n2\",3\r\n4,5\r\n", columns: []string{"a", "b"}, good: []string{"2:1\r\n2|3", "4:4|5"}, delimiter: ','},
		{name: "seconds of arc", file: "a,b\n20°32'04\"N,\"105°54'02\"\"E\"\n", columns: []string{"a", "b"}, good: []string{"2:20°32'04\"N|105°54'02\"E"}, delimiter: ','},
		{name: "quote at the end of the file", file: "a,b\n1,\"2\"", columns: []string{"a", "b"}, good: []string{"2:1|2"}, delimiter: ','},
		{name: "blank rows of a spreadsheet", file: "a,b\n1,2\n,\n , \n\n,,,,\n3,4\n", columns: []string{"a", "b"}, good: []string{"2:1|2", "7:3|4"}, delimiter: ','},
		{name: "blank lines before the header", file: "\n\r\na,b\n1,2\n", columns: []string{"a", "b"}, good: []string{"4:1|2"}, delimiter: ','},
		{name: "unnamed columns", file: "a,,\n1,2,3\n", columns: []string{"a", "", ""}, good: []string{"2:1|2|3"}, delimiter: ','},
		{name: "header is trimmed and composed", file: " Te\u0302n ,b\n1,2\n", columns: []string{"Tên", "b"}, good: []string{"2:1|2"}, delimiter: ','},
		{name: "header only", file: "a,b\n", columns: []string{"a", "b"}, delimiter: ','},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.encoding == "" {
				c.encoding = "UTF-8"
			}
			// Whatever the pieces in which the source gives it.
			for _, r := range []io.Reader{strings.NewReader(c.file), oneByte{strings.NewReader(c.file)}} {
				got := read(t, r, c.fileName, c.opts)
				want := outcome{good: c.good, columns: c.columns, meta: Metadata{Format: FormatCSV, Encoding: c.encoding, Delimiter: c.delimiter}}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(outcome{})); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// oneByte reads one byte at a time.
type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) { return o.r.Read(p[:min(1, len(p))]) }

func TestRecordAccess(t *testing.T) {
	t.Parallel()
	r, err := Open(strings.NewReader("tên,b\nHòa,2\n"), "x.csv", Options{})
	if err != nil {
		t.Fatal(err)
	}
	var rec Record
	if v, ok := rec.Value("tên"); ok {
		t.Errorf("an empty record has %q", v)
	}
	if err := r.Next(&rec); err != nil {
		t.Fatal(err)
	}
	if v, ok := rec.Value("tên"); v != "Hòa" || !ok {
		t.Errorf("%q, %v", v, ok)
	}
	if v, ok := rec.JSON("b"); v != "2" || !ok {
		t.Errorf("%v, %v", v, ok)
	}
	for _, name := range []string{"", "c"} {
		if v, ok := rec.Value(name); ok {
			t.Errorf("%q: %q", name, v)
		}
	}
	if v, ok := rec.At(-1); ok {
		t.Errorf("%q", v)
	}
}

func TestRowErrorsNameTheColumn(t *testing.T) {
	t.Parallel()
	r, err := Open(strings.NewReader("a,tên\n1,\"x\"y\n1,"+strings.Repeat("x", 30)+"\n1,2,3\n"), "", Options{Limits: Limits{CellBytes: 20}})
	if err != nil {
		t.Fatal(err)
	}
	var rec Record
	for _, want := range []string{"tên", "tên", ""} {
		var row *RowError
		if err := r.Next(&rec); !errors.As(err, &row) || row.Faults[0].Column != want {
			t.Errorf("%v, %+v", err, row)
		}
	}
}

func TestLikelyEncoding(t *testing.T) {
	t.Parallel()
	for sample, want := range map[string]string{
		"Thanh Hoa\xb8, \xae\xb5 N\xa9ng":    "TCVN3 (ABC)",
		"Tha\xf8nh pho\xe1 Ho\xe0 Chi\xf9":   "VNI",
		"Th\xf4\xecn Ho\xcc\xe0, \xf0\xf4ng": "Windows-1258",
		"K\xf8benhavn":                       "Windows-1252",
		"caf\xe9":                            "Windows-1252",
	} {
		if got := likelyEncoding([]byte(sample)); got != want {
			t.Errorf("%q: %s, want %s", sample, got, want)
		}
	}
	_, err := Open(strings.NewReader("t\xeann\nx"), "x", Options{})
	if f := faultOf(t, err); !strings.Contains(f.Message.VI, "Dòng 1, byte 2") {
		t.Error(f.Message.VI)
	}
}

// TestCSVAgainstEncodingCSV writes records with encoding/csv and reads them.
func TestCSVAgainstEncodingCSV(t *testing.T) {
	t.Parallel()
	cell := rapid.StringOfN(rapid.RuneFrom([]rune("ab1 ,;\"\t\n'|đ😀")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 5).Draw(t, "width")
		comma := rapid.SampledFrom([]rune{',', ';', '\t', '|'}).Draw(t, "comma")
		var file strings.Builder
		w := csv.NewWriter(&file)
		w.Comma, w.UseCRLF = comma, rapid.Bool().Draw(t, "crlf")
		header := make([]string, width)
		for i := range header {
			header[i] = fmt.Sprintf("c%d", i)
		}
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 0, 20).Draw(t, "rows")
		if err := w.Write(header); err != nil {
			t.Fatal(err)
		}
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		r, err := Open(oneByte{strings.NewReader(file.String())}, "x", Options{Delimiter: byte(comma)})
		if err != nil {
			t.Fatal(err)
		}
		var rec Record
		for _, row := range rows {
			if strings.TrimSpace(strings.Join(row, "")) == "" {
				continue
			}
			if err := r.Next(&rec); err != nil {
				t.Fatalf("%q: %v", row, err)
			}
			if w.UseCRLF { // the writer turns LF in cells into CRLF too
				for i := range row {
					row[i] = strings.ReplaceAll(row[i], "\n", "\r\n")
				}
			}
			if diff := cmp.Diff(row, rec.values); diff != "" {
				t.Fatal(diff)
			}
		}
		if err := r.Next(&rec); err != io.EOF {
			t.Fatalf("behind the last: %v, %q", err, rec.values)
		}
	})
}

// FuzzCSV checks against encoding/csv whatever both accept, and that nothing
// makes the reader panic, loop or lose its place.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a;b\n\"1\n\";\"\"\"\"\n", "a\n\"", "a,b\r\n\"x\"y,1\r\n", "sep=,\na\n", "\ufeffa\n", "a\tb\n\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := Open(oneByte{strings.NewReader(s)}, "x.csv", Options{Delimiter: ',', Encoding: UTF8})
		if err != nil {
			return
		}
		if _, ok := r.(*csvReader); !ok {
			return
		}
		var ours [][]string
		var rec Record
		last := 0
		for {
			err := r.Next(&rec)
			if err == io.EOF {
				break
			}
			if err == nil || isRowError(err) {
				if rec.Row <= last {
					t.Fatalf("row %d after %d", rec.Row, last)
				}
				last = rec.Row
			}
			if err != nil && !isRowError(err) {
				return
			}
			if err == nil {
				ours = append(ours, append([]string{}, rec.values...))
			}
		}
		if strings.HasPrefix(strings.ToLower(s), "sep=") || strings.Contains(s, "\r") || strings.HasPrefix(s, "\ufeff") {
			return
		}
		theirs := csv.NewReader(strings.NewReader(s))
		theirs.ReuseRecord, theirs.FieldsPerRecord = true, -1
		header, err := theirs.Read()
		if err != nil {
			return
		}
		width := len(header)
		n := 0
		for {
			row, err := theirs.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				return
			}
			if len(row) != width || strings.TrimSpace(strings.Join(row, "")) == "" {
				continue
			}
			if n >= len(ours) || !cmp.Equal(row, ours[n]) {
				t.Fatalf("record %d of %q: %q, encoding/csv has %q", n, s, ours, row)
			}
			n++
		}
		if n != len(ours) {
			t.Fatalf("%q: %d records, encoding/csv has %d", s, len(ours), n)
		}
	})
}
