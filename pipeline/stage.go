package pipeline

import (
	"context"
	"fmt"
	"strings"
)

// Layer names a part of a Document that one stage provides and others read.
type Layer string

// The layers, in the order in which a full chain provides them.
const (
	LayerUnits     Layer = "units"
	LayerSentences Layer = "sentences"
	LayerTokens    Layer = "tokens"
	LayerTags      Layer = "tags" // UPOS, XPOS and Lemma of the tokens
	LayerParse     Layer = "parse"
	LayerEntities  Layer = "entities"
	LayerChains    Layer = "chains" // Entity.Chain, Name and Reason
	LayerDates     Layer = "dates"
	LayerQuotes    Layer = "quotes"
	LayerClaims    Layer = "claims"
)

// Stage reads layers of a document and adds others.
//
// A stage is immutable once constructed and safe for concurrent use by
// several goroutines on different documents.
type Stage interface {
	// Name is the stage's name in errors and statistics.
	Name() string
	// Requires lists the layers that must be there before Annotate.
	Requires() []Layer
	// Provides lists the layers that Annotate adds.
	Provides() []Layer
	// Annotate adds the stage's layers to the document.
	Annotate(ctx context.Context, doc *Document) error
}

// Pipeline is a chain of stages that has been checked to fit together.
type Pipeline struct {
	stages []Stage
}

// New checks a chain of stages and returns it as a pipeline. It fails where a
// stage requires a layer that no earlier stage provides, or where two stages
// provide the same layer.
func New(stages ...Stage) (*Pipeline, error) {
	provider := map[Layer]string{}
	for _, stage := range stages {
		for _, layer := range stage.Requires() {
			if provider[layer] == "" {
				return nil, fmt.Errorf("stage %s requires layer %q, which no stage before it provides", stage.Name(), layer)
			}
		}
		for _, layer := range stage.Provides() {
			if first := provider[layer]; first != "" {
				return nil, fmt.Errorf("layer %q is provided twice: by stage %s and by stage %s", layer, first, stage.Name())
			}
			provider[layer] = stage.Name()
		}
	}
	return &Pipeline{stages: stages}, nil
}

// Stages returns the names of the stages in order, joined by arrows.
func (p *Pipeline) String() string {
	names := make([]string, len(p.stages))
	for i, stage := range p.stages {
		names[i] = stage.Name()
	}
	return strings.Join(names, " → ")
}

// Annotate takes one document through every stage. An error or a panic in a
// stage ends that document's way and is returned as a *DocError.
func (p *Pipeline) Annotate(ctx context.Context, doc *Document) error {
	for _, stage := range p.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := guard(doc.Path, stage.Name(), func() error { return stage.Annotate(ctx, doc) }); err != nil {
			return err
		}
	}
	return nil
}
