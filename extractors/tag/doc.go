// Package tag gives each token its Penn Treebank tag, its universal part of
// speech and its lemma.
//
// Start with Stage (stage.go): it reads each sentence from left to right and
// takes, for each word, the tag whose weights over the word's features
// (features.go) sum highest, having taken the tags before it (an averaged
// perceptron, Collins 2002, in greedy order). Words that only ever had one
// tag are looked up (dictionary.go). Train (train.go) learns all of it, and from
// plain text that an earlier tagger has tagged also which tags words can have
// (dictionary_train.go).
package tag
