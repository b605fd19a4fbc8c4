// Package token divides sentences into the words of Universal Dependencies,
// as the English treebanks EWT and GUM have them: Penn Treebank contractions
// ("do" + "n't", "can" + "not") and possessives ("Moscow" + "'s"), hyphens as
// words of their own but after prefixes ("long" "-" "term", "non-profit").
//
// Start with Stage.Annotate (stage.go): it walks over the chunks between white
// space (chunk.go), whose parts are words (word.go) with their clitics
// (clitic.go), addresses (address.go) or marks.
package token
