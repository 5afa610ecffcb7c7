// SPDX-License-Identifier: AGPL-3.0-or-later
// Makes assets/icons.svg from the icons named in icons.txt.
// Usage: node build/design/make-icons.mjs FOLDER-OF-LUCIDE-SVG-FILES   (npm package lucide-static, folder icons)
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = process.argv[2];
if (!source) {
  console.error('make-icons.mjs: name the folder that holds the Lucide files');
  process.exit(2);
}
const target = join(here, '../../server/src/main/resources/static/assets/icons.svg');
const names = readFileSync(join(here, 'icons.txt'), 'utf8')
  .split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));

function symbol(name) {
  const svg = readFileSync(join(source, `${name}.svg`), 'utf8');
  const inner = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  if (!inner) throw new Error(`${name}.svg holds no svg element`);
  const shapes = inner[1].replace(/\s+/g, ' ').replace(/ \/>/g, '/>').replace(/> </g, '><').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"`
    + ` stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

writeFileSync(target, '<svg xmlns="http://www.w3.org/2000/svg">\n'
  + '<!-- Lucide icons, ISC licence (LICENSES/ISC-Lucide.txt). Made by build/design/make-icons.mjs. -->\n'
  + names.map(symbol).join('\n') + '\n</svg>\n');
console.error(`make-icons.mjs: ${names.length} icons`);
