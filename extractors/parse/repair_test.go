package parse

import (
	"strconv"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestRepair holds each mending: words with tag, head (from 0, -1 the root)
// and relation, before and after.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"a finite verb under a noun", "witness/NN:1:nsubj said/VBD:-1:root driver/NN:1:obj had/VBD:2:acl died/VBN:3:xcomp",
			"witness/NN:1:nsubj said/VBD:-1:root driver/NN:3:nsubj had/VBD:1:ccomp died/VBN:3:xcomp"},
		{"a conjunct that is a clause", "doctors/NNS:1:nsubj fear/VBP:-1:root strain/NN:1:obj may/MD:4:aux spread/VB:1:conj",
			"doctors/NNS:1:nsubj fear/VBP:-1:root strain/NN:4:nsubj may/MD:4:aux spread/VB:1:ccomp"},
		{"a root under although", "although/IN:2:mark dam/NN:2:nsubj leaks/VBZ:-1:root ,/,:6:punct turbines/NNS:6:nsubj still/RB:6:advmod run/VBP:2:advcl",
			"although/IN:2:mark dam/NN:2:nsubj leaks/VBZ:6:advcl ,/,:6:punct turbines/NNS:6:nsubj still/RB:6:advmod run/VBP:-1:root"},
		{"a root under a preposition", "by/IN:1:case law/NN:-1:root that/WDT:3:nsubj passed/VBD:1:acl:relcl ,/,:6:punct judges/NNS:6:nsubj resigned/VBD:3:advcl ./.:1:punct",
			"by/IN:1:case law/NN:6:obl that/WDT:3:nsubj passed/VBD:1:acl:relcl ,/,:6:punct judges/NNS:6:nsubj resigned/VBD:-1:root ./.:6:punct"},
		{"a clause that is no noun phrase", "they/PRP:1:nsubj inferred/VBD:-1:root that/IN:4:mark wall/NN:4:nsubj leaned/VBD:1:obl",
			"they/PRP:1:nsubj inferred/VBD:-1:root that/IN:4:mark wall/NN:4:nsubj leaned/VBD:1:ccomp"},
		{"a relative pronoun", "he/PRP:1:nsubj rang/VBD:-1:root bells/NNS:1:obj ,/,:5:punct which/WDT:5:nsubj cracked/VBD:1:obl",
			"he/PRP:1:nsubj rang/VBD:-1:root bells/NNS:1:obj ,/,:5:punct which/WDT:5:nsubj cracked/VBD:2:acl:relcl"},
		{"what somebody is told", "he/PRP:1:nsubj told/VBD:-1:root reporters/NNS:1:obj that/WDT:5:obj talks/NNS:5:nsubj failed/VBD:2:acl:relcl",
			"he/PRP:1:nsubj told/VBD:-1:root reporters/NNS:1:obj that/WDT:5:mark talks/NNS:5:nsubj failed/VBD:1:ccomp"},
		{"a clause with that", "it/PRP:2:nsubj:pass is/VBZ:2:aux:pass known/VBN:-1:root that/IN:5:mark talks/NNS:5:nsubj failed/VBD:2:parataxis",
			"it/PRP:2:nsubj:pass is/VBZ:2:aux:pass known/VBN:-1:root that/IN:5:mark talks/NNS:5:nsubj failed/VBD:2:ccomp"},
		{"who of several", "veto/NN:1:nsubj drew/VBD:-1:root fire/NN:1:obj from/IN:4:case Oslo/NNP:1:obl and/CC:6:cc Bern/NNP:4:conj ,/,:9:punct who/WP:9:nsubj argue/VBP:1:parataxis",
			"veto/NN:1:nsubj drew/VBD:-1:root fire/NN:1:obj from/IN:4:case Oslo/NNP:1:obl and/CC:6:cc Bern/NNP:4:conj ,/,:9:punct who/WP:9:nsubj argue/VBP:4:acl:relcl"},
		{"and before a subject", "debt/NN:1:nsubj rose/VBD:-1:root ,/,:4:punct and/CC:4:cc fall/NN:6:nsubj could/MD:6:aux hurt/VB:1:ccomp",
			"debt/NN:1:nsubj rose/VBD:-1:root ,/,:4:punct and/CC:6:cc fall/NN:6:nsubj could/MD:6:aux hurt/VB:1:conj"},
		{"a result is no object", "so/RB:1:advmod loud/JJ:-1:root that/IN:4:mark windows/NNS:4:nsubj broke/VBD:1:advcl",
			"so/RB:1:advmod loud/JJ:-1:root that/IN:4:mark windows/NNS:4:nsubj broke/VBD:1:advcl"},
		{"what is unclear", "it/PRP:2:expl is/VBZ:2:cop unclear/JJ:-1:root who/WP:4:nsubj won/VBD:2:ccomp",
			"it/PRP:2:expl is/VBZ:2:cop unclear/JJ:-1:root who/WP:4:nsubj won/VBD:2:csubj"},
		{"an if that asks nothing", "fine/NN:1:nsubj doubles/VBZ:-1:root if/IN:4:mark victim/NN:4:nsubj sues/VBZ:1:ccomp",
			"fine/NN:1:nsubj doubles/VBZ:-1:root if/IN:4:mark victim/NN:4:nsubj sues/VBZ:1:advcl"},
		{"a condition without if", "Had/VBD:2:aux guard/NN:2:nsubj called/VBD:-1:root ,/,:5:punct they/PRP:6:nsubj would/MD:6:aux live/VB:2:advcl",
			"Had/VBD:2:aux guard/NN:2:nsubj called/VBD:6:advcl ,/,:5:punct they/PRP:6:nsubj would/MD:6:aux live/VB:-1:root"},
		{"a mark at the head", "rain/NN:1:nsubj fell/VBD:-1:root ,/,:1:punct snow/NN:2:nsubj",
			"rain/NN:1:nsubj fell/VBD:-1:root ,/,:3:punct snow/NN:1:conj"},
		{"the only verb", "proposal/NN:-1:root called/VBN:0:acl for/IN:3:case more/JJR:1:obl ./.:0:punct",
			"proposal/NN:1:nsubj called/VBN:-1:root for/IN:3:case more/JJR:1:obl ./.:1:punct"},
		{"a clause after a comma and", "law/NN:1:nsubj fell/VBD:-1:root ,/,:4:punct and/CC:4:cc crowd/NN:0:conj cheered/VBN:4:acl",
			"law/NN:1:nsubj fell/VBD:-1:root ,/,:4:punct and/CC:5:cc crowd/NN:5:nsubj cheered/VBN:0:conj"},
		{"that under its verb", "he/PRP:1:nsubj said/VBD:-1:root that/IN:1:nsubj border/NN:4:nsubj closed/VBD:2:ccomp",
			"he/PRP:1:nsubj said/VBD:-1:root that/IN:4:mark border/NN:4:nsubj closed/VBD:1:ccomp"},
		{"said on Friday that", "he/PRP:1:nsubj said/VBD:-1:root on/IN:3:case Friday/NNP:1:obl that/IN:6:mark border/NN:6:nsubj opened/VBD:3:acl:relcl",
			"he/PRP:1:nsubj said/VBD:-1:root on/IN:3:case Friday/NNP:1:obl that/IN:6:mark border/NN:6:nsubj opened/VBD:1:ccomp"},
		{"two subjects", "media/NNS:4:nsubj confirmed/VBN:4:advcl Kim/NNP:4:nsubj had/VBD:4:aux talked/VBN:-1:root",
			"media/NNS:1:nsubj confirmed/VBN:-1:root Kim/NNP:4:nsubj had/VBD:4:aux talked/VBN:1:ccomp"},
		{"two subjects and a semicolon", "mine/NN:4:nsubj closed/VBN:0:acl ;/,:4:punct miners/NNS:4:nsubj wept/VBD:-1:root",
			"mine/NN:1:nsubj closed/VBN:4:parataxis ;/,:4:punct miners/NNS:4:nsubj wept/VBD:-1:root"},
		{"what police are said to have done", "group/NN:1:nsubj said/VBD:-1:root police/NN:1:obj seized/VBN:1:xcomp two/CD:5:nummod trucks/NNS:3:obj",
			"group/NN:1:nsubj said/VBD:-1:root police/NN:3:nsubj seized/VBN:1:ccomp two/CD:5:nummod trucks/NNS:3:obj"},
		{"a finite infinitive", "group/NN:1:nsubj said/VBD:-1:root the/DT:3:det army/NN:1:obj fled/VBD:1:xcomp",
			"group/NN:1:nsubj said/VBD:-1:root the/DT:3:det army/NN:4:nsubj fled/VBD:1:ccomp"},
		{"denied one thing and another did", "he/PRP:1:nsubj denied/VBD:-1:root it/PRP:1:obj and/CC:4:cc police/NN:2:conj slept/VBD:1:xcomp",
			"he/PRP:1:nsubj denied/VBD:-1:root it/PRP:1:obj and/CC:4:cc police/NN:2:conj slept/VBD:1:xcomp"},
		{"and that", "she/PRP:1:nsubj said/VBD:-1:root that/IN:4:mark men/NNS:4:nsubj came/VBD:1:ccomp who/WP:6:nsubj sang/VBD:3:acl:relcl and/CC:10:cc that/IN:10:mark dogs/NNS:10:nsubj barked/VBD:6:conj",
			"she/PRP:1:nsubj said/VBD:-1:root that/IN:4:mark men/NNS:4:nsubj came/VBD:1:ccomp who/WP:6:nsubj sang/VBD:3:acl:relcl and/CC:10:cc that/IN:10:mark dogs/NNS:10:nsubj barked/VBD:4:conj"},
		{"said, on evidence, that", "she/PRP:1:nsubj said/VBD:-1:root ,/,:3:punct based/VBN:1:advcl on/IN:5:case maps/NNS:3:obl ,/,:9:punct that/IN:9:mark he/PRP:9:nsubj lied/VBD:3:ccomp",
			"she/PRP:1:nsubj said/VBD:-1:root ,/,:3:punct based/VBN:1:advcl on/IN:5:case maps/NNS:3:obl ,/,:9:punct that/IN:9:mark he/PRP:9:nsubj lied/VBD:1:ccomp"},
		{"a finite verb and an infinitive", "he/PRP:1:nsubj renewed/VBD:-1:root calls/NNS:1:obj to/TO:4:mark leave/VB:2:acl and/CC:6:cc missed/VBD:4:conj the/DT:8:det vote/NN:6:obj",
			"he/PRP:1:nsubj renewed/VBD:-1:root calls/NNS:1:obj to/TO:4:mark leave/VB:2:acl and/CC:6:cc missed/VBD:1:conj the/DT:8:det vote/NN:6:obj"},
		{"a subject behind a month", "In/IN:2:case May/NNP:2:compound parliament/NN:3:obl passed/VBD:-1:root laws/NNS:3:obj",
			"In/IN:1:case May/NNP:3:obl parliament/NN:3:nsubj passed/VBD:-1:root laws/NNS:3:obj"},
		{"a verb that joins its subject", "halls/NNS:-1:root ,/,:2:punct schools/NNS:0:nmod ,/,:2:punct had/VBD:0:conj ramps/NNS:4:obj",
			"halls/NNS:4:nsubj ,/,:2:punct schools/NNS:0:nmod ,/,:2:punct had/VBD:-1:root ramps/NNS:4:obj"},
		{"more must be done", "More/RBR:3:advmod must/MD:3:aux be/VB:3:aux:pass done/VBN:-1:root",
			"More/RBR:3:nsubj:pass must/MD:3:aux be/VB:3:aux:pass done/VBN:-1:root"},
		{"a subject joined to a noun", "he/PRP:2:nsubj will/MD:2:aux host/VB:-1:root two/CD:4:nummod towns/NNS:2:obj and/CC:6:cc Bill/NNP:4:conj will/MD:8:aux travel/VB:2:conj",
			"he/PRP:2:nsubj will/MD:2:aux host/VB:-1:root two/CD:4:nummod towns/NNS:2:obj and/CC:8:cc Bill/NNP:8:nsubj will/MD:8:aux travel/VB:2:conj"},
		{"a subject behind a semicolon", "prices/NNS:1:nsubj rose/VBD:-1:root ;/,:3:punct rates/NNS:1:obj remain/VBP:1:conj",
			"prices/NNS:1:nsubj rose/VBD:-1:root ;/,:3:punct rates/NNS:4:nsubj remain/VBP:1:parataxis"},
		{"who said so and whose house burned", "lost/VBD:1:ccomp said/VBD:-1:root Ada/NNP:7:nsubj ,/,:4:punct teacher/NN:2:appos whose/WP$:6:nmod:poss house/NN:7:nsubj burned/VBD:1:ccomp",
			"lost/VBD:1:ccomp said/VBD:-1:root Ada/NNP:1:nsubj ,/,:4:punct teacher/NN:2:appos whose/WP$:6:nmod:poss house/NN:7:nsubj burned/VBD:4:acl:relcl"},
		{"a participle between commas", "general/NN:3:nsubj ,/,:0:punct long/RB:3:advmod rumoured/VBD:-1:root dead/JJ:3:xcomp ,/,:6:punct appeared/VBD:3:conj",
			"general/NN:6:nsubj ,/,:0:punct long/RB:3:advmod rumoured/VBN:0:acl dead/JJ:3:xcomp ,/,:6:punct appeared/VBD:-1:root"},
		{"what a denial denies", "denial/NN:6:nsubj by/IN:2:case army/NN:0:nmod that/IN:5:mark it/PRP:5:nsubj fired/VBD:2:acl shook/VBD:-1:root us/PRP:6:obj",
			"denial/NN:6:nsubj by/IN:2:case army/NN:0:nmod that/IN:5:mark it/PRP:5:nsubj fired/VBD:0:acl shook/VBD:-1:root us/PRP:6:obj"},
		{"the second of two passives", "they/PRP:2:nsubj:pass were/VBD:2:aux:pass feared/VBN:-1:root and/CC:4:cc called/VBN:2:conj thieves/NNS:2:obj",
			"they/PRP:2:nsubj:pass were/VBD:2:aux:pass feared/VBN:-1:root and/CC:4:cc called/VBN:2:conj thieves/NNS:4:obj"},
		{"though some say so", "though/IN:2:mark men/NNS:2:nsubj said/VBD:5:advcl it/PRP:5:nsubj was/VBD:5:cop safe/JJ:-1:root ,/,:8:punct few/JJ:8:nsubj came/VBD:5:ccomp",
			"though/IN:2:mark men/NNS:2:nsubj said/VBD:8:advcl it/PRP:5:nsubj was/VBD:5:cop safe/JJ:2:ccomp ,/,:8:punct few/JJ:8:nsubj came/VBD:-1:root"},
		{"said that, in May", "she/PRP:1:nsubj said/VBD:-1:root that/DT:1:obj ,/,:5:punct in/IN:5:case May/NNP:1:obl ,/,:5:punct men/NNS:8:nsubj left/VBD:1:parataxis",
			"she/PRP:1:nsubj said/VBD:-1:root that/DT:8:mark ,/,:5:punct in/IN:5:case May/NNP:8:obl ,/,:5:punct men/NNS:8:nsubj left/VBD:1:ccomp"},
		{"a clause that is no oblique", "leave/NN:3:nsubj is/VBZ:3:cop ten/CD:3:nummod days/NNS:8:obl ,/,:6:punct and/CC:6:cc more/NN:8:nsubj is/VBZ:8:cop good/JJ:-1:root",
			"leave/NN:3:nsubj is/VBZ:3:cop ten/CD:3:nummod days/NNS:-1:root ,/,:6:punct and/CC:8:cc more/NN:8:nsubj is/VBZ:8:cop good/JJ:3:conj"},
		{"a reduced relative stays", "cars/NNS:3:nsubj sold/VBN:0:acl abroad/RB:1:advmod rusted/VBD:-1:root",
			"cars/NNS:3:nsubj sold/VBN:0:acl abroad/RB:1:advmod rusted/VBD:-1:root"},
	} {
		tokens := sketch(c.before)
		repair(tokens)
		if got := drawn(tokens); got != c.after {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.after)
		}
	}
}

