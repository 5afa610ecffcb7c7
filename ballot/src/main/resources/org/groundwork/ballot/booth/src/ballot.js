// SPDX-License-Identifier: Apache-2.0
import { checkVotes } from './answers.js';
import { fingerprint, utf8 } from './bytes.js';
import { exponent } from './credential.js';
import { disjunction, knowledge } from './prove.js';
import { blankPrefix, individualPrefix, intervalPrefix, rankingPrefix, s0Text, sText, signaturePrefix } from './texts.js';

/**
 * Encrypts, proves and signs a ballot (sections "Encrypted answers", "Signatures" and "Ballots").
 *
 * @param context of the election: contextOf
 * @param credential what the voter votes with
 * @param votes for each question a number for each choice: checkVotes
 * @return the ballot's text, its tracker and the public credential
 * @throws Refused if the credential is none or a question cannot be answered so; nothing is encrypted then
 */
export function makeBallot(context, credential, votes) {
  const { election, group } = context;
  checkVotes(election, votes);
  const x = exponent(election, credential);
  const secrets = election.questions.map((question, i) => encrypt(context, question, votes[i]));
  const written = group.write([context.g(x), ...secrets.flatMap((each) => each.elements)]);
  const s0 = s0Text(election, written[0]);
  let at = 1;
  const begun = election.questions.map((question, i) => {
    const pairs = [];
    for (; pairs.length < secrets[i].rs.length; at += 2) {
      pairs.push({ alpha: written[at], beta: written[at + 1] });
    }
    return question.kind === 'ranking'
      ? beginRanking(context, s0, secrets[i], pairs[0])
      : beginChoices(context, s0, question, secrets[i], pairs, { alpha: written[at++], beta: written[at++] });
  });
  const answers = finish(group, begun);
  return signed(context, x, written[0], answers);
}

/** Ciphertexts (g^r, y^r g^m), or (g^r, y^r ξ) with ξ = of_ints; after those of choices the product that is proved. */
function encrypt(context, question, vote) {
  const { group } = context;
  const messages = question.kind === 'ranking' ? [group.ofInts(vote)] : vote.map((m) => (m ? group.g : group.one));
  const rs = messages.map(() => context.random());
  const elements = messages.flatMap((message, j) => [context.g(rs[j]), group.times(context.y(rs[j]), message)]);
  if (question.kind === 'ranking') {
    return { rs, elements };
  }
  const from = question.blank ? 1 : 0;
  const sum = { r: 0n, m: 0, elements: [group.one, group.one] };
  for (let j = from; j < vote.length; j++) {
    sum.r = (sum.r + rs[j]) % group.q;
    sum.m += vote[j];
    sum.elements = sum.elements.map((each, k) => group.times(each, elements[2 * j + k]));
  }
  return { rs, ms: vote, sum, elements: [...elements, ...sum.elements] };
}

function beginRanking(context, s0, { rs }, choices) {
  const proof = knowledge(context, rankingPrefix(s0, context.election.keyText, choices), rs[0]);
  return { parts: [proof], answer: ([made]) => ({ choices, proof: made }) };
}

function beginChoices(context, s0, question, { rs, ms, sum }, choices, total) {
  const individual = choices.map((choice, j) => {
    const cases = [0, 1].map((M) => ({ r: rs[j], m: ms[j], M }));
    return disjunction(context, individualPrefix(s0, choice), cases, ms[j]);
  });
  const s = sText(s0, choices);
  const { blank, min, max } = question;
  const range = Array.from({ length: max - min + 1 }, (_, k) => ({ r: sum.r, m: sum.m, M: min + k }));
  const zero = (M) => ({ r: rs[0], m: ms[0], M });
  const overall = blank
    ? disjunction(context, blankPrefix(1, s), [zero(1), ...range], ms[0] ? 0 : sum.m - min + 1)
    : disjunction(context, intervalPrefix(s, `${total.alpha},${total.beta}`), range, sum.m - min);
  const parts = [...individual, overall];
  if (blank) {
    parts.push(disjunction(context, blankPrefix(0, s), [zero(0), { r: sum.r, m: sum.m, M: 0 }], ms[0]));
  }
  return { parts, answer: (made) => choicesAnswer(choices, made) };
}

function choicesAnswer(choices, made) {
  const [overall_proof, blank_proof] = made.slice(choices.length);
  return {
    choices,
    individual_proofs: made.slice(0, choices.length),
    overall_proof,
    ...(blank_proof ? { blank_proof } : {}),
  };
}

/** Writes every commitment at once, and hashes those of each proof. */
function finish(group, begun) {
  const texts = group.write(begun.flatMap(({ parts }) => parts.flatMap((each) => each.commitments)));
  let at = 0;
  return begun.map(({ parts, answer }) => answer(parts.map((part) => {
    const own = texts.slice(at, at + part.commitments.length);
    at += own.length;
    return part.finish(own);
  })));
}

function signed(context, x, credential, answers) {
  const { election, group } = context;
  const ballot = { election_uuid: election.uuid, election_hash: election.fingerprint, credential, answers };
  const hash = fingerprint(utf8(written(ballot)));
  const proof = knowledge(context, signaturePrefix(hash), x);
  const text = written({ ...ballot, signature: { hash, proof: proof.finish(group.write(proof.commitments)) } });
  return { text, tracker: fingerprint(utf8(text)), credential };
}

/** Compact JSON in the order of the specification; numbers modulo q are texts of digits. */
function written(value) {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? each.toString() : each));
}
