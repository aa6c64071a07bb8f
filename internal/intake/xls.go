package intake

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/richardlehane/mscfb"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxXLSBytes is the size of a workbook of Excel 97–2003. Its sheets have at most
// 65,536 rows of 256 cells; what offices send is below a tenth of this.
const MaxXLSBytes = 64 << 20

// RuleXLSBroken is of the fault that a damaged workbook of Excel 97–2003 gives;
// the others are those of XLSX.
const RuleXLSBroken = "xls.broken"

// oleMagic begins the files of Excel 97–2003, and workbooks with a password.
const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// openOLE finds out what a compound file [MS-CFB] is, and reads a workbook of
// Excel 97–2003 (BIFF8, [MS-XLS]).
//
// Package shakinm/xlsReader does not serve: it leaves out the results of formulas
// and every cell after what it does not know, does not tell hidden rows or
// numbers from dates, allocates what the file asks for, and holds all sheets at
// once. The container is read by package mscfb, the records here.
func openOLE(f *os.File, opts Options) (Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	limits := opts.Limits.withDefaults()
	if limit := min(limits.FileBytes, MaxXLSBytes); info.Size() > limit {
		return nil, refuseSize(RuleLimitBytes,
			registry.Tf("Tệp .xls lớn hơn %d byte.", "The .xls file is larger than %d bytes.", limit),
			registry.T("Lưu thành .xlsx hoặc CSV rồi nộp lại.", "Save it as .xlsx or CSV and file again."))
	}
	streams, err := oleStreams(f, info.Size())
	if err != nil {
		return nil, err
	}
	name := filepath.Base(f.Name())
	switch {
	case streams["Workbook"] != nil:
		return openBIFF(streams["Workbook"], limits, opts)
	case streams["EncryptedPackage"] != nil:
		return nil, refusePassword(name)
	case streams["Book"] != nil:
		return nil, refuseFile(RuleFileFormat, name,
			registry.T("Bảng tính theo định dạng Excel 95 hoặc cũ hơn.", "The workbook is in the format of Excel 95 or older."),
			registry.T("Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nộp lại.", "Open it in Excel or LibreOffice, save it as .xlsx, and file again."))
	}
	return nil, refuseFile(RuleFileFormat, name,
		registry.T("Tệp Office 97–2003 này không phải bảng tính.", "This Office 97–2003 file is no workbook."),
		registry.T("Nộp bảng tính .xlsx, .xls hoặc CSV.", "File a workbook, .xlsx or .xls, or CSV."))
}

func refusePassword(name string) error {
	return refuseFile(RuleFileFormat, name,
		registry.T("Bảng tính có mật khẩu.", "The workbook has a password."),
		registry.T("Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ Sổ làm việc), lưu rồi nộp lại.",
			"Open it in Excel, remove the password (File → Info → Protect Workbook), save, and file again."))
}

// oleStreams gives the streams of a compound file by name.
func oleStreams(f io.ReaderAt, size int64) (streams map[string]*oleStream, err error) {
	defer recoverBroken(&err)
	if err := checkOLEHeader(f, size); err != nil {
		return nil, err
	}
	r, err := mscfb.New(f)
	if err != nil {
		return nil, brokenXLS(err)
	}
	streams = map[string]*oleStream{}
	for _, file := range r.File {
		if len(file.Path) > 0 {
			continue
		}
		if file.Size < 0 || file.Size > size {
			return nil, brokenXLS(fmt.Errorf("a stream of %d bytes in a file of %d", file.Size, size))
		}
		streams[file.Name] = &oleStream{file}
	}
	return streams, nil
}

// checkOLEHeader bounds what package mscfb makes room for, by the counts of
// sectors that the header gives ([MS-CFB] §2.2).
func checkOLEHeader(f io.ReaderAt, size int64) error {
	var header [512]byte
	if _, err := f.ReadAt(header[:], 0); err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return brokenXLS(err)
	}
	sectors := size / 512
	for _, at := range []int{40, 44, 64, 72} { // of the directory, FAT, mini FAT, DIFAT
		if n := int64(binary.LittleEndian.Uint32(header[at:])); n > sectors {
			return brokenXLS(fmt.Errorf("%d sectors in a file of %d", n, sectors))
		}
	}
	return nil
}

// oleStream is a stream of a compound file, read by a package that a hostile
// file may surprise.
type oleStream struct{ file *mscfb.File }

func (s *oleStream) Read(b []byte) (n int, err error) {
	defer recoverBroken(&err)
	n, err = s.file.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = brokenXLS(err)
	}
	return n, err
}

