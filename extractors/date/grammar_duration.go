package date

// Durations, and the dates that a duration leads to: "two weeks", "the past
// two decades", "three years ago", "a year later".

// number reads an amount: "3", "1,500", "3.5", "twenty-three", "two hundred",
// "2 1/2".
func (p *parser) number(i int) (n float64, next int) {
	switch {
	case p.is(i, isInteger) && p.atoms[i].class&isApostrophe == 0, p.is(i, isDecimal):
		a := &p.atoms[i]
		n, next = float64(a.number)+float64(a.fraction)/100, i+1
		if p.is(next, isInteger) && p.is(next+1, isSlash) && p.is(next+2, isInteger) && p.atoms[next+2].number > 1 {
			n, next = n+float64(p.atoms[next].number)/float64(p.atoms[next+2].number), next+3
		} else if p.is(next, isAnd) && p.is(next+1, isA) && p.is(next+2, isHalf) {
			n, next = n+0.5, next+3
		}
		if p.is(next, isCardinal) && p.atoms[next].number >= 1000 {
			n, next = n*float64(p.atoms[next].number), next+1
		}
		return n, next
	case p.is(i, isCardinal):
		return p.numberWords(i)
	}
	return 0, 0
}

// numberWords reads number words, up to the billions.
func (p *parser) numberWords(i int) (n float64, next int) {
	total, group := 0.0, 0.0
	next = i
	for p.is(next, isCardinal) || p.is(next, isDash|isAnd) && p.is(next+1, isCardinal) && next > i {
		if !p.is(next, isCardinal) {
			if p.is(next, isAnd) && p.atoms[next-1].number < 100 || p.is(next, isDash) && p.atoms[next-1].number < 20 {
				break
			}
			next++
		}
		value := float64(p.atoms[next].number)
		switch {
		case value >= 1000:
			total, group = total+max(group, 1)*value, 0
		case value == 100 || value == 12 && group > 0:
			group = max(group, 1) * value
		default:
			if group != 0 && (value >= 10 && group < 100 || int(group)%10 != 0) {
				return total + group, next // "nineteen ninety": two numbers
			}
			group += value
		}
		next++
	}
	if p.is(next, isAnd) && p.is(next+1, isA) && p.is(next+2, isHalf) {
		return total + group + 0.5, next + 3
	}
	if p.is(next, isAnd) && p.is(next+1, isHalf) {
		return total + group + 0.5, next + 2
	}
	return total + group, next
}

// quantity is how much of a unit.
type quantity struct {
	amount  float64
	vague   bool // several
	article bool // "a": "a year" may be a rate, "a second" is an ordinal
	bare    bool // no number at all: "years"
}

// quantityAt reads a quantity and the words between it and its unit; next is
// the index of the unit.
func (p *parser) quantityAt(i int) (q quantity, next int) {
	switch {
	case p.is(i, isA):
		q, next = p.articleQuantity(i)
	case p.is(i, isVague):
		q, next = quantity{vague: true}, i+1
		if p.atoms[i].which == 2 || p.text(i, "couple") {
			if p.is(next, isOf) {
				next++
			} else if p.atoms[i].which == 2 {
				return q, 0
			}
		}
	case p.is(i, isHalf):
		if p.is(i+1, isA) {
			q, next = quantity{amount: 0.5}, i+2
		} else if p.is(i+1, isDash) || p.is(i+1, isUnit) && !p.is(i+1, isPlural) && p.atoms[i+1].unit != second && p.atoms[i+1].unit != dayUnit {
			q, next = quantity{amount: 0.5}, i+1
		} else {
			return q, 0
		}
	case p.is(i, isUnit) && p.is(i, isPlural):
		return quantity{bare: true, vague: true}, i
	default:
		n, k := p.number(i)
		if k == 0 {
			return q, 0
		}
		q, next = quantity{amount: n}, k
		if p.is(k, isTo|isOr|isDash) { // "two to three weeks": the least of it
			if _, after := p.number(k + 1); after > 0 && (p.is(after, isUnit|isFiller) || p.is(after, isDash) && p.is(after+1, isUnit)) {
				next = after
			}
		}
		if p.text(next, "or") && p.text(next+1, "so") || p.is(next, isOr) && p.text(next+1, "more") {
			next += 2
		}
	}
	if next == 0 {
		return q, 0
	}
	if p.is(next, isDash) {
		next++
	}
	for k := 0; k < 2 && p.is(next, isFiller) && !p.is(next, isUnit); k++ {
		next++
	}
	if !p.is(next, isUnit) {
		return q, 0
	}
	return q, next
}

