"""Words that tell place names from the names of people, bodies and papers."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> dict[str, str]:
    """Read ``head = phrase, phrase`` lines into phrase -> head."""
    table = {}
    for line in text.strip().replace("\n  ", " ").splitlines():
        head, _, rest = line.partition("=")
        for phrase in rest.split(","):
            table[phrase.strip()] = head.strip()
    return table


SITE_HEADS: Final = _phrases("""
air base = air base, airbase, airfield, airfields, air station, air force base, air force station, afb,
  military airport, military airfield
base = base, military base, army base, naval base, military camp, army camp, barracks, garrison, military
  barracks, outpost, military post, army barracks, military outpost, training ground, military complex
airport = airport, international airport, airstrip
crossing = crossing, border crossing, border gate, border post
checkpoint = checkpoint, check post, checkpost, roadblock
camp = camp, refugee camp, displacement camp, idp camp, camps, detention camp
hospital = hospital, medical center, medical centre, clinic, medical complex, hospital complex
prison = prison, jail, correctional facility, detention center, detention centre, penitentiary
port = port, harbor, harbour, seaport
plant = refinery, oil refinery, power plant, power station, nuclear plant, nuclear power plant, oil field,
  oilfield, gas field, mine, gold mine, factory, oil terminal, steel plant, processing facility, steelworks
dam = dam
bridge = bridge
religious = mosque, church, cathedral, synagogue, temple, shrine, monastery
school = school, high school, elementary school, primary school, secondary school, college, university,
  academy, campus
market = market, bazaar, souk, mall, shopping mall, shopping center, shopping centre, supermarket
street = street, square, road, avenue, highway, roundabout, boulevard, junction, corridor, intersection, beach
building = hotel, stadium, station, railway station, train station, bus station, metro station, restaurant,
  nightclub, compound, building, tower, theatre, theater, palace, embassy, consulate, cemetery, police
  station, park, museum, concert hall, gardens, headquarters
""")
"""Head nouns of sites, as they follow a name, with the one word each stands for."""

AREA_HEADS: Final = _phrases("""
province = province, governorate, oblast, region, state, department, prefecture, krai, provinces, oblasts
district = district, county, raion, subdistrict, sub-district, municipality, commune, township, tehsil,
  woreda, zone, cercle, territory, chiefdom, regency, local government area, districts, neighborhood,
  neighbourhood, suburb, quarter, parish, area, borough
town = city, town, village, hamlet, settlement, kibbutz, villages
area = valley, mountains, mountain, desert, forest, island, islands, peninsula, river, strait, gulf, sea,
  lake, plain, plains, delta, hills, heights, mountain range, basin
""")
"""Head nouns of areas and towns, as they follow a name."""

HEADS_BEFORE_OF: Final = _phrases("""
province = province, governorate, region, state, department, provinces
district = district, districts, county, municipality, township, neighborhood, neighbourhood, suburb, suburbs,
  area, areas, localities, commune, territory
