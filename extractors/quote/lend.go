package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// A quotation with no reporting verb beside it is its speaker's, who stands
// somewhere before. There is one order of preference, whatever the form:
// whoever the sentence before the colon says is speaking; whoever a label, or
// the announcement before it, names; the speaker of the quotation that it goes
// on with; the last speaker, in the paragraph before or where there has been no
// other; the headline's subject.

// lend gives every quotation that is nobody's yet to its speaker.
func (w *work) lend() {
	claimed := w.claimedQuotations()
	l := lender{work: w, attributed: len(w.found), speaker: -1, spoken: -1, announced: -1}
	for q := range w.quotations {
		if claimed[q] >= 0 {
			l.speaker, l.spoken = int(claimed[q]), q
			l.meet(&w.found[l.speaker])
			continue
		}
		l.advance(q)
		if w.quotations[q].Start < l.covered {
			l.spoken = q // it goes on with what has been given
			continue
		}
		if own := &w.quotations[q]; w.standsAlone(own) || w.afterColon(own) || l.afterTitle(own) {
			l.lend(q)
		}
	}
}

// lender is the state of a walk over the quotations of a document: who has
// spoken, and who is announced to.
type lender struct {
	*work
	attributed int // attributions before the walk
	at         int // the first of them whose cue lies after the quotation
	next       int // the first announcement that does
	announced  int // the last announcement before it, or -1
	speaker    int // the attribution of the last speaker, or -1
	spoken     int // the last quotation that was theirs, or -1
	covered    int // the end of the last content that was given
	person     int // the attribution of the last person who spoke, plus one
	actor      int // the same of the last person who wanted or asked for something
	name       string
	several    bool // more than one person has spoken
	asked      bool // the headline has been read: these are what it gives
	title      attribution
	hasTitle   bool
}

// afterTitle reports whether a quotation begins the line after the title of a
// speech, from which nothing else parts it.
func (l *lender) afterTitle(q *quotation) bool {
	if l.announced < 0 {
		return false
	}
	last := &l.work.announced[l.announced]
	before := strings.TrimRight(l.doc.Text[max(0, q.Start-colonReach):q.Start], " \t")
	return last.formal && last.noun && last.sentence == l.sentenceOf(q) && strings.HasSuffix(before, "\n")
}

// fromHeadline returns the attribution to the headline's subject, which is read once.
func (l *lender) fromHeadline() (attribution, bool) {
	if !l.asked {
		l.asked = true
		l.title, l.hasTitle = l.headline()
	}
	return l.title, l.hasTitle
}

// advance takes in what is said before quotation q.
func (l *lender) advance(q int) {
	own := &l.quotations[q]
	for l.at < l.attributed && l.doc.Tokens[l.found[l.at].cueHead].Start < own.Start {
		a := &l.found[l.at]
		if a.act == pipeline.ActStatement && l.speaks(a) && l.quoteAt[a.cueHead] < 0 {
			if l.doc.Sentences[a.sentence].Unit == own.unit {
				l.speaker, l.spoken = l.at, q
			}
			if a.link.Kind == pipeline.SourcePerson && l.isPlain(a) {
				l.person = l.at + 1
				l.meet(a)
			}
		} else if a.link.Kind == pipeline.SourcePerson && l.quoteAt[a.cueHead] < 0 && l.isPlain(a) {
			l.actor = l.at + 1
		}
		l.at++
	}
	for l.next < len(l.work.announced) && l.doc.Tokens[l.work.announced[l.next].cueHead].Start < own.Start {
		l.announced = l.next
		l.next++
	}
}

// meet notes who speaks in an attribution outside of quotations.
func (l *lender) meet(a *attribution) {
	if a.link.Kind != pipeline.SourcePerson || l.quoteAt[a.cueHead] >= 0 {
		return
	}
	l.several = l.several || l.name != "" && l.name != a.link.Name
	l.name = a.link.Name
}

