package main

import (
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/auth"
	"github.com/hatangso/hatangso/internal/registry"
)

// publicURL gives where people reach the service, nil when nobody has said.
func (p *program) publicURL(c *cobra.Command) (*url.URL, error) {
	if p.env.PublicURL == "" {
		return nil, nil
	}
	u, err := url.Parse(p.env.PublicURL)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return nil, misused(c, "HATANGSO_PUBLIC_URL là địa chỉ như https://hatang.example.vn, không phải %q.",
			"HATANGSO_PUBLIC_URL is an address such as https://hatang.example.vn, not %q.", p.env.PublicURL)
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, nil
}

// signIn gives how people sign in: where they reach the service, and the provider
// that signs them in, nil for none.
func (p *program) signIn(c *cobra.Command) (public *url.URL, oidc *auth.OIDCConfig, err error) {
	if public, err = p.publicURL(c); err != nil || p.env.OIDCIssuer == "" {
		return public, nil, err
	}
	if public == nil || p.env.OIDCClientID == "" {
		return nil, nil, misused(c, "HATANGSO_OIDC_ISSUER cần cả HATANGSO_OIDC_CLIENT_ID và HATANGSO_PUBLIC_URL: người dùng được đưa về đó.",
			"HATANGSO_OIDC_ISSUER needs HATANGSO_OIDC_CLIENT_ID and HATANGSO_PUBLIC_URL, to which people are sent back.")
	}
	secret := p.env.OIDCSecret
	if p.env.OIDCSecretFile != "" {
		b, err := os.ReadFile(p.env.OIDCSecretFile)
		if err != nil {
			return nil, nil, registry.Errorf(registry.CodeInvalid, "Không đọc được HATANGSO_OIDC_SECRET_FILE: %s.", "HATANGSO_OIDC_SECRET_FILE cannot be read: %s.", p.env.OIDCSecretFile)
		}
		secret = strings.TrimSpace(string(b))
	}
	return public, &auth.OIDCConfig{Issuer: p.env.OIDCIssuer, ClientID: p.env.OIDCClientID, ClientSecret: secret}, nil
}
