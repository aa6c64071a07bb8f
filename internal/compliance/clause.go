package compliance

import "github.com/hatangso/hatangso/internal/registry"

// Clauses several rules rest on, in the words of domain.md.
var (
	dayOfConstruction = registry.T("“Sự tuân thủ xét theo quy định có hiệu lực vào ngày xây dựng”.",
		"“Compliance must be evaluated against the rule in force on the construction date”.")
	beforeStart = registry.T("“NĐ 25/2011 Điều 41.1: phải có giấy phép trước khi khởi công, trừ (a) tuyến cột và hệ thống cột ăng ten ngoài đô thị phù hợp quy hoạch; (b) cột ăng ten không cồng kềnh trên công trình trong đô thị”.",
		"“Decree 25/2011 art. 41.1: permit needed before start, except (a) pole lines & mast systems outside urban areas consistent with the plan; (b) non-bulky masts in/on buildings in urban areas”.")
	qcvn8 = registry.T("“TT 08/2020, TT 07/2023: bắt buộc kiểm định khi trong bán kính 100 m có công trình có người sống, làm việc …; giấy chứng nhận có giá trị 5 năm; nộp hồ sơ trước khi hết hạn ít nhất 60 ngày”.",
		"“TT 08/2020, TT 07/2023: mandatory if within 100 m there is a building with people living or working …; certificate valid 5 years; apply ≥60 days before expiry”.")
	a1a = registry.T("“A1a: tự đứng trên công trình; chiều cao kể cả ăng ten, không kể kim thu sét ≤ 20 % chiều cao công trình và ≤ 3 m” (TTLT 15/2016 Điều 3).",
		"“A1a: self-standing on a building: height incl. antenna, excl. lightning rod ≤ 20 % of building height and ≤ 3 m” (TTLT 15/2016 art. 3).")
	areaRules = registry.T("“Quy hoạch hạ tầng thụ động quy định theo khu vực, tuyến đường, phố loại cột ăng ten được phép” (TT 14/2013).",
		"“Plans are area/route based: per area, road or street the allowed mast types” (TT 14/2013).")
	qcvn33 = "QCVN 33:2019/BTTTT"
)

// Marks of domain.md.
const (
	seen     = "SEEN"
	recalled = "RECALLED"
	inferred = "INFERRED"
)