// articleQuantity reads what follows "a" or "an".
func (p *parser) articleQuantity(i int) (q quantity, next int) {
	j := i + 1
	switch {
	case p.text(j, "couple"):
		q, next = quantity{amount: 2}, j+1
		if p.is(next, isOf) {
			next++
		}
		if p.text(next, "more") {
			next++
		}
		return q, next
	case p.is(j, isVague) && p.text(j, "few"):
		return quantity{vague: true}, j + 1
	case p.text(j, "good") && p.text(j+1, "few"), p.text(j, "mere") && p.text(j+1, "few"):
		return quantity{vague: true}, j + 2
	case p.is(j, isCardinal) && (p.atoms[j].number == 100 || p.atoms[j].number == 1000 || p.atoms[j].number == 12):
		n, k := p.numberWords(j)
		return quantity{amount: n}, k
	case p.is(j, isHalf):
		if p.is(j+1, isDash) {
			return quantity{amount: 0.5}, j + 2
		}
		return quantity{amount: 0.5}, j + 1
	case p.is(j, isCardinal|isInteger):
		n, k := p.number(j)
		if k == 0 || !p.is(k, isDash) && !p.is(k, isFiller) {
			return q, 0
		}
		return quantity{amount: n, article: true}, k // "a three-year period"
	}
	return quantity{amount: 1, article: true}, j
}

// span reads durations and what they lead to.
func (p *parser) span(i int) (m match, next int) {
	if p.is(i, isUnit) && p.is(i+1, isDash) && p.text(i+2, "long") && p.atoms[i].unit >= hour {
		m = match{rule: ruleDuration, kind: aDuration, at: blank(noGrain), unit: p.atoms[i].unit, amount: 1, vague: p.is(i, isPlural)}
		return m, i + 3
	}
	if p.is(i, isThe|isThis|isLast|isNext|isBefore|isAfter|isThat) || p.is(i, isOrdinal) && p.is(i+1, isCardinal|isInteger|isVague) {
		if m, next = p.pointedSpan(i); next > 0 {
			return m, next
		}
		if !p.is(i, isThe) {
			return m, 0
		}
	}
	j := i
	if p.is(i, isThe) { // "the nine months"
		if !p.is(i+1, isCardinal|isInteger) {
			return m, 0
		}
		j++
	}
	if p.is(i, isWhole) {
		return p.wholeUnit(i)
	}
	q, k := p.quantityAt(j)
	if k == 0 && !q.bare || p.is(i, isA) && p.is(k-1, isDash) {
		return m, 0 // "a two-week truce": the article belongs to the noun
	}
	return p.measured(i, j, k, q)
}

// wholeUnit reads "all day", "full-year", "another week", "another two years".
func (p *parser) wholeUnit(i int) (m match, next int) {
	j := i + 1
	if p.is(j, isDash) && p.shaped(j, glued) {
		j++
	}
	if p.which(i) == another {
		if q, k := p.quantityAt(j); k > 0 {
			return p.measured(i, j, k, q)
		}
		if p.is(j, isFiller) {
			j++
		}
	}
	if !p.is(j, isUnit) || p.is(j, isPlural) || p.atoms[j].unit < dayUnit || p.atoms[j].unit == quarter || p.atoms[j].unit == weekend || p.shaped(j, upper) {
		return m, 0
	}
	if p.text(i, "full") && p.is(i-1, isA) || p.is(j+1, isOf|isOld) || p.is(j+1, isDash) && p.shaped(j+1, glued) {
		return m, 0
	}
	return match{rule: ruleDuration, kind: aDuration, at: blank(noGrain), unit: p.atoms[j].unit, amount: 1}, j + 1
}

