// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.util.UUID;
import java.util.function.Supplier;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;

/** Lets people of the demonstration who have an account act within a transaction that somebody else began. */
record DemoActing(Mandates mandates, Locals locals) {

  /**
   * Does something on behalf of somebody, with the mandates they hold.
   *
   * @throws java.util.NoSuchElementException if they have no account
   */
  <T> T as(UUID person, Supplier<T> work) {
    Locals.Entry here = locals.byId(Tenancy.current()).orElseThrow();
    var actor = new Caller.Actor(mandates.accountOf(person).orElseThrow(), false, here.id(), here.handle(), person,
        mandates.inForce(person));
    try {
      return Callers.as(actor, work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a supplier throws nothing that is checked", e);
    }
  }
}
