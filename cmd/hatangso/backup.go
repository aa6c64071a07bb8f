package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/devdb"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// backup writes the whole register into one file, and proves it by restoring it.
func (p *program) backup() *cobra.Command {
	var unchecked bool
	c := &cobra.Command{
		Use: p.t("backup TỆP", "backup FILE"), Args: oneArgument("tệp để ghi", "the file to write"),
		Short: p.t("Sao lưu cả sổ ra một tệp, và khôi phục thử để chứng minh", "Back up the whole register into a file, and prove it by restoring it"),
		Long: p.t("Tệp theo dạng custom của pg_dump, là sổ đúng một thời điểm dù đang có người ghi. Sau đó tệp được khôi phục vào một cơ sở dữ liệu tạm\ntrên cùng máy chủ, so số dòng từng bảng và đầu chuỗi nhật ký, rồi cơ sở dữ liệu tạm bị xóa. Tệp chứa mọi dữ liệu: hãy mã hóa khi mang đi.",
			"The file is pg_dump's custom format, the register of one moment, whoever writes meanwhile. It is then restored into a scratch database of the\nsame server, the rows of each table and the head of the change log are compared, and the scratch database is dropped. The file holds everything: encrypt it before it travels."),
		Example: p.examples(example{"Hằng đêm", "Every night", "hatangso backup /var/backups/hatangso-$(date +%F).dump"}),
		RunE: func(c *cobra.Command, args []string) error {
			dsn, close, err := p.dsn(c.Context())
			if err != nil {
				return err
			}
			defer close()
			began := time.Now()
			held, err := postgres.Hold(c.Context(), dsn)
			if err != nil {
				return unreachable(err)
			}
			defer held.Close(c.Context())
			err = p.dump(c.Context(), dsn, held, args[0], !unchecked)
			if err != nil {
				return err
			}
			info, err := os.Stat(args[0])
			if err != nil {
				return err
			}
			proof := p.t("đã khôi phục thử", "proved by restoring")
			if unchecked {
				proof = p.t("CHƯA khôi phục thử", "NOT proved")
			}
			fmt.Fprintf(p.out, p.t("%s: %.1f MB, %d dòng, %d bảng, %s, %s. Đầu chuỗi nhật ký: %s\n", "%s: %.1f MB, %d rows, %d tables, %s, %s. Head of the change log: %s\n"),
				args[0], float64(info.Size())/1e6, held.Total(), len(held.Rows), proof, time.Since(began).Round(time.Second/10), held.Head)
			return nil
		},
	}
	c.Flags().BoolVar(&unchecked, "no-check", false, p.t("không khôi phục thử (người dùng không được tạo cơ sở dữ liệu)", "do not prove it (the user may not create databases)"))
	return c
}

// dump writes a snapshot into a file, whole or not at all, and proves it.
func (p *program) dump(ctx context.Context, dsn string, held *postgres.Snapshot, name string, check bool) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*") // which nobody else reads
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.Remove(f.Name())
	if err := f.Close(); err != nil {
		return err
	}
	if err := p.client(ctx, "pg_dump", held.Server, dsn, len(held.Rows), registry.T("sao lưu", "backing up"),
		"--format=custom", "--no-owner", "--no-password", "--verbose", "--snapshot="+held.ID, "--file="+f.Name()); err != nil {
		return err
	}
	if check {
		if err := p.prove(ctx, dsn, held, f.Name()); err != nil {
			return err
		}
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return cannotWrite(name, err)
	}
	return nil
}

// prove restores a backup into a scratch database and compares.
func (p *program) prove(ctx context.Context, dsn string, held *postgres.Snapshot, file string) error {
	scratch := fmt.Sprintf("hatangso_check_%d_%d", os.Getpid(), time.Now().UnixNano())
	target, err := postgres.PrepareTarget(ctx, dsn, scratch)
	if err != nil {
		return err
	}
	defer target.Close(ctx)
	defer func() {
		if err := target.Drop(ctx); err != nil {
			fmt.Fprintln(p.err, "hatangso:", p.say(err))
		}
	}()
	got, err := p.fill(ctx, target, file, held.Server, len(held.Rows))
	if err != nil {
		return err
	}
	if differences := held.Differ(got); len(differences) > 0 {
		return registry.Errorf(registry.CodeInternal, "Bản sao lưu khôi phục ra khác sổ: %s. Tệp không được giữ lại.",
			"Restored, the backup is not the register: %s. The file is not kept.", strings.Join(differences, "; "))
	}
	return nil
}

// fill restores a file into a database, all or nothing, proves the chain of the
// change log, and gives what the database then holds.
func (p *program) fill(ctx context.Context, target *postgres.Target, file string, server, tables int) (got postgres.Contents, err error) {
	if err := p.client(ctx, "pg_restore", server, target.DSN, tables, registry.T("khôi phục", "restoring"),
		"--no-owner", "--no-password", "--verbose", "--exit-on-error", "--single-transaction", file); err != nil {
		return got, err
	}
	if got, err = postgres.ContentsOf(ctx, target.DSN); err != nil {
		return got, err
	}
	return got, postgres.ProveChain(ctx, target.DSN)
}

