"""Countries with the adjectives and the names of their people: a closed class of English.

Sources: the country names and adjectives of the CIA World Factbook ("Country name", "Nationality") and, for
states that are no more, common dictionaries.
"""

from __future__ import annotations

from functools import cache

from generator.sources.names import NameIndex, normal_form

# country (its other names) | adjectives and people
_TABLE = """
Afghanistan|Afghan,Afghans
Albania|Albanian,Albanians
Algeria|Algerian,Algerians
Andorra|Andorran,Andorrans
Angola|Angolan,Angolans
Argentina|Argentine,Argentines,Argentinian,Argentinians
Armenia|Armenian,Armenians
Australia|Australian,Australians
Austria|Austrian,Austrians
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris
Bahamas|Bahamian,Bahamians
Bahrain|Bahraini,Bahrainis
Bangladesh|Bangladeshi,Bangladeshis
Barbados|Barbadian,Barbadians
Belarus|Belarusian,Belarusians,Belarussian,Belarussians
Belgium|Belgian,Belgians
Belize|Belizean,Belizeans
Benin|Beninese
Bhutan|Bhutanese
Bolivia|Bolivian,Bolivians
Bosnia;Bosnia and Herzegovina;Bosnia-Herzegovina|Bosnian,Bosnians
Botswana|Botswanan
Brazil|Brazilian,Brazilians
Britain;United Kingdom;UK;U.K.;Great Britain|British,Briton,Britons
Brunei|Bruneian,Bruneians
Bulgaria|Bulgarian,Bulgarians
Burkina Faso|Burkinabe
Burma|Burmese
Burundi|Burundian,Burundians
Cambodia|Cambodian,Cambodians
Cameroon|Cameroonian,Cameroonians
Canada|Canadian,Canadians
Chad|Chadian,Chadians
Chile|Chilean,Chileans
China;People's Republic of China|Chinese
Colombia|Colombian,Colombians
Congo;Democratic Republic of Congo;Democratic Republic of the Congo;DRC|Congolese
Costa Rica|Costa Rican,Costa Ricans
Croatia|Croatian,Croatians,Croat,Croats
Cuba|Cuban,Cubans
Cyprus|Cypriot,Cypriots
Czech Republic;Czechia|Czech,Czechs
Czechoslovakia|Czechoslovak,Czechoslovaks
Denmark|Danish,Dane,Danes
Djibouti|Djiboutian
Dominican Republic|Dominican,Dominicans
East Germany|East German,East Germans
East Timor;Timor-Leste|Timorese
Ecuador|Ecuadorian,Ecuadorians,Ecuadorean,Ecuadoreans
Egypt|Egyptian,Egyptians
El Salvador|Salvadoran,Salvadorans,Salvadorean
England|English,Englishman,Englishmen
Eritrea|Eritrean,Eritreans
Estonia|Estonian,Estonians
Ethiopia|Ethiopian,Ethiopians
Fiji|Fijian,Fijians
Finland|Finnish,Finn,Finns
France|French,Frenchman,Frenchmen
Gabon|Gabonese
Gambia;The Gambia|Gambian,Gambians
Georgia|Georgian,Georgians
Germany;Federal Republic of Germany|German,Germans
Ghana|Ghanaian,Ghanaians
Greece|Greek,Greeks
Grenada|Grenadian
Guatemala|Guatemalan,Guatemalans
Guinea|Guinean,Guineans
Guyana|Guyanese
Haiti|Haitian,Haitians
Honduras|Honduran,Hondurans
Hong Kong|Hongkonger,Hongkongers
Hungary|Hungarian,Hungarians
Iceland|Icelandic,Icelander,Icelanders
India|Indian,Indians
Indonesia|Indonesian,Indonesians
Iran;Islamic Republic of Iran|Iranian,Iranians
Iraq|Iraqi,Iraqis
Ireland;Republic of Ireland|Irish,Irishman,Irishmen
Israel|Israeli,Israelis
Italy|Italian,Italians
Ivory Coast;Côte d'Ivoire|Ivorian,Ivorians
Jamaica|Jamaican,Jamaicans
Japan|Japanese
Jordan|Jordanian,Jordanians
Kazakhstan|Kazakh,Kazakhs,Kazakhstani
Kenya|Kenyan,Kenyans
Kosovo|Kosovar,Kosovars,Kosovan
Kuwait|Kuwaiti,Kuwaitis
Kyrgyzstan|Kyrgyz
Laos|Laotian,Laotians
Latvia|Latvian,Latvians
Lebanon|Lebanese
Lesotho|Basotho
Liberia|Liberian,Liberians
Libya|Libyan,Libyans
Liechtenstein|
Lithuania|Lithuanian,Lithuanians
Luxembourg|Luxembourger,Luxembourgers
Macedonia;North Macedonia|Macedonian,Macedonians
Madagascar|Malagasy
Malawi|Malawian,Malawians
Malaysia|Malaysian,Malaysians
Maldives|Maldivian,Maldivians
Mali|Malian,Malians
Malta|Maltese
Mauritania|Mauritanian,Mauritanians
Mauritius|Mauritian,Mauritians
Mexico|Mexican,Mexicans
Moldova|Moldovan,Moldovans
Monaco|Monegasque
Mongolia|Mongolian,Mongolians
Montenegro|Montenegrin,Montenegrins
Morocco|Moroccan,Moroccans
Mozambique|Mozambican,Mozambicans
Myanmar|
Namibia|Namibian,Namibians
Nepal|Nepalese,Nepali
Netherlands;Holland|Dutch,Dutchman,Dutchmen
New Zealand|New Zealander,New Zealanders
Nicaragua|Nicaraguan,Nicaraguans
Niger|Nigerien
Nigeria|Nigerian,Nigerians
North Korea;DPRK;N. Korea|N. Korean,North Korean,North Koreans
Northern Ireland|Northern Irish
Norway|Norwegian,Norwegians
Oman|Omani,Omanis
Pakistan|Pakistani,Pakistanis
Palestine|Palestinian,Palestinians
Panama|Panamanian,Panamanians
Papua New Guinea|Papua New Guinean
Paraguay|Paraguayan,Paraguayans
Peru|Peruvian,Peruvians
Philippines|Philippine,Filipino,Filipinos,Filipina
Poland|Polish,Pole,Poles
Portugal|Portuguese
Puerto Rico|Puerto Rican,Puerto Ricans
Qatar|Qatari,Qataris
Romania|Romanian,Romanians
Russia;Russian Federation|Russian,Russians
Rwanda|Rwandan,Rwandans
Saudi Arabia;Kingdom of Saudi Arabia|Saudi,Saudis,Saudi Arabian
Scotland|Scottish,Scot,Scots
Senegal|Senegalese
Serbia|Serbian,Serbians,Serb,Serbs
Sierra Leone|Sierra Leonean
Singapore|Singaporean,Singaporeans
Slovakia|Slovak,Slovaks,Slovakian
Slovenia|Slovenian,Slovenians,Slovene,Slovenes
Somalia|Somali,Somalis
South Africa;S. Africa|S. African,South African,South Africans
South Korea;Republic of Korea;S. Korea|S. Korean,South Korean,South Koreans
South Sudan|South Sudanese
Soviet Union;USSR|Soviet,Soviets
Spain|Spanish,Spaniard,Spaniards
Sri Lanka|Sri Lankan,Sri Lankans
Sudan|Sudanese
Suriname;Surinam|Surinamese
Sweden|Swedish,Swede,Swedes
Switzerland|Swiss
Syria|Syrian,Syrians
Taiwan|Taiwanese
Tajikistan|Tajik,Tajiks
Tanzania|Tanzanian,Tanzanians
Thailand|Thai,Thais
Tibet|Tibetan,Tibetans
Togo|Togolese
Trinidad and Tobago|Trinidadian
Tunisia|Tunisian,Tunisians
Turkey;Türkiye|Turkish,Turk,Turks
Turkmenistan|Turkmen
Uganda|Ugandan,Ugandans
Ukraine|Ukrainian,Ukrainians
United Arab Emirates;UAE;U.A.E.|Emirati,Emiratis
United States;United States of America;U.S.;US;USA;U.S.A.;America|American,Americans
Uruguay|Uruguayan,Uruguayans
Uzbekistan|Uzbek,Uzbeks
Vatican;Vatican City|
Venezuela|Venezuelan,Venezuelans
Vietnam|Vietnamese
Wales|Welsh,Welshman,Welshmen
West Germany|West German,West Germans
Yemen|Yemeni,Yemenis
Yugoslavia|Yugoslav,Yugoslavs,Yugoslavian
Zambia|Zambian,Zambians
Zimbabwe|Zimbabwean,Zimbabweans
"""

