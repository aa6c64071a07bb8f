package httpapi_test

import (
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3filter"

	"github.com/hatangso/hatangso/internal/registry"
)

// curlExample finds the commands of the documentation.
var curlExample = regexp.MustCompile(`(?s)<code class="curl" data-method="([A-Z]+)">(.*?)</code>`)

// shellWords takes a command apart as a shell does: words, quotes of both kinds,
// lines that go on.
func shellWords(t *testing.T, command string, environment map[string]string) (words []string) {
	t.Helper()
	word, begun := "", false
	for i := 0; i < len(command); i++ {
		switch b := command[i]; {
		case b == '\'':
			end := strings.IndexByte(command[i+1:], '\'')
			if end < 0 {
				t.Fatalf("a quote stays open: %s", command)
			}
			word, begun, i = word+command[i+1:i+1+end], true, i+1+end
		case b == '"':
			end := strings.IndexByte(command[i+1:], '"')
			if end < 0 {
				t.Fatalf("a quote stays open: %s", command)
			}
			inside := command[i+1 : i+1+end]
			for name, value := range environment {
				inside = strings.ReplaceAll(inside, "$"+name, value)
			}
			word, begun, i = word+inside, true, i+1+end
		case b == '\\' && i+1 < len(command) && command[i+1] == '\n':
			i++
		case b == '\\' && i+1 < len(command):
			i++
			word, begun = word+command[i:i+1], true
		case b == ' ' || b == '\n':
			if begun {
				words = append(words, word)
			}
			word, begun = "", false
		default:
			word, begun = word+string(b), true
		}
	}
	if begun {
		words = append(words, word)
	}
	return words
}

// command is a request as curl would send it.
type command struct {
	method, path, body string
	header             map[string]string
}

func readCommand(t *testing.T, text string, environment map[string]string) command {
	t.Helper()
	words := shellWords(t, text, environment)
	if words[0] != "curl" {
		t.Fatalf("no curl: %s", text)
	}
	c := command{method: http.MethodGet, header: map[string]string{}}
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "-X", "-H", "-d", "--data-binary":
			value := words[i+1]
			switch words[i] {
			case "-X":
				c.method = value
			case "-d", "--data-binary": // a file's name stands for the file
				c.body = value
			default:
				name, text, _ := strings.Cut(value, ": ")
				c.header[name] = text
			}
			i++
		default:
			path, ok := strings.CutPrefix(words[i], "http://localhost:8080")
			if !ok {
				t.Fatalf("%q asks another server: %s", words[i], text)
			}
			c.path = path
		}
	}
	return c
}

