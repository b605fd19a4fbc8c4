package date

import "github.com/purport-nlp/purport/pipeline"

// Values of durations, and moving about the calendar by them.

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
	near := s.published
	if s.narrative && s.tense(m) < 0 { // "for the next four decades each used its own"
		d.Basis = basisContext
		if near = s.lastDay; !s.hasDay {
			return
		}
	}
	if m.vague || m.unit < dayUnit || m.amount > 3000 {
		return
	}
	far, ok := moveBy(near, m.unit, m.amount*float64(m.steps))
	if !ok {
		return
	}
	from, to := min(far, near), max(far, near)
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

// moveBy moves a day by an amount of a unit; ok is false where that leaves
// the calendar of four-digit years.
func moveBy(d day, u unit, amount float64) (day, bool) {
	const most = 4000 * 366
	days := daysAbout(u) * amount
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

// daysAbout is about how many days a unit has.
func daysAbout(u unit) float64 {
	return [...]float64{noUnit: 0, second: 0, minute: 0, hour: 0.05, dayUnit: 1, week: 7, fortnight: 14, month: 30, quarter: 91, year: 365, decade: 3652, century: 36524, millennium: 365240, weekend: 7}[u]
}
