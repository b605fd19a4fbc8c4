package main

import "math"

// fraction is a precision and a recall as sums.
type fraction struct{ precision, precisionOf, recall, recallOf float64 }

func (f fraction) f1() float64 {
	p, r := f.precision/math.Max(1e-9, f.precisionOf), f.recall/math.Max(1e-9, f.recallOf)
	return 200 * p * r / math.Max(1e-9, p+r)
}

// clusterCounts gathers the three scores of CoNLL-2012 (Pradhan and others
// 2014) over documents. Entities of one mention count neither way.
type clusterCounts struct{ muc, cubed, ceaf fraction }

func (c *clusterCounts) conll() float64 { return (c.muc.f1() + c.cubed.f1() + c.ceaf.f1()) / 3 }

func (c *clusterCounts) add(key, response map[int][]int) {
	k, r := several(key), several(response)
	p, of := muc(r, k)
	c.muc.precision, c.muc.precisionOf = c.muc.precision+p, c.muc.precisionOf+of
	p, of = muc(k, r)
	c.muc.recall, c.muc.recallOf = c.muc.recall+p, c.muc.recallOf+of
	p, of = cubed(r, k)
	c.cubed.precision, c.cubed.precisionOf = c.cubed.precision+p, c.cubed.precisionOf+of
	p, of = cubed(k, r)
	c.cubed.recall, c.cubed.recallOf = c.cubed.recall+p, c.cubed.recallOf+of
	total := ceaf(k, r)
	c.ceaf.precision, c.ceaf.precisionOf = c.ceaf.precision+total, c.ceaf.precisionOf+float64(len(r))
	c.ceaf.recall, c.ceaf.recallOf = c.ceaf.recall+total, c.ceaf.recallOf+float64(len(k))
}

// several returns the clusters of more than one mention.
func several(clusters map[int][]int) [][]int {
	var kept [][]int
	for number := range largest(clusters) + 1 {
		if len(clusters[number]) > 1 {
			kept = append(kept, clusters[number])
		}
	}
	return kept
}

func largest(clusters map[int][]int) int {
	top := 0
	for number := range clusters {
		top = max(top, number)
	}
	return top
}

// owners maps each mention to its cluster.
func owners(clusters [][]int) map[int]int {
	owner := map[int]int{}
	for i, cluster := range clusters {
		for _, mention := range cluster {
			owner[mention] = i
		}
	}
	return owner
}

// muc counts the links of each cluster that the other side keeps (Vilain and
// others 1995).
func muc(clusters, others [][]int) (kept, all float64) {
	owner := owners(others)
	for _, cluster := range clusters {
		parts, lone := map[int]bool{}, 0
		for _, mention := range cluster {
			if i, found := owner[mention]; found {
				parts[i] = true
			} else {
				lone++
			}
		}
		kept += float64(len(cluster) - len(parts) - lone)
		all += float64(len(cluster) - 1)
	}
	return kept, all
}

// cubed sums the share of each mention's cluster that the other side puts with
// it (Bagga and Baldwin 1998).
func cubed(clusters, others [][]int) (sum, all float64) {
	owner := owners(others)
	for _, cluster := range clusters {
		counts := map[int]int{}
		for _, mention := range cluster {
			if i, found := owner[mention]; found {
				counts[i]++
			}
		}
		for _, n := range counts {
			sum += float64(n*n) / float64(len(cluster))
		}
		all += float64(len(cluster))
	}
	return sum, all
}

// ceaf is the greatest sum of the similarity of clusters paired one to one
// (Luo 2005, entity-based), found by the Hungarian method.
func ceaf(key, response [][]int) float64 {
	n := max(len(key), len(response))
	cost := make([][]float64, n+1)
	for i := range cost {
		cost[i] = make([]float64, n+1)
	}
	owner := owners(response)
	for i, cluster := range key {
		common := map[int]int{}
		for _, mention := range cluster {
			if j, found := owner[mention]; found {
				common[j]++
			}
		}
		for j, both := range common {
			cost[i+1][j+1] = -2 * float64(both) / float64(len(cluster)+len(response[j]))
		}
	}
	return -assign(cost, n)
}

// assign returns the least cost of pairing rows 1..n with columns 1..n.
func assign(cost [][]float64, n int) float64 {
	rows, columns, match, way := make([]float64, n+1), make([]float64, n+1), make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		at := 0
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for match[at] != 0 {
			used[at] = true
			row, delta, next := match[at], math.Inf(1), 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if c := cost[row][j] - rows[row] - columns[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					rows[match[j]] += delta
					columns[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			match[at], at = match[way[at]], way[at]
		}
	}
	total := 0.0
	for j := 1; j <= n; j++ {
		if match[j] != 0 {
			total += cost[match[j]][j]
		}
	}
	return total
}
