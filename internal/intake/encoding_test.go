package intake

import (
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// encode writes a text in an encoding, as the programs of its time did; it is
// the inverse of decode and built from its tables. ok is false when the
// encoding cannot write the text.
func encode(e Encoding, text string) (raw []byte, ok bool) {
	switch e {
	case UTF8:
		return []byte(text), true
	case UTF16LE, UTF16BE:
		order := utf.LittleEndian
		if e == UTF16BE {
			order = utf.BigEndian
		}
		raw, err := utf.UTF16(order, utf.IgnoreBOM).NewEncoder().Bytes([]byte(text))
		return raw, err == nil
	}
	for _, r := range norm.NFC.String(text) {
		b, ok := encodeRune(e, r)
		if !ok {
			return nil, false
		}
		raw = append(raw, b...)
	}
	return raw, true
}

func encodeRune(e Encoding, r rune) ([]byte, bool) {
	if e == VNI {
		for pair, paired := range vniPairs {
			if paired == r && (pair[0] >= 'a' && pair[0] != 0xD4 && pair[0] != 0xD6 || pair[1] < 0xE0) {
				return pair[:], true
			}
		}
	}
	if b, ok := encodeByte(e, r); ok {
		return []byte{b}, true
	}
	small := unicode.ToLower(r)
	base, tone := toneless[small], toneOf[small]
	if base == 0 || e == VNI || e == VISCII {
		return nil, false
	}
	if small != r {
		base = unicode.ToUpper(base)
	}
	b, ok := encodeByte(e, base)
	mark, okMark := encodeByte(e, tone)
	return []byte{b, mark}, ok && okMark
}

func encodeByte(e Encoding, r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r), true
	}
	table := map[Encoding]*byteTable{TCVN3: &tcvn3Table, VISCII: &visciiTable, VNI: &vniTable}[e]
	if table == nil {
		return charmap.Windows1258.EncodeRune(r)
	}
	for b, other := range table {
		if other == r {
			return byte(b), true
		}
	}
	return 0, false
}

// vietnameseLetters are all of Vietnamese beyond ASCII, small and capital.
func vietnameseLetters() string {
	var b strings.Builder
	for _, small := range vowels + "đ" {
		for _, r := range append(tones[:], 0) {
			letter := string(small)
			if r != 0 && small != 'đ' {
				letter = norm.NFC.String(letter + string(r))
			}
			if !isASCII(letter) && !strings.Contains(b.String(), letter) {
				b.WriteString(letter + strings.ToUpper(letter))
			}
		}
	}
	return b.String()
}

// Every letter of Vietnamese comes back from every encoding, alone and between
// others, however the stream is cut.
func TestEncodingLetters(t *testing.T) {
	t.Parallel()
	all := vietnameseLetters()
	if n := utf8.RuneCountInString(all); n != 134 {
		t.Fatalf("%d letters", n)
	}
	for _, e := range Encodings {
		for _, r := range all {
			for _, text := range []string{string(r), "n" + string(r) + "g", "x " + string(r) + ", "} {
				raw, ok := encode(e, text)
				if !ok {
					t.Fatalf("%s cannot write %q", e, text)
				}
				if got := e.decode(raw); got != text {
					t.Errorf("%s: %q became %x became %q", e, text, raw, got)
				}
			}
		}
		text := strings.Repeat(strings.Join(strings.Split(all, ""), " "), 40)
		raw, _ := encode(e, text)
		got, err := io.ReadAll(e.reader(oneByte{bytes.NewReader(raw)}))
		if err != nil || string(got) != text {
			t.Errorf("%s: a stream of single bytes: %v", e, err)
		}
	}
}