// measured reads on after the unit at atom k of a quantity that began at j.
func (p *parser) measured(i, j, k int, q quantity) (m match, next int) {
	if after := p.age(k + 1); after > 0 {
		return match{kind: nothing}, after
	}
	if !p.counts(j, k, q) || p.isNamed(i, j, k, q) || j > i && !p.is(k, isPlural) && !p.is(i, isWhole) {
		return m, 0
	}
	u := p.atoms[k].unit
	m = match{rule: ruleDuration, kind: aDuration, at: blank(noGrain), unit: u, amount: q.amount, vague: q.vague}
	next = p.roundedOff(k+1, q, &m)
	if rest, after := p.smallerUnit(next, u, q); after > 0 {
		m.value, m.base = rest, ready
		return m, after
	}
	if p.is(next, isDash) && p.text(next+1, "long") {
		return m, next + 2
	}
	if led, after := p.leadsTo(next, m, q); after > 0 {
		return led, after
	}
	return p.alone(i, j, k, next, m, q)
}

// hyphened reports whether a hyphen joins a quantity to its unit at atom k.
func (p *parser) hyphened(k int, q quantity) bool { return p.is(k-1, isDash) && !q.bare }

// counts reports whether a quantity that began at atom j can be one of the
// unit at atom k: "three years", but not "2018 day" or "a second".
func (p *parser) counts(j, k int, q quantity) bool {
	u, plural, hyphen := p.atoms[k].unit, p.is(k, isPlural), p.hyphened(k, q)
	switch {
	case u == quarter && q.amount == 3 && k == j+1 && !p.is(j-1, isIn): // of a pie
		return false
	case u == quarter && (p.is(k+1, isOf) || hyphen || !plural || q.bare || q.vague && !p.text(k-1, "few") && !p.text(k-1, "several")):
		return false // three quarters of the country, from various quarters
	case plural:
		return true
	case u == second && !hyphen, u == weekend && q.amount != 1, p.is(j, isInteger) && p.atoms[j].digits == 4:
		return false
	case hyphen, q.article, q.amount <= 1, u == century:
		return true
	}
	return p.is(k-1, isCardinal|isInteger) && u >= minute && u <= year && u != quarter // "nine day"
}

// isNamed tells the Seven Years' War and the Hundred Days from a time.
func (p *parser) isNamed(i, j, k int, q quantity) bool {
	switch {
	case !p.shaped(k, upper):
		return false
	case p.hyphened(k, q):
		return p.isName(k + 1)
	case !p.shaped(j, upper) || p.shaped(k, caps):
		return false
	}
	return p.isName(k+1) || j > 0 && (p.is(k+1, isApostrophe|isPossessive) || p.is(i, isThe))
}

// roundedOff reads "and a half", "or so" and "or two" after a unit.
func (p *parser) roundedOff(i int, q quantity, m *match) (next int) {
	if p.is(i, isAnd) && p.is(i+1, isA) && p.is(i+2, isHalf) {
		m.amount += 0.5
		i += 3
	}
	if p.is(i, isOr) && (p.text(i+1, "so") || q.bare && p.is(i+1, isUnit) || q.article && p.text(i+1, "two")) {
		i += 2
	}
	return i
}

// alone decides whether a quantity that leads to no date, from atom i to atom
// next, is a duration by itself: "years" and "a day" are only where they
// measure something.
func (p *parser) alone(i, j, k, next int, m match, q quantity) (match, int) {
	u, hyphen := m.unit, p.hyphened(k, q)
	switch {
	case q.bare:
		if u < dayUnit || !p.takesTime(i-1) {
			return m, 0
		}
	case q.article && q.amount == 1:
		if p.rateBefore(i) && u >= hour { // $300 a year
			m.kind, m.rule, m.base = aSet, ruleSet, ready
			return m, next
		}
		if u == dayUnit && !p.is(i-1, isIn) || u < hour && m.amount == 1 || p.plainWord(next) && p.tag(next) == "NN" && !hyphen || p.is(next, isWeekday|isPart) {
			return m, 0
		}
	case q.article && !hyphen:
	case p.text(j, "some"), p.text(j, "many"), p.text(j, "various"):
		if !p.is(k, isPlural) {
			return m, 0
		}
	case hyphen && p.is(k, isPlural) && !p.is(j, isInteger):
		return m, 0
	}
	return m, next
}

