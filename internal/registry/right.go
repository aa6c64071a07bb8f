package registry

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Action is one thing that may be asked of the register (việc). The set is
// closed: what is none of these is refused to everybody.
type Action string

const (
	SeeCoarse   Action = "see_coarse"   // xem mức thô
	SeePassive  Action = "see_passive"  // xem hạ tầng thụ động
	SeeArea     Action = "see_area"     // xem mức địa bàn
	SeeFull     Action = "see_full"     // xem đầy đủ
	ToCreate    Action = "create"       // tạo
	ToChange    Action = "change"       // sửa: asked of the record before and of the record after
	ToDelete    Action = "delete"       // xóa
	ExportExact Action = "export_exact" // xuất dữ liệu chính xác ra tệp
	SignFiling  Action = "sign_filing"  // ký hồ sơ
	TakeFiling  Action = "take_filing"  // chấp nhận hoặc trả lại hồ sơ
	ReadAudit   Action = "read_audit"   // đọc nhật ký
	ManageKeys  Action = "manage_keys"  // cấp, thu hồi khóa API
	ManageUsers Action = "manage_users" // quản lý tài khoản
	ManagePlans Action = "manage_plans" // danh mục, định nghĩa chỉ tiêu, quy hoạch
)

// Actions lists every action, as the table of rights shows them.
var Actions = []Action{SeeCoarse, SeePassive, SeeArea, SeeFull, ToCreate, ToChange, ToDelete, ExportExact,
	SignFiling, TakeFiling, ReadAudit, ManageKeys, ManageUsers, ManagePlans}

var actionTitles = map[Action]Text{
	SeeCoarse:   T("Xem mức thô", "See coarsely"),
	SeePassive:  T("Xem hạ tầng thụ động", "See passive works"),
	SeeArea:     T("Xem mức địa bàn", "See as local staff do"),
	SeeFull:     T("Xem đầy đủ", "See in full"),
	ToCreate:    T("Tạo", "Create"),
	ToChange:    T("Sửa", "Change"),
	ToDelete:    T("Xóa", "Delete"),
	ExportExact: T("Xuất dữ liệu chính xác", "Export exact data"),
	SignFiling:  T("Ký hồ sơ", "Sign a filing"),
	TakeFiling:  T("Chấp nhận hồ sơ", "Accept a filing"),
	ReadAudit:   T("Đọc nhật ký", "Read the audit log"),
	ManageKeys:  T("Quản lý khóa API", "Manage API keys"),
	ManageUsers: T("Quản lý tài khoản", "Manage accounts"),
	ManagePlans: T("Quản lý danh mục, quy hoạch", "Manage code lists and plans"),
}

// Title gives the action's name for people; its code when it is none.
func (a Action) Title() Text {
	if t, ok := actionTitles[a]; ok {
		return t
	}
	return T(string(a), string(a))
}

// sees are the actions that look, each including those before it, with the
// tier they show.
var sees = []seeing{{SeeCoarse, CoarseTier}, {SeePassive, PassiveTier}, {SeeArea, AreaTier}, {SeeFull, FullTier}}

type seeing struct {
	action Action
	tier   Tier
}

// Names of subjects that are no noun of the register.
const (
	FilingSubject = "filing" // hồ sơ: a submission and its rows
	OfficeSubject = "office" // accounts, keys, the security log, code lists, plans
)

// matter is a group of subjects with the same rights.
type matter string

const (
	works      matter = "works"      // công trình: assets and masts
	radio      matter = "radio"      // trạm phát sóng
	agreements matter = "agreements" // dùng chung
	papers     matter = "papers"     // giấy phép, kiểm định
	coverage   matter = "coverage"   // xác nhận phủ sóng
	visits     matter = "visits"     // kiểm tra, vi phạm, báo cáo hiện trường, ảnh
	plans      matter = "plans"      // công trình dự kiến
	reference  matter = "reference"  // tổ chức, đơn vị hành chính, thôn, quy hoạch đã công bố
	filings    matter = "filings"    // hồ sơ
	office     matter = "office"     // việc nội bộ
)

