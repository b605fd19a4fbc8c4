package main

import (
	"strconv"
	"strings"
)

// What the lists in the data folder lack: names that news and reports use.
// General knowledge, written by hand.

var countryAliases = map[string][]string{
	"US": {"US", "USA", "U.S.", "U.S.A.", "America", "United States"}, "GB": {"UK", "U.K.", "Britain", "Great Britain"},
	"KP": {"DPRK", "North Korea", "N. Korea", "NK", "Democratic People's Republic of Korea"}, "KR": {"ROK", "South Korea", "S. Korea", "Republic of Korea"},
	"CN": {"PRC", "People's Republic of China", "mainland China", "Communist China"}, "TW": {"Republic of China", "Chinese Taipei"},
	"AE": {"UAE", "Emirates", "U.A.E."}, "SA": {"KSA", "Kingdom of Saudi Arabia"}, "IR": {"Islamic Republic of Iran"},
	"RU": {"Russian Federation", "Soviet Union", "USSR", "U.S.S.R."}, "CD": {"DRC", "Democratic Republic of Congo", "Zaire", "D.R. Congo"}, "CG": {"Republic of the Congo", "Congo-Brazzaville"},
	"MM": {"Burma"}, "CI": {"Cote d'Ivoire"}, "SZ": {"Swaziland"}, "MK": {"Macedonia", "FYROM"}, "CZ": {"Czech Republic", "Czechoslovakia"}, "CV": {"Cape Verde"},
	"TL": {"East Timor"}, "VA": {"Vatican", "Holy See"}, "PS": {"Palestine", "Palestinian Authority"}, "TR": {"Türkiye", "Turkiye"}, "GM": {"The Gambia"}, "BS": {"The Bahamas"},
	"NL": {"Holland", "The Netherlands"}, "BA": {"Bosnia", "Bosnia-Herzegovina"}, "PG": {"PNG"}, "TT": {"Trinidad"}, "NZ": {"Aotearoa"}, "DE": {"West Germany", "East Germany", "FRG", "GDR"}, "VN": {"Viet Nam"},
	"LA": {"Laos"}, "SY": {"Syria", "Syrian Arab Republic"}, "IE": {"Republic of Ireland"}, "RS": {"Yugoslavia"}, "XK": {"Kosovo"}, "KN": {"St. Kitts"}, "VC": {"St. Vincent"}, "LC": {"St. Lucia"}, "CF": {"CAR"}, "ZA": {"RSA"}, "DO": {"DR"},
}

