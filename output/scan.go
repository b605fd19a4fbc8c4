package output

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// Scan calls do for each line of records, with its number from 1. Empty lines
// are passed over. An error of do ends the scan and is returned with the
// line's number.
func Scan(in io.Reader, do func(number int, line []byte) error) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	for number := 1; ; number++ {
		line, err := wholeLine(lines)
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if problem := do(number, line); problem != nil {
				return fmt.Errorf("line %d: %w", number, problem)
			}
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// wholeLine reads a line of any length. It may lie in the reader's own memory
// until the next one is read.
func wholeLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return line, err
	}
	whole := append([]byte{}, line...)
	for err == bufio.ErrBufferFull {
		line, err = in.ReadSlice('\n')
		whole = append(whole, line...)
	}
	return whole, err
}
