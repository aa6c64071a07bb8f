package rule

import "github.com/hatangso/hatangso/internal/registry"

// certificateRenewal: the last certificate of a site ends soon, and its renewal is
// to be applied for by now.
var certificateRenewal = &Rule{
	ID: "certificate.renewal", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.CertificateNoun},
	Title:  registry.T("Hồ sơ cấp lại nộp trước khi hết hạn 60 ngày.", "Renewal is applied for 60 days before the end."),
	Clause: certificateClause,
	Query: lastCertificates + `SELECT "row", 'expires_on' AS field, ends::text AS value,
			` + facts("site", cut("site"), "ends", "ends", "apply_by", "ends - 60", "left_days", "ends - @day::date") + `
		FROM due WHERE ends > @day::date AND ends - 60 <= @day::date`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Giấy chứng nhận của %s hết hạn ngày %s, còn %s ngày; phải xin cấp lại từ %s.", "The certificate of %s ends on %s (days left: %s); renewal was due from %s.",
				f.Text("site"), f.day("ends"), f.Number("left_days"), f.day("apply_by")),
			Mend: registry.T("Nộp hồ sơ cấp lại rồi xác nhận kèm ngày nộp.", "Apply for renewal, then verify with the day it was applied for."),
		}
	},
}
