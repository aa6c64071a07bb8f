package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/filing"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) filing() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "filing", Short: p.t("Hồ sơ: nộp, xem lỗi, ký, chấp nhận, trả lại", "Filings: hand in, see what is wrong, sign, accept, return"),
		Example: p.examples(
			example{"Nộp cột của một doanh nghiệp", "Hand in an operator's poles", "hatangso filing submit poles cot.xlsx --organization VIETTEL"},
			example{"Xem mọi lỗi", "See everything that is wrong", "hatangso filing findings 12"}),
	})
	c.AddCommand(p.filingSubmit(), p.filingStatus(), p.filingFindings(), p.filingVerify(), p.filingSign(),
		p.filingDecide("accept", p.t("Sở chấp nhận: ghi vào sổ", "The department accepts: write to the register"), (*postgres.DB).AcceptFiling),
		p.filingDecide("return", p.t("Sở trả lại kèm lý do", "The department returns it, with a reason"), (*postgres.DB).ReturnFiling))
	return c
}

// onBehalf is the actor of a console command done for an organization: as whoever
// has its machine, and no more than its people may.
func (p *program) onBehalf(name, organization string, role registry.Role) registry.Actor {
	who := p.actor(name)
	if organization != "" {
		who.Grants = registry.Grants{Roles: []registry.Role{role}, Organization: organization}
	}
	return who
}

func (p *program) filingSubmit() *cobra.Command {
	var organization, day string
	var choices registry.FilingChoices
	var asJSON bool
	var replaces int64
	c := &cobra.Command{
		Use: p.t("submit LOẠI TỆP", "submit NOUN FILE"), Args: cobra.ExactArgs(2),
		Short: p.t("Nộp một tệp và kiểm tra: chưa ghi gì vào sổ", "Hand in a file and have it checked: nothing is written to the register"),
		Example: p.examples(
			example{"Chọn cột, và bản ghi vắng mặt là đã tháo dỡ", "Choose a column, and what the file leaves out was removed", "hatangso filing submit poles cot.csv --organization VNPT --columns height_m=cao --missing remove"},
			example{"Tệp sửa lại của hồ sơ 12", "The mended file of filing 12", "hatangso filing submit poles cot-2.xlsx --organization VNPT --replaces 12"}),
		RunE: func(c *cobra.Command, args []string) error {
			noun := registry.NounByPath(args[0])
			if noun == nil {
				return misused(c, "Không có loại bản ghi %q; ghi như poles, sites, ducts.", "There is no noun %q; name it like poles, sites, ducts.", args[0])
			}
			on := registry.DateOf(time.Now())
			if day != "" {
				var err error
				if on, err = registry.ParseDate(day); err != nil {
					return misused(c, "--day là ngày dạng 2026-06-30, không phải %q.", "--day is a date such as 2026-06-30, not %q.", day)
				}
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			f, err := p.handIn(c.Context(), db, p.onBehalf("filing submit", organization, registry.FilerRole), noun, args[1], on, choices, replaces)
			if err != nil {
				return err
			}
			return p.showFiling(c.Context(), db, f, asJSON)
		},
	}
	flags := c.Flags()
	flags.StringVar(&organization, "organization", "", p.t("mã tổ chức nộp; không ghi là dữ liệu của Sở", "code of who files; without it the filing is the department's own"))
	flags.StringVar(&day, "day", "", p.t("số liệu tính đến ngày nào (mặc định: hôm nay)", "which day it speaks of (default: today)"))
	flags.StringToStringVar(&choices.Columns, "columns", nil, p.t("trường lấy từ cột nào: `trường=cột`,…", "which column a field is read from: `field=column`,…"))
	flags.Lookup("columns").DefValue = ""
	flags.StringToStringVar(&choices.Constants, "constant", nil, p.t("trường không có cột: `trường=giá trị`,…", "fields without a column: `field=value`,…"))
	flags.Lookup("constant").DefValue = ""
	flags.StringVar(&choices.Missing, "missing", "keep", p.t("bản ghi trong sổ mà tệp không có: keep (giữ) hoặc remove (đã tháo dỡ)", "records that the file leaves out: keep or remove"))
	flags.StringVar(&choices.Layer, "layer", "", p.t("trang tính hay lớp nào", "which sheet or layer"))
	flags.StringVar(&choices.Encoding, "encoding", "", p.t("bảng mã khi không tự nhận ra, như TCVN3", "encoding when it cannot be found out, such as TCVN3"))
	flags.BoolVar(&choices.CleanOnly, "clean-only", false, p.t("bỏ các dòng lỗi, nộp các dòng sạch", "leave out rows with errors and file the clean ones"))
	flags.Int64Var(&replaces, "replaces", 0, p.t("số hồ sơ mà tệp này thay tệp cũ", "number of the filing whose file this one replaces"))
	flags.BoolVar(&asJSON, "json", false, p.t("in kết quả ra JSON", "print the result as JSON"))
	return c
}

// handIn uploads a file and has it checked.
func (p *program) handIn(ctx context.Context, db *postgres.DB, who registry.Actor, noun *registry.Noun, name string, on registry.Date, choices registry.FilingChoices, replaces int64) (f registry.Filing, err error) {
	in, err := os.Open(name) // #nosec G304 -- the file the person at the console names
	if err != nil {
		return f, registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", name)
	}
	defer in.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, in)
	if err != nil {
		return f, registry.Errorf(registry.CodeInvalid, "Không đọc được tệp %s.", "Cannot read the file %s.", name)
	}
	file := postgres.FilingFile{Name: filepath.Base(name), Bytes: size, SHA256: hex.EncodeToString(hash.Sum(nil))}
	if replaces != 0 {
		f, err = db.ReviseFiling(ctx, who, replaces, 0, file)
	} else {
		f, _, err = db.StartFiling(ctx, who, noun, file, on, choices)
	}
	if err != nil {
		return f, err
	}
	if f.State == registry.FilingUploading {
		if _, err := in.Seek(f.Received, io.SeekStart); err != nil {
			return f, err
		}
		if f, err = db.AppendFile(ctx, who, f.ID, f.Received, in); err != nil {
			return f, err
		}
	}
	return p.settle(ctx, db, who, f, postgres.CheckTask)
}

