package output

import "github.com/purport-nlp/purport/pipeline"

// source appends the keys that say who stands behind a proposition.
func (e *encoder) source(s pipeline.Source) {
	kind := s.Kind
	if kind == "" {
		kind = pipeline.SourceAuthor
	}
	e.str(`,"source_kind":`, string(kind))
	e.flat(`,"source_text":`, `,"source_char_start":`, `,"source_char_end":`, s.Span)
	e.optional(`,"source_name":`, e.sourceName(s.SourceLink))
	e.flat(`,"source_cue":`, `,"source_cue_char_start":`, `,"source_cue_char_end":`, s.Cue)
	e.list(`,"source_chain":`, len(s.Chain), func(i int) { e.link(s.Chain[i]) })
}

// sourceName is the canonical name, else the source's own words on one line.
func (e *encoder) sourceName(link pipeline.SourceLink) string {
	if link.Name == "" && !link.Span.IsZero() {
		return e.doc.Clean(link.Span)
	}
	return link.Name
}

func (e *encoder) link(link pipeline.SourceLink) {
	e.str(`{"kind":`, string(link.Kind))
	if link.Span.IsZero() {
		e.null(`,"text":`)
	} else {
		e.str(`,"text":`, e.doc.Slice(link.Span))
	}
	e.optional(`,"name":`, e.sourceName(link))
	if link.Cue.IsZero() {
		e.null(`,"cue":`)
	} else {
		e.str(`,"cue":`, e.doc.Slice(link.Cue))
	}
	if link.Span.IsZero() {
		e.null(`,"char_start":`)
		e.null(`,"char_end":`)
	} else {
		e.chars(link.Span)
	}
	e.line = append(e.line, '}')
}

func (e *encoder) quotes() {
	for i := range e.doc.Quotes {
		quote := &e.doc.Quotes[i]
		e.begin(Quote)
		e.str(`,"text":`, e.doc.Slice(quote.Span))
		e.span(quote.Span)
		e.str(`,"quotation":`, string(quote.Quotation))
		e.source(quote.Source)
		e.end()
	}
}
