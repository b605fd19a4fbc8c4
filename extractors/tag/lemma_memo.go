package tag

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
)

// lemmaMemo remembers lemmas that had to be spelled anew, so that a word that
// comes again costs no memory. A lemma that begins its form is a slice of it
// and need not be kept; nothing in the memo holds on to a document's text.
type lemmaMemo [1 << 12]struct {
	key   uint64
	lemma string
}

// of returns the lemma of a form with a tag.
func (m *lemmaMemo) of(form, xpos string) string {
	key := model.Mix(model.Hash(form), model.Hash(xpos))
	slot := &m[key%uint64(len(m))]
	if slot.key == key && slot.lemma != "" {
		return slot.lemma
	}
	lemma := lexicon.Lemma(form, xpos)
	if !strings.HasPrefix(form, lemma) {
		slot.key, slot.lemma = key, lemma
	}
	return lemma
}
