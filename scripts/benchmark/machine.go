package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// machine names the machine and the programs, for the head of the table.
func machine(ctx context.Context) string {
	cpu := "unknown processor"
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for _, line := range lines(string(info)) {
			if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
				cpu = strings.TrimSpace(value)
				break
			}
		}
	}
	memory := "?"
	if info, err := os.ReadFile("/proc/meminfo"); err == nil {
		if fields := strings.Fields(lines(string(info))[0]); len(fields) > 1 {
			if kB, err := strconv.ParseFloat(fields[1], 64); err == nil {
				memory = fmt.Sprintf("%.0f GB", kB/1e6)
			}
		}
	}
	gdal := "no GDAL"
	if out, err := exec.CommandContext(ctx, "ogr2ogr", "--version").Output(); err == nil {
		gdal, _, _ = strings.Cut(strings.TrimSpace(string(out)), ",")
	}
	return fmt.Sprintf("%s, %d cores, %s; %s, %s; %s", cpu, runtime.NumCPU(), memory, runtime.Version(), gdal, time.Now().Format("2006-01-02"))
}

// load gives the load average of the last minute: above the number of cores,
// other programs disturb.
func load() string {
	info, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	one, _, _ := strings.Cut(string(info), " ")
	return one
}

// withheld tells, once it is over, how much of the processors the host of a virtual
// machine kept for others: what is told by the clock is slower by as much and more.
func withheld() func() string {
	stolen := func() (of, all float64) {
		info, _ := os.ReadFile("/proc/stat")
		first, _, _ := strings.Cut(string(info), "\n")
		for i, field := range strings.Fields(strings.TrimPrefix(first, "cpu")) {
			ticks, _ := strconv.ParseFloat(field, 64)
			if i < 8 { // what guests had is in the rest
				all += ticks
			}
			if i == 7 {
				of = ticks
			}
		}
		return of, all
	}
	of, all := stolen()
	return func() string {
		nowOf, nowAll := stolen()
		if nowAll == all {
			return "an unknown part"
		}
		return fmt.Sprintf("%.0f %%", 100*(nowOf-of)/(nowAll-all))
	}
}