// Every command of the documentation does what it says: those that read are
// run, those that write are held to the document.
func TestExamplesRun(t *testing.T) {
	t.Parallel()
	s := serve(t)
	c := s.as(t)
	c.create("units", record{"level": "commune", "code": "1", "name": "Phường Đông", "province": "31", "geometry": square(105.8, 21, 0.5)})
	for _, n := range registry.Nouns { // the examples are of record 1
		body := sample(c, n, n.Name)
		if n.IsAsset() {
			if _, err := s.sql.Exec(t.Context(), `SELECT setval('asset_id', 1, false)`); err != nil {
				t.Fatal(err)
			}
		}
		c.create(n.Path, body)
		if _, err := s.sql.Exec(t.Context(), `SELECT setval('asset_id', (SELECT max(id) + 1 FROM asset), false) WHERE EXISTS (SELECT FROM asset)`); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.sql.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'sql', false);
		INSERT INTO filing (noun, file_name, file_bytes, received, state, counts, created_by, receipt) VALUES ('poles', 'a.csv', 5, 5, 'signed', '{}', 'sql',
			'{"filing": 1, "noun": "poles", "file_bytes": 5, "rule_version": 1, "day": "2026-06-30", "signed_at": "2026-06-30T00:00:00Z"}');
		INSERT INTO filing_chunk VALUES (1, 1, 0, '\x636f64650a')`); err != nil {
		t.Fatal(err)
	}
	if status, answer := c.bytes(t, http.MethodPut, "/api/v1/photos/1/file", "image/jpeg", snapshot(t, "a")); status != http.StatusOK {
		t.Fatalf("the photo is answered %d: %s", status, answer)
	}
	c.do(http.MethodPost, "/api/v1/feedback", record{"kind": "unsafe", "description": "Cột nghiêng", "geometry": point(105.8, 21)}).want(http.StatusCreated)
	if _, err := s.sql.Exec(t.Context(), `SELECT set_config('hatangso.actor', 'sql', false);
		UPDATE feedback SET code = 'K3WFQZ4M2T7RHP5XV6NLJ2YABC'`); err != nil {
		t.Fatal(err)
	}
	if status, answer := c.bytes(t, http.MethodPut, "/api/v1/feedback-photos/K3WFQZ4M2T7RHP5XV6NLJ2YABC/1", "image/jpeg", snapshot(t, "b")); status != http.StatusOK {
		t.Fatalf("the picture of a report is answered %d: %s", status, answer)
	}
	c.do(http.MethodPost, "/api/v1/indicators/R_BTS_STOCK/publish", nil).want(http.StatusCreated)
	c.create("organizations", record{"code": "VNPT", "name": "VNPT"})
	s.account(t, "admin", registry.Grants{Roles: []registry.Role{registry.AdminRole}})
	environment := map[string]string{"HATANGSO_KEY": s.key, "HATANGSO_SESSION": s.session(t, "admin")}
	for _, lang := range []string{"vi", "en"} {
		page := string(c.do(http.MethodGet, "/api/docs?lang="+lang, nil).want(http.StatusOK).body)
		count := map[string]int{}
		for _, m := range curlExample.FindAllStringSubmatch(page, -1) {
			text := html.UnescapeString(m[2])
			x := readCommand(t, text, environment)
			if x.method != m[1] {
				t.Errorf("an example of %s is %s", m[1], text)
			}
			count[x.method]++
			asked := c.with("Authorization", "")
			for name, value := range x.header {
				asked = asked.with(name, value)
			}
			if x.method == http.MethodGet && x.path == "/api/v1/keys" { // what a person does, and no key
				asked.do(x.method, x.path, nil).refused(http.StatusForbidden)
				continue
			}
			if x.method == http.MethodGet {
				if a := asked.do(x.method, x.path, nil); a.status != http.StatusOK && a.status != http.StatusNotModified {
					t.Errorf("%s\nanswers %d: %s", text, a.status, a.body)
				}
				continue
			}
			var body any
			if x.body != "" {
				body = strings.NewReader(x.body)
			}
			input, err := validation(asked.request(x.method, x.path, body))
			if err == nil {
				err = openapi3filter.ValidateRequest(t.Context(), input)
			}
			if err != nil {
				t.Errorf("%s\nis not what the document describes: %v", text, err)
			}
		}
		want := map[string]int{}
		for _, o := range operations(t) {
			want[o.method]++
		}
		if fmt.Sprint(count) != fmt.Sprint(want) {
			t.Errorf("%s has examples %v of the operations %v", lang, count, want)
		}
	}
}

// The page loads nothing but its style, leads nowhere that is not, and is in
// the language asked for.
func TestDocsPage(t *testing.T) {
	t.Parallel()
	c := serve(t).as(t)
	links, ids := regexp.MustCompile(`href="#([^"]+)"`), regexp.MustCompile(`\bid="([^"]+)"`)
	for accept, lang := range map[string]string{"vi": "vi", "en-GB": "en", "": "vi"} {
		a := c.with("Accept-Language", accept).do(http.MethodGet, "/api/docs", nil).want(http.StatusOK)
		page := string(a.body)
		if !strings.Contains(page, `<html lang="`+lang+`">`) || !strings.Contains(page, map[string]string{"vi": "Cấu trúc dữ liệu", "en": "Schemas"}[lang]) {
			t.Errorf("Accept-Language %q is not answered in %s", accept, lang)
		}
		policy := a.header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "script-src") {
			t.Errorf("policy %s", policy)
		}
		for _, never := range []string{"<script", " style=", "javascript:", " onclick", "src=\"http", "href=\"http"} {
			if strings.Contains(page, never) {
				t.Errorf("the page has %s", never)
			}
		}
		known := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(page, -1) {
			if known[m[1]] {
				t.Errorf("the id %s is there twice", m[1])
			}
			known[m[1]] = true
		}
		followed := 0
		for _, m := range links.FindAllStringSubmatch(page, -1) {
			if !known[m[1]] {
				t.Errorf("a link leads to #%s, which is not there", m[1])
			}
			followed++
		}
		if followed < 300 {
			t.Errorf("only %d links", followed)
		}
		for _, landmark := range []string{"<main", "<nav aria-label=", "<header>", "<h1>", `class="skip"`, `<meta name="viewport"`} {
			if !strings.Contains(page, landmark) {
				t.Errorf("the page lacks %s", landmark)
			}
		}
	}
	if css := c.do(http.MethodGet, "/api/docs.css", nil).want(http.StatusOK); !strings.Contains(css.header.Get("Content-Type"), "text/css") || strings.Contains(string(css.body), "@import") {
		t.Errorf("the style is %s", css.header.Get("Content-Type"))
	}
	c.do(http.MethodGet, "/api/docs?lang=fr", nil).refused(http.StatusBadRequest, "parameter.invalid lang")
}
