package plan_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
)

func catalogue(t *testing.T) plan.Catalogue {
	t.Helper()
	rows, err := geodata.Table("indicators.csv")
	if err != nil {
		t.Fatal(err)
	}
	definitions, err := geodata.Table("definitions.csv")
	if err != nil {
		t.Fatal(err)
	}
	c, err := plan.ReadCatalogue(rows, definitions)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The 25 codes of domain.md §9 are all there.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	for _, code := range strings.Split("R_BTS_STOCK,R_BTS_NEW,R_POLE,R_DUCT_KM,R_DUCT_MH,R_CROSS,TENANCY,V_MOB,V_LOM,V_FTTH,HH_FTTH,HH_FTTH_READY,"+
		"MBB_SUB,FBB_SUB,SMP_SUB,SMP_ADULT,INET_USER,MBB_SPEED,FBB_SPEED,TSLCD,POP_4G5G,MASTS,UG_KM,QCVN8_VALID,TIDY_KM", ",") {
		if c.Find(code) == nil {
			t.Errorf("%s is missing", code)
		}
	}
	for _, code := range []string{"MBB_SUB", "FBB_SUB"} {
		if u := c.Find(code).Unit; u != plan.Per100 {
			t.Errorf("%s is in %s: so many per 100 inhabitants is not a per cent", code, u)
		}
	}
}

// The five plans read, with as many targets as domain.md §8.2 has cells for them.
func TestShippedPlans(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	files, err := fs.Glob(geodata.Files, "plans/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	targets := map[string]int{}
	doubts := map[string]int{}
	for _, name := range files {
		f, err := geodata.Files.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := plan.Read(f, c)
		f.Close()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := "plans/" + p.Code + ".yaml"; name != want {
			t.Errorf("%s holds the plan %s", name, p.Code)
		}
		targets[p.Code] = len(p.Targets)
		for _, target := range p.Targets {
			if target.Doubt.VI != "" {
				doubts[p.Code]++
			}
			if target.Value == nil && target.Doubt.VI == "" {
				t.Errorf("%s, %s: no number, and no word why", p.Code, target.Indicator)
			}
		}
	}
	if diff := cmp.Diff(map[string]int{"hd-2023": 23, "qng-2022": 16, "nb-2023": 11, "dn-2023": 19, "th-2023": 11}, targets); diff != "" {
		t.Errorf("targets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"hd-2023": 3, "qng-2022": 4, "nb-2023": 6, "dn-2023": 4, "th-2023": 2}, doubts); diff != "" {
		t.Errorf("doubts (-want +got):\n%s", diff)
	}
}

func TestPlansRefused(t *testing.T) {
	t.Parallel()
	const head = "code: x\ntitle: {vi: a, en: b}\nfrom: 2023\nto: 2025\n"
	for _, c := range []struct{ name, yaml, want string }{
		{"unknown field", head + "colour: red\n", "line 5"},
		{"unknown indicator", head + "targets: [{indicator: R_BSS, printed: x}]\n", `target 1: indicator "R_BSS"`},
		{"not said", head + "targets: [{indicator: R_POLE}]\n", "what the plan prints"},
		{"no number", head + "targets: [{indicator: R_POLE, printed: x, value: 1e9}]\n", "not a number"},
		{"no per cent", head + "targets: [{indicator: R_POLE, printed: x, value: '101'}]\n", "no per cent"},
		{"comparator", head + "targets: [{indicator: R_POLE, printed: x, comparator: '<>'}]\n", "comparator"},
		{"baseline", head + "targets: [{indicator: R_POLE, printed: x, baseline: '3'}]\n", "baseline needs its day"},
		{"day", head + "issued_on: 31/02/2023\n", "issued_on"},
		{"task", head + "tasks: [{title: {vi: a, en: b}}]\n", "task 1"},
		{"nothing", "", "cannot be read"},
	} {
		if _, err := plan.Read(strings.NewReader(c.yaml), catalogue(t)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}
