package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"github.com/purport-nlp/purport/pipeline"
)

// Records are the lines that one document yields, one element a kind, in the
// order of the run's kinds.
type Records [][]byte

// Stream writes records of one kind to a writer, and the error records of
// documents that failed to another.
type Stream struct {
	out    *bufio.Writer
	errors io.Writer
	// file is what out writes to where that is a file of its own: it takes
	// its name only when the run is done.
	file   *renameio.PendingFile
	direct *os.File
}

// NewStream returns a stream to out, with error records going to errors.
func NewStream(out, errors io.Writer) *Stream {
	return &Stream{out: bufio.NewWriterSize(out, 1<<16), errors: errors}
}

// CreateFile returns a stream to the file called name. The file appears, whole,
// when Commit is called; before that nothing there is touched. What is no
// regular file, such as a device, is written to directly.
func CreateFile(name string, failures io.Writer) (*Stream, error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a folder", name)
		}
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		stream := NewStream(file, failures)
		stream.direct = file
		return stream, nil
	}
	file, err := renameio.NewPendingFile(name, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", name, cause(err))
	}
	stream := NewStream(file, failures)
	stream.file = file
	return stream, nil
}

// cause returns what is behind a path error: its path is that of a file that
// is to take another name.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// Write writes what one document yields, at once.
func (s *Stream) Write(records Records) error {
	for _, lines := range records {
		if _, err := s.out.Write(lines); err != nil {
			return err
		}
	}
	if s.file != nil {
		return nil
	}
	return s.out.Flush()
}

// Fail writes the error record of a document that failed.
func (s *Stream) Fail(failure *pipeline.DocError) error {
	_, err := s.errors.Write(AppendError(nil, failure))
	return err
}

// Commit ends a run that is done: everything is written, and a file gets its
// name.
func (s *Stream) Commit() error {
	if err := s.out.Flush(); err != nil {
		return err
	}
	switch {
	case s.file != nil:
		return s.file.CloseAtomicallyReplace()
	case s.direct != nil:
		return s.direct.Close()
	}
	return nil
}

// Abort ends a run that is not done: a file never gets its name. After Commit
// it does nothing.
func (s *Stream) Abort() error {
	switch {
	case s.file != nil:
		return s.file.Cleanup()
	case s.direct != nil:
		s.direct.Close()
	}
	return nil
}
