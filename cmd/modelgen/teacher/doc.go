// Package teacher is a parser that is better than the one that ships and far
// too slow for it. The one that ships learns from the trees that this one
// gives to plain text, beside those of the treebanks (uptraining: Petrov and
// others 2010).
//
// Each word is the sum and row of its features' vectors; layers of LSTM read
// the sentence both ways; every word is scored as the head of every other one,
// and the relations of the arcs, by bilinear forms (Kiperwasser and Goldberg
// 2016, Dozat and Manning 2017). The best projective tree is taken (Eisner
// 1996).
//
// All of it is deterministic: a batch is cut in two parts that are learned
// side by side and added in order. On processors without AVX2 the same
// training takes many hours.
package teacher
