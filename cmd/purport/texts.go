package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/pipeline/reader"
)

// texts finds the documents that records speak of, by their path: among the
// texts that were given, else as files under a root folder. It remembers the
// last one, for the records of a document stand together.
type texts struct {
	root   string
	files  *reader.Reader
	given  map[string]string
	last   *pipeline.Document
	failed map[string]error
}

// textFlags are the flags of the commands that need the documents again, with
// the folder to look in where none is named.
func textFlags(root string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "root", Value: root, Usage: "find documents by their path under `DIR`"},
		&cli.StringFlag{Name: "texts", Usage: "take documents from `FILE`: records of extract --emit documents --with-text, or the JSON lines that were read"},
		&cli.StringFlag{Name: "input-format", Value: string(reader.Auto), Usage: "read documents as `FORMAT`, as extract did"},
	}
}

func newTexts(c *cli.Context) (*texts, error) {
	format, err := reader.ParseFormat(c.String("input-format"))
	if err != nil {
		return nil, usageError{err}
	}
	files := reader.New(reader.Options{Format: format, Stdin: strings.NewReader("")})
	t := &texts{root: c.String("root"), files: files, given: map[string]string{}, failed: map[string]error{}}
	if name := c.String("texts"); name != "" {
		return t, t.take(name)
	}
	return t, nil
}

// close lets go of what reading took.
func (t *texts) close() { t.files.Close() }

// take reads a file of JSON lines with a text each, named by "path" or "id".
func (t *texts) take(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := json.NewDecoder(bufio.NewReader(file))
	for {
		var line struct {
			Path, Text *string
			ID         any
		}
		switch err := lines.Decode(&line); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", name, err)
		case line.Text == nil:
			continue
		case line.Path == nil:
			line.Path = new(string)
			*line.Path = fmt.Sprint(line.ID)
		}
		t.given[*line.Path] = *line.Text
	}
}

// find returns the document that records name by path.
func (t *texts) find(ctx context.Context, path string) (*pipeline.Document, error) {
	if t.last != nil && t.last.Path == path {
		return t.last, nil
	}
	if err := t.failed[path]; err != nil {
		return nil, err
	}
	doc, err := t.read(ctx, path)
	if err != nil {
		t.failed[path] = err
		return nil, err
	}
	t.last = doc
	return doc, nil
}

func (t *texts) read(ctx context.Context, path string) (*pipeline.Document, error) {
	if text, ok := t.given[path]; ok {
		return pipeline.NewDocument(path, text), nil
	}
	name := path
	if t.root != "." && !filepath.IsAbs(path) {
		name = filepath.Join(t.root, filepath.FromSlash(path))
	}
	doc, err := t.files.Read(ctx, name)
	if err != nil {
		return nil, err
	}
	doc.Path = path
	return doc, nil
}

// recordFiles turns what a user named into files of records: a file is
// itself, an output folder the files that extract put there.
func recordFiles(names []string) ([]string, error) {
	var files []string
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, name)
			continue
		}
		found := 0
		for _, kind := range append(output.Kinds(), output.Error) {
			file := filepath.Join(name, kind.FileName())
			if _, err := os.Stat(file); err == nil {
				files = append(files, file)
				found++
			}
		}
		if found == 0 {
			return nil, fmt.Errorf("%s: no files of records in this folder", name)
		}
	}
	return files, nil
}
