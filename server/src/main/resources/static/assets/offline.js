// SPDX-License-Identifier: AGPL-3.0-or-later
// The page for where there is no signal: opens what the phone keeps, shows what is written down and waits, and hands it
// over once there is a signal, each thing once. What a list looks like is its own script's.
import { drop, forget, kept, parts, save, unlock } from './kept.js';
import { make } from './elements.js';
import { doors } from './offline-doors.js';
import { people } from './offline-people.js';
import { round } from './offline-rounds.js';

const AT_ONCE = 50;
const IDLE = 5 * 60 * 1000;
const KINDS = { doors, people, round };
const root = document.getElementById('turf');
let opened = null;
let current = null; // which list is on the screen, and whether something is being written down about it
let touched = Date.now();
const sending = new Set();

const show = (...children) => { root.replaceChildren(...children.filter(Boolean)); window.scrollTo(0, 0); };
const nothing = (what) => { opened = current = null; show(make('p', {}, root.dataset[what])); };
/** Forgets everything; where money was written down that nobody has yet, the first tap says so. */
const letGo = make('button', { class: 'button button--link', onclick: async () => {
  const unsaid = opened && !letGo.dataset.warned ? opened.lists.find((list) => list.rest.lasting && list.rest.queue.length) : null;
  if (unsaid) {
    letGo.dataset.warned = 'yes';
    letGo.before(say(unsaid.rest.words['rounds.phone.forget']));
    return;
  }
  await forget();
  nothing('gone');
} }, root.dataset.forget);

// -- opening and locking -------------------------------------------------------------------------------------------

const start = async () => {
  if (!await kept()) return nothing('nothing');
  const pin = make('input', { id: 'pin', type: 'password', autocomplete: 'off', maxlength: 100 });
  const problem = make('p', { class: 'field__error', role: 'alert' });
  const enter = async (event) => {
    event.preventDefault();
    const answer = await unlock(pin.value);
    pin.value = '';
    if (answer === 'wrong') { problem.textContent = root.dataset.wrong; return; }
    if (typeof answer === 'string') { nothing('gone'); return; }
    opened = answer;
    home();
    handOver();
  };
  show(make('h1', {}, root.dataset.pin), problem,
    make('form', { class: 'form', 'data-offline': true, onsubmit: enter },
      make('div', { class: 'field field--medium' }, make('label', { class: 'visually-hidden', for: 'pin' }, root.dataset.pin), pin),
      make('button', { class: 'button button--next' }, root.dataset.open)), letGo);
  pin.focus();
  return undefined;
};

const lock = () => { opened = current = null; start(); };
document.addEventListener('click', () => { touched = Date.now(); });
document.addEventListener('visibilitychange', () => { if (document.hidden && opened) lock(); });
setInterval(() => {
  const over = opened && opened.lists.some((list) => list.things && list.until < Date.now());
  if (opened && (over || Date.now() - touched > IDLE)) lock();
}, 10000);

// -- what a list may do --------------------------------------------------------------------------------------------

const say = (message) => (message ? make('p', { class: 'notice', role: 'status' }, message) : null);

const counted = (lines) => {
  const times = new Map();
  for (const line of lines) times.set(line, (times.get(line) || 0) + 1);
  return [...times].map(([line, n]) => make('li', {}, n > 1 ? line + ' × ' + n : line));
};

/** What waits, and what was said of what was handed over. */
const waits = (list) => {
  const { queue, told, words } = list.rest;
  const lines = (key, taken) => {
    const some = told.filter((one) => one.taken === taken);
    return some.length ? [make('p', {}, words[key]), make('ul', {}, ...some.map((one) => make('li', {}, one.label + ': ' + one.text)))] : [];
  };
  return [
    queue.length ? make('section', { class: 'notice notice--quiet' }, make('div', { class: 'notice__body' },
      make('details', {}, make('summary', { id: 'turf-queue' }, words['turf.queue'] + ' ' + queue.length),
        make('ul', {}, ...counted(queue.map((entry) => entry.label)))),
      make('button', { class: 'button', onclick: handOver }, words['turf.hand-over']))) : null,
    told.length ? make('section', { class: 'notice notice--warning' }, make('div', { class: 'notice__body' },
      ...lines('turf.refused', false), ...lines('turf.notes', true),
      make('button', { class: 'button button--quiet', onclick: async () => { list.rest.told = []; if (await keeps(list)) page(list); } },
        words['turf.seen']))) : null];
};

/** Keeps what changed; where another page of this phone kept something meanwhile, what is kept is opened anew. */
const keeps = async (list) => {
  try {
    await save(opened, list);
    return true;
  } catch (notKept) {
    lock();
    return false;
  }
};

/** What the script of a list's kind works with. */
const at = (list) => ({
  list,
  word: (name) => list.rest.words[name] || name,
  show: (...children) => { current = { list, inside: true }; show(...children); },
  home: (message) => opened && page(list, message),
  write: async (entry) => {
    list.rest.queue.push({ id: crypto.randomUUID(), heldAt: new Date().toISOString(), ...entry });
    if (!await keeps(list)) return false;
    page(list);
    handOver();
    return true;
  },
  /** Takes back the last of what waits, if it has not been sent. */
  takeBack: async (which) => {
    const last = list.rest.queue.findLastIndex((entry) => which(entry) && !sending.has(entry.id));
    if (last < 0) return false;
    list.rest.queue.splice(last, 1);
    if (!await keeps(list)) return false;
    page(list);
    return true;
  },
  waiting: (which) => list.rest.queue.some((entry) => which(entry) && !sending.has(entry.id)),
});

