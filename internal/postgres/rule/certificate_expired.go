package rule

import "github.com/hatangso/hatangso/internal/registry"

// certificateExpired: the last certificate of a site has ended. The day it ends is
// the first without it.
var certificateExpired = &Rule{
	ID: "certificate.expired", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.CertificateNoun},
	Title:  registry.T("Vị trí thuộc diện kiểm định có giấy chứng nhận còn hạn.", "A site under inspection has a certificate that has not ended."),
	Clause: certificateClause,
	Query: lastCertificates + `SELECT "row", 'expires_on' AS field, ends::text AS value, ` + facts("site", cut("site"), "ends", "ends", "day", "@day::date") + `
		FROM due WHERE ends <= @day::date`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Giấy chứng nhận của %s đã hết hạn ngày %s, chưa thấy giấy mới.", "The certificate of %s ended on %s, and no newer one is seen.", f.Text("site"), f.day("ends")),
			Mend: registry.T("Khai giấy mới; nếu đang kiểm định lại, xác nhận kèm ngày dự kiến.",
				"File the new one; if it is being inspected, verify with the day it is expected."),
		}
	},
}
