// SPDX-License-Identifier: Apache-2.0
/**
 * Registers of property or employers in, ownership networks out. Depends on nothing of the server.
 */
module org.groundwork.linkage {
  requires static org.jspecify;

  exports org.groundwork.linkage;
}
