// Package parse gives each sentence its Universal Dependencies tree.
//
// Start with Stage (stage.go). A parser (parser.go) reads the sentence from
// left to right and keeps the words whose head is not known yet on a stack
// (state.go, the arc-hybrid system of Kuhlmann, Gómez-Rodríguez and Satta
// 2011). At each step it takes the action, shift or an arc with its relation,
// whose weights over the features of the state (features.go) sum highest.
// The artificial root stands after the last word (Ballesteros and Nivre
// 2013), and takes one word only: every result is a tree with one root.
//
// Train (train.go) learns the weights with a dynamic oracle (Goldberg and
// Nivre 2013): the parser makes its own mistakes and learns the best way on.
package parse
