package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// DocError says which document failed, in which stage and why.
type DocError struct {
	Path, Stage string
	// Code is a short word to filter on: "panic", "not-found", "encoding", …
	Code string
	Err  error
}

// Error returns path, stage and cause on one line.
func (e *DocError) Error() string { return fmt.Sprintf("%s: %s: %v", e.Path, e.Stage, e.Err) }

// Unwrap returns the cause.
func (e *DocError) Unwrap() error { return e.Err }

// Coded is an error that knows its own code.
type Coded interface {
	error
	Code() string
}

// guard runs work and turns its error or panic into a *DocError. A cancelled
// context is passed on as it is: it is no fault of the document.
func guard(path, stage string, work func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &DocError{path, stage, "panic", fmt.Errorf("panic: %v (%s)", cause, panicSite())}
		}
	}()
	err = work()
	var already *DocError
	switch {
	case err == nil, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.As(err, &already):
		return err
	}
	code := "failed"
	var coded Coded
	if errors.As(err, &coded) {
		code = coded.Code()
	}
	return &DocError{path, stage, code, err}
}

// panicSite returns the function and line that panicked: the first frame of
// this module's own code above the runtime's.
func panicSite() string {
	var pcs [32]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			file := frame.File[strings.LastIndexByte(frame.File, '/')+1:]
			return fmt.Sprintf("%s:%d", file, frame.Line)
		}
		if !more {
			return "unknown place"
		}
	}
}
