/* Generated from assessment-2.schema.json (generator/levelbook/static), do not edit; written by: LEVELBOOK_GOLDEN=write make test ARGS=tests/frontend/test_types.py */
/* eslint max-lines: off */

/* Files come from anywhere: fields may be missing, and keys that nobody here knows are kept. */

/** An assessment: the JSON file that “Save as file” gives, and what the browser keeps. Keys that are not named here are kept as they are. */
export interface SavedAssessment {
  /** Says that this is the file of an assessment. */
  levelbook: 'assessment';
  /** Version of the file format. */
  format: 2;
  /** Name of the handbook. */
  handbook?: string;
  /** Release of the handbook when it was last saved; empty where nothing has been published. */
  release?: string;
  /** What it was rated against: code of the sequence, a dot, and the id of a level, grade or position, such as TAM.grade-3; for a whole standard the code of the sequence alone. */
  target: string;
  /** Its name, as people read it. */
  title?: string;
  /** Number of this assessment: 16 random hexadecimal digits. */
  id: string;
  /** A name of one's own; may be empty. */
  name?: string;
  /** What the one who is rated is called; may be empty. */
  person?: string;
  /** Agrees to stand by name in the overview of a team. */
  named?: boolean;
  /** Who saved it: employee, manager, or both; empty where that is not known. */
  from?: '' | 'employee' | 'manager' | 'both';
  /** The assessment of the period before; null where there is none. */
  previous?: PreviousAssessment | null;
  /** When it was begun (UTC). */
  created: string;
  /** When it was last changed (UTC); new each time it is saved. */
  changed: string;
  /** When it was finished; null while it is under way. */
  finished?: string | null;
  /** quick: rated by competency; full: rated by indicator. */
  mode?: 'quick' | 'full';
  /** The standard is not shown before the result. */
  blind?: boolean;
  /** Period of the assessment; may be empty. */
  period?: string;
  /** How the self-assessment was handed to the manager. */
  handed?: Handed;
  /** Goes on to the plan without a manager. */
  alone?: boolean;
  /** The employee's answers, by code of the competency or indicator. */
  answers?: Record<string, Answer>;
  /** The manager's ratings. */
  manager?: ManagerPart;
  /** Ratings both agreed on, by code of the competency. */
  agreed?: Record<string, string | null>;
  /** What came of the talk. */
  agreement?: Agreement;
  /** The development plan: rows by id of the form. */
  plan?: Record<string, PlanRow[]>;
  /** What was signed; it grows, and never changes. */
  signed?: Signed[];
  /** Answers and texts that have lost their place, but are not thrown away. */
  kept?: KeptAnswer[];
  /** The scales that answers rest on, by their digests; when the handbook changes a scale they tell what has changed. */
  scales?: Record<string, SavedScale>;
  /** Figures worked out on the page of the list, for lists and the history; they can be worked out again from the answers. */
  result?: SavedResult | null;
  /** Codes that stood in the list when it was rated; they tell which indicators are new. */
  known?: string[];
}

export interface PreviousAssessment {
  /** Its number. */
  id?: string;
  /** The hash it was signed with; empty where it was not signed. */
  hash?: string;
}

/** How the self-assessment was handed to the manager. */
export interface Handed {
  /** How often it was handed over; 0 means never. */
  n?: number;
  /** When; null where it was not, or was taken back to be changed. */
  at?: string | null;
  /** When it was handed over for the first time. */
  first?: string;
}

/** Answer to a competency or to an indicator. */
export interface Answer {
  /** The points given, one of the scale's; null where there are none. */
  points?: string | null;
  /** Marks in the subjects of an exam, by name of the subject, as they were typed. */
  marks?: Record<string, string>;
  /** Overall mark of an exam, as it was typed. */
  mark?: string | null;
  /** Evidence. */
  evidence?: string;
  /** Date of the evidence, such as 2026-07-01. */
  date?: string;
  /** Why it does not apply; an empty text where the reason is still to be given, which leaves it unrated; null where it does apply. */
  na?: string | null;
  /** Nobody has seen it. */
  unseen?: boolean;
  /** Chosen as something to improve first. */
  pick?: boolean;
  /** Digest of the wording that was rated: NFC, every run of blanks made one, none at either end; the first 16 hexadecimal digits of its SHA-256. */
  hash?: string;
  /** The wording when it was rated. */
  text?: string;
  /** The name when it was rated. */
  name?: string;
  /** Release of the handbook when it was last confirmed. */
  seen?: string;
  /** When it was last changed. */
  at?: string;
  /** Id of the group it stood in when it was rated; for an indicator the code of its competency. */
  place?: string;
  /** Name of that place. */
  placeName?: string;
  /** The standard when it was rated. */
  standard?: string | null;
  /** Id of the scale it was rated on. */
  scale?: string;
  /** Name of that scale. */
  scaleName?: string;
  /** Digest of what the rating rests on (standard, points of the scale, bands of the exam, weights of its subjects); a minus sign follows it for a reversed indicator; empty where that is not known, so that somebody is asked to look again. */
  basis?: string;
  /** Digest of the scale it was rated on, which stands in scales. */
  scaleHash?: string;
  /** Weight of the item when it was rated; null where it had none. */
  weight?: string | null;
  /** Whether the indicator was reversed when it was rated. */
  negative?: boolean;
  /** Weights of the subjects when it was rated. */
  papers?: Record<string, string | null>;
}

