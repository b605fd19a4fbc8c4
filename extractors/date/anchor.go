package date

// Dates that lie a number of units from another: "last year", "two days
// later".

// anchor completes the fields of a match and says from where.
func (s *resolver) anchor(m *match) (referent, string) {
	if m.rule == ruleThatPeriod {
		if !s.hasLast {
			return blank(yearGrain), basisUnresolved
		}
		return s.last, basisContext
	}
	switch m.base {
	case onDocument, onContext, onHere:
		return s.shifted(m)
	case seekDocument, seekContext:
		return s.sought(m)
	}
	switch {
	case m.stated:
		return s.onYear(m, m.at.year), basisExplicit
	case m.at.weekday > 0 && m.at.month == 0 && m.at.day == 0:
		return s.weekday(m)
	}
	return s.fitted(m)
}

// onYear is the match's referent in a year.
func (s *resolver) onYear(m *match, y int) referent {
	r := m.at
	if m.holiday != nil && y > 0 {
		h := dayReferent(m.holiday.on(y))
		h.grain = r.grain
		return h
	}
	r.year = y
	r.weekday = 0
	return r
}

// base returns the day that a match counts from, and how it is known.
func (s *resolver) baseDay(m *match) (d day, basis string, ok bool) {
	if m.base == onHere && s.home > 0 && !s.narrative {
		return dayOf(s.home, 7, 1), basisContext, true
	}
	context := m.base == onContext || m.base == seekContext
	switch {
	case m.base == onHere:
		context = s.narrative && s.tense(m) <= 0 || !s.dated
	case m.base == onDocument && s.narrative && m.steps == 0 && !m.offset && m.unit > dayUnit:
		context = true
	}
	if !context {
		return s.published, basisDocument, s.dated
	}
	fine := m.unit == dayUnit || m.unit == week || m.unit == fortnight || m.unit == weekend || m.base == seekContext && m.at.weekday > 0
	switch {
	case fine && s.hasDay:
		return s.lastDay, basisContext, true
	case fine:
	case s.hasLast && s.last.year > 0 && (s.last.month > 0 || s.last.grain == seasonGrain || s.last.grain == quarterGrain || s.last.grain == weekGrain || m.unit != month || m.base == seekContext):
		return s.last.middleDay(), basisContext, true
	}
	if s.dated && !s.narrative && (m.offset && (m.steps < 0 || m.unit < dayUnit || s.tense(m) > 0) || m.base == onHere) {
		return s.published, basisDocument, true
	}
	return 0, basisUnresolved, false
}

// shifted resolves what lies a number of units from a base: "last year",
// "three days later".
func (s *resolver) shifted(m *match) (referent, string) {
	if m.base == onContext && m.unit == year && s.hasLast && s.last.year < 0 {
		return s.shiftedBeforeChrist(m)
	}
	d, basis, ok := s.baseDay(m)
	if m.rule == ruleClock {
		d, basis, ok = s.clockDay(m)
	}
	if !ok {
		return s.unshifted(m), basisUnresolved
	}
	if m.rule == ruleDayOnly {
		return s.dayOnly(m, d, basis)
	}
	amount, u := m.distance()
	g := unitGrains[u]
	switch {
	case g == decadeGrain && !m.offset: // the last decade: the one before this
		y, _, _ := d.date()
		r := blank(decadeGrain)
		r.year = max(y-floorMod(y, 10)+10*int(amount), 0)
		return s.within(m, r), basis
	case m.offset && m.at.grain == dayGrain: // "two years ago today"
		g = dayGrain
	default:
		d = monthStart(d, u)
	}
	if d, ok = moveBy(d, u, amount); !ok || g == noGrain {
		return s.unshifted(m), basisUnresolved
	}
	r := s.referentAt(m, d, g)
	r.fiscal = m.at.fiscal && g == yearGrain
	return s.within(m, r), basis
}

