package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// draft is an input that is made when it is asked for.
type draft struct {
	path string
	load func(ctx context.Context) (*Document, error)
}

func (d draft) Path() string { return d.path }
func (d draft) Load(ctx context.Context) (*Document, error) {
	if d.load == nil {
		return NewDocument(d.path, "text of "+d.path), nil
	}
	return d.load(ctx)
}

// drafts yields n inputs with the paths 0, 1, 2, …; change may alter each.
func drafts(n int, change func(i int, d *draft)) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for i := range n {
			d := draft{path: fmt.Sprint(i)}
			if change != nil {
				change(i, &d)
			}
			if !yield(d) {
				return
			}
		}
	}
}

func chain(t testing.TB, annotate func(context.Context, *Document) error) *Pipeline {
	t.Helper()
	p, err := New(step{name: "work", annotate: annotate})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func textOf(doc *Document) (string, error) { return doc.Text, nil }

// noLeak fails the test if more goroutines run at its end than at its start.
func noLeak(t *testing.T) {
	t.Helper()
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		for wait := time.Millisecond; wait < time.Second; wait *= 2 {
			if runtime.NumGoroutine() <= before {
				return
			}
			time.Sleep(wait)
		}
		t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
	})
}

func TestRunKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{-1, 0, 1, 2, 3, 8, 64} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			noLeak(t)
			// Every fourth document takes longer than those behind it.
			p := chain(t, func(_ context.Context, doc *Document) error {
				if strings.HasSuffix(doc.Path, "0") || strings.HasSuffix(doc.Path, "4") {
					time.Sleep(time.Millisecond)
				}
				return nil
			})
			next := 0
			err := Run(context.Background(), p, drafts(100, nil), workers, textOf, func(r Result[string]) error {
				if r.Index != next || r.Path != fmt.Sprint(next) || r.Value != "text of "+r.Path || r.Err != nil {
					t.Errorf("place %d: %+v", next, r)
				}
				next++
				return nil
			})
			if err != nil || next != 100 {
				t.Errorf("%d results, error %v", next, err)
			}
		})
	}
}

