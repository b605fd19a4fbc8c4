// Package output turns annotated documents into records, and records into the
// formats of other tools.
//
// Start with Kind (kind.go), the kinds of record there are, and Encoder
// (record.go), which writes a document's records of one kind as JSON lines.
// Each kind has a file of its own that reads like its table in the schema
// (schema.go). Offsets (offsets.go) turns the byte offsets of the pipeline
// into the code points of the records. Reading records back starts with Scan
// (scan.go); diff.go and eval.go build on it, and so does what other tools read:
// export.go is the table of their formats, one file each, passage.go finds the
// text that they mark records in.
//
// The encoder is written by hand because every key has to stand on every line
// in one order, and because it runs for every token of every document.
package output
