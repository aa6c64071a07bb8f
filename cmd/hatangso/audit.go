package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) audit() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "audit", Short: p.t("Nhật ký thay đổi: chứng minh không ai sửa, xuất cho hệ thống khác", "The change log: proof that nobody rewrote it, and its export"),
		Example: p.examples(example{"Kiểm tra cả chuỗi", "Prove the whole chain", "hatangso audit verify"}),
	})
	c.AddCommand(p.auditVerify(), p.auditExport())
	return c
}

func (p *program) auditVerify() *cobra.Command {
	var head string
	var asJSON bool
	c := &cobra.Command{
		Use: "verify", Args: noArguments,
		Short: p.t("Chứng minh chuỗi băm của nhật ký; nêu mắt xích đứt đầu tiên", "Prove the log's chain of hashes, and name the first broken link"),
		Long: p.t("Niêm phong mọi mục chưa niêm phong, rồi tính lại cả chuỗi. Ghi lại đầu chuỗi in ra ở nơi khác: lần sau đưa vào --head để biết\ncuối nhật ký có bị cắt không.",
			"Seals what is not sealed yet, then computes the whole chain anew. Note the head it prints somewhere else: given to --head later, it\nshows whether the end of the log was cut off."),
		Example: p.examples(example{"So với đầu chuỗi đã ghi lại", "Against a head noted earlier", "hatangso audit verify --head 5f2c…"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			if _, err := db.Seal(c.Context()); err != nil {
				return err
			}
			r, err := db.VerifyAudit(c.Context(), p.actor("audit verify"), head)
			if err != nil {
				return err
			}
			if asJSON {
				if err := json.NewEncoder(p.out).Encode(r); err != nil {
					return err
				}
			} else {
				fmt.Fprintf(p.out, p.t("%d mục đã niêm phong. Đầu chuỗi: %s\n", "%d entries are sealed. Head: %s\n"), r.Sealed, r.Head)
			}
			switch {
			case r.Broken != nil:
				return registry.Errorf(registry.CodeConflict, "Mắt xích đứt ở mục %d: nội dung không còn là thứ đã niêm phong.",
					"The chain breaks at entry %d: it is not what was sealed.", *r.Broken)
			case r.HeadFound != nil && !*r.HeadFound:
				return registry.Errorf(registry.CodeConflict, "Không thấy đầu chuỗi %s: cuối nhật ký đã bị cắt, hoặc đây là sổ khác.",
					"The head %s is not in the chain: the end of the log was cut off, or this is another register.", head)
			}
			return nil
		},
	}
	c.Flags().StringVar(&head, "head", "", p.t("đầu chuỗi đã ghi lại trước đây", "a head noted earlier"))
	c.Flags().BoolVar(&asJSON, "json", false, p.t("in ra JSON", "print JSON"))
	return c
}

func (p *program) auditExport() *cobra.Command {
	var since int64
	var output string
	c := &cobra.Command{
		Use: "export", Args: noArguments,
		Short:   p.t("Xuất nhật ký dạng NDJSON, gồm cả sự kiện an ninh và dấu niêm phong", "The log as NDJSON, with security events and seals"),
		Example: p.examples(example{"Từ sau mục 1000", "After entry 1000", "hatangso audit export --since 1000 -o nhat-ky.ndjson"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			return toFile(output, p.out, func(w io.Writer) error {
				n, err := db.ExportAudit(c.Context(), p.actor("audit export"), since, w)
				if err == nil && toDisk(output) {
					fmt.Fprintf(p.err, "%s: %d\n", output, n)
				}
				return err
			})
		},
	}
	c.Flags().Int64Var(&since, "since", 0, p.t("chỉ các mục sau số này", "only entries after this number"))
	c.Flags().StringVarP(&output, "output", "o", "", p.t("tệp để ghi (mặc định: đầu ra chuẩn)", "file to write (default: standard output)"))
	return c
}
