package quote_test

import "testing"

// TestDocumentNames: a paper is named after whoever it is of, by its own
// phrase first, then by the last mention of such a paper; what is new is
// nobody's.
func TestDocumentNames(t *testing.T) {
	stages := append(before(t), newStage(t))
	const reports = "A country report by the UN Committee on Housing found that walls were thin. An analytical report released by the Roma Council confirmed that schools were poor. The report said that camps were full. A report found that nobody cared."
	const joint = "In May the NGOs Harbour Council for Refugees and Oxfam issued a joint report on the camps. The weather was bad. The joint report said the camps were full."
	for _, c := range []struct{ text, words, name string }{
		{reports, "walls were thin", "UN Committee on Housing"},
		{reports, "schools were poor", "Roma Council"},
		{reports, "camps were full", "Roma Council"},
		{reports, "nobody cared", "A report"},
		{joint, "the camps were full", "Harbour Council for Refugees and Oxfam"},
		{"Weber's agency released a report in May. The ombudsman's report stated that the camps were full.", "the camps were full", "The ombudsman's report"},
		{"No law forbids it, and no law says that it is free. The law says that ferries must stop.", "ferries must stop", "The law"},
		{"The ferry safety law says that crews must rest. The law says that ferries must stop.", "ferries must stop", "The law"},
		{"The harbour agency's president signed the law. The law says that ferries must stop.", "ferries must stop", "The law"},
		{"A study of ports released by the Harbour Council in May showed that the walls are thin.", "the walls are thin", "Harbour Council"},
		{"A report said that the sea is rising. The report added that the wall is broken.", "the wall is broken", "The report"},
		{"Weber's report noted that the wall is broken. The report said that the harbour is full.", "the harbour is full", "Weber"},
		{"Although Smith is pleased that the bill passed, he is disappointed that taxes rose.", "he is disappointed", "-"},
		{"Senator Olympia Berg is a sponsor of the Lopez-Berg bill. \"This is a start,\" said Berg.", "This is a start", "Olympia Berg"},
	} {
		doc := annotate(t, stages, c.text)
		if name := speakerOf(doc, c.words); name != c.name {
			t.Errorf("%s\n%q is %q, want %q%s", c.text, c.words, name, c.name, list(doc))
		}
	}
}
