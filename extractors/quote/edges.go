package quote

import "github.com/purport-nlp/purport/pipeline"

// Sources begin and end with whole words, whatever the parse makes of their
// parts: "in-country observers", "U.S.-based groups", "LGBTQI+ activists".

// glued reports whether token i follows the one before without a space.
func (w *work) glued(i int) bool { return w.token(i-1).End == w.token(i).Start }

// joins reports whether token i is a mark that makes one word of its
// neighbours.
func (w *work) joins(i int) bool {
	f := w.token(i).Form
	return f == "-" || f == "‐" || f == "‑" || f == "+"
}

// wholeWords widens a source that begins or ends inside a word.
func (w *work) wholeWords(r pipeline.Range, head int) (pipeline.Range, int) {
	first := r.First
	if r.First > 1 && w.token(r.First-1).Form == "+" && w.glued(r.First-1) {
		r.First--
	}
	for r.First > 0 && w.glued(r.First) && (w.joins(r.First-1) || w.joins(r.First)) {
		r.First--
	}
	if w.joins(r.First) {
		r.First = first // a dash
	}
	if r.First < first {
		for r.First > 0 && w.describes(r.First-1) && w.quote(r.First-1) == w.quote(r.First) {
			r.First--
		}
	}
	for r.End+1 < w.tree.Len() && w.joins(r.End) && w.glued(r.End) && (w.glued(r.End+1) || w.token(r.End).Form == "+") && w.inPhrase(r.End+1) {
		r.End += 2
		head = r.End - 1
	}
	if last := r.End - 1; head+1 < last && w.token(head+1).Form == "+" && w.token(last).UPOS == "NOUN" {
		head = last // "LGBTQI+ persons"
	}
	return r, head
}

// describes reports whether token i may stand at the left of a noun phrase: an
// article, a number, an adjective.
func (w *work) describes(i int) bool {
	switch w.token(i).UPOS {
	case "DET", "NUM", "ADJ":
		return !w.isTime(i)
	}
	return false
}

// bracketReach is how many tokens behind a source the bracket that it opens may
// be closed.
const bracketReach = 4

// closeBracket widens a source that opens a bracket to the end of it: "Berg
// (I-Vt.)".
func (w *work) closeBracket(r pipeline.Range) pipeline.Range {
	open := false
	for at := r.First; at < r.End; at++ {
		f := w.token(at).Form
		open = f == "(" || open && f != ")"
	}
	for at := r.End; open && at < w.tree.Len() && at < r.End+bracketReach; at++ {
		if f := w.token(at).Form; f == ")" || f == ".)" {
			r.End = at + 1
			return r
		}
	}
	return r
}

// longestList bounds, in tokens, the list before a source that is looked over.
const longestList = 40

// headed widens the last member of a list to the plural noun that the list
// belongs to: "observers from the Union, the Centre, and foreign missions".
func (w *work) headed(i int, r pipeline.Range, head int) (pipeline.Range, int) {
	at := r.First - 1
	for at > 0 && (w.describes(at) || w.token(at).XPOS == "VBN") {
		at--
	}
	if at < 3 || r.End > i || w.token(at).UPOS != "CCONJ" || w.token(at-1).Form != "," {
		return r, head
	}
	noun, commas := -1, -1 // the comma before "and" is none of these
	for at--; at >= 0 && r.First-at < longestList; at-- {
		switch t := w.token(at); {
		case (t.Form == "from" || t.Form == "including") && at > 0 && w.token(at-1).XPOS == "NNS":
			if noun = at - 1; commas < 1 {
				return r, head
			}
		case t.Form == ",":
			commas++
		case w.inPhrase(at), t.UPOS == "CCONJ", t.Form == "of", t.Form == "for", t.Form == "in", t.Form == "on", t.Form == "to", t.Form == "(", t.Form == ")", t.Form == "-":
		case t.UPOS == "SCONJ", t.Form == "that", t.Form == ";", t.Form == ":":
			return w.listFrom(noun, at+1, r, head)
		default:
			return r, head
		}
	}
	if at >= 0 {
		return r, head
	}
	return w.listFrom(noun, 0, r, head)
}

// listFrom returns the source that the plural at token noun heads, if there is
// one; its phrase begins at or after token first.
func (w *work) listFrom(noun, first int, r pipeline.Range, head int) (pipeline.Range, int) {
	if noun < 0 {
		return r, head
	}
	begin := max(w.phraseBack(noun), first)
	if w.sourceWord(noun) == "" && !personal(w.lemma(noun)) {
		return r, head
	}
	return pipeline.Range{First: begin, End: r.End}, noun
}
