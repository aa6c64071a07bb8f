package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/hatangso/hatangso/internal/registry"
)

// Import is what loading a plan does, or would do.
type Import struct {
	Plan Plan `json:"plan"`
	// Replaces is the tag of the plan of the same code that it takes the place of,
	// null when there is none. [Plan.Tag] of what was read is to be given when it is
	// loaded, so that nobody replaces what they have not seen.
	Replaces *string `json:"replaces"`
	// Changes are how the two differ; empty when there was none, or they are alike.
	Changes []Change `json:"changes"`
}

// Change is one difference of a plan from the one whose place it takes.
type Change struct {
	// Part is plan, target or task.
	Part string `json:"part"`
	// Kind is added, removed, changed, or moved: only the order is another.
	Kind string `json:"kind"`
	// Of names the target or task, empty for the plan itself.
	Of string `json:"of"`
	// Field is what changed; Was and Now are its values as a file has them.
	Field registry.Text `json:"field"`
	Was   string        `json:"was"`
	Now   string        `json:"now"`
}

// Parts and kinds of a Change.
var (
	ChangeParts = []string{"plan", "target", "task"}
	ChangeKinds = []string{"added", "removed", "changed", "moved"}
)

// Tag is a short hash of all that a plan says: two of the same tag are alike.
func (p *Plan) Tag() string {
	text, err := json.Marshal(p)
	if err != nil {
		panic(err) // a plan holds nothing that JSON cannot write
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// Compare gives how a plan differs from what it was: targets are told apart by
// indicator, cohort and year, tasks by their words.
func Compare(was, now *Plan) []Change {
	a, b := was.Draft(), now.Draft()
	changes := compareFields(nil, "plan", "", PlanFields, a, b)
	changes = append(changes, compareLists("target", TargetFields, a.Targets, b.Targets, func(t *DraftTarget) string {
		of := t.Indicator + " " + t.DueYear
		if t.Cohort != Stock {
			of += " " + t.Cohort
		}
		return of
	})...)
	return append(changes, compareLists("task", TaskFields, a.Tasks, b.Tasks, func(t *DraftTask) string { return t.Title.VI })...)
}

func compareFields[T any](changes []Change, part, of string, fields []Field[T], was, now *T) []Change {
	for _, f := range fields {
		if a, b := *f.Of(was), *f.Of(now); a != b {
			changes = append(changes, Change{Part: part, Kind: "changed", Of: of, Field: f.Title, Was: a, Now: b})
		}
	}
	return changes
}

// compareLists pairs the members of two lists by their names, those of the same
// name in their order.
func compareLists[T any](part string, fields []Field[T], was, now []T, name func(*T) string) (changes []Change) {
	paired := make([]bool, len(was))
	last, moved := -1, false
	for i := range now {
		of := name(&now[i])
		at := -1
		for j := range was {
			if !paired[j] && name(&was[j]) == of {
				at = j
				break
			}
		}
		if at < 0 {
			changes = append(changes, Change{Part: part, Kind: "added", Of: of})
			continue
		}
		paired[at] = true
		moved = moved || at < last
		last = at
		changes = compareFields(changes, part, of, fields, &was[at], &now[i])
	}
	for j := range was {
		if !paired[j] {
			changes = append(changes, Change{Part: part, Kind: "removed", Of: name(&was[j])})
		}
	}
	if moved {
		changes = append(changes, Change{Part: part, Kind: "moved"})
	}
	return changes
}
