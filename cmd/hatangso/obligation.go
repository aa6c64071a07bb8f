package main

import (
	"cmp"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

func (p *program) obligation() *cobra.Command {
	c := p.group(&cobra.Command{
		Use: "obligation", Short: p.t("Nghĩa vụ báo cáo: ai nộp gì, cho ai, trước ngày nào", "Obligations to report: who files what to whom by when"),
		Example: p.examples(
			example{"Bật nghĩa vụ của kế hoạch Thanh Hóa từ năm nay", "Switch on the obligation of Thanh Hóa's plan from this year", "hatangso obligation on th-report --from 2026-01-01"},
			example{"Ai còn nợ", "Who still owes", "hatangso obligation board"}),
	})
	c.AddCommand(p.obligationList(), p.obligationAdd(), p.obligationRequest(), p.obligationOn(), p.obligationOff(), p.obligationBoard())
	return c
}

func (p *program) obligationList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Args: noArguments,
		Short:   p.t("Các nghĩa vụ, đang bật hay chưa, hạn và căn cứ", "The obligations, whether they are switched on, their day and basis"),
		Example: p.examples(example{"Tất cả", "All of them", "hatangso obligation list"}),
		RunE: func(c *cobra.Command, _ []string) error {
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			who := p.actor("obligation list")
			w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
			fmt.Fprintln(w, p.t("MÃ\tBẬT\tHẠN\tAI NỘP\tTÊN\tCĂN CỨ", "CODE\tON\tDUE\tWHO\tTITLE\tBASIS"))
			for after := int64(0); ; {
				list, next, err := db.Obligations(c.Context(), who, registry.Page{After: after, Limit: registry.MaxPageLimit})
				if err != nil {
					return err
				}
				for _, o := range list {
					fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", o.Code, map[bool]string{true: p.t("có", "yes"), false: p.t("chưa", "no")}[o.Active],
						p.due(o), cmp.Or(o.Organization, strings.Join(o.Kinds, "+"), "?"), p.text(o.Title), strings.TrimSuffix(o.Basis+" ["+o.Mark+"]", " []"))
				}
				if after = next; next == 0 {
					return w.Flush()
				}
			}
		},
	}
}

// due words by when an obligation wants its report.
func (p *program) due(o registry.Obligation) string {
	words := "?"
	switch {
	case o.Recurrence == registry.Yearly && o.Month > 0:
		words = fmt.Sprintf(p.t("%02d/%02d hằng năm", "%02d/%02d every year"), o.Day, o.Month)
	case o.Recurrence == registry.Yearly:
		words = p.t("hằng năm, chưa định ngày", "every year, no day yet")
	case o.Date != nil:
		words = o.Date.String()
	default:
		return p.t("khi được yêu cầu", "on request")
	}
	if o.Before {
		words = p.t("trước ", "before ") + words
	}
	return words
}

// obligationFlags are what several commands say of an obligation.
type obligationFlags struct {
	title, titleEN, basis, recipient, organization, noun, every string
	kinds                                                       []string
	remind                                                      []int
	before                                                      bool
}

func (p *program) describe(c *cobra.Command, f *obligationFlags) {
	c.Flags().StringVar(&f.title, "title", "", p.t("tên báo cáo", "what is reported, in Vietnamese"))
	c.Flags().StringVar(&f.titleEN, "title-en", "", p.t("tên tiếng Anh; không ghi là như --title", "what is reported, in English; as --title without it"))
	c.Flags().StringVar(&f.basis, "basis", "", p.t("văn bản làm căn cứ", "the document that obliges"))
	c.Flags().StringVar(&f.recipient, "recipient", "", p.t("nơi nhận; không ghi là Sở", "whom it goes to; the department (Sở) without it"))
	c.Flags().StringVar(&f.noun, "noun", registry.AnyFiling, p.t("hồ sơ loại nào là hoàn thành: sites, poles…, any, paper", "whose filings fulfil it: sites, poles…, any or paper"))
	c.Flags().IntSliceVar(&f.remind, "remind", registry.DefaultRemind, p.t("nhắc trước hạn bao nhiêu ngày", "how many days before it to remind"))
	p.oblige(c, f)
}

