import type { APIMessage } from 'discord-api-types/v10';
import { type Answer, type LocalDiscord, NoAnswer, type Person, partsOf } from '#local-discord';
import { type HostileCall, MARK, PATIENCE_MS } from './calls.ts';

/** Commands whose every answer is for the person alone. */
const PRIVATE = new Set(['mis_datos', 'ajustes', 'recargar']);

/** The people of another's making: in two servers, in direct messages, with a name that is an attack. */
export function hostilePeople(discord: LocalDiscord): Person[] {
  const name = '\u202E@everyone **M** <@1>';
  return [
    discord.person({ name, locale: 'es-419' }),
    discord.person({ name: 'Trudy', locale: 'en-US', guild: 1 }),
    discord.person({ name: `${name} 2`, locale: 'xx', guild: 1, admin: true }),
    discord.person({ name: 'Eva', context: 'dm' }),
    discord.person({ name: 'Oscar', context: 'user-install', locale: 'en-GB' }),
    discord.person({ name: 'Noche', channel: 'noche' }),
  ];
}

/** Makes a call, on one of the messages seen so far where it is a component's; gives what should not be, a line each. */
export async function attack(
  discord: LocalDiscord,
  people: readonly Person[],
  seen: readonly APIMessage[],
  call: HostileCall,
): Promise<string[]> {
  const { asked, place, by, agoMs, over, twice } = call;
  const on = asked === 'component' ? seen[place % seen.length] : undefined;
  const data = (place % 3 === 0 && partOf(on, place)) || call.data;
  try {
    const answering = people[by % people.length]?.forge({ asked, data, on, agoMs, over });
    if (twice) discord.gateway.repeat();
    const answer = await answering;
    return answer === undefined ? [] : indiscretions(call, answer);
  } catch (error) {
    if (!(error instanceof NoAnswer)) return [String(error)];
    return (agoMs ?? 0) < PATIENCE_MS ? [`no answer to ${JSON.stringify(call).slice(0, 400)}`] : [];
  }
}

/** One of the parts of a message that is there, whoever it is for: pressed as it is, or with its first option chosen. */
function partOf(message: APIMessage | undefined, place: number): object | undefined {
  const parts = message === undefined ? [] : partsOf(message);
  const part = parts[place % Math.max(1, parts.length)];
  if (part === undefined || !('custom_id' in part)) return undefined;
  const { custom_id, type: component_type } = part;
  const values = 'options' in part ? part.options.slice(0, 1).map(({ value }) => value) : undefined;
  return { custom_id, component_type, ...(values && { values }) };
}

/** What was said for all to see and should not have been. A message that was redrawn is as private as it was. */
function indiscretions({ target, asked, data }: HostileCall, answer: Answer): string[] {
  if (answer.ephemeral || answer.kind === 'update') return [];
  const told = JSON.stringify([answer.message.content, answer.message.embeds]);
  const found = [];
  if (asked === 'command' && PRIVATE.has(target)) found.push(`said in public: ${target}`);
  if (told.includes(MARK)) found.push(`repeated in public: ${JSON.stringify(data).slice(0, 300)}`);
  return found;
}
