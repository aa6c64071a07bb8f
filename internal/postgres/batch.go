package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"

	"github.com/hatangso/hatangso/internal/registry"
)

// MaxBatchItems bounds the writes of one batch.
const MaxBatchItems = 1000

// maxBatchFaults bounds the faults one refused batch lists.
const maxBatchFaults = 200

// BatchItem is one write of a batch.
type BatchItem struct {
	// Method is POST to add a record, PATCH to change one, DELETE to delete one.
	Method string
	Noun   *registry.Noun
	// ID and Version are of the record that is changed or deleted; Version is
	// nil when the caller named none.
	ID      int64
	Version *int64
	// Body is the JSON object of a record or of its changes.
	Body []byte
}

// BatchResult is what became of one item.
type BatchResult struct {
	// Record is as stored; nil when it was deleted or refused.
	Record registry.Record
	// Err is why it was refused.
	Err error
}

// Batch does writes in their order. When atomic is set they are done all or not
// at all: the error then is that of the first item refused, with the faults of
// all, each pointing into /items. Otherwise each stands for itself, and one that
// is refused leaves no trace. What is no item's fault ends the batch either way.
func (w *Work) Batch(ctx context.Context, atomic bool, items []BatchItem) ([]BatchResult, error) {
	if len(items) > MaxBatchItems {
		return nil, registry.Errorf(registry.CodeTooLarge, "Quá %d mục.", "More than %d items.", MaxBatchItems)
	}
	results := make([]BatchResult, len(items))
	var refused *registry.Error
	for i, item := range items {
		r := &results[i]
		var err error
		if r.Record, err = w.attempt(ctx, item); err == nil {
			continue
		}
		var domain *registry.Error
		if !errors.As(err, &domain) || domain.Code == registry.CodeUnavailable || domain.Code == registry.CodeInternal {
			return nil, err
		}
		r.Err = registry.Within(domain, fmt.Sprintf("/items/%d/body", i))
		if atomic {
			refused = joined(refused, r.Err, i)
		}
	}
	if refused != nil {
		return nil, refused
	}
	return results, nil
}

// attempt does one item within a savepoint.
func (w *Work) attempt(ctx context.Context, item BatchItem) (registry.Record, error) {
	tx, err := w.tx.Begin(ctx)
	if err != nil {
		return nil, translate(err)
	}
	record, err := (&Work{w.db, tx}).item(ctx, item)
	if err != nil {
		if undo := tx.Rollback(context.WithoutCancel(ctx)); undo != nil {
			return nil, translate(undo)
		}
		return nil, err
	}
	return record, translate(tx.Commit(ctx))
}

func (w *Work) item(ctx context.Context, item BatchItem) (registry.Record, error) {
	if item.Method == http.MethodPost {
		record := item.Noun.New()
		if err := item.Noun.Decode(item.Body, record); err != nil {
			return nil, err
		}
		return w.Create(ctx, item.Noun, record)
	}
	if item.Version == nil {
		return nil, registry.Errorf(registry.CodePrecondition, "Ghi if_match là ETag của bản đã đọc.", "Give if_match, the ETag you read.")
	}
	if item.Method == http.MethodDelete {
		return nil, w.Delete(ctx, item.Noun, item.ID, *item.Version)
	}
	return w.Update(ctx, item.Noun, item.ID, *item.Version, func(current registry.Record) error {
		return item.Noun.Decode(item.Body, current)
	})
}

// joined adds what was wrong with item i to what was wrong with those before.
func joined(all *registry.Error, err error, i int) *registry.Error {
	e := err.(*registry.Error) // as Within makes it
	if len(e.Faults) == 0 {
		f := registry.NewFault("batch."+string(e.Code), "items", "", e.Message,
			registry.T("Sửa mục này rồi gửi lại cả lô.", "Mend this item and send the batch again."))
		f.Pointer = fmt.Sprintf("/items/%d", i)
		e.Faults = []registry.Fault{f}
	}
	if all == nil {
		out := *e
		out.Message = registry.T(fmt.Sprintf("Mục %d: %s Chưa ghi gì.", i, e.Message.VI), fmt.Sprintf("Item %d: %s Nothing was written.", i, e.Message.EN))
		return &out
	}
	if len(all.Faults) < maxBatchFaults {
		all.Faults = append(all.Faults, e.Faults...)
	}
	return all
}

// IDAndVersion gives what tells a record's state apart from every other.
func IDAndVersion(n *registry.Noun, record registry.Record) (id, version int64) {
	v := reflect.ValueOf(record).Elem()
	return n.Field("id").Value(v).(int64), n.Field("version").Value(v).(int64)
}
