// SPDX-License-Identifier: AGPL-3.0-or-later
// Doors on a phone without a signal: one household on the screen at a time, and what came of the knock.
import { make } from './elements.js';

const OUTCOMES = ['talked', 'not-home', 'come-back', 'refused', 'other-language', 'moved', 'boss-side'];
const NAMED = new Set(['moved', 'boss-side']);
/** At work it is always one person: a department is no household. */
const NAMED_AT_WORK = new Set([...NAMED, 'come-back', 'other-language', 'refused']);

const back = (word, to) => make('p', { class: 'crumb' }, make('button', { class: 'button button--link', onclick: to }, word('turf.back')));

const write = (at, door, entry) => {
  door.last = entry.outcome;
  return at.write({ unit: door.unit, label: door.label + ' · ' + at.word('outcome.' + entry.outcome), ...entry });
};

const atDoor = (at, door) => at.show(
  back(at.word, () => at.home()),
  make('h1', {}, make('span', { class: 'plate' }, door.label)),
  make('ul', { class: 'people' }, ...door.people.map((person) => make('li', { class: 'person' },
    make('span', { class: 'person__name' }, person.name)))),
  make('div', { class: 'button-row' }, ...OUTCOMES.map((outcome) => make('button', {
    class: outcome === 'talked' ? 'button button--next' : 'button',
    onclick: () => (outcome === 'talked' ? talked(at, door)
      : (at.list.rest.homes ? NAMED : NAMED_AT_WORK).has(outcome) && door.people.length ? who(at, door, outcome)
        : heard(at, door, { outcome })),
  }, at.word('outcome.' + outcome)))));

/** Writes down what came of it, once it is known when to come back. */
const heard = (at, door, entry) => (entry.outcome === 'come-back' ? comeBack(at, door, entry) : write(at, door, entry));

const comeBack = (at, door, entry) => at.show(back(at.word, () => atDoor(at, door)), make('h1', {}, at.word('talk.back')),
  make('div', { class: 'button-row' }, ...['today', 'tomorrow', 'saturday'].map((when) => make('button', {
    class: 'button', onclick: () => write(at, door, { ...entry, back: when }) }, at.word('talk.back.' + when)))));

const who = (at, door, outcome) => at.show(back(at.word, () => atDoor(at, door)), make('h1', {}, at.word('talk.who')),
  make('div', { class: 'button-row' }, ...door.people.map((person) => make('button', {
    class: 'button', onclick: () => heard(at, door, { outcome, who: person.id }) }, person.name)),
  outcome === 'moved' && at.list.rest.homes && door.people.length > 1
    ? make('button', { class: 'button', onclick: () => write(at, door, { outcome, who: 'all' }) }, at.word('talk.who.all')) : null));

const radio = (name, value, label, checked) => make('div', { class: 'choice' },
  make('input', { type: 'radio', id: name + '-' + value, name, value, checked }),
  make('label', { for: name + '-' + value }, label));

const field = (name, label, attributes) => make('div', { class: 'field' },
  make('label', { class: 'field__label', for: 'f-' + name }, label),
  attributes && attributes.hint ? make('p', { class: 'field__hint' }, attributes.hint) : null,
  attributes && attributes.rows ? make('textarea', { id: 'f-' + name, name, rows: attributes.rows, maxlength: 1000 })
    : make('input', { id: 'f-' + name, name, maxlength: 200, autocomplete: 'off', inputmode: attributes && attributes.inputmode }));

const choice = (at, own) => {
  const options = own.kind === 'yes-no' ? [['yes', at.word('field.yes')], ['no', at.word('field.no')]]
    : own.choices.map((name, place) => [String(place + 1), name]);
  return make('select', { id: own.name, name: own.name }, make('option', { value: '' }, at.word('fields.unknown')),
    ...options.map(([value, name]) => make('option', { value }, name)));
};

/** The local's own fields: empty, whatever is held already, as at every door. */
const ownFields = (at) => (at.list.rest.fields.length ? make('details', { class: 'filters' },
  make('summary', {}, at.word('fields.title')), make('p', { class: 'soft' }, at.word('talk.fields')),
  ...at.list.rest.fields.map((own) => make('div', { class: own.kind === 'date' ? 'field field--medium' : 'field' },
    make('label', { class: 'field__label', for: own.name }, own.label), make('p', { class: 'field__hint' }, own.hint),
    own.kind === 'date' ? make('input', { type: 'date', id: own.name, name: own.name, min: '1900-01-01', max: '2100-12-31' })
      : choice(at, own)))) : null);

const asked = (at, ask) => [make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, ask.text),
  make('div', { class: 'choices__list' }, ...['yes', 'yes-if', 'not-yet', 'no']
    .filter((reply) => reply !== 'yes-if' || ask.of > 0)
    .map((reply) => radio('reply', reply, at.word('reply.' + reply), false)))),
ask.of > 0 ? field('atLeast', at.word('turf.at-least') + ' ' + ask.of, { inputmode: 'numeric' }) : null];

const talked = (at, door) => {
  const { asks, issues } = at.list.rest;
  const problem = make('p', { class: 'field__error', role: 'alert' });
  const done = (event) => {
    event.preventDefault();
    const said = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    if (!door.people.length) said.who = 'new';
    if (!said.who || (said.who === 'new' && !(said.name || '').trim())) {
      problem.textContent = at.word('talk.who.choose');
      problem.scrollIntoView();
      return;
    }
    if (asks[0] && said.reply) said.ask = asks[0].ask;
    const { mark } = door.people.find((person) => person.id === said.who) || {};
    if (mark && at.list.rest.fields.some((own) => own.name in said)) said.mark = mark;
    write(at, door, { outcome: 'talked', ...said });
  };
  at.show(back(at.word, () => atDoor(at, door)), make('h1', {}, make('span', { class: 'plate' }, door.label), ' ' + at.word('outcome.talked')), problem,
    make('form', { class: 'form', 'data-offline': true, onsubmit: done },
      door.people.length ? make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, at.word('talk.who')),
        make('div', { class: 'choices__list' }, ...door.people.map((person) => radio('who', person.id, person.name, door.people.length === 1)),
          radio('who', 'new', at.word('talk.who.new'), false))) : null,
      field('name', at.word('talk.name')),
      make('div', { class: 'field' }, make('label', { class: 'field__label', for: 'f-issue' }, at.word('talk.issue')),
        make('select', { id: 'f-issue', name: 'issue' }, make('option', { value: '' }, at.word('talk.issue.none')),
          ...issues.map((issue) => make('option', { value: issue.word }, issue.text)))),
      make('div', { class: 'choice' }, make('input', { type: 'checkbox', id: 'f-prepared', name: 'prepared', value: 'yes' }),
        make('label', { for: 'f-prepared' }, at.word('talk.prepared'))),
      ...(asks[0] ? asked(at, asks[0]) : []),
      field('next', at.word('talk.next')),
      field('note', at.word('talk.note'), { rows: 3, hint: at.word('talk.note.hint') }),
      ownFields(at),
      make('button', { class: 'button button--next' }, at.word('talk.write'))));
};

export const doors = {
  called: 'turf.doors',
  page: (at) => [make('ul', { class: 'people' }, ...at.list.things.doors.map((door) => make('li', { class: 'person' },
    make('span', { class: 'person__place' }, door.label),
    make('button', { class: 'button button--quiet', onclick: () => atDoor(at, door) },
      door.last ? at.word('outcome.' + door.last) : at.word('turf.open')))))],
  refused: () => undefined,
  numbers: () => false,
};
