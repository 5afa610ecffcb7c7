// SPDX-License-Identifier: Apache-2.0
import { fingerprint, hashModulo, modulo, utf8 } from './bytes.js';
import { blankPrefix, individualPrefix, intervalPrefix, rankingPrefix, s0Text, sText, signaturePrefix } from './texts.js';

/**
 * Verifies a ballot that was just made, from its text alone, as whoever receives it will: every proof, the hash, the
 * signature. A fault of the browser's arithmetic would be found here, before the voter hands the ballot in.
 *
 * @throws Error if anything of it is false; this is never the voter's doing
 */
export function checkBallot(election, text) {
  const { group } = election;
  const ballot = JSON.parse(text);
  const { signature, ...unsigned } = ballot;
  const claims = [];
  const context = { election, group, claims, s0: s0Text(election, ballot.credential) };
  election.questions.forEach((question, i) => {
    const answer = ballot.answers[i];
    if (question.kind === 'ranking') {
      ranking(context, answer);
    } else {
      choices(context, question, answer);
    }
  });
  const credential = group.read(ballot.credential);
  claims.push({ prefix: signaturePrefix(signature.hash), proofs: [signature.proof], commitments: [
    power(group, signature.proof, group.g, credential)] });
  if (signature.hash !== fingerprint(utf8(JSON.stringify(unsigned)))) {
    throw new Error('the ballot was made falsely: its hash is not that of its text');
  }
  hold(group, claims);
}

/** base^response · element^challenge. */
function power(group, proof, base, element) {
  return group.product([base, element], [BigInt(proof.response), BigInt(proof.challenge)]);
}

/** g^response α^challenge and y^response (β / g^M)^challenge, where (α, β) is said to encrypt M. */
function commitments({ group, election }, { alpha, beta }, proof, M) {
  const response = BigInt(proof.response);
  const challenge = BigInt(proof.challenge);
  const less = modulo(-challenge * BigInt(M), group.q);
  return [
    power(group, proof, group.g, alpha),
    group.product([election.y, beta, group.g], [response, challenge, less]),
  ];
}

function ranking({ group, election, claims, s0 }, { choices, proof }) {
  const alpha = group.read(choices.alpha);
  const prefix = rankingPrefix(s0, election.keyText, choices);
  claims.push({ prefix, proofs: [proof], commitments: [power(group, proof, group.g, alpha)] });
}

function choices(context, { blank, min }, answer) {
  const { group, claims, s0 } = context;
  const pairs = answer.choices.map(({ alpha, beta }) => ({ alpha: group.read(alpha), beta: group.read(beta) }));
  const claim = (prefix, proofs, cases) => claims.push({
    prefix, proofs, commitments: cases.flatMap(([pair, M], k) => commitments(context, pair, proofs[k], M)) });
  pairs.forEach((pair, j) => {
    claim(individualPrefix(s0, answer.choices[j]), answer.individual_proofs[j], [[pair, 0], [pair, 1]]);
  });
  const s = sText(s0, answer.choices);
  const sum = pairs.slice(blank ? 1 : 0).reduce((left, right) => ({
    alpha: group.times(left.alpha, right.alpha), beta: group.times(left.beta, right.beta) }));
  const range = (from) => answer.overall_proof.slice(from).map((_, k) => [sum, min + k]);
  if (blank) {
    claim(blankPrefix(1, s), answer.overall_proof, [[pairs[0], 1], ...range(1)]);
    claim(blankPrefix(0, s), answer.blank_proof, [[pairs[0], 0], [sum, 0]]);
  } else {
    claim(intervalPrefix(s, group.write([sum.alpha, sum.beta]).join(',')), answer.overall_proof, range(0));
  }
}

/** Whether the hash of each claim's commitments is the sum of its challenges. */
function hold(group, claims) {
  const texts = group.write(claims.flatMap((each) => each.commitments));
  let at = 0;
  for (const { prefix, proofs, commitments: own } of claims) {
    const written = texts.slice(at, at + own.length).join(',');
    at += own.length;
    const sum = proofs.reduce((total, proof) => total + BigInt(proof.challenge), 0n);
    if (hashModulo(prefix + written, group.q) !== modulo(sum, group.q)) {
      throw new Error('the ballot was made falsely: a proof in it does not hold');
    }
  }
}
