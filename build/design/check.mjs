// SPDX-License-Identifier: AGPL-3.0-or-later
// Holds the stylesheet to docs/design-system.md: contrast, logical properties, no foreign or data: address,
// no inline style, and that every class and icon a page or the document names exists.
// Usage: node build/design/check.mjs            exit 0 all good, 1 complaints (one a line)
//        node build/design/check.mjs --planted  breaks each rule in memory and expects its complaint
import { readdirSync, readFileSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const assets = new URL('../../server/src/main/resources/static/assets/', here);
const read = (name, base) => readFileSync(new URL(name, base), 'utf8');
const house = {
  css: read('groundwork.css', assets),
  icons: read('icons.svg', assets),
  contract: read('../../docs/design-system.md', here),
  pages: Object.fromEntries(readdirSync(here).filter((n) => n.endsWith('.html')).map((n) => [n, read(n, here)])),
};

// [front, back, least]: 7 and 4.5 for text, 3 for borders, shapes and the focus ring (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11)
const pairs = [
  ['ink', 'paper', 7], ['ink', 'sheet', 7], ['ink', 'shade', 7], ['ink', 'lamp-wash', 7], ['ink', 'good-wash', 7],
  ['ink-soft', 'paper', 7], ['ink-soft', 'sheet', 7], ['ink-soft', 'shade', 4.5], ['ink-soft', 'lamp-wash', 4.5],
  ['signal', 'paper', 4.5], ['signal', 'sheet', 4.5], ['on-signal', 'signal', 4.5], ['on-signal', 'signal-deep', 4.5],
  ['on-lamp', 'lamp', 7], ['on-band', 'band', 7], ['sheet', 'good', 4.5], ['good', 'paper', 3], ['signal', 'shade', 3],
  ['edge', 'paper', 3], ['edge', 'sheet', 3], ['edge', 'shade', 3], ['lamp', 'band', 3],
  ['ring', 'paper', 3], ['ring', 'sheet', 3], ['ring', 'shade', 3],
];
const themes = {
  light: ':root {\n    color-scheme: light',
  dark: ':root:not([data-theme="light"]) {',
  'dark chosen': ':root[data-theme="dark"] {',
};

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast({ css }) {
  return Object.entries(themes).flatMap(([theme, start]) => {
    const from = css.indexOf(start);
    if (from < 0) return [`contrast: no block of tokens for ${theme}`];
    const block = css.slice(from, css.indexOf('}', from));
    const colours = new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
    return pairs.flatMap(([front, back, least]) => {
      if (!colours.has(front) || !colours.has(back)) return [`contrast: ${theme} lacks --${front} or --${back}`];
      const [low, high] = [front, back].map((n) => luminance(colours.get(n))).sort((a, b) => a - b);
      const got = (high + 0.05) / (low + 0.05);
      return got < least ? [`contrast: ${theme}, ${front} on ${back} is ${got.toFixed(2)}, least ${least}`] : [];
    });
  });
}

const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, '');

function logical({ css }) {
  const physical = /(?:^|[{;\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|float|text-align:\s*(?:left|right))\s*:?/gm;
  const body = withoutComments(css).replace(/@media[^{]*\{/g, '{').replace(/gradient\([^;]*/g, '').replace(/transition:[^;]*/g, '');
  return [...body.matchAll(physical)].filter((m) => m[0].trimEnd().endsWith(':') || /text-align/.test(m[1]))
    .map((m) => `logical: “${m[1]}” is physical; use the logical property`);
}

function addresses({ css, pages }) {
  const inCss = [...withoutComments(css).matchAll(/url\(([^)]*)\)/g)].map((m) => m[1].replace(/"/g, ''))
    .filter((u) => !u.startsWith('fonts/')).map((u) => `address: the stylesheet asks for ${u}`);
  const inPages = Object.entries(pages).flatMap(([page, html]) => [...html.matchAll(/(?:href|src)="(https?:|\/\/|data:)/g)]
    .map((m) => `address: ${page} asks for ${m[1]}`));
  return [...inCss, ...inPages];
}

function inline({ pages }) {
  return Object.entries(pages).flatMap(([page, html]) => [...html.matchAll(/\s(style|on\w+)="|<(style|script)\b/g)]
    .map((m) => `inline: ${page} carries ${m[0].trim()}`));
}

function classes({ css, contract, pages }) {
  const known = new Set([...withoutComments(css).matchAll(/\.([a-z][\w-]*)/g)].map((m) => m[1]));
  return Object.entries({ ...pages, 'design-system.md': contract }).flatMap(([page, html]) =>
    [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((m) => m[1].split(/\s+/)).filter((c) => !known.has(c))
      .map((c) => `class: ${page} uses .${c}, which the stylesheet lacks`));
}

function icons({ icons: sprite, contract, pages }) {
  const known = new Set([...sprite.matchAll(/<symbol id="([\w-]+)"/g)].map((m) => m[1]));
  return Object.entries({ ...pages, 'design-system.md': contract }).flatMap(([page, html]) =>
    [...html.matchAll(/(?:icons\.svg|…)#([\w-]+)/g)].map((m) => m[1]).filter((n) => !known.has(n))
      .map((n) => `icon: ${page} uses ${n}, which the sprite lacks`));
}

const rules = [contrast, logical, addresses, inline, classes, icons];
const complaints = (of) => [...new Set(rules.flatMap((rule) => rule(of)))];

const planted = {
  'contrast: light, ink-soft on paper': { ...house, css: house.css.replace(/--ink-soft: #\w+/, '--ink-soft: #aaa08f') },
  'logical: “margin-left”': { ...house, css: `${house.css}\n.x { margin-left: 1px; }` },
  'logical: “text-align: left”': { ...house, css: `${house.css}\n.x { text-align: left; }` },
  'address: the stylesheet asks for data:': { ...house, css: `${house.css}\n.x { background: url(data:image/png;base64,AA); }` },
  'address: planted.html asks for https:': { ...house, pages: { 'planted.html': '<img src="https://example.org/a.png">' } },
  'inline: planted.html carries style="': { ...house, pages: { 'planted.html': '<p style="color: red">' } },
  'class: planted.html uses .no-such-class': { ...house, pages: { 'planted.html': '<p class="no-such-class">' } },
  'icon: planted.html uses no-such-icon': { ...house, pages: { 'planted.html': '<use href="icons.svg#no-such-icon">' } },
};

function missed() {
  return Object.entries(planted).filter(([start, broken]) => !complaints(broken).some((c) => c.startsWith(start)))
    .map(([start]) => `planted: nobody complains “${start}”`);
}

if (Object.keys(house.pages).length === 0) throw new Error('no pages to check');
const found = process.argv.includes('--planted') ? missed() : complaints(house);
found.forEach((line) => console.log(line));
process.exit(found.length === 0 ? 0 : 1);
