package date

// Words for the present, the past and the future.

// reference reads words that point at the present, the past or the future.
func (p *parser) reference(i int) (m match, next int) {
	m = match{rule: ruleReference, kind: aDate, at: blank(noGrain), base: ready}
	switch {
	case p.is(i, isLast) && p.is(i-1, isThe) && !p.plainWord(i+1) && !p.is(i+1, isUnit|isCardinal|isInteger|isVague|isFiller|isDecade):
		m.value = "PAST_REF"
		return m, i + 1
	case p.text(i, "future") && p.is(i-1, isThe):
		m.value = "FUTURE_REF"
		return m, i + 1
	case p.text(i, "date") && p.text(i-1, "to") && !p.plainWord(i+1):
		m.value = "PRESENT_REF"
		return m, i + 1
	case !p.is(i, isReference):
		return m, 0
	}
	switch p.which(i) {
	case 1:
		m.value = "PRESENT_REF"
		if p.is(i+1, isComma) && p.shaped(i, opener) && p.text(i, "now") || p.text(i, "presently") {
			return m, 0 // "Now, …" opens a turn
		}
		if p.text(i+1, "that") && p.text(i, "now") || p.is(i+1, isDash) {
			return m, 0
		}
	case 2:
		m.value = "PAST_REF"
		if p.text(i, "formerly") || p.text(i+1, "as") {
			return m, 0
		}
	case 3:
		m.value = "FUTURE_REF"
		if !p.text(i, "soon") || p.inPast(i) || p.text(i-1, "as") || p.text(i-1, "too") || p.text(i-1, "how") || p.is(i+1, isLater) {
			return m, 0
		}
	}
	return m, i + 1
}

// inPast reports whether the verb beside atom i is in the past: "was soon
// repulsed", "they soon left".
func (p *parser) inPast(i int) bool {
	for _, k := range [...]int{i - 1, i - 2, i - 3, i + 1, i + 2} {
		switch p.tag(k) {
		case "VBD", "VBN":
			return true
		case "MD", "TO", "VB", "VBP", "VBZ":
			return false
		}
	}
	return false
}

// recentUnits reads "recent months".
func (p *parser) recentUnits(i int) (m match, next int) {
	if !p.is(i+1, isUnit) || !p.is(i+1, isPlural) || p.atoms[i+1].unit < dayUnit {
		return m, 0
	}
	return match{rule: ruleReference, kind: aDate, at: blank(noGrain), base: ready, value: "PAST_REF"}, i + 2
}
