// SPDX-License-Identifier: AGPL-3.0-or-later
// A collecting round without a signal: who is to be asked, what was taken, and a receipt at once. The numbers of receipts
// came along with the list; each is kept as used before its receipt is on the screen.
import { make } from './elements.js';

const WAYS = ['cash', 'cheque'];
const MOST = 1000000000000;
const LATER = new Set(['not-now', 'not-there']);

const back = (at, to) => make('p', { class: 'crumb' }, make('button', { class: 'button button--link', onclick: to }, at.word('turf.back')));
const tag = (at, door) => make('span', { class: door.tag === 'paid' ? 'tag tag--won' : 'tag' }, at.word('rounds.state.' + door.tag));

/** A sum in the smallest unit of the currency; nothing if it is none. Digits, and at most one sign before the last few. */
export const minor = (typed, digits) => {
  const read = /^([0-9]{1,12})(?:[.,]([0-9]+))?$/.exec(typed.trim());
  if (!read || (read[2] || '').length > digits) return undefined;
  const sum = Number(read[1] + (read[2] || '').padEnd(digits, '0'));
  return sum >= 1 && sum <= MOST ? sum : undefined;
};

/** The same as people write it. */
const written = ({ language, currency, digits }, sum) => {
  const whole = sum % (10 ** digits) === 0;
  return new Intl.NumberFormat(language, { style: 'currency', currency,
    minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits }).format(sum / (10 ** digits));
};

/** The day where the local is, as the server writes days. */
const today = (zone) => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date());
  const part = (type) => parts.find((one) => one.type === type).value;
  return part('year') + '-' + part('month') + '-' + part('day');
};
const day = (language, on) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on + 'T12:00:00Z'));

const lines = (at, receipt) => [[at.word('rounds.receipt.from'), at.list.rest.local], [at.word('rounds.receipt'), receipt.number],
  [at.word('rounds.amount'), receipt.amount], [at.word('rounds.receipt.day'), day(at.list.rest.language, receipt.on)],
  [at.word('rounds.way'), at.word('rounds.way.' + receipt.way)]];

/** A receipt, to show or to copy. */
const shown = (at, receipt) => {
  const text = lines(at, receipt).map(([name, value]) => name + ': ' + value).join('\n');
  const said = make('p', { role: 'status' });
  at.show(back(at, () => at.home()),
    make('p', { class: 'eyebrow' }, at.list.rest.local), make('h1', {}, at.word('rounds.receipt') + ' ' + receipt.number),
    make('dl', { class: 'summary-list' }, ...lines(at, receipt).slice(2).map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))),
    make('div', { class: 'button-row' },
      make('button', { class: 'button button--next', onclick: () => at.home() }, at.word('rounds.receipt.next')),
      navigator.clipboard ? make('button', { class: 'button button--quiet', onclick: async () => {
        await navigator.clipboard.writeText(text).then(() => { said.textContent = at.word('rounds.receipt.copied'); }, () => { said.textContent = text; });
      } }, at.word('rounds.receipt.copy')) : null), said);
};

/** What was talked about, as a round hands it over. */
const talk = (form) => {
  const said = Object.fromEntries([...new FormData(form)].filter(([name, value]) => ['talked', 'issue', 'reply', 'next'].includes(name) && value !== ''));
  return said.talked ? { ...said, talk: crypto.randomUUID() } : {};
};
const asked = (at, said) => (said.reply && at.list.rest.asks[0] ? { ...said, ask: at.list.rest.asks[0].ask } : said);

const pay = async (at, door, form) => {
  const { numbers, digits, zone } = at.list.rest;
  const typed = new FormData(form);
  const sum = minor(typed.get('amount'), digits);
  const problem = form.querySelector('.field__error');
  if (sum === undefined) { problem.textContent = at.word('rounds.amount.wrong'); problem.hidden = false; form.querySelector('#r-amount').focus(); return; }
  if (numbers.next > numbers.last) { problem.textContent = at.word('rounds.no-number'); problem.hidden = false; return; }
  const number = numbers.next;
  const receipt = { number: numbers.prefix + String(number).padStart(3, '0'), amount: written(at.list.rest, sum), on: today(zone), way: typed.get('way') };
  numbers.next += 1;
  const before = door.tag;
  door.tag = 'paid';
  at.list.rest.receipts = [...at.list.rest.receipts || [], receipt];
  const kept = await at.write({ what: 'paid', visit: door.id, number: String(number), amount: String(sum), way: receipt.way, on: receipt.on, before,
    ...asked(at, talk(form)), label: door.name + ' · ' + receipt.number + ' · ' + receipt.amount });
  if (kept) shown(at, receipt);
};

const later = (at, door, what, form) => {
  const before = door.tag;
  door.tag = what;
  return at.write({ what, visit: door.id, before, ...asked(at, talk(form)), label: door.name + ' · ' + at.word('rounds.state.' + what) });
};

/** Takes back what was written down and not handed over; a receipt's number is not used again. */
const takeBack = async (at, door) => {
  const last = at.list.rest.queue.findLast((entry) => entry.visit === door.id);
  if (!last) return at.home();
  const now = door.tag;
  door.tag = last.before;
  if (!await at.takeBack((entry) => entry.id === last.id)) { // it is on its way already
    door.tag = now;
    return at.home();
  }
  if (last.what !== 'paid') return undefined;
  const number = at.list.rest.numbers.prefix + last.number.padStart(3, '0');
  at.list.rest.receipts = at.list.rest.receipts.filter((receipt) => receipt.number !== number);
  return at.write({ what: 'void', number: last.number, label: number + ' · ' + at.word('rounds.taken-back') });
};

