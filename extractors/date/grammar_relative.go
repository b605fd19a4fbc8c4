package date

// Expressions that hang on another date: the document's ("last year") or the
// one told before ("the following day").

// pointer is a determiner that points from one time to another.
type pointer struct {
	base  base
	steps int
	next  int
	plain bool // this, last, next: may stand before a weekday without article
}

// pointerAt reads "this", "last", "the next", "the same", "that", "the
// current", "this past".
func (p *parser) pointerAt(i int) (ptr pointer) {
	j := p.skipThe(i)
	article := j > i
	switch {
	case p.is(j, isThis) && !article:
		ptr = pointer{onDocument, 0, j + 1, true}
		switch {
		case p.is(j+1, isLast) && (p.which(j+1) == past || p.which(j+1) == anyLast):
			ptr.steps, ptr.next = -1, j+2
		case p.is(j+1, isLast) && p.which(j+1) == current, p.is(j+1, isSame):
			ptr.next = j + 2
		case p.is(j+1, isNext):
			ptr.steps, ptr.next = 1, j+2
		}
	case p.is(j, isThat) && !article:
		ptr = pointer{onContext, 0, j + 1, false}
		if p.is(j+1, isSame) {
			ptr.next++
		}
	case p.is(j, isSame) && article && !p.text(j, "very"):
		ptr = pointer{onContext, 0, j + 1, false}
	case p.is(j, isLast) && p.which(j) == anyLast:
		ptr = pointer{onDocument, -1, j + 1, !article}
	case p.is(j, isLast) && p.which(j) == past:
		ptr = pointer{onDocument, -1, j + 1, false}
	case p.is(j, isLast) && p.which(j) == current && article:
		ptr = pointer{onDocument, 0, j + 1, false}
	case p.is(j, isLast) && p.which(j) == latest && article:
		ptr = pointer{onDocument, -1, j + 1, false}
	case p.is(j, isNext) && p.which(j) == anyNext && article:
		ptr = pointer{onContext, 1, j + 1, true}
	case p.is(j, isNext):
		ptr = pointer{onDocument, 1, j + 1, true}
	case p.is(j, isBefore) && (article || p.is(i-1, isPossessive)):
		ptr = pointer{onContext, -1, j + 1, false}
	case p.is(j, isAfter) && article:
		ptr = pointer{onContext, 1, j + 1, false}
	}
	return ptr
}

// relativeUnit reads a pointer and a unit: "last year", "the following day",
// "that month". The year of "the past year" is a duration, not a date.
func (p *parser) relativeUnit(i int) (m match, next int) {
	ptr := p.pointerAt(i)
	if ptr.next == 0 {
		return m, 0
	}
	j := ptr.next
	company := false
	if p.is(j, isFiscal) && p.is(j+1, isUnit) || p.text(j, "calendar") || p.text(j, "full") && p.is(j+1, isUnit) {
		company = p.is(j, isFiscal)
		j++
	}
	if !p.is(j, isUnit) || p.is(j, isPlural) || p.is(j, isDash) {
		return m, 0
	}
	u := p.atoms[j].unit
	if u < dayUnit || p.is(j+1, isDash) && p.shaped(j+1, glued) && !p.is(j+2, isEdge) && u != week {
		return m, 0
	}
	pointing := &p.atoms[ptr.next-1]
	article := p.is(i, isThe)
	switch {
	case u == dayUnit && pointing.class&isNext != 0 && !article && p.text(ptr.next-1, "next") && !p.is(i-1, isA|isEvery) && !(p.plainWord(j+1) && p.tag(j+1) != "" && p.tag(j + 1)[0] == 'N'):
		ptr.base = onContext // "Next day they left."
	case u == dayUnit && ptr.base == onDocument && (ptr.steps < 0 || pointing.class&(isThis|isNext) != 0):
		return m, 0 // "the last day", "this day", "next day": a day of something else
	case pointing.class&isLast != 0 && (pointing.which == past || pointing.which == anyLast && article) && ptr.steps < 0 && p.is(j+1, isOf):
		return m, 0 // "the last week of August"
	}
	m = dateMatch(ruleRelative, unitGrains[u])
	m.base, m.unit, m.steps = ptr.base, u, ptr.steps
	if ptr.base == onContext {
		m.rule = ruleAnaphoric
	}
	m.at.fiscal = company
	if p.is(j+1, isOr) && p.text(j+2, "so") {
		j += 2
	}
	if pointing.class&isLast != 0 && pointing.which == past && !p.is(i, isThis) || pointing.class&isLast != 0 && pointing.which == anyLast && article && u != quarter && u != weekend && !company {
		m.kind, m.rule, m.amount = aDuration, rulePastDuration, 1
		m.at.grain = noGrain
		m.steps = -1
	}
	return m, j + 1
}

