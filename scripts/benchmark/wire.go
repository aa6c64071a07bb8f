package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// askFor asks a server for paths in turn, over so many connections and for so long, and
// gives how long each answer took. A connection is written and read by one goroutine,
// without a client's machinery: who asks shares the machine with who answers, and is
// not what is measured.
func askFor(ctx context.Context, s *server, paths []string, connections int, during time.Duration) ([]time.Duration, error) {
	var next atomic.Int64
	var wait sync.WaitGroup
	took, failed := make([][]time.Duration, connections), make([]error, connections)
	ctx, cancel := context.WithTimeout(ctx, during)
	defer cancel()
	for c := range connections {
		wait.Go(func() {
			w, err := dial(s)
			if err != nil {
				failed[c] = err
				return
			}
			defer w.conn.Close()
			for ctx.Err() == nil {
				start := time.Now()
				if failed[c] = w.get(paths[int(next.Add(1))%len(paths)]); failed[c] != nil {
					return
				}
				took[c] = append(took[c], time.Since(start))
			}
		})
	}
	wait.Wait()
	var all []time.Duration
	for _, each := range took {
		all = append(all, each...)
	}
	return all, errors.Join(failed...)
}

// wire is a connection to a server that is asked again and again.
type wire struct {
	conn net.Conn
	r    *bufio.Reader
	host string
}

func dial(s *server) (*wire, error) {
	host := strings.TrimPrefix(s.url, "http://")
	conn, err := net.Dial("tcp", host)
	if err != nil {
		return nil, err
	}
	return &wire{conn, bufio.NewReaderSize(conn, 64<<10), host}, nil
}

// get reads what a path answers to a client that takes gzip, to its end.
func (w *wire) get(path string) error {
	if _, err := io.WriteString(w.conn, "GET "+path+" HTTP/1.1\r\nHost: "+w.host+"\r\nAccept-Encoding: gzip\r\n\r\n"); err != nil {
		return err
	}
	response, err := http.ReadResponse(w.r, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, response.Status)
	}
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
