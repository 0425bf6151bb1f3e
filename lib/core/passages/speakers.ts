/** Patterns of those who speak in a text, and of the verbs that say so. Sources of regular expressions with the flag u. */

/** Every repetition is bounded, so that no text takes long. */
const CAPITAL = "\\p{Lu}[\\p{L}'’-]{0,30}"
const INITIAL = '\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,3}'
const TITLE =
  '(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Rev|Hon|Sen|Rep|Gov|St|Mme|Mlle)\\.?\\s+)'
/** What begins sentences, and months; three of these are names of people too, but not after "in". */
const NO_NAME =
  '(?!(?:January|February|March|July|August|September|October|November|December)\\b)(?!(?<=[Ii]n\\s)(?:April|May|June)\\b)(?!(?:The|This|That|These|Those|A|An|In|On|At|But|And|For|From|When|As|If|After|Before|He|She|They|It|We|I|You|His|Her|Their|Its|Then|There|So|To|By|With|According)\\b(?![’\\p{L}]))'

export const NAME = `${TITLE}?(?:${INITIAL}|${NO_NAME}${CAPITAL})(?:\\s?${INITIAL}|\\s(?:(?:of|de|van|von|der|la|le|the)\\s){0,2}${CAPITAL}){0,5}(?<!['’]s)`
/** "Weir’s oldest colleague" */
const POSSESSED = `${CAPITAL}(?:\\s${CAPITAL}){0,3}(?<=['’]s)(?:\\s[\\p{L}’-]{1,30}){1,4}?`
export const PRONOUN = '(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|[Oo]ne)(?![\\p{L}’])'
/** "the premier", "a guide of the town", "its report" */
export const DEFINITE =
  '(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Oo]ne|[Ss]ome|[Aa]nother|[Tt]his|[Tt]hat)(?:\\s(?!(?:he|she|they|it|we|I|you|that|which|who|whom|and)\\s)[\\p{L}’-]{1,30}){1,5}?'
/** What is not a name may be as short as the pattern around it allows. */
export const NOUN_PHRASE = `(?:${PRONOUN}|${NAME}|(?:${POSSESSED}|${DEFINITE})(?=[,.;:?!)\\s]|$))`

const SAYING =
  'said|says?|asked|asks?|replied|replies|answered|answers|wrote|writes?|cried|cries|exclaimed|exclaims|declared|declares?|' +
  'added|adds?|remarked|remarks|shouted|shouts|demanded|demands|inquired|inquires|objected|objects|insisted|insists?|' +
  'continued|continues|whispered|whispers|stated|states|announced|announces|argued|argues?|claimed|claims?|explained|' +
  'explains?|noted|notes|observed|observes|concluded|concludes?|complained|complains|reported|reports|told|tells?|warned|' +
  'warns?|admitted|admits?|maintained|maintains?|suggested|suggests?|promised|promises|agreed|agrees|recalled|recalls|' +
  'reflected|reflects|thought|thinks|read|reads|proclaimed|proclaims|asserted|asserts?|affirmed|affirms|boasted|boasts|' +
  'protested|protests|urged|urges|murmured|muttered|commented|comments|responded|responds|repeated|repeats|began|advised|' +
  'advises|confessed|confesses|swore|predicted|predicts|testified|testifies|ruled|rules|held|holds|lamented|laments|sighed|' +
  'puts?|called|joked|quipped|thundered|retorted|interrupted|emphasi[sz]ed|stressed'
export const VERB = `(?:${SAYING})`
