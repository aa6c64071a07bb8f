package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// median gives the middle of values, the lower of two.
func median[T int64 | float64 | time.Duration](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}

// ratios gives the median ratio of a to b, run by run.
func ratios(a, b []float64) float64 {
	each := make([]float64, len(a))
	for i := range a {
		each[i] = a[i] / b[i]
	}
	return median(each)
}

// ran is what a program took.
type ran struct {
	took  time.Duration
	peakB int64 // resident memory
	out   []byte
}

// sampling is how often a program's memory is looked at while it runs.
const sampling = 10 * time.Millisecond

// command runs a program to its end. Its peak memory is the last that was seen
// of it; rusage would count our own, from between fork and exec.
func command(ctx context.Context, environment []string, name string, args ...string) (ran, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(cmd.Environ(), environment...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return ran{}, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var peak int64
	for tick := time.NewTicker(sampling); ; {
		select {
		case err := <-ended:
			tick.Stop()
			if err != nil {
				return ran{}, fmt.Errorf("%s: %w\n%s", name, err, complaint.String())
			}
			return ran{time.Since(start), peak, out.Bytes()}, nil
		case <-tick.C:
			if seen, err := peakMemory(cmd.Process.Pid); err == nil {
				peak = max(peak, seen)
			}
		}
	}
}

// peakMemory gives the most memory a running process ever had resident, in bytes.
func peakMemory(pid int) (int64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for _, line := range lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kB, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kB * 1024, err
		}
	}
	return 0, fmt.Errorf("no VmHWM in %d/status", pid)
}

func megabytes(bytes int64) string { return fmt.Sprintf("%.0f MB", float64(bytes)/1e6) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// thousands writes 1234567 as 1,234,567.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func lines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }
