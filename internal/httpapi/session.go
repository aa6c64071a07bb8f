package httpapi

import (
	"net/http"
	"net/netip"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// sessionKey is where a request keeps the session it came with.
const sessionKey = "session"

// held is a session and the id by which its browser holds it.
type held struct {
	id string
	postgres.Session
}

// sessionOf gives the session a request came with.
func sessionOf(c echo.Context) (held, bool) {
	h, ok := c.Get(sessionKey).(held)
	return h, ok
}

// behindTLS says whether people reach the service by https.
func (s *Server) behindTLS() bool {
	return s.options.PublicURL != nil && s.options.PublicURL.Scheme == "https"
}

// bySession gives who is signed in with the session a request carries, anonymous
// when it carries none. One that has ended is refused once, so that nobody takes
// what the public sees for what they see, and taken from the browser.
func (s *Server) bySession(c echo.Context) (registry.Actor, error) {
	id := auth.SessionOf(c.Request(), s.behindTLS())
	if id == "" {
		return registry.Anonymous, nil
	}
	session, err := s.db.SessionOf(c.Request().Context(), id)
	if registry.CodeOf(err) == registry.CodeUnauthorized {
		c.SetCookie(auth.SessionCookie("", s.behindTLS()))
		if holdsNothing(c) {
			return registry.Anonymous, nil
		}
	}
	if err != nil {
		return registry.Anonymous, err
	}
	if !saysWhence(c.Request()) {
		return registry.Anonymous, registry.Errorf(registry.CodeForbidden,
			"Yêu cầu ghi bằng phiên đăng nhập phải cho biết trang gửi (Origin).", "A write with a session must say which page sends it (Origin).")
	}
	c.Set(sessionKey, held{id, session})
	return session.Actor(), nil
}

// saysWhence says whether a request tells where it comes from, if it must: a
// browser sends a session's cookie by itself, and with it, when it writes, from
// which page. What that page may, sameOrigin has said.
func saysWhence(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return true
	}
	return r.Header.Get("Origin") != "" || r.Header.Get("Sec-Fetch-Site") != ""
}

// visitor is where a request comes from, as the log of security events has it.
func visitor(c echo.Context) postgres.Visitor {
	address, _ := netip.ParseAddr(c.RealIP()) // none is logged as such
	return postgres.Visitor{Address: address, Agent: c.Request().UserAgent(), RequestID: id(c)}
}

// sessionAnswer says who is asking.
type sessionAnswer struct {
	SignedIn bool `json:"signed_in"`
	// Actor is the name in the change log; that of whom nobody knows is anonymous.
	Actor string `json:"actor"`
	// Login and Name are a person's, null for a key.
	Login *string         `json:"login"`
	Name  *string         `json:"name"`
	Roles []registry.Role `json:"roles"`
	// Sees is how much of the register they are shown: all of it, some of it exactly
	// and the rest as the public, or what is public.
	Sees postgres.Sees `json:"sees"`
	// Organization is the code of the one a filer or signer works for.
	Organization *string `json:"organization"`
	// Units are those local staff are bound to.
	Units []postgres.PlaceUnit `json:"units"`
	// ExpiresAt is when a session ends at the latest; an hour after its last request
	// it has ended too. Null for a key.
	ExpiresAt *time.Time `json:"expires_at"`
}

// whoIs answers who is asking.
func (s *Server) whoIs(c echo.Context, who registry.Actor, session *held) error {
	units, err := s.db.UnitsOf(c.Request().Context(), who.Units)
	if err != nil {
		return err
	}
	grants := who.Grants
	if who.Name == registry.Anonymous.Name && s.openTo(c) {
		grants = registry.ReadsAll
	}
	a := sessionAnswer{SignedIn: who.SignedIn(), Actor: who.Name, Sees: postgres.SeesOf(grants),
		Roles: append([]registry.Role{}, who.Roles...), Units: append([]postgres.PlaceUnit{}, units...)}
	if who.Organization != "" {
		a.Organization = &who.Organization
	}
	if session != nil {
		ends := session.BegunAt.Add(auth.SessionLife)
		a.Login, a.Name, a.ExpiresAt = &session.Login, &session.Name, &ends
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, a)
}

// readSession answers who is asking, also that nobody knows.
func (s *Server) readSession(c echo.Context) error {
	if session, ok := sessionOf(c); ok {
		return s.whoIs(c, session.Actor(), &session)
	}
	return s.whoIs(c, actor(c), nil)
}

// createSession signs somebody in by password.
func (s *Server) createSession(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given struct {
		Login    *string `json:"login"`
		Password *string `json:"password"`
	}
	faults := registry.DecodeBody(body, "", &given)
	if len(faults) == 0 {
		if given.Login == nil {
			faults = append(faults, missing("login", "/login"))
		}
		if given.Password == nil {
			faults = append(faults, missing("password", "/password"))
		}
	}
	if err := registry.Invalid(secretly(faults)); err != nil {
		return err
	}
	id, err := s.signIn(c, *given.Login, *given.Password)
	if err != nil {
		return err
	}
	session, err := s.db.SessionOf(c.Request().Context(), id)
	if err != nil {
		return err
	}
	return s.whoIs(c, session.Actor(), &held{id, session})
}

