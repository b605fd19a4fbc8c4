package quote

import (
	"context"
	"fmt"
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds attributions. It provides pipeline.LayerQuotes.
type Stage struct {
	lexicon *lexicon.Reporting
	classes *model.Words
	table   *model.Table
	scratch sync.Pool // of *work
}

// New returns the stage with the model that purport is built with. It fails
// only where embedded data is malformed.
func New() (*Stage, error) {
	table, err := model.LoadTable(model.QuoteData())
	if err != nil {
		return nil, fmt.Errorf("quote: %w", err)
	}
	return With(table)
}

// With returns the stage with a given model, a table of one class. For
// Lessons the table may be nil.
func With(table *model.Table) (*Stage, error) {
	reporting, err := lexicon.LoadReporting()
	if err != nil {
		return nil, fmt.Errorf("quote: %w", err)
	}
	s := &Stage{lexicon: reporting, classes: model.EmbeddedWords(), table: table}
	s.scratch.New = func() any { return &work{Stage: s} }
	return s, nil
}

// Name returns "quote".
func (s *Stage) Name() string { return "quote" }

// Requires lists what attributions are read off.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerParse, pipeline.LayerEntities, pipeline.LayerChains}
}

// Provides returns the quotes.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerQuotes} }

// Annotate sets doc.Quotes, in the order of their contents.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	w := s.scratch.Get().(*work)
	defer s.scratch.Put(w)
	defer func() { w.doc = nil }()
	w.start(doc)
	for i := range doc.Sentences {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if w.readable(i) {
			w.enter(i)
			w.attributions()
			w.announce()
			w.noteIssued()
		}
	}
	w.extend()
	w.identify()
	w.lend()
	w.unquoted()
	w.nest()
	doc.Quotes = w.quotes()
	return nil
}

// longestSentence bounds, in tokens, the sentences that are read: what is
// longer is a table or a list, and costs more than it tells.
const longestSentence = 400

// readable reports whether attributions are looked for in sentence i.
func (w *work) readable(i int) bool {
	s := &w.doc.Sentences[i]
	kind := w.doc.Units[s.Unit].Kind
	return (kind.Prose() || kind == pipeline.UnitHeading) && s.Tokens.Len() > 1 && s.Tokens.Len() <= longestSentence
}

// attributions finds the attributions of the current sentence.
func (w *work) attributions() {
	first := len(w.found)
	for i := range w.words {
		if w.construction(i) || !w.mayReport(i) {
			continue
		}
		w.features = w.features[:0]
		w.cueFeatures(i)
		c := candidate{first: 0, end: len(w.features)}
		if score := w.score(&c); score <= w.cueBias(i) {
			if w.token(i).UPOS == "VERB" {
				w.medial(i)
			}
			continue
		}
		if w.insideCue(i, first) || w.saidByNobody(i) {
			continue
		}
		w.attribute(i)
	}
}

// insideCue reports whether token i belongs to the cue of an attribution of
// this sentence that has been found.
func (w *work) insideCue(i, first int) bool {
	for _, a := range w.found[first:] {
		if a.cue.Contains(w.tree.First + i) {
			return true
		}
	}
	return false
}

// attribute settles the parts of the attribution whose cue token i heads:
// source, then the ends of the cue, then content. Without a content it is
// kept only if a quotation in the next or last sentence can be it.
func (w *work) attribute(i int) {
	w.offerSources(i)
	source := w.repairSource(i, w.candidates[w.best(0)])
	if by := w.agent(i); by >= 0 && source.tokens.Len() == 0 {
		r := w.tree.Subtree(by)
		r.First = max(w.phraseStart(r.First, by), i+1)
		source = w.repairSource(i, candidate{form: "agent", tokens: w.trim(r), head: by})
	}
	if w.nobodys(i, source) || w.emptySubject(i, source) {
		source = candidate{head: -1}
	}
	if n := w.speakingDocument(i); n >= 0 {
		source = candidate{form: "document", tokens: w.documentPhrase(n, i), head: n}
	}
	according := isAccording(w.token(i).Form) && i+2 < w.tree.Len() && w.token(i+1).Form == "to"
	if according {
		source = w.written(i, source)
	}
	cue := w.cueRange(i, source.tokens)
	if according {
		cue = pipeline.Range{First: i, End: i + 2}
	}
	noun := w.announcement(i)
	if noun >= cue.End && !overlap(source.tokens, pipeline.Range{First: cue.End, End: noun + 1}) {
		cue.End = noun + 1
	}
	a := w.frameOf(i, cue, source.tokens, source.form)
	w.offerContents(a)
	content := w.repairContent(a, w.candidates[w.best(0)])
	if content.tokens.Len() == 0 && w.token(i).UPOS == "VERB" && w.medial(i) {
		return
	}
	act := w.act(a, content)
	if subject := w.persuaded(i, source, content); subject.tokens.Len() > 0 {
		source, act = subject, pipeline.ActBelief
	}
	forecast := w.mayExpect(i)
	if forecast {
		source = candidate{head: -1}
	}
	t := w.tree.First
	w.found = append(w.found, attribution{
		cueHead: t + i, cue: shift(cue, t), source: shift(source.tokens, t), content: shift(content.tokens, t),
		sentence: w.sentence, act: act, sourceForm: source.form, form: content.form,
		passive: forecast || w.tree.Child(i, "aux:pass") >= 0, from: -1, outer: -1,
		sourceHead: shiftIndex(source.head, t),
	})
}

func shiftIndex(i, by int) int {
	if i < 0 {
		return -1
	}
	return i + by
}

func shift(r pipeline.Range, by int) pipeline.Range {
	if r.Len() <= 0 {
		return pipeline.Range{}
	}
	return pipeline.Range{First: r.First + by, End: r.End + by}
}

// mayExpect reports whether the verb at token i is the "expect" of "you can
// expect to save": a forecast of the author's, about who is to expect it.
func (w *work) mayExpect(i int) bool {
	if w.lemma(i) != "expect" {
		return false
	}
	at := i - 1
	for at > 0 && w.token(at).UPOS == "ADV" {
		at--
	}
	if at < 0 {
		return false
	}
	switch lower(w.token(at).Form) {
	case "can", "could", "may", "might", "should":
		return w.token(at).XPOS == "MD"
	}
	return false
}

// emptySubject reports whether a source is the "it" of "it was revealed that",
// which stands for nobody.
func (w *work) emptySubject(i int, source candidate) bool {
	if source.tokens.Len() != 1 || w.lemma(source.head) != "it" || source.head > i {
		return false
	}
	return w.is(source.head, "expl") || (w.token(i).XPOS == "VBN" || w.token(i).XPOS == "VBD") && w.lemma(i) != "tell" && w.lemma(source.head+1) == "be"
}

// persuaded returns the subject of "was convinced that P", who holds it.
func (w *work) persuaded(i int, source, content candidate) candidate {
	if source.tokens.Len() > 0 || w.token(i).XPOS != "VBN" || content.form != "clause" {
		return candidate{}
	}
	switch w.lemma(i) {
	case "convince", "persuade", "worry", "concern", "surprise", "satisfy", "scare", "frighten", "alarm":
	default:
		return candidate{}
	}
	subject := w.tree.Child(i, "nsubj", "nsubj:pass")
	if subject < 0 || subject > i || w.lemma(subject) == "it" {
		return candidate{}
	}
	r := w.tree.Subtree(subject)
	r.First = w.phraseStart(r.First, subject)
	return candidate{form: "passive-subject", tokens: w.core(w.trim(r), subject), head: subject}
}
