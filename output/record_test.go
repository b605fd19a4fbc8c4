package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/purport-nlp/purport/pipeline"
)

// everyLine yields every kind of record, with everything in it and with
// nothing in it.
func everyLine(t testing.TB) map[Kind][]string {
	all := map[Kind][]string{}
	bare := pipeline.NewDocument("bare", "One. Two.")
	bare.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: 9}}}
	bare.Sentences = []pipeline.Sentence{{Span: pipeline.Span{Start: 0, End: 4}, Tokens: pipeline.Range{End: 1}}, {Span: pipeline.Span{Start: 5, End: 9}, Tokens: pipeline.Range{First: 1, End: 1}}}
	bare.Tokens = []pipeline.Token{{Span: pipeline.Span{Start: 0, End: 3}, Form: "One"}}
	for _, kind := range Kinds() {
		all[kind] = lines(fixture(t), kind, Options{WithText: true})
		all[kind] = append(all[kind], lines(bare, kind, Options{})...)
		all[kind] = slices.DeleteFunc(all[kind], func(line string) bool { return line == "" })
	}
	failure := &pipeline.DocError{Path: "b.txt", Stage: "read", Code: "binary", Err: errors.New(`byte 3 is "NUL"`)}
	all[Error] = []string{strings.TrimSuffix(string(AppendError(nil, failure)), "\n")}
	return all
}

func TestRecordsFollowTheirSchema(t *testing.T) {
	for kind, lines := range everyLine(t) {
		schema := compile(t, JSONSchema(kind))
		if len(lines) == 0 {
			t.Errorf("%s: no record to check", kind)
		}
		for _, line := range lines {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			if err != nil {
				t.Fatalf("%s: %v in %s", kind, err, line)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s: %v in %s", kind, err, line)
			}
		}
	}
}

