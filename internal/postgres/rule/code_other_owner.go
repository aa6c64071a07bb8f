package rule

import "github.com/hatangso/hatangso/internal/registry"

// codeOtherOwner: the code of a position under two owners mostly means that a
// tenant filed its host's site. The same code of one owner is one record (see
// key.duplicate).
var codeOtherOwner = &Rule{
	ID: "code.other-owner", Tier: registry.QualityTier,
	Nouns: []*registry.Noun{registry.SiteNoun, registry.ServicePointNoun, registry.TrenchNoun},
	Title: registry.T("Một mã không đứng tên hai chủ sở hữu.", "One code does not stand under two owners."),
	Clause: registry.T("“Mã vị trí (của chủ sở hữu và mã riêng của từng bên thuê)” (domain.md §2.1, SEED và SEEN): mã của chủ là của chủ.",
		"“site code (owner's and each tenant's own code)” (domain.md §2.1, SEED and SEEN): the owner's code is the owner's."),
	Query: `WITH first AS (
			SELECT "row", code, owner_id, first_value("row") OVER w AS other_row, first_value(owner_id) OVER w AS other_owner
			FROM staged WHERE code IS NOT NULL AND owner_id IS NOT NULL WINDOW w AS (PARTITION BY code ORDER BY "row"))
		SELECT DISTINCT ON (h.row) h.row, 'code' AS field, ` + cut("h.code") + ` AS value, ` +
		facts("other_row", "h.other_row", "other_code", "h.code", "other_owner", "o.name") + `
		FROM (
			SELECT "row", code, other_row, other_owner FROM first WHERE other_owner <> owner_id
			UNION ALL
			SELECT s.row, s.code, NULL, t.owner_id FROM staged s JOIN {peers} t ON t.code = s.code AND t.owner_id <> s.owner_id
			WHERE ` + standing("t") + ` AND t.disclosure = 'ordinary' AND NOT EXISTS (SELECT FROM staged x WHERE x.existing = t.id)) h
		JOIN organization o ON o.id = h.other_owner ORDER BY h.row, h.other_row`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Mã này cũng đứng tên %s: %s.", "The code also stands under %s: %s.", f.Text("other_owner"), f.other()),
			Mend: registry.T("Nếu là công trình của họ: bỏ dòng này và khai dùng chung. Nếu là công trình của bạn: xác nhận kèm lý do.",
				"If the work is theirs: drop the row and file a tenancy. If it is yours: verify with the reason."),
		}
	},
}
