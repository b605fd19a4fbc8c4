package lexicon

import "testing"

func TestLemma(t *testing.T) {
	cases := []struct{ form, xpos, want string }{
		{"were", "VBD", "be"},
		{"Were", "VBD", "be"},
		{"'s", "VBZ", "be"},
		{"’s", "VBZ", "be"},
		{"n't", "RB", "not"},
		{"n’t", "RB", "not"},
		{"ca", "MD", "can"},
		{"wo", "MD", "will"},
		{"them", "PRP", "they"},
		{"an", "DT", "a"},
		{"officials", "NNS", "official"},
		{"Officials", "NNS", "official"},
		{"countries", "NNS", "country"},
		{"children", "NNS", "child"},
		{"sanctioning", "VBG", "sanction"},
		{"stopping", "VBG", "stop"},
		{"negotiating", "VBG", "negotiate"},
		{"denied", "VBD", "deny"},
		{"purported", "VBD", "purport"},
		{"older", "JJR", "old"},
		{"Belarusian", "JJ", "Belarusian"},
		{"Former", "JJ", "former"},
		{"Moscow", "NNP", "Moscow"},
		{"Americans", "NNPS", "American"},
		{"the", "DT", "the"},
		{"", "NN", ""},
		{"s", "NNS", "s"},
		{"日本", "NNP", "日本"},
		{"İ", "NN", "i"},
	}
	for _, c := range cases {
		if got := Lemma(c.form, c.xpos); got != c.want {
			t.Errorf("Lemma(%q, %s) = %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}

func TestUniversal(t *testing.T) {
	cases := []struct{ form, lemma, xpos, want string }{
		{"said", "say", "VBD", "VERB"},
		{"was", "be", "VBD", "AUX"},
		{"may", "may", "MD", "AUX"},
		{"that", "that", "IN", "SCONJ"},
		{"of", "of", "IN", "ADP"},
		{"n't", "not", "RB", "PART"},
		{"Kim", "Kim", "NNP", "PROPN"},
		{"(", "(", "-LRB-", "PUNCT"},
		{"x", "x", "no such tag", "X"},
	}
	for _, c := range cases {
		if got := Universal(c.form, c.lemma, c.xpos); got != c.want {
			t.Errorf("Universal(%q, %q, %s) = %s, want %s", c.form, c.lemma, c.xpos, got, c.want)
		}
	}
}

func FuzzLemma(f *testing.F) {
	f.Add("Running", "VBG")
	f.Add("’S", "NNPS")
	f.Fuzz(func(t *testing.T, form, xpos string) { Lemma(form, xpos) })
}
