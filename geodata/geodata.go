// Package geodata holds what the program ships as data: code lists,
// technologies with their sunset, service radii, and the name lists of the demo
// province. A province changes its copy in the database, not this.
package geodata

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
)

// Files are the shipped tables, CSV with a header each, and the plans.
//
//go:embed *.csv plans/*.yaml
var Files embed.FS

// Table reads a shipped CSV file as one map a row, keyed by the header.
func Table(name string) ([]map[string]string, error) {
	f, err := fs.FS(Files).Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("geodata/%s: %w", name, err)
	}
	out := make([]map[string]string, 0, len(rows))
	for _, row := range rows[1:] {
		m := make(map[string]string, len(row))
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out, nil
}

// ProvinceName gives the name a province's code has had since 2025-07-01 (QĐ
// 19/2025/QĐ-TTg), or a name that shows the code when it is not one of them.
func ProvinceName(code string) (string, error) {
	rows, err := Table("provinces.csv")
	if err != nil {
		return "", err
	}
	for _, row := range rows {
		if row["code"] == code {
			return row["name"], nil
		}
	}
	return "Tỉnh, thành phố mã " + code, nil
}
