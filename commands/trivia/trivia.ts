import {
  booleanOption,
  choice,
  integerOption,
  serverSlash,
  stringOption,
  subcommand,
} from '../../src/command/slash.ts';
import { type Subcommand, withSubcommands } from '../../src/command/subcommands.ts';
import { UserError } from '../../src/contract/call.ts';
import type { Mode } from '../../src/game/game.ts';
import type { QuestionKind, Theme } from '../../src/game/question.ts';
import { findLanguage, suggestLanguages } from '../../src/lookup/languages.ts';
import { profileReply, rankingReply, sharedReply } from '../../src/replies/trivia/rankings.ts';
import { gameText } from '../../src/text/game.ts';
import { genreChoices, genreNamed } from '../genres.ts';
import { startGame } from './start-game.ts';

const DAY = 24 * 60 * 60 * 1000;
const SPANS: Record<string, number> = { hoy: DAY, semana: 7 * DAY, mes: 30 * DAY };
const ROUNDS = 10;
const TARGET = 1000;

const decades = Array.from({ length: 13 }, (_, index) => 2010 - index * 10);

const kindChoices = (Object.keys(gameText.es.kinds) as QuestionKind[]).map((kind) =>
  choice(kind, { es: gameText.es.kinds[kind], en: gameText.en.kinds[kind] }),
);

const play: Subcommand = {
  data: subcommand('jugar', 'play', {
    es: 'Abre una partida de trivia de cine para todo el canal',
    en: 'Start a game of film trivia for the whole channel',
  })
    .addIntegerOption(
      integerOption('rondas', 'rounds', {
        es: 'Cuántas preguntas: de 5 a 50',
        en: 'How many questions: 5 to 50',
      })
        .setMinValue(5)
        .setMaxValue(50),
    )
    .addStringOption(
      stringOption('modo', 'mode', { es: 'Cómo se gana', en: 'How it is won' }).addChoices(
        choice('classic', { es: 'clásico: más puntos', en: 'classic: most points' }),
        choice('survival', { es: 'supervivencia: quien falla sale', en: 'survival: miss and you are out' }),
        choice('first_to', { es: 'primero a N puntos', en: 'first to N points' }),
      ),
    )
    .addIntegerOption(
      integerOption('meta', 'target', {
        es: 'Los puntos que ganan en «primero a N»',
        en: 'The points that win in “first to N”',
      })
        .setMinValue(200)
        .setMaxValue(10_000),
    )
    .addIntegerOption(
      integerOption('genero', 'genre', { es: 'Solo de este género', en: 'Only of this genre' }).addChoices(
        genreChoices,
      ),
    )
    .addIntegerOption(
      integerOption('decada', 'decade', { es: 'Solo de esta década', en: 'Only of this decade' }).addChoices(
        decades.map((decade) => choice(decade, { es: `años ${decade}`, en: `${decade}s` })),
      ),
    )
    .addStringOption(
      stringOption('idioma', 'language', {
        es: 'Solo con este idioma original',
        en: 'Only in this original language',
      }).setAutocomplete(true),
    )
    .addIntegerOption(
      integerOption('dificultad', 'difficulty', { es: 'Qué tan conocidas', en: 'How well known' }).addChoices(
        choice(1, { es: 'fácil', en: 'easy' }),
        choice(2, { es: 'intermedia', en: 'medium' }),
        choice(3, { es: 'difícil', en: 'hard' }),
      ),
    )
    .addStringOption(
      stringOption('tipo', 'kind', {
        es: 'Solo este tipo de pregunta',
        en: 'Only this kind of question',
      }).addChoices(kindChoices),
    ),
  async execute(call, deps) {
    const { rondas, modo, meta, genero, decada, dificultad, tipo } = call.options;
    const idioma = await findLanguage(call, deps.catalogue, 'idioma');
    const theme = {
      ...(genero === undefined ? {} : { genre: genreNamed(Number(genero)) }),
      ...(decada === undefined ? {} : { decade: Number(decada) }),
      ...(idioma === undefined ? {} : { originalLanguage: idioma }),
      ...(tipo === undefined ? {} : { kinds: [tipo as QuestionKind] }),
      ...(dificultad === undefined ? {} : { difficulty: Number(dificultad) as Theme['difficulty'] & number }),
    };
    const wish = {
      theme,
      mode: String(modo ?? 'classic') as Mode,
      rounds: Number(rondas ?? ROUNDS),
      target: Number(meta ?? TARGET),
    };
    return startGame(call, wish, deps);
  },
  autocomplete: suggestLanguages,
};

