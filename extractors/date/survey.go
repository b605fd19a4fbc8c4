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
// news, which dates them by its own day: the narrative states many years far
// from its own and hardly points at its own day. It also finds the latest
// full date that the text states.
func (s *resolver) decideGenre(matches []match) {
	year0, _, _ := s.published.date()
	far, near, pointing := 0, 0, 0
	for i := range matches {
		m := &matches[i]
		switch {
		case m.stated && m.kind == aDate || m.stated && m.kind == aTime:
			if m.at.isDay() && m.at.year > 0 && m.at.month <= 12 {
				if d := m.at.dayNumber(); !s.hasLatest || d > s.latest {
					s.latest, s.hasLatest = d, true
				}
			}
			if m.at.grain < yearGrain {
				continue
			}
			if abs(m.at.year-year0) >= 2 {
				far++
			} else {
				near++
			}
		case m.base == onDocument && m.unit <= year && m.kind != aDuration, m.base == seekDocument, m.rule == ruleWeekday:
			pointing++
		}
	}
	s.narrative = s.dated && far >= 5 && far > 2*pointing && (far > near || far >= 20)
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
