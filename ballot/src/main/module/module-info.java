// SPDX-License-Identifier: Apache-2.0
/**
 * Secret ballots that anyone can verify. Depends on nothing of the server.
 */
module org.groundwork.ballot {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports org.groundwork.ballot;
}
