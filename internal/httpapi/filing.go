package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// filingNoun names filings in ETags and paths.
var filingNoun = &registry.Noun{Name: "filing", Path: "filings"}

// filingOrder begins a filing, or names another file for one.
type filingOrder struct {
	// Noun is whose rows the file holds, as in paths: poles.
	Noun string `json:"noun,omitempty"`
	// FileName is the file's, without a folder.
	FileName string `json:"file_name"`
	// FileBytes is its size.
	FileBytes int64 `json:"file_bytes"`
	// FileSHA256 is in lower-case hexadecimal; the same file twice is then the same
	// filing.
	FileSHA256 string `json:"file_sha256,omitempty"`
	// Day is what the filing speaks of; today unless it is given.
	Day *registry.Date `json:"day,omitempty"`
	// Choices say how the file is read.
	Choices *registry.FilingChoices `json:"choices,omitempty"`
}

// filingChanges are what a filer changes of a filing; what is not given stays.
type filingChanges struct {
	Day     *registry.Date          `json:"day"`
	Choices *registry.FilingChoices `json:"choices"`
}

// editOrder mends cells.
type editOrder struct {
	Edits []postgres.CellEdit `json:"edits"`
}

// decisionOrder is the department's word on a filing.
type decisionOrder struct {
	// Reason is what the filer reads.
	Reason string `json:"reason,omitempty"`
}

// findingGroups sums up the findings of a filing.
type findingGroups struct {
	Items []postgres.FindingGroup `json:"items"`
}

func filingTag(f registry.Filing) string {
	return fmt.Sprintf(`"%s-%d-%d"`, filingNoun.Name, f.ID, f.Version)
}

func sendFiling(c echo.Context, f registry.Filing) error {
	c.Response().Header().Set("ETag", filingTag(f))
	return c.JSON(http.StatusOK, f)
}

func (s *Server) listFilings(c echo.Context) error {
	q := newQuery(c)
	query := postgres.FilingQuery{Page: q.page(), Organization: q.atMost("organization", registry.DefaultMaxChars)}
	if query.Noun = q.text("noun"); query.Noun != "" && registry.NounByPath(query.Noun) == nil {
		q.bad("noun", query.Noun, registry.T("Ghi tên loại bản ghi như trong đường dẫn: poles.", "Name a noun as in paths: poles."))
	}
	if state := q.text("state"); state != "" {
		query.States = []registry.FilingState{registry.FilingState(state)}
		if query.States[0].Sentence().VI == "" {
			q.bad("state", state, registry.T("Ghi một trạng thái hồ sơ.", "Give a state of a filing."))
		}
	}
	if err := q.done(); err != nil {
		return err
	}
	list, next, err := s.db.Filings(c.Request().Context(), actor(c), query)
	if err != nil {
		return err
	}
	return sendPage(c, list, next)
}

// createFiling begins a filing, once for a key and once for a file.
func (s *Server) createFiling(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	var order filingOrder
	if err := registry.Invalid(registry.DecodeBody(body, "", &order)); err != nil {
		return err
	}
	noun := registry.NounByPath(order.Noun)
	if noun == nil {
		f := registry.NewFault("filing.noun", "noun", order.Noun, registry.T("Không có loại bản ghi này.", "There is no such noun."),
			registry.T("Ghi tên như trong đường dẫn: sites, poles, ducts…", "Name it as in paths: sites, poles, ducts…"))
		f.Pointer = "/noun"
		return registry.Invalid([]registry.Fault{f})
	}
	day, choices := s.options.Today(), registry.FilingChoices{}
	set(&day, order.Day)
	set(&choices, order.Choices)
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		f, again, err := w.StartFiling(ctx, actor(c), noun, order.file(), day, choices)
		if err != nil {
			return postgres.Answer{}, err
		}
		status := http.StatusCreated
		if again {
			status = http.StatusOK
		}
		return answerOf(status, f, "ETag", filingTag(f), echo.HeaderLocation, fmt.Sprintf("/api/v1/filings/%d", f.ID))
	})
}

func (o filingOrder) file() postgres.FilingFile {
	return postgres.FilingFile{Name: o.FileName, Bytes: o.FileBytes, SHA256: o.FileSHA256}
}

// readObject reads a body that is one JSON object.
func readObject(c echo.Context, into any) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	return registry.Invalid(registry.DecodeBody(body, "", into))
}

func (s *Server) readFiling(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	f, err := s.db.Filing(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return sendFiling(c, f)
}

// change answers what a change of a filing made of it. A caller that sends
// If-Match changes only what it has read.
func (s *Server) changeFiling(c echo.Context, change func(id, version int64) (registry.Filing, error)) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version := int64(0)
	if c.Request().Header.Get("If-Match") != "" {
		if version, err = ifMatch(c, filingNoun, number); err != nil {
			return err
		}
		if version == 0 {
			version = -1 // a version of something else
		}
	}
	f, err := change(number, version)
	if err != nil {
		return err
	}
	return sendFiling(c, f)
}

