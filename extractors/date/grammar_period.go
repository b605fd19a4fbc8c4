package date

// Periods of the calendar longer than a month, and words for a time by
// themselves: years, decades, centuries, seasons, quarters, "now", "daily".

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

// yearAlone reads a year that stands by itself, or two with a dash between
// them; i is the article before it, if there is one, j the year.
func (p *parser) yearAlone(i, j int) (m match, next int) {
	if sign, k := p.era(j); k > 0 { // AD 70
		if sign > 0 && p.is(k, isInteger) && p.atoms[k].digits <= 4 && p.atoms[k].number > 0 {
			m = dateMatch(ruleEra, yearGrain)
			m.at.year, m.stated = int(p.atoms[k].number), true
			return m, k + 1
		}
		return m, 0
	}
	if p.is(j, isApostrophe) {
		n, k := p.year2(j)
		if k == 0 || j > i || !p.is(i-1, isIn|isTo|isOf|isEdge|isAnd|isOr|isSeason|isOpen) || p.is(k, isUnit) {
			return m, 0
		}
		m = dateMatch(ruleShortYear, yearGrain)
		m.at.year, m.stated = n, true
		return m, k
	}
	if !p.is(j, isInteger) || p.atoms[j].digits > 4 {
		return m, 0
	}
	if sign, k := p.era(j + 1); k > 0 && p.atoms[j].number > 0 {
		m = dateMatch(ruleEra, yearGrain)
		m.at.year, m.stated = sign*int(p.atoms[j].number), true
		return m, k
	}
	if j == i && p.is(j+1, isDash) && p.is(j+2, isInteger) { // "499–493 BC"
		if sign, k := p.era(j + 3); k > 0 && p.atoms[j].number > 0 {
			m = dateMatch(ruleEra, yearGrain)
			m.at.year, m.stated = sign*int(p.atoms[j].number), true
			return m, j + 1
		}
	}
	n, k := p.year4(j)
	if k == 0 {
		return m, 0
	}
	m = dateMatch(ruleYear, yearGrain)
	m.at.year, m.stated = n, true
	if through, after := p.yearRange(j, n); after > 0 && p.yearBefore(j, n) && !p.is(after, isMeasure|isUnit) {
		m.rule, m.through = ruleYearRange, m.at
		m.through.year = through
		long := p.atoms[j+2].digits == 4
		if p.is(after, isFiscal) && p.is(after+1, isUnit) && p.atoms[after+1].unit == year {
			m.rule, m.at.fiscal, m.through.fiscal = ruleFiscal, true, true
			return m, after + 2
		}
		if !long || j > i && p.is(after, isDash) {
			return m, after
		}
		m.rule, m.through = ruleYear, referent{} // two dates: "1937–1945"
		if j > i {
			return m, 0
		}
		return m, k
	}
	if p.is(k, isFiscal) && p.is(k+1, isUnit) && p.atoms[k+1].unit == year {
		m.rule, m.at.fiscal = ruleFiscal, true
		return m, k + 2
	}
	if j > i {
		if m, next = p.quarterAfterYear(k, m); next > 0 {
			return m, next
		}
		return m, 0 // "the 2020 election": the article belongs to the noun
	}
	if !p.yearBefore(j, n) || !p.yearAfter(j, k, n) {
		return m, 0
	}
	return m, k
}

// quarterAfterYear reads "the 1988 third quarter" after its year.
func (p *parser) quarterAfterYear(k int, m match) (match, int) {
	if q, next := p.quarterOrHalf(k); next > 0 && !q.stated && q.base == onNothing {
		q.at.year, q.stated = m.at.year, true
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
	if firstCommonYear <= n && n <= lastCommonYear {
		return !(b.class&(isInteger|isDecimal) != 0 && b.shape&glued == 0 && p.is(before, isInteger) && p.atoms[before].digits > 2 && p.atoms[before].digits != 4)
	}
	if p.tag(before) == "IN" || b.class&isComma != 0 && (i+1 == len(p.atoms) || !p.plainWord(i+1)) || b.class&isThe != 0 && p.tag(i+1) != "" && !p.countsNext(i+1) {
		return true
	}
	return b.class&(isIn|isTo|isOf|isEdge|isOpen|isLater|isEarlier|isDash) != 0 && !p.is(before, isVague) ||
		b.class&isApprox != 0 && b.which == about || b.class&(isAnd|isOr|isComma) != 0 && p.is(before-1, isInteger) && p.atoms[before-1].digits == 4
}

// Years in this range are years unless something speaks against it; others
// need something that speaks for it.
const (
	firstCommonYear = 1895
	lastCommonYear  = 2060
)

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
	if p.countsNext(k) {
		return common && n%100 != 0 && !p.is(i-1, isVague|isFiller|isEvery) && (p.is(i-1, isIn|isOf|isThe|isA) || p.tag(k) == "" || n >= 1950)
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
		return m, j + 1
	}
	return m, 0
}

