package rule

import "github.com/hatangso/hatangso/internal/registry"

// lines are the nouns whose records are lines.
var lines = []*registry.Noun{registry.DuctNoun, registry.TrenchNoun, registry.CableRouteNoun}

// lineTooShort: a line of no length to speak of is a slip while drawing. One whose
// positions are all the same is refused while the file is read (geometry.short).
var lineTooShort = &Rule{
	ID: "line.too-short", Tier: registry.QualityTier, Nouns: lines,
	Title: registry.T("Tuyến có chiều dài thật.", "A line has a length."),
	Clause: registry.T("“Đường gấp khúc, chiều dài” (domain.md §2.5–2.7, SEED); ngưỡng là của kỹ thuật (INFERRED).",
		"“polyline, length” (domain.md §2.5–2.7, SEED); the limit is an engineering default (INFERRED)."),
	Limits: []Limit{{Name: "min_m", Title: registry.T("Chiều dài nhỏ nhất", "Least length"), Unit: "m", Default: 0.5}},
	Query: `SELECT "row", 'geometry' AS field, ` + position("geometry") + ` AS value, ` + facts("length_m", "round(length_m::numeric, 2)", "limit_m", "@min_m::float8") + `
		FROM (SELECT "row", geometry, ST_Length(geometry::geography) AS length_m FROM staged WHERE geometry IS NOT NULL) l
		WHERE length_m < @min_m::float8`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Tuyến chỉ dài %s m (dưới %s m).", "The line is only %s m long (under %s m).", f.Number("length_m"), f.Number("limit_m")),
			Mend:    registry.T("Vẽ lại điểm đầu, điểm cuối, hoặc bỏ dòng này.", "Draw its ends again, or drop the row."),
		}
	},
}
