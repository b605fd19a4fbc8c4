package output

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// field is a key of a record: its name, what its value may be, what it means.
type field struct {
	name  string
	value *value
	about string
}

// value is the part of JSON Schema (draft 2020-12) that records need.
type value struct {
	types  []string // more than one where null is allowed
	enum   []string
	number *int // the only value allowed
	low    *float64
	high   *float64
	item   *value
	fields []field // of an object; nil where it may have any
}

// The values that fields have.

func text() *value { return &value{types: []string{"string"}} }

func flag() *value { return &value{types: []string{"boolean"}} }

func exactly(n int) *value { return &value{types: []string{"integer"}, number: &n} }

func oneOf(words ...string) *value { return &value{types: []string{"string"}, enum: words} }

func count() *value { return &value{types: []string{"integer"}, low: bound(0)} }

func index() *value { return &value{types: []string{"integer"}, low: bound(-1)} }

func between(low, high float64) *value {
	return &value{types: []string{"number"}, low: &low, high: &high}
}

func listOf(item *value) *value { return &value{types: []string{"array"}, item: item} }

func object(fields ...field) *value { return &value{types: []string{"object"}, fields: fields} }

// orNull allows null beside v.
func orNull(v *value) *value {
	v.types = append(v.types, "null")
	return v
}

func bound(x float64) *float64 { return &x }

// The parts that several kinds of record share.

func span() []field {
	return append(chars(),
		field{"byte_start", count(), "where it starts in the document's text, in UTF-8 bytes"},
		field{"byte_end", count(), "where it ends, exclusive, in UTF-8 bytes"})
}

func chars() []field {
	return []field{
		{"char_start", count(), "where it starts in the document's text, in Unicode code points"},
		{"char_end", count(), "where it ends, exclusive, in Unicode code points"},
	}
}

func part() *value {
	return object(append([]field{{"text", text(), "exactly the slice"}}, chars()...)...)
}

func sourceKinds() *value {
	return oneOf("author", "person", "organization", "location", "group", "anonymous", "document")
}

func source() []field {
	return []field{
		{"source_kind", sourceKinds(), "what stands behind it: the article's author, or whom it attributes it to"},
		{"source_text", orNull(text()), "the source as written; null for the author"},
		{"source_char_start", orNull(count()), "where the source starts, in code points"},
		{"source_char_end", orNull(count()), "where the source ends, exclusive, in code points"},
		{"source_name", orNull(text()), "who that is: the canonical name once a pronoun, a role or a surname is resolved, else the text"},
		{"source_cue", orNull(text()), "the words that attribute: said, according to"},
		{"source_cue_char_start", orNull(count()), "where the cue starts, in code points"},
		{"source_cue_char_end", orNull(count()), "where the cue ends, exclusive, in code points"},
		{"source_chain", listOf(object(
			field{"kind", sourceKinds(), "what kind of source"},
			field{"text", orNull(text()), "the source as written"},
			field{"name", orNull(text()), "who that is"},
			field{"cue", orNull(text()), "the words that attribute"},
			field{"char_start", orNull(count()), "where the source starts, in code points"},
			field{"char_end", orNull(count()), "where the source ends, exclusive, in code points"},
		)), "nested attributions, outermost first"},
	}
}

func labels() *value { return oneOf("PERSON", "LOCATION", "ORGANIZATION", "NATIONALITY") }

func quotations() *value { return oneOf("none", "direct", "indirect", "mixed") }

func dateTypes() *value { return oneOf("DATE", "TIME", "DURATION", "SET") }

func precisions() *value {
	return orNull(oneOf("day", "week", "month", "season", "quarter", "year", "decade", "century", "time"))
}

func bases() *value { return oneOf("explicit", "document-date", "context", "unresolved") }

func certainties() *value { return oneOf("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu") }

