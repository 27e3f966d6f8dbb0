/** The words for another film of the same genre and nationality. */
const GENRES: Record<string, { spanish: string; isFeminine?: true; english: string }> = {
  Action: { spanish: 'otra de acción', isFeminine: true, english: 'action' },
  Adventure: { spanish: 'otra de aventuras', isFeminine: true, english: 'adventure' },
  Animation: { spanish: 'otra animada', isFeminine: true, english: 'animation' },
  Comedy: { spanish: 'otra comedia', isFeminine: true, english: 'comedy' },
  Crime: { spanish: 'otro policial', english: 'crime' },
  Documentary: { spanish: 'otro documental', english: 'documentaries' },
  Drama: { spanish: 'otro drama', english: 'drama' },
  Family: { spanish: 'otra familiar', isFeminine: true, english: 'family films' },
  Fantasy: { spanish: 'otra de fantasía', isFeminine: true, english: 'fantasy' },
  History: { spanish: 'otra histórica', isFeminine: true, english: 'historical films' },
  Horror: { spanish: 'otra de terror', english: 'horror' },
  Music: { spanish: 'otro musical', english: 'musicals' },
  Mystery: { spanish: 'otro misterio', english: 'mystery' },
  Romance: { spanish: 'otro romance', english: 'romance' },
  'Science Fiction': { spanish: 'otra de ciencia ficción', isFeminine: true, english: 'science fiction' },
  Thriller: { spanish: 'otro thriller', english: 'thrillers' },
  War: { spanish: 'otra de guerra', isFeminine: true, english: 'war films' },
  Western: { spanish: 'otro western', english: 'westerns' },
};

/** "otra de terror japonés", of the masculine adjective and the English name of a genre; without one, "otra película japonesa". */
export function spanishOrigin(adjective: string, genre?: string): string {
  const { spanish, isFeminine } = GENRES[genre ?? ''] ?? { spanish: 'otra película', isFeminine: true };
  return `${spanish} ${isFeminine === true ? feminine(adjective) : adjective}`;
}

/** "more Japanese horror"; without a genre, "also Japanese". */
export function englishOrigin(adjective: string, genre?: string): string {
  const known = GENRES[genre ?? ''];
  return known === undefined ? `also ${adjective}` : `more ${adjective} ${known.english}`;
}

/** "alemán", "japonés", "español" and "argentino" have other feminine forms; "belga" and "iraní" do not. */
const feminine = (adjective: string) =>
  adjective.replace(/o$/u, 'a').replace(/és$/u, 'esa').replace(/án$/u, 'ana').replace(/ol$/u, 'ola');
