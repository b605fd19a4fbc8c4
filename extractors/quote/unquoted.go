package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// Speeches that are printed without quotation marks: behind "His remarks as
// prepared follow:", all that comes is the speaker's, if it speaks of itself.

// deepestSpeech is how many paragraphs may stand before a speech without marks,
// so that a report is not taken for what a message in it says.
const deepestSpeech = 12

// unquoted attributes what follows the last words of an announcement, where no
// quotation does.
func (w *work) unquoted() {
	if len(w.turns) > 0 {
		return // an interview: its turns are labelled
	}
	until := -1
	for i := range w.announced {
		a := &w.announced[i]
		s := &w.doc.Sentences[a.sentence]
		first := s.Unit + 1
		if !a.points || !a.noun || first > deepestSpeech || s.Unit <= until || first >= len(w.doc.Units) || w.doc.Tokens[s.Tokens.End-1].Form != ":" || s.End != w.doc.Units[s.Unit].End ||
			!w.doc.Units[first].Kind.Prose() || opensWithMark(w.doc.Text, w.doc.Units[first].Span) || !w.speaksOfItself(first) {
			continue
		}
		speech, ok := w.lastNamed(i)
		if !ok {
			if speech, ok = w.headline(); !ok {
				continue
			}
		}
		until = w.speechStop(i, first)
		speech.span = pipeline.Span{Start: w.doc.Units[first].Start, End: w.doc.Units[until].End}
		w.found = append(w.found, speech)
	}
}

// lastNamed returns the identified attribution of the last announcement up to
// i that says who speaks.
func (w *work) lastNamed(i int) (attribution, bool) {
	named := w.announced[i].named
	if named < 0 {
		return attribution{}, false
	}
	a := w.announced[named].attribution
	w.enter(a.sentence)
	w.identifyOne(&a)
	a.link.Name = withoutCapitals(a.link.Name)
	return a, true
}

// speechStop returns the last unit of the speech that unit first begins and
// announcement i announces: the document's last, or the one before what ends
// the release or the next announcement.
func (w *work) speechStop(i, first int) int {
	end := len(w.doc.Units)
	for i++; i < len(w.announced); i++ {
		if a := &w.announced[i]; a.noun && a.formal && w.doc.Sentences[a.sentence].Unit > first+1 {
			end = w.doc.Sentences[a.sentence].Unit
			break
		}
	}
	for u := first; u < end; u++ {
		text := w.doc.Slice(w.doc.Units[u].Span)
		if u > first && endsRelease(text) {
			return u - 1
		}
		if q := w.firstQuotationFrom(w.doc.Units[u].End) - 1; strings.HasSuffix(text, "\"") && (q < 0 || w.quotations[q].End != w.doc.Units[u].End) {
			return u // a closing mark that nothing opens
		}
	}
	return end - 1
}

// endsRelease reports whether a paragraph ends what is printed of a speech: a
// line of marks ("###", "-30-"), or the heading of what is added to it.
func endsRelease(text string) bool {
	if len(text) >= 20 {
		return false
	}
	return strings.Trim(text, "#-*_=~ 30") == "" || strings.EqualFold(strings.Trim(text, " :"), "background") || strings.HasPrefix(text, "Contact:")
}

// ownWords is how many sentences are read to see whether a text speaks of
// itself.
const ownWords = 6

// speaksOfItself reports whether "I" or "we" stands, outside of quotations, in
// the first sentences from unit u on.
func (w *work) speaksOfItself(u int) bool {
	first := w.doc.SentenceAt(w.doc.Units[u].Start)
	if first < 0 {
		return false
	}
	for i := first; i < len(w.doc.Sentences) && i < first+ownWords; i++ {
		r := w.doc.Sentences[i].Tokens
		for t := r.First; t < r.End; t++ {
			switch w.doc.Tokens[t].Form {
			case "I", "my", "My", "we", "We", "our", "Our":
				if w.quoteAt[t] < 0 {
					return true
				}
			}
		}
	}
	return false
}
