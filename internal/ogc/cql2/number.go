package cql2

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hatangso/hatangso/internal/registry"
)

// parseNumber reads a number: an int64 when it is written as a whole one that
// fits, else a float64.
func (p place) parseNumber(s string) (any, error) {
	if !strings.ContainsAny(s, ".eE") {
		if whole, err := strconv.ParseInt(s, 10, 64); err == nil {
			return whole, nil
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return nil, p.refuse(ruleNumber, s, registry.T("số quá lớn.", "the number is too large."),
			registry.T("Ghi một số nhỏ hơn 1e308.", "Give a number below 1e308."))
	}
	return v, nil
}

// appendNumber writes a number so that it is read as what it is.
func appendNumber(dst []byte, v any) []byte {
	if whole, ok := v.(int64); ok {
		return strconv.AppendInt(dst, whole, 10)
	}
	from := len(dst)
	dst = strconv.AppendFloat(dst, v.(float64), 'g', -1, 64)
	if !slices.ContainsFunc(dst[from:], func(c byte) bool { return c == '.' || c == 'e' }) {
		dst = append(dst, ".0"...)
	}
	return dst
}
