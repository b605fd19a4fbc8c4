// Package date finds the dates, times, durations and sets of an English text
// and gives each its TIMEX3 value (Pustejovsky and others 2003; ISO 24617-1).
//
// # The way through
//
// Stage.Annotate (stage.go) takes each sentence through three steps. The
// vocabulary (vocabulary.go) turns its tokens into atoms (atoms.go): classes
// of words, so that the grammar never compares strings it need not. The
// grammar (parser.go and the grammar_*.go files, one family of expressions
// each) reads the longest expression at each atom into a match (match.go): the
// fields as they are written, and what the missing ones hang on. When the
// whole document has been read, a survey (survey.go, dateline.go) decides the
// order of dates in figures, the publication date and the genre; then the
// resolver (resolve.go, anchor.go, seek.go, tense.go) anchors the matches one
// by one and writes their values (referent.go).
//
// # What a value hangs on
//
// A date that is complete is "explicit". "Last week" hangs on the document's
// date, "two days later" on the date told before. A month or weekday without
// its year or week hangs on the document's date in news, with the tense of
// its clause telling past from future, and on the date told before in a text
// that tells of other times. A long report without a date of its own is taken to
// leave out the year that it is about. What will be lies after the document's
// date, whatever the text tells of. What cannot be anchored keeps X for the
// digits that are not known. The clock is never asked.
//
// # What two readers could settle differently
//
// Seasons are those of the northern hemisphere, in whole months; winter takes
// the year in which it begins. Holidays are those of the United States.
// Fiscal years have a value but no first and last day: they differ from
// company to company. A range that a dash joins ("April 8-9") is one date,
// whose value is the ISO 8601 interval; ends that words join ("from March to
// May 2022") are two dates, as in TIMEX3.
package date
