import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { drawMessage } from '#local-discord/draw-message';
import { startTestBot } from '../support/test-bot.ts';
import { description, isClosed, isEnd, isOpen, startTrivia, title } from '../support/trivia.ts';

it.each([
  ['es-419', 'Pregunta 1 de 5', 'Anotado: **', '⏭️ Saltar', 'Era **', '¡Gana Luis (<@'],
  ['en-US', 'Question 1 of 5', 'Noted: **', '⏭️ Skip', 'It was **', '>) wins!'],
])('a whole game in %s: questions, private replies to picks, scores, the end', async (locale, ...texts) => {
  const [first, noted, skip, was, wins] = texts;
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana', locale), trivia.join('Luis', locale)];
  const start = await ana.command('trivia jugar', { rondas: 5 });
  expect(start.ephemeral).toBe(false);
  for (let round = 1; round <= 5; round++) {
    const message = await luis.sees(isOpen(round));
    if (round === 1) expect(title(message)).toBe(first);
    const picked = await luis.press(message, await trivia.rightOption());
    expect(picked.ephemeral).toBe(true);
    expect(picked.message.content).toContain(noted);
    await ana.press(message, skip ?? '');
    const closed = await luis.sees(isClosed(round));
    expect(description(closed)).toContain(was);
    expect(description(closed)).toContain(`Luis (<@${luis.id}>) +`);
    const card = await ana.press(closed, closed.components?.[0] === undefined ? '' : cardOf(closed));
    expect(card.message.embeds[0]?.title).toBeTruthy();
  }
  const end = await luis.sees(isEnd);
  expect(description(end)).toContain(wins);
  expect(description(end)).toContain(luis.id);
  const toStrangers = drawMessage(end, { width: 80, colour: false });
  expect(toStrangers).toMatch(/(?:¡Gana |🏆 )Luis \(<@\d+>\)/u);
  expect(toStrangers).toMatch(/🥇 Luis \(<@\d+>\) · /u);
  const again = await luis.press(end, locale === 'en-US' ? 'Play again' : 'Jugar otra');
  expect(title(again.message)).toBe('🎬 Trivia');
  expect(again.ephemeral).toBe(false);
  expect(description(again.message)).toContain(`Luis (<@${luis.id}>)`);
  expect(trivia.discord.violations).toEqual([]);
});

function cardOf(message: APIMessage): string {
  const [row] = message.components ?? [];
  const [button] = row !== undefined && 'components' in row ? row.components : [];
  return button !== undefined && 'label' in button ? (button.label ?? '') : '';
}

it('a question closes when its time is over, and two unanswered questions end the game', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  for (const round of [1, 2]) {
    await ana.sees(isOpen(round));
    await trivia.questionOpens();
    trivia.advanceClock(90_000);
    expect(description(await ana.sees(isClosed(round)))).toContain('Nadie respondió.');
  }
  expect(description(await ana.sees(isEnd))).toContain('la sala quedó vacía');
});

it('a question counts the answers, and closes 3 s after all who play have answered', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  await ana.command('trivia jugar', { rondas: 5 });
  const first = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  for (const person of [ana, luis]) await person.press(first, await trivia.wrongOption());
  trivia.advanceClock(15_000);
  await ana.sees(isClosed(1));
  const second = await ana.sees(isOpen(2));
  await trivia.questionOpens();
  expect(description(second)).toMatch(/⏳ Cierre: <t:\d+:R>$/u);
  await luis.press(second, await trivia.wrongOption());
  trivia.advanceClock(1500);
  await ana.sees((message) => isOpen(2)(message) && description(message).endsWith('1 de 2 ya respondió'));
  await ana.press(second, await trivia.wrongOption());
  trivia.advanceClock(1500);
  const counted = (message: APIMessage) =>
    isOpen(2)(message) && description(message).endsWith('2 de 2 ya respondieron');
  await ana.sees(counted);
  trivia.advanceClock(1500);
  expect(description(await ana.sees(isClosed(2)))).toContain('Nadie acertó esta vez.');
  expect(trivia.discord.violations).toEqual([]);
});

