package demo

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bare takes the kind off a unit's name: "Phường Minh Khai" is "Minh Khai".
func bare(name string) string {
	for _, kind := range []string{"Phường ", "Xã ", "Đặc khu "} {
		if rest, ok := strings.CutPrefix(name, kind); ok {
			return rest
		}
	}
	return name
}

// within gives a name as it is written inside a sentence or after another word:
// its kind in lower case, "UBND phường Minh Khai".
func within(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}
