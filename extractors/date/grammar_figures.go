package date

// Dates in figures alone.

// figures reads dates in figures alone: "2023-07-27", "27/07/2023",
// "7.27.2023".
func (p *parser) figures(i int) (m match, next int) {
	a := &p.atoms[i]
	if !p.is(i+1, isDash|isSlash|isPeriod) || !p.shaped(i+1, glued) || !p.is(i+2, isInteger) || !p.shaped(i+2, glued) || p.atoms[i+2].digits > 2 || p.shaped(i, glued) && p.is(i-1, isDash|isSlash|isPeriod|isInteger) {
		return m, 0
	}
	one, two := int(a.number), int(p.atoms[i+2].number)
	separator := p.word(i + 1)
	third := p.is(i+3, isDash|isSlash|isPeriod) && p.shaped(i+3, glued) && p.word(i+3) == separator && p.is(i+4, isInteger) && p.shaped(i+4, glued)
	if third && p.is(i+5, isDash|isSlash|isPeriod) && p.shaped(i+5, glued) && p.is(i+6, isInteger) {
		return m, 0
	}
	m = dateMatch(ruleNumeric, dayGrain)
	if a.digits == 4 {
		if one < firstYear || one > lastYear || !third || two < 1 || two > 12 || p.atoms[i+4].digits > 2 || p.atoms[i+4].number < 1 || p.atoms[i+4].number > 31 {
			return m, 0
		}
		m.rule, m.stated = ruleISO, true
		m.at.year, m.at.month, m.at.day = one, two, int(p.atoms[i+4].number)
		return p.isoTime(m, i+5)
	}
	if a.digits > 2 || one < 1 || two < 1 {
		return m, 0
	}
	next = i + 3
	if third {
		last := &p.atoms[i+4]
		switch {
		case last.digits == 4 && firstYear <= last.number && last.number <= lastYear:
			m.at.year = int(last.number)
		case last.digits == 2 && separator != ".":
			m.at.year = century2(int(last.number))
		default:
			return m, 0
		}
		m.stated, next = true, i+5
	} else if !p.is(i+1, isSlash) || !p.dayAndMonthAlone(i) {
		return m, 0
	}
	switch {
	case one <= 12 && two > 12 && two <= 31:
		m.at.month, m.at.day, m.order = one, two, monthFirst
	case one > 12 && one <= 31 && two <= 12:
		m.at.month, m.at.day, m.order = two, one, dayFirst
	case one <= 12 && two <= 12:
		m.at.month, m.at.day, m.order = one, two, orderOpen
	default:
		return m, 0
	}
	p.nameDay(&m, next)
	return m, next
}

// dayAndMonthAlone reports whether a pair of figures such as "7/27" stands
// where a date would: fractions and scores do not.
func (p *parser) dayAndMonthAlone(i int) bool {
	if p.word(i) == "9" && p.word(i+2) == "11" {
		return true
	}
	return p.is(i-1, isOn|isIn|isWeekday|isTo|isEdge) && !p.is(i+3, isUnit|isMeasure|isCardinal|isOf|isDash) && p.atoms[i+2].number > 4
}

// isoTime reads the time that follows an ISO date after T or a space.
func (p *parser) isoTime(m match, i int) (match, int) {
	if p.text(i, "t") && p.shaped(i, glued) {
		if at, next := p.clock(i + 1); next > 0 {
			m.kind = aTime
			m = withTime(m, at)
			return m, next
		}
	}
	return m, i
}