// sketch reads "word/TAG:head:relation …".
func sketch(text string) []pipeline.Token {
	var tokens []pipeline.Token
	for _, field := range strings.Fields(text) {
		form, rest, _ := strings.Cut(field, "/")
		parts := strings.SplitN(rest, ":", 3)
		head := 0
		for _, digit := range strings.TrimPrefix(parts[1], "-") {
			head = 10*head + int(digit-'0')
		}
		if parts[1][0] == '-' {
			head = -1
		}
		lemma := map[string]string{"told": "tell", "said": "say", "denied": "deny"}[form]
		if lemma == "" {
			lemma = form
		}
		upos := coarse(parts[0])
		if parts[2] == "case" {
			upos = "ADP"
		}
		tokens = append(tokens, pipeline.Token{Form: form, Lemma: lemma, XPOS: parts[0], UPOS: upos, Head: head, Deprel: parts[2]})
	}
	return tokens
}

func coarse(tag string) string {
	switch {
	case tag == "MD":
		return "AUX"
	case tag[0] == 'V':
		return "VERB"
	case strings.HasPrefix(tag, "NNP"):
		return "PROPN"
	case strings.HasPrefix(tag, "NN"):
		return "NOUN"
	case tag == "CC":
		return "CCONJ"
	case tag == "," || tag == ".":
		return "PUNCT"
	}
	return "X"
}

func drawn(tokens []pipeline.Token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.Form+"/"+t.XPOS+":"+strconv.Itoa(t.Head)+":"+t.Deprel)
	}
	return strings.Join(out, " ")
}
