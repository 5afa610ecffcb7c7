// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

/** Port: a module that keeps something for a time deletes what is past it, once a day and in each local. */
public interface ShortLived {

  /** Deletes what is kept no longer. Runs in a writing transaction of the local; running it again does no harm. */
  void deleteOld();
}
