package httpapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/registry"
)

// obligationNoun names obligations in ETags and paths; the register has no such noun.
var obligationNoun = &registry.Noun{Name: "obligation", Path: "obligations"}

type (
	// titleGiven is a title as it is sent, in both languages and nothing else.
	titleGiven registry.Text
	// dayGiven is a day as it is sent; "" is none.
	dayGiven struct{ day *registry.Date }
	// daysGiven are numbers of days as they are sent, none of them null.
	daysGiven []int
)

// UnmarshalJSON refuses what is no part of a title.
func (t *titleGiven) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	return d.Decode((*registry.Text)(t))
}

// UnmarshalJSON reads a date, or "" for none.
func (g *dayGiven) UnmarshalJSON(b []byte) error {
	if string(b) == `""` {
		return nil
	}
	g.day = new(registry.Date)
	return json.Unmarshal(b, g.day)
}

// UnmarshalJSON reads whole numbers.
func (g *daysGiven) UnmarshalJSON(b []byte) error {
	var list []*int
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	*g = daysGiven{}
	for _, n := range list {
		if n == nil {
			return errors.New("null is no number of days")
		}
		*g = append(*g, *n)
	}
	return nil
}

// obligationChanges are the fields of an obligation that the department sets;
// those not given stay.
type obligationChanges struct {
	Code         *string              `json:"code"`
	Title        *titleGiven          `json:"title"`
	Basis        *string              `json:"basis"`
	Mark         *string              `json:"mark"`
	Recipient    *string              `json:"recipient"`
	Organization *string              `json:"organization"`
	Kinds        *[]string            `json:"kinds"`
	FulfilledBy  *string              `json:"fulfilled_by"`
	Recurrence   *registry.Recurrence `json:"recurrence"`
	Month        *int                 `json:"month"`
	Day          *int                 `json:"day"`
	Date         *dayGiven            `json:"date"`
	Before       *bool                `json:"before"`
	OpensDays    *int                 `json:"opens_days"`
	Remind       *daysGiven           `json:"remind"`
	ValidFrom    *dayGiven            `json:"valid_from"`
	ValidTo      *dayGiven            `json:"valid_to"`
	Active       *bool                `json:"active"`
}

func (g *obligationChanges) apply(o *registry.Obligation) {
	set(&o.Code, g.Code)
	set(&o.Title, (*registry.Text)(g.Title))
	set(&o.Basis, g.Basis)
	set(&o.Mark, g.Mark)
	set(&o.Recipient, g.Recipient)
	set(&o.Organization, g.Organization)
	set(&o.Kinds, g.Kinds)
	set(&o.FulfilledBy, g.FulfilledBy)
	set(&o.Recurrence, g.Recurrence)
	set(&o.Month, g.Month)
	set(&o.Day, g.Day)
	set(&o.Before, g.Before)
	set(&o.OpensDays, g.OpensDays)
	set(&o.Remind, (*[]int)(g.Remind))
	set(&o.Active, g.Active)
	for _, d := range []struct {
		field **registry.Date
		given *dayGiven
	}{{&o.Date, g.Date}, {&o.ValidFrom, g.ValidFrom}, {&o.ValidTo, g.ValidTo}} {
		if d.given != nil {
			*d.field = d.given.day
		}
	}
}

// listObligations gives the obligations the asker sees.
func (s *Server) listObligations(c echo.Context) error {
	q := newQuery(c)
	page := q.page()
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Obligations(c.Request().Context(), actor(c), page)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) readObligation(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	o, err := s.db.Obligation(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return sendObligation(c, http.StatusOK, o)
}

func sendObligation(c echo.Context, status int, o registry.Obligation) error {
	c.Response().Header().Set("ETag", fmt.Sprintf(`"%s-%d-%d"`, obligationNoun.Name, o.ID, o.Version))
	return c.JSON(status, o)
}

// createObligation makes an obligation of the department's own. It takes no
// Idempotency-Key: a code is there once.
func (s *Server) createObligation(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given obligationChanges
	faults := registry.DecodeBody(body, "", &given)
	faults = orMissingOf(faults, field{"code", given.Code == nil}, field{"title", given.Title == nil}, field{"basis", given.Basis == nil},
		field{"recipient", given.Recipient == nil}, field{"recurrence", given.Recurrence == nil})
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	o := registry.Obligation{FulfilledBy: registry.AnyFiling, OpensDays: registry.DefaultOpensDays, Remind: registry.DefaultRemind}
	given.apply(&o)
	if o, err = s.db.CreateObligation(c.Request().Context(), actor(c), o); err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderLocation, fmt.Sprintf("/api/v1/%s/%d", obligationNoun.Path, o.ID))
	return sendObligation(c, http.StatusCreated, o)
}

// field is a member a body must have.
type field struct {
	name   string
	absent bool
}

// orMissingOf adds those members that are missing, unless what is wrong with them
// is said already.
func orMissingOf(faults []registry.Fault, fields ...field) []registry.Fault {
	for _, f := range fields {
		if f.absent {
			faults = orMissing(faults, f.name)
		}
	}
	return faults
}

func (s *Server) updateObligation(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version, err := ifMatch(c, obligationNoun, number)
	if err != nil {
		return err
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given obligationChanges
	faults := registry.DecodeBody(body, "", &given)
	if given.Code != nil {
		f := registry.NewFault("field.read-only", "code", *given.Code, registry.T("Mã không đổi được.", "A code does not change."),
			registry.T("Bỏ trường này, hoặc tạo nghĩa vụ khác.", "Leave it out, or make another obligation."))
		f.Pointer = "/code"
		faults = append(faults, f)
	}
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	o, err := s.db.UpdateObligation(c.Request().Context(), actor(c), number, version, given.apply)
	if err != nil {
		return err
	}
	return sendObligation(c, http.StatusOK, o)
}
