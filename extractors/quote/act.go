package quote

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// act says what kind of attitude the cue reports.
func (w *work) act(a *frame, content candidate) pipeline.Act {
	deepest := a.head
	for _, i := range a.anchors {
		if w.words[i].report.Act != "" && a.cue.Contains(i) {
			deepest = i
		}
	}
	// "declined to say", "wants to know": the outer verb is the act.
	report := w.words[a.head].report
	if report.Act == "" || report.Act == pipeline.ActStatement && !report.Strong || w.passing(a.head) {
		report = w.words[deepest].report
	}
	quoted := content.tokens.Len() > 0 && w.quote(content.tokens.First) >= 0 && w.quote(content.tokens.First) != w.quote(a.head)
	clause := content.form == "clause" || content.form == "host" || quoted
	switch {
	case w.lemma(a.head) == "accord" || isAccording(w.token(a.head).Form) || w.token(a.head).UPOS == "ADP" || w.token(a.head).UPOS == "PUNCT" || w.token(a.head).UPOS == "ADV":
		return pipeline.ActStatement
	case w.keepsSilent(a, content.tokens):
		return pipeline.ActEvent
	case w.actsOnly(a.head, report) && !clause && content.form != "that" && !a.says(content.tokens, w):
		return pipeline.ActEvent
	case report.Act == "" && clause:
		return pipeline.ActStatement
	case report.Act == "":
		return pipeline.ActEvent
	case report.Act == pipeline.ActEvent && (clause && quoted || content.form == "clause" || content.form == "that"):
		// "denied that P", "rejected claims that P": P is somebody's word.
		return pipeline.ActStatement
	}
	return report.Act
}

// keepsSilent reports whether an attribution says that somebody does not say
// something: "declined to say which", "did not disclose whether".
func (w *work) keepsSilent(a *frame, r pipeline.Range) bool {
	if r.Len() == 0 {
		return false
	}
	switch lower(w.token(r.First).Form) {
	case "whether", "if", "which", "who", "what", "how", "why", "when", "where":
	default:
		return false
	}
	for at := max(a.cue.First-3, 0); at < a.cue.End; at++ {
		switch w.lemma(at) {
		case "decline", "refuse":
			return true
		case "not", "n't", "never":
			switch w.lemma(a.head) {
			case "say", "disclose", "specify", "reveal", "explain", "comment", "tell", "state", "elaborate", "identify":
				return true
			}
		}
	}
	return false
}

// actsOnly reports whether the verb at token i says something only where a
// clause or a quotation follows: "continued to work", "maintained a road".
func (w *work) actsOnly(i int, r lexicon.Report) bool {
	if r.Act != pipeline.ActStatement || w.token(i).UPOS != "VERB" {
		return false
	}
	switch w.lemma(i) {
	case "maintain", "add", "repeat", "observe", "recall", "project", "post":
		return true
	case "call", "refer", "express", "voice", "raise", "charge", "brand", "point", "discuss", "mention", "name", "put", "compare", "allude",
		"document", "identify", "dispute", "disagree", "contest", "agree", "outline", "air", "attribute", "address", "speak", "talk":
		return false
	}
	return !r.Strong
}

// says reports whether a range of content is a clause: a finite verb stands in
// it before anything that opens a relative one.
func (a *frame) says(r pipeline.Range, w *work) bool {
	if r.Len() == 0 || r.First < a.cue.End || lower(w.token(r.First).Form) == "the" {
		return false
	}
	for at := r.First; at < r.End; at++ {
		switch w.token(at).XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "WDT", "WP", "WRB", "WP$":
			return false
		}
	}
	return false
}

// passing reports whether verb i only leads on to another: "went on to say".
func (w *work) passing(i int) bool {
	switch w.lemma(i) {
	case "go", "continue", "begin", "start", "seem", "appear", "be", "use", "come", "keep", "proceed", "quick", "rush", "hasten", "dare", "try", "manage", "take":
		return true
	}
	return false
}
