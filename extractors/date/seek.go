package date

// Dates that are the last, the next or the nearest of their name: "last July",
// "on Tuesday", "March 29".

// sought resolves "last July", "this Friday", "the following March".
func (s *resolver) sought(m *match) (referent, string) {
	d, basis, ok := s.baseDay(m)
	if m.base == seekDocument && s.narrative && m.steps == 0 && s.hasLast && s.last.year > 0 {
		d, basis, ok = s.last.middleDay(), basisContext, true
	}
	if !ok {
		return s.unshifted(m), basisUnresolved
	}
	if m.at.weekday > 0 && m.at.month == 0 {
		return dayReferent(seekWeekday(d, m.at.weekday, m.steps, m.base == seekContext)), basis
	}
	y, _, _ := d.date()
	best, found := referent{}, false
	for _, candidate := range [...]int{y - 1, y, y + 1} {
		r := s.onYear(m, candidate)
		from, to, ok := r.bounds()
		if !ok {
			continue
		}
		switch {
		case m.steps < 0 && to < d, m.steps > 0 && from > d && !found:
			best, found = r, true
		case m.steps == 0 && (from <= d && d <= to || !found && candidate == y || m.base == seekContext && candidate == y):
			best, found = r, true
		}
	}
	if !found {
		return s.unshifted(m), basisUnresolved
	}
	return best, basis
}

// seekWeekday finds the last, this or next such weekday from a day.
func seekWeekday(d day, weekday, steps int, context bool) day {
	monday := d - day(d.weekday()-1)
	switch {
	case steps < 0:
		return d - 1 - day(floorMod(int(d-1)-int(monday)-(weekday-1), 7))
	case steps > 0 && context:
		return d + 1 + day(floorMod(weekday-(d+1).weekday(), 7))
	case steps > 0:
		return monday + 7 + day(weekday-1)
	case context:
		return d + day(floorMod(weekday-d.weekday()+3, 7)-3)
	}
	return monday + day(weekday-1)
}

// weekday resolves a weekday that stands by itself: in news by the document's
// date and the tense, else by a day told just before.
func (s *resolver) weekday(m *match) (referent, string) {
	near := s.hasDay && s.daySentence >= m.sentence-2
	if s.dated && !s.narrative && !(near && s.lastStated && abs(int(s.lastDay-s.published)) > 21 && s.daySentence >= m.sentence-1) {
		d := s.published
		if m.joined && s.hasDay {
			return dayReferent(s.lastDay + day(floorMod(m.at.weekday-s.lastDay.weekday(), 7))), basisDocument
		}
		if m.to > 0 && s.tense(m) <= 0 { // both lie in the past
			d -= day(floorMod(d.weekday()-m.to, 7))
		}
		if s.tense(m) > 0 {
			d += day(floorMod(m.at.weekday-d.weekday(), 7))
		} else {
			d -= day(floorMod(d.weekday()-m.at.weekday, 7))
		}
		return dayReferent(d), basisDocument
	}
	if near {
		return dayReferent(s.lastDay + day(floorMod(m.at.weekday-s.lastDay.weekday()+1, 7)-1)), basisContext
	}
	return m.at, basisUnresolved
}

// fitted finds the year of a month, day, season, quarter or holiday that is
// written without one.
func (s *resolver) fitted(m *match) (referent, string) {
	if m.event && m.at.month > 0 && s.monthYear[m.at.month] > 0 {
		return s.onYear(m, s.monthYear[m.at.month]), basisContext
	}
	local := s.hasLast && s.lastStated && s.lastSentence >= m.sentence-1 || s.passingSentence == m.sentence
	if s.dated && (!s.narrative || s.tense(m) > 0) { // what will be, will be after the document
		y, _, _ := s.published.date()
		if !(local && abs(s.last.year-y) > 1) {
			return s.onYear(m, s.nearestYear(m, s.published, s.tense(m))), basisDocument
		}
	}
	if s.home > 0 && !s.narrative && !(local && abs(s.last.year-s.home) > 1) {
		return s.onYear(m, s.home), basisContext
	}
	if !s.hasLast {
		return s.unshifted(m), basisUnresolved
	}
	if s.passingSentence == m.sentence {
		return s.onYear(m, s.passing.year), basisContext
	}
	if s.last.grain == yearGrain || s.last.year < 1 {
		return s.onYear(m, s.last.year), basisContext
	}
	y := s.nearestYear(m, s.last.middleDay(), 0)
	if s.hasLatest && !s.dated && s.tense(m) <= 0 {
		r := s.onYear(m, y)
		if from, _, ok := r.bounds(); ok && from > s.latest {
			y--
		}
	}
	return s.onYear(m, y), basisContext
}

// nearestYear is the year in which the match lies nearest to a day, after it
// rather than before where that is close; tense below 0 asks for the last one
// that had begun by the day, above 0 for the next one that had not ended.
func (s *resolver) nearestYear(m *match, near day, tense int) int {
	y, _, _ := near.date()
	best, least := y, 1<<30
	for _, candidate := range [...]int{y - 1, y, y + 1} {
		r := s.onYear(m, candidate)
		from, to, ok := r.bounds()
		if !ok || r.day > longestMonth(candidate, max(r.month, 1)) {
			continue
		}
		distance := int(from+(to-from)/2) - int(near)
		switch {
		case m.weekday > 0 && r.isDay() && r.dayNumber().weekday() != m.weekday:
			distance = abs(distance) + 100000
		case tense < 0 && from > near, tense > 0 && to < near:
			distance = abs(distance) + 10000
		case distance >= 0:
			distance = distance * 9 / 10
		default:
			distance = -distance
		}
		if distance < least {
			best, least = candidate, distance
		}
	}
	return best
}