// secretly takes the values out of faults: what was sent is a password.
func secretly(faults []registry.Fault) []registry.Fault {
	for i := range faults {
		faults[i].Value = ""
	}
	return faults
}

// signIn signs somebody in by password, if they have not tried too often, and
// gives the session's id, which it hands to the browser.
func (s *Server) signIn(c echo.Context, login, password string) (id string, err error) {
	from := visitor(c)
	login = postgres.FoldLogin(login)
	if err := s.mayTry(login, from); err != nil {
		return "", err
	}
	if id, err = s.db.SignIn(c.Request().Context(), from, login, password); err != nil {
		return "", err
	}
	s.throttle.Passed(login, from.Address)
	return id, s.handOver(c, id)
}

// mayTry refuses who has tried too many passwords.
func (s *Server) mayTry(login string, from postgres.Visitor) error {
	if wait := s.throttle.Try(login, from.Address); wait > 0 {
		return registry.TooMany(wait, registry.T("Sai mật khẩu quá nhiều lần; hãy đợi rồi thử lại.", "Too many wrong passwords; wait, then try again."))
	}
	return nil
}

// handOver gives a browser its new session, and ends the one it had.
func (s *Server) handOver(c echo.Context, id string) error {
	c.SetCookie(auth.SessionCookie(id, s.behindTLS()))
	if old, ok := sessionOf(c); ok {
		return s.db.SignOut(c.Request().Context(), old.id)
	}
	return nil
}

// deleteSession signs out.
func (s *Server) deleteSession(c echo.Context) error {
	if err := s.signOut(c); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *Server) signOut(c echo.Context) error {
	if session, ok := sessionOf(c); ok {
		if err := s.db.SignOut(c.Request().Context(), session.id); err != nil {
			return err
		}
	}
	c.SetCookie(auth.SessionCookie("", s.behindTLS()))
	return nil
}

// deleteSessions signs out everywhere.
func (s *Server) deleteSessions(c echo.Context) error {
	session, err := mustSession(c)
	if err != nil {
		return err
	}
	if _, err := s.db.SignOutEverywhere(c.Request().Context(), visitor(c), session.id); err != nil {
		return err
	}
	c.SetCookie(auth.SessionCookie("", s.behindTLS()))
	return c.NoContent(http.StatusNoContent)
}

// mustSession gives the session of a request that only somebody signed in makes.
func mustSession(c echo.Context) (held, error) {
	session, ok := sessionOf(c)
	switch {
	case ok:
		return session, nil
	case actor(c).Name != registry.Anonymous.Name:
		return held{}, registry.Errorf(registry.CodeForbidden, "Việc này do người đã đăng nhập làm, không làm bằng khóa API.", "A person who has signed in does this, not an API key.")
	}
	return held{}, registry.Errorf(registry.CodeUnauthorized, "Hãy đăng nhập trước.", "Sign in first.")
}

// setPassword sets a password, for who holds a link or knows the old one.
func (s *Server) setPassword(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given struct {
		Token       *string `json:"token"`
		OldPassword *string `json:"old_password"`
		Password    *string `json:"password"`
	}
	faults := registry.DecodeBody(body, "", &given)
	if len(faults) == 0 {
		if given.Password == nil {
			faults = append(faults, missing("password", "/password"))
		}
		if (given.Token == nil) == (given.OldPassword == nil) {
			f := registry.NewFault("password.proof", "token", "", registry.T("Cần đúng một trong token và old_password.", "Exactly one of token and old_password is needed."),
				registry.T("Ghi token của liên kết, hoặc mật khẩu hiện tại khi đã đăng nhập.", "Give the token of a link, or the present password when signed in."))
			f.Pointer = "/token"
			faults = append(faults, f)
		}
	}
	if err := registry.Invalid(secretly(faults)); err != nil {
		return err
	}
	if given.Token != nil {
		err = s.db.ResetPassword(c.Request().Context(), visitor(c), *given.Token, *given.Password)
	} else {
		err = s.changePassword(c, *given.OldPassword, *given.Password)
	}
	if err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// changePassword sets the password of who is signed in and knows the old one.
func (s *Server) changePassword(c echo.Context, old, password string) error {
	session, err := mustSession(c)
	if err != nil {
		return err
	}
	from := visitor(c)
	if err := s.mayTry(session.Login, from); err != nil {
		return err
	}
	err = s.db.ChangePassword(c.Request().Context(), from, session.id, old, password)
	if !hasRule(err, "password.old") {
		s.throttle.Passed(session.Login, from.Address)
	}
	return err
}
