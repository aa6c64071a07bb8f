package postgres

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// RecordZoom is the zoom from which on tiles show records; below they count them.
const RecordZoom = 10

// straightZoom is the zoom from which on a tile is so low that degrees are as good as
// metres of its projection: between its edges the latitude is off by 0.3 of its 4096
// units at most (h² tan φ / 8 of its height h), and no record is projected.
const straightZoom = 12

// cellsASide is how many cells a tile has a side in which records are counted;
// the database keeps the counts of those of zoom 9, see asset_cell.
const cellsASide = 32

// sighting is a part of a noun's rows that somebody sees alike: those they are
// near to, or the others.
type sighting struct {
	// where is the condition on the noun's guarded view, "" for all.
	where string
	tier  registry.Tier
	sight tile.Sight
}

// sightings gives the parts of a noun's rows whose place somebody is shown. It is
// the law of their audience: what row security lets them find, as exactly as the
// tier may know.
func sightings(g registry.Grants, n *registry.Noun) (out []sighting) {
	add := func(where string, tier registry.Tier) {
		switch registry.PrecisionAt(n.Name, tier) {
		case registry.Exactly:
			out = append(out, sighting{where, tier, tile.Exactly})
		case registry.OnGrid:
			out = append(out, sighting{where, tier, tile.OnGrid})
		}
	}
	a := audienceOf(g)
	if a == nil {
		add("", registry.FullTier)
		return out
	}
	switch near := a.nearness(n); near {
	case "":
		add("", a.far)
	case "true":
		add("", a.near)
	default:
		add(near, a.near)
		add("("+near+") IS NOT TRUE", a.far)
	}
	return out
}

// told says from which tier on all the fields of a list of noun.field are seen;
// above FullTier where the scope of somebody's key leaves one of the nouns out.
func told(g registry.Grants, of string) (tier registry.Tier) {
	for field := range strings.FieldsSeq(of) {
		noun, name, _ := strings.Cut(field, ".")
		tier = max(tier, registry.TierOf(noun, name))
		if g.Key != nil && len(g.Key.Nouns) > 0 && !slices.Contains(g.Key.Nouns, noun) {
			return registry.FullTier + 1
		}
	}
	return tier
}

// gate gives a value where a row's tier, of those that occur, is told it.
func gate(value string, needed registry.Tier, parts []sighting) string {
	all, none := true, true
	for _, p := range parts {
		if p.tier >= needed {
			none = false
		} else {
			all = false
		}
	}
	switch {
	case all:
		return value
	case none:
		return ""
	}
	return fmt.Sprintf("CASE WHEN k.tier >= %d THEN %s END", needed, value)
}

// tileColumn is a property of the features of one tile: its value of a record, of
// a cluster, or of both.
type tileColumn struct{ name, record, cluster string }

// square is a tile in its own projection, frame in degrees, box in degrees with its
// buffer: subqueries, so that they are worked out once a tile and not once a row.
const (
	square = "(SELECT ST_TileEnvelope($1::int, $2::int, $3::int))"
	frame  = "(SELECT ST_MakeEnvelope($7::float8, $8::float8, $9::float8, $10::float8, 4326))"
	box    = "(SELECT ST_MakeEnvelope($11::float8, $12::float8, $13::float8, $14::float8, 4326))"
)

// tileColumns are the properties of the features of one tile.
type tileColumns []*tileColumn

// column gives the column of a name, which it adds where there is none yet.
func (c *tileColumns) column(name string) *tileColumn {
	for _, known := range *c {
		if known.name == name {
			return known
		}
	}
	*c = append(*c, &tileColumn{name: name})
	return (*c)[len(*c)-1]
}

// shows gives the parts of a layer that a tile of a zoom shows record by record, and
// those it counts.
func (l *TileLayer) shows(parts []sighting, z uint8) (records, clusters []sighting) {
	for _, p := range parts {
		switch {
		case l.tally != nil && (p.sight != tile.Exactly || z < RecordZoom):
			clusters = append(clusters, p)
		case p.sight == tile.Exactly:
			records = append(records, p)
		}
	}
	return records, clusters
}