it('a game continues after the clock is set back a day', async () => {
  const trivia = await startTrivia({ options: { clock: Date.now } });
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const day = 86_400_000;
  trivia.advanceClock(-day);
  const isLeased = async () =>
    (await trivia.store.gamesUnderWay(trivia.guild.id)).every(({ due_at }) => due_at < Date.now() - day / 2);
  await expect.poll(isLeased).toBe(true);
  expect((await ana.press(message, await trivia.rightOption())).message.content).toContain('Anotado: **');
  trivia.advanceClock(90_000);
  expect(description(await ana.sees(isClosed(1)))).toContain(`Ana (<@${ana.id}>) +`);
});

it('while a question is open, lookups of all its films and people are refused in the same way', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { tipo: 'director' });
  const message = await ana.sees(isOpen(1));
  const { films, people } = await trivia.question();
  const titulos = films.map((id) => `#${id}`);
  expect(titulos.length).toBeGreaterThan(0);
  for (const titulo of titulos) {
    const refused = await ana.command('pelicula', { titulo });
    expect(refused.ephemeral).toBe(true);
    expect(refused.message.content).toContain('después de la ronda');
  }
  expect(people.length).toBeGreaterThan(0);
  for (const id of people.slice(0, 2)) {
    const refused = await ana.command('get_actor', { nombre_actor: `#${id}` });
    expect(refused.ephemeral).toBe(true);
  }
  const offered = await ana.autocomplete('pelicula', 'titulo', 'toy');
  expect(offered.length).toBeGreaterThan(0);
  expect(
    offered.filter(({ name, value }) => /\(\d{4}\)| · /u.test(name) || titulos.includes(String(value))),
  ).toEqual([]);
  await ana.press(message, '⏭️ Saltar');
  await ana.sees(isClosed(1));
  const answered = await ana.command('pelicula', { titulo: titulos[0] ?? '' });
  expect(answered.ephemeral).toBe(false);
});

it('the title in a question is bold', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { tipo: 'director' });
  const [line] = description(await ana.sees(isOpen(1))).split('\n');
  expect(line).toMatch(/^¿Quién dirigió \*\*[^*]+\*\* \(\d{4}\)\?$/u);
});

it('only the first pick counts; the reply does not reveal whether it is right, and a late pick is rejected', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
  expect((await ana.press(message, wrong)).message.content).toContain('Anotado: **');
  expect((await ana.press(message, right)).message.content).toContain('Ya elegiste **');
  trivia.advanceClock(89_000);
  const late = await luis.press(message, right);
  expect(late.message.content).toBe('Llegaste tarde: esa pregunta ya se cerró.');
  expect(description(await ana.sees(isClosed(1)))).toContain('Nadie acertó esta vez.');
});

it('the private reply to a pick says whether it was right once the question closes, in the language of the person', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis', 'en-US')];
  await ana.command('trivia jugar', { modo: 'survival' });
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
  const hers = await ana.press(message, right);
  const his = await luis.press(message, wrong);
  expect(his.message.content).toContain('Noted: **');
  trivia.advanceClock(15_000);
  const now = (id: string) => (one: APIMessage) => one.id === id && !/^(?:Anotado|Noted)/u.test(one.content);
  expect((await ana.sees(now(hers.message.id))).content).toMatch(
    /^✅ ¡Acertaste! Era \*\*.+\*\*: ganas (\d+) puntos y llevas \1\.$/u,
  );
  expect((await luis.sees(now(his.message.id))).content).toMatch(
    /^❌ You chose \*\*.+\*\*, and it was \*\*.+\*\*\. You are out\.$/u,
  );
  expect(trivia.discord.violations).toEqual([]);
});

it('a game that nobody survives says so, and gives no medals for 0 points', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  await ana.command('trivia jugar', { modo: 'survival' });
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  for (const person of [ana, luis]) await person.press(message, await trivia.wrongOption());
  trivia.advanceClock(15_000);
  const [answer] = (await ana.sees(isClosed(1))).embeds;
  const end = await ana.sees(isEnd);
  expect(description(end)).toBe('💀 Nadie sobrevivió.');
  for (const embed of [answer, end.embeds[0]])
    expect(embed?.fields).toMatchObject([
      {
        name: 'Así quedaron',
        value: expect.stringMatching(/^\*\*1\.\*\* .+ · 0 pts\n\*\*2\.\*\* .+ · 0 pts$/u),
      },
    ]);
});

