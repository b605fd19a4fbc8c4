package date

import "github.com/purport-nlp/purport/pipeline"

// Bases of a date, as records name them.
const (
	basisExplicit   = "explicit"
	basisDocument   = "document-date"
	basisContext    = "context"
	basisUnresolved = "unresolved"
)

// A resolver anchors the matches of one document, in text order. It holds
// what has been told so far: no more than the last date of each kind, so that
// resolving is linear in the number of matches.
type resolver struct {
	doc       *pipeline.Document
	published day
	dated     bool // the document's date is known
	narrative bool // the text tells of other times than its own
	order     order
	latest    day // the latest full date that the text states
	hasLatest bool

	last            referent // the date told last
	hasLast         bool
	lastStated      bool
	lastSentence    int32
	passing         referent // a year told in passing, in the sentence
	passingSentence int32    // of this number
	lastDay         day
	hasDay          bool
	daySentence     int32
	monthYear       [13]int // the year last told for each month, 0 where none

	scratch []byte
}

// resolve turns a match into a date record and remembers it.
func (s *resolver) resolve(m *match) pipeline.Date {
	d := pipeline.Date{
		Span:     pipeline.Span{Start: int(m.start), End: int(m.end)},
		Sentence: int(m.sentence), Type: kindNames[m.kind], Mod: m.mod, Rule: m.rule,
	}
	switch {
	case m.kind == aSet:
		s.set(m, &d)
	case m.kind == aDuration:
		s.duration(m, &d)
	case m.base == ready:
		s.refer(m, &d)
	default:
		s.date(m, &d)
	}
	return d
}

// set fills in the value of a SET.
func (s *resolver) set(m *match, d *pipeline.Date) {
	b := s.scratch[:0]
	d.Basis = basisExplicit
	d.Precision = unitPrecisions[m.unit]
	switch {
	case m.value != "":
		b = append(b, m.value...)
	case m.at.grain != noGrain:
		b = m.at.append(b)
		d.Precision = precisions[m.at.grain]
	default:
		b = appendDuration(append(b, 'P'), m.unit, m.amount, m.vague)
	}
	d.Value = string(b)
	s.scratch = b
}

var unitPrecisions = [...]string{noUnit: "", second: "time", minute: "time", hour: "time", dayUnit: "day", week: "week", fortnight: "week", month: "month", quarter: "quarter", year: "year", decade: "decade", century: "century", millennium: "century", weekend: "day"}

// duration fills in a DURATION; one that ends or begins at the document's
// date has a first and a last day.
func (s *resolver) duration(m *match, d *pipeline.Date) {
	d.Basis, d.Precision = basisExplicit, unitPrecisions[m.unit]
	if m.value != "" {
		d.Value = m.value
		return
	}
	s.scratch = appendDuration(append(s.scratch[:0], 'P'), m.unit, m.amount, m.vague)
	d.Value = string(s.scratch)
	if m.at.grain != noGrain {
		s.durationWithin(m, d)
		return
	}
	if m.base != onDocument {
		return
	}
	if !s.dated {
		d.Basis = basisUnresolved
		return
	}
	d.Basis = basisDocument
	if m.vague || m.unit < dayUnit || m.amount > 3000 {
		return
	}
	far, ok := moveBy(s.published, m.unit, m.amount*float64(m.steps))
	if !ok {
		return
	}
	from, to := min(far, s.published), max(far, s.published)
	d.From, d.To = s.day(from), s.day(to)
}

// durationWithin sets the days of "the first ten months of 1915".
func (s *resolver) durationWithin(m *match, d *pipeline.Date) {
	from, to, ok := m.at.bounds()
	if !ok || m.vague || m.unit < dayUnit || m.amount > 3000 {
		return
	}
	switch edge, ok := moveBy(from, m.unit, m.amount); {
	case m.steps > 0 && ok && edge-1 <= to:
		d.From, d.To = s.day(from), s.day(edge-1)
	case m.steps < 0:
		if edge, ok := moveBy(to+1, m.unit, -m.amount); ok && edge >= from {
			d.From, d.To = s.day(edge), s.day(to)
		}
	}
}

// refer fills in a reference to the present, the past or the future.
func (s *resolver) refer(m *match, d *pipeline.Date) {
	d.Value, d.Basis = m.value, basisUnresolved
	if s.dated {
		d.Basis = basisDocument
	}
}

