package compliance

import "github.com/hatangso/hatangso/internal/registry"

// permitNotNeeded: since the law on construction of 2025 a passive work needs no
// permit, so that none is missing.
var permitNotNeeded = &rule{
	id: "permit.not-needed", part: PermitPart, mark: seen,
	title: registry.T("Công trình không cần giấy phép xây dựng.", "The work needs no construction permit."),
	find: func(q *inquiry) {
		if q.law == nil || q.law.PermitNeeded {
			return
		}
		found := tell("Xây ngày %s: miễn giấy phép xây dựng theo %s.", "Built on %s: exempt from a construction permit by %s.", q.built.On, q.law.Title)
		if q.built.Basis == FromToday {
			found = tell("Chưa xây; nếu xây từ nay thì miễn giấy phép xây dựng theo %s.", "Not built yet; built from now on it is exempt by %s.", q.law.Title)
		}
		q.add(Note, found, registry.T("Vẫn kiểm tra được: quy hoạch, an toàn kết cấu, hợp đồng mặt bằng, kiểm định.",
			"What remains to be checked: the plan, the structure's safety, the host's contract, inspection."), quoting(q.law.Clause, q.law.Mark))
	},
}