town = city, town, village, towns, villages, hamlet, settlement, kibbutz, capital, port city, outskirts, cities
""")
"""Head nouns that come before ``of NAME``."""

LEADING_HEADS: Final = _phrases("""
base = camp, fort, fob
area = lake, mount, mt, jabal, jebel, wadi, gulf, cape
town = kibbutz, moshav, kafr, tell, deir, khirbet, beit, kfar, puerto, umm, ain, khan, port, tal, barangay
""")
"""Words with which place names begin."""

COMPASS: Final = _words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west "
    "north-eastern north-western south-eastern south-western upper lower greater downtown mid rural coastal far",
)

STRONG_PREPOSITIONS: Final = _words("in at near outside around inside across throughout within into toward towards")
WEAK_PREPOSITIONS: Final = _words(
    "from to of between through over on against hit struck shelled targeted bombed attacked entered captured "
    "seized left via reached leaving besieged around off and including retook stormed overran recaptured took",
)
BETWEEN: Final = (
    _words("the a an nearby neighboring neighbouring northern southern eastern western central downtown") | COMPASS
)

FUNCTION_WORDS: Final = _words(
    "the a an in at on of to from for by with and or but as if when while after before since until near this that "
    "these those it its he she they his her their there here both all some many most more no not one two three "
    "four five six seven eight nine ten dozens scores hundreds several meanwhile however also earlier later last "
    "next new old former suspected alleged local state federal national armed police gunmen militants rebels "
    "troops soldiers fighters security forces officials residents witnesses authorities at least who what where "
    "why how according another other",
)
"""Words that open a sentence with a capital and are no part of a name."""

LINKS: Final = _words(
    "the a an in at on of to from for by with and or but as if when while after before since until near this that "
    "who which where is was were are has have had will would could can may might not also later about against "
    "over than then last next between during amid despite because",
)
"""Words that cannot be the noun a modifier belongs to."""

DAYS_AND_MONTHS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec easter christmas "
    "ramadan eid ashura nowruz passover hanukkah",
)

FAITHS: Final = _words(
    "catholic orthodox christian muslim islamic shia shiite sunni jewish hindu sikh buddhist coptic baptist "
    "protestant anglican methodist evangelical ahmadi sufi local main military army police public private "
    "government state federal national royal presidential international central general high supreme first second "
    "us american iraqi",
)
"""Words that say what sort of site it is, not which: *a Catholic church*, *the Military Hospital*."""

TITLES: Final = _words(
    "president prime minister general gen lt lieutenant colonel col maj major captain capt sgt sergeant brigadier "
    "brig admiral adm cmdr mr mrs ms miss dr sheikh shaikh ayatollah imam mullah maulana mufti secretary senator "
    "sen rep congressman ambassador governor gov mayor king prince princess queen pope commander spokesman "
    "spokeswoman spokesperson chief judge justice father bishop archbishop rev reverend sir lord commissioner "
    "inspector professor prof chancellor emir haji hajji deputy cpl corporal pvt private officer superintendent "
    "constable detective sheriff pastor patriarch premier lawmaker activist journalist analyst chairman director "
    "lawyer reporter leader named called teenager victim agent st-sgt pfc spc airman marshal comrade",
)

ORG_WORDS: Final = _words(
    "army armies ministry minister force forces front party movement brigade brigades agency news radio tv "
    "television times post journal herald tribune gazette bank council committee commission organization "
    "organisation union association federation group command police observatory institute foundation fund court "
    "parliament senate congress assembly government department office bureau league alliance coalition corps "
    "guard guards militia militias legion battalion regiment division defense defence intelligence service "
    "services authority administration telegraph guardian airlines airways company corporation corp inc ltd club "
    "fc united network channel press media broadcasting watch mission rights crescent cross health affairs "
    "operation operations treaty accord agreement accords war wars revolution uprising resistance mobilization "
    "mobilisation daily weekly independent monitor review centre center society trust cup championship league "
    "jihad islamic taliban caliphate cartel gang mafia squad squadron fleet navy supporters unit units liberation "
    "democratic republican constitution act law protocol plan summit conference olympics games awakening "
    "hezbollah",
)

SPEECH_VERBS: Final = _words(
    "said says say told tells added adds claimed claims denied denies accused accuses accusing blamed blames "
    "condemned condemns warned warns vowed vows urged urges announced announces insisted insists "
    "wants wanted responded responds retaliated rejects rejected considers sees believes agreed hopes "
    "demanded demands",
)

NEVER_PLACES: Final = _words(
    "hamas fatah hezbollah hizbullah taliban islam sunni sunnis shia shiite shiites shi'a shi'ite kurd kurds "
    "kurdish arab arabs muslim muslims christian christians jew jews jewish houthi houthis shabaab isis isil "
    "daesh qaeda qaida pkk ypg sdf idf allah god jihad nato un eu au us-led reuters afp ap bbc cnn rt tass "
    "interfax xinhua anadolu sana irna dpa mr mrs wagner azov alawite alawites druze yazidi yazidis rohingya "
    "hazara hazaras pashtun tuareg fulani hutu tutsi hausa maoist maoists naxalite naxalites naxals bjp ira eta "
    "farc eln mossad cia fbi mi5 mi6 kgb fsb sbu gru isi irgc quds basij peshmerga janjaweed rsf saf m23 adf fdlr "
    "jnim isgs iswap ipob mend tehreek lashkar jaish jamaat ansar sharia katyusha grad scud shahed kalashnikov "
    "patriot humvee tomahawk hellfire iskander kinzhal kalibr himars toyota hilux covid facebook twitter telegram "
    "youtube google bitcoin internet english french spanish telegraph eid haj hajj koran quran bible torah "
    "ottoman soviet nazi nazis cold olympic mariya asian european african western eastern northern southern "
    "american americans",
)
"""Names of groups, peoples, agencies and weapons that some place or other also bears."""

METONYMS: Final = _words("pentagon kremlin whitehouse westminster") | {"white house", "capitol hill", "downing street"}
"""Sites that mostly stand for those who sit there; wanted only after a preposition of place."""

ORG_PHRASES: Final = re.compile(
    r"\b(?:"
    r"Islamic State(?: group)?(?: (?:of|in|and) (?:(?:the|Greater) )*(?:Iraq|Syria|Levant|Khorasan|Sahara|West Africa|"
    r"Central Africa|Sahel|Libya|Sinai|Somalia|Yemen)(?: and (?:the )?(?:Levant|Syria|al-Sham|Sham))?)?"
    r"|(?:Islamic State )?West Africa(?:n)? Province|(?:Islamic State )?Khorasan Province|"
    r"Sinai Province(?= claimed| said|,? an)"
    r"|[Aa]l-?[ -]?(?:Qaeda|Qaida|Qa'ida) (?:in|of) (?:the )?"
    r"(?:Islamic Maghreb|Arabian Peninsula|Indian Subcontinent|Iraq|Maghreb)"
    r"|(?:New York|Los Angeles|Washington|Moscow|Jerusalem|Kyiv|Kiev|Bangkok|Japan|Khaleej|"
    r"Sunday|Financial|Irish|Straits|"
    r"Asia|Baghdad|Tehran|Hindustan|Sudan|Seattle|Boston|Chicago|Houston|Miami|Denver|San Francisco|"
    r"Dallas|Kuwait|Jakarta|"
    r"Arab|Gulf|South China Morning|Phnom Penh|Yemen|Kabul|Daily|Philippine Daily)"
    r" (?:Times|Post|Globe|Tribune|Herald|Chronicle|News|Independent|Inquirer|Standard|Examiner|Star|Journal|Telegraph)"
    r"|Times of (?:India|Israel|Malta|London)|Voice of America|Wall Street Journal|Long War Journal|Radio Free \w+"
    r"|United Nations|European Union|African Union|Arab League|Organi[sz]ation of American States|United Arab List"
    r"|Doctors Without Borders|Amnesty International|Human Rights Watch|Save the Children|World Vision"
    r"|(?:Free|Lebanese|Iraqi|Syrian|Afghan|Kachin|Arakan|Karen) (?:\w+ ){0,2}(?:Army|Forces)"
    r"|Muslim Brotherhood|(?:Tehrik|Tehreek)[- ]\w+[- ]Taliban(?: Pakistan)?|Balochistan Liberation Army"
    r"|Army of (?:Conquest|Islam|Christ)|Party of God|Lord's Resistance Army"
    r"|Bank of (?:Israel|England|America|China|Japan)"
    r"|Associated Press|Agence France[- ]Presse|France[- ]Presse|France 24|Air France"
    r"|Al Jazeera|Al Arabiya|Sky News|Fox News"
    r"|Good Friday|Palm Sunday|Black Friday|Holy See|Victoria Cross|Cold War|World War(?: I+| One| Two)?"
    r"|Security Council|Popular Mobili[sz]ation (?:Forces|Units)|Mother of God|Kata'?ib \w+|Boko Haram|Abu Sayyaf"
    r")\b",
)
"""Bodies, papers and groups whose names hold a place name."""
