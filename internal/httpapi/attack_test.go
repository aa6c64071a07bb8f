package httpapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// visitor asks a server from an address of choice.
type visitor struct {
	handler http.Handler
	log     *lines
}

func (s *server) visited(options httpapi.Options) visitor {
	v := visitor{log: &lines{}}
	options.Log = slog.New(slog.NewJSONHandler(v.log, nil))
	v.handler = httpapi.New(s.db, options).Handler()
	return v
}

// ask sends a request from an address to the server's outer or, where it is
// loopback, inner address. Headers are name and value in turn.
func (v visitor) ask(from, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "localhost:8080"
	r.RemoteAddr = net.JoinHostPort(from, "5000")
	to := &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 8080}
	if netip.MustParseAddr(from).IsLoopback() {
		to.IP = net.IPv4(127, 0, 0, 1)
	}
	r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, to))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	return w
}

// Whatever a request claims of where it comes from, it reads no more for it and
// asks no more often; what a trusted proxy says is believed, and no more than
// that.
func TestAttackForgedAddress(t *testing.T) {
	t.Parallel()
	s := serve(t)
	const open, closed = "/api/v1/openapi.yaml", "/api/v1/sites"
	few := httpapi.Options{AddressRate: httpapi.Rate{PerSecond: 0.001, Burst: 5}}
	behind := few
	behind.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("198.51.100.0/24")}
	// passed counts the requests that are not answered 429, of 20
	passed := func(options httpapi.Options, from string, header func(i int) []string) (n int) {
		v := s.visited(options)
		for i := range 20 {
			a := v.ask(from, open, header(i)...)
			switch a.Code {
			case http.StatusOK:
				n++
			case http.StatusTooManyRequests:
				if a.Header().Get("Retry-After") == "" {
					t.Error("429 does not say when to come again")
				}
			default:
				t.Fatalf("status %d", a.Code)
			}
		}
		return n
	}
	for name, x := range map[string]struct {
		options httpapi.Options
		from    string
		header  func(i int) []string
		want    int
	}{
		"no header":                 {few, "203.0.113.9", func(int) []string { return nil }, 5},
		"another address each time": {few, "203.0.113.9", func(i int) []string { return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i)} }, 5},
		"another of every header": {few, "203.0.113.9", func(i int) []string {
			a := fmt.Sprint("10.0.0.", i)
			return []string{"X-Real-Ip", a, "Forwarded", "for=" + a, "True-Client-Ip", a}
		}, 5},
		"from who is no trusted proxy":    {behind, "203.0.113.9", func(i int) []string { return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i)} }, 5},
		"forged before the trusted proxy": {behind, "127.0.0.1", func(i int) []string { return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i, ", 203.0.113.9")} }, 5},
		"through two proxies": {behind, "127.0.0.1", func(i int) []string {
			return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i, ", 203.0.113.9, 198.51.100.4")}
		}, 5},
		"forged in a header of its own": {behind, "127.0.0.1", func(i int) []string {
			return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i), "X-Forwarded-For", "203.0.113.9"}
		}, 5},
		"no address":                       {behind, "127.0.0.1", func(i int) []string { return []string{"X-Forwarded-For", fmt.Sprint("unknown", i)} }, 5},
		"others, behind the trusted proxy": {behind, "127.0.0.1", func(i int) []string { return []string{"X-Forwarded-For", fmt.Sprint("10.0.0.", i)} }, 20},
		"an IPv6 network":                  {few, "2001:db8::1", func(int) []string { return nil }, 5},
		"this machine":                     {few, "127.0.0.1", func(int) []string { return nil }, 20},
	} {
		if got := passed(x.options, x.from, x.header); got != x.want {
			t.Errorf("%s: %d requests pass, want %d", name, got, x.want)
		}
	}
	v := s.visited(few)
	for i := range 20 { // of an IPv6 network too
		if a := v.ask(fmt.Sprintf("2001:db8::%d", i+1), open); (i < 5) != (a.Code == http.StatusOK) {
			t.Errorf("request %d of a /64 gives %d", i, a.Code)
		}
	}
	// health checks are not counted, nor stopped by others'
	for range 20 {
		if a := v.ask("2001:db8::1", "/readyz"); a.Code != http.StatusOK {
			t.Fatalf("/readyz gives %d", a.Code)
		}
	}
	// nobody becomes this machine by saying so
	for _, options := range []httpapi.Options{{}, behind} {
		v := s.visited(options)
		for from, header := range map[string][]string{
			"203.0.113.9": {"X-Forwarded-For", "127.0.0.1"}, "127.0.0.1": {"X-Forwarded-For", "127.0.0.1"}, "127.0.0.2": {"Forwarded", "for=127.0.0.1"},
			"198.51.100.4": {"X-Forwarded-For", "::1"},
		} {
			if a := v.ask(from, closed, header...); a.Code != http.StatusUnauthorized {
				t.Errorf("from %s with %v reading gives %d", from, header, a.Code)
			}
		}
	}
	// the log has the address that is believed
	v = s.visited(behind)
	v.ask("127.0.0.1", open, "X-Forwarded-For", "10.9.9.9, 203.0.113.77")
	if log := v.log.String(); !strings.Contains(log, `"address":"203.0.113.77"`) || strings.Contains(log, "10.9.9.9") {
		t.Errorf("the log has %s", log)
	}
}