var demonymAliases = map[string][]string{
	"US": {"American", "Americans", "African American", "African Americans", "Native American", "Native Americans", "U.S.-American"}, "GB": {"British", "Briton", "Britons", "English", "Scottish", "Welsh", "Scots", "Brits", "Brit"},
	"KP": {"North Korean", "North Koreans"}, "KR": {"South Korean", "South Koreans", "Korean", "Koreans"}, "CN": {"Chinese"}, "RU": {"Russian", "Russians", "Soviet", "Soviets"},
	"UA": {"Ukrainians"}, "DE": {"Germans"}, "FR": {"Frenchman", "French"}, "IT": {"Italians"}, "ES": {"Spaniard", "Spaniards", "Catalan", "Basque"}, "TR": {"Turk", "Turks", "Turkish"}, "PL": {"Pole", "Poles", "Polish"},
	"DK": {"Dane", "Danes", "Danish"}, "SE": {"Swede", "Swedes", "Swedish"}, "FI": {"Finn", "Finns", "Finnish"}, "NL": {"Dutch", "Dutchman"}, "IE": {"Irish", "Irishman"}, "IL": {"Israelis"}, "PS": {"Palestinian", "Palestinians"},
	"IQ": {"Iraqis"}, "IR": {"Iranians", "Persian", "Persians"}, "SA": {"Saudi", "Saudis"}, "SY": {"Syrians"}, "AF": {"Afghans", "Afghani"}, "PK": {"Pakistanis"}, "IN": {"Indians", "Indian"}, "BD": {"Bangladeshis"}, "LK": {"Sri Lankans"},
	"JP": {"Japanese"}, "VN": {"Vietnamese"}, "TH": {"Thais", "Thai"}, "PH": {"Filipinos", "Filipino", "Filipina", "Philippine"}, "ID": {"Indonesians"}, "MY": {"Malaysians"}, "MM": {"Burmese"}, "TW": {"Taiwanese"}, "HK": {"Hong Kongers"},
	"AU": {"Australians", "Aussie", "Aussies"}, "NZ": {"New Zealanders", "New Zealander", "Kiwi", "Kiwis"}, "CA": {"Canadians"}, "MX": {"Mexicans"}, "BR": {"Brazilians"}, "AR": {"Argentinian", "Argentine", "Argentines"}, "CU": {"Cubans"}, "VE": {"Venezuelans"},
	"CO": {"Colombians"}, "EG": {"Egyptians"}, "NG": {"Nigerians"}, "ZA": {"South Africans"}, "KE": {"Kenyans"}, "GH": {"Ghanaians"}, "ET": {"Ethiopians"}, "SD": {"Sudanese"}, "SO": {"Somali", "Somalis"}, "UG": {"Ugandans"}, "ZW": {"Zimbabweans"},
	"BY": {"Belarusians", "Belarusian", "Byelorussian"}, "GE": {"Georgians"}, "AM": {"Armenians"}, "AZ": {"Azeri", "Azeris", "Azerbaijanis"}, "RS": {"Serb", "Serbs", "Serbian"}, "HR": {"Croat", "Croats"}, "BA": {"Bosniak", "Bosniaks", "Bosnians"}, "XK": {"Kosovar", "Kosovo Albanian"}, "AL": {"Albanians"},
	"GR": {"Greeks", "Greek"}, "CH": {"Swiss"}, "NO": {"Norwegians"}, "HU": {"Hungarians"}, "RO": {"Romanians"}, "BG": {"Bulgarians"}, "CZ": {"Czechs"}, "SK": {"Slovaks", "Slovak"}, "KZ": {"Kazakh", "Kazakhs"}, "UZ": {"Uzbek", "Uzbeks"}, "TJ": {"Tajik", "Tajiks"}, "KG": {"Kyrgyz"}, "TM": {"Turkmen"},
	"PE": {"Peruvians"}, "CL": {"Chileans"}, "BO": {"Bolivians"}, "HT": {"Haitians"}, "JM": {"Jamaicans"}, "AE": {"Emirati", "Emiratis"}, "QA": {"Qataris"}, "KW": {"Kuwaitis"}, "BH": {"Bahrainis"}, "OM": {"Omanis"}, "YE": {"Yemenis"}, "JO": {"Jordanians"}, "LB": {"Lebanese"}, "LY": {"Libyans"}, "DZ": {"Algerians"}, "MA": {"Moroccans"}, "TN": {"Tunisians"},
}

// cityAliases are other names of towns, which outweigh what else bears them.
var cityAliases = map[string][]string{
	"US Washington, D.C.": {"Washington", "Washington D.C.", "Washington DC"}, "UA Kyiv": {"Kiev"}, "IN Mumbai": {"Bombay"}, "IN Kolkata": {"Calcutta"},
	"VN Ho Chi Minh City": {"Saigon"}, "MM Yangon": {"Rangoon"}, "CN Beijing": {"Peking"}, "TR Istanbul": {"Constantinople"}, "SA Mecca": {"Makkah"},
	"IL Tel Aviv": {"Tel Aviv-Yafo"}, "MM Nay Pyi Taw": {"Naypyidaw", "Naypyitaw"}, "US New York City": {"New York", "NYC"},
	"US Los Angeles": {"L.A."}, "UA Kharkiv": {"Kharkov"}, "UA Odessa": {"Odesa"}, "TD N'Djamena": {"Ndjamena"}, "CH Genève": {"Geneva"}, "DE Köln": {"Cologne"},
	"ES Sevilla": {"Seville"}, "BE Antwerpen": {"Antwerp"}, "BE Gent": {"Ghent"}, "BE Brugge": {"Bruges"}, "SE Göteborg": {"Gothenburg"}, "IN Bengaluru": {"Bangalore"},
	"KZ Nur-Sultan": {"Astana"}, "DE Nürnberg": {"Nuremberg"}, "DE Hannover": {"Hanover"}, "YE Sanaa": {"Sana'a"}, "RU Saint Petersburg": {"St. Petersburg", "Leningrad"},
	"GR Thessaloníki": {"Thessaloniki", "Salonika"}, "IQ Al Başrah": {"Basra"}, "IQ Al Başrah al Qadīmah": {"Basra"}, "MD Chisinau": {"Chişinău", "Kishinev"}, "IT Torino": {"Turin"},
}

