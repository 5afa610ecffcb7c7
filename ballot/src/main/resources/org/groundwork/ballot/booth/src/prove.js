// SPDX-License-Identifier: Apache-2.0
import { hashModulo, modulo } from './bytes.js';
import { below, secureRandomness } from './randomness.js';

// A proof is made in two steps, so that all commitments of a ballot can be written at once: `{ commitments, finish }`, where
// `finish` takes their texts.

/**
 * What all proofs of an election have in common: its group, randomness, and g and y prepared for powers.
 *
 * @param election what readElection gave
 * @param fill fills bytes with randomness
 */
export function contextOf(election, fill = secureRandomness()) {
  const { group, y } = election;
  return {
    election,
    group,
    g: group.prepared(group.g),
    y: group.prepared(y),
    random: () => below(group.q, fill),
    hash: (text) => hashModulo(text, group.q),
  };
}

/** The challenge that is left, and the response w - r · challenge. */
function answer(context, challenge, w, r) {
  const { q } = context.group;
  const left = modulo(challenge, q);
  return { challenge: left, response: modulo(w - r * left, q) };
}

/**
 * That one of several cases is true, without which (sections "Proofs of interval membership" and "Proofs of possibly-blank
 * votes"). In the case j the pair (g^r, y^r g^m) is said to encrypt M.
 *
 * Who made the pair knows r and m, so the commitments of the other cases, g^response α^challenge and
 * y^response (β / g^M)^challenge, are powers of g and y alone.
 *
 * @param cases a list of { r, m, M }
 * @param real the case that is true
 */
export function disjunction(context, prefix, cases, real) {
  const w = context.random();
  const simulated = cases.map((_, j) => (j === real ? null : { challenge: context.random(), response: context.random() }));
  const commitments = cases.flatMap((each, j) => {
    const proof = simulated[j];
    return proof ? simulatedCase(context, each, proof) : [context.g(w), context.y(w)];
  });
  const finish = (texts) => {
    const others = simulated.reduce((sum, proof) => sum + (proof?.challenge ?? 0n), 0n);
    const made = answer(context, context.hash(prefix + texts.join(',')) - others, w, cases[real].r);
    return simulated.map((proof) => proof ?? made);
  };
  return { commitments, finish };
}

function simulatedCase(context, { r, m, M }, { challenge, response }) {
  const { group } = context;
  const power = modulo(response + r * challenge, group.q);
  const claimed = modulo(BigInt(m - M) * challenge, group.q);
  return [context.g(power), m === M ? context.y(power) : group.times(context.y(power), context.g(claimed))];
}

/** That somebody knows r with α = g^r: section "Non-homomorphic answers", and "Signatures" with the credential for r. */
export function knowledge(context, prefix, r) {
  const w = context.random();
  return {
    commitments: [context.g(w)],
    finish: ([a]) => answer(context, context.hash(prefix + a), w, r),
  };
}
