import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';

/** What the bot answers: a command, or a button or select of one of its messages. */
export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;
