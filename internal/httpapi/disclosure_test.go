package httpapi_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/tile"
)

// trap is a register of one record a noun, all of VNPT's and in commune 1, in
// which every text and every position can be told from any other.
type trap struct {
	*server
	ids map[*registry.Noun]int64
	// days are when the record of a noun is in service.
	days map[*registry.Noun]string
	// secrets are the bytes that give a field away.
	secrets map[*registry.Field]string
	nouns   map[*registry.Field]*registry.Noun
}

// Where everything stands: the digits after the grid's are nobody's but those
// who may know.
const (
	exactLon, exactLat = 105.8234567, 21.0345678
	lineLon, lineLat   = 105.8334567, 21.0445678
)

func newTrap(t *testing.T) *trap {
	t.Helper()
	s := &trap{serveWith(t, httpapi.Options{PublicReading: true}), map[*registry.Noun]int64{}, map[*registry.Noun]string{}, map[*registry.Field]string{}, map[*registry.Field]*registry.Noun{}}
	c := s.as(t)
	for _, code := range []string{"VNPT", "Viettel"} {
		c.create("organizations", record{"code": code, "name": code, "kind": "operator"})
	}
	c.create("units", record{"level": "commune", "code": "00001", "name": "Phường Một", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(105.8, 21, 0.1)})
	c.create("units", record{"level": "commune", "code": "00002", "name": "Phường Hai", "unit_kind": "phuong", "valid_from": "2020-01-01", "geometry": square(106.8, 21, 0.1)})
	for i, n := range registry.Nouns {
		if n == registry.UnitNoun || n == registry.OrganizationNoun || n == registry.VillageNoun {
			continue
		}
		body := sample(c, n, fmt.Sprint("bẫy", i))
		for k := range n.Fields {
			f := &n.Fields[k]
			_, given := body[f.Name]
			switch {
			case !given:
			case f.Ref == "organization":
				body[f.Name] = "VNPT"
			case f.Ref == "site" || f.Name == "asset":
				body[f.Name] = s.ids[registry.SiteNoun]
			case f.Ref == "inspection":
				body[f.Name] = s.ids[registry.InspectionNoun]
			case f.Name == "disclosure":
				body[f.Name] = "ordinary"
			case f.Type == registry.GeometryField && registry.PrecisionAt(n.Name, registry.CoarseTier) == registry.Exactly:
				// published as it is
			case f.Type == registry.GeometryField && n.Geometry == registry.Point:
				body[f.Name] = point(exactLon, exactLat)
			case f.Type == registry.GeometryField:
				body[f.Name] = line(exactLon, exactLat, lineLon, lineLat)
			case f.Type == registry.TextField && f.Ref == "" && f.List == "" && f.Several == "" && f.MaxChars >= 20:
				secret := fmt.Sprintf("%.20s", fmt.Sprintf("Bí%dmật%d-%s", i, k, f.Name))
				body[f.Name], s.secrets[f], s.nouns[f] = secret, secret, n
			case f.Name == "layer":
				body[f.Name] = "declared"
			}
		}
		delete(body, "from_manhole")
		delete(body, "to_manhole")
		delete(body, "mast")
		if n == registry.MastNoun { // it stands while its site does
			delete(body, "operating_from")
			delete(body, "operating_to")
		}
		s.ids[n] = c.create(n.Path, body).id()
	}
	for _, l := range postgres.TileLayers() {
		s.days[l.Noun] = registry.DateOf(time.Now()).String()
		if s.ids[l.Noun] != 0 {
			day, period := "", "in_service"
			if l.Noun.Field("valid_from") != nil {
				period = "valid"
			}
			if err := s.sql.QueryRow(t.Context(), `SELECT coalesce(to_char(lower(`+period+`), 'YYYY-MM-DD'), $1) FROM guarded.`+l.Noun.Name, s.days[l.Noun]).Scan(&day); err != nil {
				t.Fatal(err)
			}
			s.days[l.Noun] = day
		}
	}
	go s.KeepTiles(t.Context()) // what one reader is shown is kept, and not for another
	if len(s.secrets) < 50 {
		t.Fatalf("only %d fields can be told", len(s.secrets))
	}
	return s
}