// oblige are the flags that say who is obliged.
func (p *program) oblige(c *cobra.Command, f *obligationFlags) {
	c.Flags().StringVar(&f.organization, "organization", "", p.t("mã tổ chức phải nộp; không ghi là mọi tổ chức thuộc --kind", "code of the one that is obliged; all of --kind without it"))
	c.Flags().StringSliceVar(&f.kinds, "kind", []string{"operator"}, p.t("loại tổ chức: operator, tower_company, power_company, authority, other", "kinds of organizations: operator, tower_company, power_company, authority or other"))
	c.Flags().BoolVar(&f.before, "before", false, p.t("văn bản ghi \"trước ngày\": nộp đúng ngày ấy là muộn", "the document says \"before\" the day: on the day itself it is late"))
}

// on sets the day and the month of an obligation that comes every year.
func (f *obligationFlags) on(c *cobra.Command, o *registry.Obligation) error {
	if f.every == "" {
		return nil
	}
	day, err := time.Parse("2/1/2006", f.every+"/2024") // a leap year
	if err != nil {
		return misused(c, "--every: %q không phải ngày trong năm như 30/10.", "--every: %q is not a day of the year such as 30/10.", f.every)
	}
	o.Day, o.Month = day.Day(), int(day.Month())
	return nil
}

// fill makes an obligation of the flags that were given; what was not stays.
func (f *obligationFlags) fill(c *cobra.Command, o *registry.Obligation) {
	given := func(flag string) bool { return c.Flags().Changed(flag) }
	o.Title.VI = cmp.Or(f.title, o.Title.VI)
	o.Title.EN = cmp.Or(f.titleEN, f.title, o.Title.EN)
	o.Basis = cmp.Or(f.basis, o.Basis)
	o.Recipient = cmp.Or(f.recipient, o.Recipient, "Sở")
	if given("noun") || o.FulfilledBy == "" {
		o.FulfilledBy = f.noun
	}
	if given("remind") || o.Remind == nil {
		o.Remind = f.remind
	}
	if f.fillObliged(c, o); o.Organization == "" && len(o.Kinds) == 0 {
		o.Kinds = f.kinds
	}
}

// fillObliged sets who is obliged, where the flags say so.
func (f *obligationFlags) fillObliged(c *cobra.Command, o *registry.Obligation) {
	if c.Flags().Changed("organization") {
		o.Organization = f.organization
	}
	if c.Flags().Changed("kind") {
		o.Kinds = f.kinds
	}
	if c.Flags().Changed("before") {
		o.Before = f.before
	}
}

func (p *program) obligationAdd() *cobra.Command {
	var f obligationFlags
	c := &cobra.Command{
		Use: p.t("add MÃ", "add CODE"), Args: oneArgument("mã của nghĩa vụ", "the obligation's code"),
		Short: p.t("Thêm một nghĩa vụ hằng năm và bật ngay", "Add an obligation of every year, and switch it on"),
		Example: p.examples(
			example{"Mọi doanh nghiệp, trước 30/10", "Every operator, before the 30th of October", "hatangso obligation add bc-2026 --title Báo-cáo-năm --basis KH-12/KH-UBND --every 30/10 --before"},
			example{"Một công ty hạ tầng, vị trí trạm", "A tower company, its sites", "hatangso obligation add vt-1 --title Vị-trí --basis CV-7 --every 15/12 --organization OCK --noun sites"}),
		RunE: func(c *cobra.Command, args []string) error {
			o := registry.Obligation{Code: args[0], Recurrence: registry.Yearly, OpensDays: registry.DefaultOpensDays, Active: true}
			if f.every == "" {
				return misused(c, "Thiếu --every, ngày phải nộp hằng năm.", "Missing: --every, the day it is due every year.")
			}
			if err := f.on(c, &o); err != nil {
				return err
			}
			return p.makeObligation(c, "obligation add", "", &f, &o)
		},
	}
	p.describe(c, &f)
	c.Flags().StringVar(&f.every, "every", "", p.t("ngày/tháng phải nộp hằng năm, như 30/10", "day/month it is due every year, such as 30/10"))
	return c
}

