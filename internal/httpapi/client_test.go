package httpapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/hatangso/hatangso/api"
	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/httpapi"
	"github.com/hatangso/hatangso/internal/pgtest"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// tb is what a client needs of *testing.T or *rapid.T.
type tb interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// server is the program over an empty register of its own.
type server struct {
	*httpapi.Server
	url string
	key string
	db  *postgres.DB
	// sql looks behind the API.
	sql *pgxpool.Pool
	log *lines
}

func serve(t testing.TB) *server {
	t.Helper()
	return serveWith(t, httpapi.Options{})
}

// serveWith is serve with options of its own.
func serveWith(t testing.TB, options httpapi.Options) *server {
	t.Helper()
	dsn := pgtest.New(t)
	db, err := postgres.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	sql, err := pgxpool.New(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(sql.Close)
	key, _, err := db.CreateKey(t.Context(), registry.Command("test", "", ""), postgres.KeyOrder{Name: "tester",
		Grants: &registry.Grants{Roles: []registry.Role{registry.OfficerRole}}})
	if err != nil {
		t.Fatal(err)
	}
	s := &server{key: key, db: db, sql: sql, log: &lines{}}
	options.Log, options.Version = slog.New(slog.NewJSONHandler(s.log, nil)), "test"
	s.Server = httpapi.New(db, options)
	h := httptest.NewServer(s.Handler())
	t.Cleanup(h.Close)
	s.url = h.URL
	return s
}

// keyUsed waits until the use of the server's key is in the change log.
func (s *server) keyUsed(t *testing.T) {
	t.Helper()
	soon(t, "the use of the key", func() bool {
		var noted bool
		err := s.sql.QueryRow(t.Context(), `SELECT EXISTS (SELECT FROM change WHERE noun = 'key_used')`).Scan(&noted)
		return err == nil && noted
	})
}

// lines gathers a log for a test to read.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// about gives the lines on a request.
func (l *lines) about(requestID string) (found string) {
	for line := range strings.Lines(l.String()) {
		if strings.Contains(line, requestID) {
			found += line
		}
	}
	return found
}

// described is the document with every schema closed: what it does not name,
// an answer may not have.
var described = sync.OnceValues(func() (routers.Router, error) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Document)
	if err != nil {
		return nil, err
	}
	for _, s := range doc.Components.Schemas {
		if len(s.Value.Properties) > 0 {
			s.Value.AdditionalProperties = openapi3.AdditionalProperties{Has: new(bool)}
		}
	}
	problem = doc.Components.Schemas["Problem"].Value
	for _, format := range export.Formats {
		media, _, _ := strings.Cut(format.ContentType(), ";")
		openapi3filter.RegisterBodyDecoder(media, openapi3filter.PlainBodyDecoder)
	}
	openapi3filter.RegisterBodyDecoder("application/zip", openapi3filter.PlainBodyDecoder)
	openapi3filter.RegisterBodyDecoder("application/geo+json", openapi3filter.JSONBodyDecoder)
	for _, media := range []string{"text/html", "text/css"} { // of the documentation
		openapi3filter.RegisterBodyDecoder(media, openapi3filter.PlainBodyDecoder)
	}
	for _, media := range []string{"text/event-stream", "application/pdf", "image/jpeg", "image/png"} { // of filings, and photos
		openapi3filter.RegisterBodyDecoder(media, openapi3filter.PlainBodyDecoder)
	}
	return gorillamux.NewRouter(doc)
})

// problem is the schema of refusals; described sets it.
var problem *openapi3.Schema

// client asks the server and holds every answer to the document.
type client struct {
	tb
	server *server
	header http.Header
}

// as gives a client that writes with the server's key.
func (s *server) as(t tb) client {
	return client{t, s, http.Header{"Authorization": {"Bearer " + s.key}}}
}

// with gives a client that sends a header, or no longer does where it is empty.
func (c client) with(name, value string) client {
	c.header = c.header.Clone()
	c.header.Del(name)
	if value != "" {
		c.header.Set(name, value)
	}
	return c
}

type answer struct {
	tb
	status int
	header http.Header
	body   []byte
	// why is what the log says of a failure.
	why string
}

// do sends a request whose body is a reader, or a value to send as JSON.
func (c client) do(method, path string, body any) answer {
	c.Helper()
	request := c.request(method, path, body)
	out, err := http.DefaultClient.Do(request)
	if err != nil {
		c.Fatalf("%s %s: %v", method, path, err)
	}
	defer out.Body.Close()
	a := answer{tb: c.tb, status: out.StatusCode, header: out.Header}
	if a.body, err = io.ReadAll(out.Body); err != nil {
		c.Fatalf("%s %s: %v", method, path, err)
	}
	if err := conform(request, a); err != nil && !strings.HasPrefix(path, "/tiles/") && !strings.HasPrefix(path, "/ogc/") { // which describe themselves
		c.Fatalf("%s %s answers %d against its description: %v\n%s", method, path, a.status, err, a.body)
	}
	if a.status == http.StatusInternalServerError {
		a.why = c.server.log.about(a.header.Get("X-Request-ID"))
	}
	return a
}

