package compliance

import "github.com/hatangso/hatangso/internal/registry"

// DefaultRenewalDays is how long before its end a certificate is applied for anew
// (TT 08/2020, SEEN).
const DefaultRenewalDays = 60

// certificateValid warns of a certificate that is to be renewed.
var certificateValid = &rule{
	id: "certificate.renewal", part: CertificatePart, clause: qcvn8, mark: seen,
	title: registry.T("Giấy chứng nhận kiểm định còn hạn đủ lâu.", "The certificate does not end soon."),
	find: func(q *inquiry) {
		c, until := q.certificate()
		if until == nil || !q.day.Before(*until) {
			return
		}
		if soon := until.AddDays(-int(q.book.number("certificate.renewal", DefaultRenewalDays))); !q.day.Before(soon) {
			q.add(Warning, tell("Giấy chứng nhận %s hết hạn ngày %s; hồ sơ kiểm định lại phải nộp từ ngày %s.", "The certificate %s ends on %s; the application for its renewal was due on %s.", c.Number, *until, soon),
				registry.T("Nhắc doanh nghiệp nộp hồ sơ kiểm định.", "Remind the operator to apply."), ofCertificate(c))
		}
	},
}