# Continents and regions, whose adjectives are linked in the same way.
_REGIONS = """
Africa|African,Africans
American Samoa|
British Columbia|
British Virgin Islands|
French Guiana|
French Polynesia|
Antarctica|Antarctic
Asia|Asian,Asians
Chechnya|Chechen,Chechens
Crimea|Crimean,Crimeans
Europe|European,Europeans
Kashmir|Kashmiri,Kashmiris
Latin America|Latin American,Latin Americans
Middle East|Middle Eastern
North America|North American,North Americans
Quebec|Quebecer,Quebecers
Siberia|Siberian
South America|South American,South Americans
Catalonia|Catalan,Catalans
Bavaria|Bavarian,Bavarians
Sicily|Sicilian,Sicilians
Texas;Tex.;TX|Texan,Texans
California;Calif.;CA|Californian,Californians
Caribbean|
Balkans|Balkan
West|Western
"""

# States of the US with the abbreviations of the Associated Press and of the post.
_STATES = """
Alabama;Ala.;AL|Alabaman,Alabamans
Alaska;AK|Alaskan,Alaskans
Arizona;Ariz.;AZ|Arizonan,Arizonans
Arkansas;Ark.;AR|
Colorado;Colo.;CO|Coloradan,Coloradans
Connecticut;Conn.;CT|
Delaware;Del.;DE|
Florida;Fla.;FL|Floridian,Floridians
Hawaii;HI|Hawaiian,Hawaiians
Idaho;ID|
Illinois;Ill.;IL|
Indiana;Ind.;IN|
Iowa;IA|Iowan,Iowans
Kansas;Kan.;KS|Kansan,Kansans
Kentucky;Ky.;KY|Kentuckian,Kentuckians
Louisiana;La.;LA|
Maine;ME|
Maryland;Md.;MD|
Massachusetts;Mass.;MA|
Michigan;Mich.;MI|
Minnesota;Minn.;MN|Minnesotan,Minnesotans
Mississippi;Miss.;MS|
Missouri;Mo.;MO|
Montana;Mont.;MT|
Nebraska;Neb.;NE|Nebraskan,Nebraskans
Nevada;Nev.;NV|Nevadan,Nevadans
New Hampshire;N.H.;NH|
New Jersey;N.J.;NJ|
New Mexico;N.M.;NM|
New York;N.Y.;NY|New Yorker,New Yorkers
North Carolina;N.C.;NC|
North Dakota;N.D.;ND|
Ohio;OH|Ohioan,Ohioans
Oklahoma;Okla.;OK|Oklahoman,Oklahomans
Oregon;Ore.;OR|Oregonian,Oregonians
Pennsylvania;Pa.;PA|Pennsylvanian,Pennsylvanians
Rhode Island;R.I.;RI|
South Carolina;S.C.;SC|
South Dakota;S.D.;SD|
Tennessee;Tenn.;TN|
Utah;UT|
Vermont;Vt.;VT|Vermonter,Vermonters
Virginia;Va.;VA|Virginian,Virginians
Washington state;Wash.;WA|
West Virginia;W.Va.;W. Va.;WV|
Wisconsin;Wis.;Wisc.;WI|
Wyoming;Wyo.;WY|
District of Columbia;D.C.;DC|
"""

