package postgres_test

import (
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func succession(oldCode, oldName, newCode, newName string, whole bool) registry.Succession {
	return registry.Succession{OldLevel: registry.CommuneLevel, NewLevel: registry.CommuneLevel, OldCode: oldCode, OldName: oldName, OldProvince: "30",
		NewCode: newCode, NewName: newName, NewProvince: "31", Whole: whole}
}

func TestImportSuccessors(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	known := r.commune("10525", "Phường Hải Dương", 106, 20, 107, 21, func(u *registry.Unit) { u.ValidFrom = dayPtr("2025-07-01") })
	list := []registry.Succession{
		succession("10525", "Phường Trần Hưng Đạo", "10525", "Phường Hải Dương", true), // one code, two units
		succession("10528", "Phường Quang Trung", "10525", "Phường Hải Dương", true),
		succession("10570", "Xã Cộng Hòa", "10525", "Phường Hải Dương", false),
		succession("10570", "Xã Cộng Hòa", "10570", "Phường Trần Hưng Đạo", false),
	}
	for _, step := range []struct {
		name   string
		dryRun bool
		want   postgres.SuccessorResult
		stored int
	}{
		{"tried", true, postgres.SuccessorResult{Read: 4, Units: 4, Created: 4}, 0},
		{"loaded", false, postgres.SuccessorResult{Read: 4, Units: 4, Created: 4}, 4},
		{"loaded again", false, postgres.SuccessorResult{Read: 4, Same: 4}, 4},
	} {
		got, err := r.db.ImportSuccessors(t.Context(), tester, list, day("2025-07-01"), step.dryRun)
		if err != nil || got != step.want {
			t.Errorf("%s: %+v, %v, want %+v", step.name, got, err, step.want)
		}
		if n := one[int](r, `SELECT count(*) FROM unit_successor`); n != step.stored {
			t.Errorf("%s: %d links are stored", step.name, n)
		}
	}
	links := column[string](r, `SELECT concat_ws(' ', o.name, o.valid_to, o.unit_kind, '→', n.name, n.valid_from, s.share, s.method)
		FROM unit_successor s JOIN unit o ON o.id = s.old_id JOIN unit n ON n.id = s.new_id ORDER BY o.code, n.code`)
	if diff := differ([]string{
		"Phường Trần Hưng Đạo 2025-07-01 phuong → Phường Hải Dương 2025-07-01 1 declared whole",
		"Phường Quang Trung 2025-07-01 phuong → Phường Hải Dương 2025-07-01 1 declared whole",
		"Xã Cộng Hòa 2025-07-01 xa → Phường Hải Dương 2025-07-01 declared partial",
		"Xã Cộng Hòa 2025-07-01 xa → Phường Trần Hưng Đạo 2025-07-01 declared partial",
	}, links); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := one[int](r, `SELECT count(DISTINCT new_id) FROM unit_successor WHERE new_id = $1`, known); n != 1 {
		t.Error("the registered unit was made again")
	}
	_, err := r.db.ImportSuccessors(t.Context(), registry.Anonymous, list, day("2025-07-01"), false)
	wantCode(t, err, registry.CodeForbidden)
}

func TestImportAll(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	if empty, err := r.db.Empty(t.Context(), tester); err != nil || !empty {
		t.Errorf("a new register: %t, %v", empty, err)
	}
	batches := func(height float64) []registry.Batch {
		return []registry.Batch{
			{Noun: registry.OrganizationNoun, Rows: rowsOf(registry.OrganizationNoun, nil, row(&registry.Organization{Code: "VNPT", Name: "VNPT", Kind: "operator"}))},
			{Noun: registry.UnitNoun, Rows: rowsOf(registry.UnitNoun, unitFile, communeRow("1", "Phường Đông", box(106, 20, 107, 21)))},
			{Noun: registry.PoleNoun, Rows: poleRows(nil, pole("P", 106.5, 20.5, func(p *registry.Pole) { p.Owner, p.HeightM = ptr("VNPT"), &height }))},
		}
	}
	var told []string
	err := r.db.ImportAll(t.Context(), tester, batches(-1), func(n *registry.Noun, result postgres.ImportResult) { told = append(told, n.Name) })
	if faults := wantCode(t, err, registry.CodeInvalid).Faults; len(faults) != 1 || faults[0].Rule != "number.range" {
		t.Errorf("%+v", faults)
	}
	if len(told) != 2 || one[int](r, `SELECT count(*) FROM change`) != 0 {
		t.Errorf("a refused load told of %v and left %d changes", told, one[int](r, `SELECT count(*) FROM change`))
	}
	if err := r.db.ImportAll(t.Context(), tester, batches(7), nil); err != nil {
		t.Fatal(err)
	}
	if c := r.get(registry.PoleNoun, one[int64](r, `SELECT id FROM asset`)).(*registry.Pole); *c.CommuneCode != "1" || *c.Owner != "VNPT" {
		t.Errorf("%+v", c)
	}
	if empty, err := r.db.Empty(t.Context(), tester); err != nil || empty {
		t.Errorf("a loaded register: %t, %v", empty, err)
	}
}
