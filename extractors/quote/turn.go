package quote

import (
	"sort"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// Transcripts: a name in capitals and a colon ("LOPEZ:", "SEN. RICHARD LOPEZ
// (R), OHIO:") begin the turn of a speaker, who speaks until the next turn.

// turn is one turn of a transcript.
type turn struct {
	sentence int
	name     string // without title
	colon    int    // offset of the colon
	titled   bool
}

// findTurns sets the turns of the document. A label in capitals is a speaker's
// if it has a title, is used again, or is the surname of a person named in
// full; one alone is a heading or a note.
func (w *work) findTurns() {
	w.turns = w.turns[:0]
	for i := range w.doc.Sentences {
		s := &w.doc.Sentences[i]
		if !w.doc.Units[s.Unit].Kind.Prose() {
			continue
		}
		if t, ok := labelOf(w.doc.Text, s.Span); ok {
			t.sentence = i
			w.turns = append(w.turns, t)
		}
	}
	if len(w.turns) < 2 {
		w.turns = w.turns[:0]
		return
	}
	used := map[string]int{}
	for i := range w.turns {
		used[strings.ToUpper(surname(w.turns[i].name))]++
	}
	for e := range w.doc.Entities {
		if w.doc.Entities[e].Label == pipeline.Person {
			if last := strings.ToUpper(surname(w.doc.Entities[e].Name)); used[last] == 1 && strings.ToUpper(w.doc.Entities[e].Name) != last {
				used[last]++
			}
		}
	}
	kept := w.turns[:0]
	for _, t := range w.turns {
		if t.titled || used[strings.ToUpper(surname(t.name))] > 1 || len(used) > 1 && !strings.Contains(t.name, " ") {
			kept = append(kept, t)
		}
	}
	if w.turns = kept; len(kept) < 2 {
		w.turns = w.turns[:0]
	}
}

// longestLabel bounds, in bytes, the label of a turn.
const longestLabel = 80

// labelOf reads the label that a sentence begins with: capitals, behind a
// title, before a comma or bracket or the colon.
func labelOf(text string, s pipeline.Span) (turn, bool) {
	at, end := s.Start, min(s.End, s.Start+longestLabel)
	if strings.IndexByte(text[at:end], ':') < 0 {
		return turn{}, false
	}
	for at < end && (text[at] == '"' || text[at] == ' ' || text[at] >= 0x80) {
		at++
	}
	t := turn{}
	for {
		space := strings.IndexByte(text[at:end], ' ')
		if space < 0 || !isTitle(lower(text[at:at+space])) {
			break
		}
		at, t.titled = at+space+1, true
	}
	first, letters := at, 0
	for at < end && (text[at] == ' ' || text[at] == '.' || text[at] == '-' || text[at] == '\'' || 'A' <= text[at] && text[at] <= 'Z') {
		if text[at] >= 'A' {
			letters++
		}
		at++
	}
	if t.name = strings.TrimRight(text[first:at], " "); letters < 3 || isNotice(t.name) {
		return turn{}, false
	}
	if at < end && (text[at] == ',' || text[at] == '(') {
		for at < end && text[at] != ':' && text[at] != '\n' && text[at] != '.' {
			at++
		}
	}
	t.colon = at
	return t, at+1 < end && text[at] == ':' && text[at+1] == ' '
}

// isNotice reports whether a word in capitals labels a note of the editors.
func isNotice(label string) bool {
	switch label {
	case "NOTE", "UPDATE", "CLARIFICATION", "CORRECTION", "WATCH", "READ", "RELATED", "PHOTO", "PHOTOS", "VIDEO", "SOURCE", "CONTACT", "MORE", "ALSO", "BREAKING", "ANALYSIS", "OPINION", "EDITORIAL", "WARNING",
		"FACT", "FACTS", "MYTH", "QUESTION", "ANSWER", "TITLE", "SUMMARY", "BACKGROUND", "STATUS", "ISSUE", "GOAL", "DATE", "TIME", "WHO", "WHAT",
		"WHEN", "WHERE", "WHY", "HOW", "EXAMPLE", "RESULT", "TOTAL":
		return true
	}
	return false
}

func surname(name string) string { return lastWord(strings.TrimRight(name, " .")) }

// transcript settles the turn of a speaker, whose label the colon at token i
// ends.
func (w *work) transcript(i int) bool {
	if w.token(i).Form != ":" || i == 0 || i+2 >= w.tree.Len() {
		return false
	}
	at := w.turnFrom(w.sentence)
	if at == len(w.turns) || w.turns[at].sentence != w.sentence || w.turns[at].colon != w.token(i).Start {
		return false
	}
	source := w.trim(pipeline.Range{First: 0, End: i})
	if source.Len() == 0 {
		return false
	}
	return w.settle("transcript", "before-colon", i, source.End-1, pipeline.Range{First: i, End: i + 1}, source, pipeline.Range{First: i + 1, End: w.tree.Len()})
}

// turnFrom returns the index of the first turn in or after a sentence.
func (w *work) turnFrom(sentence int) int {
	return sort.Search(len(w.turns), func(k int) bool { return w.turns[k].sentence >= sentence })
}

// turnEnd returns where the turn that begins in a sentence ends: at the next
// turn, or, for the last, with its paragraph.
func (w *work) turnEnd(sentence, end int) int {
	tokens := w.doc.Sentences[w.turnLimit(w.turnFrom(sentence))-1].Tokens
	for at := tokens.End - 1; at > tokens.First; at-- {
		// Without the mark that closes it.
		if t := &w.doc.Tokens[at]; t.UPOS != "PUNCT" || t.Form[0] == '.' || t.Form[0] == '?' || t.Form[0] == '!' {
			return max(end, t.End)
		}
	}
	return end
}

// turnLimit returns the sentence before which turn k ends.
func (w *work) turnLimit(k int) int {
	if k+1 < len(w.turns) {
		return w.turns[k+1].sentence
	}
	sentence := w.turns[k].sentence
	for unit := w.doc.Sentences[sentence].Unit; sentence < len(w.doc.Sentences) && w.doc.Sentences[sentence].Unit == unit; sentence++ {
	}
	return sentence
}

// turnName returns the name of the speaker of turn k, in full where the text
// gives it anywhere.
func (w *work) turnName(k int) string {
	name := w.turns[k].name
	if full := w.fullNames()[strings.ToUpper(surname(name))]; full != "" {
		return full
	}
	return withoutCapitals(name)
}

// fullNames returns the longest name of every person of the document who is
// named by more than a surname, by the surname in capitals.
func (w *work) fullNames() map[string]string {
	if w.names == nil {
		w.names = map[string]string{}
		for e := range w.doc.Entities {
			entity := &w.doc.Entities[e]
			if entity.Label != pipeline.Person || entity.Mention != pipeline.MentionName || !strings.Contains(entity.Name, " ") {
				continue
			}
			last := strings.ToUpper(surname(entity.Name))
			if len(entity.Name) > len(w.names[last]) {
				w.names[last] = withoutCapitals(entity.Name)
			}
		}
	}
	return w.names
}