func (p *program) obligationRequest() *cobra.Command {
	var f obligationFlags
	var like, due string
	c := &cobra.Command{
		Use: p.t("request MÃ", "request CODE"), Args: oneArgument("mã của yêu cầu", "the request's code"),
		Short: p.t("Yêu cầu báo cáo đột xuất, một lần; người nộp được báo ngay", "Request a report, once; those who file are told at once"),
		Example: p.examples(
			example{"Theo mẫu của kế hoạch Hải Dương", "As the plan of Hải Dương has it", "hatangso obligation request yc-2026-11 --like hd-report --due 2026-12-31"},
			example{"Một doanh nghiệp", "One operator", "hatangso obligation request yc-7 --title Số-liệu-cột --basis CV-7 --due 31/12/2026 --organization VNPT --noun pole"}),
		RunE: func(c *cobra.Command, args []string) error {
			date, err := day(c, "due")
			if err != nil {
				return err
			}
			if date == nil {
				return misused(c, "Thiếu --due, ngày phải nộp.", "Missing: --due, the day it is due.")
			}
			o := registry.Obligation{Code: args[0], Recurrence: registry.Once, Date: date, OpensDays: registry.DefaultOpensDays, Active: true}
			return p.makeObligation(c, "obligation request", like, &f, &o)
		},
	}
	p.describe(c, &f)
	c.Flags().StringVar(&due, "due", "", p.t("ngày phải nộp", "the day it is due"))
	c.Flags().StringVar(&like, "like", "", p.t("mã nghĩa vụ lấy tên, căn cứ, nơi nhận, ai nộp", "code of an obligation to take title, basis, recipient and who reports from"))
	return c
}

// makeObligation stores a new obligation, after another where one is named.
func (p *program) makeObligation(c *cobra.Command, command, like string, f *obligationFlags, o *registry.Obligation) error {
	db, close, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer close()
	who := p.actor(command)
	if like != "" {
		model, err := p.obligationOf(c, db, who, like)
		if err != nil {
			return err
		}
		o.Title, o.Basis, o.Mark, o.Recipient, o.Organization, o.Kinds, o.FulfilledBy, o.Remind =
			model.Title, model.Basis, model.Mark, model.Recipient, model.Organization, model.Kinds, model.FulfilledBy, model.Remind
	}
	f.fill(c, o)
	made, err := db.CreateObligation(c.Context(), who, *o)
	if err == nil {
		fmt.Fprintf(p.out, "%s\t%s\n", made.Code, p.due(made))
	}
	return err
}

// obligationOf finds an obligation by its code.
func (p *program) obligationOf(c *cobra.Command, db *postgres.DB, who registry.Actor, code string) (registry.Obligation, error) {
	o, err := db.ObligationOf(c.Context(), who, code)
	if registry.CodeOf(err) == registry.CodeNotFound {
		return o, registry.Errorf(registry.CodeNotFound, "Không có nghĩa vụ %q; xem: hatangso obligation list.", "There is no obligation %q; see: hatangso obligation list.", code)
	}
	return o, err
}

func (p *program) obligationOn() *cobra.Command {
	var f obligationFlags
	var from string
	c := &cobra.Command{
		Use: p.t("on MÃ", "on CODE"), Args: oneArgument("mã của nghĩa vụ", "the obligation's code"),
		Short: p.t("Bật một nghĩa vụ; ghi thêm những gì kế hoạch chưa nêu", "Switch an obligation on, with what its plan leaves open"),
		Example: p.examples(
			example{"Trước 10/12 hằng năm, từ năm nay", "Before the 10th of December, from this year", "hatangso obligation on qng-implementation --from 2026-01-01"},
			example{"Kế hoạch không nêu ngày", "Where the plan names no day", "hatangso obligation on nb-results --every 31/12 --kind operator,authority"}),
		RunE: func(c *cobra.Command, args []string) error {
			since, err := day(c, "from")
			if err != nil {
				return err
			}
			var days registry.Obligation
			if err := f.on(c, &days); err != nil {
				return err
			}
			return p.changeObligation(c, args[0], func(o *registry.Obligation) {
				o.Active = true
				if f.every != "" {
					o.Day, o.Month = days.Day, days.Month
				}
				if since != nil {
					o.ValidFrom = since
				}
				f.fillObliged(c, o)
			})
		},
	}
	p.oblige(c, &f)
	c.Flags().StringVar(&f.every, "every", "", p.t("ngày/tháng phải nộp hằng năm, như 30/10", "day/month it is due every year, such as 30/10"))
	c.Flags().StringVar(&from, "from", "", p.t("có hiệu lực từ; không ghi là hôm nay", "in force from; today without it"))
	return c
}

