// SPDX-License-Identifier: Apache-2.0
/**
 * Ballots in, an explained result out. Depends on nothing of the server.
 */
module org.groundwork.count {
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires org.dhatim.fastexcel.reader;
  requires tools.jackson.core;

  exports org.groundwork.count;
}