// typed gives the arguments of a tile's query their types: not every layer asks for
// every one.
const typed = "asked AS (SELECT $1::int, $2::int, $3::int, $4::date, $5::boolean, $6::int, $7::float8, $8::float8, $9::float8, $10::float8, $11::float8, $12::float8, $13::float8, $14::float8)"

// Both queries of a tile have as their arguments zoom, column, row, the day, whether
// the day is not past, how many features there may be, and the frame and the box,
// each west, south, east and north: projecting them takes as long as finding what a
// small tile shows. There are few for each layer and reader, so that a connection keeps
// their plans. The same features make the same bytes. They give the tile, how many
// features it shows and of how many, and who is to be told of how many records.

// tileTexts are both queries of a tile, "" for one there is not.
type tileTexts struct{ whole, thinned string }

// tileTextsOf is what the text of a tile's queries depends on.
type tileTextsOf struct {
	layer             *TileLayer
	told              string
	records, straight bool
	audience          *audience
	whole             bool
	nouns             string // of the key
}

// writtenTexts keeps what was written: writing takes as long as finding what a small
// tile shows.
var writtenTexts sync.Map // of tileTextsOf to tileTexts

// texts gives the queries of a tile as somebody sees it.
func (q *TileQuery) texts(g registry.Grants) tileTexts {
	of := tileTextsOf{layer: q.Layer, told: q.told(tile.Exactly | tile.OnGrid), records: q.Address.Z >= RecordZoom, straight: q.Address.Z >= straightZoom,
		audience: audienceOf(g), whole: whole(g)}
	if g.Key != nil {
		of.nouns = strings.Join(g.Key.Nouns, " ")
	}
	if written, ok := writtenTexts.Load(of); ok {
		return written.(tileTexts)
	}
	layer := q.Layer.telling(of.told)
	texts := tileTexts{layer.wholeQuery(g, q.Address.Z), layer.thinnedQuery(g, q.Address.Z)}
	writtenTexts.Store(of, texts)
	return texts
}

// wholeQuery writes the query of a tile that shows each record there is, in one pass
// over them; "" where some are counted. Of more records than there may be it takes one
// too many, and by that tells that they are for thinnedQuery.
func (l *TileLayer) wholeQuery(g registry.Grants, z uint8) string {
	parts := sightings(g, l.Noun)
	records, clusters := l.shows(parts, z)
	if len(records) == 0 || len(clusters) > 0 {
		return ""
	}
	var columns tileColumns
	laterals := strings.Join(l.recordColumns(g, records, &columns), "")
	const of = `WITH %s
		SELECT coalesce(ST_AsMVT(%s, '%s', %d, 'geom', 'fid' ORDER BY %s) FILTER (WHERE %s), '')%s, count(*), count(*), `
	found, names, features := l.found(records), l.names(g, records), l.features(columns, z)
	if !slices.Contains(underground, l.Noun) {
		return fmt.Sprintf(of+`NULL::bigint[], NULL::bigint[] FROM (%s FROM (%s LIMIT $6::int + 1) k%s OFFSET 0) f`,
			typed, "f", l.Name(), tile.Extent, "f.fid", "f.geom IS NOT NULL", names, features, found, laterals)
	}
	// who is to be told goes beside the features, not into them
	return fmt.Sprintf(of+`array_agg(m.owner_id) FILTER (WHERE m.owner_id IS NOT NULL), array_agg(1::bigint) FILTER (WHERE m.owner_id IS NOT NULL)
		FROM (SELECT k.id, k.owner_id, f.geom IS NOT NULL AS drawn, f AS feature FROM (%s LIMIT $6::int + 1) k%s CROSS JOIN LATERAL (%s OFFSET 0) f) m`,
		typed, "m.feature", l.Name(), tile.Extent, "m.id", "m.drawn", names, found, laterals, features)
}