// matters lists every matter, as the table of rights shows them.
var matters = []matter{works, radio, agreements, papers, coverage, visits, plans, reference, filings, office}

// matterOf says what a subject is about. A name missing here is nobody's to see.
var matterOf = map[string]matter{
	"site": works, "mast": works, "pole": works, "manhole": works, "duct": works, "trench": works,
	"cable_route": works, "service_point": works,
	"station": radio,
	"tenancy": agreements,
	"permit":  papers, "certificate": papers, "dii_result": papers,
	"statement":  coverage,
	"inspection": visits, "violation": visits, "field_report": visits, "photo": visits,
	"planned_work": plans,
	"organization": reference, "unit": reference, "village": reference, "zone": reference, "street": reference,
	"reported_value": reference,
	FilingSubject:    filings, OfficeSubject: office,
}

// Subject is what an action is asked of: the facts about one record that rights
// depend on. Whoever lists fills it from the row; row security reads the same
// facts from the columns.
type Subject struct {
	// Noun is a noun's name, FilingSubject or OfficeSubject.
	Noun string
	// Owners are the codes of the organizations whose record it is: an asset's
	// owner (also for its masts, permits and certificates), a station's or a
	// statement's operator, the owner and the tenant of a tenancy, who files a
	// filing, whose key it is. None for what is the department's.
	Owners []string
	// Units are the ids of the units it lies in, at every level and of every
	// period; an empty list lies nowhere.
	Units []int64
	// Disclosure is the asset's, also for what belongs to an asset. Unknown
	// counts as Critical; what has none (reference, office) is Ordinary.
	Disclosure Disclosure
	// Settled says that the department has verified or accepted it: a statement
	// of layer verified, a filing taken. Only the department writes it from then.
	Settled bool
	// Self says it is the asker's own account or key.
	Self bool
}

// classes lists the disclosure classes, the most secret last.
var classes = []Disclosure{Ordinary, Restricted, Critical}

// secrecy ranks a class; one that is unknown ranks with the most secret.
func secrecy(d Disclosure) int {
	if i := slices.Index(classes, d); i >= 0 {
		return i
	}
	return len(classes) - 1
}

// reach is where a rule holds.
type reach string

const (
	anywhere reach = "anywhere" // khắp tỉnh
	own      reach = "own"      // của tổ chức mình
	inUnits  reach = "units"    // trong địa bàn mình
	self     reach = "self"     // của chính mình
)

// holds says whether a subject is within reach of somebody.
func (r reach) holds(g Grants, s Subject) bool {
	switch r {
	case anywhere:
		return true
	case own:
		return g.Organization != "" && slices.Contains(s.Owners, g.Organization)
	case inUnits:
		return meet(g.Units, s.Units)
	case self:
		return s.Self
	}
	return false
}

func meet(a, b []int64) bool {
	return slices.ContainsFunc(a, func(id int64) bool { return slices.Contains(b, id) })
}

// rule is one row of the law of the house.
type rule struct {
	// name is also the name of the policies in the database that mirror it.
	name  string
	who   []Role
	may   []Action
	what  []matter
	where reach
	// class is the most secret disclosure class the rule reaches.
	class Disclosure
	// settled says the rule reaches what the department has settled.
	settled bool
}

// Groups that the law speaks of.
var (
	everybody  = []Role{AnonymousRole}
	operators  = []Role{FilerRole, SignerRole}
	department = []Role{OfficerRole, AdminRole}
	signedIn   = []Role{FilerRole, SignerRole, LocalRole, AuditorRole, OfficerRole, AdminRole}

	coarsely = []Action{SeeCoarse}
	passive  = []Action{SeeCoarse, SeePassive}
	asLocal  = []Action{SeeCoarse, SeePassive, SeeArea}
	fully    = []Action{SeeCoarse, SeePassive, SeeArea, SeeFull}
	write    = []Action{ToCreate, ToChange, ToDelete}

	registered = []matter{works, radio, agreements, papers, coverage, visits, plans}
	recorded   = []matter{works, radio, agreements, papers, coverage, visits, plans, reference, filings}
)

