package httpapi

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// What is asked for may take long: an export holds a connection to the database for
// as long as its reader takes to read it, and what a filter or a line can say costs
// anything. A few who dawdle would keep everybody else out.
const (
	// turnWait is how long somebody waits for their turn.
	turnWait = 30 * time.Second
	// takeTime is how long a reader may take nothing of what is written.
	takeTime = 30 * time.Second
	// heavyTime is how long what somebody thought up may be worked on.
	heavyTime = 20 * time.Second
)

// turns bounds how many are served at a time: all of them leave connections to others,
// and those of whom nobody knows leave turns to who has signed in.
type turns struct{ all, strangers chan struct{} }

// turnsOf gives as many turns as most says of the connections of db, once they are
// asked for.
func turnsOf(db *postgres.DB, most func(connections int) int) func() turns {
	return sync.OnceValue(func() turns {
		connections := int(db.PoolStat().MaxConns())
		return turns{make(chan struct{}, max(1, most(connections))), make(chan struct{}, max(1, connections/4))}
	})
}

func half(connections int) int { return connections / 2 }

// atWork is for what keeps a processor busy while it has a connection: more at a time
// than there are processors takes no less long, and plans anew on every connection.
func atWork(connections int) int { return min(half(connections), runtime.NumCPU()) }

// allButOne is for what mostly takes little: one is enough for what takes less.
func allButOne(connections int) int { return connections - 1 }

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
			return nil, registry.Errorf(registry.CodeUnavailable, "Nhiều người đang hỏi việc lâu; hãy thử lại sau.", "Many are asking for what takes long; try again later.")
		}
	}
	return done, nil
}

// heavy does work whose cost the asker decides, when it is their turn and for
// heavyTime at most; heavier is CodeInvalid, with a fault of the field that asks.
func (s *Server) heavy(c echo.Context, field string, work func(context.Context) error) error {
	_, how := s.reader(c)
	done, err := s.heavyTurns().take(c.Request().Context(), how == readsTheirs)
	if err != nil {
		return err
	}
	defer done()
	ctx, stop := context.WithTimeout(c.Request().Context(), heavyTime)
	defer stop()
	if err = work(ctx); err == nil || !errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return err
	}
	return registry.Invalid([]registry.Fault{registry.NewFault("parameter.heavy", field, "",
		registry.Tf("Câu hỏi này cần tính quá %g giây.", "This takes more than %g seconds to work out.", heavyTime.Seconds()),
		registry.T("Thu hẹp bằng bbox, bớt phép so sánh không gian hoặc đơn giản hóa hình.", "Narrow it by bbox, compare with less, or simplify the shape."))})
}
