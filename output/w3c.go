package output

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/url"
	"unicode/utf8"
)

// The types below are those of the W3C Web Annotation Data Model
// (https://www.w3.org/TR/annotation-model/) as far as records need them.

type webAnnotationPage struct {
	Context string          `json:"@context"`
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Items   []webAnnotation `json:"items"`
}

type webAnnotation struct {
	Context    string    `json:"@context"`
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Motivation string    `json:"motivation"`
	Body       []webBody `json:"body"`
	Target     webTarget `json:"target"`
}

type webBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Format  string `json:"format"`
	Value   string `json:"value"`
}

type webTarget struct {
	Source    string `json:"source"`
	Selectors []any  `json:"selector"`
}

// webPosition counts code points, as the standard demands.
type webPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type webQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

const webContext = "http://www.w3.org/ns/anno.jsonld"

// writeWebAnnotations writes one page of annotations. A target's source is the
// document's path as an IRI reference. A position selector needs no text; a
// quote's prefix and suffix are of the document where it is known, and else of
// the sentence, with line breaks folded.
func writeWebAnnotations(out io.Writer, docs []*StoredDocument) error {
	page := webAnnotationPage{Context: webContext, Type: "AnnotationPage", Items: []webAnnotation{}}
	for _, doc := range docs {
		around, err := doc.surroundings()
		if err != nil {
			return err
		}
		for _, record := range doc.records {
			if record.isSpan() {
				page.Items = append(page.Items, record.webAnnotation(around[record]))
			}
		}
	}
	var ids []byte
	for _, item := range page.Items {
		ids = append(ids, item.ID...)
	}
	page.ID = urnOf(string(ids))
	encoder := newJSONEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(page)
}

func (r *StoredRecord) webAnnotation(around [2]string) webAnnotation {
	bodies := []webBody{{"TextualBody", "tagging", "text/plain", r.label()}}
	for _, note := range r.allNotes() {
		bodies = append(bodies, webBody{"TextualBody", "describing", "text/plain", note})
	}
	source := url.URL{Path: r.Path}
	return webAnnotation{
		Context: webContext, ID: urnOf(fmt.Sprint(r.kind, r.Path, "\x00", r.DocID, r.ID, r.CharStart, "-", r.CharEnd, r.label())),
		Type: "Annotation", Motivation: "classifying", Body: bodies,
		Target: webTarget{Source: source.String(), Selectors: []any{
			webPosition{"TextPositionSelector", r.CharStart, r.CharEnd},
			webQuote{"TextQuoteSelector", r.Text, around[0], around[1]},
		}},
	}
}

// surroundings returns what stands before and after each record's words.
func (d *StoredDocument) surroundings() (map[*StoredRecord][2]string, error) {
	around := map[*StoredRecord][2]string{}
	all, err := d.passages()
	if err != nil && d.known {
		return nil, err
	} // else the missing text is only that around some words
	for _, p := range all {
		for _, m := range p.marks {
			around[m.record] = [2]string{lastRunes(p.text[:m.start]), firstRunes(p.text[m.end:])}
		}
	}
	return around, nil
}

// webContextLength is how many code points a prefix or suffix has.
const webContextLength = 32

func firstRunes(text string) string {
	end := 0
	for range webContextLength {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return text[:end]
}

func lastRunes(text string) string {
	start := len(text)
	for range webContextLength {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return text[start:]
}

// urnOf returns a name for what text identifies: a UUID of version 8 (RFC
// 9562), which is for hashes, so that the same records get the same names.
func urnOf(text string) string {
	sum := sha256.Sum256([]byte("purport\x00" + text))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
