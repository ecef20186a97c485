/* Generated from the TypedDicts of levelbook.pages, do not edit; written by: LEVELBOOK_GOLDEN=write make test ARGS=tests/frontend/test_types.py */
/* eslint max-lines: off */

/** Everything about a checklist that can be filled in. */
export interface ChecklistData extends ChecklistFacts {
  items: ChecklistItem[];
}

/** What is said of a checklist as a whole. */
export interface ChecklistFacts extends HandbookFacts, ScoringData {
  /** The code of the level, grade, position or standard, which an assessment's file names. */
  target: string;
  kind: TargetKind;
  sequence: ChecklistSequence;
  /** The name of the level, grade or position. */
  step: string;
  /** How many items to choose for the plan. */
  pick: number;
  /** `current`, `target`, or the address of what people compare themselves with. */
  against: string;
  /** How many competencies are left out since their text is sensitive. */
  sensitive: number;
  /** The names of competencies that are not required. */
  notRequired: string[];
  /** The names of competencies of which nothing is said. */
  unlisted: string[];
  /** What was asked once and is not any more, by code. */
  gone: Record<string, RetiredEntry>;
  actions: ActionData[];
  borrowed: BorrowedData[];
  plan: PlanData;
}

/** What scripts need to know of the handbook. */
export interface HandbookFacts {
  /** The shape of these data. */
  format: 1;
  /** Its name in the language of its texts, by which its documents are known in all editions. */
  handbook: string;
  alsoCalled?: string[];
  /** Its name in the language of the page; left out where that is the same. */
  shownAs?: string;
  /** Nothing where nothing has been published. */
  release: string;
  language: string;
}

/** By which name, unit, scales and groups a checklist is scored. */
export interface ScoringData {
  title: string;
  /** Codes under which assessments were saved that belong here now: of grades that are this level. */
  formerTargets?: string[];
  unit: RatedUnit;
  /** How it may be filled in; the first is meant unless one chooses. */
  modes: Mode[];
  /** The id of the scale of competencies. */
  scale: string;
  /** The id of the scale of single indicators; nothing where they are not rated. */
  partScale: string;
  scales: Record<string, Scale>;
  groups: ChecklistGroup[];
  /** What all weights add up to, where the source says it. */
  total: string | null;
  /** What stands after a weight; nothing where there are none. */
  weightUnit: string;
}

/** What is rated. */
export type RatedUnit = 'competency' | 'indicator';

/** How an assessment goes: item by item, or indicator by indicator. */
export type Mode = 'quick' | 'full';

/** A scale of a checklist. */
export interface Scale extends BareScale {
  /** The mark of all that figures rest on in it. */
  hash: string;
}

/** A scale as scripts and the command line read it. */
export interface BareScale {
  name: string;
  /** What of it does not stand in the source of the standard; nothing where all of it does. */
  origin: string;
  /** The points that meet the requirement; null where every item has its own. */
  standard: string | null;
  /** Low to high. */
  ratings: Rating[];
  exam: ExamRule | null;
}

/** One rating of a scale. */
export interface Rating {
  /** What it counts. */
  points: string;
  name: string;
}

/** How marks become points. */
export interface ExamRule {
  /** The highest mark. */
  outOf: string;
  /** What happens to fractions of a mark before the bands are looked up. */
  round: Rounding;
  bands: ExamBand[];
}

/** What happens to fractions of a mark before the bands are looked up. */
export type Rounding = 'half-up' | 'none';

/** From a mark on, an exam counts so many points. */
export interface ExamBand {
  from: string;
  points: string;
}

/** A group of items. */
export interface ChecklistGroup {
  id: string;
  name: string;
  /** The id of the group it stands in; nothing at the top. */
  parent: string;
  /** Its share, as the source says it. */
  weight: string | null;
}

/** What somebody is held against; `whole` is a standard without levels. */
export type TargetKind = 'level' | 'grade' | 'position' | 'whole';

/** The sequence of a checklist. */
export interface ChecklistSequence {
  code: string;
  name: string;
  href: string;
}

/** What was asked once and is not any more. */
export interface RetiredEntry {
  name: string;
  /** What it said. */
  text: string;
  why: string;
  /** The codes of what takes its place. */
  replacedBy: string[];
  /** Since when it is retired; nothing where that is not known. */
  release: string;
}

/** A course or practice that fits: `choice` is the plan form's word for its type if that is another, `for` the codes of its items. */
export interface ActionData {
  typeName: string;
  choice: string;
  text: string;
  link: string;
  for: string[];
}

