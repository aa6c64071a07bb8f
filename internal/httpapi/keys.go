package httpapi

import (
	"fmt"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// keyList is the keys the asker manages.
type keyList struct {
	Items []postgres.APIKey `json:"items"`
}

// wantedKey asks for a key. With roles it is a program's, for an administrator to
// make; without them it is the asker's own.
type wantedKey struct {
	Name         string          `json:"name"`
	Description  string          `json:"description"`
	Roles        []registry.Role `json:"roles"`
	Organization string          `json:"organization"`
	Units        []string        `json:"units"`
	ReadOnly     bool            `json:"read_only"`
	Nouns        []string        `json:"nouns"`
	Within       []string        `json:"within"`
	LastWriter   bool            `json:"last_writer"`
	ExpiresAt    *time.Time      `json:"expires_at"`
}

// madeKey is a new key.
type madeKey struct {
	// Secret is the key itself: this answer alone has it.
	Secret string          `json:"secret"`
	Key    postgres.APIKey `json:"key"`
}

// listKeys gives the keys of everybody to an administrator, and to anybody else
// their own.
func (s *Server) listKeys(c echo.Context) error {
	keys, err := s.db.Keys(c.Request().Context(), actor(c))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, keyList{append([]postgres.APIKey{}, keys...)})
}

// createKey makes a key. It takes no Idempotency-Key: what is kept for a repeat
// would keep the secret.
func (s *Server) createKey(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given wantedKey
	faults := registry.DecodeBody(body, "", &given)
	if given.ExpiresAt != nil && !given.ExpiresAt.After(time.Now()) {
		faults = append(faults, registry.NewFault("key.expires", "expires_at", given.ExpiresAt.Format(time.RFC3339),
			registry.T("Khóa hết hạn trước khi được tạo.", "The key would have expired already."), registry.T("Ghi một thời điểm sắp tới.", "Give a time to come.")))
	}
	if given.Roles == nil && (given.Organization != "" || given.Units != nil) {
		faults = append(faults, registry.NewFault("key.own", "roles", "",
			registry.T("Khóa của chính mình làm được đúng những gì mình làm được.", "A key of one's own does what its holder may."),
			registry.T("Bỏ organization và units, hoặc ghi roles nếu là khóa của một chương trình.", "Leave out organization and units, or give roles if it is a program's.")))
	}
	for i := range faults {
		if faults[i].Pointer == "" && faults[i].Column != "" {
			faults[i].Pointer = "/" + faults[i].Column
		}
	}
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	ctx, who := c.Request().Context(), actor(c)
	order := postgres.KeyOrder{Name: given.Name, Description: given.Description, Expires: given.ExpiresAt,
		Scope: registry.Scope{ReadOnly: given.ReadOnly, Nouns: given.Nouns, LastWriter: given.LastWriter}}
	if order.Scope.Units, err = s.db.UnitIDs(ctx, who, given.Within); err != nil {
		return err
	}
	if given.Roles != nil {
		order.Grants = &registry.Grants{Roles: given.Roles, Organization: given.Organization}
		if order.Grants.Units, err = s.db.UnitIDs(ctx, who, given.Units); err != nil {
			return err
		}
	}
	secret, key, err := s.db.CreateKey(ctx, who, order)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	h.Set(echo.HeaderLocation, fmt.Sprintf("/api/v1/keys/%d", key.ID))
	return c.JSON(http.StatusCreated, madeKey{secret, key})
}

// revokeKey ends a key at once.
func (s *Server) revokeKey(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	if err := s.db.RevokeKey(c.Request().Context(), actor(c), number); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}