// takesTime reports whether atom i goes with a time of unknown length: "for
// years", "took months".
func (p *parser) takesTime(i int) bool {
	switch p.word(i) {
	case "by", "between", "from":
		return false
	case "after", "over", "take", "takes", "took", "taken", "spent", "spend":
		return true
	}
	return p.is(i, isIn)
}

// age reads what makes the number of years before it an age: "-old", "of age".
func (p *parser) age(i int) (next int) {
	if !(p.is(i, isDash) && p.is(i+1, isOld) || p.is(i, isOld) || p.is(i, isOf) && p.text(i+1, "age")) {
		return 0
	}
	next = i
	for p.is(next, isDash|isOld|isOf) || p.text(next, "age") {
		next++
	}
	return next
}

// rateBefore reports whether an amount stands before atom i: "$5 million a
// year", "3 percent a month".
func (p *parser) rateBefore(i int) bool {
	return p.is(i-1, isCardinal|isInteger|isDecimal|isMeasure|isTimes)
}

// smallerUnit reads "and three months" after "two years", and returns the
// compound value.
func (p *parser) smallerUnit(i int, u unit, q quantity) (value string, next int) {
	j := i
	for p.is(j, isAnd|isComma) {
		j++
	}
	if q.vague || j == i && !p.is(j, isInteger|isCardinal) {
		return "", 0
	}
	n, k := p.number(j)
	if k == 0 || !p.is(k, isUnit) || p.atoms[k].unit >= u || !p.is(k, isPlural) && n != 1 || p.is(k+1, isAgo|isOld) {
		return "", 0
	}
	small := p.atoms[k].unit
	b := appendDuration([]byte{'P'}, u, q.amount, false)
	part := appendDuration(nil, small, n, false)
	if u < dayUnit && small < dayUnit {
		part = part[1:]
	}
	return string(append(b, part...)), k + 1
}

// leadsTo reads "ago", "later", "earlier", "from now" and their like after a
// duration, which make it the distance to a date.
func (p *parser) leadsTo(i int, m match, q quantity) (match, int) {
	var to base
	steps := 0
	next := i + 1
	switch {
	case p.text(i, "ago") && p.text(i+1, "today") && m.unit >= week:
		to, steps, next = onDocument, -1, i+2
	case p.text(i, "ago"), p.text(i, "back") && !p.text(i+1, "to") && !p.is(i+1, isIn):
		to, steps = onDocument, -1
	case p.text(i, "from") && (p.text(i+1, "now") || p.text(i+1, "today")), p.text(i, "hence"):
		if p.text(i, "from") {
			next++
		}
		to, steps = onDocument, 1
	case p.text(i, "later"), p.text(i, "afterward"), p.text(i, "afterwards"), p.text(i, "thereafter"):
		to, steps = onContext, 1
	case p.text(i, "earlier"), p.text(i, "previously"), p.text(i, "prior") && !p.is(i+1, isTo), p.text(i, "beforehand"):
		to, steps = onContext, -1
	case p.text(i, "after") && !p.opensPhrase(i+1):
		to, steps = onContext, 1
	case p.text(i, "before") && !p.opensPhrase(i+1):
		to, steps = onContext, -1
	default:
		return m, 0
	}
	if p.text(i, "earlier") && p.is(i+1, isThis|isIn|isThat) || p.text(i, "later") && p.is(i+1, isThis|isIn|isThat) && p.is(i+2, isUnit) {
		return m, 0
	}
	u := m.unit
	d := dateMatch(ruleLater, unitGrains[u])
	if to == onDocument {
		d.rule = ruleAgo
	}
	d.base, d.unit, d.vague, d.amount = to, u, m.vague, m.amount
	switch {
	case u < dayUnit:
		d.kind, d.at.hour = aTime, unknownHour
	case p.text(next-1, "today"): // "two years ago today"
		d.at.grain = dayGrain
	}
	d.steps = steps
	d.unitOf = noUnit
	d.offset = true
	return d, next
}

