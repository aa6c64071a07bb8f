package httpapi

import (
	"bytes"
	_ "embed"
	"errors"
	"html/template"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// The pages people type or are given.
const (
	signInPath      = "/sign-in"
	signOutPath     = "/sign-out"
	setPasswordPath = "/set-password"
)

var (
	//go:embed signin_page.html
	pageText string
	//go:embed signin_page.css
	pageStyle []byte
	//go:embed signin_page.js
	pageScript []byte

	signInPages = template.Must(template.New("page").Parse(pageText))
)

// pagePolicy lets the pages load their own style and script, and send what is
// typed to this register alone.
const pagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// maxFormBytes bounds what a page sends.
const maxFormBytes = 16 << 10

// signInView is what the pages show.
type signInView struct {
	English bool
	// Lang is the language somebody chose, "" where their browser says.
	Lang string
	// Page is sign-in, signed-in or set-password.
	Page string
	// Login is what was typed; a password never comes back.
	Login string
	// Token is that of the link the page was opened by: a refused password leaves
	// it good.
	Token string
	// Problem is why it was refused, Mend what to do.
	Problem, Mend string
	// Done says what has been done.
	Done string
	// Who is signed in; nil is nobody.
	Who *held
	// OIDC says whether people may sign in elsewhere.
	OIDC bool
	// MinChars is the least length of a password.
	MinChars, MaxChars int
}

// Pick chooses between the sentences of the two languages.
func (v signInView) Pick(vi, en string) string {
	if v.English {
		return en
	}
	return vi
}

// Held names what the account may, as a person reads it.
func (v signInView) Held() (titles []string) {
	for _, role := range v.Who.Grants.Roles {
		titles = append(titles, v.Pick(role.Title().VI, role.Title().EN))
	}
	return titles
}

// view begins what a page shows, and gives the parameters it was asked with.
func (s *Server) view(c echo.Context, page string) (*signInView, *query) {
	q := newQuery(c)
	v := &signInView{Page: page, Lang: q.choice("lang", "", "vi", "en"), OIDC: s.provider != nil, MinChars: auth.MinPasswordChars, MaxChars: auth.MaxPasswordChars}
	v.English = v.Lang == "en" || v.Lang == "" && english(c)
	if session, ok := sessionOf(c); ok {
		v.Who = &session
	}
	return v, q
}

// show sends a page, which no cache keeps.
func show(c echo.Context, status int, v *signInView) error {
	var out bytes.Buffer
	if err := signInPages.Execute(&out, v); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Language")
	return c.HTMLBlob(status, out.Bytes())
}

// refuse shows a page again with why what was sent is refused. What is our fault
// is told as any other failure is.
func (s *Server) refuse(c echo.Context, v *signInView, err error) error {
	p := problemOf(err, v.English, id(c))
	if p.Status == http.StatusInternalServerError {
		return err
	}
	if v.Problem = p.Detail; len(p.Faults) > 0 {
		f := p.Faults[0]
		v.Problem, v.Mend = v.Pick(f.Message.VI, f.Message.EN), v.Pick(f.Mend.VI, f.Mend.EN)
	}
	switch p.Status {
	case http.StatusUnauthorized:
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="hatangso"`) // of Basic a browser would ask in its own window
	case http.StatusTooManyRequests:
		c.Response().Header().Set(echo.HeaderRetryAfter, retryAfter(err))
	}
	if p.Status >= http.StatusInternalServerError {
		s.options.Log.Error("request failed", "error", err, "request_id", id(c), "path", c.Request().URL.Path)
	}
	return show(c, p.Status, v)
}

// form reads what a page sends.
func form(c echo.Context) error {
	r := c.Request()
	r.Body = http.MaxBytesReader(c.Response(), r.Body, maxFormBytes)
	if err := r.ParseForm(); err != nil {
		return bodyUnread(err)
	}
	return nil
}

// signInPage asks who it is, or says who is signed in.
func (s *Server) signInPage(c echo.Context) error {
	v, q := s.view(c, "sign-in")
	done := q.choice("done", "", "password", "out")
	if err := q.done(); err != nil {
		return err
	}
	switch done {
	case "password":
		v.Done = v.Pick("Đã đặt mật khẩu mới.", "The new password is set.")
	case "out":
		v.Done = v.Pick("Đã đăng xuất.", "You have signed out.")
	}
	if v.Who != nil {
		v.Page = "signed-in"
	}
	return show(c, http.StatusOK, v)
}

func (s *Server) signInForm(c echo.Context) error {
	v, q := s.view(c, "sign-in")
	if err := errors.Join(q.done(), form(c)); err != nil {
		return err
	}
	v.Who, v.Login = nil, c.Request().PostForm.Get("login")
	if _, err := s.signIn(c, v.Login, c.Request().PostForm.Get("password")); err != nil {
		return s.refuse(c, v, err)
	}
	return leave(c, "/")
}

// refuseSignIn shows the sign-in page with why signing in elsewhere failed.
func (s *Server) refuseSignIn(c echo.Context, err error) error {
	v, _ := s.view(c, "sign-in")
	v.Who = nil
	if registry.CodeOf(err) == registry.CodeUnauthorized {
		s.options.Log.Info("sign-in refused", "error", err, "request_id", id(c)) // the person is not told why
	}
	return s.refuse(c, v, err)
}

// signOutForm signs out, here or everywhere.
func (s *Server) signOutForm(c echo.Context) error {
	v, q := s.view(c, "signed-in")
	if err := errors.Join(q.done(), form(c)); err != nil {
		return err
	}
	if v.Who != nil && c.Request().PostForm.Get("everywhere") != "" {
		if _, err := s.db.SignOutEverywhere(c.Request().Context(), visitor(c), v.Who.id); err != nil {
			return err
		}
	}
	if err := s.signOut(c); err != nil {
		return err
	}
	return leave(c, v.to(signInPath, "done=out"))
}

// setPasswordPage asks for a new password, of who holds a link or is signed in.
func (s *Server) setPasswordPage(c echo.Context) error {
	v, q := s.view(c, "set-password")
	if err := q.done(); err != nil {
		return err
	}
	return show(c, http.StatusOK, v)
}

func (s *Server) setPasswordForm(c echo.Context) error {
	v, q := s.view(c, "set-password")
	if err := errors.Join(q.done(), form(c)); err != nil {
		return err
	}
	sent := c.Request().PostForm
	token, password := sent.Get("token"), sent.Get("password")
	v.Token = token
	var err error
	switch {
	case password != sent.Get("again"):
		err = registry.Invalid([]registry.Fault{registry.NewFault("password.again", "again", "",
			registry.T("Hai lần nhập không giống nhau.", "The two do not match."), registry.T("Nhập lại mật khẩu mới.", "Type the new password again."))})
	case token == "" && v.Who != nil:
		err = s.changePassword(c, sent.Get("old_password"), password)
	default:
		err = s.db.ResetPassword(c.Request().Context(), visitor(c), token, password)
	}
	if hasRule(err, "reset.token") {
		v.Token = ""
	}
	if err != nil {
		return s.refuse(c, v, err)
	}
	return leave(c, v.to(signInPath, "done=password"))
}

// to is the path of a page in the language somebody chose.
func (v *signInView) to(path, query string) string {
	if v.Lang != "" {
		query += "&lang=" + v.Lang
	}
	return path + "?" + query
}

// static serves a file of the pages.
func static(content []byte, media string) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "no-cache")
		return c.Blob(http.StatusOK, media, content)
	}
}
