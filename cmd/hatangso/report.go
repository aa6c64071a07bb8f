package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/briefing"
	"github.com/hatangso/hatangso/internal/registry"
)

// report is the group of commands that write reports (báo cáo).
func (p *program) report() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "report", Short: p.t("Báo cáo: hằng năm gửi UBND tỉnh, của doanh nghiệp, theo dõi nộp, phiếu xã, minh chứng DII", "Reports: the yearly one to the province, operators’ own, who has filed, a commune’s sheet, the DII pack"),
		Example: p.examples(
			example{"Báo cáo năm để sửa tiếp và phụ lục số liệu", "The yearly report to go on with, and its data annex", "hatangso report annual --plan qng-2022 --as-of 2026-11-22 -o bao-cao.docx"},
			example{"Phiếu của một xã cho điện thoại", "A commune’s sheet for a phone", "hatangso report commune --unit 21001 -o phieu.html"}),
	})
	c.AddCommand(p.reportAnnual(), p.reportOperator(), p.reportCompleteness(), p.reportCommune(), p.reportEvidence())
	return c
}

// written is a report and the ways it can be written, by extension.
type written map[string]func(io.Writer) error

// writeReport gathers a report and writes it as the file's extension says.
func (p *program) writeReport(c *cobra.Command, output string, formats []string, gather func(context.Context, *briefing.Desk, registry.Actor) (written, error)) error {
	extension := strings.TrimPrefix(strings.ToLower(filepath.Ext(output)), ".")
	if !toDisk(output) {
		extension = formats[0]
	}
	known := false
	for _, f := range formats {
		known = known || f == extension
	}
	if !known {
		return misused(c, "Tên tệp (-o) phải có đuôi .%s.", "The file’s name (-o) has to end with .%s.", strings.Join(formats, ", ."))
	}
	db, close, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer close()
	w, err := gather(c.Context(), &briefing.Desk{DB: db, Issuer: p.env.Issuer}, p.actor("report"))
	if err != nil {
		return err
	}
	return toFile(output, p.out, w[extension])
}

// reportFlags adds the day and the file of a report.
func (p *program) reportFlags(c *cobra.Command, output *string, formats ...string) {
	c.Flags().String("as-of", "", p.t("ngày của số liệu (mặc định: hôm nay)", "day the numbers are of (default: today)"))
	c.Flags().StringVarP(output, "output", "o", "", p.t("tệp ghi ra, đuôi ."+strings.Join(formats, ", .")+" (mặc định: ra màn hình)", "file to write, ending with ."+strings.Join(formats, ", .")+" (default: standard output)"))
}

// needed marks a flag that has to be given.
func needed(c *cobra.Command, flag string) *cobra.Command {
	if err := c.MarkFlagRequired(flag); err != nil {
		panic(err) // there is no such flag: a mistake in this file
	}
	return c
}

