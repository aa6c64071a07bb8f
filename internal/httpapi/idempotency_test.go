package httpapi_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A create sent again under its key is done once.
func TestCreateAgain(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("Idempotency-Key", "đơn-1")
	body := record{"code": "C1", "geometry": point(105.8, 21)}
	c.do(http.MethodPost, "/api/v1/poles", body).refused(http.StatusBadRequest, "parameter.invalid Idempotency-Key")
	c = c.with("Idempotency-Key", "6f1c2e0a")
	first := c.do(http.MethodPost, "/api/v1/poles", body).want(http.StatusCreated)
	if first.header.Get("Idempotency-Replayed") != "" {
		t.Error("the first answer says it is a replay")
	}
	// meanwhile the record has changed: the first answer is given all the same
	pole := first.record()
	s.as(t).with("If-Match", pole.etag("pole")).do(http.MethodPatch, fmt.Sprintf("/api/v1/poles/%d", pole.id()), record{"note": "x"}).want(http.StatusOK)
	again := c.do(http.MethodPost, "/api/v1/poles", body).want(http.StatusCreated)
	if again.header.Get("Idempotency-Replayed") != "true" {
		t.Error("the second answer does not say it is a replay")
	}
	for _, name := range []string{"ETag", "Location", "Content-Type"} {
		if a, b := first.header.Get(name), again.header.Get(name); a != b || a == "" {
			t.Errorf("%s is %q, then %q", name, a, b)
		}
	}
	if diff := cmp.Diff(string(first.body), string(again.body)); diff != "" {
		t.Error("another answer: " + diff)
	}
	other := record{"code": "C2", "geometry": point(105.8, 21)}
	c.do(http.MethodPost, "/api/v1/poles", other).refused(http.StatusUnprocessableEntity, "idempotency.reused Idempotency-Key")
	c.do(http.MethodPost, "/api/v1/sites", body).refused(http.StatusUnprocessableEntity, "idempotency.reused Idempotency-Key")
	if got := codesOf(c.list("/api/v1/poles")); got != "C1" {
		t.Errorf("stored are %s", got)
	}
	// what was refused leaves its key free
	c = c.with("Idempotency-Key", "b")
	c.do(http.MethodPost, "/api/v1/poles", record{"code": "C3"}).refused(http.StatusUnprocessableEntity, "geometry.missing geometry")
	c.do(http.MethodPost, "/api/v1/poles", other).want(http.StatusCreated)
	for _, bad := range []string{strings.Repeat("k", 256), "a\tb"} {
		c.with("Idempotency-Key", bad).do(http.MethodPost, "/api/v1/poles", body).refused(http.StatusBadRequest, "parameter.invalid Idempotency-Key")
	}
	c.with("Idempotency-Key", strings.Repeat("k", 255)).do(http.MethodPost, "/api/v1/poles", record{"code": "C4", "geometry": point(105.8, 21)}).want(http.StatusCreated)
}

// A key belongs to who sent it, and is forgotten in the end.
func TestKeysExpire(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t).with("Idempotency-Key", "k")
	c.create("poles", record{"code": "C1", "geometry": point(105.8, 21)})
	age := func(by string) {
		tx, err := s.sql.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'test', true)`); err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec(t.Context(), `UPDATE idempotency SET created_at = created_at - $1::interval`, by); err != nil {
			t.Fatal(err)
		}
		if err := tx.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	age("25 hours")
	second := record{"code": "C2", "geometry": point(105.8, 21)}
	c.do(http.MethodPost, "/api/v1/poles", second).refused(http.StatusUnprocessableEntity, "idempotency.reused Idempotency-Key")
	age("24 hours")
	c.with("Idempotency-Key", "other").create("poles", second)
	var kept int
	if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM idempotency`).Scan(&kept); err != nil || kept != 1 {
		t.Errorf("%d keys are kept, want the new one: %v", kept, err)
	}
	c.create("poles", record{"code": "C3", "geometry": point(105.8, 21)})
}

// Of twenty who send the same create at once all get the one record.
func TestCreateAtOnce(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t).with("Idempotency-Key", "at once")
	const senders = 20
	type result struct {
		status   int
		replayed bool
		body     string
		err      error
	}
	results := make(chan result, senders)
	for range senders {
		request := c.request(http.MethodPost, "/api/v1/poles", record{"code": "C1", "geometry": point(105.8, 21)})
		go func() {
			out, err := http.DefaultClient.Do(request)
			if err != nil {
				results <- result{err: err}
				return
			}
			defer out.Body.Close()
			b, err := io.ReadAll(out.Body)
			results <- result{out.StatusCode, out.Header.Get("Idempotency-Replayed") == "true", string(b), err}
		}()
	}
	bodies, fresh := map[string]bool{}, 0
	for range senders {
		r := <-results
		if r.err != nil || r.status != http.StatusCreated {
			t.Fatalf("status %d: %v %s", r.status, r.err, r.body)
		}
		bodies[r.body] = true
		if !r.replayed {
			fresh++
		}
	}
	if len(bodies) != 1 || fresh != 1 {
		t.Errorf("%d different answers, %d of them new", len(bodies), fresh)
	}
	if got := codesOf(c.list("/api/v1/poles")); got != "C1" {
		t.Errorf("stored are %s", got)
	}
}
