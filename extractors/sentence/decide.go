package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// rule names what decided a candidate. The learned classifier sees it: a rule
// is the strongest of its features.
type rule uint8

const (
	ruleNoSpace rule = iota
	ruleLower
	rulePlain
	ruleStrong
	ruleReport
	ruleEllipsis
	ruleClosed
	ruleNumberWord
	ruleListNumber
	ruleInitial
	ruleUnknownDotted
	ruleTitle
	ruleNumber
	ruleMonth
	ruleInner
	ruleEnd
	ruleMark
)

// evidence is what the rules and the classifier know of a candidate.
type evidence struct {
	word, next string // the words before and after
	kind       lexicon.AbbreviationKind
	first      rune // the first letter after
	rule       rule
	ends       bool // what the rule says
	certain    bool // the classifier is not asked
	sure       bool // nor is it here, but it learns from the case
}

// look gathers the evidence on candidate c and lets the rules decide.
func (sp *splitter) look(c *candidate) evidence {
	next := sp.text[c.next:sp.end]
	x := evidence{word: sp.wordBefore(c.stop, c.start), next: wordAt(next), first: firstLetter(next)}
	x.kind = lexicon.Abbreviation(x.word)
	switch {
	case c.next == c.close && sp.text[c.stop] < 0xE3:
		x.rule, x.certain = ruleNoSpace, true
		x.ends = sp.endsWithoutSpace(c, &x)
	case c.note:
		x.rule, x.ends, x.certain = ruleMark, true, true
	case sp.text[c.stop] != '.' || c.after > c.stop+1 || c.spaced:
		sp.lookStrong(c, &x, next)
	default:
		sp.lookFullStop(c, &x, next)
	}
	if x.rule != ruleNoSpace && unicode.IsLower(x.first) {
		// Only who writes without capitals goes on in lower case after a stop.
		x.ends, x.sure = false, false
		x.certain = c.quote || c.bracket || c.note || x.kind != 0 || !sp.casual && !sp.opensLower(c.start)
	}
	if x.ends && citationFollows(next) {
		x.ends, x.certain = false, true
	}
	return x
}

// opensLower reports whether the sentence at start begins in lower case.
func (sp *splitter) opensLower(start int) bool {
	return unicode.IsLower(firstLetter(sp.text[start:sp.end]))
}

// citationFollows reports whether s begins with a short reference in brackets
// and a stop, which belongs to the sentence before: `… end." (Smith 55).`
func citationFollows(s string) bool {
	if s[0] != '(' {
		return false
	}
	end := strings.IndexByte(s[:min(len(s), 48)], ')')
	return end > 0 && end+1 < len(s) && strings.IndexByte(".;,", s[end+1]) >= 0 && strings.ContainsAny(s[1:end], "0123456789")
}

// lookStrong decides !, ?, and stops in a row.
func (sp *splitter) lookStrong(c *candidate, x *evidence, next string) {
	x.rule, x.ends = ruleStrong, true
	stops := sp.text[c.stop:c.after]
	dots := strings.Count(stops, ".")
	switch {
	case c.spaced && dots == 3 && !c.quote:
		x.rule, x.ends, x.certain = ruleEllipsis, isStarter(x.next) && !strings.HasPrefix(stops, ". "), true
	case c.spaced && dots < 3 && c.stop > c.start && sp.text[c.stop-1] == ' ':
		x.rule, x.ends = ruleEllipsis, false
	case (dots == len(stops) || stops == "…") && !c.quote:
		x.rule, x.certain = ruleEllipsis, dots >= 4
	case c.quote && reportFollows(next):
		x.rule, x.ends, x.certain = ruleReport, false, true
	case len(stops) > 1 && dots == 0:
		x.certain = true
	}
}

