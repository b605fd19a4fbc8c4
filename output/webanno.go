package output

import (
	"fmt"
	"io"
	"strings"
)

// webAnnoHeader opens a WebAnno TSV 3.3 file. The layer is the one for named
// entities that every project of WebAnno and INCEpTION has, so that a file can
// be imported with nothing set up; its value is the label.
const webAnnoHeader = "#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n"

// writeWebAnno writes a document as WebAnno TSV: its sentences, and a line a
// token with offsets into the document. WebAnno is written in Java and counts
// UTF-16 units.
func writeWebAnno(out io.Writer, doc *StoredDocument) error {
	p, err := doc.whole()
	if err != nil {
		return err
	}
	w := &webAnnoWriter{p: p, out: out, ids: map[int]int{}}
	io.WriteString(out, webAnnoHeader)
	for i, block := range webAnnoBlocks(p) {
		w.block(i+1, block)
	}
	return nil
}

// webAnnoWriter walks through the text once, and counts as it goes.
type webAnnoWriter struct {
	p   passage
	out io.Writer
	// at is a place in the text in bytes, units the same in UTF-16.
	at, units int
	// ids numbers the marks that need it: those on several tokens, and those
	// that share one.
	ids map[int]int
}

// advance moves on to a place in the text and returns it in UTF-16 units.
func (w *webAnnoWriter) advance(to int) int {
	w.units += utf16Length(w.p.text[w.at:to])
	w.at = to
	return w.units
}

// block writes a sentence. Lines of its text stand on lines of their own, for
// that is how WebAnno keeps the line breaks.
func (w *webAnnoWriter) block(number int, block webAnnoBlock) {
	fmt.Fprintln(w.out)
	for line := range strings.SplitSeq(w.p.text[block.start:block.end], "\n") {
		fmt.Fprintf(w.out, "#Text=%s\n", webAnnoText.Replace(line))
	}
	for i, token := range block.tokens {
		start := w.advance(token.start)
		end := w.advance(token.end)
		fmt.Fprintf(w.out, "%d-%d\t%d-%d\t%s\t%s\t\n", number, i+1, start, end, w.p.text[token.start:token.end], w.value(token, block))
	}
}

// value returns what the token's column holds: "_", or the label of each mark
// on it, with a number where the mark goes on or is not alone.
func (w *webAnnoWriter) value(token textToken, block webAnnoBlock) string {
	var on []int
	for i, m := range w.p.marks {
		if m.start < token.end && token.start < m.end {
			on = append(on, i)
		}
	}
	var values []string
	for _, i := range on {
		m := w.p.marks[i]
		value := webAnnoValue.Replace(orElse(m.record.label(), "*"))
		if block.tokensOn(m) > 1 || len(on) > 1 {
			if w.ids[i] == 0 {
				w.ids[i] = len(w.ids) + 1
			}
			value += fmt.Sprintf("[%d]", w.ids[i])
		}
		values = append(values, value)
	}
	return orElse(strings.Join(values, "|"), "_")
}

// webAnnoText and webAnnoValue escape what the format gives a meaning to, as
// its reader undoes it.
var (
	webAnnoText  = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\r", `\r`, "\f", `\f`, "\b", `\b`)
	webAnnoValue = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "|", `\|`, "_", `\_`, "->", `\->`, ";", `\;`, "\t", `\t`, "\n", `\n`, "*", `\*`)
)
