package date

import "strings"

// A class is a set of things that a word can be. A word may be several at
// once ("second" is an ordinal and a unit); the grammar decides by what
// stands around it.
type class uint64

const (
	isMonth        class = 1 << iota // July, Jul
	isWeekday                        // Friday, Fri
	isUnit                           // year, weeks
	isCardinal                       // seven, hundred
	isOrdinal                        // third, 27th
	isInteger                        // 1998
	isDecimal                        // 3.5 and 1,500
	isSeason                         // summer
	isPart                           // morning
	isClockWord                      // noon
	isThe                            // the
	isA                              // a, an
	isThis                           // this
	isThat                           // that
	isSame                           // same
	isLast                           // last, past
	isNext                           // next, coming
	isBefore                         // previous, preceding: of what was told
	isAfter                          // following: of what was told
	isAgo                            // ago
	isLater                          // later, after
	isEarlier                        // earlier, before
	isVague                          // few, several
	isApprox                         // about, nearly
	isEvery                          // every, each
	isFrequency                      // daily
	isMeridiem                       // a.m.
	isZone                           // GMT
	isEra                            // BC
	isReference                      // now
	isOf                             // of
	isIn                             // in, during, …: licenses a bare month or year
	isTo                             // to, through
	isAnd                            // and
	isOr                             // or
	isAt                             // at
	isOn                             // on
	isEdge                           // early, late, mid
	isEnd                            // beginning, end
	isHalf                           // half
	isDeictic                        // today
	isDecadeWord                     // nineties
	isDecade                         // 1990s
	isFiscal                         // fiscal
	isHoliday                        // first word of a holiday
	isOld                            // old
	isFiller                         // consecutive, more
	isPossessive                     // 's
	isComma                          // ,
	isDash                           // -
	isSlash                          // /
	isColon                          // :
	isPeriod                         // .
	isApostrophe                     // '
	isOpen                           // (
	isTense                          // will, said: tells past from future
	isPlural                         // years
	isAbbreviation                   // Mar, Sun: needs more evidence than a full word
	isMeasure                        // $, %, miles: a number beside it is no year
	isCode                           // Q, H, FY: before a number
	isTimes                          // once, twice, times
	isPer                            // per
	isLabel                          // page, Section: a number after it is no year
	isWhole                          // all, another: before a unit without a number
)

// unit is a unit of the calendar or the clock.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	dayUnit
	week
	fortnight
	month
	quarter
	year
	decade
	century
	millennium
	weekend
)

// What a word of a class is, where the class alone does not say it.
const (
	spring = iota + 1
	summer
	autumn
	winter
)

const (
	morning = iota + 1
	afternoon
	evening
	night
	noon
	midnight
	dawn
)

const (
	early = iota + 1
	earlier
	late
	later
	mid
)

const (
	start = iota + 1
	middle
	end
)

const (
	whole = iota + 1
	another
)

const (
	today = iota + 1
	yesterday
	tomorrow
	tonight
	overnight
)

const (
	anyLast = iota + 1
	past
	recent
	latest
	current
)

const (
	anyNext = iota + 1
	coming
)

const (
	about = iota + 1
	nearly
	over
	under
	more
	less
	atMost
	atLeast
)

const (
	fiscal = iota + 1
	academic
)

// entry is what the vocabulary knows of one word, in lower case.
type entry struct {
	text   string
	class  class
	number int32
	which  uint8
	unit   unit
}

// vocabulary is a hash table of words that is built once and then only read:
// open addressing, looked up without folding the word into a new string.
type vocabulary struct {
	slots []entry
	mask  uint32
}

const longestWord = 14

func newVocabulary(entries []entry) *vocabulary {
	size := 1
	for size < 4*len(entries) {
		size *= 2
	}
	v := &vocabulary{make([]entry, size), uint32(size - 1)}
	for _, e := range entries {
		v.add(e)
	}
	return v
}

// add puts a word into the table; a word that is there already gains classes.
func (v *vocabulary) add(e entry) {
	for at := foldedHash(e.text) & v.mask; ; at = (at + 1) & v.mask {
		slot := &v.slots[at]
		if slot.text == "" {
			*slot = e
			return
		}
		if slot.text == e.text {
			slot.class |= e.class
			slot.number |= e.number
			slot.which |= e.which
			slot.unit |= e.unit
			return
		}
	}
}

// find returns the entry of a word, whatever its case, or nil.
func (v *vocabulary) find(word string) *entry {
	if len(word) > longestWord {
		return nil
	}
	for at := foldedHash(word) & v.mask; ; at = (at + 1) & v.mask {
		slot := &v.slots[at]
		if slot.text == "" {
			return nil
		}
		if equalFolded(slot.text, word) {
			return slot
		}
	}
}

func foldedHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(lower(word[i]))) * 16777619
	}
	return h ^ h>>15
}

