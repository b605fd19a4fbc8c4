package coref

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Candidate is a mention that a pronoun may stand for, with its features.
type Candidate struct {
	// Mention is an index of Links.Mentions, -1 for "none of them".
	Mention  int
	Features []uint64
}

// How far a pronoun looks back.
const (
	farthestSentence   = 4
	farthestMention    = 60
	largestCandidates  = 20
	leastProbability   = 0.4
	leastOfThings      = 0.6 // of "it", which often stands for no name at all
	noneOfThem         = -1
	candidateTemplates = 64
)

// linkPronouns links each pronoun with the candidate that the ranker prefers.
func (r *Resolver) linkPronouns(doc *pipeline.Document, l *Links) {
	if cap(l.counts) < len(l.Mentions) {
		l.counts = make([]int32, len(l.Mentions)+len(l.Mentions)/4)
	}
	l.counts = l.counts[:len(l.Mentions)]
	clear(l.counts)
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Kind == pipeline.MentionPronoun {
			r.linkPronoun(doc, l, i)
		}
		l.counts[l.Chain(i)]++
	}
}

func (r *Resolver) linkPronoun(doc *pipeline.Document, l *Links, i int) {
	m := &l.Mentions[i]
	if m.pronoun == who {
		if other := relativeHead(doc, l, i); other >= 0 {
			l.join(i, other, "relative pronoun")
		}
		return
	}
	rows := r.candidates(doc, l, i)
	chosen := 0
	if l.Choose != nil {
		chosen = l.Choose(i, rows)
	} else {
		l.chains = l.chains[:0]
		for _, row := range rows {
			chain := noneOfThem
			if row.Mention >= 0 {
				chain = l.Chain(row.Mention)
			}
			l.chains = append(l.chains, chain)
		}
		best, probability := r.ranker.best(rows, l.chains)
		switch {
		case l.onlyOne(m, rows):
			chosen = 1
		case probability >= leastProbability && (m.pronoun != it || probability >= leastOfThings):
			chosen = best
		}
	}
	if other := rows[chosen].Mention; other >= 0 {
		l.join(i, other, "pronoun")
	}
}

// onlyOne reports whether all candidates are one person, known to be of the
// pronoun's gender.
func (l *Links) onlyOne(m *Mention, rows []Candidate) bool {
	if len(rows) < 2 || m.gender != lexicon.GenderMale && m.gender != lexicon.GenderFemale {
		return false
	}
	chain := l.Chain(rows[1].Mention)
	for _, row := range rows[2:] {
		if l.Chain(row.Mention) != chain {
			return false
		}
	}
	return l.gender(rows[1].Mention) == m.gender
}

// relativeHead finds the mention that a relative "who" or "whose" belongs to:
// the noun that its clause modifies.
func relativeHead(doc *pipeline.Document, l *Links, i int) int {
	m := &l.Mentions[i]
	first := doc.Sentences[m.Sentence].Tokens.First
	at, noun := m.head, -1
	for steps := 0; steps < 6; steps++ {
		t := &doc.Tokens[at]
		if t.Head < 0 {
			break
		}
		if pipeline.IsRelation(t.Deprel, "acl") {
			noun = t.Head + first
			break
		}
		at = t.Head + first
	}
	if noun < 0 || noun >= m.head {
		return noneOfThem
	}
	for j := i - 1; j >= 0 && j >= i-farthestMention && l.Mentions[j].Sentence == m.Sentence; j-- {
		other := &l.Mentions[j]
		if (other.head == noun || other.Kind == pipeline.MentionName && other.Tokens.Contains(noun)) && m.pronoun.fits(other) {
			return j
		}
	}
	return noneOfThem
}

// candidates returns the mentions that the pronoun may stand for, after "none
// of them".
func (r *Resolver) candidates(doc *pipeline.Document, l *Links, i int) []Candidate {
	m := &l.Mentions[i]
	form, _ := pronounOf(doc.Tokens[m.Tokens.First].Form)
	rows := l.rows[:0]
	rows = addRow(rows, noneOfThem)
	for j := i - 1; j >= 0 && j >= i-farthestMention && len(rows) <= largestCandidates; j-- {
		other := &l.Mentions[j]
		if m.Sentence-other.Sentence > farthestSentence {
			break
		}
		if !l.possible(doc, form, i, j) {
			continue
		}
		rows = addRow(rows, j)
		row := &rows[len(rows)-1]
		row.Features = r.pairFeatures(doc, l, form, i, j, len(rows)-2, row.Features)
	}
	rows[0].Features = noneFeatures(doc, form, m, len(rows)-1, rows[0].Features)
	l.rows = rows
	return rows
}

