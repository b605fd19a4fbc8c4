package claim

// form says what part a clause plays in its sentence.
type form uint8

const (
	formMain form = iota
	formComplement
	formSubject // a clause as subject: "that P is clear"
	formAdverbial
	formRelative
	formConjunct
	formParataxis
	formInfinitive // xcomp
	formNoun       // "the claim that P"
	formParticiple // "moving toward …", "given …"
	formApposition
)

var formNames = [...]string{"main", "complement", "subject", "adverbial", "relative", "conjunct", "parataxis", "infinitive", "noun-clause", "participle", "apposition"}

// clause is a predicate with what depends on it.
type clause struct {
	// head is the token that heads the predicate, parent the clause around it
	// or -1, governor the token that it depends on or -1.
	head, parent, governor int
	form                   form
	// subject is the token that heads its subject, own or shared, or -1.
	subject int
	finite  bool
	// shared is the first conjunct whose subject and auxiliaries it shares,
	// or -1.
	shared int
	// frame says that the clause only presents another one: "it is known
	// that", "officials said".
	frame bool
	// split is the number, from 1, of the place where the clause was split
	// off, 0 where the tree has it.
	split int
}

// findClauses cuts the tree into clauses, those that govern first.
func (w *work) findClauses() {
	root := w.tree.Root()
	if root < 0 {
		return
	}
	w.descend(root, -1)
	w.findSplits()
}

// descend visits the subtree of token i, which lies in clause parent.
func (w *work) descend(i, parent int) {
	if f, ok := w.clauseForm(i, parent); ok {
		w.clauses = append(w.clauses, clause{
			head: i, parent: parent, governor: w.token(i).Head, form: f, subject: w.subject(i), finite: w.finite(i), shared: -1,
		})
		parent = len(w.clauses) - 1
		w.share(parent)
	}
	w.clauseOf[i] = parent
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		w.descend(c, parent)
	}
}

// share gives a conjunct the subject and auxiliaries of the clause that it is
// coordinated with.
func (w *work) share(k int) {
	c := &w.clauses[k]
	switch c.form {
	case formConjunct:
		if c.subject < 0 && c.parent >= 0 {
			c.subject = w.clauses[c.parent].subject
			c.shared = c.parent
			if !c.finite && w.tree.Child(c.head, "aux", "cop") < 0 {
				c.finite = w.clauses[c.parent].finite
			}
		}
	case formInfinitive, formParticiple:
		if c.subject < 0 && c.parent >= 0 {
			c.subject = w.clauses[c.parent].subject
		}
	case formRelative:
		// The subject of a relative clause is what its pronoun stands for.
		if c.subject >= 0 && isOneOf(w.word(c.subject), "who", "which", "that") {
			c.subject = w.antecedent(c)
		}
	}
}

// base returns the clause whose place in the sentence clause k has: for a
// conjunct, that of the first one.
func (w *work) base(k int) int {
	for w.clauses[k].form == formConjunct && w.clauses[k].parent >= 0 {
		k = w.clauses[k].parent
	}
	return k
}
