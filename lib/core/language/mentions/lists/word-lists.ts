/** Words that show what a name names, and words that names are not made of. Lists of facts; lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Heads of names of bodies: "Moscow Regional Committee", "Bank of England". */
export const BODY_HEADS = set(
  `committee bureau party parties council congress parliament senate house assembly army navy fleet company bank university college
   union unions society societies church ministry court courts league commission office agency department board government duma
   soviet academy institute association federation corporation club guild brigade corps cabinet staff police executive
   legislature convention administration institution hospital school museum library service order commissariat secretariat
   presidium directorate libraries universities schools banks companies clubs churches ministries hospitals museums circuit powers tribunal cheka trust syndicate cooperative exchange railway railways lodge observatory laboratory foundation
   firm works mill group team force forces guard guards regiment division battalion reichstag bundestag diet chamber
   consortium organization organisation authority bar inquisition abbey monastery synod mission red-cross reserve nations inc
   ltd corp co front faction fraction internationale international opposition treasury plc ag gmbh llc rail airlines airways lines
   motors industries holdings gallery survey archive archives registry constabulary orchestra choir confederation embassy
   baseball basketball hockey rugby broadcasting television studios pictures productions entertainment consulate seminary conservatory polytechnic infirmary workhouse alliance coalition diocese squadron legion militia network fund`,
)

/** Heads of names of what happened. */
export const EVENT_HEADS = set(
  `war wars revolution conference treaty peace awakening battle siege massacre rebellion uprising crisis crusade crusades
   reformation renaissance enlightenment revolt campaign offensive armistice festival olympics plague pandemic election
   elections commune trial agreement pact truce purchase compromise depression partition movement riot riots strike raid
   expedition exhibition exposition games cup famine flood fire earthquake coup putsch mutiny terror holocaust genocide
   migration sunday monday tuesday wednesday thursday friday saturday trek invasion conquest restoration summit congress-of settlement scandal affair party-of era age period accord
   accords negotiations protocol game bowl championship championships tournament marathon regatta derby awards contest draft proclamation march case day`,
)

/** Heads of names of texts: laws, papers, books. */
export const WORK_HEADS = set(
  `act bill constitution amendment code charter declaration gazette times herald tribune chronicle journal magazine review
   encyclopedia encyclopaedia bible quran koran manifesto testament gospel epic symphony sonata opera novel almanack almanac
   ordinance statute resolves papers letters memoir memoirs history dictionary news post telegraph star observer courier
   mercury advertiser examiner quarterly bulletin register record report origin decree rule resolution resolutions article psalm psalms articles transactions proceedings annals principles elements zeitung tageblatt
   rundschau anzeiger corriere revue gazzetta courrier`,
)

export const PLACE_HEADS = set(
  `river rivers sea ocean lake lakes island islands mountain mountains mount valley city county street square bay gulf peninsula
   desert coast cape basin region province territory palace castle hill hills road forest colony colonies isle isles strait
   straits channel canal bridge harbor harbour port fort state states kingdom empire republic avenue park gate tower
   cathedral abbey station airport falls plain plains plateau steppe delta sound point beach district oblast village town
   borough suburb row lane reef heights springs creek pole east west north south shore archipelago municipality trail sultanate caliphate duchy khanate emirate principality hall prison mansion house-of square museum garden gardens zoo library theater theatre stadium hotel temple
   cemetery commonwealth cities towns villages kingdoms empires provinces districts counties republics fen marshes moors loch
   fjord ridge canyon gorge oasis crescent terrace boulevard wharf pier reservoir dam estate highlands lowlands isthmus lighthouse path
   highway motorway caves woods meadows hemisphere pyramid turnpike expressway freeway parkway interstate beltway plaza mosque chapel
   shrine basilica monument arena mall airfield aqueduct tunnel lagoon glacier volcano prairie grove pond brook bayou mesa peak
   restaurant café brewery winery blvd ave rd hwy blvd. ave. rd. hwy.`,
)

/** Nouns for what a person is or does, in lower case beside a name. */
export const ROLE_NOUNS = set(
  `minister president king queen tsar tsarina emperor empress pope bishop archbishop saint senator governor general colonel
   captain admiral commander leader lawyer merchant printer teacher professor scientist historian philosopher writer author
   poet painter artist composer musician actor director physician doctor surgeon nurse engineer inventor explorer traveller
   traveler sailor soldier monk priest preacher evangelist reverend clergyman cleric theologian missionary economist
   politician statesman diplomat ambassador judge justice chancellor mayor chairman chairwoman chair secretary editor
   reporter journalist publisher founder philanthropist reformer revolutionary revolutionist worker peasant farmer planter
   proprietor banker trader shopkeeper craftsman architect sculptor mathematician physicist chemist biologist botanist
   astronomer naturalist geographer prince princess duke earl count baron lord lady knight sultan sheikh chief prophet
   apostle disciple martyr member representative delegate spokesman adviser advisor heir son daughter brother sister wife
   husband father mother widow student pupil friend rival successor predecessor native ruler monarch kaiser caliph vizier
   biographer novelist playwright critic scholar agitator pioneer commissar commissioner premier dictator deputy
   plaintiff defendant witness attorney clerk treasurer councillor councilor alderman sheriff apothecary astronomer chairperson
   spokeswoman chemist librarian curator headmaster headmistress owner manager assistant colleague nephew niece uncle aunt cousin boy girl man
   woman child officer lieutenant sergeant bolshevik communist socialist reporter lecturer zoologist geologist
   player coach singer actress footballer cricketer boxer swimmer athlete comedian dancer drummer rapper songwriter producer
   screenwriter designer photographer gymnast golfer wrestler cyclist pitcher goalkeeper midfielder shortstop outfielder
   quarterback nun friar hermit rabbi imam spy pirate hunter pilot astronaut cosmonaut entrepreneur slave filmmaker`,
)

