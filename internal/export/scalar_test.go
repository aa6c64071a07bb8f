package export

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// What is written by hand for speed is what the standard library writes.

// What a value was written as before is what it is written as.
func TestMemberWrites(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m, err := newMember(0, "x", false, jsonAppender(registry.TextField))
		if err != nil {
			t.Fatal(err)
		}
		var b []byte
		for range rapid.IntRange(1, 20).Draw(t, "rows") {
			v := rapid.SampledFrom([]postgres.Value{nil, {}, postgres.Value("a"), postgres.Value(`"`), postgres.Value(strings.Repeat("ố", longestKept))}).Draw(t, "value")
			want := `,"x":null`
			if v != nil {
				text, err := json.Marshal(string(v))
				if err != nil {
					t.Fatal(err)
				}
				want = `,"x":` + string(text)
			}
			start := len(b)
			if b = m.write(b, v); string(b[start:]) != want {
				t.Fatalf("%q is written %s, want %s", v, b[start:], want)
			}
		}
	})
}

func TestAppendDate(t *testing.T) {
	t.Parallel()
	first := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400
	for days := first; days < 200_000; days++ { // to the year 2517
		want := time.Unix(days*86400, 0).UTC().Format("2006-01-02")
		if got := string(appendDate(nil, days)); got != want {
			t.Fatalf("day %d is %s, want %s", days, got, want)
		}
	}
}

func TestAppendTime(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Int64Range(-62135596800, 253402300799).Draw(t, "seconds")
		want := time.Unix(seconds, 0).UTC().Format(time.RFC3339)
		if got := string(appendTime(nil, seconds)); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	})
}

func TestAppendDecimal(t *testing.T) {
	t.Parallel()
	check := func(t interface{ Fatalf(string, ...any) }, f float64) {
		want := strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(want, ".") {
			want += ".0"
		}
		if got := string(appendDecimal(nil, f)); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, -0.05, 7.25, 42.5, 999.999, 1e12, 123456789012.345, 1e21, 5e-324, math.MaxFloat64} {
		check(t, f)
	}
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.Float64().Draw(t, "any")
		check(t, f)
		check(t, float64(rapid.Int64Range(-1e16, 1e16).Draw(t, "thousandths"))/1000)
	})
}

func TestAppendString(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.String().Draw(t, "text")
		var got string
		if err := json.Unmarshal(appendString(nil, []byte(want)), &got); err != nil || got != want {
			t.Fatalf("%q came back as %q, %v", want, got, err)
		}
	})
}
