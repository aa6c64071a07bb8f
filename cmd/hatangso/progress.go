package main

import (
	"fmt"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/hatangso/hatangso/internal/registry"
)

// terminal gives the terminal that messages go to, nil when nobody watches.
func (p *program) terminal() *os.File {
	f, ok := p.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}

// stages of a bulk load, as postgres names them.
var stages = map[string]registry.Text{
	"copy":          registry.T("đọc", "reading"),
	"organizations": registry.T("tìm tổ chức", "finding organizations"),
	"resolve":       registry.T("đối chiếu", "resolving"),
	"rules":         registry.T("kiểm tra", "checking"),
	"sites":         registry.T("tìm vị trí", "finding sites"),
	"merge":         registry.T("ghi", "writing"),
	"clear":         registry.T("dọn dẹp", "tidying up"),
}

// stage words what a bulk load is doing.
func (p *program) stage(name string, rows int64) string {
	if t, ok := stages[name]; ok {
		name = p.text(t)
	}
	return fmt.Sprintf(p.t("%s, %d dòng", "%s, %d rows"), name, rows)
}

// bar makes a progress bar over a file's bytes; nil when nobody watches or the
// size is not known.
func (p *program) bar(in *os.File) *progressbar.ProgressBar {
	screen := p.terminal()
	info, err := in.Stat()
	if screen == nil || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return progressbar.NewOptions64(info.Size(), progressbar.OptionSetWriter(screen), progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(100_000_000), progressbar.OptionClearOnFinish())
}

// percentage tells a stage and how far along the whole is, on one line; nil
// when nobody watches.
func (p *program) percentage() func(registry.Text, float64) {
	screen := p.terminal()
	if screen == nil {
		return nil
	}
	const clearLine = "\r\x1b[K"
	return func(stage registry.Text, done float64) {
		fmt.Fprintf(screen, "%s  %3.0f %% %s", clearLine, 100*done, p.text(stage))
		if done >= 1 {
			fmt.Fprint(screen, clearLine)
		}
	}
}
