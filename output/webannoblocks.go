package output

import "slices"

// webAnnoBlock is what WebAnno takes for a sentence: it begins and ends with a
// token, and no mark runs over its edges.
type webAnnoBlock struct {
	start, end int
	tokens     []textToken
}

// tokensOn counts the tokens that a mark lies on.
func (b webAnnoBlock) tokensOn(m mark) int {
	count := 0
	for _, token := range b.tokens {
		if m.start < token.end && token.start < m.end {
			count++
		}
	}
	return count
}

// webAnnoBlocks divides a text into sentences, or lines where there are no
// sentence records. Together they hold all of the text but white space: what
// lies in no sentence, such as a page number, is a block of its own.
func webAnnoBlocks(p passage) []webAnnoBlock {
	edges := p.sentenceEdges()
	var blocks []webAnnoBlock
	tokens := p.tokens(edges)
	next := 0 // of the edges: the end of the block
	for _, token := range tokens {
		for next < len(edges) && edges[next] <= token.start {
			next++
		}
		fresh := len(blocks) == 0 || next > 0 && blocks[len(blocks)-1].end <= edges[next-1]
		if fresh && !p.marked(token.start, blocks) {
			blocks = append(blocks, webAnnoBlock{start: token.start})
		}
		last := &blocks[len(blocks)-1]
		last.tokens = append(last.tokens, token)
		last.end = token.end
	}
	return blocks
}

// marked reports whether a mark runs from the last block on past a position.
func (p passage) marked(at int, blocks []webAnnoBlock) bool {
	return len(blocks) > 0 && slices.ContainsFunc(p.marks, func(m mark) bool { return m.start < blocks[len(blocks)-1].end && at < m.end })
}
