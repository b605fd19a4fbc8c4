package claim

import "github.com/purport-nlp/purport/pipeline"

// relation returns the verb with its auxiliaries, negation and particle, as
// far as they stand together.
func (w *work) relation(h int) pipeline.Range {
	r := pipeline.Range{First: h, End: h + 1}
	for r.First > 0 {
		i := r.First - 1
		if w.token(i).Head != h || !w.is(i, "aux", "cop", "advmod") {
			break
		}
		r.First--
	}
	for r.First < h && w.is(r.First, "advmod") && !w.negator(r.First) {
		r.First++
	}
	return w.withParticle(h, r)
}

func (w *work) withParticle(h int, r pipeline.Range) pipeline.Range {
	for r.End < w.len() && w.token(r.End).Head == h && w.is(r.End, "compound:prt") {
		r.End++
	}
	return r
}

// copula returns the copula of predicate h with its auxiliaries and negation.
func (w *work) copula(h int) pipeline.Range {
	cop := w.tree.Child(h, "cop")
	r := pipeline.Range{First: cop, End: cop + 1}
	for r.First > 0 && w.token(r.First-1).Head == h && w.is(r.First-1, "aux", "advmod") {
		r.First--
	}
	for r.First < cop && w.is(r.First, "advmod") && !w.negator(r.First) {
		r.First++
	}
	for r.End < h && w.token(r.End).Head == h && w.is(r.End, "advmod") && w.negator(r.End) {
		r.End++
	}
	return r
}

// extend takes the infinitives into the relation that follow the verb at
// once, "wants to buy", and then the preposition of what follows, "taught
// at". It returns the heads that the arguments hang on.
func (w *work) extend(p *parts, chain []int) []int {
	for {
		x := w.tree.Child(chain[len(chain)-1], "xcomp")
		if x < 0 || !w.joins(x, p.relation.End) {
			break
		}
		if cop := w.tree.Child(x, "cop"); cop >= 0 {
			p.relation.End = cop + 1
			return append(chain, x)
		}
		p.relation = w.withParticle(x, pipeline.Range{First: p.relation.First, End: x + 1})
		chain = append(chain, x)
	}
	w.takePreposition(p, chain)
	return chain
}

// joins reports whether the infinitive or participle x goes on from token
// end without a word of its own between.
func (w *work) joins(x, end int) bool {
	last := x
	if cop := w.tree.Child(x, "cop"); cop >= 0 {
		last = cop
	} else if w.upos(x) != "VERB" {
		return false
	}
	if w.tree.Subtree(x).First != end || w.subject(x) >= 0 {
		return false
	}
	for i := end; i < last; i++ {
		if w.token(i).Head != x || !w.is(i, "mark", "aux", "advmod") {
			return false
		}
	}
	return true
}

// takePreposition takes the preposition into the relation that follows it.
func (w *work) takePreposition(p *parts, chain []int) {
	end := p.relation.End
	for i := end; i < w.len() && i < end+3 && w.is(i, "case", "fixed"); i++ {
		h := w.token(i).Head
		if w.is(i, "fixed") && h >= end {
			h = w.token(h).Head
		}
		if h < 0 || !w.is(h, "obl") || !isAmong(chain, w.token(h).Head) || w.tree.Subtree(h).First != end {
			return
		}
		p.relation.End = i + 1
	}
}

// auxiliaries returns the auxiliaries of verb h, which verb c shares.
func (w *work) auxiliaries(h, c int) pipeline.Range {
	var r pipeline.Range
	for i := w.tree.FirstChild(h); i >= 0 && i < h; i = w.tree.NextSibling(i) {
		if !w.is(i, "aux") || w.is(i, "aux") && finiteTag(w.token(c)) {
			continue
		}
		if r.Len() == 0 {
			r.First = i
		}
		r.End = i + 1
	}
	return r
}

func isAmong(list []int, i int) bool {
	for _, x := range list {
		if x == i {
			return true
		}
	}
	return false
}
