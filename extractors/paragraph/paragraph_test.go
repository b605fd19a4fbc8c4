package paragraph

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

// read takes text through the stage.
func read(t testing.TB, text string) *pipeline.Document {
	t.Helper()
	doc := pipeline.NewDocument("test.txt", text)
	if err := New().Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return doc
}

// show writes the units as "kind: words", joined by " | ".
func show(doc *pipeline.Document) string {
	var out []string
	for _, unit := range doc.Units {
		out = append(out, unit.Kind.String()+": "+doc.Clean(unit.Span))
	}
	return strings.Join(out, " | ")
}

// Paragraphs that the cases below are set among.
const (
	dam    = "The old dam above the town has held for a hundred and\ntwenty years, and nobody who lives below it remembers a\nwinter in which the water came over the top of the wall."
	town   = "The town council met on Monday to hear what the engineers\nhad found, and the meeting lasted until long after ten in\nthe evening because so many of the people wished to speak."
	damIs  = "paragraph: The old dam above the town has held for a hundred and twenty years, and nobody who lives below it remembers a winter in which the water came over the top of the wall."
	townIs = "paragraph: The town council met on Monday to hear what the engineers had found, and the meeting lasted until long after ten in the evening because so many of the people wished to speak."
)

func TestUnits(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"white space", " \n\t\r\n \f \n", ""},
		{"one line", "The dam holds.", "paragraph: The dam holds."},
		{"a line a paragraph", strings.ReplaceAll(dam, "\n", " ") + "\nNobody knows why.\n" + strings.ReplaceAll(town, "\n", " ") + "\n", damIs + " | paragraph: Nobody knows why. | " + townIs},

		// Hard-wrapped lines.
		{"wrapped", dam + "\n\n" + town, damIs + " | " + townIs},
		{"wrapped, CRLF", strings.ReplaceAll(dam+"\n\n"+town, "\n", "\r\n"), damIs + " | " + townIs},
		{"wrapped, CR", strings.ReplaceAll(dam+"\n\n"+town, "\n", "\r"), damIs + " | " + townIs},
		{"wrapped, line separators", strings.ReplaceAll(dam+"\n\n"+town, "\n", "\u2028"), damIs + " | " + townIs},
		{"wrapped, set in", "  " + strings.ReplaceAll(dam, "\n", "\n  ") + "\n\n  " + strings.ReplaceAll(town, "\n", "\n  "), damIs + " | " + townIs},
		{"a short last line opens the next", dam + " So it\nis said.\n" + town, damIs + " So it is said. | " + townIs},
		{"first lines set in", "   " + dam + "\n   " + town + "\n   " + dam + "\n   " + town, damIs + " | " + townIs + " | " + damIs + " | " + townIs},

		// Page breaks.
		{"page break in mid-sentence", "The board noted the letter that the customs service had sent it\nin June and decided, after a long debate, that it would take no\n\f\naction until the following spring.\n",
			"paragraph: The board noted the letter that the customs service had sent it in June and decided, after a long debate, that it would take no action until the following spring."},
		{"page number in mid-sentence", "The board noted the letter that the customs service had sent it\nin June and decided, after a long debate, that it would take no\n\n                 - 5 -\n\f\naction until the following spring.\n",
			"paragraph: The board noted the letter that the customs service had sent it in June and decided, after a long debate, that it would take no action until the following spring."},
		{"a capital after the page break", "The letter was read to the board by the deputy head of the customs service, who had come from the capital with Ms.\n\f\nHalvorsen of the ministry and two of her colleagues, and it was noted.\n",
			"paragraph: The letter was read to the board by the deputy head of the customs service, who had come from the capital with Ms. Halvorsen of the ministry and two of her colleagues, and it was noted."},
		{"an initial at the page break", "The nomination that was sent to the committee this week is that of Harriet B.\n\n[[Page S12]]\n\nOkafor, of Lagos, to be head of the service for the coming year.\n",
			"paragraph: The nomination that was sent to the committee this week is that of Harriet B. Okafor, of Lagos, to be head of the service for the coming year."},
		{"a finished paragraph at the page break", dam + "\n\f\n" + town, damIs + " | " + townIs},
		{"blank line in mid-sentence", "The board noted the letter that the customs service had sent it in June and took no\n\naction until the following spring.",
			"paragraph: The board noted the letter that the customs service had sent it in June and took no action until the following spring."},
		{"a title at the line's end", strings.ReplaceAll(dam, "\n", " ") + "\nThe letter came from the office of Sen.\nHarriet Malone of the north.\n" + strings.ReplaceAll(town, "\n", " "),
			damIs + " | paragraph: The letter came from the office of Sen. Harriet Malone of the north. | " + townIs},
		{"page mark", dam + "\n\n[[Page H6118]]\n\n" + town, damIs + " | " + townIs},
		{"page mark in mid-sentence", "The gentleman from the northern district has asked that the vote on\nthe second reading of the bill be put off, and there being no\n\n[[Page H6118]]\n\nobjection, it is so ordered.",
			"paragraph: The gentleman from the northern district has asked that the vote on the second reading of the bill be put off, and there being no objection, it is so ordered."},

		// Headings.
		{"heading", "Key Findings\n\n" + dam, "heading: Key Findings | " + damIs},
		{"heading without a blank line", "Key Findings\n" + dam, "heading: Key Findings | " + damIs},
		{"heading between paragraphs", dam + "\n\nWhat the engineers found\n\n" + town, damIs + " | heading: What the engineers found | " + townIs},
		{"heading in capitals, no blank lines", dam + "\nWHAT THE ENGINEERS FOUND\n" + town, damIs + " | heading: WHAT THE ENGINEERS FOUND | " + townIs},
		{"heading in title case, no blank lines", dam + " It stands still.\nWhat Engineers Found\n" + town, damIs + " It stands still. | heading: What Engineers Found | " + townIs},
		{"heading over two lines", "THE OLD DAM ABOVE THE TOWN AND THE PEOPLE WHO LIVE\nBELOW IT\n\n" + dam, "heading: THE OLD DAM ABOVE THE TOWN AND THE PEOPLE WHO LIVE BELOW IT | " + damIs},
		{"heading that asks", "WHO OWNS THE DAM?\n\n" + dam, "heading: WHO OWNS THE DAM? | " + damIs},
		{"numbered heading", dam + "\n\n2. What we found\n\n" + town, damIs + " | heading: 2. What we found | " + townIs},
		{"lettered heading", dam + "\n\nb. Freedom of Assembly\n\n" + town, damIs + " | heading: b. Freedom of Assembly | " + townIs},
		{"decimal heading", dam + "\n\n2.3 What may have passed\n\n" + town, damIs + " | heading: 2.3 What may have passed | " + townIs},
		{"number and heading apart", dam + "\n\nIV.\n\nWhat Was Found\n\n" + town, damIs + " | heading: IV. What Was Found | " + townIs},
		{"a short sentence is none", dam + "\n\nNobody came.\n\n" + town, damIs + " | paragraph: Nobody came. | " + townIs},
		{"a salutation is none of the sentence", "Dear Mr. Okafor,\n" + dam, "paragraph: Dear Mr. Okafor, | " + damIs},

		// Bylines and datelines.
		{"byline", "The Dam That Held\n\nBy Ines Duarte and Petra Lindqvist\n\n" + dam, "heading: The Dam That Held | byline: By Ines Duarte and Petra Lindqvist | " + damIs},
		{"byline over two blocks", "The Dam That Held\n\nby\n\nInes Duarte\n\n" + dam, "heading: The Dam That Held | byline: by | byline: Ines Duarte | " + damIs},
		{"no byline", "By Monday the dam was empty.\n\n" + dam, "paragraph: By Monday the dam was empty. | " + damIs},
		{"dateline", "The Dam That Held\n\nMarch 4, 2021\n\n" + dam, "heading: The Dam That Held | dateline: March 4, 2021 | " + damIs},
		{"published", "The Dam That Held\n\nPublished: 4 March 2021, 10:15 GMT\n\n" + dam, "heading: The Dam That Held | dateline: Published: 4 March 2021, 10:15 GMT | " + damIs},

		// Lists.
		{"bullets", "The engineers asked for:\n\n• a new gate;\n• a second wall; and\n• more money.\n", "paragraph: The engineers asked for: | list-item: • a new gate; | list-item: • a second wall; and | list-item: • more money."},
		{"letters in brackets", "The engineers asked for:\n\n  (a) a new gate that can be closed by hand when there is no\n      power in the house; and\n\n  (b) more money.\n",
			"paragraph: The engineers asked for: | list-item: (a) a new gate that can be closed by hand when there is no power in the house; and | list-item: (b) more money."},
		{"numbers", "1. Close the gate.\n2. Open the valve.\n3. Ring the bell.\n", "list-item: 1. Close the gate. | list-item: 2. Open the valve. | list-item: 3. Ring the bell."},
		{"numbers without stops", "They want\n\n1. A new gate\n2. A second wall\n", "heading: They want | list-item: 1. A new gate | list-item: 2. A second wall"},
		{"a year is no list number", dam + "\n\n2015. It was the year in which the second wall was built, and the last in which anyone spoke of the first.\n",
			damIs + " | paragraph: 2015. It was the year in which the second wall was built, and the last in which anyone spoke of the first."},

		// Tables.
		{"columns", dam + "\n\nGate      12      Open\nValve     4       Shut\nBell      1       Broken\n\n" + town, damIs + " | table: Gate 12 Open Valve 4 Shut Bell 1 Broken | " + townIs},
		{"tabs", "Gate\t12\tOpen\nValve\t4\tShut\n\n" + dam, "table: Gate 12 Open Valve 4 Shut | " + damIs},
		{"contents", "Background ........ 4\nWhat the Engineers Found\nin the Old Wall . . . . . . . . 12\n\n" + dam, "table: Background ........ 4 What the Engineers Found in the Old Wall . . . . . . . . 12 | " + damIs},
		{"a wide gap in a sentence", "The name of the officer was   withheld by the board until May.\n\n" + dam, "paragraph: The name of the officer was withheld by the board until May. | " + damIs},

		// Quotations set off, notes, captions, references.
		{"block quote", dam + "\n\n      Nobody told us that the wall was weak, and nobody came\n      to look at it when we asked them to in the spring.\n\n" + town,
			damIs + " | block-quote: Nobody told us that the wall was weak, and nobody came to look at it when we asked them to in the spring. | " + townIs},
		{"an editor's remark", dam + "\n\n[The letter follows below]\n\n" + town, damIs + " | note: [The letter follows below] | " + townIs},
		{"captions", dam + "\n\nFigure 3: The wall in May\n\nPhoto: Ines Duarte\n\n" + town, damIs + " | caption: Figure 3: The wall in May | caption: Photo: Ines Duarte | " + townIs},
		{"figures in a sentence", "Figure 3 shows the wall in May. It is still whole, as the engineers say.", "paragraph: Figure 3 shows the wall in May. It is still whole, as the engineers say."},
		{"references", town + "\n\nReferences\n\nDuarte, I. (2019). The Old Wall. Lisbon: Margem.\n\n[2] Halvorsen, J., Dams, 2021.\n\nAbout the author\n\n" + dam,
			townIs + " | heading: References | reference: Duarte, I. (2019). The Old Wall. Lisbon: Margem. | reference: [2] Halvorsen, J., Dams, 2021. | heading: About the author | " + damIs},
		{"references end with the list", "Sources\n\nhttps://example.org/dam\n\n" + dam, "heading: Sources | reference: https://example.org/dam | " + damIs},
		{"a lone address", dam + "\n\nhttps://example.org/dam\n\n" + town, damIs + " | reference: https://example.org/dam | " + townIs},
		{"a rule", dam + "\n\n* * *\n\n" + town + "\n\n_______\n", damIs + " | " + townIs},
	} {
		if got := show(read(t, c.text)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestRunningHeads: what stands at the edge of page after page is no text, and
// sentences run over it.
func TestRunningHeads(t *testing.T) {
	head := "REVIEW OF THE NORTHERN DAMS          Office of the Auditor\n\n"
	text := head +
		"The auditor asked the council why the second wall had not been\nbuilt in the year in which it was promised, and was told that no\n\n        1\n\f" +
		head + "money had been set aside.\n\n" + dam + "\n\n        2\n\f" +
		head + town + " The mayor said that she had not\n\n        3\n\f" +
		head + "been told.\n"
	want := "paragraph: The auditor asked the council why the second wall had not been built in the year in which it was promised, and was told that no money had been set aside. | " +
		damIs + " | " + townIs + " The mayor said that she had not been told."
	doc := read(t, text)
	if got := show(doc); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if doc.Title != "" {
		t.Errorf("a running head became the title: %q", doc.Title)
	}
	for _, unit := range doc.Units {
		if strings.Contains(doc.Clean(unit.Span), "Auditor") {
			t.Errorf("a running head stands in %q", doc.Clean(unit.Span))
		}
	}
}

// TestFootnotes: a sentence runs from page to page over the notes between.
func TestFootnotes(t *testing.T) {
	text := "The auditor asked the council why the second wall had not been\nbuilt in the year in which it was promised,4 and was told that no\n\n" +
		"4 Letter to the mayor of 12 May 2020, on file.\n\n        1\n\f" +
		"money had been set aside for it.\n\n" + dam + "\n"
	want := "paragraph: The auditor asked the council why the second wall had not been built in the year in which it was promised,4 and was told that no money had been set aside for it. | " + damIs
	if got := show(read(t, text)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	torn := strings.Replace(text, "May 2020, on file.", "May\n\n2020, on file. It is\n\nshort.", 1)
	if got := show(read(t, strings.Replace(torn, "was told that no", "was told.", 1))); !strings.Contains(got, "| note: 4 Letter to the mayor of 12 May 2020, on file. It is short. |") {
		t.Errorf("a note is torn apart: %s", got)
	}
	finished := strings.Replace(text, "was told that no", "was told nothing.", 1)
	finished = strings.Replace(finished, "money had been", "Money had been", 1)
	if got := show(read(t, finished)); !strings.Contains(got, "| note: 4 Letter to the mayor of 12 May 2020, on file. |") {
		t.Errorf("the note is no unit of its own: %s", got)
	}
}

// TestHyphens: the hyphen of a divided word goes, that of a compound stays.
func TestNoteMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The dam held until August.7 It broke in 1987.8 Nobody, “as they say,”9 was there.", "The dam held until August. It broke in 1987. Nobody, “as they say,” was there."},
		{"It cost them 3.4 million, then 3.5 and in the end.4 Nobody paid.", "It cost them 3.4 million, then 3.5 and in the end.4 Nobody paid."},
		{"See Vol.3 and Vol.4, or Nos.5 and Nos.6 of the papers.", "See Vol.3 and Vol.4, or Nos.5 and Nos.6 of the papers."},
		{"The scores were Madrid,3 Lisbon,1 and Turin.1", "The scores were Madrid,3 Lisbon,1 and Turin.1"},
	} {
		doc := read(t, c.text)
		if got := doc.Clean(pipeline.Span{End: len(doc.Text)}); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestHyphens(t *testing.T) {
	const filler = "and that the second wall above the old town was weak\n"
	for _, c := range []struct{ left, right, want string }{
		{"the sig-", "nature is", "the signature is"},
		{"not ex-", "ceed that", "not exceed that"},
		{"a state-", "ment of", "a statement of"},
		{"the work-", "ers left", "the workers left"},
		{"an in-", "vestigation of", "an investigation of"},
		{"a pro-", "posal for", "a proposal for"},
		{"a well-", "known dam", "a well-known dam"},
		{"a long-", "term plan", "a long-term plan"},
		{"a three-year-", "old wall", "a three-year-old wall"},
		{"the work-", "in-progress sign", "the work-in-progress sign"},
		{"Ana Lindqvist-", "Oyelaran said", "Ana Lindqvist-Oyelaran said"},
		{"the U.K.-", "built gate", "the U.K.- built gate"},
		{"the GOVERN-", "MENT of", "the GOVERNMENT of"},
		{"a two-", "and a half", "a two- and a half"},
		{"the sig\u00ad", "nature is", "the signature is"},
		{"the sig\u2010", "nature is", "the signature is"},
		{"the dam -", "or what", "the dam - or what"},
		{"the dam--", "or what", "the dam-- or what"},
		{"the years 1990-", "and 1992", "the years 1990- and 1992"},
	} {
		doc := read(t, filler+filler+"and that somebody had seen at the second of the gates "+c.left+"\n"+c.right+" it and that the second wall above the old\n"+filler)
		clean := doc.Clean(pipeline.Span{Start: 0, End: len(doc.Text)})
		if !strings.Contains(clean, c.want+" it") {
			t.Errorf("%q and %q: %q, want %q", c.left, c.right, clean, c.want)
		}
	}
}

// TestHyphensByTheText: where English does not know a word, the text may.
func TestHyphensByTheText(t *testing.T) {
	const line = "and that somebody had seen it at the second of the old\n"
	for _, c := range []struct{ elsewhere, want string }{
		{"The wateroffices were shut.", "the wateroffices of"},
		{"The gates were shut.", "the water-offices of"},
	} {
		doc := read(t, c.elsewhere+"\n\n"+line+line+"walls that stand above the town and behind the water-\noffices of the old works it and all that was in them\n"+line)
		if clean := doc.Clean(pipeline.Span{Start: 0, End: len(doc.Text)}); !strings.Contains(clean, c.want) {
			t.Errorf("%s: %q", c.elsewhere, clean)
		}
	}
}

// TestNothingIsRewritten: units slice the text as it was read.
func TestNothingIsRewritten(t *testing.T) {
	text := "  The board took no, as the minutes of that long evening show,\r\n\r\n   7\r\n\f\r\naction.  "
	doc := read(t, text)
	if len(doc.Units) != 1 || doc.Slice(doc.Units[0].Span) != strings.TrimSpace(text) || doc.Text != text {
		t.Errorf("units %+v", doc.Units)
	}
	if len(doc.Breaks) != 1 || strings.TrimSpace(doc.Slice(doc.Breaks[0].Span)) != "7" {
		t.Errorf("breaks %+v", doc.Breaks)
	}
}

// marked builds a document from text in which «…» stands for markup that the
// file's reader has marked as a break. The two signs are taken out.
func marked(text string) *pipeline.Document {
	var out strings.Builder
	var breaks []pipeline.Break
	for _, r := range text {
		switch r {
		case '«':
			breaks = append(breaks, pipeline.Break{Span: pipeline.Span{Start: out.Len()}})
		case '»':
			breaks[len(breaks)-1].End = out.Len()
		default:
			out.WriteRune(r)
		}
	}
	doc := pipeline.NewDocument("test.md", out.String())
	doc.Breaks = breaks
	return doc
}

// TestMarkup: markup is skipped, and what it says of a line is believed.
func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"heading", "«#» The dam holds, and nobody knows why.\n«##» Why\nNobody knows.", "heading: The dam holds, and nobody knows why. | heading: Why | paragraph: Nobody knows."},
		{"closed heading", "«##» Why «##»\n\nNobody knows.", "heading: Why | paragraph: Nobody knows."},
		{"underlined heading", "Why it holds\n«======»\nNobody knows why it does.", "heading: Why it holds | paragraph: Nobody knows why it does."},
		{"items", "«-» one\n«-» two and a\n  half\n«1.» three\n«* **»four«**»", "list-item: one | list-item: two and a half | list-item: three | list-item: four"},
		{"quotation", "«>» It fell,\n«>» they said.\n«>»\n«>» It broke.\n\nIt stands.", "block-quote: It fell, they said. | block-quote: It broke. | paragraph: It stands."},
		{"a quotation that goes on without its mark", "«>» It fell,\nthey said.", "block-quote: It fell, they said."},
		{"cells", "«|» Gate «|» 12 «|»\n«|---|---|»\n«|» Bell «|» 1 «|»", "table: Gate 12 | table: Bell 1"},
		{"emphasis at both ends", "«**»It fell.«**»", "paragraph: It fell."},
		{"code over lines", "It fell, as everybody who was there had seen.\n\n«```\nx := 1\n```»\n\nIt broke.", "paragraph: It fell, as everybody who was there had seen. | paragraph: It broke."},
		{"nothing but markup", "«![](a.png)»\n\n«---»\n", ""},
		{"a page break in markup", "The board noted the letter that the customs service had «*»sent«*» it and took no\n\f\naction until the following spring.",
			"paragraph: The board noted the letter that the customs service had sent it and took no action until the following spring."},
	} {
		doc := marked(c.text)
		if err := New().Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := show(doc); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"THE DAM THAT HELD FOR A HUNDRED AND TWENTY YEARS IN\nTHE HILLS\n\n" + dam, "THE DAM THAT HELD FOR A HUNDRED AND TWENTY YEARS IN THE HILLS"},
		{"By Ines Duarte\n\nThe Dam That Held\n\n" + dam, "The Dam That Held"},
		{dam + "\n\nKey Findings\n\n" + town, ""},
		{"", ""},
	} {
		if got := read(t, c.text).Title; got != c.want {
			t.Errorf("%.30q: title %q, want %q", c.text, got, c.want)
		}
	}
	doc := pipeline.NewDocument("test.txt", "Key Findings\n\n"+dam)
	doc.Title = "From the metadata"
	if err := New().Annotate(context.Background(), doc); err != nil || doc.Title != "From the metadata" {
		t.Errorf("title %q, error %v", doc.Title, err)
	}
}

