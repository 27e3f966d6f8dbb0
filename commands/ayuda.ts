import type { Command } from '../src/command.ts';
import { helpReply } from '../src/replies/help.ts';
import { slash } from './slash.ts';

/** /ayuda, written from the list of commands itself. */
export function ayuda(commands: readonly Command[]): Command {
  const command: Command = {
    data: slash('ayuda', 'help', {
      es: 'Todo lo que puedes pedirme',
      en: 'Everything you can ask me',
    }).toJSON(),
    async execute({ language }) {
      return helpReply(
        [...commands, command].map((one) => one.data),
        language,
      );
    },
  };
  return command;
}