// relative reads what a pointer can stand before: a unit, a month, a weekday,
// a season, a part of the day, a holiday.
func (p *parser) relative(i int) (m match, next int) {
	if p.is(i, isThe|isThis|isThat|isLast|isNext|isBefore|isAfter) {
		if m, next = p.relativeUnit(i); next > 0 {
			return p.withinUnit(m, next)
		}
		if m, next = p.pointedName(i); next > 0 {
			return m, next
		}
		if m, next = p.dayBeside(i); next > 0 {
			return m, next
		}
		if m, next = p.thatPeriod(i); next > 0 {
			return m, next
		}
		if m, next = p.hereAlone(i); next > 0 {
			return m, next
		}
	}
	if p.is(i, isDeictic) {
		return p.deictic(i)
	}
	return m, 0
}

// withinUnit reads the narrower time inside a relative unit: "this year's
// third quarter".
func (p *parser) withinUnit(m match, i int) (match, int) {
	if m.unit == year && p.is(i, isPossessive) {
		if q, next := p.quarterOrHalf(i + 1); next > 0 && !q.stated && q.base == onNothing {
			q.base, q.unit, q.steps = m.base, m.unit, m.steps
			return q, next
		}
	}
	return m, i
}

// pointedName reads "last July", "this Friday", "the previous April", "that
// morning", "next summer", "last night", "last Christmas".
func (p *parser) pointedName(i int) (m match, next int) {
	ptr := p.pointerAt(i)
	j := ptr.next
	if j == 0 || j >= len(p.atoms) {
		return m, 0
	}
	a, pointing := &p.atoms[j], &p.atoms[j-1]
	if pointing.class&isThe != 0 || pointing.class&isLast != 0 && (pointing.which == latest || pointing.which == current) {
		return m, 0
	}
	seek := seekDocument
	if ptr.base == onContext {
		seek = seekContext
	}
	switch {
	case a.class&isPart != 0 && a.class&isPlural == 0:
		if pointing.class&isThis == 0 && ptr.base != onContext && (pointing.class&isLast == 0 || a.which != night) {
			return m, 0
		}
		m = dateMatch(rulePart, partGrain)
		m.kind, m.at.part = aTime, int(a.which)
		m.base, m.unit, m.steps = ptr.base, dayUnit, ptr.steps
		return m, j + 1
	case a.class&isMonth != 0 && a.shape&upper != 0 && (a.class&isAbbreviation == 0 || p.word(j)[a.end-a.start-1] == '.'):
		m, next = p.pointedMonth(j, seek, ptr.steps)
	case a.class&isWeekday != 0 && a.class&isPlural == 0 && a.shape&upper != 0:
		m, next = p.pointedWeekday(j, seek, ptr.steps)
	case a.class&isSeason != 0 && a.class&isPlural == 0:
		m, next = dateMatch(ruleRelative, seasonGrain), j+1
		m.at.number = int(a.which)
		m.base, m.steps = seek, ptr.steps
	case a.class&isHoliday != 0:
		if m, next = p.holiday(j); m.stated || m.base != onNothing {
			return m, 0
		}
		m.base, m.steps = seek, ptr.steps
	case a.class&(isOrdinal|isFiscal) != 0:
		if m, next = p.quarterOrHalf(j); m.stated || m.base != onNothing || m.rule != ruleQuarter {
			return m, 0
		}
		m.base, m.steps = seek, ptr.steps
	}
	return m, next
}

// pointedMonth reads the month of "last July" and "last July 4".
func (p *parser) pointedMonth(j int, seek base, steps int) (m match, next int) {
	m = dateMatch(ruleRelative, monthGrain)
	m.at.month = p.which(j)
	m.base, m.steps = seek, steps
	if day, k := p.dayOfMonth(j + 1); k > 0 {
		m.at.grain, m.at.day = dayGrain, day
		return m, p.yearTail(k, &m)
	}
	if k := p.yearTail(j+1, &m); m.stated {
		return m, k
	}
	return m, j + 1
}