// moveBy moves a day by an amount of a unit; ok is false where that leaves
// the calendar of four-digit years.
func moveBy(d day, u unit, amount float64) (day, bool) {
	const most = 4000 * 366
	days := map1(u) * amount
	if days > most || days < -most {
		return d, false
	}
	switch u {
	case dayUnit, weekend:
		d += day(amount)
	case week:
		d += day(7 * amount)
	case fortnight:
		d += day(14 * amount)
	case month:
		d = addMonths(d, int(amount))
	case quarter:
		d = addMonths(d, int(3*amount))
	case year:
		d = addMonths(d, int(12*amount))
	case decade:
		d = addMonths(d, int(120*amount))
	case century:
		d = addMonths(d, int(1200*amount))
	case millennium:
		d = addMonths(d, int(12000*amount))
	}
	y, _, _ := d.date()
	return d, y >= 1 && y <= 9999
}

// map1 is about how many days a unit has.
func map1(u unit) float64 {
	return [...]float64{noUnit: 0, second: 0, minute: 0, hour: 0.05, dayUnit: 1, week: 7, fortnight: 14, month: 30, quarter: 91, year: 365, decade: 3652, century: 36524, millennium: 365240, weekend: 7}[u]
}

func (s *resolver) day(d day) string {
	s.scratch = appendDay(s.scratch[:0], d)
	return string(s.scratch)
}

// date fills in a DATE or TIME.
func (s *resolver) date(m *match, d *pipeline.Date) {
	if m.order == orderOpen && s.order == dayFirst && m.at.month > 0 {
		m.at.month, m.at.day = m.at.day, m.at.month
	}
	if m.offset && m.vague || m.offset && m.unit < dayUnit && m.amount >= 24 {
		d.Value = "PAST_REF"
		if m.steps > 0 {
			d.Value = "FUTURE_REF"
		}
		d.Basis = basisUnresolved
		return
	}
	at := m.at
	if at.grain > dayGrain {
		m.at.grain = dayGrain
	}
	r, basis := s.anchor(m)
	m.at = at
	if at.grain > dayGrain {
		r.grain, r.part, r.hour, r.minute, r.seconds, r.toSeconds, r.zone = at.grain, at.part, at.hour, at.minute, at.seconds, at.toSeconds, at.zone
	}
	if m.unitOf != noUnit {
		r = nthUnit(r, m.unitOf, m.nth)
	}
	if r.hasYear() && (r.year > 9999 || r.year < -9999 || r.year == 0) {
		r.year, basis = unknownYear, basisUnresolved
	}
	r.impossible = r.month > 0 && r.day > 0 && r.day > longestMonth(r.year, r.month)
	d.Basis, d.Precision = basis, precisions[r.grain]
	through := s.throughOf(m, &r)
	b := r.append(s.scratch[:0])
	if m.base == onDocument && m.unit == dayUnit && m.steps == 0 && m.rule == ruleDeictic && s.narrative && at.grain == dayGrain {
		b = append(b[:0], "PRESENT_REF"...)
		r.year = unknownYear
		d.Precision, through.grain = "", noGrain
	}
	if through.grain != noGrain {
		b = through.append(append(b, '/'))
	}
	d.Value = string(b)
	s.scratch = b
	if from, to, ok := r.bounds(); ok {
		if through.grain != noGrain {
			_, to, ok = through.bounds()
		}
		if ok && from <= to {
			d.From, d.To = s.day(from), s.day(to)
			if basis == basisExplicit && s.dated && from > s.published+1 && s.tense(m) < 0 {
				d.Anomaly = "after-publication"
			}
		}
	}
	switch {
	case r.impossible:
		d.Anomaly = "impossible"
	case m.weekday > 0 && m.stated && r.isDay() && r.year > 1752 && r.dayNumber().weekday() != m.weekday:
		d.Anomaly = "weekday-mismatch"
	}
	s.remember(m, r, through, basis)
}

// longestMonth is the length of a month, of the longest February where the
// year is not known.
func longestMonth(year, month int) int {
	if year == unknownYear {
		year = 2000
	}
	return daysIn(year, month)
}

// throughOf completes the other end of a range from its first end.
func (s *resolver) throughOf(m *match, r *referent) referent {
	through := m.through
	if through.grain == noGrain {
		return through
	}
	if through.grain < monthGrain {
		return through // years: both are written
	}
	through.year = r.year
	if through.month < r.month && r.hasYear() {
		if m.stated {
			r.year--
		} else {
			through.year++
		}
	}
	if through.day > 0 && through.day > longestMonth(through.year, through.month) {
		r.impossible = true
	}
	return through
}

