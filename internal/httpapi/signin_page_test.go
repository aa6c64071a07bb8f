package httpapi_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/registry"
)

// submit sends what a form holds, from our own page.
func submit(t *testing.T, browser *http.Client, s *server, path string, fields ...string) *http.Response {
	t.Helper()
	values := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+path, strings.NewReader(values.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", s.url)
	response, err := browser.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	return response
}

// sent gives where a form leads, and the page it ends on.
func sent(t *testing.T, r *http.Response) (status int, location, page string) {
	t.Helper()
	b, err := readAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, r.Header.Get("Location"), string(b)
}

// In, another password, and out, without a script.
func TestSignInPages(t *testing.T) {
	t.Parallel()
	s := serve(t)
	a := s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	browser := surfer(t)
	browser.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	status, _, page := sent(t, submit(t, browser, s, "/sign-in", "login", `hoa"><b>`, "password", "sai rồi sai rồi"))
	if status != http.StatusUnauthorized || !strings.Contains(page, `role="alert"`) || !strings.Contains(page, "Tên đăng nhập hoặc mật khẩu không đúng.") ||
		!strings.Contains(page, `value="hoa&#34;&gt;&lt;b&gt;"`) || strings.Contains(page, "sai rồi") {
		t.Errorf("a wrong password: %d %s", status, page)
	}
	if status, location, _ := sent(t, submit(t, browser, s, "/sign-in", "login", "Hoa", "password", phrase)); status != http.StatusSeeOther || location != "/" {
		t.Fatalf("signing in: %d to %q", status, location)
	}
	if _, _, page := visit(t, browser, s.url+"/sign-in"); !strings.Contains(page, "Bạn đã đăng nhập") || !strings.Contains(page, "Nguyễn Thị Hòa") || !strings.Contains(page, "Cán bộ Sở") {
		t.Errorf("signed in: %s", page)
	}
	if _, _, page := visit(t, browser, s.url+"/set-password"); !strings.Contains(page, `name="old_password"`) {
		t.Errorf("the page to change a password: %s", page)
	}
	const fresh = "một câu khác cũng dài"
	for _, c := range []struct {
		old, password, again, say string
	}{
		{"sai", fresh, fresh, "Mật khẩu hiện tại không đúng"}, {phrase, "ngắn", "ngắn", "ngắn hơn 12 ký tự"}, {phrase, fresh, phrase, "Hai lần nhập không giống nhau"},
	} {
		status, _, page := sent(t, submit(t, browser, s, "/set-password", "old_password", c.old, "password", c.password, "again", c.again))
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, c.say) || strings.Contains(page, fresh) || strings.Contains(page, phrase) {
			t.Errorf("%q gives %d %s", c.say, status, page)
		}
	}
	if status, location, _ := sent(t, submit(t, browser, s, "/set-password", "old_password", phrase, "password", fresh, "again", fresh)); status != http.StatusSeeOther || location != "/sign-in?done=password" {
		t.Errorf("changing: %d to %q", status, location)
	}
	if status, location, _ := sent(t, submit(t, browser, s, "/sign-out?lang=en", "everywhere", "1")); status != http.StatusSeeOther || location != "/sign-in?done=out&lang=en" {
		t.Errorf("signing out: %d to %q", status, location)
	}
	if _, _, page := visit(t, browser, s.url+"/sign-in?done=out&lang=en"); !strings.Contains(page, "You have signed out.") || !strings.Contains(page, `action="/sign-in?lang=en"`) {
		t.Errorf("signed out: %s", page)
	}
	if n := len(s.events(t, "signed_out_everywhere")); n != 1 {
		t.Errorf("noted %d times", n)
	}

	token, _, err := s.db.IssueReset(t.Context(), registry.Command("test", "", ""), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, page := visit(t, browser, s.url+"/set-password"); !strings.Contains(page, `<input id="token" name="token" type="text"`) {
		t.Errorf("who has no script cannot type the token: %s", page)
	}
	// a refused password leaves the link good, and in the page
	if status, _, page := sent(t, submit(t, browser, s, "/set-password", "token", token, "password", "ngắn", "again", "ngắn")); status != http.StatusUnprocessableEntity || !strings.Contains(page, `value="`+token+`"`) {
		t.Errorf("%d %s", status, page)
	}
	if status, location, _ := sent(t, submit(t, browser, s, "/set-password", "token", token, "password", phrase, "again", phrase)); status != http.StatusSeeOther || location != "/sign-in?done=password" {
		t.Errorf("by the link: %d to %q", status, location)
	}
	if status, _, page := sent(t, submit(t, browser, s, "/set-password", "token", token, "password", phrase, "again", phrase)); status != http.StatusUnprocessableEntity || !strings.Contains(page, "Liên kết đã dùng") || strings.Contains(page, token) {
		t.Errorf("the link again: %d %s", status, page)
	}
	// from another site, or by guessing, as over the API
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/sign-in", strings.NewReader("login=hoa&password=x"))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", "https://evil.example")
	if r, err := browser.Do(request); err != nil || r.StatusCode != http.StatusForbidden {
		t.Errorf("from another site: %v, %v", r, err)
	}
	for tries := 0; status != http.StatusTooManyRequests; tries++ {
		if tries > 30 {
			t.Fatal("nobody stops the thirtieth guess")
		}
		r := submit(t, browser, s, "/sign-in", "login", "hoa", "password", "sai rồi sai rồi")
		status, _, page = sent(t, r)
		if status == http.StatusTooManyRequests && (r.Header.Get("Retry-After") == "" || !strings.Contains(page, "hãy đợi rồi thử lại")) {
			t.Errorf("told to wait: %v %s", r.Header, page)
		}
	}
	submitted := submit(t, browser, s, "/sign-in", "login", strings.Repeat("x", 20<<10))
	if status, _, _ := sent(t, submitted); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a long form: %d", status)
	}
}

