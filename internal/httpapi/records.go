package httpapi

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// records serves the records of one noun: the handler style of the whole API.
type records struct {
	server *Server
	noun   *registry.Noun
}

// pages keeps the memory of pages that have been sent.
var pages = sync.Pool{New: func() any { return new(export.Page) }}

func (r records) list(c echo.Context) error {
	q := newQuery(c)
	filter, page := q.filter(r.noun, r.server.db.Codes()), q.page()
	if err := q.done(); err != nil {
		return err
	}
	items := pages.Get().(*export.Page)
	defer pages.Put(items)
	items.Reset()
	next, err := r.server.db.Page(c.Request().Context(), actor(c), r.noun, filter, page, items)
	if err != nil {
		return err
	}
	end, err := json.Marshal(nextPage(c, next))
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderContentType, echo.MIMEApplicationJSON)
	c.Response().WriteHeader(http.StatusOK)
	for _, part := range [][]byte{[]byte(`{"items":`), items.JSON(), []byte(`,"next":`), end, []byte("}\n")} {
		if _, err := c.Response().Write(part); err != nil {
			return err
		}
	}
	return nil
}

func (r records) get(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	record := pages.Get().(*export.Page)
	defer pages.Put(record)
	record.Reset()
	version, err := r.server.db.Read(c.Request().Context(), actor(c), r.noun, number, record)
	if err != nil {
		return err
	}
	etag := readTag(r.noun, tag(r.noun, number, version), record.First())
	c.Response().Header().Set("ETag", etag)
	if names(c.Request().Header.Values("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	return c.JSONBlob(http.StatusOK, record.First())
}

// derives says whether a record's content moves without its version: a site's
// verdict with the day, a photo's size when its bytes come, how far from the work
// an inspection was made when the work is placed anew.
func derives(n *registry.Noun) bool {
	return n == registry.SiteNoun || n == registry.PhotoNoun || n == registry.InspectionNoun
}

func (r records) create(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	record := r.noun.New()
	if err := r.noun.Decode(body, record); err != nil {
		return err
	}
	return r.server.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		stored, err := w.Create(ctx, r.noun, record)
		if err != nil {
			return postgres.Answer{}, err
		}
		return answerOf(http.StatusCreated, stored, "ETag", tagOf(r.noun, stored), echo.HeaderLocation, pathOf(r.noun, stored))
	})
}

// update takes a JSON merge patch (RFC 7396) of the record.
func (r records) update(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version, err := ifMatch(c, r.noun, number)
	if err != nil {
		return err
	}
	body, err := readBody(c)
	if err != nil {
		return err
	}
	stored, err := r.server.db.Update(c.Request().Context(), actor(c), r.noun, number, version, func(current registry.Record) error {
		return r.noun.Decode(body, current)
	})
	if err != nil {
		return err
	}
	return r.send(c, http.StatusOK, stored)
}

