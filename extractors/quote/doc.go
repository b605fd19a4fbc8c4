// Package quote finds who says what: every attribution in a text, quoted or
// reported, as a source, a cue and a content.
//
// The way through is one pass over the document (stage.go): quotation marks
// are paired (marks.go); each sentence's words are asked whether they report
// something (cue.go); for those that do, the parse offers sources (source.go)
// and contents (content.go), each under the name of its form, and a linear
// model (decide.go, features.go) takes the best of each. Contents are then
// carried over the sentences of a quotation (extend.go), sources get their
// kind and name (identify.go), and attributions inside one another become
// chains (chain.go).
//
// Lists of reporting words and of nouns that stand for sources are in
// lexicon/reporting.tsv. What the model learns from is in lesson.go.
package quote
