/* Scoring: exams, parts, weights, levels, pairs of employee and manager, teams, what has changed since; as in Python. */

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { settled } from '../../src/assessment/document/basis.ts';
import type { SavedAssessment } from '../../src/assessment/document/model.ts';
import type { Mode, ScoredChecklist, ScoredScale } from '../../src/scoring/checklist.ts';
import { agreed, differences } from '../../src/scoring/review.ts';
import { team } from '../../src/assessment/overview/team-figures.ts';
import { assess, most } from '../../src/scoring/totals.ts';
import { asJson, golden } from '../golden/read.ts';

type Checklist = Omit<ScoredChecklist, 'scales'>;
type Call =
  | { name: 'assess'; arguments: [Checklist, unknown, Mode] }
  | { name: 'most'; arguments: [Checklist, unknown, Mode, number] }
  | { name: 'differences'; arguments: [Checklist, unknown, unknown, Mode] }
  | { name: 'agreed'; arguments: [Checklist, unknown, unknown, unknown, Mode] }
  | { name: 'team'; arguments: [Checklist, SavedAssessment[], number] }
  | { name: 'settled'; arguments: [SavedAssessment, Checklist] };

const { scales, calls } = golden('scoring') as { scales: Record<string, ScoredScale>; calls: (Call & { case: string; expected: unknown })[] };

const whole = (checklist: Checklist): ScoredChecklist => ({ ...checklist, scales });

function basesOf(document: SavedAssessment, checklist: Checklist): Record<string, string | null> {
  const answers = Object.entries(settled(document, whole(checklist)));
  return Object.fromEntries(answers.map(([code, { basis }]) => [code, basis ?? null]));
}

function answer({ name, arguments: given }: Call): unknown {
  switch (name) {
    case 'assess': return assess(whole(given[0]), given[1], given[2]);
    case 'most': return most(assess(whole(given[0]), given[1], given[2]), given[3]);
    case 'differences': return differences(whole(given[0]), given[1], given[2], given[3]);
    case 'agreed': return agreed(whole(given[0]), given[1], given[2], given[3], given[4]);
    case 'team': return team(whole(given[0]), given[1], given[2]);
    case 'settled': return basesOf(...given);
  }
}

for (const call of calls) test(call.case, () => deepStrictEqual(asJson(answer(call)), call.expected));
