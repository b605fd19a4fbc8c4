package quote_test

import (
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// lent are texts with a quotation that no verb beside it reports: whose the
// words are, by name; "-" where they are nobody's.
var lent = []struct{ form, text, words, name string }{
	{"statement, colon", "Senator Maria Byrne made the following remarks Tuesday on the Senate floor:\n\n\"The ferry is late.\"", "The ferry is late", "Maria Byrne"},
	{"speaks, colon", "Senate Leader Maria Byrne spoke on the Senate floor Wednesday regarding the ferry:\n\n\"The ferry is late.\"", "The ferry is late", "Maria Byrne"},
	{"says in passing, colon", "We repeat the call made by the mayor, Anton Weber, when he suggested:\n\n\"The council should meet in May.\"", "The council should meet", "Anton Weber"},
	{"label between", "Senate Leader Maria Byrne delivered the following statement today on the floor.\n\nRemarks as prepared:\n\n\"The ferry is late.\n\n\"The harbour is full.\"", "The harbour is full", "Maria Byrne"},
	{"sentence between", "Senator Maria Byrne issued the following statement today on the ruling that said ferries raise \"a potential for waste.\" Byrne filed a brief last year asking that it be upheld (To view the brief go to page 2):\n\n\"I am pleased.\"", "I am pleased", "Maria Byrne"},
	{"transcript of", "Sen. Maria Byrne criticized the plan for the ferries.\n\nA transcript of her address is available below:\n\n\"I need answers.\"", "I need answers", "Maria Byrne"},
	{"statement of", "The following is a statement from Senator Maria Byrne:\n\n\"The ferry is late.\"", "The ferry is late", "Maria Byrne"},
	{"letter by", "The following is the text of a letter sent to Mayor Anton Weber by Senator Maria Byrne:\n\n\"The ferry is late.\"", "The ferry is late", "Maria Byrne"},
	{"not of the dead", "SEN. BYRNE ISSUES STATEMENT\n\nStatement on the death of Mayor Anton Weber:\n\n\"I admired him.\"", "I admired him", "Byrne"},
	{"not of the senator", "Senator Maria Byrne made the following statement after the Senate passed the Ferry Act. Click here to read the senator's floor statement prior to the vote:\n\n\"Today we acted.\"", "Today we acted", "Maria Byrne"},
	{"last speaker", "Senator Maria Byrne remarked that the ferry is too slow for the island.\n\n\"Time and again it was late.\"\n\nOn the Harbour\n\n\"The wall must be mended.\"", "The wall must be mended", "Maria Byrne"},
	{"headline", "SEN. BYRNE ISSUES STATEMENT ON FERRIES\n\n\"The ferry bill brings no money, which is a loss for all of us.\n\nAll told, it brings nothing for the harbour.\n\nThis is not the end.\"", "it brings nothing", "Byrne"},
	{"double in double", "Senator Maria Byrne made the following remarks:\n\n\"My father would ask, \"What can I do?\" He did a lot.\n\n\"We thank him.\"", "He did a lot", "Maria Byrne"},
	{"closed by an opening mark", "On Monday, Maria Byrne made the following comment:\n\n“The ferry is late. The harbour is full.“\n\nThe town has grown.", "The harbour is full", "Maria Byrne"},
	{"unquoted", "Senator Maria Byrne made the following statement on the ferry:\n\nI have seen the harbour. The wall is broken.\n\nThe town must pay.", "The town must pay", "Maria Byrne"},
	{"unquoted, to the mark", "Senator Maria Byrne made the following statement on the ferry:\n\nI have seen the harbour. The wall is broken.\"\n\nThe town must pay.", "The town must pay", "-"},
	{"not of itself", "Senator Maria Byrne made the following suggestions in her statement:\n\nThe town must pay for the harbour.", "The town must pay", "-"},
	{"a message in a report", "Anton Weber sent Berg another message:\n\nOn May 4 our investigators met Berg. We asked him for the letters.", "investigators met Berg", "-"},
	{"directive", "The Harbour Committee voted to direct the office in accordance with the following directive:\n\n\"The office undertakes repairs of the wall.\"", "The office undertakes", "Harbour Committee"},
	{"adverbial clause", "Senator Maria Byrne made the following statement after the Senate passed the Ferry Act.", "the Senate passed", "-"},
	{"a snippet lends nobody", "The court overturned a ruling that said ferries raise \"a potential for waste.\"\n\n\"The long winter is over.\"", "The long winter is over", "-"},
	{"a title", "Senator Maria Byrne said that the ferry is late.\n\n\"The Long Winter\" was sold out.", "was sold out", "-"},
	{"one sentence", "Statement of Senator Maria Byrne on the Ferry and Harbour Bill: \"The public voted for ferries. I plan to support it.\"", "I plan to support it", "Maria Byrne"},
	{"title", "Statement of Senator Maria Byrne on the Ferry Bill\n\n\"I am proud of the ferry.\"", "I am proud", "Maria Byrne"},
	{"title, same paragraph", "Statement of Senator Maria Byrne on the Ferry Bill\n   \"I am proud of the ferry. It will sail.\"", "It will sail", "Maria Byrne"},
	{"a paragraph between", "Senator Maria Byrne made the following remarks:\n\n\"The ferry is late.\"\n\nThe harbour was built in 1932.\n\n\"The wall is broken.\"", "The wall is broken", "Maria Byrne"},
	{"called on", "The Leader of the Senate, Maria Byrne, called on her colleagues to mend the wall.\n\nThe vote is on Monday.\n\n\"The wall is broken.\"", "The wall is broken", "Maria Byrne"},
	{"passive", "The following statement was issued today by Senator Maria Byrne:\n\n\"The ferry is late.\"", "The ferry is late", "Maria Byrne"},
}

// TestLent: words that no verb reports are whoever is announced, or the last
// speaker's.
func TestLent(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range lent {
		t.Run(c.form, func(t *testing.T) {
			doc := annotate(t, stages, c.text)
			if err := doc.Validate(); err != nil {
				t.Fatal(err)
			}
			if name := speakerOf(doc, c.words); name != c.name {
				t.Errorf("%s\n%q is %q, want %q%s", c.text, c.words, name, c.name, list(doc))
			}
		})
	}
}

// speakerOf returns the name of the source of the smallest content of a
// document that holds some words, or "-".
func speakerOf(doc *pipeline.Document, words string) string {
	at := strings.Index(doc.Text, words)
	name, length := "-", len(doc.Text)+1
	for _, q := range doc.Quotes {
		if q.Start <= at && at+len(words) <= q.End && q.Len() < length {
			name, length = q.Source.Name, q.Len()
		}
	}
	return name
}
