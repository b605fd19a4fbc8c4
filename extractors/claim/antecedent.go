package claim

import "github.com/purport-nlp/purport/pipeline"

// antecedent returns the noun that relative clause c is about: its governor
// or, where that is none, the noun right before the clause, or -1.
func (w *work) antecedent(c *clause) int {
	start := w.firstToken(c.head)
	if g := c.governor; g >= 0 && g < start && w.nominal(g) {
		if h := w.token(g).Head; h >= 0 && h < g && w.upos(h) == "NOUN" && isOneOf(w.word(start), "that", "which") {
			if e := w.entityOver(g); e != nil && e.Label == pipeline.Person {
				return h // "a bill by Senator Inouye that would …"
			}
		}
		return g
	}
	i := start - 1
	for i >= 0 && w.punctuation(i) {
		i--
	}
	if i < 0 || !w.nominal(i) {
		return -1
	}
	for h := w.token(i).Head; h >= 0 && h < start && w.nominal(h) && start-h < 8 && !w.is(i, "obl"); h = w.token(h).Head {
		i = h
	}
	return i
}

// withAntecedent widens a relative clause by the noun that it is about. One of
// place or time that has a subject of its own loses its adverb instead: "…,
// where [he met the king]".
func (w *work) withAntecedent(k int, r pipeline.Range) pipeline.Range {
	c := &w.clauses[k]
	if s, start := w.subject(c.head), w.firstToken(c.head); isOneOf(w.lower[start], "where", "when") && s > start && r.First <= start {
		r.First = start + 1
		return r
	}
	if g := w.antecedent(c); g >= 0 {
		r.First = w.nounStart(g)
	}
	return r
}
