// SPDX-License-Identifier: Apache-2.0
/**
 * Bank statements in, lines out; SEPA direct debits out, rejections in. Depends on nothing of the server.
 */
module org.groundwork.statements {
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires java.xml;

  exports org.groundwork.statements;
  exports org.groundwork.statements.sepa;
}