// pointedSpan reads "the past two decades", "the last few months", "the next
// five years", "the first nine months", "these past two days".
func (p *parser) pointedSpan(i int) (m match, next int) {
	j := p.skipThe(i)
	if p.is(j, isThis) {
		j++
	}
	pointing := j
	direction := 0
	switch {
	case p.is(j, isLast) && (p.which(j) == past || p.which(j) == anyLast || p.which(j) == recent || p.which(j) == latest):
		direction = -1
	case p.is(j, isNext):
		direction = 1
	case p.is(j, isBefore|isAfter|isOrdinal):
	default:
		return m, 0
	}
	j++
	q, k := p.quantityAt(j)
	if k == 0 || q.article && !q.vague && q.amount < 2 || !p.is(k, isPlural) {
		return m, 0
	}
	u := p.atoms[k].unit
	if q.bare && (u < dayUnit || p.is(pointing, isOrdinal)) || p.is(k-1, isDash) {
		return m, 0
	}
	next = k + 1
	m = match{rule: rulePastDuration, kind: aDuration, at: blank(noGrain), unit: u, amount: q.amount, vague: q.vague}
	if p.is(next, isOr) && p.text(next+1, "so") {
		next += 2
	}
	if p.is(next, isOld) {
		return match{kind: nothing}, next + 1
	}
	if q.bare {
		m.kind, m.rule, m.base = aDate, ruleReference, ready
		m.value = "PAST_REF"
		if direction > 0 {
			m.value = "FUTURE_REF"
		} else if direction == 0 {
			return m, 0
		}
		return m, next
	}
	m.base, m.steps = onDocument, direction
	if direction == 0 {
		m.base = onNothing
	}
	if p.is(next, isOf) && direction <= 0 && p.is(i, isThe) { // "the first ten months of 1915"
		if inner, after := p.period(next + 1); after > 0 && inner.kind == aDate && inner.mod == "" && inner.stated {
			m.at, m.stated, m.base = inner.at, true, onNothing
			if direction == 0 {
				m.steps = 1
			}
			next = after
		}
	}
	if !p.is(i, isThe) && !p.is(i, isThis) && !p.is(pointing, isLast|isNext|isOrdinal) {
		return m, 0
	}
	return m, next
}

var approximations = [...]string{about: "APPROX", nearly: "LESS_THAN", over: "MORE_THAN", under: "LESS_THAN", more: "MORE_THAN", less: "LESS_THAN", atMost: "EQUAL_OR_LESS", atLeast: "EQUAL_OR_MORE"}

// approximate reads "about a decade", "more than two years", "around Nov. 1".
func (p *parser) approximate(i int) (m match, next int) {
	which := p.which(i)
	j := i + 1
	switch which {
	case more, less:
		if !p.text(j, "than") {
			return m, 0
		}
		j++
	case atMost:
		if p.text(i, "up") {
			if !p.text(j, "to") {
				return m, 0
			}
			j++
		} else if !p.is(i-1, isAt) {
			return m, 0
		}
	case atLeast:
		if !p.is(i-1, isAt) {
			return m, 0
		}
	case about:
		if p.text(i, "c") {
			return m, 0
		}
	}
	if p.is(j, isApprox) && p.which(j) != which { // "more than about"
		return m, 0
	}
	m, next = p.longest(j)
	if next == 0 || m.kind == nothing || m.kind == aSet || m.value != "" && m.base == ready && m.kind == aDate {
		return m, 0
	}
	duration := m.kind == aDuration || m.offset
	if !duration && which != about {
		return m, 0
	}
	if m.kind == aDuration && m.rule == rulePastDuration && which != atLeast && which != about && which != over && which != more && which != nearly {
		return m, 0
	}
	if which == over && m.rule == rulePastDuration || which == over && p.text(i, "over") && m.offset {
		return m, 0 // "over the past year": through it
	}
	if m.mod == "" {
		m.mod = approximations[which]
		if which == less && p.text(i-1, "no") {
			m.mod = "EQUAL_OR_MORE"
		} else if which == more && p.text(i-1, "no") {
			m.mod = "EQUAL_OR_LESS"
		}
	}
	return m, next
}