func join(parts ...[]field) []field {
	var all []field
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

// fieldsOf is the table of the keys of each kind, in their order on a line,
// without those common to all.
var fieldsOf = [kindCount]func() []field{
	Claim:    claimFields,
	Sentence: sentenceFields,
	Token:    tokenFields,
	Entity:   entityFields,
	Date:     dateFields,
	Quote:    quoteFields,
	Document: documentFields,
	Error:    errorFields,
}

func commonFields(kind Kind) []field {
	id := &value{types: []string{"string"}}
	if kind == Error {
		id = &value{types: []string{"null"}}
	}
	return []field{
		{"record", oneOf(kind.String()), "the kind of record"},
		{"schema", exactly(Schema), "the number of this format"},
		{"doc_id", id, "the first 16 hexadecimal digits of the SHA-256 of the document's text"},
		{"path", text(), "the document as it was named, with / between the parts; an input record's id"},
	}
}

func claimFields() []field {
	return join([]field{
		{"id", text(), "a hash of the path, the folded text and how many claims before read the same: it stays when level or offsets change"},
		{"sentence", count(), "the index of the sentence in the document"},
		{"sentence_text", text(), "the sentence, line breaks folded to spaces"},
		{"context_before", orNull(text()), "the sentence before, folded"},
		{"context_after", orNull(text()), "the sentence after, folded"},
		{"text", text(), "the proposition, verbatim, without attribution and hedging frame"},
	}, span(), []field{
		{"claim_text", text(), "the proposition, readable on its own: line breaks folded"},
		{"subject", orNull(part()), "what the proposition is about"},
		{"relation", orNull(part()), "what it says of it"},
		{"arguments", listOf(part()), "the further parts of the proposition"},
		{"level", oneOf("known", "asserted", "attributed", "probable", "possible", "speculative", "unknown"), "how firmly the text puts it forward, from the firmest to the least firm"},
		{"polarity", oneOf("positive", "negative"), "negative where the text denies the proposition"},
		{"author_certainty", certainties(), "how far the article's author commits (FactBank)"},
		{"holder_certainty", orNull(certainties()), "how far the source commits (FactBank)"},
		{"probability_term", orNull(text()), "the estimative word as written"},
		{"probability_low", orNull(between(0, 100)), "the lower end of its band in percent (ICD 203)"},
		{"probability_high", orNull(between(0, 100)), "the upper end of its band in percent (ICD 203)"},
		{"modality", oneOf("none", "epistemic", "deontic", "dynamic"), "what a modal says of it"},
		{"evidentiality", oneOf("none", "hearsay", "common-knowledge", "inferred", "reported"), "what it is said to rest on"},
		{"kind", oneOf("fact", "prediction", "opinion", "normative"), "what kind of proposition"},
		{"tense", oneOf("past", "present", "future"), "when it holds, by its verb"},
		{"conditional", flag(), "whether it hangs on a condition, or is one"},
		{"question", flag(), "whether it is asked"},
		{"quotation", quotations(), "whether it stands in quotation marks, is reported, or both"},
		{"cues", listOf(object(join([]field{{"text", text(), "exactly the slice"}}, chars(), []field{
			{"kind", oneOf("hedge", "booster", "hearsay", "common-knowledge", "reporting", "belief", "negation", "condition", "question"), "what the words do"},
			{"rule", text(), "the lexicon entry or frame"},
		})...)), "the words that decide level and polarity"},
	}, source(), []field{
		{"entities", listOf(object(join([]field{
			{"id", text(), "the id of the entity record"},
			{"text", text(), "exactly the slice"},
			{"label", labels(), "what it is"},
			{"name", text(), "its fullest form in the document"},
		}, chars())...)), "the entities inside the claim"},
		{"dates", listOf(object(join([]field{
			{"text", text(), "exactly the slice"},
			{"type", dateTypes(), "TIMEX3 type"},
			{"value", text(), "TIMEX3 value"},
			{"from", orNull(text()), "first day"},
			{"to", orNull(text()), "last day, inclusive"},
			{"precision", precisions(), "how exact it is"},
			{"basis", bases(), "what it was resolved from"},
		}, chars())...)), "the dates inside the claim"},
		{"rule", text(), "what made this claim"},
		{"score", between(0, 1), "how sure it is"},
	})
}

func sentenceFields() []field {
	return join([]field{
		{"index", count(), "its place in the document"},
		{"paragraph", count(), "the index of the paragraph, heading or other block that holds it"},
		{"text", text(), "exactly the slice"},
		{"clean_text", text(), "the same with line breaks, page breaks and line-end hyphens folded"},
	}, span())
}

func tokenFields() []field {
	return join([]field{
		{"sentence", count(), "the index of the sentence in the document"},
		{"index", count(), "its place in the sentence, from 0"},
		{"text", text(), "exactly the slice"},
	}, span(), []field{
		{"lemma", orNull(text()), "the dictionary form"},
		{"upos", orNull(text()), "Universal Dependencies part of speech"},
		{"xpos", orNull(text()), "Penn Treebank tag"},
		{"head", orNull(index()), "the index in the sentence of the word's head, -1 for the root"},
		{"deprel", orNull(text()), "UD v2 relation to the head"},
	})
}

func entityFields() []field {
	return join([]field{
		{"id", text(), "the mention: e and its index in the document"},
		{"entity_id", text(), "the entity: E and a number that all its mentions in the document share"},
		{"name", text(), "the entity's fullest form in the document"},
		{"label", labels(), "what it is"},
		{"mention", oneOf("name", "nominal", "pronoun"), "how it is mentioned"},
		{"title", orNull(text()), "the words before a name that say an office"},
		{"reason", orNull(text()), "what linked the mention to the others"},
		{"country", orNull(text()), "of a known place: ISO 3166-1 alpha-2 code"},
		{"geonames_id", orNull(count()), "of a known place: its number in GeoNames"},
		{"latitude", orNull(between(-90, 90)), "of a known place: degrees north, WGS 84"},
		{"longitude", orNull(between(-180, 180)), "of a known place: degrees east, WGS 84"},
		{"place_kind", orNull(text()), "of a known place: country, city, …"},
		{"sentence", count(), "the index of the sentence in the document"},
		{"text", text(), "exactly the slice"},
	}, span(), []field{{"score", between(0, 1), "how sure span and label are"}})
}

func dateFields() []field {
	return join([]field{
		{"type", dateTypes(), "TIMEX3 type"},
		{"value", text(), "TIMEX3 value, in ISO 8601 where that has a form for it"},
		{"mod", orNull(text()), "TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, …"},
		{"from", orNull(text()), "the first day, YYYY-MM-DD"},
		{"to", orNull(text()), "the last day, inclusive"},
		{"precision", precisions(), "how exact it is"},
		{"basis", bases(), "what it was resolved from"},
		{"anomaly", orNull(oneOf("weekday-mismatch", "impossible", "after-publication")), "a slip in the text"},
		{"sentence", count(), "the index of the sentence in the document"},
		{"text", text(), "exactly the slice"},
	}, span())
}

func quoteFields() []field {
	return join([]field{{"text", text(), "the content, verbatim"}}, span(),
		[]field{{"quotation", quotations(), "whether it stands in quotation marks, is reported, or both"}}, source())
}

func documentFields() []field {
	return []field{
		{"title", orNull(text()), "from the metadata, else the first heading"},
		{"published", orNull(text()), "the day of publication, YYYY-MM-DD"},
		{"published_basis", orNull(oneOf("flag", "metadata", "dateline", "filename")), "where that is known from"},
		{"meta", orNull(&value{types: []string{"object"}}), "further keys of an input record"},
		{"format", oneOf("text", "markdown", "html", "pdf", "docx", "jsonl"), "what it was read as"},
		{"encoding", text(), "the character encoding it was decoded from"},
		{"sha256", text(), "the SHA-256 of the text, in hexadecimal"},
		{"bytes", count(), "length of the text in UTF-8 bytes"},
		{"chars", count(), "length of the text in code points"},
		{"sentences", count(), "how many sentence records it has"},
		{"tokens", count(), "how many token records it has"},
		{"entities", count(), "how many entity records it has"},
		{"dates", count(), "how many date records it has"},
		{"claims", count(), "how many claim records it has"},
		{"text", orNull(text()), "the text that all offsets refer to; null unless asked for with --with-text"},
	}
}

func errorFields() []field {
	return []field{
		{"stage", text(), "where it happened: read, a stage's name, write"},
		{"code", text(), "a short word to filter on: not-found, permission, binary, encoding, malformed, too-large, panic, …"},
		{"message", text(), "what happened"},
	}
}

// recordValue is the whole of a kind's record.
func recordValue(kind Kind) *value { return object(join(commonFields(kind), fieldsOf[kind]())...) }

// JSONSchema returns the JSON Schema (draft 2020-12) of the kinds' records,
// indented: of one kind, or of a line that is any of several.
func JSONSchema(kinds ...Kind) []byte {
	var out bytes.Buffer
	out.WriteString(`{"$schema":"https://json-schema.org/draft/2020-12/schema",`)
	if len(kinds) == 1 {
		fmt.Fprintf(&out, `"title":%s,`, quoted("purport "+kinds[0].String()+" record"))
		recordValue(kinds[0]).write(&out)
	} else {
		out.WriteString(`"title":"purport record","oneOf":[`)
		for i, kind := range kinds {
			if i > 0 {
				out.WriteByte(',')
			}
			fmt.Fprintf(&out, `{"title":%s,`, quoted(kind.String()))
			recordValue(kind).write(&out)
			out.WriteByte('}')
		}
		out.WriteByte(']')
	}
	out.WriteByte('}')
	var indented bytes.Buffer
	if err := json.Indent(&indented, out.Bytes(), "", "  "); err != nil {
		panic("output: the schema is not JSON: " + err.Error())
	}
	indented.WriteByte('\n')
	return indented.Bytes()
}

func quoted(text string) []byte { return appendString(nil, text) }

// write appends v's keywords, without braces.
func (v *value) write(out *bytes.Buffer) {
	types, _ := json.Marshal(v.types)
	if len(v.types) == 1 {
		types = quoted(v.types[0])
	}
	fmt.Fprintf(out, `"type":%s`, types)
	switch {
	case v.number != nil:
		fmt.Fprintf(out, `,"const":%d`, *v.number)
	case v.enum != nil:
		out.WriteString(`,"enum":[`)
		for i, word := range v.enum {
			if i > 0 {
				out.WriteByte(',')
			}
			out.Write(quoted(word))
		}
		if len(v.types) > 1 {
			out.WriteString(`,null`)
		}
		out.WriteByte(']')
	}
	if v.low != nil {
		fmt.Fprintf(out, `,"minimum":%g`, *v.low)
	}
	if v.high != nil {
		fmt.Fprintf(out, `,"maximum":%g`, *v.high)
	}
	if v.item != nil {
		out.WriteString(`,"items":{`)
		v.item.write(out)
		out.WriteByte('}')
	}
	if v.fields != nil {
		writeFields(out, v.fields)
	}
}

func writeFields(out *bytes.Buffer, fields []field) {
	out.WriteString(`,"properties":{`)
	for i, f := range fields {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(out, `%s:{"description":%s,`, quoted(f.name), quoted(f.about))
		f.value.write(out)
		out.WriteByte('}')
	}
	out.WriteString(`},"required":[`)
	for i, f := range fields {
		if i > 0 {
			out.WriteByte(',')
		}
		out.Write(quoted(f.name))
	}
	out.WriteString(`],"additionalProperties":false`)
}