var continents = []string{"Africa", "Asia", "Europe", "North America", "South America", "Antarctica", "Oceania", "Australasia"}

var worldRegions = []string{"DMZ", "Demilitarized Zone", "Latin America", "Middle East", "Central Asia", "East Asia", "Southeast Asia", "South Asia", "Northeast Asia", "Western Europe", "Eastern Europe", "Central Europe", "Central America", "West Africa", "East Africa", "North Africa", "Southern Africa", "Horn of Africa", "Sub-Saharan Africa", "Caribbean", "Balkans", "Caucasus", "Scandinavia", "Korean Peninsula", "Arabian Peninsula", "Indochina", "Sahel", "Maghreb", "Levant", "Persian Gulf", "Asia-Pacific", "Indo-Pacific", "Far East", "Near East", "West Bank", "Gaza Strip", "Gaza", "Golan Heights", "East Jerusalem", "Arctic", "Sinai Peninsula", "Crimean Peninsula", "Iberian Peninsula"}

var waters = []string{"Pacific", "Atlantic", "Pacific Ocean", "Atlantic Ocean", "Indian Ocean", "Arctic Ocean", "Southern Ocean", "Mediterranean", "Mediterranean Sea", "Black Sea", "Red Sea", "South China Sea", "East China Sea", "Yellow Sea", "Sea of Japan", "Baltic Sea", "North Sea", "Caspian Sea", "Gulf of Mexico", "Gulf of Aden", "Gulf of Oman", "Strait of Hormuz", "Taiwan Strait", "English Channel", "Bering Sea", "Suez Canal", "Panama Canal", "Nile", "Danube", "Rhine", "Amazon River", "Mekong", "Ganges", "Euphrates", "Tigris", "Volga", "Mississippi River", "Potomac River", "Great Lakes", "Persian Gulf", "Bay of Bengal", "Arabian Sea", "Sea of Azov"}

var peoples = []string{"African", "Africans", "Asian", "Asians", "European", "Europeans", "Arab", "Arabs", "Arabic", "Kurd", "Kurds", "Kurdish", "Uyghur", "Uyghurs", "Uighur", "Uighurs", "Tibetan", "Tibetans", "Chechen", "Chechens", "Muslim", "Muslims", "Christian", "Christians", "Jew", "Jews", "Jewish", "Hindu", "Hindus", "Sikh", "Sikhs", "Buddhist", "Buddhists", "Shia", "Shiite", "Shiites", "Shi'ite", "Sunni", "Sunnis", "Catholic", "Catholics", "Protestant", "Protestants", "Orthodox", "Islamic", "Roma", "Pashtun", "Pashtuns", "Hazara", "Hazaras", "Rohingya", "Rohingyas", "Yazidi", "Yazidis", "Druze", "Tatar", "Tatars", "Latino", "Latinos", "Hispanic", "Hispanics", "Republican", "Republicans", "Democrat", "Democrats", "Democratic", "Communist", "Communists", "Marxist", "Western", "Slavic", "Nordic", "Scandinavian", "Latin American", "Latin Americans", "Southeast Asian", "Middle Eastern", "Central American", "Caucasian", "Maori", "Aboriginal", "Inuit", "Zulu", "Yoruba", "Igbo", "Hausa", "Fulani", "Oromo", "Tutsi", "Hutu", "Hutus", "Tutsis", "Bedouin", "Bedouins", "Copt", "Copts", "Coptic", "Mormon", "Mormons", "Evangelical", "Tamil", "Tamils", "Sinhalese", "Bengali", "Punjabi", "Sindhi", "Baloch", "Crimean Tatar", "Crimean Tatars", "Dalit", "Dalits", "Alawite", "Alawites", "Houthi", "Houthis", "Texan", "Californian", "New Yorker", "New Yorkers", "Londoner", "Londoners", "Muscovite", "Parisian"}

