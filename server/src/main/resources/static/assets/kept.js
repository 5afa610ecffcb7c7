// SPDX-License-Identifier: AGPL-3.0-or-later
// What a phone keeps for where there is no signal. Each list lies in the browser's store under a key made from a PIN that
// is never sent anywhere: what names people apart from the rest, so that it can go by itself when its time is over.

const ITERATIONS = 1000000;
const MOST_TRIES = 10;
const HAND_OVER = 7 * 24 * 3600 * 1000;
const text = new TextEncoder();
const plain = new TextDecoder();

// -- the browser's store: one record with everything sealed, and how it is to be opened ----------------------------

const store = (mode, act) => new Promise((done, failed) => {
  const opening = indexedDB.open('gw', 2);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    for (const old of [...db.objectStoreNames]) db.deleteObjectStore(old);
    db.createObjectStore('kept');
  };
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const transaction = db.transaction('kept', mode);
    const asked = act(transaction.objectStore('kept'));
    transaction.oncomplete = () => { db.close(); done(asked ? asked.result : undefined); };
    transaction.onabort = transaction.onerror = () => { db.close(); failed(transaction.error); };
  };
});
/** Changes what is kept, in one go; nothing is written where there is nothing to be. */
const change = (how) => store('readwrite', (all) => {
  const asked = all.get('lists');
  asked.onsuccess = () => {
    const next = how(asked.result);
    if (next) all.put(next, 'lists');
  };
});
export const forget = () => store('readwrite', (all) => all.clear());

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

export const possible = () => window.isSecureContext && crypto.subtle && 'serviceWorker' in navigator && window.indexedDB;

// -- keeping and opening -------------------------------------------------------------------------------------------

/** What is kept, once everything whose time is over is gone: the names after a night, what waits after a week. */
export const kept = async () => {
  const now = Date.now();
  let left;
  // read and written in one go, so that nothing that is being kept meanwhile is written over
  await store('readwrite', (all) => {
    const asked = all.get('lists');
    asked.onsuccess = () => {
      const record = asked.result;
      if (!record) return;
      const lists = record.lists.filter((list) => list.lasting || list.until + HAND_OVER > now)
        .map((list) => (list.until > now || !list.things ? list : { ...list, things: null }));
      if (!lists.length) {
        all.clear();
        return;
      }
      left = { ...record, lists };
      if (lists.length < record.lists.length || lists.some((list) => !record.lists.includes(list))) all.put(left, 'lists');
    };
  });
  return left;
};

/** Opens everything with a PIN. Answers 'nothing', 'wrong' or 'gone' where that does not work. */
export const unlock = async (pin) => {
  const record = await kept();
  if (!record) return 'nothing';
  const key = await keyOf(pin, record.salt, record.iterations);
  try {
    const lists = [];
    for (const list of record.lists) {
      lists.push({ until: list.until, lasting: list.lasting, boxes: { things: list.things, rest: list.rest },
        things: list.things ? await open(key, list.things) : null, rest: await open(key, list.rest) });
    }
    await change((now) => now && { ...now, tries: 0 });
    return { key, salt: record.salt, iterations: record.iterations, turn: record.turn, lists };
  } catch (wrong) {
    if (record.tries + 1 >= MOST_TRIES) {
      await forget();
      return 'gone';
    }
    await change((now) => now && { ...now, tries: now.tries + 1 });
    return 'wrong';
  }
};

/**
 * Keeps everything, unless another page of this phone kept something since this one opened it: then nothing is written
 * over, and it fails. Otherwise what waits there would be lost, and the number of a receipt given twice.
 */
const put = async (opened) => {
  let other = false;
  await change((now) => {
    other = Boolean(now) && now.turn !== opened.turn;
    return other ? undefined : { salt: opened.salt, iterations: opened.iterations, tries: 0, turn: (opened.turn || 0) + 1,
      lists: opened.lists.map((list) => ({ until: list.until, lasting: list.lasting, things: list.boxes.things, rest: list.boxes.rest })) };
  });
  if (other) throw new Error('kept elsewhere');
  opened.turn = (opened.turn || 0) + 1;
};

/** Keeps what changed in one list. */
export const save = async (opened, list) => {
  list.boxes = { things: list.things ? await seal(opened.key, list.things) : null, rest: await seal(opened.key, list.rest) };
  await put(opened);
};

/** Lets go of one list. */
export const drop = async (opened, list) => {
  opened.lists = opened.lists.filter((other) => other !== list);
  await (opened.lists.length ? put(opened) : forget());
};

/**
 * Opens what is kept already, or begins with nothing, so that one PIN opens all that a phone keeps. Answers 'wrong' or
 * 'gone' where the PIN is not the one of what is kept.
 */
export const begin = async (pin) => {
  const opened = await unlock(pin);
  if (opened !== 'nothing') return opened;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { key: await keyOf(pin, salt, ITERATIONS), salt, iterations: ITERATIONS, lists: [] };
};

/** What a list says last of all, once its time is over: that nothing is left of it here. */
export const parts = (rest) => {
  rest.queue.push({ id: crypto.randomUUID(), heldAt: new Date().toISOString(), ...rest.parting, label: rest.title });
  delete rest.parting;
};

/** Adds a list as the server handed it out. One of the same thing is replaced; what waits in that still waits. */
export const add = async (opened, content) => {
  const { doors, shifts, until, ...rest } = content;
  for (const old of opened.lists.filter((list) => list.rest.of === content.of)) {
    old.things = null;
    if (old.rest.parting) parts(old.rest);
    if (old.rest.queue.length || old.rest.told.length) await save(opened, old);
    else opened.lists = opened.lists.filter((list) => list !== old);
  }
  const list = { until: Date.parse(until), lasting: Boolean(rest.lasting), things: { doors, shifts }, rest: { ...rest, queue: [], told: [] } };
  opened.lists.push(list);
  await save(opened, list);
};
