package claim

import (
	"cmp"
	"slices"
	"sort"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// reach says that an attribution bears on a sentence.
type reach struct{ sentence, quote int }

// indexQuotes notes, sentence by sentence, the attributions whose content
// reaches into it or whose cue stands there.
func (w *work) indexQuotes() {
	w.reaches, w.nextReach = w.reaches[:0], 0
	for q := range w.doc.Quotes {
		quote := &w.doc.Quotes[q]
		own := false
		at := sort.Search(len(w.doc.Sentences), func(i int) bool { return w.doc.Sentences[i].End > quote.Start })
		for ; at < len(w.doc.Sentences) && w.doc.Sentences[at].Start < quote.End; at++ {
			w.reaches = append(w.reaches, reach{at, q})
			own = own || at == quote.Sentence
		}
		if !own {
			w.reaches = append(w.reaches, reach{quote.Sentence, q})
		}
	}
	slices.SortFunc(w.reaches, func(a, b reach) int {
		return cmp.Or(cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.quote, b.quote))
	})
}

// findQuotes gathers the attributions that bear on the sentence at hand, the
// smallest content first, and marks the words of their sources and cues.
func (w *work) findQuotes() {
	w.quotes = w.quotes[:0]
	for w.nextReach < len(w.reaches) && w.reaches[w.nextReach].sentence < w.sentence {
		w.nextReach++
	}
	for k := w.nextReach; k < len(w.reaches) && w.reaches[k].sentence == w.sentence; k++ {
		w.quotes = append(w.quotes, w.reaches[k].quote)
		if quote := &w.doc.Quotes[w.reaches[k].quote]; quote.Sentence == w.sentence {
			w.markReporting(quote)
		}
	}
	sort.SliceStable(w.quotes, func(i, j int) bool {
		return w.doc.Quotes[w.quotes[i]].Len() < w.doc.Quotes[w.quotes[j]].Len()
	})
}

// markReporting marks the tokens of the innermost link of a quote that do not
// belong to its content.
func (w *work) markReporting(q *pipeline.Quote) {
	link := ownLink(q)
	for i := range w.reporting {
		at := w.token(i).Span
		if (link.Cue.Overlaps(at) || link.Span.Overlaps(at)) && !w.content(q, at) {
			w.reporting[i] = true
		}
	}
}

// content reports whether a span lies in the content of q and not in its
// source or cue.
func (w *work) content(q *pipeline.Quote, at pipeline.Span) bool {
	link := ownLink(q)
	return q.Span.Contains(at) && !link.Cue.Overlaps(at) && !link.Span.Overlaps(at)
}

// ownLink returns the link of a quote that its own words make.
func ownLink(q *pipeline.Quote) pipeline.SourceLink {
	for k := len(q.Source.Chain) - 1; k >= 0; k-- {
		if !q.Source.Chain[k].Cue.IsZero() {
			return q.Source.Chain[k]
		}
	}
	return q.Source.SourceLink
}

// presents reports whether an attribution puts its content forward as
// something that is said, thought, known or asked.
func (w *work) presents(q *pipeline.Quote) bool {
	switch q.Act {
	case pipeline.ActStatement, pipeline.ActBelief, pipeline.ActKnowledge, pipeline.ActQuestion:
		return true
	}
	return w.hoped(q)
}

// hoped reports the intentions that are attitudes towards a proposition.
func (w *work) hoped(q *pipeline.Quote) bool {
	return q.CueToken >= 0 && w.Stage.cues.Find(lexicon.CueVerb, w.doc.Tokens[q.CueToken].Lemma) != nil
}

// attributed calls do with each attribution whose content holds the words of
// a proposition headed by token h, the innermost first.
func (w *work) attributed(h int, do func(*pipeline.Quote)) {
	at := w.token(h).Span
	for _, i := range w.quotes {
		q := &w.doc.Quotes[i]
		if q.CueToken != w.global(h) && !w.describes(h, q) && w.named(q) && w.content(q, at) && w.presents(q) {
			do(q)
		}
	}
}

// describes reports whether token h stands in words that describe the source
// of q: "Riel, who ran it for years", but not "a report saying that P".
func (w *work) describes(h int, q *pipeline.Quote) bool {
	link := ownLink(q)
	if link.Span.IsZero() || q.Sentence != w.sentence {
		return false
	}
	for h = w.token(h).Head; h >= 0 && w.global(h) != q.CueToken; h = w.token(h).Head {
		if link.Span.Contains(w.token(h).Span) {
			return true
		}
	}
	return false
}

// named reports whether words of the text stand for the source of q.
func (w *work) named(q *pipeline.Quote) bool {
	link := ownLink(q)
	if i := q.CueToken - w.tree.First; q.CueToken >= 0 && i > 0 && i < w.len() && w.lower[i-1] == "worth" {
		return false // "it is worth mentioning that"
	}
	return link.Kind != pipeline.SourceAuthor && (link.Kind != pipeline.SourceAnonymous || !link.Span.IsZero())
}

// speaks reports whether the source of q stands behind its content in some
// way: who asks, or does not say or know, does not.
func (w *work) speaks(q *pipeline.Quote) bool {
	if q.Act == pipeline.ActQuestion {
		return false
	}
	i := q.CueToken - w.tree.First
	if q.CueToken < 0 || i < 0 || i >= w.len() {
		return true
	}
	entry := w.reportEntry(i)
	denied := w.negatedBy(i) >= 0
	if entry == nil {
		return !denied
	}
	if entry.Kind == "question" {
		return false
	}
	if entry.Affirmed.Level == pipeline.Known && entry.Negated.Level == pipeline.Known && entry.Negated.Use {
		return !denied && entry.Term != "forget" && entry.Term != "ignore"
	}
	return !denied || entry.Negated.Use && entry.Negated.Level != pipeline.Unknown
}

// weaselSource reports whether the source of an attribution is a group of
// nobody in particular: "many", "some observers".
func (w *work) weaselSource(q *pipeline.Quote) bool {
	link := ownLink(q)
	if link.Kind != pipeline.SourceGroup || link.Span.IsZero() {
		return false
	}
	r := w.doc.TokensIn(link.Span)
	if r.Len() == 0 || r.Len() > 3 {
		return false
	}
	for i := r.First; i < r.End; i++ {
		t := &w.doc.Tokens[i]
		if !weasel(t.Lemma) && t.UPOS != "DET" && t.Lemma != "analyst" {
			return false
		}
	}
	return true
}
