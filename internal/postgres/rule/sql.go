package rule

import "strings"

// What several queries say alike. Metric questions go to the spatial index by a
// box of degrees that holds the circle, the database's around, and are then answered
// on the spheroid.

// near is the condition that two geometries are within metres of each other, the
// first by its index.
func near(indexed, geometry, metres string) string {
	return indexed + " && around(" + geometry + ", " + metres + ") AND ST_DWithin(" + indexed + "::geography, " + geometry + "::geography, " + metres + ")"
}

// apart is the distance of two geometries, to the decimetre.
func apart(a, b string) string {
	return "round(ST_Distance(" + a + "::geography, " + b + "::geography)::numeric, 1)"
}

// position is what a finding shows of a geometry: the longitude and latitude it
// counts as lying at.
func position(geometry string) string {
	return "concat_ws(' ', round(ST_X(place_of(" + geometry + "))::numeric, 6), round(ST_Y(place_of(" + geometry + "))::numeric, 6))"
}

// standing is the condition that a staged asset is not taken down.
func standing(alias string) string { return alias + ".status IS DISTINCT FROM 'removed'" }

// crowded is how many rows of one owner stand for all of theirs in a cell of the
// grid that rows of a file are compared in: 100,000 rows on one spot are not
// compared with each other.
const crowded = "4"

// neighbour selects, for each staged row, one neighbour within metres: an earlier
// row of the file or the nearest record of the register that the file does not
// speak of, as (row, geometry, other_row, other_code, other_owner, distance_m). In
// the file, t is compared with s where the cells of a grid as wide as the distance
// touch: a hash join, which takes a tenth of asking an index for every row. The
// register, t too, is asked by its index.
func neighbour(metres, condition, inFile, inRegister string) string {
	return `WITH grid AS (
			SELECT greatest(` + metres + `, 0.01) / 110500 AS dy,
				greatest(` + metres + `, 0.01) / (110500 * greatest(cos(radians(max(abs(ST_Y(geometry))))), 0.01)) AS dx FROM staged),
		cell AS MATERIALIZED (
			SELECT s.row, s.geometry, s.code, s.owner_id, floor(ST_X(s.geometry) / g.dx)::bigint AS x, floor(ST_Y(s.geometry) / g.dy)::bigint AS y
			FROM staged s CROSS JOIN grid g WHERE s.geometry IS NOT NULL AND ` + standing("s") + `),
		spot AS MATERIALIZED (
			SELECT * FROM (SELECT c.*, row_number() OVER (PARTITION BY x, y, owner_id ORDER BY c.row) AS nth FROM cell c) r WHERE nth <= ` + crowded + `)
		SELECT DISTINCT ON (h.row) h.* FROM (
			SELECT s.row, s.geometry, t.row AS other_row, t.code AS other_code, t.owner_id AS other_owner, ` + apart("t.geometry", "s.geometry") + ` AS distance_m
			FROM cell s CROSS JOIN (VALUES (-1), (0), (1)) dx (step) CROSS JOIN (VALUES (-1), (0), (1)) dy (step)
			JOIN spot t ON t.x = s.x + dx.step AND t.y = s.y + dy.step AND ` + condition + `
			WHERE t.row < s.row AND ` + inFile + ` AND ST_DWithin(t.geometry::geography, s.geometry::geography, ` + metres + `)
			UNION ALL
			SELECT s.row, s.geometry, n.* FROM staged s CROSS JOIN LATERAL (
				SELECT NULL::int, t.code, t.owner_id, ` + apart("t.geom", "s.geometry") + `
				FROM {peers} t WHERE ` + near("t.geom", "s.geometry", metres) + ` AND ` + standing("t") + ` AND ` + condition + ` AND ` + inRegister + `
					AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id)
				ORDER BY 4 LIMIT 1) n
			WHERE ` + standing("s") + `) h ORDER BY h.row, h.distance_m`
}

// lineage is a recursive query (of_id, id, kind, valid): the units that each unit
// in a set of ids came from, itself among them.
func lineage(ids string) string {
	return `lineage (of_id, id) AS (
		SELECT i.id, i.id FROM (` + ids + `) i (id)
		UNION SELECT l.of_id, p.old_id FROM lineage l JOIN unit_successor p ON p.new_id = l.id)`
}

// cut bounds what a finding shows of a text, to registry.MaxFaultValue characters.
func cut(expression string) string { return "left(" + expression + ", 120)" }

// facts makes the facts column of pairs of a name and an expression.
func facts(pairs ...string) string {
	var b strings.Builder
	b.WriteString("jsonb_strip_nulls(jsonb_build_object(")
	for i := 0; i < len(pairs); i += 2 {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("'" + pairs[i] + "', " + pairs[i+1])
	}
	b.WriteString(")) AS facts")
	return b.String()
}
