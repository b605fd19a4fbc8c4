package main

import (
	"cmp"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// packGazetteer writes extractors/lexicon/gazetteer.bin from the gazetteers
// folder.
func packGazetteer(data, models string) error {
	g := &gazetteerPacker{folder: filepath.Join(data, "gazetteers"), names: map[uint64]lexicon.NameFlags{}, phrases: map[uint64]lexicon.PhraseFlags{}}
	for _, step := range []func() error{g.addNames, g.addCountries, g.addCities, g.addRegions, g.addOrganizations, g.addExtras} {
		if err := step(); err != nil {
			return err
		}
	}
	packed := g.pack()
	if _, err := lexicon.LoadGazetteer(packed); err != nil {
		return err
	}
	out := filepath.Join(models, "..", "..", "lexicon", "gazetteer.bin")
	fmt.Printf("gazetteer: %d names, %d phrases, %d places, %d bytes\n", len(g.names), len(g.phrases), len(g.places), len(packed))
	return os.WriteFile(out, packed, 0o644)
}

// smallestCity is the population from which a town is taken in.
const smallestCity = 5000

// largeCity is the population from which a city counts as widely known.
const largeCity = 300000

type gazetteerPacker struct {
	folder  string
	names   map[uint64]lexicon.NameFlags
	phrases map[uint64]lexicon.PhraseFlags
	places  []packedPlace
}

type packedPlace struct {
	hash       uint64
	place      lexicon.Place
	population int
	order      int
}

// phraseTokens divides a name as the tokenizer would.
func phraseTokens(name string) []string {
	var tokens []string
	for _, field := range strings.Fields(name) {
		for field != "" {
			cut := strings.IndexAny(field, "-,()/&")
			switch {
			case cut < 0:
				tokens, field = append(tokens, possessive(field)...), ""
			case cut == 0:
				tokens, field = append(tokens, field[:1]), field[1:]
			case field[cut] == '&':
				tokens, field = append(tokens, field), ""
			default:
				tokens, field = append(tokens, possessive(field[:cut])...), field[cut:]
			}
		}
	}
	return tokens
}

func possessive(word string) []string {
	for _, ending := range []string{"'s", "’s"} {
		if base, found := strings.CutSuffix(word, ending); found && base != "" {
			return []string{base, "'s"}
		}
	}
	return []string{word}
}

// phrase adds a phrase and all its beginnings, and returns its hash. Names
// that hold no Latin letter are left out: the articles are English.
func (g *gazetteerPacker) phrase(name string, flags lexicon.PhraseFlags) (uint64, bool) {
	tokens := phraseTokens(name)
	if len(tokens) == 0 || len(tokens) > 12 || !strings.ContainsFunc(name, func(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }) {
		return 0, false
	}
	hash := uint64(0)
	for i, token := range tokens {
		hash = lexicon.PhraseHash(hash, lexicon.FoldHash(token))
		if i < len(tokens)-1 {
			g.phrases[hash] |= lexicon.PhrasePrefix
		}
	}
	g.phrases[hash] |= flags
	return hash, true
}

func (g *gazetteerPacker) place(name string, flags lexicon.PhraseFlags, place lexicon.Place, population int) {
	hash, ok := g.phrase(name, flags)
	if !ok {
		return
	}
	if population > 0 {
		place.Population = bits.Len(uint(population))
	}
	g.places = append(g.places, packedPlace{hash, place, population, len(g.places)})
}

func (g *gazetteerPacker) name(word string, flags lexicon.NameFlags) {
	word = strings.TrimSpace(strings.TrimPrefix(word, "\ufeff"))
	if first, _ := utf8.DecodeRuneInString(word); word == "" || strings.ContainsAny(word, " #") || !unicode.IsUpper(first) || utf8.RuneCountInString(word) < 2 {
		return
	}
	for _, part := range strings.Split(word, "-") {
		if utf8.RuneCountInString(part) > 1 {
			g.names[lexicon.FoldHash(part)] |= flags
		}
	}
}

func (g *gazetteerPacker) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(g.folder, filepath.FromSlash(name)))
}