// pointedWeekday reads the weekday of "last Friday" and "last Friday, 3 May".
func (p *parser) pointedWeekday(j int, seek base, steps int) (m match, next int) {
	k := j + 1
	if p.is(k, isComma) {
		k++
	}
	if m, next = p.dayDate(k); next > 0 {
		m.weekday = p.which(j)
		if !m.stated && m.base == onNothing && m.order == orderFixed {
			m.base, m.steps = seek, steps
		}
		return m, next
	}
	m = dateMatch(ruleRelative, dayGrain)
	m.at.weekday = p.which(j)
	m.base, m.steps = seek, steps
	return m, j + 1
}

// thatPeriod reads "during this period", "in the same period": the period
// that was told last. "That time" and "the time" say too little for a date.
func (p *parser) thatPeriod(i int) (m match, next int) {
	j := i + 1
	if p.is(i, isThe) && p.is(j, isSame) {
		j++
	} else if !p.is(i, isThis|isThat) {
		return m, 0
	}
	if !p.text(j, "period") || !p.is(i-1, isIn) || p.is(j+1, isOf|isDash) {
		return m, 0
	}
	m = dateMatch(ruleThatPeriod, noGrain)
	m.base = onContext
	return m, j + 1
}

// dayBeside reads "the day before", "the week after", "the day before
// yesterday" and "the day after tomorrow".
func (p *parser) dayBeside(i int) (m match, next int) {
	if !p.is(i, isThe) || !(p.is(i+1, isUnit) || p.is(i+1, isPart)) || p.is(i+1, isPlural) || !p.is(i+2, isEarlier|isLater|isAfter) {
		return m, 0
	}
	steps := 1
	if p.is(i+2, isEarlier) {
		steps = -1
	}
	if p.is(i+1, isUnit) && p.atoms[i+1].unit >= week && p.text(i+2, "after") && p.text(p.skipThe(i+3), "next") && !p.is(p.skipThe(i+3)+1, isUnit|isMonth|isWeekday) {
		m = dateMatch(ruleRelative, unitGrains[p.atoms[i+1].unit])
		m.base, m.unit, m.steps = onDocument, p.atoms[i+1].unit, 2
		return m, p.skipThe(i+3) + 1
	}
	if p.is(i+3, isDeictic) && p.is(i+1, isUnit) && p.atoms[i+1].unit == dayUnit {
		if d, _ := p.deictic(i + 3); d.kind == aDate && d.unit == dayUnit && d.base == onDocument {
			d.steps += steps
			return d, i + 4
		}
	}
	m = dateMatch(ruleAnaphoric, dayGrain)
	if p.is(i+1, isUnit) && p.atoms[i+1].unit < dayUnit {
		return m, 0
	}
	if p.opensPhrase(i + 3) { // "the day before the vote": no day that we know
		m.base, m.value = ready, "XXXX-XX-XX"
		switch {
		case p.is(i+2, isAfter) || p.is(i+1, isUnit) && p.atoms[i+1].unit != dayUnit:
			return m, 0
		case p.is(i+1, isPart):
			m.kind, m.value = aTime, "XXXX-XX-XXT"+partCodes[p.which(i+1)]
		}
		return m, i + 3
	}
	m.base, m.unit, m.steps = onContext, dayUnit, steps
	if p.is(i+1, isPart) {
		m.kind, m.at.grain, m.at.part = aTime, partGrain, p.which(i+1)
		if p.is(i+1, isPart) && p.which(i+1) == night {
			m.steps = steps
		}
	} else {
		m.unit = p.atoms[i+1].unit
		m.at.grain = unitGrains[m.unit]
	}
	return m, i + 3
}

// opensPhrase reports whether a noun phrase or clause begins at atom i, so
// that "after" or "before" in front of it is no adverb.
func (p *parser) opensPhrase(i int) bool {
	if i >= len(p.atoms) {
		return false
	}
	if p.atoms[i].class&(isComma|isPeriod|isColon|isAnd|isOr|isDash|isIn|isOn|isAt|isTense|isTo) != 0 {
		return false
	}
	if !isLetter(p.doc.Text[p.atoms[i].start]) && !isDigit(p.doc.Text[p.atoms[i].start]) && p.doc.Text[p.atoms[i].start] < 0x80 {
		return p.word(i) == "$"
	}
	if tag := p.tag(i); tag != "" {
		switch tag {
		case "VBD", "VBZ", "VBP", "MD", "IN", "CC", "RB", "WP", "WRB", "TO":
			return p.text(i, "that")
		}
	}
	switch p.word(i) {
	case "when", "as", "with", "but", "while", "because", "where", "who", "which", "said", "also":
		return false
	}
	return true
}

