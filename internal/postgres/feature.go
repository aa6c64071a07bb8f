package postgres

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxFeatures bounds a page of features. It is more than a list's: GIS programs
// load whole layers.
const MaxFeatures = 10_000

// MaxSortFields bounds by how many fields a page is sorted.
const MaxSortFields = 5

// FeatureQuery asks for a page of a noun's records as a GIS program does.
type FeatureQuery struct {
	registry.Filter
	// Boxes takes what touches one of them, in longitude and latitude; none means
	// anywhere.
	Boxes []orb.Bound
	// Bent takes what touches it: a box of a grid.
	Bent orb.Polygon
	// From and To take what was in service or in force on at least one of these
	// days, both included; nil leaves that end open.
	From, To *registry.Date
	// Sort is the order, at most MaxSortFields; the id decides what is left. A page
	// in another order than the id's reads all that the filter takes.
	Sort []FeatureOrder
	// After is where the page before ended; nil is the beginning.
	After *FeatureCursor
	// Limit is how many features a page has at most.
	Limit int
}

// FeatureOrder is one field features are sorted by. Nulls come last, in
// descending order first.
type FeatureOrder struct {
	Field      *registry.Field
	Descending bool
}

// FeatureCursor is where a page ended, and how many features there were in all
// when the first page was read: they are counted once.
type FeatureCursor struct {
	ID int64 `json:"i"`
	// Values are those of the fields sorted by, nil for null.
	Values  []*string `json:"v,omitempty"`
	Matched int64     `json:"n"`
}

// Bounded is a sink that may be full before the page is.
type Bounded interface{ Full() bool }

// Features sends a page of features to sink. matched is how many there are on all
// pages; next is where to go on, nil on the last page.
func (db *DB) Features(ctx context.Context, who registry.Actor, n *registry.Noun, q FeatureQuery, sink Sink) (matched int64, next *FeatureCursor, err error) {
	if err := MayFind(who, n); err != nil {
		return 0, nil, err
	}
	if q.Limit < 1 || q.Limit > MaxFeatures {
		return 0, nil, registry.Errorf(registry.CodeInvalid, "limit phải từ 1 đến %d.", "limit must be 1 to %d.", MaxFeatures)
	}
	ctx = as(ctx, who)
	where, err := db.featuresWhere(ctx, n, q)
	if err != nil {
		return 0, nil, err
	}
	defer where.explain(&err)
	if q.After != nil {
		matched = q.After.Matched
	} else if matched, err = db.counts.of(ctx, db, who, n, where); err != nil {
		return 0, nil, err
	}
	where.once = where.once || db.walked(who, n, q, where, matched)
	if err := where.after(q); err != nil {
		return 0, nil, err
	}
	plates, err := db.nameplates.read(ctx, db.planned)
	if err != nil {
		return 0, nil, translate(err)
	}
	raw := newRawRows(who, n, plates)
	limit := where.arg(q.Limit + 1) // one more than asked tells whether there is a next page
	rows, err := db.poolFor(where).Query(ctx, raw.sql(where)+` ORDER BY `+orderBy(q.Sort)+` LIMIT `+limit, raw.args(where)...)
	if err != nil {
		return 0, nil, translate(err)
	}
	end := endOf{Sink: sink, order: q.Sort}
	_, last, err := raw.send(rows, &end, q.Limit)
	if err = raw.seen.note(ctx, db, who, err); err != nil || last == 0 {
		return matched, nil, err
	}
	return matched, &FeatureCursor{ID: last, Values: end.values(), Matched: matched}, nil
}

// featuresWhere gives the conditions of a query on a noun's guarded view.
func (db *DB) featuresWhere(ctx context.Context, n *registry.Noun, q FeatureQuery) (*conditions, error) {
	where, err := db.where(ctx, n, q.Filter)
	if err != nil {
		return nil, err
	}
	if len(q.Boxes) > 0 {
		touches := "geometry && ST_MakeEnvelope(%s, %s, %s, %s, 4326)"
		if n.Geometry != registry.Point { // whose own box may touch where it does not
			touches = "ST_Intersects(geometry, ST_MakeEnvelope(%s, %s, %s, %s, 4326))"
		}
		any := make([]string, len(q.Boxes))
		for i, b := range q.Boxes {
			any[i] = fmt.Sprintf(touches, where.arg(b.Min[0]), where.arg(b.Min[1]), where.arg(b.Max[0]), where.arg(b.Max[1]))
		}
		where.parts = append(where.parts, "("+strings.Join(any, " OR ")+")")
		where.within(n, q.Boxes...)
	}
	if q.Bent != nil {
		shape, err := wkb.Marshal(q.Bent)
		if err != nil {
			return nil, err
		}
		where.and("ST_Intersects(geometry, ST_GeomFromWKB(%s, 4326))", shape)
	}
	// what has no time of its own is there at any time (OGC API – Features 1, 7.15.4)
	if days := daysOf(n); days != "" && (q.From != nil || q.To != nil) {
		where.and(days+" && daterange(%s::date, %s::date, '[]')", q.From, q.To)
	}
	return where, nil
}

// orderBy spells an order; it ends with the id, so that it is total.
func orderBy(order []FeatureOrder) string {
	var by []string
	for _, o := range order {
		column := quote(o.Field.Name)
		if o.Descending {
			column += " DESC"
		}
		by = append(by, column)
	}
	return strings.Join(append(by, "id"), ", ")
}

