package sharing

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// denmark reads the 10,114 records of a real mast register: one record is one
// operator's station, no site id is given.
func denmark(t *testing.T) []Position {
	t.Helper()
	file, err := os.Open("../../../shared/data/masts-denmark-west/records.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	lat, lon, operator := column("lat"), column("lon"), column("operator")
	operators := map[string]int64{}
	var out []Position
	for i, row := range rows[1:] {
		p := Position{ID: int64(i + 1)}
		if p.Lat, err = strconv.ParseFloat(row[lat], 64); err != nil {
			t.Fatal(err)
		}
		if p.Lon, err = strconv.ParseFloat(row[lon], 64); err != nil {
			t.Fatal(err)
		}
		id, known := operators[row[operator]]
		if !known {
			id = int64(len(operators) + 1)
			operators[row[operator]] = id
		}
		p.Operators = []int64{id}
		out = append(out, p)
	}
	if len(out) != 10_114 || len(operators) != 7 {
		t.Fatalf("%d records of %d operators", len(out), len(operators))
	}
	return out
}

// The numbers were checked once by the brute force of this test at every
// distance; it is repeated here for two.
func TestDenmark(t *testing.T) {
	positions := denmark(t)
	want := []struct {
		m           float64
		shared, all float64
	}{
		{0, 29, 2200},
		{10, 240, 1953},
		{30, 306, 1880},
		{50, 316, 1870},
		{100, 331, 1852},
	}
	var distances []float64
	for _, w := range want {
		distances = append(distances, w.m)
	}
	results, err := Sensitivity(positions, distances)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range want {
		r := results[i]
		t.Logf("%3.0f m: %v of %v positions shared, %.4f %%, mean %.4f tenants", w.m, r.Numerator, r.Denominator, *r.Ratio, *r.MeanTenants)
		if r.Numerator != w.shared || r.Denominator != w.all {
			t.Errorf("at %v m: %v/%v, want %v/%v", w.m, r.Numerator, r.Denominator, w.shared, w.all)
		}
		if w.m != 10 && w.m != 100 {
			continue
		}
		brute := bruteClusters(positions, w.m)
		checkResult(t, r, brute)
		clusters, err := Clusters(positions, w.m)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(brute, clusters); diff != "" {
			t.Errorf("at %v m (-brute +got):\n%s", w.m, diff)
		}
	}
}