// shiftedBeforeChrist is shifted for years of an era that the calendar of days
// does not reach.
func (s *resolver) shiftedBeforeChrist(m *match) (referent, string) {
	amount, _ := m.distance()
	r := blank(yearGrain)
	if r.year = s.last.year + int(amount); r.year >= 0 {
		return s.unshifted(m), basisUnresolved
	}
	return s.within(m, r), basisContext
}

// distance is how far a match lies from its base. Parts of a unit are counted
// in a smaller one, and less than a day does not leave the day.
func (m *match) distance() (amount float64, u unit) {
	amount, u = float64(m.steps), m.unit
	if !m.offset {
		return amount, u
	}
	amount *= m.amount
	switch whole := amount == float64(int(amount)); {
	case u < dayUnit:
		return 0, dayUnit
	case whole || u == dayUnit:
		return amount, u
	case u == year || u == decade || u == century: // a year and a half ago
		return amount * daysAbout(u) / 365 * 12, month
	}
	return amount * daysAbout(u), dayUnit
}

// referentAt is the stretch of the calendar of a grain that holds a day.
func (s *resolver) referentAt(m *match, d day, g grain) referent {
	y, mo, _ := d.date()
	r := blank(g)
	r.year = y
	switch g {
	case dayGrain:
		return dayReferent(d)
	case weekGrain, weekendGrain:
		if g == weekendGrain && d.weekday() <= 3 && m.steps == 0 && m.base == onDocument && s.tense(m) <= 0 {
			d -= 7
		}
		return weekReferent(d, g)
	case monthGrain:
		r.month = mo
	case quarterGrain:
		r.number = (mo + 2) / 3
	}
	if m.rule == ruleTurn { // the nearest one
		r.year += 50
	}
	return r
}

// monthStart moves a day to the first of its month where months are counted,
// so that a month from the 31st is the next month.
func monthStart(d day, u unit) day {
	if u == month || u == quarter {
		y, mo, _ := d.date()
		return dayOf(y, mo, 1)
	}
	return d
}

// unshifted is the referent of a relative date without a base.
func (s *resolver) unshifted(m *match) referent {
	r := m.at
	r.year = unknownYear
	if r.grain == noGrain {
		r.grain = dayGrain
	}
	if m.holiday != nil && m.holiday.kind == fixedDay {
		r.month, r.day = m.holiday.month, m.holiday.day
	}
	return r
}

// within narrows a shifted referent to what the match names inside it: July
// of last year, the Friday of next week.
func (s *resolver) within(m *match, r referent) referent {
	at := m.at
	switch {
	case m.holiday != nil && r.grain == yearGrain:
		return s.onYear(m, r.year)
	case r.grain == yearGrain && (at.month > 0 || at.number > 0):
		at.year = r.year
		return at
	case r.grain == weekGrain && at.weekday > 0:
		return dayReferent(weekStart(r.year, r.number) + day(at.weekday-1))
	case r.grain == monthGrain && at.day > 0:
		r.grain, r.day = dayGrain, at.day
	}
	return r
}

// clockDay finds the day of a time that stands without one.
func (s *resolver) clockDay(m *match) (day, string, bool) {
	if s.hasDay && s.daySentence >= m.sentence-1 {
		return s.lastDay, basisContext, true
	}
	if s.dated && !s.narrative {
		return s.published, basisDocument, true
	}
	return 0, basisUnresolved, false
}

// dayOnly resolves "the 29th": in the month told last, or, in news, the
// nearest that the tense allows.
func (s *resolver) dayOnly(m *match, d day, basis string) (referent, string) {
	if basis == basisContext && s.last.month == 0 {
		return s.unshifted(m), basisUnresolved
	}
	y, mo, _ := d.date()
	if basis == basisContext {
		y, mo = s.last.year, s.last.month
	}
	r := m.at
	r.year, r.month, r.weekday = y, mo, 0
	return r, basis
}
