package vnname

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const sharedData = "../../../shared/data"

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sharedData, path))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

// merges is the graph from the communes of today to those before 2025-07-01.
type merges struct {
	Data []struct {
		Name    string
		Level2s []struct {
			ID     string `json:"level2_id"`
			Name   string
			Merges []struct{ Name string }
		}
	}
}

func readMerges(t *testing.T) (m merges) {
	t.Helper()
	readJSON(t, "vn-commune-successors/merges.json", &m)
	return m
}

// namesByCode gives the names of today's communes as merges.json writes them
// and as splits.json, of the same project, does.
func namesByCode(t *testing.T) (inMerges, inSplits map[string]string) {
	t.Helper()
	inMerges, inSplits = map[string]string{}, map[string]string{}
	for _, p := range readMerges(t).Data {
		for _, c := range p.Level2s {
			inMerges[c.ID] = c.Name
		}
	}
	var splits struct {
		Data []struct {
			Level3s []struct {
				Splits []struct {
					ID   string `json:"new_id"`
					Name string
				}
			}
		}
	}
	readJSON(t, "vn-commune-successors/splits.json", &splits)
	for _, p := range splits.Data {
		for _, c := range p.Level3s {
			for _, s := range c.Splits {
				if _, seen := inSplits[s.ID]; !seen {
					inSplits[s.ID] = s.Name
				}
			}
		}
	}
	return inMerges, inSplits
}

// TestCommunesJoinByKey joins real lists of communes that were typed by
// different hands. The same unit has the same code in both, so the codes say
// which names ought to be equal.
func TestCommunesJoinByKey(t *testing.T) {
	t.Parallel()
	today, inSplits := namesByCode(t)
	boundaries := map[string]string{}
	files, err := filepath.Glob(filepath.Join(sharedData, "vn-communes-2025", "*.geojson"))
	if err != nil || len(files) != 5 {
		t.Fatalf("%d boundary files, %v", len(files), err)
	}
	for _, f := range files {
		var c struct {
			Features []struct {
				Properties struct{ Code, FullName string }
			}
		}
		readJSON(t, filepath.Join("vn-communes-2025", filepath.Base(f)), &c)
		for _, f := range c.Features {
			boundaries[f.Properties.Code] = f.Properties.FullName
		}
	}
	for _, c := range []struct {
		name string
		list map[string]string
		want joined
	}{
		// Tone placement, stray spaces, letter case and apostrophes are all that
		// differs: Key joins every one.
		{"two files of one project", inSplits, joined{both: 3316, raw: 3284, byKey: 3316, byName: 3316}},
		// The ten left are no spelling: those communes of Đồng Nai became wards
		// on 2026-04-30 (NQ 237/NQ-UBTVQH16), under the same code and name.
		{"boundaries of five provinces", boundaries, joined{both: 600, raw: 570, byKey: 590, byName: 600}},
	} {
		var got joined
		for code, name := range c.list {
			if other, ok := today[code]; ok {
				got.count(name, other)
			}
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// joined counts the units in both lists and those whose names are equal: as
// written, by Key, and by Key without the kind.
type joined struct{ both, raw, byKey, byName int }

func (j *joined) count(a, b string) {
	j.both++
	if a == b {
		j.raw++
	}
	if Key(a) == Key(b) {
		j.byKey++
	}
	_, a = StripPrefix(a)
	_, b = StripPrefix(b)
	if Key(a) == Key(b) {
		j.byName++
	}
}

// TestOldCommunesJoinByKey joins the names of the communes before 2025-07-01
// from two sources without a common code: the successor graph, and the prose
// "Xã A, Phường B (phần còn lại …)" of the population list. Both say which old
// communes made up a new one, so an old name is looked up among those only.
func TestOldCommunesJoinByKey(t *testing.T) {
	t.Parallel()
	type unit struct{ province, name string }
	oldRaw, oldKey := map[unit]map[string]bool{}, map[unit]map[string]bool{}
	for _, p := range readMerges(t).Data {
		_, province := StripPrefix(p.Name)
		for _, c := range p.Level2s {
			u := unit{Key(province), Key(c.Name)}
			oldRaw[u], oldKey[u] = map[string]bool{}, map[string]bool{}
			for _, o := range c.Merges {
				oldRaw[u][o.Name] = true
				oldKey[u][Key(o.Name)] = true
			}
		}
	}
	f, err := os.Open(filepath.Join(sharedData, "vn-communes-2025", "population-2025-07-17.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	parenthesis := regexp.MustCompile(`\s*\([^()]*\)`)
	units, names, raw, byKey := 0, 0, 0, 0
	for _, row := range rows[1:] {
		_, province := StripPrefix(row[3])
		u := unit{Key(province), Key(row[4] + " " + row[5])}
		if oldKey[u] == nil || row[12] == "Không sáp nhập" {
			continue
		}
		units++
		for name := range strings.SplitSeq(parenthesis.ReplaceAllString(row[12], ""), ", ") {
			names++
			if oldRaw[u][name] {
				raw++
			}
			if oldKey[u][Key(name)] {
				byKey++
			}
		}
	}
	// Key joins 425 more than raw strings do. The rest differ in fact: other spellings (Quí, Quý; Ea Trol, Eatrol),
	// another kind, mistakes.
	if units != 3191 || names != 10433 || raw != 9793 || byKey != 10218 {
		t.Errorf("%d new communes, %d old names, %d equal raw, %d by Key", units, names, raw, byKey)
	}
}
