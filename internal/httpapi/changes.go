package httpapi

import (
	"math"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// changeList is a page of the change feed.
type changeList struct {
	postgres.ChangePage
	// Next is the path of the page after this one; when more is false it is the
	// path to ask later.
	Next string `json:"next"`
}

// nounOf gives the noun a parameter names, by plural or singular.
func (q *query) nounOf(name string) *registry.Noun {
	var names []string
	for _, n := range registry.Nouns {
		names = append(names, n.Path, n.Name)
	}
	s := q.choice(name, "", names...)
	for _, n := range registry.Nouns {
		if s != "" && (s == n.Path || s == n.Name) {
			return n
		}
	}
	return nil
}

// changes gives the change log from a cursor on.
func (s *Server) changes(c echo.Context) error {
	q := newQuery(c)
	ask := postgres.ChangeQuery{
		Since: q.integer("since", 0, 0, math.MaxInt64),
		Limit: int(q.integer("limit", registry.DefaultPageLimit, 1, registry.MaxPageLimit)),
		Noun:  q.nounOf("noun"), RecordID: q.id("record_id"), Actor: q.text("actor"), Organization: q.text("organization"),
		Op: q.choice("op", "", "create", "update", "delete", "event"), From: q.date("from"), Until: q.date("until"), InWords: q.boolean("in_words"),
	}
	ask.Events = ask.Op == "event"
	if err := q.done(); err != nil {
		return err
	}
	return s.sendChanges(c, ask)
}

// history gives the changes of one record, from a cursor on, with what differs
// in words.
func (r records) history(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	ask := postgres.ChangeQuery{Since: q.integer("since", 0, 0, math.MaxInt64), Limit: int(q.integer("limit", registry.DefaultPageLimit, 1, registry.MaxPageLimit)),
		Noun: r.noun, RecordID: number, InWords: true}
	if err := q.done(); err != nil {
		return err
	}
	return r.server.sendChanges(c, ask)
}

func (s *Server) sendChanges(c echo.Context, ask postgres.ChangeQuery) error {
	page, err := s.db.Changes(c.Request().Context(), actor(c), ask)
	if err != nil {
		return err
	}
	values := c.Request().URL.Query()
	values.Set("since", strconv.FormatInt(page.Cursor, 10))
	return c.JSON(http.StatusOK, changeList{page, c.Request().URL.Path + "?" + values.Encode()})
}
