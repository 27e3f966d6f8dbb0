import type { IncomingMessage } from 'node:http';
import { apiErrors } from './api-error.ts';

const MAX_BYTES = 30 * 1024 * 1024;

/** An uploaded file; `slot` is the n of `files[n]`. */
export type Upload = { slot: string; name: string; type: string; bytes: Uint8Array };

export type Body = { json: unknown; files: Upload[] };

/** Reads a body: JSON, or multipart with `payload_json` and `files[n]`. `json` is `undefined` if the body is empty. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: parseJson(bytes.toString('utf8')), files: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw apiErrors.entityTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw apiErrors.invalidJson();
    });
  const files: Upload[] = [];
  for (const [key, part] of form.entries()) {
    const slot = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (slot === undefined || typeof part === 'string') continue;
    files.push({ slot, name: part.name, type: part.type, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiErrors.invalidJson();
  }
}
