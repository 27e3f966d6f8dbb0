import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-code.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-header.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import '@skyra/discord-components-core/discord-time.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';

const font = `
  :host,
  :host > *:first-child {
    font-family: 'Noto Sans Variable', 'Twemoji', 'gg sans', 'Helvetica Neue', Helvetica, Arial, sans-serif;
  }
`;

/** Replaces the library's older colours by those of the current client, with enough contrast on the dark background. */
const changes: [{ elementStyles: unknown[] }, string][] = [
  [
    DiscordMessages,
    `
      :host {
        background-color: transparent;
        border: none;
        color: #dbdee1;
      }
    `,
  ],
  [
    DiscordMessage,
    `
      :host {
        color: #dbdee1;
        padding-right: 16px;
      }
      :host(:hover) {
        background-color: #2e3035;
      }
      .discord-message-timestamp {
        color: #a3a8b0;
        font-weight: 500;
        margin-left: 4px;
      }
      .discord-message-content {
        min-width: 0;
      }
      .discord-author-avatar img {
        cursor: default;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    `
      :host .discord-author-username:hover {
        text-decoration: none;
        cursor: default;
      }
    `,
  ],
  [
    DiscordEmbed,
    `
      :host {
        color: #dbdee1;
        margin: 4px 0;
        max-width: 100%;
      }
      :host .discord-embed-root {
        min-width: 0;
      }
      :host .discord-embed-wrapper {
        background-color: #2b2d31;
        border: none;
        max-width: 516px;
      }
      :host .discord-embed-author,
      :host .discord-embed-title {
        color: #f2f3f5;
      }
      :host .discord-embed-author a {
        color: #f2f3f5;
      }
      :host .discord-embed-title a {
        color: #00a8fc;
      }
      :host .discord-embed-image {
        max-width: min(400px, 100%);
        height: auto;
      }
      :host .discord-embed-grid {
        min-width: 0;
      }
    `,
  ],
  [
    DiscordEmbedField,
    `
      :host .discord-field-title {
        color: #f2f3f5;
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    `
      :host {
        color: #dbdee1;
      }
    `,
  ],
  [
    DiscordButton,
    `
      :host > *:first-child {
        border-radius: 8px;
        margin: 4px 8px 0 0;
        padding: 0 16px;
        box-sizing: border-box;
        line-height: 18px;
        max-width: 100%;
        transition: background-color 0.17s ease;
      }
      :host(:focus-within) > *:first-child:focus-visible {
        outline: 2px solid #00a8fc;
        outline-offset: 2px;
      }
      a > svg {
        margin-left: 6px;
      }
      .success {
        background-color: #248046;
      }
      .success.hoverable:hover {
        background-color: #1a6334;
      }
      .destructive {
        background-color: #da373c;
      }
      .primary.hoverable:hover {
        background-color: #4752c4;
      }
      .secondary {
        background-color: #4e5058;
      }
      .secondary.hoverable:hover,
      a.secondary:hover {
        background-color: #6d6f78;
      }
    `,
  ],
];

/** Applies the styles to the elements of discord-components. Call it before the first element is created. */
export function applyTheme(): void {
  for (const [component, change] of changes) component.elementStyles.push(sheet(font + change));
}

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