// The pages load nothing but what is theirs, have no script within, and say what
// is what to who does not see them.
func TestSignInPagesAreStrict(t *testing.T) {
	t.Parallel()
	s := serve(t)
	s.account(t, "hoa", registry.Grants{Roles: []registry.Role{registry.OfficerRole}})
	signedIn := s.session(t, "hoa")
	inputs, labels := regexp.MustCompile(`<input id="([^"]+)"[^>]*type="(?:text|password)"`), regexp.MustCompile(`<label for="([^"]+)"`)
	for _, path := range []string{"/sign-in", "/sign-in?lang=en", "/sign-in?done=password", "/set-password", "/set-password?lang=en"} {
		for _, cookie := range []string{"", signedIn} {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Cookie", cookie)
			request.Header.Set("X-Forwarded-For", "203.0.113.9") // from elsewhere too
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			status, _, page := sent(t, response)
			policy := response.Header.Get("Content-Security-Policy")
			if status != http.StatusOK || !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || response.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s: %d, policy %q", path, status, policy)
			}
			lang := "vi"
			if strings.Contains(path, "lang=en") {
				lang = "en"
			}
			for _, want := range []string{`<html lang="` + lang + `">`, "<main>", "<h1>", `<meta name="viewport"`, "<title>"} {
				if !strings.Contains(page, want) {
					t.Errorf("%s lacks %s", path, want)
				}
			}
			for _, never := range []string{"<script>", " style=", "javascript:", " onclick", `src="http`, `href="http`, "ZgotmplZ"} {
				if strings.Contains(page, never) {
					t.Errorf("%s has %s", path, never)
				}
			}
			labelled := map[string]bool{}
			for _, m := range labels.FindAllStringSubmatch(page, -1) {
				labelled[m[1]] = true
			}
			for _, m := range inputs.FindAllStringSubmatch(page, -1) {
				if !labelled[m[1]] {
					t.Errorf("%s: nothing names the field %s", path, m[1])
				}
			}
		}
	}
	for path, media := range map[string]string{"/auth/page.css": "text/css", "/auth/page.js": "text/javascript"} {
		r, err := http.Get(s.url + path)
		if err != nil {
			t.Fatal(err)
		}
		if status, _, body := sent(t, r); status != http.StatusOK || !strings.HasPrefix(r.Header.Get("Content-Type"), media) || strings.Contains(body, "http") {
			t.Errorf("%s: %d %s", path, status, r.Header.Get("Content-Type"))
		}
	}
	for path, want := range map[string]int{"/sign-in?lang=fr": 400, "/sign-in?x=y": 400, "/auth/nothing": 404} {
		if r, err := http.Get(s.url + path); err != nil || r.StatusCode != want {
			t.Errorf("%s: %v %v", path, r, err)
		}
	}
}
