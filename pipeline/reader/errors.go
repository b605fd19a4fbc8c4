package reader

import (
	"errors"
	"fmt"
	"io/fs"
)

// codedError is an error with the short word that people filter on.
type codedError struct {
	code string
	err  error
}

func (e *codedError) Error() string { return e.err.Error() }

func (e *codedError) Unwrap() error { return e.err }

// Code returns the word.
func (e *codedError) Code() string { return e.code }

func coded(code, format string, values ...any) error {
	return &codedError{code, fmt.Errorf(format, values...)}
}

// fileError gives an error of the file system its code, and leaves out the
// path, which the record names anyway.
func fileError(err error) error {
	cause := err
	var path *fs.PathError
	if errors.As(err, &path) {
		cause = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return coded("not-found", "there is no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return coded("permission", "no permission to read it")
	}
	return &codedError{"unreadable", cause}
}
