package pipeline

// UnitKind says what a block of the layout is.
type UnitKind uint8

// The kinds of layout blocks. Only paragraphs, list items and block quotes
// carry claims.
const (
	UnitParagraph UnitKind = iota
	UnitHeading
	UnitByline
	UnitDateline
	UnitListItem
	UnitBlockQuote
	UnitTable
	UnitReference
	UnitCaption
	UnitNote
)

var unitNames = [...]string{"paragraph", "heading", "byline", "dateline", "list-item", "block-quote", "table", "reference", "caption", "note"}

// String returns the kind's name, for instance "list-item".
func (k UnitKind) String() string { return unitNames[k] }

// Prose reports whether units of this kind hold running sentences, which is
// where claims are looked for.
func (k UnitKind) Prose() bool {
	return k == UnitParagraph || k == UnitListItem || k == UnitBlockQuote
}

// Unit is one block of the layout. Its span runs from its first to its last
// character of language and may hold breaks.
type Unit struct {
	Span
	Kind UnitKind
}

// Sentence is one sentence, or one heading, byline or table line.
type Sentence struct {
	Span
	// Unit is the index of the unit that holds the sentence.
	Unit int
	// Tokens are the indices of the sentence's tokens.
	Tokens Range
}

// Token is a Universal Dependencies word.
type Token struct {
	Span
	// Form is the word as written: the span's slice, or, for a word divided
	// at a line end, the joined word.
	Form string
	// Lemma is the dictionary form in lower case (names keep their case).
	Lemma string
	// UPOS is the UD v2 part of speech, XPOS the Penn Treebank tag.
	UPOS, XPOS string
	// Head is the index, within the sentence, of the word's head; -1 for the
	// root. Deprel is the UD v2 relation to it.
	Head   int
	Deprel string
}

// Label is the type of an entity.
type Label string

// The entity labels.
const (
	Person       Label = "PERSON"
	Location     Label = "LOCATION"
	Organization Label = "ORGANIZATION"
	Nationality  Label = "NATIONALITY"
)

// Mention says how an entity is mentioned.
type Mention string

// The kinds of mention.
const (
	MentionName    Mention = "name"
	MentionNominal Mention = "nominal"
	MentionPronoun Mention = "pronoun"
)

// Entity is one mention of an entity.
type Entity struct {
	Span
	Sentence int
	Tokens   Range
	Label    Label
	Mention  Mention
	// Chain numbers the entity that is mentioned, from 0 in order of first
	// mention: all mentions of one entity share it.
	Chain int
	// Name is the entity's fullest form in the document, Title the words
	// before the name that say its office ("Foreign Minister").
	Name, Title string
	// Reason says what linked the mention to its chain; Rule what found it.
	Reason, Rule string
	// Place is what the gazetteer knows of a LOCATION, nil where nothing.
	Place *Place
	// Score is the probability, 0 to 1, that span and label are right.
	Score float64
}

// Place is a gazetteer entry for a location.
type Place struct {
	// Country is an ISO 3166-1 alpha-2 code, Kind "country", "city", ….
	Country, Kind string
	// GeonamesID is 0 where unknown. Latitude and Longitude are degrees,
	// WGS 84, meaningful only if HasPoint.
	GeonamesID          int
	Latitude, Longitude float64
	HasPoint            bool
}

// Date is one TIMEX3 expression.
type Date struct {
	Span
	Sentence int
	// Type is DATE, TIME, DURATION or SET.
	Type string
	// Value and Mod are the TIMEX3 attributes; Mod is empty where none.
	Value, Mod string
	// From and To are inclusive full dates (YYYY-MM-DD), empty where unknown.
	From, To string
	// Precision is day, week, month, season, quarter, year, decade, century
	// or time; Basis explicit, document-date, context or unresolved.
	Precision, Basis string
	// Anomaly is weekday-mismatch, impossible, after-publication or empty.
	Anomaly string
	// Rule names the grammar rule that matched.
	Rule string
}

// SourceKind says what stands behind a proposition.
type SourceKind string

// The kinds of source.
const (
	SourceAuthor       SourceKind = "author"
	SourcePerson       SourceKind = "person"
	SourceOrganization SourceKind = "organization"
	SourceLocation     SourceKind = "location"
	SourceGroup        SourceKind = "group"
	SourceAnonymous    SourceKind = "anonymous"
	SourceDocument     SourceKind = "document"
)