func (g *gazetteerPacker) addNames() error {
	for _, list := range []struct {
		file  string
		flags lexicon.NameFlags
	}{
		{"names/smashew-first-all.txt", lexicon.NameFirst},
		{"names/smashew-surnames-all.txt", lexicon.NameSurname},
		{"names/cspell-people-names.txt", lexicon.NameSurname},
	} {
		text, err := g.read(list.file)
		if err != nil {
			return err
		}
		for _, line := range strings.Split(string(text), "\n") {
			g.name(line, list.flags)
		}
	}
	gender := map[string]lexicon.NameFlags{"M": lexicon.NameFirst | lexicon.NameMale, "F": lexicon.NameFirst | lexicon.NameFemale}
	err := g.table("names/sigpwned-common-forenames-by-country.csv", func(row map[string]string) {
		g.name(row["Romanized Name"], gender[row["Gender"]])
		g.name(row["Localized Name"], gender[row["Gender"]])
	})
	if err != nil {
		return err
	}
	for word, gender := range moreFirstNames() {
		g.name(word, gender|lexicon.NameFirst)
	}
	lexicon.EachRole(func(noun string, flag lexicon.NameFlags) {
		g.names[lexicon.FoldHash(noun)] |= flag
		g.names[lexicon.FoldHash(noun+"s")] |= flag
	})
	return g.table("names/sigpwned-common-surnames-by-country.csv", func(row map[string]string) {
		g.name(row["Romanized Name"], lexicon.NameSurname)
	})
}

// moreFirstNames are frequent English names whose gender the lists do not say.
func moreFirstNames() map[string]lexicon.NameFlags {
	names := map[string]lexicon.NameFlags{}
	for _, name := range strings.Fields(commonMen) {
		names[name] = lexicon.NameMale
	}
	for _, name := range strings.Fields(commonWomen) {
		names[name] = lexicon.NameFemale
	}
	return names
}

const (
	commonMen = `Aaron Adam Adrian Alan Albert Alex Alexander Alfred Allen Andrew Andy Anthony Antonio Arnold Arthur Barack Barry Ben
Benjamin Bernard Bernie Bill Bob Bobby Boris Brad Bradley Brandon Brett Brian Bruce Bryan Byron Calvin Carl Carlos Charles Charlie Chris
Christopher Chuck Clarence Clark Clayton Clifford Clinton Colin Craig Dale Dan Daniel Danny Dave David Dennis Derek Diego Dick Don Donald
Doug Douglas Dwight Earl Ed Eddie Edgar Edward Edwin Eric Ernest Eugene Evan Francis Francisco Frank Franklin Fred Frederick Gary Gene
Geoffrey George Gerald Gilbert Glenn Gordon Graham Greg Gregory Guy Harold Harry Harvey Henry Herbert Herman Howard Hugh Ian Igor Isaac Ivan
Jack Jacob Jake James Jason Jay Jeff Jeffrey Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joe Joel John Johnny Jon Jonathan Jorge Jose Joseph
Josh Joshua Juan Julian Justin Keith Ken Kenneth Kent Kevin Kim Kirk Kurt Kyle Lance Larry Lawrence Leo Leon Leonard Lewis Lloyd Louis Luis
Luke Malcolm Marc Marco Marcus Mario Mark Martin Marvin Matt Matthew Max Melvin Michael Miguel Mike Milton Mitchell Mitch Mohammed Muhammad
Nathan Neil Nicholas Nick Norman Oliver Oscar Patrick Paul Pedro Peter Phil Philip Phillip Ralph Ramon Randall Randy Ray Raymond Ricardo
Richard Rick Ricky Robert Roberto Rodney Roger Roland Ron Ronald Ross Roy Russell Ryan Salvador Sam Samuel Scott Sean Sergei Sergey Seth Shane
Sidney Simon Stanley Stephen Steve Steven Stuart Ted Terrence Theodore Thomas Tim Timothy Todd Tom Tommy Tony Travis Troy Tyler Vernon Victor
Vincent Vladimir Wallace Walter Warren Wayne Wesley William Willie Yuri Zachary Recep Volodymyr Emmanuel Narendra Bashar Saddam Osama Nicolas`
	commonWomen = `Abigail Agnes Alexandra Alice Alicia Allison Amanda Amber Amy Ana Andrea Angela Angelina Anita Ann Anna Anne Annie April Ashley
Barbara Beatrice Bernice Beth Betty Beverly Bonnie Brenda Brittany Carla Carmen Carol Caroline Carolyn Catherine Cathy Charlotte Cheryl
Christina Christine Cindy Claire Clara Condoleezza Connie Crystal Cynthia Daisy Danielle Dawn Deborah Debra Denise Diana Diane Dianne Dolores
Donna Doris Dorothy Edith Edna Eileen Elaine Eleanor Elena Elizabeth Ella Ellen Emily Emma Erica Erin Esther Ethel Eva Evelyn Florence
Frances Gail Geraldine Gina Gladys Glenda Gloria Grace Hannah Heather Heidi Helen Hillary Holly Ida Irene Isabel Jacqueline Jane Janet
Janice Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanne Josephine Joyce Juanita Judith Judy Julia Julie Karen Katherine Kathleen
Kathryn Kathy Katie Kay Kelly Kristen Kristin Laura Lauren Leslie Lillian Linda Lisa Lois Loretta Lori Louise Lucille Lucy Lynn Marcia
Margaret Maria Marian Marie Marilyn Marion Marjorie Martha Mary Megan Melanie Melissa Michelle Mildred Monica Nancy Natalie Nicole Nina Nora
Norma Olga Pamela Patricia Paula Pauline Peggy Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita Roberta Robin Rosa Rose Rosemary
Ruth Sally Samantha Sandra Sara Sarah Shannon Sharon Sheila Shirley Sonia Sophia Stacy Stella Stephanie Sue Susan Suzanne Sylvia Tammy Tara
Teresa Thelma Theresa Tiffany Tina Tracy Valerie Vanessa Vera Veronica Victoria Viola Virginia Vivian Wanda Wendy Yvonne Angela Aung Benazir
Ursula Christine Jacinda Theresa Kamala Dianne Barbara Olympia Nancy Julia Sonia`
)

