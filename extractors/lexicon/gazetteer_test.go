package lexicon

import (
	"testing"
)

func hashOf(words ...string) uint64 {
	hash := uint64(0)
	for _, word := range words {
		hash = PhraseHash(hash, FoldHash(word))
	}
	return hash
}

func TestFoldHash(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"São", "sao", true},
		{"U.S.", "US", true},
		{"O’Neil", "O'Neil", true},
		{"Łódź", "lodz", true},
		{"e\u0301", "é", true},
		{"Ho", "Hu", false},
		{"北", "京", false},
		{".", "", false},
	} {
		if got := FoldHash(c.a) == FoldHash(c.b); got != c.same {
			t.Errorf("%q and %q fold to the same: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}

func TestGazetteer(t *testing.T) {
	g := EmbeddedGazetteer()
	for _, c := range []struct {
		words   []string
		flag    PhraseFlags
		country string
		kind    PlaceKind
	}{
		{[]string{"North", "Korea"}, PhraseCountry, "KP", PlaceCountry},
		{[]string{"DPRK"}, PhraseCountry, "KP", PlaceCountry},
		{[]string{"U.S."}, PhraseCountry, "US", PlaceCountry},
		{[]string{"North", "Korean"}, PhraseDemonym, "KP", PlaceDemonym},
		{[]string{"Moscow"}, PhraseLargeCity, "RU", PlaceCapital},
		{[]string{"Bogota"}, PhraseLargeCity, "CO", PlaceCapital},
		{[]string{"Texas"}, PhraseRegion, "US", PlaceRegion},
	} {
		hash := hashOf(c.words...)
		if flags := g.Phrase(hash); flags&c.flag == 0 {
			t.Errorf("%q: flags %b lack %b", c.words, flags, c.flag)
		}
		found := false
		g.Places(hash, func(p Place) bool {
			found = p.Country == c.country && p.Kind == c.kind
			return false
		})
		if !found {
			t.Errorf("%q: the first place is not %s %s", c.words, c.kind, c.country)
		}
	}
	if flags := g.Phrase(hashOf("zzyzxq", "qqq")); flags != 0 {
		t.Errorf("an unknown phrase has flags %b", flags)
	}
	if g.Name(FoldHash("Margaret"))&NameFemale == 0 || g.Name(FoldHash("Vladimir"))&NameMale == 0 {
		t.Error("first names have lost their gender")
	}
}

func TestLoadGazetteerRefuses(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("purportG1"), append([]byte(nil), gazetteerData[:1000]...)} {
		if _, err := LoadGazetteer(data); err == nil {
			t.Errorf("%d bytes were taken for a gazetteer", len(data))
		}
	}
}