// restore reads a backup into an empty database.
func (p *program) restore() *cobra.Command {
	var into string
	c := &cobra.Command{
		Use: p.t("restore TỆP", "restore FILE"), Args: oneArgument("tệp sao lưu", "the backup"),
		Short: p.t("Khôi phục một bản sao lưu vào cơ sở dữ liệu trống hoặc mới", "Restore a backup into an empty or a new database"),
		Long: p.t("Tất cả hoặc không gì cả; không bao giờ ghi đè lên dữ liệu có sẵn. Sau khi khôi phục, chuỗi nhật ký được kiểm tra và lược đồ được đưa lên\nbản của chương trình (kèm hệ tọa độ VN-2000 và các hàm lọc được tin cậy, là những thứ bản sao lưu không mang theo).",
			"All or nothing, and never over what is there. Afterwards the chain of the change log is proved and the schema brought up to the program's\n(with the VN-2000 systems and the trusted filter functions, which a backup does not carry)."),
		Example: p.examples(
			example{"Sang một cơ sở dữ liệu mới bên cạnh", "Into a new database beside", "hatangso restore hatangso-2026-11-22.dump --into hatangso_moi"},
			example{"Trên máy mới, vào cụm riêng còn trống", "On a new machine, into the empty private cluster", "hatangso restore hatangso-2026-11-22.dump"}),
		RunE: func(c *cobra.Command, args []string) error {
			if err := isBackup(args[0]); err != nil {
				return err
			}
			dsn, close, err := p.dsn(c.Context())
			if err != nil {
				return err
			}
			defer close()
			target, err := postgres.PrepareTarget(c.Context(), dsn, into)
			if err != nil {
				return unreachable(err)
			}
			defer target.Close(c.Context())
			got, err := p.fill(c.Context(), target, args[0], devdb.MinMajor, 0)
			if err == nil {
				err = postgres.Migrate(c.Context(), target.DSN)
			}
			if err != nil {
				if dropped := target.Drop(c.Context()); dropped != nil {
					fmt.Fprintln(p.err, "hatangso:", p.say(dropped))
				}
				return err
			}
			fmt.Fprintf(p.out, p.t("Đã khôi phục vào %s: %d dòng, %d bảng; chuỗi nhật ký nguyên vẹn, đầu chuỗi: %s\n", "Restored into %s: %d rows, %d tables; the change log is whole, its head: %s\n"),
				postgres.DatabaseOf(target.DSN), got.Total(), len(got.Rows), got.Head)
			return nil
		},
	}
	c.Flags().StringVar(&into, "into", "", p.t("tên một cơ sở dữ liệu mới, cùng máy chủ", "the name of a new database, of the same server"))
	return c
}

// backupMagic is what a file of pg_dump's custom format begins with.
const backupMagic = "PGDMP"

// isBackup refuses what is no backup before anything is made for it.
func isBackup(name string) error {
	f, err := os.Open(name) // #nosec G304 -- the file the person at the console names
	if err != nil {
		return registry.Errorf(registry.CodeNotFound, "Không mở được %s.", "Cannot open %s.", name)
	}
	defer f.Close()
	head := make([]byte, len(backupMagic))
	if _, err := io.ReadFull(f, head); err != nil || string(head) != backupMagic {
		return registry.Errorf(registry.CodeInvalid, "%s không phải tệp của hatangso backup.", "%s is no file of hatangso backup.", name)
	}
	return nil
}

// client runs one of PostgreSQL's client programs on a database and tells how far
// along it is. Its password goes by the environment.
func (p *program) client(ctx context.Context, name string, server int, dsn string, tables int, what registry.Text, args ...string) error {
	path, err := devdb.Client(name, server)
	if err != nil {
		return err
	}
	address, environment, err := postgres.ClientDSN(dsn)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, path, append([]string{"--dbname=" + address}, args...)...) // #nosec G204 -- PostgreSQL's own program; no shell reads the arguments
	cmd.Env = append(append(os.Environ(), "LC_ALL=C"), environment...)
	messages, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	report, done := p.percentage(), 0
	var last []string
	for lines := bufio.NewScanner(messages); lines.Scan(); {
		line := lines.Text()
		if strings.Contains(line, "dumping contents of table") || strings.Contains(line, "processing data for table") {
			if done++; report != nil && tables > 0 {
				report(what, min(0.99, float64(done)/float64(tables)))
			}
		}
		if last = append(last, line); len(last) > 5 {
			last = last[1:]
		}
	}
	err = cmd.Wait()
	if report != nil {
		report(what, 1)
	}
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &registry.Error{Code: registry.CodeUnavailable, Err: fmt.Errorf("%w\n%s", err, strings.Join(last, "\n")),
			Message: registry.Tf("%s không làm được.", "%s failed.", name)}
	}
	return nil
}
