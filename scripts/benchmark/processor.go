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

// processes are those that something is made by.
type processes struct {
	server     int // 0 for none but the database's
	postmaster int // the database's
}

// spent is processor time.
type spent struct{ server, database time.Duration }

func (a spent) sum() time.Duration { return a.server + a.database }

// spends gives the processor time that processes have while something is done.
func (p processes) spends(do func() error) (spent, error) {
	before, err := p.spent()
	if err != nil {
		return spent{}, err
	}
	if err := do(); err != nil {
		return spent{}, err
	}
	after, err := p.spent()
	return spent{after.server - before.server, after.database - before.database}, err
}

// spent gives the processor time that processes have had.
func (p processes) spent() (s spent, err error) {
	if p.server != 0 {
		if s.server, err = processorTime(p.server); err != nil {
			return s, err
		}
	}
	s.database, err = processorTime(p.postmaster)
	return s, err
}

// perOne gives the milliseconds that each of so many took.
func perOne(d time.Duration, of int) float64 { return float64(d.Microseconds()) / 1e3 / float64(of) }

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
