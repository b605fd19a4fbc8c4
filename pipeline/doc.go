// Package pipeline is the centre of purport: the Document that every stage
// reads and adds to, the Stage contract, and the runner that takes many
// documents through a chain of stages.
//
// Start with Document (document.go) and the layers it carries (layers.go),
// then Stage and Pipeline (stage.go), then Run (runner.go). The package
// imports the standard library only; every other room of the project imports
// this one and never the other way round.
//
// # Offsets
//
// Every position in this package is a byte offset into Document.Text and
// every span is half-open. Text is never rewritten: a sentence that a page
// break or a line-end hyphen interrupts keeps a span that slices the text as
// it was read, and Document.Breaks says which bytes inside it are not
// language. Only writers turn bytes into code points or UTF-16 units.
package pipeline
