// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { hexadecimal } from './bytes.js';
import { readJson } from './json.js';
import { Refused } from './refused.js';

const BLOCK = 512;
const NAME = 100;
const LENGTH = 124;
const LENGTH_END = 135;
const MOST_BYTES = 1 << 20;
/** Before its first event a record has little more than what that event names. */
const MOST_ENTRIES = 16;
const BEGINNING = 'BELENIOS';
const ENTRY = /^([0-9a-f]{64})\.(data|event)\.json$/;

const ascii = new TextDecoder('latin1');

/**
 * The election's bytes, out of the record that a file is (section "Archive"): what the first event names, found by its hash;
 * or all bytes of a file that is no record. However long the record is, its beginning is all that is read. Whether the
 * record is right, the verifier says.
 *
 * @param file a Blob
 * @returns a promise of bytes, which rejects with Refused if they are not there
 */
export async function electionOf(file) {
  if (!ascii.decode(await read(file, 0, NAME)).startsWith(`${BEGINNING}\0`)) {
    if (file.size > MOST_BYTES) {
      throw new Refused('too_large', '', 'an election is a text of at most 1 MiB, and a record begins otherwise');
    }
    return read(file, 0, file.size);
  }
  const entries = new Map();
  let at = 0;
  for (let i = 0; i < MOST_ENTRIES; i++) {
    const entry = await header(file, at);
    if (entry.kind === 'event') {
      return named(file, entries, readJson(ascii.decode(await content(file, entry))));
    }
    entries.set(entry.hash, entry);
    at = entry.from + Math.ceil(entry.length / BLOCK) * BLOCK;
  }
  throw new Refused('not_an_archive', '', 'no event stands where the first of a record does');
}

async function named(file, entries, event) {
  if (event.get('type').text() !== 'Setup') {
    throw event.refused('event_out_of_order', 'a record begins with a "Setup"');
  }
  const setup = readJson(ascii.decode(await content(file, found(entries, event.get('payload')))));
  return content(file, found(entries, setup.get('election')));
}

function found(entries, node) {
  const entry = entries.get(node.text());
  if (!entry) {
    throw node.refused('missing_payload', 'it stands nowhere before');
  }
  return entry;
}

async function header(file, at) {
  const block = ascii.decode(await read(file, at, BLOCK));
  const name = block.slice(0, NAME).replace(/\0.*$/s, '');
  const [, hash, kind] = ENTRY.exec(name) ?? [];
  const length = block.slice(LENGTH, LENGTH_END);
  if ((!hash && name !== BEGINNING) || !/^[0-7]+$/.test(length)) {
    throw new Refused('not_an_archive', '', 'an entry of a record begins otherwise');
  }
  return { hash, kind, from: at + BLOCK, length: parseInt(length, 8) };
}

async function content(file, { hash, from, length }) {
  if (length > MOST_BYTES) {
    throw new Refused('too_large', '', 'an entry is longer than an election may be');
  }
  const bytes = await read(file, from, length);
  if (hexadecimal(sha256(bytes)) !== hash) {
    throw new Refused('name_is_not_the_hash', '', 'the name of an entry is not the hash of what is in it');
  }
  return bytes;
}

async function read(file, from, length) {
  const bytes = new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  if (bytes.length < length && from > 0) {
    throw new Refused('truncated', '', 'the file ends within an entry');
  }
  return bytes;
}
