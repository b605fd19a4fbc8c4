package output

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// fixtureText has an emoji, an umlaut and a line break before the claims, so
// that bytes, code points and folded text all differ.
const fixtureText = "Zoë 🙂 reports\n\nOfficials in Lyon said on 5 May 2024 that the \"bridge\"\nmay have closed. It did not."

// fixture returns a document with one of everything.
func fixture(t testing.TB) *pipeline.Document {
	t.Helper()
	doc := pipeline.NewDocument("news/a <b> & c.txt", fixtureText)
	doc.Title, doc.Published, doc.PublishedBasis = "Zoë 🙂 reports", "2024-05-06", pipeline.PublishedFlag
	doc.Meta = json.RawMessage(`{"desk":"north"}`)
	heading, first, second := find(t, "Zoë 🙂 reports"), find(t, "Officials in Lyon said on 5 May 2024 that the \"bridge\"\nmay have closed."), find(t, "It did not.")
	doc.Units = []pipeline.Unit{{Span: heading, Kind: pipeline.UnitHeading}, {Span: first.Hull(second)}}
	for i, s := range []pipeline.Span{heading, first, second} {
		sentence := pipeline.Sentence{Span: s, Unit: min(i, 1), Tokens: pipeline.Range{First: len(doc.Tokens)}}
		doc.Tokens = append(doc.Tokens, wordsIn(doc.Slice(s), s.Start)...)
		sentence.Tokens.End = len(doc.Tokens)
		doc.Sentences = append(doc.Sentences, sentence)
	}
	lyon, officials, day := find(t, "Lyon"), find(t, "Officials in Lyon"), find(t, "5 May 2024")
	doc.Entities = []pipeline.Entity{
		{Span: find(t, "Zoë"), Label: pipeline.Person, Mention: pipeline.MentionName, Score: 0.98765},
		{Span: officials, Sentence: 1, Label: pipeline.Organization, Mention: pipeline.MentionNominal, Chain: 1, Place: &pipeline.Place{}},
		{Span: lyon, Sentence: 1, Label: pipeline.Location, Mention: pipeline.MentionName, Chain: 2, Name: "Lyon", Title: "city", Reason: "gazetteer",
			Place: &pipeline.Place{Country: "FR", Kind: "city", GeonamesID: 2996944, Latitude: 45.74846, Longitude: 4.84671, HasPoint: true}, Score: 1},
	}
	doc.Dates = []pipeline.Date{{Span: day, Sentence: 1, Type: "DATE", Value: "2024-05-05", From: "2024-05-05", To: "2024-05-05", Precision: "day", Basis: "explicit"}}
	source := pipeline.Source{SourceLink: pipeline.SourceLink{Kind: pipeline.SourceGroup, Span: officials, Cue: find(t, "said")}}
	source.Chain = []pipeline.SourceLink{source.SourceLink, {Kind: pipeline.SourceAnonymous}}
	content := find(t, "the \"bridge\"\nmay have closed")
	doc.Quotes = []pipeline.Quote{{Span: content, Sentence: 1, CueToken: 5, Quotation: pipeline.QuotationMixed, Source: source}}
	may := find(t, "may")
	doc.Claims = []pipeline.Claim{
		{Span: content, Sentence: 1, Subject: find(t, "the \"bridge\""), Relation: find(t, "may have closed"), Arguments: []pipeline.Span{day},
			Level: pipeline.Possible, AuthorCertainty: pipeline.Uncommitted, HolderCertainty: pipeline.PossiblePlus,
			ProbabilityTerm: may, ProbabilityLow: 20, ProbabilityHigh: 55, Modality: "epistemic", Evidentiality: "reported", Kind: "fact",
			Tense: "past", Quotation: pipeline.QuotationMixed, Cues: []pipeline.Cue{{Span: may, Kind: "hedge", Rule: "may"}}, Source: source,
			Entities: []int{1, 2}, Dates: []int{0}, Rule: "complement", Score: 0.123456},
		{Span: find(t, "It did not"), Sentence: 2, Level: pipeline.Asserted, Negative: true, AuthorCertainty: pipeline.CertainMinus,
			Modality: "none", Evidentiality: "none", Kind: "fact", Tense: "past", Quotation: pipeline.QuotationNone, Rule: "main", Score: 1,
			Source: pipeline.Source{SourceLink: pipeline.SourceLink{Kind: pipeline.SourceAuthor}}},
	}
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	return doc
}

func find(t testing.TB, text string) pipeline.Span {
	t.Helper()
	at := strings.Index(fixtureText, text)
	if at < 0 {
		t.Fatalf("%q is not in the fixture", text)
	}
	return pipeline.Span{Start: at, End: at + len(text)}
}

// wordsIn makes a flat tree of the words between spaces.
func wordsIn(text string, start int) []pipeline.Token {
	var tokens []pipeline.Token
	at := 0
	for _, word := range strings.Fields(text) {
		i := at + strings.Index(text[at:], word)
		at = i + len(word)
		token := pipeline.Token{Span: pipeline.Span{Start: start + i, End: start + at}, Form: word, Lemma: word, UPOS: "X", XPOS: "FW", Deprel: "dep"}
		if len(tokens) == 0 {
			token.Head, token.Deprel = -1, "root"
		}
		tokens = append(tokens, token)
	}
	return tokens
}

// lines returns a document's records of a kind, one a line.
func lines(doc *pipeline.Document, kind Kind, options Options) []string {
	return strings.Split(strings.TrimSuffix(string(NewEncoder(options).Append(nil, kind, doc)), "\n"), "\n")
}