it('a game with two lives shows the hearts that are left, and ends when one person is left', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis', 'en-US')];
  const start = await ana.command('trivia jugar', { vidas: 2, rondas: 5 });
  expect(description(start.message)).toContain('**Supervivencia**: tienes 2 vidas.');
  for (const round of [1, 2]) {
    const message = await ana.sees(isOpen(round));
    await trivia.questionOpens();
    const [right, wrong] = [await trivia.rightOption(), await trivia.wrongOption()];
    await ana.press(message, right);
    const his = await luis.press(message, wrong);
    trivia.advanceClock(15_000);
    const verdict = await luis.sees(({ id, content }) => id === his.message.id && content.startsWith('❌'));
    expect(verdict.content).toMatch(round === 1 ? /Left: ❤️$/u : /You are out\.$/u);
    const closed = await ana.sees(isClosed(round));
    const value = closed.embeds[0]?.fields?.[0]?.value;
    expect(value).toMatch(round === 1 ? /pts · ❤️❤️\n.+ · 0 pts · ❤️$/u : /pts · ❤️❤️\n.+ · 0 pts · 💀$/u);
  }
  const end = await ana.sees(isEnd);
  expect(description(end)).toContain('¡Gana Ana ');
  const again = await luis.press(end, 'Jugar otra');
  expect(description(again.message)).toContain('**Survival**: you have 2 lives.');
  expect(trivia.discord.violations).toEqual([]);
});

it('the points that are shown are those left: half after a hint', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { tipo: 'director', dificultad: 1 });
  const message = await ana.sees(isOpen(1));
  expect(message.embeds[0]?.footer?.text).toBe('hasta 150 puntos');
  await ana.press(message, '💡 Pista');
  await ana.sees((one) => one.embeds[0]?.footer?.text === 'hasta 75 puntos');
});

it('an answer shows the poster of its film, who was right and when the next question comes', async () => {
  const trivia = await startTrivia();
  await trivia.store.changeSettings(trivia.guild.id, { pause: 5 });
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { tipo: 'spanish_title' });
  await ana.sees((message) => title(message) === '🎬 Trivia');
  trivia.advanceClock(10_000);
  const message = await ana.sees(isOpen(1));
  await trivia.questionOpens();
  const { options, answer, reveal } = await trivia.question();
  const label = options[answer]?.label ?? '';
  await ana.press(message, label);
  trivia.advanceClock(15_000);
  const [embed] = (await ana.sees(isClosed(1))).embeds;
  expect(embed?.thumbnail).toMatchObject({ url: reveal?.poster, description: reveal?.film });
  expect(reveal?.film).toMatch(/\(\d{4}\)$/u);
  const [, told, outcome, next] = embed?.description?.split('\n\n') ?? [];
  expect(told).toBe(`Era **${label}** (${reveal?.year})\n🎬 ${reveal?.fact}`);
  expect(outcome).toMatch(/^✅ Acertó Ana \(<@\d+>\) \+\d+, en \d+\.\d s$/u);
  expect(next).toMatch(/^🎞️ Siguiente pregunta: <t:\d+:R>$/u);
});

