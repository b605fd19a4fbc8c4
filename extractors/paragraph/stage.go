package paragraph

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds the units of the layout. It provides pipeline.LayerUnits, and
// sets Document.Breaks and, where the input gave none, Document.Title.
type Stage struct {
	scratch sync.Pool // of *layout
}

// New returns the stage. It needs no data.
func New() *Stage {
	return &Stage{scratch: sync.Pool{New: func() any { return new(layout) }}}
}

// Name returns "paragraph".
func (s *Stage) Name() string { return "paragraph" }

// Requires returns nothing: the stage reads the text alone.
func (s *Stage) Requires() []pipeline.Layer { return nil }

// Provides returns the units.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerUnits} }

// Annotate sets doc.Units and an empty doc.Title, and adds to doc.Breaks, where
// the reader of the file may have marked markup.
func (s *Stage) Annotate(_ context.Context, doc *pipeline.Document) error {
	l := s.scratch.Get().(*layout)
	defer s.scratch.Put(l)
	l.reset(doc.Text)
	l.markup = doc.Breaks
	l.readLines()
	l.markFurniture()
	l.markNotes()
	l.gatherBlocks()
	l.joinBlocks()
	l.nameKinds()
	doc.Units, doc.Breaks = l.units(), mergeBreaks(l.noteMarks(), l.layoutBreaks())
	if doc.Title == "" {
		doc.Title = firstHeading(doc)
	}
	l.text, l.markup = "", nil
	return nil
}

// layout is the scratch memory of one document's way through the stage.
type layout struct {
	text   string
	lines  []line
	blocks []block
	breaks []pipeline.Break
	// markup are the breaks that the reader found in the text.
	markup []pipeline.Break
	// wrap is the width, in characters, at which the text's lines are
	// wrapped, or 0 where every line is a paragraph of its own.
	wrap int
	// firstLine marks the indentations that open paragraphs.
	firstLine [maxIndent + 1]bool
	// margin is the indentation that most lines have.
	margin int
	// paged says that form feeds divide the text into pages.
	paged bool
}

func (l *layout) reset(text string) {
	*l = layout{text: text, lines: l.lines[:0], blocks: l.blocks[:0], breaks: l.breaks[:0]}
}

func (l *layout) units() []pipeline.Unit {
	if len(l.blocks) == 0 {
		return nil
	}
	units := make([]pipeline.Unit, 0, len(l.blocks))
	for i := range l.blocks {
		b := &l.blocks[i]
		units = append(units, pipeline.Unit{Span: pipeline.Span{Start: b.start, End: b.end}, Kind: b.kind})
	}
	return units
}

func firstHeading(doc *pipeline.Document) string {
	for _, unit := range doc.Units {
		if unit.Kind == pipeline.UnitHeading {
			return doc.Clean(unit.Span)
		}
		if unit.Kind == pipeline.UnitParagraph && unit.Len() > longBlock {
			break
		}
	}
	return ""
}
