// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();

/** The bytes of a text. */
export function utf8(text) {
  return encoder.encode(text);
}

/** Two hexadecimal digits for each byte. */
export function hexadecimal(bytes) {
  let hex = '';
  for (const byte of bytes) {
    hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
}

/** The number whose bytes these are, the first the highest. */
export function bigEndian(bytes) {
  return BigInt(`0x0${hexadecimal(bytes)}`);
}

/** The number from 0 to m-1 that differs from n by a multiple of m. */
export function modulo(n, m) {
  const rest = n % m;
  return rest < 0n ? rest + m : rest;
}

/** SHA-256 of a text as a number modulo q. */
export function hashModulo(text, q) {
  return bigEndian(sha256(utf8(text))) % q;
}

/** SHA-256 in Base64 without padding (section "Ballots"). */
export function fingerprint(bytes) {
  return btoa(String.fromCharCode(...sha256(bytes))).replace(/=+$/, '');
}