// trapTiles hold all there is: near enough to tell where it stands, on the grid of
// the public map, and from so far that it is counted.
var trapTiles = []tile.Address{tileAt(16, exactLon, exactLat), tileAt(14, 105.82, 21.03), tileAt(9, exactLon, exactLat)}

// told says which nouns' records a tile shows where they stand to the metre.
func (s *trap) told(t *testing.T, n *registry.Noun, text []byte, a tile.Address) bool {
	t.Helper()
	features, err := readMVT(text, a)
	if err != nil {
		t.Fatalf("%s %s: %v", n.Path, a, err)
	}
	for _, f := range features {
		for _, p := range f.points {
			if math.Abs(p[0]-exactLon) < 2e-5 && math.Abs(p[1]-exactLat) < 2e-5 {
				return true
			}
		}
	}
	return false
}

// everything is all that can be read, a path an answer.
func (s *trap) everything() (paths []string) {
	for _, n := range registry.Nouns {
		paths = append(paths, "/api/v1/"+n.Path)
		if id := s.ids[n]; id != 0 {
			paths = append(paths, fmt.Sprintf("/api/v1/%s/%d", n.Path, id), fmt.Sprintf("/api/v1/%s/%d/history", n.Path, id))
		}
		for _, format := range export.Formats {
			paths = append(paths, fmt.Sprintf("/api/v1/export/%s.%s", n.Path, format))
		}
	}
	for _, format := range export.NetworkFormats {
		paths = append(paths, "/api/v1/export/network."+format.Extension())
	}
	for _, l := range postgres.TileLayers() {
		paths = append(paths, "/tiles/"+l.Name()+".json")
		for _, a := range trapTiles {
			paths = append(paths, fmt.Sprintf("/tiles/%s/%s.mvt?as_of=%s", l.Name(), a, s.days[l.Noun]))
		}
		a := trapTiles[0]
		paths = append(paths, fmt.Sprintf("/ogc/collections/%s/tiles/WebMercatorQuad/%d/%d/%d?as_of=%s", l.Name(), a.Z, a.Y, a.X, s.days[l.Noun]))
	}
	return append(paths, "/api/v1/changes?in_words=true&limit=1000", "/api/v1/changes?op=event", "/api/v1/access",
		fmt.Sprintf("/api/v1/lookup?lon=%v&lat=%v", exactLon, exactLat), "/api/v1/indicators/counts", "/api/v1/indicators/coverage/records",
		"/api/v1/indicators/sharing/records", "/api/v1/indicators/sharing/records?method=spatial", "/api/v1/indicators/nearest", "/api/v1/indicators/nearest?to=site",
		"/api/v1/indicators/sharing?by=operator", "/api/v1/accounts", "/api/v1/keys",
		"/api/v1/search?limit=20&ahead=true&q=bi", "/api/v1/search?limit=20&q=bay")
}

// plain gives an answer with what is packed in it.
func plain(t *testing.T, body []byte) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return body
	}
	all := bytes.Clone(body)
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, '\n'), content...)
	}
	return all
}

