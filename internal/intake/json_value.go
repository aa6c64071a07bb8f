package intake

import "github.com/hatangso/hatangso/internal/registry"

// anyValue is what value found.
type anyValue struct {
	kind    valueKind
	tooLong bool // for limit.cell; the value is cut short
	nan     bool // there was a NaN or an Infinity in it
	long    bool // there was a number longer than MaxNumberBytes in it
}

// value reads any value and appends at most limit bytes of it to dst: a string
// decoded, an array or object compact. With keep false it only reads over it.
func (s *jsonScanner) value(dst []byte, limit int, keep bool) ([]byte, anyValue) {
	if s.space() == '"' {
		s.w.r++
		mode := decoded
		if !keep {
			mode = skipped
		}
		dst, tooLong := s.text(dst, limit, mode)
		return dst, anyValue{kind: kindText, tooLong: tooLong}
	}
	c := compact{s: s, dst: dst, end: len(dst) + limit, keep: keep}
	kind := c.value(0)
	return c.dst, anyValue{kind: kind, tooLong: c.tooLong, nan: c.nan, long: c.long}
}

// skip reads over any value.
func (s *jsonScanner) skip() { s.value(nil, 0, false) }

// compact copies a value without its white space.
type compact struct {
	s                  *jsonScanner
	dst                []byte
	end                int
	keep               bool
	tooLong, nan, long bool
}

func (c *compact) put(text []byte) {
	if !c.keep {
		return
	}
	if len(c.dst)+len(text) > c.end {
		c.tooLong = true
		return
	}
	c.dst = append(c.dst, text...)
}

func (c *compact) value(depth int) valueKind {
	s := c.s
	switch b := s.space(); {
	case s.err != nil:
	case b == '"':
		s.w.r++
		mode := verbatim
		if !c.keep {
			mode = skipped
		}
		var tooLong bool
		c.dst, tooLong = s.text(c.dst, c.end-len(c.dst), mode)
		c.tooLong = c.tooLong || tooLong
		return kindText
	case b == '{' || b == '[':
		c.nested(b, depth+1)
		return kindNested
	case b == '-' || '0' <= b && b <= '9':
		if b == '-' && s.peekInfinity() {
			c.nan = true
			return kindNumber
		}
		n := s.number()
		if n == nil {
			c.long = true
		}
		c.put(n)
		return kindNumber
	default:
		word := s.literal()
		c.put([]byte(word))
		switch word {
		case "null":
			return kindNull
		case "true", "false":
			return kindBool
		}
		c.nan = true
		return kindNumber
	}
	return kindAbsent
}

func (c *compact) nested(opening byte, depth int) {
	s := c.s
	if depth > s.limits.Depth {
		s.err = refuseFile(RuleJSONDepth, "",
			registry.Tf("JSON lồng nhau quá %d tầng ở byte %d, sau đối tượng %d.", "JSON nests deeper than %d at byte %d, after feature %d.", s.limits.Depth, s.w.offset()+1, s.good),
			registry.T("Bỏ bớt các tầng lồng nhau.", "Flatten the value."))
		return
	}
	closing := opening + 2 // ] and } stand two behind [ and {
	s.w.r++
	c.put([]byte{opening})
	for first := true; s.more(closing, first); first = false {
		if !first {
			c.put([]byte{','})
		}
		if opening == '{' {
			if s.space() != '"' {
				s.syntax(s.space())
				return
			}
			c.value(depth)
			if s.err != nil || !s.take(':') {
				return
			}
			c.put([]byte{':'})
		}
		c.value(depth)
		if s.err != nil {
			return
		}
	}
	c.put([]byte{closing})
}

// peekInfinity reads -Infinity, if that is what comes.
func (s *jsonScanner) peekInfinity() bool {
	if ahead := s.peek(2); len(ahead) < 2 || ahead[1] != 'I' {
		return false
	}
	s.w.r++
	s.literal()
	return true
}