func (c client) request(method, path string, body any) *http.Request {
	c.Helper()
	reader, ok := body.(io.Reader)
	if !ok && body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			c.Fatalf("%v", err)
		}
		reader = bytes.NewReader(b)
	}
	request, err := http.NewRequest(method, c.server.url+path, reader)
	if err != nil {
		c.Fatalf("%v", err)
	}
	request.Header = c.header.Clone()
	if body != nil && request.Header.Get("Content-Type") == "" {
		request.Header.Set("Content-Type", "application/json")
	}
	return request
}

// conform holds an answer to the document: a status the operation has, its
// headers, its body. What is not described can only be refused, as a problem.
func conform(request *http.Request, a answer) error {
	input, err := validation(request)
	if err != nil {
		if media := a.header.Get("Content-Type"); media != "application/problem+json" {
			return fmt.Errorf("%w; answered with %s", err, media)
		}
		var body any
		if err := json.Unmarshal(a.body, &body); err != nil {
			return err
		}
		return problem.VisitJSON(body, openapi3.MultiErrors())
	}
	return openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: a.status, Header: a.header, Body: io.NopCloser(bytes.NewReader(a.body)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	})
}

// validation finds the operation of a request.
func validation(request *http.Request) (*openapi3filter.RequestValidationInput, error) {
	router, err := described()
	if err != nil {
		return nil, err
	}
	bare := request.Clone(context.Background())
	bare.URL.Host, bare.URL.Scheme, bare.Host = "", "", ""
	route, params, err := router.FindRoute(bare)
	if err != nil {
		return nil, err
	}
	return &openapi3filter.RequestValidationInput{Request: bare, PathParams: params, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc}}, nil
}

// want checks the status.
func (a answer) want(status int) answer {
	a.Helper()
	if a.status != status {
		a.Fatalf("status %d, want %d: %s%s", a.status, status, a.body, a.why)
	}
	return a
}

// read decodes the body.
func (a answer) read(into any) {
	a.Helper()
	if err := json.Unmarshal(a.body, into); err != nil {
		a.Fatalf("%v: %s", err, a.body)
	}
}

// record is a record as JSON.
type record map[string]any

func (r record) id() int64 { return int64(r["id"].(float64)) }
func (r record) etag(noun string) string {
	return fmt.Sprintf(`"%s-%d-%d"`, noun, r.id(), int64(r["version"].(float64)))
}

func (a answer) record() (r record) {
	a.Helper()
	a.read(&r)
	return r
}

// refusal is a problem as a caller reads it.
type refusal struct {
	Type, Title, Detail string
	Status              int
	RequestID           string `json:"request_id"`
	Faults              []registry.Fault
	Current             record
}

// refused checks the status of a problem, and by rule what is wrong.
func (a answer) refused(status int, rules ...string) (p refusal) {
	a.Helper()
	a.want(status).read(&p)
	if p.Status != status || p.RequestID != a.header.Get("X-Request-ID") {
		a.Errorf("the problem says status %d, request %q: %s", p.Status, p.RequestID, a.body)
	}
	var got []string
	for _, f := range p.Faults {
		got = append(got, f.Rule+" "+f.Column)
	}
	if len(rules) > 0 && strings.Join(got, ", ") != strings.Join(rules, ", ") {
		a.Fatalf("faults %q, want %q: %s", got, rules, a.body)
	}
	return p
}

func (c client) create(path string, body record) record {
	c.Helper()
	return c.do(http.MethodPost, "/api/v1/"+path, body).want(http.StatusCreated).record()
}

// list reads all pages of a list.
func (c client) list(path string) (items []record) {
	c.Helper()
	for next := &path; next != nil; {
		var page struct {
			Items []record
			Next  *string
		}
		c.do(http.MethodGet, *next, nil).want(http.StatusOK).read(&page)
		items, next = append(items, page.Items...), page.Next
	}
	return items
}

// codesOf gives a field of records, to compare lists by.
func codesOf(items []record) string {
	var codes []string
	for _, r := range items {
		codes = append(codes, fmt.Sprint(r["code"]))
	}
	return strings.Join(codes, " ")
}

func point(lon, lat float64) record {
	return record{"type": "Point", "coordinates": []float64{lon, lat}}
}

func line(ordinates ...float64) record {
	var positions [][]float64
	for i := 0; i < len(ordinates); i += 2 {
		positions = append(positions, ordinates[i:i+2])
	}
	return record{"type": "LineString", "coordinates": positions}
}

// square is a boundary around a point, size degrees from side to side.
func square(lon, lat, size float64) record {
	h := size / 2
	ring := [][]float64{{lon - h, lat - h}, {lon + h, lat - h}, {lon + h, lat + h}, {lon - h, lat + h}, {lon - h, lat - h}}
	return record{"type": "MultiPolygon", "coordinates": [][][][]float64{{ring}}}
}

// soon waits for what another goroutine is about to do.
func soon(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("still not: " + what)
		}
	}
}

// readAll reads an answer to its end.
func readAll(r *http.Response) ([]byte, error) {
	defer r.Body.Close()
	return io.ReadAll(r.Body)
}
