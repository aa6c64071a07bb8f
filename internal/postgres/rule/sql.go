package rule

import "strings"

// What several queries say alike. Metric questions go to the spatial index by a
// box of degrees that holds the circle (no degree of latitude is shorter than
// 110.5 km), and are then answered on the spheroid.

// around is the box that holds everything within metres of a geometry.
func around(geometry, metres string) string {
	return "ST_Expand(" + geometry + ", " + metres + " / (110500 * greatest(cos(radians(abs(ST_YMax(" + geometry + ")))), 0.01)), " + metres + " / 110500)"
}

// near is the condition that two geometries are within metres of each other, the
// first by its index.
func near(indexed, geometry, metres string) string {
	return indexed + " && " + around(geometry, metres) + " AND ST_DWithin(" + indexed + "::geography, " + geometry + "::geography, " + metres + ")"
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

// neighbour selects, for each staged row, one neighbour within metres: an earlier
// row of the file or the nearest record of the register that the file does not
// speak of, as (row, geometry, other_row, other_code, other_owner, distance_m). In
// the file any will do: to look for the nearest among 100,000 rows of one place
// takes for ever.
func neighbour(metres, inFile, inRegister string) string {
	return `SELECT DISTINCT ON (h.row) h.* FROM (
		SELECT s.row, s.geometry, n.* FROM staged s CROSS JOIN LATERAL (
			SELECT t.row AS other_row, t.code AS other_code, t.owner_id AS other_owner, ` + apart("t.geometry", "s.geometry") + ` AS distance_m
			FROM staged t WHERE ` + near("t.geometry", "s.geometry", metres) + ` AND t.row < s.row AND ` + standing("t") + ` AND ` + inFile + ` LIMIT 1) n
		WHERE ` + standing("s") + `
		UNION ALL
		SELECT s.row, s.geometry, n.* FROM staged s CROSS JOIN LATERAL (
			SELECT NULL::int, t.code, t.owner_id, ` + apart("t.geom", "s.geometry") + `
			FROM {peers} t WHERE ` + near("t.geom", "s.geometry", metres) + ` AND ` + standing("t") + ` AND ` + inRegister + `
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
