package quote_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/pipeline"
)

// before returns the stages that the quote stage builds on.
func before(t testing.TB) []pipeline.Stage {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, stage := range all {
		if stage.Name() == "quote" {
			return all[:i]
		}
	}
	t.Fatal("the chain has no quote stage")
	return nil
}

func annotate(t testing.TB, stages []pipeline.Stage, text string) *pipeline.Document {
	t.Helper()
	doc := pipeline.NewDocument("test", text)
	for _, stage := range stages {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
	}
	return doc
}

func newStage(t testing.TB) *quote.Stage {
	t.Helper()
	stage, err := quote.New()
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// attributionCases are texts with one attribution that each must give.
var attributionCases = []struct{ form, text, kind, source, cue, content string }{
	{"clause", `The minister said that the border would stay closed.`, "person", "The minister", "said", "the border would stay closed"},
	{"no conjunction", `The minister said the border would stay closed.`, "person", "The minister", "said", "the border would stay closed"},
	{"plural", `Experts contend that the veto weakens the council.`, "group", "Experts", "contend", "the veto weakens the council"},
	{"state", `Russia argued that the sanctions were pointless.`, "location", "Russia", "argued", "the sanctions were pointless"},
	{"body", `The Security Council said on Monday that it would meet again.`, "organization", "The Security Council", "", "it would meet again"},
	{"paper", `The report found that prices rose in May.`, "document", "The report", "found", "prices rose in May"},
	{"nameless", `A source told reporters that the talks had failed.`, "anonymous", "A source", "", "the talks had failed"},
	{"medial", `The new plant, the company said, will open in June.`, "organization", "the company", "said", "The new plant, the company said, will open in June"},
	{"final", `The new plant will open in June, the company said.`, "organization", "the company", "said", "The new plant will open in June"},
	{"inverted", `"The plant will open in June," said Maria Lopez, a spokeswoman.`, "person", "", "said", `"The plant will open in June,"`},
	{"direct", `Maria Lopez said, "The plant will open in June."`, "person", "Maria Lopez", "said", `"The plant will open in June."`},
	{"according to, first", `According to the ministry, the bridge is safe.`, "organization", "the ministry", "According to", "the bridge is safe"},
	{"according to, last", `The bridge is safe, according to the ministry.`, "organization", "the ministry", "according to", "The bridge is safe"},
	{"belief", `Analysts believe that rates will fall.`, "group", "Analysts", "believe", "rates will fall"},
	{"confirmation", `The mayor confirmed that two men were arrested.`, "person", "The mayor", "confirmed", "two men were arrested"},
	{"question", `Reporters asked whether the minister had resigned.`, "group", "Reporters", "asked", "whether the minister had resigned"},
	{"passive", `Voters were told that the polls had closed.`, "anonymous", "-", "were told", "the polls had closed"},
	{"participle", `The company closed two plants, saying that demand had collapsed.`, "organization", "", "saying", "demand had collapsed"},
	{"goes on", `"The plant is safe," Maria Lopez said. "Nobody was hurt."`, "person", "Maria Lopez", "said", `"Nobody was hurt."`},
	{"argues", `The ministry argues that the tax is fair.`, "organization", "The ministry", "argues", "the tax is fair"},
	{"announced", `The airline announced that it would cut forty routes.`, "organization", "The airline", "announced", "it would cut forty routes"},
	{"warned", `The governor warned that the dam could fail.`, "person", "The governor", "warned", "the dam could fail"},
	{"inverted name", `The talks will go on, said Jonas Berg.`, "person", "Jonas Berg", "said", "The talks will go on"},
	{"medial name", `The veto, Berg said, was a mistake.`, "", "Berg", "said", "The veto, Berg said, was a mistake"},
	{"medial pronoun", `The veto, they argue, weakens the council.`, "", "they", "argue", "The veto, they argue, weakens the council"},
	{"told that", `The mayor told residents that the water was safe.`, "person", "The mayor", "told", "the water was safe"},
	{"before a contrast", `The ministry said that the bridge was safe, although engineers had closed it.`, "organization", "The ministry", "said", "the bridge was safe"},
	{"per", `The vote was postponed, per the party's rules.`, "document", "the party's rules", "per", "The vote was postponed"},
	{"according to, dated", `According to the harbour master at a briefing on May 4, 2021, "nine boats were lost."`, "person", "", "According to", `"nine boats were lost."`},
	{"according to a thing", `According to the interviews, guards beat nine men.`, "document", "the interviews", "According to", "guards beat nine men"},
	{"according to rights groups", `According to human rights NGOs, guards beat nine men.`, "group", "human rights NGOs", "According to", "guards beat nine men"},
	{"according to data", `According to 2014-15 census data, most villages shrank.`, "document", "2014-15 census data", "According to", "most villages shrank"},
	{"as reported by", `As reported by local rights groups, guards beat the prisoners.`, "group", "local rights groups", "As reported by", "guards beat the prisoners"},
	{"as noted in", `As noted in the report, the plant was closed in 2019.`, "document", "the report", "As noted in", "the plant was closed in 2019"},
	{"reports that", `There were reports that soldiers looted the market.`, "anonymous", "-", "reports", "soldiers looted the market"},
	{"reports of", `There were reports of looting in the north.`, "anonymous", "-", "reports of", "looting in the north"},
	{"reports, interrupted", `There were reports throughout the year that the police took bribes.`, "anonymous", "-", "reports", "the police took bribes"},
	{"claims to others", `Weber made claims to investors that the mine was rich.`, "person", "Weber", "", "the mine was rich"},
	{"evidence", `The inquiry did not find evidence that the crew was drunk.`, "organization", "The inquiry", "", "the crew was drunk"},
	{"rumour", `Rumours that the bank had failed drew crowds.`, "anonymous", "-", "Rumours", ""},
	{"statement of", `The minister's statement that the border was closed has surprised travellers.`, "", "The minister's", "", "the border was closed"},
	{"paper that calls", `The council issued a statement calling the raid "a clear breach" of the treaty.`, "document", "a statement", "calling", `the raid "a clear breach" of the treaty`},
	{"paper that says", `Weber circulated a letter stating that the mine was rich.`, "document", "a letter", "stating", "the mine was rich"},
	{"paper that joins", `The agency released a report that listed the wells and declared they were poisoned.`, "document", "a report", "declared", "they were poisoned"},
	{"reportedly", `Although the general reportedly accepted the offer, he has yet to sign.`, "anonymous", "-", "reportedly", "the general reportedly accepted the offer"},
	{"allegedly, of a part", `She was held, allegedly for insulting an officer.`, "anonymous", "-", "allegedly", "for insulting an officer"},
	{"semicolon", `The mine reportedly closed; miners said they were not paid.`, "anonymous", "-", "reportedly", "The mine reportedly closed"},
	{"many believe", `The fire destroyed a palace many believe was built by Romans.`, "group", "many", "believe", "a palace many believe was built by Romans"},
	{"moved subject", `The attacks, which the report said were covered up, began in May.`, "document", "the report", "said", "were covered up"},
	{"gerund", `The man reported being hit on the head.`, "person", "The man", "reported", "being hit on the head"},
	{"denied", `The firm denied that it had dumped waste.`, "organization", "The firm", "denied", "it had dumped waste"},
	{"passive, seen", `The visit was seen as a snub to the allies.`, "anonymous", "-", "was seen", "The visit was seen as a snub to the allies"},
	{"passive, agent", `The plan was described by officials as a failure.`, "group", "officials", "", ""},
	{"passive, expressed", `Concerns were expressed about the cost of the tunnel.`, "anonymous", "-", "", ""},
	{"hinted at by", `A delay, a possibility hinted at by the Norwegian ambassador, would be costly.`, "person", "the Norwegian ambassador", "hinted at", "a possibility"},
	{"in the words of", `In the words of the minister, the plan is dead.`, "person", "the minister", "In the words of", "the plan is dead"},
	{"in the view of", `The plan, in the view of many experts, is dead.`, "group", "many experts", "in the view of", "The plan, in the view of many experts, is dead"},
	{"in one's view", `In Berg's view, the plan is dead.`, "person", "Berg's", "view", "the plan is dead"},
	{"as put by", `As the minister put it, the plan is dead.`, "person", "the minister", "put it", "the plan is dead"},
	{"as noted", `The plan is dead, as the ministry noted.`, "organization", "the ministry", "noted", "The plan is dead"},
	{"said when", `The minister said on Friday that the border would open.`, "person", "The minister", "", "the border would open"},
	{"transcript", "LOPEZ: We went home.\n\nBERG: I stayed. It was late.", "person", "BERG", ":", "I stayed. It was late."},
	{"complaints of", `Most complaints of noise came from the harbour.`, "", "", "", "noise"},
	{"quoted as saying", `State television quoted the president as saying that the enemy had fled.`, "person", "the president", "as saying", "the enemy had fled"},
	{"was quoted as saying", `The mayor was quoted as saying that the bridge was safe.`, "person", "The mayor", "as saying", "the bridge was safe"},
	{"rumours spread", `Rumours spread that the bank had failed.`, "anonymous", "-", "Rumours spread", "the bank had failed"},
	{"rumoured to", `The general, long rumoured to be ill, appeared on television.`, "anonymous", "-", "rumoured", "to be ill"},
	{"and that", `The doctor stated that she had never seen the letter, and that she did not know the writer.`, "person", "The doctor", "stated", "she had never seen the letter, and that she did not know the writer"},
	{"participle first", `Asked whether he would resign, the minister left the room.`, "", "", "Asked", "whether he would resign"},
	{"rejected claims", `Moscow has rejected accusations that it hacked the ministry.`, "location", "Moscow", "has rejected accusations", "it hacked the ministry"},
	{"hearsay in a paper", `The suspect allegedly bought the rifle, according to court papers.`, "document", "court papers", "", "The suspect allegedly bought the rifle"},
	{"party", `Smith, D-Ohio, said he would vote no.`, "person", "Smith, D-Ohio", "said", "he would vote no"},
	{"semicolon between", `Some analysts fear that prices will rise; others say jobs will be saved.`, "group", "Some analysts", "fear", "prices will rise"},
	{"paper with a clause", `According to the memo, which the paper obtained, the agency misled the court.`, "document", "", "According to", "the agency misled the court"},
	{"inserted according to", `Ruiz noted that, according to the Census Bureau, one child in five goes hungry.`, "organization", "the Census Bureau", "according to", "one child in five goes hungry"},
	{"said of", `"They lied to us," one resident said of the officials.`, "person", "one resident", "", `"They lied to us,"`},
	{"was convinced", `He was convinced the plan would work.`, "", "He", "was convinced", "the plan would work"},
	{"role and name", `The company's chief executive, Anna Berg, has described the talks as "useful".`, "person", "", "has described", ""},
	{"medial, confirmed", `The letters, a spokeswoman for the archive confirmed, will be printed next year.`, "person", "a spokeswoman for the archive", "confirmed", ""},
	{"has it", `Rumour has it that the captain was asleep.`, "anonymous", "-", "Rumour has it", "the captain was asleep"},
	{"denies", `The Authority denies that it was aware of any theft.`, "", "The Authority", "denies", "it was aware of any theft"},
	{"role, name", `According to its chief engineer, Maria Lopez, the dam is safe.`, "person", "its chief engineer, Maria Lopez", "According to", "the dam is safe"},
	{"not to be named", `A clerk, who asked not to be named, said the seals were broken.`, "anonymous", "", "said", "the seals were broken"},
	{"fear", `Farmers fear that the drought will last.`, "group", "Farmers", "fear", "the drought will last"},
	{"want", `The union wants a rise of six percent.`, "organization", "The union", "wants", "a rise of six percent"},
	{"colon", `Maria Lopez: "The plant is safe."`, "person", "Maria Lopez", ":", `"The plant is safe."`},
	{"list of sources", `The court, unions, and refugees reported that the camp was full.`, "group", "The court, unions, and refugees", "reported", "the camp was full"},
	{"interviewed by", `A witness interviewed by the staff said the vault was open.`, "anonymous", "A witness interviewed by the staff", "said", "the vault was open"},
	{"long quotation", "“We lost the boats. We lost the nets. The sea took all of it,” Maria Lopez said.", "person", "Maria Lopez", "said", "“We lost the boats. We lost the nets. The sea took all of it,”"},
	{"never closed", "“We lost the boats, Maria Lopez said.", "", "Maria Lopez", "said", ""},
	{"hyphen", `Multiple in-country observers stated that the vote was fair.`, "group", "Multiple in-country observers", "stated", "the vote was fair"},
	{"hyphen, place", `A London-based group reported that ten men fled.`, "group", "A London-based group", "reported", "ten men fled"},
	{"plus", `LGBTQI+ activists said political prisoners were beaten.`, "group", "LGBTQI+ activists", "said", "political prisoners were beaten"},
	{"bracket", `"The budget does nothing to strengthen the economy," said Weber (I-Vt.). What kind of plan is it?`, "person", "Weber (I-Vt.)", "said", ""},
	{"plus, persons", `LGBTQI+ persons said that guards beat them.`, "group", "LGBTQI+ persons", "said", "guards beat them"},
	{"a dash is none", `Ten groups left - observers agreed that it was over.`, "group", "observers", "agreed", "it was over"},
	{"long list", `Foreign observers from the Union of Harbour States, the European Union, the Carter Center, and several embassies concluded that the vote was fair.`, "group", "Foreign observers from the Union of Harbour States, the European Union, the Carter Center, and several embassies", "concluded", "the vote was fair"},
	{"forecast", `Farmers who wait can expect to save money.`, "author", "-", "expect", "to save money"},
	{"expectation", `Farmers who wait expect to save money.`, "group", "Farmers who wait", "expect", "to save money"},
	{"after taking up", `"We are open to talks," he said, referring to the truce. "But time is short."`, "person", "he", "said", `"But time is short."`},
}

// TestAttributions: each text must give an attribution with these parts; ""
// leaves a part open, "-" wants it empty. A cue may be wider than the words
// given: how far it reaches is learned.
func TestAttributions(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range attributionCases {
		t.Run(c.form, func(t *testing.T) {
			doc := annotate(t, stages, c.text)
			if err := doc.Validate(); err != nil {
				t.Fatal(err)
			}
			for _, q := range doc.Quotes {
				same := func(want, got string) bool { return want == "" || want == got || want == "-" && got == "" }
				if same(c.kind, string(q.Source.Kind)) && same(c.source, doc.Slice(q.Source.Span)) &&
					strings.Contains(doc.Slice(q.Source.Cue), c.cue) && same(c.content, doc.Slice(q.Span)) {
					return
				}
			}
			t.Errorf("%s\nwant %q %q %q %q, got%s", c.text, c.kind, c.source, c.cue, c.content, list(doc))
		})
	}
}

// list shows the quotes of a document.
func list(doc *pipeline.Document) string {
	var out strings.Builder
	for _, q := range doc.Quotes {
		fmt.Fprintf(&out, "\n  %s %q => %q, cue %q, content %q (%s, %s)", q.Source.Kind, doc.Slice(q.Source.Span), q.Source.Name,
			doc.Slice(q.Source.Cue), doc.Slice(q.Span), q.Act, q.Rule)
	}
	return out.String()
}

// TestNoAttribution: texts in which nobody says anything.
func TestNoAttribution(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, text := range []string{
		`The bridge was opened in 1932 and closed in 1987.`,
		`Everything went according to plan.`,
		`The river flows north.`,
		// Things do not speak by verbs that only sometimes say something.
		`Doubts and suspicion have always characterized the relationship.`,
		`The ministry maintained a road through the hills.`,
		`The firm continued repairs and added two lifts.`,
		// Titles, nicknames and scare quotes.
		`She won a prize for "The Long Winter" in 1998.`,
		`Anton "the Bear" Novak scored twice.`,
		`The war of a short "special operation" dragged on.`,
		// What was forecast is not what is said.
		`Turnout was higher than most analysts had forecast.`,
		`The cause has yet to be explained.`,
		`There were no reports of looting.`,
		`There were no known reports of looting.`,
		`Nobody was hurt, nor were there reports of looting.`,
		// A name is given, and nothing said.
		`The tax, one of the cuts known as levies, was raised.`,
		`The clerk tells so many lies.`,
		// According to what, not to whom.
		`The stones were sorted according to size.`,
		`They are paid according to whether they work at night.`,
		``,
	} {
		doc := annotate(t, stages, text)
		for _, q := range doc.Quotes {
			if q.Act == pipeline.ActStatement || q.Act == pipeline.ActBelief || q.Act == pipeline.ActKnowledge {
				t.Errorf("%s\ngot%s", text, list(doc))
				break
			}
		}
	}
}

// TestChain: nested attributions come outermost first.
func TestChain(t *testing.T) {
	stages := append(before(t), newStage(t))
	doc := annotate(t, stages, `Officials said that the minister believed that the talks had failed.`)
	for _, q := range doc.Quotes {
		if doc.Slice(q.Span) != "the talks had failed" {
			continue
		}
		if n := len(q.Source.Chain); n != 2 || doc.Slice(q.Source.Chain[0].Span) != "Officials" || doc.Slice(q.Source.Span) != "the minister" {
			t.Errorf("chain of %d:%s", n, list(doc))
		}
		return
	}
	t.Errorf("the inner attribution is missing:%s", list(doc))
}

// TestSpeech: a speech over paragraphs, each opened with a mark, is its
// speaker's to the end.
func TestSpeech(t *testing.T) {
	stages := append(before(t), newStage(t))
	text := "Maria Lopez said:\n\n“We began with nothing. We had no tools.\n\n“Now we have a workshop.”\n\nThe town has grown."
	doc := annotate(t, stages, text)
	covered := 0
	for _, part := range []string{"We began with nothing", "We had no tools", "Now we have a workshop"} {
		at := strings.Index(text, part)
		for _, q := range doc.Quotes {
			if q.Start <= at && at+len(part) <= q.End && strings.Contains(q.Source.Name, "Lopez") {
				covered++
				break
			}
		}
	}
	if covered != 3 {
		t.Errorf("%d of 3 sentences are hers:%s", covered, list(doc))
	}
	at := strings.Index(text, "The town")
	for _, q := range doc.Quotes {
		if q.End > at {
			t.Errorf("what follows the speech is attributed:%s", list(doc))
		}
	}
}

// hostile are texts that nobody would write.
var hostile = []string{
	"", `"`, `""`, "“", "”", "'", "said", ":", "according to", "“said” “said” “said", "he said he said he said",
	strings.Repeat(`"`, 300), strings.Repeat("“a ", 200), strings.Repeat("he said ", 300), strings.Repeat(`"I said, 'you said, `, 80),
	"\x00said\x00that", "\u0301he said\u0301 “\u202egone”", "新华社说：“好”。", "قال الوزير إن", "According to\n\n“\n\n”", "🙂 said 🙂 that 🙂.",
	"“One.\n\n“Two.\n\n“Three.\n\nFour.", `He said "a "b "c "d "e.`,
}

func TestHostile(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, text := range hostile {
		if err := annotate(t, stages, text).Validate(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	stages := append(before(f), newStage(f))
	for _, text := range hostile {
		f.Add(text)
	}
	for _, c := range attributionCases {
		f.Add(c.text)
	}
	f.Add(`“The plant is safe,” Maria Lopez said. “Nobody was hurt,” according to the ministry, which said so.`)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		if err := annotate(t, stages, text).Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestDeterministic: the same text gives the same quotes, whatever the stage
// read in between.
func TestDeterministic(t *testing.T) {
	stages := append(before(t), newStage(t))
	texts := articles(t)
	first := map[string]string{}
	for round := range 2 {
		for name, text := range texts {
			got := list(annotate(t, stages, text))
			if round > 0 && got != first[name] {
				t.Errorf("%s: two runs differ", name)
			}
			first[name] = got
		}
	}
}

// articles are the articles of testdata.
func articles(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles in testdata/corpus", err)
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	return texts
}

func BenchmarkAnnotate(b *testing.B) {
	stages := before(b)
	var docs []*pipeline.Document
	tokens := 0
	for _, text := range articles(b) {
		doc := annotate(b, stages, text)
		docs = append(docs, doc)
		tokens += len(doc.Tokens)
	}
	stage := newStage(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			if err := stage.Annotate(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
