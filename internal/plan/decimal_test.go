package plan_test

import (
	"encoding/json"
	"testing"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

func TestDecimalsAreWrittenAsEachLanguageDoes(t *testing.T) {
	for number, want := range map[string]registry.Text{
		"0":          registry.T("0", "0"),
		"-0.126":     registry.T("-0,13", "-0.13"),
		"999":        registry.T("999", "999"),
		"12371":      registry.T("12.371", "12,371"),
		"-1234567.5": registry.T("-1.234.567,5", "-1,234,567.5"),
	} {
		var d plan.Decimal
		if err := json.Unmarshal([]byte(number), &d); err != nil {
			t.Fatal(err)
		}
		if got := d.Text(2); got != want {
			t.Errorf("%s is written %v, want %v", number, got, want)
		}
	}
}
