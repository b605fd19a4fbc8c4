package claim

import "github.com/purport-nlp/purport/pipeline"

// asks reports whether clause k is a direct question.
func (w *work) asks(k int) bool {
	c := &w.clauses[w.base(k)]
	if c.form != formMain && c.form != formParataxis && c.form != formComplement {
		return false
	}
	if c.form == formMain {
		// "The question arises: what is next?"
		for i := c.head; i < w.len(); i++ {
			if w.word(i) == ":" {
				return false
			}
		}
	}
	end := w.tree.Subtree(c.head).End
	asking := w.word(end) == "?" || w.word(end-1) == "?"
	if c.form == formComplement {
		return asking
	}
	return asking || w.word(w.len()-1) == "?" || w.word(w.len()-2) == "?"
}

// question makes a proposition one that is asked for.
func (w *work) question(v *view) {
	v.question = true
	for i := w.len() - 1; i >= 0; i-- {
		if w.word(i) == "?" {
			w.cite(v, w.token(i).Span, "question", "question:?")
			w.weaken(v, pipeline.Unknown, w.token(i).Span)
			return
		}
	}
}
