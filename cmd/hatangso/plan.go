package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/plan"
	"github.com/hatangso/hatangso/internal/registry"
)

// plan is the group of commands about plans (kế hoạch).
func (p *program) plan() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "plan", Short: p.t("Kế hoạch phát triển hạ tầng số: mục tiêu, nhiệm vụ, bảng theo dõi", "Plans of digital infrastructure: targets, tasks, boards"),
		Example: p.examples(
			example{"Các kế hoạch", "The plans", "hatangso plan list"},
			example{"Bảng theo dõi tại một ngày", "The board on a day", "hatangso plan board hd-2023 --as-of 2025-12-31"},
			example{"Nạp một kế hoạch", "Load a plan", "hatangso plan import ke-hoach.yaml"}),
	})
	c.AddCommand(p.planList(), p.planShow(), p.planImport(), p.planBoard())
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

func (p *program) planImport() *cobra.Command {
	return &cobra.Command{
		Use: "import FILE", Args: cobra.ExactArgs(1), Short: p.t("Nạp một kế hoạch từ tệp YAML, thay kế hoạch cùng mã", "Load a plan from a YAML file, over one of the same code"),
		Example: p.examples(example{"Một kế hoạch mới", "A new plan", "hatangso plan import ke-hoach.yaml"}),
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
			one, err := db.ImportPlan(c.Context(), p.actor("plan import"), text)
			if err != nil {
				return err
			}
			p.tell(registry.Tf("Đã nạp kế hoạch %s: %d mục tiêu, %d nhiệm vụ.", "Plan %s is loaded: %d targets, %d tasks.", one.Code, len(one.Targets), len(one.Tasks)))
			return nil
		},
	}
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
