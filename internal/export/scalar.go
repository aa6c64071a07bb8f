package export

import (
	"math"
	"strconv"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// appender appends a value that is not null.
type appender func(b []byte, v postgres.Value) []byte

// jsonAppender gives the appender of a type's JSON form.
func jsonAppender(t registry.FieldType) appender {
	switch t {
	case registry.DateField:
		return func(b []byte, v postgres.Value) []byte { return append(appendDate(append(b, '"'), v.Days()), '"') }
	case registry.TimeField:
		return func(b []byte, v postgres.Value) []byte { return append(appendTime(append(b, '"'), v.Seconds()), '"') }
	case registry.TextField:
		return func(b []byte, v postgres.Value) []byte { return appendString(b, v.Text()) }
	}
	return plainAppender(t)
}

// plainAppender gives the appender of a type's form outside quotes.
func plainAppender(t registry.FieldType) appender {
	switch t {
	case registry.IntField:
		return func(b []byte, v postgres.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
	case registry.DecimalField:
		return func(b []byte, v postgres.Value) []byte { return appendDecimal(b, v.Float()) }
	case registry.BoolField:
		return func(b []byte, v postgres.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	case registry.DateField:
		return func(b []byte, v postgres.Value) []byte { return appendDate(b, v.Days()) }
	case registry.TimeField:
		return func(b []byte, v postgres.Value) []byte { return appendTime(b, v.Seconds()) }
	case registry.JSONField:
		return func(b []byte, v postgres.Value) []byte { return append(b, v.JSON()...) }
	}
	return func(b []byte, v postgres.Value) []byte { return append(b, v.Text()...) }
}

// appendDecimal writes the shortest decimal that reads back the same, with a
// point even when it is whole.
func appendDecimal(b []byte, f float64) []byte {
	// Nearly all have three decimals or fewer. When a whole number of
	// thousandths under 15 digits divides to f exactly, its digits are the
	// shortest: no two decimals of 15 digits are one float64.
	if thousandths := math.Round(f * 1000); math.Abs(thousandths) < 1e15 && thousandths/1000 == f && !(f == 0 && math.Signbit(f)) {
		if thousandths < 0 {
			b, thousandths = append(b, '-'), -thousandths
		}
		n := int64(thousandths)
		b = strconv.AppendInt(b, n/1000, 10)
		d := n % 1000
		b = append(b, '.', byte('0'+d/100))
		if d %= 100; d > 0 {
			b = append(b, byte('0'+d/10))
			if d %= 10; d > 0 {
				b = append(b, byte('0'+d))
			}
		}
		return b
	}
	start := len(b)
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	for _, c := range b[start:] {
		if c == '.' {
			return b
		}
	}
	return append(b, ".0"...)
}

// appendDate writes a day, counted from 1970-01-01, as YYYY-MM-DD. An export
// writes several a row, too many for package time.
func appendDate(b []byte, days int64) []byte {
	// Years from March on, so that the leap day ends one; Hinnant,
	// "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
	days += 719468
	era := floorDiv(days, 146097)
	day := days - era*146097
	year := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*year + year/4 - year/100
	month := (5*day + 2) / 153
	day -= (153*month+2)/5 - 1
	year += era * 400
	if month += 3; month > 12 {
		month, year = month-12, year+1
	}
	if year < 0 || year > 9999 {
		b = strconv.AppendInt(b, year, 10)
	} else {
		b = appendTwo(appendTwo(b, year/100), year%100)
	}
	return appendTwo(append(appendTwo(append(b, '-'), month), '-'), day)
}

// appendTime writes a time, in seconds since 1970-01-01, as RFC 3339 in UTC.
func appendTime(b []byte, seconds int64) []byte {
	days := floorDiv(seconds, 86400)
	s := seconds - days*86400
	b = append(appendDate(b, days), 'T')
	b = append(appendTwo(b, s/3600), ':')
	b = append(appendTwo(b, s/60%60), ':')
	return append(appendTwo(b, s%60), 'Z')
}

func appendTwo(b []byte, n int64) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// escaped marks the bytes that a JSON string must not hold as they are.
var escaped = func() (set [256]bool) {
	for c := range ' ' {
		set[c] = true
	}
	set['"'], set['\\'] = true, true
	return set
}()

// appendString writes a JSON string. Text from the database is valid UTF-8.
func appendString(b, s []byte) []byte {
	b = append(b, '"')
	start := 0
	for i, c := range s {
		if escaped[c] {
			b = appendEscape(append(b, s[start:i]...), c)
			start = i + 1
		}
	}
	return append(append(b, s[start:]...), '"')
}

func appendEscape(b []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
