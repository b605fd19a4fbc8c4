package output

// Part is a span of text in a record that was read back.
type Part struct {
	Text      string `json:"text"`
	CharStart int    `json:"char_start"`
	CharEnd   int    `json:"char_end"`
}

// CueRecord is a cue of a claim record.
type CueRecord struct {
	Part
	Kind string `json:"kind"`
	Rule string `json:"rule"`
}

// ClaimRecord is a claim record read back, as far as the commands that
// compare and export claims need it. Absent text is "".
type ClaimRecord struct {
	Record          string      `json:"record"`
	DocID           string      `json:"doc_id"`
	Path            string      `json:"path"`
	ID              string      `json:"id"`
	Sentence        int         `json:"sentence"`
	SentenceText    string      `json:"sentence_text"`
	Text            string      `json:"text"`
	CharStart       int         `json:"char_start"`
	CharEnd         int         `json:"char_end"`
	ClaimText       string      `json:"claim_text"`
	Subject         *Part       `json:"subject"`
	Relation        *Part       `json:"relation"`
	Arguments       []Part      `json:"arguments"`
	Level           string      `json:"level"`
	Polarity        string      `json:"polarity"`
	AuthorCertainty string      `json:"author_certainty"`
	Cues            []CueRecord `json:"cues"`
	SourceKind      string      `json:"source_kind"`
	SourceText      string      `json:"source_text"`
	SourceStart     *int        `json:"source_char_start"`
	SourceEnd       *int        `json:"source_char_end"`
	SourceName      string      `json:"source_name"`
	SourceCue       string      `json:"source_cue"`
	Rule            string      `json:"rule"`
	Score           float64     `json:"score"`
}
