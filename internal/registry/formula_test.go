package registry_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/registry"
)

func TestFormulas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"": false, "Trạm": false, "-": false, "+84 (236) 3.123-456": false, "-12,5": false, "'": false, "'Trạm'": false, "a=b": false,
		"=1": true, "=cmd|calc!A1": true, "@SUM(A1)": true, "+A1": true, "-2+3+cmd|' /C calc'!A0": true, "'=1": true, "''-5": true,
	} {
		if got := registry.MayBeFormula(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	cell := rapid.StringOf(rapid.RuneFrom([]rune("'=+-@1 a")))
	rapid.Check(t, func(t *rapid.T) {
		text := cell.Draw(t, "text")
		written := text
		if registry.MayBeFormula(text) {
			written = "'" + text
		}
		if back := registry.PlainCell(written); back != text {
			t.Errorf("%q is written %q and read %q", text, written, back)
		}
	})
}