func TestRunWithoutInputs(t *testing.T) {
	noLeak(t)
	err := Run(context.Background(), chain(t, nil), drafts(0, nil), 4, textOf, func(r Result[string]) error {
		t.Errorf("a result from nothing: %+v", r)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestRunHoldsAWindow: while the first document is not done, no more inputs
// are taken than the window has places, however many there are.
func TestRunHoldsAWindow(t *testing.T) {
	noLeak(t)
	for _, workers := range []int{1, 2, 4} {
		limit := int64(workers*windowPerWorker + 2) // one in the producer's hand, one at emit
		var taken, loaded, emitted, most atomic.Int64
		release := make(chan struct{})
		inputs := drafts(500, func(i int, d *draft) {
			taken.Add(1)
			d.load = func(context.Context) (*Document, error) {
				if i == 0 {
					<-release
				}
				held := loaded.Add(1) - emitted.Load()
				for {
					old := most.Load()
					if held <= old || most.CompareAndSwap(old, held) {
						break
					}
				}
				return NewDocument(d.path, "x"), nil
			}
		})
		var finished sync.WaitGroup
		finished.Go(func() {
			err := Run(context.Background(), chain(t, nil), inputs, workers, textOf, func(Result[string]) error {
				emitted.Add(1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
		// Wait until the producer stands still.
		last := int64(-1)
		for now := taken.Load(); now != last || now == 0; now = taken.Load() {
			last = now
			time.Sleep(20 * time.Millisecond)
		}
		if last > limit {
			t.Errorf("%d workers: %d inputs taken behind one that hangs, want at most %d", workers, last, limit)
		}
		if workers > 1 && last < int64(workers) {
			t.Errorf("%d workers: only %d inputs taken: one slow document stops the others", workers, last)
		}
		close(release)
		finished.Wait()
		if emitted.Load() != 500 || most.Load() > limit {
			t.Errorf("%d workers: %d results, %d held at once, want 500 and at most %d", workers, emitted.Load(), most.Load(), limit)
		}
	}
}

func TestOneBadDocumentCostsOnlyItself(t *testing.T) {
	noLeak(t)
	plain := errors.New("no verbs")
	bad := map[int]struct{ stage, code string }{
		3: {"read", "not-found"}, 4: {"read", "panic"}, 7: {"work", "failed"}, 8: {"work", "panic"}, 11: {"write", "failed"}, 12: {"write", "panic"},
	}
	inputs := drafts(20, func(i int, d *draft) {
		switch i {
		case 3:
			d.load = func(context.Context) (*Document, error) { return nil, codedError{} }
		case 4:
			d.load = func(context.Context) (*Document, error) { panic("torn page") }
		}
	})
	p := chain(t, func(_ context.Context, doc *Document) error {
		switch doc.Path {
		case "7":
			return plain
		case "8":
			var entities []Entity
			doc.Entities = entities[:1:len(doc.Path)]
		}
		return nil
	})
	finish := func(doc *Document) (string, error) {
		switch doc.Path {
		case "11":
			return "", plain
		case "12":
			panic("no ink")
		}
		return doc.Text, nil
	}
	for _, workers := range []int{1, 4} {
		next := 0
		err := Run(context.Background(), p, inputs, workers, finish, func(r Result[string]) error {
			want, fails := bad[next]
			switch {
			case r.Index != next:
				t.Errorf("place %d: index %d", next, r.Index)
			case !fails && (r.Err != nil || r.Value != "text of "+r.Path):
				t.Errorf("%d pays for its neighbours: %+v", next, r)
			case fails && (r.Err == nil || r.Err.Path != r.Path || r.Err.Stage != want.stage || r.Err.Code != want.code):
				t.Errorf("%d: error %+v, want %+v", next, r.Err, want)
			}
			next++
			return nil
		})
		if err != nil || next != 20 {
			t.Errorf("%d workers: %d results, error %v", workers, next, err)
		}
	}
}

func TestRunEndsWithTheCause(t *testing.T) {
	enough := errors.New("the pipe is closed")
	for _, workers := range []int{1, 3} {
		t.Run(fmt.Sprintf("emit fails with %d", workers), func(t *testing.T) {
			noLeak(t)
			emitted := 0
			err := Run(context.Background(), chain(t, nil), endless(), workers, textOf, func(Result[string]) error {
				emitted++
				if emitted == 5 {
					return enough
				}
				return nil
			})
			if err != enough || emitted != 5 {
				t.Errorf("error %v after %d results", err, emitted)
			}
		})
		t.Run(fmt.Sprintf("cancelled with %d", workers), func(t *testing.T) {
			noLeak(t)
			ctx, cancel := context.WithCancelCause(context.Background())
			emitted := 0
			err := Run(ctx, chain(t, nil), endless(), workers, textOf, func(Result[string]) error {
				emitted++
				if emitted == 5 {
					cancel(enough)
				}
				return nil
			})
			if err != enough || emitted != 5 {
				t.Errorf("error %v after %d results", err, emitted)
			}
		})
		t.Run(fmt.Sprintf("cancelled while all hang, with %d", workers), func(t *testing.T) {
			noLeak(t)
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
			defer cancel()
			hang := chain(t, func(ctx context.Context, _ *Document) error { <-ctx.Done(); return ctx.Err() })
			err := Run(ctx, hang, endless(), workers, textOf, func(r Result[string]) error {
				t.Errorf("a result from a document that hangs: %+v", r)
				return nil
			})
			if err != context.DeadlineExceeded {
				t.Errorf("error %v", err)
			}
		})
	}
	t.Run("cancelled beforehand", func(t *testing.T) {
		noLeak(t)
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		err := Run(ctx, chain(t, nil), drafts(3, nil), 2, textOf, func(r Result[string]) error {
			t.Errorf("a result after the end: %+v", r)
			return nil
		})
		if err != context.Canceled {
			t.Errorf("error %v", err)
		}
	})
}

// endless never stops of its own accord.
func endless() iter.Seq[Input] { return drafts(int(^uint(0)>>1), nil) }

// BenchmarkRun measures what the runner itself costs for each document.
func BenchmarkRun(b *testing.B) {
	p := chain(b, nil)
	for _, workers := range []int{1, 8} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			b.ReportAllocs()
			err := Run(context.Background(), p, drafts(b.N, nil), workers,
				func(*Document) (int, error) { return 0, nil }, func(Result[int]) error { return nil })
			if err != nil {
				b.Fatal(err)
			}
		})
	}
}
