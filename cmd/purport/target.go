package main

import (
	"context"

	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
)

// target is where records go: a stream, or a folder.
type target interface {
	// earlier returns where an earlier run left the records of doc, or nil.
	earlier(doc *pipeline.Document) *output.Earlier
	write(path string, done finished) error
	Fail(*pipeline.DocError) error
	Commit() error
	Abort() error
}

// finished is what a worker makes of a document.
type finished struct {
	records output.Records
	key     string
	earlier *output.Earlier
}

// finish writes the records of a document into memory: the workers do the
// encoding, and the one goroutine that keeps the order only copies.
func (run *extraction) finish(encoder *output.Encoder, to target, doc *pipeline.Document) (finished, error) {
	done := finished{key: output.Key(doc), earlier: to.earlier(doc)}
	if done.earlier != nil {
		return done, nil
	}
	for _, kind := range run.kinds {
		done.records = append(done.records, encoder.Append(nil, kind, doc))
	}
	return done, nil
}

type streamTarget struct{ *output.Stream }

func (streamTarget) earlier(*pipeline.Document) *output.Earlier { return nil }

func (t streamTarget) write(_ string, done finished) error { return t.Write(done.records) }

type folderTarget struct{ *output.Folder }

func (t folderTarget) earlier(doc *pipeline.Document) *output.Earlier { return t.Done(doc) }

func (t folderTarget) write(path string, done finished) (err error) {
	if done.earlier != nil {
		if done.records, err = done.earlier.Records(); err != nil {
			return err
		}
	}
	return t.Write(path, done.key, done.records)
}

// skipping returns a chain that leaves out the documents whose records an
// earlier run left.
func skipping(chain *pipeline.Pipeline, to target) (*pipeline.Pipeline, error) {
	if _, folder := to.(folderTarget); !folder {
		return chain, nil
	}
	return pipeline.New(skip{chain, to})
}

// skip is a whole chain as one stage.
type skip struct {
	chain *pipeline.Pipeline
	to    target
}

func (skip) Name() string               { return "resume" }
func (skip) Requires() []pipeline.Layer { return nil }
func (skip) Provides() []pipeline.Layer { return nil }

func (s skip) Annotate(ctx context.Context, doc *pipeline.Document) error {
	if s.to.earlier(doc) != nil {
		return nil
	}
	return s.chain.Annotate(ctx, doc)
}
