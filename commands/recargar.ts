import { VersionRefused } from '../src/catalogue/versions.ts';
import {
  type Command,
  command,
  type Deps,
  isOperator,
  subcommand,
  withSubcommands,
} from '../src/command/command.ts';
import { type Call, type Language, type Reply, UserError } from '../src/contract/call.ts';
import type { OptionValues } from '../src/contract/signature.ts';
import { EtlFailed } from '../src/reload/etl-process.ts';
import { type DataStatus, FolderUnwritable, LiveVersionChanged } from '../src/reload/reload.ts';
import {
  appliedReply,
  comparisonReply,
  etlReply,
  logLine,
  refusalReply,
  runLine,
  statusReply,
  underWayReply,
  versionLine,
} from '../src/replies/reload.ts';
import { applyCall } from '../src/slash/calls.ts';
import { reloadText } from '../src/text/reload.ts';

/** Wraps `execute`: refuses people who are not operators, and puts a reload's errors into sentences. */
const forOperators =
  <Values extends OptionValues>(execute: (call: Call<Values>, deps: Deps) => Promise<Reply>) =>
  async (call: Call<Values>, deps: Deps): Promise<Reply> => {
    if (!isOperator(call, deps)) throw refusal(reloadText[call.language].notYours);
    try {
      return await execute(call, deps);
    } catch (error) {
      throw await worded(error, call, deps);
    }
  };

/** The log names operators by their place in ADMIN_IDS, and nobody else. */
const note: Command['note'] = (call, { operators }) =>
  isOperator(call, { operators })
    ? { operator: [...operators.ids].indexOf(call.userId) + 1, options: call.options }
    : { operator: 'none' };

const refusal = (sentence: string) => new UserError(refusalReply(sentence));

/** The error of a reload as a UserError in the reader's language; any other error unchanged. */
async function worded(error: unknown, { language }: Call, { reload, clock }: Deps): Promise<unknown> {
  if (error instanceof UserError) return error;
  const t = reloadText[language];
  const { live, running } = await reload.status();
  if (error instanceof FolderUnwritable) return refusal(t.unwritable(logLine(error.message), live));
  if (error instanceof LiveVersionChanged) return refusal(t.movedOn(live));
  if (error instanceof VersionRefused)
    return refusal(t.refused(error.version, logLine(error.reason[language]), live));
  if (!(error instanceof EtlFailed)) return error;
  if (error.why === 'stopped') return refusal(t.etlStopped);
  if (error.why === 'failed') return refusal(t.etlFailed(logLine(error.message), live));
  if (error.why === 'killed') return refusal(t.etlKilled(error.message, live));
  return refusal(t.etlBusy(running === undefined ? '' : runLine(running, clock(), language)));
}

/** Throws a UserError unless `version` is a published version. A path never is. */
function refuseUnknown(version: string, { versions }: DataStatus, language: Language): void {
  if (versions.some(({ name }) => name === version)) return;
  const known = versions.map(({ name }) => `\`${name}\``).join(', ');
  throw refusal(reloadText[language].unknown(logLine(version), known));
}

const view = subcommand({
  name: 'recargar ver',
  english: 'view',
  es: 'Qué datos uso, cuáles tengo a mano y la última corrida',
  en: 'Which data are live, which are at hand, and the last run',
  options: {},
  execute: forOperators(async ({ language }, { reload, clock }) =>
    statusReply(await reload.status(), clock(), language),
  ),
});

const apply = subcommand({
  name: 'recargar aplicar',
  english: 'apply',
  es: 'Cambia los datos: muestra qué cambiaría y pide confirmar',
  en: 'Change the data: shows what would change and asks',
  options: {
    version: {
      type: 'string',
      english: 'version',
      es: 'Una ya publicada; sin ella corro antes el ETL',
      en: 'A published one; without it I run the ETL first',
      autocomplete: true,
    },
  },
  execute: forOperators(async (call, deps) => {
    const { version } = call.options;
    if (version !== undefined) return propose(versionIn(version), call, deps);
    const { run, version: made } = deps.reload.startEtl(call.signal);
    await call.progress(() => etlReply(run, deps.clock(), call.language));
    return compared(await made, call, deps);
  }),
  async autocomplete({ typed, language, ...focused }, deps) {
    if (!isOperator(focused, deps)) return [];
    const { live, versions } = await deps.reload.status();
    return versions
      .filter(({ name }) => name !== live && name.includes(versionIn(typed)))
      .map((version) => ({ name: versionLine(version, language).replaceAll('`', ''), value: version.name }));
  },
});

/** The name of a version in a choice's value or label. */
const versionIn = (typed: string) => typed.split(' · ')[0]?.trim() ?? '';

const undo = subcommand({
  name: 'recargar deshacer',
  english: 'undo',
  es: 'Vuelve a los datos de antes, tras mostrar qué cambiaría',
  en: 'Go back to the data before, after showing what would change',
  options: {},
  execute: forOperators(async (call, deps) => {
    const { previous } = await deps.reload.status();
    if (previous === undefined) throw refusal(reloadText[call.language].nothingBefore);
    return propose(previous, call, deps);
  }),
});

/** Compares a published version with the live one. */
async function propose(version: string, call: Call, deps: Deps): Promise<Reply> {
  const status = await deps.reload.status();
  if (version === status.live) throw refusal(reloadText[call.language].alreadyLive(version));
  refuseUnknown(version, status, call.language);
  return compared(version, call, deps);
}

async function compared(version: string, call: Call, { reload }: Deps): Promise<Reply> {
  await call.progress(() => underWayReply(reloadText[call.language].comparing(version)));
  return comparisonReply(await reload.compare(version), call.language);
}

/** /recargar: shows, changes and restores the data. Only for operators. */
export const recargar = withSubcommands(
  {
    name: 'recargar',
    english: 'reload',
    es: 'Los datos del catálogo, para quienes operan el bot',
    en: 'The data of the catalogue, for those who operate the bot',
    listed: 'server',
    serversOnly: true,
    managersOnly: true,
    forOperators: true,
    note,
  },
  [view, apply, undo],
);

/**
 * The button below a comparison: applies the compared version if the live version is still the same. Only the operator who
 * requested the comparison may press it; if the bot posted the comparison by itself, any operator may.
 */
export const recarga = command({
  ...applyCall,
  listed: false,
  note,
  execute: forOperators(async (call, { reload }) => {
    const { options, language, messageFor, userId } = call;
    if (messageFor !== null && messageFor !== userId) throw refusal(reloadText[language].notYourButton);
    const { version, desde: from } = options;
    const status = await reload.status();
    if (status.live !== from) throw new LiveVersionChanged();
    refuseUnknown(version, status, language);
    await call.progress(() => underWayReply(reloadText[language].applying(version)));
    await reload.apply(version, from);
    return appliedReply(version, from, language);
  }),
});
