import { z } from 'zod';
import { imageUrl, nonBlank, refuse, text, webUrl } from './parts.ts';

/** Maximum number of characters in all embeds of a message. */
export const MAX_EMBED_CHARACTERS = 6000;

const picture = z.strictObject({
  url: imageUrl,
  proxy_url: z.string().nullish(),
  width: z.int().nullish(),
  height: z.int().nullish(),
  description: z.string().max(1024).nullish(),
});

const embed = z
  .strictObject({
    type: z.literal('rich').nullish(),
    title: z.string().max(256).nullish(),
    description: z.string().max(4096).nullish(),
    url: webUrl.nullish(),
    timestamp: z.iso.datetime({ offset: true }).nullish(),
    color: z.int().min(0).max(0xffffff).nullish(),
    author: z
      .strictObject({ name: nonBlank(256), url: webUrl.nullish(), icon_url: imageUrl.nullish() })
      .nullish(),
    footer: z.strictObject({ text: nonBlank(2048), icon_url: imageUrl.nullish() }).nullish(),
    image: picture.nullish(),
    thumbnail: picture.nullish(),
    fields: z
      .array(z.strictObject({ name: nonBlank(256), value: nonBlank(1024), inline: z.boolean().nullish() }))
      .max(25)
      .nullish(),
  })
  .superRefine((value, context) => {
    const { title, description, author, footer, image, thumbnail, fields } = value;
    const content =
      title?.trim() || description?.trim() || author || footer || image || thumbnail || fields?.length;
    if (!content) refuse(context, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  });

export type Embed = z.infer<typeof embed>;

/** Up to ten embeds with at most 6,000 characters together. */
export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((list, context) => {
    const total = list.reduce((sum, one) => sum + countCharacters(one), 0);
    if (total > MAX_EMBED_CHARACTERS) {
      const message = `Embed size exceeds maximum size of ${MAX_EMBED_CHARACTERS}`;
      refuse(context, [], 'MAX_EMBED_SIZE_EXCEEDED', message);
    }
  });

function countCharacters({ title, description, author, footer, fields }: Embed): number {
  const own = [title, description, author?.name, footer?.text];
  const ofFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...own, ...ofFields].reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

/** The alternative text of an attached file. */
export const altText = text(1024);
