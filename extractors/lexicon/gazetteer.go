package lexicon

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"sort"
	"sync"

	"github.com/purport-nlp/purport/extractors/model"
)

// The gazetteer is one packed file that is used where it lies: a table of
// single names of people, a table of phrases (countries, cities, regions,
// demonyms, organisations), and the places behind the phrases. It holds
// hashes, not text, so a name can be looked up in it but not listed.
//
// `modelgen train gazetteer` packs it from GeoNames (CC BY 4.0), the countries
// list of mledoze (ODbL) and the name lists that DATA in the README credits.

//go:embed gazetteer.bin
var gazetteerData []byte

var embeddedGazetteer = sync.OnceValue(func() *Gazetteer {
	gazetteer, err := LoadGazetteer(gazetteerData)
	if err != nil {
		panic(err) // the build embeds a broken file: no caller can mend that
	}
	return gazetteer
})

// EmbeddedGazetteer returns the gazetteer that purport is built with.
func EmbeddedGazetteer() *Gazetteer { return embeddedGazetteer() }

// NameFlags says what a single word can be: a part of a person's name, or the
// noun that says what a name is of.
type NameFlags uint8

// What a word can be. The last four are those of RoleOf: an office that stands
// before names, another noun for a person, for an organisation, for a place.
const (
	NameMale NameFlags = 1 << iota
	NameFemale
	NameFirst
	NameSurname
	NameOffice
	NamePersonNoun
	NameOrganizationNoun
	NamePlaceNoun

	NameParts = NameMale | NameFemale | NameFirst | NameSurname
)

// PhraseFlags says what a phrase can name.
type PhraseFlags uint16

// What a phrase can name. PhrasePrefix means that a longer phrase begins so.
const (
	PhrasePrefix PhraseFlags = 1 << iota
	PhraseCountry
	PhraseDemonym
	PhraseLargeCity
	PhraseCity
	PhraseRegion
	PhraseOrganization
	PhraseFeature // rivers, seas, continents, mountains

	phraseFlagBits = 12
)

// PlaceKind is the kind of a gazetteer place.
type PlaceKind uint8

// The kinds of places. A demonym is no place, but leads to its country.
const (
	PlaceCountry PlaceKind = iota + 1
	PlaceCapital
	PlaceCity
	PlaceRegion
	PlaceContinent
	PlaceWater
	PlaceTerritory
	PlaceDemonym
)

var placeKindNames = [...]string{"", "country", "capital", "city", "region", "continent", "water", "territory", "demonym"}

// String returns the kind as records print it.
func (k PlaceKind) String() string { return placeKindNames[k] }

// Place is one place that a phrase can name.
type Place struct {
	// Country is the ISO 3166-1 alpha-2 code, empty for what lies in none.
	Country string
	Kind    PlaceKind
	// Population is the binary logarithm of the number of people, 0 where
	// it is not known.
	Population int
	// GeonamesID is 0 where it is not known.
	GeonamesID int
	// Latitude and Longitude are degrees to the nearest hundredth.
	Latitude, Longitude float64
	HasPoint            bool
	// Country and ID tell two places apart; Number is the place's own.
	Number int
}

// Gazetteer answers what a word or phrase can name.
type Gazetteer struct {
	names, phrases       []byte
	nameMask, phraseMask uint64
	places               []byte
	placeCount           int
}

const (
	gazetteerMagic  = "purportG1"
	gazetteerHeader = len(gazetteerMagic) + 3*4
	gazetteerSlot   = 4
	placeRecord     = 16
	noPoint         = -32768
)

// LoadGazetteer reads a packed gazetteer without copying it.
func LoadGazetteer(data []byte) (*Gazetteer, error) {
	if len(data) < gazetteerHeader || string(data[:len(gazetteerMagic)]) != gazetteerMagic {
		return nil, fmt.Errorf("lexicon: not a packed gazetteer")
	}
	number := func(i int) int { return int(binary.LittleEndian.Uint32(data[len(gazetteerMagic)+4*i:])) }
	nameBits, phraseBits, places := number(0), number(1), number(2)
	if nameBits > 24 || phraseBits > 24 || len(data) != gazetteerHeader+gazetteerSlot<<nameBits+gazetteerSlot<<phraseBits+places*placeRecord {
		return nil, fmt.Errorf("lexicon: packed gazetteer has %d bytes, which does not fit its header", len(data))
	}
	rest := data[gazetteerHeader:]
	g := &Gazetteer{nameMask: 1<<nameBits - 1, phraseMask: 1<<phraseBits - 1, placeCount: places}
	g.names, rest = rest[:gazetteerSlot<<nameBits], rest[gazetteerSlot<<nameBits:]
	g.phrases, g.places = rest[:gazetteerSlot<<phraseBits], rest[gazetteerSlot<<phraseBits:]
	return g, nil
}

// Name returns what the word with this fold hash can be.
func (g *Gazetteer) Name(fold uint64) NameFlags {
	print := uint32(fold >> 40)
	for slot := fold & g.nameMask; ; slot = (slot + 1) & g.nameMask {
		value := binary.LittleEndian.Uint32(g.names[slot*gazetteerSlot:])
		if value == 0 {
			return 0
		}
		if value>>8 == print {
			return NameFlags(value)
		}
	}
}

// Phrase returns what the phrase with this hash can name. The hash of a
// phrase is PhraseHash over its tokens.
func (g *Gazetteer) Phrase(hash uint64) PhraseFlags {
	print := uint32(hash >> (32 + phraseFlagBits))
	for slot := hash & g.phraseMask; ; slot = (slot + 1) & g.phraseMask {
		value := binary.LittleEndian.Uint32(g.phrases[slot*gazetteerSlot:])
		if value == 0 {
			return 0
		}
		if value>>phraseFlagBits == print {
			return PhraseFlags(value & (1<<phraseFlagBits - 1))
		}
	}
}

// PhraseHash takes one more token, given by its fold hash, into the hash of a
// phrase. The empty phrase has hash 0.
func PhraseHash(hash, fold uint64) uint64 { return model.Mix(hash, fold) }

// Places calls yield for each place that the phrase can name, the most
// populous first, until it returns false.
func (g *Gazetteer) Places(hash uint64, yield func(Place) bool) {
	key := uint32(hash >> 32)
	at := sort.Search(g.placeCount, func(i int) bool {
		return binary.LittleEndian.Uint32(g.places[i*placeRecord:]) >= key
	})
	for ; at < g.placeCount; at++ {
		record := g.places[at*placeRecord : (at+1)*placeRecord]
		if binary.LittleEndian.Uint32(record) != key || !yield(readPlace(record, at)) {
			return
		}
	}
}

// A place record is: key 32, identity 24, population 8, latitude 16 and
// longitude 16 (hundredths of a degree), country 16 (its two letters), kind 8
// bits, and one byte to spare.
func readPlace(record []byte, number int) Place {
	identity := binary.LittleEndian.Uint32(record[4:])
	p := Place{GeonamesID: int(identity & (1<<24 - 1)), Population: int(identity >> 24), Kind: PlaceKind(record[14]), Number: number}
	if record[12] != 0 {
		p.Country = string(record[12:14])
	}
	if latitude := int16(binary.LittleEndian.Uint16(record[8:])); latitude != noPoint {
		p.Latitude, p.HasPoint = float64(latitude)/100, true
		p.Longitude = float64(int16(binary.LittleEndian.Uint16(record[10:]))) / 100
	}
	return p
}
