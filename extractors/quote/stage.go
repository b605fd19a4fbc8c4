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
		}
	}
	w.extend()
	w.identify()
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
	t := w.tree.First
	w.found = append(w.found, attribution{
		cueHead: t + i, cue: shift(cue, t), source: shift(source.tokens, t), content: shift(content.tokens, t),
		sentence: w.sentence, act: act, sourceForm: source.form, form: content.form,
		passive: w.tree.Child(i, "aux:pass") >= 0, from: -1, outer: -1,
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

// Widest cues, in words to the left and right of their head.
const (
	cueReachLeft  = 6
	cueReachRight = 9
)

// cueRange returns the words of the cue headed by token i: it takes in one
// neighbour after the other as long as the model agrees.
func (w *work) cueRange(i int, source pipeline.Range) pipeline.Range {
	r := pipeline.Range{First: i, End: i + 1}
	for r.End < w.tree.Len() && r.End-i <= cueReachRight && w.mayWiden(r.End, source) && w.widen(askRight, i, r, r.End) {
		r.End++
	}
	for r.First > 0 && i-r.First < cueReachLeft && w.mayWiden(r.First-1, source) && !w.isNamed(r.First-1) && !w.isSubject(r.First-1) && w.widen(askLeft, i, r, r.First-1) {
		r.First--
	}
	return r
}

// isNamed reports whether token j, before a cue, is part of a name: of who
// speaks, and not of how.
func (w *work) isNamed(j int) bool {
	e := w.entity(j)
	return e != nil && e.Mention == pipeline.MentionName
}

// isSubject reports whether token j is a noun that is the subject of a verb.
func (w *work) isSubject(j int) bool { return w.is(j, "nsubj") && w.token(j).UPOS != "PRON" }

// mayWiden reports whether a cue may take in token j.
func (w *work) mayWiden(j int, source pipeline.Range) bool {
	t := w.token(j)
	switch {
	case source.Contains(j), t.UPOS == "ADV" && w.words[j].report.Act != "":
		return false
	case t.XPOS == "VBG" && j > 0 && w.tells(j):
		return w.speakingDocument(j) < 0
	}
	return true
}

// widen asks the model whether a cue takes in its neighbour j.
func (w *work) widen(q question, i int, r pipeline.Range, j int) bool {
	w.features = w.features[:0]
	w.widenFeatures(q, i, r, j)
	c := candidate{end: len(w.features)}
	return w.score(&c) > 0
}

// widenFeatures adds the features of "the cue r, headed by i, takes in its
// neighbour j".
func (w *work) widenFeatures(q question, i int, r pipeline.Range, j int) {
	base := uint64(q) * 100
	lemma, act := w.lemmaAt(i), w.actAt(i)
	next := j + 1
	if q == askLeft {
		next = j - 1
	}
	step := bucket(abs(j - i))
	head := uint64(0)
	switch h := w.token(j).Head; {
	case h == i:
		head = 1
	case h >= 0 && r.Contains(h):
		head = 2
	case h < i:
		head = 3
	}
	w.add(base)
	w.add2(base+1, w.lemmaAt(j), step)
	w.add2(base+2, w.lemmaAt(j), lemma)
	w.add3(base+3, w.lemmaAt(j), act, w.tagAt(i))
	w.add3(base+4, w.relationAt(j), head, act)
	w.add3(base+5, w.relationAt(j), head, w.tagAt(j))
	w.add2(base+6, w.tagAt(j), w.tagAt(next))
	w.add3(base+7, w.lemmaAt(j), w.lemmaAt(next), act)
	w.add3(base+8, w.relationAt(j), head, w.relationAt(next))
	w.add3(base+9, w.tagAt(j), w.tagAt(next), lemma)
	w.add3(base+10, w.relationAt(j), step, w.tagAt(i))
	w.add3(base+11, flag(w.quote(j) == w.quote(i)), act, step)
	w.add3(base+12, w.lemmaAt(j), w.tagAt(next), w.relationAt(next))
	w.add3(base+13, w.tagAt(i), w.tagAt(j), w.lemmaAt(next))
	w.add3(base+14, uint64(bits(w, i)), w.relationAt(j), head)
	w.add3(base+15, w.lemmaAt(j-1), w.lemmaAt(j), step)
	w.add3(base+16, w.kindAt(j), step, act)
	w.add3(base+17, flag(w.tree.Child(j, "ccomp", "acl", "xcomp", "nmod") >= 0), w.relationAt(j), head)
	if h := w.token(j).Head; h >= 0 {
		w.add3(base+18, w.lemmaAt(h), w.lemmaAt(j), head)
		w.add3(base+19, w.lemmaAt(h), lemma, w.relationAt(j))
	}
}

// bits says which complements token i has.
func bits(w *work, i int) (pattern int) {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "ccomp", "xcomp", "obj", "obl") {
			pattern |= 1 << relationBit(w.token(c).Deprel)
		}
	}
	return pattern
}

