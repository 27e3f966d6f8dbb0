import type { APIMessage } from 'discord-api-types/v10';
import { type Answer, type LocalDiscord, NoAnswer, type Person, partsOf } from '#local-discord';
import { DEADLINE_MS, type HostileCall, MARK } from './calls.ts';

/** Commands that always answer in private. */
const PRIVATE_COMMANDS = new Set(['mis_datos', 'ajustes', 'recargar']);

/** People in two servers, in direct messages and with user installs. Some names are attacks themselves. */
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

/** Makes a forged call. A component call refers to one of the recent messages. Returns the problems, one line each. */
export async function attack(
  discord: LocalDiscord,
  people: readonly Person[],
  recentMessages: readonly APIMessage[],
  call: HostileCall,
): Promise<string[]> {
  const { type, index, person, agoMs, overrides, isRepeated } = call;
  const message = type === 'component' ? recentMessages[index % recentMessages.length] : undefined;
  const data = (index % 3 === 0 && existingComponent(message, index)) || call.data;
  try {
    const answering = people[person % people.length]?.forge({
      kind: type,
      data,
      message,
      agoMs,
      overrides,
    });
    if (isRepeated) discord.gateway.repeat();
    const answer = await answering;
    return answer === undefined ? [] : publicLeaks(call, answer);
  } catch (error) {
    if (!(error instanceof NoAnswer)) return [String(error)];
    return (agoMs ?? 0) < DEADLINE_MS ? [`no answer to ${JSON.stringify(call).slice(0, 400)}`] : [];
  }
}

/** A component of the message, as pressed by anybody. A select has its first option chosen. */
function existingComponent(message: APIMessage | undefined, index: number): object | undefined {
  const components = message === undefined ? [] : partsOf(message);
  const component = components[index % Math.max(1, components.length)];
  if (component === undefined || !('custom_id' in component)) return undefined;
  const { custom_id, type: component_type } = component;
  const values = 'options' in component ? component.options.slice(0, 1).map(({ value }) => value) : undefined;
  return { custom_id, component_type, ...(values && { values }) };
}

/** Content that should not be public. An updated message keeps the visibility that it had. */
function publicLeaks({ command, type, data }: HostileCall, answer: Answer): string[] {
  if (answer.ephemeral || answer.kind === 'update') return [];
  const content = JSON.stringify([answer.message.content, answer.message.embeds]);
  const problems = [];
  if (type === 'command' && PRIVATE_COMMANDS.has(command)) problems.push(`answered in public: ${command}`);
  if (content.includes(MARK)) problems.push(`echoed in public: ${JSON.stringify(data).slice(0, 300)}`);
  return problems;
}
