package httpapi

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/ogc"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// features keeps the memory of pages that have been sent.
var features = sync.Pool{New: func() any { return new(export.Features) }}

// pageLimit is how many features a page for people has when none is asked for.
const pageLimit = 20

// ogcItems gives a page of a collection's features.
func (s *Server) ogcItems(c echo.Context) error {
	r := s.ogcRequestOf(c)
	n, err := collection(c)
	if err != nil {
		return err
	}
	q := r.featureQuery(n, actor(c))
	crs := r.crs("crs")
	if err := r.done(); err != nil {
		return r.refuseFeatures(c, n, err)
	}
	page := features.Get().(*export.Features)
	defer features.Put(page)
	reset(page, n, crs)
	var matched int64
	var next *postgres.FeatureCursor
	find := func(ctx context.Context) (err error) {
		matched, next, err = s.db.Features(ctx, actor(c), n, q, page)
		return err
	}
	if q.Filter.Where == nil {
		err = find(c.Request().Context())
	} else {
		err = s.heavy(c, "filter", find)
	}
	if err != nil {
		return r.refuseFeatures(c, n, err)
	}
	path := ogc.Path(n, "/items")
	asked := c.Request().URL.Query()
	links := r.site.Alternates(path, asked, ogc.MediaGeoJSON, r.html)
	if next != nil {
		asked.Set("cursor", writeCursor(next, actor(c)))
		if r.html { // the next page is as this one
			asked.Set("f", "html")
		} else {
			asked.Del("f")
			asked.Set("f", "json")
		}
		links = append(links, ogc.Link{Href: r.site.URL(path, asked), Rel: "next", Type: links[0].Type, Title: r.site.Say(registry.T("Trang sau", "Next page"))})
	}
	links = append(links, ogc.Link{Href: r.site.URL(ogc.Path(n, ""), nil), Rel: "collection", Type: ogc.MediaJSON, Title: r.site.Say(n.Title)})
	if r.html {
		return r.showFeatures(c, n, page, links, matched)
	}
	head, err := json.Marshal(struct {
		Links          []ogc.Link `json:"links"`
		TimeStamp      string     `json:"timeStamp"`
		NumberMatched  int64      `json:"numberMatched"`
		NumberReturned int        `json:"numberReturned"`
	}{links, time.Now().UTC().Format(time.RFC3339), matched, page.Len()})
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Add("Vary", "Accept, Accept-Language")
	h.Set(echo.HeaderContentType, ogc.MediaGeoJSON)
	h.Set("Content-Crs", crs.Header())
	c.Response().WriteHeader(http.StatusOK)
	for _, part := range [][]byte{[]byte(`{"type":"FeatureCollection","features":`), page.JSON(), []byte(","), head[1:], []byte("\n")} {
		if _, err := c.Response().Write(part); err != nil {
			return err
		}
	}
	return nil
}

// reset readies a page for features of a noun in a reference system.
func reset(page *export.Features, n *registry.Noun, crs ogc.CRS) {
	if crs.Stored() {
		page.Reset(n, nil, false)
		return
	}
	page.Reset(n, crs.FromWGS84, !crs.System.Geographic)
}

// featureQuery reads the parameters by which features are chosen. Those that the
// noun has no property for are left untaken, so done refuses them by name.
func (r *ogcRequest) featureQuery(n *registry.Noun, who registry.Actor) (q postgres.FeatureQuery) {
	limit := int64(ogc.DefaultLimit)
	if r.html {
		limit = pageLimit
	}
	q.Limit = int(min(r.integer("limit", limit, 1, 1<<31), ogc.MaxLimit)) // more is asked than is sent: Part 1, Requirement 22
	r.boxes(&q)
	if s := r.text("datetime"); s != "" {
		period, ok := ogc.ParseDatetime(s)
		if !ok {
			r.bad("datetime", s, registry.T("Ghi một ngày, một thời điểm RFC 3339, hoặc khoảng a/b, ../b, a/.. với a không sau b.",
				"Give a date, an RFC 3339 time, or an interval a/b, ../b, a/.. with a not after b."))
		}
		q.From, q.To = period.From, period.To
	}
	if s := r.text("cursor"); s != "" {
		if q.After = readCursor(s, who); q.After == nil {
			r.bad("cursor", s, registry.T("Lấy con trỏ từ liên kết next, và hỏi tiếp bằng khóa hay tài khoản của trang đầu.",
				"Take the cursor from the next link, and go on with the key or account of the first page."))
		}
	}
	r.sortBy(n, &q)
	q.Where = r.where(n)
	return q
}

// boxes reads bbox in the order of axes of bbox-crs.
func (r *ogcRequest) boxes(q *postgres.FeatureQuery) {
	crs, s := r.crs("bbox-crs"), r.text("bbox")
	if s == "" {
		return
	}
	box, ok := ogc.ParseBox(s)
	if ok {
		q.Boxes, q.Bent, ok = box.Areas(crs)
	}
	if !ok {
		r.bad("bbox", s, registry.T("Ghi bốn hoặc sáu số: góc nhỏ rồi góc lớn, theo thứ tự trục của bbox-crs.",
			"Give four or six numbers: the least corner, then the greatest, in the axis order of bbox-crs."))
	}
}

