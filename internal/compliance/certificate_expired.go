package compliance

import "github.com/hatangso/hatangso/internal/registry"

// certificateExpired: a site on air that must be inspected has no certificate in
// force any more.
var certificateExpired = &rule{
	id: "certificate.expired", part: CertificatePart, clause: qcvn8, mark: seen,
	title: registry.T("Trạm thuộc diện kiểm định có giấy chứng nhận còn hạn.", "A site that must be inspected has a certificate in force."),
	find: func(q *inquiry) {
		if c, until := q.certificate(); until != nil && !q.day.Before(*until) && q.applies(applicable) {
			q.add(MakesUnlawful, tell("Giấy chứng nhận %s đã hết hạn ngày %s.", "The certificate %s ended on %s.", c.Number, *until),
				registry.T("Yêu cầu kiểm định lại ngay; lập biên bản nếu trạm vẫn phát sóng.", "Have it inspected at once; record the violation if it is on air."), ofCertificate(c))
		}
	},
}

// applies says whether any certificate says so of inspection here.
func (q *inquiry) applies(answer string) bool {
	for i := range q.Certificates {
		if q.Certificates[i].Applies == answer {
			return true
		}
	}
	return false
}