// decadeOf reads "1990s", "the '90s", "the nineties", "1990's".
func (p *parser) decadeOf(i int) (m match, next int) {
	m = dateMatch(ruleDecade, decadeGrain)
	m.stated = true
	j := i
	marked := false
	if p.is(j, isApostrophe) && p.atoms[j].class&(isDecade|isInteger) == 0 {
		marked = true
		j++
		if !p.shaped(j, glued) {
			return m, 0
		}
	}
	marked = marked || p.is(j, isApostrophe)
	article := p.is(i-1, isThe|isEdge) || p.is(i-1, isDash) && p.is(i-2, isEdge)
	article = article || p.is(i-1, isAnd|isOr|isTo) && (p.is(i-2, isDecade|isDecadeWord) || p.is(i-2, isPossessive))
	switch {
	case p.is(j, isDecade) && p.atoms[j].digits == 4:
		m.at.year = int(p.atoms[j].number)
		if m.at.year < firstYear || m.at.year > lastYear {
			return m, 0
		}
		if m.at.year%100 == 0 && m.at.year != 2000 && !p.is(i-1, isEdge) {
			m.at.grain = centuryGrain
		}
	case p.is(j, isDecade) && (marked || article):
		m.at.year = decadeYear(int(p.atoms[j].number))
	case p.is(j, isDecadeWord) && article && !p.is(j+1, isOf):
		m.at.year = decadeYear(int(p.atoms[j].number))
	default:
		return m, 0
	}
	if p.shaped(j, glued) && p.is(j-1, isMeasure|isDash) && !p.is(j-2, isEdge|isDecade) {
		return m, 0
	}
	return m, j + 1
}

func decadeYear(n int) int {
	if n < 20 {
		return 2000 + n
	}
	return 1900 + n
}

// centuryOf reads "the 20th century", "19th-century", and the "18th" of "the
// 18th and 19th centuries".
func (p *parser) centuryOf(i int) (m match, next int) {
	n, j := p.ordinal(i)
	if j == 0 || n < 1 || n > 30 {
		return m, 0
	}
	m = dateMatch(ruleCentury, centuryGrain)
	m.stated = true
	k := j
	if p.is(k, isDash) {
		k++
	}
	sign := 1
	if p.is(k, isUnit) && (p.atoms[k].unit == century || p.atoms[k].unit == millennium && n <= 3) {
		next = k + 1
		if s, after := p.era(next); after > 0 {
			sign, next = s, after
		}
		if p.atoms[k].unit == millennium {
			m.at.grain = millenniumGrain
			m.at.year = sign * max((n-1)*1000, 1)
			if sign < 0 {
				m.at.year = -n*1000 + 1
			}
			return m, next
		}
	} else {
		if p.is(k, isTo|isAnd|isOr|isComma) {
			k++
		} else if k == j {
			return m, 0
		}
		for p.is(k, isThe|isEdge|isDash|isFrom) {
			k++
		}
		_, after := p.ordinal(k)
		if after == 0 {
			return m, 0
		}
		if p.is(after, isDash) {
			after++
		}
		if !p.is(after, isUnit) || p.atoms[after].unit != century {
			return m, 0
		}
		if s, end := p.era(after + 1); end > 0 {
			sign = s
		}
		next = j
	}
	m.at.year = (n - 1) * 100
	if sign < 0 {
		m.at.year = -n*100 + 1
	} else if n == 1 {
		m.at.year = 1
	}
	return m, next
}

const isFrom = isIn

