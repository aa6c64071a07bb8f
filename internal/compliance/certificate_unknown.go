package compliance

import "github.com/hatangso/hatangso/internal/registry"

// certificateUnknown: whether a site on air must be inspected is not known, or it
// must and the paper is not in the register.
var certificateUnknown = &rule{
	id: "certificate.unknown", part: CertificatePart, clause: qcvn8, mark: seen,
	title: registry.T("Biết trạm có thuộc diện kiểm định không, và giấy chứng nhận nếu có.", "Whether the site must be inspected is known, and its certificate where it must."),
	find: func(q *inquiry) {
		if q.certified() {
			return
		}
		_, until := q.certificate()
		switch {
		case q.applies(applicable) && until == nil:
			q.lacking("certificates.number", registry.T("Số và hạn của giấy chứng nhận kiểm định", "The certificate's number and end"),
				registry.T("Thuộc diện kiểm định nhưng sổ chưa có giấy chứng nhận của ngày này.", "It must be inspected, and the register has no certificate of this day."))
		case q.applies(applicable):
			// ended: see certificateExpired
		case q.applies(notApplicable):
			q.add(Note, registry.T("Không thuộc diện kiểm định bắt buộc, theo hồ sơ.", "Inspection is not mandatory here, as filed."),
				registry.T("Kiểm tra khoảng cách đến công trình có người trong bán kính 100 m.", "Check the distance to inhabited buildings within 100 m."))
		default:
			q.lacking("certificates.applies", registry.T("Thuộc diện kiểm định hay không", "Whether inspection is mandatory"),
				registry.T("Chưa rõ trạm có thuộc diện kiểm định bắt buộc không.", "Whether inspection is mandatory here is not known."))
		}
	},
}
