package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/hatangso/hatangso/internal/registry"
	"github.com/hatangso/hatangso/internal/vnname"
)

// usageError is a command line that cannot be understood: exit status 2.
type usageError struct {
	text registry.Text
	// command is asked for help.
	command string
}

func (e *usageError) Error() string { return e.text.EN }

// misused makes the error for a command line that cannot be understood.
func misused(c *cobra.Command, vi, en string, args ...any) error {
	return &usageError{registry.Tf(vi, en, args...), c.CommandPath()}
}

// group makes a command that only holds others. A word that is none of them is
// wrong usage, with the nearest; cobra would print the help and succeed.
func (p *program) group(c *cobra.Command) *cobra.Command {
	c.Args = cobra.ArbitraryArgs
	c.FParseErrWhitelist.UnknownFlags = true // the word before them is what is wrong
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		var names []string
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				names = append(names, sub.Name())
			}
		}
		return misused(c, "Không có lệnh %q trong %q.%s", "There is no command %q in %q.%s", args[0], c.CommandPath(), p.didYouMean(args[0], names))
	}
	return c
}

// didYouMean offers what is nearest to a word, with a space before.
func (p *program) didYouMean(word string, among []string) string {
	near := vnname.Nearest(word, among, 3)
	if len(near) == 0 {
		return ""
	}
	return p.t(" Có phải: ", " Did you mean: ") + strings.Join(near, ", ") + "?"
}

// files wants one argument or more.
func files(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misused(c, "Thiếu tên tệp.", "The file is missing.")
	}
	return nil
}

// oneArgument wants exactly one, called so.
func oneArgument(vi, en string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return &usageError{registry.T("Thiếu "+vi+".", "Missing: "+en+"."), c.CommandPath()}
		case len(args) > 1:
			return noArguments(c, args[1:])
		}
		return nil
	}
}

// noArguments wants none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused(c, "Thừa %q.", "%q is too much.", args[0])
	}
	return nil
}

// wrongFlag words an error of the flag parser.
func (p *program) wrongFlag(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		name := missing.GetSpecifiedName()
		dashes := "--"
		if missing.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return misused(c, "Không có cờ %s%s.%s", "There is no flag %s%s.%s", dashes, name, p.didYouMean("--"+name, names))
	case errors.As(err, &empty):
		return misused(c, "Cờ --%s cần một giá trị.", "The flag --%s needs a value.", empty.GetSpecifiedName())
	case errors.As(err, &invalid):
		return misused(c, "Cờ --%s không nhận %q.", "The flag --%s does not take %q.", invalid.GetFlag().Name, invalid.GetValue())
	}
	return misused(c, "Không hiểu: %v.", "Not understood: %v.", err)
}

// oneOf checks a flag whose values can be listed; empty passes when it is the
// default.
func oneOf(c *cobra.Command, flag string, values ...string) error {
	f := c.Flags().Lookup(flag)
	value := f.Value.String()
	if slices.Contains(values, value) || value == f.DefValue {
		return nil
	}
	return misused(c, "--%s không nhận %q; dùng %s.", "--%s does not take %q; use %s.", flag, value, strings.Join(values, ", "))
}

// day reads a date flag; nil when it is not given.
func day(c *cobra.Command, flag string) (*registry.Date, error) {
	value := c.Flags().Lookup(flag).Value.String()
	if value == "" {
		return nil, nil
	}
	d, err := registry.ParseDate(value)
	if err != nil {
		return nil, misused(c, "--%s: %q không phải ngày như 2025-07-01 hoặc 01/07/2025.", "--%s: %q is not a date such as 2025-07-01 or 01/07/2025.", flag, value)
	}
	return &d, nil
}