// A key is limited wherever it asks from, and wrong keys are.
func TestAttackTooOften(t *testing.T) {
	t.Parallel()
	s := serve(t)
	v := s.visited(httpapi.Options{Rate: httpapi.Rate{PerSecond: 0.001, Burst: 10}, AddressRate: httpapi.Rate{PerSecond: -1}})
	statuses := map[int]int{}
	for i := range 30 {
		statuses[v.ask(fmt.Sprint("203.0.113.", i), "/api/v1/codes", "Authorization", "Bearer "+s.key).Code]++
	}
	if statuses[http.StatusOK] != 10 || statuses[http.StatusTooManyRequests] != 20 {
		t.Errorf("a key from many addresses: %v", statuses)
	}
	reader := s.reader(t, "another")
	statuses = map[int]int{}
	for range 100 {
		statuses[v.ask("203.0.113.9", "/api/v1/codes", "Authorization", "Bearer "+auth.NewKey().Secret).Code]++
	}
	if statuses[http.StatusUnauthorized] < 60 || statuses[http.StatusTooManyRequests] < 30 {
		t.Errorf("wrong keys: %v", statuses)
	}
	if a := v.ask("203.0.113.9", "/api/v1/codes", "Authorization", "Bearer "+reader); a.Code != http.StatusOK {
		t.Errorf("a colleague's key gives %d", a.Code)
	}
}

