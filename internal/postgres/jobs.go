package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"github.com/hatangso/hatangso/internal/registry"
)

const (
	// jobSchema is where River keeps its tables.
	jobSchema = "river"
	// filingQueue is the queue of filings; a check takes a core, so few run at once.
	filingQueue   = "filing"
	filingWorkers = 2
	// connectionsPerJob are for its lock, its transaction and its progress.
	connectionsPerJob = 3
	// lookAfter is how often filings are looked for whose job died with its
	// process: River itself would give it up after an hour.
	lookAfter = 5 * time.Second
)

// FilingTask is what there is to do for a filing.
type FilingTask string

const (
	CheckTask FilingTask = "check" // read the file, hold it against the rules
	ApplyTask FilingTask = "apply" // write it to the register
)

// FilingJob is work on a filing, asked for by somebody and done in the
// background as that somebody.
type FilingJob struct {
	Filing int64           `json:"filing"`
	Task   FilingTask      `json:"task"`
	Who    string          `json:"who"`
	Grants registry.Grants `json:"grants"`
}

// Kind implements river.JobArgs.
func (FilingJob) Kind() string { return "filing" }

// Actor gives as whom the work is done.
func (j FilingJob) Actor() registry.Actor {
	return registry.Actor{Name: j.Who, Grants: j.Grants, Reason: fmt.Sprintf("hồ sơ %d", j.Filing), RequestID: fmt.Sprintf("filing-%d", j.Filing)}
}

// quiet keeps River's own log to what somebody must act on.
func quiet() *slog.Logger {
	return slog.New(levelled{slog.Default().Handler(), slog.LevelError})
}

// levelled is a handler that leaves out what is below a level.
type levelled struct {
	slog.Handler
	least slog.Level
}

func (h levelled) Enabled(_ context.Context, l slog.Level) bool { return l >= h.least }

// migrateJobs brings River's tables up to this program's.
func migrateJobs(ctx context.Context, pool *pgxpool.Pool) error {
	m, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Schema: jobSchema, Logger: quiet()})
	if err != nil {
		return err
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the queue of jobs: %w", err)
	}
	// those made before the defaults of the schema, or by another owner
	_, err = pool.Exec(ctx, `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA river TO `+departmentRole+`;
		GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA river TO `+departmentRole)
	return err
}

// queueJob asks for work on a filing in the transaction that makes it necessary.
func (db *DB) queueJob(ctx context.Context, tx pgx.Tx, j FilingJob) error {
	client, err := river.NewClient(riverpgxv5.New(db.pool), &river.Config{Schema: jobSchema, Logger: quiet()})
	if err != nil {
		return err
	}
	_, err = client.InsertTx(ctx, tx, j, &river.InsertOpts{Queue: filingQueue, MaxAttempts: 3})
	return err
}

// queueCheck has a filing checked.
func (db *DB) queueCheck(ctx context.Context, tx pgx.Tx, who registry.Actor, id int64) error {
	if _, err := tx.Exec(ctx, `UPDATE filing SET state = 'queued', progress = NULL, faults = NULL WHERE id = $1`, id); err != nil {
		return err
	}
	return db.queueJob(ctx, tx, FilingJob{Filing: id, Task: CheckTask, Who: who.Name, Grants: who.Grants})
}

