import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { handlesOfPart, type RowPart, rowsOf } from './handles.ts';
import { linked } from './markdown.ts';
import { type Line, type Look, looks, plainLook, type Run, run, withCodes, wrap } from './runs.ts';

type Button = Extract<RowPart, { type: ComponentType.Button }>;
type Select = Exclude<RowPart, Button>;
type Drawing = { width: number; colour: boolean; numbered: boolean };

const dim: Look = { codes: [looks.grey] };
const strong: Look = { codes: [looks.bold] };

/** Draws rows of buttons, `[ Etiqueta ]`, and selects with their options, optionally numbered. */
export function drawRows(
  components: readonly APIMessageTopLevelComponent[] | undefined,
  drawing: Drawing,
): Line[] {
  let number = 1;
  return rowsOf(components).flatMap((parts) => {
    const runs: Run[] = [];
    for (const part of parts) {
      runs.push(
        ...(part.type === ComponentType.Button
          ? drawButton(part, number, drawing)
          : drawSelect(part, number, drawing)),
      );
      number += handlesOfPart(part).length;
    }
    return wrap(keepTogether(runs), drawing.width);
  });
}

/** Replaces the spaces in buttons by non-breaking ones. */
function keepTogether(runs: Run[]): Run[] {
  return runs.map((one) =>
    one.text.startsWith('[ ') ? { ...one, text: one.text.replaceAll(' ', '\u00A0') } : one,
  );
}

function drawButton(button: Button, number: number, { colour, numbered }: Drawing): Run[] {
  const label =
    button.style === ButtonStyle.Premium ? '★' : [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.style === ButtonStyle.Link)
    return [...linked(`[ ${label} ↗ ]`, button.url, plainLook, colour), run('  ')];
  const isUsable = handlesOfPart(button).length > 0;
  const mark = numbered && isUsable ? [run(`${number}\u00A0`, dim)] : [];
  return [...mark, run(`[ ${label} ]`, isUsable ? buttonLook(button.style) : dim), run('  ')];
}

function buttonLook(style: ButtonStyle): Look {
  if (style === ButtonStyle.Primary) return withCodes(strong, looks.blue);
  if (style === ButtonStyle.Success) return withCodes(strong, looks.green);
  return style === ButtonStyle.Danger ? withCodes(strong, looks.red) : strong;
}

function drawSelect(select: Select, first: number, { numbered }: Drawing): Run[] {
  const head = run(`▾ ${select.placeholder ?? '…'}`, select.disabled ? dim : strong);
  if (select.type !== ComponentType.StringSelect) return [head];
  const isNumbered = numbered && !select.disabled;
  const digits = String(first + select.options.length - 1).length;
  const lines = select.options.flatMap((option, index) => {
    const mark = isNumbered ? `${String(first + index).padStart(digits)} ` : '';
    const label = [option.emoji?.name, option.label].filter(Boolean).join(' ');
    const about = option.description ? [run(` · ${option.description}`, dim)] : [];
    return [run('\n  '), run(`${mark}${option.default ? '◉' : '○'} `, dim), run(label), ...about];
  });
  return [head, ...lines];
}