// table reads a comma-separated file with a header.
func (g *gazetteerPacker) table(name string, row func(map[string]string)) error {
	text, err := g.read(name)
	if err != nil {
		return err
	}
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, fields := range rows[1:] {
		values := map[string]string{}
		for i, field := range fields {
			if i < len(rows[0]) {
				values[rows[0][i]] = field
			}
		}
		row(values)
	}
	return nil
}

// decode reads a JSON file of the gazetteers folder.
func (g *gazetteerPacker) decode(name string, into any) error {
	text, err := g.read(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (g *gazetteerPacker) addCountries() error {
	var countries []struct {
		Code        string `json:"cca2"`
		Name        struct{ Common, Official string }
		Alternative []string `json:"altSpellings"`
		Demonyms    map[string]struct{ F, M string }
		Point       []float64 `json:"latlng"`
		Independent bool
		Continent   string `json:"region"`
	}
	if err := g.decode("countries/countries.json", &countries); err != nil {
		return err
	}
	ids := countryIDs()
	for _, c := range countries {
		kind := lexicon.PlaceCountry
		if !c.Independent && c.Code != "TW" && c.Code != "PS" && c.Code != "XK" {
			kind = lexicon.PlaceTerritory
		}
		place := lexicon.Place{Country: c.Code, Kind: kind, GeonamesID: ids[c.Code]}
		if len(c.Point) == 2 {
			place.Latitude, place.Longitude, place.HasPoint = c.Point[0], c.Point[1], true
		}
		names := append([]string{c.Name.Common, c.Name.Official}, c.Alternative...)
		names = append(names, countryAliases[c.Code]...)
		slices.Sort(names)
		for _, name := range slices.Compact(names) {
			if name != c.Code && !strings.Contains(name, ", ") {
				g.place(name, lexicon.PhraseCountry, place, 1<<26)
			}
		}
		demonyms := append([]string{c.Demonyms["eng"].F, c.Demonyms["eng"].M}, demonymAliases[c.Code]...)
		slices.Sort(demonyms)
		place.Kind = lexicon.PlaceDemonym
		for _, demonym := range slices.Compact(demonyms) {
			g.place(demonym, lexicon.PhraseDemonym, place, 0)
		}
	}
	var more struct{ Nationalities map[string]string }
	if err := g.decode("countries/nationality-en.json", &more); err != nil {
		return err
	}
	for _, code := range sortedKeys(more.Nationalities) {
		g.place(more.Nationalities[code], lexicon.PhraseDemonym, lexicon.Place{Country: code, Kind: lexicon.PlaceDemonym}, 0)
	}
	return nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// addCities reads the towns of GeoNames. Where the folder has a file with
// identities and coordinates (columns geonameid, lat, lng) they are packed too.
func (g *gazetteerPacker) addCities() error {
	text, err := g.read("geonames/cities1000-population.tsv")
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	column, capitals := map[string]int{}, capitalPoints()
	for i, name := range strings.Split(lines[0], "\t") {
		column[name] = i
	}
	for _, line := range lines[1:] {
		fields := strings.Split(line, "\t")
		get := func(name string) string {
			if i, found := column[name]; found && i < len(fields) {
				return fields[i]
			}
			return ""
		}
		population, _ := strconv.Atoi(get("population"))
		capital := get("featureCode") == "PPLC"
		if population < smallestCity && !capital || get("featureCode") == "PPLX" {
			continue // PPLX is a part of a town
		}
		place := lexicon.Place{Country: get("country"), Kind: lexicon.PlaceCity}
		place.GeonamesID, _ = strconv.Atoi(get("geonameid"))
		latitude, badLatitude := strconv.ParseFloat(get("lat"), 64)
		longitude, badLongitude := strconv.ParseFloat(get("lng"), 64)
		if badLatitude == nil && badLongitude == nil {
			place.Latitude, place.Longitude, place.HasPoint = latitude, longitude, true
		}
		flags := lexicon.PhraseCity
		if population >= largeCity {
			flags = lexicon.PhraseLargeCity
		}
		if p, known := capitals[place.Country]; capital && known && !place.HasPoint {
			place.Latitude, place.Longitude, place.HasPoint = p.latitude, p.longitude, true
		}
		if capital {
			place.Kind, flags = lexicon.PlaceCapital, lexicon.PhraseLargeCity
			population = max(population, 1)
		}
		g.place(get("name"), flags, place, population)
		for _, alias := range cityAliases[place.Country+" "+get("name")] {
			g.place(alias, flags, place, max(population, 1<<24))
		}
		if base, found := strings.CutSuffix(get("name"), " City"); found && population >= largeCity {
			g.place(base, flags, place, population)
		}
	}
	return nil
}

func (g *gazetteerPacker) addRegions() error {
	var regions []struct{ Code, Name string }
	if err := g.decode("geonames/admin1.json", &regions); err != nil {
		return err
	}
	for _, region := range regions {
		country, _, _ := strings.Cut(region.Code, ".")
		place := lexicon.Place{Country: country, Kind: lexicon.PlaceRegion}
		population := 1 << 16
		if country == "US" {
			population = 1 << 23
		}
		g.place(region.Name, lexicon.PhraseRegion, place, population)
		for _, ending := range []string{" Province", " Region", " Oblast", " State", " Governorate", " Department", " District", " Prefecture"} {
			if base, found := strings.CutSuffix(region.Name, ending); found {
				g.place(base, lexicon.PhraseRegion, place, population)
			}
		}
	}
	return nil
}

func (g *gazetteerPacker) addOrganizations() error {
	const folder = "dariusk-corpora/data/"
	for _, list := range []struct{ file, key, field string }{
		{"corporations/fortune500", "companies", ""}, {"corporations/djia", "corporations", "name"}, {"corporations/nasdaq", "corporations", "name"},
		{"corporations/charities", "charities", ""}, {"corporations/newspapers", "newspapers", ""}, {"corporations/cars", "cars", ""},
		{"governments/us_federal_agencies", "agencies", ""}, {"governments/uk_political_parties", "parties", ""},
	} {
		var file map[string]json.RawMessage
		if err := g.decode(folder+list.file+".json", &file); err != nil {
			return err
		}
		for _, name := range namesIn(file[list.key], list.field) {
			g.phrase(name, lexicon.PhraseOrganization)
		}
	}
	var rivers, seas map[string]json.RawMessage
	if err := g.decode(folder+"geography/rivers.json", &rivers); err != nil {
		return err
	}
	if err := g.decode(folder+"geography/oceans.json", &seas); err != nil {
		return err
	}
	for _, name := range namesIn(rivers["rivers"], "name") {
		g.place(name+" River", lexicon.PhraseFeature, lexicon.Place{Kind: lexicon.PlaceWater}, 0)
	}
	for _, name := range namesIn(seas["seas"], "name") {
		g.place(name, lexicon.PhraseFeature, lexicon.Place{Kind: lexicon.PlaceWater}, 0)
	}
	return nil
}

// namesIn reads a list of strings, or of objects with a name in field.
func namesIn(list json.RawMessage, field string) []string {
	var names []string
	if field == "" {
		_ = json.Unmarshal(list, &names) // a list of another form has no names
		return names
	}
	var objects []map[string]json.RawMessage
	_ = json.Unmarshal(list, &objects)
	for _, object := range objects {
		var name string
		if json.Unmarshal(object[field], &name) == nil {
			names = append(names, name)
		}
	}
	return names
}

// addExtras adds what the lists lack: continents and regions of the world,
// peoples, and organisations that the news is full of.
func (g *gazetteerPacker) addExtras() error {
	for _, name := range continents {
		g.place(name, lexicon.PhraseFeature, lexicon.Place{Kind: lexicon.PlaceContinent}, 1<<28)
	}
	for _, name := range worldRegions {
		g.place(name, lexicon.PhraseFeature, lexicon.Place{Kind: lexicon.PlaceRegion}, 1<<28)
	}
	for _, name := range waters {
		g.place(name, lexicon.PhraseFeature, lexicon.Place{Kind: lexicon.PlaceWater}, 0)
	}
	for _, name := range peoples {
		g.phrase(name, lexicon.PhraseDemonym)
	}
	for _, name := range organizations {
		g.phrase(name, lexicon.PhraseOrganization)
	}
	for _, r := range regionAliases {
		g.place(r.name, lexicon.PhraseRegion, lexicon.Place{Country: r.country, Kind: lexicon.PlaceRegion}, 1<<22)
	}
	return nil
}

// pack writes the tables. Slots are filled in the order of the hashes, so the
// bytes do not depend on the order of a map.
func (g *gazetteerPacker) pack() []byte {
	nameBits, phraseBits := bits.Len(uint(len(g.names)*5/4)), bits.Len(uint(len(g.phrases)*5/4))
	names, phrases := make([]byte, 4<<nameBits), make([]byte, 4<<phraseBits)
	for _, hash := range sortedKeys(g.names) {
		fillSlot(names, hash, uint32(hash>>40)<<8|uint32(g.names[hash]))
	}
	for _, hash := range sortedKeys(g.phrases) {
		fillSlot(phrases, hash, uint32(hash>>44)<<12|uint32(g.phrases[hash]))
	}
	out := []byte("purportG1")
	places := g.packPlaces()
	for _, n := range []int{nameBits, phraseBits, len(places) / 16} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	return append(append(append(out, names...), phrases...), places...)
}

func fillSlot(table []byte, hash uint64, value uint32) {
	mask := uint64(len(table)/4 - 1)
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		if binary.LittleEndian.Uint32(table[slot*4:]) == 0 {
			binary.LittleEndian.PutUint32(table[slot*4:], value)
			return
		}
	}
}

// packPlaces sorts by key, then by population, and drops doubles.
func (g *gazetteerPacker) packPlaces() []byte {
	slices.SortFunc(g.places, func(a, b packedPlace) int {
		switch {
		case a.hash>>32 != b.hash>>32:
			return compare(a.hash>>32, b.hash>>32)
		case a.population != b.population:
			return compare(b.population, a.population)
		}
		return compare(a.order, b.order)
	})
	var out []byte
	for i, p := range g.places {
		if i > 0 && p.hash == g.places[i-1].hash && p.place == g.places[i-1].place {
			continue
		}
		latitude, longitude := int16(math.MinInt16), int16(math.MinInt16)
		if p.place.HasPoint {
			latitude, longitude = int16(math.Round(p.place.Latitude*100)), int16(math.Round(p.place.Longitude*100))
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(p.hash>>32))
		out = binary.LittleEndian.AppendUint32(out, uint32(p.place.Population)<<24|uint32(p.place.GeonamesID))
		out = binary.LittleEndian.AppendUint16(out, uint16(latitude))
		out = binary.LittleEndian.AppendUint16(out, uint16(longitude))
		country := [2]byte{}
		copy(country[:], p.place.Country)
		out = append(out, country[0], country[1], byte(p.place.Kind), 0)
	}
	return out
}

func compare[N int | uint64](a, b N) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
