package compliance

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// tell words a sentence in both languages: dates and numbers as each writes
// them, texts in their own; every verb is %s.
func tell(vi, en string, args ...any) registry.Text {
	inVI, inEN := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		t := worded(a)
		inVI[i], inEN[i] = t.VI, t.EN
	}
	return registry.T(fmt.Sprintf(vi, inVI...), fmt.Sprintf(en, inEN...))
}

func worded(v any) registry.Text {
	switch v := v.(type) {
	case registry.Text:
		return v
	case registry.Date:
		return registry.T(v.Time().Format("02/01/2006"), v.Time().Format("2 January 2006"))
	case *registry.Date:
		if v == nil {
			return registry.T("chưa rõ", "unknown")
		}
		return worded(*v)
	case float64:
		s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
		return registry.T(strings.Replace(s, ".", ",", 1), s)
	case *string:
		if v == nil {
			return registry.T("chưa rõ", "unknown")
		}
		return registry.T(*v, *v)
	}
	s := fmt.Sprint(v)
	return registry.T(s, s)
}

// blank says whether a text is not given.
func blank(s *string) bool { return s == nil || strings.TrimSpace(*s) == "" }
