/** Given names and titles that tell a woman from a man; most names tell nothing here. */
export type Gender = 'female' | 'male'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const FEMALE = set(
  `Abigail Ada Adelaide Agnes Alexandra Alice Amanda Amelia Amy Angela Anita Ann Anna Anne Annie Antoinette Aphra Ashley Audrey Barbara
   Beatrice Bella Bertha Betty Caroline Catherine Cecilia Charlotte Christina Clara Claudia Clementine Constance Cynthia Daisy
   Deborah Diana Dolores Dora Dorothea Dorothy Edith Eleanor Elena Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily Emma Esther Eva
   Eve Florence Frances Frida Georgia Gertrude Gloria Golda Grace Greta Hannah Harriet Hedwig Helen Helena Henrietta Hermione
   Hillary Ida Inessa Ingrid Irene Irina Isabel Isabella Jane Janet Jean Jennifer Jessica Joan Joanna Josephine Joy Judith Julia
   Karen Kate Katherine Larissa Laura Lenore Lida Lise Liza Louisa Louise Lucia Lucy Lydia Mabel Madeleine Margaret Maria Marian
   Marie Martha Mary Matilda Maud Mildred Molly Nadezhda Nadia Nancy Natalia Nina Nora Olga Olympe Pamela Patricia Pauline Phillis
   Priscilla Rachel Rebecca Rosa Rosalind Rose Ruth Sally Sandra Sara Sarah Simone Sofia Sojourner Sonia Sophia Sophie Stella Susan
   Sylvia Tatiana Theresa Ursula Valentina Vera Victoria Viola Virginia Winifred`,
)
const MALE = set(
  `Aaron Abraham Adam Adolf Albert Alexander Alexei Alfred Ali Anatoly Andrei Andrew Anthony Anton Antonio Arthur Augustus Barack
   Benjamin Bernard Boris Brett Brian Carl Charles Christopher Claude Constantine Daniel David Dmitri Donald Dwight Earl Edgar
   Edmund Edward Ernest Felix Ferdinand Francis Francisco Frank Franklin Franz Frederick Friedrich Galileo George Gilbert Giovanni
   Giuseppe Grigory Hans Harold Harry Hassan Heinrich Henry Herbert Herman Hernan Howard Hugh Ibrahim Igor Isaac Ivan Jack Jacob
   Jacques James Jeremiah Jerome John Jonathan Joseph Joshua Juan Julius Karl Lawrence Leo Leon Leonard Leonid Lev Lewis Louis
   Ludwig Luke Marco Mark Martin Matthew Max Maximilian Michael Michel Mikhail Moses Muhammad Napoleon Nathaniel Neil Nicholas
   Nikita Nikolai Oliver Oscar Otto Patrick Paul Pavel Peter Philip Pierre Ralph Raymond Richard Robert Roger Ronald Rudolf Samuel
   Sergei Sigmund Simon Stephen Strom Suleiman Theodore Theodorus Theodosius Thomas Timothy Ulysses Vasco Victor Vincent Vladimir
   Voltaire Walter Warren Wilhelm William Winston Wolfgang Yuri Zachary`,
)
const FEMALE_TITLES = set(
  'mrs mrs. ms ms. miss lady queen princess tsarina empress countess baroness duchess madame mademoiselle sister aunt mother dame',
)
const MALE_TITLES = set(
  `mr mr. sir lord king prince tsar czar emperor pope bishop archbishop cardinal count baron duke father brother uncle kaiser sultan
   shah emir sheikh monsieur herr don`,
)

/** By the titles before it, else by its first word; null where neither tells. */
export function genderOf(name: string, titles: readonly string[]): Gender | null {
  for (const title of titles.flatMap((t) => t.toLowerCase().split(' '))) {
    if (FEMALE_TITLES.has(title)) return 'female'
    if (MALE_TITLES.has(title)) return 'male'
  }
  const [first = ''] = name.split(' ')
  if (FEMALE.has(first)) return 'female'
  return MALE.has(first) ? 'male' : null
}