/** Actions of another sequence for items that none of their own fits, as their competencies share a concept. */
export interface BorrowedData {
  /** The name of the sequence they are borrowed from. */
  sequence: string;
  /** The name of the concept. */
  concept: string;
  actions: ActionData[];
}

/** The plan that an assessment ends in. */
export interface PlanData extends PlanForms {
  /** Where its process is told; nothing where there is no such page. */
  href: string;
}

/** A plan as data: its roles, phases and forms. */
export interface PlanForms {
  name: string;
  /** Whether it is the simple one of the package, where the handbook has none. */
  ours: boolean;
  roles: PlanRole[];
  phases: PlanPhase[];
  forms: PlanForm[];
}

/** Somebody who has a part in the plan. */
export interface PlanRole {
  id: string;
  name: string;
}

/** A phase of the plan. */
export interface PlanPhase {
  id: string;
  name: string;
  /** First and last month of each span; one that ends before it begins goes over the end of the year. */
  months: number[][];
  steps: string[];
  /** The ids of the forms that are filled in here. */
  forms: string[];
}

/** A form of the plan. */
export interface PlanForm {
  id: string;
  number: string;
  name: string;
  help: string;
  /** `one`, `list`, `many`, `competencies`, a number, or `form:` and the id of the form whose rows it goes on with. */
  rows: string;
  /** The rows that are printed ready. */
  list: PlanFormRow[];
  fields: PlanField[];
}

/** A row that is printed ready. */
export interface PlanFormRow {
  id: string;
  name: string;
  /** First and last month of each span. */
  months: number[][];
}

/** A column of a form. */
export interface PlanField {
  id: string;
  name: string;
  help: string;
  /** What is written into it; `group` where it is a merged head. */
  input: FieldInput | 'group';
  choices: string[];
  /** Whether something else than the choices may be written. */
  more: boolean;
  default: string;
  /** What it is filled with from the handbook. */
  fill: FieldFill | '';
  /** What it shows of its row. */
  shows: FieldShows | '';
  /** The id of the role that fills it in; nothing where anybody may. */
  by: string;
  /** What stands under a merged head. */
  fields: PlanField[];
}

/** What is written into a field; `shows` where it shows something. */
export type FieldInput = WrittenInput | 'shows';

/** What is written into a field. */
export type WrittenInput = 'text' | 'date' | 'number' | 'choice' | 'rating' | 'pick' | 'signature';

/** What a field can be filled with from the handbook. */
export type FieldFill = 'action' | 'action-type' | 'competency';

/** What a field shows of its row. */
export type FieldShows = 'definition' | 'short' | 'summary' | 'required' | 'points';

/** An item of a checklist: a competency, an exam or a condition. */
export interface ChecklistItem extends ItemOutline {
  /** What is asked, or where it goes on the beginning of that; compared with what an answer was given to. */
  text: string;
  /** The sentences of its parts follow, which are not sent twice; left out where the text is the whole. */
  goesOn?: boolean;
  /** The mark of its wording; nothing where it cannot be rated. */
  hash: string;
  href: string;
  /** Its indicators that can be rated by themselves. */
  parts: ChecklistPart[];
  /** What fields of the plan show of it, by what they show. */
  shows?: Partial<Record<FieldShows, string>>;
}

/** An item as far as it is scored. */
export interface ItemOutline {
  code: string;
  /** What people call it by in this list; nothing where it cannot be rated. */
  number: string;
  name: string;
  /** The id of the group it stands in. */
  group: string;
  kind: ItemKind;
  /** The id of its scale; nothing where there is none. */
  scale: string;
  /** The points that meet the requirement, where it has its own. */
  standard: string | null;
  /** The mark of what its figure rests on. */
  basis: string;
  /** The mark of what the figures of its indicators rest on. */
  partBasis: string;
  /** Its share, as the source says it. */
  weight: string | null;
  subjects: Subject[];
  none: Unrated | null;
}

/** How an item is judged. */
export type ItemKind = 'rating' | 'exam' | 'condition' | 'none';

/** A subject of an exam. */
export interface Subject {
  name: string;
  /** Its share. */
  weight: string | null;
}

/** Why an item cannot be rated. */
export interface Unrated {
  /** The kind of nothing: `not_required`, `unlisted`, `blank` and so on. */
  kind: string;
  /** What is said of it. */
  text: string;
}

/** An indicator that can be rated by itself, or an item of one, which has a letter behind the code. */
export interface ChecklistPart {
  code: string;
  text: string;
  /** The mark of its wording. */
  hash: string;
  /** What leads in the items of its indicator, at the first of them; left out elsewhere. */
  lead?: string;
  /** It counts the other way round; left out where it does not. */
  negative?: boolean;
}

