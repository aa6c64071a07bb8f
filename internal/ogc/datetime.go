package ogc

import (
	"strings"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// Period is what the parameter datetime takes: from the first to the last day,
// both included; nil leaves that end open. An instant is one day.
type Period struct{ From, To *registry.Date }

// Holds says whether features are narrowed by it at all.
func (p Period) Holds() bool { return p.From != nil || p.To != nil }

// ParseDatetime reads the parameter datetime (Part 1 §7.15.4): a date, a
// date-time or an interval of them, with .. or nothing for an open end. A time is
// the day it falls on in Vietnam (UTC+7 the year round): the register knows days.
// ok is false for anything else, and for an interval that ends before it begins.
func ParseDatetime(s string) (p Period, ok bool) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		p.From, ok = parseInstant(first)
		p.To = p.From
		return p, ok && p.From != nil
	}
	if p.From, ok = openInstant(first); !ok {
		return p, false
	}
	if p.To, ok = openInstant(last); !ok {
		return p, false
	}
	return p, p.From == nil || p.To == nil || !p.To.Before(*p.From)
}

func openInstant(s string) (*registry.Date, bool) {
	if s == "" || s == ".." {
		return nil, true
	}
	return parseInstant(s)
}

// civil is the time by which days begin in Vietnam.
var civil = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

func parseInstant(s string) (*registry.Date, bool) {
	for _, layout := range []string{time.DateOnly, time.RFC3339Nano} {
		t, err := time.Parse(layout, strings.ToUpper(s))
		if err != nil {
			continue
		}
		if layout != time.DateOnly {
			t = t.In(civil)
		}
		d := registry.DateOf(t)
		return &d, true
	}
	return nil, false
}
