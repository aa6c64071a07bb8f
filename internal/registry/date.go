package registry

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Date is a civil date without a time zone, as Vietnamese decisions and
// contracts carry it. The zero Date is 0001-01-01.
type Date struct{ t time.Time }

// NewDate makes a Date; out-of-range days roll over as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return Date{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// DateOf is the civil date of t in t's own location.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// dateLayouts are the ways people write dates here: ISO first, then day first.
var dateLayouts = []string{"2006-01-02", "02/01/2006", "2/1/2006", "02-01-2006", "02.01.2006", "2006/01/02", "20060102"}

// ParseDate reads ISO 8601 (2025-07-01) and the Vietnamese day-first styles
// (01/07/2025, 1/7/2025, 01-07-2025, 01.07.2025). A time of day after the date
// is cut off. Month-first dates are never guessed.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			if y := t.Year(); y < 1900 || y > 2200 {
				return Date{}, fmt.Errorf("year %d is outside 1900–2200", y)
			}
			return Date{t}, nil
		}
	}
	return Date{}, fmt.Errorf("%q is not a date such as 2025-07-01 or 01/07/2025", s)
}

// civil is the zone of Viet Nam, UTC+7 all the year.
var civil = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// ParseTime reads RFC 3339 (2026-11-22T09:30:00+07:00), and, as times of Viet
// Nam, those without a zone, such as workbooks hold: a date in any form that
// [ParseDate] knows, then hours and minutes (22/11/2026 09:30). A date alone is
// its midnight. The time is given in UTC.
func ParseTime(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at.UTC(), nil
	}
	day, clock := s, "00:00"
	if i := strings.IndexAny(s, "T "); i >= 0 {
		day, clock = s[:i], strings.TrimSpace(s[i+1:])
	}
	d, err := ParseDate(day)
	if err != nil {
		return time.Time{}, err
	}
	for _, layout := range []string{"15:04", "15:04:05"} {
		if t, err := time.Parse(layout, clock); err == nil {
			return time.Date(d.t.Year(), d.t.Month(), d.t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), civil).UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a time such as 2026-11-22T09:30:00+07:00 or 22/11/2026 09:30", s)
}

func (d Date) String() string         { return d.t.Format("2006-01-02") }
func (d Date) Time() time.Time        { return d.t }
func (d Date) IsZero() bool           { return d.t.IsZero() }
func (d Date) Before(other Date) bool { return d.t.Before(other.t) }
func (d Date) AddDays(n int) Date     { return Date{d.t.AddDate(0, 0, n)} }
func (d Date) AddMonths(n int) Date   { return Date{d.t.AddDate(0, n, 0)} }
func (d Date) Year() int              { return d.t.Year() }
func (d Date) Equal(other Date) bool  { return d.t.Equal(other.t) }

// MarshalText writes the date as 2025-07-01.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON string in any form ParseDate knows.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	v, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Scan implements sql.Scanner for a date column.
func (d *Date) Scan(src any) error {
	t, ok := src.(time.Time)
	if !ok {
		return fmt.Errorf("cannot read a date from %T", src)
	}
	*d = DateOf(t)
	return nil
}

// Value implements driver.Valuer.
func (d Date) Value() (driver.Value, error) { return d.t, nil }
