package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitMissing: its owner says there is no permit. In a town a bulky mast or a
// pole needed one; elsewhere an exemption may hold that nobody has filed.
var permitMissing = &rule{
	id: "permit.missing", part: PermitPart, clause: beforeStart, mark: seen,
	title: registry.T("Công trình phải có giấy phép thì có giấy phép.", "A work that needed a permit has one."),
	findPermit: func(q *inquiry, p *registry.Permit) {
		if p.Basis != missingBasis {
			return
		}
		if q.Urban != nil && *q.Urban && (q.bulky() || q.Kind == registry.PoleKind) {
			q.add(MakesUnlawful, tell("Không có giấy phép; xây ngày %s trong đô thị, khi đó phải có.", "There is no permit; it was built on %s in a town, when one was needed.", q.built.On),
				registry.T("Lập biên bản, chuyển cơ quan xử lý; yêu cầu chủ sở hữu xuất trình giấy phép nếu có.", "Record the violation and pass it on; have the owner show a permit if there is one."))
			return
		}
		q.lacking("permits.basis", permitsTitle, registry.T("Không có giấy phép; có thể thuộc diện miễn (ngoài đô thị, hoặc cột không cồng kềnh) nhưng chưa ghi căn cứ.",
			"There is no permit; an exemption may hold (outside towns, or a non-bulky mast), but none is filed."))
	},
}