/** A noun for a person by the list or by its ending: "baseman", "guitarist", "statistician". */
export const isRole = (noun: string): boolean =>
  ROLE_NOUNS.has(noun) ||
  (/[a-z]{3}(?:man|woman|ist|ician|ologist|ographer|keeper|wright)$/.test(noun) &&
    !/^(?:human|german|roman|ottoman|talisman|[a-z]*list|[a-z]*twist|[a-z]*wrist|heist|assist|[a-z]*sist|exist|waist|moist)$/.test(
      noun,
    ))

/** Capitalised words before a person's name. */
export const TITLES = set(
  `mr mr. mrs mrs. ms ms. dr dr. sir lord lady king queen prince princess tsar tsarina czar emperor empress pope bishop
   archbishop cardinal president senator governor general colonel captain lieutenant admiral minister professor prof. saint
   comrade judge justice chancellor duke count countess baron baroness marchioness marquis viscount reverend rev. father brother sister mademoiselle
   madame monsieur kaiser sultan representative congressman congresswoman speaker secretary ambassador doctor virgin
   col. gen. capt. lt. sgt. sergeant major commander marshal premier prime vice chief emir sheikh shah dame deputy
   commissar inspector mayor aunt uncle miss master herr frau don dom hon. gov. sen. rep. st. attorney councillor councilor
   cllr cllr. alderman sheriff chairman chairwoman superintendent constable rabbi imam abbot abbess provost rector vicar mme mme.
   mlle mlle. señor señora signor signora fräulein maharaja raja ayatollah archduke archduchess graf freiherr comte comtesse conte marchese vicomte corporal brigadier commodore`,
)
/** Titles that hold a place in the name itself: "Duke of Wellington". */
export const NOBLE = set(
  'duke earl count countess prince princess marquis marquess baron baroness viscount lord lady duchess',
)

/** Verbs that only people do, or bodies of people. */
export const HUMAN_VERBS = set(
  `say tell declare write argue reply announce emphasize emphasise insist ask urge propose suggest believe think remark
   conclude add answer explain warn admit acknowledge recall recommend demand denounce praise polemize polemise quote note
   observe claim complain confess contend deny predict promise recount preach resign marry die compose paint invent edit
   publish coin teach study discover translate wonder foresee hope fear know speak object refuse want live bear`,
)
/** Those among them that bodies do not do. */
export const PERSON_VERBS = set(
  'marry die paint compose preach bear live wonder translate resign invent teach hope remark smile laugh sit walk sleep',
)

export const PAPER_NOUNS = set(
  `newspaper journal magazine gazette periodical weekly daily monthly organ paper review book novel pamphlet play poem
   treatise memoir essay tract opera film autobiography biography series sitcom show movie miniseries documentary musical album song
   sequel remake soundtrack ballad hymn`,
)

/** Heads of titles that go on with "of" or "on": "Theory of the Earth", "Essays on Population". */
export const TITLE_HEADS = set(
  `theory treatise discourse studies study observations observation experiments illustrations outlines outline lectures researches
   inquiry enquiry inquiries essay essays vestiges dialogue dialogues sketches travels voyage voyages system manual handbook atlas catalogue
   meditations critique foundations method elements principles introduction memoirs memoir letters history histories natural-history
   account narrative description reflections considerations remarks thoughts notes anatomy philosophy grammar encyclopaedia
   encyclopedia dictionary lexicon origin descent wealth nature view views tales poems songs adventures life lives confessions
   rise decline conquest genealogy phenomenology logic structure art portrait rudiments institutes commentaries commentary
   speculations disquisition disquisitions dissertation thesis theses survey anthology chronicle chronicles annals`,
)

/** Owners within names: "People’s Commissar", "Women’s Battalion". */
export const OWNERS = set(
  `people peoples women men children workers farmers king queen owners peasants soldiers sailors saint nobles citizens
   consumers producers veterans masters world years hundred days`,
)

/** Heads that go on with "and", "for": "Ministry of Agriculture and Fisheries", "Commissariat for Foreign Affairs". */
export const OFFICE_HEADS = set(
  `department ministry board office committee commissariat council commission bureau secretary minister commissar society
   association institute union party agency court administration organization organisation fund soviet congress`,
)

export const PARTICLES =
  /^(?:de|von|van|der|den|la|le|du|da|di|del|della|ibn|bin|al|el|ben|zu|af|dos|des|ter)$/

export const NOT_NAMES = set(
  `i january february march april may june july august september october november december monday tuesday wednesday
   thursday friday saturday sunday god chapter figure table section part introduction conclusion note notes page mr mrs
   bc bce ad ce am pm ii iii iv vi vii viii ix xi xii xiii`,
)

export const FUNCTION_WORDS = set(
  `a an the this that these those he she it they we you his her its their our your my me him them us who whom whose which
   what when where why how if though although because since while after before until unless as than then thus so but and or
   nor yet for from of in on at by to with without within into onto upon under over above below between among amid against
   about around during through throughout across along toward towards behind beyond beside besides despite near off out up
   down is are was were be been being am do does did done has have had having will would shall should may might must can
   could not no yes never ever always often sometimes once twice here there now again also too only even just still
   already soon later earlier all both each every either neither some any many much more most few fewer less least several
   other others another such same own one two three four five six seven eight nine ten first second third last next
   however moreover furthermore therefore indeed perhaps meanwhile nevertheless nonetheless instead otherwise finally
   let like unlike according due per via et etc far well very quite rather today yesterday tomorrow nothing something
   everything anything nobody somebody everybody anyone someone everyone none whether hence whereas whatever whoever
   eventually initially originally recently currently generally typically usually additionally similarly`,
)
