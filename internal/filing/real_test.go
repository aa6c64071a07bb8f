package filing_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// fileReal files a file of ../shared/data as the department's own, and gives how
// often each rule is broken in each column; every finding must explain itself.
func (d *desk) fileReal(n *registry.Noun, choices registry.FilingChoices, path ...string) (registry.Filing, map[string]int64) {
	d.Helper()
	name := filepath.Join(append([]string{pgtest.SharedData(d.T)}, path...)...)
	content, err := os.ReadFile(name)
	if err != nil {
		d.Fatal(err)
	}
	f := d.file(officer, n, filepath.Base(name), string(content), choices)
	d.rules(f.ID)
	groups, err := d.DB.FindingGroups(d.Context(), officer, f.ID)
	if err != nil {
		d.Fatal(err)
	}
	broken := map[string]int64{}
	for _, g := range groups {
		broken[g.Column+": "+g.Rule] = g.Count
		d.Logf("%s %s ×%d: dòng %d, %q: %s %s", g.Tier, g.Rule, g.Count, g.First.Row, g.First.Value, g.First.Message.VI, g.First.Mend.VI)
	}
	return f, broken
}

// TestTheCommunePopulationsThroughTheDoor files a table with "đang cập nhật" for
// numbers and a code that is not the official one.
func TestTheCommunePopulationsThroughTheDoor(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	f, broken := d.fileReal(registry.UnitNoun, registry.FilingChoices{
		Columns:   map[string]string{"code": "maxa", "name": "tenhc", "population": "dansonguoi", "area_km2": "dientichkm2", "unit_kind": "loai"},
		Constants: map[string]string{"level": "commune", "valid_from": "2025-07-01"},
	}, "vn-communes-2025", "population-2025-07-17.csv")
	if f.Counts.Rows != 3321 || broken["dansonguoi: field.type"] != 66 || f.Counts.New != 3321-f.Counts.Refused {
		t.Errorf("%+v\n%v", f.Counts, broken)
	}
}

// TestTheOfficeListsThroughTheDoor files the statistics office's own lists, binary
// workbooks of before 2007.
func TestTheOfficeListsThroughTheDoor(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	f, broken := d.fileReal(registry.UnitNoun, registry.FilingChoices{
		Columns:   map[string]string{"code": "Mã PX", "name": "Phường Xã", "unit_kind": "Cấp", "level": ""},
		Constants: map[string]string{"level": "commune", "valid_to": "2025-07-01"},
	}, "gso-xls", "Danh sách quận huyện phường xã thuộc Tỉnh Hải Dương.xls")
	if f.Counts == nil || f.Counts.Rows != 235 || f.Counts.New != 235 || len(broken) > 0 {
		t.Errorf("%s %+v %v\n%v", f.State, f.Counts, f.Faults, broken)
	}
}

// TestTheDanishRegisterThroughTheDoor files 10,114 stations of a public register:
// none knows its site, so each position makes one when it is taken.
func TestTheDanishRegisterThroughTheDoor(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	in, err := os.Open(filepath.Join(pgtest.SharedData(t), "masts-denmark-west", "records.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	records, err := csv.NewReader(in).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var operators []string
	for _, r := range records[1:] {
		if !slices.Contains(operators, r[5]) {
			operators = append(operators, r[5])
			d.create(&registry.Organization{Code: r[5], Name: r[5], Kind: "operator"})
		}
	}
	f, broken := d.fileReal(registry.StationNoun, registry.FilingChoices{}, "masts-denmark-west", "records.csv")
	if f.Counts.Rows != int64(len(records)-1) || f.Counts.Refused+f.Counts.New != f.Counts.Rows || f.Counts.New < f.Counts.Rows*9/10 {
		t.Errorf("%s %+v\n%v", f.State, f.Counts, broken)
	}
	if f.State != registry.FilingToVerify {
		t.Fatalf("%s %v", f.State, broken)
	}
	groups, err := d.DB.FindingGroups(t.Context(), officer, f.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range groups {
		if f, err = d.DB.Verify(t.Context(), officer, f.ID, 0, postgres.Verification{Rule: g.Rule, Reason: "sổ nước ngoài"}); err != nil {
			t.Fatal(err)
		}
	}
	if f, err = d.DB.AcceptFiling(t.Context(), officer, f.ID, 0, ""); err != nil {
		t.Fatal(err)
	}
	if f = d.work(officer, f.ID, postgres.ApplyTask); f.State != registry.FilingAccepted {
		t.Fatalf("%s %v", f.State, f.Faults)
	}
}
