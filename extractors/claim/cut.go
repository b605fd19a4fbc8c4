package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// draftClause drafts the proposition of clause k.
func (w *work) draftClause(k int) {
	c := &w.clauses[k]
	r := w.cut(k)
	if w.bareClause(c, r) {
		return
	}
	if c.form == formRelative {
		r = w.withAntecedent(k, r)
	}
	if r.Len() < 2 || !r.Contains(c.head) {
		return
	}
	w.drafts = append(w.drafts, draft{clause: k, head: c.head, tokens: r, rule: formNames[c.form], part: -1})
}

// bareClause reports what says too little to stand alone: "there is", "they
// must".
func (w *work) bareClause(c *clause, r pipeline.Range) bool {
	if w.tree.Child(c.head, "expl") >= 0 && r.Len() < 4 {
		s := w.tree.Child(c.head, "nsubj")
		return s < 0 || w.Stage.cues.Find(lexicon.CueNoun, w.lemma(s)) != nil
	}
	return c.form == formAdverbial && r.Len() < 3
}

// cut returns the words of clause k: its subtree without what is a claim of
// its own at either end, and without what attributes or frames it.
func (w *work) cut(k int) pipeline.Range {
	c := &w.clauses[k]
	r := w.atSplits(w.tree.Subtree(c.head), c)
	for i := range w.clauses {
		if other := &w.clauses[i]; other.parent == k && w.leavesOut(k, i) {
			r = w.without(r, w.tree.Subtree(other.head), c.head)
		}
	}
	for i := range w.cues {
		if q := &w.cues[i]; q.part && w.hostClause(q) == k && w.stands(q) {
			r = w.without(r, w.partRange(q), c.head)
		}
	}
	for _, q := range w.quotes {
		r = w.outside(r, &w.doc.Quotes[q], c.head)
		r = w.fromMark(r, &w.doc.Quotes[q], c)
	}
	r = w.beforeAside(r, c)
	return w.trim(k, w.beforeColon(w.betweenSemicolons(w.afterTitle(r, c.head), c.head), c.head))
}

// beforeAside ends a clause at a comma after which only a participle or a
// relative clause adds something, wherever the parser hung it.
func (w *work) beforeAside(r pipeline.Range, c *clause) pipeline.Range {
	for i := c.head + 2; i+2 < r.End; i++ {
		if w.lower[i-1] != "," || c.form == formRelative && i < c.head+3 {
			continue
		}
		if w.token(i).XPOS == "VBG" && !w.prepositional(i) && w.is(i, "advcl", "acl", "xcomp", "conj", "parataxis") && w.childWord(i, "cc", "and", "or") < 0 && !w.commaAfter(i, r.End) {
			r.End = i - 1
		}
		if isOneOf(w.lower[i], "which", "who", "whose", "whom") && !w.commaAfter(i, r.End) {
			r.End = i - 1
		}
	}
	return r
}

// commaAfter reports whether a comma follows token i before end.
func (w *work) commaAfter(i, end int) bool {
	for j := i; j < end; j++ {
		if w.lower[j] == "," {
			return true
		}
	}
	return false
}

// betweenSemicolons keeps a clause between the semicolons around its head.
func (w *work) betweenSemicolons(r pipeline.Range, head int) pipeline.Range {
	for i := r.First; i < head; i++ {
		if w.lower[i] == ";" {
			r.First = i + 1
		}
	}
	for i := head + 1; i < r.End; i++ {
		if w.lower[i] == ";" {
			r.End = i
		}
	}
	return r
}

// afterTitle takes a heading that runs into its paragraph off a clause:
// "Freedom of Movement: The law provides …".
func (w *work) afterTitle(r pipeline.Range, head int) pipeline.Range {
	if r.First > 0 {
		return r
	}
	for i := 1; i < head && i < 16; i++ {
		if w.lower[i] == ":" {
			if startsUpper(w.token(i+1).Form) && w.titled(i) {
				r.First = i + 1
			}
			return r
		}
	}
	return r
}