const stop: Subcommand = {
  data: subcommand('parar', 'stop', { es: 'Cierra la partida en marcha', en: 'Stop the game under way' }),
  async execute({ guildId, channelId, userId, manages, language, at }, { store, games, clock }) {
    const own = gameText[language];
    const game =
      guildId === null || channelId === null ? undefined : await store.findGame({ guildId, channelId });
    if (game === undefined) throw new UserError({ content: own.noGame });
    if (game.started_by !== userId && !manages) throw new UserError({ content: own.notYours });
    const stopping = await store.requestEnd({ gameId: game.id, reason: 'stopped', now: clock(), at });
    if (!stopping) throw new UserError({ content: own.noGame });
    games.checkDue();
    return { content: own.stopping, ephemeral: true };
  },
};

const ranking: Subcommand = {
  data: subcommand('ranking', 'ranking', {
    es: 'Quién sabe más de cine aquí',
    en: 'Who knows films best here',
  })
    .addStringOption(
      stringOption('periodo', 'period', { es: 'Desde cuándo', en: 'Since when' }).addChoices(
        choice('hoy', { es: 'hoy', en: 'today' }),
        choice('semana', { es: 'semana', en: 'week' }),
        choice('mes', { es: 'mes', en: 'month' }),
        choice('siempre', { es: 'siempre', en: 'all time' }),
      ),
    )
    .addBooleanOption(
      booleanOption('todos', 'everywhere', {
        es: 'Entre servidores, con quienes quisieron aparecer',
        en: 'Across servers, of those who asked to be shown',
      }),
    ),
  async execute({ guildId, options, language }, { store, names, clock }) {
    const span = String(options.periodo ?? 'siempre');
    const since = span === 'siempre' ? 0 : clock() - (SPANS[span] ?? 0);
    if (options.todos === true) {
      const scores = await store.globalRanking({ since, limit: 10 });
      return rankingReply(span, { everywhere: true, scores }, language);
    }
    if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
    const scores = await store.guildRanking({ guildId, since, limit: 10 });
    const memberNames = await names.of(
      guildId,
      scores.map(({ userId }) => userId),
    );
    return rankingReply(span, { everywhere: false, scores, names: memberNames }, language);
  },
};

const profile: Subcommand = {
  data: subcommand('perfil', 'profile', {
    es: 'Tus aciertos por género y década, y tu mejor racha',
    en: 'Your hits by genre and decade, and your best streak',
  }),
  async execute({ guildId, userId, language }, { store }) {
    if (guildId === null) throw new UserError({ content: gameText[language].serversOnly });
    return profileReply(await store.readProfile({ guildId, userId }), language);
  },
};

const share: Subcommand = {
  data: subcommand('compartir', 'share', {
    es: 'Aparece, o deja de aparecer, en el ranking entre servidores',
    en: 'Be shown, or no longer, in the ranking across servers',
  }).addBooleanOption(
    booleanOption('activar', 'enable', { es: 'Sí para aparecer', en: 'Yes to be shown' }).setRequired(true),
  ),
  async execute({ userId, userName, options, language }, { store }) {
    await store.showPerson(userId, options.activar === true ? userName : null);
    return sharedReply(options.activar === true, language);
  },
};

/** /trivia: games for a whole channel, their rankings, and what a person did in them. */
export const trivia = withSubcommands(
  serverSlash('trivia', 'trivia', {
    es: 'Trivia de cine para todo el servidor',
    en: 'Film trivia for the whole server',
  }),
  [play, stop, ranking, profile, share],
);
