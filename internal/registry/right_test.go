package registry

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var (
	filer   = Grants{Roles: []Role{FilerRole}, Organization: "VTT"}
	signer  = Grants{Roles: []Role{SignerRole}, Organization: "VTT"}
	local   = Grants{Roles: []Role{LocalRole}, Units: []int64{7}}
	auditor = Grants{Roles: []Role{AuditorRole}}
	officer = Grants{Roles: []Role{OfficerRole}}
	admin   = Grants{Roles: []Role{AdminRole}}
	public  = Grants{}
)

func with(g Grants, key Scope) Grants { g.Key = &key; return g }

func TestMay(t *testing.T) {
	t.Parallel()
	site := func(owner string, unit int64, class Disclosure) Subject {
		return Subject{Noun: "site", Owners: []string{owner}, Units: []int64{1, unit}, Disclosure: class}
	}
	statement := Subject{Noun: "statement", Owners: []string{"VTT"}, Units: []int64{7}, Disclosure: Ordinary}
	verified := statement
	verified.Settled = true
	filing := Subject{Noun: FilingSubject, Owners: []string{"VTT"}, Disclosure: Ordinary}
	taken := filing
	taken.Settled = true
	housework := Subject{Noun: OfficeSubject, Disclosure: Ordinary}
	mine := Subject{Noun: OfficeSubject, Disclosure: Ordinary, Self: true}
	const yes Code = ""
	for _, c := range []struct {
		name string
		who  Grants
		a    Action
		s    Subject
		want Code
	}{
		{"the public sees a site coarsely", public, SeeCoarse, site("VNPT", 9, Ordinary), yes},
		{"but no closer", public, SeePassive, site("VNPT", 9, Ordinary), CodeUnauthorized},
		{"nor that a restricted one exists", public, SeeCoarse, site("VNPT", 9, Restricted), CodeNotFound},
		{"and is asked to sign in to write", public, ToCreate, site("VNPT", 9, Ordinary), CodeUnauthorized},
		{"the public sees the units in full", public, SeeCoarse, Subject{Noun: "unit", Disclosure: Ordinary}, yes},
		{"but no tenancy", public, SeeCoarse, Subject{Noun: "tenancy", Disclosure: Ordinary}, CodeNotFound},
		{"a filer writes its own", filer, ToChange, site("VTT", 9, Critical), yes},
		{"not another's", filer, ToChange, site("VNPT", 9, Ordinary), CodeForbidden},
		{"and does not learn of a critical one", filer, ToChange, site("VNPT", 9, Critical), CodeNotFound},
		{"a filer sees what another has to share", filer, SeePassive, site("VNPT", 9, Ordinary), yes},
		{"not its contracts", filer, SeeFull, site("VNPT", 9, Ordinary), CodeForbidden},
		{"does not take another's data away", filer, ExportExact, site("VNPT", 9, Ordinary), CodeForbidden},
		{"but its own", filer, ExportExact, site("VTT", 9, Ordinary), yes},
		{"a filer does not write what nobody owns", filer, ToChange, Subject{Noun: "site", Disclosure: Ordinary}, CodeForbidden},
		{"both sides of a tenancy write it", filer, ToChange, Subject{Noun: "tenancy", Owners: []string{"VNPT", "VTT"}, Disclosure: Ordinary}, yes},
		{"a filer writes no unit", filer, ToCreate, Subject{Noun: "unit", Disclosure: Ordinary}, CodeForbidden},
		{"declares its coverage", filer, ToCreate, statement, yes},
		{"not what the department verified", filer, ToChange, verified, CodeForbidden},
		{"a filer does not sign", filer, SignFiling, filing, CodeForbidden},
		{"a signer does", signer, SignFiling, filing, yes},
		{"not another's", signer, SignFiling, Subject{Noun: FilingSubject, Owners: []string{"VNPT"}, Disclosure: Ordinary}, CodeNotFound},
		{"nor twice", signer, SignFiling, taken, CodeForbidden},
		{"a signer does not write", signer, ToChange, site("VTT", 9, Ordinary), CodeForbidden},
		{"an operator does not accept its own filing", signer, TakeFiling, filing, CodeForbidden},
		{"the department does", officer, TakeFiling, filing, yes},
		{"and signs for nobody", admin, SignFiling, filing, CodeForbidden},
		{"local staff see their unit, contracts aside", local, SeeArea, site("VTT", 7, Restricted), yes},
		{"not the contracts", local, SeeFull, site("VTT", 7, Ordinary), CodeForbidden},
		{"elsewhere what the public sees", local, SeePassive, site("VTT", 9, Ordinary), CodeForbidden},
		{"nothing restricted elsewhere", local, SeeArea, site("VTT", 9, Restricted), CodeNotFound},
		{"nor anything critical", local, SeeCoarse, site("VTT", 7, Critical), CodeNotFound},
		{"local staff declare coverage at home", local, ToCreate, statement, yes},
		{"not elsewhere", local, ToCreate, Subject{Noun: "statement", Units: []int64{8}, Disclosure: Ordinary}, CodeForbidden},
		{"and write no site", local, ToChange, site("VTT", 7, Ordinary), CodeForbidden},
		{"an auditor sees what is restricted", auditor, SeeFull, site("VTT", 9, Restricted), yes},
		{"not what is critical", auditor, SeeFull, site("VTT", 9, Critical), CodeNotFound},
		{"reads the log", auditor, ReadAudit, housework, yes},
		{"changes nothing", auditor, ToChange, site("VTT", 9, Ordinary), CodeForbidden},
		{"the department writes all", officer, ToDelete, site("VTT", 9, Critical), yes},
		{"an officer makes no account", officer, ManageUsers, housework, CodeForbidden},
		{"an administrator does", admin, ManageUsers, housework, yes},
		{"an owner sees who looked", signer, ReadAudit, site("VTT", 9, Ordinary), yes},
		{"nobody else's owner", signer, ReadAudit, site("VNPT", 9, Ordinary), CodeForbidden},
		{"one makes keys for oneself", local, ManageKeys, mine, yes},
		{"not for others", officer, ManageKeys, housework, CodeForbidden},
		{"a key makes no key", with(admin, Scope{}), ManageKeys, mine, CodeForbidden},
		{"a key writes what its holder may", with(filer, Scope{}), ToCreate, site("VTT", 9, Ordinary), yes},
		{"a read-only key does not", with(filer, Scope{ReadOnly: true}), ToCreate, site("VTT", 9, Ordinary), CodeForbidden},
		{"it reads", with(filer, Scope{ReadOnly: true}), SeeFull, site("VTT", 9, Ordinary), yes},
		{"a key for poles reads no sites", with(filer, Scope{Nouns: []string{"pole"}}), SeeFull, site("VTT", 9, Ordinary), CodeNotFound},
		{"and sees nothing there", with(filer, Scope{Nouns: []string{"pole"}}), SeeCoarse, site("VTT", 9, Ordinary), CodeNotFound},
		{"a key for a unit writes there", with(officer, Scope{Units: []int64{7}}), ToChange, site("VTT", 7, Ordinary), yes},
		{"not elsewhere", with(officer, Scope{Units: []int64{7}}), ToChange, site("VTT", 8, Ordinary), CodeNotFound},
		{"a class nobody knows is critical", auditor, SeeCoarse, site("VTT", 7, "secret"), CodeNotFound},
		{"and so is one left out", auditor, SeeCoarse, site("VTT", 7, ""), CodeNotFound},
		{"an action nobody knows is refused to all", admin, "truncate", site("VTT", 7, Ordinary), CodeForbidden},
		{"what is no subject is refused to all", admin, SeeCoarse, Subject{Noun: "token", Disclosure: Ordinary}, CodeNotFound},
		{"a role nobody knows is anonymous", Grants{Roles: []Role{"root"}}, SeePassive, site("VTT", 7, Ordinary), CodeUnauthorized},
		{"an organization without a role owns nothing", Grants{Organization: "VTT"}, SeeFull, site("VTT", 7, Ordinary), CodeUnauthorized},
		{"an operator bound to none owns nothing", Grants{Roles: []Role{FilerRole}}, SeeFull, Subject{Noun: "site", Owners: []string{""}, Disclosure: Ordinary}, CodeForbidden},
		{"units without the role are nobody's", Grants{Roles: []Role{FilerRole}, Organization: "MBF", Units: []int64{7}}, SeeArea, site("VTT", 7, Ordinary), CodeForbidden},
		{"whom to call is for whoever signed in", local, SeePassive, Subject{Noun: "organization", Disclosure: Ordinary}, yes},
		{"not for the public", public, SeePassive, Subject{Noun: "organization", Disclosure: Ordinary}, CodeUnauthorized},
		{"a settled filing is the department's", filer, ToChange, taken, CodeForbidden},
		{"plans are the department's", officer, ManagePlans, housework, yes},
		{"not an operator's", filer, ManagePlans, housework, CodeForbidden},
		{"the department exports critical works", admin, ExportExact, site("VTT", 7, Critical), yes},
		{"reference data are open", public, ExportExact, Subject{Noun: "village", Disclosure: Ordinary}, yes},
		{"works are not", public, ExportExact, site("VTT", 7, Ordinary), CodeUnauthorized},
		{"local staff export their unit", local, ExportExact, site("VTT", 7, Restricted), yes},
		{"an auditor exports", auditor, ExportExact, site("VTT", 7, Restricted), yes},
		{"an operator reads its own security log", filer, ReadAudit, Subject{Noun: OfficeSubject, Owners: []string{"VTT"}, Disclosure: Ordinary}, yes},
		{"not the whole", filer, ReadAudit, housework, CodeForbidden},
		{"an operator sees no permit of another's site", filer, SeeCoarse, Subject{Noun: "permit", Owners: []string{"VNPT"}, Disclosure: Ordinary}, CodeNotFound},
	} {
		d := c.who.May(c.a, c.s)
		err := d.Err()
		switch {
		case d.Allowed != (c.want == yes):
			t.Errorf("%s: allowed is %t by %q (%v)", c.name, d.Allowed, d.Rule, err)
		case err != nil && CodeOf(err) != c.want:
			t.Errorf("%s: %s, want %s: %v", c.name, CodeOf(err), c.want, err)
		}
	}
}

