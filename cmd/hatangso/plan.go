package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/planbook"
	"github.com/hatangso/hatangso/internal/registry"
)

// plan is the group of commands about plans (kế hoạch).
func (p *program) plan() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "plan", Short: p.t("Kế hoạch phát triển hạ tầng số: mục tiêu, nhiệm vụ, bảng theo dõi", "Plans of digital infrastructure: targets, tasks, boards"),
		Example: p.examples(
			example{"Các kế hoạch", "The plans", "hatangso plan list"},
			example{"Bảng theo dõi tại một ngày", "The board on a day", "hatangso plan board hd-2023 --as-of 2025-12-31"},
			example{"Lập kế hoạch mới trong bảng tính, rồi nạp", "Write a new plan in a workbook, then load it", "hatangso plan template -o ke-hoach.xlsx"},
			example{"Nạp một kế hoạch", "Load a plan", "hatangso plan import ke-hoach.xlsx"}),
	})
	c.AddCommand(p.planList(), p.planShow(), p.planTemplate(), p.planImport(), p.planBoard())
	return c
}

// printJSON writes a value for programs and people alike.
func (p *program) printJSON(v any) error {
	e := json.NewEncoder(p.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (p *program) planList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Args: noArguments, Short: p.t("Các kế hoạch", "The plans"),
		Example: p.examples(example{"Các kế hoạch có trong sổ", "The plans there are", "hatangso plan list"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			plans, err := db.Plans(c.Context(), p.actor(""))
			for _, one := range plans {
				fmt.Fprintf(p.out, "%-12s %-18s %d–%d  %3d %s  %s\n", one.Code, one.Number, one.From, one.To, len(one.Targets), p.t("mục tiêu", "targets"), p.text(one.Title))
			}
			return err
		},
	}
}

func (p *program) planShow() *cobra.Command {
	return &cobra.Command{
		Use: "show CODE", Args: cobra.ExactArgs(1), Short: p.t("Một kế hoạch: mục tiêu như in và như hiểu, nhiệm vụ", "A plan: targets as printed and as understood, tasks"),
		Example: p.examples(example{"Kế hoạch của Hải Dương", "The plan of Hải Dương", "hatangso plan show hd-2023"}),
		RunE: func(c *cobra.Command, args []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			one, err := db.Plan(c.Context(), p.actor(""), args[0])
			if err != nil {
				return err
			}
			return p.printJSON(one)
		},
	}
}

func (p *program) planTemplate() *cobra.Command {
	var code, output string
	c := &cobra.Command{
		Use: "template", Args: noArguments, Short: p.t("Mẫu bảng tính để lập kế hoạch: trống, hoặc một kế hoạch có sẵn", "A workbook to write a plan in: empty, or with a plan there is"),
		Example: p.examples(
			example{"Mẫu trống", "An empty one", "hatangso plan template -o mau-ke-hoach.xlsx"},
			example{"Kế hoạch có sẵn, để sửa rồi nạp lại", "A plan there is, to be edited and loaded again", "hatangso plan template --plan hd-2023 -o hd-2023.xlsx"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			var one *plan.Plan
			if code != "" {
				found, err := db.Plan(c.Context(), p.actor(""), code)
				if err != nil {
					return err
				}
				one = &found
			}
			return toFile(output, p.out, func(w io.Writer) error { return planbook.Write(w, one, db.Catalogue()) })
		},
	}
	c.Flags().StringVar(&code, "plan", "", p.t("mã kế hoạch (mặc định: mẫu trống)", "the plan’s code (default: an empty one)"))
	c.Flags().StringVarP(&output, "output", "o", "", p.t("tệp ghi ra, đuôi .xlsx (mặc định: ra màn hình)", "file to write, ending with .xlsx (default: standard output)"))
	return c
}

func (p *program) planImport() *cobra.Command {
	var check bool
	c := &cobra.Command{
		Use: "import FILE", Args: cobra.ExactArgs(1), Short: p.t("Nạp một kế hoạch từ bảng tính (XLSX) hoặc YAML, thay kế hoạch cùng mã", "Load a plan from a workbook (XLSX) or YAML, over one of the same code"),
		Example: p.examples(
			example{"Xem tệp có lỗi gì, sẽ đổi gì; chưa nạp", "See what is wrong with a file and what it would change; nothing is loaded", "hatangso plan import --check ke-hoach.xlsx"},
			example{"Một kế hoạch mới", "A new plan", "hatangso plan import ke-hoach.xlsx"}),
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			text, err := io.ReadAll(io.LimitReader(f, plan.MaxPlanBytes+1))
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			var draft *plan.Draft
			if bytes.HasPrefix(text, []byte("PK")) { // a workbook is an archive
				draft, err = planbook.Read(bytes.NewReader(text), int64(len(text)), db.Catalogue())
			} else {
				draft, err = plan.Decode(text)
			}
			if err != nil {
				return err
			}
			load := db.ImportPlan
			if check {
				load = db.CheckPlan
			}
			done, err := load(c.Context(), p.actor("plan import"), draft)
			if err != nil {
				return err
			}
			p.tellImport(done, check)
			return nil
		},
	}
	c.Flags().BoolVar(&check, "check", false, p.t("chỉ kiểm tra và cho biết sẽ đổi gì", "only check, and say what would change"))
	return c
}

// tellImport says what loading a plan did, or would do.
func (p *program) tellImport(done plan.Import, check bool) {
	for _, d := range done.Changes {
		line := p.text(changeWords[d.Part]) + " " + d.Of
		switch field := p.text(d.Field); d.Kind {
		case "changed":
			line += fmt.Sprintf(": %s: %q → %q", field, d.Was, d.Now)
		default:
			line += ": " + p.text(changeWords[d.Kind])
		}
		fmt.Fprintln(p.out, line)
	}
	one := done.Plan
	switch {
	case !check:
		p.tell(registry.Tf("Đã nạp kế hoạch %s: %d mục tiêu, %d nhiệm vụ.", "Plan %s is loaded: %d targets, %d tasks.", one.Code, len(one.Targets), len(one.Tasks)))
	case done.Replaces == nil:
		p.tell(registry.Tf("Kế hoạch %s hợp lệ và chưa có: %d mục tiêu, %d nhiệm vụ. Chưa nạp.", "Plan %s is valid and new: %d targets, %d tasks. Nothing is loaded yet.", one.Code, len(one.Targets), len(one.Tasks)))
	default:
		p.tell(registry.Tf("Kế hoạch %s hợp lệ và khác bản đang có %d chỗ. Chưa nạp.", "Plan %s is valid and differs from the one there is in %d places. Nothing is loaded yet.", one.Code, len(done.Changes)))
	}
}

var changeWords = map[string]registry.Text{
	"plan": registry.T("Kế hoạch", "Plan"), "target": registry.T("Mục tiêu", "Target"), "task": registry.T("Nhiệm vụ", "Task"),
	"added": registry.T("thêm", "added"), "removed": registry.T("bỏ", "removed"), "moved": registry.T("đổi thứ tự", "another order"),
}

func (p *program) planBoard() *cobra.Command {
	var unit string
	var asJSON bool
	c := &cobra.Command{
		Use: "board CODE", Args: cobra.ExactArgs(1), Short: p.t("Bảng theo dõi: mục tiêu và số liệu của một ngày", "The board: targets against the values of a day"),
		Example: p.examples(example{"Cuối năm 2025", "At the end of 2025", "hatangso plan board hd-2023 --as-of 2025-12-31"}),
		RunE: func(c *cobra.Command, args []string) error {
			day, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			board, err := db.PlanBoard(c.Context(), p.actor(""), args[0], day, unit)
			if err != nil || asJSON {
				if err == nil {
					err = p.printJSON(board)
				}
				return err
			}
			fmt.Fprintf(p.out, "%s · %s · %s\n", p.text(board.Plan.Title), board.Territory.Name, board.AsOf)
			if board.Why.VI != "" {
				fmt.Fprintln(p.out, p.text(board.Why))
			}
			for _, r := range board.Items {
				value := p.t("chưa có số liệu", "no data")
				if r.Value != nil {
					value = p.text(r.Value.Text(2))
				}
				fmt.Fprintf(p.out, "%-20s %-22s %-16s %-16s %s\n", r.Target.Indicator, r.Target.Printed, value, p.text(r.StandingTitle), p.text(r.Gap))
			}
			return nil
		},
	}
	p.common(c, &unit, &asJSON)
	return c
}
