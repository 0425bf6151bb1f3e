/** Open-class words with a meaning that the stages need: kinds of people, bodies, events, places, and first names. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const phrases = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .trim()
      .split(/\s*,\s*/)
      .map((w) => w.trim()),
  )

/** Heads of the names of bodies ("Moscow Regional Committee", "Bank of England"). */
export const BODY_HEADS = set(
  `committee bureau party council congress parliament senate house assembly army navy company bank university college
   union society church ministry court league commission office agency department board government duma soviet academy
   institute association federation corporation club guild brigade corps fleet cabinet staff police executive legislature
   convention administration institution hospital school museum library press service front order communists
   republicans democrats liberals socialists anglicans presbyterians congregationalists quakers baptists
   methodists`,
)

/** Heads of the names of events and of acts, treaties and the like. */
export const EVENT_HEADS = set(
  `war wars revolution conference treaty peace act awakening battle siege massacre rebellion uprising crisis crusade crusades
   reformation renaissance enlightenment revolt campaign offensive armistice festival olympics plague pandemic election
   commune trial declaration constitution amendment resolution resolutions charter bill agreement pact truce purchase
   compromise proclamation edict rule article section depression era age`,
)

/** Bodies that meet on a date, and so are events as well. */
export const MEETINGS = set(
  'congress conference convention council assembly session meeting synod summit parliament',
)

export const PLACE_HEADS = set(
  `river sea ocean lake island islands mountain mountains mount valley city county street square bay gulf peninsula desert
   coast cape basin region province territory palace castle hill road forest colony colonies isle isles`,
)

/** Nouns for what a person is or does, in lower case before or after a name. */
export const ROLE_NOUNS = set(
  `minister president king queen tsar tsarina emperor empress pope bishop archbishop saint senator governor general colonel
   captain admiral commander leader lawyer merchant printer teacher professor scientist historian philosopher writer author
   poet painter artist composer musician actor director physician doctor surgeon nurse engineer inventor explorer traveller
   traveler sailor soldier monk priest preacher evangelist minister reverend clergyman cleric theologian missionary
   economist politician statesman diplomat ambassador judge justice chancellor mayor chairman chairwoman chair secretary
   editor reporter journalist publisher founder philanthropist reformer revolutionary revolutionist worker peasant farmer
   planter proprietor banker trader banker shopkeeper craftsman architect sculptor mathematician physicist
   chemist biologist botanist astronomer naturalist geographer prince princess duke earl count baron lord lady knight sultan
   sheikh chief prophet apostle disciple martyr member representative delegate spokesman adviser advisor heir son daughter
   brother sister wife husband father mother widow student pupil friend rival successor predecessor native ruler monarch
   kaiser caliph vizier freemason biographer novelist playwright critic scholar agitator senators successor pioneer`,
)

/** Words that stand before a name as its title; with them a name is a person's. */
export const TITLES = set(
  `mr mr. mrs mrs. ms ms. dr dr. st st. sir lord lady king queen prince princess tsar tsarina emperor empress pope bishop archbishop
   cardinal president senator governor general colonel captain lieutenant admiral minister professor saint comrade judge
   justice chancellor duke earl count baron reverend father brother sister mademoiselle madame monsieur kaiser sultan rev.
   representative congressman congresswoman speaker secretary ambassador old`,
)

/** Verbs that only people do, or bodies of people; as a subject of these a name is likely a person's. */
export const HUMAN_VERBS = set(
  `say tell declare write argue reply announce emphasize emphasise insist ask urge propose suggest believe think remark
   conclude add answer explain warn admit acknowledge recall recommend demand denounce praise polemize polemise quote
   note observe claim complain confess contend deny predict promise recount preach resign marry die compose paint invent
   edit publish coin teach study discover translate wonder foresee hope fear know speak object`,
)

/** Verbs that bring in what somebody said or wrote. */
export const SPEECH_VERBS = set(
  `say tell declare write argue reply announce emphasize emphasise insist ask urge remark conclude add answer explain warn
   admit recall demand note observe claim complain contend promise proclaim state exclaim cry`,
)

