package plan

import (
	"encoding/json"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// Published (kết quả đã công bố) is a result that stays as it was, with the ids
// behind it. SHA256 is of the bytes of Result and the ids (see postgres.Publish).
type Published struct {
	ID          int64     `json:"id"`
	Indicator   string    `json:"indicator"`
	SHA256      string    `json:"sha256"`
	DataVersion int64     `json:"data_version"`
	Note        string    `json:"note"`
	PublishedBy string    `json:"published_by"`
	PublishedAt time.Time `json:"published_at"`
	// Intact says that the hash is still that of what is stored.
	Intact bool `json:"intact"`
	// Records counts the ids behind the numerator and the denominator.
	Records RecordCounts `json:"records"`
	// Result is the Result as it was, byte for byte.
	Result json.RawMessage `json:"result"`
}

// RecordCounts counts the records behind a number.
type RecordCounts struct {
	Numerator   int64 `json:"numerator"`
	Denominator int64 `json:"denominator"`
}

// Difference is how a published result differs from the same question asked
// today, and why.
type Difference struct {
	Published int64    `json:"published"`
	Then      *Decimal `json:"then"`
	Now       *Decimal `json:"now"`
	// Change is Now − Then, nil where either is missing.
	Change *Decimal `json:"change"`
	// Same says that value, numerator, denominator and the records are what they were.
	Same bool `json:"same"`
	// Entered and Left count records of the denominator, NumeratorIn and NumeratorOut
	// those of the numerator, that are behind the number now and were not, or were.
	Entered      int64 `json:"entered"`
	Left         int64 `json:"left"`
	NumeratorIn  int64 `json:"numerator_in"`
	NumeratorOut int64 `json:"numerator_out"`
	// Changes are the records that moved, the first of them, with what the log says
	// was written since; for those who may read the log.
	Changes []Moved       `json:"changes"`
	Why     registry.Text `json:"why"`
}

// Moved is a record that came to stand behind a number, or no longer does.
type Moved struct {
	ID int64 `json:"id"`
	// Side is entered, left, numerator_in or numerator_out.
	Side    string  `json:"side"`
	Entries []Entry `json:"entries"`
}

// Entry is what the change log says of a record.
type Entry struct {
	Seq    int64     `json:"seq"`
	At     time.Time `json:"at"`
	Actor  string    `json:"actor"`
	Reason string    `json:"reason"`
	Noun   string    `json:"noun"`
	Record int64     `json:"record_id"`
	Op     string    `json:"op"`
}
