// Package quote finds who says what: every attribution in a text, quoted or
// reported, as a source, a cue and a content.
//
// The way through is one pass over the document (stage.go): quotation marks
// are paired (marks.go), and each sentence's words are asked whether they
// report something. Constructions that words and their order give away are
// settled at once (construction.go; phrase.go for "in the words of";
// turn.go and addressee.go for transcripts; existential.go for "there were reports that"; announce.go for
// the nouns). Otherwise a linear model decides whether a word is a cue
// (cue.go, bias.go) and how far it reaches (widen.go), and the parse offers sources (source.go) and contents
// (content.go), each under the name of its form, of which the model
// (decide.go, features.go) takes the best. Its choice is looked over: sources
// become whole phrases (repair_source.go, edges.go), contents end with the clause that
// is reported (repair_content.go), papers speak for themselves (document.go)
// and are named after whoever issued them (issued.go).
// Contents are then carried over the sentences of a quotation (extend.go).
// Sources that the verb shares are filled in (inherit.go) and all get their
// kind (kind.go) and name (name.go), one by one (identify.go). Quotations that
// no verb reports are given to their speaker (lend.go): whoever a sentence
// (announced.go), a label (label.go) or the headline (headline.go) says is
// speaking, or has spoken last; a speech may be printed without marks
// (unquoted.go). Attributions inside one another become chains (chain.go).
//
// Lists of reporting words and of nouns that stand for sources are in
// lexicon/reporting.tsv and lexicon/reporting_sources.tsv. What the model
// learns from is in lesson.go.
package quote