/** The same as it stands on its page. */
export interface ChecklistPageData extends ChecklistFacts {
  /** Of one with a field in the form its code alone: what is said of it stands there (`data-said`). */
  items: (string | ChecklistItem)[];
}

/** What the list of saved assessments reads. */
export interface SavedListData extends HandbookFacts {
  /** The checklists that can be filled in, by the code of their target. */
  targets: Record<string, TargetLink>;
  /** What the list of notes reads. */
  ownNotes: OwnNotesData;
  /** Where the handbook is published now; nothing where it has not moved. */
  movedTo: string;
}

/** A checklist by name and address. */
export interface TargetLink {
  title: string;
  href: string;
}

/** What the reader's own notes can be about. */
export interface OwnNotesData {
  /** The sequences by name, each with code and name of its competencies. */
  sequences: [string, [string, string][]][];
  /** The competencies that have ended, by code: the name of each, and the codes of what takes its place. */
  retired: Record<string, [string, string[]]>;
  /** The file that says what codes stand for, by what they begin with. */
  files: Record<string, string>;
}

/** What the page of the team reads. */
export interface TeamData extends TeamFacts {
  /** The checklists that can be filled in, by the code of their target. */
  targets: Record<string, Outline>;
}

/** What is read to lay the files of a team together. */
export interface TeamFacts extends HandbookFacts {
  /** From so many people on a team is shown. */
  least: number;
}

/** An outline for the page of the team, with where its checklist and its matrix stand. */
export interface Outline extends BareOutline {
  href: string;
  /** The matrix of its sequence; nothing where there is none. */
  matrix: string;
}

/** As much of a checklist as is needed to lay filled-in ones side by side. */
export interface BareOutline extends ScoringData {
  items: OutlinedItem[];
}

/** An item without its wording. */
export interface OutlinedItem extends ItemOutline {
  /** Its indicators that can be rated by themselves. */
  parts: PartOutline[];
}

/** An indicator without its wording. */
export interface PartOutline {
  code: string;
  /** It counts the other way round; left out where it does not. */
  negative?: boolean;
}

/** What a matrix loads first; addresses are below the handbook's folder. */
export interface TeamLayerFile {
  data: TeamLayerData;
  /** The script with the words. */
  words: string;
  script: string;
  style: string;
}

/** What the gaps of a team on a matrix read. */
export interface TeamLayerData extends TeamFacts {
  /** The checklists of the sequence that can be filled in, by the code of their target. */
  targets: Record<string, LayerOutline>;
  /** The page of the team. */
  team: string;
}

/** An outline for the matrix of its sequence, with where its items stand there. */
export interface LayerOutline extends BareOutline {
  kind: TargetKind;
  /** The name of the level, grade or position. */
  step: string;
  /** The level that each item asks, by code; nothing for an item that all levels ask alike. */
  levels: Record<string, string>;
}

/** What the page reads before anything is chosen. */
export interface TransferIndex {
  words: Record<string, string>;
  sequences: SequenceChoice[];
}

/** A sequence to choose. */
export interface SequenceChoice {
  id: string;
  /** The file with its data. */
  src: string;
  stops: StopChoice[];
  /** Ids of grades that are levels, with the ids of those: addresses that people kept name them. */
  moved?: Record<string, string>;
}

/** A role to choose. */
export interface StopChoice {
  id: string;
  kind: RoleKind;
  name: string;
}

/** What a role is. */
export type RoleKind = 'level' | 'grade' | 'position' | 'whole';

/** What a file brings: a sequence, and what it names by keys. */
export interface TransferData {
  /** It; several once a script has joined their data. */
  sequences: TransferSequence[];
  concepts: Record<string, ConceptLink>;
  /** By number. */
  indicators: Record<string, IndicatorText>;
  /** Those that have items, once more as lists, by number. */
  listed?: Record<string, ListedItems>;
}

/** A sequence with its roles and competencies. */
export interface TransferSequence {
  id: string;
  name: string;
  href: string;
  /** Whether its levels stand in an order. */
  ranked: boolean;
  /** Whether what lower levels ask holds above too. */
  cumulative: Cumulative;
  /** The names of its levels, by id. */
  levels: Record<string, string>;
  stops: TransferStop[];
  competencies: TransferCompetency[];
}

/** Whether what lower levels ask holds above too. */
export type Cumulative = 'yes' | 'no' | 'unstated';

