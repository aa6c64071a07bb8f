package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/intake"
	"github.com/hatangso/hatangso/internal/registry"
)

// reform is the day the communes changed (QĐ 19/2025/QĐ-TTg).
const reform = "2025-07-01"

func (p *program) importSuccessors() *cobra.Command {
	var dryRun, asJSON bool
	c := &cobra.Command{
		Use: p.t("successors TỆP", "successors FILE"), Args: oneArgument("tên tệp", "the file"),
		Short: p.t("Đơn vị hành chính cũ thành đơn vị mới nào", "Which old units became which new ones"),
		Long: p.t("Nạp quan hệ đơn vị cũ – đơn vị mới từ tệp JSON dạng splits hoặc merges. Đơn vị chưa có trong sổ được tạo theo mã và tên.",
			"Loads which old units became which new ones from a JSON file of the splits or the merges form. Units the register does not know are made by code and name."),
		Example: p.examples(example{"Sắp xếp ngày 01/07/2025", "The reform of 2025-07-01", "hatangso import successors splits.json --effective 2025-07-01"}),
		RunE: func(c *cobra.Command, args []string) error {
			effective, err := day(c, "effective")
			if err != nil {
				return err
			}
			if effective == nil {
				return misused(c, "Thiếu --effective.", "--effective is missing.")
			}
			in, err := os.Open(args[0])
			if err != nil {
				return registry.Errorf(registry.CodeNotFound, "Không mở được tệp %s.", "Cannot open the file %s.", args[0])
			}
			defer in.Close()
			list, err := intake.ReadSuccessors(in)
			if err != nil {
				return err
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			result, err := db.ImportSuccessors(c.Context(), p.actor("import successors"), list, *effective, dryRun)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(p.out).Encode(result)
			}
			done := p.t("Đã ghi.", "Written.")
			switch {
			case dryRun:
				done = p.t("Chạy thử, chưa ghi gì.", "Dry run, nothing written.")
			case result.Units+result.Created == 0:
				done = p.t("Không có gì thay đổi.", "Nothing changed.")
			}
			fmt.Fprintf(p.out, p.t("Đọc %d, đơn vị mới %d, quan hệ mới %d, giữ nguyên %d. %s\n",
				"Read %d, units made %d, links made %d, same %d. %s\n"), result.Read, result.Units, result.Created, result.Same, done)
			return nil
		},
	}
	c.Flags().String("effective", reform, p.t("ngày đơn vị mới bắt đầu", "day the new units began"))
	c.Flags().BoolVar(&dryRun, "dry-run", false, p.t("làm đủ mọi bước rồi hoàn lại", "do everything, then take it back"))
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in kết quả ra JSON", "print the result as JSON"))
	return c
}
