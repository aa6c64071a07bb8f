package httpapi_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hatangso/hatangso/internal/registry"
)

// sample makes a valid body of a noun with every field given, and the records
// it refers to. tag keeps codes apart.
func sample(c client, n *registry.Noun, tag string) record {
	c.Helper()
	var lists map[string][]registry.ListCode
	c.do(http.MethodGet, "/api/v1/codes", nil).want(http.StatusOK).read(&lists)
	body, day, several := record{}, 0, 0
	for _, f := range n.Writable() {
		switch {
		case f.Ref == "inspection": // a visit of the same work
			visit := sample(c, registry.InspectionNoun, f.Name+tag)
			visit["asset_kind"], visit["asset"] = body["asset_kind"], body["asset"]
			body[f.Name] = c.create(registry.InspectionNoun.Path, visit).id()
		case otherwise(n, f):
		case f.Type == registry.TimeField:
			body[f.Name] = "2026-11-20T02:30:00Z"
		case f.Name == "answers":
			body[f.Name] = []record{{"item": lists["checklist_item"][0].Code, "answer": "yes"}}
		case f.Ref == n.Name: // a unit's parent
			body[f.Name] = c.create(n.Path, record{"level": "province", "code": "P" + tag, "name": tag}).id()
		case f.Ref == "organization":
			body[f.Name] = c.create("organizations", record{"code": f.Name + tag, "name": tag})["code"]
		case f.Ref != "":
			other := registry.Nouns[0]
			for _, n := range registry.Nouns {
				if n.Name == f.Ref {
					other = n
				}
			}
			body[f.Name] = c.create(other.Path, sample(c, other, f.Name+tag)).id()
		case f.Name == "asset":
			body[f.Name] = c.create("sites", record{"code": tag, "geometry": point(105.8, 21)}).id()
		case f.Name == "asset_kind":
			body[f.Name] = "site"
		case f.Name == "status":
			body[f.Name] = "operating"
		case f.Several != "": // a code or two of each, none in common
			body[f.Name] = lists[f.Several][several].Code + ";" + lists[f.Several][several+2].Code
			several++
		case f.List != "":
			body[f.Name] = lists[f.List][0].Code
		case f.Type == registry.TextField:
			body[f.Name] = fmt.Sprintf("%.*s", f.MaxChars, "Đ-"+tag)
		case f.Type == registry.IntField:
			body[f.Name] = *f.Max
			if f.Name == "free_ducts" {
				body[f.Name] = 0.0
			}
		case f.Type == registry.DecimalField:
			body[f.Name] = *f.Min + 1.25
		case f.Type == registry.BoolField:
			body[f.Name] = true
		case f.Type == registry.DateField:
			day++
			body[f.Name] = registry.NewDate(2020, time.January, day).String()
		case f.Name == "submitted":
			body[f.Name] = record{"x": "2324155,50", "y": "586300", "crs": "EPSG:9210", "precision_m": 0.5}
		case f.Name == "clusters":
			body[f.Name] = []record{{"name": "Xóm Đông", "lon": 105.81, "lat": 21.01, "households": 30}}
		case n.Geometry == registry.Point:
			body[f.Name] = point(105.8, 21)
		case n.Geometry == registry.LineString:
			body[f.Name] = line(105.8, 21, 105.81, 21.01)
		case n.Geometry == registry.MultiPolygon:
			body[f.Name] = square(105.8, 21, 0.1)
		}
	}
	return body
}

// otherwise says whether a field of a noun is one of several ways to say the same:
// a photo is of one thing, in the sample of an inspection.
func otherwise(n *registry.Noun, f *registry.Field) bool {
	return n == registry.PhotoNoun && (f.Name == "violation" || f.Name == "field_report")
}

