import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { startTestBot } from '../support/test-bot.ts';
import {
  description,
  isClosed,
  isEnd,
  isOpen,
  labelsOf,
  rows,
  startTrivia,
  title,
} from '../support/trivia.ts';

const fields = (message: APIMessage) => message.embeds[0]?.fields ?? [];
/** The fields of the teams of a start message: "🟥 Los Corleone" and its members. */
const teamFields = (message: APIMessage) => fields(message).slice(1);
const isStart = (message: APIMessage) => title(message) === '🎬 Trivia';

type Trivia = Awaited<ReturnType<typeof startTrivia>>;

/** The start message once its teams have these members, by name. */
const seesTeams = (person: ReturnType<Trivia['join']>, ...teams: string[][]) =>
  person.sees(
    (message) =>
      isStart(message) &&
      JSON.stringify(teamFields(message).map(({ value }) => value.match(/^\S+(?= \(<@)/gmu) ?? [])) ===
        JSON.stringify(teams),
  );

it.each([
  ['es-419', 'Empezar', 'Donde haga falta', 'nadie todavía', 'Juegas con', '🏆 ¡Ganan **'],
  ['en-US', 'Start', 'Where I am needed', 'nobody yet', 'You play for', '** win!'],
])(
  'a game of teams in %s: people join by buttons, teams score the mean of their answers',
  async (locale, ...texts) => {
    const [start = '', anyTeam = '', nobody, playsFor = '', wins = ''] = texts;
    const trivia = await startTrivia();
    const [ana, luis, eva, late] = ['Ana', 'Luis', 'Eva', 'Tito'].map((name) => trivia.join(name, locale));
    if (!ana || !luis || !eva || !late) throw new Error('no people');
    const lobby = (
      await ana.command('trivia jugar', { rondas: 5, equipos: 2, tipo: 'director', dificultad: 1 })
    ).message;
    expect(teamFields(lobby).map(({ value }) => value)).toEqual([nobody, nobody]);
    const [red = '', blue = ''] = teamFields(lobby).map(({ name }) => name);
    expect([red.slice(0, 2), blue.slice(0, 2)]).toEqual(['🟥', '🟦']);
    await ana.press(lobby, red);
    await luis.press(lobby, blue);
    await luis.press(await seesTeams(luis, ['Ana'], ['Luis']), red);
    await eva.press(lobby, `🎲 ${anyTeam}`);
    await seesTeams(eva, ['Ana', 'Luis'], ['Eva']);
    const refused = await luis.press(lobby, `▶️ ${start}`);
    expect(refused.ephemeral).toBe(true);
    expect(refused.message.content).not.toBe('');
    await ana.press(lobby, `▶️ ${start}`);
    const question = await ana.sees(isOpen(1));
    await trivia.questionOpens();
    const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
    await ana.press(question, right);
    await luis.press(question, wrong);
    const picked = await late.press(question, right);
    trivia.advanceClock(15_000);
    const closed = await ana.sees(isClosed(1));
    const [scores] = fields(closed);
    const [first = '', scorers = '', second = ''] = scores?.value.split('\n') ?? [];
    const own = await trivia.store.gameScores(
      (await trivia.store.gamesUnderWay(trivia.guild.id))[0]?.id ?? '',
    );
    const pointsOf = (id: string) => own.find(({ userId }) => userId === id)?.points ?? Number.NaN;
    expect(first).toBe(`🥇 ${blue} · ${pointsOf(late.id)} pts`);
    expect(scorers).toBe(`Tito (<@${late.id}>) ${pointsOf(late.id)}`);
    expect(second).toBe(`🥈 ${red} · ${Math.round(pointsOf(ana.id) / 2)} pts`);
    expect(description(closed)).toContain(
      `🟥 +${Math.round(pointsOf(ana.id) / 2)} · 🟦 +${pointsOf(late.id)}`,
    );
    const told = await late.sees((one) => one.id === picked.message.id && one.content.includes(playsFor));
    expect(told.content).toContain(blue);
    await ana.command('trivia parar');
    const end = await ana.sees(isEnd);
    expect(description(end)).toContain(`**${blue}**`);
    expect(description(end)).toContain(wins);
    await expect.poll(() => trivia.store.gamesUnderWay(trivia.guild.id)).toEqual([]);
    expect(await trivia.store.countPersonalData(ana.id)).toMatchObject({ teams: 0 });
    const again = await luis.press(end, locale === 'en-US' ? 'Play again' : 'Jugar otra');
    expect(teamFields(again.message)).toHaveLength(2);
    expect(trivia.discord.violations).toEqual([]);
  },
);

it('teams are dealt out by the starter, evened out at the first question, and closed to changes after it', async () => {
  const trivia = await startTrivia();
  const people = ['Ana', 'Luis', 'Eva', 'Tito'].map((name) => trivia.join(name));
  const [ana, luis] = people;
  if (!ana || !luis) throw new Error('no people');
  const lobby = (await ana.command('trivia jugar', { equipos: 2 })).message;
  const [red = '', blue = ''] = teamFields(lobby).map(({ name }) => name);
  for (const person of people) await person.press(lobby, red);
  await seesTeams(ana, ['Ana', 'Luis', 'Eva', 'Tito'], []);
  expect((await luis.press(lobby, '🔀 Repartir')).message.content).toBe(
    'Los equipos los reparte quien armó la partida.',
  );
  const sizesOf = async () => {
    const [game] = await trivia.store.gamesUnderWay(trivia.guild.id);
    const members = await trivia.store.teamMembers(game?.id ?? '');
    return [0, 1].map((team) => members.filter((member) => member.team === team).length);
  };
  await ana.press(lobby, '🔀 Repartir');
  expect(await sizesOf()).toEqual([2, 2]);
  for (const person of people) {
    await person.press(lobby, blue);
    await person.press(lobby, red);
  }
  expect(await sizesOf()).toEqual([4, 0]);
  trivia.advanceClock(60_000);
  expect(
    fields(await ana.sees(isOpen(1))).map(({ name, value }) => [name, value.split('\n').length]),
  ).toEqual([
    [red, 2],
    [blue, 2],
  ]);
  expect(await sizesOf()).toEqual([2, 2]);
  const present = await luis.press(lobby, blue);
  expect(present.ephemeral).toBe(true);
  expect(present.message.content).toBe(`Juegas con ${red}.`);
  const late = await trivia.join('Mara').press(lobby, blue);
  expect(late.message.content).toBe(`Juegas con ${red}.`);
  expect(await sizesOf()).toEqual([3, 2]);
});

it('a game of teams lists a person’s team in their data, and erases it', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  const lobby = (await ana.command('trivia jugar', { equipos: 4 })).message;
  expect(labelsOf(lobby)).toHaveLength(7);
  const luis = trivia.join('Luis');
  await luis.press(lobby, teamFields(lobby)[3]?.name ?? '');
  expect(description((await luis.command('mis_datos ver')).message)).toContain(
    'Partidas en las que estás en un equipo: **1**',
  );
  await luis.press(await luis.command('mis_datos borrar'), 'Borrar todo');
  expect(description((await luis.command('mis_datos ver')).message)).toBe('No guardo nada de ti.');
  await ana.press(lobby, '🎲 Donde haga falta');
  await seesTeams(ana, ['Ana'], [], [], []);
});

