package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// clockTicks is how many the kernel counts a second, on every Linux that Go runs on.
const clockTicks = 100

// processorTime gives the processor time that a process and those it started have
// had, the ended ones included: all of PostgreSQL by its postmaster.
func processorTime(pid int) (time.Duration, error) {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, err
	}
	var ticks int64
	found := false
	for _, name := range stats {
		line, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended
		}
		// after the name, which may have spaces: state, parent, … utime, stime, and those of children that were waited for
		_, rest, _ := strings.Cut(string(line), ") ")
		fields := strings.Fields(rest)
		if len(fields) < 15 {
			continue
		}
		own, of := filepath.Base(filepath.Dir(name)) == strconv.Itoa(pid), fields[1] == strconv.Itoa(pid)
		if !own && !of {
			continue
		}
		found = found || own
		for i, field := range fields[11:15] {
			if i >= 2 && !own {
				break
			}
			n, err := strconv.ParseInt(field, 10, 64)
			if err != nil {
				return 0, fmt.Errorf("%s: %w", name, err)
			}
			ticks += n
		}
	}
	if !found {
		return 0, fmt.Errorf("there is no process %d", pid)
	}
	return time.Duration(ticks) * time.Second / clockTicks, nil
}