// deictic reads "today", "yesterday", "tomorrow", "tonight", "overnight".
func (p *parser) deictic(i int) (m match, next int) {
	m = dateMatch(ruleDeictic, dayGrain)
	m.base, m.unit = onDocument, dayUnit
	if p.shaped(i, upper) && !p.shaped(i, opener) && p.isName(i+1) && !p.shaped(i, caps) {
		return m, 0 // the Tomorrow Group
	}
	switch p.which(i) {
	case yesterday:
		m.steps = -1
	case tomorrow:
		m.steps = 1
	case tonight:
		m.kind, m.at.grain, m.at.part = aTime, partGrain, night
	case overnight:
		if p.is(i+1, isDash) || p.plainWord(i+1) && p.tag(i) == "JJ" {
			return m, 0
		}
		m.kind, m.at.grain, m.at.part = aTime, partGrain, night
	case today:
		if p.isName(i-1) && p.shaped(i, upper) && !p.shaped(i, opener) || p.shaped(i, caps) {
			return m, 0 // USA Today
		}
	}
	return m, i + 1
}

// herePeriod reads "the year", "the month": the one that is being told of.
// It is a date only where something narrows it, as "the end of the year" does.
func (p *parser) herePeriod(i int) (m match, next int) {
	if !p.is(i, isThe) {
		return m, 0
	}
	j := i + 1
	if p.text(j, "calendar") {
		j++
	}
	company := false
	if p.is(j, isFiscal) {
		company = true
		j++
	}
	if !p.is(j, isUnit) || p.is(j, isPlural) || p.atoms[j].unit < dayUnit || p.is(j+1, isOf|isDash) {
		return m, 0
	}
	m = dateMatch(ruleEdge, unitGrains[p.atoms[j].unit])
	m.base, m.unit = onHere, p.atoms[j].unit
	m.at.fiscal = company
	return m, j + 1
}

// hereAlone reads "the year" of "during the year" and "the quarter" of "for
// the quarter": the one that a report is about.
func (p *parser) hereAlone(i int) (m match, next int) {
	if !p.text(i-1, "during") && !p.text(i-1, "for") {
		return m, 0
	}
	if m, next = p.herePeriod(i); next == 0 || m.unit != year && m.unit != quarter && m.unit != month && m.unit != week {
		return m, 0
	}
	if p.shaped(next-1, upper) || p.plainWord(next) && !p.startsClause(next) || p.is(next, isUnit|isEdge|isBefore|isAfter|isLater|isEarlier|isOrdinal|isInteger|isPossessive) {
		return m, 0
	}
	m.rule = ruleRelative
	return m, next
}

// period reads what can have a beginning and an end: a month, year, decade,
// century, season, quarter or week.
func (p *parser) period(i int) (m match, next int) {
	for _, rule := range [...]func(*parser, int) (match, int){
		(*parser).relative, (*parser).calendar, (*parser).single, (*parser).theSeason,
	} {
		if other, end := rule(p, i); end > next && other.kind == aDate && other.base != ready && other.rule != ruleDayOnly {
			m, next = other, end
		}
	}
	if next == 0 {
		m, next = p.herePeriod(i)
	}
	if next == 0 && p.is(i, isThe) { // "the end of the 2020 season" has none
		if n, k := p.year4(i + 1); k > 0 && p.is(k, isUnit) && p.atoms[k].unit == year {
			m = dateMatch(ruleYear, yearGrain)
			m.at.year, m.stated = n, true
			return m, k + 1
		}
	}
	return m, next
}

// theSeason reads "the summer" where something narrows it.
func (p *parser) theSeason(i int) (m match, next int) {
	j := p.skipThe(i)
	if !p.is(j, isSeason) || p.is(j, isPlural) || p.plainWord(j+1) && !p.startsClause(j+1) || p.is(j+1, isOf|isDash) {
		return m, 0
	}
	m = dateMatch(ruleSeason, seasonGrain)
	m.at.number = p.which(j)
	return m, j + 1
}

var edgeMods = [...]string{early: "START", earlier: "START", late: "END", later: "END", mid: "MID"}

