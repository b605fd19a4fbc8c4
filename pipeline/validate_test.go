package pipeline

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// whole returns a small document with something in every layer.
func whole() *Document {
	doc := words("Reportedly Müller left Kiel yesterday\nShe denied it\n")
	doc.Breaks = []Break{{Span: Span{10, 11}}, {Span: Span{18, 19}, Glue: true}}
	muller, kiel := doc.Tokens[1].Span, doc.Tokens[3].Span
	doc.Entities = []Entity{
		{Span: muller, Tokens: Range{1, 2}, Label: Person, Chain: 0},
		{Span: kiel, Tokens: Range{3, 4}, Label: Location, Chain: 1},
		{Span: doc.Tokens[5].Span, Sentence: 1, Tokens: Range{5, 6}, Label: Person, Chain: 0},
	}
	doc.Dates = []Date{{Span: doc.Tokens[4].Span, Type: "DATE", Value: "2023-05-01"}}
	source := Source{SourceLink: SourceLink{Kind: SourcePerson, Span: doc.Tokens[5].Span, Cue: doc.Tokens[6].Span}}
	source.Chain = []SourceLink{source.SourceLink}
	doc.Quotes = []Quote{{Span: doc.Tokens[7].Span, Sentence: 1, CueToken: 6, Source: source}}
	doc.Claims = []Claim{{
		Span: Span{muller.Start, doc.Tokens[4].End}, Predicate: 2, Subject: muller, Relation: doc.Tokens[2].Span, Arguments: []Span{kiel},
		Level: Speculative, ProbabilityTerm: doc.Tokens[0].Span, Cues: []Cue{{Span: doc.Tokens[0].Span, Kind: "hearsay"}},
		Entities: []int{0, 1}, Dates: []int{0}, Score: 0.5, Source: source,
	}}
	return doc
}