func (p *program) reportAnnual() *cobra.Command {
	var code, output string
	c := &cobra.Command{
		Use: "annual", Args: noArguments, Short: p.t("Báo cáo năm của Sở gửi UBND tỉnh theo một kế hoạch: DOCX, PDF; phụ lục số liệu: XLSX", "The department’s yearly report on a plan: DOCX, PDF; its data annex: XLSX"),
		Example: p.examples(
			example{"Báo cáo để sửa tiếp", "The report to go on with", "hatangso report annual --plan qng-2022 --as-of 2026-11-22 -o bao-cao.docx"},
			example{"Phụ lục số liệu có công thức", "The data annex with its formulas", "hatangso report annual --plan qng-2022 -o phu-luc.xlsx"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			return p.writeReport(c, output, []string{"docx", "pdf", "xlsx"}, func(ctx context.Context, d *briefing.Desk, who registry.Actor) (written, error) {
				a, err := d.Annual(ctx, who, code, asOf, strings.EqualFold(filepath.Ext(output), ".xlsx"))
				if err != nil {
					return nil, err
				}
				return written{"docx": a.WriteDOCX, "pdf": a.WritePDF, "xlsx": a.WriteXLSX}, nil
			})
		},
	}
	c.Flags().StringVar(&code, "plan", "", p.t("mã kế hoạch", "the plan’s code"))
	p.reportFlags(c, &output, "docx", "pdf", "xlsx")
	return needed(c, "plan")
}

func (p *program) reportOperator() *cobra.Command {
	var code, output string
	c := &cobra.Command{
		Use: "operator", Args: noArguments, Short: p.t("Báo cáo của một doanh nghiệp gửi Sở: DOCX, PDF", "An enterprise’s own report to the department: DOCX, PDF"),
		Example: p.examples(example{"Của VNPT", "Of VNPT", "hatangso report operator --organization VNPT -o vnpt.docx"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			return p.writeReport(c, output, []string{"docx", "pdf"}, func(ctx context.Context, d *briefing.Desk, who registry.Actor) (written, error) {
				o, err := d.Operator(ctx, who, code, asOf)
				if err != nil {
					return nil, err
				}
				return written{"docx": o.WriteDOCX, "pdf": o.WritePDF}, nil
			})
		},
	}
	c.Flags().StringVar(&code, "organization", "", p.t("mã tổ chức", "the organization’s code"))
	p.reportFlags(c, &output, "docx", "pdf")
	return needed(c, "organization")
}

func (p *program) reportCompleteness() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use: "completeness", Args: noArguments, Short: p.t("Ai đã nộp, ai chậm: DOCX, PDF, XLSX", "Who has filed and who is late: DOCX, PDF, XLSX"),
		Example: p.examples(example{"Của năm 2026", "Of 2026", "hatangso report completeness --from 2026-01-01 --to 2027-01-01 -o nop-bao-cao.xlsx"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			from, to := registry.NewDate(asOf.Time().Year(), time.January, 1), registry.NewDate(asOf.Time().Year()+1, time.January, 1)
			for flag, d := range map[string]*registry.Date{"from": &from, "to": &to} {
				given, err := day(c, flag)
				if err != nil {
					return err
				}
				if given != nil {
					*d = *given
				}
			}
			return p.writeReport(c, output, []string{"docx", "pdf", "xlsx"}, func(ctx context.Context, d *briefing.Desk, who registry.Actor) (written, error) {
				list, err := d.Completeness(ctx, who, from, to, asOf)
				if err != nil {
					return nil, err
				}
				return written{"docx": list.WriteDOCX, "pdf": list.WritePDF, "xlsx": list.WriteXLSX}, nil
			})
		},
	}
	c.Flags().String("from", "", p.t("hạn từ ngày (mặc định: đầu năm)", "due from this day (default: the year’s first)"))
	c.Flags().String("to", "", p.t("hạn trước ngày (mặc định: đầu năm sau)", "due before this day (default: the next year’s first)"))
	p.reportFlags(c, &output, "docx", "pdf", "xlsx")
	return c
}

func (p *program) reportCommune() *cobra.Command {
	var unit, output string
	c := &cobra.Command{
		Use: "commune", Args: noArguments, Short: p.t("Phiếu của một xã, một trang cho điện thoại hay để in: HTML, PDF", "A commune’s sheet, one page for a phone or to print: HTML, PDF"),
		Example: p.examples(example{"Để in", "To print", "hatangso report commune --unit 21001 -o phieu.pdf"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			return p.writeReport(c, output, []string{"html", "pdf"}, func(ctx context.Context, d *briefing.Desk, who registry.Actor) (written, error) {
				sheet, err := d.Commune(ctx, who, unit, asOf)
				if err != nil {
					return nil, err
				}
				return written{"html": sheet.WriteHTML, "pdf": sheet.WritePDF}, nil
			})
		},
	}
	c.Flags().StringVar(&unit, "unit", "", p.t("mã xã, phường, đặc khu", "the commune’s code"))
	p.reportFlags(c, &output, "html", "pdf")
	return needed(c, "unit")
}

func (p *program) reportEvidence() *cobra.Command {
	var unit, output string
	c := &cobra.Command{
		Use: "evidence", Args: noArguments, Short: p.t("Hồ sơ minh chứng DII: giá trị, nguồn, bản ghi, đối soát vòng 1 và 2: XLSX", "The DII evidence pack: values, sources, records, rounds 1 and 2: XLSX"),
		Example: p.examples(example{"Đến hết năm 2025", "To the end of 2025", "hatangso report evidence --as-of 2025-12-31 -o dii.xlsx"}),
		RunE: func(c *cobra.Command, _ []string) error {
			asOf, err := dayOrToday(c, "as-of")
			if err != nil {
				return err
			}
			return p.writeReport(c, output, []string{"xlsx"}, func(ctx context.Context, d *briefing.Desk, who registry.Actor) (written, error) {
				e, err := d.Evidence(ctx, who, unit, asOf)
				if err != nil {
					return nil, err
				}
				return written{"xlsx": e.WriteXLSX}, nil
			})
		},
	}
	c.Flags().StringVar(&unit, "unit", "", p.t("mã đơn vị hành chính (mặc định: cả sổ)", "code of a unit (default: the whole register)"))
	p.reportFlags(c, &output, "xlsx")
	return c
}
