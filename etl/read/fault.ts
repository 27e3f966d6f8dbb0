/** Why a row cannot be taken: the column, the cell as it stands there, and what is wrong with it. */
export interface Fault {
  what: string;
  column?: string;
  cell?: string;
  /** The character of the cell where a literal stops making sense, from 0. */
  at?: number;
}
