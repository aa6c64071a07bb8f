package httpapi_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// sheet is a compliance card as a caller reads it.
type sheet struct {
	ID      int64
	Record  map[string]any
	Verdict *string
	Parts   map[string]*string
	Missing []struct{ Field string }
	// Findings are told by rule and effect.
	Findings []struct {
		Rule, Effect, Mark  string
		Found, Mend, Clause registry.Text
		Mast, Permit        *int64
	}
	Rule *struct {
		Code         string
		PermitNeeded bool   `json:"permit_needed"`
		BuiltOn      string `json:"built_on"`
		Basis        string
	}
	Ground      *struct{ Basis, Number string }
	Permits     []record
	Certificate *struct {
		ExpiresOn string `json:"expires_on"`
		DaysLeft  int64  `json:"days_left"`
	}
	Certificates, Masts, Stations, Tenancies []record
	HeightLimit                              *struct{ M float64 } `json:"height_limit"`
	Owner                                    *struct{ Code, Contact string }
	Capacity                                 *struct {
		FreeSlots int64 `json:"free_slots"`
		Tenants   int64
	}
	Nearest []struct {
		Code, Owner string
		DistanceM   float64 `json:"distance_m"`
		Verdict     *string
	}
	History []struct{ Op string }
	Can     map[string]bool
}

func (c client) sheet(path string) (s sheet) {
	c.Helper()
	c.do(http.MethodGet, "/api/v1/"+path, nil).want(http.StatusOK).read(&s)
	return s
}

// rules names what a card found, with its effect.
func (s *sheet) rules() (out []string) {
	for _, f := range s.Findings {
		out = append(out, f.Rule+":"+f.Effect)
	}
	return out
}

// holder gives a client with a key of these grants, for some nouns or all.
func (s *server) holder(t *testing.T, name string, g registry.Grants, nouns ...string) client {
	t.Helper()
	secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: name, Grants: &g, Scope: registry.Scope{Nouns: nouns}})
	if err != nil {
		t.Fatal(err)
	}
	return s.as(t).with("X-Forwarded-For", "203.0.113.9").with("Authorization", "Bearer "+secret)
}

