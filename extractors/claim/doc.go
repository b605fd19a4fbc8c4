// Package claim finds the propositions that a text puts forward, and reads
// off the parse how firmly it does so.
//
// The way through, sentence by sentence, begins in stage.go; what is known of
// the sentence at hand stands in work.go.
//
//  1. The attributions that bear on the sentence are gathered (source.go), the
//     learned doubt of each word is read (doubt.go, doubt_features.go), and the
//     cues of the lexicon are found (cue.go).
//  2. The tree is cut into clauses (clause.go), each with its form
//     (clause_form.go); where a new sentence begins that the parser did not
//     see, split.go opens a clause. Those that only present another one are
//     frames (frame.go).
//  3. What puts something forward becomes a draft (draft.go): clauses (select.go,
//     select_complement.go, select_adjunct.go), and phrases that do so without
//     a predicate of their own (part.go, nominal.go, apposition.go, content.go).
//  4. A clause is cut to its words (cut.go with cut_bounds.go, cut_quote.go and
//     trim.go, cut_adjunct.go); a relative clause takes its noun with it (antecedent.go).
//  5. The cues that have a draft in their scope are gathered in a view (view.go),
//     from the inside out (scope.go): its own adverbs (adverb.go), negation
//     (negation.go finds it, deny.go applies it), hedging predicate (raising.go),
//     modal verb (modal.go, modal_sense.go), condition and question; then the
//     operators around it (embed.go finds them with governor.go and
//     operator_entry.go, operate.go applies them, holder.go says whose view they
//     give); then who is speaking (report.go).
//  6. The view is composed to a claim (compose.go): level, source, certainty.go,
//     its parts (parts.go and its subject, relation and argument files), kind and
//     tense (nature.go), entities and dates (mention.go), score (score.go). At the
//     end of the document order.go puts the claims in a row.
//
// Small things: finite.go and quotemark.go say what is a finite verb and a
// pair of quotation marks, lists.go has the closed lists of words. Beside the
// way through stand proposition.go, which gives every predicate's parts to
// others, and factuality.go, a learned grade of single predicates that is
// measured and not used for claims.
//
// The idea of clauses as units is that of ClausIE (Del Corro and Gemulla
// 2013); that of composing modality, polarity and source down the embedding
// is Saurí and Pustejovsky's (2012).
package claim
