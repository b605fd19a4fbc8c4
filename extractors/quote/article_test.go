package quote_test

import (
	"os"
	"strings"
	"testing"
)

// TestRealArticle reads the article that the project began with, which lies
// beside the repository and not in it; without it the test is skipped. Who
// speaks there, and by which words, was read by hand.
func TestRealArticle(t *testing.T) {
	text, err := os.ReadFile("../../../shared/corpus/russia-dprk-relations.txt")
	if err != nil {
		t.Skip("needs ../shared")
	}
	doc := annotate(t, append(before(t), newStage(t)), string(text))
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ kind, source, name, cue string }{
		{"group", "Experts", "Experts", "contend"},
		{"group", "who", "South Korea, the U.S., and Ukraine", "argue"},
		{"group", "South Korea, the U.S., and Ukraine", "", "criticism"},
		{"location", "Russia", "Russia", "argued"},
		{"person", "the ROK defense chief", "the ROK defense chief", "According to"},
		{"document", "a statement by Liu Pengyu", "Liu Pengyu", "According to"},
		{"person", "Liu Pengyu", "Liu Pengyu", "stating"},
		{"location", "China", "China", "stating"},
		{"organization", "North Korean state media", "North Korean state media", "confirmed"},
		{"person", "South Korea's current representative to the UN, Ambassador Hwang", "", "condemned"},
		{"person", "the Russian Ambassador to the United Nations", "", "hinted at"},
		{"document", "a CNN news article", "", "hinted at"},
		{"document", "the meeting's White House background press call", "White House", "According to"},
		{"group", "many", "many", "believe"},
		{"anonymous", "", "", "has been cited"},
		{"anonymous", "", "", "purportedly"},
		{"anonymous", "", "", "reportedly"},
		{"anonymous", "", "", "were expressed"},
	} {
		found := false
		for _, q := range doc.Quotes {
			own := q.Source.Chain[len(q.Source.Chain)-1]
			if !strings.Contains(doc.Clean(own.Cue), c.cue) {
				continue
			}
			for _, link := range q.Source.Chain {
				found = found || string(link.Kind) == c.kind && (c.name == "" || link.Name == c.name) &&
					strings.HasPrefix(doc.Clean(link.Span), c.source) && (c.source != "") == !link.Span.IsZero()
			}
		}
		if !found {
			t.Errorf("%s %q (%s) is not found by %q", c.kind, c.source, c.name, c.cue)
		}
	}
}