/** The manager's ratings. */
export interface ManagerPart {
  /** Name of the manager; may be empty. */
  name?: string;
  /** The manager's answers. */
  answers?: Record<string, Answer>;
  /** When the manager had finished rating; null until then. */
  given?: string | null;
  /** true: the manager rated without seeing the employee’s ratings; false: with; null: not known. */
  independent?: boolean | null;
  /** How it was handed back to the employee. */
  handed?: ManagerHanded;
}

/** How it was handed back to the employee. */
export interface ManagerHanded {
  /** How often it was handed over; 0 means never. */
  n?: number;
  /** When; null where it was not, or was taken back to be changed. */
  at?: string | null;
  /** When it was handed over for the first time. */
  first?: string;
}

/** What came of the talk. */
export interface Agreement {
  /** When the talk was over; null until then. */
  done?: string | null;
  /** Indicators not yet met: codes of indicators, by code of the competency. */
  unmet?: Record<string, string[]>;
  /** Competencies left open. */
  open?: string[];
  /** The points chosen together. */
  picks?: string[];
}

/** A row, by id of the field. @id is the row's own number; @for says what it is for: the code of a competency, or form#row; @goal is what is to be reached, @from the codes of the indicators it came from, @put that the page put it there; @date- and the id of a field is the date beside a signature. */
export type PlanRow = Record<string, string | boolean | null | string[] | Record<string, string>>;

/** One signing. */
export interface Signed {
  /** Which one it is. */
  n?: number;
  /** result: the result was signed; review: the review. */
  kind?: 'result' | 'review';
  /** When it was signed. */
  at?: string;
  /** Who signed it. */
  by?: Signer[];
  /** All that was signed, as JSON text: keys in order, no blanks. */
  body?: string;
  /** SHA-256 of that text in hexadecimal; its first 12 figures are the check code. */
  hash?: string;
}

export interface Signer {
  /** employee or manager. */
  role?: 'employee' | 'manager';
  /** screen: on the screen; paper: on paper. */
  how?: 'screen' | 'paper';
}

export interface KeptAnswer {
  /** The code; where why is tabs also the path of another place, its parts joined by dots. */
  code?: string;
  /** The name. */
  name?: string;
  /** The wording at that time. */
  text?: string;
  /** The answer at that time. */
  answer?: Answer | null;
  /** retired: no longer in use; replaced: something else stands in its place; moved: no longer in this list; scale: the scale is another; subject: the exam no longer has this subject; tabs: changed in two windows at once; file: not chosen when a file was opened. */
  why?: string;
  /** From which release on. */
  since?: string;
  /** manager: it is the manager's; missing: it is the employee's. */
  who?: string;
  /** The agreed rating at that time. */
  agreed?: string | null;
  /** Release at which somebody looked at it and said so. */
  seen?: string;
}

/** A scale as it was when something was rated on it. */
export interface SavedScale {
  /** The name. */
  name?: string;
  /** The points that meet the standard; null where they differ from item to item. */
  standard?: string | null;
  /** The ratings, from the lowest. */
  ratings?: SavedRating[];
  /** How the mark in an exam becomes points; null where there is none. */
  exam?: SavedExam | null;
}

export interface SavedRating {
  /** The points. */
  points?: string;
  /** What they are called. */
  name?: string;
}

export interface SavedExam {
  /** The highest mark. */
  outOf?: string;
  /** half-up: half a point is rounded up; none: not rounded. */
  round?: string;
  /** Bands of marks, from the highest. */
  bands?: SavedExamBand[];
}

export interface SavedExamBand {
  /** From which mark on. */
  from?: string;
  /** How many points that is. */
  points?: string;
}

export interface SavedResult {
  /** Mean of the points. */
  mean?: string | null;
  /** Lowest points of the scale. */
  low?: string | null;
  /** Highest points of the scale. */
  top?: string | null;
  /** The standard. */
  standard?: string | null;
  /** Release of the handbook that it was worked out with. */
  release?: string;
  /** Means of the groups. */
  groups?: SavedGroupResult[];
  /** How many items are rated. */
  done?: number;
  /** How many items there are. */
  of?: number;
  /** How many items count in the mean. */
  counted?: number;
  /** How many items there are, with those that can’t be rated, without conditions. */
  items?: number;
  /** Whether it is what both agreed on. */
  agreed?: boolean;
  /** All weights together. */
  total?: string | null;
  /** The unit of weights. */
  unit?: string;
}

export interface SavedGroupResult {
  /** Id of the group. */
  id?: string;
  /** The name. */
  name?: string;
  /** Mean of the points. */
  mean?: string | null;
  /** How many items count in the mean. */
  counted?: number;
  /** How many items the group has. */
  of?: number;
}
