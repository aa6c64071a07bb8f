package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

// example is a command line with what it does.
type example struct{ vi, en, line string }

// examples words them for a command's help.
func (p *program) examples(list ...example) string {
	var lines []string
	for _, e := range list {
		lines = append(lines, "  # "+p.t(e.vi, e.en), "  "+e.line)
	}
	return strings.Join(lines, "\n")
}

// localize puts a command's help into the language of its messages. cobra's own
// is English only.
func (p *program) localize(root *cobra.Command) {
	root.PersistentFlags().BoolP("help", "h", false, p.t("trợ giúp", "help"))
	root.Flags().Bool("version", false, p.t("phiên bản của chương trình", "version of the program"))
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, Args: cobra.ArbitraryArgs, Run: func(c *cobra.Command, args []string) {
		about, _, err := root.Find(args)
		if err != nil {
			about = root
		}
		p.help(about, args)
	}})
	root.SetHelpFunc(p.help)
	root.SetUsageFunc(func(c *cobra.Command) error { p.usage(c, p.err); return nil })
	root.SetFlagErrorFunc(p.wrongFlag)
}

func (p *program) help(c *cobra.Command, _ []string) {
	about := c.Long
	if about == "" {
		about = c.Short
	}
	fmt.Fprintf(p.out, "%s\n\n", about)
	p.usage(c, p.out)
}

// usage writes how a command is called: its form, the commands in it, examples
// and flags.
func (p *program) usage(c *cobra.Command, w io.Writer) {
	fmt.Fprintf(w, "%s:\n  %s\n", p.t("Cách dùng", "Usage"), p.form(c))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s:\n", p.t("Các lệnh", "Commands"))
		t := tabwriter.NewWriter(w, 2, 8, 2, ' ', 0)
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(t, "  %s\t%s\n", sub.Name(), sub.Short)
			}
		}
		t.Flush()
	}
	if c.HasExample() {
		fmt.Fprintf(w, "\n%s:\n%s\n", p.t("Ví dụ", "Examples"), c.Example)
	}
	if flags := c.LocalFlags().FlagUsages(); flags != "" {
		fmt.Fprintf(w, "\n%s:\n%s", p.t("Cờ", "Flags"), p.flags(flags))
	}
	if c.HasParent() {
		fmt.Fprintf(w, "\n%s:\n%s", p.t("Cờ chung", "Global flags"), p.flags(c.InheritedFlags().FlagUsages()))
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", fmt.Sprintf(p.t("Xem thêm: %s LỆNH --help", "More: %s COMMAND --help"), c.CommandPath()))
	}
}

// form is a command as it is called.
func (p *program) form(c *cobra.Command) string {
	form := c.CommandPath()
	if c.HasAvailableSubCommands() {
		form += p.t(" LỆNH", " COMMAND")
	}
	if _, arguments, ok := strings.Cut(c.Use, " "); ok {
		form += " " + arguments
	}
	return form + p.t(" [cờ]", " [flags]")
}

// flags words what the flag library says by itself.
func (p *program) flags(usages string) string {
	if p.english() {
		return usages
	}
	return strings.ReplaceAll(usages, "(default ", "(mặc định ")
}