// lookFullStop decides a single full stop with white space after it.
func (sp *splitter) lookFullStop(c *candidate, x *evidence, next string) {
	digit := unicode.IsDigit(x.first) || x.first == '§' || x.first == '#'
	r, size := utf8.DecodeLastRuneInString(x.word)
	switch {
	case c.quote && reportFollows(next):
		x.rule, x.ends, x.certain = ruleReport, false, true
	case len(x.word) < 4 && c.stop-len(x.word) <= c.start && !c.quote && isLabel(x.word):
		// "1. Introduction", "1.) The first", "A. His name is".
		x.rule, x.certain = ruleListNumber, true
	case c.quote || c.bracket:
		x.rule, x.ends = ruleClosed, true
		x.sure = c.quote && x.kind == 0 && len(x.word) > 2 && isStarter(x.next)
	case x.word == "":
		x.rule, x.ends = rulePlain, true
	case strings.Trim(x.word, "0123456789.") == "":
		x.rule, x.ends, x.certain = ruleNumberWord, true, len(x.word) > 2
		x.sure = isStarter(x.next)
	case size == len(x.word) && unicode.IsUpper(r) && abbreviationFollows(next):
		x.rule, x.certain = ruleInitial, true
	case size == len(x.word) && unicode.IsUpper(r):
		x.rule, x.ends = ruleInitial, r == 'I' && isStarter(x.next)
	case isBlackedOut(next) && len(x.word) > 2 && isLowerWord(x.word) && x.kind == 0:
		x.rule, x.ends, x.certain = rulePlain, true, true
	case isDotted(x.word) && !isTime(x.word) && (sp.followsArticle(c) || isPossessive(x.next) || lexicon.Abbreviation(x.next) == lexicon.AbbreviationTitle):
		x.rule, x.certain = ruleInner, true
	case (x.kind&lexicon.AbbreviationEnd != 0 || isDotted(x.word)) && x.kind&lexicon.AbbreviationTitle == 0 && isPronounSubject(x.next):
		x.rule, x.ends, x.sure = ruleEnd, true, true
	case x.kind == 0 && isDotted(x.word):
		x.rule, x.ends = ruleUnknownDotted, isStarter(x.next)
	case x.kind != 0 && (digit && x.kind&(lexicon.AbbreviationNumber|lexicon.AbbreviationInner) != 0 || abbreviationFollows(next)):
		x.rule, x.certain = ruleNumber, true
	case isReporterSeries(x.next), x.kind&lexicon.AbbreviationEnd != 0 && opensWithTime(sp.text[c.start:c.stop]):
		x.rule, x.certain = ruleNumber, true
	case isTime(x.word) && isCapitalised(x.next) && !followsTime(x.next):
		x.rule, x.ends, x.certain = ruleEnd, true, true
	case x.kind&lexicon.AbbreviationTitle != 0 && (unicode.IsUpper(rune(x.word[0])) || x.kind == lexicon.AbbreviationTitle):
		x.rule, x.certain = ruleTitle, x.kind == lexicon.AbbreviationTitle
	case x.kind&lexicon.AbbreviationInner != 0:
		x.rule, x.ends = ruleInner, x.kind&lexicon.AbbreviationEnd != 0 && isStarter(x.next)
		x.certain = x.kind == lexicon.AbbreviationInner
	case x.kind&lexicon.AbbreviationNumber != 0 && (digit || isRomanNumeral(x.next)):
		x.rule, x.certain = ruleNumber, true
	case x.kind&lexicon.AbbreviationMonth != 0:
		x.rule, x.ends = ruleMonth, !digit && isStarter(x.next)
	case x.kind&lexicon.AbbreviationEnd != 0:
		x.rule, x.ends = ruleEnd, !digit && isStarter(x.next)
	default:
		x.rule, x.ends = rulePlain, true
	}
}

// abbreviationFollows reports whether s begins with an abbreviation that stands
// in mid-sentence, as in "Rev. Stat.", "R. I. Gen. Laws" and "Treas. Reg. Sec.";
// "No." may also be an answer.
func abbreviationFollows(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 8)], '.')
	if end < 2 {
		return false
	}
	kind := lexicon.Abbreviation(s[:end])
	return kind&lexicon.AbbreviationInner != 0 || kind&lexicon.AbbreviationNumber != 0 && end > 2
}

// isBlackedOut reports whether s begins with what stands for words that were
// taken out, or with the mark that ends a press release.
func isBlackedOut(s string) bool {
	return strings.HasPrefix(s, "__") || strings.HasPrefix(s, "■") || strings.HasPrefix(s, "█") || strings.HasPrefix(s, "###")
}

// isTime reports "a.m" and "p.m", which a name seldom follows.
func isTime(word string) bool {
	return len(word) == 3 && word[1] == '.' && word[2]|0x20 == 'm' && (word[0]|0x20 == 'a' || word[0]|0x20 == 'p')
}

