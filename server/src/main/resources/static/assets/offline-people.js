// SPDX-License-Identifier: AGPL-3.0-or-later
// The list of those who said that they come, at a door without a signal: who is here, who else turned up, how many more.
import { make } from './elements.js';

const HEADS = ['position', 'other-sites', 'supporters'];
const LONG = 12;
const plainly = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const isHere = (entry) => entry.what === 'here';

const here = (at, shift, person) => {
  person.before = person.state;
  person.state = 'attended';
  return at.write({ what: 'here', shift: shift.id, who: person.id, label: person.name + ' · ' + at.word('along.is-here') });
};

const undo = async (at, person) => {
  person.state = person.before || 'coming';
  if (await at.takeBack((entry) => isHere(entry) && entry.who === person.id)) return;
  person.state = 'attended'; // it is on its way already
  at.home();
};

const act = (...buttons) => make('span', { class: 'person__act' }, ...buttons);

const row = (at, shift, person) => {
  const theirs = (entry) => isHere(entry) && entry.who === person.id;
  const named = (key) => [at.word(key), make('span', { class: 'visually-hidden' }, ' ' + person.name)];
  return make('li', { class: 'person', 'data-name': plainly(person.name), 'data-key': person.id || null },
    make('span', { class: 'person__name' }, person.name),
    person.state === 'waiting' ? make('span', { class: 'person__next' }, at.word('along.waits')) : null,
    person.state === 'attended' ? make('span', { class: 'person__next' }, make('span', { class: 'tag tag--won' }, at.word('along.is-here'))) : null,
    person.state !== 'attended' ? act(make('button', { class: 'button', onclick: () => here(at, shift, person) }, ...named('along.here')))
      : at.waiting(theirs) ? act(make('button', { class: 'button button--link', onclick: () => undo(at, person) }, ...named('coming.undo'))) : null);
};

/** Hides whoever is not called like what is typed. */
const find = (at, list) => make('div', { class: 'field' },
  make('label', { class: 'field__label', for: 'find-' + list.id }, at.word('along.find')),
  make('input', { id: 'find-' + list.id, autocomplete: 'off', maxlength: 80, oninput: (event) => {
    const typed = plainly(event.target.value.trim());
    for (const item of list.children) item.hidden = !item.dataset.name.includes(typed);
  } }));

const count = async (at, shift, head, more) => {
  shift.heads = { ...shift.heads, [head]: ((shift.heads || {})[head] || 0) + more };
  const label = at.word('head-' + head) + (more > 0 ? ' +1' : ' −1');
  const listed = at.list.rest.countOnly ? { listed: 'nobody' } : {};
  const slip = (entry) => entry.what === 'head' && entry.head === head && entry.shift === shift.id && entry.more === '1';
  if (more > 0 || !await at.takeBack(slip)) await at.write({ what: 'head', shift: shift.id, head, ...listed, more: String(more), label });
};

const heads = (at, shift, kinds) => make('ul', { class: 'people' }, ...kinds.map((head) => {
  const many = (shift.heads || {})[head] || 0;
  const called = at.word('head-' + head);
  const button = (kind, key, more) => make('button', { class: 'button' + kind, onclick: () => count(at, shift, head, more) },
    at.word(key), make('span', { class: 'visually-hidden' }, ' ' + called));
  return make('li', { class: 'person', 'data-key': shift.id + head }, make('span', { class: 'person__place' }, String(many)), make('span', { class: 'person__name' }, called),
    act(button('', 'along.more', 1), many > 0 ? button(' button--link', 'along.less', -1) : null));
}));

const byName = (at, shift) => make('form', { class: 'form', 'data-offline': true, onsubmit: (event) => {
  event.preventDefault();
  const name = new FormData(event.target).get('name').trim();
  if (!name) return;
  shift.people.push({ id: '', name, state: 'attended' });
  at.write({ what: 'turned-up', shift: shift.id, name, label: name + ' · ' + at.word('along.is-here') });
} }, make('div', { class: 'field' }, make('label', { class: 'field__label', for: 'n-' + shift.id }, at.word('along.turned-up')),
  make('input', { id: 'n-' + shift.id, name: 'name', maxlength: 80, autocomplete: 'off' })),
make('button', { class: 'button button--quiet' }, at.word('along.add')));

const names = (at, shift) => {
  if (at.list.rest.countOnly) return [];
  const list = make('ul', { class: 'people people--bare', id: 'list-' + shift.id }, ...shift.people.map((person) => row(at, shift, person)));
  return [shift.people.length > LONG ? find(at, list) : null,
    shift.people.length ? list : make('p', {}, at.word('along.none'))];
};

const section = (at, shift) => make('section', { class: 'stack' },
  shift.name ? make('h2', {}, shift.name) : null, ...names(at, shift).filter(Boolean),
  ...at.list.rest.countOnly ? [] : [make(shift.name ? 'h3' : 'h2', {}, at.word('along.heads')), byName(at, shift), heads(at, shift, ['nameless']),
    make(shift.name ? 'h3' : 'h2', {}, at.word('heads.title')), make('p', {}, at.word('along.heads.what'))],
  heads(at, shift, HEADS));

export const people = {
  called: 'along.list',
  page: (at) => [
    at.list.rest.countOnly ? make('p', { class: 'notice notice--quiet' }, at.word('actions.only-counted')) : null,
    ...at.list.things.shifts.map((shift) => section(at, shift))],
  /** What was not taken is not shown as done. */
  refused: (list, entry) => {
    for (const shift of list.things ? list.things.shifts : []) {
      for (const person of shift.people) if (isHere(entry) && person.id === entry.who) person.state = person.before || 'coming';
      if (entry.what === 'turned-up') shift.people = shift.people.filter((person) => person.id || person.name !== entry.name);
      if (entry.what === 'head' && entry.shift === shift.id) shift.heads[entry.head] -= Number(entry.more);
    }
  },
  /** Lets the names go, because only numbers are kept from now on. */
  numbers: (list) => {
    if (list.rest.countOnly) return false;
    list.rest.countOnly = true;
    for (const shift of list.things ? list.things.shifts : []) shift.people = [];
    for (const entry of list.rest.queue) if (entry.what !== 'head') entry.label = list.rest.words['along.is-here'];
    return true;
  },
};
