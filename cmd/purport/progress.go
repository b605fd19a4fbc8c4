package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/purport-nlp/purport/pipeline/reader"
)

// progress shows how far a run is, on standard error. The zero progress shows
// nothing.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress returns the bar that the flags and the terminal ask for. Files
// of JSON lines hold an unknown number of documents, so that with them there
// is a count and no end.
func newProgress(run *extraction, files []reader.File) progress {
	if !wantsProgress(run) {
		return progress{}
	}
	total := len(files)
	for _, file := range files {
		if run.format == reader.JSONL || run.format == reader.Auto && reader.IsLines(file.Path) {
			total = -1
		}
	}
	if total >= 0 && run.limit >= 0 {
		total = min(total, run.limit)
	}
	if total >= 0 && run.shard.count > 1 {
		total = (total + run.shard.count - 1 - run.shard.index) / run.shard.count
	}
	return progress{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(run.err),
		progressbar.OptionSetDescription("purport"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetItsString("documents"),
		progressbar.OptionShowIts(),
		progressbar.OptionSetWidth(24),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionEnableColorCodes(false),
	)}
}

func wantsProgress(run *extraction) bool {
	switch {
	case run.quiet || run.progress == "never":
		return false
	case run.progress == "always":
		return true
	}
	return isTerminal(run.err) && os.Getenv("TERM") != "dumb"
}

func isTerminal(stream io.Writer) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

func (p progress) add(string) {
	if p.bar != nil {
		p.bar.Add(1)
	}
}

// clear makes way for a line of text.
func (p progress) clear() {
	if p.bar != nil {
		p.bar.Clear()
	}
}

func (p progress) finish() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
