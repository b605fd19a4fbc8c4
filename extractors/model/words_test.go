package model

import (
	"strings"
	"testing"
)

// smallWords are a few words over three classes.
func smallWords(t testing.TB) *Words {
	t.Helper()
	classes := []WordClass{{0, 1}, {0x80000000, 2}, {0xC0000000, 2}}
	var entries []WordEntry
	for i, form := range []string{"the", "Kenya", "0000", "naïve", "Émile", "n't", "U.S.", "KGB", "co-operate"} {
		entries = append(entries, WordEntry{form, Word{Class: uint16(i % 3), Frequency: uint8(i + 1), Capital: NewCapital(i, 9, 1), Initial: uint8(i % 8)}})
	}
	packed, err := PackWords(classes, entries)
	if err != nil {
		t.Fatal(err)
	}
	words, err := LoadWords(packed)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func TestWordsLookup(t *testing.T) {
	words := smallWords(t)
	for _, test := range []struct {
		form      string
		frequency uint8 // names the entry; 0 stands for "not found"
	}{
		{"the", 1}, {"The", 1}, {"THE", 1}, {"tHe", 1}, {"th", 0}, {"", 0},
		{"Kenya", 2}, {"KENYA", 2}, {"kenya", 0},
		{"1987", 3}, {"0000", 3}, {"198", 0}, {"19870", 0},
		{"naïve", 4}, {"Naïve", 4}, {"NAÏVE", 4}, {"naive", 0},
		{"Émile", 5}, {"ÉMILE", 5}, {"émile", 0},
		{"n't", 6}, {"n’t", 6}, {"N’T", 6}, {"n‘t", 6}, {"nt", 0},
		{"U.S.", 7}, {"u.s.", 0}, {"KGB", 8}, {"Kgb", 0}, {"Co-Operate", 9},
		{"\xff", 0}, {"\x00", 0}, {"肯尼亚", 0}, {"🙂", 0},
	} {
		word, found := words.Lookup(test.form)
		if found != (test.frequency > 0) || word.Frequency != test.frequency {
			t.Errorf("Lookup(%q) = entry %d, %v; want entry %d", test.form, word.Frequency, found, test.frequency)
		}
	}
}

func TestWordsKeepWhatWasPacked(t *testing.T) {
	word, _ := smallWords(t).Lookup("KGB")
	want := Word{Path: 0x80000000, Bits: 2, Class: 1, Frequency: 8, Capital: NewCapital(7, 9, 1), Initial: 7}
	if word != want {
		t.Errorf("got %+v, want %+v", word, want)
	}
}

func TestWordPrefix(t *testing.T) {
	for _, test := range []struct {
		word Word
		bits int
		want uint64
	}{
		{Word{Path: 0b1011 << 28, Bits: 4}, 2, 2<<32 | 0b10},
		{Word{Path: 0b1011 << 28, Bits: 4}, 4, 4<<32 | 0b1011},
		{Word{Path: 0b1011 << 28, Bits: 4}, 20, 4<<32 | 0b1011},
		{Word{Path: 0b0010 << 28, Bits: 4}, 2, 2 << 32},
		{Word{Path: 0xFFFFFFFF, Bits: 32}, 32, 32<<32 | 0xFFFFFFFF},
		{Word{}, 4, 0},
	} {
		if got := test.word.Prefix(test.bits); got != test.want {
			t.Errorf("%+v.Prefix(%d) = %#x, want %#x", test.word, test.bits, got, test.want)
		}
	}
}

func TestCapital(t *testing.T) {
	for _, test := range []struct {
		lower, title, upper    int
		known                  bool
		titleLevel, upperLevel int
	}{
		{0, 0, 0, false, 0, 0}, {1, 1, 0, false, 0, 0},
		{100, 0, 0, true, 0, 0}, {95, 5, 0, true, 0, 0}, {90, 10, 0, true, 1, 0},
		{40, 60, 0, true, 2, 0}, {1, 99, 0, true, 3, 0}, {0, 1, 99, true, 0, 3}, {0, 50, 50, true, 1, 1},
	} {
		c := NewCapital(test.lower, test.title, test.upper)
		if c.Known() != test.known || c.Title() != test.titleLevel || c.Upper() != test.upperLevel {
			t.Errorf("NewCapital(%d, %d, %d): known %v, title %d, upper %d; want %v, %d, %d", test.lower, test.title, test.upper,
				c.Known(), c.Title(), c.Upper(), test.known, test.titleLevel, test.upperLevel)
		}
	}
}

func TestLoadWordsRefuses(t *testing.T) {
	good, err := PackWords([]WordClass{{0, 1}}, []WordEntry{{"a", Word{Frequency: 1}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := LoadWords(good); err != nil {
		t.Fatal(err)
	}
	full := append([]byte{}, good...)
	for i := wordsHeader + pathSize; i < len(full); i++ {
		full[i] = 0
		if i%slotSize == (wordsHeader+pathSize+7)%slotSize {
			full[i] = 1
		}
	}
	wrongClass := append([]byte{}, full...)
	wrongClass[wordsHeader+pathSize+4] = 7
	for name, data := range map[string][]byte{
		"nothing": nil, "other magic": append([]byte("purportT1"), good[9:]...), "cut short": good[:len(good)-1],
		"too long": append(append([]byte{}, good...), 0), "no free slot": full, "class out of range": wrongClass,
	} {
		if _, err := LoadWords(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestEmbeddedWords(t *testing.T) {
	words := EmbeddedWords()
	class := func(form string) Word {
		word, found := words.Lookup(form)
		if !found {
			t.Fatalf("%q is not known", form)
		}
		return word
	}
	// Near-synonyms share the top of their paths, unlike words do not.
	for _, test := range []struct {
		a, b string
		bits int
		same bool
	}{
		{"January", "March", 6, true}, {"Monday", "Friday", 6, true}, {"could", "would", 6, true}, {"Kenya", "Germany", 6, true},
		{"the", "Kenya", 8, false}, {"said", "Kenya", 4, false}, {"would", "January", 4, false},
	} {
		if got := class(test.a).Prefix(test.bits) == class(test.b).Prefix(test.bits); got != test.same {
			t.Errorf("%s and %s share %d steps: %v, want %v", test.a, test.b, test.bits, got, test.same)
		}
	}
	if c := class("government").Capital; c.Title() > 1 {
		t.Errorf("government: title level %d", c.Title())
	}
	if c := class("Kenya").Capital; c.Title() != 3 {
		t.Errorf("Kenya: title level %d", c.Title())
	}
	if the, they := class("The").Initial, class("the").Initial; the < 6 || they > 1 {
		t.Errorf("begins a sentence: The %d, the %d", the, they)
	}
}

func TestWordsLookupDoesNotAllocate(t *testing.T) {
	words := EmbeddedWords()
	if n := testing.AllocsPerRun(100, func() { words.Lookup("ÉMILE’S1987xyzzy") }); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

func FuzzWordsLookup(f *testing.F) {
	for _, form := range []string{"", "The", "ÉMILE", "1987", "n’t", "\xff\xfe", "İstanbul"} {
		f.Add(form)
	}
	words := EmbeddedWords()
	f.Fuzz(func(t *testing.T, form string) {
		word, found := words.Lookup(form)
		if found != (word.Frequency > 0) {
			t.Errorf("Lookup(%q): found %v with frequency %d", form, found, word.Frequency)
		}
		if again, _ := words.Lookup(strings.Clone(form)); again != word {
			t.Errorf("Lookup(%q) is not stable", form)
		}
	})
}

func BenchmarkWordsLookup(b *testing.B) {
	words := EmbeddedWords()
	forms := strings.Fields("The government said on Tuesday that Kenya 's prime minister had denied the allegations of Xyzzyvian officials in 1987 , according to REUTERS .")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		words.Lookup(forms[i%len(forms)])
	}
}
