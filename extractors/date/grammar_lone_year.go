package date

// Years that stand by themselves, and what tells them from quantities: "2019",
// "2019–20", "the year 2000", "year-end".

// yearOfNoun reports whether a number is the year of the noun after it, as in
// "his 1796 essay" and "the 1777 campaigns", or one end of two years that a
// dash joins, as in "the war (1861–1865)".
func (p *parser) yearOfNoun(i, n int) bool {
	if n < firstModernYear || n > lastCommonYear || n%100 == 0 && p.is(i-1, isThe) {
		return false // "the 1600 block"
	}
	if through, _ := p.yearRange(i, n); through > n && through <= n+100 && p.atoms[i+2].digits == 4 && !p.shaped(i, glued) {
		return n%100 != 0 || p.is(i-1, isIn|isOpen)
	}
	if !p.is(i-1, isPossessive|isThis|isThat|isThe) && p.tag(i-1) != "PRP$" {
		return false
	}
	switch p.tag(i + 1) {
	case "NN", "JJ":
		return p.plainWord(i + 1)
	case "NNS":
		return p.plainWord(i+1) && n%100 != 0 && !p.is(i-1, isThat)
	}
	return false
}

// Years in this range are years unless something speaks against it; others
// need something that speaks for it.
const (
	firstModernYear = 1500
	firstCommonYear = 1895
	lastCommonYear  = 2060
)

// yearMatch is a match of one year.
func yearMatch(rule string, n int) match {
	m := dateMatch(rule, yearGrain)
	m.at.year, m.stated = n, true
	return m
}

// yearAlone reads a year that stands by itself, or two with a dash between
// them; i is the article before it, if there is one, j the year.
func (p *parser) yearAlone(i, j int) (m match, next int) {
	switch {
	case p.is(j, isEra):
		if sign, k := p.era(j); k > 0 && sign > 0 && p.is(k, isInteger) && p.atoms[k].digits <= 4 && p.atoms[k].number > 0 { // AD 70
			return yearMatch(ruleEra, int(p.atoms[k].number)), k + 1
		}
		return m, 0
	case p.is(j, isApostrophe):
		n, k := p.year2(j)
		if k == 0 || j > i || !p.is(i-1, isIn|isTo|isOf|isEdge|isAnd|isOr|isSeason|isOpen) || p.is(k, isUnit) {
			return m, 0
		}
		return yearMatch(ruleShortYear, n), k
	case !p.is(j, isInteger) || p.atoms[j].digits > 4:
		return m, 0
	}
	if m, next = p.yearOfEra(i, j); next > 0 {
		return m, next
	}
	n, k := p.year4(j)
	if k == 0 && p.atoms[j].digits == 3 && p.circa(j-1) {
		n, k = int(p.atoms[j].number), j+1
	}
	if k == 0 {
		return m, 0
	}
	if m, next = p.yearsAlone(j, k, n); next > 0 {
		if j > i && m.rule != ruleFiscal {
			return m, 0 // "the 2019-20 budget": the article belongs to the noun
		}
		return m, next
	}
	if j > i {
		return p.quarterAfterYear(k, n) // "the 2020 election": the same
	}
	if !p.yearBefore(j, n) && n >= firstYear || !p.yearAfter(j, k, n) {
		return m, 0
	}
	return yearMatch(ruleYear, n), k
}

// yearOfEra reads "499 BC", and the "499" of "499–493 BC" and "from 499 to
// 493 BC".
func (p *parser) yearOfEra(i, j int) (m match, next int) {
	n := int(p.atoms[j].number)
	if n < 1 {
		return m, 0
	}
	if sign, k := p.era(j + 1); k > 0 {
		return yearMatch(ruleEra, sign*n), k
	}
	joined := p.is(j+1, isDash) || p.is(j+1, isTo|isAnd) && p.is(i-1, isIn|isOpen)
	if j == i && joined && p.is(j+2, isInteger) {
		if sign, k := p.era(j + 3); k > 0 {
			return yearMatch(ruleEra, sign*n), j + 1
		}
	}
	return m, 0
}

// yearsAlone reads two years with a dash between them, from the first one, n,
// at atom j, and school years.
func (p *parser) yearsAlone(j, k, n int) (m match, next int) {
	through, after := p.yearRange(j, n)
	ranged := after > 0 && p.yearBefore(j, n) && !p.is(after, isMeasure|isUnit)
	if !ranged {
		after = k
	}
	m = yearMatch(ruleYear, n)
	school := p.is(after, isFiscal) && p.is(after+1, isUnit) && p.atoms[after+1].unit == year
	if school {
		m.rule, m.at.fiscal = ruleFiscal, true
		after += 2
	}
	switch {
	case ranged && (school || p.atoms[j+2].digits < 4):
		if !school {
			m.rule = ruleYearRange
		}
		m.through = m.at
		m.through.year = through
		return m, after
	case ranged: // two dates: "1937–1945"
		return m, k
	case school:
		return m, after
	}
	return match{}, 0
}

