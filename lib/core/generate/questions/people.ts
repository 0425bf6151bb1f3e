/** Common nouns that are asked with "who". */
import { ROLE_NOUNS } from '@/lib/core/language/lexicon'

const HUMAN = new Set(
  (
    'people person man woman child boy girl colonist settler immigrant slave citizen voter crowd mob soldier troop ' +
    'merchant trader worker peasant official officer leader delegate protester rebel patriot loyalist governor framer ' +
    'founder author scholar historian scientist researcher student teacher doctor judge justice jury juror lawyer ' +
    'defendant plaintiff legislator lawmaker senator congressman ruler sultan king queen emperor elite gentry artisan ' +
    'laborer labourer sailor captain pilgrim priest monk bishop missionary muslim christian jew arab african european ' +
    'american briton member family inhabitant resident native owner buyer seller consumer farmer planter fisherman ' +
    'hunter villager townspeople government parliament nominee appointee employee refugee candidate commission congregation ' +
    'guest host visitor rider driver walker swimmer runner hiker climber player singer dancer actor actress speaker listener ' +
    'viewer reader user learner teenager toddler infant baby adult customer client patient passenger guard thief prisoner ' +
    'criminal victim survivor witness neighbor neighbour friend enemy foe stranger foreigner outsider newcomer ancestor ' +
    'descendant relative parent husband wife volunteer donor investor entrepreneur manager boss chef cook nun knight ' +
    'serf noble peer troop warrior fighter veteran general sheriff mayor envoy courtier shopper diner dresser'
  ).split(' '),
)

const OF_PEOPLE =
  /(?:ist|ian|crat|eer|man|men|woman|women|people|folk|tribe|clan|holder|owner|keeper|maker|worker|mate)s?$/

export const isHuman = (lemma: string): boolean =>
  OF_PEOPLE.test(lemma.toLowerCase()) ||
  [lemma.toLowerCase(), lemma.toLowerCase().replace(/s$/, '')].some(
    (noun) => HUMAN.has(noun) || ROLE_NOUNS.has(noun),
  )

/** What only persons do or undergo: no subject of these is a place. */
const BY_PERSONS = new Set(
  (
    'marry graduate attend study play bat score write say tell ask think believe feel know decide wear eat drink sleep ' +
    'sing dance act star audition coach teach learn debut pitch strike quit resign propose die speak read walk'
  ).split(' '),
)
const UNDERGONE_BY_PERSONS = new Set(
  'draft hire bear appoint elect promote educate marry arrest imprison baptize ordain cast knight name'.split(
    ' ',
  ),
)

export const isDoneByPersons = (lemma: string, voice: 'active' | 'passive'): boolean =>
  (voice === 'active' ? BY_PERSONS : UNDERGONE_BY_PERSONS).has(lemma)
