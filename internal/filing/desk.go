package filing

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// Desk works on filings.
type Desk struct {
	DB *postgres.DB
	// Progress, when set, is told how far a job has come, besides the database.
	Progress func(registry.FilingProgress)
}

// Work does one job in a register: it is what [postgres.DB.Serve] calls.
func Work(ctx context.Context, db *postgres.DB, job postgres.FilingJob) error {
	desk := Desk{DB: db}
	return desk.Work(ctx, job)
}

// Work does one job. A job that there is nothing left to do for (the filing was
// withdrawn, or another program did it) is done.
func (d *Desk) Work(ctx context.Context, job postgres.FilingJob) error {
	work := map[postgres.FilingTask]func(context.Context, registry.Actor, int64) error{
		postgres.CheckTask: d.check, postgres.ApplyTask: d.apply,
	}[job.Task]
	if work == nil {
		slog.Error("a filing's job of no known task", "task", job.Task, "filing", job.Filing)
		return nil
	}
	err := work(ctx, job.Actor(), job.Filing)
	switch registry.CodeOf(err) {
	case registry.CodeConflict, registry.CodeNotFound:
		return nil
	}
	return err
}

// check reads a filing's file and holds its rows against the rules.
func (d *Desk) check(ctx context.Context, who registry.Actor, id int64) error {
	f, err := d.DB.BeginCheck(ctx, who, id)
	if err != nil {
		return err
	}
	src, err := d.open(ctx, who, f)
	if err == nil {
		defer src.close()
		err = d.DB.CheckFiling(ctx, who, f, src.source(), d.progress(ctx, who, id))
	}
	var refused *registry.Error
	if errors.As(err, &refused) && (refused.Code == registry.CodeInvalid || refused.Code == registry.CodeTooLarge) {
		return d.DB.RefuseFile(ctx, who, id, faultsOf(refused, "file.unread", f.FileName,
			registry.T("Mở tệp, lưu lại đúng định dạng, rồi tải lên lần nữa.", "Open the file, save it in the right format, then upload it again.")))
	}
	return err
}

// apply writes what the department took.
func (d *Desk) apply(ctx context.Context, who registry.Actor, id int64) error {
	f, err := d.DB.Filing(ctx, who, id)
	if err != nil {
		return err
	}
	found, err := foundOf(f)
	if err != nil {
		return err
	}
	_, err = d.DB.ApplyFiling(ctx, who, found.noun, f, found.Given, d.progress(ctx, who, id))
	if rows, ok := postgres.Stale(err); ok {
		return d.DB.RecheckFiling(ctx, who, id, registry.Tf(
			"Sổ đã thay đổi ở %d dòng kể từ lúc kiểm tra: chưa ghi gì, đang kiểm tra lại; cần ký lại.",
			"The register has changed in %d rows since the check: nothing was written, it is checked again and must be signed again.", rows))
	}
	var refused *registry.Error
	if errors.As(err, &refused) && (len(refused.Faults) > 0 || refused.Code != registry.CodeConflict && refused.Code != registry.CodeUnavailable) {
		return d.DB.FailApply(ctx, who, id, faultsOf(refused, "filing.apply", "",
			registry.T("Trả lại các dòng ấy, hoặc để tổ chức sửa rồi nộp lại.", "Return those rows, or have the organization mend and file again.")))
	}
	return err
}

// faultsOf gives an error's faults, or one made of its message.
func faultsOf(e *registry.Error, rule, value string, mend registry.Text) []registry.Fault {
	if len(e.Faults) > 0 {
		return e.Faults
	}
	return []registry.Fault{registry.NewFault(rule, "", value, e.Message, mend)}
}

// progressEvery is how often progress is written down.
const progressEvery = time.Second

// progress tells of a job's stages, and of its rows once in a while.
func (d *Desk) progress(ctx context.Context, who registry.Actor, id int64) func(string, int64) {
	var told time.Time
	stage := ""
	return func(now string, rows int64) {
		switch now {
		case "copy":
			now = "read"
		case "organizations", "resolve", "rules":
			now = "check"
		}
		if now == stage && time.Since(told) < progressEvery {
			return
		}
		stage, told = now, time.Now()
		p := registry.FilingProgress{Stage: now, Rows: rows, At: told}
		if d.Progress != nil {
			d.Progress(p)
		}
		if err := d.DB.NoteProgress(ctx, who, id, p); err != nil && ctx.Err() == nil {
			slog.Warn("the progress of a filing is not kept", "filing", id, "error", err)
		}
	}
}
