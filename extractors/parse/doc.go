// Package parse gives each sentence its Universal Dependencies tree.
//
// Start with Stage (stage.go). A parser (parser.go) reads the sentence twice:
// first from right to left, then from left to right with the first tree
// before it (guide.go), which tells it what is still to come (stacking, Nivre
// and McDonald 2008). Where the first pass was sure, the second follows it
// unasked.
//
// Both passes keep the words whose head is not known yet on a stack (state.go,
// the arc-hybrid system of Kuhlmann, Gómez-Rodríguez and Satta 2011). At each
// step a pass takes the kind of move, shift or an arc with a family of
// relations (kinds.go), whose weights over the features of the state sum
// highest, and then, for an arc, the relation of the family that does.
// Features are facts about the state (atoms.go) in the combinations that
// templates list (templates.go, features.go). The artificial root stands after the last word
// (Ballesteros and Nivre 2013), and takes one word only: every result is a
// tree with one root.
//
// What the passes get wrong and grammar rules out is mended (repair.go); a
// dateline is parsed by itself (dateline.go).
//
// Train (train.go) learns the weights with a dynamic oracle (Goldberg and
// Nivre 2013): the parser makes its own mistakes and learns the best way on. It
// learns from gold trees and from those that a slower and better parser gives
// to plain text (uptraining, Petrov and others 2010).
package parse