// appendFile takes the next part of a filing's file: as much as one body holds,
// from the byte that start names.
func (s *Server) appendFile(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	start := q.integer("start", 0, 0, postgres.MaxFilingBytes)
	if err := q.done(); err != nil {
		return err
	}
	if media, _, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType)); err != nil || media != echo.MIMEOctetStream {
		return echo.ErrUnsupportedMediaType
	}
	f, err := s.db.AppendFile(c.Request().Context(), actor(c), number, start, c.Request().Body)
	if err != nil {
		return bodyProblem(err)
	}
	return sendFiling(c, f)
}

// readFile gives a filing's file as it was uploaded.
func (s *Server) readFile(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	f, err := s.db.Filing(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	if f.State == registry.FilingUploading {
		return registry.Errorf(registry.CodeConflict, "Tệp chưa tải lên xong.", "The file is not all here yet.")
	}
	attach(c, f.FileName)
	return c.Stream(http.StatusOK, echo.MIMEOctetStream, s.db.FilingFile(c.Request().Context(), actor(c), f))
}

// attach has a browser save what is sent under a name of any letters.
func attach(c echo.Context, name string) {
	c.Response().Header().Set(echo.HeaderContentDisposition, disposition("attachment", name))
}

// disposition says how a file is to be shown and what it is called: in Vietnamese,
// and without marks for programs that know plain letters alone (RFC 6266).
func disposition(how, name string) string {
	extension := path.Ext(name)
	plain := strings.ReplaceAll(vnname.Fold(strings.TrimSuffix(name, extension)), " ", "-")
	if extension = vnname.Fold(extension); extension != "" {
		plain += "." + extension
	}
	return fmt.Sprintf(`%s; filename="%s"; filename*=UTF-8''%s`, how, plain, url.PathEscape(name))
}

// ordered makes a handler of what is done to a filing as a body says.
func ordered[T any](s *Server, do func(context.Context, registry.Actor, int64, int64, T) (registry.Filing, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		var order T
		if err := readObject(c, &order); err != nil {
			return err
		}
		return s.changeFiling(c, func(id, version int64) (registry.Filing, error) {
			return do(c.Request().Context(), actor(c), id, version, order)
		})
	}
}

func (s *Server) edit(ctx context.Context, who registry.Actor, id, version int64, order editOrder) (registry.Filing, error) {
	return s.db.EditFiling(ctx, who, id, version, order.Edits)
}

func (s *Server) change(ctx context.Context, who registry.Actor, id, version int64, given filingChanges) (registry.Filing, error) {
	return s.db.ChooseFiling(ctx, who, id, version, given.Day, given.Choices)
}

func (s *Server) revise(ctx context.Context, who registry.Actor, id, version int64, order filingOrder) (registry.Filing, error) {
	return s.db.ReviseFiling(ctx, who, id, version, order.file())
}

func (s *Server) accept(ctx context.Context, who registry.Actor, id, version int64, order decisionOrder) (registry.Filing, error) {
	return s.db.AcceptFiling(ctx, who, id, version, order.Reason)
}

func (s *Server) returnWhole(ctx context.Context, who registry.Actor, id, version int64, order decisionOrder) (registry.Filing, error) {
	return s.db.ReturnFiling(ctx, who, id, version, order.Reason)
}

// act makes a handler of what is done to a filing without saying more.
func (s *Server) act(do func(context.Context, registry.Actor, int64, int64) (registry.Filing, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		return s.changeFiling(c, func(id, version int64) (registry.Filing, error) {
			return do(c.Request().Context(), actor(c), id, version)
		})
	}
}

func (s *Server) readReceipt(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	receipt, err := s.db.FilingReceipt(c.Request().Context(), actor(c), number)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, receipt)
}

// watchEvery is how often a filing is looked at for who watches it, and
// watchAtMost how long: a browser then asks again by itself.
const (
	watchEvery  = 500 * time.Millisecond
	watchAtMost = 10 * time.Minute
)

// watchFiling sends a filing each time it has moved, as server-sent events, until
// nothing is under way.
func (s *Server) watchFiling(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	f, err := s.db.Filing(ctx, actor(c), number)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderContentType, "text/event-stream")
	c.Response().Header().Set("Cache-Control", "no-store")
	tick, end := time.NewTicker(watchEvery), time.After(watchAtMost)
	defer tick.Stop()
	told := ""
	for {
		if now, err := json.Marshal(f); err != nil {
			return err
		} else if string(now) != told {
			told = string(now)
			if _, err := fmt.Fprintf(c.Response(), "data: %s\n\n", now); err != nil {
				return nil // who watched is gone
			}
			c.Response().Flush()
		}
		switch f.State {
		case registry.FilingQueued, registry.FilingChecking, registry.FilingApplying, registry.FilingUploading:
		default:
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-end:
			return nil
		case <-tick.C:
		}
		if f, err = s.db.Filing(ctx, actor(c), number); err != nil {
			return nil // the answer has begun
		}
	}
}
