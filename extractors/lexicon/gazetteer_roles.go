package lexicon

import "strings"

// Gender is what a word or name says about who bears it.
type Gender uint8

// The genders; GenderUnknown fits all.
const (
	GenderUnknown Gender = iota
	GenderMale
	GenderFemale
	GenderNeuter
)

// RoleKind is what sort of thing a role noun stands for.
type RoleKind uint8

// The kinds of roles.
const (
	RolePerson RoleKind = iota + 1
	RoleOrganization
	RolePlace
)

// Role is what the lexicon knows of a noun that stands for a person, an
// organisation or a place.
type Role struct {
	Kind   RoleKind
	Gender Gender
	// Title says that the noun can stand before a name as its title.
	Title bool
}

// RoleOf returns the role that a noun in lower case, in the singular, names.
func RoleOf(noun string) (Role, bool) {
	role, ok := roles[noun]
	return role, ok
}

// EachRole calls yield for every role noun and honorific, in no particular
// order.
func EachRole(yield func(noun string, flag NameFlags)) {
	for noun, role := range roles {
		switch {
		case role.Title:
			yield(noun, NameOffice)
		case role.Kind == RolePerson:
			yield(noun, NamePersonNoun)
		case role.Kind == RoleOrganization:
			yield(noun, NameOrganizationNoun)
		default:
			yield(noun, NamePlaceNoun)
		}
	}
	for word := range honorifics {
		yield(word, NameOffice)
	}
}

// TitleModifier reports whether a word can be part of a title without being
// one: "foreign" in "Foreign Minister".
func TitleModifier(word string) bool { return titleModifiers[word] }

// Portfolio reports whether a word can follow "of" in a title: "Secretary of
// State".
func Portfolio(word string) bool { return portfolios[word] }

// Honorific returns the gender that a form of address tells, and whether the
// word is one. The word is in lower case without its full stop.
func Honorific(word string) (Gender, bool) {
	gender, ok := honorifics[word]
	return gender, ok
}

var (
	roles          = roleTable()
	titleModifiers = wordSet(`foreign defense defence prime interior finance justice education health trade economy labor labour agriculture energy
environment transport transportation culture commerce treasury national security deputy vice acting assistant associate senior junior chief chairman
executive managing general special permanent former first lady lt maj brig adm col attorney district supreme high state federal assembly house
senate minority majority speaker lead opposition party parliamentary presidential royal crown grand air rear fleet field police army navy staff sgt
second third under undersecretary principal research program programme press media communications public human rights republican democratic
democrat emeritus elect co- home affairs works relations intelligence inspector sub superintendent honorable honourable rt hon`)
	portfolios = wordSet(`state defense defence commerce labor labour education energy agriculture transportation treasury justice health interior
staff parliament congress police finance war peace england wales mission operations security`)
	honorifics = map[string]Gender{
		"mr": GenderMale, "messrs": GenderMale, "mister": GenderMale, "sir": GenderMale, "lord": GenderMale, "mrs": GenderFemale, "ms": GenderFemale, "miss": GenderFemale,
		"madam": GenderFemale, "mme": GenderFemale, "lady": GenderFemale, "dame": GenderFemale, "dr": GenderUnknown, "prof": GenderUnknown,
		"rev": GenderUnknown, "hon": GenderUnknown, "honorable": GenderUnknown, "fr": GenderMale, "sheikh": GenderMale, "shaikh": GenderMale, "sayyid": GenderMale,
		"st": GenderUnknown, "señor": GenderMale, "senor": GenderMale, "monsieur": GenderMale, "herr": GenderMale, "frau": GenderFemale,
	}
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// roleTable builds the table of roles from the lists below.
func roleTable() map[string]Role {
	table := map[string]Role{}
	for _, list := range []struct {
		words string
		role  Role
	}{
		{titlesAny, Role{RolePerson, GenderUnknown, true}},
		{titlesMale, Role{RolePerson, GenderMale, true}},
		{titlesFemale, Role{RolePerson, GenderFemale, true}},
		{personNouns, Role{RolePerson, GenderUnknown, false}},
		{maleNouns, Role{RolePerson, GenderMale, false}},
		{femaleNouns, Role{RolePerson, GenderFemale, false}},
		{organizationNouns, Role{RoleOrganization, GenderNeuter, false}},
		{placeNouns, Role{RolePlace, GenderNeuter, false}},
	} {
		for _, word := range strings.Fields(list.words) {
			if _, already := table[word]; !already {
				table[word] = list.role
			}
		}
	}
	return table
}

const (
	titlesAny = `president minister premier chancellor secretary senator sen representative rep sens reps senators representatives congressman-at-large governor gov mayor
ambassador amb envoy leader chief chairman-elect chairperson chair director administrator commissioner general gen colonel col major maj captain capt
lieutenant lt sergeant sgt corporal private admiral adm commander cmdr brigadier brig marshal officer judge justice magistrate attorney prosecutor
professor prof doctor dr reverend rev pastor bishop archbishop cardinal pope rabbi imam ayatollah mufti sheriff detective inspector superintendent
speaker delegate councillor councilor councilmember deputy lawmaker mp spokesperson ceo cfo coach manager analyst economist diplomat
advisor adviser counselor counsellor coordinator rapporteur undersecretary vice-president president-elect candidate emperor sultan
emir caliph tsar czar dictator commandant comptroller treasurer editor founder co-founder principal dean rector provost superintendent warden
author journalist reporter correspondent activist singer actor rapper striker midfielder defender goalkeeper captain`
	titlesMale = `king prince duke earl baron count lord sir mr mister congressman chairman spokesman assemblyman councilman alderman
businessman shah sheikh father brother pharaoh`
	titlesFemale = `queen princess duchess countess baroness lady dame mrs ms miss congresswoman chairwoman spokeswoman assemblywoman
councilwoman businesswoman sister actress empress`
	personNouns = `person man-in-charge official politician president-in-waiting head boss expert scholar researcher scientist
lawyer victim suspect defendant plaintiff witness author writer teacher student worker employee employer soldier pilot nurse doctor patient prisoner
detainee inmate dissident critic rival opponent ally counterpart colleague friend predecessor successor nominee candidate incumbent premier chief
veteran resident citizen owner founder member executive aide assistant representative strongman parent child partner spouse lawmaker legislator
autocrat tyrant statesman billionaire tycoon artist musician player athlete footballer driver gunman-suspect attacker shooter philosopher poet
composer painter historian mathematician physicist chemist biologist engineer inventor explorer interviewer interviewee host petitioner respondent applicant`
	maleNouns = `man boy father brother son husband grandfather uncle nephew grandson gentleman guy statesman policeman fireman
businessman gunman cleric monk priest strongman king prince emperor actor boyfriend widower stepfather`
	femaleNouns = `woman girl mother sister daughter wife grandmother aunt niece granddaughter lady actress widow girlfriend nun
policewoman businesswoman queen princess empress stepmother`
	organizationNouns = `company firm corporation organization organisation agency ministry department government administration party
group union association federation committee commission council court parliament congress senate assembly army military navy force police bank
university college school institute institution foundation board bureau office newspaper magazine broadcaster network airline manufacturer
supplier contractor subsidiary startup charity ngo nonprofit church team club band coalition alliance bloc regime cabinet panel tribunal militia
faction movement embassy authority junta media outlet watchdog think-tank cartel league publisher retailer bloc`
	placeNouns = `country nation state city town village province region district county capital island republic kingdom territory
continent peninsula area municipality neighborhood neighbourhood suburb port border homeland place`
)
