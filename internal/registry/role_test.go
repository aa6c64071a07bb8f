package registry

import (
	"slices"
	"testing"
)

func TestGrantsValidate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		grants Grants
		want   []string
	}{
		"an officer":                 {Grants{Roles: []Role{OfficerRole}}, nil},
		"who administers too":        {Grants{Roles: []Role{OfficerRole, AdminRole}}, nil},
		"a filer who signs":          {Grants{Roles: []Role{FilerRole, SignerRole}, Organization: "VTT"}, nil},
		"local staff of two units":   {Grants{Roles: []Role{LocalRole}, Units: []int64{1, 2}}, nil},
		"no role":                    {Grants{}, []string{"grant.role"}},
		"a role nobody knows":        {Grants{Roles: []Role{"root"}}, []string{"grant.role"}},
		"anonymous is not given":     {Grants{Roles: []Role{AnonymousRole}}, []string{"grant.role"}},
		"a filer of nothing":         {Grants{Roles: []Role{FilerRole}}, []string{"grant.organization"}},
		"local staff of nowhere":     {Grants{Roles: []Role{LocalRole}}, []string{"grant.units"}},
		"an officer bound":           {Grants{Roles: []Role{OfficerRole}, Organization: "VTT", Units: []int64{1}}, []string{"grant.organization", "grant.units"}},
		"files and accepts":          {Grants{Roles: []Role{FilerRole, OfficerRole}, Organization: "VTT"}, []string{"grant.sides"}},
		"audits what it administers": {Grants{Roles: []Role{AuditorRole, AdminRole}}, []string{"grant.sides"}},
	} {
		var got []string
		for _, f := range c.grants.Validate() {
			got = append(got, f.Rule)
			if f.Message.VI == "" || f.Message.EN == "" || f.Mend.VI == "" || f.Mend.EN == "" {
				t.Errorf("%s: %s lacks words: %+v", name, f.Rule, f)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: faults %v, want %v", name, got, c.want)
		}
	}
}

func TestEveryRoleHasATitleAndASide(t *testing.T) {
	t.Parallel()
	for _, r := range Roles {
		if title := r.Title(); title.VI == "" || title.VI == string(r) {
			t.Errorf("role %s has no title", r)
		}
		if (side[r] == "") != (r == AnonymousRole) {
			t.Errorf("role %s is on side %q", r, side[r])
		}
	}
	if len(roleTitles) != len(Roles) {
		t.Errorf("%d titles for %d roles", len(roleTitles), len(Roles))
	}
}
