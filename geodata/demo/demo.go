// Package demo holds the names the made-up sample province (dữ liệu mẫu) is
// built from: plausible Vietnamese names of communes, villages, streets, rivers
// and people, one a line, UTF-8 NFC; and its plan, with what was reported of it
// year by year. They name nothing real on purpose; any likeness to an existing
// place or person is chance.
package demo

import (
	"bytes"
	"embed"
	"encoding/csv"
	"strings"
)

//go:embed *.txt plan.yaml reported.csv
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

// Plan is the plan of the province, as YAML (package plan), and Reported the
// table of what was reported of its indicators, a map a row: a value is a
// percentage "of" something that is counted of the province, or two counts.
var (
	Plan     = file("plan.yaml")
	Reported = table("reported.csv")
)

// lines reads an embedded list; a missing one is a mistake of this package and
// panics when the program starts.
func lines(name string) []string {
	return strings.Split(strings.TrimSpace(string(file(name))), "\n")
}

// table reads an embedded CSV file with a header, as lines does a list.
func table(name string) (rows []map[string]string) {
	all, err := csv.NewReader(bytes.NewReader(file(name))).ReadAll()
	if err != nil {
		panic(err)
	}
	for _, row := range all[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[all[0][i]] = cell
		}
		rows = append(rows, m)
	}
	return rows
}

func file(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return b
}
