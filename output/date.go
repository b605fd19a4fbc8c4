package output

func (e *encoder) dates() {
	for i := range e.doc.Dates {
		date := &e.doc.Dates[i]
		e.begin(Date)
		e.str(`,"type":`, date.Type)
		e.str(`,"value":`, date.Value)
		e.optional(`,"mod":`, date.Mod)
		e.optional(`,"from":`, date.From)
		e.optional(`,"to":`, date.To)
		e.optional(`,"precision":`, date.Precision)
		e.str(`,"basis":`, date.Basis)
		e.optional(`,"anomaly":`, date.Anomaly)
		e.int(`,"sentence":`, date.Sentence)
		e.str(`,"text":`, e.doc.Slice(date.Span))
		e.span(date.Span)
		e.end()
	}
}
