/* What every part of the page of a plan has at hand. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import type { Host } from '../host.ts';
import type { PlanContext } from './context.ts';
import type { Row } from './rows.ts';

export interface PlanView extends PlanContext {
  readonly host: Host;
}

/** one place of a form */
export interface PlaceProps {
  readonly form: PlanForm;
  readonly row: Row;
  readonly field: PlanField;
  /** what it is called for those who do not see where it stands */
  readonly label: string;
  /** plain fields with much room */
  readonly isWide?: boolean;
  /** it is the other one's to write, and can only be read */
  readonly isClosed?: boolean;
}

export const PlanProvider = createContext<PlanView | null>(null);

export function usePlan(): PlanView {
  const view = useContext(PlanProvider);
  if (!view) throw new Error('a part of a plan stands outside its page');
  return view;
}
