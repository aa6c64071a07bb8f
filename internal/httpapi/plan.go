package httpapi

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/planbook"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// mediaYAML are the media types of a plan as YAML (RFC 9512, and what was used before it).
var mediaYAML = []string{"application/yaml", "application/x-yaml", "text/yaml"}

// planList is every plan.
type planList struct {
	Items []plan.Plan `json:"items"`
}

func (s *Server) listPlans(c echo.Context) error {
	plans, err := s.db.Plans(c.Request().Context(), actor(c))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, planList{plans})
}

func (s *Server) readPlan(c echo.Context) error {
	p, err := s.db.Plan(c.Request().Context(), actor(c), c.Param("code"))
	if err != nil {
		return err
	}
	c.Response().Header().Set("ETag", planTag(p.Code, p.Tag()))
	return c.JSON(http.StatusOK, p)
}

// planTag is the ETag of a plan: a shipped one has no version, so it is of what it says.
func planTag(code, tag string) string { return fmt.Sprintf(`"plan-%s-%s"`, code, tag) }

// planBook sends a plan as a workbook, to be edited and loaded again.
func (s *Server) planBook(c echo.Context) error {
	p, err := s.db.Plan(c.Request().Context(), actor(c), c.Param("code"))
	if err != nil {
		return err
	}
	return sendMade(c, p.Code+".xlsx", mediaXLSX, func(w io.Writer) error { return planbook.Write(w, &p, s.db.Catalogue()) })
}

// importPlan loads a plan from YAML or a workbook, or with check=true says what
// loading it would do. To take the place of one it needs the ETag of what was
// read; every fault is told at once, with the cell or line.
func (s *Server) importPlan(c echo.Context) error {
	q := newQuery(c)
	check := q.boolean("check")
	if err := q.done(); err != nil {
		return err
	}
	if err := postgres.MayLoadPlans(actor(c)); err != nil {
		return err
	}
	draft, body, err := s.planDraft(c)
	if err != nil {
		return err
	}
	who := actor(c)
	if check {
		would, err := s.db.CheckPlan(c.Request().Context(), who, draft)
		if err != nil {
			return err
		}
		c.Response().Header().Set("ETag", planTag(would.Plan.Code, would.Plan.Tag()))
		return c.JSON(http.StatusOK, would)
	}
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		done, err := w.ImportPlan(ctx, who, draft, func(replaces *string) error { return matchesPlan(c, draft.Code, replaces) })
		if err != nil {
			return postgres.Answer{}, err
		}
		return answerOf(http.StatusOK, done, "ETag", planTag(done.Plan.Code, done.Plan.Tag()))
	})
}

// planDraft reads a plan from a body of either kind.
func (s *Server) planDraft(c echo.Context) (*plan.Draft, []byte, error) {
	media, _, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	if err != nil || media != mediaXLSX && !slices.Contains(mediaYAML, media) {
		return nil, nil, echo.ErrUnsupportedMediaType
	}
	body, err := readAll(c)
	if err != nil {
		return nil, nil, err
	}
	if media == mediaXLSX {
		draft, err := planbook.Read(bytes.NewReader(body), int64(len(body)), s.db.Catalogue())
		return draft, body, err
	}
	draft, err := plan.Decode(body)
	return draft, body, err
}

// matchesPlan holds the ETag the caller gives against that of the plan to be
// replaced: CodePrecondition without one, CodeStale for another's.
func matchesPlan(c echo.Context, code string, replaces *string) error {
	given := c.Request().Header.Get("If-Match")
	if replaces == nil {
		if given == "" {
			return nil
		}
		return registry.Errorf(registry.CodeStale, "Chưa có kế hoạch %s.", "There is no plan %s yet.", code)
	}
	if given == "" {
		return registry.Errorf(registry.CodePrecondition, "Đã có kế hoạch %s: gửi If-Match với ETag của bản đã đọc để thay.", "There is a plan %s: send If-Match with the ETag you read to replace it.", code)
	}
	for _, tag := range strings.Split(given, ",") {
		if strings.TrimSpace(tag) == planTag(code, *replaces) {
			return nil
		}
	}
	return registry.Errorf(registry.CodeStale, "Kế hoạch %s đã thay đổi từ lúc bạn đọc; kiểm tra lại tệp rồi nạp.", "Plan %s has changed since you read it; check the file again, then load it.", code)
}

// planBoard holds a plan against the values of a day.
func (s *Server) planBoard(c echo.Context) error {
	q := newQuery(c)
	day, unit := q.asOf(s.options.Today()), q.text("unit")
	if err := q.done(); err != nil {
		return err
	}
	board, err := s.db.PlanBoard(c.Request().Context(), actor(c), c.Param("code"), day, unit)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, board)
}
