package httpapi_test

import (
	"bytes"
	"fmt"
	"net/http"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// A report goes from whoever makes it to who answers it. Who made it is known to the
// department and to whom it is given; who has the code knows how it stands.
func TestFeedback(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	for _, code := range []string{"VNPT", "Viettel"} {
		c.create("organizations", record{"code": code, "name": "Công ty " + code, "kind": "operator"})
	}
	unit := c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	other := c.create("units", record{"level": "commune", "code": "00002", "name": "Phường Hai", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(106.8, 21, 0.1)})
	as := func(name string, g registry.Grants) client {
		secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: name, Grants: &g})
		if err != nil {
			t.Fatal(err)
		}
		return c.with("Authorization", "Bearer "+secret)
	}
	vnpt := as("vnpt", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"})
	viettel := as("viettel", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})
	local := as("local", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{unit.id()}})
	elsewhere := as("elsewhere", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{other.id()}})
	auditor := as("auditor", registry.Grants{Roles: []registry.Role{registry.AuditorRole}})
	public := c.with("Authorization", "").with("X-Forwarded-For", "203.0.113.9")

	report := record{"kind": "unsafe", "description": "Cột nghiêng sát nhà dân", "geometry": point(105.8, 21), "address": "Ngõ 1", "contact_name": "Bà Hoa Mật", "contact_phone": "0913000777"}
	receipt := public.do(http.MethodPost, "/api/v1/feedback", report).want(http.StatusCreated).record()
	code, _ := receipt["code"].(string)
	if len(code) < 20 || receipt["commune"] != "Phường Một" || receipt["due_on"] == nil {
		t.Fatalf("%v", receipt)
	}
	public.do(http.MethodPost, "/api/v1/feedback", record{"kind": "unsafe", "description": "Cột nghiêng", "geometry": point(0, 0)}).refused(http.StatusUnprocessableEntity, "feedback.elsewhere geometry")
	status := func() record {
		return public.do(http.MethodGet, "/api/v1/feedback/"+code, nil).want(http.StatusOK).record()
	}
	if st := status(); st["state"] != "received" || st["agency"] != nil {
		t.Errorf("%v", st)
	}
	public.do(http.MethodGet, "/api/v1/feedback/"+code[:19]+"A", nil).refused(http.StatusNotFound)
	public.do(http.MethodGet, "/api/v1/feedback", nil).refused(http.StatusUnauthorized)
	for name, wrong := range map[string]record{
		"no words": {"kind": "unsafe", "description": " ", "geometry": point(105.8, 21)}, "no place": {"kind": "unsafe", "description": "x"},
		"a kind of its own": {"kind": "x", "description": "x", "geometry": point(105.8, 21)}, "a program": {"kind": "unsafe", "description": "x", "geometry": point(105.8, 21), "website": "http://x"},
	} {
		if a := public.do(http.MethodPost, "/api/v1/feedback", wrong); a.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}

	secret := []byte("Mật")
	sees := func(who client, rows int, contact bool) {
		t.Helper()
		a := who.do(http.MethodGet, "/api/v1/feedback", nil).want(http.StatusOK)
		items, _ := a.record()["items"].([]any)
		if len(items) != rows || bytes.Contains(a.body, secret) != contact {
			t.Errorf("%d reports, want %d; the contact is told: %t, want %t", len(items), rows, bytes.Contains(a.body, secret), contact)
		}
	}
	sees(c, 1, true)
	sees(local, 1, false)
	sees(elsewhere, 0, false)
	sees(auditor, 1, false)
	sees(vnpt, 0, false)

	items, _ := c.do(http.MethodGet, "/api/v1/feedback?state=received&unit=00001", nil).want(http.StatusOK).record()["items"].([]any)
	one := fmt.Sprintf("/api/v1/feedback/tickets/%v", items[0].(map[string]any)["id"])
	patch := func(who client, body record) answer {
		a := c.do(http.MethodGet, one, nil).want(http.StatusOK)
		return who.with("If-Match", a.header.Get("ETag")).do(http.MethodPatch, one, body)
	}
	c.do(http.MethodPatch, one, record{"state": "in_progress"}).refused(http.StatusPreconditionRequired)
	patch(local, record{"agency": "VNPT"}).refused(http.StatusUnprocessableEntity) // the department assigns
	patch(elsewhere, record{"note": "x"}).refused(http.StatusNotFound)
	patch(c, record{"agency": "Nobody"}).refused(http.StatusUnprocessableEntity)
	if f := patch(c, record{"agency": "VNPT", "due_on": "2027-01-01"}).want(http.StatusOK).record(); f["state"] != "assigned" || f["agency_name"] != "Công ty VNPT" {
		t.Errorf("%v", f)
	}
	sees(vnpt, 1, true)
	sees(viettel, 0, false)
	sees(local, 1, false)
	patch(viettel, record{"state": "in_progress"}).refused(http.StatusNotFound)
	patch(vnpt, record{"state": "in_progress", "note": "Đã cử người"}).want(http.StatusOK)
	patch(vnpt, record{"state": "resolved"}).refused(http.StatusUnprocessableEntity) // without an answer
	patch(vnpt, record{"state": "resolved", "answer": "Đã dựng lại cột."}).want(http.StatusOK)
	patch(vnpt, record{"state": "in_progress"}).refused(http.StatusUnprocessableEntity) // the department opens again
	st := status()
	if st["state"] != "resolved" || st["answer"] != "Đã dựng lại cột." || st["agency"] != "Công ty VNPT" || st["closed_at"] == nil || len(st) != 9 {
		t.Errorf("%v", st)
	}
	for _, who := range []client{c, vnpt, local, auditor} {
		a := who.do(http.MethodGet, one+"/history", nil).want(http.StatusOK)
		log, _ := a.record()["items"].([]any)
		if len(log) != 4 || bytes.Contains(a.body, secret) {
			t.Errorf("history of %d entries: %s", len(log), a.body)
		}
	}
	if a := auditor.do(http.MethodGet, "/api/v1/changes?limit=1000", nil).want(http.StatusOK); bytes.Contains(a.body, secret) {
		t.Error("the log tells who reported")
	}
	stale := c.do(http.MethodGet, one, nil).header.Get("ETag")
	patch(c, record{"note": "a"}).want(http.StatusOK)
	c.with("If-Match", stale).do(http.MethodPatch, one, record{"note": "b"}).refused(http.StatusPreconditionFailed)

	// to the commune: its staff may ask back
	second := public.do(http.MethodPost, "/api/v1/feedback", report).want(http.StatusCreated).record()
	items, _ = c.do(http.MethodGet, "/api/v1/feedback?state=received", nil).record()["items"].([]any)
	one, code = fmt.Sprintf("/api/v1/feedback/tickets/%v", items[0].(map[string]any)["id"]), second["code"].(string)
	patch(c, record{"to_commune": true}).want(http.StatusOK)
	sees(local, 2, true)
	if st := status(); st["agency"] != "Phường Một" {
		t.Errorf("%v", st)
	}

	// pictures: whoever has the code sends and reads them, without what the camera wrote
	picture, another := snapshot(t, "MÁY ẢNH GHI"), snapshot(t, "khác")
	shots := "/api/v1/feedback-photos/" + code + "/"
	for _, sent := range []struct {
		path, media string
		body        []byte
		want        int
	}{
		{shots + "1", "image/jpeg", picture, http.StatusConflict}, // somebody works on it already
		{"/api/v1/feedback-photos/" + code[:19] + "A/1", "image/jpeg", picture, http.StatusNotFound},
	} {
		if status, answer := public.bytes(t, http.MethodPut, sent.path, sent.media, sent.body); status != sent.want {
			t.Errorf("%s: %d, want %d: %.300s", sent.path, status, sent.want, answer)
		}
	}
	third := public.do(http.MethodPost, "/api/v1/feedback", report).want(http.StatusCreated).record()
	shots = "/api/v1/feedback-photos/" + third["code"].(string) + "/"
	for _, sent := range []struct {
		number, media string
		body          []byte
		want          int
	}{
		{"1", "text/plain", picture, http.StatusUnsupportedMediaType},
		{"1", "image/jpeg", []byte("no picture"), http.StatusUnprocessableEntity},
		{"1", "image/jpeg", make([]byte, registry.MaxPhotoBytes+1), http.StatusRequestEntityTooLarge},
		{"4", "image/jpeg", picture, http.StatusNotFound},
		{"1", "image/jpeg", picture, http.StatusOK},
		{"1", "image/jpeg", picture, http.StatusOK},
		{"1", "image/jpeg", another, http.StatusConflict},
		{"3", "image/jpeg", another, http.StatusOK},
	} {
		if status, answer := public.bytes(t, http.MethodPut, shots+sent.number, sent.media, sent.body); status != sent.want {
			t.Errorf("%s, %d bytes of %s: %d, want %d: %.300s", sent.number, len(sent.body), sent.media, status, sent.want, answer)
		}
	}
	var told struct{ Photos []registry.FeedbackPhoto }
	public.do(http.MethodGet, "/api/v1/feedback/"+third["code"].(string), nil).want(http.StatusOK).read(&told)
	if len(told.Photos) != 2 || told.Photos[1].Number != 3 || told.Photos[0].File != shots+"1" {
		t.Errorf("%+v", told)
	}
	if status, got := public.bytes(t, http.MethodGet, shots+"1", "", nil); status != http.StatusOK || bytes.Contains(got, []byte("MÁY")) {
		t.Errorf("the public reads %d: %d bytes", status, len(got))
	}
	if status, got := public.bytes(t, http.MethodGet, shots+"1/thumbnail", "", nil); status != http.StatusOK || len(got) < 100 {
		t.Errorf("the thumbnail: %d, %d bytes", status, len(got))
	}
	items, _ = c.do(http.MethodGet, "/api/v1/feedback?state=received", nil).record()["items"].([]any)
	taken, _ := items[0].(map[string]any)["photos"].([]any)
	as1, _ := taken[0].(map[string]any)["file"].(string)
	for _, read := range []struct {
		client
		want int
	}{{c, http.StatusOK}, {local, http.StatusOK}, {elsewhere, http.StatusNotFound}, {viettel, http.StatusNotFound}, {public, http.StatusUnauthorized}} {
		status, got := read.bytes(t, http.MethodGet, as1, "", nil)
		if status != read.want || status == http.StatusOK && !bytes.Equal(got, picture) {
			t.Errorf("%s is answered %d, %d bytes", as1, status, len(got))
		}
	}

	// nobody floods the department: an address reports so often, and others go on
	limited := 0
	for range 15 {
		if a := public.do(http.MethodPost, "/api/v1/feedback", report); a.status == http.StatusTooManyRequests {
			limited++
		}
	}
	if limited == 0 {
		t.Error("an address reports without end")
	}
	public.with("X-Forwarded-For", "203.0.113.77").do(http.MethodPost, "/api/v1/feedback", report)
}