// titled reports whether the words up to token end are set as a title.
func (w *work) titled(end int) bool {
	for i := 0; i < end; i++ {
		if t := w.token(i); len(t.Form) > 3 && !startsUpper(t.Form) && t.UPOS != "ADP" && t.UPOS != "CCONJ" && t.UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

func startsUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// beforeColon ends a clause at the colon after it: what follows spells it out.
func (w *work) beforeColon(r pipeline.Range, head int) pipeline.Range {
	for i := head + 1; i+3 < r.End; i++ {
		if w.lower[i] == ":" && w.upos(i-1) != "AUX" && w.upos(i-1) != "VERB" && !isQuoteMark(w.token(i+1).Form) {
			return pipeline.Range{First: r.First, End: i}
		}
	}
	return r
}

// leavesOut reports whether the proposition of clause k leaves out clause i
// below it.
func (w *work) leavesOut(k, i int) bool {
	c := &w.clauses[i]
	r := w.tree.Subtree(c.head)
	switch c.form {
	case formConjunct:
		return w.proposes(i) || c.frame || isOneOf(w.lower[c.head], "provided", "providing")
	case formParataxis, formApposition:
		return true
	case formAdverbial:
		if !w.adverbialProposes(i) {
			return false
		}
		if r.First < w.clauses[k].head {
			return true
		}
		switch w.firstMark(c) {
		case "before", "after", "until", "than", "when":
			return w.comma(r.First - 1)
		}
		_, condition := w.opensCondition(i)
		return condition || w.comma(r.First-1) || isOneOf(w.firstMark(c), "because", "although", "so", "though", "while", "whereas", "since", "as")
	case formRelative:
		if start := r.First; !w.comma(start) && !w.comma(start-1) && start > 0 && w.nounStart(w.antecedent(c)) == start-1 {
			return false // "risk actions that …": the bare noun says nothing
		}
		return r.End >= w.tree.Subtree(w.clauses[k].head).End-1 && r.First > w.clauses[k].head && w.relativeProposes(i)
	case formParticiple:
		return w.adds(i) && r.First > w.clauses[k].head
	}
	return false
}

// adds reports whether participle clause k only adds to what stands before
// it: "…, leaving hundreds without pay", "…, stating that".
func (w *work) adds(k int) bool {
	c := &w.clauses[k]
	r := w.tree.Subtree(c.head)
	start := w.firstToken(c.head)
	return w.token(c.head).XPOS == "VBG" && start > 0 && w.comma(start-1) && r.End-start > 2 && !w.prepositional(c.head)
}

// prepositional reports participles that are used as prepositions.
func (w *work) prepositional(i int) bool {
	switch w.lower[i] {
	case "including", "according", "following", "regarding", "concerning", "excluding", "depending", "given", "considering", "involving", "using", "starting", "beginning", "ranging", "owing", "barring", "pending", "during":
		return true
	}
	return false
}

// without takes range gone off one end of r, keeping token head inside.
func (w *work) without(r, gone pipeline.Range, head int) pipeline.Range {
	switch {
	case gone.End <= head && w.emptyBetween(r.First, gone.First):
		r.First = max(r.First, gone.End)
	case gone.First > head && gone.First < r.End:
		r.End = gone.First
	}
	return r
}

// emptyBetween reports whether only punctuation and connectives stand between
// two tokens.
func (w *work) emptyBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if !w.punctuation(i) && w.upos(i) != "CCONJ" && w.upos(i) != "SCONJ" && !w.reporting[i] {
			return false
		}
	}
	return true
}

// outside takes an attribution's own words off the ends of r.
func (w *work) outside(r pipeline.Range, q *pipeline.Quote, head int) pipeline.Range {
	at := w.token(head).Span
	if !w.content(q, at) || !w.presents(q) {
		return r
	}
	link := ownLink(q)
	for _, span := range [2]pipeline.Span{link.Cue, link.Span} {
		for i := r.First; i < head; i++ {
			if span.Overlaps(w.token(i).Span) && w.endsNear(r.First, i, q) {
				r.First = i + 1
			}
		}
		for i := r.End - 1; i > head; i-- {
			if span.Overlaps(w.token(i).Span) && w.startsNear(i, r.End, q) {
				r.End = i
			}
		}
	}
	return r
}

