package rule

import "github.com/hatangso/hatangso/internal/registry"

// macroCountJump holds the number of an organization's records against the
// register, which is what was accepted last. A file with fewer rows than the jump
// is a supplement, of which nothing follows for the rest.
var macroCountJump = &Rule{
	ID: "macro.count-jump", Tier: registry.MacroTier, Nouns: append([]*registry.Noun{registry.StationNoun}, assets...),
	Title: registry.T("Số lượng không tăng, giảm quá một phần ba so với lần trước.", "Counts do not jump by more than a third since the last filing."),
	Clause: registry.T("“Kiểm tra tại bàn: trùng lặp, ngoài xã đã khai, tăng giảm bất thường theo năm” (domain.md §5.4, INFERRED); một phần ba là ngưỡng đề nghị.",
		"“Desk checks (duplicates, outside declared commune, year-on-year jumps)” (domain.md §5.4, INFERRED); a third is a proposed limit."),
	Limits: []Limit{
		{Name: "jump", Title: registry.T("Phần tăng, giảm bị hỏi lại", "Part that is asked about"), Unit: "", Default: 1.0 / 3},
		{Name: "least", Title: registry.T("Số bản ghi ít nhất trong sổ để xét", "Fewest records in the register to judge by"), Unit: "", Default: 10},
	},
	Query: `WITH filed AS (SELECT {holder} AS holder, count(*) AS n, count(existing) AS known FROM staged WHERE {holder} IS NOT NULL GROUP BY 1),
		held AS (SELECT {holder} AS holder, count(*) AS n FROM {peers} WHERE {holder} IN (SELECT holder FROM filed) AND {kept} GROUP BY 1)
		SELECT 0 AS "row", '' AS field, o.code AS value,
			` + facts("organization", "o.name", "held", "h.n", "filed", "f.n", "new", "f.n - f.known", "left_out", "greatest(h.n - f.known, 0)", "more", "f.n - f.known > @jump::float8 * h.n") + `
		FROM filed f JOIN held h USING (holder) JOIN organization o ON o.id = holder
		WHERE h.n >= @least::float8 AND (f.n - f.known > @jump::float8 * h.n
			OR f.n >= @jump::float8 * h.n AND h.n - f.known > @jump::float8 * h.n)`,
	Explain: func(f Facts) Explanation {
		message := tell("%s: sổ có %s bản ghi, tệp thiếu %s trong số đó.", "%s: the register has %s records, and the file leaves out %s of them.", f.Text("organization"), f.Number("held"), f.Number("left_out"))
		if f["more"] == true {
			message = tell("%s: sổ có %s bản ghi, tệp thêm mới %s.", "%s: the register has %s records, and the file adds %s.", f.Text("organization"), f.Number("held"), f.Number("new"))
		}
		return Explanation{
			Message: message,
			Mend: registry.T("Kiểm tra tệp có đủ, mã có đúng như lần trước; nếu đúng, xác nhận kèm lý do.",
				"Check that the file is whole and its codes are those of last time; if it is right, verify with the reason."),
		}
	},
}