// law is all that is allowed. What no row allows is refused.
//
// A row becomes, on the table of each of its matters, policies of its name (after
// a letter that says when they are asked):
//
//	see actions   FOR SELECT USING (…); the guarded view adds the columns of the tier
//	create        FOR INSERT WITH CHECK (…)
//	change        FOR UPDATE USING (…) WITH CHECK (…)
//	delete        FOR DELETE USING (…)
//
// where … joins with AND: who, hatangso.roles holds one of them (nothing for
// everybody); own, an owner's code is hatangso.organization; units, one of the
// record's units is in hatangso.units; class, the disclosure is at most that
// (nothing for critical); and unless settled, that it is not settled. Policies
// of one table join with OR, as rows do here. A key's scope is a restrictive
// policy of every table. The other actions have no policy: the guard asks May
// before it opens a transaction.
var law = []rule{
	// Anybody: what cannot hurt. The columns are those of CoarseTier.
	{"public_coarse", everybody, coarsely, []matter{works, radio, coverage}, anywhere, Ordinary, true},
	{"public_reference", everybody, []Action{SeeCoarse, ExportExact}, []matter{reference}, anywhere, Critical, true},

	// Operators: what there is to share of others, and all of their own.
	{"operator_passive", operators, passive, []matter{works, radio, agreements, coverage, plans}, anywhere, Ordinary, true},
	{"operator_own", operators, fully, []matter{works, radio, agreements, papers, coverage, visits, plans, filings}, own, Critical, true},
	{"filer_write", []Role{FilerRole}, write, []matter{works, radio, agreements, papers, coverage, plans, filings}, own, Critical, false},
	{"signer_sign", []Role{SignerRole}, []Action{SignFiling}, []matter{filings}, own, Critical, false},
	{"operator_export", operators, []Action{ExportExact}, registered, own, Critical, true},
	{"operator_audit", operators, []Action{ReadAudit}, []matter{works, radio, agreements, papers, coverage, plans, filings, office}, own, Critical, true},

	// Local staff: the map of their own units, and what they say of coverage there.
	{"local_area", []Role{LocalRole}, asLocal, registered, inUnits, Restricted, true},
	{"local_coverage", []Role{LocalRole}, []Action{ToCreate, ToChange}, []matter{coverage}, inUnits, Restricted, false},
	{"local_visits", []Role{LocalRole}, []Action{ToCreate, ToChange}, []matter{visits}, inUnits, Restricted, false},
	{"local_export", []Role{LocalRole}, []Action{ExportExact}, registered, inUnits, Restricted, true},

	// Whoever has signed in knows whom to call.
	{"signed_in_contact", signedIn, passive, []matter{reference}, anywhere, Critical, true},
	{"signed_in_key", signedIn, []Action{ManageKeys}, []matter{office}, self, Critical, true},

	// Auditors: everything but critical works, and never a write.
	{"auditor_read", []Role{AuditorRole}, fully, []matter{works, radio, agreements, papers, coverage, visits, plans, filings}, anywhere, Restricted, true},
	{"auditor_reference", []Role{AuditorRole}, fully, []matter{reference}, anywhere, Critical, true},
	{"auditor_export", []Role{AuditorRole}, []Action{ExportExact}, registered, anywhere, Restricted, true},
	{"auditor_audit", []Role{AuditorRole}, []Action{ReadAudit}, matters, anywhere, Restricted, true},

	// The department: everything; the house itself is the administrator's.
	{"department_read", department, fully, recorded, anywhere, Critical, true},
	{"department_write", department, write, recorded, anywhere, Critical, true},
	{"department_filing", department, []Action{TakeFiling}, []matter{filings}, anywhere, Critical, true},
	{"department_export", department, []Action{ExportExact}, registered, anywhere, Critical, true},
	{"department_audit", department, []Action{ReadAudit}, matters, anywhere, Critical, true},
	{"department_plans", department, []Action{ManagePlans}, []matter{office}, anywhere, Critical, true},
	{"admin_house", []Role{AdminRole}, []Action{ManageUsers, ManageKeys}, []matter{office}, anywhere, Critical, true},
}

