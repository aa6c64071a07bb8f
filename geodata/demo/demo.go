// Package demo holds the names the made-up sample province (dữ liệu mẫu) is
// built from: plausible Vietnamese names of communes, villages, streets, rivers
// and people, one a line, UTF-8 NFC. They name nothing real on purpose; any
// likeness to an existing place or person is chance.
package demo

import (
	"embed"
	"strings"
)

//go:embed *.txt
var files embed.FS

// Lists of names. A list holds each name once, in a fixed order.
var (
	Wards            = lines("wards.txt")             // phường, without the word
	Communes         = lines("communes.txt")          // xã of the plain
	HighlandCommunes = lines("highland-communes.txt") // xã of the hills
	Villages         = lines("villages.txt")          // thôn and khu phố
	HighlandVillages = lines("highland-villages.txt") // bản
	Districts        = lines("districts.txt")         // huyện, thị xã of before 2025-07-01
	Streets          = lines("streets.txt")
	Rivers           = lines("rivers.txt")
	Surnames         = lines("surnames.txt")
	GivenNames       = lines("given-names.txt") // middle and given name
)

// lines reads an embedded list; a missing one is a mistake of this package and
// panics when the program starts.
func lines(name string) []string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n")
}
