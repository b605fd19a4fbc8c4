package parse

import (
	"slices"
	"testing"
)

func TestKindsPartTheRelations(t *testing.T) {
	labels := []string{"acl:relcl", "case", "ccomp", "conj", "dep", "nsubj", "obj", "punct", "root"}
	k := newKinds(labels)
	for _, move := range []int{left, right} {
		for i, label := range labels {
			if label == rootLabel {
				continue
			}
			kind := k.of[move][i+1]
			if k.moves[kind] != move {
				t.Errorf("%s as move %d is of a kind of move %d", label, move, k.moves[kind])
			}
			if got := k.labels[kind][k.place[move][i+1]]; int(got) != i+1 {
				t.Errorf("the place of %s is that of %s", label, labels[got-1])
			}
		}
	}
	for kind, members := range k.labels {
		if (len(members) == 0) != (kind == shift) {
			t.Errorf("kind %d has relations %v", kind, members)
		}
		if slices.Contains(members, uint8(slices.Index(labels, rootLabel)+1)) {
			t.Errorf("kind %d has the root", kind)
		}
	}
	if k.of[right][3] == k.of[right][7] {
		t.Error("clauses and things are objects of one kind")
	}
}

func TestKindsFitARow(t *testing.T) {
	parser, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(parser.kinds.moves); n > 16 {
		t.Errorf("%d kinds need a second block of weights", n)
	}
	if n := parser.kinds.most; n > 16 {
		t.Errorf("%d relations of a kind need a second block of weights", n)
	}
}