const draw = (list, message) => {
  const lists = opened.lists.length;
  show(lists > 1 ? make('p', { class: 'crumb' }, make('button', { class: 'button button--link', onclick: () => home() }, list.rest.words['turf.back'])) : null,
    say(message), make('h1', {}, list.rest.title), ...waits(list),
    ...(list.things ? KINDS[list.rest.kind].page(at(list)) : [make('p', {}, list.rest.queue.length ? list.rest.words['turf.names-gone'] : root.dataset.gone)]), lists > 1 ? null : letGo);
};

/** Shows a list; where it is on the screen already, what was just tapped stays under the thumb. */
const page = (list, message) => {
  const tapped = current && current.list === list && !current.inside ? document.activeElement.closest('[data-key]') : null;
  const before = tapped ? { key: tapped.dataset.key, top: tapped.getBoundingClientRect().top } : null;
  current = { list, inside: false };
  draw(list, message);
  const row = before && [...root.querySelectorAll('[data-key]')].find((one) => one.dataset.key === before.key);
  if (!row) return;
  window.scrollBy(0, row.getBoundingClientRect().top - before.top);
  const button = row.querySelector('button');
  if (button) button.focus({ preventScroll: true });
};

/** Whether something is being typed, which must not be lost to news. */
const typing = () => (current && current.inside) || [...root.querySelectorAll('input, textarea')].some((typed) => typed.value !== '');

const home = (message) => {
  if (opened.lists.length === 1) { page(opened.lists[0], message); return; }
  current = null;
  show(say(message), make('h1', {}, root.dataset.title), make('ul', { class: 'people people--bare' }, ...opened.lists.map((list) => make('li', { class: 'person' },
    make('span', { class: 'person__name' }, list.rest.title),
    make('span', { class: 'person__next' }, list.rest.words[KINDS[list.rest.kind].called] + (list.rest.queue.length ? ' · ' + list.rest.words['turf.queue'] + ' ' + list.rest.queue.length : '')),
    make('span', { class: 'person__act' }, make('button', { class: 'button button--quiet', onclick: () => page(list) }, root.dataset.open, make('span', { class: 'visually-hidden' }, ' ' + list.rest.title)))))), letGo);
};

// -- handing over --------------------------------------------------------------------------------------------------

/** What the server says of a list: nothing without a signal, 'sign-in', 'let-go', or how to hand over. */
const ask = async (list) => {
  const answer = await fetch(list.rest.at, { redirect: 'follow' });
  if (answer.url.includes('/sign-in') || answer.url.includes('/way-in')) return 'sign-in';
  const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('turf-state');
  if (answer.status === 404 || answer.status === 403 || (told && told.dataset.state === 'let-go')) return 'let-go';
  return answer.ok && told ? { token: told.querySelector('[name=_csrf]').value, numbers: told.dataset.names === 'go' } : undefined;
};

const send = async (list, token) => {
  const some = list.rest.queue.slice(0, AT_ONCE);
  some.forEach((entry) => sending.add(entry.id));
  try {
    const records = some.map(({ label, before, ...record }) => record);
    const answer = await fetch(list.rest.at + '/hand-over', { method: 'POST',
      body: new URLSearchParams({ _csrf: token, records: JSON.stringify(records) }) });
    if (!answer.ok || !opened) return false;
    const { results } = await answer.json();
    for (const result of results) {
      const entry = some.find((one) => one.id === result.id);
      if (entry && result.text) list.rest.told.push({ label: entry.label, text: result.text, taken: result.state === 'done' });
      if (entry && result.state !== 'done') KINDS[list.rest.kind].refused(list, entry);
    }
    const done = new Set(results.map((result) => result.id));
    list.rest.queue = list.rest.queue.filter((entry) => !done.has(entry.id));
    if (opened) await save(opened, list);
    return results.length > 0;
  } finally {
    some.forEach((entry) => sending.delete(entry.id));
  }
};

const handOverOf = async (list) => {
  const state = await ask(list);
  if (!opened || !state) return '';
  const { words } = list.rest;
  if (state === 'sign-in') return list.rest.queue.length ? words['turf.sign-in'] : '';
  if (state === 'let-go' && list.rest.lasting && list.rest.queue.length) return words['rounds.phone.other'];
  if (state === 'let-go') { await drop(opened, list); return words['turf.let-go']; }
  if (state.numbers && KINDS[list.rest.kind].numbers(list)) await save(opened, list);
  if (!list.things && list.rest.parting) parts(list.rest);
  const had = list.rest.queue.length;
  while (opened && list.rest.queue.length && await send(list, state.token));
  if (!opened || list.rest.queue.length) return words['turf.offline'];
  if (!list.things && !list.rest.told.length) await drop(opened, list);
  if (!had) return '';
  return words[list.rest.told.some((one) => !one.taken) ? 'turf.not-all' : 'turf.handed-over'];
};

let busy = false;
const handOver = async () => {
  if (busy || !opened) return;
  busy = true;
  try {
    let message = '';
    for (const list of [...opened.lists]) {
      message = await handOverOf(list) || message;
      if (!opened) return;
    }
    if (!opened.lists.length) show(say(message), make('p', {}, root.dataset.nothing));
    else if (current && !opened.lists.includes(current.list)) home(message);
    else if (message && !typing()) current ? page(current.list, message) : home(message);
  } catch (offline) {
    // there is no signal: what waits stays, and its number stands on the page
  } finally {
    busy = false;
  }
};
window.addEventListener('online', handOver);
start();