func TestComplianceCard(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicReading: true})
	c := s.as(t)
	for _, code := range []string{"VNPT", "Viettel"} {
		c.create("organizations", record{"code": code, "name": code, "kind": "operator", "contact": "0900 " + code})
	}
	ward := c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	other := c.create("units", record{"level": "commune", "code": "00002", "name": "Xã Hai", "unit_kind": "xa", "valid_from": "2020-01-01", "geometry": square(106.8, 21, 0.1)})
	site := func(code, owner, built string, lon float64, more record) int64 {
		body := record{"code": code, "owner": owner, "built_on": built, "operating_from": built, "site_kind": "ground", "free_slots": 2, "geometry": point(lon, 21.0345678)}
		for k, v := range more {
			body[k] = v
		}
		return c.create("sites", body).id()
	}
	id := site("S1", "VNPT", "2024-02-10", 105.8234567, nil)
	mast := c.create("masts", record{"site": id, "code": "C1", "class": "A2b", "height_m": 42}).id()
	permit := c.create("permits", record{"asset_kind": "site", "asset": id, "basis": "permit", "number": "15/GPXD", "authority": "UBND Quận Một", "issued_on": "2024-01-05", "height_m": 36}).id()
	c.create("certificates", record{"site": id, "applies": "yes", "number": "7/KĐ", "issued_on": "2022-03-01"})
	c.create("stations", record{"site": id, "operator": "Viettel", "technology": "4G", "code": "X1"})
	c.create("tenancies", record{"asset_kind": "site", "asset": id, "tenant": "Viettel"})
	site("S2", "Viettel", "2023-01-01", 105.8276, nil)
	site("far", "Viettel", "2023-01-01", 105.88, nil)
	path := fmt.Sprintf("sites/%d/compliance?as_of=2026-11-22", id)

	card := c.sheet(path)
	if card.Verdict == nil || *card.Verdict != "unlawful" || *card.Parts["permit"] != "unlawful" || *card.Parts["certificate"] != "lawful" || *card.Parts["zone"] != "lawful" || card.Parts["technical"] != nil {
		t.Errorf("the verdict is %v of %v", card.Verdict, card.Parts)
	}
	if rules := card.rules(); !slices.Equal(rules, []string{"permit.height:unlawful"}) {
		t.Errorf("found %v", rules)
	}
	if f := card.Findings[0]; *f.Mast != mast || *f.Permit != permit || f.Found.VI != "Giấy phép cho cao 36 m, mà cột C1 cao 42 m." || f.Mark != "INFERRED" || f.Clause.EN == "" || f.Mend.VI == "" {
		t.Errorf("the finding is %+v", f)
	}
	if card.Rule.Code != "nd-25-2011-41" || !card.Rule.PermitNeeded || card.Rule.BuiltOn != "2024-02-10" || card.Rule.Basis != "built_on" ||
		card.Ground.Number != "15/GPXD" || card.HeightLimit.M != 36 || card.Certificate.ExpiresOn != "2027-03-01" || card.Certificate.DaysLeft != 99 {
		t.Errorf("it rests on %+v, %+v, %+v, %+v", card.Rule, card.Ground, card.HeightLimit, card.Certificate)
	}
	if card.Owner.Code != "VNPT" || card.Owner.Contact != "0900 VNPT" || card.Capacity.FreeSlots != 2 || card.Capacity.Tenants != 1 ||
		len(card.Masts) != 1 || len(card.Stations) != 1 || len(card.Tenancies) != 1 || len(card.History) != 1 || card.Record["verdict"] != "unlawful" {
		t.Errorf("the card is %+v", card)
	}
	if n := card.Nearest; len(n) != 1 || n[0].Code != "S2" || n[0].Owner != "Viettel" || n[0].DistanceM < 400 || n[0].DistanceM > 450 || *n[0].Verdict != "unknown" {
		t.Errorf("nearest is %+v", n)
	}
	if ended := c.sheet(strings.Replace(path, "2026-11-22", "2027-03-01", 1)); *ended.Parts["certificate"] != "unlawful" || !slices.Contains(ended.rules(), "certificate.expired:unlawful") {
		t.Errorf("the day the certificate ends: %v, %v", ended.Parts, ended.rules())
	}
	if by := c.sheet(fmt.Sprintf("masts/%d/compliance?as_of=2026-11-22", mast)); by.ID != id || *by.Verdict != "unlawful" {
		t.Errorf("by its mast: %+v", by)
	}

	// what each reader may know
	for name, reader := range map[string]struct {
		client
		judges, passive, contact, log, writes bool
	}{
		"the public":       {client: s.as(t).with("X-Forwarded-For", "203.0.113.9").with("Authorization", "")},
		"another operator": {client: s.holder(t, "another", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}), passive: true, contact: true},
		"its owner":        {client: s.holder(t, "owner", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"}), judges: true, passive: true, contact: true, log: true, writes: true},
		"local staff":      {client: s.holder(t, "local", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{ward.id()}}), judges: true, passive: true, contact: true},
		"staff elsewhere":  {client: s.holder(t, "elsewhere", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{other.id()}})},
		"an auditor":       {client: s.holder(t, "auditor", registry.Grants{Roles: []registry.Role{registry.AuditorRole}}), judges: true, passive: true, contact: true, log: true},
		"a key for sites":  {client: s.holder(t, "sites", registry.Grants{Roles: []registry.Role{registry.OfficerRole}}, "site"), passive: true, contact: true, log: true},
	} {
		got := reader.sheet(path)
		if judged := got.Verdict != nil; judged != reader.judges || judged != (got.Parts != nil) || judged != (got.Findings != nil) || judged != (got.Rule != nil) ||
			judged != (got.Ground != nil) || judged != (got.Certificate != nil) || judged != (got.Permits != nil) || judged != (got.Missing != nil) {
			t.Errorf("%s: verdict %v, %+v", name, got.Verdict, got)
		}
		if (got.Nearest != nil) != reader.passive || (got.Capacity != nil) != reader.passive || (got.History != nil) != reader.log ||
			(got.Owner != nil && got.Owner.Contact != "") != reader.contact || got.Can["permit"] != reader.writes {
			t.Errorf("%s: %+v %+v %+v %+v %v", name, got.Nearest, got.Capacity, got.Owner, got.History, got.Can)
		}
	}

	// domain.md §10.7: the rule of the day of construction
	fresh := site("S3", "VNPT", "2026-02-01", 105.81, nil)
	c.create("masts", record{"site": fresh, "code": "C1", "class": "A2b", "height_m": 42})
	c.create("certificates", record{"site": fresh, "applies": "no"})
	if got := c.sheet(fmt.Sprintf("sites/%d/compliance", fresh)); *got.Verdict != "lawful" || got.Rule.PermitNeeded || len(got.Missing) != 0 {
		t.Errorf("built in 2026 without a permit: %v, %v", *got.Verdict, got.rules())
	}
	bare := site("S4", "VNPT", "2024-02-01", 105.79, nil)
	c.create("masts", record{"site": bare, "code": "C1", "class": "A2b", "height_m": 42})
	if got := c.sheet(fmt.Sprintf("sites/%d/compliance", bare)); *got.Verdict != "unknown" || got.Missing[0].Field != "permits" {
		t.Errorf("built in 2024, nothing known: %v, %v", *got.Verdict, got.rules())
	}
	c.create("permits", record{"asset_kind": "site", "asset": bare, "basis": "missing"})
	if got := c.sheet(fmt.Sprintf("sites/%d/compliance", bare)); *got.Parts["permit"] != "unlawful" || !slices.Contains(got.rules(), "permit.missing:unlawful") {
		t.Errorf("built in a ward in 2024 without a permit: %v, %v", *got.Verdict, got.rules())
	}

	// a pole has its own questions
	first := record{"code": "P1", "owner": "VNPT", "built_on": "2015-05-05", "operating_from": "2015-05-05", "road": "Đường Láng", "boxes": 1, "geometry": point(105.85, 21.05)}
	c.create("poles", first)
	second := record{"code": "P2", "owner": "Viettel", "built_on": "2024-05-05", "operating_from": "2024-06-05", "road": "đường láng", "boxes": 3, "geometry": point(105.8501, 21.05)}
	pole := c.create("poles", second).id()
	if got := c.sheet(fmt.Sprintf("poles/%d/compliance", pole)); *got.Parts["technical"] != "unlawful" || got.Parts["certificate"] != nil ||
		!slices.Contains(got.rules(), "pole.boxes:unlawful") || !slices.Contains(got.rules(), "pole.new-on-route:warning") {
		t.Errorf("a pole: %v", got.rules())
	}

	// counted
	var counts struct {
		Total struct{ Sites, Lawful, Unlawful, Unknown int64 }
		Items []struct {
			UnitCode string `json:"unit_code"`
			Sites    int64
		}
	}
	c.do(http.MethodGet, "/api/v1/indicators/compliance?as_of=2026-11-22&unit=00001", nil).want(http.StatusOK).read(&counts)
	if n := counts.Total; n.Sites != 4 || n.Lawful != 1 || n.Unlawful != 2 || n.Unknown != 1 || len(counts.Items) != 1 || counts.Items[0].UnitCode != "00001" {
		t.Errorf("counted %+v", counts)
	}
	c.with("X-Forwarded-For", "203.0.113.9").with("Authorization", "").do(http.MethodGet, "/api/v1/indicators/compliance", nil).refused(http.StatusUnauthorized)
	c.do(http.MethodGet, "/api/v1/sites/987654/compliance", nil).refused(http.StatusNotFound)
}
