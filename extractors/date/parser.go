package date

import "github.com/purport-nlp/purport/pipeline"

// A parser reads the atoms of one sentence. Its rules all have the same
// shape: given the index of an atom they return a match and the index of the
// atom after it, or an index of 0 where the rule does not apply.
type parser struct {
	doc      *pipeline.Document
	atoms    []atom
	sentence int32
	lastEnd  int // the atom after the match before
}

// starters are the classes that an expression can begin with.
const starters = isMonth | isWeekday | isUnit | isCardinal | isOrdinal | isInteger | isDecimal | isSeason | isPart | isClockWord |
	isThe | isA | isThis | isThat | isSame | isLast | isNext | isBefore | isAfter | isVague | isApprox | isEvery | isFrequency | isEra |
	isReference | isEdge | isEnd | isHalf | isDeictic | isDecadeWord | isDecade | isFiscal | isHoliday | isCode | isTimes | isPer | isApostrophe | isMeasure | isWhole

// determiners stand before every other noun; what follows them decides.
const determiners = isThe | isA | isThis | isThat

// unrelated reports whether no expression goes on with atom i after a
// determiner: it is a word that the grammar does not know.
func (p *parser) unrelated(i int) bool {
	return i >= len(p.atoms) || p.atoms[i].class == 0 && !p.text(i, "future") && !p.text(i, "latter") && !p.text(i, "better") && !p.text(i, "period")
}

// sentenceMatches appends the matches of the parser's sentence to dst: at each
// atom the longest reading, and on after it.
func (p *parser) sentenceMatches(dst []match) []match {
	p.lastEnd = 0
	for i := 0; i < len(p.atoms); {
		if class := p.atoms[i].class; class&starters == 0 || class&^determiners == 0 && p.unrelated(i+1) {
			i++
			continue
		}
		m, next := p.expression(i)
		if next <= i {
			i++
			continue
		}
		if m.kind != nothing {
			p.place(&m, p.widen(i, &m), next)
			dst = append(dst, m)
			dst, next = p.continuations(dst, next)
		}
		i = next
		p.lastEnd = i
	}
	return dst
}

// place sets the span of a match to the atoms from i up to next.
func (p *parser) place(m *match, i, next int) {
	first, last := &p.atoms[i], &p.atoms[next-1]
	m.start, m.end, m.first, m.last, m.sentence = first.start, last.end, first.token, last.token, p.sentence
}

// widen takes the "at" or "no" before "least", "more" and "most" in, and the
// "right" before "now".
func (p *parser) widen(i int, m *match) int {
	if m.rule == ruleReference && (p.text(i, "now") && p.text(i-1, "right") || p.text(i, "recently") && p.text(i-1, "more")) {
		return i - 1
	}
	if i > 0 && p.is(i, isApprox) {
		if which := p.atoms[i].which; p.is(i-1, isAt) && (which == atLeast || which == atMost) || (which == more || which == less) && p.text(i-1, "no") {
			return i - 1
		}
	}
	return i
}

// continuations reads what hangs on the match before it: "Feb. 3 to 5",
// "May 3, 5 and 7", "1998 or '99".
func (p *parser) continuations(dst []match, i int) ([]match, int) {
	for {
		before := &dst[len(dst)-1]
		m, j, next := p.continuation(before, i)
		if next == 0 {
			return dst, i
		}
		p.place(&m, j, next)
		if m.stated && !before.stated && before.at.grain == dayGrain {
			before.at.year, before.stated, before.base = m.at.year, true, m.base
		}
		dst = append(dst, m)
		i = next
	}
}

func (p *parser) continuation(before *match, i int) (m match, j, next int) {
	if before.kind != aDate || before.at.grain != dayGrain || before.at.month == 0 || before.at.day == 0 || before.through.grain != noGrain || before.rule == ruleNumeric || before.rule == ruleISO {
		return m, 0, 0
	}
	j = i
	if p.is(j, isComma) {
		j++
	}
	if p.is(j, isTo|isAnd|isOr) {
		j++
	} else if j == i {
		return m, 0, 0
	}
	if p.is(j, isThe) && p.is(j+1, isOrdinal) {
		j++
	}
	number, k := p.dayOfMonth(j)
	if k > 0 && p.is(k-1, isOrdinal) && p.atoms[k-1].digits == 0 && (p.plainWord(k) || before.stated) {
		return m, 0, 0 // "on August 2, 1754, the third child"
	}
	if k == 0 || p.is(k, isMonth|isUnit|isOf|isColon|isMeridiem|isMeasure|isDash|isSlash|isCardinal) || p.countsNext(k) || number <= before.at.day && p.is(i, isComma|isTo) {
		return m, 0, 0
	}
	m = *before
	m.rule, m.at.day, m.weekday = ruleDayList, number, 0
	if before.stated {
		return m, j, k
	}
	k = p.yearTail(k, &m)
	return m, j, k
}