// personal are actions that a person does, never a program with a key: a stolen
// key makes no further key and signs for nobody.
var personal = []Action{SignFiling, TakeFiling, ManageKeys, ManageUsers}

// reading are the actions left to a key that only reads.
var reading = append([]Action{ExportExact, ReadAudit}, fully...)

// Decision answers whether somebody may.
type Decision struct {
	Allowed bool
	// Rule names the row of the law that allows it; "" when refused.
	Rule string
	// Reason says why not, for the person asking; empty when allowed.
	Reason Text
	code   Code
}

// Err gives nil for what is allowed, and otherwise the refusal: CodeForbidden;
// CodeUnauthorized when signing in may help; CodeNotFound when even that the
// record exists is not the asker's to know.
func (d Decision) Err() error {
	if d.Allowed {
		return nil
	}
	return &Error{Code: d.code, Message: d.Reason}
}

// Tier gives the most that somebody may see of a subject, NoTier when nothing.
func (g Grants) Tier(s Subject) Tier {
	for i := len(sees) - 1; i >= 0; i-- {
		if g.allowedBy(sees[i].action, s) != nil {
			return sees[i].tier
		}
	}
	return NoTier
}

// May decides whether somebody with these grants may do a to s. It is the
// whole of the law: a pure function of its arguments, and more grants never
// allow less. A change is asked twice, of the record as it was and as it will
// be, lest it move out of one's reach or into it.
func (g Grants) May(a Action, s Subject) Decision {
	if r := g.allowedBy(a, s); r != nil {
		return Decision{Allowed: true, Rule: r.name}
	}
	return g.refusal(a, s)
}

// ReadsAll are the grants of what reads everything and writes nothing: of who
// asks where reading is open, and of the program when it counts.
var ReadsAll = Grants{Roles: []Role{OfficerRole}, Key: &Scope{ReadOnly: true}}

// SeesAll says whether nothing in the register is withheld from somebody:
// neither by a class of works, nor by the scope of a key.
func (g Grants) SeesAll() bool {
	return g.Department() && (g.Key == nil || len(g.Key.Nouns) == 0 && len(g.Key.Units) == 0)
}

// Withheld refuses what is for others; why says whom it is for. CodeUnauthorized for
// who has not signed in and may be one of them, else CodeForbidden.
func (g Grants) Withheld(why Text) error {
	code := CodeForbidden
	if !g.SignedIn() {
		code = CodeUnauthorized
	}
	return &Error{Code: code, Message: why}
}

// Department says whether somebody acts for the department.
func (g Grants) Department() bool { return slices.ContainsFunc(department, g.Has) }

// Writes says whether there is anything somebody may write.
func (g Grants) Writes() bool {
	if g.Key != nil && g.Key.ReadOnly {
		return false
	}
	return slices.ContainsFunc(law, func(r rule) bool {
		return r.heldBy(g) && slices.ContainsFunc(write, func(a Action) bool { return slices.Contains(r.may, a) })
	})
}

// allowedBy gives the first row of the law that allows it, nil when none does.
func (g Grants) allowedBy(a Action, s Subject) *rule {
	if g.Key != nil {
		if !g.Key.allows(a) {
			return nil
		}
		if !g.Key.reaches(s) {
			if matterOf[s.Noun] != reference {
				return nil
			}
			g = Grants{} // what it reaches refers to it
		}
	}
	for i := range law {
		if r := &law[i]; r.concerns(a, s) && r.heldBy(g) && r.where.holds(g, s) && r.open(s) && r.settledFor(s) {
			return r
		}
	}
	return nil
}