it('a hint is shown when most players vote for it, and halves the points', async () => {
  const trivia = await startTrivia();
  const [ana, luis] = [trivia.join('Ana'), trivia.join('Luis')];
  await ana.command('trivia jugar');
  const first = await ana.sees(isOpen(1));
  expect((await luis.press(first, '💡 Pista')).message.content).toContain('Votan quienes juegan');
  await luis.press(first, await trivia.wrongOption());
  await ana.press(first, '⏭️ Saltar');
  const message = await ana.sees(isOpen(2));
  const { hint, difficulty } = await trivia.question();
  expect((await luis.press(message, '💡 Pista')).message.content).toBe('Tu voto cuenta: van 1 de 2.');
  expect((await ana.press(message, '💡 Pista')).message.content).toBe('Ahí va la pista.');
  await ana.sees((one) => description(one).includes(hint));
  await ana.press(message, await trivia.rightOption());
  await ana.press(message, '⏭️ Saltar');
  await ana.sees(isClosed(2));
  const [score] = await trivia.store.guildRanking({ guildId: trivia.guild.id, since: 0, limit: 1 });
  expect(score?.points).toBeGreaterThanOrEqual(50 * difficulty);
  expect(score?.points).toBeLessThanOrEqual(75 * difficulty);
});

it('a server has one game, which only its starter or an admin can stop', async () => {
  const trivia = await startTrivia();
  const [ana, luis, jefa] = [trivia.join('Ana'), trivia.join('Luis'), trivia.join('Jefa', 'es-419', true)];
  await ana.command('trivia jugar');
  const second = await luis.command('trivia jugar');
  expect(second.ephemeral).toBe(true);
  expect(second.message.content).toContain('Ya hay una partida en <#');
  expect((await luis.command('trivia parar')).message.content).toContain('Solo puede parar');
  const message = await ana.sees(isOpen(1));
  const right = await trivia.rightOption();
  await jefa.command('trivia parar');
  expect((await luis.press(message, right)).message.content).toContain('Llegaste tarde');
  expect(description(await ana.sees(isEnd))).toContain('se detuvo antes del final');
  expect((await ana.command('trivia parar')).message.content).toContain('No hay ninguna partida');
});

it('only admins can change settings, and games follow them', async () => {
  const trivia = await startTrivia();
  const [ana, jefa] = [trivia.join('Ana'), trivia.join('Jefa', 'es-419', true)];
  expect(ana.commands().map(({ realName }) => realName)).not.toContain('ajustes cambiar');
  const shown = await jefa.command('ajustes cambiar', { idioma: 'en', quien: 'managers', segundos: 30 });
  expect(shown.ephemeral).toBe(true);
  expect(description(shown.message)).toBe(
    'Idioma de las partidas\nAntes: el de quien abre la partida\nAhora: **inglés**\n\n' +
      'Segundos por pregunta\nAntes: 20 s\nAhora: **30 s**\n\n' +
      'Quién puede abrir partidas\nAntes: cualquiera\nAhora: **solo quien administra el servidor**',
  );
  const again = await jefa.command('ajustes cambiar', { segundos: 30 });
  expect(description(again.message)).toContain('Nada cambió');
  expect(description((await jefa.command('ajustes ver')).message)).toContain(
    'Segundos por pregunta: **30 s**',
  );
  expect((await ana.command('trivia jugar')).message.content).toContain('quien lo administra');
  await jefa.command('trivia jugar');
  expect(title(await ana.sees(isOpen(1)))).toBe('Question 1 of 10');
});

it('a person can see and erase their data in the middle of a game', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  await ana.press(message, await trivia.rightOption());
  const shown = await ana.command('mis_datos ver');
  expect(shown.ephemeral).toBe(true);
  expect(description(shown.message)).toContain('Respuestas de trivia: **1**');
  expect(shown.message.attachments[0]?.filename).toBe('filmoteca.json');
  const file = await fetch(shown.message.attachments[0]?.url ?? '');
  const { picks } = JSON.parse(await file.text());
  expect(picks).toMatchObject([{ correct: null, points: null, streak: null }]);
  const confirmation = await ana.command('mis_datos borrar');
  await ana.press(confirmation, 'Borrar todo');
  expect(description((await ana.command('mis_datos ver')).message)).toBe('No guardo nada de ti.');
  expect(await trivia.store.guildRanking({ guildId: trivia.guild.id, since: 0, limit: 9 })).toEqual([]);
});

