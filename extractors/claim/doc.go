// Package claim finds the propositions that a text puts forward, and reads
// off the parse how firmly it does so.
//
// The way through, sentence by sentence (stage.go): cues are found, from the
// lexicon and from grammar (cue.go, modal.go, negation.go); the tree is cut
// into clauses (clause.go), and those that put something forward become
// propositions (select.go, nominal.go, part.go), each cut to its words
// (cut.go) and taken apart (parts.go and its subject, relation and argument
// files, which proposition.go opens to others). For each, the cues that have it in
// their scope are gathered up the tree (scope.go) and composed to a level, a
// polarity and certainties (compose.go); the attribution around it gives its
// source (source.go). What remains is said in nature.go and score.go.
//
// The idea of clauses as units is that of ClausIE (Del Corro and Gemulla
// 2013); that of composing modality, polarity and source down the embedding
// is Saurí and Pustejovsky's (2012).
package claim
