package httpapi

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/registry"
)

// query reads the parameters of a request. What is wrong is kept until done,
// so that a caller learns everything at once; a parameter nobody took is
// refused, for it was meant to do something.
type query struct {
	values url.Values
	taken  map[string]bool
	faults []registry.Fault
}

func newQuery(c echo.Context) *query {
	return &query{values: c.QueryParams(), taken: map[string]bool{}}
}

func (q *query) bad(name, value string, mend registry.Text) {
	f := registry.NewFault("parameter.invalid", name, value,
		registry.Tf("Tham số %s không hợp lệ.", "Parameter %s is not valid.", name), mend)
	q.faults = append(q.faults, f)
}

// text gives a parameter; given twice it is refused.
func (q *query) text(name string) string {
	q.taken[name] = true
	all := q.values[name]
	if len(all) > 1 {
		q.bad(name, strings.Join(all, " "), registry.T("Ghi một lần.", "Give it once."))
	}
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

func (q *query) number(name string, otherwise float64) float64 {
	s := q.text(name)
	if s == "" {
		return otherwise
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v != v {
		q.bad(name, s, registry.T("Ghi một số.", "Give a number."))
		return otherwise
	}
	return v
}

func (q *query) integer(name string, otherwise int64) int64 {
	s := q.text(name)
	if s == "" {
		return otherwise
	}
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v < 0 {
		q.bad(name, s, registry.T("Ghi một số nguyên không âm.", "Give a whole number, 0 or more."))
		return otherwise
	}
	return v
}

func (q *query) boolean(name string) bool {
	switch s := q.text(name); s {
	case "true", "1":
		return true
	case "", "false", "0":
	default:
		q.bad(name, s, registry.T("Ghi true hoặc false.", "Give true or false."))
	}
	return false
}

func (q *query) date(name string) *registry.Date {
	s := q.text(name)
	if s == "" {
		return nil
	}
	d, err := registry.ParseDate(s)
	if err != nil {
		q.bad(name, s, registry.T("Ghi ngày dạng 2025-07-01.", "Give a date such as 2025-07-01."))
		return nil
	}
	return &d
}

// choice gives a parameter that is one of a few.
func (q *query) choice(name, otherwise string, among ...string) string {
	s := q.text(name)
	if s == "" {
		return otherwise
	}
	for _, a := range among {
		if s == a {
			return s
		}
	}
	list := strings.Join(among, ", ")
	q.bad(name, s, registry.Tf("Dùng một trong: %s.", "Use one of: %s.", list))
	return otherwise
}

func (q *query) bbox() *orb.Bound {
	s := q.text("bbox")
	if s == "" {
		return nil
	}
	b, err := registry.ParseBBox(s)
	if err != nil {
		q.bad("bbox", s, registry.T("Ghi tây,nam,đông,bắc theo độ.", "Give west,south,east,north in degrees."))
		return nil
	}
	return &b
}

// filter reads the parameters by which a noun's records are narrowed. Those
// the noun has no column for are left untaken, so done refuses them by name.
func (q *query) filter(n *registry.Noun) registry.Filter {
	var f registry.Filter
	asset := n.IsAsset()
	placed := asset || n == registry.MastNoun || n == registry.StationNoun
	if n.Geometry != registry.NoGeometry {
		f.BBox = q.bbox()
	}
	if placed || n == registry.TenancyNoun {
		f.Owner = q.text("owner")
	}
	if placed || n == registry.TenancyNoun || n == registry.VillageNoun {
		f.Unit = q.text("unit")
	}
	if placed || n == registry.TenancyNoun || n == registry.VillageNoun || n == registry.UnitNoun {
		f.AsOf = q.date("as_of")
	}
	if asset {
		f.Status = registry.Status(q.text("status"))
	}
	if n.Field("technology") != nil {
		f.Technology = q.text("technology")
	}
	if n.Field("site") != nil {
		f.Site = q.integer("site", 0)
	}
	if n.Field("asset") != nil {
		f.Asset = q.integer("asset", 0)
		f.AssetKind = registry.Kind(q.text("asset_kind"))
	}
	return f
}

func (q *query) page() registry.Page {
	p := registry.Page{After: q.integer("cursor", 0), Limit: int(q.integer("limit", registry.DefaultPageLimit))}
	if p.Limit < 1 || p.Limit > registry.MaxPageLimit {
		q.bad("limit", strconv.Itoa(p.Limit), registry.Tf("Từ 1 đến %d.", "1 to %d.", registry.MaxPageLimit))
		p.Limit = registry.DefaultPageLimit
	}
	return p
}

// done gives the error of everything wrong with the parameters, as 400.
func (q *query) done() error {
	var unknown []string
	for name := range q.values {
		if !q.taken[name] {
			unknown = append(unknown, name)
		}
	}
	sort.Strings(unknown)
	known := make([]string, 0, len(q.taken))
	for name := range q.taken {
		known = append(known, name)
	}
	sort.Strings(known)
	list := strings.Join(known, ", ")
	for _, name := range unknown {
		q.faults = append(q.faults, registry.NewFault("parameter.unknown", name, q.values.Get(name),
			registry.Tf("Không có tham số %q.", "There is no parameter %q.", name),
			registry.Tf("Dùng: %s.", "Use: %s.", list)))
	}
	if len(q.faults) == 0 {
		return nil
	}
	return &registry.Error{Code: registry.CodeInvalid, Faults: q.faults,
		Message: registry.T("Tham số không hợp lệ.", "The parameters are not valid.")}
}
