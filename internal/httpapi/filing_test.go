package httpapi_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// A filing over HTTP: uploaded in parts with a break, checked in the background,
// watched, verified, signed by another, taken.
func TestFilingOverHTTP(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.working(t)
	c := s.as(t)
	c.create("units", record{"level": "commune", "code": "1", "name": "Phường Đông", "province": "31", "geometry": square(105.8, 21, 0.5)})
	c.create("organizations", record{"code": "VTL", "name": "Viettel", "kind": "operator"})
	c.create("organizations", record{"code": "VNPT", "name": "VNPT", "kind": "operator"})
	s.account(t, "nop", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VTL"})
	s.account(t, "khac", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"})
	s.account(t, "ky", registry.Grants{Roles: []registry.Role{registry.SignerRole}, Organization: "VTL"})
	s.account(t, "so", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	as := func(login string) client {
		return c.with("Authorization", "").with("Cookie", s.session(t, login)).with("Origin", s.url)
	}
	filer, signer, officer := as("nop"), as("ky"), as("so")

	content := "code;lon;lat\nC-1;105,9;21,1\nC-1;105,95;21,1\n"
	sum := sha256.Sum256([]byte(content))
	order := record{"noun": "poles", "file_name": "cột.csv", "file_bytes": len(content), "file_sha256": hex.EncodeToString(sum[:])}
	var f registry.Filing
	keyed := filer.with("Idempotency-Key", "nop-1")
	keyed.do(http.MethodPost, "/api/v1/filings", order).want(http.StatusCreated).read(&f)
	if again := keyed.do(http.MethodPost, "/api/v1/filings", order).want(http.StatusCreated); again.header.Get("Idempotency-Replayed") != "true" {
		t.Error("a key sent again begins another filing")
	}
	path := fmt.Sprintf("/api/v1/filings/%d", f.ID)
	part := func(start int, bytes_ string) answer {
		return filer.with("Content-Type", "application/octet-stream").do(http.MethodPut, fmt.Sprintf("%s/file?start=%d", path, start), bytes.NewReader([]byte(bytes_)))
	}
	part(0, content[:10]).want(http.StatusOK).read(&f)
	if f.Received != 10 || f.State != registry.FilingUploading {
		t.Fatalf("%+v", f)
	}
	part(3, content[3:]).want(http.StatusConflict) // it is at 10
	part(10, content[10:]).want(http.StatusOK).read(&f)
	if f.State != registry.FilingQueued {
		t.Fatalf("%+v", f)
	}
	filer.do(http.MethodPost, "/api/v1/filings", order).want(http.StatusOK) // the same again

	filer.settled(path, registry.FilingBlocked)
	if groups := filer.groups(path); len(groups) == 0 || groups[0].Rule != "key.duplicate" {
		t.Fatalf("%+v", groups)
	}
	signer.do(http.MethodPost, path+"/sign", nil).want(http.StatusConflict)
	if marked := filer.do(http.MethodGet, path+"/marked.xlsx", nil).want(http.StatusOK); !bytes.HasPrefix(marked.body, []byte("PK")) {
		t.Fatalf("%.40q", marked.body)
	}
	filer.do(http.MethodPost, path+"/edits", record{"edits": []any{record{"row": 3, "column": "code", "value": "C-2"}}}).want(http.StatusOK)
	filer.settled(path, registry.FilingReady)
	signed := signer.do(http.MethodPost, path+"/sign", nil).want(http.StatusOK)
	filer.do(http.MethodGet, path+"/receipt", nil).want(http.StatusOK)
	if receipt := filer.do(http.MethodGet, path+"/receipt.pdf", nil).want(http.StatusOK); !bytes.HasPrefix(receipt.body, []byte("%PDF-")) {
		t.Fatalf("%.40q", receipt.body)
	}
	filer.do(http.MethodPost, path+"/accept", record{}).want(http.StatusForbidden)
	officer.with("If-Match", `"filing-1-1"`).do(http.MethodPost, path+"/accept", record{}).want(http.StatusPreconditionFailed)
	officer.with("If-Match", signed.header.Get("ETag")).do(http.MethodPost, path+"/accept", record{}).want(http.StatusOK)
	officer.settled(path, registry.FilingAccepted)
	if poles := c.list("/api/v1/poles"); len(poles) != 2 {
		t.Fatalf("%v", poles)
	}
	if file := filer.do(http.MethodGet, path+"/file", nil).want(http.StatusOK); string(file.body) != content ||
		!strings.Contains(file.header.Get("Content-Disposition"), "c%E1%BB%99t.csv") {
		t.Fatalf("%s %v", file.body, file.header)
	}
	as("khac").do(http.MethodGet, path, nil).want(http.StatusNotFound)
}

// Every noun has its templates, and every rule says what it rests on.
func TestTemplatesAndRules(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, n := range registry.Nouns {
		for extension, begins := range map[string]string{"xlsx": "PK", "csv": "\ufeff", "geojson": "{"} {
			a := c.do(http.MethodGet, "/api/v1/templates/"+n.Path+"."+extension, nil).want(http.StatusOK)
			if !bytes.HasPrefix(a.body, []byte(begins)) {
				t.Errorf("%s.%s begins with %.10q", n.Path, extension, a.body)
			}
		}
	}
	c.do(http.MethodGet, "/api/v1/templates/poles.doc", nil).want(http.StatusNotFound)
	c.do(http.MethodGet, "/api/v1/templates/poles.xlsx?crs=6957", nil).refused(http.StatusBadRequest)
	var rules struct {
		Version int
		Items   []struct{ ID, Tier string }
	}
	c.do(http.MethodGet, "/api/v1/rules", nil).want(http.StatusOK).read(&rules)
	if rules.Version == 0 || len(rules.Items) < 60 {
		t.Errorf("%d rules, version %d", len(rules.Items), rules.Version)
	}
}

// groups gives what is wrong with a filing, in groups.
func (c client) groups(path string) []postgres.FindingGroup {
	var groups struct{ Items []postgres.FindingGroup }
	c.do(http.MethodGet, path+"/finding-groups", nil).want(http.StatusOK).read(&groups)
	return groups.Items
}

// settled watches a filing until nothing is under way.
func (c client) settled(path string, want registry.FilingState) (f registry.Filing) {
	c.Helper()
	events := c.do(http.MethodGet, path+"/events", nil).want(http.StatusOK)
	last := bytes.TrimSpace(events.body)
	last = last[bytes.LastIndex(last, []byte("data: "))+len("data: "):]
	if err := json.Unmarshal(last, &f); err != nil || f.State != want {
		c.Fatalf("%v, want %s: %s", err, want, events.body)
	}
	return f
}

// working works on filings until the test ends.
func (s *server) working(t *testing.T) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.db.Serve(ctx, filing.Work) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
