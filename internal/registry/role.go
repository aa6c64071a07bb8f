package registry

import (
	"slices"
	"strings"
)

// Role is what a person or a program is to the register (vai trò).
type Role string

const (
	AnonymousRole Role = "anonymous" // công chúng: whoever has not signed in; everybody holds it
	FilerRole     Role = "filer"     // người nộp hồ sơ của doanh nghiệp
	SignerRole    Role = "signer"    // người ký của doanh nghiệp
	LocalRole     Role = "local"     // cán bộ địa bàn: commune today, district then
	AuditorRole   Role = "auditor"   // người kiểm tra, giám sát: reads, never writes
	OfficerRole   Role = "officer"   // cán bộ Sở
	AdminRole     Role = "admin"     // quản trị hệ thống, at the department
)

// Roles lists every role, the least trusted first, as the tables of rights
// show them.
var Roles = []Role{AnonymousRole, FilerRole, SignerRole, LocalRole, AuditorRole, OfficerRole, AdminRole}

var roleTitles = map[Role]Text{
	AnonymousRole: T("Công chúng", "Public"),
	FilerRole:     T("Người nộp hồ sơ", "Filer"),
	SignerRole:    T("Người ký", "Signer"),
	LocalRole:     T("Cán bộ địa bàn", "Local staff"),
	AuditorRole:   T("Người giám sát", "Auditor"),
	OfficerRole:   T("Cán bộ Sở", "Department officer"),
	AdminRole:     T("Quản trị", "Administrator"),
}

// Title gives the role's name for people; its code when it is no role.
func (r Role) Title() Text {
	if t, ok := roleTitles[r]; ok {
		return t
	}
	return T(string(r), string(r))
}

// side is whose interest a role serves. One account serves one side: nobody
// accepts what they filed, or audits what they wrote.
var side = map[Role]string{
	FilerRole: "operator", SignerRole: "operator",
	LocalRole:   "local",
	AuditorRole: "auditor",
	OfficerRole: "department", AdminRole: "department",
}

// Grants is what somebody was given (quyền được cấp): roles, and how far those
// that are bound reach. The zero Grants is anonymous.
//
// A person may hold several roles of one side, for in a small company the
// filer signs too. All of them are for one organization, so that every entry
// of the change log names one. The three fields are also the whole state of
// row security: they are set for a transaction as hatangso.roles,
// hatangso.organization and hatangso.units.
type Grants struct {
	Roles []Role `json:"roles"`
	// Organization is the code of the organization a filer or signer works for.
	Organization string `json:"organization,omitempty"`
	// Units holds the ids of the units local staff are bound to, at any level.
	// Ids, because codes were used again: a right bound to code 10525 would
	// have moved to another commune on 2025-07-01.
	Units []int64 `json:"units,omitempty"`
	// Key narrows what is done with an API key; nil for a person.
	Key *Scope `json:"key,omitempty"`
}

// Scope narrows an API key (phạm vi của khóa): it takes rights away from its
// holder's and never adds one. The zero Scope takes away only what no key may:
// see personal.
type Scope struct {
	ReadOnly bool `json:"read_only,omitempty"`
	// Nouns are the names the key reaches; none means all.
	Nouns []string `json:"nouns,omitempty"`
	// Units are ids of units the key reaches; none means all.
	Units []int64 `json:"units,omitempty"`
	// LastWriter says that the key is for editing in QGIS, which cannot say on what
	// version a change is based: without If-Match it is not refused but written over
	// what stands, both versions are kept in the change log, and who is written over
	// is told. It is no right: what may be written is the same.
	LastWriter bool `json:"last_writer,omitempty"`
}

// Has says whether a role was granted. Everybody is at least anonymous.
func (g Grants) Has(r Role) bool { return r == AnonymousRole || slices.Contains(g.Roles, r) }

// SignedIn says whether any role was granted.
func (g Grants) SignedIn() bool {
	return slices.ContainsFunc(g.Roles, func(r Role) bool { return side[r] != "" })
}

// Validate gives every fault of grants about to be given to an account: roles
// that do not exist, that serve two sides, or lack what they are bound to. May
// does not rely on it.
func (g Grants) Validate() (faults []Fault) {
	if len(g.Roles) == 0 {
		faults = append(faults, NewFault("grant.role", "roles", "",
			T("Tài khoản chưa có vai trò.", "The account has no role."), knownRoles()))
	}
	bound := map[string]bool{}
	for _, r := range g.Roles {
		if side[r] == "" {
			faults = append(faults, NewFault("grant.role", "roles", string(r),
				Tf("Không có vai trò %q để cấp.", "There is no role %q to grant.", r), knownRoles()))
			continue
		}
		bound[side[r]] = true
	}
	if len(bound) > 1 {
		faults = append(faults, NewFault("grant.sides", "roles", joinRoles(g.Roles, func(r Role) string { return string(r) }),
			T("Một tài khoản không thể vừa nộp, vừa kiểm tra, vừa giám sát.", "One account cannot file, check and audit."),
			T("Tạo mỗi vai trò một tài khoản.", "Make an account for each.")))
	}
	check := func(rule, column string, needed, given bool, missing, useless Text) {
		switch {
		case needed && !given:
			faults = append(faults, NewFault(rule, column, "", missing, T("Bổ sung.", "Give it.")))
		case given && !needed:
			faults = append(faults, NewFault(rule, column, "", useless, T("Bỏ đi, hoặc đổi vai trò.", "Leave it out, or change the role.")))
		}
	}
	check("grant.organization", "organization", bound["operator"], g.Organization != "",
		T("Người nộp, người ký phải thuộc một tổ chức.", "A filer or signer belongs to an organization."),
		T("Vai trò này không gắn với tổ chức.", "This role is bound to no organization."))
	check("grant.units", "units", bound["local"], len(g.Units) > 0,
		T("Cán bộ địa bàn cần ít nhất một đơn vị hành chính.", "Local staff need at least one unit."),
		T("Vai trò này không gắn với đơn vị hành chính.", "This role is bound to no unit."))
	return faults
}

func knownRoles() Text {
	names := joinRoles(Roles[1:], func(r Role) string { return string(r) })
	return Tf("Dùng: %s.", "Use: %s.", names)
}

func joinRoles(roles []Role, name func(Role) string) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = name(r)
	}
	return strings.Join(names, ", ")
}
