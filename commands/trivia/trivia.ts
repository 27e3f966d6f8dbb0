import { subcommand, withSubcommands } from '../../src/command/command.ts';
import { UserError } from '../../src/contract/call.ts';
import { findOptionalOrigin, suggestOrigins } from '../../src/lookup/origins.ts';
import { findTheme, suggestTheme } from '../../src/lookup/theme.ts';
import { profileReply, rankingReply, sharedReply } from '../../src/replies/trivia/rankings.ts';
import { genreNamed } from '../../src/slash/options.ts';
import { playCall } from '../../src/slash/trivia-calls.ts';
import { gameText } from '../../src/text/game.ts';
import { startGame } from './start-game.ts';

const play = subcommand({
  ...playCall,
  async execute(call, deps) {
    const { rondas = 10, vidas = 1, meta = 1000, genero, decada, dificultad, tipo } = call.options;
    const { modo = call.options.vidas === undefined ? 'classic' : 'survival' } = call.options;
    const { equipos: teams = 0, anfitrion: isHosted = false } = call.options;
    const theme = {
      genre: genero === undefined ? undefined : genreNamed(genero),
      decade: decada,
      originalLanguage: await findOptionalOrigin('language', call, deps.catalogue, 'idioma'),
      kinds: tipo === undefined ? undefined : [tipo],
      difficulty: dificultad,
      ...(await findTheme(call, deps.catalogue)),
    };
    const room = { teams, isHosted };
    return startGame(call, { theme, mode: modo, rounds: rondas, target: meta, lives: vidas, ...room }, deps);
  },
  autocomplete: (focused, deps) =>
    focused.option === 'tema' ? suggestTheme(focused, deps) : suggestOrigins('language')(focused, deps),
});

const stop = subcommand({
  name: 'trivia parar',
  english: 'stop',
  es: 'Cierra la partida en marcha',
  en: 'Stop the game under way',
  options: {},
  async execute({ guildId, channelId, userId, manages, language, at }, { store, games, clock }) {
    const t = gameText[language];
    const game =
      guildId === null || channelId === null ? undefined : await store.findGame({ guildId, channelId });
    if (game === undefined) throw new UserError({ content: t.noGame });
    if (game.started_by !== userId && !manages) throw new UserError({ content: t.notYours });
    const stopping = await store.requestEnd({ gameId: game.id, reason: 'stopped', now: clock(), at });
    if (!stopping) throw new UserError({ content: t.noGame });
    games.checkDue();
    return { content: t.stopping, ephemeral: true };
  },
});

const DAY = 24 * 60 * 60 * 1000;

/** The length of each period of the ranking, in ms. */
const PERIODS = { hoy: DAY, semana: 7 * DAY, mes: 30 * DAY, siempre: Number.POSITIVE_INFINITY } as const;

const ranking = subcommand({
  name: 'trivia ranking',
  english: 'ranking',
  es: 'Quién sabe más de cine aquí',
  en: 'Who knows films best here',
  options: {
    periodo: {
      type: 'string',
      english: 'period',
      es: 'Desde cuándo',
      en: 'Since when',
      choices: [
        { value: 'hoy', es: 'hoy', en: 'today' },
        { value: 'semana', es: 'semana', en: 'week' },
        { value: 'mes', es: 'mes', en: 'month' },
        { value: 'siempre', es: 'siempre', en: 'all time' },
      ],
    },
    todos: {
      type: 'boolean',
      english: 'everywhere',
      es: 'Entre servidores, con quienes quisieron aparecer',
      en: 'Across servers, of those who asked to be shown',
    },
  },
  async execute({ guildId, options, language }, { store, names, clock }) {
    const { periodo = 'siempre', todos = false } = options;
    const since = Math.max(0, clock() - PERIODS[periodo]);
    if (todos) {
      const scores = await store.globalRanking({ since, limit: 10 });
      return rankingReply(periodo, { everywhere: true, scores }, language);
    }
    if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
    const scores = await store.guildRanking({ guildId, since, limit: 10 });
    const ids = scores.map(({ userId }) => userId);
    return rankingReply(
      periodo,
      { everywhere: false, scores, names: await names.of(guildId, ids) },
      language,
    );
  },
});

const profile = subcommand({
  name: 'trivia perfil',
  english: 'profile',
  es: 'Tus aciertos por género y década, y tu mejor racha',
  en: 'Your hits by genre and decade, and your best streak',
  options: {},
  async execute({ guildId, userId, language }, { store }) {
    if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
    return profileReply(await store.readProfile({ guildId, userId }), language);
  },
});

const share = subcommand({
  name: 'trivia compartir',
  english: 'share',
  es: 'Aparece, o deja de aparecer, en el ranking entre servidores',
  en: 'Be shown, or no longer, in the ranking across servers',
  options: {
    activar: {
      type: 'boolean',
      english: 'enable',
      es: 'Sí para aparecer',
      en: 'Yes to be shown',
      required: true,
    },
  },
  async execute({ userId, userName, options, language }, { store }) {
    await store.showPerson(userId, options.activar ? userName : null);
    return sharedReply(options.activar, language);
  },
});

/** /trivia: games for a whole channel, their rankings, and a player's own figures. */
export const trivia = withSubcommands(
  {
    name: 'trivia',
    english: 'trivia',
    es: 'Trivia de cine para todo el servidor',
    en: 'Film trivia for the whole server',
    listed: 'game',
    serversOnly: true,
  },
  [play, stop, ranking, profile, share],
);
