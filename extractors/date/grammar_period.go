package date

// What stands on one core word, and the periods between a month and a year:
// seasons, quarters, halves, fiscal years.

// single reads the expressions that stand on one core word.
func (p *parser) single(i int) (m match, next int) {
	j := i
	if p.is(j, isThe) {
		j++
	}
	a := &p.atoms[min(j, len(p.atoms)-1)]
	switch {
	case j >= len(p.atoms):
		return m, 0
	case a.class&isHoliday != 0:
		if m, next = p.holiday(j); next > 0 {
			return m, next
		}
	}
	if a.class&isFiscal != 0 || a.class&isCode != 0 {
		if m, next = p.fiscalYear(j); next > 0 {
			return m, next
		}
	}
	if a.class&(isOrdinal|isCardinal|isFiscal|isCode|isInteger|isHalf|isUnit|isLast) != 0 {
		if m, next = p.quarterOrHalf(j); next > 0 {
			return m, next
		}
		if m, next = p.centuryOf(j); next > 0 {
			return m, next
		}
	}
	switch {
	case a.class&(isDecade|isDecadeWord|isApostrophe) != 0:
		if m, next = p.decadeOf(j); next > 0 {
			return m, next
		}
	case a.class&isSeason != 0:
		return p.seasonOf(j)
	case a.class&isUnit != 0 && (a.unit == year || a.unit == month) && p.is(j+1, isPossessive|isDash) || a.class&isUnit != 0 && p.text(j+1, "end"):
		return p.yearEnd(j)
	case a.class&isUnit != 0 && a.unit == year && j > i:
		return p.theYear(i)
	case a.class&isUnit != 0 && a.unit == weekend && j > i:
		m = dateMatch(ruleRelative, weekendGrain)
		m.base, m.unit = onDocument, weekend
		return m, j + 1
	}
	if a.class&isCardinal != 0 && j == i && p.is(i-1, isIn|isOf|isEdge) {
		if n, k := p.spelledYear(j); k > 0 && !p.countsNext(k) {
			m = dateMatch(ruleYear, yearGrain)
			m.at.year, m.stated = n, true
			return m, k
		}
	}
	if a.class&(isInteger|isEra) != 0 {
		if m, next = p.yearAlone(i, j); next > 0 {
			return m, next
		}
	}
	if j > i {
		if a.class&isLast != 0 && a.which == past || p.text(j, "future") {
			return p.reference(j)
		}
		return m, 0
	}
	switch {
	case a.class&isReference != 0:
		return p.reference(i)
	case a.class&isFrequency != 0:
		return p.frequency(i)
	case a.class&isLast != 0 && a.which == recent:
		return p.recentUnits(i)
	case a.class&isPer != 0:
		return p.rate(i + 1)
	}
	return m, 0
}

// seasonOf reads "summer 2019", "the winter of 2019-20" and a season by
// itself where its surroundings make it one.
func (p *parser) seasonOf(i int) (m match, next int) {
	m = dateMatch(ruleSeason, seasonGrain)
	m.at.number = p.which(i)
	if p.is(i, isPlural) {
		return m, 0
	}
	next = p.yearTail(i+1, &m)
	if m.stated {
		if p.is(i+1, isComma) && !p.shaped(i, upper) {
			return m, 0
		}
		if through, after := p.yearRange(next-1, m.at.year); after > 0 && through == m.at.year+1 && m.at.number == winter {
			next = after
		}
		return m, next
	}
	if next > i+1 {
		return m, next
	}
	before := p.is(i-1, isThe|isIn|isOf|isTo|isEarlier|isLater|isEdge) || p.is(i-1, isAnd|isOr|isComma) && p.is(i-2, isSeason)
	whole := p.word(i) == "summer" || p.word(i) == "winter" || p.word(i) == "autumn"
	spring := p.word(i) == "spring" && p.tag(i-1) != "JJ" && p.seasonalEvent(i+1)
	if whole && !before && p.plainWord(i+1) && p.tag(i+1) != "" && p.tag(i + 1)[0] == 'N' && !p.seasonalEvent(i+1) {
		return m, 0 // winter wheat, summer school
	}
	if !before && !whole && !spring || p.isName(i+1) || p.is(i+1, isDash) && (p.shaped(i+1, glued) || p.plainWord(i+2)) || p.isName(i-1) {
		return m, 0
	}
	if !whole && !spring && !p.is(i-1, isAnd|isOr|isComma) {
		// "the fall of the wall", "the spring water": only after "in", "by"…
		if !p.is(i-1, isIn) && !(p.is(i-1, isThe) && p.is(i-2, isIn|isTo|isOf)) || p.is(i+1, isOf) || p.text(i-1, "for") || p.plainWord(i+1) && !p.startsClause(i+1) {
			return m, 0
		}
		if p.shaped(i, upper) && p.isName(i-1) {
			return m, 0
		}
	}
	return m, i + 1
}

// seasonalEvent reports whether a word names what happens in one season of
// one year, so that the season before it is a date.
func (p *parser) seasonalEvent(i int) bool {
	switch p.word(i) {
	case "offensive", "offensives", "counteroffensive", "counter-offensive", "campaign", "campaigns", "session", "semester", "term", "recess", "election", "elections", "fighting", "quarters":
		return true
	}
	return false
}

