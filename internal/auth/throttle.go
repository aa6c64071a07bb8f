package auth

import (
	"container/list"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// How failed sign-ins are slowed down. The first ones are free, for people
// mistype; each further one doubles the wait. An account's wait stays short: a
// stranger who fails on purpose must not lock its owner out for long. Behind
// one address stands a whole office.
const (
	freePerAccount = 5
	freePerAddress = 20
	firstWait      = time.Second
	maxAccountWait = time.Minute
	maxAddressWait = 15 * time.Minute
	// failuresFade is after how long without a failure the count begins anew.
	failuresFade = time.Hour
	// homeFades is after how long without a sign-in an address is an account's
	// home no more.
	homeFades = 30 * 24 * time.Hour
	// maxCounted bounds the memory: some 100 bytes each. The one used longest
	// ago is forgotten for a new one.
	maxCounted = 100_000
)

// Throttle slows down guessing passwords, by account and by address. Where an
// account has signed in before, only failures from there count against it, so
// that a stranger's guesses do not keep its owner out. It is safe for concurrent
// use and keeps its counts in memory: each process has its own.
type Throttle struct {
	mu        sync.Mutex
	now       func() time.Time
	accounts  counts
	addresses counts
	homes     counts
}

// NewThrottle makes a Throttle that tells the time by now; nil means time.Now.
func NewThrottle(now func() time.Time) *Throttle {
	if now == nil {
		now = time.Now
	}
	return newThrottle(now, maxCounted)
}

func newThrottle(now func() time.Time, most int) *Throttle {
	return &Throttle{now: now,
		accounts:  newCounts(most, freePerAccount, maxAccountWait, failuresFade),
		addresses: newCounts(most, freePerAddress, maxAddressWait, failuresFade),
		homes:     newCounts(most, freePerAccount, maxAccountWait, homeFades),
	}
}

// Try asks whether a password may be tried for an account from an address now.
// 0 means yes, and counts as a failure at once, so that many tries at the same
// time do not all pass; call Passed when the password was right. Otherwise it
// is how long to wait, and nothing was counted. account is the name as typed,
// known or not.
func (t *Throttle) Try(account string, address netip.Addr) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	now, account, network := t.now(), accountKey(account), networkOf(address)
	byAccount, key := &t.accounts, account
	if home := homeKey(account, network); t.homes.find(home, now) != nil {
		byAccount, key = &t.homes, home
	}
	if wait := max(byAccount.wait(key, now), t.addresses.wait(network, now)); wait > 0 {
		return wait
	}
	byAccount.fail(key, now)
	t.addresses.fail(network, now)
	return 0
}

// Passed takes back the failure that Try counted and makes the address a home
// of the account. The address keeps its other failures: an attacker's own
// account must not wipe out their guesses at those of others.
func (t *Throttle) Passed(account string, address netip.Addr) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now, account, network := t.now(), accountKey(account), networkOf(address)
	t.accounts.forget(account)
	home := t.homes.touch(homeKey(account, network), now)
	home.failures, home.until = 0, now
	t.addresses.takeBack(network, now)
}

// maxAccountKey bounds what a long name takes in memory.
const maxAccountKey = 128

func accountKey(account string) string {
	account = strings.ToLower(account)
	return strings.Clone(account[:min(len(account), maxAccountKey)])
}

func homeKey(account, network string) string { return network + " " + account }

// networkOf gives what one person can be assumed to hold: an IPv4 address, or
// the /64 network of an IPv6 one.
func networkOf(address netip.Addr) string {
	address = address.Unmap().WithZone("")
	if address.Is6() {
		if network, err := address.Prefix(64); err == nil {
			return network.String()
		}
	}
	return address.String()
}

// count is the failures of one key.
type count struct {
	key      string
	failures int
	last     time.Time
	until    time.Time
}

// counts is a bounded set of count, the one used last in front.
type counts struct {
	most    int
	free    int
	longest time.Duration
	fades   time.Duration
	byKey   map[string]*list.Element
	order   *list.List
}

func newCounts(most, free int, longest, fades time.Duration) counts {
	return counts{most: most, free: free, longest: longest, fades: fades, byKey: map[string]*list.Element{}, order: list.New()}
}

// find gives the count of a key, nil when there is none or it has faded.
func (c *counts) find(key string, now time.Time) *count {
	element, ok := c.byKey[key]
	if !ok {
		return nil
	}
	found := element.Value.(*count)
	if now.Sub(found.last) >= c.fades {
		c.forget(key)
		return nil
	}
	return found
}

// touch gives the count of a key, made if need be, as the one used last.
func (c *counts) touch(key string, now time.Time) *count {
	found := c.find(key, now)
	if found == nil {
		if c.order.Len() >= c.most {
			c.forget(c.order.Back().Value.(*count).key)
		}
		found = &count{key: key}
		c.byKey[key] = c.order.PushFront(found)
	}
	found.last = now
	c.order.MoveToFront(c.byKey[key])
	return found
}

func (c *counts) forget(key string) {
	if element, ok := c.byKey[key]; ok {
		c.order.Remove(element)
		delete(c.byKey, key)
	}
}

func (c *counts) wait(key string, now time.Time) time.Duration {
	if found := c.find(key, now); found != nil {
		return max(0, found.until.Sub(now))
	}
	return 0
}

func (c *counts) fail(key string, now time.Time) {
	found := c.touch(key, now)
	found.failures++
	found.until = now.Add(c.backoff(found.failures))
}

func (c *counts) takeBack(key string, now time.Time) {
	if found := c.find(key, now); found != nil && found.failures > 0 {
		found.failures--
		found.until = now // it was not waiting when it was let try
	}
}

// backoff is how long to wait after so many failures.
func (c *counts) backoff(failures int) time.Duration {
	over := failures - c.free
	if over < 0 {
		return 0
	}
	if over > 20 { // 2^20 s is past any longest wait, and must not overflow
		return c.longest
	}
	return min(firstWait<<over, c.longest)
}
