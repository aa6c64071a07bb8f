package postgres

import (
	"context"
	"reflect"
	"slices"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// OverwriteWindow is how far back those who are written over are looked for when
// it is not known what version the writer had read.
const OverwriteWindow = 24 * time.Hour

// Overwrite is [Work.Update] over whatever version stands: the last writer wins.
// read is the version that the writer had read, nil when that is not known. The
// change log keeps both versions, and whoever has an account and had set, since
// that version or within OverwriteWindow, a field that now says something else
// gets a notice.
func (w *Work) Overwrite(ctx context.Context, n *registry.Noun, id int64, read *int64, change func(registry.Record) error) (registry.Record, error) {
	current, have, err := lock(ctx, w.tx, n, id)
	if err != nil {
		return nil, translate(err)
	}
	if err := change(current); err != nil {
		return nil, err
	}
	stored, err := w.store(ctx, n, id, current)
	if err != nil {
		return nil, err
	}
	return stored, w.tellOverwritten(ctx, n, stored, have, read)
}

// OverwriteDeleting is [Work.Delete] of whatever version stands; those whose
// fields go with it are told as by Overwrite.
func (w *Work) OverwriteDeleting(ctx context.Context, n *registry.Noun, id int64) error {
	current, have, err := lock(ctx, w.tx, n, id)
	if err != nil {
		return translate(err)
	}
	if err := w.remove(ctx, n, id); err != nil {
		return err
	}
	return w.tellOverwritten(ctx, n, current, have, nil)
}

// tellOverwritten writes the notices of what the work has just written over.
// Versions move by one with each change that the log has.
func (w *Work) tellOverwritten(ctx context.Context, n *registry.Noun, record registry.Record, have int64, read *int64) error {
	id, _ := IDAndVersion(n, record)
	code, _ := n.Field("code").Value(reflect.ValueOf(record).Elem()).(string) // every collection's records have one
	var since *int64
	if read != nil {
		changes := max(have-*read, 0)
		since = &changes
	}
	_, err := w.tx.Exec(ctx, `SELECT tell_overwritten($1, $2, $3, $4, $5::interval)`, n.Name, id, code, since, OverwriteWindow)
	return translate(err)
}

// Overwritten says what of somebody's was written over, by a key that is made for
// editing in QGIS.
type Overwritten struct {
	// Noun is the plural of the record, ID its number, Code what it is called.
	Noun string `json:"noun"`
	ID   int64  `json:"id"`
	Code string `json:"code"`
	// Fields are those that say something else now.
	Fields []string `json:"fields"`
	// By is who wrote over it, and Seq the entry of the change log that has both
	// versions.
	By  string `json:"by"`
	Seq int64  `json:"seq"`
}

// inWords makes of what is stored what is read, and words it: fields under their
// names, the noun by its plural.
func (o *Overwritten) inWords() registry.Text {
	n := nounNamed(o.Noun)
	o.Noun = n.Path
	for i, column := range o.Fields {
		if at := slices.IndexFunc(n.Fields, func(f registry.Field) bool { return f.Column == column }); at >= 0 {
			o.Fields[i] = n.Fields[at].Name
		}
	}
	return registry.T(n.Title.VI+" "+o.Code+": thay đổi của bạn đã bị ghi đè", n.Title.EN+" "+o.Code+": your change was written over")
}