// Nobody receives a byte of what is above their tier, whichever way they ask;
// and whoever may see it does.
func TestNobodyReceivesWhatIsNotTheirs(t *testing.T) {
	t.Parallel()
	s := newTrap(t)
	var commune1, commune2 int64
	for code, id := range map[string]*int64{"00001": &commune1, "00002": &commune2} {
		if err := s.sql.QueryRow(t.Context(), `SELECT id FROM unit WHERE code = $1`, code).Scan(id); err != nil {
			t.Fatal(err)
		}
	}
	key := func(name string, g registry.Grants) string {
		secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: name, Grants: &g})
		if err != nil {
			t.Fatal(err)
		}
		return "Bearer " + secret
	}
	subject := func(n *registry.Noun) registry.Subject {
		if n == registry.DIINoun { // nobody's but the department's, and nowhere
			return registry.Subject{Noun: n.Name, Disclosure: registry.Ordinary}
		}
		return registry.Subject{Noun: n.Name, Owners: []string{"VNPT"}, Units: []int64{commune1}, Disclosure: registry.Ordinary}
	}
	for name, grants := range map[string]registry.Grants{
		"public":              {},
		"another operator":    {Roles: []registry.Role{registry.FilerRole}, Organization: "Viettel"},
		"the operator":        {Roles: []registry.Role{registry.SignerRole}, Organization: "VNPT"},
		"local staff":         {Roles: []registry.Role{registry.LocalRole}, Units: []int64{commune1}},
		"the staff elsewhere": {Roles: []registry.Role{registry.LocalRole}, Units: []int64{commune2}},
		"an auditor":          {Roles: []registry.Role{registry.AuditorRole}},
	} {
		c := s.as(t).with("X-Forwarded-For", "203.0.113.9").with("Authorization", "")
		if name != "public" {
			c = c.with("Authorization", key(name, grants))
		}
		found := map[*registry.Field]bool{}
		for _, path := range s.everything() {
			a := c.do(http.MethodGet, path, nil)
			if a.status >= 500 || a.status == http.StatusBadRequest {
				t.Fatalf("%s: %s answers %d: %s%s", name, path, a.status, a.body, a.why)
			}
			text := plain(t, a.body)
			for f, secret := range s.secrets {
				if !bytes.Contains(text, []byte(secret)) {
					continue
				}
				found[f] = true
				if n := s.nouns[f]; grants.Tier(subject(n)) < registry.TierOf(n.Name, f.Name) {
					t.Errorf("%s receives %s.%s by %s", name, n.Name, f.Name, path)
				}
			}
			for _, n := range registry.Nouns {
				if n.Geometry == registry.NoGeometry || s.ids[n] == 0 || registry.PrecisionAt(n.Name, grants.Tier(subject(n))) == registry.Exactly {
					continue
				}
				if strings.Contains(path, "/"+n.Path) && (bytes.Contains(text, []byte("8234567")) || bytes.Contains(text, []byte("8334567")) || bytes.Contains(text, []byte("0345678")) || bytes.Contains(text, []byte("0445678"))) {
					t.Errorf("%s is told exactly where a %s is, by %s", name, n.Name, path)
				}
			}
			if name == "public" && (bytes.Contains(text, []byte("8234567")) || bytes.Contains(text, []byte("0345678"))) && !strings.HasPrefix(path, "/api/v1/lookup") {
				t.Errorf("the public is told an exact position by %s", path)
			}
		}
		for _, l := range postgres.TileLayers() {
			n, a := l.Noun, trapTiles[0]
			if s.ids[n] == 0 || registry.PrecisionAt(n.Name, registry.CoarseTier) == registry.Exactly {
				continue
			}
			exactly := registry.PrecisionAt(n.Name, grants.Tier(subject(n))) == registry.Exactly
			got := c.do(http.MethodGet, fmt.Sprintf("/tiles/%s/%s.mvt?as_of=%s", n.Path, a, s.days[n]), nil)
			if got.status == http.StatusUnauthorized && !exactly {
				continue
			}
			if s.told(t, n, got.want(http.StatusOK).body, a) != exactly {
				t.Errorf("%s is told exactly where a %s is, by its tile: %t", name, n.Name, !exactly)
			}
		}
		for f, n := range s.nouns {
			if grants.Tier(subject(n)) >= registry.TierOf(n.Name, f.Name) && !found[f] {
				t.Errorf("%s may see %s.%s and nothing tells it", name, n.Name, f.Name)
			}
		}
	}
}