func (r records) delete(c echo.Context) error {
	number, err := recordID(c)
	if err != nil {
		return err
	}
	version, err := ifMatch(c, r.noun, number)
	if err != nil {
		return err
	}
	if err := r.server.db.Delete(c.Request().Context(), actor(c), r.noun, number, version); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (r records) send(c echo.Context, status int, record registry.Record) error {
	c.Response().Header().Set("ETag", tagOf(r.noun, record))
	return c.JSON(status, record)
}

// tagOf is the strong ETag of a record: same tag and same reader, same content.
// Of a record that derives it names the version alone, for an If-Match; see
// readTag.
func tagOf(n *registry.Noun, record registry.Record) string {
	id, version := postgres.IDAndVersion(n, record)
	return tag(n, id, version)
}

func tag(n *registry.Noun, id, version int64) string {
	return fmt.Sprintf(`"%s-%d-%d"`, n.Name, id, version)
}

func pathOf(n *registry.Noun, record registry.Record) string {
	id, _ := postgres.IDAndVersion(n, record)
	return fmt.Sprintf("/api/v1/%s/%d", n.Path, id)
}

// readTag is the strong ETag of a record as it is read: of one that derives, the
// version's tag with a digest of the content, so that a verdict which changed is
// never taken for the one at hand.
func readTag(n *registry.Noun, tag string, content []byte) string {
	if !derives(n) {
		return tag
	}
	sum := sha256.Sum256(content)
	return fmt.Sprintf(`%s-%x"`, strings.TrimSuffix(tag, `"`), sum[:8])
}

// names says whether an If-None-Match names a tag, by weak comparison (RFC 9110
// §13.1.2).
func names(headers []string, tag string) bool {
	for _, listed := range strings.Split(strings.Join(headers, ","), ",") {
		if listed = strings.TrimSpace(listed); listed == "*" || strings.TrimPrefix(listed, "W/") == tag {
			return true
		}
	}
	return false
}

// ifMatch gives the version of a record that the caller's If-Match names: 428
// without one. A list is searched for a tag of this record. A tag that cannot be
// one is version 0, which is stale.
func ifMatch(c echo.Context, n *registry.Noun, id int64) (int64, error) {
	header := c.Request().Header.Get("If-Match")
	if header == "" {
		return 0, registry.Errorf(registry.CodePrecondition,
			"Gửi If-Match với ETag của bản đã đọc.", "Send If-Match with the ETag you read.")
	}
	for _, tag := range strings.Split(header, ",") {
		if version := versionIn(strings.TrimSpace(tag), n, id); version != 0 {
			return version, nil
		}
	}
	return 0, nil
}

// versionIn gives the version an ETag names of a record, 0 when it is not one
// of it.
func versionIn(tag string, n *registry.Noun, id int64) int64 {
	number, ok := strings.CutPrefix(strings.Trim(tag, `"`), fmt.Sprintf("%s-%d-", n.Name, id))
	if !ok {
		return 0
	}
	if derives(n) { // a write is of the version; see readTag
		number, _, _ = strings.Cut(number, "-")
	}
	version, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return 0
	}
	return version
}

func recordID(c echo.Context) (int64, error) {
	number, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || number < 1 {
		return 0, registry.Errorf(registry.CodeNotFound, "Không có bản ghi này.", "There is no such record.")
	}
	return number, nil
}

// Media types of a record that is sent.
const (
	mediaJSON       = "application/json"
	mediaMergePatch = "application/merge-patch+json" // RFC 7396
)

// bounded refuses a body that says it is too large, and stops reading one that
// turns out to be, whatever route it is sent to.
func bounded(c echo.Context) error {
	r, most := c.Request(), int64(registry.MaxBodyBytes)
	if path := c.Path(); path == photoFilePath || path == feedbackPhotoPath {
		most = registry.MaxPhotoBytes
	}
	if r.ContentLength > most {
		return bodyTooLarge(most)
	}
	if r.ContentLength != 0 {
		r.Body = http.MaxBytesReader(c.Response(), r.Body, most)
	}
	return nil
}

func bodyTooLarge(most int64) error {
	return registry.Errorf(registry.CodeTooLarge, "Nội dung gửi quá %d byte.", "The body is over %d bytes.", most)
}

// readBody reads a JSON body, of a media type of JSON or one of more.
func readBody(c echo.Context, more ...string) ([]byte, error) {
	if t := c.Request().Header.Get(echo.HeaderContentType); t != "" {
		media, _, err := mime.ParseMediaType(t)
		if err != nil || media != mediaJSON && media != mediaMergePatch && !slices.Contains(more, media) {
			return nil, echo.ErrUnsupportedMediaType
		}
	}
	return readAll(c)
}

// readAll reads a body of whatever kind.
func readAll(c echo.Context) ([]byte, error) {
	body, err := io.ReadAll(c.Request().Body)
	if err != nil {
		return nil, bodyUnread(err)
	}
	return body, nil
}

// bodyUnread says why a body was not read to its end.
func bodyUnread(err error) error {
	if large := bodyProblem(err); large != err {
		return large
	}
	return registry.Errorf(registry.CodeInvalid, "Không đọc được nội dung gửi.", "The body could not be read.")
}

// bodyProblem tells a body that is too large from whatever else may happen while
// it is read.
func bodyProblem(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return bodyTooLarge(large.Limit)
	}
	return err
}
