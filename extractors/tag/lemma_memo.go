package tag

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
)

// lemmaMemo remembers lemmas that had to be spelled anew, so that a word that
// comes again costs no memory. A lemma that begins its form is a slice of it
// and need not be kept; nothing in the memo holds on to a document's text.
type lemmaMemo [1 << 12]struct{ form, xpos, lemma string }

// of returns the lemma of a form with a tag.
func (m *lemmaMemo) of(form, xpos string) string {
	slot := &m[model.Mix(model.Hash(form), uint64(len(xpos)))%uint64(len(m))]
	if slot.form == form && slot.xpos == xpos && slot.lemma != "" {
		return slot.lemma
	}
	lemma := lexicon.Lemma(form, xpos)
	if !strings.HasPrefix(form, lemma) {
		slot.form, slot.xpos, slot.lemma = strings.Clone(form), xpos, lemma
	}
	return lemma
}
