package registry

import "strings"

// formulaSigns are what a cell begins with that a spreadsheet takes for a formula and
// works out, whatever it was meant to be (OWASP, CSV injection).
const formulaSigns = "=+-@"

// MayBeFormula says whether a spreadsheet that opens a CSV may work out a text. A
// phone number or a dash is none.
func MayBeFormula[S ~string | ~[]byte](s S) bool {
	if len(s) == 0 || strings.IndexByte(formulaSigns+"'", s[0]) < 0 {
		return false
	}
	text := strings.TrimLeft(string(s), "'")
	switch {
	case text == "" || strings.IndexByte(formulaSigns, text[0]) < 0:
		return false
	case len(text) < len(s): // has the mark of one, and gets another to keep it
		return true
	}
	return text[0] == '=' || text[0] == '@' || strings.Trim(text, "+-0123456789 .,()") != ""
}

// PlainCell gives the text of a cell that was written with an apostrophe before it,
// for it could be taken for a formula; any other as it is.
func PlainCell(cell string) string {
	if strings.HasPrefix(cell, "'") && MayBeFormula(cell) {
		return cell[1:]
	}
	return cell
}