/** Where somebody stands or wants to go. */
export interface TransferStop {
  id: string;
  kind: RoleKind;
  name: string;
  href: string;
  /** What it asks of each competency, in their order. */
  asks: (string | null)[];
  /** Which competencies are not required, by their place. */
  waives: number[];
}

/** A competency as a sequence sees it. */
export interface TransferCompetency {
  id: string;
  name: string;
  href: string;
  /** The ids of its concepts. */
  concepts: string[];
  definition: string;
  /** What it asks, by level. */
  cells: Record<string, TransferCell>;
  /** What changes, by the lower and the higher level: `junior>senior`. */
  changes: Record<string, TransferChange[]>;
}

/** What a competency asks at a level. */
export interface TransferCell {
  summary: string;
  /** The kind of nothing, and what is said of it; empty where there is something. */
  nothing: string[];
  /** The indicators that hold, by number. */
  holds: number[];
  /** Those of which the source does not say whether they hold. */
  open: number[];
}

/** What became of a demand: the indicators before, and the one after. */
export type TransferChange = [ChangeKind, number[], number | null];

/** What became of a demand, in the order in which changes are shown. */
export type ChangeKind = 'raised' | 'reworded' | 'new' | 'again' | 'same' | 'unsaid' | 'dropped';

/** Name and address of a concept. */
export type ConceptLink = [string, string];

/** Code and text of an indicator. */
export type IndicatorText = [string, string];

/** What leads items in, and each of them with its letter. */
export type ListedItems = [string, [string, string][]];

/** What the page brings: its words, and where the indicators stand. */
export interface CollectionData {
  words: Record<string, string>;
  /** The file with the indicators whose codes begin so: `TAM`. */
  files: Record<string, string>;
  /** The page on which indicators are chosen. */
  index: string;
}

/** The indicators whose codes begin alike. */
export interface CollectedCodes {
  places: CollectedPlace[];
  /** By code. */
  indicators: Record<string, CollectedIndicator>;
  /** Those that have items, once more as lists, by code. */
  listed?: Record<string, ListedItems>;
}

/** Sequence, level and competency, and the code of that; nothing for the level of what all levels ask. */
export type CollectedPlace = [string, string, string, string];

/** Text, the number of its place, and what replaces it; none where it is in force. */
export type CollectedIndicator = [string, number, string[] | null];

/** What the list under the search field says. */
export interface SearchPopupData {
  words: Record<string, string>;
  /** Where to look when nothing is found. */
  elsewhere: ElsewhereEntry[];
  /** The page that lists all indicators. */
  indicators: string;
}

/** Title, address, and what is there. */
export type ElsewhereEntry = [string, string, string];

/** What a file brings of that which the search looks through. */
export interface SearchData {
  /** The word for each kind; in the first file, as are answers and signs. */
  kinds: Partial<Record<HitKind, string>>;
  answers: AnswerEntry[];
  signs: Signs | null;
  pages: PageEntry[];
  /** Those of its indicators. */
  places: PlaceEntry[];
  indicators: IndicatorEntry[];
  /** The file with what is sought less often; nothing where there is no more. */
  next: string;
}

/** What something is that can be found. */
export type HitKind = 'sequence' | 'level' | 'grade' | 'position' | 'comparison' | 'competency' | 'concept' | 'group' | 'indicator' | 'checklist' | 'action' | 'page' | 'guide' | 'problem';

/** A level of a sequence, with what people want of it. */
export interface AnswerEntry {
  sequence: string;
  /** All that the sequence is called, its code too. */
  sequence_names: string;
  /** The level's name. */
  title: string;
  /** The name of the grade that the level is; nothing where it is none. */
  grade: string;
  /** All that the level is called, and that grade. */
  names: string;
  href: string;
  /** Which step it is; 0 where the levels have no order. */
  step: number;
  steps: number;
  /** Requirements on its page. */
  count: number;
  /** With the level before. */
  comparison: NamedLink | null;
  /** Nothing where there is none, as with the two after it. */
  checklist: string;
  matrix: string;
  pocket: string;
  reference: boolean;
}

/** Name and address. */
export type NamedLink = [string, string];

/** What is known of the characters and words that occur. */
export interface Signs {
  /** Traditional characters, each with the simplified one behind it. */
  simplified: string;
  /** Characters by how they are read alone. */
  sounds: Record<string, string>;
  /** Words that are read otherwise, with their syllables. */
  other_sounds: Record<string, string>;
  /** The Chinese words in the texts, with blanks between them. */
  words: string;
}

