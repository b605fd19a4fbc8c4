package date

// Calendar dates: days, months and years in every English order.

// blank is a referent with nothing known but its grain.
func blank(g grain) referent { return referent{grain: g, year: unknownYear} }

// dateMatch is a match of kind DATE with nothing known but its grain.
func dateMatch(rule string, g grain) match { return match{rule: rule, kind: aDate, at: blank(g)} }

// dayOfMonth reads "27", "27th", "twenty-seventh".
func (p *parser) dayOfMonth(i int) (number, next int) {
	switch {
	case p.is(i, isInteger) && p.atoms[i].class&isApostrophe == 0:
		if p.atoms[i].digits > 2 {
			return 0, 0
		}
		number, next = int(p.atoms[i].number), i+1
	case p.is(i, isOrdinal):
		number, next = int(p.atoms[i].number), i+1
	case p.is(i, isCardinal) && (p.atoms[i].number == 20 || p.atoms[i].number == 30):
		next = i + 1
		if p.is(next, isDash) {
			next++
		}
		if !p.is(next, isOrdinal) || p.atoms[next].number > 9 {
			return 0, 0
		}
		number, next = int(p.atoms[i].number+p.atoms[next].number), next+1
	}
	if number < 1 || number > 31 {
		return 0, 0
	}
	return number, next
}

// calendar reads a date of the calendar: a day, a month or a weekday, with
// what belongs to it. Years alone are read by single.
func (p *parser) calendar(i int) (m match, next int) {
	if p.is(i, isWeekday) {
		return p.weekdayDate(i)
	}
	if m, next = p.dayDate(i); next > 0 {
		return m, next
	}
	if m, next = p.monthDate(i); next > 0 {
		return m, next
	}
	return p.dayOnly(i)
}

// monthName reads a month, with the point of an abbreviation. A month in
// lower case needs a number beside it.
func (p *parser) monthName(i int) (number, next int) {
	if !p.is(i, isMonth) {
		return 0, 0
	}
	next = i + 1
	if p.is(i, isAbbreviation) && p.is(next, isPeriod) && (p.shaped(next, glued) || p.is(next+1, isInteger)) {
		next++
	}
	return p.which(i), next
}

// dayDate reads a day with its month, and the year if there is one.
func (p *parser) dayDate(i int) (m match, next int) {
	switch {
	case p.is(i, isMonth):
		return p.monthDay(i)
	case p.is(i, isInteger):
		if m, next = p.figures(i); next > 0 {
			return m, next
		}
		return p.dayMonth(i)
	case p.is(i, isOrdinal|isCardinal):
		return p.dayMonth(i)
	case p.is(i, isThe) && p.is(i+1, isOrdinal|isInteger|isCardinal):
		return p.dayMonth(i + 1)
	}
	return m, 0
}

// monthDay reads "July 27, 2023", "April 8-9".
func (p *parser) monthDay(i int) (m match, next int) {
	number, j := p.monthName(i)
	if j == 0 {
		return m, 0
	}
	if p.is(j, isDash|isSlash) && p.shaped(j, glued) && p.is(j+1, isInteger) && p.atoms[j+1].digits <= 2 && p.shaped(j+1, glued) {
		j++ // Jul-27-2023
	} else if p.is(j, isThe) && p.is(j+1, isOrdinal) {
		j++
	}
	day, k := p.dayOfMonth(j)
	if k == 0 || !p.dayFollows(i, j, k) {
		return m, 0
	}
	m = dateMatch(ruleMonthDay, dayGrain)
	m.at.month, m.at.day = number, day
	if through, after := p.throughDay(k, &m); after > 0 {
		m.rule, m.through = ruleDayRange, through
		k = after
	}
	next = p.yearTail(k, &m)
	p.nameDay(&m, next)
	return m, next
}

// dayFollows reports whether the number at atoms j to k is the day of the
// month at i, not a time, an amount or the count of what follows.
func (p *parser) dayFollows(i, j, k int) bool {
	if p.is(k, isMeasure|isMeridiem) || p.is(k, isColon) && p.shaped(k, glued) && p.shaped(k+1, glued) || p.is(k, isCardinal) && p.atoms[k].number >= 100 {
		return false
	}
	if p.is(j, isOrdinal) && p.atoms[j].digits == 0 && p.plainWord(k) {
		return false // "in March second graders"
	}
	if !p.shaped(i, upper) {
		switch p.which(i) {
		case 3, 5:
			_, after := p.year4(k)
			if p.is(k, isComma) {
				_, after = p.year4(k + 1)
			}
			return after > 0 || p.is(k-1, isOrdinal) && (p.atoms[k-1].digits > 0 || k > j+1)
		}
		return !p.is(i, isAbbreviation) || !p.countsNext(k)
	}
	return !(p.is(i-1, isIn) && p.is(j, isInteger) && p.countsNext(k) && p.tag(k) != "")
}