// edged reads "early March", "the late 1990s", "mid-2020", "earlier this
// year", "late on Friday", "earlier in March".
func (p *parser) edged(i int) (m match, next int) {
	j := p.skipThe(i)
	if !p.is(j, isEdge) {
		return m, 0
	}
	if p.is(i-1, isUnit) && p.which(j) != mid {
		return m, 0 // "a year earlier"
	}
	mod := edgeMods[p.which(j)]
	j++
	if p.is(j, isDash) && p.shaped(j, glued) {
		j++
	}
	if p.text(j, "to") && (p.is(j+1, isDash) && p.is(j+2, isEdge) || p.is(j+1, isEdge)) { // "mid-to-late 2020"
		j++
		for p.is(j, isDash|isEdge) {
			j++
		}
	}
	if p.is(j, isEdge) { // "mid to late"
		return m, 0
	}
	k := j
	if p.text(j, "in") || p.is(j, isOn) {
		k++
	} else if p.is(i, isThe) && p.is(j, isThe) {
		return m, 0
	}
	if p.is(k, isPart) && k == j || p.is(k, isThe) && p.is(k+1, isPart) && k > j {
		return p.edgedPart(i, k, mod)
	}
	m, next = p.period(k)
	if next == 0 {
		if m, next = p.relative(k); m.kind == aTime && next > 0 {
			m.mod = mod
			return m, next
		}
		return m, 0
	}
	if m.kind != aDate || m.mod != "" {
		return m, 0
	}
	if k > j && m.at.grain >= dayGrain && !p.is(j, isOn) || k == j && m.base == onHere {
		return m, 0
	}
	if k == j && p.is(k, isThe) && m.base == onNothing && m.rule != ruleDecade {
		return m, 0
	}
	m.mod = mod
	if m.at.grain == dayGrain {
		if part, after := p.trailingPart(next, &m); after > 0 {
			return part, after
		}
	}
	if !m.stated && m.rule == ruleMonth {
		m.rule = ruleEdge
	}
	return m, next
}

// edgedPart reads "early morning" with the day beside it.
func (p *parser) edgedPart(i, k int, mod string) (m match, next int) {
	m, next = p.partOfDay(k)
	if next == 0 {
		return m, 0
	}
	m.mod = mod
	return m, next
}

// bounded reads "the end of 2023", "the beginning of this week", "the first
// half of the 1990s", "the turn of the century", "end-March".
func (p *parser) bounded(i int) (m match, next int) {
	j := p.skipThe(i)
	if p.text(j, "very") {
		j++
	}
	mod := ""
	switch {
	case p.is(j, isEnd):
		mod = [...]string{"", "START", "MID", "END"}[p.which(j)]
		j++
	case (p.is(j, isEdge) || p.text(j, "latter") || p.text(j, "first") || p.text(j, "better")) && (p.text(j+1, "part") || p.text(j+1, "days") || p.text(j+1, "weeks") || p.text(j+1, "months") || p.text(j+1, "years")):
		mod = "START"
		if p.is(j, isEdge) {
			mod = edgeMods[p.which(j)]
		} else if p.text(j, "latter") {
			mod = "END"
		}
		j += 2
	case (p.is(j, isOrdinal) && p.atoms[j].number < 6 || p.is(j, isLast) && p.which(j) == anyLast) && p.is(j+1, isUnit) && !p.is(j+1, isPlural) && (p.atoms[j+1].unit == week || p.atoms[j+1].unit == dayUnit || p.atoms[j+1].unit == weekend):
		return p.countedUnit(j)
	default:
		return m, 0
	}
	if p.is(j, isDash) && p.shaped(j, glued) {
		j++
	} else if p.is(j, isOf) {
		j++
	} else {
		return m, 0
	}
	turn := p.text(j-2, "turn")
	m, next = p.period(j)
	if next == 0 || m.kind != aDate || m.at.grain >= dayGrain && m.base != onHere {
		return m, 0
	}
	if turn {
		m.mod = "START"
		if m.base == onHere && m.unit == century {
			m.rule = ruleTurn
		}
	}
	if m.mod == "" {
		m.mod = mod
	}
	return m, next
}

// countedUnit reads "the first week of May", "the last day of 2020".
func (p *parser) countedUnit(i int) (m match, next int) {
	if !p.is(i+2, isOf) {
		return m, 0
	}
	m, next = p.period(i + 3)
	if next == 0 || m.kind != aDate || m.at.grain != monthGrain && m.at.grain != yearGrain || m.mod != "" {
		return m, 0
	}
	n := -1
	if p.is(i, isOrdinal) {
		n = int(p.atoms[i].number)
	}
	m.rule = ruleEdge
	m.unitOf, m.nth = p.atoms[i+1].unit, n
	return m, next
}