/** Title, address, kind, second line, further names, codes, more text, and whether it is for reference only. */
export type PageEntry = [string, string, HitKind, string[], string, string, string, boolean];

/** Competency, sequence, level and address of what several indicators share; the further names of the first three; and whether it is for reference only. */
export type PlaceEntry = [string, string, string, string, string, string, string, boolean];

/** Code, text, the number of its place, and whether the page of the place has a line of its own for it. */
export type IndicatorEntry = [string, string, number, boolean];

/** What the calculator reads of a measure: the `data-` attributes of its element, figures as plain decimals. */
export interface KeyMeasureData {
  /** The key under which the browser keeps what is filled in: the name in the handbook's own language. */
  name: string;
  /** Added to the fraction: a figure, `blank`, `lost`, or `none`. */
  offset: string;
  /** Whether the result is a percentage. */
  percent: 'yes' | '';
  /** Unit of the result and the target. */
  unit: string;
  /** A figure, `blank`, `lost`, or `none` where nothing is said of it. */
  target: string;
  /** What is counted in steps; missing where nothing is taken off, as are step and points. */
  of?: DeductionSide;
  /** A figure, `blank` or `lost`. */
  step?: string;
  /** A figure, `blank` or `lost`. */
  points?: string;
}

/** On which side of the target points are lost. */
export type DeductionSide = 'shortfall' | 'excess';

/** What the home page brings for those who have marked a level: words, and where the levels are told of. */
export interface MarkedLevels {
  /** What is said of them. */
  words: Record<string, string>;
  /** The file with the levels of a sequence, by its id. */
  files: Record<string, string>;
  /** The newest release, where one is kept: up to which whoever looks now knows the handbook. */
  newest?: string;
}

/** What a file brings: the levels of a sequence. */
export interface SequenceLevels {
  /** By their place: `sequence/level`. */
  levels: Record<string, MarkedLevelData>;
}

/** A level that can be marked. */
export interface MarkedLevelData {
  name: string;
  /** The name of its sequence. */
  sequence: string;
  /** The grades that ask for it. */
  grades: string;
  href: string;
  /** The page of its sequence. */
  overview: string;
  /** How many steps of the stair are filled; 0 where the order ranks nothing. */
  rank: number;
  /** How many steps the stair has. */
  of: number;
  /** How many expectations its page counts. */
  asks: number;
  /** The level below it, where there is one. */
  below?: string;
  /** The other levels of the sequence, by their place. */
  steps: Record<string, LevelStepData>;
  /** The page of its checklist; nothing where there is none. */
  checklist: string;
  /** What saved assessments of it are about: its own code, and those of grades that ask the same. */
  targets: string[];
  /** The table of the whole sequence; nothing where there is none. */
  matrix: string;
  /** How much is new since each release, in a sentence, where anything is. */
  news?: Record<string, string>;
  /** The page that compares it with other roles; nothing where there is none. */
  transfer: string;
}

/** From one level to another of its sequence. */
export interface LevelStepData {
  /** What changes from the lower to the higher, in figures. */
  says: string;
  /** The page that compares both word by word. */
  href: string;
}

/** What the page of the questions brings when a table is saved or opened: every question as a row. */
export interface QuestionTable {
  /** Keys of the columns, in their order. */
  columns: string[];
  head: string[];
  /** Those for the answer are empty. */
  rows: string[][];
  /** What the columns that are read are called in each language, by their keys. */
  heads: Record<string, string[]>;
}

/** What a file brings. */
export interface ChangedLinesData {
  /** What is said of them. */
  words: Record<string, string>;
  /** By code. */
  lines: Record<string, ChangedLineData>;
}

/** An indicator that has had several wordings. */
export interface ChangedLineData {
  /** What the last change means: asks more, asks less; nothing where nobody has said. */
  means: string;
  /** What it said before, the newest first. */
  was: EarlierWordingData[];
}

/** A wording that an indicator had, in one with what it says now. */
export interface EarlierWordingData {
  /** The release in which it began. */
  since: string;
  /** What became of a run of words (`stays`, `gone`, `added`), and the run. */
  runs: string[][];
}

/** What a file brings. */
export interface GuidanceData {
  /** What the kinds are called. */
  words: Record<string, string>;
  /** By the code of a competency or indicator. */
  blocks: Record<string, GuidanceBlockData>;
}

/** What is added in one place. */
export interface GuidanceBlockData {
  /** A kind, and its texts. */
  rows: [string, string[]][];
  /** Who wrote it and when, and that it is not the standard. */
  by: string;
}
