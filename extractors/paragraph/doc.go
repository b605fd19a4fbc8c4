// Package paragraph reads the layout of a text: which lines belong together,
// which are headings, bylines, lists or tables, and which bytes are furniture
// of the page that no reader reads aloud.
//
// Start with Stage.Annotate (stage.go), which goes through the text in four
// steps, one file each: lines (lines.go), furniture such as page numbers and
// running heads (furniture.go), blocks of lines that belong together
// (blocks.go, join.go), and what each block is (kind.go).
//
// Where the text is Markdown, its reader has marked what is markup; that is
// skipped, and what it says of a line is believed (markup.go).
//
// Nothing is rewritten. A sentence that a page break interrupts stays one span
// of the text; what lies between its halves becomes a pipeline.Break.
package paragraph
