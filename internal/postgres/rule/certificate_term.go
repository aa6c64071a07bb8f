package rule

import "github.com/hatangso/hatangso/internal/registry"

// certificateTerm: a certificate runs for five years, no more and no less.
var certificateTerm = &Rule{
	ID: "certificate.term", Tier: registry.QualityTier,
	Nouns:  []*registry.Noun{registry.CertificateNoun},
	Title:  registry.T("Giấy chứng nhận kiểm định hết hạn sau đúng 5 năm.", "An inspection certificate ends after five years."),
	Clause: certificateClause,
	Query: `SELECT "row", 'expires_on' AS field, expires_on::text AS value,
			` + facts("issued_on", "issued_on", "expires_on", "expires_on", "fix", "(issued_on + interval '5 years')::date") + `
		FROM staged WHERE expires_on <> (issued_on + interval '5 years')::date`,
	Explain: func(f Facts) Explanation {
		return Explanation{
			Message: tell("Cấp ngày %s thì hết hạn ngày %s, không phải %s.", "Issued on %s it ends on %s and not on %s.", f.day("issued_on"), f.day("fix"), f.day("expires_on")),
			Mend: registry.T("Sửa ngày hết hạn; nếu giấy ghi khác, xác nhận kèm số giấy.",
				"Correct the day it ends; if the paper says otherwise, verify with its number."),
			Fix: fix("expires_on", f.Text("fix")),
		}
	},
}