var organizations = []string{"United Nations", "UN", "U.N.", "EU", "E.U.", "European Union", "NATO", "ASEAN", "African Union", "AU", "OECD", "OPEC", "WTO", "IMF", "World Bank", "WHO", "UNICEF", "UNESCO", "UNHCR", "IAEA", "Interpol", "Arab League", "OSCE", "Council of Europe", "European Commission", "European Parliament", "European Court of Human Rights", "International Criminal Court", "ICC", "ICRC", "Red Cross", "Red Crescent", "Amnesty International", "Human Rights Watch", "Greenpeace", "UN Security Council", "UNSC", "Security Council", "General Assembly", "White House", "Pentagon", "Kremlin", "Congress", "Senate", "House of Representatives", "State Department", "Department of State", "Department of Defense", "Defense Department", "Justice Department", "Department of Justice", "Treasury Department", "Supreme Court", "CIA", "FBI", "NSA", "DHS", "DOJ", "DOD", "EPA", "FDA", "FEMA", "IRS", "SEC", "NASA", "NIH", "CDC", "FCC", "FTC", "GAO", "CBO", "Federal Reserve", "Labour Party", "Conservative Party", "Democratic Party", "Republican Party", "Communist Party", "Workers' Party of Korea", "Hamas", "Hezbollah", "Hizballah", "Fatah", "Taliban", "al-Qaeda", "al-Qaida", "al Qaeda", "Al Qaeda", "ISIS", "ISIL", "Islamic State", "Boko Haram", "al-Shabaab", "Al Shabaab", "PLO", "PKK", "IRA", "FARC", "Wagner Group", "KPA", "Korean People's Army", "PLA", "IDF", "IRGC", "FSB", "KGB", "GRU", "SVR", "Mossad", "MI5", "MI6", "ISI", "Reuters", "Associated Press", "AP", "AFP", "Agence France-Presse", "Xinhua", "TASS", "Tass", "Interfax", "KCNA", "Yonhap", "BBC", "CNN", "NBC", "CBS", "ABC", "NPR", "Al Jazeera", "Bloomberg", "New York Times", "Washington Post", "Wall Street Journal", "Guardian", "Financial Times", "Der Spiegel", "Le Monde", "Politico", "Google", "Apple", "Microsoft", "Facebook", "Twitter", "Amazon", "Huawei", "Samsung", "Toyota", "Boeing", "Airbus", "Gazprom", "Rosneft", "Lukoil", "Exxon", "BP", "Shell", "Goldman Sachs", "JPMorgan", "Citigroup", "FIFA", "UEFA", "IOC", "NBA", "NFL", "G7", "G20", "G8", "BRICS", "GCC", "ECOWAS", "SADC", "OAS", "APEC", "MERCOSUR", "Commonwealth", "Oxfam", "Doctors Without Borders", "Transparency International", "Freedom House", "Harvard University", "Oxford University", "Stanford University"}

var regionAliases = []struct{ name, country string }{
	{"England", "GB"}, {"Scotland", "GB"}, {"Wales", "GB"}, {"Northern Ireland", "GB"}, {"Crimea", "UA"}, {"Donbas", "UA"}, {"Donbass", "UA"}, {"Chechnya", "RU"}, {"Dagestan", "RU"}, {"Siberia", "RU"}, {"Xinjiang", "CN"}, {"Tibet", "CN"}, {"Kashmir", "IN"}, {"Darfur", "SD"}, {"Tigray", "ET"}, {"Kurdistan", "IQ"}, {"Iraqi Kurdistan", "IQ"}, {"Transnistria", "MD"}, {"Abkhazia", "GE"}, {"South Ossetia", "GE"}, {"Nagorno-Karabakh", "AZ"}, {"Catalonia", "ES"}, {"Bavaria", "DE"}, {"Tuscany", "IT"}, {"Sicily", "IT"}, {"Quebec", "CA"}, {"Zanzibar", "TZ"}, {"Somaliland", "SO"}, {"Puntland", "SO"}, {"Helmand", "AF"}, {"Kandahar", "AF"}, {"Anbar", "IQ"}, {"District of Columbia", "US"}, {"Republika Srpska", "BA"}, {"Normandy", "FR"}, {"Balochistan", "PK"}, {"Silicon Valley", "US"}, {"New England", "US"},
}

