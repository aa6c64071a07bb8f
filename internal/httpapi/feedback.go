package httpapi

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// feedbackNoun names reports in ETags and paths; the register has no such noun.
var feedbackNoun = &registry.Noun{Name: "feedback", Path: "feedback/tickets"}

// feedbackRate bounds how many reports come from one address: a neighbourhood may
// share one, and nobody has more than a few things to report in an hour.
var feedbackRate = Rate{PerSecond: 1.0 / 300, Burst: 10}

// createFeedback takes a report from anybody, account or none.
func (s *Server) createFeedback(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given feedbackOrder
	if err := registry.Invalid(registry.DecodeBody(body, "", &given)); err != nil {
		return err
	}
	if !unlimited(c) {
		if wait := s.rates.feedback.take(networkOf(c.RealIP()), 1, time.Now()); wait > 0 {
			return tooMany(wait)
		}
	}
	receipt, err := s.db.ReceiveFeedback(c.Request().Context(), actor(c), given.report())
	if err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, receipt)
}

// feedbackOrder is a report as it is sent.
type feedbackOrder struct {
	Kind         string            `json:"kind"`
	Description  string            `json:"description"`
	Geometry     registry.Geometry `json:"geometry"`
	Address      string            `json:"address"`
	ContactName  string            `json:"contact_name"`
	ContactPhone string            `json:"contact_phone"`
	Website      string            `json:"website"`
}

func (g *feedbackOrder) report() registry.NewFeedback {
	return registry.NewFeedback{Kind: g.Kind, Description: g.Description, Geometry: g.Geometry, Address: g.Address, Website: g.Website,
		Contact: registry.FeedbackContact{Name: g.ContactName, Phone: g.ContactPhone}}
}

// feedbackStatus tells whoever has its code how a report stands.
func (s *Server) feedbackStatus(c echo.Context) error {
	status, err := s.db.FeedbackStatus(c.Request().Context(), actor(c), c.Param("code"))
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, status)
}

// listFeedback gives staff the reports that are theirs to see.
func (s *Server) listFeedback(c echo.Context) error {
	q := newQuery(c)
	page := q.page()
	filter := postgres.FeedbackFilter{State: registry.FeedbackState(q.code("state", "feedback_state", s.db.Codes())), Agency: q.text("agency"), Unit: q.text("unit"), Overdue: q.boolean("overdue")}
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Feedbacks(c.Request().Context(), actor(c), filter, page)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

func (s *Server) readFeedback(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	f, err := s.db.Feedback(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return sendFeedback(c, f)
}

// feedbackChanges are the fields of a report that staff set; those not given stay,
// an empty text is none.
type feedbackChanges struct {
	State    *registry.FeedbackState `json:"state"`
	Agency   *string                 `json:"agency"`
	Commune  *bool                   `json:"to_commune"`
	DueOn    *registry.Date          `json:"due_on"`
	Answer   *string                 `json:"answer"`
	Internal *string                 `json:"note"`
}

func (g *feedbackChanges) apply(f *registry.Feedback) {
	set(&f.State, g.State)
	set(&f.ToCommune, g.Commune)
	set(&f.DueOn, g.DueOn)
	for _, t := range []struct {
		field **string
		given *string
	}{{&f.Agency, g.Agency}, {&f.Answer, g.Answer}, {&f.Note, g.Internal}} {
		switch {
		case t.given == nil:
		case *t.given == "":
			*t.field = nil
		default:
			*t.field = t.given
		}
	}
}

func (s *Server) updateFeedback(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version, err := ifMatch(c, feedbackNoun, number)
	if err != nil {
		return err
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given feedbackChanges
	if err := registry.Invalid(registry.DecodeBody(body, "", &given)); err != nil {
		return err
	}
	f, err := s.db.UpdateFeedback(c.Request().Context(), actor(c), number, version, given.apply)
	if err != nil {
		return err
	}
	return sendFeedback(c, f)
}

func sendFeedback(c echo.Context, f registry.Feedback) error {
	c.Response().Header().Set("ETag", tag(feedbackNoun, f.ID, f.Version))
	return c.JSON(http.StatusOK, f)
}

// feedbackHistory tells what was done about a report.
func (s *Server) feedbackHistory(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	list, err := s.db.FeedbackHistory(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, feedbackLog{append([]registry.FeedbackChange{}, list...)})
}

// feedbackLog is what was done about a report, the first first.
type feedbackLog struct {
	Items []registry.FeedbackChange `json:"items"`
}