// operatorKey makes a key of an operator who files.
func (s *server) operatorKey(t *testing.T, organization string) string {
	t.Helper()
	secret, _, err := s.db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: organization,
		Grants: &registry.Grants{Roles: []registry.Role{registry.FilerRole, registry.SignerRole}, Organization: organization}})
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// A key of one operator neither sees what another keeps to itself, nor writes
// what is another's; and what it may not see is answered as what is not there.
func TestAttackKeyOfAnotherOrganization(t *testing.T) {
	t.Parallel()
	s := serve(t)
	department := s.as(t)
	for _, code := range []string{"Viettel", "VNPT"} {
		department.create("organizations", record{"code": code, "name": code})
	}
	viettel, vnpt := department.with("Authorization", "Bearer "+s.operatorKey(t, "Viettel")), department.with("Authorization", "Bearer "+s.operatorKey(t, "VNPT"))
	for _, n := range registry.Nouns {
		if !n.IsAsset() {
			continue
		}
		shape := point(106, 20)
		if n.Geometry == registry.LineString {
			shape = line(106, 20, 106.01, 20.01)
		}
		theirs := map[string]record{}
		for _, class := range []string{"ordinary", "restricted", "critical"} {
			body := record{"code": class, "geometry": shape, "owner": "Viettel", "disclosure": class}
			for _, f := range n.Writable() {
				if f.Required && body[f.Name] == nil {
					body = sample(department, n, n.Name+class)
					body["code"], body["owner"], body["disclosure"] = class, "Viettel", class
				}
			}
			theirs[class] = department.create(n.Path, body)
		}
		for class, r := range theirs {
			one := fmt.Sprintf("/api/v1/%s/%d", n.Path, r.id())
			own := viettel.do(http.MethodGet, one, nil).want(http.StatusOK)
			for _, x := range []struct {
				method string
				body   any
			}{{http.MethodPatch, record{"note": "của tôi"}}, {http.MethodPatch, record{"owner": "VNPT"}}, {http.MethodDelete, nil}} {
				a := vnpt.with("If-Match", own.header.Get("ETag")).do(x.method, one, x.body)
				if class == "ordinary" {
					a.refused(http.StatusForbidden)
				} else {
					a.refused(http.StatusNotFound)
				}
			}
			none := fmt.Sprintf("/api/v1/%s/%d", n.Path, 1_000_000)
			if class == "ordinary" {
				if seen := vnpt.do(http.MethodGet, one, nil).want(http.StatusOK).record(); seen["owner"] != "Viettel" {
					t.Errorf("an ordinary %s shows %v", n.Name, seen)
				}
				continue
			}
			for _, method := range []string{http.MethodGet, http.MethodPatch, http.MethodDelete} {
				there, nowhere := vnpt.with("If-Match", own.header.Get("ETag")), vnpt.with("If-Match", own.header.Get("ETag"))
				var body any
				if method == http.MethodPatch {
					body = record{"note": "x"}
				}
				a, b := there.with("X-Request-ID", "same").do(method, one, body), nowhere.with("X-Request-ID", "same").do(method, none, body)
				if a.status != http.StatusNotFound || a.status != b.status || !bytes.Equal(a.body, b.body) {
					t.Errorf("%s %s: %d %s, of none %d %s", method, one, a.status, a.body, b.status, b.body)
				}
			}
		}
		if seen := vnpt.list("/api/v1/" + n.Path + "?owner=Viettel"); codesOf(seen) != "ordinary" {
			t.Errorf("VNPT lists Viettel's %s %s", n.Path, codesOf(seen))
		}
		if file := vnpt.do(http.MethodGet, "/api/v1/export/"+n.Path+".ndjson", nil).want(http.StatusOK); strings.Contains(string(file.body), "critical") || strings.Contains(string(file.body), "restricted") {
			t.Errorf("VNPT exports Viettel's %s: %s", n.Path, file.body)
		}
		vnpt.do(http.MethodPost, "/api/v1/"+n.Path, record{"code": "planted", "geometry": shape, "owner": "Viettel"}).refused(http.StatusForbidden)
	}
	var feed struct{ Items []record }
	vnpt.do(http.MethodGet, "/api/v1/changes?limit=1000", nil).want(http.StatusOK).read(&feed)
	if len(feed.Items) != 0 {
		t.Errorf("VNPT reads in the feed %v", feed.Items)
	}
	var written int
	if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM change WHERE actor = 'key:VNPT' AND op <> 'event'`).Scan(&written); err != nil || written != 0 {
		t.Errorf("VNPT wrote %d times (%v)", written, err)
	}
}

// hostile are texts that end a statement, a quote, a pattern or a parser.
var hostile = []string{
	"'", "''", "' OR '1'='1", "' OR 1=1 --", "'; DROP TABLE asset; --", `"; SELECT 1; --`, "') OR TRUE --", "1 UNION SELECT 1", "x' UNION SELECT hash FROM api_key --",
	"%", "_", `\`, `\'`, "%' ESCAPE '!", "$1", "$$", "{}", "NULL", "null", "1e400", "-1", "0x1F", "9223372036854775808", "NaN", "Infinity", "(SELECT pg_sleep(3600))",
	"'||pg_sleep(3600)||'", "a' AND (SELECT count(*) FROM generate_series(1,1e9)) > 0 --", "\x00", "\xff\xfe", "‮", "＇ OR 1=1", "ʼ OR 1=1", "/*", "*/", "--", ";", "\r\nSET ROLE postgres",
	"{{7*7}}", "${jndi:ldap://x}", "<script>", "../../etc/passwd", strings.Repeat("'", 5000), strings.Repeat("(", 5000),
}

