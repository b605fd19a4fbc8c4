package claim

// negatedBy returns the token that negates the predicate headed by h: "not",
// "never", "no longer", a negative subject or object ("nobody", "no charge"),
// or -1.
func (w *work) negatedBy(h int) int {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		switch {
		case w.is(c, "advmod", "cc:preconj", "aux", "discourse", "neg", "cc") && w.negator(c):
			if w.word(c) == "not" && w.word(c+1) == "only" {
				continue // "not only … but also" denies nothing
			}
			if c > h && w.word(c+1) == "to" {
				continue // "told them not to"
			}
			if w.word(c) == "not" && c > 0 && w.word(c-1) == "or" {
				continue // "whether or not"
			}
			if c < h || w.is(c, "advmod") && c <= h+1 || w.upos(h) == "AUX" {
				return c
			}
		case w.is(c, "nsubj", "obj", "obl", "iobj"):
			if start := w.tree.Subtree(c).First; w.is(c, "obl") && (c < h || w.pause(start) || w.pause(start-1)) && w.tree.Child(c, "case") >= 0 {
				if n := w.noIn(c); n >= 0 && isOneOf(w.lemma(c), "way", "time", "point", "circumstance", "case", "stage") {
					return n
				}
				continue
			}
			if n := w.noIn(c); n >= 0 {
				return n
			}
		}
	}
	if w.nominal(h) && w.tree.Child(h, "cop") >= 0 || w.tree.Child(h, "expl") >= 0 {
		return w.noIn(h)
	}
	return -1
}

// negator reports whether token i is a negating adverb.
func (w *work) negator(i int) bool {
	switch w.lower[i] {
	case "not", "n't", "never", "neither", "nor", "hardly", "scarcely", "nowhere":
		return true
	case "longer":
		return w.word(i-1) == "no"
	case "no":
		return w.word(i+1) == "longer"
	}
	return false
}

// noIn returns the negative word of noun phrase i: "no", "nobody", "none".
func (w *work) noIn(i int) int {
	if i < 0 || w.len() <= i {
		return -1
	}
	switch w.lower[i] {
	case "nobody", "nothing", "none", "neither":
		return i
	case "one":
		if w.word(i-1) == "no" {
			return i - 1
		}
	}
	if first := w.tree.Subtree(i).First; first < i && w.lower[first] == "not" && !isOneOf(w.word(first+1), "only", "least") && w.is(i, "nsubj") {
		return first // "not every household"
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c < i && w.is(c, "det", "advmod", "amod", "cc:preconj") && w.denies(c, i) {
			return c
		}
	}
	if w.is(i, "nsubj") && w.lower[i] == "few" && w.word(i-1) != "a" && w.word(i-1) != "the" {
		return i
	}
	return -1
}

// denies reports whether word c in front of noun i makes it none: "no", "few"
// as a subject, "hardly any".
func (w *work) denies(c, i int) bool {
	switch w.lower[c] {
	case "no":
		return !isOneOf(w.word(c+1), "fewer", "less", "more")
	case "neither", "hardly", "scarcely":
		return true
	case "few":
		return w.is(i, "nsubj") && w.tree.Child(i, "nmod:poss") < 0 && w.childWord(i, "det", "a", "the", "these", "those") < 0
	case "little":
		return w.word(c+1) == "or" && w.word(c+2) == "no"
	}
	return false
}
