package quote

import "github.com/purport-nlp/purport/pipeline"

// Gold is one attribution marked by hand: the spans of its parts, each in
// text order, empty where there is none.
type Gold struct {
	Source, Cue, Content []pipeline.Span
}

// Lesson is one question that the model is asked: the features of each
// candidate but the first, "none", whose score is 0; and the right answer.
type Lesson struct {
	// Question names the decision: cue, source, left, right or content.
	Question string
	// Candidates are valid until the next lesson.
	Candidates [][]uint64
	// Answer is the index of the right candidate, 0 for "none".
	Answer int
	// Exact is false where the answer is only the nearest one on offer.
	Exact bool
}

// Lessons asks the model's questions on a document with all layers but the
// quotes, and gives each with its answer. It reports how many of the gold
// attributions have a cue that is among the candidates.
func (s *Stage) Lessons(doc *pipeline.Document, gold []Gold, give func(Lesson)) (reached int) {
	w := s.scratch.Get().(*work)
	defer s.scratch.Put(w)
	w.start(doc)
	t := &teacher{work: w, give: give}
	bySentence := map[int][]Gold{}
	for _, g := range gold {
		if len(g.Cue) > 0 {
			i := doc.SentenceAt(g.Cue[0].Start)
			bySentence[i] = append(bySentence[i], g)
		}
	}
	for i := range doc.Sentences {
		if w.readable(i) {
			w.enter(i)
			reached += t.sentence(bySentence[i])
		}
	}
	w.doc = nil
	return reached
}

type teacher struct {
	*work
	give       func(Lesson)
	candidates [][]uint64
}

// sentence gives the lessons of the current sentence.
func (t *teacher) sentence(gold []Gold) (reached int) {
	heads := map[int]Gold{}
	inside := map[int]bool{}
	for _, g := range gold {
		cue := t.within(g.Cue)
		head := t.headOf(cue)
		for i := cue.First; i < cue.End; i++ {
			inside[i] = true
		}
		if head < 0 {
			continue
		}
		if _, twice := heads[head]; !twice {
			heads[head] = g
			reached++
		}
	}
	for i := range t.words {
		if !t.mayReport(i) {
			continue
		}
		g, yes := heads[i]
		if !yes && inside[i] {
			continue // part of a cue: neither right nor wrong
		}
		t.features = t.features[:0]
		t.cueFeatures(i)
		answer := 0
		if yes {
			answer = 1
		}
		t.candidates = append(t.candidates[:0], nil, t.features)
		t.give(Lesson{"cue", t.candidates, answer, true})
		if yes {
			t.attribution(i, g)
		}
	}
	return reached
}

// headOf returns the token of a cue that may report and whose own head lies
// outside of the cue, or is nearest to it; -1 where there is none.
func (t *teacher) headOf(cue pipeline.Range) int {
	best, bestDepth := -1, 0
	for i := cue.First; i < cue.End; i++ {
		if !t.mayReport(i) {
			continue
		}
		depth := 0
		for at := i; at >= 0 && depth < 50; at = t.token(at).Head {
			depth++
		}
		if best < 0 || depth < bestDepth {
			best, bestDepth = i, depth
		}
	}
	return best
}

// attribution gives the lessons on source, cue and content of one
// attribution, each with the right answers to those before it.
func (t *teacher) attribution(i int, g Gold) {
	source := t.within(g.Source)
	t.offerSources(i)
	answer, exact := 0, source.Len() == 0
	if !exact {
		answer, exact = t.nearest(source)
	}
	if answer > 0 || exact {
		t.lesson("source", answer, exact)
	}
	form := t.work.candidates[answer].form
	cue := t.within(g.Cue)
	if !cue.Contains(i) {
		return
	}
	t.widening(i, cue, source)
	frame := t.frameOf(i, cue, source, form)
	t.offerContents(frame)
	if answer, exact := t.content(frame, g.Content); answer > 0 || exact {
		t.lesson("content", answer, exact)
	}
}

func (t *teacher) lesson(question string, answer int, exact bool) {
	t.candidates = t.candidates[:0]
	for c := range t.work.candidates {
		candidate := &t.work.candidates[c]
		t.candidates = append(t.candidates, t.features[candidate.first:candidate.end])
	}
	t.give(Lesson{question, t.candidates, answer, exact})
}

// widening gives the lessons on the two ends of a cue.
func (t *teacher) widening(i int, cue, source pipeline.Range) {
	step := func(q question, name string, r pipeline.Range, j, answer int) {
		t.features = t.features[:0]
		t.widenFeatures(q, i, r, j)
		t.candidates = append(t.candidates[:0], nil, t.features)
		t.give(Lesson{name, t.candidates, answer, true})
	}
	r := pipeline.Range{First: i, End: i + 1}
	for r.End < t.tree.Len() && r.End-i <= cueReachRight && t.mayWiden(r.End, source) {
		if r.End >= cue.End {
			step(askRight, "right", r, r.End, 0)
			break
		}
		step(askRight, "right", r, r.End, 1)
		r.End++
	}
	for r.First > 0 && i-r.First < cueReachLeft && t.mayWiden(r.First-1, source) {
		if r.First <= cue.First {
			step(askLeft, "left", r, r.First-1, 0)
			break
		}
		step(askLeft, "left", r, r.First-1, 1)
		r.First--
	}
}

// within returns the range of the sentence's tokens from the first to the
// last of the spans, without outer punctuation.
func (t *teacher) within(spans []pipeline.Span) pipeline.Range {
	var r pipeline.Range
	for i := range t.tree.Tokens {
		token := t.tree.Tokens[i].Span
		for _, span := range spans {
			if token.Overlaps(span) {
				if r.Len() == 0 {
					r.First = i
				}
				r.End = i + 1
			}
		}
	}
	if trimmed := t.trim(r); trimmed.Len() > 0 {
		return trimmed
	}
	return r
}

// nearest returns the candidate that shares most with a range, 0 where none
// shares half of their union, and whether it is the same.
func (t *teacher) nearest(gold pipeline.Range) (int, bool) {
	best, bestShared := 0, 0.5
	for c := 1; c < len(t.work.candidates); c++ {
		r := t.work.candidates[c].tokens
		if r == gold {
			return c, true
		}
		both := min(r.End, gold.End) - max(r.First, gold.First)
		if shared := float64(both) / float64(max(r.End, gold.End)-min(r.First, gold.First)); shared > bestShared {
			best, bestShared = c, shared
		}
	}
	return best, false
}

// content returns the candidate whose words, without those of source and cue,
// are most nearly those of the gold content in this sentence.
func (t *teacher) content(a *frame, spans []pipeline.Span) (int, bool) {
	wanted := make([]bool, t.tree.Len())
	count := 0
	for i := range wanted {
		for _, span := range spans {
			wanted[i] = wanted[i] || t.token(i).Span.Overlaps(span)
		}
		wanted[i] = wanted[i] && !t.punctuation(i)
		if wanted[i] {
			count++
		}
	}
	if count == 0 {
		return 0, true
	}
	best, bestShared := 0, 0.6
	for c := 1; c < len(t.work.candidates); c++ {
		both, either := 0, count
		r := t.work.candidates[c].tokens
		for i := r.First; i < r.End; i++ {
			switch {
			case t.punctuation(i) || a.cue.Contains(i) || a.source.Contains(i):
			case wanted[i]:
				both++
			default:
				either++
			}
		}
		if shared := float64(both) / float64(either); shared > bestShared {
			best, bestShared = c, shared
		}
	}
	return best, bestShared == 1
}