// countryIDs returns the GeoNames identities of countries, from its table of
// countries (CC BY 4.0).
func countryIDs() map[string]int {
	ids := map[string]int{}
	for _, entry := range strings.Fields(geonamesCountries) {
		ids[entry[:2]], _ = strconv.Atoi(entry[2:])
	}
	return ids
}

const geonamesCountries = `AD3041565 AE290557 AF1149361 AG3576396 AI3573511 AL783754 AM174982 AO3351879 AQ6697173 AR3865483 AS5880801 AT2782113 AU2077456 AW3577279 AX661882
AZ587116 BA3277605 BB3374084 BD1210997 BE2802361 BF2361809 BG732800 BH290291 BI433561 BJ2395170 BL3578476 BM3573345 BN1820814 BO3923057 BQ7626844
BR3469034 BS3572887 BT1252634 BV3371123 BW933860 BY630336 BZ3582678 CA6251999 CC1547376 CD203312 CF239880 CG2260494 CH2658434 CI2287781 CK1899402
CL3895114 CM2233387 CN1814991 CO3686110 CR3624060 CU3562981 CV3374766 CW7626836 CX2078138 CY146669 CZ3077311 DE2921044 DJ223816 DK2623032 DM3575830
DO3508796 DZ2589581 EC3658394 EE453733 EG357994 EH2461445 ER338010 ES2510769 ET337996 FI660013 FJ2205218 FK3474414 FM2081918 FO2622320 FR3017382
GA2400553 GB2635167 GD3580239 GE614540 GF3381670 GG3042362 GH2300660 GI2411586 GL3425505 GM2413451 GN2420477 GP3579143 GQ2309096 GR390903 GS3474415
GT3595528 GU4043988 GW2372248 GY3378535 HK1819730 HM1547314 HN3608932 HR3202326 HT3723988 HU719819 ID1643084 IE2963597 IL294640 IM3042225 IN1269750
IO1282588 IQ99237 IR130758 IS2629691 IT3175395 JE3042142 JM3489940 JO248816 JP1861060 KE192950 KG1527747 KH1831722 KI4030945 KM921929 KN3575174
KP1873107 KR1835841 XK831053 KW285570 KY3580718 KZ1522867 LA1655842 LB272103 LC3576468 LI3042058 LK1227603 LR2275384 LS932692 LT597427 LU2960313
LV458258 LY2215636 MA2542007 MC2993457 MD617790 ME3194884 MF3578421 MG1062947 MH2080185 MK718075 ML2453866 MM1327865 MN2029969 MO1821275 MP4041468
MQ3570311 MR2378080 MS3578097 MT2562770 MU934292 MV1282028 MW927384 MX3996063 MY1733045 MZ1036973 NA3355338 NC2139685 NE2440476 NF2155115 NG2328926
NI3617476 NL2750405 NO3144096 NP1282988 NR2110425 NU4036232 NZ2186224 OM286963 PA3703430 PE3932488 PF4030656 PG2088628 PH1694008 PK1168579 PL798544
PM3424932 PN4030699 PR4566966 PS6254930 PT2264397 PW1559582 PY3437598 QA289688 RE935317 RO798549 RS6290252 RU2017370 RW49518 SA102358 SB2103350
SC241170 SD366755 SS7909807 SE2661886 SG1880251 SH3370751 SI3190538 SJ607072 SK3057568 SL2403846 SM3168068 SN2245662 SO51537 SR3382998 ST2410758
SV3585968 SX7609695 SY163843 SZ934841 TC3576916 TD2434508 TF1546748 TG2363686 TH1605651 TJ1220409 TK4031074 TL1966436 TM1218197 TN2464461 TO4032283
TR298795 TT3573591 TV2110297 TW1668284 TZ149590 UA690791 UG226074 UM5854968 US6252001 UY3439705 UZ1512440 VA3164670 VC3577815 VE3625428 VG3577718
VI4796775 VN1562822 VU2134431 WF4034749 WS4034894 YE69543 YT1024031 ZA953987 ZM895949 ZW878675`