const radio = (at, name, value, label, checked) => make('div', { class: 'choice' },
  make('input', { type: 'radio', id: 'r-' + name + '-' + value, name, value, checked }), make('label', { for: 'r-' + name + '-' + value }, label));

const talked = (at) => {
  const { asks, issues, talks } = at.list.rest;
  if (!talks) return null;
  return make('details', { class: 'filters' }, make('summary', {}, at.word('rounds.talked')),
    make('div', { class: 'choice' }, make('input', { type: 'checkbox', id: 'r-talked', name: 'talked', value: 'yes' }), make('label', { for: 'r-talked' }, at.word('rounds.talked'))),
    ...(issues.length === 0 ? [] : [make('div', { class: 'field' }, make('label', { class: 'field__label', for: 'r-issue' }, at.word('talk.issue')),
      make('select', { id: 'r-issue', name: 'issue' }, make('option', { value: '' }, at.word('talk.issue.none')),
        ...issues.map((issue) => make('option', { value: issue.word }, issue.text))))]),
    asks[0] ? make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, asks[0].text),
      make('div', { class: 'choices__list' }, ...['yes', 'not-yet', 'no'].map((reply) => radio(at, 'reply', reply, at.word('reply.' + reply), false)))) : null,
    make('div', { class: 'field' }, make('label', { class: 'field__label', for: 'r-next' }, at.word('talk.next')),
      make('input', { id: 'r-next', name: 'next', maxlength: 200, autocomplete: 'off' })));
};

const atDoor = (at, door) => {
  const waiting = at.waiting((entry) => entry.visit === door.id);
  const form = make('form', { class: 'form', 'data-offline': true, onsubmit: (event) => { event.preventDefault(); pay(at, door, event.target); } },
    make('div', { class: 'field field--medium' }, make('label', { class: 'field__label', for: 'r-amount' }, at.word('rounds.amount') + ' (' + at.list.rest.currency + ')'),
      make('p', { class: 'field__error', id: 'r-amount-error', role: 'alert', hidden: true }),
      make('input', { id: 'r-amount', name: 'amount', inputmode: 'decimal', maxlength: 20, autocomplete: 'off', 'aria-describedby': 'r-amount-error' })),
    make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, at.word('rounds.way')),
      make('div', { class: 'choices__list' }, ...WAYS.map((way) => radio(at, 'way', way, at.word('rounds.way.' + way), way === 'cash')))),
    talked(at),
    make('button', { class: 'button button--next' }, at.word('rounds.paid.do')),
    make('div', { class: 'button-row' }, ...[...LATER].map((what) => make('button', { type: 'button', class: 'button', onclick: () => later(at, door, what, form) }, at.word('rounds.' + what + '.do')))));
  at.show(back(at, () => at.home()),
    make('h1', {}, door.where ? make('span', { class: 'plate' }, door.where) : null, door.where ? ' ' : null, door.name),
    make('p', {}, tag(at, door), door.amount && door.tag === 'due' ? ' ' + door.amount : null),
    waiting ? make('p', {}, make('button', { class: 'button button--quiet', onclick: () => takeBack(at, door) }, at.word('rounds.take-back'))) : null,
    form);
};

const row = (at, door) => make('li', { class: 'person', 'data-key': door.id },
  make('span', { class: 'person__place' }, door.where || '–'), make('span', { class: 'person__name' }, door.name),
  make('span', { class: 'person__next' }, tag(at, door), door.amount && door.tag === 'due' ? ' ' + door.amount : null),
  make('span', { class: 'person__act' }, make('button', { class: 'button button--quiet', onclick: () => atDoor(at, door) }, at.word('rounds.door.open'),
    make('span', { class: 'visually-hidden' }, ' ' + door.name))));

const receipts = (at) => {
  const given = at.list.rest.receipts || [];
  return given.length ? make('details', { class: 'filters' }, make('summary', {}, at.word('rounds.receipts') + ' ' + given.length),
    make('ul', { class: 'task-list' }, ...given.map((receipt) => make('li', {},
      make('button', { class: 'button button--link', onclick: () => shown(at, receipt) }, receipt.number), ' ' + receipt.amount)))) : null;
};

/** Says that nothing is left on this phone: the list goes, and its numbers with it. */
const done = async (at) => {
  const { numbers, parting } = at.list.rest;
  numbers.next = numbers.last + 1;
  delete at.list.rest.parting;
  at.list.things.doors = [];
  await at.write({ ...parting, label: at.word('rounds.done') });
};

export const round = {
  called: 'rounds.list',
  page: (at) => {
    const { doors } = at.list.things;
    if (!at.list.rest.parting) return [make('p', {}, at.word('rounds.done')), receipts(at)];
    const seen = doors.filter((door) => !['due', 'nothing'].includes(door.tag)).length;
    return [make('p', { class: 'lede' }, seen + ' / ' + doors.length), make('ul', { class: 'people' }, ...doors.map((door) => row(at, door))), receipts(at),
      make('details', { class: 'filters' }, make('summary', {}, at.word('rounds.done.do')), make('p', {}, at.word('rounds.done.what')),
        make('button', { class: 'button', onclick: () => done(at) }, at.word('rounds.done.do')))];
  },
  /** What was not taken is not shown as done. */
  refused: (list, entry) => {
    for (const door of list.things ? list.things.doors : []) if (door.id === entry.visit && entry.before) door.tag = entry.before;
  },
  /** Lets the names go; what was taken stays until it is handed over, under its number. */
  numbers: (list) => {
    if (!list.things) return false;
    list.things = null;
    for (const entry of list.rest.queue) entry.label = entry.number ? list.rest.numbers.prefix + entry.number.padStart(3, '0') : list.rest.words['rounds.list'];
    return true;
  },
};
