package parse

// kinds are the classes that a pass decides between: moves, and arcs by the
// family of their relation. A clause that is an object is attached for other
// reasons than one that is an adjunct.
type kinds struct {
	moves  []int        // the move of each kind; the first is shift
	labels [][]uint8    // the relations of each kind, in order
	of     [moves][]int // the kind of each move and relation
	place  [moves][]int // the relation's place in it
	most   int          // the number of relations of the largest kind
}

// The families of relations on either side of the head. With shift they fill
// a row of 16 weights, and so do the relations of each. Those that hardly ever
// stand on a side are where there is room.
var leftFamilies = families{
	{"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl", "obj", "iobj", "dislocated"},
	{"det", "amod", "compound", "nummod", "nmod:poss", "nmod", "nmod:unmarked", "nmod:desc", "det:predet", "cc:preconj", "flat", "appos"},
	{"advmod", "obl", "obl:unmarked", "obl:agent", "discourse", "vocative"},
	{"advcl", "ccomp", "parataxis", "xcomp", "acl", "acl:relcl", "advcl:relcl", "conj", "list", "goeswith", "fixed", "compound:prt"},
	{"punct"},
}

var rightFamilies = families{
	{"obj", "iobj", "nsubj", "nsubj:pass", "nsubj:outer", "expl"},
	{"ccomp", "xcomp", "csubj", "csubj:pass"},
	{"obl", "nmod", "obl:unmarked", "nmod:unmarked", "obl:agent", "advmod", "nmod:desc", "nmod:poss", "mark", "cc", "cc:preconj", "det:predet"},
	{"advcl", "advcl:relcl"},
	{"acl", "acl:relcl"},
	{"conj"},
	{"punct"},
	{"appos", "parataxis", "list", "discourse", "vocative", "dislocated"},
}

type families [][]string

// find returns the family of a relation; those in none have the last.
func (f families) find(label string) int {
	for i, family := range f {
		for _, member := range family {
			if member == label {
				return i
			}
		}
	}
	return len(f)
}

// newKinds numbers the families that have relations.
func newKinds(labels []string) kinds {
	k := kinds{moves: []int{shift}, labels: [][]uint8{nil}}
	for _, move := range []int{left, right} {
		families := leftFamilies
		if move == right {
			families = rightFamilies
		}
		k.of[move], k.place[move] = make([]int, len(labels)+1), make([]int, len(labels)+1)
		for family := range len(families) + 1 {
			var members []uint8
			for i, label := range labels {
				if label != rootLabel && families.find(label) == family {
					k.of[move][i+1], k.place[move][i+1] = len(k.moves), len(members)
					members = append(members, uint8(i+1))
				}
			}
			if len(members) > 0 {
				k.moves = append(k.moves, move)
				k.labels = append(k.labels, members)
				k.most = max(k.most, len(members))
			}
		}
	}
	return k
}
