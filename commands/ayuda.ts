import type { Command } from '../src/command/command.ts';
import { slash } from '../src/command/slash.ts';
import { helpReply } from '../src/replies/help.ts';

/** /ayuda, written from the list of commands itself; a server that nobody could welcome yet is welcomed here. */
export function ayuda(commands: readonly Command[]): Command {
  const command: Command = {
    data: slash('ayuda', 'help', {
      es: 'Todo lo que puedes pedirme',
      en: 'Everything you can ask me',
    }).toJSON(),
    async execute({ language, guildId }, { store, clock }) {
      const all = [...commands, command].map((one) => one.data);
      const isFirst = guildId !== null && (await store.claimWelcome(guildId, clock()));
      return helpReply(all, language, { welcoming: isFirst });
    },
  };
  return command;
}
