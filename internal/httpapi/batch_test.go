package httpapi_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// batchResults is the answer to a batch as a caller reads it.
type batchResults struct {
	Atomic bool
	Items  []struct {
		Status         int
		ID             int64
		ETag, Location string
		Problem        *refusal
	}
}

func (c client) batch(atomic bool, items ...record) (out batchResults) {
	c.Helper()
	c.do(http.MethodPost, "/api/v1/batch", record{"atomic": atomic, "items": items}).want(http.StatusOK).read(&out)
	return out
}

func TestBatch(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	pole := c.create("poles", record{"code": "C0", "geometry": point(105.8, 21)})
	gone := c.create("poles", record{"code": "C9", "geometry": point(105.8, 21)})
	add := func(code string) record {
		return record{"method": "POST", "noun": "poles", "body": record{"code": code, "geometry": point(105.8, 21)}}
	}
	change := func(r record, tag string, note any) record {
		return record{"method": "PATCH", "noun": "poles", "id": r.id(), "if_match": tag, "body": record{"note": note}}
	}
	remove := func(r record, tag string) record {
		return record{"method": "DELETE", "noun": "poles", "id": r.id(), "if_match": tag}
	}
	all := c.batch(true, add("C1"), change(pole, pole.etag("pole"), "a"), remove(gone, gone.etag("pole")),
		record{"method": "POST", "noun": "organizations", "body": record{"code": "VTL", "name": "Viettel"}},
		record{"method": "POST", "noun": "sites", "body": record{"code": "S1", "owner": "VTL", "geometry": point(105.8, 21)}}) // of one made before it
	var statuses []int
	for _, r := range all.Items {
		statuses = append(statuses, r.Status)
	}
	if diff := cmp.Diff([]int{201, 200, 204, 201, 201}, statuses); diff != "" || !all.Atomic {
		t.Fatal(diff)
	}
	made := c.do(http.MethodGet, all.Items[0].Location, nil).want(http.StatusOK)
	if made.header.Get("ETag") != all.Items[0].ETag || made.record().id() != all.Items[0].ID {
		t.Errorf("made %+v, read %s", all.Items[0], made.body)
	}
	changed := c.do(http.MethodGet, fmt.Sprintf("/api/v1/poles/%d", pole.id()), nil).record()
	if changed["note"] != "a" || all.Items[1].ETag != changed.etag("pole") {
		t.Errorf("changed to %v, tag %s", changed, all.Items[1].ETag)
	}

	// each for itself: what is wrong is told, the rest is done
	wrong := []record{add("C2"), change(pole, pole.etag("pole"), "b"), remove(gone, gone.etag("pole")), {"method": "DELETE", "noun": "poles", "id": pole.id()}, add("C2"),
		{"method": "POST", "noun": "poles", "body": record{"code": "C3", "heigth_m": 1, "status": "broken"}}, change(changed, changed.etag("pole"), "c")}
	each := c.batch(false, wrong...)
	statuses = nil
	for _, r := range each.Items {
		statuses = append(statuses, r.Status)
		if (r.Problem == nil) != (r.Status < 300) || r.Problem != nil && r.Problem.Status != r.Status {
			t.Errorf("status %d, problem %+v", r.Status, r.Problem)
		}
	}
	if diff := cmp.Diff([]int{201, 412, 404, 428, 409, 422, 200}, statuses); diff != "" {
		t.Fatal(diff)
	}
	if p := each.Items[5].Problem; len(p.Faults) != 1 || p.Faults[0].Pointer != "/items/5/body/heigth_m" || !strings.Contains(p.Faults[0].Mend.EN, "height_m") {
		t.Errorf("faults %+v", p.Faults)
	}
	if p := each.Items[1].Problem; p.Current["note"] != "a" {
		t.Errorf("the stale item is told %v", p.Current)
	}

	// all or nothing: the same, and nothing is done
	before := codesOf(c.list("/api/v1/poles"))
	p := c.do(http.MethodPost, "/api/v1/batch", record{"atomic": true, "items": append([]record{add("C4")}, wrong[1:]...)}).refused(http.StatusPreconditionFailed)
	var pointers []string
	for _, f := range p.Faults {
		pointers = append(pointers, f.Rule+" "+f.Pointer)
	}
	if diff := cmp.Diff([]string{"batch.stale /items/1", "batch.not-found /items/2", "batch.precondition /items/3", "batch.conflict /items/4",
		"field.unknown /items/5/body/heigth_m", "batch.stale /items/6"}, pointers); diff != "" {
		t.Error(diff)
	}
	if after := codesOf(c.list("/api/v1/poles")); after != before {
		t.Errorf("a refused batch left %s of %s", after, before)
	}
}

func TestBatchShape(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	send := func(body any) answer { return c.do(http.MethodPost, "/api/v1/batch", body) }
	pole := record{"method": "POST", "noun": "poles", "body": record{"code": "C", "geometry": point(105.8, 21)}}
	send(record{"atomic": true, "items": []any{record{"method": "PUT", "noun": "poles"}, record{"method": "POST", "noun": "pole", "body": record{}},
		record{"method": "PATCH", "noun": "poles"}, record{"method": "DELETE", "noun": "poles", "id": 1, "body": record{}},
		record{"method": "POST", "noun": "poles", "id": 1, "if_match": "x"}, record{"method": "POST", "noun": "poles", "body": "C1"}, record{"methd": "POST"}, 1}}).
		refused(http.StatusUnprocessableEntity, "code.unknown method", "code.unknown noun", "required id", "required body", "batch.stray body",
			"batch.stray id", "batch.stray if_match", "required body", "field.type body", "field.unknown methd", "field.type ")
	send(record{"items": []any{pole}}).refused(http.StatusUnprocessableEntity, "required atomic")
	send(record{"atomic": nil, "items": nil}).refused(http.StatusUnprocessableEntity, "field.type atomic", "field.type items")
	send(record{"atomic": true}).refused(http.StatusUnprocessableEntity, "required items")
	send(record{"atomic": true, "items": []any{}}).refused(http.StatusUnprocessableEntity, "required items")
	send(record{"itms": []any{}}).refused(http.StatusUnprocessableEntity, "field.unknown itms", "required atomic", "required items")
	send(strings.NewReader("[]")).refused(http.StatusBadRequest, "json.syntax ")
	many := make([]any, 1001)
	for i := range many {
		many[i] = pole
	}
	send(record{"atomic": false, "items": many}).refused(http.StatusRequestEntityTooLarge)
	c.with("Authorization", "").do(http.MethodPost, "/api/v1/batch", record{"atomic": true, "items": []any{pole}}).refused(http.StatusUnauthorized)
}

// As many writes as there may be, sent twice under one key, are done once.
func TestBatchAgain(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t).with("Idempotency-Key", "nightly")
	items := make([]record, 1000)
	for i := range items {
		items[i] = record{"method": "POST", "noun": "poles", "body": record{"code": fmt.Sprintf("C%04d", i), "geometry": point(105.8, 21)}}
	}
	body := record{"atomic": false, "items": items}
	first := c.do(http.MethodPost, "/api/v1/batch", body).want(http.StatusOK)
	again := c.do(http.MethodPost, "/api/v1/batch", body).want(http.StatusOK)
	if again.header.Get("Idempotency-Replayed") != "true" || string(again.body) != string(first.body) {
		t.Error("the second answer is another")
	}
	if got := len(c.list("/api/v1/poles?limit=1000")); got != 1000 {
		t.Errorf("%d poles are stored", got)
	}
}
