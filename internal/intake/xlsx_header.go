package intake

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// headerSearchRows is how many rows from the top may hold the header.
const headerSearchRows = 30

// findHeader reads the names of the columns from the row the filer names, or
// from the first row that looks like a header: of the rows at the top it is the
// first that has at least two texts and at least half as many as the row that
// has the most, and no fewer texts than numbers. The title of a form is one
// cell over several columns and its remarks are one or two; the names of the
// columns fill the row.
//
// A row below the header that numbers the columns, (1) (2) (3), is passed over.
func (x *xlsxReader) findHeader(number int) error {
	var top []sheetRow
	for len(top) < headerSearchRows || number > 0 {
		var row sheetRow
		err := x.sheet.next(&row)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if number > 0 && row.number < number {
			continue
		}
		top = append(top, row)
		if number > 0 {
			break
		}
	}
	at := headerAmong(top)
	if number > 0 {
		at = -1
		if len(top) > 0 && top[0].number == number && !top[0].blank() {
			at = 0
		}
	}
	if at < 0 {
		return refuseFile(RuleXLSXHeader, "",
			registry.T("Không thấy dòng tiêu đề của trang tính.", "No header row was found on the sheet."),
			registry.Tf("Ghi tên các cột trên một trong %d dòng đầu, hoặc chỉ rõ dòng tiêu đề bằng --header-row.",
				"Write the names of the columns on one of the first %d rows, or name the row with --header-row.", headerSearchRows))
	}
	header, rest := top[at], top[at+1:]
	if len(rest) > 0 && numbersColumns(rest[0]) {
		rest = rest[1:]
	}
	x.ahead = rest
	return x.readHeader(header)
}

// headerAmong gives the index of the row that looks like a header, -1 when none
// does.
func headerAmong(rows []sheetRow) int {
	most := 0
	count := func(row sheetRow) (texts, others int) {
		for _, c := range row.cells {
			switch {
			case strings.TrimSpace(c.text) == "":
			case c.kind == kindText && !isNumberText(c.text):
				texts++
			default:
				others++
			}
		}
		return texts, others
	}
	for _, row := range rows {
		if texts, others := count(row); texts >= others {
			most = max(most, texts)
		}
	}
	for i, row := range rows {
		if texts, others := count(row); texts > 0 && texts >= others && 2*texts >= most && (texts >= 2 || most < 2) {
			return i
		}
	}
	return -1
}

func isNumberText(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}

// numbersColumns says whether a row counts the columns.
func numbersColumns(row sheetRow) bool {
	last := 0
	for _, c := range row.cells {
		n, err := strconv.Atoi(strings.Trim(strings.TrimSpace(c.text), "()[]"))
		if err != nil || n != last+1 {
			return false
		}
		last = n
	}
	return last >= 3
}

// readHeader takes the names of the columns from a row.
func (x *xlsxReader) readHeader(header sheetRow) error {
	x.column = map[int]int{}
	seen := map[string]string{}
	for _, c := range header.cells {
		name := headingName(c.text)
		key := vnname.Key(name)
		if name == "" || key == "" {
			continue
		}
		if len(name) > x.limits.KeyBytes {
			return refuseSize(RuleLimitKey,
				registry.Tf("Tên cột %s dài hơn %d byte.", "The name of column %s is longer than %d bytes.", letters(c.column), x.limits.KeyBytes),
				registry.T("Rút ngắn tên cột.", "Shorten the name."))
		}
		if first, ok := seen[key]; ok {
			f := registry.NewFault(RuleCSVHeaderDuplicate, name, name,
				registry.Tf("Cột %s và cột %s cùng tên “%s”.", "Columns %s and %s have the same name “%s”.", first, letters(c.column), name),
				registry.T("Đổi tên hoặc bỏ một trong hai cột.", "Rename or remove one of the two."))
			f.Row = header.number
			return registry.Invalid([]registry.Fault{f})
		}
		seen[key] = letters(c.column)
		x.column[c.column] = len(x.names.names)
		x.names.add(name)
		if len(x.names.names) > x.limits.Columns {
			return sheetTooWide(x.limits.Columns)
		}
	}
	return nil
}

// letters gives the letters of a column, from 0: A, B, …, Z, AA.
func letters(column int) string {
	var out []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		out = append([]byte{byte('A' + (n-1)%26)}, out...)
	}
	return string(out)
}