// recoverBroken makes a panic over a file's content an error of the file.
func recoverBroken(err *error) {
	if p := recover(); p != nil {
		*err = brokenXLS(fmt.Errorf("panic: %v", p))
	}
}

func brokenXLS(err error) error {
	message := registry.T("Tệp .xls bị hỏng hoặc bị cắt cụt.", "The .xls file is damaged or cut short.")
	return &registry.Error{Code: registry.CodeInvalid, Err: err, Message: message,
		Faults: []registry.Fault{registry.NewFault(RuleXLSBroken, "", "", message,
			registry.T("Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nộp lại.", "Open it in Excel or LibreOffice, save it as .xlsx, and file again."))}}
}

// openBIFF reads what the workbook says of all sheets, then the header of the
// chosen one.
func openBIFF(stream io.Reader, limits Limits, opts Options) (Reader, error) {
	b := newBIFF(stream)
	g, err := readGlobals(b)
	if err != nil {
		return nil, err
	}
	fail := func(err error) (Reader, error) { return nil, errors.Join(err, g.texts.close()) }
	chosen, err := g.book.choose(opts.Layer)
	if err != nil {
		return fail(err)
	}
	at := slices.IndexFunc(g.book.sheets, func(s bookSheet) bool { return s == chosen })
	if err := b.skipTo(g.starts[at]); err != nil {
		return fail(err)
	}
	sheet, err := readSheet(b, g)
	if err != nil {
		return fail(err)
	}
	x := &xlsxReader{format: FormatXLS, limits: limits, sheet: sheet}
	if err := x.findHeader(opts.HeaderRow); err != nil {
		return fail(err)
	}
	return x, nil
}

// biffGlobals are the records before the sheets.
type biffGlobals struct {
	book   book
	starts []int64 // of the sheets in the stream
	styles []cellStyle
	texts  *sharedTexts
}

// readGlobals reads to the end of the first substream ([MS-XLS] §2.1.7.20.3).
func readGlobals(b *biff) (_ *biffGlobals, err error) {
	g := &biffGlobals{texts: &sharedTexts{}}
	defer func() {
		if err != nil {
			err = errors.Join(err, g.texts.close())
		}
	}()
	formats := map[uint16]cellStyle{}
	var of []uint16 // the format of each style
	if err := b.next(); err != nil {
		return nil, err
	}
	if version := b.uint16(0); b.id != biffBOF || version != biff8 {
		return nil, refuseFile(RuleFileFormat, "",
			registry.T("Bảng tính theo định dạng cũ hơn Excel 97.", "The workbook is in a format older than Excel 97."),
			registry.T("Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nộp lại.", "Open it in Excel or LibreOffice, save it as .xlsx, and file again."))
	}
	for {
		if err := b.next(); err != nil {
			return nil, err
		}
		switch b.id {
		case biffEOF:
			for _, format := range of {
				style, own := formats[format]
				if !own {
					style = builtInStyle(int(format))
				}
				g.styles = append(g.styles, style)
			}
			return g, nil
		case biffFilePass:
			return nil, refusePassword("")
		case biffDateMode:
			g.book.from1904 = b.uint16(0) == 1
		case biffXF:
			of = append(of, b.uint16(2))
		case biffFormat:
			id := b.uint16(0)
			code, err := b.text(4, int(b.uint16(2)))
			if err != nil {
				return nil, err
			}
			formats[id] = styleOf(code)
		case biffBoundSheet:
			if err := g.addSheet(b); err != nil {
				return nil, err
			}
		case biffSST:
			if err := readSST(b, g.texts); err != nil {
				return nil, err
			}
		}
	}
}

// addSheet reads a BoundSheet8 ([MS-XLS] §2.4.28). Charts and macro sheets are
// left out.
func (g *biffGlobals) addSheet(b *biff) error {
	start, state := int64(b.uint16(0))|int64(b.uint16(2))<<16, b.uint16(4)
	name, err := b.text(7, int(b.uint16(6)&0xff))
	if err != nil || state>>8 != 0 {
		return err
	}
	if len(g.starts) == maxXLSSheets {
		return brokenXLS(fmt.Errorf("more than %d sheets", maxXLSSheets))
	}
	// the number of the sheet tells those of one name apart
	g.book.sheets = append(g.book.sheets, bookSheet{strings.ReplaceAll(name, "\x00", ""), fmt.Sprint(len(g.starts)), state&3 != 0})
	g.starts = append(g.starts, start)
	return nil
}

// maxXLSSheets is more than Excel's memory ever held.
const maxXLSSheets = 4096
