// Package sentence divides the units of a document into sentences.
//
// Start with Stage.Annotate (stage.go). Headings, bylines and the like are one
// sentence each; in running text every ., !, ? and … is looked at (scan.go)
// and rules decide whether it ends a sentence (decide.go).
package sentence
