package claim

import "github.com/purport-nlp/purport/pipeline"

// beforeAside ends a clause at a comma after which only a participle or a
// relative clause adds something, wherever the parser hung it.
func (w *work) beforeAside(r pipeline.Range, c *clause) pipeline.Range {
	for i := c.head + 2; i+2 < r.End; i++ {
		if w.lower[i-1] != "," || c.form == formRelative && i < c.head+3 {
			continue
		}
		if w.token(i).XPOS == "VBG" && !prepositional(w.lower[i]) && w.is(i, "advcl", "acl", "xcomp", "conj", "parataxis") && w.childWord(i, "cc", "and", "or") < 0 && !w.commaAfter(i, r.End) {
			r.End = i - 1
		}
		if isOneOf(w.lower[i], "which", "who", "whose", "whom") && !w.commaAfter(i, r.End) {
			r.End = i - 1
		}
	}
	return r
}

// beforeReference ends a clause before a bracket at its end that sends the
// reader elsewhere: "(see section 1.c.)".
func (w *work) beforeReference(r pipeline.Range, head int) pipeline.Range {
	for i := head + 1; i+1 < r.End; i++ {
		if w.lower[i] != "(" || w.lower[i+1] != "see" && w.word(i+2) != "see" {
			continue
		}
		end := i
		for end < r.End && w.lower[end] != ")" {
			end++
		}
		if w.emptyBetween(min(end+1, r.End), r.End) {
			r.End = i
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
			if startsUpper(w.token(i+1).Form) && w.setAsTitle(i) {
				r.First = i + 1
			}
			return r
		}
	}
	return r
}

// afterDateline takes the place and date before a dash off a clause: "GENEVA
// (AP) — The council met".
func (w *work) afterDateline(r pipeline.Range, head int) pipeline.Range {
	for c := w.tree.FirstChild(head); c >= 0 && c < head; c = w.tree.NextSibling(c) {
		if line := w.tree.Subtree(c); w.is(c, "parataxis") && r.First == 0 && line.First == 0 && line.End <= head && w.pause(line.End-1) && w.lower[line.End-1] != "," {
			r.First = line.End
		}
	}
	return r
}

// setAsTitle reports whether the words up to token end are set as a title.
func (w *work) setAsTitle(end int) bool {
	for i := 0; i < end; i++ {
		if t := w.token(i); len(t.Form) > 3 && !startsUpper(t.Form) && t.UPOS != "ADP" && t.UPOS != "CCONJ" && t.UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// startsUpper reports whether s begins with a capital of the Latin alphabet.
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