// throughDay reads the second half of a range of days in one month that a
// dash joins: "-9".
func (p *parser) throughDay(i int, m *match) (through referent, next int) {
	if !p.is(i, isDash) {
		return through, 0
	}
	through = m.at
	day, k := p.dayOfMonth(i + 1)
	if k == 0 || day <= m.at.day || p.is(k, isUnit|isMonth|isDash|isSlash) {
		return referent{}, 0
	}
	through.day = day
	return through, k
}

// dayMonth reads "27 July 2023", "the 27th of July", "1–2 September".
func (p *parser) dayMonth(i int) (m match, next int) {
	day, j := p.dayOfMonth(i)
	if j == 0 {
		return m, 0
	}
	m = dateMatch(ruleDayMonth, dayGrain)
	m.at.day = day
	only := 0 // where the match ends if its month belongs to a later day
	if p.is(j, isDash|isTo|isAnd|isOr|isComma|isSlash) && !(p.is(j, isDash|isSlash) && p.is(j+1, isMonth)) {
		k := j + 1
		if p.is(k, isThe) {
			k++
		}
		second, after := p.dayOfMonth(k)
		if after == 0 || second <= day {
			return m, 0
		}
		if p.is(j, isDash) {
			m.rule = ruleDayRange
			m.through.day = second
		} else {
			only = j
		}
		j = after
	}
	if p.text(j, "day") {
		j++
	}
	if p.is(j, isOf) || p.is(j, isDash) && p.shaped(j, glued) || p.is(j, isPeriod) || p.is(j, isSlash) && p.shaped(j, glued) {
		j++
	}
	number, k := p.monthName(j)
	if k == 0 || !p.shaped(j, upper) && !p.plainDayMonth(i, k) {
		return m, 0
	}
	if p.is(k, isInteger) && p.atoms[k].digits <= 2 && p.atoms[k].class&isApostrophe == 0 && !p.is(k-1, isDash) && !p.is(k+1, isColon|isMeridiem) && p.is(i, isInteger) && only == 0 && !p.is(k, isComma) && !p.shaped(k, glued) && !p.is(i-1, isThe) {
		return m, 0 // "in 5 March 12": the month belongs to what follows
	}
	m.at.month = number
	if m.rule == ruleDayRange {
		day := m.through.day
		m.through = m.at
		m.through.day = day
	}
	next = p.twoDigitTail(k, &m)
	if only > 0 {
		return m, only
	}
	return m, next
}

// plainDayMonth reports whether a month in lower case, which ends before atom
// k, is one: "27th of july", "3 may 2020".
func (p *parser) plainDayMonth(i, k int) bool {
	_, year := p.year4(k)
	return year > 0 || p.is(i, isOrdinal) && (p.atoms[i].digits > 0 || p.is(k-2, isOf) && p.is(i, isOrdinal) && !p.plainWord(k)) || p.which(k-1) != 3 && p.which(k-1) != 5 && !p.is(k-1, isAbbreviation)
}

// dayOnly reads "the 29th", whose month was told before.
func (p *parser) dayOnly(i int) (m match, next int) {
	if p.is(i, isOrdinal) && p.atoms[i].digits > 0 && p.is(i-1, isOn) && p.atoms[i].number <= 31 && p.atoms[i].number > 0 && !p.plainWord(i+1) && !p.is(i+1, isUnit|isDash|isOf|isMonth|isMeasure) {
		m = dateMatch(ruleDayOnly, dayGrain)
		m.at.day = int(p.atoms[i].number)
		m.base, m.unit = onContext, month
		return m, i + 1
	}
	if !p.is(i, isThe) || !p.is(i+1, isOrdinal) || p.atoms[i+1].digits == 0 || p.atoms[i+1].number > 31 || p.atoms[i+1].number < 1 {
		return m, 0
	}
	if !p.is(i-1, isOn|isIn|isTo|isWeekday|isComma|isEarlier|isLater) || p.is(i+2, isUnit|isDash|isAnd|isOr|isMonth) || p.is(i+2, isTo) && p.is(i+4, isOrdinal) && p.is(i+5, isUnit) || p.plainWord(i+2) && !p.startsClause(i+2) || p.is(i+2, isOf) && !p.text(i+3, "that") {
		return m, 0
	}
	m = dateMatch(ruleDayOnly, dayGrain)
	m.at.day = int(p.atoms[i+1].number)
	m.base, m.unit = onContext, month
	if p.is(i+2, isOf) {
		if relative, after := p.relativeUnit(i + 3); after > 0 && relative.unit == month {
			return m, after
		}
		return m, 0
	}
	return m, i + 2
}