func (p *program) obligationOff() *cobra.Command {
	return &cobra.Command{
		Use: p.t("off MÃ", "off CODE"), Args: oneArgument("mã của nghĩa vụ", "the obligation's code"),
		Short:   p.t("Tắt một nghĩa vụ; những gì đã nộp vẫn còn", "Switch an obligation off; what was filed stays"),
		Example: p.examples(example{"Không nhắc nữa", "It reminds nobody any more", "hatangso obligation off th-report"}),
		RunE: func(c *cobra.Command, args []string) error {
			return p.changeObligation(c, args[0], func(o *registry.Obligation) { o.Active = false })
		},
	}
}

// changeObligation changes the obligation of a code.
func (p *program) changeObligation(c *cobra.Command, code string, change func(*registry.Obligation)) error {
	db, close, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer close()
	who := p.actor("obligation " + c.Name())
	o, err := p.obligationOf(c, db, who, code)
	if err != nil {
		return err
	}
	_, err = db.UpdateObligation(c.Context(), who, o.ID, o.Version, change)
	return err
}

func (p *program) obligationBoard() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use: "board", Args: noArguments,
		Short: p.t("Mức đầy đủ của từng tổ chức: đã nộp, quá hạn, bị trả lại", "How every organization stands: filed, late, returned"),
		Example: p.examples(
			example{"Một năm qua và một năm tới", "The year past and the year to come", "hatangso obligation board"},
			example{"Một năm", "One year", "hatangso obligation board --from 2026-01-01 --to 2027-01-01"}),
		RunE: func(c *cobra.Command, _ []string) error {
			today := registry.DateOf(time.Now())
			f := postgres.DutyFilter{From: today.AddMonths(-12), To: today.AddMonths(12), Today: today}
			for flag, into := range map[string]*registry.Date{"from": &f.From, "to": &f.To} {
				given, err := day(c, flag)
				if err != nil {
					return err
				}
				if given != nil {
					*into = *given
				}
			}
			if !f.From.Before(f.To) || f.From.AddDays(postgres.MaxDutyDays).Before(f.To) {
				return misused(c, "--to phải sau --from, cách không quá %d ngày.", "--to comes after --from, at most %d days apart.", postgres.MaxDutyDays)
			}
			db, close, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer close()
			board, err := db.Board(c.Context(), p.actor("obligation board"), f)
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(p.out, 2, 8, 2, ' ', 0)
			fmt.Fprintln(w, p.t("TỔ CHỨC\tKỲ\tCHƯA ĐẾN\tĐẾN KỲ\tQUÁ HẠN\tĐÃ NỘP\tTRẢ LẠI\tCHẤP NHẬN\tSỐ NGÀY MUỘN\tNỘP LẦN CUỐI\tNGƯỜI ĐƯỢC NHẮC",
				"ORGANIZATION\tDUTIES\tNOT DUE\tDUE\tLATE\tFILED\tRETURNED\tACCEPTED\tDAYS LATE\tLAST FILED\tREMINDED"))
			for _, b := range board {
				last := "-"
				if b.LastFiledAt != nil {
					last = b.LastFiledAt.Format(time.DateOnly)
				}
				fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t%d\n", b.Organization, b.Duties, b.NotDue, b.Due, b.Late, b.Filed, b.Returned, b.Accepted, b.LateDays, last, b.Accounts)
			}
			return w.Flush()
		},
	}
	c.Flags().StringVar(&from, "from", "", p.t("hạn từ ngày", "due from a day"))
	c.Flags().StringVar(&to, "to", "", p.t("hạn trước ngày", "due before a day"))
	return c
}