// Bytes of the published tables, not of ours turned round.
func TestEncodingSpecimens(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		encoding Encoding
		raw      string
		want     string
	}{
		{TCVN3, "C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{TCVN3, "\xa7\xe9c l\xcbp - T\xf9 do - H\xb9nh ph\xf3c", "Độc lập - Tự do - Hạnh phúc"},
		{TCVN3, "T\xd8nh H\xb6I D\xa6\xa5NG", "Tỉnh HẢI DƯƠNG"},
		{TCVN3, "H\xb5 N\xe9I, h\xb5 n\xe9i", "HÀ NỘI, hà nội"},
		{TCVN3, "H\xb5 N\xe9i", "Hà Nội"},
		{TCVN3, "TR\xb9M BTS", "TRẠM BTS"},
		{TCVN3, "A\xb5o \xa3\xd3", "Ào Ể"},
		{TCVN3, "106\xb0 m\xb2", "106° m²"},
		{VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{VNI, "ÑOÄC LAÄP, ñöôøng, ÑÖÔØNG", "ĐỘC LẬP, đường, ĐƯỜNG"},
		{Windows1258, "C\xf4\xf2ng ho\xcca, CH\xda \xdd", "Cộng hòa, CHÚ Ư"},
		{Windows1258, "Vi\xea\xf2t Nam, \xd0\xf4\xf2c l\xe2\xf2p", "Việt Nam, Độc lập"},
		{VISCII, "C\xb5ng h\xf2a x\xe3 h\xb5i ch\xfc ngh\xeea Vi\xaet Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
	} {
		raw := []byte(c.raw)
		if c.encoding == VNI {
			raw, _ = charmap.Windows1252.NewEncoder().Bytes(raw)
		}
		if got := c.encoding.decode(raw); got != c.want {
			t.Errorf("%s %x: %q, want %q", c.encoding, raw, got, c.want)
		}
	}
}

// realNames are the names of communes and seats that offices publish.
var realNames = sync.OnceValues(func() ([]string, error) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "vn-communes-2025", "population-2025-07-17.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, row := range rows[1:] {
		names = append(names, norm.NFC.String(row[4]+" "+row[5]+", "+row[3]), norm.NFC.String(row[9]))
	}
	return names, nil
})

// marked counts the words with a letter beyond ASCII.
func marked(text string) (n int) {
	for _, w := range strings.Fields(text) {
		if !isASCII(w) {
			n++
		}
	}
	return n
}

// Of the names of all communes, three marked words or more, nearly none is
// taken for another encoding, and together none.
func TestEncodingGuessOfNames(t *testing.T) {
	t.Parallel()
	names, err := realNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE, TCVN3, VNI, Windows1258, VISCII} {
		tried, wrong, sure := 0, 0, 0
		for _, name := range names {
			raw, ok := encode(e, name)
			if !ok || marked(name) < 3 {
				continue
			}
			tried++
			got, guesses := guessEncoding(raw, true)
			if got.decode(raw) == name {
				continue
			}
			wrong++
			if wrong <= 5 {
				t.Logf("%s: %q read as %s: %q", e, name, got, got.decode(raw))
			}
			if len(guesses) > 0 && guesses[0].Confidence > 0.95 {
				sure++
			}
		}
		t.Logf("%s: %d of %d wrong, %d of them surely", e, wrong, tried, sure)
		share := 500 // one of so many may be wrong
		if e == VISCII {
			share = 30 // which hardly anybody writes, so that others are likelier
		}
		if tried < 3000 || wrong*share > tried || sure*share*2 > tried {
			t.Errorf("%s: %d of %d wrong, %d of them surely", e, wrong, tried, sure)
		}
		all := strings.Join(slices.DeleteFunc(slices.Clone(names), func(name string) bool {
			raw, ok := encode(e, name)
			return !ok || e.decode(raw) != name
		}), "\n")
		raw, ok := encode(e, all)
		if !ok {
			t.Fatalf("%s cannot write the names", e)
		}
		if got, _ := guessEncoding(raw[:min(len(raw), sampleBytes)], false); got != e || got.decode(raw) != all {
			t.Errorf("%s: all names are read as %s", e, got)
		}
	}
}

