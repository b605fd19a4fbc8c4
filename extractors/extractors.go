// Package extractors puts the stages together: Default is the one table of
// what runs, in which order, for which engine. Each stage has a folder of its
// own below this one, and none knows of another; what a stage reads and what
// it adds is said by its Requires and Provides.
package extractors

import (
	"fmt"
	"slices"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/coref"
	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/extractors/entity"
	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/parse"
	"github.com/purport-nlp/purport/extractors/prosenlp"
	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/extractors/token"
	"github.com/purport-nlp/purport/pipeline"
)

// Engine names what finds tokens, tags and entities.
type Engine string

// The engines: purport's own, and github.com/jdkato/prose/v2.
const (
	Native Engine = "native"
	Prose  Engine = "prose"
)

// ParseEngine returns the engine that name names.
func ParseEngine(name string) (Engine, error) {
	if engine := Engine(name); engine == Native || engine == Prose {
		return engine, nil
	}
	return "", fmt.Errorf("there is no engine %q: it is native or prose", name)
}

// Options are the choices in a chain.
type Options struct {
	// Engine is Native unless set.
	Engine Engine
	// DayFirst reads 03/04/2023 as 3 April, where no date of the document
	// tells the order.
	DayFirst bool
}

// constructor makes one stage.
type constructor func() (pipeline.Stage, error)

// Default returns every stage in order. The same stages may serve any number
// of documents at once.
func Default(options Options) ([]pipeline.Stage, error) {
	words, names, err := engineStages(options.Engine)
	if err != nil {
		return nil, err
	}
	return build(slices.Concat(
		[]constructor{ready(paragraph.New), checked(sentence.New)},
		words,
		[]constructor{checked(parse.New)},
		names,
		[]constructor{
			checked(coref.New),
			ready(func() *date.Stage { return date.New(date.Options{DayFirst: options.DayFirst}) }),
			checked(quote.New),
			checked(claim.New),
		},
	))
}

// engineStages returns what finds tokens with their tags, and what finds
// entities.
func engineStages(engine Engine) (words, names []constructor, err error) {
	if engine != Prose {
		return []constructor{ready(token.New), checked(tag.New)}, []constructor{checked(entity.New)}, nil
	}
	prose, err := prosenlp.NewEngine()
	if err != nil {
		return nil, nil, err
	}
	return []constructor{ready(func() *prosenlp.Tagger { return prosenlp.NewTagger(prose) })},
		[]constructor{ready(func() *prosenlp.Entities { return prosenlp.NewEntities(prose) })}, nil
}

func build(table []constructor) ([]pipeline.Stage, error) {
	stages := make([]pipeline.Stage, 0, len(table))
	for _, construct := range table {
		stage, err := construct()
		if err != nil {
			return nil, err
		}
		stages = append(stages, stage)
	}
	return stages, nil
}

// ready turns a constructor that cannot fail into one of the table.
func ready[S pipeline.Stage](construct func() S) constructor {
	return func() (pipeline.Stage, error) { return construct(), nil }
}

// checked turns a constructor that can fail into one of the table.
func checked[S pipeline.Stage](construct func() (S, error)) constructor {
	return func() (pipeline.Stage, error) { return construct() }
}

// Needed returns the stages that it takes to provide the layers, in order: a
// run that shows sentences alone need not look for claims. It fails where no
// stage provides a layer.
func Needed(stages []pipeline.Stage, layers ...pipeline.Layer) ([]pipeline.Stage, error) {
	wanted := slices.Clone(layers)
	var needed []pipeline.Stage
	for _, stage := range slices.Backward(stages) {
		if !provides(stage, wanted) {
			continue
		}
		wanted = slices.DeleteFunc(wanted, func(layer pipeline.Layer) bool { return slices.Contains(stage.Provides(), layer) })
		wanted = append(wanted, stage.Requires()...)
		needed = append(needed, stage)
	}
	if len(wanted) > 0 {
		return nil, fmt.Errorf("no stage provides the layer %q", wanted[0])
	}
	slices.Reverse(needed)
	return needed, nil
}

func provides(stage pipeline.Stage, layers []pipeline.Layer) bool {
	return slices.ContainsFunc(stage.Provides(), func(layer pipeline.Layer) bool { return slices.Contains(layers, layer) })
}
