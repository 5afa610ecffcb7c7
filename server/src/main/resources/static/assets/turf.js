// SPDX-License-Identifier: AGPL-3.0-or-later
// Doors on a phone without a signal. What is taken along lies in the browser's store under a key made from a PIN that
// is never sent anywhere; what is written down is added to it in the same way, and handed over once there is a signal.
'use strict';
(() => {
  const ITERATIONS = 1000000;
  const SHORTEST = 8;
  const MOST_TRIES = 10;
  const AT_ONCE = 50;
  const IDLE = 5 * 60 * 1000;
  const text = new TextEncoder();
  const plain = new TextDecoder();

  // -- the browser's store: one record with everything sealed, and how it is to be opened --------------------------

  const store = (mode, act) => new Promise((done, failed) => {
    const opening = indexedDB.open('gw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('kept', mode);
      const asked = act(transaction.objectStore('kept'));
      transaction.oncomplete = () => { db.close(); done(asked ? asked.result : undefined); };
      transaction.onabort = transaction.onerror = () => { db.close(); failed(transaction.error); };
    };
  });
  const kept = () => store('readonly', (all) => all.get('turf'));
  const keep = (record) => store('readwrite', (all) => all.put(record, 'turf'));
  const forget = () => store('readwrite', (all) => all.clear());

  const keyOf = async (pin, salt, iterations) => {
    const typed = await crypto.subtle.importKey('raw', text.encode(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed,
      { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  };
  const seal = async (key, value) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text.encode(JSON.stringify(value))) };
  };
  const open = async (key, box) => JSON.parse(
    plain.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.sealed)));

  // -- taking doors along ------------------------------------------------------------------------------------------

  const take = document.getElementById('turf-take');
  if (take) {
    const problem = document.getElementById('turf-problem');
    const say = (what) => { problem.textContent = problem.dataset[what]; problem.hidden = false; };
    if (!window.isSecureContext || !crypto.subtle || !('serviceWorker' in navigator) || !window.indexedDB) {
      document.getElementById('turf-off').hidden = false;
    } else {
      take.hidden = false;
      take.addEventListener('submit', async (event) => {
        event.preventDefault();
        problem.hidden = true;
        const pin = document.getElementById('turf-pin').value;
        if (!take.querySelector('[name=part]:checked')) return say('none');
        if (pin.length < SHORTEST) return say('short');
        if (pin !== document.getElementById('turf-pin-again').value) return say('unlike');
        try {
          await navigator.serviceWorker.register('/sw.js');
          await navigator.serviceWorker.ready;
          const answer = await fetch(take.action, { method: 'POST', body: new URLSearchParams(new FormData(take)) });
          if (!answer.ok || !(answer.headers.get('Content-Type') || '').startsWith('application/json')) return say('failed');
          const content = await answer.json();
          const salt = crypto.getRandomValues(new Uint8Array(16));
          const key = await keyOf(pin, salt, ITERATIONS);
          await keep({ salt, iterations: ITERATIONS, until: Date.parse(content.until), tries: 0,
            doors: await seal(key, content), queue: await seal(key, []) });
          location.assign('/offline');
        } catch (broken) {
          say('failed');
        }
        return undefined;
      });
    }
  }

  // -- at the doors ------------------------------------------------------------------------------------------------

  const root = document.getElementById('turf');
  if (!root) return;
  let key = null;
  let turf = null;
  let queue = [];
  let touched = Date.now();

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes || {})) {
      if (attribute === 'onclick' || attribute === 'onsubmit') element.addEventListener(attribute.slice(2), value);
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(attribute, value === true ? '' : value);
    }
    for (const child of children) if (child) element.append(child);
    return element;
  };
  const show = (...children) => root.replaceChildren(...children.filter(Boolean));
  const word = (name) => turf.words[name] || name;
  const nothing = (what) => show(make('p', {}, root.dataset[what]));

  const lock = () => { key = turf = null; queue = []; start(); };
  document.addEventListener('click', () => { touched = Date.now(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && key) lock(); });
  setInterval(() => { if (key && Date.now() - touched > IDLE) lock(); }, 10000);

  const start = async () => {
    const record = await kept();
    if (!record) return nothing('nothing');
    if (record.until < Date.now()) {
      // the doors are let go; what was written down waits to be handed over, without a name of its own to be read
      if (record.doors && !record.over) await keep({ ...record, over: true });
      if (record.until + 7 * 24 * 3600 * 1000 < Date.now()) { await forget(); return nothing('gone'); }
    }
    const pin = make('input', { id: 'pin', type: 'password', autocomplete: 'off', maxlength: 100 });
    const problem = make('p', { class: 'field__error', role: 'alert' });
    show(make('h1', {}, root.dataset.pin), problem, make('form', { class: 'form', onsubmit: async (event) => {
      event.preventDefault();
      const now = await kept();
      if (!now) return nothing('gone');
      const tried = await keyOf(pin.value, now.salt, now.iterations);
      try {
        turf = await open(tried, now.doors);
        queue = await open(tried, now.queue);
      } catch (wrong) {
        if (now.tries + 1 >= MOST_TRIES) { await forget(); return nothing('gone'); }
        await keep({ ...now, tries: now.tries + 1 });
        pin.value = '';
        problem.textContent = root.dataset.wrong;
        return undefined;
      }
      key = tried;
      if (now.until < Date.now()) turf.doors = [];
      await keep({ ...now, tries: 0, doors: await seal(key, turf) });
      doors();
      return handOver();
    } }, make('div', { class: 'field field--medium' }, make('label', { class: 'visually-hidden', for: 'pin' }, root.dataset.pin), pin),
    make('button', { class: 'button button--next' }, root.dataset.open)),
    make('button', { class: 'button button--link', onclick: async () => { await forget(); nothing('gone'); } }, root.dataset.forget));
    pin.focus();
    return undefined;
  };

  const save = async () => {
    const record = await kept();
    if (record) await keep({ ...record, doors: await seal(key, turf), queue: await seal(key, queue) });
  };

  const doors = (message) => show(
    message ? make('p', { class: 'notice', role: 'status' }, message) : null,
    make('h1', {}, word('turf.doors')),
    queue.length ? make('section', { class: 'notice notice--quiet' },
      make('div', { class: 'notice__body' }, make('p', { id: 'turf-queue' }, word('turf.queue') + ' ' + queue.length),
        make('button', { class: 'button', onclick: handOver }, word('turf.hand-over')))) : null,
    make('ul', { class: 'people' }, ...turf.doors.map((door) => make('li', { class: 'person' },
      make('span', { class: 'person__place' }, door.label),
      make('button', { class: 'button button--quiet', onclick: () => atDoor(door) },
        door.last ? word('outcome.' + door.last) : word('turf.open'))))),
    make('button', { class: 'button button--link', onclick: async () => { await forget(); nothing('gone'); } }, word('turf.forget')));

  const write = async (door, entry) => {
    queue.push({ id: crypto.randomUUID(), heldAt: new Date().toISOString(), unit: door.unit, ...entry });
    door.last = entry.outcome;
    await save();
    doors(word('turf.queue') + ' ' + queue.length);
    handOver();
  };

  const OUTCOMES = ['talked', 'not-home', 'come-back', 'refused', 'other-language', 'moved', 'boss-side'];
  const NAMED = new Set(['moved', 'boss-side']);

  const back = (to) => make('p', { class: 'crumb' }, make('button', { class: 'button button--link', onclick: to }, word('turf.back')));

  const atDoor = (door) => show(
    back(() => doors()),
    make('h1', {}, make('span', { class: 'plate' }, door.label)),
    make('ul', { class: 'people' }, ...door.people.map((person) => make('li', { class: 'person' },
      make('span', { class: 'person__name' }, person.name)))),
    make('div', { class: 'button-row' }, ...OUTCOMES.map((outcome) => make('button', {
      class: outcome === 'talked' ? 'button button--next' : 'button',
      onclick: () => (outcome === 'talked' ? talked(door)
        : outcome === 'come-back' ? comeBack(door)
          : NAMED.has(outcome) && door.people.length ? who(door, outcome)
            : write(door, { outcome })),
    }, word('outcome.' + outcome)))));

  const comeBack = (door) => show(back(() => atDoor(door)), make('h1', {}, word('talk.back')),
    make('div', { class: 'button-row' }, ...['today', 'tomorrow', 'saturday'].map((when) => make('button', {
      class: 'button', onclick: () => write(door, { outcome: 'come-back', back: when }) }, word('talk.back.' + when)))));

  const who = (door, outcome) => show(back(() => atDoor(door)), make('h1', {}, word('talk.who')),
    make('div', { class: 'button-row' }, ...door.people.map((person) => make('button', {
      class: 'button', onclick: () => write(door, { outcome, who: person.id }) }, person.name)),
    outcome === 'moved' && door.people.length > 1
      ? make('button', { class: 'button', onclick: () => write(door, { outcome, who: 'all' }) }, word('talk.who.all')) : null));

  const radio = (name, value, label, checked) => make('div', { class: 'choice' },
    make('input', { type: 'radio', id: name + '-' + value, name, value, checked }),
    make('label', { for: name + '-' + value }, label));

  const field = (name, label, attributes) => make('div', { class: 'field' },
    make('label', { class: 'field__label', for: 'f-' + name }, label),
    attributes && attributes.hint ? make('p', { class: 'field__hint' }, attributes.hint) : null,
    attributes && attributes.rows ? make('textarea', { id: 'f-' + name, name, rows: attributes.rows, maxlength: 1000 })
      : make('input', { id: 'f-' + name, name, maxlength: 200, autocomplete: 'off', inputmode: attributes && attributes.inputmode }));

  const talked = (door) => {
    const ask = turf.asks[0];
    const problem = make('p', { class: 'field__error', role: 'alert' });
    show(back(() => atDoor(door)), make('h1', {}, make('span', { class: 'plate' }, door.label), ' ' + word('outcome.talked')), problem,
      make('form', { class: 'form', onsubmit: (event) => {
        event.preventDefault();
        const said = Object.fromEntries(new FormData(event.target));
        if (!door.people.length) said.who = 'new';
        if (!said.who || (said.who === 'new' && !(said.name || '').trim())) {
          problem.textContent = word('talk.who.choose');
          problem.scrollIntoView();
          return;
        }
        if (ask && said.reply) said.ask = ask.ask;
        write(door, { outcome: 'talked', ...said });
      } },
      make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, word('talk.who')),
        make('div', { class: 'choices__list' }, ...door.people.map((person) => radio('who', person.id, person.name, door.people.length === 1)),
          door.people.length ? radio('who', 'new', word('talk.who.new'), false) : null)),
      field('name', word('talk.name')),
      make('div', { class: 'field' }, make('label', { class: 'field__label', for: 'f-issue' }, word('talk.issue')),
        make('select', { id: 'f-issue', name: 'issue' }, make('option', { value: '' }, word('talk.issue.none')),
          ...turf.issues.map((issue) => make('option', { value: issue.word }, issue.text)))),
      make('div', { class: 'choice' }, make('input', { type: 'checkbox', id: 'f-prepared', name: 'prepared', value: 'yes' }),
        make('label', { for: 'f-prepared' }, word('talk.prepared'))),
      ask ? make('fieldset', { class: 'choices' }, make('legend', { class: 'choices__legend' }, ask.text),
        make('div', { class: 'choices__list' }, ...['yes', 'yes-if', 'not-yet', 'no']
          .filter((reply) => reply !== 'yes-if' || ask.of > 0)
          .map((reply) => radio('reply', reply, word('reply.' + reply), false)))) : null,
      ask && ask.of > 0 ? field('atLeast', word('turf.at-least') + ' ' + ask.of, { inputmode: 'numeric' }) : null,
      field('next', word('talk.next')),
      field('note', word('talk.note'), { rows: 3, hint: word('talk.note.hint') }),
      make('button', { class: 'button button--next' }, word('talk.write'))));
  };

  // -- handing over ------------------------------------------------------------------------------------------------

  let busy = false;
  const handOver = async () => {
    if (busy || !key) return;
    busy = true;
    try {
      const at = '/l/' + turf.local + '/turf/' + turf.turf;
      const state = await fetch(at, { redirect: 'follow' });
      if (!key) return;
      if (state.url.includes('/sign-in')) { if (queue.length) doors(word('turf.sign-in')); return; }
      const page = new DOMParser().parseFromString(await state.text(), 'text/html');
      const told = page.getElementById('turf-state');
      if (!state.ok || !told || told.dataset.state !== 'valid') {
        if (state.status === 404 || state.status === 403 || (told && told.dataset.state === 'let-go')) {
          await forget();
          key = null;
          show(make('p', {}, word('turf.let-go')));
        }
        return;
      }
      const token = page.querySelector('#turf-state [name=_csrf]').value;
      const refused = [];
      while (queue.length && key) {
        const some = queue.slice(0, AT_ONCE);
        const answer = await fetch(at + '/hand-over', { method: 'POST',
          body: new URLSearchParams({ _csrf: token, records: JSON.stringify(some) }) });
        if (!answer.ok || !key) break;
        const results = (await answer.json()).results;
        const done = new Set(results.map((result) => result.id));
        results.filter((result) => result.state === 'refused').forEach((result) => refused.push(result));
        queue = queue.filter((entry) => !done.has(entry.id));
        await save();
        if (!results.length) break;
      }
      if (key) doors(refused.length ? word('turf.refused') + ' ' + refused.length : queue.length ? word('turf.offline') : word('turf.handed-over'));
    } catch (offline) {
      if (key && queue.length && document.getElementById('turf-queue')) document.getElementById('turf-queue').textContent = word('turf.queue') + ' ' + queue.length;
    } finally {
      busy = false;
    }
  };
  window.addEventListener('online', handOver);
  start();
})();
