package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Answers of edits that write several records; the ETag is of the first.
type (
	splitAnswer struct {
		Ducts [2]registry.Record `json:"ducts"`
	}
	moveAnswer struct {
		Mast     registry.Record   `json:"mast"`
		Stations []registry.Record `json:"stations"`
	}
)

// cutPlace is where a duct is cut: a fraction of its length or a GeoJSON Point.
type cutPlace struct {
	fraction *float64
	point    *orb.Point
}

// UnmarshalJSON reads a number between 0 and 1 or a Point.
func (p *cutPlace) UnmarshalJSON(b []byte) error {
	var fraction float64
	if json.Unmarshal(b, &fraction) == nil && string(b) != "null" {
		if !(fraction > 0 && fraction < 1) {
			return errors.New("a fraction lies between 0 and 1")
		}
		p.fraction = &fraction
		return nil
	}
	var g registry.Geometry
	if err := json.Unmarshal(b, &g); err != nil {
		return err
	}
	checked, faults := registry.CheckGeometry(g.Geometry, registry.Point)
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	point := checked.(orb.Point)
	p.point = &point
	return nil
}

// edit reads what every edit of one record begins with: the record's id, the
// version the caller read and the body. An edit without a reason says in the
// log what it was.
func edit(c echo.Context, n *registry.Noun, what string, into any) (id, version int64, body []byte, err error) {
	if id, err = recordID(c); err != nil {
		return id, 0, nil, err
	}
	if version, err = ifMatch(c, n, id); err != nil {
		return id, 0, nil, err
	}
	if body, err = readBody(c); err != nil {
		return id, 0, nil, err
	}
	because(c, fmt.Sprintf("%s %s %d", what, n.Name, id))
	return id, version, body, registry.Invalid(registry.DecodeBody(body, "", into))
}

func because(c echo.Context, otherwise string) {
	who := actor(c)
	if who.Reason == "" {
		who.Reason = otherwise
		become(c, who)
	}
}

func (s *Server) splitDuct(c echo.Context) error {
	var given struct {
		At         *cutPlace       `json:"at"`
		Manhole    *int64          `json:"manhole"`
		NewManhole json.RawMessage `json:"new_manhole"`
		Code       *string         `json:"code"`
	}
	duct, version, body, err := edit(c, registry.DuctNoun, "split", &given)
	if err != nil {
		return err
	}
	at := postgres.SplitAt{Manhole: given.Manhole}
	if given.At != nil {
		at.Point, at.Fraction = given.At.point, given.At.fraction
	}
	if given.Code != nil {
		at.Code = *given.Code
	}
	if given.NewManhole != nil {
		manhole := registry.ManholeNoun.New().(*registry.Manhole)
		if err := registry.ManholeNoun.Decode(given.NewManhole, manhole); err != nil {
			return registry.Within(err, "/new_manhole")
		}
		at.NewManhole = manhole
	}
	switch {
	case at.Manhole != nil && at.NewManhole != nil:
		f := registry.NewFault("split.manholes", "new_manhole", "", registry.T("Ghi cả bể cũ và bể mới.", "An old and a new manhole are both given."),
			registry.T("Chọn một: manhole hoặc new_manhole.", "Choose one: manhole or new_manhole."))
		f.Pointer = "/new_manhole"
		return registry.Invalid([]registry.Fault{f})
	case given.At == nil && at.Manhole == nil && (at.NewManhole == nil || at.NewManhole.Geometry.Geometry == nil):
		return registry.Invalid([]registry.Fault{missing("at", "/at")})
	}
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		first, second, err := w.SplitDuct(ctx, duct, version, at)
		if err != nil {
			return postgres.Answer{}, err
		}
		return answerOf(http.StatusOK, splitAnswer{[2]registry.Record{first, second}},
			"ETag", tagOf(registry.DuctNoun, first), echo.HeaderLocation, pathOf(registry.DuctNoun, second))
	})
}

func (s *Server) joinDucts(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var given struct {
		IDs []int64 `json:"ids"`
	}
	faults := registry.DecodeBody(body, "", &given)
	if len(faults) == 0 && (len(given.IDs) != 2 || given.IDs[0] == given.IDs[1]) {
		f := registry.NewFault("join.two", "ids", fmt.Sprint(given.IDs), registry.T("Cần đúng hai đoạn khác nhau.", "Exactly two different sections are needed."),
			registry.T("Ghi số hiệu của hai đoạn.", "Give the ids of two sections."))
		f.Pointer = "/ids"
		faults = append(faults, f)
	}
	if err := registry.Invalid(faults); err != nil {
		return err
	}
	ids, versions := [2]int64(given.IDs), [2]int64{}
	for i, id := range ids {
		if versions[i], err = ifMatch(c, registry.DuctNoun, id); err != nil {
			return err
		}
	}
	because(c, fmt.Sprintf("join duct %d, %d", ids[0], ids[1]))
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		joined, err := w.JoinDucts(ctx, ids, versions)
		if err != nil {
			return postgres.Answer{}, err
		}
		return answerOf(http.StatusOK, joined, "ETag", tagOf(registry.DuctNoun, joined))
	})
}

func (s *Server) snapDuct(c echo.Context) error {
	var given struct {
		ToleranceM *float64 `json:"tolerance_m"`
	}
	duct, version, body, err := edit(c, registry.DuctNoun, "snap", &given)
	if err != nil {
		return err
	}
	if given.ToleranceM == nil {
		return registry.Invalid([]registry.Fault{missing("tolerance_m", "/tolerance_m")})
	}
	if !(*given.ToleranceM > 0 && *given.ToleranceM <= postgres.MaxSnapM) {
		f := registry.NewFault("number.range", "tolerance_m", fmt.Sprint(*given.ToleranceM),
			registry.Tf("Phải trên 0 và không quá %g m.", "It must be over 0 and at most %g m.", postgres.MaxSnapM),
			registry.T("Ghi khoảng cách theo mét.", "Give a distance in metres."))
		f.Pointer = "/tolerance_m"
		return registry.Invalid([]registry.Fault{f})
	}
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		snapped, err := w.SnapDuct(ctx, duct, version, *given.ToleranceM)
		if err != nil {
			return postgres.Answer{}, err
		}
		return answerOf(http.StatusOK, snapped, "ETag", tagOf(registry.DuctNoun, snapped))
	})
}

func (s *Server) moveMast(c echo.Context) error {
	var given struct {
		Site *int64         `json:"site"`
		On   *registry.Date `json:"on"`
	}
	mast, version, body, err := edit(c, registry.MastNoun, "move", &given)
	if err != nil {
		return err
	}
	if given.Site == nil {
		return registry.Invalid([]registry.Fault{missing("site", "/site")})
	}
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		moved, stations, err := w.MoveMast(ctx, mast, version, *given.Site, given.On)
		if err != nil {
			return postgres.Answer{}, err
		}
		if stations == nil {
			stations = []registry.Record{}
		}
		return answerOf(http.StatusOK, moveAnswer{moved, stations}, "ETag", tagOf(registry.MastNoun, moved))
	})
}
