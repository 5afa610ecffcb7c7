// SPDX-License-Identifier: Apache-2.0
import { fingerprint, utf8 } from './bytes.js';
import { ed25519 } from './ed25519.js';
import { readJson } from './json.js';
import { Refused } from './refused.js';
import { belenios2048, rfc3526 } from './residues.js';

const VERSION = 1;
const MOST_BYTES = 1 << 20;
const MOST_QUESTIONS = 200;
const MOST_ANSWERS = 1_000;
const GROUPS = [ed25519, belenios2048, rfc3526];

/**
 * Reads what is public of an election from the start (section "Elections"), as it stands in the record: the fingerprint is
 * that of these very bytes.
 *
 * A question has `kind` "choices" (0 or 1 for each answer, added up; `blank`, `min`, `max`) or "ranking" (a number from 0 to
 * 255 for each).
 *
 * @param given bytes or a text
 * @throws Refused if anything of it is false, or the key is not an element of the group other than the neutral one
 */
export function readElection(given) {
  const bytes = typeof given === 'string' ? bytesOf(given) : Uint8Array.from(given);
  if (bytes.length > MOST_BYTES) {
    throw new Refused('too_large', '', 'an election is a text of at most 1 MiB');
  }
  const node = readJson(textOf(bytes));
  const version = node.get('version').number(0, 2 ** 31 - 1);
  if (version !== VERSION) {
    throw node.refused('unknown_kind', `version ${version} of the protocol is not known here, only 1`);
  }
  const name = node.get('group').text();
  const group = GROUPS.find((each) => each.name === name);
  if (!group) {
    throw node.refused('unknown_kind', 'a group that is not known here');
  }
  const questions = node.get('questions').list().map((each) => question(group, each));
  if (questions.length === 0 || questions.length > MOST_QUESTIONS) {
    throw node.refused('bad_question', `an election has from 1 to ${MOST_QUESTIONS} questions`);
  }
  return Object.freeze({
    uuid: uuid(node.get('uuid')),
    name: node.get('name').text(),
    description: node.get('description').text(),
    group,
    ...publicKey(group, node.get('public_key')),
    questions: Object.freeze(questions),
    administrator: node.find('administrator')?.text() ?? null,
    credentialAuthority: node.find('credential_authority')?.text() ?? null,
    fingerprint: fingerprint(bytes),
  });
}

function bytesOf(text) {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Refused('malformed', '', 'the text holds half a character, so its fingerprint cannot be taken');
  }
  return utf8(text);
}

function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('malformed', '', 'no text in UTF-8');
  }
}

function uuid(node) {
  const text = node.text();
  if (!/^[1-9A-HJ-NP-Za-km-z]{14,64}$/.test(text)) {
    throw node.refused('malformed', 'an identifier of at least 14 characters of Base58 is expected');
  }
  return text;
}

function publicKey(group, node) {
  const keyText = node.text();
  let y;
  try {
    y = group.read(keyText);
  } catch (refused) {
    throw node.refused(refused.reason, refused.message);
  }
  if (group.isOne(y)) {
    throw node.refused('identity_element', 'the neutral element, under which everybody could read every vote');
  }
  if (!group.contains(y)) {
    throw node.refused('small_order_or_outside_subgroup', 'an element of small order, or outside the group of prime order');
  }
  return { y, keyText };
}

function question(group, node) {
  return Object.freeze(node.find('type') ? ranking(group, node) : choices(node));
}

function ranking(group, node) {
  if (node.get('type').text() !== 'NonHomomorphic') {
    throw node.refused('unknown_kind', 'a kind of question that is not known here');
  }
  const value = node.get('value');
  const given = answers(value);
  if (given.length > group.mostInts) {
    throw node.refused('bad_question', `the group ${group.name} holds rankings of at most ${group.mostInts} answers`);
  }
  return { kind: 'ranking', text: value.get('question').text(), answers: given };
}

function choices(node) {
  const given = answers(node);
  const min = node.get('min').number(0, MOST_ANSWERS);
  const max = node.get('max').number(0, MOST_ANSWERS);
  if (min > max || max > given.length) {
    throw node.refused('bad_question', `from ${min} to ${max} of ${given.length} answers cannot be chosen`);
  }
  const blank = node.find('blank')?.truth() ?? false;
  return { kind: 'choices', text: node.get('question').text(), answers: given, blank, min, max };
}

function answers(node) {
  const given = node.get('answers').list().map((each) => each.text());
  if (given.length === 0 || given.length > MOST_ANSWERS) {
    throw node.refused('bad_question', `a question has from 1 to ${MOST_ANSWERS} answers`);
  }
  return Object.freeze(given);
}