func TestAnyRecordFollowsTheSchemaOfAll(t *testing.T) {
	schema := compile(t, JSONSchema(append(Kinds(), Error)...))
	for kind, lines := range everyLine(t) {
		value, _ := jsonschema.UnmarshalJSON(strings.NewReader(lines[0]))
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func compile(t testing.TB, text []byte) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestEveryLineHasEveryKeyInOrder(t *testing.T) {
	for kind, lines := range everyLine(t) {
		var want []string
		for _, f := range recordValue(kind).fields {
			want = append(want, f.name)
		}
		for _, line := range lines {
			if got := topKeys(t, line); !slices.Equal(got, want) {
				t.Errorf("%s: keys\n%v, the schema has\n%v", kind, got, want)
			}
		}
	}
}

// topKeys returns the keys of a JSON object in their order.
func topKeys(t testing.TB, line string) []string {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(line))
	if _, err := decoder.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var skipped json.RawMessage
		if err := decoder.Decode(&skipped); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func TestClaimLine(t *testing.T) {
	got := lines(fixture(t), Claim, Options{})
	want := `{"record":"claim","schema":1,"doc_id":"` + fixture(t).ID() + `","path":"news/a <b> & c.txt","id":"6a3d0ae25995d082","sentence":1,` +
		`"sentence_text":"Officials in Lyon said on 5 May 2024 that the \"bridge\" may have closed.","context_before":"Zoë 🙂 reports","context_after":"It did not.",` +
		`"text":"the \"bridge\"\nmay have closed","char_start":57,"char_end":85,"byte_start":61,"byte_end":89,"claim_text":"the \"bridge\" may have closed",` +
		`"subject":{"text":"the \"bridge\"","char_start":57,"char_end":69},"relation":{"text":"may have closed","char_start":70,"char_end":85},` +
		`"arguments":[{"text":"5 May 2024","char_start":41,"char_end":51}],"level":"possible","polarity":"positive","author_certainty":"Uu","holder_certainty":"PS+",` +
		`"probability_term":"may","probability_low":20,"probability_high":55,"modality":"epistemic","evidentiality":"reported","kind":"fact","tense":"past",` +
		`"conditional":false,"question":false,"quotation":"mixed","cues":[{"text":"may","char_start":70,"char_end":73,"kind":"hedge","rule":"may"}],` +
		`"source_kind":"group","source_text":"Officials in Lyon","source_char_start":15,"source_char_end":32,"source_name":"Officials in Lyon",` +
		`"source_cue":"said","source_cue_char_start":33,"source_cue_char_end":37,"source_chain":[` +
		`{"kind":"group","text":"Officials in Lyon","name":"Officials in Lyon","cue":"said","char_start":15,"char_end":32},` +
		`{"kind":"anonymous","text":null,"name":null,"cue":null,"char_start":null,"char_end":null}],` +
		`"entities":[{"id":"e1","text":"Officials in Lyon","label":"ORGANIZATION","name":"Officials in Lyon","char_start":15,"char_end":32},` +
		`{"id":"e2","text":"Lyon","label":"LOCATION","name":"Lyon","char_start":28,"char_end":32}],` +
		`"dates":[{"text":"5 May 2024","type":"DATE","value":"2024-05-05","from":"2024-05-05","to":"2024-05-05","precision":"day","basis":"explicit","char_start":41,"char_end":51}],` +
		`"rule":"complement","score":0.1235}`
	if got[0] != want {
		t.Errorf("got\n%s\nwant\n%s", got[0], want)
	}
}

func TestClaimIDs(t *testing.T) {
	ids := func(path string, texts ...string) []string {
		var c claimIDs
		c.reset(path)
		var all []string
		for _, text := range texts {
			all = append(all, c.next(text))
		}
		return all
	}
	base := ids("a.txt", "it rained", "it rained", "it snowed")
	if base[0] == base[1] || base[0] == base[2] {
		t.Errorf("different claims share an id: %v", base)
	}
	if again := ids("a.txt", "it snowed", "it rained"); again[0] != base[2] || again[1] != base[0] {
		t.Errorf("ids depend on other claims: %v and %v", base, again)
	}
	if other := ids("b.txt", "it rained"); other[0] == base[0] {
		t.Error("documents share an id")
	}
}

func TestEverySpanOfTheFixtureVerifies(t *testing.T) {
	doc := fixture(t)
	offsets := NewOffsets(doc.Text)
	spans := 0
	for _, kind := range Kinds() {
		for _, line := range lines(doc, kind, Options{WithText: true}) {
			n, problems := Verify([]byte(line), doc, offsets)
			spans += n
			if len(problems) > 0 {
				t.Errorf("%s: %v", kind, problems)
			}
		}
	}
	if spans < 40 {
		t.Errorf("only %d spans were checked", spans)
	}
}

func TestVerifyFindsWhatIsWrong(t *testing.T) {
	doc := fixture(t)
	line := lines(doc, Claim, Options{})[0]
	for _, change := range []struct{ old, new, problem string }{
		{`"char_start":57,"char_end":85`, `"char_start":58,"char_end":85`, "characters 58:85"},
		{`"byte_start":61`, `"byte_start":60`, "bytes 60:89"},
		{`"char_end":73,"kind":"hedge"`, `"char_end":74,"kind":"hedge"`, "cues[0]"},
		{`"source_char_start":15`, `"source_char_start":14`, "characters 14:32"},
		{`"source_cue_char_end":37`, `"source_cue_char_end":38`, "characters 33:38"},
		{`"source_text":"Officials in Lyon"`, `"source_text":null`, "source_text is not there"},
		{`"doc_id":"` + doc.ID(), `"doc_id":"0000000000000000`, "not the one that was read"},
		{`"char_end":85`, `"char_end":9999`, "outside the text"},
	} {
		_, problems := Verify([]byte(strings.Replace(line, change.old, change.new, 1)), doc, NewOffsets(doc.Text))
		if len(problems) == 0 || !strings.Contains(strings.Join(problems, "\n"), change.problem) {
			t.Errorf("%s → %s: problems %q, want %q", change.old, change.new, problems, change.problem)
		}
	}
}

func BenchmarkClaims(b *testing.B) {
	doc := fixture(b)
	for len(doc.Claims) < 200 {
		doc.Claims = append(doc.Claims, doc.Claims[:2]...)
	}
	encoder := NewEncoder(Options{})
	var buffer []byte
	for b.Loop() {
		buffer = encoder.Append(buffer[:0], Claim, doc)
		b.SetBytes(int64(len(buffer)))
	}
}

func BenchmarkTokens(b *testing.B) {
	doc := fixture(b)
	encoder := NewEncoder(Options{})
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = encoder.Append(buffer[:0], Token, doc)
		b.SetBytes(int64(len(buffer)))
	}
}
