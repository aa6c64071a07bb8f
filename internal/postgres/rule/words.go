package rule

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// tell words a sentence in both languages. An argument that is a text goes into
// each in its own language, a number with the decimal sign of each; every verb
// is %s.
func tell(vi, en string, args ...any) registry.Text {
	inVI, inEN := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		t := textOf(a)
		inVI[i], inEN[i] = t.VI, t.EN
	}
	return registry.T(fmt.Sprintf(vi, inVI...), fmt.Sprintf(en, inEN...))
}

func textOf(v any) registry.Text {
	switch v := v.(type) {
	case registry.Text:
		return v
	case float64:
		return number(v)
	default:
		return both(fmt.Sprint(v))
	}
}

// both is a text that is the same in both languages.
func both(s string) registry.Text { return registry.T(s, s) }

// number writes a number with at most two decimals.
func number(v float64) registry.Text {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	return registry.T(strings.Replace(s, ".", ",", 1), s)
}

// metres writes a length, from a kilometre on in kilometres.
func metres(m float64) registry.Text {
	unit := "m"
	switch {
	case m >= 1000:
		m, unit = math.Round(m/100)/10, "km"
	case m >= 10:
		m = math.Round(m)
	default:
		m = math.Round(m*10) / 10
	}
	return tell("%s %s", "%s %s", m, unit)
}

// share writes a part of one as a percentage.
func share(of float64) registry.Text { return tell("%s %%", "%s%%", math.Round(of*100)) }

// metres gives a fact in metres.
func (f Facts) metres(name string) registry.Text { return metres(f.Number(name)) }

// day gives a fact that is a date, as each language writes one; "?" without it.
func (f Facts) day(name string) registry.Text {
	s := f.Text(name)
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return both("?")
	}
	return registry.T(d.Format("02/01/2006"), s)
}

// other says which record a row collides with: another row of the file, or one
// of the register.
func (f Facts) other() registry.Text {
	if row := f.Number("other_row"); row > 0 {
		return tell("dòng %s của tệp (mã %s)", "row %s of the file (code %s)", row, f.Text("other_code"))
	}
	return tell("mã %s trong sổ đăng ký", "%s in the register", f.Text("other_code"))
}

// fix proposes a value for a field; nil when there is none to propose.
func fix(field, value string) *Fix {
	if value == "" {
		return nil
	}
	return &Fix{Field: field, Value: value}
}
