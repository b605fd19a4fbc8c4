package date

// Calendar dates: days, months and years in every English order.

// The names of the rules, as records show them.
const (
	ruleISO          = "iso-8601"
	ruleNumeric      = "numeric-date"
	ruleMonthDay     = "month-day"
	ruleDayMonth     = "day-month"
	ruleDayRange     = "day-range"
	ruleDayList      = "day-list"
	ruleDayOnly      = "day-of-month"
	ruleMonth        = "month"
	ruleYear         = "year"
	ruleShortYear    = "short-year"
	ruleYearRange    = "year-range"
	ruleEra          = "era-year"
	ruleWeekday      = "weekday"
	ruleWeekdays     = "weekdays"
	ruleDecade       = "decade"
	ruleCentury      = "century"
	ruleSeason       = "season"
	ruleQuarter      = "quarter"
	ruleHalf         = "half-year"
	ruleFiscal       = "fiscal-year"
	ruleHoliday      = "holiday"
	ruleNamedDay     = "named-day"
	ruleRelative     = "relative"
	ruleAnaphoric    = "anaphoric"
	ruleDeictic      = "deictic"
	ruleAgo          = "ago"
	ruleLater        = "later-earlier"
	ruleDuration     = "duration"
	rulePastDuration = "past-next-duration"
	ruleSet          = "set"
	ruleFrequency    = "frequency"
	ruleClock        = "clock"
	rulePart         = "part-of-day"
	ruleReference    = "reference"
	ruleEdge         = "part-of-period"
	ruleYearEnd      = "year-end"
	rulePeriod       = "period"
)

const (
	firstYear = 1000 // of the years that are read without an era
	lastYear  = 2199
)

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

// year4 reads a year of four digits.
func (p *parser) year4(i int) (number, next int) {
	if p.is(i, isInteger) && p.atoms[i].digits == 4 {
		if n := int(p.atoms[i].number); firstYear <= n && n <= lastYear {
			return n, i + 1
		}
	}
	return 0, 0
}

// year2 reads a shortened year: "'45".
func (p *parser) year2(i int) (number, next int) {
	switch {
	case p.is(i, isInteger) && p.is(i, isApostrophe):
	case p.is(i, isApostrophe) && p.is(i+1, isInteger) && p.shaped(i+1, glued) && p.atoms[i+1].digits == 2 && p.atoms[i].class&isInteger == 0:
		i++
	default:
		return 0, 0
	}
	if number = int(p.atoms[i].number); number <= 40 {
		return 2000 + number, i + 1
	}
	return 1900 + number, i + 1
}

// spelledYear reads "nineteen ninety-six" and "two thousand four".
func (p *parser) spelledYear(i int) (number, next int) {
	if !p.is(i, isCardinal) {
		return 0, 0
	}
	first := int(p.atoms[i].number)
	if first == 2 && p.is(i+1, isCardinal) && p.atoms[i+1].number == 1000 {
		rest, after := p.underHundred(i + 2)
		if after == 0 && p.is(i+2, isAnd) {
			rest, after = p.underHundred(i + 3)
		}
		if after == 0 {
			return 2000, i + 2
		}
		return 2000 + rest, after
	}
	if first < 10 || first > 20 {
		return 0, 0
	}
	rest, after := p.underHundred(i + 1)
	if after == 0 || rest < 10 || p.is(after, isUnit|isDash|isCardinal) {
		return 0, 0
	}
	return first*100 + rest, after
}

// underHundred reads a number word below a hundred.
func (p *parser) underHundred(i int) (number, next int) {
	if !p.is(i, isCardinal) || p.atoms[i].number >= 100 {
		return 0, 0
	}
	number, next = int(p.atoms[i].number), i+1
	if number >= 20 {
		after := next
		if p.is(after, isDash) {
			after++
		}
		if p.is(after, isCardinal) && p.atoms[after].number < 10 {
			return number + int(p.atoms[after].number), after + 1
		}
	}
	return number, next
}

// era reads "BC" or "AD" after a year and returns the year's sign.
func (p *parser) era(i int) (sign, next int) {
	if !p.is(i, isEra) || !p.shaped(i, upper) {
		return 0, 0
	}
	if p.which(i) == 1 {
		return -1, i + 1
	}
	return 1, i + 1
}

