/** What well-known words and names name, from WordNet and short lists of our own. */
import type { Name } from '@/lib/core/language/tree'
import { isGendered } from './genders'
import {
  BODIES,
  EVENTS,
  GIVEN_NAMES,
  PEOPLE_ADJECTIVES,
  PEOPLES,
  PLACES,
  SURNAMES,
  WORKS,
} from './wordnet'

export type NameType = Name['type']

const split = (names: string): ReadonlySet<string> => new Set(names.split('|'))
const MORE_PLACES =
  'Petersburg|St. Petersburg|Saint Petersburg|Donetz|Donets|Donbas|Kuznetsk|Yamburg|Brest-Litovsk|Turkestan|Prussia|Great Britain|' +
  'Britain|Soviet Union|Soviet Russia|USSR|U.S.S.R.|U.S.|US|USA|U.S.A.|UK|U.K.|United States|United States of America|United Kingdom|' +
  'West Indies|Washington, D.C.|DC|D.C.|Austria-Hungary|Russia|Germany|Far East|Middle East|Near East|Ottoman Empire|New Holland|' +
  'Newfoundland|Kyiv|Beijing|Mumbai|Siberia|Urals|Ural|Caucasus|Balkans|Transcaucasia|Galicia|Silesia|Alsace-Lorraine|Kilwa|Sofala|' +
  'Tilsit|Songhai|Göttingen|Heidelberg|Jena|Hesse|Malmö|Zürich|Delft|Haarlem|Groningen|Liège|Rouen|Montpellier|Pavia|Salamanca|' +
  'Córdoba|Coimbra|Kraków|Gdańsk|Königsberg|Dorpat|Southampton|Mombasa|Zanzibar|Malindi|Mogadishu|Mutapa|Versailles|Holy Land|Old World|New World|New England|Latin America|North|South|Americas'
const MORE_GIVEN =
  'Vladimir|Lev|Leon|Grigory|Karl|Rosa|Nadezhda|Alexandra|Alexander|Aleksandr|Nikolai|Nicholas|Nikita|Yuri|Igor|Sergei|Mikhail|Dmitri|' +
  'Boris|Ivan|Pavel|Pyotr|Piotr|Andrei|Anatoly|Olga|Vera|Tatiana|Sofia|Clara|Wilhelm|Friedrich|Frederick|Otto|Hans|Heinrich|Georg|' +
  'Johann|Jean|Pierre|Jacques|Louis|Marie|Claude|Michel|Giovanni|Giuseppe|Antonio|Carlos|Juan|Maria|Diego|Pedro|Ahmad|Ahmed|' +
  'Muhammad|Mohammed|Hassan|Ali|Omar|Fatima|Ibrahim|Joshua|Jessica|Jennifer|Ashley|Megan|Kevin|Brian|Jason|Justin|Kyle|Brandon|' +
  'Tyler|Amy|Lisa|Karen|Linda|Donna|Heather|Nicole|Michelle|Stephanie|Rachel|Rebecca|Laura|Emily|Hannah|Sandra|Deborah|Strom|Neil|' +
  'Brett|Amy|Sonia|Elena|Ruth|Orrin|Mitch|Barack|Bernie|Ted|Chuck|Nancy|Hillary|Newt|Jonathan|Benjamin|Samuel|Thomas|George|James|' +
  'Jesus|John|Andrew|Peter|William|Henry|Charles|Edward|Robert|Richard|Joseph|David|Daniel|Paul|Mark|Philip|Martin|Anne|Anna|Elizabeth|Mary|' +
  'Margaret|Catherine|Katherine|Sarah|Susan|Jane|Alice|Emma|Helen|Charlotte|Lucy|Harriet|Hiroshi|Kenji|Wei|Li|Ming|Priya|Raj|Arjun'
const MORE_PEOPLES =
  'Bolshevik|Menshevik|Communist|Socialist|Marxist|Leninist|Trotskyist|Democrat|Republican|Whig|Tory|Liberal|Conservative|S-R|SR|' +
  'Maximalist|Internationalist|Cadet|Kadet|Anarchist|Christian|Muslim|Jew|Hindu|Buddhist|Catholic|Protestant|Puritan|Quaker|Methodist|' +
  'Baptist|Presbyterian|Anglican|Congregationalist|Native American|African American|Latino|Latina|Latinx|Hispanic|Swahili|Bantu|Arab|' +
  'Persian|Turk|Ottoman|Slav|Cossack|Tatar|Soviet|Briton|Swiss|Argentine|Zulu|Boer|Mughal|Huguenot|Chartist|Hebrew|Kyrgyz|Malagasy|Englishman|Frenchman|Irishman|Scotsman|Welshman|Dutchman|Loyalist|Patriot|' +
  'Federalist|Jacobin|Girondin|Spartacist|Social Democrat|Socialist Revolutionary|Left Communist|Freemason|Mason|Viking|White|Black|Greek|Roman|Pole'

const MORE_BODIES =
  'NATO|NASA|BBC|CIA|FBI|NBC|CBS|ABC|CNN|UNESCO|UNICEF|OPEC|KGB|NKVD|GPU|IMF|UN|EU|OECD|WTO|WHO|NAACP|AFL|CIO|EEC|CERN|OSCE|ASEAN|' +
  'Labour|Yale|Harvard|Stanford|MIT|Sorbonne|Google|Microsoft|Apple Inc.|IBM|Red Cross|Reuters|Associated Press|Comintern|Gestapo|Interpol|Hezbollah|Hamas|Taliban|Red Army'

const TABLES: readonly (readonly [NameType, ReadonlySet<string>])[] = [
  ['place', split(`${PLACES}|${MORE_PLACES}`)],
  ['people', split(`${PEOPLES}|${PEOPLE_ADJECTIVES}|${MORE_PEOPLES}`)],
  ['event', split(EVENTS)],
  ['work', split(WORKS)],
  ['organisation', split(`${BODIES}|${MORE_BODIES}`)],
]
const GIVEN = split(`${GIVEN_NAMES}|${MORE_GIVEN}`)
const SURNAME = split(SURNAMES)

/** The types under which a name is listed; a people also by its plural. */
export function listedTypes(name: string): NameType[] {
  const types = TABLES.filter(([, names]) => names.has(name)).map(([type]) => type)
  return types.length === 0 && isPeople(name) ? ['people'] : types
}

export const isPlace = (name: string): boolean => TABLES[0]?.[1].has(name) === true

/** "Bolsheviks", "Englishmen", "Communist". */
export function isPeople(name: string): boolean {
  const peoples = TABLES[1]?.[1]
  const singular = name.replace(/men$/, 'man').replace(/ies$/, 'y')
  return [name, name.replace(/s$/, ''), singular].some((form) => peoples?.has(form))
}

/** Also the first of two that are joined: "Jean-Baptiste". */
export function isGivenName(word: string): boolean {
  const first = word.split('-')[0] ?? word
  return GIVEN.has(word) || isGendered(word) || GIVEN.has(first) || isGendered(first)
}
export const isSurname = (word: string): boolean => SURNAME.has(word)