// sqlTypes are the types by which a cursor's values are read.
var sqlTypes = map[registry.FieldType]string{
	registry.TextField: "text", registry.IntField: "bigint", registry.DecimalField: "double precision", registry.BoolField: "boolean",
	registry.DateField: "date", registry.TimeField: "timestamptz",
}

// after adds the condition that a row comes after the cursor. For the order
// a, b, id it is: a after, or a equal and (b after, or b equal and id after).
func (c *conditions) after(q FeatureQuery) error {
	if q.After == nil {
		return nil
	}
	if len(q.After.Values) != len(q.Sort) {
		return badParameter("cursor", "", registry.T("Con trỏ của một cách sắp xếp khác; lấy từ liên kết next.", "The cursor is of another order; take it from the next link."))
	}
	condition := "id > " + c.arg(q.After.ID)
	for i := len(q.Sort) - 1; i >= 0; i-- {
		o, value := q.Sort[i], q.After.Values[i]
		column := quote(o.Field.Name)
		equal, beyond := column+" IS NULL", "false"
		switch {
		case value != nil:
			if !wellFormed(o.Field, *value) {
				return badParameter("cursor", *value, registry.T("Lấy con trỏ từ liên kết next.", "Take the cursor from the next link."))
			}
			place := c.arg(*value) + "::text::" + sqlTypes[o.Field.Type]
			equal = column + " = " + place
			if beyond = column + " < " + place; !o.Descending {
				beyond = "(" + column + " > " + place + " OR " + column + " IS NULL)"
			}
		case o.Descending:
			beyond = column + " IS NOT NULL"
		}
		condition = "(" + beyond + " OR " + equal + " AND " + condition + ")"
	}
	c.parts = append(c.parts, condition)
	return nil
}

// wellFormed says whether a cursor's value, which has been in a caller's hands,
// can be one of a field.
func wellFormed(f *registry.Field, value string) bool {
	var err error
	switch f.Type {
	case registry.IntField:
		_, err = strconv.ParseInt(value, 10, 64)
	case registry.DecimalField:
		_, err = strconv.ParseFloat(value, 64)
	case registry.BoolField:
		_, err = strconv.ParseBool(value)
	case registry.DateField:
		_, err = time.Parse(time.DateOnly, value)
	case registry.TimeField:
		_, err = time.Parse(time.RFC3339Nano, value)
	}
	return err == nil
}

// endOf keeps the values a cursor needs of the row sent last.
type endOf struct {
	Sink
	order []FeatureOrder
	at    []int
	last  [][]byte
}

func (e *endOf) Begin(fields []registry.Field) error {
	for _, o := range e.order {
		e.at = append(e.at, slices.IndexFunc(fields, func(f registry.Field) bool { return f.Name == o.Field.Name }))
	}
	e.last = make([][]byte, len(e.at))
	return e.Sink.Begin(fields)
}

func (e *endOf) Row(values []Value) error {
	for i, at := range e.at {
		if values[at] == nil {
			e.last[i] = nil
			continue
		}
		e.last[i] = append(make([]byte, 0, len(values[at])), values[at]...)
	}
	return e.Sink.Row(values)
}

// Full implements [Bounded].
func (e *endOf) Full() bool { return full(e.Sink) }

func full(sink Sink) bool {
	b, ok := sink.(Bounded)
	return ok && b.Full()
}

func (e *endOf) values() (out []*string) {
	for i, last := range e.last {
		if last == nil {
			out = append(out, nil)
			continue
		}
		text := Value(last).plain(e.order[i].Field.Type)
		out = append(out, &text)
	}
	return out
}

// plain spells a value so that PostgreSQL reads the same back.
func (v Value) plain(t registry.FieldType) string {
	switch t {
	case registry.IntField:
		return strconv.FormatInt(v.Int(), 10)
	case registry.DecimalField:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case registry.BoolField:
		return strconv.FormatBool(v.Bool())
	case registry.DateField:
		return time.Unix(v.Days()*86400, 0).UTC().Format(time.DateOnly)
	case registry.TimeField:
		return time.UnixMicro(int64(binary.BigEndian.Uint64(v)) + epochDays*86400*1e6).UTC().Format(time.RFC3339Nano) // #nosec G115 -- the same bits, signed
	}
	return string(v)
}

// Extents gives about where the features of nouns are, each widened to a tenth of
// a degree, so that it tells of no work where it stands; a noun without features
// is missing. It reads the heads of the spatial indexes and no row, so it may be
// wider than what is left after deletions.
func (db *DB) Extents(ctx context.Context, nouns []*registry.Noun) (map[*registry.Noun]*orb.Bound, error) {
	out := map[*registry.Noun]*orb.Bound{}
	names := make([]string, len(nouns))
	for i, n := range nouns {
		names[i] = n.Name
	}
	rows, err := db.pool.Query(ctx, `SELECT n.noun, e.west, e.south, e.east, e.north FROM unnest($1::text[]) AS n (noun), collection_extent(n.noun) AS e
		WHERE e.west IS NOT NULL`, names)
	if err != nil {
		return nil, translate(err)
	}
	var name string
	var west, south, east, north float64
	_, err = pgx.ForEachRow(rows, []any{&name, &west, &south, &east, &north}, func() error {
		out[nounNamed(name)] = &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
		return nil
	})
	return out, translate(err)
}
