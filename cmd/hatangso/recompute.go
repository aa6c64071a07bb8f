package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// recompute makes the kept reach anew: the check that the kept one is right.
func (p *program) recompute() *cobra.Command {
	return &cobra.Command{
		Use: "recompute", Args: noArguments,
		Short:   p.t("Tính lại từ đầu thôn nào trong tầm của trạm nào", "Compute which village is in reach of what anew"),
		Example: p.examples(example{"Kiểm tra kết quả đã lưu", "Check what is kept", "hatangso indicators recompute"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			n, err := db.RecomputeReach(c.Context(), p.actor("recompute reach"))
			if err == nil {
				fmt.Fprintf(p.out, p.t("%d quan hệ thôn – trạm.\n", "%d pairs of village and station.\n"), n)
			}
			return err
		},
	}
}