// crs reads a parameter that names a reference system.
func (r *ogcRequest) crs(name string) ogc.CRS {
	s := r.text(name)
	if s == "" {
		return ogc.StorageCRS
	}
	crs, ok := r.site.FindCRS(s)
	if !ok {
		known := ogc.URIs(r.site.CRS)
		r.bad(name, s, oneOf(s, known, strings.Join(known, ", ")))
		return ogc.StorageCRS
	}
	return crs
}

// sortBy reads sortby: fields with a comma between, + or - before each.
func (r *ogcRequest) sortBy(n *registry.Noun, q *postgres.FeatureQuery) {
	s := r.text("sortby")
	if s == "" {
		return
	}
	parts := strings.Split(s, ",")
	if len(parts) > postgres.MaxSortFields {
		r.bad("sortby", s, registry.Tf("Ghi không quá %d thuộc tính.", "Give at most %d properties.", postgres.MaxSortFields))
		return
	}
	for _, part := range parts {
		part = strings.TrimSpace(part) // + in an address is a space
		name, descending := strings.CutPrefix(part, "-")
		f := n.Field(strings.TrimPrefix(name, "+"))
		if f == nil || !ogc.Scalar(f) || slices.ContainsFunc(q.Sort, func(o postgres.FeatureOrder) bool { return o.Field == f }) {
			r.bad("sortby", s, registry.T("Ghi các thuộc tính của /sortables, mỗi thuộc tính một lần, thêm - phía trước để giảm dần.",
				"Give properties of /sortables, each once, with - before it for descending order."))
			return
		}
		q.Sort = append(q.Sort, postgres.FeatureOrder{Field: f, Descending: descending})
	}
}

// cursor is a cursor as a parameter has it: with a mark of whose pages they are. A
// program that forgets its key after the first page, as one whose key stood in the
// address does, is refused the second rather than shown what the public sees.
type cursor struct {
	postgres.FeatureCursor
	Reader uint32 `json:"r"`
}

// readerOf marks somebody in a cursor.
func readerOf(who registry.Actor) uint32 { return crc32.ChecksumIEEE([]byte(who.Name)) }

// writeCursor and readCursor spell a cursor; nil is none, or one of somebody else.
func writeCursor(c *postgres.FeatureCursor, who registry.Actor) string {
	b, err := json.Marshal(cursor{*c, readerOf(who)})
	if err != nil {
		panic(err) // numbers and texts
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(s string, who registry.Actor) *postgres.FeatureCursor {
	var c cursor
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || json.Unmarshal(b, &c) != nil || c.ID < 0 || c.Matched < 0 || c.Reader != readerOf(who) {
		return nil
	}
	for _, v := range c.Values {
		if v != nil && !storable(*v) {
			return nil
		}
	}
	return &c.FeatureCursor
}

// ogcItem gives one feature, with its ETag.
func (s *Server) ogcItem(c echo.Context) error {
	r := s.ogcRequestOf(c)
	n, err := collection(c)
	if err != nil {
		return err
	}
	crs := r.crs("crs")
	if err := r.done(); err != nil {
		return err
	}
	number, err := recordID(c)
	if err != nil {
		return err
	}
	one := features.Get().(*export.Features)
	defer features.Put(one)
	reset(one, n, crs)
	version, err := s.db.Read(c.Request().Context(), actor(c), n, number, one)
	if err != nil {
		return err
	}
	path := ogc.Path(n, "/items/"+strconv.FormatInt(number, 10))
	links := r.site.Alternates(path, c.Request().URL.Query(), ogc.MediaGeoJSON, r.html)
	links = append(links, ogc.Link{Href: r.site.URL(ogc.Path(n, ""), nil), Rel: "collection", Type: ogc.MediaJSON, Title: r.site.Say(n.Title)})
	if r.html {
		return r.showFeature(c, n, one, links)
	}
	h := c.Response().Header()
	etag := readTag(n, featureTag(n, number, version, crs), one.First())
	h.Set("ETag", etag)
	h.Set("Content-Crs", crs.Header())
	h.Add("Vary", "Accept, Accept-Language")
	if names(c.Request().Header.Values("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	for i := range links { // in no language: same tag, same content
		links[i].Title = ""
	}
	text, err := json.Marshal(links)
	if err != nil {
		return err
	}
	feature := one.First()
	body := make([]byte, 0, len(feature)+len(text)+20)
	body = append(append(append(append(body, feature[:len(feature)-1]...), `,"links":`...), text...), "}\n"...)
	return c.Blob(http.StatusOK, ogc.MediaGeoJSON, body)
}

// featureTag is the strong ETag of a feature in a reference system.
func featureTag(n *registry.Noun, id, version int64, crs ogc.CRS) string {
	if crs.Stored() {
		return tag(n, id, version)
	}
	return fmt.Sprintf(`"%s-%d-%d.%d"`, n.Name, id, version, crs.System.EPSG)
}

// pageURL gives the address of a page for people with a parameter set anew.
func pageURL(base string, asked url.Values, name, value string) string {
	with := url.Values{}
	for k, v := range asked {
		with[k] = v
	}
	with.Set(name, value)
	return base + "?" + with.Encode()
}