// drawGrants draws any grants, sensible or not.
func drawGrants(t *rapid.T, label string) Grants {
	g := Grants{
		Roles:        rapid.SliceOfN(rapid.SampledFrom(append([]Role{"root"}, Roles...)), 0, 4).Draw(t, label+" roles"),
		Organization: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, label+" organization"),
		Units:        rapid.SliceOfN(rapid.Int64Range(1, 4), 0, 3).Draw(t, label+" units"),
	}
	if rapid.Bool().Draw(t, label+" key") {
		g.Key = &Scope{
			ReadOnly: rapid.Bool().Draw(t, label+" read only"),
			Nouns:    rapid.SliceOfN(rapid.SampledFrom([]string{"site", "pole", "statement"}), 0, 2).Draw(t, label+" nouns"),
			Units:    rapid.SliceOfN(rapid.Int64Range(1, 4), 0, 2).Draw(t, label+" key units"),
		}
	}
	return g
}

func drawSubject(t *rapid.T) Subject {
	return Subject{
		Owners:     rapid.SliceOfN(rapid.SampledFrom([]string{"", "A", "B", "C"}), 0, 2).Draw(t, "owners"),
		Units:      rapid.SliceOfN(rapid.Int64Range(1, 4), 0, 3).Draw(t, "units"),
		Disclosure: rapid.SampledFrom([]Disclosure{Ordinary, Restricted, Critical, "", "secret"}).Draw(t, "disclosure"),
		Settled:    rapid.Bool().Draw(t, "settled"),
		Self:       rapid.Bool().Draw(t, "self"),
	}
}

