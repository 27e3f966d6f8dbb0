import type { MemberNames } from '../game/game.ts';
import { levelTeams, type TeamName, teamScores } from '../game/teams.ts';
import { type LineUp, type TeamTable, teamsByPerson } from '../replies/trivia/team-table.ts';
import type { Game } from '../store/games.ts';
import type { Store } from '../store/store.ts';

/** The teams of games; every function does nothing in a game in which everybody plays for themselves. */
export function createTeams(
  store: Pick<Store, 'moveMembers' | 'seatLate' | 'teamMembers' | 'teamRounds'>,
  names: MemberNames,
) {
  const namesOf = ({ teams }: Game): readonly TeamName[] => JSON.parse(teams ?? '[]');
  return {
    /** Evens the teams out before the first question. */
    async level(game: Game): Promise<void> {
      const teams = namesOf(game).length;
      if (teams === 0 || game.round > 0) return;
      await store.moveMembers(game.id, levelTeams(await store.teamMembers(game.id), teams));
    },
    /** Gives everybody who answered a team. */
    async seatLate(game: Game): Promise<void> {
      const teams = namesOf(game).length;
      if (teams > 0) await store.seatLate({ gameId: game.id, guildId: game.guild_id, teams });
    },
    /** The teams and their scores. */
    async table(game: Game): Promise<TeamTable | undefined> {
      const teams = namesOf(game);
      if (teams.length === 0) return undefined;
      const [members, rounds] = await Promise.all([store.teamMembers(game.id), store.teamRounds(game.id)]);
      return {
        names: teams,
        members: teamsByPerson(members),
        scores: teamScores(rounds, teams.length),
      };
    },
    /** The teams and their members, which the first question shows: the start does not know how they were evened out. */
    async lineUp(game: Game): Promise<LineUp | undefined> {
      const teams = namesOf(game);
      if (teams.length === 0 || game.round > 1) return undefined;
      const members = await store.teamMembers(game.id);
      const people = members.slice(0, MAX_NAMES).map(({ userId }) => userId);
      return { teams, members, names: await names.of(game.guild_id, people) };
    },
  };
}

/** Most names that are looked up for one message. */
const MAX_NAMES = 50;