// startsClause reports whether a word begins what comes after a noun phrase,
// rather than going on with it.
func (p *parser) startsClause(i int) bool {
	switch tag := p.tag(i); {
	case tag == "":
		return false
	default:
		return tag[0] == 'V' || tag == "IN" || tag == "MD" || tag[0] == 'W' || tag == "PRP" || tag == "RB"
	}
}

// monthDate reads a month with its year, a range of months, or a month alone
// where its surroundings make it one.
func (p *parser) monthDate(i int) (m match, next int) {
	number, j := p.monthName(i)
	if j == 0 {
		return m, 0
	}
	m = dateMatch(ruleMonth, monthGrain)
	m.at.month = number
	next = p.yearTail(j, &m)
	if next > j {
		if !p.shaped(i, upper) && (!m.stated || p.is(i, isAbbreviation)) {
			return m, 0
		}
		return m, next
	}
	if !p.bareMonth(i, j) {
		return m, 0
	}
	m.event = p.is(i-1, isThe) && p.plainWord(j)
	return m, j
}

// bareMonth reports whether a month name without day or year is a month: not
// the modal "may", the verb "march", or somebody called April.
func (p *parser) bareMonth(i, next int) bool {
	if !p.shaped(i, upper) {
		return false
	}
	licensed := p.is(i-1, isIn|isTo|isOf|isEdge|isLast|isNext|isThis|isEvery|isBefore|isAfter|isEarlier|isLater|isThe|isSame|isPart) && !p.is(i-1, isApostrophe) || p.is(i-1, isApprox) && p.which(i-1) == about
	if p.is(i-1, isAnd|isOr|isDash|isComma) {
		licensed = licensed || p.is(i-2, isMonth) || p.is(i-2, isInteger) || p.is(i-2, isPeriod) && p.is(i-3, isMonth)
	}
	if p.is(next, isPossessive) && !p.is(i, isAbbreviation) && p.which(i) != 3 && p.which(i) != 5 && !p.isName(i-1) {
		licensed = true
	}
	if p.is(next, isDash|isTo) && p.is(next+1, isMonth) || p.is(next, isAnd|isOr) && p.is(next+1, isMonth) {
		licensed = true
	}
	if p.shaped(i, caps) && !licensed {
		return false
	}
	if p.is(i, isAbbreviation) {
		return licensed && (next > i+1 || p.word(i)[p.atoms[i].end-p.atoms[i].start-1] == '.' || p.which(i) != 3 && p.which(i) != 12 && p.which(i) != 1) && !p.is(i-1, isThe)
	}
	switch p.word(i - 1) {
	case "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sir", "Lady":
		return false
	}
	if after := p.word(next); len(after) == 2 && after[1] == '.' && p.shaped(next, upper) {
		return false // "June E. Smith"
	}
	// "Theresa May", "April Smith", "Long March", "March on Washington"
	nameBefore := p.isName(i-1) && !p.shaped(i-1, opener)
	nameAfter := p.isName(next) && !p.is(i-1, isThe)
	switch p.which(i) {
	case 5:
		if p.tag(i) == "MD" && !p.is(i-1, isIn|isOf|isTo|isEdge|isLast|isNext) {
			return false
		}
		if p.shaped(i, opener) || p.is(i-1, isPeriod) || p.is(i-1, isThe) && !p.plainWord(next) {
			return false
		}
		return licensed && !nameAfter
	case 3:
		if p.is(i-1, isThe) && (p.is(next, isOn|isIn|isTo|isOf) || !p.plainWord(next) || nameAfter) || p.is(next, isOn) && p.isName(next+1) || p.is(next, isIn) && p.text(next, "for") {
			return false
		}
		return licensed && !nameAfter || p.shaped(i, opener) && p.startsClause(next)
	}
	if nameBefore || nameAfter && !licensed {
		return false
	}
	if nameAfter && (p.which(i) == 4 || p.which(i) == 6 || p.which(i) == 8) && !p.is(i-1, isIn|isEdge|isLast|isNext|isThis) {
		return false
	}
	return licensed || p.which(i) != 4 && p.which(i) != 6 && p.which(i) != 8 || !p.is(next, isTense)
}