// act says what kind of attitude the cue reports.
func (w *work) act(a *frame, content candidate) pipeline.Act {
	deepest := a.head
	for _, i := range a.anchors {
		if w.words[i].report.Act != "" && a.cue.Contains(i) {
			deepest = i
		}
	}
	// "declined to say", "wants to know": the outer verb is the act.
	report := w.words[a.head].report
	if report.Act == "" || report.Act == pipeline.ActStatement && !report.Strong || w.passing(a.head) {
		report = w.words[deepest].report
	}
	quoted := content.tokens.Len() > 0 && w.quote(content.tokens.First) >= 0 && w.quote(content.tokens.First) != w.quote(a.head)
	clause := content.form == "clause" || content.form == "host" || quoted
	switch {
	case w.lemma(a.head) == "accord" || isAccording(w.token(a.head).Form) || w.token(a.head).UPOS == "ADP" || w.token(a.head).UPOS == "PUNCT" || w.token(a.head).UPOS == "ADV":
		return pipeline.ActStatement
	case w.keepsSilent(a, content.tokens):
		return pipeline.ActEvent
	case w.actsOnly(a.head, report) && !clause && content.form != "that" && !a.says(content.tokens, w):
		return pipeline.ActEvent
	case report.Act == "" && clause:
		return pipeline.ActStatement
	case report.Act == "":
		return pipeline.ActEvent
	case report.Act == pipeline.ActEvent && (clause && quoted || content.form == "clause" || content.form == "that"):
		// "denied that P", "rejected claims that P": P is somebody's word.
		return pipeline.ActStatement
	}
	return report.Act
}

// keepsSilent reports whether an attribution says that somebody does not say
// something: "declined to say which", "did not disclose whether".
func (w *work) keepsSilent(a *frame, r pipeline.Range) bool {
	if r.Len() == 0 {
		return false
	}
	switch lower(w.token(r.First).Form) {
	case "whether", "if", "which", "who", "what", "how", "why", "when", "where":
	default:
		return false
	}
	for at := max(a.cue.First-3, 0); at < a.cue.End; at++ {
		switch w.lemma(at) {
		case "decline", "refuse":
			return true
		case "not", "n't", "never":
			switch w.lemma(a.head) {
			case "say", "disclose", "specify", "reveal", "explain", "comment", "tell", "state", "elaborate", "identify":
				return true
			}
		}
	}
	return false
}

// actsOnly reports whether the verb at token i says something only where a
// clause or a quotation follows: "continued to work", "maintained a road".
func (w *work) actsOnly(i int, r lexicon.Report) bool {
	if r.Act != pipeline.ActStatement || w.token(i).UPOS != "VERB" {
		return false
	}
	switch w.lemma(i) {
	case "maintain", "add", "repeat", "observe", "recall", "project", "post":
		return true
	case "call", "refer", "express", "voice", "raise", "charge", "brand", "point", "discuss", "mention", "name", "put", "compare", "allude",
		"document", "identify", "dispute", "disagree", "contest", "agree", "outline", "air", "attribute", "address", "speak", "talk":
		return false
	}
	return !r.Strong
}

// says reports whether a range of content is a clause: a finite verb stands in
// it before anything that opens a relative one.
func (a *frame) says(r pipeline.Range, w *work) bool {
	if r.Len() == 0 || r.First < a.cue.End || lower(w.token(r.First).Form) == "the" {
		return false
	}
	for at := r.First; at < r.End; at++ {
		switch w.token(at).XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "WDT", "WP", "WRB", "WP$":
			return false
		}
	}
	return false
}

// passing reports whether verb i only leads on to another: "went on to say".
func (w *work) passing(i int) bool {
	switch w.lemma(i) {
	case "go", "continue", "begin", "start", "seem", "appear", "be", "use", "come", "keep", "proceed", "quick", "rush", "hasten", "dare", "try", "manage", "take":
		return true
	}
	return false
}

// cueBias is the score that token i must pass to be taken for a cue. Words
// that the lexicon is sure of, in the form that goes with them, need less.
func (w *work) cueBias(i int) int32 {
	t := w.token(i)
	switch {
	case w.isPer(i):
		return statedBias
	case isAccording(t.Form), w.makesClear(i):
		return sureBias
	}
	if n := w.announcement(i); n > 0 && w.words[n].report.Act == pipeline.ActStatement {
		return statedBias
	}
	if w.speakingDocument(i) >= 0 {
		return announcedBias
	}
	if t.UPOS == "VERB" && w.statesThat(i) {
		return statedBias
	}
	r := w.words[i].report
	if !r.Strong || r.Act == pipeline.ActIntention || r.Act == pipeline.ActEvent {
		return cueThreshold
	}
	switch t.UPOS {
	case "VERB":
		if c := w.tree.Child(i, "ccomp"); c >= 0 {
			// The articles that the model learned from mark few attributions
			// inside others.
			if w.is(i, "ccomp") && c > i && w.tree.Child(i, "nsubj") >= 0 && w.tree.Child(c, "nsubj") >= 0 {
				return nestedBias
			}
			return sureBias
		}
	case "NOUN":
		if w.announces(i) && w.words[i].report.Act == pipeline.ActStatement && w.thatAfter(i) == i+1 {
			return announcedBias
		}
		if c := w.tree.Child(i, "acl", "ccomp"); c > i && w.lemma(w.tree.Child(c, "mark")) == "that" {
			return sureBias
		}
		if t.Head >= 0 && w.tree.Child(t.Head, "expl") >= 0 && w.tree.Child(i, "nmod") > i {
			return sureBias
		}
	}
	return cueThreshold
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

// statesThat reports whether the verb at token i has a subject of its own and
// a clause with "that".
func (w *work) statesThat(i int) bool {
	switch r := w.words[i].report; {
	case !r.Strong, r.Act == pipeline.ActIntention, r.Act == pipeline.ActQuestion:
		return false
	}
	subject := w.tree.Child(i, "nsubj")
	if subject < 0 || subject > i || w.token(subject).Deprel != "nsubj" && w.lemma(i) != "tell" || !w.speaker(subject) || w.lemma(subject) == "it" {
		return false
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c > i && w.is(c, "ccomp") && w.lemma(w.tree.Child(c, "mark")) == "that" {
			return true
		}
	}
	return false
}

// Scores, in the units of the model's table, settled on a part of the
// training articles.
const (
	cueThreshold  = -25
	sureBias      = -200
	nestedBias    = -400
	announcedBias = -300
	statedBias    = -600
)
