package httpapi

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// accountNoun names accounts in ETags and paths; the register has no such noun.
var accountNoun = &registry.Noun{Name: "account", Path: "accounts"}

// accountChanges are the fields of an account that an administrator sets; those
// not given stay.
type accountChanges struct {
	Login        *string          `json:"login"`
	Name         *string          `json:"name"`
	Roles        *[]registry.Role `json:"roles"`
	Organization *string          `json:"organization"`
	Units        *[]int64         `json:"units"`
	OIDCIssuer   *string          `json:"oidc_issuer"`
	OIDCSubject  *string          `json:"oidc_subject"`
	Disabled     *bool            `json:"disabled"`
}

func (g *accountChanges) apply(a *postgres.Account) {
	set(&a.Login, g.Login)
	set(&a.Name, g.Name)
	set(&a.Roles, g.Roles)
	set(&a.Organization, g.Organization)
	set(&a.Units, g.Units)
	set(&a.OIDCIssuer, g.OIDCIssuer)
	set(&a.OIDCSubject, g.OIDCSubject)
	set(&a.Disabled, g.Disabled)
}

func set[T any](field, given *T) {
	if given != nil {
		*field = *given
	}
}

// resetAnswer is a link by which a person sets their password, once.
type resetAnswer struct {
	// Link is for the person alone; this answer alone has it.
	Link      string    `json:"link"`
	ExpiresAt time.Time `json:"expires_at"`
}

func (s *Server) listAccounts(c echo.Context) error {
	q := newQuery(c)
	page := q.page()
	if err := q.done(); err != nil {
		return err
	}
	accounts, next, err := s.db.Accounts(c.Request().Context(), actor(c), page)
	if err != nil {
		return err
	}
	return sendPage(c, accounts, next)
}

func (s *Server) readAccount(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	account, err := s.db.Account(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return sendAccount(c, http.StatusOK, account)
}

func sendAccount(c echo.Context, status int, a postgres.Account) error {
	c.Response().Header().Set("ETag", fmt.Sprintf(`"%s-%d-%d"`, accountNoun.Name, a.ID, a.Version))
	return c.JSON(status, a)
}

// createAccount makes an account. It takes no Idempotency-Key: a login is there
// once.
func (s *Server) createAccount(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given accountChanges
	faults := registry.DecodeBody(body, "", &given)
	if len(faults) == 0 && given.Login == nil {
		faults = append(faults, missing("login", "/login"))
	}
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	var account postgres.Account
	given.apply(&account)
	if account, err = s.db.CreateAccount(c.Request().Context(), actor(c), account); err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderLocation, fmt.Sprintf("/api/v1/%s/%d", accountNoun.Path, account.ID))
	return sendAccount(c, http.StatusCreated, account)
}

func (s *Server) updateAccount(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version, err := ifMatch(c, accountNoun, number)
	if err != nil {
		return err
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given accountChanges
	faults := registry.DecodeBody(body, "", &given)
	if given.Login != nil {
		f := registry.NewFault("field.read-only", "login", *given.Login, registry.T("Tên đăng nhập không đổi được: nhật ký gọi người bằng tên ấy.",
			"A login does not change: the log calls its person so."), registry.T("Bỏ trường này, hoặc tạo tài khoản khác.", "Leave it out, or make another account."))
		f.Pointer = "/login"
		faults = append(faults, f)
	}
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	account, err := s.db.UpdateAccount(c.Request().Context(), actor(c), number, version, given.apply)
	if err != nil {
		return err
	}
	return sendAccount(c, http.StatusOK, account)
}

// resetAccount issues a link to set a password.
func (s *Server) resetAccount(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	token, expires, err := s.db.IssueReset(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusCreated, resetAnswer{auth.ResetLink(s.page(c, setPasswordPath), token), expires})
}

// page gives the absolute URL of a page of ours: where the operator says people
// reach us, else where this request did.
func (s *Server) page(c echo.Context, path string) *url.URL {
	base := s.options.PublicURL
	if base == nil {
		base = &url.URL{Scheme: "http", Host: c.Request().Host}
	}
	return base.JoinPath(path)
}

// hasRule says whether an error has a fault of a rule.
func hasRule(err error, rule string) bool {
	var domain *registry.Error
	return errors.As(err, &domain) && slices.ContainsFunc(domain.Faults, func(f registry.Fault) bool { return f.Rule == rule })
}
