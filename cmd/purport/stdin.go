package main

import (
	"context"
	"io"
)

// interruptible returns a reader of in that gives up when ctx is cancelled: a
// read from a terminal would otherwise keep an interrupted run waiting.
func interruptible(ctx context.Context, in io.Reader) io.Reader {
	if in == nil {
		return nil
	}
	return &waitingReader{ctx: ctx, in: in}
}

// waitingReader reads ahead in a goroutine of its own, which is only started
// when something is read.
type waitingReader struct {
	ctx    context.Context
	in     io.Reader
	chunks chan chunk
	left   []byte
	err    error
}

type chunk struct {
	data []byte
	err  error
}

// chunkSize is how much is asked for at once.
const chunkSize = 1 << 16

func (r *waitingReader) Read(p []byte) (int, error) {
	if r.chunks == nil {
		r.chunks = make(chan chunk)
		go r.pump()
	}
	for len(r.left) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		select {
		case next := <-r.chunks:
			r.left, r.err = next.data, next.err
		case <-r.ctx.Done():
			return 0, r.ctx.Err()
		}
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}

func (r *waitingReader) pump() {
	for {
		data := make([]byte, chunkSize)
		n, err := r.in.Read(data)
		select {
		case r.chunks <- chunk{data[:n], err}:
		case <-r.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}
