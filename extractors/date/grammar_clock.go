package date

// Times of day, and days with a time of day: "5 p.m. EST, Nov. 6", "Friday
// evening", "the morning of April 12".

// zoneOffsets are the zones of the vocabulary, in its order.
var zoneOffsets = [...]string{1: "Z", 2: "+01:00", 3: "+02:00", 4: "+03:00", 5: "+04:00", 6: "+05:30", 7: "+09:00", 8: "-05:00", 9: "-04:00", 10: "", 11: "-06:00", 12: "-05:00", 13: "", 14: "-07:00", 15: "-06:00", 16: "-08:00", 17: "-07:00", 18: ""}

// clock reads a time of day.
func (p *parser) clock(i int) (at referent, next int) {
	if at, next = p.spokenClock(i); next > 0 {
		return at, next
	}
	at = blank(clockGrain)
	switch {
	case p.is(i, isClockWord) && p.which(i) >= noon:
		at.hour = 12
		if p.which(i) == midnight {
			at.hour = 24
		}
		return at, i + 1
	case p.is(i, isDecimal) && p.atoms[i].digits <= 2 && p.atoms[i].number <= 12 && p.atoms[i].fraction < 60 && p.is(i+1, isMeridiem):
		at.hour, at.minute = int(p.atoms[i].number), int(p.atoms[i].fraction) // "8.30 p.m."
		return p.meridiem(at, i+1)
	case p.is(i, isCardinal) && p.atoms[i].number >= 1 && p.atoms[i].number <= 12:
		return p.clockInWords(i)
	case !p.is(i, isInteger) || p.atoms[i].class&isApostrophe != 0:
		return at, 0
	case p.atoms[i].digits > 2:
		return p.clockInOne(i)
	case p.atoms[i].number > 24:
		return at, 0
	case p.is(i+1, isColon) && p.shaped(i+1, glued) && p.minutes(i+2):
		return p.clockWithColon(i)
	}
	return p.fullHour(i)
}

// isOclock reports whether atom i is "o'clock".
func (p *parser) isOclock(i int) bool {
	return p.is(i, isClockWord) && p.which(i) == 0 && lower(p.word(i)[0]) == 'o'
}

// minutes reports whether atom i is two digits that count minutes or seconds,
// with nothing before it.
func (p *parser) minutes(i int) bool {
	return p.is(i, isInteger) && p.shaped(i, glued) && p.atoms[i].digits == 2 && p.atoms[i].number < 60
}

// clockInWords reads "seven o'clock", "five p.m.", "seven thirty p.m.".
func (p *parser) clockInWords(i int) (at referent, next int) {
	at = blank(clockGrain)
	at.hour = int(p.atoms[i].number)
	if p.isOclock(i + 1) {
		return p.meridiem(at, i+2)
	}
	if p.is(i+1, isMeridiem) && len(p.word(i+1)) > 2 {
		return p.meridiem(at, i+1)
	}
	if minutes, j := p.underHundred(i + 1); j > 0 && minutes >= 10 && minutes < 60 && p.is(j, isMeridiem) {
		at.minute = minutes
		return p.meridiem(at, j)
	}
	return at, 0
}

// clockInOne reads hours and minutes in one number: "1300 GMT", "0900 hours",
// "340pm".
func (p *parser) clockInOne(i int) (at referent, next int) {
	a := &p.atoms[i]
	at = blank(clockGrain)
	at.hour, at.minute = int(a.number)/100, int(a.number)%100
	switch {
	case a.digits > 4 || at.minute > 59 || at.hour > 24:
		return at, 0
	case p.is(i+1, isMeridiem):
		if at.hour < 1 || at.hour > 12 {
			return at, 0
		}
		return p.meridiem(at, i+1)
	case a.digits < 4:
		return at, 0
	case p.is(i+1, isZone) && p.shaped(i+1, caps), p.text(i+1, "z"), p.text(i+1, "local") && p.text(i+2, "time"):
		return p.zone(at, i+1)
	case (p.text(i+1, "hours") || p.text(i+1, "hrs") || p.text(i+1, "h")) && (p.word(i)[0] == '0' || p.is(i-1, isAt|isTo|isIn)):
		return at, i + 2
	}
	return at, 0
}