// is reports whether atom i exists and is of one of the classes.
func (p *parser) is(i int, c class) bool {
	return uint(i) < uint(len(p.atoms)) && p.atoms[i].class&c != 0
}

// shaped reports whether atom i exists and has the shape.
func (p *parser) shaped(i int, s shape) bool {
	return uint(i) < uint(len(p.atoms)) && p.atoms[i].shape&s != 0
}

// which returns which word of its class atom i is.
func (p *parser) which(i int) int { return int(p.atoms[i].which) }

// text reports whether atom i is a word, given in lower case.
func (p *parser) text(i int, word string) bool {
	if uint(i) >= uint(len(p.atoms)) {
		return false
	}
	a := &p.atoms[i]
	return int(a.end-a.start) == len(word) && equalFolded(word, p.doc.Text[a.start:a.end])
}

// word returns atom i as written, "" beyond the sentence.
func (p *parser) word(i int) string {
	if uint(i) >= uint(len(p.atoms)) {
		return ""
	}
	return p.doc.Text[p.atoms[i].start:p.atoms[i].end]
}

// tag returns the Penn Treebank tag of atom i's token, "" where there is none.
func (p *parser) tag(i int) string {
	if uint(i) >= uint(len(p.atoms)) {
		return ""
	}
	return p.doc.Tokens[p.atoms[i].token].XPOS
}

// plainWord reports whether atom i is a word of letters that the grammar has
// no class for.
func (p *parser) plainWord(i int) bool {
	return uint(i) < uint(len(p.atoms)) && p.atoms[i].class == 0 && (isLetter(p.doc.Text[p.atoms[i].start]) || p.doc.Text[p.atoms[i].start] >= 0x80)
}

// isName reports whether atom i is a capitalised word unknown to the grammar.
func (p *parser) isName(i int) bool { return p.plainWord(i) && p.shaped(i, upper) }

// countsNext reports whether the words from i on look like what a number
// before them counts: "2000 troops", "30 young men".
func (p *parser) countsNext(i int) bool {
	if p.is(i, isMeasure) {
		return true
	}
	if !p.plainWord(i) || p.shaped(i, upper) {
		return false
	}
	if tag := p.tag(i); tag != "" {
		return tag == "NNS" || tag == "JJ" && p.tag(i+1) == "NNS"
	}
	word := p.word(i)
	return len(word) > 3 && word[len(word)-1] == 's' && word[len(word)-2] != 's'
}

// expression reads the longest expression at atom i.
func (p *parser) expression(i int) (m match, next int) {
	a := &p.atoms[i]
	switch {
	case a.class&isApprox != 0:
		if m, next = p.approximate(i); next > 0 {
			return m, next
		}
	case a.class&isEvery != 0:
		return p.every(i)
	case a.class&isTimes != 0:
		return p.frequencyOf(i)
	}
	return p.longest(i)
}

// pointers and quantities are the classes that begin what points at a time,
// and what measures one.
const (
	pointers   = isThe | isThis | isThat | isLast | isNext | isBefore | isAfter
	quantities = isUnit | isA | isVague | isHalf | isInteger | isDecimal | isCardinal
)

// longest tries the rules that can begin at atom i and keeps the longest
// match; of equal ones the first.
func (p *parser) longest(i int) (m match, next int) {
	if i >= len(p.atoms) {
		return m, 0
	}
	is := p.atoms[i].class
	for _, rule := range [...]struct {
		begins class
		read   func(*parser, int) (match, int)
	}{
		{pointers | quantities | isClockWord | isPart | isMonth | isWeekday | isOrdinal | isDeictic, (*parser).dated},
		{pointers | isDeictic, (*parser).relative},
		{pointers | quantities | isOrdinal | isWhole, (*parser).span},
		{isThe | isEdge, (*parser).edged},
		{isThe | isEnd | isEdge | isOrdinal | isLast | isSame, (*parser).bounded},
		{^class(0), (*parser).single},
	} {
		if is&rule.begins == 0 {
			continue
		}
		if other, end := rule.read(p, i); end > next {
			m, next = other, end
		}
	}
	return m, next
}
