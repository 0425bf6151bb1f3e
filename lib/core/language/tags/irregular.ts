/** Forms that no rule of endings leads back: past tenses, participles and plurals of the older sort. */

/** Base, past tense, participle where it differs; several forms of one kind with a stroke between. */
const VERBS = `
arise arose arisen; awake awoke awoken; be was/were been; bear bore borne/born; beat beat beaten; become became become;
befall befell befallen; beget begot begotten; begin began begun; behold beheld; bend bent; bereave bereft; beseech besought;
bespeak bespoke bespoken; bestride bestrode bestridden; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown;
break broke broken; breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
cleave clove/cleft cloven; cling clung; come came come; creep crept; deal dealt; dig dug; do did done; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt;
fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone;
grind ground; grow grew grown; hang hung; have had; hear heard; hew hewed hewn; hide hid hidden; hold held; keep kept; kneel knelt;
know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; lie lay lain; light lit; lose lost;
make made; mean meant; meet met; melt melted molten; mow mowed mown; pay paid; plead pled; prove proved proven; rend rent; ride rode ridden;
ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; sew sewed sewn;
shake shook shaken; shear shore shorn; shine shone; shoe shod; shoot shot; show showed shown; shrink shrank shrunk/shrunken; sing sang sung;
sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung; slink slunk; smell smelt; smite smote smitten; sow sowed sown;
speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; spoil spoilt; spring sprang sprung; stand stood;
steal stole stolen; stick stuck; sting stung; stink stank stunk; stride strode stridden; strike struck stricken; string strung; strive strove striven;
swear swore sworn; sweep swept; swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
think thought; throw threw thrown; tread trod trodden; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound;
wring wrung; write wrote written`

/** Before a verb of the list it makes another that goes the same way: overcame, withstood, rebuilt. */
const PREFIX = /^(?:under|over|fore|with|inter|out|mis|un|re|up|off)(?=\p{L}{3})/u

const PLURALS = `
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; louse lice; ox oxen; criterion criteria;
phenomenon phenomena; analysis analyses; basis bases; crisis crises; hypothesis hypotheses; thesis theses; synthesis syntheses; axis axes; oasis oases;
bacterium bacteria; nucleus nuclei; fungus fungi; stimulus stimuli; alumnus alumni; larva larvae; vertebra vertebrae; wolf wolves; wife wives; life lives;
knife knives; half halves; leaf leaves; shelf shelves; loaf loaves; thief thieves; calf calves; hoof hooves; elf elves; self selves; wharf wharves`

/** Auxiliaries cut off their word, with the apostrophe lost. */
const CUT_OFF = new Map([
  ['s', 'be'],
  ['m', 'be'],
  ['r', 'be'],
  ['re', 'be'],
  ['ve', 'have'],
  ['ll', 'will'],
])

function basesOf(list: string): ReadonlyMap<string, string> {
  const bases = new Map<string, string>()
  for (const entry of list.split(';')) {
    const [base = '', ...forms] = entry.trim().split(/\s+/)
    for (const form of forms.flatMap((some) => some.split('/'))) bases.set(form, base)
  }
  return bases
}

const ofVerbs = basesOf(VERBS)
const ofPlurals = basesOf(PLURALS)

/** The lemma of a form in small letters under a tag ("VBD|VERB"), where it is on a list; else null. */
export function irregularLemma(form: string, tag: string): string | null {
  if (tag.startsWith('NNS')) return ofPlurals.get(form) ?? compound(form)
  if (tag.endsWith('|AUX') && CUT_OFF.has(form)) return CUT_OFF.get(form) ?? null
  if (!/^VB[DN]/.test(tag)) return null
  const own = ofVerbs.get(form)
  if (own !== undefined) return own
  const prefix = PREFIX.exec(form)?.[0] ?? ''
  const stem = prefix === '' ? undefined : ofVerbs.get(form.slice(prefix.length))
  return stem === undefined ? null : prefix + stem
}

/** Policemen, gentlewomen, grandchildren. */
function compound(form: string): string | null {
  const found = /^(\p{L}{3,})(men|women|children)$/u.exec(form)
  return found ? `${found[1]}${ofPlurals.get(found[2] ?? '') ?? ''}` : null
}