// quarterOrHalf reads "third quarter of 1990", "third-quarter", "Q3 2023",
// "the first half of the year", "H1 2023".
func (p *parser) quarterOrHalf(i int) (m match, next int) {
	if p.is(i, isCode) {
		return p.quarterCode(i)
	}
	j, company := p.skipFiscal(i)
	n, k := p.ordinal(j)
	if k == 0 && p.is(j, isLast) && p.which(j) == anyLast && p.is(j+1, isHalf) {
		n, k = 2, j+1
	}
	if k == 0 || n > 4 {
		return m, 0
	}
	if p.is(k, isDash) {
		k++
	}
	k, also := p.skipFiscal(k)
	if p.is(k, isHalf) && n <= 2 {
		return p.halfOf(k, n)
	}
	if !p.is(k, isUnit) || p.atoms[k].unit != quarter || p.is(k, isPlural) {
		return m, 0
	}
	m = dateMatch(ruleQuarter, quarterGrain)
	m.at.number, m.at.fiscal = n, company || also
	if next = p.yearTail(k+1, &m); next > k+1 || !p.is(next, isOf) {
		return m, next
	}
	if f, after := p.fiscalYear(p.skipThe(next + 1)); after > 0 && f.at.grain == yearGrain {
		m.at.year, m.stated, m.base, m.unit, m.steps, m.at.fiscal = f.at.year, f.stated, f.base, f.unit, f.steps, true
		return m, after
	}
	if h, after := p.herePeriod(next + 1); after > 0 && h.unit == year {
		m.base, m.unit = h.base, h.unit
		return m, after
	}
	return m, next
}

// quarterCode reads "Q3 2023" and "H1 2023".
func (p *parser) quarterCode(i int) (m match, next int) {
	if !p.is(i+1, isInteger) || !p.shaped(i+1, glued) || p.atoms[i+1].digits != 1 || !p.shaped(i, upper) {
		return m, 0
	}
	n := int(p.atoms[i+1].number)
	switch {
	case p.text(i, "q") && 1 <= n && n <= 4:
		m = dateMatch(ruleQuarter, quarterGrain)
	case p.text(i, "h") && 1 <= n && n <= 2:
		m = dateMatch(ruleHalf, halfGrain)
	default:
		return m, 0
	}
	m.at.number = n
	if next = p.yearTail(i+2, &m); m.at.grain == halfGrain && !m.stated {
		return m, 0
	}
	return m, next
}

// skipFiscal skips "fiscal" with its hyphen, and reports whether it stood there.
func (p *parser) skipFiscal(i int) (next int, fiscal bool) {
	if !p.is(i, isFiscal) {
		return i, false
	}
	if p.is(i+1, isDash) {
		return i + 2, true
	}
	return i + 1, true
}

func (p *parser) skipThe(i int) int {
	if p.is(i, isThe) {
		return i + 1
	}
	return i
}

// halfOf reads what the n-th half, ending at atom k, is the half of.
func (p *parser) halfOf(k, n int) (m match, next int) {
	m = dateMatch(ruleHalf, halfGrain)
	m.at.number = n
	next = p.yearTail(k+1, &m)
	if next > k+1 && !(p.is(k+1, isComma)) {
		return m, next
	}
	if !p.is(k+1, isOf) {
		return m, 0
	}
	if inner, after := p.period(k + 2); after > 0 {
		if inner.unit == year && inner.base != onNothing {
			m.base, m.unit, m.steps = inner.base, inner.unit, inner.steps
			return m, after
		}
		inner.mod = [...]string{1: "START", 2: "END"}[n]
		return inner, after
	}
	return m, 0
}

// fiscalYear reads "fiscal 2020", "FY2020", "academic year 2019-20", "the
// fiscal year".
func (p *parser) fiscalYear(i int) (m match, next int) {
	m = dateMatch(ruleFiscal, yearGrain)
	m.at.fiscal = true
	j := i + 1
	switch {
	case p.is(i, isCode) && !p.text(i, "q") && !p.text(i, "h"):
		if p.is(j, isApostrophe) {
			if n, k := p.year2(j); k > 0 {
				m.at.year, m.stated = n, true
				return m, k
			}
		}
		if p.is(j, isInteger) && p.atoms[j].digits == 2 {
			m.at.year, m.stated = century2(int(p.atoms[j].number)), true
			return m, j + 1
		}
	case !p.is(i, isFiscal):
		return m, 0
	case p.is(j, isUnit) && p.atoms[j].unit == year && !p.is(j, isPlural):
		j++
	case p.which(i) != fiscal || !p.text(i, "fiscal"):
		return m, 0
	}
	n, k := p.year4(j)
	if k == 0 {
		if j == i+2 && p.is(i-1, isThe) && p.is(i, isFiscal) {
			m.base, m.unit = onHere, year
			return m, j
		}
		return m, 0
	}
	m.at.year, m.stated = n, true
	if through, after := p.yearRange(j, n); after > 0 {
		m.through = m.at
		m.through.year = through
		return m, after
	}
	return m, k
}
