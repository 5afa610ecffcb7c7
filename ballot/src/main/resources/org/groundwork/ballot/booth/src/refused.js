// SPDX-License-Identifier: Apache-2.0

/**
 * An election, a credential or an answer that is not as it has to be.
 *
 * `reason` is the word that the verifier prints for the same (class Reason), or one of two of the booth's own:
 * `bad_credential`, a text that is no credential; `impossible_answer`, an answer that the question does not allow.
 * `where` is the part, as "questions 2, max"; empty for the whole. Neither holds anything secret.
 */
export class Refused extends Error {
  constructor(reason, where, message) {
    super(message);
    this.name = 'Refused';
    this.reason = reason;
    this.where = where;
  }
}