// No text in any filter of any route is anything but a text: the answer is rows
// that match it, or a refusal, at once.
func TestAttackSQLInFilters(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	for _, n := range registry.Nouns {
		c.create(n.Path, sample(c, n, n.Name))
	}
	tables := func() (counts string) {
		if err := s.sql.QueryRow(t.Context(), `SELECT string_agg(relname || ' ' || (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text, ', ' ORDER BY relname)
			FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('change', 'change_seal', 'spatial_ref_sys')`).Scan(&counts); err != nil {
			t.Fatal(err)
		}
		return counts
	}
	before := tables()
	var wg sync.WaitGroup
	asked := make(chan struct{}, 4)
	for _, o := range operations(t) {
		if o.method != http.MethodGet || strings.Contains(o.path, "{id}") {
			continue
		}
		path := strings.Replace(o.path, "{file}", "sites.ndjson", 1)
		for name := range o.query() {
			wg.Add(1)
			asked <- struct{}{}
			go func() {
				defer func() { <-asked; wg.Done() }()
				for _, text := range hostile {
					a := c.do(o.method, path+"?"+url.Values{name: {text}}.Encode(), nil)
					switch {
					case a.status >= 500:
						t.Errorf("%s?%s=%.40q fails: %s", path, name, text, a.why)
					case a.status != http.StatusOK: // refused
					case name == "q" && text == "NaN": // is in tenancy
					case name == "q" || name == "owner" || name == "unit" || name == "tenant" || name == "technology" || name == "status" || name == "actor":
						var page struct{ Items []json.RawMessage }
						if json.Unmarshal(a.body, &page) == nil && len(page.Items) > 0 {
							t.Errorf("%s?%s=%.40q gives %s", path, name, text, a.body)
						}
					}
				}
			}()
		}
	}
	wg.Wait()
	if after := tables(); after != before {
		t.Errorf("the tables hold\n%s, and held\n%s", after, before)
	}
}

// Fifty write one record at a time, each upon what they read: every write that was
// acknowledged is in what comes out, and none twice.
func TestAttackRacingWriters(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	const writers = 50
	pole := c.create("poles", record{"code": "C1", "geometry": point(105.8, 21), "note": ""})
	one := fmt.Sprintf("/api/v1/poles/%d", pole.id())
	var wg sync.WaitGroup
	var mu sync.Mutex
	stale := 0
	for i := range writers {
		wg.Go(func() {
			for {
				a := c.do(http.MethodGet, one, nil)
				note, _ := a.record()["note"].(string)
				a = c.with("If-Match", a.header.Get("ETag")).do(http.MethodPatch, one, record{"note": note + fmt.Sprintf("<%d>", i)})
				switch a.status {
				case http.StatusOK:
					return
				case http.StatusPreconditionFailed:
					mu.Lock()
					stale++
					mu.Unlock()
					time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
				default:
					t.Errorf("status %d: %s", a.status, a.body)
					return
				}
			}
		})
	}
	wg.Wait()
	last := c.do(http.MethodGet, one, nil).record()
	note, _ := last["note"].(string)
	for i := range writers {
		if n := strings.Count(note, fmt.Sprintf("<%d>", i)); n != 1 {
			t.Errorf("the write of %d is there %d times", i, n)
		}
	}
	if last["version"] != float64(writers+1) {
		t.Errorf("version %v after %d writes", last["version"], writers)
	}
	var logged int
	if err := s.sql.QueryRow(t.Context(), `SELECT count(*) FROM change WHERE noun = 'pole' AND op = 'update'`).Scan(&logged); err != nil || logged != writers {
		t.Errorf("%d updates are logged (%v)", logged, err)
	}
	if stale == 0 {
		t.Error("nobody was in another's way: the test tests nothing")
	}
}

