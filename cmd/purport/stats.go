package main

import (
	"context"
	"fmt"
	"io"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"github.com/purport-nlp/purport/pipeline"
)

// clock measures how long each stage takes, over all documents. The nil clock
// measures nothing.
type clock struct {
	stages []*timed
	bytes  atomic.Int64
	start  time.Time
}

func newClock(wanted bool) *clock {
	if !wanted {
		return nil
	}
	return &clock{start: time.Now()}
}

// timed is a stage that is measured.
type timed struct {
	pipeline.Stage
	nanoseconds atomic.Int64
	bytes       *atomic.Int64
}

func (t *timed) Annotate(ctx context.Context, doc *pipeline.Document) error {
	start := time.Now()
	err := t.Stage.Annotate(ctx, doc)
	t.nanoseconds.Add(int64(time.Since(start)))
	if t.bytes != nil {
		t.bytes.Add(int64(len(doc.Text)))
	}
	return err
}

func (c *clock) wrap(stages []pipeline.Stage) []pipeline.Stage {
	if c == nil {
		return stages
	}
	wrapped := make([]pipeline.Stage, len(stages))
	for i, stage := range stages {
		t := &timed{Stage: stage}
		if i == 0 {
			t.bytes = &c.bytes
		}
		c.stages = append(c.stages, t)
		wrapped[i] = t
	}
	return wrapped
}

// report prints a table of the stages.
func (c *clock) report(to io.Writer) {
	if c == nil {
		return
	}
	total := int64(1)
	for _, stage := range c.stages {
		total += stage.nanoseconds.Load()
	}
	megabytes := float64(c.bytes.Load()) / 1e6
	table := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "stage\tseconds\tshare\tMB/s\t")
	row := func(name string, nanoseconds int64) {
		seconds := float64(nanoseconds) / 1e9
		fmt.Fprintf(table, "%s\t%.3f\t%.1f %%\t%.2f\t\n", name, seconds, 100*float64(nanoseconds)/float64(total), megabytes/max(seconds, 1e-9))
	}
	for _, stage := range c.stages {
		row(stage.Name(), stage.nanoseconds.Load())
	}
	row("all stages", total)
	table.Flush()
	fmt.Fprintf(to, "%.2f MB in %.2f s\n", megabytes, time.Since(c.start).Seconds())
}
