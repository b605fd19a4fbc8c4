package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// The treebanks: UD English EWT and the permissive genres of GUM.
var (
	treebankTrain = []string{"pos-dep/en_ewt-ud-train.rebuilt.conllu", "pos-dep/en_gum-ud-train.permissive.conllu"}
	treebankDev   = []string{"pos-dep/en_ewt-ud-dev.rebuilt.conllu", "pos-dep/en_gum-ud-dev.permissive.conllu"}
)

// readTreebanks reads files below the data folder, one after the other, as
// sentences of syntactic words with their gold annotation.
func readTreebanks(data string, files []string) ([][]pipeline.Token, error) {
	var sentences [][]pipeline.Token
	for _, file := range files {
		read, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		sentences = append(sentences, read...)
	}
	return sentences, nil
}

// readConllu reads a CoNLL-U file. Multiword ranges ("3-4") and the empty
// nodes of enhanced graphs ("8.1") are left out: the basic tree is over
// syntactic words. Spans stay zero.
func readConllu(path string) ([][]pipeline.Token, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var sentences [][]pipeline.Token
	var tokens []pipeline.Token
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" && len(tokens) > 0 {
			sentences = append(sentences, tokens)
			tokens = nil
		}
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 10 {
			return nil, fmt.Errorf("%s:%d: %d fields instead of 10", path, number, len(fields))
		}
		if strings.ContainsAny(fields[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(fields[6])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: head: %w", path, number, err)
		}
		tokens = append(tokens, pipeline.Token{
			Form: fields[1], Lemma: fields[2], UPOS: fields[3], XPOS: fields[4], Head: head - 1, Deprel: fields[7],
		})
	}
	if len(tokens) > 0 {
		sentences = append(sentences, tokens)
	}
	return sentences, lines.Err()
}
