package httpapi

import (
	"fmt"
	"testing"
	"time"
)

func TestBuckets(t *testing.T) {
	t.Parallel()
	b := newBuckets(Rate{PerSecond: 2, Burst: 4}, 10)
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i, x := range []struct {
		after time.Duration
		key   string
		want  time.Duration
	}{
		{0, "a", 0}, {0, "a", 0}, {0, "a", 0}, {0, "a", 0}, {0, "a", 500 * time.Millisecond}, {0, "b", 0},
		{400 * time.Millisecond, "a", 100 * time.Millisecond}, {100 * time.Millisecond, "a", 0}, {0, "a", 500 * time.Millisecond},
		{-time.Hour, "a", 500 * time.Millisecond},                                                        // a clock put back gives nothing and takes nothing
		{2 * time.Hour, "a", 0}, {0, "a", 0}, {0, "a", 0}, {0, "a", 0}, {0, "a", 500 * time.Millisecond}, // no more than the burst
	} {
		now = now.Add(x.after)
		if got := b.take(x.key, 1, now).Round(time.Microsecond); got != x.want {
			t.Errorf("%d: %s waits %v, want %v", i, x.key, got, x.want)
		}
	}
	for i := range 1000 {
		b.take(fmt.Sprint(i), 1, now)
	}
	if len(b.byKey) != 10 || b.used.Len() != 10 {
		t.Errorf("%d and %d are remembered", len(b.byKey), b.used.Len())
	}
	free := newBuckets(Rate{PerSecond: -1}, 10)
	for range 1000 {
		if free.take("a", 1, now) != 0 {
			t.Fatal("a rate of none limits")
		}
	}
}

func TestNetworkOf(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"192.0.2.7": "192.0.2.7", "::ffff:192.0.2.7": "192.0.2.7", "2001:db8::1": "2001:db8::/64", "2001:db8::ffff:1": "2001:db8::/64",
		"2001:db8:0:1::1": "2001:db8:0:1::/64", "fe80::1%eth0": "fe80::/64", "": "", "@": "@",
	} {
		if got := networkOf(address); got != want {
			t.Errorf("%q counts as %q, want %q", address, got, want)
		}
	}
}