// addRow appends a row, with the memory of the row that was there before.
func addRow(rows []Candidate, mention int) []Candidate {
	if len(rows) < cap(rows) {
		rows = rows[:len(rows)+1]
	} else {
		rows = append(rows, Candidate{})
	}
	row := &rows[len(rows)-1]
	row.Mention, row.Features = mention, row.Features[:0]
	return rows
}

// possible reports whether gender, number and syntax let pronoun i stand for
// mention j.
func (l *Links) possible(doc *pipeline.Document, form pronounForm, i, j int) bool {
	m, other := &l.Mentions[i], &l.Mentions[j]
	if other.pronoun == who || other.Tokens.End > m.Tokens.First {
		return false
	}
	if !form.class.fits(other) {
		return false
	}
	if g := l.gender(j); form.class == he && g == lexicon.GenderFemale || form.class == she && g == lexicon.GenderMale {
		return false
	}
	if other.Kind == pipeline.MentionPronoun && other.pronoun != form.class {
		return false
	}
	if other.quoted && !m.quoted && speaks(doc, m) {
		return false // speakers do not name themselves in what they say
	}
	if m.Sentence != other.Sentence || form.possessive || form.reflexive {
		return true
	}
	// Principle B: a plain pronoun is not another argument of its own verb.
	mine, theirs := &doc.Tokens[m.head], &doc.Tokens[other.head]
	return mine.Head < 0 || theirs.Deprel == "" || mine.Head != theirs.Head || !argument(theirs.Deprel) || !argument(mine.Deprel)
}

// argument reports whether a relation is one of a verb's participants.
func argument(deprel string) bool {
	return pipeline.IsRelation(deprel, "nsubj", "obj", "iobj", "obl")
}

// part is the coarse part that a mention plays in its clause.
func part(deprel string) uint64 {
	for k, name := range [...]string{"nsubj:pass", "nsubj", "obj", "iobj", "obl", "nmod:poss", "nmod", "appos", "conj", "root", "compound", "det:poss"} {
		if deprel == name {
			return uint64(k + 1)
		}
	}
	switch {
	case pipeline.IsRelation(deprel, "obl"):
		return 5
	case pipeline.IsRelation(deprel, "nmod"):
		return 7
	}
	return 0
}

// pairFeatures are the features of pronoun i standing for mention j, which is
// the rank-th candidate back.
func (r *Resolver) pairFeatures(doc *pipeline.Document, l *Links, form pronounForm, i, j, rank int, out []uint64) []uint64 {
	m, other := &l.Mentions[i], &l.Mentions[j]
	mine, theirs := &doc.Tokens[m.head], &doc.Tokens[other.head]
	class := uint64(form.class)
	add := func(template, value uint64) {
		out = append(out, model.Mix(template, value), model.Mix(template+candidateTemplates*(1+class), value))
	}
	distance := uint64(min(m.Sentence-other.Sentence, farthestSentence))
	kind := kindNumber(other)
	place := uint64(min(rank, 5))
	add(1, distance)
	add(2, part(theirs.Deprel))
	add(3, part(theirs.Deprel)<<4|part(mine.Deprel))
	add(4, kind)
	add(5, place)
	add(6, distance<<8|place)
	add(7, distance<<8|part(theirs.Deprel))
	add(8, kind<<8|part(theirs.Deprel))
	add(9, uint64(min(l.counts[l.Chain(j)], 4)))
	add(10, bit(l.gender(j) == lexicon.GenderUnknown)<<4|kind)
	add(11, uint64(other.plural))
	add(12, bit(indefinite(doc, other)))
	if form.possessive || form.reflexive {
		add(13, distance<<8|bit(form.reflexive)<<4|bit(mine.Head >= 0 && mine.Head == theirs.Head))
	}
	says := speaks(doc, m)
	add(18, bit(m.quoted)<<4|bit(other.quoted)<<3|bit(says)<<2|bit(speaks(doc, other))<<1|bit(distance == 0))
	add(19, bit(says)<<9|bit(speaks(doc, other))<<8|distance<<4|min(place, 3))
	if distance == 0 {
		add(14, r.climb(doc, m, other)<<8|bit(form.possessive))
		add(15, uint64(min(8, (m.Tokens.First-other.Tokens.End)/3)))
	} else {
		add(16, part(mine.Deprel)<<8|part(theirs.Deprel)<<4|distance)
		add(17, bit(other.head-doc.Sentences[other.Sentence].Tokens.First < 5)<<4|part(theirs.Deprel))
	}
	return out
}

