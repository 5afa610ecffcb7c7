// SPDX-License-Identifier: Apache-2.0
import { makeBallot } from './ballot.js';
import { checkBallot } from './check.js';
import { readElection } from './election.js';
import { contextOf } from './prove.js';
import { electionOf } from './record.js';
import { Refused } from './refused.js';

/** The booth itself, wherever it runs: keeps the election that was read last. */
class Core {
  #context = null;

  constructor(fill) {
    this.fill = fill;
  }

  read(given) {
    const election = readElection(given);
    this.#context = contextOf(election, this.fill);
    const { uuid, name, description, group, questions, fingerprint } = election;
    return { uuid, name, description, group: group.name, questions, fingerprint };
  }

  /** What every ballot of the election needs is reckoned while its voter reads the questions. */
  prepare() {
    this.#context?.g(1n);
    this.#context?.y(1n);
  }

  make({ credential, votes }) {
    if (!this.#context) {
      throw new Error('no election was read');
    }
    const ballot = makeBallot(this.#context, credential, votes);
    checkBallot(this.#context.election, ballot.text);
    return ballot;
  }
}

/** Answers messages { id, call, given } with { id, result }, { id, refused } or { id, failed }. */
export function serve(scope) {
  const core = new Core();
  scope.onmessage = ({ data: { id, call, given } }) => {
    try {
      scope.postMessage({ id, result: call === 'read' ? core.read(given) : core.make(given) });
    } catch (e) {
      scope.postMessage(e instanceof Refused
        ? { id, refused: { reason: e.reason, where: e.where, message: e.message } }
        : { id, failed: e.message });
      return;
    }
    core.prepare();
  };
}

/** A booth in a worker, so that the page stays alive; the worker's script is this bundle. */
class WorkerBooth {
  #worker;
  #waiting = new Map();
  #next = 0;
  #end = null;

  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = (e) => this.#stop(`the booth's worker stopped: ${e.message ?? 'it was not started'}`);
  }

  #answered({ id, result, refused, failed }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (refused) {
      reject(new Refused(refused.reason, refused.where, refused.message));
    } else if (failed !== undefined) {
      reject(new Error(failed));
    } else {
      resolve(result);
    }
  }

  /** Nothing is answered any more: not what was asked, and not what will be. */
  #stop(message) {
    this.#end = new Error(message);
    this.#waiting.forEach(({ reject }) => reject(this.#end));
    this.#waiting.clear();
  }

  #ask(call, given) {
    return new Promise((resolve, reject) => {
      if (this.#end) {
        reject(this.#end);
        return;
      }
      this.#waiting.set(this.#next, { resolve, reject });
      this.#worker.postMessage({ id: this.#next++, call, given });
    });
  }

  read(election) {
    return this.#ask('read', election);
  }

  make(credential, votes) {
    return this.#ask('make', { credential, votes });
  }

  close() {
    this.#worker.terminate();
    this.#stop('the booth was closed');
  }
}

/** A booth on the page's own thread, for browsers that start no worker, and for tests that pass randomness. */
class PlainBooth {
  #core;

  constructor(fill) {
    this.#core = new Core(fill);
  }

  async read(election) {
    const description = this.#core.read(election);
    setTimeout(() => this.#core.prepare());
    return description;
  }

  async make(credential, votes) {
    return this.#core.make({ credential, votes });
  }

  close() {}
}

/**
 * Opens a booth: `read(election)` describes an election, given as text or bytes; `make(credential, votes)` makes a ballot of
 * the election that was read last, and verifies it. Both promise what they give, or reject with Refused; with another Error
 * if the browser failed. `close()` ends it.
 *
 * @param worker makes a worker that runs `serve`; without one, or where that fails, the booth runs on the page's thread
 * @param fill fills bytes with randomness, for tests
 */
export function openBooth({ worker, fill } = {}) {
  if (!worker) {
    return new PlainBooth(fill);
  }
  let started;
  try {
    started = worker();
  } catch {
    return new PlainBooth(); // the same, only that the page stands still meanwhile
  }
  return new WorkerBooth(started);
}

export { Refused, checkBallot, contextOf, electionOf, makeBallot, readElection };
