package prosenlp

import (
	"bytes"
	"encoding/gob"
	"fmt"

	"github.com/jdkato/prose/v2"
)

// Engine holds prose's models. It is decoded once, takes about a third of a
// second, and may then serve any number of stages and goroutines.
type Engine struct {
	tagger *perceptron
	names  *maxent
	// shared keeps prose from decoding its models on each call.
	shared *prose.Model
}

// NewEngine decodes the models that prose carries.
func NewEngine() (*Engine, error) {
	tagger, err := newPerceptron()
	if err != nil {
		return nil, err
	}
	names, err := newMaxent()
	if err != nil {
		return nil, err
	}
	return &Engine{tagger: tagger, names: names, shared: &prose.Model{Name: "shared"}}, nil
}

// decodeAsset decodes one of prose's model files into value.
func decodeAsset(name string, value any) error {
	data, err := prose.Asset("model/" + name + ".gob")
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(value)
	}
	if err != nil {
		return fmt.Errorf("prose's model %s: %w", name, err)
	}
	return nil
}

// tokens returns the tokens that prose makes of text. prose panics on some
// rare letters whose lower case has another length; that becomes an error.
func (e *Engine) tokens(text string) (tokens []prose.Token, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = alignError{fmt.Sprintf("prose cannot tokenize %.40q: %v", text, cause)}
		}
	}()
	doc, err := prose.NewDocument(text, prose.UsingModel(e.shared),
		prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil, err
	}
	return doc.Tokens(), nil
}
