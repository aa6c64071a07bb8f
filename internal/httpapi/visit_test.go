package httpapi_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"net/http"
	"testing"

	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/registry"
)

// snapshot is a JPEG with a comment in it.
func snapshot(t *testing.T, says string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 64, 48)), nil); err != nil {
		t.Fatal(err)
	}
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xFE, 0, byte(len(says) + 2)}, says...)
	return append(out, b.Bytes()[2:]...)
}

// send puts bytes of a media type; get reads them.
func (c client) bytes(t *testing.T, method, path, media string, body []byte) (int, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, c.server.url+path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header = c.header.Clone()
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	got, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return a.StatusCode, got
}

// A phone that was offline sends what it has, and each sees what is theirs.
func TestVisits(t *testing.T) {
	t.Parallel()
	s := serveWith(t, httpapi.Options{PublicReading: true})
	c := s.as(t)
	for _, code := range []string{"VNPT", "Viettel"} {
		c.create("organizations", record{"code": code, "name": code, "kind": "operator"})
	}
	here := c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)}).id()
	there := c.create("units", record{"level": "commune", "code": "00002", "name": "Xã Hai", "unit_kind": "xa", "valid_from": "2020-01-01", "geometry": square(106.8, 21, 0.1)}).id()
	site := c.create("sites", record{"code": "S1", "owner": "VNPT", "operating_from": "2020-01-01", "geometry": point(105.82, 21.03)}).id()
	local := s.holder(t, "local", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{here}})
	elsewhere := s.holder(t, "elsewhere", registry.Grants{Roles: []registry.Role{registry.LocalRole}, Units: []int64{there}})
	owner := s.holder(t, "owner", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT"})
	rival := s.holder(t, "rival", registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"})

	visit := record{"code": "KT-1", "asset_kind": "site", "asset": site, "checklist": "mast-2026", "outcome": "failed", "made_at": "2026-11-20T09:30:00+07:00",
		"answers": []record{{"item": "mast-2026.structure", "answer": "no", "note": "bu lông gỉ"}}, "geometry": point(105.8205, 21.03), "accuracy_m": 8}
	queued := local.with("Idempotency-Key", "phone-1")
	first := queued.do(http.MethodPost, "/api/v1/inspections", visit).want(http.StatusCreated).record()
	again := queued.do(http.MethodPost, "/api/v1/inspections", visit).want(http.StatusCreated).record()
	if again.id() != first.id() || first["made_at"] != "2026-11-20T02:30:00Z" && first["made_at"] != "2026-11-20T09:30:00+07:00" || first["made_by"] != "key:local" {
		t.Errorf("sent twice: %v, %v", first, again)
	}
	if d, _ := first["distance_m"].(float64); d < 50 || d > 54 {
		t.Errorf("the inspector stood %v m away", first["distance_m"])
	}
	local.do(http.MethodPost, "/api/v1/inspections", visit).refused(http.StatusConflict)
	for _, who := range []client{elsewhere, owner, rival} {
		other := record{"code": "KT-2", "asset_kind": "site", "asset": site, "checklist": "mast-2026", "outcome": "passed", "made_at": "2026-11-20T09:30:00+07:00"}
		who.do(http.MethodPost, "/api/v1/inspections", other).refused(http.StatusForbidden)
	}
	for name, wrong := range map[string]record{"an item of another checklist": {"answers": []record{{"item": "pole-2026.boxes", "answer": "no"}}}, "an item there is not": {"answers": []record{{"item": "mast-2026.paint", "answer": "no"}}},
		"no answer": {"answers": []record{{"item": "mast-2026.structure", "answer": "maybe"}}}, "no time": {"made_at": nil}, "no checklist": {"checklist": "mast-1999"}} {
		body := record{}
		for k, v := range visit {
			body[k] = v
		}
		for k, v := range wrong {
			body[k] = v
		}
		body["code"] = "KT-" + name
		local.do(http.MethodPost, "/api/v1/inspections", body).refused(http.StatusUnprocessableEntity)
	}

	violation := local.create("violations", record{"code": "VP-1", "asset_kind": "site", "asset": site, "inspection": first.id(), "rule": "permit.height", "clause": "NĐ 25/2011 Điều 41.1",
		"description": "Cột cao hơn giấy phép", "found_on": "2026-11-20", "deadline": "2026-12-20"})
	path := fmt.Sprintf("/api/v1/violations/%d", violation.id())
	local.do(http.MethodPatch, path, record{"state": "notified"}).refused(http.StatusPreconditionRequired)
	tag := fmt.Sprintf(`"violation-%d-1"`, violation.id())
	local.with("If-Match", tag).do(http.MethodPatch, path, record{"state": "notified"}).refused(http.StatusUnprocessableEntity)
	local.with("If-Match", tag).do(http.MethodPatch, path, record{"state": "notified", "notified_on": "2026-11-21"}).want(http.StatusOK)
	if stale := local.with("If-Match", tag).do(http.MethodPatch, path, record{"note": "x"}).want(http.StatusPreconditionFailed); !bytes.Contains(stale.body, []byte(`"notified_on":"2026-11-21"`)) {
		t.Errorf("a stale write is answered without what is there: %s", stale.body)
	}

	report := record{"code": "BC-1", "seen_at": "2026-11-20T10:00:00+07:00", "description": "Cột lạ", "geometry": point(105.83, 21.02)}
	found := local.create("field-reports", report)
	if found["commune_code"] != "00001" {
		t.Errorf("the report lies in %v", found["commune_code"])
	}
	report["code"], report["geometry"] = "BC-2", point(106.8, 21)
	local.do(http.MethodPost, "/api/v1/field-reports", report).refused(http.StatusForbidden)

	photo := local.create("photos", record{"code": "A-1", "inspection": first.id(), "caption": "Chân cột"})
	local.do(http.MethodPost, "/api/v1/photos", record{"code": "A-2", "inspection": first.id(), "field_report": found.id()}).refused(http.StatusUnprocessableEntity)
	ofReport := local.create("photos", record{"code": "A-3", "field_report": found.id()})
	file := fmt.Sprintf("/api/v1/photos/%d/file", photo.id())
	picture := snapshot(t, "MÁY ẢNH GHI")
	if status, _ := local.bytes(t, http.MethodGet, file, "", nil); status != http.StatusNotFound {
		t.Errorf("before its bytes: %d", status)
	}
	for _, sent := range []struct {
		client
		media string
		body  []byte
		want  int
	}{
		{owner, "image/jpeg", picture, http.StatusForbidden},
		{local, "text/plain", picture, http.StatusUnsupportedMediaType},
		{local, "image/jpeg", []byte("no picture"), http.StatusUnprocessableEntity},
		{local, "image/jpeg", make([]byte, registry.MaxPhotoBytes+1), http.StatusRequestEntityTooLarge},
		{local, "image/jpeg", picture, http.StatusOK},
		{local, "image/jpeg", picture, http.StatusOK},
		{local, "image/jpeg", snapshot(t, "khác"), http.StatusConflict},
	} {
		if status, answer := sent.bytes(t, http.MethodPut, file, sent.media, sent.body); status != sent.want {
			t.Errorf("%d bytes of %s: %d, want %d: %.300s", len(sent.body), sent.media, status, sent.want, answer)
		}
	}
	for _, read := range []struct {
		client
		want  int
		whole bool
	}{{local, 200, true}, {c, 200, true}, {owner, 200, false}, {rival, 404, false}, {elsewhere, 404, false}} {
		status, got := read.bytes(t, http.MethodGet, file, "", nil)
		if status != read.want || bytes.Equal(got, picture) != read.whole || status == 200 && bytes.Contains(got, []byte("MÁY")) != read.whole {
			t.Errorf("the picture is answered %d, %d bytes", status, len(got))
		}
	}
	if status, got := owner.bytes(t, http.MethodGet, fmt.Sprintf("/api/v1/photos/%d/thumbnail", photo.id()), "", nil); status != 200 || len(got) < 100 {
		t.Errorf("the thumbnail: %d", status)
	}
	if status, _ := owner.bytes(t, http.MethodGet, fmt.Sprintf("/api/v1/photos/%d", ofReport.id()), "", nil); status != http.StatusNotFound {
		t.Errorf("an owner sees the photo of a report that is not of its work: %d", status)
	}

	// on the card
	var card struct {
		Inspections, Violations, FieldReports []record
		Photos                                []struct{ File, Thumbnail string }
		Can                                   map[string]bool
	}
	local.do(http.MethodGet, fmt.Sprintf("/api/v1/sites/%d/compliance", site), nil).want(http.StatusOK).read(&card)
	if len(card.Inspections) != 1 || len(card.Violations) != 1 || len(card.Photos) != 1 || card.Photos[0].File != file || !card.Can["inspection"] || !card.Can["photo"] || card.Can["permit"] {
		t.Errorf("the card has %+v", card)
	}
	rival.do(http.MethodGet, fmt.Sprintf("/api/v1/sites/%d/compliance", site), nil).want(http.StatusOK).read(&card)
	if card.Inspections != nil || card.Violations != nil || len(card.Photos) != 0 || card.Can["inspection"] {
		t.Errorf("a rival's card has %+v", card)
	}
	local.with("If-Match", fmt.Sprintf(`"violation-%d-2"`, violation.id())).do(http.MethodPatch, path, record{"state": "closed", "closed_on": "2026-11-22"}).want(http.StatusOK)
	var open struct{ Items []record }
	local.do(http.MethodGet, "/api/v1/violations?open=true", nil).want(http.StatusOK).read(&open)
	if len(open.Items) != 0 {
		t.Errorf("still open: %v", open.Items)
	}
}
