/** Passages of which nothing should be asked, and some that only look like them. All written for these tests. */

export const FRENCH = `La halle fut bâtie par les marchands de laine au début du siècle. Elle servait de dépôt pendant l'hiver, et les paysans de la vallée y vendaient leur beurre et leur fromage chaque samedi. Après l'incendie de 1846, le conseil décida de la reconstruire en pierre.`

export const GERMAN = `Die Mühle wurde im Jahr 1790 von einem Bauern aus dem Nachbardorf gebaut. Sie stand an dem kleinen Bach, der durch das Tal fließt, und mahlte das Korn für drei Dörfer. Nach dem Krieg wurde sie nicht mehr benutzt, und das Dach fiel in einem Sturm ein.`

export const LATIN = `Agricola in valle habitabat et multas oves habebat. Quotidie ad flumen cum filio suo ambulabat, ubi aquam puram e fonte portabant. Sed hieme nives altae vias texerunt, neque ullus mercator ad oppidum venire poterat, itaque frumentum omne in horreo servatum est.`

export const SPANISH = `El puente fue construido por los vecinos del pueblo en el año de la gran sequía. Desde entonces los pastores cruzan el río con sus ovejas dos veces al año, y el ayuntamiento cobra una moneda por cada carro que pasa.`

export const RUSSIAN = `Мельница стояла на берегу реки, и каждую осень крестьяне привозили туда зерно. Старый мельник знал всех в округе и никогда не обманывал в весе муки.`

export const POLISH = `Młyn stał nad rzeką i każdej jesieni chłopi przywozili tam zboże ze wszystkich okolicznych wiosek. Stary młynarz znał każdego z nich po imieniu, dlatego nigdy nie oszukiwał przy ważeniu mąki.`

export const SCRIPT = `function weigh(sacks, limit) {
  let total = 0;
  for (const sack of sacks) {
    if (sack.weight > limit) continue;
    total += sack.weight * 2;
  }
  return { total, count: sacks.length };
}`

export const PYTHON = `import csv
def read_weights(path):
    with open(path) as handle:
        rows = [float(row[1]) for row in csv.reader(handle)]
    if not rows:
        raise ValueError("no rows in " + path)
    return sum(rows) / len(rows)`

export const QUERY = `SELECT mill.name, count(*) AS loads FROM delivery
JOIN mill ON mill.id = delivery.mill_id
WHERE delivery.weighed_at >= '1890-01-01' AND mill.closed IS NULL
GROUP BY mill.name ORDER BY loads DESC;`

export const POEM = `The lamp goes out along the quay,
The boats lie still and black,
And one by one the roads of foam
Are drawn into the slack.
O keeper of the turning light,
What did you hope to find`

export const FREE_VERSE = `nobody came down
to the water that spring
only the heron
standing where the ferry stood
one leg in the sky
waiting
for the sky to move on downstream again`

export const TABLE = `Mill          Built   Sacks a day   Wheel
Upper Brook   1790    44            overshot
Weir House    1802    61            breast
Long Meadow   1847    12            undershot
Saint Anne    1851    30            overshot`

export const PIPES = `| Mill | Built | Sacks a day |
| --- | --- | --- |
| Upper Brook | 1790 | 44 |
| Weir House | 1802 | 61 |
| Long Meadow | 1847 | 12 |`

export const FIGURES = `1790 44 12.5 3.1 1802 61 14.0 2.9 1847 12 8.25 4.4 1851 30 11.75 3.8 1860 52 13.5 total 199 60.0 mean 39.8 12.0`

export const REFERENCES = [
  'Holm, K. A., and R. Vester (1987). "Water wheels of the northern valleys." Journal of Rural Engineering 12(3): 201–219.',
  'Aldous, M. (1999). Millers and Markets, 2nd ed. Fernby: Fernby University Press, pp. 44–71.',
  'Vester, R., ed. The Ferry Accounts, vol. 2. London: Brackwater Press, 1974. https://doi.org/10.0000/ferry.2',
]

export const OCR_SOUP = `Tlie m1ll wa5 b~ilt iii tbe y€ar 179O hy a fa^mer 0f tlie vi|lage aud sto0d 0n tiie br0ok wb1ch fl0ws thr0ugb tlie va1ley; i7 gr0und c0rn f0r thr€e vil|ages aud iis wh€el \\vas rn4de 0f 0ak w1th ir0n b~nds.`

/** What only looks like one of them. */
export const FIT: Readonly<Record<string, string>> = {
  prose: `The mill was built in 1790 by a farmer of the next village. It stood on the small brook that runs through the valley, and ground corn for three villages. After the war it was used no more, and the roof fell in during a storm.`,
  'prose in lines of a typewriter': `The mill was built in 1790 by a farmer of the next village. It stood
on the small brook that runs through the valley, and ground corn for
three villages. After the war it was used no more, and the roof fell
in during a storm, so that nothing but the wheel was left of it.`,
  'a sentence a line': `The mill was built in 1790 by a farmer of the next village.
It stood on the small brook that runs through the valley.
After the war it was used no more.
The roof fell in during a storm.`,
  'names of another language': `Gaston Lefèvre wrote the article “La fin de la halle” for the Journal des Débats, and Le Courrier de la Vallée printed it again in 1851 under the title “Adieu à la halle” without asking him.`,
  'many figures': `Of the 199 sacks that were weighed in 1860, 44 came from Upper Brook, 61 from Weir House and 12 from Long Meadow; the other 82, or 41 per cent, came by barge from towns on the coast between 3 May and 9 June.`,
  'a sentence with its source': `Holm (1987) has shown that the wheel of the upper mill was made of oak, and Vester (1974, p. 44) that its iron bands came from a forge in London which closed in 1851.`,
  'a few slips of a scanner': `The mill was bui1t in 1790 by a farmer of the next vil-\nlage. It stood on the smal1 brook that runs through tlie valley, and ground corn for three villages in the winter.`,
  'words about code': `The function weigh() takes the sacks and a limit, and returns the total; a sack that is heavier than the limit is not counted. It was written in 1987 by Karin Holm for the archive of the mill.`,
  'a term and what it means': `Sluice: the gate in the bed of a brook that is raised to let the water onto the wheel of a mill.`,
}