// No body brings the program down: whatever is nested, repeated or long is
// refused, in a few words.
func TestAttackJSONBombs(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	site := func(more string) string {
		return `{"code":"A","geometry":{"type":"Point","coordinates":[106,20]}` + more + `}`
	}
	nested := func(open, end string, n int) string { return strings.Repeat(open, n) + strings.Repeat(end, n) }
	ring := strings.TrimSuffix(strings.Repeat("[106,20],", 300_000), ",")
	for name, body := range map[string]string{
		"nested arrays":        nested("[", "]", 1_000_000),
		"nested in a field":    site(`,"note":` + nested("[", "]", 100_000)),
		"nested objects":       site(`,"note":` + strings.Repeat(`{"a":`, 50_000) + "1" + strings.Repeat("}", 50_000)),
		"nested geometry":      `{"code":"A","geometry":` + strings.Repeat(`{"type":"GeometryCollection","geometries":[`, 5_000) + strings.Repeat("]}", 5_000) + `}`,
		"nested coordinates":   `{"code":"A","geometry":{"type":"Point","coordinates":` + nested("[", "]", 100_000) + `}}`,
		"never closed":         strings.Repeat(`{"a":[`, 100_000),
		"a huge exponent":      site(`,"max_load_kg":1e999999999`),
		"a number of millions": site(`,"max_load_kg":` + strings.Repeat("9", 2_000_000)),
		"the same name":        site(strings.Repeat(`,"note":"x"`, 100_000)),
		"many names":           site(func() (b string) { return "," + strings.Join(numbered(100_000), ",") }()),
		"a long name":          site(`,"` + strings.Repeat("a", 2_000_000) + `":1`),
		"a long text":          site(`,"note":"` + strings.Repeat("x", 3_000_000) + `"`),
		"a long line":          `{"code":"A","geometry":{"type":"LineString","coordinates":[` + ring + `]}}`,
		"white space":          site(strings.Repeat(" ", 4_000_000)) + "x",
		"escapes":              site(`,"note":"` + strings.Repeat(`\ud800`, 500_000) + `"`),
	} {
		a := c.do(http.MethodPost, "/api/v1/sites", strings.NewReader(body))
		if a.status != http.StatusBadRequest && a.status != http.StatusRequestEntityTooLarge && a.status != http.StatusUnprocessableEntity {
			t.Errorf("%s gives %d: %.300s %s", name, a.status, a.body, a.why)
		}
		if len(a.body) > 1<<20 {
			t.Errorf("%s is answered with %d bytes", name, len(a.body))
		}
		// and as an item of a batch
		item := `{"atomic":true,"items":[{"method":"POST","noun":"sites","body":` + body + `}]}`
		if a := c.do(http.MethodPost, "/api/v1/batch", strings.NewReader(item)); a.status < 400 || a.status >= 500 {
			t.Errorf("%s in a batch gives %d: %.300s %s", name, a.status, a.body, a.why)
		}
	}
	if sites := c.list("/api/v1/sites"); len(sites) != 0 {
		t.Errorf("%d sites were made", len(sites))
	}
}

func numbered(n int) (members []string) {
	for i := range n {
		members = append(members, fmt.Sprintf(`"n%d":1`, i))
	}
	return members
}

// A body too large is refused as that by every route that takes one, whether it
// says so first or is sent in pieces.
func TestAttackOversizedBodies(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	over := func(most int) string { return `{"x":"` + strings.Repeat("x", most) + `"}` }
	object, picture := over(registry.MaxBodyBytes), over(registry.MaxPhotoBytes)
	tried := 0
	for _, o := range operations(t) {
		if o.RequestBody == nil || o.OperationID == "appendFile" {
			continue // a part of a file is kept as it comes: TestAPartOfAFileIsBounded
		}
		tried++
		path := strings.NewReplacer("{id}", "1", "{number}", "1").Replace(o.path)
		first, _, _ := strings.Cut(strings.TrimPrefix(path, "/api/v1/"), "/")
		tag := `"x-1-1"`
		if n := registry.NounByPath(first); n != nil {
			tag = fmt.Sprintf(`"%s-1-1"`, n.Name)
		}
		c, large := c, object
		if o.OperationID == "storePhoto" || o.OperationID == "addFeedbackPhoto" {
			c, large = c.with("Content-Type", "image/jpeg"), picture
		}
		if o.OperationID == "importPlan" {
			c = c.with("Content-Type", "application/yaml")
		}
		for name, body := range map[string]io.Reader{"with its length": strings.NewReader(large), "in pieces": io.MultiReader(strings.NewReader(large))} {
			if a := c.with("If-Match", tag).do(o.method, path, body); a.status != http.StatusRequestEntityTooLarge {
				t.Errorf("%s %s %s gives %d: %.200s", o.method, path, name, a.status, a.body)
			}
		}
	}
	if tried < 30 {
		t.Errorf("only %d routes were tried", tried)
	}
}

