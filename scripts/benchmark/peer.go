package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// peer is a program in Go that ours is measured against, at an exact version: the
// module proxy need not have a list.
type peer struct {
	name, module, version string
	// command is the path of its main package below the module, "" for the module's own.
	command string
	// environment is what it is built with besides.
	environment []string
}

// built gives a peer's program, built on first use beside ours. A module of its own
// asks for it, so that ours does not depend on what it needs.
func (b *bench) built(ctx context.Context, p peer) (program string, err error) {
	program, err = filepath.Abs(filepath.Join(filepath.Dir(b.binary), p.name+"-"+p.version))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	progress("building %s %s", p.name, p.version)
	dir, err := os.MkdirTemp(b.dir, p.name+"-")
	if err != nil {
		return "", err
	}
	mod := fmt.Sprintf("module peer\n\ngo 1.26\n\nrequire %s %s\n", p.module, p.version)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644); err != nil {
		return "", err
	}
	build := exec.CommandContext(ctx, "go", "build", "-mod=mod", "-o", program, p.module+p.command)
	build.Dir = dir
	build.Env = append(build.Environ(), p.environment...)
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s %s cannot be built, which needs the module proxy once: %w\n%s", p.name, p.version, err, out)
	}
	return program, nil
}

// startWithin is how long a server may take to answer.
const startWithin = 15 * time.Second

// answers waits until a server that was started answers at a path, and stops one
// that does not.
func (s *server) answers(ctx context.Context, path string) error {
	for deadline := time.Now().Add(startWithin); ; time.Sleep(50 * time.Millisecond) {
		_, _, _, err := download(ctx, s.url+path)
		if err == nil {
			return nil
		}
		if time.Now().After(deadline) {
			s.stop()
			return err
		}
	}
}

// freePort gives a port that nobody listens at: peers do not say which they took.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
