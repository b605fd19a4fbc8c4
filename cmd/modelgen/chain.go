package main

import (
	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/extractors/token"
	"github.com/purport-nlp/purport/pipeline"
)

// nativeChain is purport's own chain, all of it.
func nativeChain() (*pipeline.Pipeline, error) {
	stages, err := extractors.Default(extractors.Options{})
	if err != nil {
		return nil, err
	}
	return pipeline.New(stages...)
}

// chainTo is an engine's chain as far as layers need it.
func chainTo(engine extractors.Engine, layers ...pipeline.Layer) (*pipeline.Pipeline, error) {
	stages, err := extractors.Default(extractors.Options{Engine: engine})
	if err != nil {
		return nil, err
	}
	if stages, err = extractors.Needed(stages, layers...); err != nil {
		return nil, err
	}
	return pipeline.New(stages...)
}

// tagChain is the chain up to the tags, and the stages after it. It loads no
// other model, so that these can be trained from nothing.
func tagChain(after ...pipeline.Stage) (*pipeline.Pipeline, error) {
	sentences, err := sentence.New()
	if err != nil {
		return nil, err
	}
	tags, err := tag.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(append([]pipeline.Stage{paragraph.New(), sentences, token.New(), tags}, after...)...)
}