// thinnedQuery writes the query of a tile of a layer some of which is counted, or
// which has more records than there may be.
func (l *TileLayer) thinnedQuery(g registry.Grants, z uint8) string {
	parts := sightings(g, l.Noun)
	records, clusters := l.shows(parts, z)
	if len(records)+len(clusters) == 0 {
		return ""
	}
	with := []string{typed}
	var features []string
	var columns tileColumns
	var laterals []string
	if len(records) > 0 {
		laterals = l.recordColumns(g, records, &columns)
		with = append(with, "found AS MATERIALIZED ("+l.found(records)+")", thinned)
	} else {
		with = append(with, "found AS (SELECT NULL::bigint AS id, NULL::bigint AS owner_id WHERE false), kept AS (SELECT * FROM found)")
	}
	if len(clusters) > 0 {
		l.clusterColumns(g, clusters, &columns)
		with = append(with, "counted AS MATERIALIZED ("+l.countedSQL(g, clusters, z)+")", l.weighed(g, clusters))
	}
	if len(records) > 0 {
		features = append(features, l.features(columns, z)+" FROM kept k"+strings.Join(laterals, ""))
	}
	if len(clusters) > 0 {
		features = append(features, "SELECT NULL::bigint AS fid, ST_MakePoint(w.px, w.py) AS geom"+
			spell(columns, func(c *tileColumn) string { return c.cluster })+" FROM weighed w GROUP BY w.px, w.py")
	}
	return fmt.Sprintf(`WITH %[1]s
		SELECT (SELECT coalesce(ST_AsMVT(m, '%[2]s', %[3]d, 'geom', 'fid'), '') FROM (SELECT * FROM (%[4]s OFFSET 0) f WHERE f.geom IS NOT NULL ORDER BY f.fid, f.geom) m)%[6]s
				|| CASE WHEN n.shown < n.found THEN (SELECT ST_AsMVT(t, '%[7]s', %[3]d, 'geom') FROM (SELECT n.shown, n.found AS "of", ST_MakePoint(%[5]d, %[5]d) AS geom) t) ELSE '' END,
			n.shown, n.found, s.owners, s.counts
		FROM (SELECT (SELECT count(*) FROM kept) AS shown, (SELECT count(*) FROM found) AS found) n,
			(SELECT array_agg(o.owner_id) AS owners, array_agg(o.n) AS counts FROM (SELECT owner_id, count(*) AS n FROM kept WHERE owner_id IS NOT NULL GROUP BY 1) o) s`,
		strings.Join(with, ",\n"), l.Name(), tile.Extent, strings.Join(features, " UNION ALL "), tile.Extent/2, l.names(g, records), l.ThinnedLayer())
}

// features writes what a tile tells of each record k.
func (l *TileLayer) features(columns tileColumns, z uint8) string {
	shape, within := l.shape(z)
	return fmt.Sprintf("SELECT k.id AS fid, ST_AsMVTGeom(%s, %s, %d, %d) AS geom%s", shape, within, tile.Extent, tile.Buffer,
		spell(columns, func(c *tileColumn) string { return c.record }))
}

// ThinnedLayer is the layer in a tile that tells, at one point, how many features are
// shown of how many, where it had to leave some out. Tiles of several layers can be
// put together: each calls it otherwise.
func (l *TileLayer) ThinnedLayer() string { return l.Name() + "-thinned" }

// NamesLayer is the layer in a tile of areas that has a point to name each at.
func (l *TileLayer) NamesLayer() string { return l.Name() + "-names" }

// names gives the points at which the areas of a layer are named: one in all the
// tiles an area is cut into, which each would be named in otherwise.
func (l *TileLayer) names(g registry.Grants, parts []sighting) string {
	name := gate("k.name", told(g, l.Noun.Name+".name"), parts)
	if l.Noun.Geometry != registry.MultiPolygon || name == "" {
		return ""
	}
	more := ""
	if l.Noun == registry.UnitNoun {
		more = ", k.level, k.code" // units of one name are told apart by their codes
	}
	return fmt.Sprintf(` || (SELECT coalesce(ST_AsMVT(p, '%s', %d, 'geom', 'fid'), '') FROM (
			SELECT k.id AS fid, %s AS name%s, ST_AsMVTGeom(ST_Transform(ST_PointOnSurface(k.geometry), 3857), %s, %[2]d, 0) AS geom FROM (%[6]s) k ORDER BY k.id) p WHERE p.geom IS NOT NULL)`,
		l.NamesLayer(), tile.Extent, name, more, square, l.found(parts))
}