// SourceLink is one attribution in a chain: a source and the words that
// attribute to it. Spans are zero where the text has no words for it.
type SourceLink struct {
	Kind SourceKind
	Span Span
	// Name is the canonical name where it is resolved, else the text.
	Name string
	Cue  Span
}

// Source is who a proposition is attributed to: the innermost identified
// source, and the chain of nested attributions, outermost first.
type Source struct {
	SourceLink
	Chain []SourceLink
}

// Quotation says how attributed words are given.
type Quotation string

// The ways of quoting: none, in quotation marks, reported, or both at once.
const (
	QuotationNone     Quotation = "none"
	QuotationDirect   Quotation = "direct"
	QuotationIndirect Quotation = "indirect"
	QuotationMixed    Quotation = "mixed"
)

// Act says what kind of attitude an attribution reports.
type Act string

// The kinds of attitude towards attributed content.
const (
	ActStatement Act = "statement" // said, announced, according to
	ActBelief    Act = "belief"    // thinks, expects, fears
	ActKnowledge Act = "knowledge" // confirmed, learned, revealed
	ActIntention Act = "intention" // wants, hopes, plans, vowed
	ActQuestion  Act = "question"  // asked, wondered
	ActEvent     Act = "event"     // condemned, blamed: the act is the claim
)

// Quote is one attribution: a source, a cue and a content, quoted or not.
type Quote struct {
	// Span is the content; it may run over several sentences.
	Span
	// Sentence holds the cue, or the content where there is no cue.
	Sentence int
	// CueToken is the index of the cue's head word, -1 where there is none.
	CueToken  int
	Quotation Quotation
	Act       Act
	Source    Source
	// Rule names the form that was recognised.
	Rule string
}

// Level is a hedging level, from the firmest to the least firm. It says how
// the text presents a proposition once attribution and hedges are taken off.
type Level uint8

// The hedging levels.
const (
	Known Level = iota
	Asserted
	Attributed
	Probable
	Possible
	Speculative
	Unknown
)

var levelNames = [...]string{"known", "asserted", "attributed", "probable", "possible", "speculative", "unknown"}

// String returns the level's name in records.
func (l Level) String() string { return levelNames[l] }

// Certainty is a FactBank factuality value (Saurí and Pustejovsky 2009).
type Certainty string

// The FactBank values: certain, probable and possible, each with a polarity,
// and underspecified.
const (
	CertainPlus   Certainty = "CT+"
	ProbablePlus  Certainty = "PR+"
	PossiblePlus  Certainty = "PS+"
	CertainMinus  Certainty = "CT-"
	ProbableMinus Certainty = "PR-"
	PossibleMinus Certainty = "PS-"
	Uncommitted   Certainty = "Uu"
)

// Cue is a stretch of text that bears on how a claim is meant.
type Cue struct {
	Span
	// Kind is hedge, booster, hearsay, common-knowledge, reporting, belief,
	// negation, condition or question; Rule the lexicon entry or frame.
	Kind, Rule string
}

// Claim is one proposition and how the text presents it. The fields are those
// of the claim record; see the schema for what each value means.
type Claim struct {
	// Span is the proposition without attribution and hedging frame.
	Span
	Sentence int
	// Predicate is the index of the token that heads the proposition.
	Predicate         int
	Subject, Relation Span
	Arguments         []Span
	Level             Level
	Negative          bool
	AuthorCertainty   Certainty
	HolderCertainty   Certainty
	// ProbabilityTerm is the estimative word; the band is in percent.
	ProbabilityTerm Span
	ProbabilityLow  int
	ProbabilityHigh int
	// Modality is none, epistemic, deontic or dynamic; Evidentiality none,
	// hearsay, common-knowledge, inferred or reported; Kind fact, prediction,
	// opinion or normative; Tense past, present or future.
	Modality, Evidentiality, Kind, Tense string
	Conditional, Question                bool
	Quotation                            Quotation
	Cues                                 []Cue
	Source                               Source
	// Entities and Dates are indices of the mentions inside the claim.
	Entities, Dates []int
	// Rule says what made the claim, Score how sure it is, 0 to 1.
	Rule  string
	Score float64
}