func (r *rule) concerns(a Action, s Subject) bool {
	return slices.Contains(r.may, a) && slices.Contains(r.what, matterOf[s.Noun])
}

func (r *rule) heldBy(g Grants) bool { return slices.ContainsFunc(r.who, g.Has) }

func (r *rule) open(s Subject) bool { return secrecy(s.Disclosure) <= secrecy(r.class) }

func (r *rule) settledFor(s Subject) bool { return r.settled || !s.Settled }

func (k *Scope) allows(a Action) bool {
	return !slices.Contains(personal, a) && (!k.ReadOnly || slices.Contains(reading, a))
}

func (k *Scope) reaches(s Subject) bool {
	return (len(k.Nouns) == 0 || slices.Contains(k.Nouns, s.Noun)) &&
		(len(k.Units) == 0 || matterOf[s.Noun] == reference || meet(k.Units, s.Units))
}

// refusal says why not, in the words that help the asker most, and never
// anything about a record they may not see.
func (g Grants) refusal(a Action, s Subject) Decision {
	refuse := func(code Code, why Text) Decision { return Decision{Reason: why, code: code} }
	// what is being created is the asker's own words: nothing to hide
	if about := matterOf[s.Noun]; about != office && a != ToCreate && g.Tier(s) == NoTier {
		return refuse(CodeNotFound, T("Không có bản ghi này.", "There is no such record."))
	}
	if !g.SignedIn() {
		return refuse(CodeUnauthorized, T(a.Title().VI+": cần đăng nhập.", a.Title().EN+": sign in first."))
	}
	if g.Key != nil && slices.Contains(personal, a) {
		return refuse(CodeForbidden, T("Việc này do người đã đăng nhập làm, không làm bằng khóa API.", "A person who has signed in does this, not an API key."))
	}
	if g.Key != nil && !g.Key.allows(a) {
		return refuse(CodeForbidden, T("Khóa API này chỉ được đọc.", "This API key only reads."))
	}
	if g.Key != nil && !g.Key.reaches(s) {
		return refuse(CodeForbidden, T("Ngoài phạm vi của khóa API.", "It is outside the scope of the API key."))
	}
	var holders []Role
	for i := range law {
		r := &law[i]
		if !r.concerns(a, s) {
			continue
		}
		if !r.heldBy(g) {
			holders = append(holders, r.who...)
			continue
		}
		switch {
		case r.where == own && !r.where.holds(g, s):
			return refuse(CodeForbidden, T("Bản ghi thuộc tổ chức khác.", "The record is another organization's."))
		case r.where == inUnits && !r.where.holds(g, s):
			return refuse(CodeForbidden, T("Bản ghi nằm ngoài địa bàn được giao.", "The record lies outside your units."))
		case !r.settledFor(s):
			return refuse(CodeForbidden, T("Sở đã xác nhận; chỉ Sở sửa được.", "The department has settled it; only the department changes it."))
		}
	}
	if len(holders) == 0 {
		return refuse(CodeForbidden, T("Vai trò nào cũng không làm được việc này.", "No role does this."))
	}
	holders = ordered(holders)
	return refuse(CodeForbidden, Text{
		VI: "Việc này dành cho: " + joinRoles(holders, func(r Role) string { return lowerFirst(r.Title().VI) }) + ".",
		EN: "This is for: " + joinRoles(holders, func(r Role) string { return lowerFirst(r.Title().EN) }) + ".",
	})
}

// ordered gives roles once each, in the order of Roles.
func ordered(roles []Role) []Role {
	return slices.DeleteFunc(slices.Clone(Roles), func(r Role) bool { return !slices.Contains(roles, r) })
}

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}
