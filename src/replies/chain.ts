import type { APIEmbed } from 'discord-api-types/v10';
import type { Chain } from '../catalogue/chain.ts';
import type { Language, Reply } from '../contract/call.ts';
import { CHOSEN, customId } from '../contract/custom-id.ts';
import { baconCall, connectFilmsCall, connectPeopleCall, filmCall } from '../slash/calls.ts';
import { count, shorten } from '../text/format.ts';
import { plain } from '../text/sanitize.ts';
import { text } from '../text/text.ts';
import { button, row, selectRow } from './components.ts';
import { colours } from './embeds.ts';
import { titleAndYear, titleOf } from './names.ts';

/** The number of films between two people, or of people between two films; undefined if they are not connected. */
export function distanceOf({ kind, people, films, isConnected }: Chain): number | undefined {
  if (!isConnected) return undefined;
  return kind === 'people' ? films.length : people.length;
}

/** The chain between two people or two films; a button counts directors and writers too, or no longer. */
export function chainReply(chain: Chain, language: Language): Reply {
  const { kind, people, films, crew } = chain;
  const [from, to] = kind === 'people' ? [people[0], people.at(-1)] : [films[0], films.at(-1)];
  const [first, last] = [`#${from?.id}`, `#${to?.id}`];
  const again =
    kind === 'people'
      ? customId('replace', connectPeopleCall, { persona1: first, persona2: last, con_equipo: !crew })
      : customId('replace', connectFilmsCall, { titulo: first, titulo2: last, con_equipo: !crew });
  const names = endNames(chain, language);
  const title = from?.id === to?.id ? names[0] : `${names[0]} – ${names.at(-1)}`;
  return reply(chain, { title, sentence: sentenceOf(chain, names, language), again }, language);
}

function sentenceOf(chain: Chain, names: readonly string[], language: Language): string {
  const { none, same, apart } = text[language].connection;
  const distance = distanceOf(chain);
  if (distance === undefined) return none(`**${names[0]}**`, `**${names.at(-1)}**`);
  if (distance === 0) return same[chain.kind];
  return apart[chain.kind](count(distance, language), distance === 1);
}

/** A person's Bacon number, and the chain to Kevin Bacon. */
export function baconReply(chain: Chain, language: Language): Reply {
  const { bacon, noBacon } = text[language].connection;
  const distance = distanceOf(chain);
  const [title = ''] = endNames(chain, language);
  const sentence = distance === undefined ? noBacon(`**${title}**`) : bacon(count(distance, language));
  const nombre = `#${chain.people[0]?.id}`;
  const again = customId('replace', baconCall, { nombre, con_equipo: !chain.crew });
  return reply(chain, { title, sentence, again }, language);
}

interface Heading {
  title: string | undefined;
  sentence: string;
  /** The custom id of the same call with the other value of `con_equipo`. */
  again: string;
}

function reply(chain: Chain, { title = '', sentence, again }: Heading, language: Language): Reply {
  const { withCrew, castOnly } = text[language].connection;
  const distance = distanceOf(chain);
  const path = distance !== undefined && distance > 0 ? `\n\n${pathOf(chain, language)}` : '';
  const embed: APIEmbed = {
    color: colours[chain.kind === 'people' ? 'person' : 'film'],
    title: shorten(title, 256),
    description: `${sentence}${path}`,
  };
  const toggle = distance === 0 ? [] : [row(button(chain.crew ? castOnly : withCrew, again))];
  return { embeds: [embed], components: [...cardSelect(chain, language), ...toggle] };
}

/** The names of the people of a chain between people, of the films of a chain between films. */
const endNames = ({ kind, people, films }: Chain, language: Language): string[] =>
  kind === 'people'
    ? people.map(({ name }) => plain(name))
    : films.map((film) => titleAndYear(film, language));

/** The chain from top to bottom: ends in bold, the films or people that link them in italics. */
function pathOf(chain: Chain, language: Language): string {
  const { kind, people, films } = chain;
  const between =
    kind === 'people'
      ? films.map((film) => titleAndYear(film, language))
      : people.map(({ name }) => plain(name));
  return endNames(chain, language)
    .flatMap((end, at) => {
      const link = between[at];
      const roles = rolesAt(chain, at, language).map((role) => ` · ${role}`);
      return link === undefined ? [`**${end}**`] : [`**${end}**`, `↓ *${link}*${roles.join('')}`];
    })
    .join('\n');
}

/** The roles outside the cast on both sides of a link. */
function rolesAt({ kind, people, films, crewRoles }: Chain, at: number, language: Language): string[] {
  const { role } = text[language].connection;
  const links =
    kind === 'people'
      ? [
          [at, at],
          [at + 1, at],
        ]
      : [
          [at, at],
          [at, at + 1],
        ];
  return links.flatMap(([person = 0, film = 0]) => {
    const [someone, one] = [people[person], films[film]];
    const found = crewRoles.find((crew) => crew.person === someone?.id && crew.film === one?.id);
    if (found === undefined || someone === undefined || one === undefined) return [];
    return [role[found.role](plain(kind === 'people' ? someone.name : titleOf(one, language)))];
  });
}

/** A select that opens the card of one of the films. */
function cardSelect({ films }: Chain, language: Language) {
  const t = text[language];
  if (films.length === 0) return [];
  const options = [...new Map(films.map((film) => [film.id, film])).values()].slice(0, 25).map((film) => ({
    label: shorten(`${titleOf(film, language)} (${film.release_year ?? t.unknownYear})`, 100),
    value: `#${film.id}`,
  }));
  return [selectRow(customId('add', filmCall, { titulo: CHOSEN }), t.openPick, options)];
}
