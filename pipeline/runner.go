package pipeline

import (
	"context"
	"iter"
	"sync"
)

// Input is a document that has yet to be read.
type Input interface {
	// Path names the document in results and errors.
	Path() string
	// Load reads the document. It is called once, from a worker.
	Load(ctx context.Context) (*Document, error)
}

// Result is what became of one input. Either Err is nil and Value is what the
// finishing function returned, or Err says what went wrong.
type Result[T any] struct {
	// Index is the input's place in the order given, from 0.
	Index int
	Path  string
	Value T
	Err   *DocError
}

// windowPerWorker bounds how many documents may be under way or waiting for
// an earlier one, for each worker.
const windowPerWorker = 4

// Run reads each input, takes it through the pipeline and finish on one of
// workers goroutines, and hands the results to emit in the order of the
// inputs, from the calling goroutine.
//
// At most 4 documents for each worker are held at once, however many inputs
// there are. A document that fails or panics yields a Result with Err set and
// costs only itself. When emit returns an error or ctx is cancelled, Run stops
// taking inputs, waits for its goroutines and returns that error.
func Run[T any](ctx context.Context, p *Pipeline, inputs iter.Seq[Input], workers int,
	finish func(*Document) (T, error), emit func(Result[T]) error) error {

	workers = max(workers, 1)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	type job struct {
		input  Input
		result Result[T]
		done   chan struct{}
	}
	jobs := make(chan *job)
	order := make(chan *job, workers*windowPerWorker)

	var running sync.WaitGroup
	running.Go(func() { // the producer
		defer close(order)
		defer close(jobs)
		index := 0
		for input := range inputs {
			next := &job{input: input, result: Result[T]{Index: index, Path: input.Path()}, done: make(chan struct{})}
			select {
			case order <- next:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- next:
			case <-ctx.Done():
				return
			}
			index++
		}
	})
	for range workers {
		running.Go(func() {
			for next := range jobs {
				next.result.Value, next.result.Err = process(ctx, p, next.input, finish)
				close(next.done)
			}
		})
	}
	defer running.Wait()
	defer cancel(nil)

	for next := range order {
		select {
		case <-next.done:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		if err := ctx.Err(); err != nil {
			return context.Cause(ctx)
		}
		if err := emit(next.result); err != nil {
			return err
		}
	}
	return context.Cause(ctx)
}

// process takes one input all the way.
func process[T any](ctx context.Context, p *Pipeline, input Input, finish func(*Document) (T, error)) (value T, failure *DocError) {
	var doc *Document
	err := guard(input.Path(), "read", func() (err error) {
		doc, err = input.Load(ctx)
		return err
	})
	if err == nil {
		err = p.Annotate(ctx, doc)
	}
	if err == nil {
		err = guard(input.Path(), "write", func() (err error) {
			value, err = finish(doc)
			return err
		})
	}
	if err == nil {
		return value, nil
	}
	if failure, ok := err.(*DocError); ok {
		return value, failure
	}
	return value, &DocError{input.Path(), "run", "cancelled", err}
}
