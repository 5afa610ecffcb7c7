// SPDX-License-Identifier: Apache-2.0
/**
 * Command-line tools over the libraries.
 */
module org.groundwork.cli {
  requires static org.jspecify;
  requires org.groundwork.ballot;
  requires org.groundwork.count;
  requires org.groundwork.linkage;
  requires info.picocli;

  opens org.groundwork.cli to info.picocli;
}
