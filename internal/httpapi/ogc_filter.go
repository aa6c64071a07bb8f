package httpapi

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// where reads the filter and the properties that are given as parameters; all of
// them must hold. It is nil when there are none.
func (r *ogcRequest) where(n *registry.Noun) registry.Expression {
	var all []cql2.Expr
	if e, given := r.filterExpression(n); given {
		all = append(all, e)
	}
	for i := range n.Fields {
		f := &n.Fields[i]
		if _, given := r.values[f.Name]; !given || !ogc.Scalar(f) {
			continue
		}
		s := r.text(f.Name)
		value, ok := parsed(f, s)
		if !ok {
			r.bad(f.Name, s, registry.Tf("Ghi một giá trị kiểu %s.", "Give a value of type %s.", f.Type))
			continue
		}
		all = append(all, cql2.Equals(f.Name, value))
	}
	if len(all) == 0 {
		return nil
	}
	return cql2.All(all...)
}

// parsed reads a value of a field as a parameter has it.
func parsed(f *registry.Field, s string) (value any, ok bool) {
	var err error
	switch f.Type {
	case registry.IntField:
		value, err = strconv.ParseInt(s, 10, 64)
	case registry.DecimalField:
		number, failed := strconv.ParseFloat(s, 64)
		if value, err = number, failed; math.IsNaN(number) || math.IsInf(number, 0) {
			return nil, false // no record holds it
		}
	case registry.BoolField:
		value, err = strconv.ParseBool(s)
	case registry.DateField:
		value, err = registry.ParseDate(s)
	case registry.TimeField:
		value, err = time.Parse(time.RFC3339Nano, s)
	default:
		value = vnname.NFC(s) // as texts are stored, and as a filter's are read
	}
	return value, err == nil
}

// filterExpression reads the parameters filter, filter-lang and filter-crs.
func (r *ogcRequest) filterExpression(n *registry.Noun) (e cql2.Expr, given bool) {
	text := r.text("filter")
	lang := r.choice("filter-lang", "", ogc.LangText, ogc.LangJSON)
	crs := r.crs("filter-crs")
	if text == "" {
		return e, false
	}
	read := cql2.ParseText
	if lang == ogc.LangJSON || lang == "" && strings.HasPrefix(strings.TrimSpace(text), "{") {
		read = func(s string) (cql2.Expr, error) { return cql2.ParseJSON([]byte(s)) }
	}
	e, err := read(text)
	if err == nil && !crs.Stored() {
		e, err = e.Transform(func(p orb.Point) (orb.Point, error) {
			lon, lat, err := crs.ToWGS84(p[0], p[1])
			return orb.Point{lon, lat}, err
		})
	}
	if err == nil {
		e, err = cql2.QueryablesOf(n).Check(e)
	}
	if err != nil {
		r.refuse(err)
		return e, false
	}
	return e, true
}

// refuse keeps the faults of an error of the domain.
func (r *ogcRequest) refuse(err error) {
	var domain *registry.Error
	if !errors.As(err, &domain) || len(domain.Faults) == 0 {
		r.faults = append(r.faults, registry.NewFault("parameter.invalid", "filter", "",
			registry.T("Bộ lọc không hợp lệ.", "The filter is not valid."), registry.T("Sửa bộ lọc.", "Mend the filter.")))
		return
	}
	for _, f := range domain.Faults {
		f.Rule = "parameter." + strings.TrimPrefix(f.Rule, "parameter.") // of the request, so 400
		if f.Column == "" {
			f.Column = "filter"
		}
		r.faults = append(r.faults, f)
	}
}
