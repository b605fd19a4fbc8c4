package parse

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// word is what the features need to know of one token, worked out once: a row
// of well mixed hashes.
type word [wordSize]uint64

// The places of a word.
const (
	fold  = iota // normal spelling
	tag          // Penn Treebank tag
	both         // the two together
	broad        // prefixes of the path to the word's class
	middle
	fine
	class // the whole path
	wordSize
)

// The words that stand where there is none.
var (
	nothing  = plain(1)
	rootWord = plain(2)
)

// plain is a word of which nothing is known but what kind of none it is.
func plain(kind uint64) (w word) {
	for i := range w {
		w[i] = model.Mix(0, kind)
	}
	return w
}

func (w *word) inspect(token *pipeline.Token, words *model.Words) {
	*w = word{fold: model.Mix(1, model.Fold(token.Form)), tag: model.Mix(2, model.Hash(token.XPOS))}
	w[both] = model.Mix(w[fold], w[tag])
	if words == nil {
		return
	}
	if known, ok := words.Lookup(token.Form); ok {
		w[broad] = model.Mix(3, known.Prefix(4))
		w[middle] = model.Mix(3, known.Prefix(6))
		w[fine] = model.Mix(3, known.Prefix(10))
		w[class] = model.Mix(3, known.Prefix(32))
	}
}

// isVerb reports whether a tag is that of a verb that can head a clause.
func isVerb(tag string) bool {
	return strings.HasPrefix(tag, "VB") || tag == "MD"
}

// isMark reports whether a tag is that of a mark that parts clauses or
// phrases.
func isMark(tag string) bool {
	switch tag {
	case ",", ":", ".", "-LRB-", "-RRB-", "``", "''":
		return true
	}
	return false
}

// small mixes small numbers, such as labels and distances.
var small = func() (mixed [smallest]uint64) {
	for i := range mixed {
		mixed[i] = model.Mix(4, uint64(i)+1)
	}
	return mixed
}()

const smallest = 256
