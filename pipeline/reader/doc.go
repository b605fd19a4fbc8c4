// Package reader turns paths into documents: files, folders, globs, lists of
// files and standard input, in the formats that people have articles in.
//
// Start with Walk (walk.go), which says which files a user's paths mean, and
// Documents (documents.go), which yields them for pipeline.Run. A file's way
// from bytes to text is one file a format: text.go, markdown.go, html.go,
// pdf.go, docx.go, jsonl.go; encoding.go decodes, published.go finds the date
// in a file's name.
//
// A file that cannot be read yields an error with a short code ("not-found",
// "permission", "binary", "encoding", "too-large", "malformed", …); it is
// never passed over and never stops the others.
package reader
