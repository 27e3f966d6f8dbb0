import { recordQueries } from '../catalogue/record.ts';
import type { Snapshot } from '../catalogue/snapshot.ts';
import { readLiveManifest } from '../catalogue/versions.ts';
import { NotNow } from '../catalogue/withheld.ts';
import { readChart } from '../charts/charts.ts';
import type { Command, Deps } from '../command/command.ts';
import { guard } from '../command/guard.ts';
import { offlineServices } from '../command/offline.ts';
import { type Call, type Reply, UserError } from '../contract/call.ts';
import { customId } from '../contract/custom-id.ts';
import { isAnythingWithheld, type Withheld } from '../contract/withheld.ts';
import { queriesReply, withQueriesButton } from '../replies/queries.ts';
import { staleReply } from '../replies/trouble.ts';

/** The services and the catalogue of an answer; `readWithheld` as in `guard`. */
interface Sources {
  services: Omit<Deps, 'catalogue'>;
  catalogue: Snapshot;
  readWithheld: () => Promise<Withheld | undefined>;
}

/** Runs a call. If it queries the catalogue, its reply gets a button that shows the queries. */
export async function runWithButton(
  command: Command,
  call: Call,
  { services, catalogue, readWithheld }: Sources,
): Promise<Reply> {
  const { snapshot, runs } = recordQueries(catalogue);
  let { signature, options } = call;
  const resolved: Call['resolved'] = (values, shorter) => {
    options = shorter === undefined ? { ...options, ...values } : values;
    signature = shorter ?? signature;
  };
  const deps = guard({ ...services, catalogue: snapshot }, readWithheld, 'refuse');
  const reply = await command.execute({ ...call, resolved }, deps);
  if (runs.length === 0 || reply.shared === true) return reply;
  const known = Object.entries(options).filter(([name]) => Object.hasOwn(signature.options, name));
  return withQueriesButton(reply, customId('queries', signature, Object.fromEntries(known)), call.language);
}

/**
 * Runs a call again and returns its queries instead of its reply. It changes nothing, because it gets the services of an
 * offline call. Throws NotNow while a question is open.
 */
export async function showQueries(
  command: Command,
  call: Call,
  { services, catalogue, readWithheld }: Sources,
): Promise<Reply> {
  const { snapshot, runs } = recordQueries(catalogue);
  const charts: Deps['charts'] = {
    ...services.charts,
    // A picture is not needed, and a cached one would be drawn without a query.
    async draw(from, request) {
      await readChart(from, request);
      return undefined;
    },
  };
  const deps = guard(
    { ...services, ...offlineServices, charts, catalogue: snapshot },
    readWithheld,
    'refuse',
  );
  if (isAnythingWithheld(await deps.catalogue.withheld())) throw new NotNow('might tell');
  await command.execute(call, deps).catch((error: unknown) => {
    if (!(error instanceof UserError) || runs.length === 0) throw error;
  });
  if (runs.length === 0) throw new UserError(staleReply(call.language));
  return queriesReply(runs, (await readLiveManifest(catalogue)).name, call.language);
}
