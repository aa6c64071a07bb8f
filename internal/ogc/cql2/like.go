package cql2

import "strings"

// Marks stand for the wildcards of a pattern while the text around them is
// folded. They are of the private use area: no text of a filter holds them.
const (
	AnyMark = '\uE000' // for %, any characters
	OneMark = '\uE001' // for _, one character
)

// Marked gives a pattern of LIKE as plain text with marks for its wildcards: %
// and _ that no backslash stands before. A backslash before anything else, or
// at the end, stands for itself.
func Marked(pattern string) string {
	var b strings.Builder
	escaped := false
	for _, r := range pattern {
		switch {
		case escaped:
			if r != '%' && r != '_' && r != '\\' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '%':
			b.WriteRune(AnyMark)
		case r == '_':
			b.WriteRune(OneMark)
		default:
			b.WriteRune(r)
		}
	}
	if escaped {
		b.WriteByte('\\')
	}
	return b.String()
}
