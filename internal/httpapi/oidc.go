package httpapi

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// authPath is below which everything about signing in stands that people do not
// type.
const authPath = "/auth/"

// provider is who signs people in elsewhere. It is asked for its description when
// somebody first wants to sign in, so that the register starts without it.
type provider struct {
	config auth.OIDCConfig

	mu    sync.Mutex
	found *auth.OIDC
	// failed is why the last asking failed, at tried.
	failed error
	tried  time.Time
}

// providerRetry is how long a provider that did not answer is left alone.
const providerRetry = 5 * time.Second

// newProvider gives the provider of options, nil for none.
func newProvider(o Options) *provider {
	if o.OIDC == nil || o.PublicURL == nil {
		return nil
	}
	p := &provider{config: *o.OIDC}
	p.config.RedirectURL = o.PublicURL.JoinPath(authPath, "oidc/callback").String()
	return p
}

// get gives the provider once it has described itself. A nil provider is
// CodeNotFound.
func (p *provider) get(ctx context.Context) (*auth.OIDC, error) {
	if p == nil {
		return nil, registry.Errorf(registry.CodeNotFound, "Hệ thống này không dùng đăng nhập một lần.", "This register uses no single sign-on.")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil || p.failed != nil && time.Since(p.tried) < providerRetry {
		return p.found, p.failed
	}
	// for all who wait, not for this one alone
	p.found, p.failed = auth.NewOIDC(context.WithoutCancel(ctx), p.config)
	p.tried = time.Now()
	return p.found, p.failed
}

// beginOIDC sends somebody to the provider.
func (s *Server) beginOIDC(c echo.Context) error {
	provider, err := s.provider.get(c.Request().Context())
	if err != nil {
		return s.refuseSignIn(c, err)
	}
	location, flow := provider.Begin()
	c.SetCookie(auth.FlowCookie(flow, s.behindTLS()))
	return leave(c, location)
}

// finishOIDC takes somebody back from the provider.
func (s *Server) finishOIDC(c echo.Context) error {
	ctx := c.Request().Context()
	provider, err := s.provider.get(ctx)
	if err != nil {
		return s.refuseSignIn(c, err)
	}
	flow := auth.FlowOf(c.Request(), s.behindTLS())
	c.SetCookie(auth.FlowCookie(auth.Flow{}, s.behindTLS())) // it was one attempt
	person, err := provider.Finish(ctx, flow, c.QueryParams())
	if err != nil {
		return s.refuseSignIn(c, err)
	}
	id, err := s.db.SignInPerson(ctx, visitor(c), person)
	if err != nil {
		return s.refuseSignIn(c, err)
	}
	if err := s.handOver(c, id); err != nil {
		return err
	}
	return leave(c, "/")
}

// leave sends a browser to another page.
func leave(c echo.Context, location string) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.Redirect(http.StatusSeeOther, location)
}
