package quote_test

import "testing"

const interview = "This is a partial transcript of the evening show.   ANNA FISCHER, Host: Welcome back. Joining us are Senator Richard Lopez of Ohio and Senator Joe Byrne.   Is that realistic?" +
	"       SEN. RICHARD LOPEZ (R), OHIO: Well, it probably is. I think the harbour is safe.      MS. FISCHER: Here is the headline, Senator Byrne. You said the bridge was lost." +
	"   SEN. BYRNE: Everything is on the table.\n\nThat would not meet my desire.\n\nLOPEZ: In three ports that apparently is the case. I was there.\n\nThe show is on at nine."

// TestTurns: each turn of a transcript is its speaker's, by the fullest name
// in the text, wherever in a paragraph it begins.
func TestTurns(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ text, words, name string }{
		{interview, "Welcome back", "Anna Fischer"},
		{interview, "Is that realistic", "Anna Fischer"},
		{interview, "it probably is", "Richard Lopez"},
		{interview, "the harbour is safe", "Richard Lopez"},
		{interview, "Here is the headline", "Anna Fischer"},
		{interview, "the bridge was lost", "Joe Byrne"},
		{interview, "Everything is on the table", "Joe Byrne"},
		{interview, "not meet my desire", "Joe Byrne"},
		{interview, "I was there", "Richard Lopez"},
		{interview, "The show is on", "-"},
		{interview, "This is a partial", "-"},
		{"BACKGROUND: The bridge was built in 1932.\n\nThe town has grown.", "The bridge was built", "-"},
		{"TOLL ROADS FUND: The bridge was mended.\n\nPARKS AND TREES: The park has grown.", "The park has grown", "-"},
	} {
		doc := annotate(t, stages, c.text)
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		if name := speakerOf(doc, c.words); name != c.name {
			t.Errorf("%q is %q, want %q%s", c.words, name, c.name, list(doc))
		}
	}
}