// equalFolded reports whether word, folded to lower case in ASCII, is folded.
func equalFolded(folded, word string) bool {
	if len(folded) != len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if lower(word[i]) != folded[i] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// words lists entries: the words of one class, a space between them, each
// with the next value counting up from first, or all with the same one where
// a bar joins them ("july|jul").
func words(list string, c class, first uint8) []entry {
	var entries []entry
	for i, group := range strings.Fields(list) {
		for _, word := range strings.Split(group, "|") {
			entries = append(entries, entry{text: word, class: c, which: first + uint8(i)})
		}
	}
	return entries
}

// numbers lists number words counting up from first in steps.
func numbers(list string, c class, first, step int32) []entry {
	var entries []entry
	for i, word := range strings.Fields(list) {
		entries = append(entries, entry{text: word, class: c, number: first + int32(i)*step})
	}
	return entries
}

// units lists the words of one unit.
func units(u unit, list string, c class) []entry {
	var entries []entry
	for _, word := range strings.Fields(list) {
		entries = append(entries, entry{text: word, class: c | isUnit, unit: u})
	}
	return entries
}

// grammarWords returns every word that the grammar looks at.
func grammarWords() []entry {
	var all []entry
	for _, part := range [][]entry{
		holidayWords(),
		words("january february march april may june july august september october november december", isMonth, 1),
		words("jan.|jan feb.|feb mar.|mar apr.|apr", isMonth|isAbbreviation, 1),
		words("jun.|jun jul.|jul aug.|aug sep.|sep|sept|sept. oct.|oct nov.|nov dec.|dec", isMonth|isAbbreviation, 6),
		words("monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays sunday|sundays", isWeekday, 1),
		words("mon.|mon tue.|tues.|tue|tues wed.|wed thu.|thur.|thurs.|thu|thur|thurs fri.|fri sat.|sat sun.|sun", isWeekday|isAbbreviation, 1),
		words("mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays", isPlural, 0),
		words("spring|springtime summer|summertime autumn|fall winter|wintertime", isSeason, spring),
		words("springs summers autumns winters", isSeason|isPlural, spring),
		words("morning|midmorning afternoon|midafternoon evening|eve. night|nite", isPart, morning),
		words("mornings afternoons evenings nights", isPart|isPlural, morning),
		words("noon|midday midnight", isClockWord, noon), words("o'clock|o’clock|oclock|hours|hrs|h", isClockWord, 0),
		words("dawn|daybreak|sunrise", isPart, dawn), words("dusk|sunset", isPart, evening),

		units(second, "second sec", 0), units(second, "seconds secs", isPlural),
		units(minute, "minute min", 0), units(minute, "minutes mins", isPlural),
		units(hour, "hour hr", 0), units(hour, "hours hrs", isPlural),
		units(dayUnit, "day", 0), units(dayUnit, "days", isPlural),
		units(week, "week wk", 0), units(week, "weeks wks", isPlural),
		units(fortnight, "fortnight", 0), units(fortnight, "fortnights", isPlural),
		units(month, "month", 0), units(month, "months", isPlural),
		units(quarter, "quarter", 0), units(quarter, "quarters", isPlural),
		units(year, "year yr", 0), units(year, "years yrs", isPlural),
		units(decade, "decade", 0), units(decade, "decades", isPlural),
		units(century, "century", 0), units(century, "centuries", isPlural),
		units(millennium, "millennium", 0), units(millennium, "millennia millenniums", isPlural),
		units(weekend, "weekend", 0), units(weekend, "weekends", isPlural),

		numbers("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", isCardinal, 0, 1),
		numbers("twenty thirty forty fifty sixty seventy eighty ninety", isCardinal, 20, 10),
		{{text: "hundred", class: isCardinal, number: 100}, {text: "dozen", class: isCardinal, number: 12}, {text: "thousand", class: isCardinal, number: 1000}, {text: "million", class: isCardinal, number: 1000000}, {text: "billion", class: isCardinal, number: 1000000000}},
		numbers("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", isOrdinal, 1, 1),
		numbers("thirtieth", isOrdinal, 30, 1),
		{{text: "final", class: isOrdinal, number: -1}},
		numbers("noughties tens twenties thirties forties fifties sixties seventies eighties nineties", isDecadeWord, 0, 10),
		{{text: "half", class: isHalf}, {text: "least", class: isApprox, which: atLeast}, {text: "most", class: isApprox, which: atMost}, {text: "up", class: isApprox, which: atMost}},

		{{text: "the", class: isThe}, {text: "a", class: isA}, {text: "an", class: isA}, {text: "this", class: isThis}, {text: "that", class: isThat}, {text: "same", class: isSame}, {text: "very", class: isSame}},
		words("last past|bygone recent latest current|present", isLast, anyLast),
		words("next coming|upcoming|forthcoming", isNext, anyNext),
		words("previous|preceding|prior", isBefore, 0), words("following|subsequent|ensuing", isAfter, 0),
		words("ago|back", isAgo, 0),
		words("later|after|afterward|afterwards|thereafter|hence", isLater, 0),
		words("earlier|before|previously|prior|beforehand", isEarlier, 0),
		words("few|couple|several|many|numerous|countless|various", isVague, 1), words("dozens|hundreds|thousands|scores", isVague, 2), words("some", isVague, 3),
		words("about|around|approximately|roughly|circa|ca|ca.|c.|approx.|approx nearly|almost|barely over|exceeding under more less|fewer", isApprox, about),
		words("every|each", isEvery, 0), words("all|full another", isWhole, whole),
		words("hourly daily weekly monthly quarterly yearly|annually nightly biweekly|fortnightly bimonthly semiannually|biannually", isFrequency, 1),
		words("a.m.|am|a.m p.m.|pm|p.m", isMeridiem, 1),
		words("gmt|utc|z bst|cet|wat cest|eet|cat|sast eest|msk|eat gst ist jst|kst est|edt|et cst|cdt|ct mst|mdt pst|pdt|pt", isZone, 1),
		words("bc|b.c.|b.c|bce|b.c.e. ad|a.d.|a.d|ce|c.e.", isEra, 1),
		words("now|nowadays|currently|presently recently|lately|formerly shortly|soon|someday", isReference, 1),
		{{text: "of", class: isOf}, {text: "and", class: isAnd}, {text: "&", class: isAnd}, {text: "or", class: isOr}, {text: "at", class: isAt}, {text: "on", class: isOn}},
		words("in|during|since|until|till|by|from|between|throughout|within|for|circa|pre|post", isIn, 1), words("to|through|thru|until|till", isTo, 1),
		words("early earlier late later mid", isEdge, early), words("beginning|start|outset|onset|opening middle|midpoint end|close|tail|turn|ending|rest|remainder", isEnd, start),
		words("today yesterday tomorrow|tmrw|tmr tonight overnight", isDeictic, today),
		words("fiscal|financial|tax|budget academic|school", isFiscal, fiscal),
		words("q h fy|f.y.", isCode, 1), words("once|twice|times|time", isTimes, 0), words("per", isPer, 0),
		words("s.|hr|h.r.|amdt.|amdt|section|sections|sec.|page|pages|pp.|pp|p.|room|flight|route|highway|article|chapter|paragraph|figure|table|item|bill|resolution|resolutions|model|channel|building|suite|box|bus|version|number|numbers|nos.|nos|no.|code|title|psalm|windows|agenda|boeing|airbus|xbox|formula|series|area|extension|ext.|tel.|tel|phone|fax|lot|block|volume|vol.|isbn|issn|id|case|docket|directive|regulation|decree|order|rule|form|public|part|unit|apartment|apt.|street|avenue", isLabel, 0),
		words("miles|mile|yard|yards|feet|foot|ft|meters|metres|meter|metre|km|kilometers|kilometres|kilometer|kilometre|kg|kilograms|pounds|lbs|tons|tonnes|dollars|euros|yen|pesos|rubles|rupees|yuan|won|people|persons|troops|soldiers|men|women|children|votes|words|calories|members|others|acres|hectares|barrels|megawatts|mw|degrees|points|seats|jobs|students|workers|employees|refugees|migrants|cases|deaths|homes|houses|volts|rpm|hp|mph|kph|grams|liters|litres|gallons|cells|copies|residents|civilians|fighters|participants|protesters|spectators|square|cubic", isMeasure, 0),
		{{text: "old", class: isOld}, {text: "olds", class: isOld}},
		words("consecutive|straight|successive|additional|extra|more|further|full|whole|entire|long|solid|short|trading|business|working|calendar|other|bloody|brutal|difficult|odd|crucial|critical|turbulent|tumultuous|formative|intervening|such|decisive|hard|mere|lengthy", isFiller, 0),
		{{text: "'s", class: isPossessive}, {text: "’s", class: isPossessive}},
		words("will|'ll|’ll|shall|going|would|'d|’d|was|were|did|had|said|told|went|came|took|made|became|began|held|gave|got|left|met|saw|found|won|lost|fell|rose|led|kept|sent|set|wrote|spoke|knew|thought|brought|ran|grew|died|been|called|reported|announced|is|are|has|have|does|do|planned|scheduled|expected|due|slated|plans|plan|hopes|intends|aims|wants|expects|must", isTense, 0),
		{{text: ",", class: isComma}, {text: "-", class: isDash}, {text: "–", class: isDash}, {text: "—", class: isDash}, {text: "‑", class: isDash}, {text: "‐", class: isDash}, {text: "--", class: isDash},
			{text: "/", class: isSlash}, {text: ":", class: isColon}, {text: ".", class: isPeriod}, {text: "'", class: isApostrophe}, {text: "’", class: isApostrophe}, {text: "‘", class: isApostrophe},
			{text: "(", class: isOpen}, {text: "$", class: isMeasure}, {text: "%", class: isMeasure}, {text: "€", class: isMeasure}, {text: "£", class: isMeasure}, {text: "percent", class: isMeasure}, {text: "#", class: isLabel}},
	} {
		all = append(all, part...)
	}
	return all
}