# Peoples, faiths and parties: names of groups that belong to no one country.
GROUP_WORDS = frozenset(
    [
        "arab",
        "arabs",
        "arabian",
        "kurd",
        "kurds",
        "kurdish",
        "jew",
        "jews",
        "jewish",
        "muslim",
        "muslims",
        "islamic",
        "islamist",
        "islamists",
        "christian",
        "christians",
        "catholic",
        "catholics",
        "protestant",
        "protestants",
        "sunni",
        "sunnis",
        "shiite",
        "shiites",
        "shia",
        "hindu",
        "hindus",
        "sikh",
        "sikhs",
        "buddhist",
        "buddhists",
        "mormon",
        "mormons",
        "evangelical",
        "evangelicals",
        "orthodox",
        "anglican",
        "anglicans",
        "methodist",
        "methodists",
        "baptist",
        "baptists",
        "hutu",
        "hutus",
        "tutsi",
        "tutsis",
        "tamil",
        "tamils",
        "basque",
        "basques",
        "zulu",
        "zulus",
        "roma",
        "gypsy",
        "gypsies",
        "republican",
        "republicans",
        "democrat",
        "democrats",
        "democratic",
        "conservative",
        "conservatives",
        "labour",
        "tory",
        "tories",
        "liberal",
        "liberals",
        "socialist",
        "socialists",
        "communist",
        "communists",
        "marxist",
        "marxists",
        "nazi",
        "nazis",
        "hispanic",
        "hispanics",
        "latino",
        "latinos",
        "african-american",
        "african-americans",
        "asian-american",
        "asian-americans",
        "scandinavian",
        "scandinavians",
        "nordic",
        "slavic",
        "slavs",
        "maronite",
        "maronites",
        "druze",
        "alawite",
        "alawites",
        "yazidi",
        "yazidis",
        "uighur",
        "uighurs",
        "uyghur",
        "uyghurs",
        "rohingya",
    ]
)