// clockWithColon reads "14:30", "2:30 p.m.", "12:34:20 GMT". Without what
// follows, something before it must speak for a time: scores and verses are
// written the same way.
func (p *parser) clockWithColon(i int) (at referent, next int) {
	at = blank(clockGrain)
	at.hour, at.minute = int(p.atoms[i].number), int(p.atoms[i+2].number)
	j := i + 3
	if p.is(j, isColon) && p.shaped(j, glued) && p.minutes(j+1) {
		at.seconds, at.toSeconds = int(p.atoms[j+1].number), true
		j += 2
	} else if p.is(j, isColon|isDecimal) && p.shaped(j, glued) {
		return at, 0
	}
	switch {
	case p.is(j, isMeridiem):
		return p.meridiem(at, j)
	case p.text(j, "hours"), p.text(j, "hrs"):
		return at, j + 1
	}
	if after, k := p.zone(at, j); k > j {
		return after, k
	}
	if !p.speaksForClock(i, j, at) || p.is(i-2, isLabel) || p.is(j, isMeasure) {
		return at, 0
	}
	return at, j
}

// speaksForClock reports whether what stands around the figures from atom i to
// atom j makes them a time of day.
func (p *parser) speaksForClock(i, j int, at referent) bool {
	switch {
	case at.toSeconds && !p.is(i-1, isColon|isDash|isSlash):
		return true
	case p.is(i-1, isAt|isIn|isTo|isApprox|isWeekday|isLater|isEarlier|isDeictic), p.is(j, isWeekday|isDeictic), p.is(j, isOn) && p.is(j+1, isWeekday|isMonth):
		return true
	case p.shaped(i, glued) && p.text(i-1, "t"): // of an ISO date
		return true
	}
	return p.is(i-1, isDash|isAnd) && p.is(i-2, isInteger|isMeridiem) || p.is(j, isDash) && p.is(j+1, isInteger) && p.is(j+2, isColon)
}

// fullHour reads "7 o'clock", "5pm", "8 in the morning".
func (p *parser) fullHour(i int) (at referent, next int) {
	at = blank(clockGrain)
	at.hour = int(p.atoms[i].number)
	j := i + 1
	switch {
	case p.isOclock(j):
		return p.meridiem(at, j+1)
	case at.hour < 1 || at.hour > 12:
		return at, 0
	case p.is(j, isMeridiem):
		if p.text(j, "am") && !p.shaped(j, glued|caps) && p.tag(j) == "VBP" {
			return at, 0
		}
		return p.meridiem(at, j)
	}
	if after := p.halfDay(j, &at); after > 0 {
		return at, after
	}
	return at, 0
}

// spokenClock reads "half past eight", "a quarter to 8", "ten past nine" and
// "20 minutes to six in the evening".
func (p *parser) spokenClock(i int) (at referent, next int) {
	minutes, j := 0, i
	if p.is(j, isA) {
		j++
	}
	switch {
	case p.is(j, isUnit) && p.atoms[j].unit == quarter && !p.is(j, isPlural):
		minutes, j = 15, j+1
	case p.is(j, isHalf):
		minutes, j = 30, j+1
	case p.is(j, isInteger) && p.atoms[j].digits <= 2:
		minutes, j = int(p.atoms[j].number), j+1
	case p.is(j, isCardinal):
		minutes, j = p.underHundred(j)
	default:
		return at, 0
	}
	if j == 0 || minutes < 1 || minutes > 59 {
		return at, 0
	}
	certain := p.is(j-1, isUnit)
	if p.is(j, isUnit) && p.atoms[j].unit == minute {
		certain, j = true, j+1
	}
	before := p.text(j, "to")
	if !p.text(j, "past") && !(before && certain) { // "ten to twelve" is a range
		return at, 0
	}
	j++
	if !p.is(j, isCardinal|isInteger) || p.atoms[j].number < 1 || p.atoms[j].number > 12 || p.is(j+1, isUnit|isMeasure|isDash|isCardinal|isColon) || p.countsNext(j+1) {
		return at, 0
	}
	at = blank(clockGrain)
	at.hour, at.minute = int(p.atoms[j].number), minutes
	if before {
		at.hour, at.minute = (at.hour+11)%12, 60-minutes
		if at.hour == 0 {
			at.hour = 12
		}
	}
	j++
	if p.isOclock(j) {
		j++
	}
	if after := p.halfDay(j, &at); after > 0 {
		return at, after
	}
	return p.meridiem(at, j)
}

