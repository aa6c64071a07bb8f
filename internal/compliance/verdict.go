package compliance

import "github.com/hatangso/hatangso/internal/registry"

// Verdict says how a work stands to the law (kết luận).
type Verdict string

const (
	Lawful   Verdict = "lawful"   // hợp pháp: everything asked is answered, and nothing speaks against it
	Unlawful Verdict = "unlawful" // vi phạm
	Unknown  Verdict = "unknown"  // chưa đủ căn cứ: something is missing that could change the answer
)

// Part is one part of the question (nội dung xét).
type Part string

const (
	PermitPart      Part = "permit"      // giấy phép hoặc căn cứ miễn phép
	CertificatePart Part = "certificate" // kiểm định QCVN 8; of sites in service
	ZonePart        Part = "zone"        // quy định của khu vực, tuyến đường
	TechnicalPart   Part = "technical"   // quy chuẩn QCVN 33; of poles
)

// Effect is what a finding means for its part (hệ quả), the worst first.
type Effect string

const (
	MakesUnlawful Effect = "unlawful" // the part is unlawful
	LeavesUnknown Effect = "unknown"  // the part cannot be told
	Warning       Effect = "warning"  // somebody should look; the verdict stands
	Note          Effect = "note"     // what the verdict rests on
)

// Finding is what one rule found (phát hiện).
type Finding struct {
	// Rule is the rule's stable id, such as "permit.height".
	Rule   string `json:"rule"`
	Part   Part   `json:"part"`
	Effect Effect `json:"effect"`
	// Clause quotes what the rule rests on; Mark says how sure that is (SEEN,
	// SEED, RECALLED, INFERRED; domain.md).
	Clause registry.Text `json:"clause"`
	Mark   string        `json:"mark"`
	// Found says what was found, Mend what to do.
	Found registry.Text `json:"found"`
	Mend  registry.Text `json:"mend"`
	// Ids of the records it is about, nil where it is about none.
	Mast        *int64 `json:"mast"`
	Permit      *int64 `json:"permit"`
	Certificate *int64 `json:"certificate"`
	// Restriction is the zone or listed street it is about.
	Restriction *RestrictionRef `json:"restriction"`
	missing     []Missing
}

// Missing is something the register lacks and the verdict needs (dữ liệu thiếu).
type Missing struct {
	// Field is the path of the field, such as "masts.height_m".
	Field string        `json:"field"`
	Title registry.Text `json:"title"`
}

// Judgement is a verdict with its reasons (kết quả xét).
type Judgement struct {
	Verdict Verdict
	// Parts holds the verdict of each part that was asked.
	Parts map[Part]Verdict
	// Missing lists what the register lacks, once each.
	Missing []Missing
	// Findings come the worst first, and in the order of the rules.
	Findings []Finding
	// Law is the rule in force when the work was built, nil when none is known.
	Law *Law
	// Built is the day of construction that was judged by; nil when not known.
	Built *Construction
	// Ground is the permit or exemption the work stands on, nil for none.
	Ground *registry.Permit
	// Certificate is the one that counts on the day, or the last that did; nil for none.
	Certificate *registry.Certificate
	// CertificateUntil is the first day without a certificate, nil when none has an end.
	CertificateUntil *registry.Date
	// Limit is the lowest height limit known, nil for none.
	Limit *HeightLimit
}

// HeightLimit is how high a mast may be (giới hạn chiều cao).
type HeightLimit struct {
	M float64 `json:"m"`
	// Datum is "mast" of a permit: the height of the mast itself; otherwise
	// "ground" (above ground) or "sea" (above mean sea level).
	Datum string `json:"datum"`
	// Of is "permit", "zone" or "street", ID its record.
	Of string `json:"of"`
	ID int64  `json:"id"`
}

// rank orders effects, the worst lowest.
var rank = map[Effect]int{MakesUnlawful: 0, LeavesUnknown: 1, Warning: 2, Note: 3}

// verdictOf gives the verdict that findings amount to.
func verdictOf(findings []Finding) Verdict {
	v := Lawful
	for _, f := range findings {
		switch f.Effect {
		case MakesUnlawful:
			return Unlawful
		case LeavesUnknown:
			v = Unknown
		}
	}
	return v
}
