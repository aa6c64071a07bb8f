package cql2

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

type tokenKind int

const (
	end    tokenKind = iota
	word             // an unquoted name or keyword
	quoted           // a name in double quotes
	text             // a text literal
	number           // without its sign
	symbol           // an operator, bracket or comma
)

type token struct {
	kind tokenKind
	// is is a name or text without its quotes, else the token as written.
	is string
	// upper is a word in capitals, for keywords.
	upper string
	place place
}

// shown is the token as a message quotes it.
func (t token) shown() string {
	switch t.kind {
	case quoted:
		return `"` + t.is + `"`
	case text:
		return "'" + t.is + "'"
	}
	return t.is
}

// lexer cuts a text into tokens.
type lexer struct {
	rest string
	char int // 1-based, of the first of rest
}

var (
	aClosingQuote = registry.T("dấu nháy đóng", "the closing quote")
	aDigit        = registry.T("chữ số", "a digit")
)

// identifierStart and identifierPart are the characters of a name that needs no
// quotes (rules identifierStart and identifierPart).
func identifierStart(r rune) bool { return r == ':' || r == '_' || unicode.In(r, starts) }

func identifierPart(r rune) bool {
	return identifierStart(r) || r == '.' || '0' <= r && r <= '9' || 0x300 <= r && r <= 0x36F || r == 0x203F || r == 0x2040
}

var starts = &unicode.RangeTable{
	R16: []unicode.Range16{
		{'A', 'Z', 1}, {'a', 'z', 1}, {0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x2FF, 1}, {0x370, 0x37D, 1}, {0x37F, 0x1FFE, 1},
		{0x200C, 0x200D, 1}, {0x2070, 0x218F, 1}, {0x2C00, 0x2FEF, 1}, {0x3001, 0xD7FF, 1}, {0xF900, 0xFDCF, 1}, {0xFDF0, 0xFFFD, 1},
	},
	R32: []unicode.Range32{{0x10000, 0xEFFFF, 1}},
}

// isName says whether a name needs no quotes.
func isName(s string) bool {
	for i, r := range s {
		if i == 0 && !identifierStart(r) || !identifierPart(r) {
			return false
		}
	}
	return s != "" && !reserved[strings.ToUpper(s)]
}

// reserved are the words that are no names without quotes.
var reserved = map[string]bool{
	"AND": true, "OR": true, "NOT": true, "LIKE": true, "BETWEEN": true, "IN": true, "IS": true, "NULL": true,
	"TRUE": true, "FALSE": true, "DIV": true,
}

// take cuts n bytes off the rest.
func (l *lexer) take(n int) string {
	s := l.rest[:n]
	l.rest = l.rest[n:]
	l.char += utf8.RuneCountInString(s)
	return s
}

// while gives how many bytes of s, from the first on, hold characters that are in.
func while(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// next cuts the next token off.
func (l *lexer) next() (token, error) {
	l.take(while(l.rest, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }))
	t := token{place: place{char: l.char}}
	if l.rest == "" {
		return t, nil
	}
	first, size := utf8.DecodeRuneInString(l.rest)
	switch {
	case identifierStart(first):
		t.kind, t.is = word, l.take(while(l.rest, identifierPart))
		t.upper = strings.ToUpper(t.is)
		t.is = vnname.NFC(t.is)
		return t, t.place.checkText(t.is)
	case first == '"' || first == '\'':
		return l.between(byte(first), t)
	case isDigit(first) || first == '.' && len(l.rest) > 1 && isDigit(rune(l.rest[1])):
		n, err := l.digits()
		t.kind, t.is = number, l.take(n)
		return t, err
	}
	t.kind = symbol
	for _, two := range []string{"<>", "<=", ">="} {
		if strings.HasPrefix(l.rest, two) {
			t.is = l.take(2)
			return t, nil
		}
	}
	t.is = l.take(size)
	return t, nil
}

// between reads a quoted name or a text literal.
func (l *lexer) between(quote byte, t token) (token, error) {
	t.kind = text
	if quote == '"' {
		t.kind = quoted
	}
	var b strings.Builder
	i := 1
	for ; i < len(l.rest); i++ {
		c := l.rest[i]
		if i+1 < len(l.rest) {
			escaped := c == quote && l.rest[i+1] == quote ||
				quote == '\'' && c == '\\' && (l.rest[i+1] == '\\' || l.rest[i+1] == '\'')
			if escaped {
				i++
				b.WriteByte(l.rest[i])
				continue
			}
		}
		if c == quote {
			l.take(i + 1)
			t.is = vnname.NFC(b.String())
			return t, t.place.checkText(t.is)
		}
		b.WriteByte(c)
	}
	return t, place{char: l.char + utf8.RuneCountInString(l.rest)}.expected("", aClosingQuote)
}

// digits gives the length of the number at the head.
func (l *lexer) digits() (int, error) {
	s := l.rest
	n := while(s, isDigit)
	if n < len(s) && s[n] == '.' {
		n++
		n += while(s[n:], isDigit)
	}
	if n < len(s) && (s[n] == 'e' || s[n] == 'E') {
		n++
		if n < len(s) && (s[n] == '+' || s[n] == '-') {
			n++
		}
		exponent := while(s[n:], isDigit)
		if exponent == 0 {
			found := ""
			if n < len(s) {
				r, _ := utf8.DecodeRuneInString(s[n:])
				found = string(r)
			}
			return n, place{char: l.char + n}.expected(found, aDigit)
		}
		n += exponent
	}
	return n, nil
}

// checkText refuses a text or name the database could not hold.
func (p place) checkText(s string) error {
	if utf8.RuneCountInString(s) > MaxTextChars {
		return p.overLimit("văn bản dài quá %d ký tự.", "a text is longer than %d characters.", MaxTextChars)
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r == 0 || r == AnyMark || r == OneMark }) {
		return p.refuse(ruleCharacter, strings.ToValidUTF8(s, "�"), registry.T("có ký tự không hợp lệ.", "it holds an invalid character."),
			registry.T("Ghi văn bản UTF-8, không có ký tự điều khiển.", "Give UTF-8 text without control characters."))
	}
	return nil
}