// circa reports whether atom i is "circa" or short for it.
func (p *parser) circa(i int) bool {
	return p.text(i, "c.") || p.text(i, "ca.") || p.text(i, "ca") || p.text(i, "circa") || p.is(i, isPeriod) && (p.text(i-1, "c") || p.text(i-1, "ca"))
}

// quarterAfterYear reads the third quarter of "the 1988 third quarter", after
// the year n.
func (p *parser) quarterAfterYear(k, n int) (m match, next int) {
	if q, next := p.quarterOrHalf(k); next > 0 && !q.stated && q.base == onNothing {
		q.at.year, q.stated = n, true
		return q, next
	}
	return m, 0
}

// yearRange reads the second year of "2019–20", "1990-1995", "1984/85".
func (p *parser) yearRange(i, first int) (through, next int) {
	if !p.is(i+1, isDash|isSlash) || !p.is(i+2, isInteger) || p.is(i+2, isApostrophe) {
		return 0, 0
	}
	second := int(p.atoms[i+2].number)
	switch {
	case p.atoms[i+2].digits == 4 && second > first && second <= lastYear && second-first < 600:
		through = second
	case p.atoms[i+2].digits == 2 && p.shaped(i+1, glued) && p.shaped(i+2, glued) && second > first%100:
		through = first - first%100 + second
	case p.atoms[i+2].digits == 2 && p.shaped(i+1, glued) && p.shaped(i+2, glued) && first%100 == 99 && second == 0:
		through = first + 1
	default:
		return 0, 0
	}
	if p.is(i+1, isSlash) && through != first+1 {
		return 0, 0
	}
	if p.is(i+3, isDash|isSlash) && p.shaped(i+3, glued) && p.is(i+4, isInteger) && p.shaped(i+4, glued) {
		return 0, 0
	}
	return through, i + 3
}

// yearBefore reports whether what stands before a number of four digits
// allows it to be a year.
func (p *parser) yearBefore(i, n int) bool {
	before := i - 1
	if before < 0 {
		return firstCommonYear <= n && n <= lastCommonYear
	}
	b := &p.atoms[before]
	if b.class&isDash != 0 && p.lastEnd == before && p.is(before-1, isInteger) && p.atoms[before-1].digits == 4 {
		return int(p.atoms[before-1].number) < n
	}
	if p.shaped(i, glued) {
		switch {
		case b.class&isOpen != 0, b.class&isApostrophe != 0:
		case b.class&isDash != 0 && b.shape&glued != 0:
			if p.is(before-1, isInteger|isDecimal|isLabel) || p.shaped(before-1, caps) && p.plainWord(before-1) {
				return false // 555-1998, UTC-2000
			}
		case b.class&isDash != 0:
		case b.class&isSlash != 0:
			if !p.is(before-1, isInteger) || p.atoms[before-1].digits != 4 {
				return false
			}
		case b.class&(isMeasure|isPeriod|isColon|isComma|isInteger|isDecimal|isLabel|isMonth) != 0, b.class == 0 && p.plainWord(before), b.class&isCode != 0:
			return false
		case b.class == 0:
			switch p.word(before) {
			case "[", "“", "\"", "‘", "*", "_", ">", "©", "~", ";":
			default:
				return false
			}
		}
	}
	if b.class&(isLabel|isMeasure) != 0 || b.class&isPeriod != 0 && p.is(before-1, isLabel) || b.class&isCardinal != 0 {
		return false
	}
	if b.class&isApprox != 0 && b.which != about {
		return false
	}
	if p.yearOfNoun(i, n) {
		return true
	}
	if firstCommonYear <= n && n <= lastCommonYear {
		return !(b.class&(isInteger|isDecimal) != 0 && b.shape&glued == 0 && p.is(before, isInteger) && p.atoms[before].digits > 2 && p.atoms[before].digits != 4)
	}
	if p.tag(before) == "IN" || b.class&isComma != 0 && (i+1 == len(p.atoms) || !p.plainWord(i+1)) || b.class&isThe != 0 && p.tag(i+1) != "" && !p.countsNext(i+1) {
		return true
	}
	return b.class&(isIn|isTo|isOf|isEdge|isOpen|isLater|isEarlier|isDash) != 0 && !p.is(before, isVague) ||
		b.class&isApprox != 0 && b.which == about || b.class&(isAnd|isOr|isComma) != 0 && p.is(before-1, isInteger) && p.atoms[before-1].digits == 4
}