// halfDay reads "in the morning" or "at night" after an hour, which says
// which half of the day it is in.
func (p *parser) halfDay(i int, at *referent) (next int) {
	j := i
	switch {
	case p.text(j, "in") && p.is(j+1, isThe):
		j += 2
	case p.is(j, isAt) && p.text(j+1, "night"):
		j++
	default:
		return 0
	}
	if !p.is(j, isPart) || p.is(j, isPlural) {
		return 0
	}
	late := at.hour < 12 && (p.which(j) == afternoon || p.which(j) == evening || p.which(j) == night && at.hour > 5)
	switch {
	case late:
		at.hour += 12
	case at.hour == 12 && p.which(j) >= evening:
		at.hour = 0
	}
	return j + 1
}

// meridiem reads "a.m." or "p.m." and what comes after it.
func (p *parser) meridiem(at referent, i int) (referent, int) {
	if after := p.halfDay(i, &at); after > 0 && at.hour <= 24 {
		return at, after
	}
	if p.is(i, isMeridiem) {
		pm := lower(p.word(i)[0]) == 'p'
		switch {
		case at.hour > 12 && !(pm && at.hour < 24):
			return at, 0
		case pm && at.hour < 12:
			at.hour += 12
		case !pm && at.hour == 12:
			at.hour = 0
		}
		i++
	}
	return p.zone(at, i)
}

// zone reads a time zone: "EST", "(GMT)", "local time", "Eastern time".
func (p *parser) zone(at referent, i int) (referent, int) {
	switch {
	case p.is(i, isZone) && p.shaped(i, caps):
		if p.is(i, isZone) && !p.is(i, isEra|isFiller) {
			at.zone = zoneOffsets[p.which(i)]
		}
		return at, i + 1
	case p.text(i, "local") && p.text(i+1, "time"), p.text(i, "eastern") && p.text(i+1, "time"), p.text(i, "pacific") && p.text(i+1, "time"), p.text(i, "central") && p.text(i+1, "time"), p.text(i, "moscow") && p.text(i+1, "time"):
		return at, i + 2
	case (p.text(i, "eastern") || p.text(i, "pacific") || p.text(i, "central")) && (p.text(i+1, "standard") || p.text(i+1, "daylight")) && p.text(i+2, "time"):
		return at, i + 3
	}
	return at, i
}

// dayish reads one day: of the calendar, or relative.
func (p *parser) dayish(i int) (m match, next int) {
	m, next = p.calendar(i)
	if other, end := p.relative(i); end > next {
		m, next = other, end
	}
	if next == 0 {
		if other, end := p.holidayAt(i); end > 0 {
			m, next = other, end
		}
	}
	if next == 0 || m.kind != aDate || m.at.grain != dayGrain || m.through.grain != noGrain {
		return m, 0
	}
	return m, next
}

// withTime lays a time of day over a day.
func withTime(m match, at referent) match {
	m.kind = aTime
	m.at.grain, m.at.part, m.at.hour, m.at.minute, m.at.seconds, m.at.toSeconds, m.at.zone = at.grain, at.part, at.hour, at.minute, at.seconds, at.toSeconds, at.zone
	return m
}

// dated reads a day with or without a time of day, and a time of day with or
// without a day.
func (p *parser) dated(i int) (m match, next int) {
	if p.is(i, isInteger|isDecimal|isCardinal|isClockWord|isHalf) || p.is(i, isUnit|isA) && p.opensClock(i) {
		if m, next = p.clockFirst(i); next > 0 {
			return m, next
		}
	}
	if p.is(i, isPart) || p.is(i, isThe) && p.is(i+1, isPart) {
		if m, next = p.partOfDay(i); next > 0 {
			return m, next
		}
	}
	m, next = p.calendar(i)
	if other, end := p.relative(i); end > next {
		m, next = other, end
	}
	if next == 0 || m.kind != aDate || m.at.grain != dayGrain || m.through.grain != noGrain {
		return m, next
	}
	if timed, after := p.trailingPart(next, &m); after > 0 {
		return timed, after
	}
	return p.trailingClock(next, m)
}

