package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors/coref"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// evalCoref prints, on GUM's development documents with gold mentions of
// people, places and organisations, how many pronouns are linked to a mention
// of the right entity, and the CoNLL F1 of the clusters of names.
func evalCoref(data, models string) error {
	documents, err := readGUM(filepath.Join(data, "pos-dep/en_gum-ud-dev.permissive.conllu"))
	if err != nil {
		return err
	}
	packed, err := os.ReadFile(filepath.Join(models, "coref.bin"))
	if err != nil {
		return err
	}
	table, err := model.LoadTable(packed)
	if err != nil {
		return err
	}
	resolver := coref.NewResolver(lexicon.EmbeddedGazetteer(), coref.NewRanker(table))
	var pronouns, nominals corefCounts
	byForm := map[string]*corefCounts{}
	var clusters clusterCounts
	for _, d := range documents {
		d = d.onlyEntities()
		links := d.links()
		resolver.Resolve(d.doc, links)
		key, response := map[int][]int{}, map[int][]int{}
		for i, m := range d.mentions {
			switch m.Kind {
			case pipeline.MentionName:
				key[m.entity] = append(key[m.entity], i)
				response[links.Chain(i)] = append(response[links.Chain(i)], i)
				var ignored corefCounts
				d.count(links, i, &ignored)
			case pipeline.MentionPronoun:
				form := strings.ToLower(d.doc.Tokens[m.Tokens.First].Form)
				if byForm[form] == nil {
					byForm[form] = &corefCounts{}
				}
				d.count(links, i, &pronouns, byForm[form])
			case pipeline.MentionNominal:
				d.count(links, i, &nominals)
			}
		}
		clusters.add(key, response)
	}
	fmt.Printf("coref pronouns accuracy %5.2f (%d of %d; %d linked)\n", pronouns.accuracy(), pronouns.right, pronouns.anaphoric, pronouns.linked)
	for _, form := range sortedKeys(byForm) {
		c := byForm[form]
		fmt.Printf("coref   %-10s %5.1f (%d of %d; %d linked)\n", form, c.accuracy(), c.right, c.anaphoric, c.linked)
	}
	fmt.Printf("coref nominals linked %d, right %d (%5.2f), of %d\n", nominals.linked, nominals.right, 100*float64(nominals.right)/float64(max(1, nominals.linked)), nominals.anaphoric)
	fmt.Printf("coref names CoNLL F1 %5.2f (MUC %5.2f B3 %5.2f CEAFe %5.2f)\n", clusters.conll(), clusters.muc.f1(), clusters.cubed.f1(), clusters.ceaf.f1())
	return recordScores(models, "coref", map[string]float64{"gum pronoun accuracy": round2(pronouns.accuracy()), "gum names conll f1": round2(clusters.conll())})
}

func round2(x float64) float64 { return math.Round(100*x) / 100 }

// onlyEntities leaves out the mentions of things.
func (d *gumDocument) onlyEntities() *gumDocument {
	kept := &gumDocument{doc: d.doc}
	for _, m := range d.mentions {
		if !m.other {
			kept.mentions = append(kept.mentions, m)
		}
	}
	return kept
}

// corefCounts counts mentions that have an antecedent, those that were linked
// and those that were linked to the right one.
type corefCounts struct{ anaphoric, linked, right int }

func (c corefCounts) accuracy() float64 { return 100 * float64(c.right) / float64(max(1, c.anaphoric)) }

func (d *gumDocument) count(links *coref.Links, i int, counts ...*corefCounts) {
	anaphoric := false
	for j := 0; j < i && !anaphoric; j++ {
		anaphoric = d.mentions[j].entity == d.mentions[i].entity
	}
	other, _ := links.Link(i)
	for _, c := range counts {
		if anaphoric {
			c.anaphoric++
		}
		if other >= 0 {
			c.linked++
			if d.mentions[other].entity == d.mentions[i].entity {
				c.right++
			} else if evalVerbose() && c == counts[0] {
				_, reason := links.Link(i)
				fmt.Printf("ERR %s -> %s | %s, %s\n", around(d.doc, d.mentions[i].Tokens), textOf(d.doc, d.mentions[other].Tokens), d.mentions[i].Kind, reason)
			}
		}
	}
}

func textOf(doc *pipeline.Document, tokens pipeline.Range) string {
	return doc.Text[doc.Tokens[tokens.First].Start:doc.Tokens[tokens.End-1].End]
}