// nthUnit narrows a month or year to its n-th week or day.
func nthUnit(r referent, u unit, n int) referent {
	from, to, ok := r.bounds()
	if !ok {
		return r
	}
	switch {
	case u == dayUnit && n > 0:
		return dayReferent(from + day(n-1))
	case u == dayUnit:
		return dayReferent(to)
	case n > 0:
		return weekReferent(from+day(7*(n-1)), unitGrains[u])
	}
	return weekReferent(to, unitGrains[u])
}

// remember takes note of a date for what hangs on it later.
func (s *resolver) remember(m *match, r, through referent, basis string) {
	if basis == basisUnresolved || !r.hasYear() || r.grain < yearGrain {
		return
	}
	if through.grain != noGrain && through.grain >= monthGrain {
		r = through
	}
	if r.grain == yearGrain && m.first > 0 {
		switch before := s.doc.Tokens[m.first-1].Form; before {
		case "since", "Since", "(", "[", ";":
			return
		}
	}
	if r.grain == yearGrain && s.hasLast {
		if s.last.year == r.year {
			return // the year again: the month told before still stands
		}
		if opens := int(m.first) <= s.doc.Sentences[m.sentence].Tokens.First+2; s.last.grain > yearGrain && m.mod == "" && !opens {
			s.passing, s.passingSentence = r, m.sentence
			return // in passing: the frame stays, but for this sentence
		}
	}
	s.passingSentence = -1
	s.last, s.hasLast, s.lastStated, s.lastSentence = r, true, m.stated, m.sentence
	if r.month > 0 && r.year > 0 {
		s.monthYear[r.month] = r.year
	}
	if r.isDay() && !r.impossible && r.year > 0 {
		s.lastDay, s.hasDay, s.daySentence = r.dayNumber(), true, m.sentence
	}
}

// anchor completes the fields of a match and says from where.
func (s *resolver) anchor(m *match) (referent, string) {
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
	context := m.base == onContext || m.base == seekContext
	switch {
	case m.base == onHere:
		context = s.narrative || !s.dated
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
	if s.dated && !s.narrative && (m.offset || m.base == onHere) {
		return s.published, basisDocument, true
	}
	return 0, basisUnresolved, false
}

// shifted resolves what lies a number of units from a base: "last year",
// "three days later".
func (s *resolver) shifted(m *match) (referent, string) {
	if m.base == onContext && m.unit == year && s.hasLast && s.last.year < 0 {
		amount := float64(m.steps)
		if m.offset {
			amount *= m.amount
		}
		if r := blank(yearGrain); s.last.year+int(amount) < 0 {
			r.year = s.last.year + int(amount)
			return s.within(m, r), basisContext
		}
		return s.unshifted(m), basisUnresolved
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
	u, amount := m.unit, float64(m.steps)
	g := unitGrains[u]
	if m.offset {
		amount *= m.amount
		if amount != float64(int(amount)) && u >= week { // a year and a half ago
			switch u {
			case year, decade, century:
				amount, u, g = amount*map1(u)/365*12, month, monthGrain
			default:
				amount, u, g = amount*map1(u), dayUnit, dayGrain
			}
		}
		if u < dayUnit {
			amount, u, g = 0, dayUnit, dayGrain
		}
	}
	if g == decadeGrain && !m.offset { // the last decade: the one before this
		y, _, _ := d.date()
		r := blank(decadeGrain)
		r.year = max(y-floorMod(y, 10)+10*int(amount), 0)
		return s.within(m, r), basis
	}
	d, ok = moveBy(monthStart(d, u), u, amount)
	if !ok {
		return s.unshifted(m), basisUnresolved
	}
	y, mo, _ := d.date()
	r := blank(g)
	switch g {
	case dayGrain:
		r = dayReferent(d)
	case weekGrain, weekendGrain:
		r = weekReferent(d, g)
		if g == weekendGrain && d.weekday() <= 3 && m.steps == 0 && m.base == onDocument && s.tense(m) <= 0 {
			r = weekReferent(d-7, g)
		}
	case monthGrain:
		r.year, r.month = y, mo
	case quarterGrain:
		r.year, r.number = y, (mo+2)/3
	case decadeGrain, centuryGrain, millenniumGrain, yearGrain:
		r.year = y
	default:
		return s.unshifted(m), basisUnresolved
	}
	r.fiscal = m.at.fiscal && g == yearGrain
	return s.within(m, r), basis
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
	if s.dated && !s.narrative {
		y, _, _ := s.published.date()
		if !(local && abs(s.last.year-y) > 1) {
			return s.onYear(m, s.nearestYear(m, s.published, s.tense(m))), basisDocument
		}
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

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
