package tag

import (
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
)

// reportingForms maps the forms of verbs that report to the tag they have
// then, as a number from 1. Treebanks have few of them, news is full: without
// this, "insists" in a text is taken for a plural.
var reportingForms = sync.OnceValue(func() map[uint64]uint64 {
	forms := map[uint64]uint64{}
	reporting, err := lexicon.LoadReporting()
	if err != nil {
		return forms // the lexicon's own test rules it out
	}
	for _, verb := range reporting.Verbs() {
		for _, form := range lexicon.Inflections(verb) {
			fold := model.Fold(form.Form)
			switch form.Tag {
			case "VBZ":
				forms[fold] = 1
			case "VBG":
				forms[fold] = 2
			case "VBD":
				forms[fold] = 3
			}
		}
	}
	return forms
})