// No path leads out of what is served, and no name out of a header.
func TestAttackPaths(t *testing.T) {
	t.Parallel()
	s := serve(t)
	var page fs.FS = fstest.MapFS{"index.html": {Data: []byte("<html>")}, "assets/a.js": {Data: []byte("1")}}
	v := s.visited(httpapi.Options{Web: page})
	for _, path := range []string{
		"/../go.mod", "/assets/../../go.mod", "/assets/%2e%2e/%2e%2e/go.mod", "/..%2f..%2fetc%2fpasswd", "/%2e%2e%5c%2e%2e%5cetc%5cpasswd", "//etc/passwd", "/assets//../index.html%00.js",
		"/api/v1/export/..%2f..%2fetc%2fpasswd.csv", "/api/v1/export/../../../etc/passwd", "/api/v1/export/sites.csv%2f..%2fpoles.csv", "/api/v1/export/sites.csv%0d%0aSet-Cookie:%20a=b",
		"/api/v1/export/sites.csv%00", "/api/v1/export/.", "/api/v1/export/..", "/api/v1/export/sites", "/api/v1/export/" + strings.Repeat("a", 10_000) + ".csv",
		"/api/v1/sites/1%2f..%2f2", "/api/v1/sites/1;x=2", "/api/v1/sites/0x1", "/api/v1/sites/1e0", "/api/v1/sites/+1%00",
	} {
		a := v.ask("127.0.0.1", path)
		if a.Code < 300 || a.Code >= 500 {
			t.Errorf("%s gives %d: %.200s", path, a.Code, a.Body)
		}
		if strings.Contains(a.Body.String(), "root:") || strings.Contains(a.Body.String(), "module github") || a.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s leads out: %s %v", path, a.Body, a.Header())
		}
		if to := a.Header().Get("Location"); strings.HasPrefix(to, "//") || strings.Contains(to, "://") {
			t.Errorf("%s leads to %s", path, to)
		}
	}
}

// Every answer, refusals too, says what a browser may do with it.
func TestAttackHeaders(t *testing.T) {
	t.Parallel()
	s := serve(t)
	for address, secure := range map[string]bool{"https://hatang.example.vn": true, "http://hatang.example.vn": false, "": false} {
		var public *url.URL
		if host, ok := strings.CutPrefix(address, "https://"); ok {
			public = &url.URL{Scheme: "https", Host: host}
		} else if host, ok := strings.CutPrefix(address, "http://"); ok {
			public = &url.URL{Scheme: "http", Host: host}
		}
		v := s.visited(httpapi.Options{PublicURL: public, Web: fstest.MapFS{"index.html": {Data: []byte("<html>")}}})
		for _, path := range []string{"/", "/api/v1/sites", "/api/v1/nothing", "/api/docs", "/livez", "/api/v1/export/sites.csv"} {
			h := v.ask("203.0.113.9", path).Header()
			policy := h.Get("Content-Security-Policy")
			scripts := policy
			if i := strings.Index(policy, "style-src"); i >= 0 { // MapLibre sets styles
				end := strings.Index(policy[i:]+";", ";")
				scripts = policy[:i] + policy[i+end:]
			}
			if !strings.Contains(policy, "frame-ancestors 'none'") || !strings.Contains(policy, "base-uri 'none'") || strings.Contains(scripts, "unsafe") || strings.Contains(policy, "*") {
				t.Errorf("%s: policy %q", path, policy)
			}
			for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin", "Referrer-Policy": "same-origin"} {
				if h.Get(name) != want {
					t.Errorf("%s: %s %q", path, name, h.Get(name))
				}
			}
			if got := h.Get("Permissions-Policy"); !strings.Contains(got, "camera=()") {
				t.Errorf("%s: Permissions-Policy %q", path, got)
			}
			if got := h.Get("Strict-Transport-Security"); (got != "") != secure {
				t.Errorf("%s of %q: Strict-Transport-Security %q", path, address, got)
			}
		}
	}
}