// Serve does the jobs that are asked for, until the context ends; what is under
// way then is broken off, rolled back, and done again by the next program that
// serves. A filing is worked on by one program at a time, and one whose program
// died is taken up again within seconds. work is given a register with
// connections of its own, so that checks keep nobody waiting; River has more, for
// it is known to lose its lead when it waits for one.
func (db *DB) Serve(ctx context.Context, work func(context.Context, *DB, FilingJob) error) error {
	config := db.pool.Config()
	config.MaxConns = filingWorkers * connectionsPerJob
	own, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer own.Close()
	mine := &DB{pool: own, codes: db.codes}
	config = db.pool.Config()
	config.MaxConns, config.PrepareConn = filingWorkers+4, nil
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	defer pool.Close()
	workers := river.NewWorkers()
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[FilingJob]) error {
		err := mine.Do(ctx, job.Args, func(ctx context.Context, j FilingJob) error { return work(ctx, mine, j) })
		if err != nil && ctx.Err() == nil && job.Attempt >= job.MaxAttempts {
			slog.Error("a filing is given up", "filing", job.Args.Filing, "task", job.Args.Task, "error", err)
			err = errors.Join(err, mine.giveUp(ctx, job.Args))
		}
		return err
	}))
	client, err := river.NewClient(riverpgxv5.New(pool), &river.Config{
		Schema: jobSchema, Logger: quiet(), Workers: workers, JobTimeout: -1, FetchPollInterval: time.Second,
		Queues: map[string]river.QueueConfig{filingQueue: {MaxWorkers: filingWorkers}},
	})
	if err != nil {
		return err
	}
	if err := client.Start(ctx); err != nil {
		return fmt.Errorf("jobs: %w", err)
	}
	tick := time.NewTicker(lookAfter)
	defer tick.Stop()
	for {
		if err := db.adoptOrphans(ctx); err != nil && ctx.Err() == nil {
			slog.Error("filings left behind", "error", err)
		}
		select {
		case <-ctx.Done():
			stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
			defer cancel()
			return client.StopAndCancel(stop)
		case <-tick.C:
		}
	}
}

// Do does one job, unless another program works on the filing: then it does
// nothing.
func (db *DB) Do(ctx context.Context, j FilingJob, work func(context.Context, FilingJob) error) error {
	conn, err := db.pool.Acquire(as(ctx, j.Actor()))
	if err != nil {
		return err
	}
	defer conn.Release()
	var mine bool
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(('x66696c69'::bit(32))::int, $1)`, int32(j.Filing)).Scan(&mine); err != nil || !mine { // #nosec G115 -- a filing's number fits for centuries
		return err
	}
	defer func() {
		_, _ = conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(('x66696c69'::bit(32))::int, $1)`, int32(j.Filing)) // #nosec G115
	}()
	return work(ctx, j)
}

// giveUp says of a filing that its job failed for no fault of the filer's, and puts
// it where it can be tried again.
func (db *DB) giveUp(ctx context.Context, j FilingJob) error {
	fault := registry.NewFault("filing.failed", "", "", registry.T("Hệ thống gặp lỗi khi xử lý hồ sơ; chưa ghi gì.", "The system failed at the filing; nothing was written."),
		registry.T("Thử lại; nếu vẫn vậy, báo quản trị kèm số hồ sơ.", "Try again; if it stays so, tell the administrator the filing's number."))
	if j.Task == ApplyTask {
		return db.FailApply(ctx, j.Actor(), j.Filing, []registry.Fault{fault})
	}
	return db.RefuseFile(ctx, j.Actor(), j.Filing, []registry.Fault{fault})
}

// adoptOrphans asks anew for the work on filings that nobody is at: the program
// that was died, and its job with it, or the job was done by finding that program
// at work.
func (db *DB) adoptOrphans(ctx context.Context) error {
	return pgx.BeginFunc(as(ctx, counter), db.pool, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `UPDATE river.river_job j SET state = 'available', scheduled_at = now(), attempt = least(attempt, max_attempts - 1), finalized_at = NULL
			FROM filing f, LATERAL (SELECT max(id) AS id FROM river.river_job WHERE kind = 'filing' AND (args ->> 'filing')::bigint = f.id) newest
			WHERE j.id = newest.id AND j.state IN ('running', 'completed', 'cancelled', 'discarded') AND f.state IN ('queued', 'checking', 'applying')
			AND j.attempted_at < now() - interval '2 seconds'
			AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = (('x66696c69'::bit(32))::int)::oid AND objid = f.id::int::oid
				AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
			RETURNING j.id`)
		if err != nil {
			return err
		}
		adopted, err := pgx.CollectRows(rows, pgx.RowTo[int64])
		if len(adopted) > 0 {
			slog.Info("jobs taken up again", "jobs", adopted)
		}
		return err
	})
}
