import type { Answer, Person } from '#local-discord';
import type { Ground } from './fault.ts';

/** One thing that a person does, on the film, actor or day of that place; what is only suggested has no answer. */
export type Ask = (person: Person, place: number) => Promise<Answer | undefined>;

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * What people do, of films and people that are there, in the shares in which they do it: for each look-up by name a few
 * keys are pressed, much of what is asked has a short answer, and some press a button of what another asked.
 */
export async function everyAsk({ catalogue }: Ground): Promise<readonly Ask[]> {
  const named = (sql: string) =>
    catalogue.read(AbortSignal.timeout(30_000), async ({ query }) =>
      (await query<{ id: number; name: string }>(sql)).map(({ id, name }) => ({ id: `#${id}`, name })),
    );
  const films = await named(
    'select id, title as name from movies where not adult order by vote_count desc, id limit 1000',
  );
  const actors = await named(
    'select person_id as id, name from people where cast_films > 0 order by votes desc, person_id limit 1000',
  );
  const directors = await named(
    'select person_id as id, name from people where directed_films > 0 order by votes desc, person_id limit 1000',
  );
  const at = (list: readonly Named[], place: number) => list[place % list.length] ?? { id: '', name: '' };
  const typed = (command: string, option: string, list: readonly Named[], letters: number): Ask => {
    return async (person, place) => {
      await person.autocomplete(command, option, at(list, place).name.slice(0, letters));
      return undefined;
    };
  };
  const lookUp = (command: string, option: string, list: readonly Named[]): Ask => {
    return (person, place) => person.command(command, { [option]: at(list, place).id });
  };
  const short = (command: string): Ask => {
    return (person) => person.command(command);
  };
  let card: Answer | undefined;
  return [
    typed('pelicula', 'titulo', films, 3),
    typed('pelicula', 'titulo', films, 5),
    typed('pelicula', 'titulo', films, 8),
    async (person, place) => {
      const answer = await person.command('pelicula', { titulo: at(films, place).id });
      if (!answer.ephemeral) card = answer;
      return answer;
    },
    short('ayuda'),
    async (person) => (card === undefined ? undefined : person.press(card, 'Parecidas')),
    typed('score_titulo', 'titulo', films, 4),
    lookUp('score_titulo', 'titulo', films),
    short('trivia ranking'),
    (person) => person.command('votos_titulo', { titulo: 'qzxj' }),
    lookUp('votos_titulo', 'titulo', films),
    typed('get_actor', 'nombre_actor', actors, 6),
    lookUp('get_actor', 'nombre_actor', actors),
    short('trivia perfil'),
    (person, place) => person.command('peliculas_mes', { mes: (place % 12) + 1 }),
    typed('get_director', 'nombre_director', directors, 5),
    lookUp('get_director', 'nombre_director', directors),
    (person, place) => person.command('peliculas_dia', { dia: (place % 7) + 1 }),
    short('acerca'),
    (person) => person.command('pelicula', { titulo: 'hamlet' }),
    short('mis_datos ver'),
    lookUp('recomendacion', 'titulo', films),
    short('ayuda'),
    typed('recomendacion', 'titulo', films, 6),
  ];
}