// followsTime reports the words that go on with a time: days and zones.
func followsTime(word string) bool {
	switch word {
	case "Eastern", "Pacific", "Central", "Mountain", "Greenwich", "Moscow", "Local", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return lexicon.Abbreviation(word) != 0
}

// isLabel reports the numbers and letters that label a list item.
func isLabel(word string) bool {
	return word != "" && (strings.Trim(word, "0123456789") == "" || len(word) == 1)
}

func isCapitalised(word string) bool { return len(word) > 1 && isCapitalWord(word) }

// isReporterSeries reports the "2d" of "So. 2d".
func isReporterSeries(word string) bool { return word == "2d" || word == "3d" || word == "4th" }

// opensWithTime reports whether a sentence so far is no more than a time with
// its preposition: "At 5 a.m".
func opensWithTime(s string) bool {
	if len(s) > 14 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	first, _, _ := strings.Cut(s, " ")
	switch first {
	case "At", "By", "Around", "About", "Since", "Until", "After", "Before", "From":
		return true
	}
	return false
}

// isDotted reports words with a full stop before their last letter: "U.K".
func isDotted(word string) bool {
	return len(word) > 2 && word[len(word)-2] == '.'
}

func isRomanNumeral(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// firstLetter returns the first character of s that is no quotation mark,
// opening bracket or dash.
func firstLetter(s string) rune {
	for _, r := range s[:min(len(s), 40)] {
		switch r {
		case '"', '\'', '“', '”', '‘', '’', '(', '[', '`', '«', '¿', '¡', '-', '–', '—', '*', ' ', '.':
			continue
		}
		return r
	}
	return 0
}

// endsWithoutSpace decides a stop with no white space after it: "end.Next".
func (sp *splitter) endsWithoutSpace(c *candidate, x *evidence) bool {
	if c.after != c.stop+1 || c.quote || c.bracket {
		return false
	}
	r, _ := utf8.DecodeRuneInString(sp.text[c.next:sp.end])
	if !unicode.IsUpper(r) {
		return false
	}
	return len(x.word) > 2 && len(x.next) > 1 && isLowerWord(x.word) && isCapitalWord(x.next)
}

func isLowerWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func isCapitalWord(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' && isLowerWord(s[1:])
}

// wordBefore returns the word that ends at stop.
func (sp *splitter) wordBefore(stop, start int) string {
	from := stop
	for from > start && stop-from < 40 {
		r, size := rune(sp.text[from-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(sp.text[start:from])
		}
		if !isWordRune(r) && r != '.' && r != '\'' && r != '’' && r != '/' && r != '@' {
			break
		}
		from -= size
	}
	return strings.TrimLeft(sp.text[from:stop], ".'’/")
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '°'
}

// wordAt returns the first word of s, opening quotation marks skipped.
func wordAt(s string) string {
	s = strings.TrimLeft(s[:min(len(s), 80)], "\"'“”‘’([`«*- ")
	for i, r := range s {
		if i > 40 || !isWordRune(r) && r != '\'' && r != '’' {
			return s[:i]
		}
	}
	return s
}

// isStarter reports whether a capitalised word is one that opens sentences
// and seldom stands in a name.
func isStarter(word string) bool {
	if len(word) > 9 {
		return false
	}
	switch word {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "Here", "In", "On", "At",
		"By", "For", "From", "With", "Without", "As", "But", "And", "Or", "So", "Yet", "If", "When", "While", "Where", "What", "Who", "How", "Why",
		"Although", "Though", "Because", "Since", "After", "Before", "During", "However", "Moreover", "Meanwhile", "His", "Her", "Its", "Their", "Our",
		"My", "Your", "Some", "Many", "Most", "All", "Both", "Each", "No", "Not", "Now", "Then", "Once", "Only", "Also", "According", "Despite",
		"Let", "Please", "Do", "Does", "Did", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "Can", "Could", "Will", "Would", "Should", "To", "One",
		"Another", "Mr", "Mrs", "Ms", "Dr", "Under", "Even", "Such", "Indeed", "Thus", "Nor", "Other", "Still", "Until", "Unless", "Whether", "See":
		return true
	}
	return false
}

// isPossessive reports the "Army's" of "the U.S. Army's lease": what a country
// stands before.
func isPossessive(word string) bool {
	stem, ok := strings.CutSuffix(word, "'s")
	if !ok {
		stem, ok = strings.CutSuffix(word, "’s")
	}
	return ok && isCapitalised(stem) && !isStarter(stem)
}

// followsArticle reports whether "a" or "an" stands before the abbreviation at
// candidate c, so that its noun is still to come: "a U.S. company".
func (sp *splitter) followsArticle(c *candidate) bool {
	before := strings.TrimRight(sp.text[c.start:c.stop], ".")
	at := strings.LastIndexAny(before, " \n")
	if at < 0 {
		return false
	}
	switch wordEndingBefore(before[:at]) {
	case "a", "an", "A", "An":
		return true
	}
	return false
}

// isPronounSubject reports capitalised words that only a sentence begins with:
// no name and no title of a work opens with them after an abbreviation.
func isPronounSubject(word string) bool {
	switch word {
	case "He", "She", "It", "They", "We", "These", "Those", "There", "However":
		return true
	}
	return false
}

// reportFollows reports whether s begins with a short subject and a verb of
// saying, so that a quotation before it is still part of the sentence.
func reportFollows(s string) bool {
	for range 4 {
		end := strings.IndexAny(s[:min(len(s), 40)], " \n")
		if end < 0 {
			return false
		}
		word := s[:end]
		if last := word[max(0, len(word)-1):]; last == "." || last == "," {
			return isReportVerb(strings.TrimRight(word, ".,"))
		}
		if isReportVerb(word) {
			return true
		}
		s = s[end+1:]
	}
	return false
}

func isReportVerb(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "wrote", "replied", "added", "told", "shouted", "cried", "answered", "tweeted", "wondered", "exclaimed", "demanded":
		return true
	}
	return false
}
