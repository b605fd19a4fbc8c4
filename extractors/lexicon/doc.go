// Package lexicon holds the word lists that the stages read: cues of hedging
// and certainty, reporting verbs, abbreviations, gazetteers. Each list is
// embedded, one term a line, under a header that says where it came from.
//
// A list is read once, into an immutable value that stages share.
package lexicon
