import { type Command, command } from '../src/command/command.ts';
import { helpReply } from '../src/replies/help.ts';

/** /ayuda: a list of these commands and itself. In a server that never got its welcome, the welcome comes first. */
export function ayuda(commands: readonly Command[]): Command {
  const help: Command = command({
    name: 'ayuda',
    english: 'help',
    es: 'Todo lo que puedes pedirme',
    en: 'Everything you can ask me',
    options: {},
    async execute({ language, guildId }, { store, clock }) {
      const welcoming = guildId !== null && (await store.claimWelcome(guildId, clock()));
      return helpReply([...commands, help], language, { welcoming });
    },
  });
  return help;
}
