package httpapi

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/sharing"
)

// Answers that list what is behind a number, with the question as it was read.
type (
	sharingRecords struct {
		Query postgres.SharingQuery    `json:"query"`
		Items []postgres.SharingRecord `json:"items"`
	}
	// sharingCurve has one result for each merge distance.
	sharingCurve struct {
		Query postgres.SharingQuery `json:"query"`
		Items []sharing.Result      `json:"items"`
	}
	coverageRecords struct {
		Query postgres.CoverageQuery    `json:"query"`
		Items []postgres.CoverageRecord `json:"items"`
	}
	nearestAssets struct {
		To    registry.Kind      `json:"to"`
		AsOf  registry.Date      `json:"as_of"`
		Items []postgres.Nearest `json:"items"`
	}
)

// kind gives the kind of asset a parameter names, by noun or by plural.
func (q *query) kind(name string, among ...*registry.Noun) registry.Kind {
	var names []string
	for _, n := range among {
		names = append(names, n.Name, n.Path)
	}
	s := q.choice(name, among[0].Name, names...)
	for _, n := range among {
		if s == n.Path {
			return n.Kind
		}
	}
	return registry.Kind(s)
}

func (q *query) asOf(today registry.Date) registry.Date {
	if d := q.date("as_of"); d != nil {
		return *d
	}
	return today
}

// definition reads the parameters of a sharing ratio; those not given are the
// kind's defaults.
func (s *Server) definition(q *query) postgres.SharingQuery {
	kind := q.kind("asset", registry.SiteNoun, registry.PoleNoun, registry.DuctNoun, registry.ManholeNoun, registry.TrenchNoun)
	d := sharing.DefaultDefinition(kind)
	d.Method = sharing.Method(q.choice("method", string(d.Method), string(sharing.MethodRegistered), string(sharing.MethodSpatial)))
	d.MergeDistanceM = q.number("merge_distance", d.MergeDistanceM, 0, sharing.MaxMergeDistanceM)
	d.Cohort = q.choice("cohort", d.Cohort, sharing.Stock, sharing.New)
	d.Since = q.date("since")
	d.Measure = q.choice("measure", d.Measure, "count", "length")
	d.ConfirmedOnly = q.boolean("confirmed_only")
	d.CountActiveSharing = q.boolean("count_active_sharing")
	d.TowerCompanySingle = q.boolean("tower_company_single")
	d.PowerPoles = q.choice("power_poles", d.PowerPoles, sharing.PowerPolesWithTenants, sharing.PowerPolesAll, sharing.PowerPolesNone)
	if list := q.text("exclude_site_kinds"); list == "none" {
		d.ExcludeSiteKinds = nil
	} else if list != "" {
		d.ExcludeSiteKinds = strings.Split(list, ",")
	}
	if d.ExcludeSiteKinds == nil {
		d.ExcludeSiteKinds = []string{} // an empty list in the answer, not null
	}
	return postgres.SharingQuery{Definition: d, AsOf: q.asOf(s.options.Today()), Unit: q.text("unit")}
}

func (s *Server) sharing(c echo.Context) error {
	q := newQuery(c)
	ask := s.definition(q)
	ask.By = q.choice("by", "", "commune", "province", "operator")
	if err := q.done(); err != nil {
		return err
	}
	answer, err := s.db.Sharing(c.Request().Context(), actor(c), ask)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, answer)
}

func (s *Server) sharingRecords(c echo.Context) error {
	q := newQuery(c)
	ask := s.definition(q)
	if err := q.done(); err != nil {
		return err
	}
	records := []postgres.SharingRecord{}
	err := s.db.SharingRecords(c.Request().Context(), actor(c), ask, func(r postgres.SharingRecord) error {
		records = append(records, r)
		return nil
	})
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, sharingRecords{ask, records})
}

func (s *Server) sensitivity(c echo.Context) error {
	q := newQuery(c)
	ask := s.definition(q)
	from := q.number("from", 0, 0, sharing.MaxMergeDistanceM)
	to := q.number("to", 100, 0, sharing.MaxMergeDistanceM)
	steps := q.integer("steps", 11, 1, postgres.MaxSensitivitySteps)
	if err := q.done(); err != nil {
		return err
	}
	results, err := s.db.SharingSensitivity(c.Request().Context(), actor(c), ask, sharing.Distances(from, to, int(steps)))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, sharingCurve{ask, results})
}

func (s *Server) coverageQuery(q *query) postgres.CoverageQuery {
	ask := postgres.CoverageQuery{
		Service:  q.choice("service", postgres.Mobile, postgres.Mobile, postgres.Fibre),
		Operator: q.text("operator"), AsOf: q.asOf(s.options.Today()), Unit: q.text("unit"),
	}
	if list := q.text("technology"); list != "" {
		ask.Technologies = strings.Split(list, ",")
	}
	if q.values.Has("within") {
		within := q.number("within", 0, 0, postgres.MaxWithinM)
		ask.WithinM = &within
	}
	q.taken = append(q.taken, "within")
	return ask
}

func (s *Server) coverage(c echo.Context) error {
	q := newQuery(c)
	ask := s.coverageQuery(q)
	ask.By = q.choice("by", "", "commune", "province", "operator")
	if err := q.done(); err != nil {
		return err
	}
	answer, err := s.db.Coverage(c.Request().Context(), actor(c), ask)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, answer)
}

func (s *Server) coverageRecords(c echo.Context) error {
	q := newQuery(c)
	ask := s.coverageQuery(q)
	if err := q.done(); err != nil {
		return err
	}
	records, err := s.db.CoverageRecords(c.Request().Context(), actor(c), &ask)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, coverageRecords{ask, records})
}

func (s *Server) nearest(c echo.Context) error {
	q := newQuery(c)
	q.choice("of", "villages", "villages")
	kind := q.kind("to", registry.ServicePointNoun, registry.SiteNoun)
	unit, asOf := q.text("unit"), q.asOf(s.options.Today())
	if err := q.done(); err != nil {
		return err
	}
	items, err := s.db.NearestToVillages(c.Request().Context(), actor(c), kind, unit, asOf)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, nearestAssets{kind, asOf, items})
}

// counts tells how many assets of each kind lie where.
func (s *Server) counts(c echo.Context) error {
	q := newQuery(c)
	ask := postgres.CountQuery{AsOf: q.asOf(s.options.Today()), Unit: q.text("unit"), By: q.choice("by", "commune", "commune", "province")}
	if err := q.done(); err != nil {
		return err
	}
	answer, err := s.db.Counts(c.Request().Context(), actor(c), ask)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, answer)
}

// codes gives the code lists in force, by list.
func (s *Server) codes(c echo.Context) error {
	lists := map[string][]registry.ListCode{}
	for list := range s.db.Codes() {
		lists[list] = s.db.Codes().Entries(list)
	}
	return c.JSON(http.StatusOK, lists)
}
