package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

type codedError struct{}

func (codedError) Error() string { return "no such file" }
func (codedError) Code() string  { return "not-found" }

func TestGuard(t *testing.T) {
	plain := errors.New("no verbs")
	already := &DocError{"b.txt", "tag", "failed", plain}
	for _, c := range []struct {
		name        string
		work        func() error
		code, words string
		cause       error
	}{
		{"an error", func() error { return plain }, "failed", "a.txt: parse: no verbs", plain},
		{"an error with a code", func() error { return codedError{} }, "not-found", "a.txt: parse: no such file", codedError{}},
		{"a code that is wrapped", func() error { return fmt.Errorf("opening: %w", codedError{}) }, "not-found", "opening: no such file", codedError{}},
		{"a document's error", func() error { return already }, "failed", "b.txt: tag: no verbs", plain},
		{"a panic", func() error { panic("lost") }, "panic", "panic: lost", nil},
		{"a panic with an error", func() error { panic(plain) }, "panic", "panic: no verbs", nil},
		{"an index out of range", func() error { _ = []int{}[len(c0)]; return nil }, "panic", "errors_test.go:", nil},
		{"a nil pointer", func() error { var d *Document; _ = d.Text; return nil }, "panic", "errors_test.go:", nil},
	} {
		err := guard("a.txt", "parse", c.work)
		var failure *DocError
		if !errors.As(err, &failure) {
			t.Errorf("%s: %v is no DocError", c.name, err)
			continue
		}
		if failure.Code != c.code || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: code %q, %q; want %q and %q", c.name, failure.Code, err, c.code, c.words)
		}
		if c.cause != nil && !errors.Is(err, c.cause) {
			t.Errorf("%s: the cause is lost", c.name)
		}
	}
	for _, err := range []error{nil, context.Canceled, context.DeadlineExceeded} {
		if got := guard("a.txt", "parse", func() error { return err }); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
}

// c0 is an index that the compiler does not know.
var c0 = strings.Repeat("x", 3)