// lend gives quotation q to whoever speaks it.
func (l *lender) lend(q int) {
	if a, ok := l.announcedSpeaker(q); ok {
		l.give(q, a, -1)
		return
	}
	if l.goesOn(q) {
		a := l.found[l.speaker]
		a.form = "continued"
		l.give(q, a, l.speaker)
		return
	}
	if !l.opensUnit(&l.quotations[q]) || !l.fillsUnit(&l.quotations[q]) {
		return
	}
	if i := l.lastPerson(q); i >= 0 {
		a := l.found[i]
		a.form = "continued"
		l.give(q, a, i)
		return
	}
	if l.person == 0 && l.announced < 0 {
		if a, ok := l.fromHeadline(); ok {
			l.give(q, a, -1)
		} else if l.actor > 0 {
			l.give(q, l.found[l.actor-1], l.actor-1)
		}
	}
}

// give adds attribution a, with quotation q for its content; from is the
// attribution that it continues, or -1.
func (l *lender) give(q int, a attribution, from int) {
	own := &l.quotations[q]
	a.span, a.content, a.outer = own.Span, pipeline.Range{}, -1
	if own.open && (from >= 0 || l.runsOn(q)) {
		a.span.End = l.closingOf(q, pipeline.Span{Start: own.Start, End: own.Start + 1})
	} else if next := own.unit + 1; own.open && next < len(l.doc.Units) && next <= deepestSpeech && l.speaksOfItself(next) {
		a.span.End = l.doc.Units[l.speechStop(l.announced, own.unit)].End
	}
	l.covered = a.span.End
	a.from = from
	l.found = append(l.found, a)
	l.speaker, l.spoken = len(l.found)-1, q
	if from >= 0 {
		l.speaker = from
	} else if a.link.Kind == pipeline.SourcePerson {
		l.person = l.speaker + 1
		l.meet(&l.found[l.speaker])
	}
}

// formalReach is how many sentences may stand between an announcement that
// points at a speech and the speech.
const formalReach = 4

// announcedSpeaker returns the attribution of quotation q to whoever is
// announced to speak: in the sentence whose colon stands right before, or in
// one shortly before that points at a speech which has not come yet.
func (l *lender) announcedSpeaker(q int) (attribution, bool) {
	if l.announced < 0 {
		return attribution{}, false
	}
	own, last := &l.quotations[q], &l.work.announced[l.announced]
	sentence := l.sentenceOf(own)
	colon := l.afterColon(own) && sentence-last.sentence <= 1
	pending := last.formal && sentence-last.sentence <= formalReach+1 && (l.opensUnit(own) || sentence <= last.sentence+1) &&
		(l.spoken < 0 || l.quotations[l.spoken].Start < l.doc.Tokens[last.cueHead].Start || l.quotations[l.spoken].unit == l.doc.Sentences[last.sentence].Unit)
	if !colon && !pending {
		return attribution{}, false
	}
	if a, ok := l.lastNamed(l.announced); ok {
		return a, true
	}
	if l.person > 0 {
		a := l.found[l.person-1]
		a.form = "statement"
		return a, true
	}
	return l.fromHeadline()
}

// goesOn reports whether quotation q goes on with what the last speaker says:
// in the same paragraph, or as a paragraph of its own after it. What somebody
// is quoted for in passing lends nobody the next paragraph.
func (l *lender) goesOn(q int) bool {
	if l.speaker < 0 {
		return false
	}
	own, before := &l.quotations[q], &l.quotations[l.spoken]
	a := &l.found[l.speaker]
	if before.unit == own.unit || l.doc.Sentences[a.sentence].Unit == own.unit {
		return true
	}
	if !l.fillsUnit(own) {
		return false
	}
	whole := l.fillsUnit(before)
	if !l.follows(before.last(), own.unit, whole) {
		// One paragraph in which nobody else speaks may stand between.
		return whole && l.person == l.speaker+1 && own.unit-before.last() == 2
	}
	return whole || !l.isRelative(a)
}

// follows reports whether unit next is the one after unit; headings may stand
// between the paragraphs of a speech.
func (w *work) follows(unit, next int, headings bool) bool {
	for unit++; headings && unit < next && w.doc.Units[unit].Kind == pipeline.UnitHeading; unit++ {
	}
	return unit == next
}

