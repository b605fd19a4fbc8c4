package date

// Holidays whose day a rule determines, and days that are known by their
// date. The dates are those of the United States where countries differ.

// holiday is one name of a holiday: its words after the first, and the rule.
type holiday struct {
	first string
	rest  []string
	rule  holidayRule
}

// holidayRule says how to find a holiday's day: a fixed day of a month, the
// n-th weekday of a month, or days from Easter. year is set for the days that
// were only once.
type holidayRule struct {
	month, day, weekday, nth int
	easter                   int
	kind                     holidayKind
	year                     int
}

type holidayKind uint8

const (
	fixedDay holidayKind = iota
	weekdayOfMonth
	fromEaster
	electionDay // the Tuesday after the first Monday of November
)

// on returns the holiday's day in a year.
func (r *holidayRule) on(year int) day {
	switch r.kind {
	case weekdayOfMonth:
		return nthWeekday(year, r.month, r.weekday, r.nth)
	case fromEaster:
		return easter(year) + day(r.easter)
	case electionDay:
		return nthWeekday(year, 11, 1, 1) + 1
	}
	return dayOf(year, r.month, r.day)
}

// holidays lists longer names before the shorter ones that they begin with.
var holidays = [...]holiday{
	{"christmas", []string{"eve"}, holidayRule{month: 12, day: 24}},
	{"christmas", []string{"day"}, holidayRule{month: 12, day: 25}},
	{"christmas", nil, holidayRule{month: 12, day: 25}},
	{"boxing", []string{"day"}, holidayRule{month: 12, day: 26}},
	{"new", []string{"year", "'s", "eve"}, holidayRule{month: 12, day: 31}},
	{"new", []string{"year", "’s", "eve"}, holidayRule{month: 12, day: 31}},
	{"new", []string{"year", "'s", "day"}, holidayRule{month: 1, day: 1}},
	{"new", []string{"year", "’s", "day"}, holidayRule{month: 1, day: 1}},
	{"martin", []string{"luther", "king", "jr.", "day"}, holidayRule{month: 1, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"martin", []string{"luther", "king", "day"}, holidayRule{month: 1, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"mlk", []string{"day"}, holidayRule{month: 1, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"inauguration", []string{"day"}, holidayRule{month: 1, day: 20}},
	{"groundhog", []string{"day"}, holidayRule{month: 2, day: 2}},
	{"valentine", []string{"'s", "day"}, holidayRule{month: 2, day: 14}},
	{"valentine", []string{"’s", "day"}, holidayRule{month: 2, day: 14}},
	{"presidents", []string{"'", "day"}, holidayRule{month: 2, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"presidents", []string{"’", "day"}, holidayRule{month: 2, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"presidents", []string{"day"}, holidayRule{month: 2, weekday: 1, nth: 3, kind: weekdayOfMonth}},
	{"international", []string{"women", "'s", "day"}, holidayRule{month: 3, day: 8}},
	{"international", []string{"women", "’s", "day"}, holidayRule{month: 3, day: 8}},
	{"st.", []string{"patrick", "'s", "day"}, holidayRule{month: 3, day: 17}},
	{"st.", []string{"patrick", "’s", "day"}, holidayRule{month: 3, day: 17}},
	{"mardi", []string{"gras"}, holidayRule{easter: -47, kind: fromEaster}},
	{"ash", []string{"wednesday"}, holidayRule{easter: -46, kind: fromEaster}},
	{"palm", []string{"sunday"}, holidayRule{easter: -7, kind: fromEaster}},
	{"maundy", []string{"thursday"}, holidayRule{easter: -3, kind: fromEaster}},
	{"good", []string{"friday"}, holidayRule{easter: -2, kind: fromEaster}},
	{"easter", []string{"monday"}, holidayRule{easter: 1, kind: fromEaster}},
	{"easter", []string{"sunday"}, holidayRule{kind: fromEaster}},
	{"easter", []string{"day"}, holidayRule{kind: fromEaster}},
	{"easter", nil, holidayRule{kind: fromEaster}},
	{"pentecost", nil, holidayRule{easter: 49, kind: fromEaster}},
	{"earth", []string{"day"}, holidayRule{month: 4, day: 22}},
	{"may", []string{"day"}, holidayRule{month: 5, day: 1}},
	{"cinco", []string{"de", "mayo"}, holidayRule{month: 5, day: 5}},
	{"mother", []string{"'s", "day"}, holidayRule{month: 5, weekday: 7, nth: 2, kind: weekdayOfMonth}},
	{"mother", []string{"’s", "day"}, holidayRule{month: 5, weekday: 7, nth: 2, kind: weekdayOfMonth}},
	{"father", []string{"'s", "day"}, holidayRule{month: 6, weekday: 7, nth: 3, kind: weekdayOfMonth}},
	{"father", []string{"’s", "day"}, holidayRule{month: 6, weekday: 7, nth: 3, kind: weekdayOfMonth}},
	{"memorial", []string{"day"}, holidayRule{month: 5, weekday: 1, nth: -1, kind: weekdayOfMonth}},
	{"juneteenth", nil, holidayRule{month: 6, day: 19}},
	{"independence", []string{"day"}, holidayRule{month: 7, day: 4}},
	{"fourth", []string{"of", "july"}, holidayRule{month: 7, day: 4}},
	{"bastille", []string{"day"}, holidayRule{month: 7, day: 14}},
	{"labor", []string{"day"}, holidayRule{month: 9, weekday: 1, nth: 1, kind: weekdayOfMonth}},
	{"columbus", []string{"day"}, holidayRule{month: 10, weekday: 1, nth: 2, kind: weekdayOfMonth}},
	{"halloween", nil, holidayRule{month: 10, day: 31}},
	{"election", []string{"day"}, holidayRule{kind: electionDay}},
	{"veterans", []string{"day"}, holidayRule{month: 11, day: 11}},
	{"armistice", []string{"day"}, holidayRule{month: 11, day: 11}},
	{"thanksgiving", []string{"day"}, holidayRule{month: 11, weekday: 4, nth: 4, kind: weekdayOfMonth}},
	{"thanksgiving", nil, holidayRule{month: 11, weekday: 4, nth: 4, kind: weekdayOfMonth}},
	{"black", []string{"friday"}, holidayRule{month: 11, weekday: 5, nth: 4, kind: weekdayOfMonth}},
	{"d", []string{"-", "day"}, holidayRule{month: 6, day: 6, year: 1944}},
}

// holidayWords are the first words, for the vocabulary.
func holidayWords() []entry {
	var all []entry
	for i := range holidays {
		if i == 0 || holidays[i].first != holidays[i-1].first {
			all = append(all, entry{text: holidays[i].first, class: isHoliday})
		}
	}
	return all
}

// holidayAt reads a holiday, with an article before it.
func (p *parser) holidayAt(i int) (m match, next int) { return p.holiday(p.skipThe(i)) }

// holiday reads a holiday and its year.
func (p *parser) holiday(i int) (m match, next int) {
	if !p.is(i, isHoliday) || !p.shaped(i, upper) && !p.holidayInLower(i) || p.isGreeting(i) {
		return m, 0
	}
	for h := range holidays {
		rule := &holidays[h]
		if !p.text(i, rule.first) || !p.follows(i+1, rule.rest) {
			continue
		}
		next = i + 1 + len(rule.rest)
		if p.isName(next) && !p.isName(next-1) && rule.rest == nil && !p.is(next, isPart) {
			return m, 0 // Easter Island
		}
		if rule.rest == nil && (p.text(next, "week") || p.isTrimming(next)) {
			return m, 0
		}
		m = dateMatch(ruleHoliday, dayGrain)
		m.holiday = &rule.rule
		if rule.rule.year > 0 {
			m.at = dayReferent(rule.rule.on(rule.rule.year))
			m.stated, m.holiday = true, nil
			return m, next
		}
		return m, p.yearTail(next, &m)
	}
	return m, 0
}

// holidayInLower reports whether a holiday may be written without a capital:
// no other word looks like it.
func (p *parser) holidayInLower(i int) bool {
	switch p.word(i) {
	case "christmas", "thanksgiving", "halloween", "easter":
		return true
	case "mother", "father", "valentine":
		return p.is(i+1, isPossessive) && p.text(i+2, "day")
	}
	return false
}

// isGreeting tells "Merry Christmas", "White Christmas" and somebody called
// Christmas from the day.
func (p *parser) isGreeting(i int) bool {
	switch p.word(i - 1) {
	case "Merry", "merry", "Happy", "happy", "White", "Father":
		return true
	}
	return p.isName(i-1) && p.tag(i-1) == "NNP" && !p.shaped(i-1, opener)
}

// isTrimming reports whether atom i is a thing that takes its name from the
// holiday before it: a Christmas tree is there for weeks.
func (p *parser) isTrimming(i int) bool {
	switch p.word(i) {
	case "tree", "trees", "carol", "carols", "card", "cards", "gift", "gifts", "present", "presents", "lights", "song", "songs", "egg", "eggs", "shopping", "decorations", "costume", "costumes", "market", "markets", "turkey", "dinner", "sales", "season", "bonus", "bonuses":
		return true
	}
	return false
}

// follows reports whether the atoms from i on are these words.
func (p *parser) follows(i int, words []string) bool {
	for k, word := range words {
		if !p.text(i+k, word) {
			return false
		}
	}
	return true
}

// namedDays are days known by month and day alone, when one of these words
// follows.
var namedDays = [...]struct {
	year, month, day int
	words            [5]string
}{
	{2001, 9, 11, [5]string{"attacks", "attack", "terrorist", "hijackers", "commission"}},
	{2021, 1, 6, [5]string{"attack", "insurrection", "riot", "committee", "capitol"}},
	{2023, 10, 7, [5]string{"attack", "attacks", "massacre", "assault", "hamas"}},
}

// nameDay gives a day without a year the year that its name implies: "9/11",
// "the January 6 committee".
func (p *parser) nameDay(m *match, next int) {
	if m.stated || m.base != onNothing || m.through.grain != noGrain {
		return
	}
	for i := range namedDays {
		n := &namedDays[i]
		if m.at.month != n.month || m.at.day != n.day || m.rule == ruleNumeric && n.month != 9 {
			continue
		}
		named := m.rule == ruleNumeric // 9/11
		for _, word := range n.words {
			named = named || p.text(next, word)
		}
		if named {
			m.at.year, m.stated, m.rule, m.order = n.year, true, ruleNamedDay, orderFixed
		}
	}
}
