import type { ButtonInteraction, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import { openStage, type Stage } from './bot.ts';
import { type Refusal, refusalFrom } from './refusal.ts';

type Showing = ChatInputCommandInteraction | ButtonInteraction;

const input = (part: object = {}) => ({ type: 4, custom_id: 'titulo', style: 1, ...part });
const label = (component: object, part: object = {}) => ({ type: 18, label: 'Título', component, ...part });
const select = (part: object = {}) => ({
  type: 3,
  custom_id: 'tema',
  options: [
    { label: 'Cine negro', value: 'noir' },
    { label: 'Comedia', value: 'comedy' },
  ],
  ...part,
});
const form = (...components: object[]) => ({ custom_id: 'f', title: 'Tu respuesta', components });
const times = (count: number) =>
  Array.from({ length: count }, (_, i) => label(input({ custom_id: `t${i}` })));
const chars = (count: number) => 'a'.repeat(count);

/** Starts a bot that answers /hola with a form, and its submission with `answer`. */
async function openForm(modal: object, answer: (it: ModalSubmitInteraction) => unknown): Promise<Stage> {
  return openStage((it) => {
    if (it.isModalSubmit()) return answer(it);
    return it.isChatInputCommand() ? it.showModal(modal as never) : undefined;
  });
}

test('a form is filled in by label or custom id, and its answer names the command that opened it', async () => {
  const seen: unknown[] = [];
  const all = form(
    label(input({ min_length: 2, max_length: 5 }), { description: 'Como lo recuerdes' }),
    label(select(), { label: 'Tema' }),
    { type: 10, content: 'Una **pista**' },
    { type: 1, components: [input({ custom_id: 'nota', label: 'Nota', style: 2, required: false })] },
  );
  const { discord, errors } = await openForm(all, (it) => {
    const { fields } = it;
    seen.push(it.customId, it.isFromMessage(), fields.getTextInputValue('titulo'));
    seen.push(fields.getStringSelectValues('tema'), fields.getTextInputValue('nota'));
    return it.reply('recibido');
  });
  const ana = discord.person({ name: 'Ana' });
  const opened = await ana.command('hola');
  expect(opened).toMatchObject({ kind: 'modal', modal: { title: 'Tu respuesta' }, ephemeral: false });
  const answer = await ana.submit(opened, { Título: 'Heat', tema: ['Cine negro'] });
  expect(answer.message).toMatchObject({
    content: 'recibido',
    interaction_metadata: { type: 5, triggering_interaction_metadata: { type: 2, name: 'hola' } },
  });
  expect(seen).toEqual(['f', false, 'Heat', ['noir'], '']);
  await expect(ana.submit(opened, { titulo: 'Heat', tema: ['noir'] })).rejects.toThrow('not visible');
  expect(errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('a form that a button opened may change the message of the button', async () => {
  const { discord, errors } = await openStage(async (it) => {
    if (it.isChatInputCommand()) {
      const row = { type: 1, components: [{ type: 2, style: 1, label: 'Responder', custom_id: 'r' }] };
      await it.reply({ content: 'Pregunta', components: [row] });
    } else if (it.isButton()) await (it as Showing).showModal(form(label(input())) as never);
    else if (it.isModalSubmit() && it.isFromMessage())
      await it.update(`Era ${it.fields.getTextInputValue('titulo')}`);
  });
  const ana = discord.person({ name: 'Ana' });
  const question = await ana.command('hola');
  const opened = await ana.press(question, 'Responder');
  await expect(discord.person({ name: 'Beto' }).submit(opened, { titulo: 'x' })).rejects.toThrow(
    'not visible',
  );
  expect(await ana.submit(opened, { titulo: 'Laura' })).toMatchObject({ kind: 'update' });
  expect(question.message.content).toBe('Era Laura');
  expect(errors).toEqual([]);
});

test.each([
  ['an empty required field', { tema: ['noir'] }, 'option missing: Título'],
  ['a text below min_length', { titulo: 'a', tema: ['noir'] }, 'too short: Título, 2'],
  ['a text above max_length', { titulo: 'abcdef', tema: ['noir'] }, 'too long: Título, 5'],
  ['an unknown field', { nada: 'x' }, 'no such option: nada'],
  ['a required select without a choice', { titulo: 'ab' }, 'wrong number of choices: Tema, 1-1'],
  ['an unknown option of a select', { titulo: 'ab', tema: ['x'] }, 'not offered: x'],
])('the client does not send %s', async (_what, values, message) => {
  const modal = form(
    label(input({ min_length: 2, max_length: 5 })),
    label(select({ required: true }), { label: 'Tema' }),
  );
  const { discord } = await openForm(modal, () => undefined);
  const ana = discord.person({ name: 'Ana' });
  await expect(ana.submit(await ana.command('hola'), values)).rejects.toThrow(message);
});

const limits: [what: string, good: object, bad: object, path: string][] = [
  ['a title of 45', form(...times(1)), { ...form(...times(1)), title: chars(46) }, 'data.title'],
  [
    'a custom id of 100',
    { ...form(...times(1)), custom_id: chars(100) },
    { ...form(...times(1)), custom_id: chars(101) },
    'data.custom_id',
  ],
  ['five parts', form(...times(5)), form(...times(6)), 'data.components'],
  ['one part', form(...times(1)), form(), 'data.components'],
  [
    'a label of 45',
    form(label(input(), { label: chars(45) })),
    form(label(input(), { label: chars(46) })),
    'data.components.0.label',
  ],
  [
    'a placeholder of 100',
    form(label(input({ placeholder: chars(100) }))),
    form(label(input({ placeholder: chars(101) }))),
    'data.components.0.component.placeholder',
  ],
  [
    'a text of 4,000',
    form(label(input({ max_length: 4000 }))),
    form(label(input({ max_length: 4001 }))),
    'data.components.0.component.max_length',
  ],
  [
    'no label in a label',
    form(label(input())),
    form(label(input({ label: 'x' }))),
    'data.components.0.component.label',
  ],
  [
    'a label in a row',
    form({ type: 1, components: [input({ label: 'x' })] }),
    form({ type: 1, components: [input()] }),
    'data.components.0.components.0.label',
  ],
  [
    'a custom id once',
    form(label(input()), label(input({ custom_id: 'u' }))),
    form(label(input()), label(input())),
    'data.components.1',
  ],
  [
    'no disabled select',
    form(label(select())),
    form(label(select({ disabled: true }))),
    'data.components.0.component.disabled',
  ],
];

test.each(limits)('a form accepts %s and refuses more', async (_what, good, bad, path) => {
  const refusals: Refusal[] = [];
  const { discord, errors } = await openStage(async (it) => {
    if (!it.isChatInputCommand()) return;
    const send = (data: object) =>
      it.client.rest.post(`/interactions/${it.id}/${it.token}/callback`, {
        auth: false,
        body: { type: 9, data },
      });
    refusals.push(await refusalFrom(() => send(bad)));
    await send(good);
  });
  expect(await discord.person({ name: 'Ana' }).command('hola')).toMatchObject({ kind: 'modal' });
  expect(refusals).toMatchObject([{ code: 50035, status: 400 }]);
  expect(Object.keys(refusals[0]?.errors ?? {})).toContain(path);
  expect(errors).toEqual([]);
});

test('the submission of a form cannot be answered with a form', async () => {
  const { discord, errors } = await openForm(form(label(input())), async (it) => {
    const body = { type: 9, data: form(label(input())) };
    const ask = () =>
      it.client.rest.post(`/interactions/${it.id}/${it.token}/callback`, { auth: false, body });
    expect((await refusalFrom(ask)).errors).toEqual({ type: 'INTERACTION_RESPONSE_TYPE_INVALID' });
    await it.reply('listo');
  });
  const ana = discord.person({ name: 'Ana' });
  const answer = await ana.submit(await ana.command('hola'), { titulo: 'x' });
  expect(answer.message.content).toBe('listo');
  expect(errors).toEqual([]);
});
