import type { z } from 'zod';
import { check, type ErrorTree, nest, type Problem, printProblem } from '../limits/form-errors.ts';
import type { BodyKind, DiscordState } from '../state.ts';

/** An error response: HTTP status, Discord's code and message. Routes throw it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** Returns the response body. */
  toJSON(): { message: string; code: number; errors?: ErrorTree } {
    const { message, code, problems } = this;
    return problems.length > 0 ? { message, code, errors: nest(problems) } : { message, code };
  }
}

/** Discord's documented errors. */
export const apiErrors = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  wrongMethod: () => new ApiError(405, 0, '405: Method Not Allowed'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  tooManyCommands: () => new ApiError(400, 30032, 'Maximum number of application commands reached (100)'),
  entityTooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () =>
    new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  nonTextChannel: () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  unavailable: () => new ApiError(503, 0, '503: Service Unavailable'),
  threadArchived: () => new ApiError(400, 50083, 'Thread is archived'),
  threadLocked: () => new ApiError(400, 160005, 'Thread is locked'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  invalidBody: (problems: readonly Problem[]) => new ApiError(400, 50035, 'Invalid Form Body', problems),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
};

const KEPT = 1000;

/** Returns the parsed body. If the schema or `state.validate` rejects it, records a violation and throws 50035. */
export function validated<T>(state: DiscordState, kind: BodyKind, schema: z.ZodType<T>, body: unknown): T {
  const read = check(schema, body);
  if ('problems' in read) throw recordViolation(state, kind, body, read.problems);
  const messages = state.validate?.(body, kind) ?? [];
  if (messages.length > 0) {
    const problems = messages.map((message) => ({ path: [], code: 'VALIDATOR', message }));
    throw recordViolation(state, kind, body, problems);
  }
  return read.value;
}

/** Records a refused body. Returns the error to throw. */
export function recordViolation(state: DiscordState, kind: BodyKind, body: unknown, problems: Problem[]) {
  state.violations.push({ kind, problems: problems.map(printProblem), body });
  if (state.violations.length > KEPT) state.violations.shift();
  return apiErrors.invalidBody(problems);
}
