package main

import (
	"math"

	"github.com/purport-nlp/purport/extractors/model"
)

// classTree merges classes two by two, each time the two whose merging costs
// the least likelihood, which is the least mutual information of neighbours.
type classTree struct {
	joint  [][]int32
	totals []int32
	live   []int     // the classes, or merged classes, that may merge
	all    []int     // those and the fixed ones, which are context only
	gains  [][]int64 // of merging i and j, for i < j; mostly negative
}

// newClassTree makes every class of an exchange a tree of its own. It uses up
// the counts of the exchange.
func newClassTree(x *exchange) *classTree {
	t := &classTree{joint: x.joint, totals: x.totals}
	for class := range x.totals {
		if class < x.classes {
			t.live = append(t.live, class)
		}
		t.all = append(t.all, class)
	}
	t.gains = make([][]int64, x.classes)
	for i := range t.gains {
		t.gains[i] = make([]int64, x.classes)
		for j := i + 1; j < x.classes; j++ {
			t.gains[i][j] = t.gain(i, j)
		}
	}
	return t
}

// mergeClasses builds the tree over the classes of an exchange and returns
// each class's path in it. It uses up the counts of the exchange.
func mergeClasses(x *exchange) []model.WordClass {
	t := newClassTree(x)
	// nodes[i] is the tree under the live class i.
	nodes := make([]*treeNode, x.classes)
	for i := range nodes {
		nodes[i] = &treeNode{class: i}
	}
	for len(t.live) > 1 {
		i, j := t.cheapest()
		nodes[i] = &treeNode{class: -1, zero: nodes[i], one: nodes[j]}
		t.merge(i, j)
	}
	paths := make([]model.WordClass, x.classes)
	nodes[t.live[0]].walk(0, 0, paths)
	return paths
}

// treeNode is a class, or the merging of two nodes.
type treeNode struct {
	class     int
	zero, one *treeNode
}

// walk writes the path of every class below the node; a path ends after 32
// steps.
func (n *treeNode) walk(path uint32, depth int, paths []model.WordClass) {
	if n.class >= 0 {
		paths[n.class] = model.WordClass{Path: path, Bits: uint8(min(depth, 32))}
		return
	}
	n.zero.walk(path, depth+1, paths)
	if depth < 32 {
		path |= 1 << (31 - depth)
	}
	n.one.walk(path, depth+1, paths)
}

// cheapest returns the pair of live classes that is best merged.
func (t *classTree) cheapest() (first, second int) {
	most := int64(math.MinInt64)
	for at, i := range t.live {
		for _, j := range t.live[at+1:] {
			if t.gains[i][j] > most {
				first, second, most = i, j, t.gains[i][j]
			}
		}
	}
	return first, second
}

// gain is the change in likelihood from merging i and j.
func (t *classTree) gain(i, j int) int64 {
	sum := -2 * (entropyOf(t.totals[i]+t.totals[j]) - entropyOf(t.totals[i]) - entropyOf(t.totals[j]))
	for _, k := range t.all {
		if k != i && k != j {
			sum += t.part(i, j, k)
		}
	}
	ii, ij, ji, jj := t.joint[i][i], t.joint[i][j], t.joint[j][i], t.joint[j][j]
	return sum + entropyOf(ii+ij+ji+jj) - entropyOf(ii) - entropyOf(ij) - entropyOf(ji) - entropyOf(jj)
}

// part is what the pairs with a third class k contribute to a gain.
func (t *classTree) part(i, j, k int) (sum int64) {
	if a, b := t.joint[i][k], t.joint[j][k]; a != 0 && b != 0 {
		sum += entropyOf(a+b) - entropyOf(a) - entropyOf(b)
	}
	if a, b := t.joint[k][i], t.joint[k][j]; a != 0 && b != 0 {
		sum += entropyOf(a+b) - entropyOf(a) - entropyOf(b)
	}
	return sum
}

// merge takes class b into class a and brings the gains up to date.
func (t *classTree) merge(a, b int) {
	t.live, t.all = without(t.live, b), without(t.all, b)
	t.eachPair(a, func(i, j int) { t.gains[i][j] -= t.part(i, j, a) + t.part(i, j, b) })
	for _, k := range t.all {
		if k != a {
			t.joint[a][k] += t.joint[b][k]
			t.joint[k][a] += t.joint[k][b]
		}
	}
	t.joint[a][a] += t.joint[a][b] + t.joint[b][a] + t.joint[b][b]
	t.totals[a] += t.totals[b]
	t.eachPair(a, func(i, j int) { t.gains[i][j] += t.part(i, j, a) })
	for _, k := range t.live {
		if k != a {
			t.gains[min(a, k)][max(a, k)] = t.gain(min(a, k), max(a, k))
		}
	}
}

// eachPair visits the pairs of live classes without a.
func (t *classTree) eachPair(a int, visit func(i, j int)) {
	for at, i := range t.live {
		if i == a {
			continue
		}
		for _, j := range t.live[at+1:] {
			if j != a {
				visit(i, j)
			}
		}
	}
}

func without(list []int, value int) []int {
	out := list[:0]
	for _, v := range list {
		if v != value {
			out = append(out, v)
		}
	}
	return out
}
