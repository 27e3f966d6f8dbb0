import type { ServerResponse } from 'node:http';
import type { World } from '../world.ts';
import { readerOf } from './route.ts';

const readPath = readerOf('/attachments/:channel/:id/:name');

/** Sends an attached file, or 404. Nothing but pictures is shown by a browser: the rest is saved. */
export function sendFile(world: World, path: string, response: ServerResponse): void {
  const id = readPath(path.split('/'))?.id;
  const file = world.files.get(id ?? '');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  response
    .writeHead(200, {
      'content-type': isPicture ? file.type : 'application/octet-stream',
      'content-disposition': isPicture ? 'inline' : 'attachment',
      'x-content-type-options': 'nosniff',
    })
    .end(file.bytes);
}
