import { commandGuilds, forgetCommandGuild, noteCommandGuild } from './command-guilds.ts';
import {
  addRound,
  answersTo,
  askToEnd,
  closeRound,
  endGame,
  findGame,
  findRound,
  gamesUnderWay,
  guildsPlaying,
  lastEnd,
  letGo,
  moveOn,
  nextDue,
  notePosted,
  openQuestions,
  readGame,
  readRound,
  renewHold,
  startGame,
  takeDueGames,
  timesAsked,
  withdrawGame,
} from './games.ts';
import { eraseDeparted, eraseGuild, knownGuilds, noteDeparture, noteReturn } from './guilds.ts';
import { claim, readOwner } from './owner.ts';
import { countPersonalData, erasePerson, readPersonalPage } from './personal-data.ts';
import { recordPicks } from './picks.ts';
import { ping } from './ping.ts';
import { readProfile } from './profile.ts';
import { gameTable, globalRanking, guildRanking, isShown, roundPicks, showPerson } from './rankings.ts';
import { changeSettings, readSettings } from './settings.ts';
import { takeStart } from './shard-starts.ts';
import { vote } from './votes.ts';
import { claimWelcome, returnWelcome } from './welcomes.ts';

/** All that the store can be asked, by name; each takes the database first. */
export const queries = {
  addRound,
  answersTo,
  askToEnd,
  changeSettings,
  claim,
  claimWelcome,
  closeRound,
  commandGuilds,
  countPersonalData,
  endGame,
  eraseDeparted,
  eraseGuild,
  erasePerson,
  findGame,
  findRound,
  forgetCommandGuild,
  gamesUnderWay,
  gameTable,
  globalRanking,
  guildRanking,
  guildsPlaying,
  isShown,
  knownGuilds,
  lastEnd,
  letGo,
  moveOn,
  nextDue,
  noteCommandGuild,
  noteDeparture,
  notePosted,
  noteReturn,
  openQuestions,
  ping,
  readGame,
  readOwner,
  readPersonalPage,
  readProfile,
  readRound,
  readSettings,
  recordPicks,
  renewHold,
  returnWelcome,
  roundPicks,
  showPerson,
  startGame,
  takeDueGames,
  takeStart,
  timesAsked,
  vote,
  withdrawGame,
};

export type Queries = typeof queries;