_PEOPLES = """
arab arabs kurd kurds kurdish jew jews jewish muslim muslims sunni sunnis shiite shiites hindu hindus
sikh sikhs buddhist buddhists hutu hutus tutsi tutsis tamil tamils zulu zulus uighur uighurs
uyghur uyghurs rohingya
"""


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    places: dict[str, str] = {}
    peoples: dict[str, str] = {}
    for row in (_TABLE + _REGIONS + _STATES).split("\n"):
        names, _, adjectives = row.partition("|")
        country = normal_form(names.split(";")[0])
        places.update({normal_form(name): country for name in names.split(";") if name})
        peoples.update({normal_form(name): country for name in adjectives.split(",") if name})
    return places, peoples


def country_of(name: str) -> str | None:
    """A key for the country or region that `name` names ("U.S." and "United States" share one), or None."""
    return _forms()[0].get(normal_form(name).removeprefix("the "))


def country_of_people(name: str) -> str | None:
    """The key of the country or region whose adjective or people `name` is, or None."""
    return _forms()[1].get(normal_form(name))


def is_country(name: str) -> bool:
    """Whether `name` is a country, in full and by itself."""
    return normal_form(name).removeprefix("the ") in _country_forms()


@cache
def _country_forms() -> frozenset[str]:
    names = (row.partition("|")[0] for row in _TABLE.split("\n"))
    return frozenset(normal_form(name) for row in names for name in row.split(";") if name)


@cache
def gazetteer() -> NameIndex:
    """Finds countries, their adjectives and their peoples; key 0 is a place, 1 a group."""
    rows = [row.partition("|") for row in _TABLE.split("\n") if row]
    places = [(name, 0) for names, _, _ in rows for name in names.split(";")]
    places += [(row.rstrip("|"), 0) for row in _REGIONS.split("\n") if " " in row and row.endswith("|")]
    peoples = [(name, 1) for _, _, adjectives in rows for name in adjectives.split(",") if name]
    return NameIndex(places + peoples + [(word.title(), 1) for word in _PEOPLES.split()])


def is_group(name: str) -> bool:
    """Whether `name` is a nationality, a people, a faith or a party's members."""
    form = normal_form(name)
    return form in _forms()[1] or form in GROUP_WORDS