// Any file of a dozen marked words comes back from any encoding without being
// told; one told comes back whatever it holds. What is guessed says so.
func TestEncodingOfFiles(t *testing.T) {
	t.Parallel()
	names, err := realNames()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(Encodings).Draw(t, "encoding")
		cells := rapid.SliceOfN(rapid.SampledFrom(names), 1, 12).Filter(func(cells []string) bool {
			raw, ok := encode(e, strings.Join(cells, "\n"))
			return ok && e.decode(raw) == strings.Join(cells, "\n") && !strings.ContainsAny(strings.Join(cells, ""), "\";\r\n\t|")
		}).Draw(t, "cells")
		text := "ma;ten\n"
		for _, cell := range cells {
			text += "A1;" + cell + "\n"
		}
		raw, _ := encode(e, text)
		told := Encoding("")
		if marked(text) < 12 || rapid.Bool().Draw(t, "told") {
			told = e
		}
		reader, err := Open(oneByte{bytes.NewReader(raw)}, "x.csv", Options{Encoding: told, Delimiter: ';'})
		if err != nil {
			t.Fatal(err)
		}
		meta := reader.Metadata()
		if meta.Encoding != string(e) && e != VISCII {
			t.Fatalf("read as %s: %+v", meta.Encoding, meta.Guesses)
		}
		if guessed := told == "" && e != UTF8; guessed != (len(meta.Guesses) > 0) {
			t.Fatalf("%s, told %q: %+v", e, told, meta.Guesses)
		}
		for _, g := range meta.Guesses {
			if g.Confidence < 0 || g.Confidence > 1 || g.Text == "" || g.Encoding.Say().VI == "" {
				t.Fatalf("%+v", g)
			}
		}
		if meta.Encoding != string(e) {
			return // VISCII taken for another, with the doubt told
		}
		var rec Record
		for _, cell := range cells {
			if err := reader.Next(&rec); err != nil || rec.values[1] != cell {
				t.Fatalf("%q, want %q: %v", rec.values, cell, err)
			}
		}
	})
}

// What is no Vietnamese of any encoding is refused, and so is what the
// encoding told has no character for; both say what to do.
func TestEncodingRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file string
		told       Encoding
		in         string
	}{
		{"Danish", "navn\nN\xf8rreg\xe5rd\n\xd8stergade\n", "", "Windows-1252"},
		{"UTF-8 with a broken character", "tên\nHòa B\xecnh\nĐà Nẵng\n", "", "Dòng 2, byte 12: 0xEC"},
		{"an unknown name", "a\n1\n", "TCVN", "TCVN3 (ABC)"},
		{"VNI of stray marks", "t\xeb\nx\n", VNI, "VNI"},
		{"half a character of UTF-16", "a\x00\n\x00\x00\xd8b\x00", UTF16LE, "UTF-16LE"},
		{"JSON is UTF-8", "{\"type\":\"Feature\",\"properties\":{\"t\":\"C\xe9ng h\xdfa x\xb7 h\xe9i\"}}", "", "TCVN3"},
		{"behind the sample", "a,b\n" + strings.Repeat("1,2\n", sampleBytes/4) + "3,C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca\n", "", "TCVN3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			reader, err := Open(strings.NewReader(c.file), "x", Options{Encoding: c.told})
			var rec Record
			for err == nil {
				err = reader.Next(&rec)
			}
			f := faultOf(t, err)
			checkFault(t, f)
			if f.Rule != RuleTextEncoding || !strings.Contains(f.Message.VI+f.Mend.VI+f.Value, c.in) {
				t.Errorf("%+v", f)
			}
		})
	}
}

// FuzzEncoding looks for bytes that make a decoder lose its place, give text
// that is not valid, or read differently in one piece and in many.
func FuzzEncoding(f *testing.F) {
	for i := range Encodings {
		f.Add([]byte("C\xe9ng h\xdfa x\xb7 h\xe9i, A\xb5 N\xe9I\xb4"), i)
		f.Add([]byte("Co\xe4ng ho\xf8a\xf4\xf8 a"), i)
	}
	f.Fuzz(func(t *testing.T, raw []byte, which int) {
		e := Encodings[abs(which)%len(Encodings)]
		guessed, guesses := guessEncoding(raw, true)
		if len(guesses) > 0 && guesses[0].Encoding != guessed {
			t.Fatalf("%s of %+v", guessed, guesses)
		}
		whole := e.decode(raw)
		if e == UTF8 {
			return
		}
		if !utf8.ValidString(whole) {
			t.Fatalf("%s: %q", e, whole)
		}
		streamed, err := io.ReadAll(e.reader(oneByte{bytes.NewReader(raw)}))
		if err != nil || string(streamed) != whole {
			t.Fatalf("%s: %q in pieces, %q together: %v", e, streamed, whole, err)
		}
	})
}
