// Package coref says which mentions are of one entity.
//
// It goes from the surest to the least sure evidence, as the sieves of Lee and
// others (2013) do: names that are the same, aliases, abbreviations, surnames
// and slips of spelling (names.go), then descriptions such as "the minister"
// (roles.go), then pronouns (pronouns.go), for which a small ranker learned
// from GUM chooses among the candidates that gender, number and syntax allow.
// What nothing links stays alone: precision goes before recall.
//
// Start with Stage (stage.go), then Resolver (resolver.go).
package coref
