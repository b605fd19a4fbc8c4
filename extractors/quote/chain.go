package quote

import (
	"sort"

	"github.com/purport-nlp/purport/pipeline"
)

// nest finds, for each attribution, the one around it: the smallest content
// that holds its cue. First persons inside a quotation are its speaker.
func (w *work) nest() {
	order := w.order[:0]
	for i := range w.found {
		order = append(order, i)
	}
	sort.SliceStable(order, func(x, y int) bool {
		a, b := &w.found[order[x]], &w.found[order[y]]
		if a.span.Start != b.span.Start {
			return a.span.Start < b.span.Start
		}
		return a.span.End > b.span.End
	})
	w.order = order
	cues := w.cues[:0]
	for i := range w.found {
		cues = append(cues, i)
	}
	sort.SliceStable(cues, func(x, y int) bool { return w.cueStart(cues[x]) < w.cueStart(cues[y]) })
	w.cues = cues
	// Sweep over the text with the stack of contents that are open.
	open := w.open[:0]
	next := 0
	for _, i := range cues {
		at := w.cueStart(i)
		for next < len(order) && w.found[order[next]].span.Start <= at {
			open = append(open, order[next])
			next++
		}
		for len(open) > 0 && w.found[open[len(open)-1]].span.End <= at {
			open = open[:len(open)-1]
		}
		for level := len(open) - 1; level >= 0 && level >= len(open)-maxOpen; level-- {
			if w.around(open[level], i) {
				w.found[i].outer = open[level]
				break
			}
		}
	}
	w.open = open[:0]
	for i := range w.found {
		if from := w.found[i].from; from >= 0 {
			w.found[i].outer = w.found[from].outer
		}
	}
	for _, i := range cues {
		w.speakForYourself(i)
		w.speakForTheOuter(i)
	}
}

// speakForTheOuter gives a participle that goes on with what somebody says
// back to them: "According to Lopez, the firm is sound, adding she knows
// nothing of it".
func (w *work) speakForTheOuter(i int) {
	a := &w.found[i]
	if a.outer < 0 || a.from >= 0 || w.doc.Tokens[a.cueHead].XPOS != "VBG" || a.link.Kind == pipeline.SourcePerson || a.sourceForm == "document" {
		return
	}
	first := w.doc.Tokens[a.content.First].Form
	if a.content.Len() == 0 || first != "he" && first != "she" {
		return
	}
	o := &w.found[a.outer]
	speaker := o.link
	if speaker.Kind != pipeline.SourcePerson {
		speaker = o.issuer
	}
	if speaker.Kind == pipeline.SourcePerson {
		a.link.Kind, a.link.Name, a.link.Span = speaker.Kind, speaker.Name, speaker.Span
	}
}

// maxOpen bounds how many open contents are looked at for one cue.
const maxOpen = 12

func (w *work) cueStart(i int) int { return w.doc.Tokens[w.found[i].cueHead].Start }

// around reports whether the content of attribution o holds attribution i,
// and is not its own or that of the same cue.
func (w *work) around(o, i int) bool {
	a, b := &w.found[o], &w.found[i]
	if o == i || a.cueHead == b.cueHead || b.from >= 0 || a.source.Len() > 0 && a.sourceHead == b.sourceHead {
		// Two verbs of one subject stand beside each other.
		return false
	}
	// What is said inside a quotation holds nothing that stands outside.
	if q := w.quoteAt[a.cueHead]; q >= 0 && w.quoteAt[b.cueHead] != q {
		return false
	}
	cue := w.doc.Tokens[b.cueHead].Span
	if !a.span.Contains(cue) {
		return false
	}
	// Two attributions inserted in the same sentence hold each other: the
	// longer content is the outer one, then the one that comes first.
	if b.span.Contains(w.doc.Tokens[a.cueHead].Span) {
		if a.span.Len() != b.span.Len() {
			return a.span.Len() > b.span.Len()
		}
		return a.cueHead < b.cueHead
	}
	// The cue must not be the attribution's own words.
	return !a.link.Cue.Overlaps(cue)
}

// speakForYourself resolves "I" and "we" to whoever is being quoted.
func (w *work) speakForYourself(i int) {
	a := &w.found[i]
	if a.link.Kind != pipeline.SourceAuthor {
		return
	}
	if q := w.quoteAt[a.cueHead]; q < 0 && (a.outer < 0 || !w.found[a.outer].aloud()) {
		return
	}
	if a.outer >= 0 {
		speaker := &w.found[a.outer].link
		if speaker.Kind != pipeline.SourceAuthor {
			a.link.Kind, a.link.Name = speaker.Kind, speaker.Name
			return
		}
	}
	a.link.Kind = pipeline.SourcePerson
}

// aloud reports whether an attribution is of words that somebody speaks,
// whether or not they stand in quotation marks.
func (a *attribution) aloud() bool { return a.form == "statement" || a.form == "transcript" }

// quotes builds the layer, in the order of the contents.
func (w *work) quotes() []pipeline.Quote {
	if len(w.found) == 0 {
		return nil
	}
	quotes := make([]pipeline.Quote, 0, len(w.found))
	for _, i := range w.order {
		a := &w.found[i]
		quotes = append(quotes, pipeline.Quote{
			Span: a.span, Sentence: a.sentence, CueToken: a.cueHead, Quotation: w.quotation(a), Act: a.act,
			Source: w.source(i), Rule: a.form + "/" + a.sourceRule(),
		})
	}
	return quotes
}

func (a *attribution) sourceRule() string {
	if a.sourceForm == "" {
		return "nobody"
	}
	return a.sourceForm
}

// source returns the chain of attribution i, and the innermost source of it
// that is identified.
func (w *work) source(i int) pipeline.Source {
	var links []pipeline.SourceLink
	for at, steps := i, 0; at >= 0 && steps < maxChain; at, steps = w.found[at].outer, steps+1 {
		links = append(links, w.found[at].link)
		if issuer := w.found[at].issuer; issuer.Kind != "" {
			links = append(links, issuer)
		}
	}
	for l, r := 0, len(links)-1; l < r; l, r = l+1, r-1 {
		links[l], links[r] = links[r], links[l]
	}
	source := pipeline.Source{SourceLink: w.found[i].link, Chain: links}
	// What nobody in particular says, or what only seems so, inside the words
	// of somebody is theirs.
	nobody := func(l *pipeline.SourceLink) bool {
		return l.Kind == pipeline.SourceAnonymous || l.Kind == pipeline.SourceAuthor && l.Span.IsZero()
	}
	for k := len(links) - 1; k >= 0 && nobody(&source.SourceLink); k-- {
		if l := &links[k]; !nobody(l) && l.Kind != pipeline.SourceAuthor && !l.Cue.IsZero() {
			source.SourceLink = *l
		}
	}
	return source
}

// maxChain bounds how deeply nested a chain of sources may be.
const maxChain = 8

// quotation says how much of a content stands in quotation marks.
func (w *work) quotation(a *attribution) pipeline.Quotation {
	r := w.tokensIn(a.span)
	in, out := 0, 0
	own := w.quoteAt[a.cueHead]
	for t := r.First; t < r.End; t++ {
		if w.doc.Tokens[t].UPOS == "PUNCT" || a.cue.Contains(t) || a.source.Contains(t) {
			continue
		}
		if q := w.quoteAt[t]; q >= 0 && q != own {
			in++
		} else {
			out++
		}
	}
	switch {
	case in == 0:
		return pipeline.QuotationIndirect
	case out == 0:
		return pipeline.QuotationDirect
	}
	return pipeline.QuotationMixed
}
