import { callRound, stopAwaiting } from './called-rounds.ts';
import { ping } from './connect.ts';
import {
  dailyRights,
  leaseDailyPosts,
  muteDailyPost,
  nextDailyPost,
  readDailyPosts,
  removeDailyPost,
  scheduleDailyPost,
  setDailyPost,
} from './daily-posts.ts';
import { noteDraw, readDraws } from './draws.ts';
import {
  changePhase,
  endGame,
  findGame,
  gamesUnderWay,
  guildsPlaying,
  lastEndReason,
  readGame,
  requestEnd,
  showPicks,
  startGame,
  withdrawGame,
} from './games.ts';
import {
  claimWelcome,
  commandGuilds,
  eraseDeparted,
  eraseGuild,
  forgetCommandGuild,
  knownGuilds,
  noteCommandGuild,
  noteDeparture,
  noteReturn,
  returnWelcome,
} from './guilds.ts';
import { leaseDueGames, nextDue, releaseLease, renewLease, reserveShardStart } from './leases.ts';
import { readLives } from './lives.ts';
import { claimOwnership, readOwner } from './owner.ts';
import { countPersonalData, erasePerson, readPersonalPage } from './personal-data.ts';
import { forgetPickReplies, pickReplies } from './pick-replies.ts';
import { recordPicks } from './picks.ts';
import { readProfile } from './profile.ts';
import { gameScores, globalRanking, guildRanking, isShown, roundPicks, showPerson } from './rankings.ts';
import {
  addRound,
  closeRound,
  countAnswers,
  findRound,
  notePosted,
  openQuestions,
  questionsOfGame,
  readRound,
  timesAsked,
} from './rounds.ts';
import { changeSettings, readSettings } from './settings.ts';
import { joinTeam, moveMembers, seatLate, teamMembers, teamRounds } from './teams.ts';
import { vote } from './votes.ts';

/** Every query of the store, by name. Its first parameter is the database. */
export const queries = {
  addRound,
  callRound,
  changePhase,
  changeSettings,
  claimOwnership,
  claimWelcome,
  closeRound,
  commandGuilds,
  countAnswers,
  countPersonalData,
  dailyRights,
  endGame,
  eraseDeparted,
  eraseGuild,
  erasePerson,
  findGame,
  findRound,
  forgetCommandGuild,
  forgetPickReplies,
  gameScores,
  gamesUnderWay,
  globalRanking,
  guildRanking,
  guildsPlaying,
  isShown,
  joinTeam,
  knownGuilds,
  lastEndReason,
  leaseDailyPosts,
  leaseDueGames,
  moveMembers,
  muteDailyPost,
  nextDailyPost,
  nextDue,
  noteCommandGuild,
  noteDeparture,
  noteDraw,
  notePosted,
  noteReturn,
  openQuestions,
  pickReplies,
  ping,
  questionsOfGame,
  readDailyPosts,
  readDraws,
  readGame,
  readLives,
  readOwner,
  readPersonalPage,
  readProfile,
  readRound,
  readSettings,
  recordPicks,
  releaseLease,
  removeDailyPost,
  renewLease,
  requestEnd,
  reserveShardStart,
  returnWelcome,
  roundPicks,
  scheduleDailyPost,
  seatLate,
  setDailyPost,
  showPerson,
  showPicks,
  startGame,
  stopAwaiting,
  teamMembers,
  teamRounds,
  timesAsked,
  vote,
  withdrawGame,
};

export type Queries = typeof queries;
