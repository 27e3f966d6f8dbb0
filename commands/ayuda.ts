import { type Command, command, type Deps, isOperator } from '../src/command/command.ts';
import type { Call } from '../src/contract/call.ts';
import { helpReply } from '../src/replies/help.ts';
import { helpCall } from '../src/slash/calls.ts';

/** Whether the command exists where the call was made, and the caller may use it. */
const isUsable = (
  { forOperators, managersOnly, serversOnly }: Command,
  call: Call,
  deps: Pick<Deps, 'operators'>,
): boolean =>
  (!serversOnly || call.guildId !== null) &&
  (!managersOnly || call.manages) &&
  (!forOperators || isOperator(call, deps));

/** /ayuda: these commands and itself, by topic. In a server that never got its welcome, the welcome comes first. */
export function ayuda(commands: readonly Command[]): Command {
  const help: Command = command({
    ...helpCall,
    listed: 'server',
    async execute(call, { store, clock, operators }) {
      const { guildId, language, options } = call;
      const usable = [...commands, help].filter((one) => isUsable(one, call, { operators }));
      const welcoming = guildId !== null && (await store.claimWelcome(guildId, clock()));
      return helpReply(usable, {
        language,
        topic: options.tema,
        isTyped: call.messageId === null,
        welcoming,
      });
    },
  });
  return help;
}