// TestValidateFindsDamage breaks one promise at a time.
func TestValidateFindsDamage(t *testing.T) {
	if err := whole().Validate(); err != nil {
		t.Fatalf("the whole document: %v", err)
	}
	length := len(whole().Text)
	inMuller := whole().Tokens[1].Start + 2 // the second byte of ü
	for _, c := range []struct {
		name, want string
		damage     func(d *Document)
	}{
		{"an empty break", "break 0", func(d *Document) { d.Breaks[0].End = d.Breaks[0].Start }},
		{"breaks out of order", "break 1", func(d *Document) { d.Breaks[0], d.Breaks[1] = d.Breaks[1], d.Breaks[0] }},
		{"breaks that overlap", "break 1", func(d *Document) { d.Breaks[0].End = d.Breaks[1].Start + 1 }},
		{"a unit beyond the text", "unit 0", func(d *Document) { d.Units[0].End = length + 1 }},
		{"a unit before the text", "unit 0", func(d *Document) { d.Units[0].Start = -1 }},
		{"units that overlap", "unit 1", func(d *Document) { d.Units = append(d.Units, Unit{Span: Span{3, 9}}) }},
		{"a sentence turned round", "sentence 1", func(d *Document) { d.Sentences[1].Start, d.Sentences[1].End = d.Sentences[1].End, d.Sentences[1].Start }},
		{"sentences that overlap", "sentence 1", func(d *Document) { d.Sentences[1].Start = d.Sentences[0].End - 1 }},
		{"a sentence in no unit", "sentence 0", func(d *Document) { d.Sentences[0].Unit = 1 }},
		{"a sentence in unit -1", "sentence 0", func(d *Document) { d.Sentences[0].Unit = -1 }},
		{"a sentence that leaves its unit", "sentence 1", func(d *Document) { d.Units[0].End -= 2 }},
		{"a sentence that cuts a character", "cuts a character", func(d *Document) { d.Sentences[0].End = inMuller }},
		{"tokens skipped", "sentence 1", func(d *Document) { d.Sentences[1].Tokens.First++ }},
		{"tokens beyond the last", "sentence 1", func(d *Document) { d.Sentences[1].Tokens.End++ }},
		{"tokens in no sentence", "in no sentence", func(d *Document) { d.Sentences[1].Tokens.End-- }},
		{"tokens that overlap", "token 1", func(d *Document) { d.Tokens[1].Start = d.Tokens[0].Start }},
		{"a token outside its sentence", "token 4", func(d *Document) { d.Tokens[4].End = d.Tokens[5].Start + 1 }},
		{"a token that cuts a character", "cuts a character", func(d *Document) { d.Tokens[1].End = inMuller }},
		{"a token that starts in a character", "cuts a character", func(d *Document) { d.Tokens[1].Start = inMuller }},
		{"an empty token", "token 2", func(d *Document) { d.Tokens[2].End = d.Tokens[2].Start }},
		{"two roots", "2 roots", func(d *Document) { d.Tokens[6].Head = -1 }},
		{"no root", "circle", func(d *Document) { d.Tokens[5].Head = 1 }},
		{"a circle beside the root", "circle", func(d *Document) { d.Tokens[1].Head, d.Tokens[2].Head = 2, 1 }},
		{"its own head", "circle", func(d *Document) { d.Tokens[2].Head = 2 }},
		{"a head beyond the sentence", "head 5", func(d *Document) { d.Tokens[2].Head = 5 }},
		{"a head below the root", "head -2", func(d *Document) { d.Tokens[2].Head = -2 }},
		{"an entity beyond the text", "entity 2", func(d *Document) { d.Entities[2].End = length + 9 }},
		{"entities out of order", "entity 1", func(d *Document) {
			d.Entities[0], d.Entities[1] = d.Entities[1], d.Entities[0]
			d.Entities[0].Chain = 0
		}},
		{"an entity in no sentence", "entity 0", func(d *Document) { d.Entities[0].Sentence = 2 }},
		{"an entity in another sentence", "entity 0", func(d *Document) { d.Entities[0].Sentence = 1 }},
		{"an entity with tokens that do not exist", "entity 2", func(d *Document) { d.Entities[2].Tokens = Range{7, 9} }},
		{"an entity with tokens turned round", "entity 1", func(d *Document) { d.Entities[1].Tokens = Range{4, 3} }},
		{"a chain that skips a number", "chain 2", func(d *Document) { d.Entities[1].Chain = 2 }},
		{"a chain below 0", "chain -1", func(d *Document) { d.Entities[1].Chain = -1 }},
		{"a date without text", "date 0", func(d *Document) { d.Dates[0].Span = Span{} }},
		{"a date twice", "date 1", func(d *Document) { d.Dates = append(d.Dates, d.Dates[0]) }},
		{"a date in no sentence", "date 0", func(d *Document) { d.Dates[0].Sentence = -1 }},
		{"a date in another sentence", "date 0", func(d *Document) { d.Dates[0].Sentence = 1 }},
		{"a quote without content", "quote 0", func(d *Document) { d.Quotes[0].Span = Span{} }},
		{"a quote in no sentence", "quote 0", func(d *Document) { d.Quotes[0].Sentence = 2 }},
		{"a cue token that does not exist", "cue token 8", func(d *Document) { d.Quotes[0].CueToken = 8 }},
		{"a cue token below -1", "cue token -2", func(d *Document) { d.Quotes[0].CueToken = -2 }},
		{"a quote's source beyond the text", "source of quote 0", func(d *Document) { d.Quotes[0].Source.Span.End = length + 1 }},
		{"a cue in the chain beyond the text", "source cue of quote 0", func(d *Document) { d.Quotes[0].Source.Chain[0].Cue.End = length + 1 }},
		{"a claim without text", "claim 0", func(d *Document) { d.Claims[0].Span = Span{} }},
		{"a claim in no sentence", "claim 0", func(d *Document) { d.Claims[0].Sentence = 2 }},
		{"a claim without a predicate", "claim 0", func(d *Document) { d.Claims[0].Predicate = 8 }},
		{"a subject turned round", "part of claim 0", func(d *Document) { d.Claims[0].Subject = Span{9, 3} }},
		{"a relation beyond the text", "part of claim 0", func(d *Document) { d.Claims[0].Relation.End = length + 1 }},
		{"an argument before the text", "part of claim 0", func(d *Document) { d.Claims[0].Arguments[0].Start = -4 }},
		{"a probability term that cuts a character", "cuts a character", func(d *Document) { d.Claims[0].ProbabilityTerm.End = inMuller }},
		{"a cue without text", "cue of claim 0", func(d *Document) { d.Claims[0].Cues[0].Span = Span{} }},
		{"a level that has no name", "level", func(d *Document) { d.Claims[0].Level = Unknown + 1 }},
		{"an entity that does not exist", "entity 3", func(d *Document) { d.Claims[0].Entities[1] = 3 }},
		{"a date that does not exist", "date 1", func(d *Document) { d.Claims[0].Dates[0] = 1 }},
		{"a claim's source beyond the text", "source of claim 0", func(d *Document) { d.Claims[0].Source.Span.End = length + 1 }},
		{"a score below 0", "score", func(d *Document) { d.Claims[0].Score = -0.1 }},
		{"a score above 1", "score", func(d *Document) { d.Claims[0].Score = 1.1 }},
	} {
		doc := whole()
		c.damage(doc)
		err := doc.Validate()
		if err == nil {
			t.Errorf("%s: not found", c.name)
		} else if !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "words.txt: ") {
			t.Errorf("%s: %q does not say %q", c.name, err, c.want)
		}
	}
}

