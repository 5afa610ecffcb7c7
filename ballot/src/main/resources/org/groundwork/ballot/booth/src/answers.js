// SPDX-License-Identifier: Apache-2.0
import { Refused } from './refused.js';

/**
 * Checks that each question can be answered so: for choices 0 or 1 for each answer, before them one for a blank vote where
 * the question allows one; for a ranking a number from 0 to 255 for each answer.
 *
 * @throws Refused impossible_answer, naming the question
 */
export function checkVotes(election, votes) {
  if (!Array.isArray(votes) || votes.length !== election.questions.length) {
    throw new Refused('impossible_answer', '', `there are ${election.questions.length} questions to answer`);
  }
  election.questions.forEach((question, i) => {
    const problem = question.kind === 'ranking' ? ranking(question, votes[i]) : choices(question, votes[i]);
    if (problem) {
      throw new Refused('impossible_answer', `question ${i + 1}`, problem);
    }
  });
}

function numbers(vote, count, most) {
  return Array.isArray(vote) && vote.length === count
    && vote.every((each) => Number.isInteger(each) && each >= 0 && each <= most);
}

function ranking({ answers }, vote) {
  return numbers(vote, answers.length, 255) ? null : `a number from 0 to 255 is asked for each of ${answers.length} answers`;
}

function choices({ answers, blank, min, max }, vote) {
  const count = answers.length + (blank ? 1 : 0);
  if (!numbers(vote, count, 1)) {
    return `0 or 1 is asked for each of ${count} choices`;
  }
  const chosen = vote.reduce((sum, each) => sum + each, 0);
  if (blank && vote[0] === 1) {
    return chosen === 1 ? null : 'a blank vote chooses nothing';
  }
  return chosen >= min && chosen <= max ? null : `from ${min} to ${max} are chosen, not ${chosen}`;
}
