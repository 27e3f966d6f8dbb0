import type { Language } from '../contract/call.ts';
import type { Candidate } from '../replies/ask-which.ts';
import type { button } from '../replies/components.ts';
import type { Found } from '../search/find.ts';
import type { EntityKind } from '../search/kind.ts';

/** The contents of a label of autocomplete: the names that its entity may have, and the year of a film. */
export interface ReadLabel {
  names: string[];
  year: number | undefined;
}

/** How one kind of entity is looked up by a command: which of them, and the sentences about them. */
export interface LookupKind<Label extends { id: number }> {
  readonly entity: EntityKind<Label>;
  /** Bits that an entity must have in `flags`. */
  readonly requiredFlags: number;
  /** The label of a suggestion, at most 100 characters. */
  label(match: Label, language: Language): string;
  /** The name alone, at most 100 characters: the label while a question is open. */
  nameLabel(match: Label, language: Language): string;
  /** Reads either label; undefined if the text cannot be one. */
  readLabel(typed: string): ReadLabel | undefined;
  yearOf(match: Label): number | undefined;
  /** A match in a question or a suggestion. */
  candidate(match: Found<Label>, language: Language): Candidate;
  /** Buttons that lead on if none matches. */
  otherwise?(typed: string, language: Language): ReturnType<typeof button>[];
  /** "Several match" with the placeholder of its select, and "none matches". */
  sentences(typed: string, language: Language): { several: string; choose: string; unknown: string };
}
