package httpapi

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// query reads the parameters of a request. What is wrong is kept until done,
// so that a caller learns everything at once; a parameter nobody took is
// refused, for it was meant to do something.
type query struct {
	values url.Values
	taken  []string
	faults []registry.Fault
}

func newQuery(c echo.Context) *query {
	q := &query{}
	if c.Request().URL.RawQuery == "" {
		return q
	}
	var err error
	if q.values, err = url.ParseQuery(c.Request().URL.RawQuery); err != nil {
		q.faults = append(q.faults, registry.NewFault("parameter.syntax", "", c.Request().URL.RawQuery,
			registry.T("Chuỗi truy vấn không đọc được.", "The query does not parse."),
			registry.T("Mã hóa phần trăm tên và giá trị, nối bằng &.", "Percent-encode names and values, join them by &.")))
	}
	return q
}

func (q *query) bad(name, value string, mend registry.Text) {
	f := registry.NewFault("parameter.invalid", name, value,
		registry.Tf("Tham số %s không hợp lệ.", "Parameter %s is not valid.", name), mend)
	q.faults = append(q.faults, f)
}

// text gives a parameter; given twice it is refused.
func (q *query) text(name string) string {
	q.taken = append(q.taken, name)
	all := q.values[name]
	if len(all) > 1 {
		q.bad(name, strings.Join(all, " "), registry.T("Ghi một lần.", "Give it once."))
	}
	if len(all) == 0 {
		return ""
	}
	if !storable(all[0]) {
		q.bad(name, strings.ToValidUTF8(all[0], "�"), registry.T("Ghi văn bản UTF-8.", "Give UTF-8 text."))
		return ""
	}
	return all[0]
}

// atMost gives a parameter of so many characters at most.
func (q *query) atMost(name string, chars int) string {
	s := q.text(name)
	if utf8.RuneCountInString(s) > chars {
		q.bad(name, s, registry.Tf("Ghi không quá %d ký tự.", "Give at most %d characters.", chars))
		return ""
	}
	return s
}

// number gives a number from least to most.
func (q *query) number(name string, otherwise, least, most float64) float64 {
	s := q.text(name)
	if s == "" {
		return otherwise
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= least && v <= most) {
		q.bad(name, s, registry.Tf("Ghi một số từ %g đến %g.", "Give a number from %g to %g.", least, most))
		return otherwise
	}
	return v
}

// id gives the id of a record, 0 when none is asked for.
func (q *query) id(name string) int64 {
	return q.integer(name, 0, 1, math.MaxInt64)
}

// code gives a code of a list.
func (q *query) code(name, list string, codes registry.Codes) string {
	s := q.text(name)
	if s != "" && !codes.Has(list, s) {
		var known []string
		for _, e := range codes.Entries(list) {
			known = append(known, e.Code)
		}
		q.bad(name, s, oneOf(s, known, codes.Show(list)))
		return ""
	}
	return s
}

// oneOf says which values there are, the nearest to the one given first.
func oneOf(given string, known []string, shown string) registry.Text {
	if near := vnname.Nearest(given, known, 1); len(near) > 0 {
		return registry.Tf("Có phải %s? Dùng một trong: %s.", "Did you mean %s? Use one of: %s.", near[0], shown)
	}
	return registry.Tf("Dùng một trong: %s.", "Use one of: %s.", shown)
}

// integer gives a whole number from least to most.
func (q *query) integer(name string, otherwise, least, most int64) int64 {
	s := q.text(name)
	if s == "" {
		return otherwise
	}
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil || v < least || v > most {
		q.bad(name, s, registry.Tf("Ghi một số nguyên từ %d đến %d.", "Give a whole number from %d to %d.", least, most))
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
	q.bad(name, s, oneOf(s, among, strings.Join(among, ", ")))
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
func (q *query) filter(n *registry.Noun, codes registry.Codes) registry.Filter {
	var f registry.Filter
	asset := n.IsAsset()
	placed := asset || n == registry.MastNoun || n == registry.StationNoun || n == registry.PlannedWorkNoun
	if n.Geometry != registry.NoGeometry {
		f.BBox = q.bbox()
	}
	if placed || n == registry.TenancyNoun {
		f.Owner = q.text("owner")
	}
	if n != registry.OrganizationNoun && n != registry.ReportedNoun {
		f.Unit = q.text("unit")
	}
	if placed || n == registry.TenancyNoun || n == registry.VillageNoun || n == registry.UnitNoun || n == registry.ZoneNoun || n == registry.StreetNoun {
		f.AsOf = q.date("as_of")
	}
	if asset {
		f.Status = registry.Status(q.code("status", "status", codes))
	}
	if asset || n == registry.PlannedWorkNoun {
		f.Ahead = q.boolean("ahead")
	}
	if asset {
		f.Tenant = q.text("tenant")
	}
	if postgres.Searchable(n) {
		f.Text = q.atMost("q", registry.MaxSearchChars)
	}
	if n.Field("technology") != nil || n == registry.SiteNoun {
		f.Technology = q.code("technology", "technology", codes)
	}
	if n == registry.TenancyNoun {
		f.Awaiting = q.boolean("awaiting")
	}
	if n == registry.ViolationNoun {
		f.Open = q.boolean("open")
	}
	if n == registry.ViolationNoun || n == registry.FieldReportNoun {
		f.State = q.code("state", n.Field("state").List, codes)
	}
	if n.Field("site") != nil {
		f.Site = q.id("site")
	}
	if n.Field("asset") != nil {
		f.Asset = q.id("asset")
		f.AssetKind = registry.Kind(q.code("asset_kind", "asset_kind", codes))
	}
	return f
}

func (q *query) page() registry.Page {
	return registry.Page{
		After: q.integer("cursor", 0, 0, math.MaxInt64),
		Limit: int(q.integer("limit", registry.DefaultPageLimit, 1, registry.MaxPageLimit)),
	}
}

// noParameters refuses every parameter: one given all the same was meant to do
// something, and this route would not do it.
func noParameters(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := newQuery(c).done(); err != nil {
			return err
		}
		return next(c)
	}
}

// known names the parameters that were taken, in order.
func (q *query) known() []string { return slices.Compact(slices.Sorted(slices.Values(q.taken))) }

// done gives the error of everything wrong with the parameters, as 400.
func (q *query) done() error {
	var unknown []string
	for name := range q.values {
		if !slices.Contains(q.taken, name) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown)+len(q.faults) == 0 {
		return nil
	}
	slices.Sort(unknown)
	mend := registry.T("Bỏ tham số này.", "Leave it out.")
	if list := strings.Join(q.known(), ", "); list != "" {
		mend = registry.Tf("Dùng: %s.", "Use: %s.", list)
	}
	for _, name := range unknown {
		q.faults = append(q.faults, registry.NewFault("parameter.unknown", strings.ToValidUTF8(name, "�"),
			strings.ToValidUTF8(q.values.Get(name), "�"), registry.Tf("Không có tham số %q.", "There is no parameter %q.", name), mend))
	}
	return &registry.Error{Code: registry.CodeInvalid, Faults: q.faults,
		Message: registry.T("Tham số không hợp lệ.", "The parameters are not valid.")}
}
