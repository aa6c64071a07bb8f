package httpapi_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// The annex of a proposal holds the candidates in each format, and is for who has
// signed in.
func TestShareAnnex(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.create("organizations", record{"code": "VNPT", "name": "VNPT", "kind": "operator", "contact": "0913 000 111"})
	c.create("sites", record{"code": "VT-1", "name": "Trạm Phủ Lý", "owner": "VNPT", "free_slots": 2, "geometry": point(105.9, 20.53), "operating_from": "2020-01-01"})
	order := record{"kind": "mast", "geometry": point(105.9005, 20.53), "reach_m": 500}
	a := c.do(http.MethodPost, "/api/v1/share-check", order).want(http.StatusOK).record()
	if list, _ := a["candidates"].([]any); len(list) != 1 || list[0].(map[string]any)["fit"] != "yes" {
		t.Fatalf("%v", a)
	}
	for format, media := range map[string]string{"csv": "text/csv", "geojson": "application/geo+json", "xlsx": "application/vnd.openxmlformats"} {
		a := c.do(http.MethodPost, "/api/v1/share-check?format="+format, order).want(http.StatusOK)
		text := plain(t, a.body)
		if !strings.HasPrefix(a.header.Get("Content-Type"), media) || !bytes.Contains(text, []byte("Trạm Phủ Lý")) || !bytes.Contains(text, []byte("0913 000 111")) ||
			!bytes.Contains(text, []byte("Còn 2 vị trí lắp đặt trống.")) {
			t.Errorf("%s, %s: %s", format, a.header.Get("Content-Type"), text)
		}
	}
	c.do(http.MethodPost, "/api/v1/share-check?format=kml", order).refused(http.StatusBadRequest)
	c.do(http.MethodPost, "/api/v1/share-check", record{"kind": "mast", "geometry": line(105.9, 20.5, 106, 20.5)}).refused(http.StatusUnprocessableEntity)
	c.do(http.MethodPost, "/api/v1/share-check", record{"kind": "mast", "geometry": point(105.9, 20.5), "operator": "X"}).refused(http.StatusBadRequest)
	c.with("Authorization", "").with("X-Forwarded-For", "203.0.113.9").do(http.MethodPost, "/api/v1/share-check", order).refused(http.StatusUnauthorized)
	// a key that only reads may ask
	secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: "reader", Grants: &registry.Grants{Roles: []registry.Role{registry.FilerRole}, Organization: "VNPT", Key: &registry.Scope{ReadOnly: true}}})
	if err != nil {
		t.Fatal(err)
	}
	c.with("Authorization", "Bearer "+secret).do(http.MethodPost, "/api/v1/share-check", order).want(http.StatusOK)
}
