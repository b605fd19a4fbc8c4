package output

func (e *encoder) sentences() {
	for i, sentence := range e.doc.Sentences {
		e.begin(Sentence)
		e.int(`,"index":`, i)
		e.int(`,"paragraph":`, sentence.Unit)
		e.str(`,"text":`, e.doc.Slice(sentence.Span))
		e.str(`,"clean_text":`, e.doc.Clean(sentence.Span))
		e.span(sentence.Span)
		e.end()
	}
}

func (e *encoder) tokens() {
	for i := range e.doc.Sentences {
		for j, token := range e.doc.SentenceTokens(i) {
			e.begin(Token)
			e.int(`,"sentence":`, i)
			e.int(`,"index":`, j)
			e.str(`,"text":`, e.doc.Slice(token.Span))
			e.span(token.Span)
			e.optional(`,"lemma":`, token.Lemma)
			e.optional(`,"upos":`, token.UPOS)
			e.optional(`,"xpos":`, token.XPOS)
			if token.Deprel == "" { // no parse
				e.null(`,"head":`)
			} else {
				e.int(`,"head":`, token.Head)
			}
			e.optional(`,"deprel":`, token.Deprel)
			e.end()
		}
	}
}
