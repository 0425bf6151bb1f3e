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
    'hunter villager townspeople government parliament nominee appointee employee refugee candidate commission congregation'
  ).split(' '),
)

const OF_PEOPLE = /(?:ist|ian|crat|eer|man|men|woman|women|people|folk|tribe|clan)s?$/

export const isHuman = (lemma: string): boolean =>
  OF_PEOPLE.test(lemma.toLowerCase()) ||
  [lemma.toLowerCase(), lemma.toLowerCase().replace(/s$/, '')].some(
    (noun) => HUMAN.has(noun) || ROLE_NOUNS.has(noun),
  )
