package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

type (
	// batchAnswer is what became of a batch, item by item in their order.
	batchAnswer struct {
		Atomic bool          `json:"atomic"`
		Items  []batchResult `json:"items"`
	}
	// batchResult is what became of one item.
	batchResult struct {
		// Status is what the write would have been answered on its own.
		Status int `json:"status"`
		// ID, ETag and Location are of the record written.
		ID       int64  `json:"id,omitempty"`
		ETag     string `json:"etag,omitempty"`
		Location string `json:"location,omitempty"`
		// Problem says why the item was refused.
		Problem *problem `json:"problem,omitempty"`
	}
	// batchItem is one item as it is sent.
	batchItem struct {
		Method  string          `json:"method"`
		Noun    string          `json:"noun"`
		ID      *int64          `json:"id"`
		IfMatch *string         `json:"if_match"`
		Body    json.RawMessage `json:"body"`
	}
)

// batch does many writes of one request.
func (s *Server) batch(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	atomic, items, err := readBatch(body)
	if err != nil {
		return err
	}
	inEnglish, requestID := english(c), id(c)
	return s.once(c, body, func(ctx context.Context, w *postgres.Work) (postgres.Answer, error) {
		results, err := w.Batch(ctx, atomic, items)
		if err != nil {
			return postgres.Answer{}, err
		}
		out := batchAnswer{Atomic: atomic, Items: make([]batchResult, len(items))}
		for i, r := range results {
			noun := items[i].Noun
			switch {
			case r.Err != nil:
				p := problemOf(r.Err, inEnglish, requestID)
				out.Items[i] = batchResult{Status: p.Status, Problem: &p}
			case r.Record == nil:
				out.Items[i] = batchResult{Status: http.StatusNoContent, ID: items[i].ID}
			default:
				done := batchResult{Status: http.StatusOK, ETag: tagOf(noun, r.Record)}
				done.ID, _ = postgres.IDAndVersion(noun, r.Record)
				if items[i].Method == http.MethodPost {
					done.Status, done.Location = http.StatusCreated, pathOf(noun, r.Record)
				}
				out.Items[i] = done
			}
		}
		return answerOf(http.StatusOK, out)
	})
}

// readBatch reads a batch; what is no item at all refuses the whole.
func readBatch(body []byte) (atomic bool, items []postgres.BatchItem, err error) {
	var given struct {
		Atomic *bool             `json:"atomic"`
		Items  []json.RawMessage `json:"items"`
	}
	faults := registry.DecodeBody(body, "", &given)
	if given.Atomic == nil {
		faults = orMissing(faults, "atomic")
	}
	if len(given.Items) == 0 {
		faults = orMissing(faults, "items")
	}
	if len(given.Items) > postgres.MaxBatchItems {
		return false, nil, registry.Errorf(registry.CodeTooLarge, "Lô có %d mục, quá %d.", "The batch has %d items, more than %d.",
			len(given.Items), postgres.MaxBatchItems)
	}
	for i, raw := range given.Items {
		item, wrong := readBatchItem(raw, fmt.Sprintf("/items/%d", i))
		items, faults = append(items, item), append(faults, wrong...)
	}
	if err := registry.Invalid(faults); err != nil {
		return false, nil, err
	}
	return *given.Atomic, items, nil
}

func readBatchItem(raw json.RawMessage, at string) (item postgres.BatchItem, faults []registry.Fault) {
	var given batchItem
	if faults = registry.DecodeBody(raw, at, &given); len(faults) > 0 {
		return item, faults
	}
	unknown := func(field, value string, known []string) {
		mend := registry.T("Xem tài liệu API.", "See the API's documentation.")
		if near := vnname.Nearest(value, known, 3); len(near) > 0 {
			mend = registry.Tf("Có phải %q?", "Did you mean %q?", near[0])
		}
		f := registry.NewFault("code.unknown", field, value, registry.Tf("%s không hợp lệ.", "%s is not valid.", field), mend)
		f.Pointer = at + "/" + field
		faults = append(faults, f)
	}
	stray := func(field string) {
		f := registry.NewFault("batch.stray", field, "", registry.Tf("%s không dùng với %s.", "%s does not go with %s.", field, given.Method),
			registry.T("Bỏ trường này.", "Leave it out."))
		f.Pointer = at + "/" + field
		faults = append(faults, f)
	}
	item = postgres.BatchItem{Method: given.Method, Noun: registry.NounByPath(given.Noun), Body: given.Body}
	if item.Noun == nil {
		var paths []string
		for _, n := range registry.Nouns {
			paths = append(paths, n.Path)
		}
		unknown("noun", given.Noun, paths)
		return item, faults
	}
	changes := given.Method == http.MethodPatch || given.Method == http.MethodDelete
	switch {
	case given.Method != http.MethodPost && !changes:
		unknown("method", given.Method, []string{http.MethodPost, http.MethodPatch, http.MethodDelete})
		return item, faults
	case changes && given.ID == nil:
		faults = append(faults, missing("id", at+"/id"))
	case changes:
		item.ID = *given.ID
		if given.IfMatch != nil {
			version := versionIn(*given.IfMatch, item.Noun, item.ID)
			item.Version = &version
		}
	default:
		if given.ID != nil {
			stray("id")
		}
		if given.IfMatch != nil {
			stray("if_match")
		}
	}
	switch {
	case given.Method == http.MethodDelete && given.Body != nil:
		stray("body")
	case given.Method != http.MethodDelete && given.Body == nil:
		faults = append(faults, missing("body", at+"/body"))
	case given.Body != nil && given.Body[0] != '{':
		f := registry.NewFault("field.type", "body", string(given.Body), registry.T("body không phải một đối tượng JSON.", "body is not a JSON object."),
			registry.T("Ghi bản ghi mới, hoặc các thay đổi.", "Give the new record, or the changes."))
		f.Pointer = at + "/body"
		faults = append(faults, f)
	}
	return item, faults
}

// orMissing adds that a member of the body is missing, unless what is wrong with
// it is said already.
func orMissing(faults []registry.Fault, field string) []registry.Fault {
	for _, f := range faults {
		if f.Column == field || f.Rule == "json.syntax" {
			return faults
		}
	}
	return append(faults, missing(field, "/"+field))
}

func missing(field, pointer string) registry.Fault {
	f := registry.NewFault("required", field, "", registry.Tf("Thiếu %s.", "%s is missing.", field), registry.Tf("Ghi %s.", "Give %s.", field))
	f.Pointer = pointer
	return f
}
