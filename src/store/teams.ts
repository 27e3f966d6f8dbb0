import { sql } from 'kysely';
import { type Member, smallestTeam, type TeamName, type TeamRound } from '../game/teams.ts';
import { lock } from './dialect.ts';
import { readGame } from './games.ts';
import type { Database } from './schema.ts';

/** A press of the button of a team, at a time by Discord's clock. */
export interface TeamChoice {
  readonly gameId: string;
  readonly guildId: string;
  readonly userId: string;
  /** Undefined for the smallest team. */
  readonly team: number | undefined;
  readonly at: number;
}

/** `joined`: before the first question. `late`: after it, when the game chooses the team. `closed`: the game is over. */
export type JoinOutcome =
  | { readonly outcome: 'joined' | 'late'; readonly team: number; readonly teams: readonly TeamName[] }
  | { readonly outcome: 'closed' };

/**
 * Puts a person into a team. Before the first question people choose and change their team; later a person without a team
 * comes into the smallest one, and nobody changes.
 */
export async function joinTeam(
  database: Database,
  { gameId, guildId, userId, team, at }: TeamChoice,
): Promise<JoinOutcome> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    const game = await readGame(transaction, gameId);
    const teams: readonly TeamName[] = JSON.parse(game?.teams ?? '[]');
    const isOver = game === undefined || game.phase === 'ending' || game.phase === 'over';
    if (isOver || game.guild_id !== guildId || teams.length === 0 || (team ?? 0) >= teams.length)
      return { outcome: 'closed' };
    const members = await teamMembers(transaction, gameId);
    const others = members.filter((member) => member.userId !== userId);
    const present = members.find((member) => member.userId === userId)?.team;
    if (game.round > 0) {
      const joined = present ?? smallestTeam(members, teams.length);
      await insertMember(transaction, { gameId, guildId, userId, team: joined, at });
      return { outcome: 'late', team: joined, teams };
    }
    const chosen = team ?? smallestTeam(others, teams.length);
    await insertMember(transaction, { gameId, guildId, userId, team: chosen, at });
    if (present !== chosen)
      await transaction
        .updateTable('team_members')
        .set({ team: chosen, at })
        .where('game_id', '=', gameId)
        .where('user_id', '=', userId)
        .execute();
    return { outcome: 'joined', team: chosen, teams };
  });
}

/** Does nothing if the person has a team already. */
async function insertMember(
  database: Database,
  { gameId, guildId, userId, team, at }: TeamChoice & { team: number },
): Promise<void> {
  await database
    .insertInto('team_members')
    .values({ game_id: gameId, guild_id: guildId, user_id: userId, team, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The members of a game's teams, in the order in which they joined. */
export async function teamMembers(database: Database, gameId: string): Promise<Member[]> {
  const rows = await database
    .selectFrom('team_members')
    .select(['user_id', 'team'])
    .where('game_id', '=', gameId)
    .orderBy('at')
    .orderBy('user_id')
    .execute();
  return rows.map(({ user_id, team }) => ({ userId: user_id, team }));
}

/** Moves people to other teams before the first question. People who left meanwhile stay out. */
export async function moveMembers(
  database: Database,
  gameId: string,
  members: readonly Member[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    for (const { userId, team } of members)
      await transaction
        .updateTable('team_members')
        .set({ team })
        .where('game_id', '=', gameId)
        .where('user_id', '=', userId)
        .where('team', '<>', team)
        .execute();
  });
}

/** Puts everybody who answered without a team into the smallest team, in the order of their first answers. */
export async function seatLate(
  database: Database,
  { gameId, guildId, teams }: { gameId: string; guildId: string; teams: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lock(transaction, 'erasure', 'shared');
    const late = await transaction
      .selectFrom('picks')
      .select(({ fn }) => ['user_id', fn.min('at').as('at')])
      .where('game_id', '=', gameId)
      .where('user_id', 'not in', (members) =>
        members.selectFrom('team_members').select('user_id').where('game_id', '=', gameId),
      )
      .groupBy('user_id')
      .orderBy('at')
      .orderBy('user_id')
      .execute();
    const members = await teamMembers(transaction, gameId);
    for (const { user_id: userId, at } of late) {
      const team = smallestTeam(members, teams);
      members.push({ userId, team });
      await insertMember(transaction, { gameId, guildId, userId, team, at: Number(at) });
    }
  });
}

/** The points of each team at each question of a game. */
export async function teamRounds(database: Database, gameId: string): Promise<TeamRound[]> {
  const rows = await database
    .selectFrom('picks')
    .innerJoin('team_members', (join) =>
      join
        .onRef('team_members.game_id', '=', 'picks.game_id')
        .onRef('team_members.user_id', '=', 'picks.user_id'),
    )
    .select(({ fn }) => [
      'team',
      sql<number>`cast(sum(points) as integer)`.as('points'),
      fn.countAll<number>().as('answers'),
    ])
    .where('picks.game_id', '=', gameId)
    .groupBy(['team', 'round'])
    .execute();
  return rows.map(({ team, points, answers }) => ({ team, points, answers: Number(answers) }));
}
