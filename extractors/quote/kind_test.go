package quote_test

import (
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestKinds: what stands behind a source, and its name where one is given.
func TestKinds(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ text, cue, kind, name string }{
		// People: by name, title, role or pronoun.
		{`Maria Lopez said the plant was safe.`, "said", "person", "Maria Lopez"},
		{`Senator Maria Lopez said the plant was safe.`, "said", "person", "Maria Lopez"},
		{`U.S. Senator Maria Lopez said the plant was safe.`, "said", "person", "Maria Lopez"},
		{`A spokeswoman said the plant was safe.`, "said", "person", "A spokeswoman"},
		{`The defense chief said the plant was safe.`, "said", "person", "The defense chief"},
		{`Maria Lopez arrived at noon. She said the plant was safe.`, "said", "person", "Maria Lopez"},
		{`Maria Lopez arrived at noon. Lopez warned that the plant was old.`, "warned", "person", "Maria Lopez"},
		{`Maria Lopez, who runs the plant, said it was safe.`, "said", "person", "Maria Lopez"},
		{`The senator's spokesman said the plant was safe.`, "said", "person", "The senator's spokesman"},
		{`Zabrodin believes that the plant is safe.`, "believes", "person", ""},
		// Bodies.
		{`The Ministry of Health said the plant was safe.`, "said", "organization", "Ministry of Health"},
		{`The World Health Organization (WHO) met on Monday. The WHO reported that the plant was safe.`, "reported", "organization", "World Health Organization"},
		{`The government announced that the plant was safe.`, "announced", "organization", "The government"},
		{`The airline announced that it would cut forty routes.`, "announced", "organization", "The airline"},
		{`The NGO Riverwatch noted that the plant leaked.`, "noted", "organization", ""},
		{`North Korean state media confirmed that the plant was safe.`, "confirmed", "organization", ""},
		{`Authorities said the plant was safe.`, "said", "organization", ""},
		// States that speak.
		{`Russia argued that the sanctions were pointless.`, "argued", "location", "Russia"},
		{`On Monday Moscow insisted that the islands were its own.`, "insisted", "location", "Moscow"},
		// Groups.
		{`Experts contend that the plant is safe.`, "contend", "group", "Experts"},
		{`Many believe that the plant is safe.`, "believe", "group", "Many"},
		{`Some officials said the plant was safe.`, "said", "group", "Some officials"},
		{`France and Germany said the plant was safe.`, "said", "group", "France and Germany"},
		{`Delegates from 46 countries said the plant was safe.`, "said", "group", ""},
		{`Human rights groups reported that the guards were armed.`, "reported", "group", "Human rights groups"},
		// Nobody with a name.
		{`A source familiar with the talks said the plant was safe.`, "said", "anonymous", ""},
		{`Officials familiar with the talks said the plant was safe.`, "said", "anonymous", ""},
		{`A witness said the plant was safe.`, "said", "anonymous", "A witness"},
		{`The plant was reportedly safe.`, "reportedly", "anonymous", ""},
		{`Residents were told that the plant was safe.`, "were told", "anonymous", ""},
		// Papers.
		{`The report said the plant was safe.`, "said", "document", "The report"},
		{`According to a news article, the plant was safe.`, "According to", "document", "a news article"},
		{`The panel's update said the plant was safe.`, "said", "document", ""},
		{`According to a 2017 survey by the Ministry of Health, the plant was safe.`, "According to", "document", "Ministry of Health"},
		{`The figures show that output fell.`, "show", "document", "The figures"},
		// The author, where nothing else speaks.
		{`It was later revealed that the plant was safe.`, "revealed", "author", ""},
		{`It is known that the plant is safe.`, "is known", "author", ""},
		{`It seems that the plant is safe.`, "seems", "author", ""},
		{`We do not know if the plant is safe.`, "do not know", "author", ""},
	} {
		doc := annotate(t, stages, c.text)
		found := false
		for _, q := range doc.Quotes {
			own := q.Source.Chain[len(q.Source.Chain)-1]
			if strings.Contains(doc.Slice(own.Cue), c.cue) && string(own.Kind) == c.kind && (c.name == "" || own.Name == c.name || own.Name == strings.TrimPrefix(c.name, "The ")) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s\nwant %q %s %q, got%s", c.text, c.cue, c.kind, c.name, list(doc))
		}
	}
}

// TestInside: a chain, outermost first, each with its kind.
func TestInside(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ text, content, chain string }{
		{`Officials said that Kim had told them that the talks had failed.`, "the talks had failed", "group Officials, person Kim"},
		{`"I am told that the plant is safe," Maria Lopez said.`, "the plant is safe", "person Maria Lopez, anonymous"},
		{`According to Lopez, the general reportedly fled.`, "the general reportedly fled", "person Lopez, anonymous"},
		{`Maria Lopez said that many believe that the plant is safe.`, "the plant is safe", "person Maria Lopez, group many"},
		{`According to a report by the Ministry of Health, many believe that the plant is safe.`, "the plant is safe", "organization Ministry of Health, document Ministry of Health, group many"},
	} {
		doc := annotate(t, stages, c.text)
		found := false
		for _, q := range doc.Quotes {
			var chain []string
			for _, link := range q.Source.Chain {
				chain = append(chain, strings.TrimSpace(string(link.Kind)+" "+link.Name))
			}
			found = found || doc.Slice(q.Span) == c.content && strings.Join(chain, ", ") == c.chain
		}
		if !found {
			t.Errorf("%s\nwant %q by %s, got%s", c.text, c.content, c.chain, list(doc))
		}
	}
}

// TestInnermostNamed: where the innermost source is nobody, the record bears
// the one around it.
func TestInnermostNamed(t *testing.T) {
	stages := append(before(t), newStage(t))
	doc := annotate(t, stages, `According to Lopez, the general reportedly fled.`)
	for _, q := range doc.Quotes {
		if strings.HasPrefix(q.Rule, "hearsay") {
			if q.Source.Kind != pipeline.SourcePerson || doc.Slice(q.Source.Span) != "Lopez" {
				t.Errorf("hearsay inside is %s %q", q.Source.Kind, doc.Slice(q.Source.Span))
			}
			return
		}
	}
	t.Errorf("no hearsay:%s", list(doc))
}