func TestValidateTakesWhatIsNotThereYet(t *testing.T) {
	doc := whole()
	doc.Claims, doc.Quotes, doc.Dates, doc.Entities = nil, nil, nil, nil
	for i := range doc.Tokens {
		doc.Tokens[i].Head, doc.Tokens[i].Deprel = 0, ""
	}
	if err := doc.Validate(); err != nil {
		t.Errorf("before the parse: %v", err)
	}
	doc.Tokens = nil
	doc.Sentences[0].Tokens, doc.Sentences[1].Tokens = Range{}, Range{}
	if err := doc.Validate(); err != nil {
		t.Errorf("before the tokens: %v", err)
	}
	if err := NewDocument("empty.txt", "").Validate(); err != nil {
		t.Errorf("an empty text: %v", err)
	}
}

// FuzzValidate holds that a document that passes can be read without a panic,
// wherever its spans lie.
func FuzzValidate(f *testing.F) {
	f.Add("Reportedly Müller left.", 0, 24, 0, 10, 11, 18, 0, 1)
	f.Add("🙂 🙂", 0, 9, 0, 4, 5, 9, 1, -1)
	f.Add("🙂0🙂", 0, 9, 0, 4, 5, 9, 1, 72)
	f.Add("x", -1, 1, 2, 9, 0, 0, 0, 0)
	f.Fuzz(func(t *testing.T, text string, unitStart, unitEnd, start1, end1, start2, end2, head1, head2 int) {
		doc := NewDocument("fuzz", text)
		doc.Units = []Unit{{Span: Span{unitStart, unitEnd}}}
		doc.Sentences = []Sentence{{Span: Span{unitStart, unitEnd}, Tokens: Range{0, 2}}}
		doc.Tokens = []Token{{Span: Span{start1, end1}, Head: head1, Deprel: "a"}, {Span: Span{start2, end2}, Head: head2, Deprel: "b"}}
		if !utf8.ValidString(text) || doc.Validate() != nil {
			t.Skip()
		}
		var tree Tree
		tree.Reset(doc, 0)
		if root := tree.Root(); tree.Subtree(root) != (Range{0, 2}) || !tree.Dominates(root, 1-root) {
			t.Fatalf("root %d does not hold the sentence", root)
		}
		for i, token := range doc.Tokens {
			if !utf8.ValidString(doc.Slice(token.Span)) || doc.SentenceAt(token.Start) != 0 || !doc.TokensIn(token.Span).Contains(i) {
				t.Fatalf("token %d is not where it says", i)
			}
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	doc := words(strings.Repeat("The authority said that the second gate would be shut for a week\n", 500))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := doc.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}
