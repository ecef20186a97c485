/* What Material's own script does on pages that have it, for those that do without. */

import { layOutPieces } from '../pieces.ts';
import { startContents } from './contents.ts';
import { startFolds } from './folds.ts';
import { startKeys } from './keys.ts';
import { startPalette } from './palette.ts';

const hasMaterial = document.getElementById('__config') !== null;

if (!hasMaterial && document.querySelector('.md-container')) {
  startPalette();
  startContents();
  startFolds();
  startKeys();
}

layOutPieces();