it('a team survives while one of its members does', async () => {
  const trivia = await startTrivia();
  const [ana, luis, eva] = [trivia.join('Ana'), trivia.join('Luis'), trivia.join('Eva')];
  const lobby = (await ana.command('trivia jugar', { equipos: 2, modo: 'survival' })).message;
  const [red = '', blue = ''] = teamFields(lobby).map(({ name }) => name);
  await ana.press(lobby, red);
  await luis.press(lobby, red);
  await eva.press(lobby, blue);
  await ana.press(lobby, '▶️ Empezar');
  const first = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
  await ana.press(first, right);
  await luis.press(first, wrong);
  await eva.press(first, right);
  trivia.advanceClock(15_000);
  const second = await ana.sees(isOpen(2));
  await trivia.questionOpens();
  await ana.press(second, await trivia.wrongOption());
  await eva.press(second, await trivia.rightOption());
  trivia.advanceClock(15_000);
  expect(description(await ana.sees(isEnd))).toContain(`🏆 ¡Ganan **${blue}**!`);
});

/** A room whose host, Ana, has opened and skipped the first question. */
async function openRoom() {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  const start = (await ana.command('trivia jugar', { rondas: 5, anfitrion: true })).message;
  expect(description(start)).toContain(`**Con anfitrión**: Ana (<@${ana.id}>) abre cada pregunta.`);
  await ana.press(start, '▶️ Empezar');
  await ana.press(await ana.sees(isOpen(1)), '⏭️ Saltar');
  const closed = await ana.sees(isClosed(1));
  expect(description(closed)).toMatch(/▶️ Ana \(<@\d+>\) abre la siguiente\. Si no, sigo yo: <t:\d+:R>$/u);
  const isWaiting = async () => (await trivia.store.gamesUnderWay(trivia.guild.id))[0]?.phase;
  await expect.poll(isWaiting).toBe('pause');
  return { ...trivia, ana, luis, closed };
}

it('in a room with a host only the host opens the next question, each once', async () => {
  const { ana, luis, closed, advanceClock } = await openRoom();
  advanceClock(240_000);
  expect((await luis.press(closed, '▶️ Siguiente')).message.content).toBe(
    'La siguiente pregunta la abre quien armó la partida.',
  );
  expect(ana.visible().filter(isOpen(2))).toEqual([]);
  expect((await ana.press(closed, '▶️ Siguiente')).message.content).toBe('Va la siguiente.');
  const second = await ana.sees(isOpen(2));
  expect((await ana.press(closed, '▶️ Siguiente')).message.content).toBe('Esa pregunta ya salió.');
  await ana.press(second, '⏭️ Saltar');
  const next = await ana.sees(isClosed(2));
  expect((await ana.press(next, '▶️ Siguiente')).message.content).toBe('Va la siguiente.');
  await ana.sees(isOpen(3));
});

it('a room whose host is away for 5 minutes goes on by itself', async () => {
  const { ana, luis, advanceClock, questionOpens, wrongOption } = await openRoom();
  advanceClock(300_000);
  const second = await luis.sees(isOpen(2));
  await questionOpens();
  await luis.press(second, await wrongOption());
  advanceClock(90_000);
  const closed = await luis.sees(isClosed(2));
  expect(description(closed)).toMatch(/🎞️ Siguiente pregunta: <t:\d+:R>$/u);
  expect(labelsOf(closed)).toEqual(['Ver la ficha']);
  await ana.sees(isOpen(3));
});

it('a room waits for its host across a restart of the bot', async () => {
  const { ana, bot, discord, store, guild, closed } = await openRoom();
  await bot.stop();
  await startTestBot({ discord, store });
  expect((await store.gamesUnderWay(guild.id)).map(({ phase, round }) => [phase, round])).toEqual([
    ['pause', 1],
  ]);
  await ana.press(closed, '▶️ Siguiente');
  await ana.sees(isOpen(2));
  expect(rows(closed)).toBe(1);
});