// fromMark begins a clause that is quoted as a whole at its quotation mark,
// where only the occasion stands before it: "According to X at a meeting, “…”".
func (w *work) fromMark(r pipeline.Range, q *pipeline.Quote, c *clause) pipeline.Range {
	if q.Quotation != pipeline.QuotationMixed || w.upos(r.First) != "ADP" || !w.content(q, w.token(c.head).Span) {
		return r
	}
	for i := r.First + 1; i < c.head; i++ {
		if w.upos(i) == "VERB" || w.upos(i) == "AUX" || w.token(i).Head == c.head && w.is(i, "nsubj") {
			return r
		}
		if isDoubleQuote(w.token(i).Form) && w.comma(i-1) {
			return pipeline.Range{First: i, End: r.End}
		}
	}
	return r
}

// endsNear reports whether what stands from first up to token i is no part of
// the content of q.
func (w *work) endsNear(first, i int, q *pipeline.Quote) bool {
	for j := first; j < i; j++ {
		if w.content(q, w.token(j).Span) && !w.punctuation(j) && w.upos(j) != "CCONJ" && w.upos(j) != "SCONJ" {
			return false
		}
	}
	return true
}

func (w *work) startsNear(i, end int, q *pipeline.Quote) bool {
	for j := i + 1; j < end; j++ {
		if w.content(q, w.token(j).Span) && !w.punctuation(j) {
			return false
		}
	}
	return true
}

// trim takes connectives, marks, frames and punctuation off both ends.
func (w *work) trim(k int, r pipeline.Range) pipeline.Range {
	return w.trimEnd(w.clauses[k].head, w.trimStart(k, r))
}

// trimStart takes off the front what does not belong to clause k itself.
func (w *work) trimStart(k int, r pipeline.Range) pipeline.Range {
	c := &w.clauses[k]
	for r.First < c.head && r.First < r.End {
		i := r.First
		if end := w.opening(r, c.head); end > i {
			r.First = end
			continue
		}
		switch {
		case w.punctuation(i) && !w.opensQuote(i, r):
		case w.is(i, "cc") && w.token(i).Head == c.head && !isOneOf(w.lower[i], "nor", "neither"):
		case w.is(i, "cc") && w.upos(i) == "CCONJ" && isOneOf(w.lower[i], "and", "but", "or"):
		case w.is(i, "mark") && w.lower[i] != "to" && w.token(i).Head == c.head:
		case w.isMarkWord(k, i):
		case w.inFrame(i):
		case w.reporting[i] && w.sourceTail(i, c):
		default:
			return r
		}
		r.First++
	}
	return r
}

// trimEnd takes off the end, down to the head, what led over to the words
// that were cut.
func (w *work) trimEnd(head int, r pipeline.Range) pipeline.Range {
	for r.End > head+1 && r.End > r.First {
		i := r.End - 1
		switch {
		case w.punctuation(i) && !w.closesQuote(i, r):
		case w.upos(i) == "CCONJ" && w.is(i, "cc"):
		case w.inFrame(i):
		case w.upos(i) == "SCONJ" && w.is(i, "mark"):
		case w.dangling(i):
		default:
			return r
		}
		r.End--
	}
	return r
}

// opening returns the end of a phrase at the start of a clause that connects
// or hedges it as a whole: "In all likelihood, …", "As a result, …".
func (w *work) opening(r pipeline.Range, head int) int {
	i := r.First
	if k := w.covered[i]; k >= 0 && w.cues[k].entry.Class == lexicon.CueAdverb && !w.cues[k].part && w.cues[k].tokens.First == i {
		end := w.cues[k].tokens.End
		if end < head && (w.comma(end) || i == 0) {
			return end
		}
	}
	for _, words := range openings {
		end := i + len(words)
		if end >= head || !w.comma(end) {
			continue
		}
		same := true
		for j, word := range words {
			same = same && w.lower[i+j] == word
		}
		if same {
			return end
		}
	}
	return i
}