// ordinal reads "third", "20th", "twenty-first".
func (p *parser) ordinal(i int) (number, next int) {
	if p.is(i, isOrdinal) {
		if p.atoms[i].number < 1 {
			return 0, 0
		}
		return int(p.atoms[i].number), i + 1
	}
	if p.is(i, isCardinal) && p.atoms[i].number >= 20 && p.atoms[i].number < 100 {
		j := i + 1
		if p.is(j, isDash) {
			j++
		}
		if p.is(j, isOrdinal) && p.atoms[j].number < 10 {
			return int(p.atoms[i].number + p.atoms[j].number), j + 1
		}
	}
	return 0, 0
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
	before := p.is(i-1, isThe|isIn|isOf|isTo|isEarlier|isLater|isEdge) || p.is(i-1, isThe) && p.is(i-2, isIn)
	if !before || p.isName(i+1) || p.is(i+1, isDash) && p.shaped(i+1, glued) || p.isName(i-1) {
		return m, 0
	}
	if p.word(i) != "summer" && p.word(i) != "winter" && p.word(i) != "autumn" {
		// "the fall of the wall", "the spring water": only after "in", "by"…
		if !p.is(i-1, isIn) && !(p.is(i-1, isThe) && p.is(i-2, isIn|isTo|isOf)) || p.is(i+1, isOf) || p.text(i-1, "for") || p.plainWord(i+1) && !p.startsClause(i+1) {
			return m, 0
		}
		if p.shaped(i, upper) && p.isName(i-1) {
			return m, 0
		}
	}
	if p.is(i-1, isOf) && !p.is(i, isSeason) {
		return m, 0
	}
	return m, i + 1
}

// quarterOrHalf reads "third quarter of 1990", "third-quarter", "Q3 2023",
// "the first half of the year", "H1 2023".
func (p *parser) quarterOrHalf(i int) (m match, next int) {
	if p.is(i, isCode) && p.is(i+1, isInteger) && p.shaped(i+1, glued) && p.atoms[i+1].digits == 1 && p.shaped(i, upper) {
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
		next = p.yearTail(i+2, &m)
		if m.at.grain == halfGrain && !m.stated {
			return m, 0
		}
		return m, next
	}
	j := i
	company := false
	if p.is(j, isFiscal) {
		company = true
		j++
		if p.is(j, isDash) {
			j++
		}
	}
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
	if p.is(k, isFiscal) {
		company = true
		k++
		if p.is(k, isDash) {
			k++
		}
	}
	switch {
	case p.is(k, isUnit) && p.atoms[k].unit == quarter && !p.is(k, isPlural):
		m = dateMatch(ruleQuarter, quarterGrain)
		m.at.number = n
	case p.is(k, isHalf) && n <= 2:
		return p.halfOf(k, n)
	default:
		return m, 0
	}
	m.at.fiscal = company
	next = p.yearTail(k+1, &m)
	if next == k+1 && p.is(next, isOf) {
		if f, after := p.fiscalYear(p.skipThe(next + 1)); after > 0 && f.at.grain == yearGrain {
			m.at.year, m.stated, m.base, m.unit, m.steps, m.at.fiscal = f.at.year, f.stated, f.base, f.unit, f.steps, true
			return m, after
		}
		if h, after := p.herePeriod(next + 1); after > 0 && h.unit == year {
			m.base, m.unit = h.base, h.unit
			return m, after
		}
	}
	return m, next
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

// reference reads words that point at the present, the past or the future.
func (p *parser) reference(i int) (m match, next int) {
	m = match{rule: ruleReference, kind: aDate, at: blank(noGrain), base: ready}
	switch {
	case p.is(i, isLast) && p.is(i-1, isThe) && !p.plainWord(i+1) && !p.is(i+1, isUnit|isCardinal|isInteger|isVague|isFiller|isDecade):
		m.value = "PAST_REF"
		return m, i + 1
	case p.text(i, "future") && p.is(i-1, isThe):
		m.value = "FUTURE_REF"
		return m, i + 1
	case !p.is(i, isReference):
		return m, 0
	}
	switch p.which(i) {
	case 1:
		m.value = "PRESENT_REF"
		if p.is(i+1, isComma) && p.shaped(i, opener) && p.text(i, "now") || p.text(i, "presently") {
			return m, 0 // "Now, …" opens a turn
		}
		if p.text(i+1, "that") && p.text(i, "now") || p.is(i+1, isDash) {
			return m, 0
		}
	case 2:
		m.value = "PAST_REF"
		if p.text(i, "formerly") || p.text(i+1, "as") {
			return m, 0
		}
	case 3:
		m.value = "FUTURE_REF"
		if !p.text(i, "soon") || p.text(i-1, "as") || p.text(i-1, "too") || p.text(i-1, "how") || p.is(i+1, isLater) {
			return m, 0
		}
	}
	return m, i + 1
}

// recentUnits reads "recent months".
func (p *parser) recentUnits(i int) (m match, next int) {
	if !p.is(i+1, isUnit) || !p.is(i+1, isPlural) || p.atoms[i+1].unit < dayUnit {
		return m, 0
	}
	return match{rule: ruleReference, kind: aDate, at: blank(noGrain), base: ready, value: "PAST_REF"}, i + 2
}
