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
	home      int  // the year that an undated text is about, 0 where unknown
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

// refer fills in a reference to the present, the past or the future.
func (s *resolver) refer(m *match, d *pipeline.Date) {
	d.Value, d.Basis = m.value, basisUnresolved
	if s.dated && m.rule == ruleReference {
		d.Basis = basisDocument
	}
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
	if m.offset && m.unit >= dayUnit && m.vague || m.offset && m.unit < dayUnit && m.amount >= 24 {
		s.sometime(m, d)
		return
	}
	r, basis := s.anchored(m)
	through := s.throughOf(m, &r)
	d.Basis, d.Precision = basis, precisions[r.grain]
	b := r.append(s.scratch[:0])
	if m.rule == ruleDeictic && m.steps == 0 && m.at.grain == dayGrain && s.narrative { // "today": these days
		b = append(b[:0], "PRESENT_REF"...)
		r.year, through.grain, d.Precision = unknownYear, noGrain, ""
	}
	if through.grain != noGrain {
		b = through.append(append(b, '/'))
	}
	d.Value, s.scratch = string(b), b
	s.days(m, d, &r, &through)
	s.remember(m, r, through, basis)
}

// sometime fills in what lies an unknown number of units from its base:
// "years ago", "weeks later".
func (s *resolver) sometime(m *match, d *pipeline.Date) {
	d.Type, d.Basis = kindNames[aDate], basisUnresolved
	switch {
	case m.base == onContext:
		r := s.unshifted(m)
		r.grain = unitGrains[max(m.unit, dayUnit)]
		s.scratch = r.append(s.scratch[:0])
		d.Value, d.Precision = string(s.scratch), precisions[r.grain]
	case m.steps > 0:
		d.Value = "FUTURE_REF"
	default:
		d.Value = "PAST_REF"
	}
}

// anchored is the referent of a match, with its time of day, and its basis.
func (s *resolver) anchored(m *match) (referent, string) {
	at := m.at
	m.at.grain = min(at.grain, dayGrain)
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
	return r, basis
}

// days fills in the first and the last day of a date, and the slip of the pen
// that they show.
func (s *resolver) days(m *match, d *pipeline.Date, r, through *referent) {
	from, to, ok := r.bounds()
	if ok && through.grain != noGrain {
		_, to, ok = through.bounds()
	}
	if ok && from <= to {
		d.From, d.To = s.day(from), s.day(to)
		if d.Basis == basisExplicit && s.dated && from > s.published+1 && s.happened(m) {
			d.Anomaly = "after-publication"
		}
	}
	switch {
	case r.impossible:
		d.Anomaly = "impossible"
	case m.weekday > 0 && m.stated && r.isDay() && r.year > 1752 && r.dayNumber().weekday() != m.weekday:
		d.Anomaly = "weekday-mismatch"
	}
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
		case "since", "Since", "by", "By", "until", "(", "[", ";":
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

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