// spell gives columns by name, NULL where there is no value; the first value of a
// column, over all parts of a union, gives its type.
func spell(columns tileColumns, of func(*tileColumn) string) string {
	var out strings.Builder
	for _, c := range columns {
		value := of(c)
		if value == "" {
			value = "NULL"
		}
		fmt.Fprintf(&out, ", %s AS %s", value, quote(c.name))
	}
	return out.String()
}

// recordColumns adds what a record tells, and gives what it is joined with.
func (l *TileLayer) recordColumns(g registry.Grants, parts []sighting, columns *tileColumns) (laterals []string) {
	columns.column("id").record = "k.id"
	for _, f := range l.ownFields() {
		if value := gate("k."+quote(f.Name), told(g, l.Noun.Name+"."+f.Name), parts); value != "" {
			columns.column(f.Name).record = value
		}
	}
	for _, p := range l.derived {
		sql, lateral := p.asRead(l, g)
		value := gate(sql, told(g, p.of), parts)
		if value == "" {
			continue
		}
		columns.column(p.Name).record = value
		if lateral != "" && !slices.Contains(laterals, lateral) {
			laterals = append(laterals, lateral)
		}
	}
	return laterals
}

// found gives the query of the records in a tile, with the tier each is seen in.
func (l *TileLayer) found(parts []sighting) string {
	columns := []string{"id", "geometry"}
	for _, name := range append([]string{"owner_id", "status", "in_service", "site"}, strings.Fields(l.fields)...) {
		if (filterable(l.Noun, name) || l.Noun.Field(name) != nil) && !slices.Contains(columns, quote(name)) {
			columns = append(columns, quote(name))
		}
	}
	if !filterable(l.Noun, "owner_id") {
		columns = append(columns, "NULL::bigint AS owner_id")
	}
	columns = append(columns, strings.Fields(l.joins)...)
	selects := make([]string, len(parts))
	for i, p := range parts {
		selects[i] = fmt.Sprintf("SELECT %s, %d AS tier FROM guarded.%s%s WHERE geometry && %s AND %s", strings.Join(columns, ", "), p.tier, quote(l.Noun.Name), l.joined, box, l.when)
		if p.where != "" {
			selects[i] += " AND " + p.where
		}
	}
	return strings.Join(selects, " UNION ALL ")
}

// thinned keeps of the records found no more than there may be, evenly over the
// tile: one of each of 64 × 64 cells, then a second of each, and so on. Which one
// is the first is drawn by lot, the same one every time.
const thinned = `kept AS (
		SELECT k.*, NULL::bigint AS turn FROM found k WHERE (SELECT count(*) FROM found) <= $6
		UNION ALL
		SELECT * FROM (
			SELECT k.*, row_number() OVER (PARTITION BY floor(ST_XMin(k.geometry) * 64 / s.width), floor(ST_YMin(k.geometry) * 64 / s.height) ORDER BY hashint8(k.id), k.id) AS turn
			FROM found k, (SELECT ST_XMax(b) - ST_XMin(b) AS width, ST_YMax(b) - ST_YMin(b) AS height FROM (SELECT ` + box + ` AS b) t) s
			WHERE (SELECT count(*) FROM found) > $6
			ORDER BY turn, hashint8(k.id), k.id LIMIT $6) r)`

// shape is the geometry of a record as a tile of a zoom draws it, and the square of the
// tile, both in the tile's projection or both in degrees. Areas of low zooms have their
// vertices on a grid of half a pixel: neighbours share theirs, and where one moves the
// other moves alike, so that no border is torn, as simplifying one by one would tear it.
func (l *TileLayer) shape(z uint8) (geometry, within string) {
	const projected = "ST_Transform(k.geometry, 3857)"
	switch {
	case z >= straightZoom:
		return "k.geometry", frame
	case l.Noun.Geometry != registry.MultiPolygon || z >= RecordZoom:
		return projected, square
	}
	const halfPixel = 4 // of 512 to the tile, in its units
	return fmt.Sprintf("ST_SnapToGrid(%s, (ST_XMax(%s) - ST_XMin(%[2]s)) * %d / %d)", projected, square, halfPixel, tile.Extent), square
}