// isRelative reports whether an attribution is that of a relative clause.
func (w *work) isRelative(a *attribution) bool {
	if a.sourceHead < 0 {
		return false
	}
	switch w.doc.Tokens[a.cue.First].Form {
	case "that", "which", "who":
		return true
	}
	switch w.doc.Tokens[a.sourceHead].XPOS {
	case "WDT", "WP", "WP$":
		return true
	}
	return w.doc.Tokens[a.cueHead].XPOS == "VBG"
}

// isPlain reports whether an attribution says by a finite verb in a clause of
// its own that somebody spoke: "said", not "outlined by", "will say".
func (w *work) isPlain(a *attribution) bool {
	if a.passive || a.sourceForm == "agent" || w.isRelative(a) {
		return false
	}
	for t := a.cue.First; t < a.cue.End; t++ {
		if w.doc.Tokens[t].XPOS == "MD" {
			return false
		}
	}
	return true
}

// lastPerson returns the attribution of the last person who spoke before
// quotation q, if that was in the paragraph before or nobody else has spoken
// so far; else -1.
func (l *lender) lastPerson(q int) int {
	if l.person == 0 {
		return -1
	}
	i := l.person - 1
	if !l.several || l.follows(l.doc.Sentences[l.found[i].sentence].Unit, l.quotations[q].unit, true) {
		return i
	}
	return -1
}

// sentenceOf returns the sentence that a quotation begins in.
func (w *work) sentenceOf(q *quotation) int {
	if i := w.doc.SentenceAt(q.Start); i >= 0 {
		return i
	}
	return w.doc.SentenceAt(q.inner.Start)
}

// opensUnit reports whether a quotation opens its paragraph.
func (w *work) opensUnit(q *quotation) bool { return w.blank(w.doc.Units[q.unit].Start, q.inner.Start) }

// afterColon reports whether a colon stands right before a quotation.
func (w *work) afterColon(q *quotation) bool {
	return followsColon(w.doc.Text[max(0, q.Start-colonReach):q.Start])
}

// colonReach is how much white space, in bytes, may stand between a colon and
// the quotation that it introduces.
const colonReach = 40

// speaks reports whether somebody speaks in an attribution: a verb that takes
// up what was said ("referring to") does not.
func (w *work) speaks(a *attribution) bool {
	t := &w.doc.Tokens[a.cueHead]
	return t.XPOS != "VBG" || w.lexicon.Verb(t.Lemma).Strong
}

// claimedQuotations returns, for each quotation, the attribution whose
// content holds it and whose cue stands outside of it, or -1.
func (w *work) claimedQuotations() []int32 {
	w.claimed = markTokens(w.claimed, len(w.quotations))
	for i := range w.found {
		a := &w.found[i]
		if own := w.quoteAt[a.cueHead]; own >= 0 && w.quotations[own].open {
			continue // whoever a speech tells of does not go on with it
		}
		for q := w.firstQuotationFrom(a.span.Start); q < len(w.quotations) && w.quotations[q].Start < a.span.End; q++ {
			if w.quoteAt[a.cueHead] != int32(q) {
				w.claimed[q] = int32(i)
			}
		}
		if q := w.firstQuotationFrom(a.span.Start) - 1; q >= 0 && w.quotations[q].End > a.span.Start && w.quoteAt[a.cueHead] != int32(q) {
			w.claimed[q] = int32(i)
		}
	}
	return w.claimed
}

// standsAlone reports whether a quotation begins a sentence and ends one.
func (w *work) standsAlone(q *quotation) bool {
	first, last := w.sentenceOf(q), w.doc.SentenceAt(q.End-1)
	if first < 0 || last < 0 {
		return false
	}
	return w.blank(w.doc.Sentences[first].Start, q.inner.Start) && w.blank(min(q.inner.End, w.doc.Sentences[last].End), w.doc.Sentences[last].End)
}

// fillsUnit reports whether a quotation is all of its paragraph.
func (w *work) fillsUnit(q *quotation) bool {
	end := w.doc.Units[q.last()].End
	return w.opensUnit(q) && w.blank(min(q.inner.End, end), end)
}