export const MONTH_OR_DAY = set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday
   friday saturday sunday`,
)

export const FIRST_NAMES = set(
  `aaron abigail abraham adam adolf agnes albert alexander alexandra alexei alfred alice andrei andrew anna anne anthony anton
   antonio arthur augustus barbara benjamin boris calvin caroline catherine charles charlotte christian christopher clara
   claude constantine daniel david diana dmitri donald dorothy edgar edmund edward eleanor elisabeth elizabeth emily emma
   eric ernest eva felix ferdinand florence francis frank franklin franz fred frederick friedrich galileo george
   georges gerald gilbert giovanni grace gregory guy hannah hans harold harriet harry helen henri henry herbert herman howard
   hugh hugo ida igor ilya immanuel isaac isabella ivan jack jacob jacques james jane jean jeremiah jimmy joan johann john
   jonathan jose joseph joshua juan judith julia julius karl kate konrad lawrence lenore leo leon leonard leonardo lewis louis
   louise lucy ludwig luther margaret maria marie mark martha martin mary matthew max michael michel miguel mikhail moses
   nancy napoleon nathaniel ned nicholas nikolai oliver oscar otto patrick paul pedro peter philip pierre rachel ralph
   raymond rebecca rene richard robert roger ronald rosa rudolf ruth samuel sarah sergei sigmund simon sophia stephen
   susan sylvia ted theodore theodosius thomas tim ulysses vasco victor victoria vincent virginia vladimir walter
   warren wilhelm william winston wolfgang yuri zachary hernan ibn muhammad ali hassan abu giuseppe marco vera olga
   leonid clement augustine ambrose voltaire aristotle plato socrates`,
)

const COUNTRIES = phrases(
  `Afghanistan, Albania, Algeria, Angola, Arabia, Argentina, Armenia, Austria, Austria-Hungary, Azerbaijan, Bangladesh, Belgium,
   Bolivia, Bosnia, Brazil, Britain, Great Britain, Bulgaria, Burma, Cambodia, Cameroon, Canada, Chile, China, Colombia, Congo,
   Cuba, Cyprus, Denmark, Ecuador, Egypt, England, Estonia, Ethiopia, Finland, France, Georgia, Germany, Ghana, Greece,
   Guatemala, Haiti, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kenya,
   Korea, Kuwait, Latvia, Lebanon, Libya, Lithuania, Madagascar, Malaysia, Mali, Mexico, Mongolia, Morocco, Mozambique, Myanmar,
   Nepal, Netherlands, New Zealand, Nigeria, Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Persia, Peru, Philippines,
   Poland, Portugal, Prussia, Romania, Russia, Scotland, Serbia, Siberia, Singapore, Somalia, Soviet Union, Spain, Sri Lanka,
   Sudan, Sweden, Switzerland, Syria, Taiwan, Tanzania, Thailand, Tunisia, Turkestan, Turkey, Uganda, Ukraine, United Kingdom,
   United States, Uruguay, Venezuela, Vietnam, Wales, Yemen, Yugoslavia, Zambia, Zimbabwe`,
)

const CITIES = phrases(
  `Amsterdam, Antwerp, Athens,
   Baghdad, Baku, Baltimore, Barcelona, Beijing, Berlin, Bombay, Boston, Brussels, Budapest, Buenos Aires, Cairo, Calcutta,
   Cambridge, Chicago, Cologne, Constantinople, Copenhagen, Damascus, Delhi, Dublin, Edinburgh, Florence, Frankfurt, Geneva,
   Genoa, Glasgow, Hamburg, Hong Kong, Istanbul, Jerusalem, Kiev, Kyiv, Leningrad, Lisbon, Liverpool, London, Los Angeles, Lyon,
   Madrid, Manchester, Marseilles, Mecca, Medina, Milan, Mombasa, Moscow, Munich, Naples, New York, New Orleans, Oxford, Paris,
   Petersburg, Petrograd, Philadelphia, Prague, Rome, Saint Petersburg, St. Petersburg, San Francisco, Seville, Shanghai, Sparta,
   Stockholm, Strasbourg, Tokyo, Toledo, Turin, Venice, Versailles, Vienna, Vladivostok, Warsaw, Washington, Zanzibar, Zurich, Savannah`,
)

const PARTS_OF_COUNTRIES = phrases(
  `Alabama,
   Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
   Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,
   Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode
   Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming`,
)

const REGIONS = phrases(
  `Africa, Asia, Europe, America, North America, South America, Latin America, Central America, Antarctica, Australia, Oceania,
   Mediterranean, Balkans, Caribbean, Caucasus, Crimea, Urals, Sahara, Holy Land, Middle East, Far East`,
)

/** What kind of place a well-known name is; '' for one that is not known. */
export function placeGrain(name: string): '' | 'country' | 'city' | 'part' | 'region' {
  if (COUNTRIES.has(name)) return 'country'
  if (CITIES.has(name)) return 'city'
  if (PARTS_OF_COUNTRIES.has(name)) return 'part'
  return REGIONS.has(name) ? 'region' : ''
}
