package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
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
	cmd.Env = append(os.Environ(), "HATANGSO_KEEP_INDICATORS=false") // what is measured is not made beside something else
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
func (s *server) peak() (int64, error) { return peakMemory(s.cmd.Process.Pid) }
