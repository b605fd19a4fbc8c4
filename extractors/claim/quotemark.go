package claim

import "github.com/purport-nlp/purport/pipeline"

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

// pairs reports whether two quotation marks can open and close the same
// quotation: both double or both single.
func pairs(a, b string) bool { return isQuoteMark(b) && isSingle(a) == isSingle(b) }

// isSingle reports the marks that stand alone on either side.
func isSingle(mark string) bool { return mark == "'" || mark == "‘" || mark == "’" }

// isDoubleQuote reports the marks that no apostrophe looks like.
func isDoubleQuote(form string) bool {
	return isQuoteMark(form) && !isSingle(form)
}

// isQuoteMark reports quotation marks of either kind, apostrophes among them.
func isQuoteMark(form string) bool {
	switch form {
	case "\"", "“", "”", "''", "``", "„", "«", "»", "‘", "’", "'":
		return true
	}
	return false
}

// quoted widens a range that has one of a pair of quotation marks by the
// other, where that stands right beside it.
func (w *work) quoted(r pipeline.Range) pipeline.Range {
	marks := 0
	for i := r.First; i < r.End; i++ {
		if isDoubleQuote(w.token(i).Form) {
			marks++
		}
	}
	if marks%2 == 0 {
		return r
	}
	if r.First > 0 && isDoubleQuote(w.token(r.First-1).Form) {
		r.First--
		return r
	}
	for end := r.End; end < w.len() && end < r.End+2 && w.punctuation(end); end++ {
		if isDoubleQuote(w.token(end).Form) {
			r.End = end + 1
			break
		}
	}
	return r
}
