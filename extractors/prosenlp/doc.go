// Package prosenlp is the "prose" engine: tokens, tags and names as
// github.com/jdkato/prose/v2 finds them, in the layers that the rest of the
// chain reads. No other package imports prose.
//
// Start with Engine (engine.go), which holds prose's models, then the two
// stages over it: Tagger (tagger.go) and Entities (entities.go).
//
// prose v2.0.0 is no longer developed, and its NewDocument has traps. Words
// that stand twice in one text share one token, so that the last tag and label
// win for both; equal scores are settled by the order of a map, so that two
// runs may differ; a name that ends the text is lost; every call decodes the
// models anew; there are no offsets, and curly quotation marks come back
// straight. So the engine calls prose for its tokens alone, aligns them with
// the text (align.go), and runs prose's own models, which prose publishes as
// assets, over them: the tagger in perceptron.go, the name finder in
// maxent.go, the same features and weights in a fixed order. The tests compare
// both with prose.NewDocument on texts where it is free of these traps.
package prosenlp
