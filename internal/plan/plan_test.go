package plan_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/geodata"
	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

func catalogue(t *testing.T) plan.Catalogue {
	t.Helper()
	c, err := plan.ReadCatalogue(geodata.Table)
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
		text, err := fs.ReadFile(geodata.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := plan.Read(text, c)
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

// Every fault of a plan is told at once, with its line and its pointer.
func TestPlansRefused(t *testing.T) {
	t.Parallel()
	const head = "code: x\ntitle: {vi: a, en: b}\nfrom: 2023\nto: 2025\n"
	for _, c := range []struct {
		name, yaml string
		want       []string // rule, line, pointer
	}{
		{"unknown field", head + "colour: red\n", []string{"plan.field 5 "}},
		{"unknown indicator, nothing said", head + "targets:\n- {indicator: R_BSS, printed: x}\n- {indicator: R_POLE}\n",
			[]string{"plan.indicator 6 /targets/0/indicator", "plan.required 7 /targets/1/printed"}},
		{"numbers", head + "targets:\n- {indicator: R_POLE, printed: x, value: 1e9}\n- {indicator: R_POLE, printed: x, value: '101'}\n- {indicator: R_POLE, printed: x, value: '1,000'}\n",
			[]string{"plan.number 6 /targets/0/value", "plan.percent 7 /targets/1/value", "plan.number 8 /targets/2/value"}},
		{"choices", head + "targets: [{indicator: R_POLE, printed: x, comparator: '<>', cohort: old}]\n",
			[]string{"plan.comparator 5 /targets/0/comparator", "plan.cohort 5 /targets/0/cohort"}},
		{"baseline", head + "targets: [{indicator: R_POLE, printed: x, baseline: '3'}]\n", []string{"plan.baseline 5 /targets/0/baseline_on"}},
		{"days", head + "issued_on: 31/02/2023\nunit_on: 2023-01-01\n", []string{"plan.day 5 /issued_on", "plan.unit 0 /unit"}},
		{"task", head + "tasks: [{title: {en: b}}]\n", []string{"plan.required 5 /tasks/0/title/vi", "plan.required 5 /tasks/0/lead"}},
		{"years", "code: x\ntitle: {vi: a}\nfrom: 2026\nto: 2025\n", []string{"plan.years 4 /to"}},
		{"half", "code: x", []string{"plan.required 0 /title/vi", "plan.required 0 /from", "plan.required 0 /to"}},
		{"nothing", "", []string{"plan.yaml 0 "}},
		{"no YAML", "code: [", []string{"plan.yaml 1 "}},
	} {
		_, err := plan.Read([]byte(c.yaml), catalogue(t))
		var refused *registry.Error
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, f := range refused.Faults {
			got = append(got, fmt.Sprintf("%s %d %s", f.Rule, f.Row, f.Pointer))
			if f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" {
				t.Errorf("%s: %s is not told in both languages", c.name, f.Rule)
			}
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if _, err := plan.Read(make([]byte, plan.MaxPlanBytes+1), nil); registry.CodeOf(err) != registry.CodeTooLarge {
		t.Errorf("too large: %v", err)
	}
}

// A plan is the same after it was written and read again, and what was edited is
// told: which target, which field, from what to what.
func TestComparePlans(t *testing.T) {
	t.Parallel()
	c := catalogue(t)
	text, err := fs.ReadFile(geodata.Files, "plans/hd-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	was, err := plan.Read(text, c)
	if err != nil {
		t.Fatal(err)
	}
	if text, err = was.Draft().YAML(); err != nil {
		t.Fatal(err)
	}
	now, err := plan.Read(text, c)
	if err != nil {
		t.Fatal(err)
	}
	if changes := plan.Compare(was, now); len(changes) > 0 || was.Tag() != now.Tag() {
		t.Errorf("written and read again it differs: %v", changes)
	}
	now.Number, now.Targets[3].Printed = "5000/KH-UBND", "trên 85 %"
	now.Targets = now.Targets[:len(now.Targets)-1]
	now.Tasks[0], now.Tasks[1] = now.Tasks[1], now.Tasks[0]
	var got []string
	for _, d := range plan.Compare(was, now) {
		got = append(got, strings.Join([]string{d.Part, d.Kind, d.Of, d.Field.EN, d.Was, d.Now}, "|"))
	}
	if diff := cmp.Diff([]string{"plan|changed||Number|4654/KH-UBND|5000/KH-UBND", "target|changed|R_POLE 2025|As printed|trên 80 %|trên 85 %",
		"target|removed|PLATFORM_ENTERPRISES 2025|||", "task|moved||||"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if was.Tag() == now.Tag() {
		t.Error("another plan has the same tag")
	}
}
