package httpapi

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// keyHeader makes a POST safe to send again: the same key with the same body
// gets the first answer, with replayedHeader.
const (
	keyHeader      = "Idempotency-Key"
	replayedHeader = "Idempotency-Replayed"
)

// callersKey is what a key may look like.
var callersKey = regexp.MustCompile(`^[ -~]{1,255}$`)

// once does a write and answers with what came of it, or with the first answer
// when the request was sent before under its key.
func (s *Server) once(c echo.Context, body []byte, do func(context.Context, *postgres.Work) (postgres.Answer, error)) error {
	request := c.Request()
	key := postgres.Key{Request: request.Method + " " + request.URL.Path, Body: body}
	if given := request.Header.Values(keyHeader); len(given) > 0 {
		key.Value = strings.Join(given, ", ")
		if len(given) > 1 || !callersKey.MatchString(key.Value) {
			return &registry.Error{Code: registry.CodeInvalid, Message: registry.Tf("Tiêu đề %s không hợp lệ.", "The header %s is not valid.", keyHeader),
				Faults: []registry.Fault{registry.NewFault("parameter.invalid", keyHeader, strings.ToValidUTF8(key.Value, "�"),
					registry.Tf("Tiêu đề %s không hợp lệ.", "The header %s is not valid.", keyHeader),
					registry.T("Ghi một lần, 1 đến 255 ký tự ASCII in được, như một UUID.", "Give it once, 1 to 255 printable ASCII characters, such as a UUID."))}}
		}
	}
	answer, replayed, err := s.db.Once(request.Context(), actor(c), key, func(w *postgres.Work) (postgres.Answer, error) {
		return do(request.Context(), w)
	})
	if err != nil {
		return err
	}
	h := c.Response().Header()
	for name, value := range answer.Headers {
		h.Set(name, value)
	}
	if replayed {
		h.Set(replayedHeader, "true")
	}
	return c.JSONBlob(answer.Status, answer.Body)
}

// answerOf makes an answer of a value as JSON, with headers as name and value
// in turn.
func answerOf(status int, value any, headers ...string) (postgres.Answer, error) {
	body, err := json.Marshal(value)
	answer := postgres.Answer{Status: status, Headers: map[string]string{}, Body: append(body, '\n')}
	for i := 0; i < len(headers); i += 2 {
		answer.Headers[headers[i]] = headers[i+1]
	}
	return answer, err
}
