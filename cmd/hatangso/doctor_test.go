package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
)

// findings runs doctor and gives what it found by name.
func (c cli) findings(t *testing.T) (map[string]postgres.Health, int) {
	t.Helper()
	r := c.do(t, "doctor --json")
	var found []postgres.Diagnosis
	if err := json.Unmarshal([]byte(r.out), &found); err != nil {
		t.Fatalf("%v: %s%s", err, r.out, r.err)
	}
	health := map[string]postgres.Health{}
	for _, f := range found {
		health[f.Check] = f.Health
	}
	return health, r.status
}

func TestDoctor(t *testing.T) {
	t.Parallel()
	c := register(t)
	if found, status := c.findings(t); status != statusDone || found["schema"] != postgres.Well || found["temp"] == postgres.Failing || found["public_url"] != postgres.Well {
		t.Errorf("a register that is well: %v, status %d", found, status)
	}
	c.ok(t, "doctor").says(t, "ok    PostgreSQL ", "Quyền theo dòng: ", "VN-2000: 14 múi")
	c.with("HATANGSO_LANG", "en").ok(t, "doctor").says(t, "Row security: ", "free.")
	if found, status := nowhere(t).findings(t); status != statusFailed || found["database"] != postgres.Failing || found["temp"] == "" {
		t.Errorf("without a database: %v, status %d", found, status)
	}
	if r := nowhere(t).with("HATANGSO_DATABASE_URL", "postgres://u:hunter2@127.0.0.1:1/d").do(t, "doctor"); strings.Contains(r.out+r.err, "hunter2") {
		t.Errorf("the password is shown: %s", r.out)
	}
	empty := bare(t)
	empty.do(t, "doctor").want(t, statusFailed).says(t, "hatangso migrate")
	for _, x := range []struct {
		env  []string
		want map[string]postgres.Health
	}{
		{[]string{"HATANGSO_ADDR", "0.0.0.0:8080"}, map[string]postgres.Health{"address": postgres.Worry, "public_url": postgres.Worry}},
		{[]string{"HATANGSO_ADDR", "nonsense"}, map[string]postgres.Health{"address": postgres.Failing}},
		{[]string{"HATANGSO_PUBLIC_URL", "hatang.example.vn"}, map[string]postgres.Health{"public_url": postgres.Failing}},
		{[]string{"HATANGSO_PUBLIC_URL", "http://hatang.example.vn"}, map[string]postgres.Health{"public_url": postgres.Worry}},
		{[]string{"HATANGSO_PUBLIC_URL", "https://hatang.example.vn"}, map[string]postgres.Health{"public_url": postgres.Well, "proxies": postgres.Worry, "address": postgres.Well}},
		{[]string{"HATANGSO_PUBLIC_URL", "https://hatang.example.vn", "HATANGSO_TRUSTED_PROXIES", "127.0.0.1/32,::1/128"}, map[string]postgres.Health{"proxies": postgres.Well}},
		{[]string{"HATANGSO_TRUSTED_PROXIES", "0.0.0.0/0"}, map[string]postgres.Health{"proxies": postgres.Failing}},
		{[]string{"HATANGSO_OPEN_READING", "true"}, map[string]postgres.Health{"reading": postgres.Well}},
		{[]string{"HATANGSO_OPEN_READING", "true", "HATANGSO_PUBLIC_URL", "https://x.vn"}, map[string]postgres.Health{"reading": postgres.Failing}},
		{[]string{"HATANGSO_OPEN_READING", "true", "HATANGSO_ADDR", ":8080"}, map[string]postgres.Health{"reading": postgres.Worry}},
	} {
		c := c
		for i := 0; i < len(x.env); i += 2 {
			c = c.with(x.env[i], x.env[i+1])
		}
		found, status := c.findings(t)
		failing := false
		for check, want := range x.want {
			failing = failing || want == postgres.Failing
			if found[check] != want {
				t.Errorf("%v: %s is %q, want %q", x.env, check, found[check], want)
			}
		}
		if failing != (status == statusFailed) {
			t.Errorf("%v: status %d", x.env, status)
		}
	}
}