it('rankings and profiles have the right figures; across servers only people who agreed are shown', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  expect(description((await ana.command('trivia ranking')).message)).toContain('Todavía no hay puntos');
  await ana.command('trivia jugar', { rondas: 5 });
  const message = await ana.sees(isOpen(1));
  await ana.press(message, await trivia.rightOption());
  // A point in the ranking would reveal that the option is right.
  for (const command of ['trivia ranking', 'trivia perfil'])
    expect((await ana.command(command)).message.content).toContain('Pregúntamelo después de la ronda');
  await ana.command('trivia parar');
  await ana.sees(isEnd);
  expect(description((await ana.command('trivia ranking', { periodo: 'hoy' })).message)).toMatch(
    RegExp(`^🥇 Ana \\(<@${ana.id}>\\) · \\*\\*\\d+\\*\\* pts · acertó 1 de 1$`, 'u'),
  );
  expect(description((await ana.command('trivia perfil')).message)).toContain('acertaste 1 de 1 (100.0%)');
  expect(description((await ana.command('trivia ranking', { todos: true })).message)).toContain('Todavía no');
  await ana.command('trivia compartir', { activar: true });
  expect(description((await ana.command('trivia ranking', { todos: true })).message)).toContain('🥇 Ana · ');
});

it('a game ends if the bot loses its permissions, and replies to later presses say so', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  const message = await ana.sees(isOpen(1));
  const right = await trivia.rightOption();
  const channel = trivia.guild.channels.find(({ name }) => name === 'trivia');
  if (channel === undefined) throw new Error('no channel');
  trivia.discord.changes.permit(channel, 0n);
  await ana.press(message, '⏭️ Saltar');
  await expect.poll(() => trivia.store.gamesUnderWay(trivia.guild.id)).toEqual([]);
  expect((await ana.press(message, right)).message.content).toContain('ya no puedo escribir en ese canal');
  expect((await ana.command('trivia jugar')).message.content).toContain('Necesito permiso');
});

it('a bot that is removed from a server ends its game; an outage of the server does not', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar');
  await ana.sees(isOpen(1));
  trivia.discord.changes.fail(trivia.guild);
  trivia.discord.changes.restore(trivia.guild);
  expect(await trivia.store.knownGuilds()).toEqual([trivia.guild.id]);
  trivia.discord.changes.remove(trivia.guild);
  await expect.poll(() => trivia.store.knownGuilds()).toEqual([]);
  await expect.poll(() => trivia.store.gamesUnderWay(trivia.guild.id)).toEqual([]);
  trivia.discord.changes.restore(trivia.guild);
  await expect.poll(() => trivia.store.knownGuilds()).toEqual([trivia.guild.id]);
});

it('a game continues after a restart of the bot', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  await ana.command('trivia jugar', { rondas: 5 });
  const message = await ana.sees(isOpen(1));
  await ana.press(message, await trivia.rightOption());
  await trivia.bot.stop();
  await startTestBot({ discord: trivia.discord, store: trivia.store });
  await ana.press(message, '⏭️ Saltar');
  expect(description(await ana.sees(isClosed(1)))).toContain(`Ana (<@${ana.id}>) +`);
  await ana.sees(isOpen(2));
});

it('a theme is a genre, decade, language or kind of question; a theme without questions is refused', async () => {
  const trivia = await startTrivia();
  const ana = trivia.join('Ana');
  expect((await ana.autocomplete('trivia jugar', 'idioma', 'espa')).map(({ name }) => name)).toEqual([
    'español',
  ]);
  const start = await ana.command('trivia jugar', { idioma: 'Español', tipo: 'year' });
  expect(start.message.embeds[0]?.fields?.[0]?.value).toContain('de qué año es, cine en español · ');
  await ana.sees(isOpen(1));
  const { kind, originalLanguage } = await trivia.question();
  expect([kind, originalLanguage]).toEqual(['year', 'es']);
  await ana.command('trivia parar');
  await ana.sees(isEnd);
  expect((await ana.command('trivia jugar', { idioma: 'klingon' })).message.embeds[0]?.description).toContain(
    'en ningún idioma llamado «klingon»',
  );
  const none = await ana.command('trivia jugar', { genero: 'western', idioma: 'es', decada: 1900 });
  expect(none.ephemeral).toBe(true);
  expect(none.message.content).toContain('De ese tema no tengo preguntas');
});
