// SPDX-License-Identifier: Apache-2.0
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bigEndian, utf8 } from './bytes.js';
import { Refused } from './refused.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CHECK = 53;
const ITERATIONS = 1_000;

/**
 * The secret exponent that follows from a credential for one election: secret(c) (section "Credentials"). There are two
 * forms: fifteen characters until 2.0, of which the last is a checksum, and twenty-two in groups from 2.1 on.
 *
 * @throws Refused if it is no credential; the refusal does not repeat it
 */
export function exponent(election, credential) {
  const { group, uuid } = election;
  const plain = typeof credential === 'string' ? credential.replaceAll('-', '') : '';
  const known = [...plain].every((each) => ALPHABET.includes(each));
  if (known && plain.length === 15 && checksum(plain.slice(0, 14)) === plain[14]) {
    return bigEndian(pbkdf2(sha256, utf8(plain), utf8(uuid), { c: ITERATIONS, dkLen: 32 })) % group.q;
  }
  if (known && /^.{5}-.{6}-.{5}-.{6}$/.test(credential) && plain.length === 22) {
    return hashed(credential, uuid) % group.q;
  }
  throw new Refused('bad_credential', '', 'this is no credential: a letter is wrong, missing or too many');
}

function hashed(credential, uuid) {
  return [0, 1]
    .map((i) => bigEndian(sha256(utf8(`derive_credential|${uuid}|${i}|${credential}`))))
    .reduce((high, low) => (high << 256n) | low);
}

function checksum(random) {
  let rest = 0;
  for (const each of random) {
    rest = (rest * ALPHABET.length + ALPHABET.indexOf(each)) % CHECK;
  }
  return ALPHABET[CHECK - rest];
}