// changing are the actions that change the register.
var changing = []Action{ToCreate, ToChange, ToDelete, SignFiling, TakeFiling, ManageUsers, ManagePlans}

// only says whether grants hold no role besides these (and none that nobody knows).
func only(g Grants, roles ...Role) bool {
	return !slices.ContainsFunc(g.Roles, func(r Role) bool {
		return r != AnonymousRole && r != "root" && !slices.Contains(roles, r)
	})
}

// The law of the house, as sentences that must hold for any grants, any action
// and any subject.
func TestLaw(t *testing.T) {
	t.Parallel()
	nouns := []string{FilingSubject, OfficeSubject, "nothing"}
	for _, n := range Nouns {
		nouns = append(nouns, n.Name)
	}
	rapid.Check(t, func(t *rapid.T) {
		g, s := drawGrants(t, "who"), drawSubject(t)
		more := g
		more.Roles = append(slices.Clone(g.Roles), rapid.SampledFrom(Roles).Draw(t, "more role"))
		more.Units = append(slices.Clone(g.Units), 3)
		for _, s.Noun = range nouns {
			for _, a := range append([]Action{"nothing"}, Actions...) {
				if broken := sentenceBroken(g, more, a, s); broken != "" {
					t.Fatalf("%s: %v of %+v: %s, by %q", broken, a, s, g.May(a, s).Reason.EN, g.May(a, s).Rule)
				}
			}
		}
	})
}

