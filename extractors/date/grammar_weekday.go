package date

// Days of the week: "Tuesday", "Monday, March 5", "Tuesday nights".

// weekdayDate reads a weekday with the date that stands in apposition to it.
func (p *parser) weekdayDate(i int) (m match, next int) {
	weekday, j := p.weekdayName(i)
	if j == 0 {
		return p.weekdaySet(i)
	}
	k := j
	if p.is(k, isComma) {
		k++
	}
	if p.is(k, isThis) && p.is(k+1, isMonth) {
		k++
	}
	if m, next = p.dayDate(k); next == 0 {
		m, next = p.dayOnly(k)
	}
	if next > 0 {
		m.weekday = weekday
		if m.at.month == 0 {
			m.at.weekday = weekday
		}
		return m, next
	}
	if p.is(i, isAbbreviation) && !p.strongWeekday(i, j) || p.namedAfterWeekday(i, j) {
		return m, 0
	}
	m = dateMatch(ruleWeekday, dayGrain)
	m.at.weekday = weekday
	if p.is(j, isPart) && p.is(j, isPlural) { // "Tuesday nights"
		m.kind, m.rule, m.base = aSet, ruleWeekdays, ready
		m.at.grain, m.at.part = partGrain, p.which(j)
		return m, j + 1
	}
	if relative, after := p.relativeUnit(j); after > 0 && relative.unit == week && relative.kind == aDate {
		m.base, m.unit, m.steps = relative.base, week, relative.steps
		return m, after
	}
	if p.is(j, isOf) {
		if relative, after := p.relativeUnit(j + 1); after > 0 && relative.unit == week && relative.kind == aDate {
			m.base, m.unit, m.steps = relative.base, week, relative.steps
			return m, after
		}
	}
	return m, j
}

// weekdayName reads a weekday in the singular.
func (p *parser) weekdayName(i int) (weekday, next int) {
	if !p.is(i, isWeekday) || p.is(i, isPlural) || !p.shaped(i, upper) && p.is(i, isAbbreviation) && !(p.is(i-1, isOn) && (p.text(i, "tues") || p.text(i, "thurs") || p.text(i, "tues.") || p.text(i, "thurs."))) {
		return 0, 0
	}
	if p.is(i, isAbbreviation) && p.which(i) >= 6 && p.isName(i-1) && !p.shaped(i-1, opener|caps) {
		return 0, 0 // the Baltimore Sun
	}
	next = i + 1
	if p.is(i, isAbbreviation) && p.is(next, isPeriod) && p.shaped(next, glued) && next+1 < len(p.atoms) {
		next++
	}
	return p.which(i), next
}

// strongWeekday tells "on Sun." and "Sat night" from the sun and a verb.
func (p *parser) strongWeekday(i, next int) bool {
	if p.shaped(i, caps) {
		return false
	}
	return (p.is(i-1, isOn|isLast|isNext|isThis|isEvery) || p.is(next, isPart)) && (p.word(i)[p.atoms[i].end-p.atoms[i].start-1] == '.' || next > i+1 || !p.is(i, isWeekday) || p.which(i) < 6)
}

// namedAfterWeekday tells "Sunday Times", "Good Friday", "Super Tuesday" from
// days of the week.
func (p *parser) namedAfterWeekday(i, next int) bool {
	switch p.word(next) {
	case "Times", "Telegraph", "Mirror", "Herald", "Post", "Express", "Mail", "Star", "Tribune", "World", "School", "Independent", "People":
		return true
	}
	if p.word(next) == "Night" && p.isName(next+1) {
		return true // Saturday Night Live
	}
	switch p.word(i - 1) {
	case "Good", "Super", "Bloody", "Ruby", "Black", "Cyber", "Casual", "Fat", "Ash", "Palm", "Giving", "Sheffield", "Holy", "Maundy", "Easter", "Spy":
		return true
	}
	return false
}

// weekdaySet reads "Mondays", with "and Tuesdays" left to the next match.
func (p *parser) weekdaySet(i int) (m match, next int) {
	if !p.is(i, isWeekday) || !p.is(i, isPlural) {
		return m, 0
	}
	m = dateMatch(ruleWeekdays, dayGrain)
	m.kind = aSet
	m.at.weekday = p.which(i)
	m.base = ready
	if p.is(i+1, isPart) {
		m.at.grain, m.at.part = partGrain, p.which(i+1)
		return m, i + 2
	}
	return m, i + 1
}
