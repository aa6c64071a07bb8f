package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
)

// benchmark is one thing to measure.
type benchmark struct {
	name, about string
	run         func(context.Context, *bench) ([]figure, error)
}

// benchmarks in the order they are run.
var benchmarks = []benchmark{
	{"export", "GeoJSON of all poles over HTTP against ogr2ogr and pg_featureserv", measureExport},
	{"page", "pages of 1,000 poles in boxes, 8 connections, against pg_featureserv", measurePage},
	{"features", "OGC API – Features: pages of 1,000 poles by a CQL2 filter, 8 connections, against pg_featureserv", measureFeatures},
	{"tiles", "500 vector tiles, cold, warm and after an edit, against tegola and SQL by hand", measureTiles},
	{"qgis", "all poles read into QGIS as a file, and some by the OGC API", measureQGIS},
	{"import", "poles from CSV and GeoJSON against ogr2ogr with PG_USE_COPY and a bare COPY", measureImport},
	{"filing", "a workbook and the province filed with every rule, and taken, beside import and ogr2ogr", measureFiling},
	{"rights", "all poles under row security against without", measureRights},
	{"coverage", "one moved site against the full recomputation", measureCoverage},
	{"sharing", "sharing by position of 30,000 sites, one distance and twenty", measureSharing},
	{"indicators", "every indicator from nothing, and what is answered from kept facts", measureIndicators},
	{"nation", "sharing by commune and kind from kept facts of the poles of the size in 3,321 communes", measureNation},
}

// figure is one line of the table.
type figure struct {
	what, ours, peer, ratio, goal string
}

// bench is what all benchmarks have.
type bench struct {
	binary string // the program
	runs   int
	size   size
	dir    string // scratch space
	grown  []took // of this size, for the table of how times grow with it
	databases
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := realMain(ctx, os.Args[1:])
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "benchmark:", err)
		os.Exit(1)
	}
}

func realMain(ctx context.Context, args []string) (err error) {
	flags := flag.NewFlagSet("benchmark", flag.ContinueOnError)
	b := &bench{}
	flags.StringVar(&b.binary, "binary", ".bin/hatangso", "the program to measure")
	flags.IntVar(&b.runs, "runs", 5, "runs a figure is the median of")
	sizeNames := flags.String("size", "M", "S, M, L or nation: a tenth of a province, a province, ten, and 10,000,000 poles for the export and for nation; several, as S,M,L, tell how times grow")
	output := flags.String("o", "", "file to write the table to as well, in Markdown")
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "usage: benchmark [flags] [benchmark]...")
		flags.PrintDefaults()
		for _, m := range benchmarks {
			fmt.Fprintf(flags.Output(), "  %-10s %s\n", m.name, m.about)
		}
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	names := strings.Split(strings.ToUpper(*sizeNames), ",")
	for _, name := range names {
		if _, known := sizes[name]; !known || b.runs < 1 {
			return fmt.Errorf("there is no size %q, or fewer than one run", name)
		}
	}
	for _, name := range flags.Args() {
		if !slices.ContainsFunc(benchmarks, func(m benchmark) bool { return m.name == name }) {
			return fmt.Errorf("there is no benchmark %q", name)
		}
	}

	if b.dir, err = os.MkdirTemp("", "hatangso-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	// as root the database runs as another user, who has to get there
	if err := os.Chmod(b.dir, 0o755); err != nil {
		return err
	}
	if b.databases, err = openDatabases(ctx, b.dir); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.databases.close()) }()

	var table strings.Builder
	var all [][]took
	for _, name := range names {
		b.size = sizes[name]
		before, kept := load(), withheld()
		figures, err := b.measure(ctx, flags.Args())
		if err != nil {
			return fmt.Errorf("size %s: %w", name, err)
		}
		all, b.grown = append(all, b.grown), nil
		fmt.Fprintf(&table, "%s\n\n%s. Medians of %d runs. Load average %s before, %s after; the host withheld %s of the processors.\n\n", machine(ctx), b.size, b.runs, before, load(), kept())
		if err := writeTable(&table, figures); err != nil {
			return err
		}
		fmt.Fprintln(&table)
		if err := b.dropAll(ctx); err != nil { // what the next needs the room for
			return err
		}
	}
	if err := writeGrowth(&table, names, all); err != nil {
		return err
	}
	if *output != "" {
		err = os.WriteFile(*output, []byte(table.String()), 0o644)
	}
	fmt.Print(table.String())
	return err
}

// measure runs the benchmarks of these names, all when there are none, at the size.
func (b *bench) measure(ctx context.Context, names []string) (figures []figure, err error) {
	for _, m := range benchmarks {
		if len(names) > 0 && !slices.Contains(names, m.name) {
			continue
		}
		progress("%s: %s", m.name, m.about)
		done, err := m.run(ctx, b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.name, err)
		}
		figures = append(figures, done...)
	}
	return figures, nil
}

// progress tells whoever waits what is being done.
func progress(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }

// writeTable writes a Markdown table that is also read as it stands.
func writeTable(to io.Writer, figures []figure) error {
	w := tabwriter.NewWriter(to, 1, 1, 1, ' ', tabwriter.Debug)
	row := func(cells ...string) { fmt.Fprintln(w, "| "+strings.Join(cells, "\t ")+"\t") }
	row("", "Hạ Tầng Số", "Peer", "Ratio", "Goal")
	row("---", "---", "---", "---", "---")
	for _, f := range figures {
		row(f.what, f.ours, f.peer, f.ratio, f.goal)
	}
	return w.Flush()
}
