// Package report makes the documents that go back to who files: the templates to
// fill in ([Template]), the filer's own workbook with its errors marked
// ([Marked]), and the receipt ([Receipt]).
//
// It knows nouns and coordinates and nothing of files read or stored: it writes
// to an io.Writer what it is given.
package report

import "github.com/hatangso/hatangso/internal/registry"

// Lang is the language of what people read; a sheet's own column names stay.
type Lang string

const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// of gives a text in the language, Vietnamese for any that is not English.
func (l Lang) of(t registry.Text) string {
	if l == English && t.EN != "" {
		return t.EN
	}
	return t.VI
}