// speaks reports whether a mention is the subject of a verb of saying.
func speaks(doc *pipeline.Document, m *Mention) bool {
	t := &doc.Tokens[m.head]
	if t.Head < 0 || !pipeline.IsRelation(t.Deprel, "nsubj") {
		return false
	}
	switch doc.Tokens[doc.Sentences[m.Sentence].Tokens.First+t.Head].Lemma {
	case "say", "tell", "add", "explain", "note", "argue", "claim", "state", "write", "ask", "warn", "insist", "continue", "recall", "reply", "announce",
		"suggest", "think", "believe", "declare", "stress", "admit", "acknowledge", "predict", "conclude", "report", "describe", "call", "point", "respond",
		"repeat", "reiterate", "confirm", "deny", "emphasize", "emphasise", "maintain", "urge", "testify", "comment", "remark", "observe", "contend", "assert",
		"allege", "complain", "agree", "vow", "promise", "caution", "concede", "tweet", "speak", "talk", "disclose", "reveal", "accuse", "condemn", "praise":
		return true
	}
	return false
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// kindNumber numbers what sort of mention a candidate is.
func kindNumber(m *Mention) uint64 {
	label := uint64(0)
	for k, name := range [...]pipeline.Label{pipeline.Person, pipeline.Location, pipeline.Organization, pipeline.Nationality} {
		if m.Label == name {
			label = uint64(k + 1)
		}
	}
	switch m.Kind {
	case pipeline.MentionName:
		return label
	case pipeline.MentionNominal:
		return 8 + label
	}
	return 16
}

// indefinite reports whether a nominal begins with "a" or has no article.
func indefinite(doc *pipeline.Document, m *Mention) bool {
	switch doc.Tokens[m.Tokens.First].Form {
	case "a", "an", "A", "An", "some", "any", "no":
		return true
	}
	return m.Kind == pipeline.MentionNominal && m.Tokens.First == m.head
}

// climb tells how a candidate of the same sentence stands to the pronoun: how
// many clauses up its own verb governs the pronoun's, 15 if it does not.
func (r *Resolver) climb(doc *pipeline.Document, m, other *Mention) uint64 {
	first := doc.Sentences[m.Sentence].Tokens.First
	verb := doc.Tokens[other.head].Head
	at := m.head - first
	for steps := uint64(0); steps < 7; steps++ {
		at = doc.Tokens[first+at].Head
		if at < 0 {
			break
		}
		if at == verb {
			return steps
		}
		if at == other.head-first {
			return 8 + min(steps, 3) // the pronoun is inside the candidate's own phrase
		}
	}
	return 15
}

// noneFeatures are the features of the pronoun standing for no candidate.
func noneFeatures(doc *pipeline.Document, form pronounForm, m *Mention, candidates int, out []uint64) []uint64 {
	sentence := doc.Sentences[m.Sentence].Tokens
	mine := &doc.Tokens[m.head]
	class := uint64(form.class)
	out = append(out, model.Mix(40, class), model.Mix(41, class<<8|uint64(min(candidates, 4))), model.Mix(42, class<<8|part(mine.Deprel)),
		model.Mix(43, class<<8|bit(mine.Deprel == "expl")))
	if mine.Head >= 0 {
		governor := &doc.Tokens[sentence.First+mine.Head]
		out = append(out, model.Mix(model.Mix(44, class), model.Hash(governor.Lemma)), model.Mix(45, model.Mix(class, model.Hash(governor.UPOS)<<4|part(mine.Deprel))))
		clause := uint64(0)
		for k := m.head + 1; k < sentence.End && k < m.head+12; k++ {
			t := &doc.Tokens[k]
			if t.Head == mine.Head {
				clause |= bit(pipeline.IsRelation(t.Deprel, "ccomp", "csubj")) | bit(pipeline.IsRelation(t.Deprel, "xcomp", "advcl"))<<1
			}
		}
		out = append(out, model.Mix(46, class<<8|clause))
	}
	if m.head+1 < sentence.End {
		out = append(out, model.Mix(model.Mix(47, class), model.Hash(doc.Tokens[m.head+1].Form)))
	}
	out = append(out, model.Mix(48, class<<8|bit(m.head == sentence.First)))
	return out
}