// opensClock reports whether "a quarter" or "quarter" stands before "past" or
// "to".
func (p *parser) opensClock(i int) bool {
	if p.is(i, isA) {
		i++
	}
	return p.is(i, isUnit) && p.atoms[i].unit == quarter && (p.text(i+1, "past") || p.text(i+1, "to"))
}

// trailingPart reads the part of the day after a day: "Friday evening".
func (p *parser) trailingPart(i int, m *match) (match, int) {
	j := i
	if p.is(j, isEdge) && p.is(j+1, isPart) {
		j++
	}
	if p.is(j, isPart) && !p.is(j, isPlural) && !p.namedNight(j) {
		if p.is(j+1, isOf|isComma) && m.at.month == 0 {
			if d, after := p.dayDate(j + 2); after > 0 && d.through.grain == noGrain {
				d.weekday = m.at.weekday
				return withTime(d, referent{grain: partGrain, part: p.which(j)}), after
			}
		}
		return withTime(*m, referent{grain: partGrain, part: p.which(j)}), j + 1
	}
	if p.is(j, isClockWord) && p.which(j) >= noon {
		at, after := p.clock(j)
		return withTime(*m, at), after
	}
	return *m, 0
}

// namedNight tells "Saturday Night Live" from a night.
func (p *parser) namedNight(i int) bool { return p.shaped(i, upper) && p.isName(i+1) }

// trailingClock reads the time after a day: "Friday at 5 p.m.".
func (p *parser) trailingClock(i int, m match) (match, int) {
	j := i
	if p.is(j, isComma) {
		j++
	}
	if p.is(j, isAt) {
		j++
		if p.is(j, isApprox) && p.which(j) == about {
			j++
		}
	}
	if at, after := p.clock(j); after > 0 && (j > i || p.is(after-1, isMeridiem|isZone) || p.atoms[j].digits <= 2) {
		return withTime(m, at), after
	}
	return m, i
}

// clockFirst reads a time, and the day after it: "10 p.m. Wednesday", "5 p.m.
// EST, Nov. 6", "noon on Saturday".
func (p *parser) clockFirst(i int) (m match, next int) {
	at, j := p.clock(i)
	if j == 0 {
		return m, 0
	}
	k := j
	if p.is(k, isComma) {
		k++
	}
	if p.is(k, isOn) {
		k++
	}
	if p.is(k, isThe) && p.is(k+1, isNext|isAfter|isSame) || !p.is(k, isThe) || p.is(k+1, isOrdinal) {
		if day, after := p.dayish(k); after > 0 {
			return withTime(day, at), after
		}
	}
	m = dateMatch(ruleClock, clockGrain)
	m.kind = aTime
	m.at = at
	m.base, m.unit = onContext, dayUnit
	return m, j
}

// atNight reads the "night" of "at night", which belongs to no day.
func (p *parser) atNight(i int) (m match, next int) {
	if !p.is(i, isPart) || p.which(i) != night || !p.is(i-1, isAt) || p.is(i+1, isOf|isDash) || p.shaped(i, upper) {
		return m, 0
	}
	return match{rule: ruleDaytime, kind: aTime, at: blank(noGrain), base: ready, value: "XXXX-XX-XXTNI"}, i + 1
}

// partOfDay reads "the morning of April 12", "the night before", "noon": a
// part of the day that its day makes a date.
func (p *parser) partOfDay(i int) (m match, next int) {
	j := p.skipThe(i)
	if !p.is(j, isPart) || p.is(j, isPlural) {
		return m, 0
	}
	k := j + 1
	if p.text(k, "hours") {
		k++
	}
	linked := p.is(k, isOf|isOn)
	if linked {
		k++
	}
	day, after := p.dayish(k)
	if after == 0 || !linked && !p.is(k, isWeekday|isDeictic|isMonth) {
		return p.atNight(i)
	}
	return withTime(day, referent{grain: partGrain, part: p.which(j)}), after
}
