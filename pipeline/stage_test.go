package pipeline

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
)

// step is a stage for tests.
type step struct {
	name               string
	requires, provides []Layer
	annotate           func(context.Context, *Document) error
}

func (s step) Name() string      { return s.name }
func (s step) Requires() []Layer { return s.requires }
func (s step) Provides() []Layer { return s.provides }
func (s step) Annotate(ctx context.Context, doc *Document) error {
	if s.annotate == nil {
		return nil
	}
	return s.annotate(ctx, doc)
}

func layers(l ...Layer) []Layer { return l }

func TestNewChecksTheChain(t *testing.T) {
	paragraph := step{name: "paragraph", provides: layers(LayerUnits)}
	sentences := step{name: "sentence", requires: layers(LayerUnits), provides: layers(LayerSentences)}
	token := step{name: "token", requires: layers(LayerSentences), provides: layers(LayerTokens)}
	for _, c := range []struct {
		name   string
		stages []Stage
		want   []string // words of the error; nil where there is none
	}{
		{"no stage", nil, nil},
		{"in order", []Stage{paragraph, sentences, token}, nil},
		{"a layer missing", []Stage{paragraph, token}, []string{"token", `"sentences"`}},
		{"out of order", []Stage{paragraph, token, sentences}, []string{"token", `"sentences"`}},
		{"the first missing", []Stage{sentences}, []string{"sentence", `"units"`}},
		{"a layer doubled", []Stage{paragraph, sentences, step{name: "other", provides: layers(LayerUnits)}}, []string{"paragraph", "other", `"units"`, "twice"}},
		{"its own layer", []Stage{step{name: "self", requires: layers(LayerTags), provides: layers(LayerTags)}}, []string{"self", `"tags"`}},
		{"one stage twice", []Stage{paragraph, paragraph}, []string{"paragraph", "twice"}},
	} {
		p, err := New(c.stages...)
		if (err == nil) != (c.want == nil) || (p == nil) != (err != nil) {
			t.Errorf("%s: pipeline %v, error %v", c.name, p, err)
			continue
		}
		for _, word := range c.want {
			if !strings.Contains(err.Error(), word) {
				t.Errorf("%s: %q does not name %s", c.name, err, word)
			}
		}
	}
	if p, _ := New(paragraph, sentences, token); p.String() != "paragraph → sentence → token" {
		t.Errorf("the chain reads %q", p)
	}
}

func TestAnnotateStopsAtTheFirstFailure(t *testing.T) {
	var ran []string
	note := func(name string, err error) step {
		return step{name: name, annotate: func(context.Context, *Document) error {
			ran = append(ran, name)
			return err
		}}
	}
	p, err := New(note("one", nil), note("two", errors.New("no verbs")), note("three", nil))
	if err != nil {
		t.Fatal(err)
	}
	err = p.Annotate(context.Background(), NewDocument("a.txt", "x"))
	var failure *DocError
	if !errors.As(err, &failure) || failure.Path != "a.txt" || failure.Stage != "two" || failure.Code != "failed" {
		t.Errorf("%#v", err)
	}
	if !slices.Equal(ran, []string{"one", "two"}) {
		t.Errorf("ran %v", ran)
	}
}

func TestAnnotateObeysTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	second := false
	p, err := New(
		step{name: "one", annotate: func(context.Context, *Document) error { cancel(); return nil }},
		step{name: "two", annotate: func(context.Context, *Document) error { second = true; return nil }},
	)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Annotate(ctx, NewDocument("a.txt", "x")); err != context.Canceled {
		t.Errorf("error %v: a cancelled run is no fault of the document", err)
	}
	if second {
		t.Error("a stage ran after the cancellation")
	}
}
