import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  ModalSubmitInteraction,
} from 'discord.js';
import { openStage, type Stage } from '../bot.ts';

export const commands = [
  {
    name: 'buscar',
    name_localizations: { 'en-US': 'search' },
    description: 'Busca una película',
    description_localizations: { 'en-US': 'Finds a film' },
    options: [
      {
        type: 3,
        name: 'titulo',
        name_localizations: { 'en-US': 'title' },
        description: 'El título',
        required: true,
        autocomplete: true,
      },
      {
        type: 3,
        name: 'orden',
        description: 'En qué orden',
        choices: [
          { name: 'por año', value: 'year' },
          { name: 'por votos', value: 'votes' },
        ],
      },
    ],
  },
  { name: 'ganador', description: 'Quién gana' },
  { name: 'menu', description: 'Botones y un menú' },
  { name: 'secreto', description: 'Solo para ti' },
  { name: 'formulario', description: 'Pregunta algo' },
  { name: 'nada', description: 'No responde' },
  {
    name: 'trivia',
    description: 'Juega',
    options: [
      {
        type: 1,
        name: 'jugar',
        description: 'Empieza',
        options: [{ type: 4, name: 'rondas', description: 'Cuántas', min_value: 5 }],
      },
    ],
  },
  { name: 'ajustes', description: 'Solo para admins', default_member_permissions: '32' },
];

const rows = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, label: 'Sumar', custom_id: 'sumar' },
      { type: 2, style: 3, label: 'Nada', custom_id: 'nada' },
      { type: 2, style: 4, label: 'Apagado', custom_id: 'off', disabled: true },
      { type: 2, style: 2, label: 'Preguntar', custom_id: 'preguntar' },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'genero',
        placeholder: 'Elige un género',
        options: ['Drama', 'Comedia', 'Terror'].map((label) => ({ label, value: label.toLowerCase() })),
      },
    ],
  },
];

const form = {
  custom_id: 'f',
  title: 'Tu respuesta',
  components: [
    { type: 18, label: 'Título', component: { type: 4, custom_id: 'titulo', style: 1, min_length: 2 } },
    {
      type: 18,
      label: 'Tema',
      component: {
        type: 3,
        custom_id: 'tema',
        options: [
          { label: 'Cine negro', value: 'noir' },
          { label: 'Comedia', value: 'comedy' },
        ],
      },
    },
  ],
};

/** An embed with every part of an embed and pictures on another host. */
export const card = {
  title: 'Heat (1995)',
  color: 0xe8b95b,
  description:
    'Un **ladrón** y un *policía*; ||se encuentran|| `hoy`.\n> —Michael\n- [TMDB](https://www.themoviedb.org/movie/949)',
  image: { url: 'https://image.tmdb.org/t/p/w500/x.jpg' },
  thumbnail: { url: 'https://image.tmdb.org/t/p/w200/x.jpg' },
  footer: { text: 'Datos de TMDB' },
  fields: [
    { name: 'Año', value: '1995', inline: true },
    { name: 'Duración', value: '2 h 50 min', inline: true },
    { name: 'Reparto', value: 'Al Pacino, Robert De Niro' },
  ],
};

/** Starts a bot with a command for every feature of the page. */
export function openPageStage(): Promise<Stage> {
  let sum = 0;
  const press: Record<string, (it: ButtonInteraction) => Promise<unknown>> = {
    sumar: (it) => it.update({ content: `Van ${++sum}`, components: rows }),
    preguntar: (it) => it.showModal(form),
  };
  return openStage(
    (it: Interaction) => {
      if (it.isAutocomplete()) return suggest(it);
      if (it.isChatInputCommand()) return answer[it.commandName]?.(it);
      if (it.isButton()) return press[it.customId]?.(it);
      if (it.isStringSelectMenu())
        return it.update({ content: `Elegiste ${it.values.join()}`, components: rows });
      return it.isModalSubmit() && submit(it);
    },
    commands as never,
    { deadlineMs: 700 },
  );
}

function suggest(it: AutocompleteInteraction) {
  const typed = it.options.getFocused();
  const names = ['Heat (1995)', 'Heathers (1989)'].filter((name) => name.toLowerCase().startsWith(typed));
  return it.respond(names.map((name) => ({ name, value: `#${name}` })));
}

function submit(it: ModalSubmitInteraction) {
  return it.reply(
    `${it.fields.getTextInputValue('titulo')}: ${it.fields.getStringSelectValues('tema').join()}`,
  );
}

const answer: Record<string, (it: ChatInputCommandInteraction) => Promise<unknown>> = {
  buscar: (it) => it.reply({ content: JSON.stringify(it.options.data), embeds: [card] }),
  ganador: (it) =>
    it.reply({ content: `Aplausos: ${it.user}`, embeds: [{ description: `Gana ${it.user}` }] }),
  menu: (it) => it.reply({ content: 'Elige', components: rows }),
  secreto: (it) => it.reply({ content: 'Entre nosotros', flags: 64 }),
  formulario: (it) => it.showModal(form),
  trivia: (it) => it.reply({ content: 'Empieza' }),
  ajustes: (it) => it.reply({ content: 'Listo', flags: 64 }),
};
