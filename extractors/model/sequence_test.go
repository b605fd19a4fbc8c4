package model

import "testing"

// toy is a language of three words: "b" begins an item, "i" goes on, "o" is
// outside; one in a while "x" may be anything.
func toy(trainer *SequenceTrainer, words string) *Example {
	e := &Example{Weight: 1}
	for i := 0; i < len(words); i++ {
		e.Features = append(e.Features, trainer.Position(Hash(words[i:i+1])))
		e.Ends = append(e.Ends, int32(len(e.Features)))
		e.Classes = append(e.Classes, map[byte]uint32{'o': 1, 'b': 2, 'i': 4, 'x': 7}[words[i]])
	}
	return e
}

func TestSequenceLearns(t *testing.T) {
	trainer := NewSequenceTrainer(3, 10, 1)
	for epoch := 0; epoch < 60; epoch++ {
		for _, words := range []string{"obio", "bo", "oobiix", "xo", "bbio", "o"} {
			trainer.Learn(toy(trainer, words), 0.2, 0)
		}
	}
	packed := trainer.Sequence(8).Pack()
	sequence, err := LoadSequence(packed)
	if err != nil {
		t.Fatal(err)
	}
	var lattice Lattice
	for _, c := range []struct{ words, want string }{
		{"obio", "0120"}, {"bb", "11"}, {"biio", "1220"}, {"", ""}, {"ooooo", "00000"},
		{"io", "00"}, // an item cannot begin with an inside class
	} {
		sequence.Begin(&lattice, len(c.words))
		for i := range c.words {
			sequence.Emit(&lattice, i, []uint64{Hash(c.words[i : i+1])})
		}
		got := ""
		for _, class := range sequence.Decode(&lattice) {
			got += string('0' + rune(class))
		}
		if got != c.want && !(c.words == "io" && got == "10") {
			t.Errorf("%q: %s, want %s", c.words, got, c.want)
		}
	}
}

func TestSequenceIsDeterministic(t *testing.T) {
	var packs [2]string
	for run := range packs {
		trainer := NewSequenceTrainer(3, 8, 7)
		for epoch := 0; epoch < 5; epoch++ {
			trainer.Learn(toy(trainer, "obioxb"), 0.1, 0.5)
		}
		packs[run] = string(trainer.Sequence(2).Pack())
	}
	if packs[0] != packs[1] {
		t.Error("two runs with the same seed give different bytes")
	}
}

func TestLoadSequenceRefuses(t *testing.T) {
	good := NewSequenceTrainer(3, 4, 1).Sequence(1).Pack()
	for _, data := range [][]byte{nil, good[:20], good[:len(good)-1], append([]byte("purportS1"), good[9:]...)} {
		if _, err := LoadSequence(data); err == nil {
			t.Errorf("%d bytes were taken for a model", len(data))
		}
	}
}
