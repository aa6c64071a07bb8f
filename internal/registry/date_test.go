package registry

import "testing"

// A time without a zone is one of Viet Nam; what is no time is refused.
func TestParseTime(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"2026-11-22T09:30:00+07:00":  "2026-11-22T02:30:00Z",
		"2026-11-22T02:30:00Z":       "2026-11-22T02:30:00Z",
		"2026-11-22T09:30:00":        "2026-11-22T02:30:00Z",
		"2026-11-22 09:30:15":        "2026-11-22T02:30:15Z",
		" 22/11/2026  9:30 ":         "2026-11-22T02:30:00Z",
		"1/7/2025 00:15":             "2025-06-30T17:15:00Z",
		"2026-11-22":                 "2026-11-21T17:00:00Z",
		"":                           "",
		"09:30":                      "",
		"2026-11-22T25:00:00":        "",
		"2026-11-22 09:30:00 +07:00": "",
		"22/13/2026 09:30":           "",
		"T09:30":                     "",
	} {
		got := ""
		if at, err := ParseTime(given); err == nil {
			got = at.Format("2006-01-02T15:04:05Z07:00")
		}
		if got != want {
			t.Errorf("%q is read as %q, not %q", given, got, want)
		}
	}
}
