package output

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// writeCoNLLU writes token records in the format of Universal Dependencies, as
// its validator wants it: sent_id, text, ten columns, SpaceAfter=No where the
// next token follows at once, one root, characters composed (NFC). Where a token stands in the document,
// in code points, is kept in MISC.
func writeCoNLLU(out io.Writer, docs []*StoredDocument) error {
	for _, doc := range docs {
		fresh := true
		tokens := doc.of(Token)
		for first := 0; first < len(tokens); {
			end := first + 1
			for end < len(tokens) && tokens[end].Sentence == tokens[first].Sentence {
				end++
			}
			if fresh {
				fmt.Fprintf(out, "# newdoc id = %s\n", folded(doc.Path))
				fresh = false
			}
			if err := writeTree(out, doc, tokens[first:end], end < len(tokens) && tokens[end].CharStart == tokens[end-1].CharEnd); err != nil {
				return err
			}
			first = end
		}
	}
	return nil
}

// writeTree writes one sentence; joined says that the next follows at once.
func writeTree(out io.Writer, doc *StoredDocument, tokens []*StoredRecord, joined bool) error {
	heads, err := headsOf(tokens)
	if err != nil {
		return fmt.Errorf("%s, sentence %d: %w", doc.Path, tokens[0].Sentence, err)
	}
	var text, lines strings.Builder
	for i, token := range tokens {
		form := norm.NFC.String(formOf(token))
		misc := fmt.Sprintf("start_char=%d|end_char=%d", token.CharStart, token.CharEnd)
		text.WriteString(form)
		last := i+1 == len(tokens)
		if last && joined || !last && tokens[i+1].CharStart == token.CharEnd {
			misc = "SpaceAfter=No|" + misc
		} else if !last {
			text.WriteByte(' ')
		}
		deprel := orElse(token.Deprel, "dep")
		if heads[i] == 0 {
			deprel = "root"
		}
		lemma := orElse(norm.NFC.String(folded(token.Lemma)), "_")
		fmt.Fprintf(&lines, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, form, lemma, orElse(token.UPOS, "_"), orElse(token.XPOS, "_"), heads[i], deprel, misc)
	}
	_, err = fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n%s\n", doc.ID, tokens[0].Sentence+1, text.String(), lines.String())
	return err
}

// headsOf returns the head of each token, counted from 1, 0 for the root.
// Tokens that were not parsed all hang on the first.
func headsOf(tokens []*StoredRecord) ([]int, error) {
	heads := make([]int, len(tokens))
	roots := 0
	for i, token := range tokens {
		switch {
		case token.Index != i:
			return nil, fmt.Errorf("token %d is missing", i)
		case token.Head == nil && i > 0:
			heads[i] = 1
		case token.Head != nil && (*token.Head < -1 || *token.Head >= len(tokens) || *token.Head == i):
			return nil, fmt.Errorf("token %d has the head %d", i, *token.Head)
		case token.Head != nil:
			heads[i] = *token.Head + 1
		}
		if heads[i] == 0 {
			roots++
		}
	}
	if roots != 1 {
		return nil, fmt.Errorf("its tree has %d roots", roots)
	}
	return heads, nil
}

// formOf is the token's text, on one line: a word divided at a line end is put
// together. The hyphen stays where the lemma has one too.
func formOf(token *StoredRecord) string {
	parts := strings.Fields(token.Text)
	if len(parts) < 2 || !strings.ContainsAny(token.Text, "\r\n\f") {
		return folded(token.Text)
	}
	first, last := parts[0], parts[len(parts)-1]
	if !strings.Contains(token.Lemma, "-") {
		first = strings.TrimSuffix(first, "-")
	}
	return first + last
}