// Every noun is created, read, changed and deleted with all its fields.
func TestEveryNoun(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for _, n := range registry.Nouns {
		t.Run(n.Name, func(t *testing.T) {
			c, path := s.as(t), "/api/v1/"+n.Path
			body := sample(c, n, n.Name)
			for _, f := range n.Writable() {
				if _, given := body[f.Name]; given == otherwise(n, f) {
					t.Fatalf("the sample with %s: %t: %v", f.Name, given, body)
				}
			}
			created := c.do(http.MethodPost, path, body).want(http.StatusCreated)
			stored := created.record()
			for name, sent := range normal(t, body) {
				if diff := cmp.Diff(sent, stored[name]); diff != "" {
					t.Errorf("%s is stored otherwise: %s", name, diff)
				}
			}
			one := fmt.Sprintf("%s/%d", path, stored.id())
			if got := created.header.Get("Location"); got != one {
				t.Errorf("Location %q, want %q", got, one)
			}
			got := c.do(http.MethodGet, one, nil).want(http.StatusOK)
			tag := got.header.Get("ETag")
			written := created.header.Get("ETag")
			derives := n == registry.SiteNoun || n == registry.PhotoNoun || n == registry.InspectionNoun // as read, its tag tells more than the version
			if diff := cmp.Diff(stored, got.record()); diff != "" || written != stored.etag(n.Name) || derives == (tag == written) || !strings.HasPrefix(tag, strings.TrimSuffix(written, `"`)) {
				t.Errorf("read again, with tag %s of %s: %s", tag, written, diff)
			}
			if c.with("If-None-Match", tag).do(http.MethodGet, one, nil).want(http.StatusNotModified); len(c.list(path)) == 0 {
				t.Error("it is not in the list")
			}
			// the whole record sent back, fields the register sets too, changes nothing
			same := c.with("If-Match", tag).do(http.MethodPatch, one, stored).want(http.StatusOK)
			if same.header.Get("ETag") != written {
				t.Errorf("a change of nothing made %s of %s", same.header.Get("ETag"), written)
			}
			empty := record{}
			for _, f := range n.Writable() {
				if ofWork := n == registry.PhotoNoun && strings.HasPrefix(f.Name, "asset"); f.Nullable && f.Type != registry.GeometryField && !ofWork {
					empty[f.Name] = nil
				}
			}
			changed := c.with("If-Match", tag).do(http.MethodPatch, one, empty).want(http.StatusOK)
			for name := range empty {
				if changed.record()[name] != nil {
					t.Errorf("%s was set to null and is %v", name, changed.record()[name])
				}
			}
			if p := c.with("If-Match", tag).do(http.MethodPatch, one, record{}).refused(http.StatusPreconditionFailed); p.Current == nil {
				t.Error("a stale write is not told the current record")
			} else if diff := cmp.Diff(changed.record(), p.Current); diff != "" {
				t.Error("current is not what is stored: " + diff)
			}
			c.with("If-Match", tag).do(http.MethodDelete, one, nil).refused(http.StatusPreconditionFailed)
			c.with("If-Match", changed.header.Get("ETag")).do(http.MethodDelete, one, nil).want(http.StatusNoContent)
			c.do(http.MethodGet, one, nil).refused(http.StatusNotFound)
			c.with("If-Match", tag).do(http.MethodPatch, one, record{}).refused(http.StatusNotFound)
		})
	}
}

