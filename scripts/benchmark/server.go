package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// server is the program, serving.
type server struct {
	cmd *exec.Cmd
	url string
}

func (b *bench) serve(ctx context.Context, dsn string) (*server, error) {
	cmd := exec.CommandContext(ctx, b.binary, "serve", "--addr", "127.0.0.1:0", "--database", dsn)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	url, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		_ = cmd.Process.Kill()
		return nil, fmt.Errorf("the server says no address: %w", err)
	}
	return &server{cmd: cmd, url: strings.TrimSpace(url)}, nil
}

func (s *server) stop() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
}

// peak gives the most memory the server ever had resident, in bytes.
func (s *server) peak() (int64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for _, line := range lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kB, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kB * 1024, err
		}
	}
	return 0, fmt.Errorf("no VmHWM in %d/status", s.cmd.Process.Pid)
}
