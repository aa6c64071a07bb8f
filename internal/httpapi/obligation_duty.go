package httpapi

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// dutyList is duties by the day they are due.
type dutyList struct {
	Items []registry.Duty `json:"items"`
}

// dutyBoard is how every organization stands.
type dutyBoard struct {
	Items []postgres.Completeness `json:"items"`
}

// dutyFilter reads which duties are asked for: by default those of a year back
// and a year ahead.
func (s *Server) dutyFilter(q *query) postgres.DutyFilter {
	today := s.options.Today()
	f := postgres.DutyFilter{From: today.AddMonths(-12), To: today.AddMonths(12), Today: today}
	if from := q.date("from"); from != nil {
		f.From, f.To = *from, from.AddMonths(24)
	}
	if to := q.date("to"); to != nil {
		f.To = *to
		if q.text("from") == "" {
			f.From = to.AddMonths(-24)
		}
	}
	if len(q.faults) == 0 && (!f.From.Before(f.To) || f.From.AddDays(postgres.MaxDutyDays).Before(f.To)) {
		q.bad("to", f.To.String(), registry.Tf("Ghi to sau from, cách không quá %d ngày.", "Give a to after from, at most %d days apart.", postgres.MaxDutyDays))
	}
	return f
}

// listDuties is the calendar: who owes what by when, and how it stands today.
func (s *Server) listDuties(c echo.Context) error {
	q := newQuery(c)
	f := s.dutyFilter(q)
	f.Organization = q.text("organization")
	var states []string
	for _, state := range registry.DutyStates {
		states = append(states, string(state))
	}
	f.State = registry.DutyState(q.choice("state", "", states...))
	if err := q.done(); err != nil {
		return err
	}
	list, err := s.db.Duties(c.Request().Context(), actor(c), f)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, dutyList{append([]registry.Duty{}, list...)})
}

// board is how every organization stands with its duties.
func (s *Server) board(c echo.Context) error {
	q := newQuery(c)
	f := s.dutyFilter(q)
	if err := q.done(); err != nil {
		return err
	}
	list, err := s.db.Board(c.Request().Context(), actor(c), f)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, dutyBoard{append([]postgres.Completeness{}, list...)})
}

// answerGiven answers a duty; on is of paper alone.
type answerGiven struct {
	Obligation   *int64         `json:"obligation"`
	Organization *string        `json:"organization"`
	Period       *string        `json:"period"`
	Note         string         `json:"note"`
	On           *registry.Date `json:"on"`
}

// answerDuty gives the handler that writes down an answer of a kind. It takes no
// Idempotency-Key: a duty is answered once.
func (s *Server) answerDuty(kind registry.AnswerKind) echo.HandlerFunc {
	return func(c echo.Context) error {
		body, err := readBody(c)
		if err != nil {
			return err
		}
		var given answerGiven
		faults := registry.DecodeBody(body, "", &given)
		faults = orMissingOf(faults, field{"obligation", given.Obligation == nil}, field{"organization", given.Organization == nil}, field{"period", given.Period == nil})
		if kind == registry.NothingToReport && given.On != nil {
			f := registry.NewFault("duty.on", "on", given.On.String(), registry.T("Ngày báo không có gì là hôm nay.", "It is said today that there is nothing."),
				registry.T("Bỏ trường này.", "Leave it out."))
			f.Pointer = "/on"
			faults = append(faults, f)
		}
		if err := registry.Invalid(faults); err != nil {
			return err
		}
		today := s.options.Today()
		order := postgres.DutyOrder{Obligation: *given.Obligation, Organization: *given.Organization, Period: *given.Period,
			Kind: kind, On: today, Note: given.Note, Today: today}
		set(&order.On, given.On)
		duty, err := s.db.AnswerDuty(c.Request().Context(), actor(c), order)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, duty)
	}
}

// listNotices gives the asker's own notices.
func (s *Server) listNotices(c echo.Context) error {
	q := newQuery(c)
	page, unread := q.page(), q.boolean("unread")
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Notices(c.Request().Context(), actor(c), unread, page)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

// readNotice marks a notice as read.
func (s *Server) readNotice(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	notice, err := s.db.ReadNotice(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, notice)
}
