/**
 * Whether words are English, by the small words that every sentence of a language is held together with. Rare in each
 * other's: of English prose two words in five are such, of another language's hardly one in ten.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const ENGLISH = set(
  `a an the and or but nor of in on at by to for from with as if it its he she they we i you him them us me his her their our
   my your this that these those such who whom whose which what when where why how there here not no is are was were be been
   being has have had having do does did will would can could may might must shall should than then so yet also both each
   every all some any many most much more less few one two three other another into onto upon over under between among
   through during after before while because although though until till since about against without within out up down off
   only very even just still again too like same own`,
)

/** Words that English has too are left out, but for what is far commoner there. */
const OTHERS: readonly ReadonlySet<string>[] = [
  // French
  set(
    'le la les des du un une et est sont était dans qui que pour par sur avec au aux ce cette ces il elle ils elles nous vous ne pas plus leur leurs sa ses son mais où dont fut',
  ),
  // German
  set(
    'der die das und ist war den dem des ein eine einen einem einer von zu zum zur im mit auf für sich nicht auch als nach bei wurde wurden hat durch aus um es sie er wir wird sind oder aber daß dass',
  ),
  // Spanish, Portuguese, Italian
  set(
    'el los las un una uno y en del por con para se su sus fue es son que como más pero al lo desde o os dos das do da em uma não foi com ao à e il lo gli i della dei delle nel nella che di un per è era sono con non più come alla',
  ),
  // Latin
  set(
    'et in ad cum ex per sed est sunt erat non quod quam qui quae ut ab de atque autem enim nec neque suo sua ubi itaque',
  ),
  // Dutch, and the languages of the north
  set(
    'het een van en de dat niet zijn werd voor met op te aan ook bij naar och att det som på är av för den med inte var til af ikke og på',
  ),
]

/** The share of the words (lower case) that hold English sentences together. */
export const englishShare = (words: readonly string[]): number => share(words, ENGLISH)

/** The share of those of the other language that has the most. */
export const foreignShare = (words: readonly string[]): number =>
  Math.max(...OTHERS.map((of) => share(words, of)))

const share = (words: readonly string[], of: ReadonlySet<string>): number =>
  words.filter((word) => of.has(word)).length / Math.max(1, words.length)