// sentenceBroken gives the sentence of the law that a decision breaks, "" when
// none; more is g with something added.
func sentenceBroken(g, more Grants, a Action, s Subject) string {
	d, tier := g.May(a, s), g.Tier(s)
	isOwn := g.Organization != "" && slices.Contains(s.Owners, g.Organization)
	isDepartment := g.Has(OfficerRole) || g.Has(AdminRole)
	isOperator := g.Has(FilerRole) || g.Has(SignerRole)
	isCritical := s.Disclosure != Ordinary && s.Disclosure != Restricted
	changes := slices.Contains(changing, a)
	holder := g
	holder.Key = nil
	seen := slices.IndexFunc(sees, func(see seeing) bool { return see.action == a })
	about := matterOf[s.Noun]
	switch {
	case d.Allowed != (d.Rule != ""), d.Allowed != (d.Reason == Text{}), d.Allowed != (d.Err() == nil):
		return "a decision says by what, or why not"
	case !d.Allowed && (d.Reason.VI == "" || d.Reason.EN == ""):
		return "a reason has both languages"
	case !d.Allowed && a != ToCreate && tier == NoTier && about != office && CodeOf(d.Err()) != CodeNotFound:
		return "a refusal does not tell that a hidden record exists"
	case seen >= 0 && d.Allowed != (sees[seen].tier <= tier):
		return "a tier sees what those below it see"
	case !d.Allowed:
		return ""
	case about == "" || a == "nothing":
		return "what is unknown is refused"
	case !more.May(a, s).Allowed:
		return "a role or a unit more takes nothing away"
	case !holder.May(a, s).Allowed:
		return "a key may no more than its holder"
	case g.Key != nil && (slices.Contains(personal, a) || g.Key.ReadOnly && changes):
		return "a key does nothing personal, and one that reads changes nothing"
	case changes && !g.SignedIn():
		return "nobody anonymous writes"
	case changes && only(g, AuditorRole):
		return "an auditor never writes"
	case changes && only(g, FilerRole, SignerRole) && !isOwn:
		return "an operator never writes another's"
	case changes && only(g, LocalRole) && !meet(g.Units, s.Units):
		return "local staff never write outside their units"
	case changes && s.Settled && !isDepartment:
		return "only the department writes what is settled"
	case isCritical && about != reference && about != office && !isDepartment && !(isOperator && isOwn):
		return "critical works are the department's and the owner's"
	}
	return ""
}

func TestLawIsComplete(t *testing.T) {
	t.Parallel()
	names, used := map[string]bool{}, map[Action]bool{}
	for _, r := range law {
		if names[r.name] || r.name == "" {
			t.Errorf("two rows of the law are called %q", r.name)
		}
		names[r.name] = true
		for _, a := range r.may {
			used[a] = true
			if !slices.Contains(Actions, a) {
				t.Errorf("%s allows %q, which is no action", r.name, a)
			}
		}
		for _, m := range r.what {
			if !slices.Contains(matters, m) {
				t.Errorf("%s is about %q, which is no matter", r.name, m)
			}
		}
		for _, who := range r.who {
			if !slices.Contains(Roles, who) {
				t.Errorf("%s is for %q, which is no role", r.name, who)
			}
		}
		if !slices.Contains(classes, r.class) || !slices.Contains([]reach{anywhere, own, inUnits, self}, r.where) {
			t.Errorf("%s reaches %q, %q", r.name, r.where, r.class)
		}
	}
	for _, a := range Actions {
		if !used[a] {
			t.Errorf("nobody may %s", a)
		}
		if a.Title().VI == string(a) {
			t.Errorf("action %s has no title", a)
		}
	}
	if len(actionTitles) != len(Actions) {
		t.Errorf("%d titles for %d actions", len(actionTitles), len(Actions))
	}
	for _, n := range Nouns {
		if matterOf[n.Name] == "" {
			t.Errorf("%s has no rights: put it in matterOf in right.go, with the matter whose rights it shares", n.Name)
		}
	}
}
