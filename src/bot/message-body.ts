import type { Reply } from '../contract/call.ts';
import { withinLimits } from './limits.ts';

/** A reply as discord.js takes it; nobody is pinged. */
export function toMessage(reply: Reply) {
  const { content, embeds, components, files } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    files: (files ?? []).map(({ name, data, description }) => ({ name, attachment: data, description })),
    allowedMentions: { parse: [] },
  };
}

/** A reply as Discord's REST API takes it, without files; nobody is pinged. */
export function toBody(reply: Reply) {
  const { content, embeds, components } = withinLimits(reply);
  return {
    content: content ?? '',
    embeds: embeds ?? [],
    components: components ?? [],
    allowed_mentions: { parse: [] },
  };
}
