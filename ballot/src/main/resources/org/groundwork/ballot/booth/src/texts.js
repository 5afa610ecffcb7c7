// SPDX-License-Identifier: Apache-2.0
// What is hashed before the commitments of each proof, for who makes and who checks them.

export const individualPrefix = (s0, choice) => `prove|${s0}|${pairText(choice)}|`;
export const intervalPrefix = (s, pair) => `prove|${s}|${pair}|`;
export const blankPrefix = (which, s) => `bproof${which}|${s}|`;
export const rankingPrefix = (s0, keyText, { alpha, beta }) => `raweg|${s0}|${keyText},${alpha},${beta}|`;
export const signaturePrefix = (hash) => `sig|${hash}|`;

/** S_0: the fingerprint of the election and the credential. */
export const s0Text = (election, credential) => `${election.fingerprint}|${credential}`;

/** S: S_0 and every ciphertext. */
export const sText = (s0, choices) => `${s0}|${choices.map(pairText).join(',')}`;

function pairText({ alpha, beta }) {
  return `${alpha},${beta}`;
}
