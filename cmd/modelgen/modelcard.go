package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// modelCard says what one model is and where it comes from. The cards of all
// models stand in MODEL.json beside the models.
type modelCard struct {
	// What is one sentence for the reader; Method names the method's source.
	What   string `json:"what"`
	Method string `json:"method"`
	// Data are the inputs that the weights were learned from.
	Data []cardInput `json:"data"`
	Seed int64       `json:"seed"`
	// Settings are the hyperparameters; Scores the figures on development
	// sets, by name.
	Settings map[string]any     `json:"settings"`
	Scores   map[string]float64 `json:"scores,omitempty"`
	// Bytes and SHA256 describe the model file; writeModel fills them.
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// cardInput is one training input of a model.
type cardInput struct {
	Name    string `json:"name"`
	Licence string `json:"licence"`
	SHA256  string `json:"sha256"`
}

// inputCard describes a file below the data folder.
func inputCard(data, file, licence string) (cardInput, error) {
	content, err := os.ReadFile(filepath.Join(data, file))
	if err != nil {
		return cardInput{}, err
	}
	return cardInput{file, licence, digest(content)}, nil
}

// writeModel writes a model as NAME.bin in the models folder and its card as
// the entry NAME of MODEL.json. A card without scores keeps the old ones only
// where the model's bytes have not changed.
func writeModel(models, name string, content []byte, card modelCard) error {
	if err := os.WriteFile(filepath.Join(models, name+".bin"), content, 0o644); err != nil {
		return err
	}
	card.Bytes, card.SHA256 = len(content), digest(content)
	cards, err := readCards(models)
	if err != nil {
		return err
	}
	if old := cards[name]; card.Scores == nil && old.SHA256 == card.SHA256 {
		card.Scores = old.Scores
	}
	cards[name] = card
	return writeCards(models, cards)
}

// recordScores adds figures to a model's card, replacing those of the same
// name.
func recordScores(models, name string, scores map[string]float64) error {
	cards, err := readCards(models)
	if err != nil {
		return err
	}
	card := cards[name]
	if card.Scores == nil {
		card.Scores = map[string]float64{}
	}
	for key, score := range scores {
		card.Scores[key] = score
	}
	cards[name] = card
	return writeCards(models, cards)
}

func readCards(models string) (map[string]modelCard, error) {
	cards := map[string]modelCard{}
	content, err := os.ReadFile(filepath.Join(models, "MODEL.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return cards, nil
	}
	if err != nil {
		return nil, err
	}
	return cards, json.Unmarshal(content, &cards)
}

// writeCards replaces MODEL.json in one step, so that no reader sees half a
// file. The encoder sorts the keys.
func writeCards(models string, cards map[string]modelCard) error {
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(cards); err != nil {
		return err
	}
	path := filepath.Join(models, "MODEL.json")
	if err := os.WriteFile(path+".new", content.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
