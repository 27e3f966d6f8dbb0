import type { ServerResponse } from 'node:http';
import type { DiscordState } from '../state.ts';
import { pathMatcher } from './route.ts';

const matchPath = pathMatcher('/attachments/:channel/:id/:name');

/** Sends an attached file, or 404. Browsers show images and download all other files. */
export function sendFile(state: DiscordState, path: string, response: ServerResponse): void {
  const id = matchPath(path.split('/'))?.id;
  const file = state.files.get(id ?? '');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const isImage = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  response
    .writeHead(200, {
      'content-type': isImage ? file.type : 'application/octet-stream',
      'content-disposition': isImage ? 'inline' : 'attachment',
      'x-content-type-options': 'nosniff',
    })
    .end(file.bytes);
}