// yearTail reads the year that belongs to a month, day, season, quarter or
// holiday before it, if there is one, into m: ", 2023", "of 2023", "'23",
// "of last year". It returns the index after it, or i.
func (p *parser) yearTail(i int, m *match) int {
	j := i
	if p.is(j, isComma) || p.is(j, isDash) && p.shaped(j, glued) {
		j++
	}
	if n, next := p.year4(j); next > 0 && !p.yearCounts(next, n, j > i) {
		m.at.year, m.stated = n, true
		if sign, after := p.era(next); after > 0 {
			m.at.year, next = sign*n, after
		}
		return next
	}
	if p.is(j, isOf) {
		j++
	} else if p.is(j, isIn) && p.text(j, "in") && j == i && m.at.grain < dayGrain {
		j++
	}
	if p.is(j, isThe) && p.text(j+1, "year") {
		if n, next := p.year4(j + 2); next > 0 {
			m.at.year, m.stated = n, true
			return next
		}
	}
	if n, next := p.year4(j); next > 0 && j > i {
		m.at.year, m.stated = n, true
		if sign, after := p.era(next); after > 0 {
			m.at.year, next = sign*n, after
		}
		return next
	}
	if n, next := p.year2(j); next > 0 {
		m.at.year, m.stated = n, true
		return next
	}
	if n, next := p.spelledYear(j); next > 0 && (j > i || m.at.grain >= monthGrain) {
		m.at.year, m.stated = n, true
		return next
	}
	if p.is(j, isInteger) && p.atoms[j].digits <= 4 {
		if sign, after := p.era(j + 1); after > 0 && p.atoms[j].number > 0 {
			m.at.year, m.stated = sign*int(p.atoms[j].number), true
			return after
		}
	}
	if relative, next := p.relativeUnit(j); next > 0 && relative.unit == year && relative.kind == aDate {
		m.base, m.unit, m.steps = relative.base, year, relative.steps
		return next
	}
	return i
}

// yearCounts reports whether the number before atom i, which could be the
// year of a date, is the count of something: "On March 5, 2000 troops".
func (p *parser) yearCounts(i, number int, comma bool) bool {
	if p.is(i, isUnit|isMeasure|isCardinal) && !p.is(i, isPlural) && p.is(i, isUnit) {
		return false // "May 2000 quarter"
	}
	return p.is(i, isMeasure) || p.is(i, isCardinal) && p.atoms[i].number >= 100 || number%100 == 0 && p.countsNext(i) && comma
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
	if !p.is(i, isWeekday) || p.is(i, isPlural) || !p.shaped(i, upper) && p.is(i, isAbbreviation) {
		return 0, 0
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
	case "Times", "Telegraph", "Mirror", "Herald", "Post", "Express", "Mail", "Star", "Night", "Tribune", "World", "School", "Independent", "People":
		return true
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
			return after > 0 || p.is(j, isOrdinal) && p.atoms[j].digits > 0
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
	if p.is(j, isDash|isTo|isAnd|isOr|isComma|isSlash) {
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
	return year > 0 || p.is(i, isOrdinal) && p.atoms[i].digits > 0 || p.which(k-1) != 3 && p.which(k-1) != 5 && !p.is(k-1, isAbbreviation)
}

// twoDigitTail is yearTail, and the bare two digits of "27-Jul-23" as well.
func (p *parser) twoDigitTail(i int, m *match) int {
	if p.is(i, isDash) && p.shaped(i, glued) && p.is(i+1, isInteger) && p.shaped(i+1, glued) && p.atoms[i+1].digits == 2 && p.is(i-2, isDash) {
		m.at.year, m.stated = century2(int(p.atoms[i+1].number)), true
		return i + 2
	}
	next := p.yearTail(i, m)
	if m.through.grain != noGrain {
		m.through.year = m.at.year
	}
	return next
}

// century2 reads a year of two digits, this century's up to 40.
func century2(n int) int {
	if n <= 40 {
		return 2000 + n
	}
	return 1900 + n
}

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
	if third && p.is(i+5, isDash|isSlash) && p.shaped(i+5, glued) && p.is(i+6, isInteger) {
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

// dayOnly reads "the 29th", whose month was told before.
func (p *parser) dayOnly(i int) (m match, next int) {
	if !p.is(i, isThe) || !p.is(i+1, isOrdinal) || p.atoms[i+1].digits == 0 || p.atoms[i+1].number > 31 || p.atoms[i+1].number < 1 {
		return m, 0
	}
	if !p.is(i-1, isOn|isIn|isTo|isWeekday|isComma|isEarlier|isLater) || p.is(i+2, isUnit|isDash|isAnd|isOr|isMonth) || p.plainWord(i+2) && !p.startsClause(i+2) || p.is(i+2, isOf) && !p.text(i+3, "that") {
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
	licensed := p.is(i-1, isIn|isTo|isOf|isEdge|isLast|isNext|isThis|isEvery|isBefore|isAfter|isEarlier|isLater|isThe|isSame|isPart) && !p.is(i-1, isApostrophe)
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