// normal gives a body as it reads after a trip through JSON.
func normal(t *testing.T, body record) (out record) {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPreconditions(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	site := c.create("sites", record{"code": "HN-1", "geometry": point(105.8, 21)})
	one := fmt.Sprintf("/api/v1/sites/%d", site.id())
	other := c.create("sites", record{"code": "HN-2", "geometry": point(105.8, 21)})
	c.do(http.MethodPatch, one, record{"name": "A"}).refused(http.StatusPreconditionRequired)
	c.do(http.MethodDelete, one, nil).refused(http.StatusPreconditionRequired)
	for _, tag := range []string{other.etag("site"), site.etag("pole"), `"site-1-99999"`, `"x"`, `W/` + site.etag("site"), "*"} {
		c.with("If-Match", tag).do(http.MethodPatch, one, record{"name": "A"}).refused(http.StatusPreconditionFailed)
	}
	tag := c.do(http.MethodGet, one, nil).header.Get("ETag")
	for _, tags := range []string{tag, "W/" + tag, `"a", ` + tag, "*"} {
		c.with("If-None-Match", tags).do(http.MethodGet, one, nil).want(http.StatusNotModified)
	}
	c.with("If-None-Match", site.etag("site")).do(http.MethodGet, one, nil).want(http.StatusOK) // the version alone is not the verdict
	c.with("If-None-Match", other.etag("site")).do(http.MethodGet, one, nil).want(http.StatusOK)
	changed := c.with("If-Match", site.etag("site")).do(http.MethodPatch, one, record{"name": "Trạm Hồ Gươm"}).want(http.StatusOK)
	if got := changed.record(); got["name"] != "Trạm Hồ Gươm" || got["code"] != "HN-1" || got["version"] != 2.0 {
		t.Errorf("changed to %v", got)
	}
	c.do(http.MethodGet, "/api/v1/sites/0", nil).refused(http.StatusNotFound)
	c.do(http.MethodGet, "/api/v1/sites/abc", nil).refused(http.StatusNotFound)
}

// A reader who has a site is told when its verdict changed, though nobody wrote
// the site; a writer has lost nothing by that.
func TestAVerdictIsNeverHidden(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	site := c.create("sites", record{"code": "HN-1", "operating_from": "2020-01-01", "geometry": point(105.8, 21)})
	for _, one := range []string{fmt.Sprintf("/api/v1/sites/%d", site.id()), fmt.Sprintf("/ogc/collections/sites/items/%d", site.id())} {
		before := c.do(http.MethodGet, one, nil).want(http.StatusOK).header.Get("ETag")
		c.with("If-None-Match", before).do(http.MethodGet, one, nil).want(http.StatusNotModified)
		certificate := c.create("certificates", record{"site": site.id(), "applies": "yes", "number": "KĐ-1", "issued_on": "2020-01-01", "expires_on": "2021-01-01"})
		after := c.with("If-None-Match", before).do(http.MethodGet, one, nil).want(http.StatusOK)
		if after.header.Get("ETag") == before {
			t.Errorf("%s keeps its tag %s: %s", one, before, after.body)
		}
		c.with("If-Match", before).do(http.MethodPatch, fmt.Sprintf("/api/v1/sites/%d", site.id()), record{}).want(http.StatusOK)
		c.with("If-Match", certificate.etag("certificate")).do(http.MethodDelete, fmt.Sprintf("/api/v1/certificates/%d", certificate.id()), nil).want(http.StatusNoContent)
		c.with("If-None-Match", before).do(http.MethodGet, one, nil).want(http.StatusNotModified)
	}
}

func TestConflicts(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	for _, code := range []string{"VTL", "VNPT"} {
		c.create("organizations", record{"code": code, "name": code})
	}
	site := record{"code": "HN-1", "owner": "VTL", "geometry": point(105.8, 21)}
	host := c.create("sites", site)
	c.do(http.MethodPost, "/api/v1/sites", site).refused(http.StatusConflict)
	site["owner"] = "VNPT" // codes are the owner's
	c.create("sites", site)
	site["owner"] = nil
	ownerless := c.create("sites", site)
	c.do(http.MethodPost, "/api/v1/sites", site).refused(http.StatusConflict)
	c.with("If-Match", ownerless.etag("site")).do(http.MethodPatch, fmt.Sprintf("/api/v1/sites/%d", ownerless.id()), record{"owner": "VTL"}).
		refused(http.StatusConflict)

	rent := record{"asset_kind": "site", "asset": host.id(), "tenant": "VNPT", "from": "2024-01-01", "to": "2025-01-01"}
	tenancy := c.create("tenancies", rent)
	rent["from"], rent["to"] = "2024-12-31", nil
	c.do(http.MethodPost, "/api/v1/tenancies", rent).refused(http.StatusConflict)
	rent["from"] = "2025-01-01" // the day the other ends
	c.create("tenancies", rent)
	rent["asset"] = 1 << 40
	c.do(http.MethodPost, "/api/v1/tenancies", rent).refused(http.StatusUnprocessableEntity, "reference.unknown asset")

	path := fmt.Sprintf("/api/v1/sites/%d", host.id())
	c.with("If-Match", host.etag("site")).do(http.MethodDelete, path, nil).refused(http.StatusConflict)
	for _, r := range c.list("/api/v1/tenancies") {
		c.with("If-Match", r.etag("tenancy")).do(http.MethodDelete, fmt.Sprintf("/api/v1/tenancies/%d", r.id()), nil).want(http.StatusNoContent)
	}
	c.with("If-Match", host.etag("site")).do(http.MethodDelete, path, nil).want(http.StatusNoContent)
	c.do(http.MethodGet, fmt.Sprintf("/api/v1/tenancies/%d", tenancy.id()), nil).refused(http.StatusNotFound)
}

// A duct leads from one manhole to another and is as long as its line.
func TestDuctBetweenManholes(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	from := c.create("manholes", record{"code": "B1", "geometry": point(105.8, 21)})
	to := c.create("manholes", record{"code": "B2", "geometry": point(105.8, 21.001)})
	body := record{"code": "CB1", "from_manhole": from.id(), "to_manhole": to.id(), "ducts": 4, "free_ducts": 5,
		"geometry": line(105.8, 21, 105.8, 21.001)}
	c.do(http.MethodPost, "/api/v1/ducts", body).refused(http.StatusUnprocessableEntity, "duct.free free_ducts")
	body["free_ducts"] = 3
	duct := c.create("ducts", body)
	if length := duct["length_m"].(float64); length < 110.6 || length > 110.8 {
		t.Errorf("0.001° of meridian is %v m", length)
	}
	c.with("If-Match", from.etag("manhole")).do(http.MethodDelete, fmt.Sprintf("/api/v1/manholes/%d", from.id()), nil).
		refused(http.StatusConflict)
	pole := c.create("poles", record{"code": "C1", "geometry": point(105.8, 21)})
	body["code"], body["from_manhole"] = "CB2", pole.id()
	c.do(http.MethodPost, "/api/v1/ducts", body).refused(http.StatusUnprocessableEntity, "reference.unknown from_manhole") // a pole is no manhole
}

// Of writers who all read the same version one wins and the others are told.
func TestWritersRace(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	pole := c.create("poles", record{"code": "C1", "geometry": point(105.8, 21)})
	path := fmt.Sprintf("/api/v1/poles/%d", pole.id())
	const writers = 20
	type result struct {
		status int
		note   string
		err    error
	}
	results := make(chan result, writers)
	for i := range writers {
		note := fmt.Sprint("writer ", i)
		request := c.with("If-Match", pole.etag("pole")).request(http.MethodPatch, path, record{"note": note})
		go func() {
			out, err := http.DefaultClient.Do(request)
			if err != nil {
				results <- result{err: err}
				return
			}
			results <- result{out.StatusCode, note, out.Body.Close()}
		}()
	}
	counts, winner := map[int]int{}, ""
	for range writers {
		r := <-results
		if r.err != nil {
			t.Fatal(r.err)
		}
		if counts[r.status]++; r.status == http.StatusOK {
			winner = r.note
		}
	}
	if want := map[int]int{http.StatusOK: 1, http.StatusPreconditionFailed: writers - 1}; !reflect.DeepEqual(counts, want) {
		t.Errorf("answers %v, want %v", counts, want)
	}
	if got := c.do(http.MethodGet, path, nil).want(http.StatusOK).record(); got["note"] != winner || got["version"] != 2.0 {
		t.Errorf("stored is %q version %v, the winner wrote %q", got["note"], got["version"], winner)
	}
}
