package auth

import (
	"fmt"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time          { return time.Unix(1_800_000_000, c.at.Load()) }
func (c *clock) advance(d time.Duration) { c.at.Add(int64(d)) }

var (
	here  = netip.MustParseAddr("192.0.2.1")
	there = netip.MustParseAddr("198.51.100.7")
)

// stranger gives an address that has not been seen, for the i-th time.
func stranger(i int) netip.Addr {
	return netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
}

func TestThrottleAccount(t *testing.T) {
	t.Parallel()
	var c clock
	th := newThrottle(c.now, 1000)
	for i := range freePerAccount {
		if wait := th.Try("hoa", stranger(i)); wait != 0 {
			t.Fatalf("try %d waits %s", i, wait)
		}
	}
	want := firstWait
	for i := range 12 {
		if wait := th.Try("Hoa", stranger(100+i)); wait != want {
			t.Fatalf("after %d failures: wait %s, want %s", freePerAccount+i, wait, want)
		}
		if th.Try("minh", stranger(200+i)) != 0 && i < freePerAccount {
			t.Fatal("another account waits")
		}
		c.advance(want - 1)
		if wait := th.Try("hoa", stranger(300+i)); wait != 1 {
			t.Fatalf("1 ns before its time: wait %s", wait)
		}
		c.advance(1)
		if wait := th.Try("hoa", stranger(400+i)); wait != 0 {
			t.Fatalf("at its time: wait %s", wait)
		}
		want = min(2*want, maxAccountWait)
	}
	c.advance(failuresFade)
	for i := range freePerAccount {
		if wait := th.Try("hoa", stranger(500+i)); wait != 0 {
			t.Fatalf("after an hour: wait %s", wait)
		}
	}
}

func TestThrottleAddress(t *testing.T) {
	t.Parallel()
	var c clock
	th := newThrottle(c.now, 1000)
	for i := range freePerAddress {
		if wait := th.Try(fmt.Sprint("account ", i), here); wait != 0 {
			t.Fatalf("try %d waits %s", i, wait)
		}
	}
	if wait := th.Try("yet another", here); wait != firstWait {
		t.Errorf("wait %s", wait)
	}
	if wait := th.Try("yet another", netip.MustParseAddr("::ffff:192.0.2.1")); wait != firstWait {
		t.Errorf("the same address in IPv6 clothes: wait %s", wait)
	}
	if wait := th.Try("yet another", there); wait != 0 {
		t.Errorf("another address: wait %s", wait)
	}
	// a guesser who signs in to an account of their own is still a guesser
	c.advance(firstWait)
	if th.Try("mallory", here) != 0 {
		t.Fatal("mallory waits")
	}
	th.Passed("mallory", here)
	if th.Try("victim", here) != 0 {
		t.Fatal("the one failure taken back is not free")
	}
	if wait := th.Try("victim", here); wait == 0 {
		t.Error("signing in wiped out the address's failures")
	}
	for i := range 40 {
		c.advance(maxAddressWait)
		if wait := th.Try(fmt.Sprint("more ", i), here); wait != 0 {
			t.Fatalf("wait %s beyond the longest", wait)
		}
	}
}

func TestThrottleIPv6Network(t *testing.T) {
	t.Parallel()
	var c clock
	th := newThrottle(c.now, 1000)
	for i := range freePerAddress {
		th.Try(fmt.Sprint("account ", i), netip.MustParseAddr(fmt.Sprintf("2001:db8::%x", i+1)))
	}
	if th.Try("x", netip.MustParseAddr("2001:db8::ffff")) == 0 {
		t.Error("one network holds 2^64 addresses to guess from")
	}
	if wait := th.Try("x", netip.MustParseAddr("2001:db8:0:1::1")); wait != 0 {
		t.Errorf("the next network waits %s", wait)
	}
}

// Somebody who guesses from elsewhere does not keep an account's owner out.
func TestThrottleHome(t *testing.T) {
	t.Parallel()
	var c clock
	th := newThrottle(c.now, 1000)
	if th.Try("hoa", here) != 0 {
		t.Fatal("the first try waits")
	}
	th.Passed("hoa", here)
	for i := range 50 {
		c.advance(maxAccountWait)
		th.Try("hoa", stranger(i))
	}
	if th.Try("hoa", there) == 0 {
		t.Error("a stranger does not wait")
	}
	for i := range freePerAccount {
		if wait := th.Try("hoa", here); wait != 0 {
			t.Fatalf("at home, try %d waits %s", i, wait)
		}
	}
	if wait := th.Try("hoa", here); wait != firstWait {
		t.Errorf("failures at home count as well: wait %s", wait)
	}
	c.advance(firstWait)
	if th.Try("hoa", here) != 0 {
		t.Fatal("it waits longer than it says")
	}
	th.Passed("hoa", here)
	if wait := th.Try("hoa", here); wait != 0 {
		t.Errorf("after signing in: wait %s", wait)
	}
	if wait := th.Try("minh", here); wait != 0 {
		t.Errorf("the home of one is not barred to another: wait %s", wait)
	}
}

// Many tries at the same moment do not all pass before the first has failed.
func TestThrottleAtOnce(t *testing.T) {
	t.Parallel()
	th := NewThrottle(nil)
	var passed atomic.Int32
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			if th.Try("hoa", stranger(i)) == 0 {
				passed.Add(1)
			}
		})
	}
	all.Wait()
	if got := passed.Load(); got != freePerAccount {
		t.Errorf("%d tries at once passed, want %d", got, freePerAccount)
	}
}

func TestThrottleMemory(t *testing.T) {
	t.Parallel()
	var c clock
	const most = 100
	th := newThrottle(c.now, most)
	for i := range 10 * most {
		th.Try("hoa", stranger(i)) // tried all the time: not forgotten
		th.Try(fmt.Sprint("guessed ", i), stranger(i))
		th.Passed(fmt.Sprint("right ", i), stranger(i))
		c.advance(10 * time.Second)
	}
	for name, counts := range map[string]*counts{"accounts": &th.accounts, "addresses": &th.addresses, "homes": &th.homes} {
		if len(counts.byKey) > most || counts.order.Len() != len(counts.byKey) {
			t.Errorf("%s: %d kept, %d in order", name, len(counts.byKey), counts.order.Len())
		}
	}
	if th.Try("hoa", here) == 0 {
		t.Error("an account under attack was forgotten")
	}
	long := string(make([]byte, 1<<20))
	th.Try(long, there)
	if found := th.accounts.byKey[long[:maxAccountKey]]; found == nil {
		t.Error("a long name is not cut")
	}
}
