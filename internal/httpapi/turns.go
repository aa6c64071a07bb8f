package httpapi

import (
	"context"
	"time"

	"github.com/hatangso/hatangso/internal/registry"
)

// An export holds a connection to the database for as long as its reader takes
// to read it, so that a few readers who dawdle would keep everybody else out.
const (
	// turnWait is how long an export waits for its turn.
	turnWait = 30 * time.Second
	// takeTime is how long a reader may take nothing of what is written.
	takeTime = 30 * time.Second
)

// turns bounds the exports at a time: all of them leave half the connections to
// others, and those of whom nobody knows half of that to who has signed in.
type turns struct{ all, strangers chan struct{} }

func newTurns(connections int) turns {
	return turns{make(chan struct{}, max(1, connections/2)), make(chan struct{}, max(1, connections/4))}
}

// take waits for a turn, which done gives back. CodeUnavailable when none comes
// within turnWait.
func (t turns) take(ctx context.Context, known bool) (done func(), err error) {
	queues := []chan struct{}{t.strangers, t.all}
	if known {
		queues = queues[1:]
	}
	waited := time.After(turnWait)
	var held []chan struct{}
	done = func() {
		for _, q := range held {
			<-q
		}
	}
	for _, q := range queues {
		select {
		case q <- struct{}{}:
			held = append(held, q)
		case <-ctx.Done():
			done()
			return nil, ctx.Err()
		case <-waited:
			done()
			return nil, registry.Errorf(registry.CodeUnavailable, "Nhiều người đang tải tệp; hãy thử lại sau.", "Many are downloading files; try again later.")
		}
	}
	return done, nil
}
