import { element, icon, icons } from './element.ts';
import type { PageText } from './text.ts';

/** Opens a picture in full size over the page on click, Enter or Space. */
export function makeEnlargeable(picture: HTMLImageElement, t: PageText): void {
  picture.tabIndex = 0;
  picture.role = 'button';
  picture.style.cursor = 'zoom-in';
  picture.addEventListener('click', () => enlarge(picture, t));
  picture.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    enlarge(picture, t);
  });
}

/** Esc, the close button and a click outside close the picture and return the focus to the message. */
function enlarge(picture: HTMLImageElement, t: PageText): void {
  const close = () => dialog.close();
  const dialog: HTMLDialogElement = element(
    'dialog',
    {
      class: 'enlarged',
      'aria-label': picture.alt || t.picture,
      onclose: () => {
        dialog.remove();
        picture.focus();
      },
      onclick: close,
    },
    element('img', {
      src: picture.src,
      alt: picture.alt,
      onclick: (event: Event) => event.stopPropagation(),
    }),
    element(
      'button',
      { type: 'button', class: 'enlarged-close', 'aria-label': t.close, onclick: close },
      icon(icons.close),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