// FuzzParagraph holds that units are sorted, disjoint, inside the text and
// without space at their ends, that breaks lie inside them, and that a second
// run on the same stage finds the same.
func FuzzParagraph(f *testing.F) {
	for _, article := range testdata.Articles() {
		f.Add(article.Text[:min(len(article.Text), 800)], 10, 20)
	}
	f.Add("«#» a\n> b-\n> c\n", 0, 2)
	f.Add("a\f1\fb\f2\fc\f3\n\n12 Note\n- x\n(a) y-\nz\u2028w\u0085\r\r\n", 0, 0)
	f.Add("Contents . . . . . 4\nII.\nReferences\n\nhttp://x\nwell-\nknown\u00ad\nx", 0, 0)
	stage := New()
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		doc := pipeline.NewDocument("fuzz", text)
		markup := []pipeline.Break{{Span: pipeline.Span{Start: from, End: to}}}
		if doc.Breaks = markup; doc.Validate() != nil {
			doc.Breaks, markup = nil, nil
		}
		if !utf8.ValidString(text) {
			t.Skip()
		}
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		for _, unit := range doc.Units {
			if slice := doc.Slice(unit.Span); strings.TrimSpace(slice) != slice {
				t.Fatalf("%q: unit %q has space at its ends", text, slice)
			}
		}
		at := 0
		for _, b := range doc.Breaks {
			if len(markup) > 0 && b.Overlaps(markup[0].Span) {
				continue
			}
			for at < len(doc.Units) && doc.Units[at].End <= b.Start {
				at++
			}
			if at == len(doc.Units) || b.Start <= doc.Units[at].Start || b.End >= doc.Units[at].End {
				t.Fatalf("%q: break %v is not inside a unit", text, b)
			}
		}
		again := pipeline.NewDocument("again", text)
		again.Breaks = markup
		if err := stage.Annotate(context.Background(), again); err != nil || show(again) != show(doc) {
			t.Fatalf("%q: a second run differs", text)
		}
	})
}

func BenchmarkParagraph(b *testing.B) {
	var text strings.Builder
	for text.Len() < 1<<18 {
		for _, article := range testdata.Articles() {
			text.WriteString(article.Text)
			text.WriteString("\n\n")
		}
	}
	doc := pipeline.NewDocument("all.txt", text.String())
	stage := New()
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Breaks = nil // a first run's breaks would be markup to the next
		if err := stage.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}