// openings are the phrases that connect a sentence with what stands before
// it, or comment on it, and are no part of what it claims.
var openings = [][]string{
	{"however"}, {"moreover"}, {"furthermore"}, {"nevertheless"}, {"nonetheless"}, {"therefore"}, {"thus"}, {"hence"}, {"instead"}, {"meanwhile"}, {"likewise"}, {"similarly"}, {"additionally"},
	{"unfortunately"}, {"fortunately"}, {"sadly"}, {"importantly"}, {"notably"}, {"interestingly"}, {"surprisingly"}, {"consequently"}, {"accordingly"}, {"otherwise"}, {"besides"}, {"also"}, {"again"}, {"still"}, {"yet"}, {"finally"}, {"first"}, {"second"}, {"third"}, {"lastly"},
	{"in", "addition"}, {"in", "particular"}, {"in", "contrast"}, {"in", "turn"}, {"in", "short"}, {"in", "sum"}, {"in", "other", "words"}, {"as", "a", "result"}, {"as", "a", "consequence"}, {"for", "example"}, {"for", "instance"}, {"on", "the", "other", "hand"}, {"on", "the", "one", "hand"}, {"at", "the", "same", "time"}, {"of", "note"}, {"to", "be", "clear"}, {"to", "be", "sure"}, {"that", "said"}, {"by", "contrast"}, {"on", "the", "contrary"}, {"after", "all"}, {"above", "all"}, {"well"}, {"yes"}, {"no"}, {"so"}, {"now"},
}

// dangling reports words that led over to what has been cut off: ", in part
// [because …]".
func (w *work) dangling(i int) bool {
	switch w.lower[i] {
	case "part":
		return w.word(i-1) == "in" && w.comma(i-2)
	case "in":
		return w.word(i+1) == "part" && w.comma(i-1)
	case "partly", "largely", "mainly", "even", "especially", "particularly", "just", "only", "mostly", "primarily":
		return w.comma(i - 1)
	}
	return false
}

// sourceTail reports reporting words at the start of a clause that are no
// part of its subject.
func (w *work) sourceTail(i int, c *clause) bool {
	return c.subject < 0 || !w.tree.Dominates(c.subject, i)
}

// isMarkWord reports the words that open an adverbial clause, whatever the
// parser makes of them.
func (w *work) isMarkWord(k, i int) bool {
	c := &w.clauses[k]
	switch c.form {
	case formComplement, formSubject, formNoun:
		return isOneOf(w.lower[i], "that", "whether", "if") && (w.token(i).Head == c.head || w.upos(i) == "SCONJ") && w.token(i).Deprel != "nsubj" && !w.is(i, "det")
	case formAdverbial:
		switch w.lower[i] {
		case "when", "where", "why", "because", "although", "though", "while", "if", "unless", "until", "since", "after", "before", "as", "once", "whereas", "provided", "that", "whenever", "wherever", "given", "so", "only", "even", "just", "for":
			return w.clauseOf[i] == k && w.is(i, "mark", "advmod", "case", "fixed")
		case "long", "soon":
			return w.word(i-1) == "as"
		}
	}
	return false
}

// opensQuote reports an opening quotation mark that is closed within r.
func (w *work) opensQuote(i int, r pipeline.Range) bool {
	if !isQuoteMark(w.token(i).Form) {
		return false
	}
	for j := i + 1; j < r.End; j++ {
		if pairs(w.token(i).Form, w.token(j).Form) {
			return j < r.End-1
		}
	}
	return false
}

// pairs reports whether two quotation marks can open and close the same
// quotation: both double or both single.
func pairs(a, b string) bool { return isQuoteMark(b) && isSingle(a) == isSingle(b) }

func isSingle(mark string) bool { return mark == "'" || mark == "‘" || mark == "’" }

// closesQuote reports a closing quotation mark whose opening one lies inside
// r, after its first word.
func (w *work) closesQuote(i int, r pipeline.Range) bool {
	if !isQuoteMark(w.token(i).Form) {
		return isOneOf(w.lower[i], ")", "]") && w.bracketed(i, r)
	}
	for j := i - 1; j > r.First; j-- {
		if pairs(w.token(i).Form, w.token(j).Form) {
			return true
		}
	}
	return false
}

// bracketed reports whether a bracket opens in r before token i.
func (w *work) bracketed(i int, r pipeline.Range) bool {
	for j := i - 1; j >= r.First; j-- {
		if w.lower[j] == "(" || w.lower[j] == "[" {
			return true
		}
	}
	return false
}

func isQuoteMark(form string) bool {
	switch form {
	case "\"", "“", "”", "''", "``", "„", "«", "»", "‘", "’", "'":
		return true
	}
	return false
}

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

// withAntecedent widens a relative clause by the noun that it is about.
func (w *work) withAntecedent(k int, r pipeline.Range) pipeline.Range {
	if g := w.antecedent(&w.clauses[k]); g >= 0 {
		r.First = w.nounStart(g)
	}
	return r
}
