package date

import "github.com/purport-nlp/purport/pipeline"

// newResolver looks over all matches of a document for what the single date
// cannot tell: the order of figures, the publication date in the dateline,
// and whether the text tells of its own days or of other times.
func newResolver(doc *pipeline.Document, matches []match, options Options, scratch []byte) *resolver {
	s := &resolver{doc: doc, scratch: scratch, order: monthFirst, passingSentence: -1}
	if options.DayFirst {
		s.order = dayFirst
	}
	s.decideOrder(matches)
	s.readDateline(matches)
	s.published, s.dated = parseDay(doc.Published)
	s.decideGenre(matches)
	for i := 0; i+1 < len(matches); i++ {
		borrowYear(doc, &matches[i], &matches[i+1])
		joinWeekdays(doc, &matches[i], &matches[i+1])
	}
	return s
}

// decideOrder counts the dates in figures that can be read in one way only.
func (s *resolver) decideOrder(matches []match) {
	months, days := 0, 0
	for i := range matches {
		switch matches[i].order {
		case monthFirst:
			months++
		case dayFirst:
			days++
		}
	}
	switch {
	case days > months:
		s.order = dayFirst
	case months > days:
		s.order = monthFirst
	}
}

// decideGenre tells a narrative, which dates its events by one another, from
// news and reports, which date them by their own day: the narrative states
// many years far from its own and hardly points at its own day. It also finds
// the latest full date that the text states, and the year that an undated text
// is about.
func (s *resolver) decideGenre(matches []match) {
	own, _, _ := s.published.date()
	if !s.dated {
		s.home = s.homeYear(matches)
		own = s.home
	}
	far, near, open, pointing := 0, 0, 0, 0
	for i := range matches {
		m := &matches[i]
		switch {
		case m.statesYear():
			if m.at.isDay() && m.at.year > 0 && m.at.month <= 12 {
				if d := m.at.dayNumber(); !s.hasLatest || d > s.latest {
					s.latest, s.hasLatest = d, true
				}
			}
			if m.at.grain < yearGrain {
				continue
			}
			if abs(m.at.year-own) >= 2 {
				far++
			} else {
				near++
			}
		case m.kind == aDate && m.base == onNothing && m.at.month > 0:
			open++
		case m.base == onDocument && m.unit <= year && m.kind != aDuration, m.base == seekDocument, m.rule == ruleWeekday:
			pointing++
		}
	}
	// A report looks back on many years, but leaves out its own.
	report := 2*near > far || 4*near > far && 2*open > far+near
	s.narrative = (s.dated || s.home > 0) && far >= 5 && far > 2*pointing && (far > near || far >= 20) && !report
}

// statesYear reports whether the year of a date is written beside it.
func (m *match) statesYear() bool { return m.stated && (m.kind == aDate || m.kind == aTime) }

// homeYear is the year that a text without a date of its own is about, 0 where
// that cannot be told. Writers state the years of other times and leave out
// their own: in a report with many dates that have no year, these lie in the
// latest year that is told of, or, where even months of that year are stated
// as a rule, in the year after it.
func (s *resolver) homeYear(matches []match) int {
	const span = 32 // years back from the latest one
	var told, months [span + 1]int
	latest, stated, open := 0, 0, 0
	for i := range matches {
		if m := &matches[i]; m.statesYear() && m.at.year <= lastCommonYear {
			latest = max(latest, m.at.year)
		}
	}
	for i := range matches {
		m := &matches[i]
		back := latest - m.at.year
		switch {
		case !m.statesYear():
			if m.kind == aDate && m.base == onNothing && m.at.month > 0 {
				open++
			}
		case m.at.grain >= yearGrain && 0 <= back && back < span && s.tense(m) <= 0:
			stated++
			told[back]++
			if m.at.grain > yearGrain {
				months[back]++
			}
		}
	}
	if stated < 5 || open < 8 {
		return 0
	}
	for back := range span {
		if n := told[back] + months[back]; n < 2 || 12*n < stated { // by the way
			continue
		}
		home := latest - back
		if months[back] >= 3 && 2*months[back] >= months[back+1] && open >= 2*months[back] {
			home++
		}
		return home
	}
	return 0
}

// borrowYear gives a date without a year that of the one it is joined to:
// "from March to May 2022", "April 8 and May 3, 2020".
func borrowYear(doc *pipeline.Document, m, next *match) {
	if m.stated || !next.stated || m.base != onNothing || m.sentence != next.sentence || m.kind != aDate || next.at.month == 0 || m.at.grain < seasonGrain || m.at.grain > dayGrain {
		return
	}
	if m.at.weekday > 0 && m.at.month == 0 || next.first-m.last > 2 {
		return
	}
	if next.first-m.last == 2 && !joins(doc.Tokens[m.last+1].Form) {
		return
	}
	m.at.year, m.stated = next.at.year, true
	if m.at.month > next.at.month && m.at.month > 0 {
		m.at.year--
	}
}

// joins reports whether a word between two dates makes one expression of them.
func joins(form string) bool {
	switch form {
	case "to", "and", "or", "through", "until", "till", "-", "–", "—", ",", "&", "/":
		return true
	}
	return false
}

// joinWeekdays binds two weekdays that run on, "Thursday and Friday", "Monday
// to Wednesday", so that the second falls in the days after the first.
func joinWeekdays(doc *pipeline.Document, m, next *match) {
	if m.rule != ruleWeekday || next.rule != ruleWeekday || m.base != onNothing || next.base != onNothing || m.sentence != next.sentence {
		return
	}
	if next.first-m.last == 2 && joins(doc.Tokens[m.last+1].Form) {
		m.to, next.joined = next.at.weekday, true
	}
}

// parseDay reads YYYY-MM-DD.
func parseDay(text string) (day, bool) {
	if len(text) < 10 || text[4] != '-' || text[7] != '-' {
		return 0, false
	}
	var n [3]int
	for k, field := range [...]string{text[:4], text[5:7], text[8:10]} {
		for i := 0; i < len(field); i++ {
			if !isDigit(field[i]) {
				return 0, false
			}
			n[k] = n[k]*10 + int(field[i]-'0')
		}
	}
	if n[0] < 1 || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > daysIn(n[0], n[1]) {
		return 0, false
	}
	return dayOf(n[0], n[1], n[2]), true
}