// settle works on a filing, or waits for the server that does, until nothing is
// under way.
func (p *program) settle(ctx context.Context, db *postgres.DB, who registry.Actor, f registry.Filing, task postgres.FilingTask) (registry.Filing, error) {
	desk := filing.Desk{DB: db}
	if screen := p.terminal(); screen != nil {
		desk.Progress = func(n registry.FilingProgress) { fmt.Fprintf(screen, "\r\x1b[K%s", p.stage(n.Stage, n.Rows)) }
		defer fmt.Fprint(screen, "\r\x1b[K")
	}
	for {
		switch f.State {
		case registry.FilingQueued, registry.FilingChecking, registry.FilingApplying:
		default:
			return f, nil
		}
		if f.State != registry.FilingApplying {
			task = postgres.CheckTask
		}
		err := db.Do(ctx, postgres.FilingJob{Filing: f.ID, Task: task, Who: who.Name, Grants: who.Grants}, desk.Work)
		if err != nil {
			return f, err
		}
		if f, err = db.Filing(ctx, who, f.ID); err != nil {
			return f, err
		}
		select {
		case <-ctx.Done():
			return f, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// showFiling prints where a filing stands, and what is wrong with it in short.
func (p *program) showFiling(ctx context.Context, db *postgres.DB, f registry.Filing, asJSON bool) error {
	if asJSON {
		out := json.NewEncoder(p.out)
		out.SetIndent("", "  ")
		return out.Encode(f)
	}
	fmt.Fprintf(p.out, p.t("Hồ sơ %d, %s, %s\n", "Filing %d, %s, %s\n"), f.ID, f.Noun, f.FileName)
	fmt.Fprintln(p.out, p.text(f.State.Sentence()))
	for _, fault := range f.Faults {
		fmt.Fprintf(p.out, "  %s %s\n", p.text(fault.Message), p.text(fault.Mend))
	}
	if f.Decision != "" {
		fmt.Fprintf(p.out, p.t("Ý kiến của Sở: %s\n", "The department says: %s\n"), f.Decision)
	}
	if f.Counts == nil {
		return nil
	}
	n := f.Counts
	fmt.Fprintf(p.out, p.t("%d dòng: %d mới, %d thay đổi, %d không đổi, %d có lỗi; %d bản ghi trong sổ không có trong tệp\n",
		"%d rows: %d new, %d changed, %d the same, %d refused; %d records of the register are not in the file\n"), n.Rows, n.New, n.Changed, n.Same, n.Refused, n.Missing)
	groups, err := db.FindingGroups(ctx, p.actor("filing status"), f.ID)
	if err != nil {
		return err
	}
	for _, g := range groups {
		kind := p.t("LỖI", "ERROR")
		if !g.Tier.Blocks() {
			kind = p.t("cảnh báo", "warning")
		}
		fmt.Fprintf(p.out, "  %s ×%d  %s\n", kind, g.Count, p.place(g.First)+p.text(g.First.Message))
	}
	return nil
}

// place says where a finding is.
func (p *program) place(f postgres.Finding) string {
	switch {
	case f.Row == 0:
		return ""
	case f.Column == "":
		return fmt.Sprintf(p.t("dòng %d: ", "row %d: "), f.Row)
	}
	return fmt.Sprintf(p.t("dòng %d, cột %q: ", "row %d, column %q: "), f.Row, f.Column)
}

// filingNumber reads the number of a filing.
func filingNumber(c *cobra.Command, text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 {
		return 0, misused(c, "Ghi số hồ sơ, không phải %q.", "Give the number of a filing, not %q.", text)
	}
	return n, nil
}

// onFiling makes a command of something done to one filing.
func (p *program) onFiling(c *cobra.Command, do func(context.Context, *postgres.DB, int64) error) *cobra.Command {
	c.Args = oneArgument("số hồ sơ", "the number of a filing")
	c.RunE = func(c *cobra.Command, args []string) error {
		id, err := filingNumber(c, args[0])
		if err != nil {
			return err
		}
		db, close, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer close()
		return do(c.Context(), db, id)
	}
	return c
}

func (p *program) filingStatus() *cobra.Command {
	var asJSON bool
	c := p.onFiling(&cobra.Command{
		Use: p.t("status SỐ", "status NUMBER"), Short: p.t("Hồ sơ đang ở đâu, có gì sai", "Where a filing stands, and what is wrong with it"),
		Example: p.examples(example{"Ra JSON cho chương trình khác", "As JSON for another program", "hatangso filing status 12 --json"}),
	}, func(ctx context.Context, db *postgres.DB, id int64) error {
		f, err := db.Filing(ctx, p.actor("filing status"), id)
		if err != nil {
			return err
		}
		return p.showFiling(ctx, db, f, asJSON)
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in ra JSON", "print JSON"))
	return c
}

func (p *program) filingFindings() *cobra.Command {
	var asJSON bool
	c := p.onFiling(&cobra.Command{
		Use: p.t("findings SỐ", "findings NUMBER"), Short: p.t("Mọi lỗi và cảnh báo, theo dòng", "Every error and warning, by row"),
		Example: p.examples(example{"Mỗi dòng một JSON", "A JSON object a line", "hatangso filing findings 12 --json"}),
	}, func(ctx context.Context, db *postgres.DB, id int64) error {
		who := p.actor("filing findings")
		if _, err := db.Filing(ctx, who, id); err != nil {
			return err
		}
		if asJSON {
			out := json.NewEncoder(p.out)
			return db.EachFinding(ctx, who, id, func(f postgres.Finding) error { return out.Encode(f) })
		}
		w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
		fmt.Fprintln(w, p.t("SỐ\tDÒNG\tCỘT\tBẬC\tGIÁ TRỊ\tSAI GÌ, SỬA THẾ NÀO", "NO\tROW\tCOLUMN\tTIER\tVALUE\tWHAT IS WRONG, HOW TO MEND IT"))
		if err := db.EachFinding(ctx, who, id, func(f postgres.Finding) error {
			tier := string(f.Tier)
			if f.Verified != nil {
				tier += " ✓"
			}
			_, err := fmt.Fprintf(w, "%d\t%d\t%s\t%s\t%s\t%s %s\n", f.No, f.Row, f.Column, tier, f.Value, p.text(f.Message), p.text(f.Mend))
			return err
		}); err != nil {
			return err
		}
		return w.Flush()
	})
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in ra JSON", "print JSON"))
	return c
}

func (p *program) filingVerify() *cobra.Command {
	var v postgres.Verification
	c := p.onFiling(&cobra.Command{
		Use: p.t("verify SỐ", "verify NUMBER"), Short: p.t("Xác nhận cảnh báo là đúng thực tế, kèm lý do", "Verify that what is warned of is right, with a reason"),
		Example: p.examples(example{"Mọi cảnh báo của một quy tắc", "Every warning of a rule", `hatangso filing verify 12 --rule position.near-same-owner --reason "hai cột sát nhau"`}),
	}, func(ctx context.Context, db *postgres.DB, id int64) error {
		f, err := db.Filing(ctx, p.actor("filing verify"), id)
		if err != nil {
			return err
		}
		if f, err = db.Verify(ctx, p.onBehalf("filing verify", f.Organization, registry.FilerRole), id, 0, v); err != nil {
			return err
		}
		return p.showFiling(ctx, db, f, false)
	})
	c.Flags().IntVar(&v.No, "no", 0, p.t("số của một cảnh báo", "number of one warning"))
	c.Flags().StringVar(&v.Rule, "rule", "", p.t("mọi cảnh báo của quy tắc này", "every warning of this rule"))
	c.Flags().StringVar(&v.Reason, "reason", "", p.t("vì sao đúng; bỏ trống là thôi xác nhận", "why it is right; empty takes it back"))
	return c
}

func (p *program) filingSign() *cobra.Command {
	return p.onFiling(&cobra.Command{
		Use: p.t("sign SỐ", "sign NUMBER"), Short: p.t("Ký hồ sơ sạch và nộp cho Sở", "Sign a clean filing and file it"),
		Example: p.examples(example{"Hồ sơ 12", "Filing 12", "hatangso filing sign 12"}),
	}, func(ctx context.Context, db *postgres.DB, id int64) error {
		f, err := db.Filing(ctx, p.actor("filing sign"), id)
		if err != nil {
			return err
		}
		if f, err = db.SignFiling(ctx, p.onBehalf("filing sign", f.Organization, registry.SignerRole), id, 0); err != nil {
			return err
		}
		return p.showFiling(ctx, db, f, false)
	})
}

func (p *program) filingDecide(name, short string, decide func(*postgres.DB, context.Context, registry.Actor, int64, int64, string) (registry.Filing, error)) *cobra.Command {
	var reason string
	c := p.onFiling(&cobra.Command{
		Use: name + p.t(" SỐ", " NUMBER"), Short: short,
		Example: p.examples(example{"Hồ sơ 12", "Filing 12", "hatangso filing " + name + ` 12 --reason "đã đối chiếu thực địa"`}),
	}, func(ctx context.Context, db *postgres.DB, id int64) error {
		who := p.actor("filing " + name)
		f, err := decide(db, ctx, who, id, 0, reason)
		if err != nil {
			return err
		}
		if f, err = p.settle(ctx, db, who, f, postgres.ApplyTask); err != nil {
			return err
		}
		return p.showFiling(ctx, db, f, false)
	})
	c.Flags().StringVar(&reason, "reason", "", p.t("lý do, người nộp đọc được", "the reason, which the filer reads"))
	return c
}
