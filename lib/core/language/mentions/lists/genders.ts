/** Given names and titles that tell a woman from a man; most names tell nothing here. */
export type Gender = 'female' | 'male'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const FEMALE = set(
  `Abigail Ada Adelaide Agnes Alexandra Alice Amanda Amelia Amy Angela Anita Ann Anna Anne Annie Antoinette Aphra Ashley Audrey Barbara
   Beatrice Bella Bertha Betty Caroline Catherine Cecilia Charlotte Christina Clara Claudia Clementine Constance Cynthia Daisy
   Deborah Diana Dolores Dora Dorothea Dorothy Edith Eleanor Elena Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily Emma Esther Eva
   Eve Florence Frances Frida Georgia Gertrude Gloria Golda Grace Greta Hannah Harriet Hedwig Helen Helena Henrietta Hermione
   Hillary Ida Inessa Ingrid Irene Irina Isabel Isabella Jane Janet Jennifer Jessica Joan Joanna Josephine Joy Judith Julia
   Karen Kate Katherine Larissa Laura Lenore Lida Lise Liza Louisa Louise Lucia Lucy Lydia Mabel Madeleine Margaret Maria Marian
   Marie Martha Mary Matilda Maud Mildred Molly Nadezhda Nadia Nancy Natalia Nina Nora Olga Olympe Pamela Patricia Pauline Phillis
   Priscilla Rachel Rebecca Rosa Rosalind Rose Ruth Sally Sandra Sara Sarah Simone Sofia Sojourner Sonia Sophia Sophie Stella Susan
   Sylvia Tatiana Theresa Ursula Valentina Vera Victoria Viola Virginia Winifred Adele Alexandria Alison Andrea Angelica Annette April Brenda Carla Carmen Carol Carolyn Chiara Claire Colette
   Consuelo Corinne Cornelia Debbie Debra Denise Diane Donna Doris Eileen Elaine Elsie Erica Estelle Eugenia Eunice Fatima Felicia
   Fiona Flora Freda Genevieve Georgina Geraldine Gillian Giulia Gwendolyn Hazel Heather Heidi Hilary Ilse Iris Isabelle Isadora
   Jacqueline Janice Jeanne Jenny Jessica Joyce Juana Juanita Juliet Juliette Kathleen Kathryn Katrina Kristen Kristin Laila Layla
   Leila Lillian Linda Lisa Lola Lorraine Lucille Lucrezia Ludmila Magdalena Marcia Margarita Margot Marianne Marilyn Marjorie
   Marta Maya Megan Melissa Mercedes Michelle Minna Miriam Monica Muriel Myra Nadine Naomi Natalie Nell Nicole Olive Olivia
   Ophelia Paula Penelope Phoebe Phyllis Rebekah Regina Renata Rhoda Rita Roberta Rosalie Rosemary Roxana Sabina Samantha Selma
   Sharon Sheila Shirley Sonya Stephanie Suzanne Svetlana Tamara Teresa Tina Ulrike Valerie Vanessa Veronica Wendy Wilhelmina
   Yolanda Yvonne Zaha Zelda Zora Lena Ewa Jana Petra Katarina Ingeborg Astrid Birgit Karin Kirsten Zoé Amélie Chloé Mathilde Yvette Thérèse Lavinia Bianca Francesca
   Pilar Beatriz Zinaida Ekaterina Anastasia Natalya Lyudmila Sofya Yelena Raisa Aisha Khadija Lakshmi Sita Deepa Sunita Anjali
   Ngozi Amara Emiko Sakura Hiroko Katalin Ilona Ioana Eleni Jelena Milica Niamh Siobhan Maeve Brigid Morag Bronwen Mavis Hilda
   Enid Ellie Polly Peggy Sadie Hattie Tilly Gerda Hannelore Hildegard Lieselotte Ottilie Käthe Condoleezza Kamala Zainab Meera`,
)
const MALE = set(
  `Aaron August Abraham Adam Adolf Albert Alexander Alexei Alfred Ali Anatoly Andrei Andrew Anthony Anton Antonio Arthur Augustus Barack
   Benjamin Bernard Boris Brett Brian Carl Charles Christopher Claude Constantine Daniel David Dmitri Donald Dwight Earl Edgar
   Edmund Edward Ernest Felix Ferdinand Francis Francisco Frank Franklin Franz Frederick Friedrich Galileo George Gilbert Giovanni
   Giuseppe Grigory Hans Harold Harry Hassan Heinrich Henry Herbert Herman Hernan Howard Hugh Ibrahim Igor Isaac Ivan Jack Jacob
   Jacques James Jeremiah Jerome John Jonathan Joseph Joshua Juan Julius Karl Lawrence Leo Leon Leonard Leonid Lev Lewis Louis
   Ludwig Luke Marco Mark Martin Matthew Max Maximilian Michael Michel Mikhail Moses Muhammad Napoleon Nathaniel Neil Nicholas
   Nikita Nikolai Oliver Oscar Otto Patrick Paul Pavel Peter Philip Pierre Ralph Raymond Richard Robert Roger Ronald Rudolf Samuel
   Sergei Sigmund Simon Stephen Strom Suleiman Theodore Theodorus Theodosius Thomas Timothy Ulysses Vasco Victor Vincent Vladimir
   Voltaire Walter Warren Wilhelm William Winston Wolfgang Yuri Zachary Alan Alec Alexandre Alistair Amos Antoine Archibald Aristide
   Barry Bartholomew Basil Bertrand Bruce Calvin Camillo Carlos Cecil Clarence Clement Clive Colin Conrad Craig Cyril Denis Dennis
   Dietrich Dominic Donald Douglas Duncan Eduard Edwin Emil Eric Ernst Eugene Evan Fernando Fritz Gabriel Gareth Gaston Geoffrey
   Georges Gerald Gerhard Giacomo Godfrey Gordon Graham Gregory Guido Gustav Guy Harvey Hector Helmut Henri Hermann Horace Hubert
   Humphrey Ian Immanuel Ingmar Irving Jared Jason Jeff Jeffrey Jeremy Joachim Johann Jorge Jose Josef Josiah Juan Jules Justin
   Keith Kenneth Kevin Klaus Lars Lionel Lorenzo Luis Magnus Malcolm Manuel Marcel Marcus Mario Marshall Maurice Maxim Miguel Milton
   Mohandas Mstislav Nathan Neville Niels Nigel Noah Norman Olaf Orville Osip Oswald Otis Owen Pablo Percy Perry Pietro Rainer
   Raphael Reginald Rene Rex Roderick Rodney Roland Roman Rory Ross Rupert Saul Scott Sebastian Seymour Sidney Spencer
   Stanislav Stanley Stefan Steve Steven Stuart Terence Thaddeus Tobias Tom Trevor Vernon Viktor Vincenzo Virgil Wallace Werner
   Wilbur Wilfred Willem Yves Oskar Václav Tomáš Tomás Zdeněk Sven Björn Nils Olof Harald Leif Torsten Søren Mikkel Aksel Joost Kees Gerrit Antonie Baruch Émile
   René Gaspard Étienne Ettore Niccolò Leonardo Raffaele Umberto Rafael Alonso Álvaro Ramón Joaquín João José Luís Afonso Dmitry
   Aleksei Stepan Timofei Semyon Yakov Khalid Yusuf Hamid Karim Mehmet Ahmet Selim Reza Akbar Subhas Sanjay Anil Vikram Kofi Kwame
   Nnamdi Thabo Takeshi Yukio Istvan István László Zoltán Béla Mircea Nicolae Dimitrios Georgios Konstantinos Nikos Stavros Ivo
   Slobodan Dragan Seamus Padraig Eamon Hamish Fergus Rhys Gwyn Alfie Archie Ebenezer Silas Jedediah Hezekiah Dieter Jürgen Uwe
   Günther Gunther Siegfried Detlef Frédéric Humphry Lemuel Nehemiah Barnabas Rufus Levi Ezekiel Casper Kasimir Rohan`,
)
const FEMALE_TITLES = set(
  `mrs mrs. ms ms. miss lady queen princess tsarina empress countess baroness duchess madame mademoiselle sister aunt mother dame
   mme mme. mlle mlle. chairwoman congresswoman señora signora fräulein frau abbess archduchess`,
)
const MALE_TITLES = set(
  `mr mr. sir lord king prince tsar czar emperor pope bishop archbishop cardinal count baron duke father brother uncle kaiser sultan
   shah emir sheikh monsieur herr don señor signor abbot archduke marquis viscount congressman graf freiherr comte conte marchese vicomte`,
)

export const isGendered = (word: string): boolean => FEMALE.has(word) || MALE.has(word)

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

/** "his sister", "her husband": in lower case beside a name. */
export function kinGender(noun: string): Gender | null {
  if (/^(?:wife|widow|sister|mother|daughter|aunt|niece|grandmother|actress)$/.test(noun))
    return 'female'
  return /^(?:husband|widower|brother|father|son|uncle|nephew|grandfather)$/.test(noun)
    ? 'male'
    : null
}

const WOMEN =
  /^(?:woman|girl|lady|queen|princess|tsarina|empress|countess|baroness|duchess|headmistress|chairwoman|spokeswoman|nun|mistress|bride|girlfriend)$/
const MEN =
  /^(?:man|boy|gentleman|king|prince|tsar|emperor|duke|earl|baron|monk|bishop|archbishop|pope|cardinal|headmaster|chairman|spokesman|alderman|statesman|clergyman|priest|sultan|sheikh|kaiser|caliph|knight|bridegroom|groom|boyfriend)$/

/** "queen", "nephew": nouns that only one gender goes by. */
export function genderOfNoun(noun: string): Gender | null {
  if (WOMEN.test(noun)) return 'female'
  return MEN.test(noun) ? 'male' : kinGender(noun)
}
