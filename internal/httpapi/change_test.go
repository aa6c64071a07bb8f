package httpapi_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
)

// Each write leaves who, why, which request, and what was before and after.
func TestChangeLog(t *testing.T) {
	t.Parallel()
	s := serve(t)
	const why = "Đính chính theo công văn 12/STTTT-BCVT"
	c := s.as(t).with("X-Change-Reason", url.PathEscape(why)).with("X-Request-ID", "job-1/a")
	pole := c.create("poles", record{"code": "C1", "note": "cũ", "geometry": point(105.8, 21)})
	one := fmt.Sprintf("/api/v1/poles/%d", pole.id())
	changed := c.with("X-Request-ID", "job-1/b").with("If-Match", pole.etag("pole")).
		do(http.MethodPatch, one, record{"note": "mới", "height_m": 8.5}).want(http.StatusOK)
	c.with("If-Match", changed.header.Get("ETag")).do(http.MethodPatch, one, record{"note": "mới"}).want(http.StatusOK)
	c.with("If-Match", changed.header.Get("ETag")).do(http.MethodPatch, one, record{"note": 1}).refused(http.StatusUnprocessableEntity)
	c.with("X-Request-ID", "job-1/c").with("X-Change-Reason", "").with("If-Match", changed.header.Get("ETag")).
		do(http.MethodDelete, one, nil).want(http.StatusNoContent)

	type change struct {
		Actor, Reason, RequestID, Op string
		Before, After                json.RawMessage
	}
	rows, err := s.sql.Query(t.Context(), `SELECT actor, reason, request_id, op, before, after FROM change
		WHERE noun = 'pole' AND record_id = $1 ORDER BY seq`, pole.id())
	if err != nil {
		t.Fatal(err)
	}
	got, err := pgx.CollectRows(rows, pgx.RowToStructByPos[change])
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 {
		t.Fatalf("%d changes logged, want 3: %+v", len(got), got)
	}
	values := func(b json.RawMessage, keys ...string) string {
		if b == nil {
			return ""
		}
		var all record
		if err := json.Unmarshal(b, &all); err != nil {
			t.Fatal(err)
		}
		if keys == nil {
			return fmt.Sprint(map[string]any(all))
		}
		out := ""
		for _, k := range keys {
			out += fmt.Sprint(all[k], " ")
		}
		return out
	}
	var lines []string
	for i, g := range got {
		keys := []string{"code", "note"}
		if i == 1 {
			keys = nil // an update keeps what it changed and nothing else
		}
		lines = append(lines, fmt.Sprintf("%s|%s|%s|%s|%s|%s", g.Actor, g.Reason, g.RequestID, g.Op, values(g.Before, keys...), values(g.After, keys...)))
	}
	want := []string{
		"key:tester|" + why + "|job-1/a|create||C1 cũ ",
		"key:tester|" + why + "|job-1/b|update|map[height_m:<nil> note:cũ]|map[height_m:8.5 note:mới]",
		"key:tester||job-1/c|delete|C1 mới |",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}
