// SPDX-License-Identifier: Apache-2.0
import { Refused } from './refused.js';

const DEPTH = 16;
const TEXT = 1 << 20;
const NAME = 64;
const DIGITS = 18;
const ESCAPES = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
const PLAIN = /[^"\\\u0000-\u001f]+/y;

/** A value and where it stands; each question about it has its answer or is refused with the place. */
export class Node {
  constructor(value, path) {
    this.value = value;
    this.path = path;
  }

  refused(reason, message) {
    return new Refused(reason, this.path, message);
  }

  #expected(what) {
    return this.refused('malformed', `${what} is expected`);
  }

  /** The member of this name, or null. */
  find(name) {
    if (!(this.value instanceof Map)) {
      throw this.#expected('an object');
    }
    const member = this.value.get(name);
    return member === undefined ? null : new Node(member, this.path ? `${this.path}, ${name}` : name);
  }

  get(name) {
    const member = this.find(name);
    if (!member) {
      throw this.#expected(`"${name}"`);
    }
    return member;
  }

  list() {
    if (!Array.isArray(this.value)) {
      throw this.#expected('a list');
    }
    return this.value.map((each, i) => new Node(each, `${this.path} ${i + 1}`.trim()));
  }

  text() {
    if (typeof this.value !== 'string') {
      throw this.#expected('a text');
    }
    return this.value;
  }

  truth() {
    if (typeof this.value !== 'boolean') {
      throw this.#expected('true or false');
    }
    return this.value;
  }

  number(least, most) {
    if (typeof this.value !== 'number' || this.value < least || this.value > most) {
      throw this.#expected(`a whole number from ${least} to ${most}`);
    }
    return this.value;
  }
}

/**
 * Reads JSON as strictly as the verifier does: a name twice, fractions, null, deep nesting and more text after the value are
 * refused, which JSON.parse takes.
 */
export function readJson(text) {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.space();
  if (reader.at < text.length) {
    throw new Refused('malformed', '', 'something follows the end of the JSON');
  }
  return new Node(value, '');
}

class Reader {
  constructor(text) {
    this.source = text;
    this.at = 0;
  }

  space() {
    while (' \n\r\t'.includes(this.source[this.at] ?? '-')) {
      this.at++;
    }
  }

  /** Whether the next sign is this one, which is then read. */
  took(sign) {
    this.space();
    if (this.source[this.at] !== sign) {
      return false;
    }
    this.at++;
    return true;
  }

  need(sign) {
    if (!this.took(sign)) {
      throw notJson();
    }
  }

  value(depth) {
    this.space();
    const sign = this.source[this.at];
    if (depth >= DEPTH && (sign === '{' || sign === '[')) {
      throw tooLarge();
    }
    switch (sign) {
      case '{': return this.object(depth);
      case '[': return this.list(depth);
      case '"': return this.text(TEXT);
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.nothing();
      default: return this.number();
    }
  }

  word(word, value) {
    if (!this.source.startsWith(word, this.at)) {
      throw notJson();
    }
    this.at += word.length;
    return value;
  }

  nothing() {
    this.word('null', null);
    throw new Refused('malformed', '', 'nothing where something has to be');
  }

  number() {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.source)?.[0];
    if (!digits) {
      throw notJson();
    }
    this.at += digits.length;
    const next = this.source[this.at] ?? '';
    if (digits.length > DIGITS) {
      throw tooLarge();
    }
    if (next !== '' && '.eE'.includes(next)) {
      throw new Refused('malformed', '', 'a fraction where a whole number has to be');
    }
    if (next >= '0' && next <= '9') {
      throw notJson();
    }
    return Number(digits);
  }

  list(depth) {
    const list = [];
    this.need('[');
    if (this.took(']')) {
      return list;
    }
    do {
      list.push(this.value(depth + 1));
    } while (this.took(','));
    this.need(']');
    return list;
  }

  object(depth) {
    const object = new Map();
    this.need('{');
    if (this.took('}')) {
      return object;
    }
    do {
      this.space();
      const name = this.text(NAME);
      if (object.has(name)) {
        throw new Refused('duplicate_key', '', 'a name stands twice in one object');
      }
      this.need(':');
      object.set(name, this.value(depth + 1));
    } while (this.took(','));
    this.need('}');
    return object;
  }

  text(most) {
    this.need('"');
    let text = '';
    while (this.source[this.at] !== '"') {
      text += this.plain() ?? this.escape();
      if (text.length > most) {
        throw tooLarge();
      }
    }
    this.at++;
    return text;
  }

  plain() {
    PLAIN.lastIndex = this.at;
    const plain = PLAIN.exec(this.source)?.[0];
    this.at += plain?.length ?? 0;
    return plain;
  }

  escape() {
    const [backslash, sign] = this.source.slice(this.at, this.at + 2);
    const digits = this.source.slice(this.at + 2, this.at + 6);
    if (backslash === '\\' && sign === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)) {
      this.at += 6;
      return String.fromCharCode(parseInt(digits, 16));
    }
    if (backslash !== '\\' || !Object.hasOwn(ESCAPES, sign ?? '')) {
      throw notJson();
    }
    this.at += 2;
    return ESCAPES[sign];
  }
}

function notJson() {
  return new Refused('malformed', '', 'no JSON');
}

function tooLarge() {
  return new Refused('too_large', '', 'nested too deeply, or a text or number too long');
}