// yearAfter reports whether what follows a number of four digits, at atoms i
// to k, allows it to be a year: it is none if it counts what follows.
func (p *parser) yearAfter(i, k, n int) bool {
	if p.is(k, isMeasure|isCardinal|isMeridiem|isZone) && !p.is(k, isCardinal|isZone) || p.is(k, isCardinal) && p.atoms[k].number >= 100 || p.is(k, isZone) && p.shaped(k, caps) || p.is(k, isUnit) && p.is(k, isPlural) && p.atoms[k].unit != quarter || p.is(k, isVague) {
		return false
	}
	if p.is(k, isClockWord) || p.is(k, isColon|isPeriod|isSlash) && p.shaped(k, glued) && p.is(k+1, isInteger) && p.shaped(k+1, glued) {
		return false
	}
	if p.is(k, isDash) && p.shaped(k, glued) && p.shaped(k+1, glued) {
		if p.is(k+1, isInteger|isDecimal) || n%100 == 0 || p.is(k+1, isMeasure|isUnit) && !p.is(k+1, isPlural) && p.atoms[k+1].unit != year {
			return false
		}
	}
	if p.shaped(k, glued) && p.plainWord(k) {
		return false
	}
	common := firstCommonYear <= n && n <= lastCommonYear
	if p.text(k, "+") || p.text(k, "block") {
		return false
	}
	if p.countsNext(k) {
		return p.yearOfNoun(i, n) || common && n%100 != 0 && !p.is(i-1, isVague|isFiller|isEvery) && (p.is(i-1, isIn|isOf|isThe|isA) || p.tag(k) == "" || n >= 1950)
	}
	if n%1000 == 0 && p.plainWord(k) && !p.shaped(k, upper) && p.tag(k) != "" && p.tag(k)[0] == 'N' && !p.is(i-1, isThe|isOf|isIn) {
		return false
	}
	return true
}

// theYear reads "the year 2000" and "the year two thousand"; "the year ended
// …" is left alone.
func (p *parser) theYear(i int) (m match, next int) {
	m = dateMatch(ruleYear, yearGrain)
	n, k := p.year4(i + 2)
	if k == 0 {
		n, k = p.spelledYear(i + 2)
	}
	if k == 0 {
		if p.is(i+2, isInteger) {
			if sign, after := p.era(i + 3); after > 0 && p.atoms[i+2].digits <= 4 {
				n, k = sign*int(p.atoms[i+2].number), after
			}
		}
	}
	if k == 0 || n == 0 {
		return m, 0
	}
	m.at.year, m.stated = n, true
	return m, k
}

// yearEnd reads "year-end", "year's end", "year-ago", "year-earlier".
func (p *parser) yearEnd(i int) (m match, next int) {
	if p.is(i, isPlural) {
		return m, 0
	}
	j := i + 1
	if p.is(j, isDash|isPossessive) {
		j++
	}
	if p.is(j, isAgo|isEarlier) && j == i+2 && p.is(j+1, isUnit) && p.is(i+1, isDash) && !p.is(j+1, isPlural) && p.atoms[j+1].unit >= month {
		m = dateMatch(ruleAgo, unitGrains[p.atoms[j+1].unit])
		m.base, m.unit, m.steps, m.amount, m.offset = onDocument, p.atoms[j+1].unit, -1, 1, true
		switch m.unit {
		case month:
			m.amount = 12
		case quarter:
			m.amount = 4
		}
		return m, j + 2
	}
	switch {
	case p.text(j, "end"):
		if p.atoms[i].unit != year && p.atoms[i].unit != month {
			return m, 0
		}
		m = dateMatch(ruleYearEnd, unitGrains[p.atoms[i].unit])
		m.base, m.unit, m.mod = onHere, p.atoms[i].unit, "END"
		after := p.yearTail(j+1, &m)
		if m.stated {
			m.base = onNothing
		}
		return m, after
	case p.is(j, isAgo|isEarlier) && j == i+2 && p.is(i+1, isDash) && p.atoms[i].unit == year:
		m = dateMatch(ruleAgo, yearGrain)
		m.base, m.unit, m.steps = onDocument, year, -1
		if p.text(j+1, "period") {
			j++
		}
		return m, j + 1
	}
	return m, 0
}
