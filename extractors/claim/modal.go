package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// modal is what a modal verb says of a clause.
type modal struct {
	token    int
	effect   lexicon.Effect
	modality string // epistemic, deontic, dynamic or ""
	rule     string
}

// What a cue of grammar does to a proposition.
var (
	isPossible = lexicon.Effect{Use: true, Level: pipeline.Possible}
	isProbable = lexicon.Effect{Use: true, Level: pipeline.Probable}
	isUnknown  = lexicon.Effect{Use: true, Level: pipeline.Unknown}
)

// modalOf reads the modal verb of the clause headed by h, whose subject is
// subject, or returns false where there is none.
func (w *work) modalOf(h, subject int) (modal, bool) {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.token(c).XPOS == "MD" && w.is(c, "aux") {
			return w.readModal(c, h, subject), true
		}
	}
	if isOneOf(w.lemma(h), "have", "need") && w.tree.Child(h, "xcomp") > h && w.tree.Child(h, "obj") < 0 {
		return modal{token: h, modality: "deontic", rule: "modal:" + w.lemma(h) + " to"}, true
	}
	return modal{}, false
}

// readModal says what modal verb m does to the clause headed by h: which sense
// it has there. What has no effect (ability, duty, plain future) only gives
// its modality.
func (w *work) readModal(m, h, subject int) modal {
	result := modal{token: m, rule: "modal:" + w.modalWord(m)}
	switch w.modalWord(m) {
	case "may":
		if w.permits(m, h, subject) {
			result.modality, result.rule = "deontic", "modal:may (permission)"
			return result
		}
		result.effect, result.modality = isPossible, "epistemic"
	case "might":
		result.effect, result.modality = isPossible, "epistemic"
	case "could":
		if w.wasAble(h, subject) {
			result.modality, result.rule = "dynamic", "modal:could (ability)"
			return result
		}
		result.effect, result.modality = isPossible, "epistemic"
	case "can":
		result.modality = "dynamic"
	case "must":
		if w.perfect(h) {
			result.effect, result.modality = isProbable, "epistemic"
			return result
		}
		result.modality = "deontic"
	case "should", "ought":
		if w.expects(h, subject) {
			result.effect, result.modality = isProbable, "epistemic"
			return result
		}
		result.modality = "deontic"
	case "shall":
		result.modality = "deontic"
	case "would":
		if w.unreal(h) {
			result.effect, result.modality = isPossible, "epistemic"
		}
	}
	return result
}

// modalWord returns a modal's full form: "ca" is "can", "'ll" is "will".
func (w *work) modalWord(m int) string {
	switch word := w.lower[m]; word {
	case "ca":
		return "can"
	case "wo", "'ll":
		return "will"
	case "'d":
		return "would"
	case "sha":
		return "shall"
	default:
		return word
	}
}

// perfect reports "have" among the auxiliaries of h: "may have left".
func (w *work) perfect(h int) bool {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "aux") && w.lemma(c) == "have" {
			return true
		}
	}
	return false
}

// modals applies the modal verb of clause k.
func (w *work) modals(v *view, k int) {
	c := &w.clauses[k]
	m, ok := w.modalOf(c.head, c.subject)
	if !ok && c.shared >= 0 && w.tree.Child(c.head, "aux", "cop") < 0 {
		first := &w.clauses[c.shared]
		m, ok = w.modalOf(first.head, first.subject)
		if ok && m.token == first.head {
			ok = false
		}
	}
	if !ok {
		return
	}
	v.modality = m.modality
	if w.modalWord(m.token) == "would" && m.effect.Use && w.futureOfPast(v, k) {
		v.modality = ""
		return
	}
	if !m.effect.Use {
		return
	}
	own := modalCue(&m)
	if w.modalWord(m.token) == "would" && v.leveled && v.level == pipeline.Probable {
		w.cite(v, w.span(own.tokens), own.kind, own.rule) // "would probably"
		return
	}
	w.apply(v, &own, m.effect)
}

// futureOfPast reports whether "would" only puts a reported future into the
// past: in speech reported in the past tense, without a condition.
func (w *work) futureOfPast(v *view, k int) bool {
	if w.perfect(w.clauses[k].head) || w.hasCondition(k) {
		return false
	}
	if v.quote != nil && v.quote.Quotation == pipeline.QuotationIndirect {
		return true
	}
	if op, ok := w.embedding(k); ok && op.entry != nil {
		return true // "unthinkable that he would"
	}
	c := &w.clauses[w.base(k)]
	return c.form == formComplement && c.governor >= 0 && (w.token(c.governor).XPOS == "VBD" || w.token(c.governor).XPOS == "VBN")
}
