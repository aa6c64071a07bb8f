package postgres_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Whoever rewrites the log, even as the database's owner, breaks the chain at
// the entry that was touched.
func TestARewrittenLogShows(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT", "MobiFone")
	site := r.site("S", 106, 20)
	r.update(registry.SiteNoun, site, func(record registry.Record) { record.(*registry.Site).Name = ptr("Vị trí") })
	verify := func(head string) postgres.AuditReport {
		t.Helper()
		if _, err := r.db.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
		report, err := r.db.VerifyAudit(t.Context(), tester, head)
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	first := verify("")
	if first.Sealed != 5 || first.Unsealed != 0 || first.Broken != nil || len(first.Head) != 64 {
		t.Fatalf("an honest log: %+v", first)
	}
	r.delete(registry.SiteNoun, site)
	whole := verify(first.Head)
	if whole.Sealed != 6 || whole.Broken != nil || whole.HeadFound == nil || !*whole.HeadFound || whole.Head == first.Head {
		t.Fatalf("an honest log that went on: %+v", whole)
	}
	if again := verify(whole.Head); again.Head != whole.Head {
		t.Errorf("sealing again gives another head: %+v", again)
	}
	third := one[int64](r, `SELECT seq FROM change ORDER BY seq OFFSET 2 LIMIT 1`)
	for name, crime := range map[string]string{
		"an actor changed":   `UPDATE change SET actor = 'somebody else' WHERE seq = $1`,
		"a value changed":    `UPDATE change SET after = after || '{"name": "x"}' WHERE seq = $1`,
		"a time changed":     `UPDATE change SET at = at + interval '1 microsecond' WHERE seq = $1`,
		"an entry gone":      `DELETE FROM change WHERE seq = $1`,
		"a seal gone":        `DELETE FROM change_seal WHERE seq = $1`,
		"a seal made up":     `UPDATE change_seal SET hash = sha256('x') WHERE seq = $1`,
		"both of an entry":   `WITH c AS (DELETE FROM change_seal WHERE seq = $1) DELETE FROM change WHERE seq = $1`,
		"the end, and seals": `WITH c AS (DELETE FROM change_seal WHERE seq >= $1) DELETE FROM change WHERE seq >= $1`,
	} {
		tx, err := r.sql.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec(t.Context(), `SET LOCAL session_replication_role = replica`); err != nil { // past the triggers, as the superuser can
			t.Fatal(err)
		}
		if _, err := tx.Exec(t.Context(), crime, third); err != nil {
			t.Fatal(err)
		}
		var broken *int64
		var found bool
		if err := tx.QueryRow(t.Context(), `SELECT broken, EXISTS (SELECT FROM change_seal WHERE encode(hash, 'hex') = $1) FROM verify_changes()`, whole.Head).Scan(&broken, &found); err != nil {
			t.Fatal(err)
		}
		if err := tx.Rollback(t.Context()); err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(name, "the end"):
			if found || broken != nil {
				t.Errorf("%s: the noted head is found: %t, broken at %v", name, found, broken)
			}
		case strings.HasPrefix(name, "both"):
			if broken == nil || *broken <= third {
				t.Errorf("%s: broken at %v, not after %d", name, broken, third)
			}
		case broken == nil || *broken != third:
			t.Errorf("%s: broken at %v, not at %d", name, broken, third)
		}
	}
	if report := verify(whole.Head); report.Broken != nil {
		t.Errorf("after all was taken back: %+v", report)
	}
	filer := registry.Actor{Name: "filer", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	_, err := r.db.VerifyAudit(t.Context(), filer, "")
	wantCode(t, err, registry.CodeForbidden)
}

// What is no change of a record is in the log too: who was refused a write, who
// took records away; and all of it goes out with its seals.
func TestSecurityEvents(t *testing.T) {
	t.Parallel()
	r := newRegister(t)
	r.organizations("Viettel", "VNPT")
	theirs := r.site("S", 106, 20, func(s *registry.Site) { s.Owner = ptr("VNPT") })
	filer := registry.Actor{Name: "nộp", RequestID: "req-7", Grants: registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"}}
	wantCode(t, r.db.Delete(t.Context(), filer, registry.SiteNoun, theirs, 1), registry.CodeForbidden)
	if _, err := r.db.Stream(t.Context(), filer, registry.SiteNoun, registry.Filter{}, nothing{}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.db.Stream(t.Context(), registry.Anonymous, registry.SiteNoun, registry.Filter{}, nothing{}); err != nil {
		t.Fatal(err)
	}
	if _, err := r.db.Seal(t.Context()); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	n, err := r.db.ExportAudit(t.Context(), tester, 0, &out)
	if err != nil || n != 5 {
		t.Fatalf("%d entries (%v):\n%s", n, err, out.String())
	}
	var events []postgres.AuditEntry
	for decoder := json.NewDecoder(&out); decoder.More(); {
		var e postgres.AuditEntry
		if err := decoder.Decode(&e); err != nil {
			t.Fatal(err)
		}
		if e.Seal == nil || e.Seq == 0 || e.Actor == "" {
			t.Errorf("an entry lacks something: %+v", e)
		}
		if e.Op == "event" {
			events = append(events, e)
		}
	}
	if len(events) != 2 || events[0].Noun != postgres.EventWriteRefused || events[1].Noun != postgres.EventExport {
		t.Fatalf("the events are %+v", events)
	}
	for _, e := range events {
		if e.Actor != "nộp" || e.RequestID != "req-7" || e.Organization == nil || *e.Organization != "Viettel" || !json.Valid(e.After) {
			t.Errorf("the event is %+v, %s", e, e.After)
		}
	}
}

// nothing is a sink that keeps nothing.
type nothing struct{}

func (nothing) Begin([]registry.Field) error { return nil }
func (nothing) Row([]postgres.Value) error   { return nil }
func (nothing) End() error                   { return nil }
