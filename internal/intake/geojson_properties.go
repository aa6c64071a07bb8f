package intake

import (
	"bytes"
	"slices"

	"github.com/hatangso/hatangso/internal/registry"
)

// properties reads the properties of a feature into text and spans.
func (g *geoReader) properties() {
	g.text, g.touched = g.text[:0], g.touched[:0] // of two members the last counts
	if b := g.s.space(); b != '{' {
		if _, v := g.s.value(nil, 0, true); v.kind != kindNull && g.s.err == nil {
			g.fault(RuleGeoJSONType, "properties", "",
				registry.T("“properties” không phải là đối tượng JSON.", "“properties” is not an object."),
				registry.T("Đặt thuộc tính vào một đối tượng, hoặc null.", "Put the properties into an object, or null."))
		}
		return
	}
	g.s.w.r++
	expected := 0
	for first := true; g.s.more('}', first); first = false {
		key, tooLong, ok := g.s.key()
		if !ok {
			return
		}
		if tooLong {
			g.fault(RuleLimitKey, string(key), "",
				registry.Tf("Tên thuộc tính dài hơn %d byte.", "The name of a property is longer than %d bytes.", g.limits.KeyBytes),
				registry.T("Rút ngắn tên.", "Shorten it."))
			g.s.skip()
			continue
		}
		// Features of one file have mostly the same keys in the same order.
		column := expected
		if column >= len(g.names.names) || g.names.names[column] != string(key) {
			if column, ok = g.names.index[string(key)]; !ok {
				if column = g.newColumn(string(key)); column < 0 {
					return
				}
			}
		}
		expected = column + 1
		from := len(g.text)
		var v anyValue
		g.text, v = g.s.value(g.text, g.limits.CellBytes, true)
		if g.s.err != nil {
			return
		}
		g.valueFaults(g.names.names[column], v)
		if v.kind == kindText && bytes.IndexByte(g.text[from:], 0) >= 0 {
			g.fault(RuleTextNUL, g.names.names[column], "",
				registry.T("Giá trị chứa ký tự NUL (\\u0000).", "The value contains the character NUL (\\u0000)."),
				registry.T("Bỏ ký tự này.", "Remove it."))
		}
		for len(g.spans) <= column {
			g.spans = append(g.spans, span{})
		}
		g.spans[column] = span{from, len(g.text), v.kind}
		g.touched = append(g.touched, column)
	}
}

// newColumn gives a key seen for the first time its number; -1 when there are
// too many.
func (g *geoReader) newColumn(key string) int {
	if len(g.names.names) >= g.limits.Columns {
		g.s.err = refuseSize(RuleLimitColumns,
			registry.Tf("Các đối tượng có hơn %d thuộc tính khác nhau.", "The features have more than %d different properties.", g.limits.Columns),
			registry.T("Bỏ bớt thuộc tính không dùng.", "Remove the properties that are not used."))
		return -1
	}
	if g.names.index == nil {
		g.names.index = map[string]int{}
	}
	g.names.index[key] = len(g.names.names) // the empty key is a key too
	g.names.names = append(g.names.names, key)
	return len(g.names.names) - 1
}

// fillValues gives the record one string for all values of the feature.
func (g *geoReader) fillValues(rec *Record) {
	n := len(g.names.names)
	rec.values = slices.Grow(rec.values[:0], n)[:n]
	rec.kinds = slices.Grow(rec.kinds[:0], n)[:n]
	clear(rec.values)
	clear(rec.kinds)
	text := string(g.text)
	for _, column := range g.touched {
		v := g.spans[column]
		rec.values[column], rec.kinds[column] = text[v.from:v.to], v.kind
	}
}

// valueFaults gives the faults of a value.
func (g *geoReader) valueFaults(column string, v anyValue) {
	if v.tooLong {
		g.fault(RuleLimitCell, column, "",
			registry.Tf("Giá trị dài hơn %d byte.", "The value is longer than %d bytes.", g.limits.CellBytes),
			registry.T("Rút ngắn giá trị.", "Shorten it."))
	}
	if v.nan {
		g.fault(RuleJSONNaN, column, "NaN",
			registry.T("Giá trị là NaN hoặc Infinity, không phải JSON.", "The value is NaN or Infinity, which is not JSON."),
			registry.T("Ghi số thật hoặc null.", "Write a real number or null."))
	}
	if v.long {
		g.fault(RuleLimitNumber, column, "",
			registry.Tf("Số dài hơn %d chữ số.", "The number is longer than %d digits.", MaxNumberBytes),
			registry.T("Làm tròn số.", "Round it."))
	}
}
